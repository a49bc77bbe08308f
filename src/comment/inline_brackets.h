// The brackets inside one paragraph, read against the draft's text of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "comment/fields.h"
#include "travaux/comment.h"

namespace travaux {

/// The draft's own words of a bracketed paragraph: named brackets taken out, the marks of the others.
std::string own_words(std::string_view paragraph);

/// What the brackets of a paragraph ask of the draft's text, and what else differs. `senders` ask for what stands in brackets
/// without a name, and for changes without brackets. Line, span and targets are left to the caller. Linear but for aligning.
std::vector<Proposal> inline_proposals(std::string_view paragraph, const DraftText& text, const std::vector<std::string>& senders,
                                       const Speakers& speakers);

}  // namespace travaux
