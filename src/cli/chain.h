// A draft with those it was made from and those made from it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/drafts.h"

namespace travaux::cli {

/// Where one draft of a chain stands in it.
struct Link {
  std::optional<std::size_t> base;  ///< index of the draft that it was made from
  std::optional<int> round;
  std::string date, by;  ///< empty: not said
};

struct DraftChain {
  std::vector<Draft> drafts;  ///< instruments resolved together
  std::vector<Link> links;    ///< one for each draft
  std::size_t asked = 0;      ///< the draft that was named
};

/// The chain of a draft. Without `names` it is the record's: all that `based_on` leads back to, and all that was made from it,
/// corrected drafts in their latest wording; a plain file stands alone. With `names` it is those drafts, each made from the one
/// before, and `draft` must be one of them.
Result<DraftChain> load_chain(Session& session, const std::string& draft, const std::vector<std::string>& names);

/// The drafts that lead to the one asked for, the first draft last. A circle is cut where it closes.
std::vector<std::size_t> way_back(const DraftChain& chain);

}  // namespace travaux::cli
