// Numbers written as words: "primero", "Twenty-First", "décimo segunda".
#pragma once

#include <string>
#include <string_view>

namespace travaux {

/// The value of an ordinal or a small number in words, any case, with or without marks; 0 for anything else.
int spelled_value(std::string_view words);

/// An RE2 pattern without groups of what stands before another ordinal: "décimo", "twenty".
const std::string& ordinal_tens_pattern();

}  // namespace travaux
