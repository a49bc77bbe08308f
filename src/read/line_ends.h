// What a line end may have cut: words, at a hyphen or a dash.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/unicode.h"

namespace travaux {

/// A hyphen, dash, slash or soft hyphen at the end of a line, joined to a letter or digit.
struct LineTail {
  char32_t mark = 0;   ///< 0: none
  std::size_t at = 0;  ///< where it begins
};

LineTail line_tail_of(std::string_view text);

bool is_hyphen(char32_t c);
/// The end of the letters that begin at `at`.
std::size_t letters_from(std::string_view text, std::size_t at);
/// The beginning of the letters that end at `at`.
std::size_t letters_before(std::string_view text, std::size_t at);

/// "short- and medium-term": the hyphen stands for a word that comes later.
bool is_conjunction(std::string_view word);
/// Before these a hyphen is the word's own, whatever other words the text knows: "sub-regional" beside "subregional".
bool is_prefix(std::string_view folded);

/// Calls `visit` with each word of a line, those with hyphens in them as one.
template <typename Visit>
void visit_words(std::string_view line, Visit visit) {
  for (std::size_t at = 0; at < line.size();) {
    const auto end = letters_from(line, at);
    if (end > at) {
      std::size_t whole = end;  // with its hyphens: "pre-trial"
      while (whole < line.size() && line[whole] == '-' && letters_from(line, whole + 1) > whole + 1)
        whole = letters_from(line, whole + 1);
      visit(line.substr(at, whole - at));
      at = whole;
    } else {
      next_code_point(line, at);
    }
  }
}

}  // namespace travaux
