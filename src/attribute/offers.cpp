#include "attribute/offers.h"

#include <algorithm>
#include <cmath>

namespace travaux {

void take_offers(Matter& matter, AttributedEdit& edit, std::vector<Offer> offers, double as_good) {
  std::stable_sort(offers.begin(), offers.end(), [](const Offer& a, const Offer& b) { return a.score > b.score; });
  for (const Offer& offer : offers) {
    if (!offer.exact && offer.score < as_good * offers.front().score) continue;
    const Request& request = matter.requests[offer.request];
    const double score = std::round(std::min(1.0, offer.score) * 100) / 100;
    add_source(edit, request, score, offer.exact ? How::kVerbatim : How::kAdapted, evidence_of(request));
  }
}

bool names_item(const std::optional<Place>& named, const Place& item) { return named && Matter::item_of(*named) == item; }

bool targets_item(const Proposal& proposal, const Place& item) {
  return std::any_of(proposal.targets.begin(), proposal.targets.end(),
                     [&](const Target& target) { return names_item(target.place, item); });
}

bool became(const Matter& matter, const std::optional<Place>& earlier, const Place& later) {
  if (!earlier || !earlier->section) return false;
  if (earlier->item.empty()) {
    const auto section = matter.section_to.find(*earlier->section);
    return section != matter.section_to.end() && later.item.empty() && later.section == section->second;
  }
  const auto found = matter.to_of.find(Matter::item_of(*earlier));
  if (found == matter.to_of.end()) return false;
  const auto& places = found->second.places;
  return std::find(places.begin(), places.end(), later) != places.end();
}

bool targets_counterpart(const Matter& matter, const Proposal& proposal, const Place& later) {
  return std::any_of(proposal.targets.begin(), proposal.targets.end(),
                     [&](const Target& target) { return became(matter, target.place, later); });
}

}  // namespace travaux
