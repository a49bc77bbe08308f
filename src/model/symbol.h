// The official symbol of an instrument in a text: "AG/RES. 2551 (XL-O/10)", "A/RES/60/288", "resolution 1373 (2001)".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "travaux/text.h"

namespace travaux {

struct Symbol {
  std::string name;     ///< series and number in one form: "AG/RES. 2551", "A/RES/60/288"
  std::string series;   ///< "AG/RES."; empty for symbols that have no separate series
  std::string number;   ///< "2551"
  std::string session;  ///< as printed, without brackets: "XL-O/10"
  std::string year;     ///< of the session: "2010"
  Span span;            ///< with the session's bracket
};

/// The first symbol in the text.
std::optional<Symbol> find_symbol(std::string_view text);

/// The first that is printed as a symbol, "AG/RES. 2551" or "A/RES/60/288", from a byte of the text on.
std::optional<Symbol> find_inter_american(std::string_view text, std::size_t from);
std::optional<Symbol> find_united_nations(std::string_view text, std::size_t from);

/// All symbols in running text, in its order, none over another; those of lists too: "resolutions 1325 (2000), of 31 October
/// 2000, and 1820 (2008)", "resoluciones AG/RES. 2543 (XL-O/10) y 2551 (XL-O/10)". A number is read only where it is clear whose
/// it is: by its form, and by the organ named beside it. Linear.
std::vector<Symbol> find_symbols(std::string_view text);

}  // namespace travaux
