// Characters of the fonts that hold pictures where others hold letters: Symbol and Wingdings.
#pragma once

#include <string>
#include <string_view>

namespace travaux {

/// The Unicode text of a character of a symbol font, its code with or without the offset U+F000; for one that has no counterpart,
/// or a font that is none of these, the character itself, a private one as "□". Source: Unicode's mapping of Adobe Symbol.
std::string symbol_text(std::string_view font, char32_t code);

/// A text set in `font`: its private characters as above, all others as they are.
std::string symbols_set(std::string_view font, std::string text);

}  // namespace travaux
