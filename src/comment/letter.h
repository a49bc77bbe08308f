// Letters: comments in prose. A grammar over a lexicon (lexicon.json), English and Spanish, no list of whole sentences: a
// sentence's verbs say what is asked, the small words before a quotation or a place say what part it plays.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "travaux/comment.h"

namespace travaux {

/// The proposals of a letter, in its order, not placed: `number`, `by`, `asks`, `span`, `line`, `words`, `targets` (address as
/// printed, in the form of drafts: "2.1", "Article 4/3", "PP3", "2.1/(a)"), `destination`, `where` and the quoted words are set.
///
/// - Each non-blank line lies in the span of a proposal: what asks nothing is a remark, courtesies too. A sentence that names a
///   place or quotes words and seems to ask, but cannot be read, is a remark with a diagnostic.
/// - `number` is as printed ("1" of "1.", "b" of "(b)"). Where the letter numbers no request, it is the order, counted over
///   requests, support, reservations and remarks of substance; courtesies (salutations, dates, titles, thanks) have none.
/// - An added section has a target without address, its heading as `new_words` and its items as `parts`. A destination of an
///   addition without `where` is the number that the new text is to bear.
///
/// Linear in the letter.
std::vector<Proposal> read_letter(std::string_view text, const std::vector<std::string>& by,
                                  std::vector<Diagnostic>& diagnostics);

}  // namespace travaux
