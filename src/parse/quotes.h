// Quotation marks as people type them: straight or typographic, doubled, missing, one inside another.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "travaux/text.h"

namespace travaux {

/// What the quotation marks of one paragraph come to.
struct Quotes {
  bool opens_first = false;               ///< its first visible character opens a quotation
  bool unclosed = false;                  ///< at its end a quotation is still open
  bool unmatched_close = false;           ///< a closing mark without its opening one
  std::optional<std::size_t> first_open;  ///< offset of the first opening mark
  std::vector<Span> tops;                 ///< outermost quotations, with their marks; the last may be unclosed
};

/// Reads the double quotation marks of a paragraph. A mark's place (space before or after) counts more than its shape, so that
/// straight, typographic and mistyped ones read alike. `inside`: a quotation was open when the paragraph began.
Quotes quotes_of(std::string_view paragraph, bool inside = false);

}  // namespace travaux
