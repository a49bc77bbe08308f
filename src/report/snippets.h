// Edits in context: the changed words with a few kept ones on either side.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "travaux/diff.h"
#include "travaux/report.h"

namespace travaux::report {

/// Edits that stand so near one another that they are shown together.
struct Snippet {
  std::vector<StyledRun> runs;    ///< kept, deleted and inserted words; "…" where the text goes on
  std::vector<std::string> tags;  ///< what is remarkable about the edits
};

/// The snippets of one pair of texts. `edits` have their spans in the two texts and stand in the text's order; spans that do not
/// fit into the texts are shown without context. Linear.
std::vector<Snippet> snippets(std::string_view from, std::string_view to, const Edit* edits, std::size_t count,
                              std::size_t context);

}  // namespace travaux::report
