// A marked-up copy as proposals: each author's tracked changes, and the notes in the margin.
#pragma once

#include "travaux/comment.h"

namespace travaux {

/// Reads `comment.text` (with all changes accepted) and the source's revisions and margin notes; sets proposals and diagnostics.
void read_marked_copy(Comment& comment, const CommentSource& source, const Document& draft, const Registry& registry,
                      const Speakers& speakers);

}  // namespace travaux
