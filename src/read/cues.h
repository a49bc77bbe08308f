// What the beginning and the end of a line say about whether a paragraph begins or ends there.
#pragma once

#include <cstddef>
#include <string_view>

namespace travaux {

/// How a line ends, brackets and quotation marks closing after it aside.
enum class Ending {
  kOpen,      ///< nothing that ends anything
  kSentence,  ///< a full stop, question mark, …, that is no abbreviation's
  kColon,
  kSemicolon,
  kComma,
  kHyphen,     ///< a hyphen joined to a letter
  kQuotation,  ///< a closing quotation mark, and none of the above within it
};

Ending ending_of(std::string_view line);

/// A sentence, a quotation or a clause with a colon is over.
inline bool is_terminal(Ending ending) {
  return ending == Ending::kSentence || ending == Ending::kColon || ending == Ending::kQuotation;
}

/// Whether the last word calls for more: a preposition, an article, "paragraph", "Article", a month…
bool ends_with_dependent_word(std::string_view line);

enum class EnumeratorStyle { kNone, kBullet, kDash, kNumber, kOutline, kLetter, kRoman, kHeading };

/// What is printed before a point of a list: "2.1 ", "3. ", "(a) ", "b.", "iv)", "• ", or a heading's "Article 4".
struct Enumerator {
  EnumeratorStyle style = EnumeratorStyle::kNone;
  char bracket = ' ';    ///< '.', ')', or '(' for one in brackets on both sides
  unsigned value = 0;    ///< the last number: 3 in "2.3", 2 in "(b)"
  std::size_t size = 0;  ///< bytes, with the space after it
  bool weighty = false;  ///< what follows begins as a paragraph does: a capital, a quotation mark, a bracket; or nothing follows

  explicit operator bool() const { return style != EnumeratorStyle::kNone; }
  /// Whether this one may come right after `other` in a list.
  bool follows(const Enumerator& other) const {
    return style == other.style && bracket == other.bracket &&
           (value == other.value + 1 || (style == EnumeratorStyle::kOutline && value == 1));
  }
};

/// Numbers above `most` are none: years may begin a line.
constexpr unsigned kMostUsual = 999;
constexpr unsigned kMostLong = 9999;
Enumerator enumerator_at(std::string_view line, unsigned most = kMostUsual);

bool starts_with_lower(std::string_view line);      ///< a lower-case letter, or one of a script without case
bool starts_with_upper(std::string_view line);      ///< a capital, brackets before it aside
bool starts_with_quotation(std::string_view line);  ///< an opening quotation mark

}  // namespace travaux
