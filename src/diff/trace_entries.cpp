#include "diff/trace_entries.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace travaux {

namespace {

using Places = std::vector<Place>;

bool contains(const Places& places, const Place& place) { return std::find(places.begin(), places.end(), place) != places.end(); }

bool meet(const Places& a, const Places& b) {
  return std::any_of(a.begin(), a.end(), [&](const Place& place) { return contains(b, place); });
}

Places one_section(const std::optional<std::size_t>& index) {
  Place place;
  place.section = index;
  return index ? Places{place} : Places();
}

/// What sections and items have alike.
struct Sides {
  const std::vector<std::string>& from;
  const std::vector<std::string>& to;
  Places from_places, to_places;
};

Sides sides_of(const ItemDiff& item) { return {item.from, item.to, item.from_places, item.to_places}; }
Sides sides_of(const SectionDiff& section) {
  return {section.from, section.to, one_section(section.from_index), one_section(section.to_index)};
}
Sides sides_of(const TraceEntry& entry) {
  return std::visit([](const auto& change) { return sides_of(change); }, entry.change);
}

std::vector<std::string> names_outside(const std::vector<std::string>& names, const Places& places, const Places& followed) {
  std::vector<std::string> outside;
  if (!meet(places, followed)) return outside;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!contains(followed, places[i])) outside.push_back(names[i]);
  }
  return outside;
}

template <typename Entry>
void take(const std::vector<Entry>& all, const Places& from, const Places& to, std::vector<TraceEntry>& taken) {
  for (const Entry& change : all) {
    const Sides sides = sides_of(change);
    if (!meet(sides.from_places, from) && !meet(sides.to_places, to)) continue;
    taken.push_back({change,
                     names_outside(sides.from, sides.from_places, from),
                     names_outside(sides.to, sides.to_places, to),
                     std::nullopt,
                     {}});
  }
}

bool holds(const Places& items, const std::optional<CitationSide>& side) {
  if (!side) return false;
  return contains(items, {side->place.section, side->place.item, std::nullopt, std::nullopt});
}

/// A citation goes with the entry under which it stands now, else with the one that it left.
void give_citation(const CitationDiff& citation, std::vector<TraceEntry>& entries) {
  for (const bool later : {true, false}) {
    for (TraceEntry& entry : entries) {
      const Sides sides = sides_of(entry);
      if (!(later ? holds(sides.to_places, citation.to) : holds(sides.from_places, citation.from))) continue;
      entry.citations.push_back(citation);
      return;
    }
  }
}

Places in_order(Places places) {
  const auto key = [](const Place& place) { return std::tie(place.section, place.item); };
  std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) { return key(a) < key(b); });
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

}  // namespace

std::vector<TraceEntry> entries_of(const DocumentDiff& changes, const Places& from, const Places& to) {
  std::vector<TraceEntry> entries;
  take(changes.sections, from, to, entries);
  take(changes.items, from, to, entries);
  for (const CitationDiff& citation : changes.citations) {
    if (!citation.changes.empty()) give_citation(citation, entries);
  }
  return entries;
}

Places from_places(const std::vector<TraceEntry>& entries) {
  Places places;
  for (const TraceEntry& entry : entries) {
    for (Place& place : sides_of(entry).from_places) places.push_back(std::move(place));
  }
  return in_order(std::move(places));
}

Places to_places(const std::vector<TraceEntry>& entries) {
  Places places;
  for (const TraceEntry& entry : entries) {
    for (Place& place : sides_of(entry).to_places) places.push_back(std::move(place));
  }
  return in_order(std::move(places));
}

const ItemDiff* item_changed(const TraceEntry& entry, Change change) {
  const ItemDiff* item = std::get_if<ItemDiff>(&entry.change);
  return item != nullptr && item->changes.has(change) ? item : nullptr;
}

}  // namespace travaux
