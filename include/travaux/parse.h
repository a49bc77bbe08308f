// Text to Document: the outline first, then the citations under each item.
#pragma once

#include <string>

#include "travaux/model.h"

namespace travaux {

/// Goes up whenever the same text may parse differently; the record notes it beside each draft.
inline constexpr int kParserVersion = 3;

/// Parses a text as the read floor returns it (one paragraph on a line). Total: a line that fits nothing becomes plain text
/// and a diagnostic. Knows no registry: call `resolve_instruments` afterwards. Linear in the text, but for sorting.
Document parse(std::string text);

}  // namespace travaux
