// Square brackets in a text: nested, unbalanced, with a group's name or without.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "travaux/text.h"

namespace travaux {

/// What a named bracket is for, where it holds no words of the text.
enum class Stance {
  kWords,        ///< it does
  kAlternative,  ///< it does, for the whole paragraph: "[Alt. CARICOM: …]"
  kDelete,       ///< "[CARICOM: delete]", "[Suprimir: CARICOM]", "[CARICOM proposes to delete]"
  kSupport,      ///< "[Mexico supports]", "[apoyado por México]"
  kReserve,      ///< "[Brazil reserves its position]", "[Reserva de Brasil]"
  kOppose,       ///< "[Mexico opposes]", "[México se opone: …]"
};

/// So many brackets of one line are read within one another; what is nested deeper is text of the innermost.
inline constexpr std::size_t kDeepestBracket = 24;

/// The first line (1-based) on which brackets are nested deeper than they are read.
std::optional<std::size_t> line_nested_too_deep(std::string_view text);

/// One pair of brackets. An opening bracket that nothing closes reaches to the end of its text.
struct Bracket {
  Span span;                       ///< with its marks
  Span content;                    ///< what it holds, without its marks and name
  std::vector<std::string> names;  ///< as printed: "MEX", "ARG"; empty: anonymous
  Stance stance = Stance::kWords;
  std::size_t depth = 0;  ///< how many brackets it stands in; those that nothing closes do not count
  bool closed = true;
  bool quoted = false;  ///< stands within quotation marks
};

/// The brackets of a text, in the order of their opening marks. A closing mark without an opening one is no bracket. A name is up
/// to a colon, in words that begin with capitals, several parted by commas, slashes or "and"; "proposal by" and its like before
/// it is no part of it. Without a colon, names stand next to a stance. Linear; `kDeepestBracket` bounds the nesting.
std::vector<Bracket> brackets_in(std::string_view text);

/// "CARICOM", "MEX, ARG": the names of a stretch that holds nothing but names in capitals; else none.
std::vector<std::string> acronyms_in(std::string_view text);

/// A bracket without the named ones in it that `drafted`, the comparison form of a draft, has not.
std::string without_nested_names(std::string_view bracket, const std::string& drafted);
/// A text likewise.
std::string without_added_names(std::string_view text, const std::string& drafted);

/// A text in which "[one / CARICOM: two / SICA: three]" is "[one ] [ CARICOM: two ] [ SICA: three]", and "[2 bis [SICA:
/// words]]" is "2 bis [SICA: words]". The lines stay.
std::string one_bracket_each(std::string_view text);

/// The stance that a named bracket's words are, and nothing else: "delete", "suprimir párrafo", "reserves its position".
Stance stance_of(std::string_view words);

}  // namespace travaux
