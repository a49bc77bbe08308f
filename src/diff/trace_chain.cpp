#include "diff/trace_chain.h"

#include <algorithm>

namespace travaux {

Chain::Chain(const std::vector<TraceDraft>& drafts, std::size_t start, const TraceOptions& options)
    : drafts_(drafts), options_(options), made_from_(drafts.size()) {
  for (const TraceDraft& draft : drafts) bases_.push_back(draft.base && *draft.base < drafts.size() ? draft.base : std::nullopt);
  cut_circle(start);
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    if (bases_[d]) made_from_[*bases_[d]].push_back(d);
  }
}

// One cut is enough: every draft has one base, so a circle that `start` does not lead into is not reached from it either.
void Chain::cut_circle(std::size_t start) {
  std::vector<bool> met(drafts_.size(), false);
  for (std::size_t d = start; bases_[d]; d = *bases_[d]) {
    met[d] = true;
    if (!met[*bases_[d]]) continue;
    circle_ = d;
    bases_[d].reset();
    return;
  }
}

const DocumentDiff& Chain::changes(std::size_t draft) {
  if (const auto given = known_.find(draft); given != known_.end()) return *given->second;
  auto known = changes_.find(draft);
  if (known == changes_.end()) {
    DiffOptions options = options_.diff;
    options.ruled.insert(options.ruled.end(), drafts_[draft].ruled.begin(), drafts_[draft].ruled.end());
    known = changes_.emplace(draft, diff(document(*bases_[draft]), document(draft), options)).first;
    const auto based = std::count_if(bases_.begin(), bases_.end(), [](const auto& base) { return base.has_value(); });
    if (options_.progress) options_.progress(changes_.size(), static_cast<std::size_t>(based));
  }
  return known->second;
}

}  // namespace travaux
