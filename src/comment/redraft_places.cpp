#include "comment/redraft_places.h"

#include <algorithm>

#include "comment/fields.h"

namespace travaux {
namespace {

Place section_place(std::size_t index) {
  Place place;
  place.section = index;
  return place;
}

/// From a passage to its citation, from that to its item, and so on; false at the top.
bool go_up(Place& place) {
  if (place.passage.has_value()) {
    place.passage.reset();
  } else if (place.citation.has_value()) {
    place.citation.reset();
  } else if (!place.item.empty()) {
    place.item.pop_back();
  } else {
    return false;
  }
  return true;
}

}  // namespace

RedraftPlaces::RedraftPlaces(const Document& draft, const Document& redraft, const DocumentDiff& changes)
    : draft_(draft), redraft_(redraft) {
  for (const SectionDiff& section : changes.sections) {
    if (!section.from_index || !section.to_index) continue;
    origins_.emplace(section_place(*section.to_index), section_place(*section.from_index));
    fates_.emplace(section_place(*section.from_index), section_place(*section.to_index));
  }
  for (const ItemDiff& item : changes.items) {
    if (item.from_places.empty() || item.to_places.empty()) continue;
    for (const Place& to : item.to_places) {
      origins_.emplace(to, item.from_places.front());
      steady_.emplace(to, !item.changes.has(Change::kMoved));
    }
    for (const Place& from : item.from_places) fates_.emplace(from, item.to_places.front());
  }
  for (const Block& block : redraft.blocks) blocks_.emplace(block.place, block.span);
}

std::optional<Place> RedraftPlaces::origin(const Place& place) const {
  const auto found = origins_.find(place);
  return found == origins_.end() ? std::nullopt : std::optional(found->second);
}

Target RedraftPlaces::item(const Place& place, const std::optional<Place>& redraft_place) const {
  const std::string& address = item_at(draft_, place).address;
  return {redraft_place ? item_at(redraft_, *redraft_place).address : address, address, false, place};
}

Target RedraftPlaces::section(std::size_t index) const {
  const std::string name = section_name(draft_.sections[index]);
  return {name, name, true, section_place(index)};
}

const std::vector<Item>& RedraftPlaces::siblings(const Place& place) const {
  if (place.item.size() == 1) return redraft_.sections[*place.section].items;
  Place parent = place;
  parent.item.pop_back();
  return item_at(redraft_, parent).items;
}

void RedraftPlaces::set_destination(Proposal& p, const Place& to) const {
  const auto neighbour = [&](std::size_t index) -> std::optional<Target> {
    Place place = to;
    place.item.back() = index;
    const auto steady = steady_.find(place);
    if (steady == steady_.end() || !steady->second) return std::nullopt;
    return item(origins_.at(place), {});
  };
  for (std::size_t i = to.item.back(); i > 0 && !p.destination; --i) p.destination = neighbour(i - 1);
  p.where = Proposal::Where::kAfter;
  if (p.destination) return;
  p.where = Proposal::Where::kBefore;
  for (std::size_t i = to.item.back() + 1; i < siblings(to).size() && !p.destination; ++i) p.destination = neighbour(i);
  if (p.destination) return;
  p.where = Proposal::Where::kIn;
  Place parent = to;
  parent.item.pop_back();
  const std::optional<Place> above = origin(parent);
  if (above && !parent.item.empty()) {
    p.destination = item(*above, {});
  } else if (above) {
    p.destination = section(*above->section);
  } else {
    p.destination = Target{section_name(redraft_.sections[*to.section]), {}, parent.item.empty(), {}};
  }
}

void RedraftPlaces::set_section_destination(Proposal& p, std::size_t redraft_section) const {
  for (std::size_t s = redraft_section; s > 0; --s) {
    const std::optional<Place> before = origin(section_place(s - 1));
    if (!before) continue;
    p.destination = section(*before->section);
    p.where = Proposal::Where::kAfter;
    return;
  }
  for (std::size_t s = redraft_section + 1; s < redraft_.sections.size(); ++s) {
    const std::optional<Place> after = origin(section_place(s));
    if (!after) continue;
    p.destination = section(*after->section);
    p.where = Proposal::Where::kBefore;
    return;
  }
}

void RedraftPlaces::set_line(Proposal& p, const Place& place) const {
  auto found = blocks_.find(place);
  for (std::vector<Place> above = {place}; found == blocks_.end() && go_up(above.front());) found = blocks_.find(above.front());
  if (found == blocks_.end()) return;
  p.span = found->second;
  while (p.span.end > p.span.begin && redraft_.source[p.span.end - 1] == '\n') --p.span.end;
  const auto begin = redraft_.source.begin();
  p.line = 1 + static_cast<std::size_t>(std::count(begin, begin + static_cast<std::ptrdiff_t>(p.span.begin), '\n'));
}

void RedraftPlaces::set_line_of_lost(Proposal& p, const Place& place) const {
  p.line = 1;
  for (auto it = fates_.lower_bound(place); it != fates_.begin();) {
    --it;
    set_line(p, it->second);
    p.span = {p.span.end, p.span.end};
    return;
  }
}

}  // namespace travaux
