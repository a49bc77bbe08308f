// Whether what moved stands where it was asked to stand.
#include <algorithm>

#include "attribute/offers.h"

namespace travaux {
namespace {

constexpr double kAgrees = 0.97, kInSection = 0.8, kUnsaid = 0.8;

using Where = Proposal::Where;

/// A place in the order of its siblings: items of one parent, or the sections.
std::size_t rank(const Place& place) { return place.item.empty() ? place.section.value_or(0) : place.item.back(); }

bool siblings(const Place& a, const Place& b) {
  if (a.item.size() != b.item.size()) return false;
  if (a.item.empty()) return true;
  return a.section == b.section && std::equal(a.item.begin(), a.item.end() - 1, b.item.begin());
}

/// Whether everything between two siblings of the later draft is new there.
bool only_new_between(const Matter& matter, const Place& a, const Place& b) {
  Place place = a;
  for (std::size_t k = rank(a) + 1; k < rank(b); ++k) {
    if (place.item.empty()) {
      if (matter.section_from.contains(k)) return false;
      continue;
    }
    place.item.back() = k;
    const auto found = matter.from_of.find(place);
    if (found != matter.from_of.end() && !found->second.places.empty()) return false;
  }
  return true;
}

bool next_to(const Matter& matter, const Place& one, const Place& other, Where where) {
  if (!siblings(one, other)) return false;
  const bool after = rank(one) > rank(other) && only_new_between(matter, other, one);
  const bool before = rank(one) < rank(other) && only_new_between(matter, one, other);
  if (where == Where::kAfter) return after;
  if (where == Where::kBefore) return before;
  return after || before;
}

std::optional<Place> later_of(const Matter& matter, const Place& earlier) {
  if (earlier.item.empty()) {
    const auto found = matter.section_to.find(earlier.section.value_or(0));
    if (!earlier.section || found == matter.section_to.end()) return std::nullopt;
    return Place{found->second, {}, {}, {}};
  }
  const auto found = matter.to_of.find(earlier);
  if (found == matter.to_of.end() || found->second.places.empty()) return std::nullopt;
  return found->second.places.front();
}

/// The destination could not be found in the draft it was written on: it may be what is new in the later one.
double at_new_place(const Matter& matter, const Target& destination, const Place& now) {
  if (!now.item.empty() && item_at(matter.to, now).address == destination.address) return kAgrees;
  return matter.section_from.contains(now.section.value_or(0)) ? 0 : kInSection;
}

double at_item(const Matter& matter, const Proposal& proposal, const Place& target, const Place& now) {
  const Place wanted = Matter::item_of(*proposal.destination->place);
  const std::optional<Place> there = later_of(matter, wanted);
  if (there && next_to(matter, now, *there, proposal.where)) return kAgrees;
  const auto section = matter.section_to.find(*wanted.section);
  const bool same_section = section != matter.section_to.end() && now.section == section->second;
  if (proposal.where == Where::kUnsaid && !now.item.empty() &&
      item_at(matter.to, now).address == item_at(matter.from, wanted).address)
    return kAgrees;
  return same_section && target.section != wanted.section ? kInSection : 0;
}

}  // namespace

double stands_as_asked(const Matter& matter, const Proposal& proposal, const Place& target) {
  const std::optional<Place> now = later_of(matter, Matter::item_of(target));
  if (!now) return 0;
  if (!proposal.destination) return kUnsaid;
  const Target& destination = *proposal.destination;
  if (!destination.place) return destination.printed.empty() ? kUnsaid : at_new_place(matter, destination, *now);
  if (!destination.place->item.empty()) return at_item(matter, proposal, target, *now);
  const std::optional<Place> section = later_of(matter, *destination.place);
  if (now->item.empty()) return section && next_to(matter, *now, *section, proposal.where) ? kAgrees : 0;
  return section && now->section == section->section ? kAgrees : 0;
}

bool stood_so_before(const Matter&, const Proposal& proposal, const Place& target) {
  if (!proposal.destination || !proposal.destination->place) return false;
  const Place& wanted = *proposal.destination->place;
  if (!siblings(Matter::item_of(target), Matter::item_of(wanted))) return false;
  if (proposal.where == Where::kBefore) return rank(target) + 1 == rank(wanted);
  return rank(target) == rank(wanted) + 1;
}

}  // namespace travaux
