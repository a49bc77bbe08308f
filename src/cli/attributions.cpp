#include "cli/attributions.h"

namespace travaux::cli {

Result<std::vector<std::optional<Attribution>>> attributions_of(Session&, const DraftChain& chain,
                                                                const std::vector<const DocumentDiff*>&,
                                                                const std::optional<std::string>& comments) {
  if (comments)
    return usage_error("this travaux does not read comments", "leave out --comments: words are credited to who tabled them");
  return std::vector<std::optional<Attribution>>(chain.drafts.size());
}

}  // namespace travaux::cli
