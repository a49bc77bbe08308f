// The drafts that a life is followed through, and their comparisons, each made once and only when asked for.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "travaux/trace.h"

namespace travaux {

class Chain {
 public:
  /// Cuts the chain where it leads from `start` back to itself.
  Chain(const std::vector<TraceDraft>& drafts, std::size_t start, const TraceOptions& options);

  const Document& document(std::size_t draft) const { return *drafts_[draft].document; }
  std::optional<std::size_t> base(std::size_t draft) const { return bases_[draft]; }
  /// The drafts made from a draft, in the order given.
  const std::vector<std::size_t>& made_from(std::size_t draft) const { return made_from_[draft]; }
  /// A comparison that is known already; it must outlive the chain.
  void know(std::size_t draft, const DocumentDiff& changes) { known_[draft] = &changes; }
  /// What changed from its base. Precondition: it has one.
  const DocumentDiff& changes(std::size_t draft);
  /// The draft at which the chain was cut.
  std::optional<std::size_t> circle() const { return circle_; }

 private:
  void cut_circle(std::size_t start);

  const std::vector<TraceDraft>& drafts_;
  const TraceOptions& options_;
  std::vector<std::optional<std::size_t>> bases_;
  std::vector<std::vector<std::size_t>> made_from_;
  std::map<std::size_t, const DocumentDiff*> known_;
  std::map<std::size_t, DocumentDiff> changes_;
  std::optional<std::size_t> circle_;
};

}  // namespace travaux
