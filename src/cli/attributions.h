// Who had asked for the changes of each draft of a chain.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/chain.h"
#include "travaux/attribute.h"

namespace travaux::cli {

/// The attribution of every draft's changes from its base, for each draft of the chain; empty where nothing is known: then its
/// words are credited to who tabled it. `changes` are those comparisons, null where a draft has none or none is wanted.
/// `comments`: a folder of comments to read instead of the record's. `only`: the one group that may be named, under any of its
/// names; empty: all.
Result<std::vector<std::optional<Attribution>>> attributions_of(Session& session, const DraftChain& chain,
                                                                const std::vector<const DocumentDiff*>& changes,
                                                                const std::optional<std::string>& comments,
                                                                const std::string& only = {});

}  // namespace travaux::cli
