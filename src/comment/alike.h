// How much of one text's words another has.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace travaux {

/// The words of a text, without case and marks, short ones left out.
std::set<std::string> content_words(std::string_view text);
/// The share of `of`'s words that `in` has, 0 to 1; 0 for no words.
double covered(const std::set<std::string>& of, const std::set<std::string>& in);
/// The share of the words of both that both have.
double alike(std::string_view a, std::string_view b);

}  // namespace travaux
