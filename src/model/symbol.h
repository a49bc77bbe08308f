// The official symbol of an instrument in a text: "AG/RES. 2551 (XL-O/10)", "A/RES/60/288", "resolution 1373 (2001)".
#pragma once

#include <optional>
#include <string>
#include <string_view>

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

}  // namespace travaux
