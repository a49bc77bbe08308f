// A bracketed text as proposals: what named and unnamed square brackets say of the draft.
#pragma once

#include "travaux/comment.h"

namespace travaux {

/// Reads `comment.text` and sets proposals and diagnostics. `comment.by` are the senders: what stands in brackets without a name
/// is theirs where there is one.
void read_bracketed(Comment& comment, const Document& draft, const Registry& registry, const Speakers& speakers);

}  // namespace travaux
