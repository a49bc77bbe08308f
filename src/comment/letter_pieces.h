// A paragraph of a comment taken to pieces: words with what they do, quotations, places, marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "comment/letter_address.h"
#include "comment/letter_lexicon.h"

namespace travaux::letter {

/// A quotation, with and without its marks.
struct Quote {
  Span outer;
  Span inner;
  bool open = false;  ///< its closing mark is missing
};

/// The outermost quotations of a text, in order: double, single and angle marks, straight or typographic. An apostrophe is no
/// mark. Where a closing mark is missing, the quotation ends before the next one that a small word leads in, else with the text.
std::vector<Quote> quotes_in(std::string_view text);

/// The text with its quotations blanked, byte for byte.
std::string mask(std::string_view text, const std::vector<Quote>& quotes);

struct Piece {
  enum class Kind : std::uint8_t { kWord, kMark, kQuote, kAddress, kArrow, kSymbol };
  Kind kind = Kind::kWord;
  Span span;
  std::size_t index = 0;  ///< of the quotation or address
  Roles roles = 0;
  Verb verb = Verb::kNone;
  Mood mood = Mood::kAsk;
  int ordinal = 0;
  bool aside = false;  ///< in round brackets
  bool named = false;  ///< within the name of an instrument
  char mark = 0;       ///< '.', ',', ';', ':', '-', '\n' or another mark

  bool has(Role role) const { return (roles & bit(role)) != 0; }
  bool is(Kind other) const { return kind == other; }
};

/// A text taken to pieces; spans count in `text`.
struct Pieces {
  std::string_view text;
  std::vector<Quote> quotes;
  std::vector<Address> addresses;
  std::vector<Piece> list;
  Language language = Language::kEnglish;
};

/// Linear. `otherwise`: the language where the text does not tell.
Pieces take_to_pieces(std::string_view text, Language otherwise);

/// The language of most function words; `otherwise` where there are none.
Language language_of(std::string_view text, Language otherwise);

/// A sentence as a range of pieces: ends at a full stop, a semicolon or a line's end.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::vector<Range> sentences_of(const Pieces& pieces);

}  // namespace travaux::letter
