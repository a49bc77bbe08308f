// Claims on whole items, sections and citations: collected, then the best and those about as good.
#pragma once

#include <vector>

#include "attribute/claims.h"

namespace travaux {

/// A request that asks for such a change.
struct Offer {
  std::size_t request = 0;
  double score = 0;
  bool exact = false;
};

/// Adds the best offers as sources: those that are exact, and those within `as_good` of the best.
void take_offers(Matter& matter, AttributedEdit& edit, std::vector<Offer> offers, double as_good = 0.85);

/// Whether an item of the earlier draft is what a place of a request names.
bool names_item(const std::optional<Place>& named, const Place& item);
/// Whether one of a request's targets is an item of the earlier draft.
bool targets_item(const Proposal& proposal, const Place& item);
/// Whether one of a request's targets became an item of the later draft.
bool targets_counterpart(const Matter& matter, const Proposal& proposal, const Place& later);
bool became(const Matter& matter, const std::optional<Place>& earlier, const Place& later);

// placing.cpp

/// How well a moved item or section stands where a request wanted it: 1, less where only its section agrees, 0 elsewhere.
double stands_as_asked(const Matter& matter, const Proposal& proposal, const Place& target);
/// Whether it stood there before.
bool stood_so_before(const Matter& matter, const Proposal& proposal, const Place& target);

}  // namespace travaux
