// What a paragraph looks like: a heading, a sentence, a title. No one sign decides; callers combine them.
#pragma once

#include <cstddef>
#include <string_view>

namespace travaux {

/// Signs counted once for a stretch of text.
struct Shape {
  std::size_t words = 0;
  std::size_t significant = 0;  ///< words that are no function words
  std::size_t capitalised = 0;  ///< of the significant: begin in upper case or a digit
  bool starts_upper = false;    ///< the first letter; a digit counts
  bool has_noun = false;        ///< a capitalised word that names a kind of instrument
  bool noun_leads = false;      ///< … within its first three words, or as the last before a comma, a bracket or the end
  bool has_year = false;        ///< ends in a year, as in "…, 2009"
  char32_t last = 0;            ///< the last visible character

  double title_ratio() const {
    return significant == 0 ? 0.0 : static_cast<double>(capitalised) / static_cast<double>(significant);
  }
};

Shape shape_of(std::string_view text);

/// Short, begins in upper case, ends without a mark that ends a sentence or a clause.
bool looks_like_heading(std::string_view text);

/// The last word calls for another: "This Source Code Form is".
bool breaks_off(std::string_view text);

/// Like a heading, though a full stop may end it: "Inability to Comply.", "Objeto." Few words, nearly all capitalised or but one
/// or two, and no second sentence.
bool looks_like_title(std::string_view text);

/// Where a title ends that a sentence follows on its line ("Term. This Agreement …"): past its full stop; 0 where there is none.
std::size_t run_in_title(std::string_view text);

/// Ends as a sentence does: . ! ? (closing quotes and brackets after it allowed).
bool ends_sentence(std::string_view text);

bool is_all_upper(std::string_view text);

}  // namespace travaux
