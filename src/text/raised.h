// Raised figures: of a footnote's mark, or an exponent.
#pragma once

namespace travaux {

/// "¹", "²", "³", "⁰", "⁴" to "⁹".
inline bool is_raised_figure(char32_t c) {
  return c == U'\u00B9' || c == U'\u00B2' || c == U'\u00B3' || c == U'\u2070' || (c >= U'\u2074' && c <= U'\u2079');
}

}  // namespace travaux
