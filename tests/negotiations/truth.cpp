#include "negotiations/truth.h"

#include <algorithm>
#include <array>
#include <map>

#include "negotiations/tokens.h"
#include "negotiations/truth_sides.h"

namespace travaux::negotiations {
namespace {

// What "tokens" may be taken to mean: of the unit's own text, of it with the items under it, or with all that is cited there too.
enum class Extent { kOwn, kItems, kAll };
constexpr std::array kExtents = {Extent::kOwn, Extent::kItems, Extent::kAll};

std::size_t tokens_of(const Item& item, Extent extent) {
  std::size_t count = words_of(item.text).size();
  if (extent != Extent::kOwn)
    for (const Item& point : item.items) count += tokens_of(point, extent);
  if (extent == Extent::kAll)
    for (const Citation& citation : item.citations)
      for (const Passage& passage : citation.passages) count += words_of(passage.text).size();
  return count;
}

std::size_t tokens_of(const Section& section, Extent extent) {
  std::size_t count = words_of(section.heading).size() + words_of(section.text).size();
  if (extent != Extent::kOwn)
    for (const Item& item : section.items) count += tokens_of(item, extent);
  return count;
}

// Siblings that survive, in old order: the new place of each, and its weight by every reading of "tokens".
struct Siblings {
  std::vector<Id> ids;
  std::vector<std::size_t> places;
  std::array<std::vector<std::size_t>, kExtents.size()> weights;

  template <typename Unit>
  void add(Id id, std::size_t place, const Unit& from, const Unit& to) {
    ids.push_back(id);
    places.push_back(place);
    for (std::size_t e = 0; e < kExtents.size(); ++e)
      weights[e].push_back(tokens_of(from, kExtents[e]) + tokens_of(to, kExtents[e]));
  }
};

// The ids of those that moved. A choice that depends on which tokens are counted is left open.
std::set<Id> moved_of(const Siblings& siblings, std::string& undecided, const std::string& where) {
  std::vector<std::size_t> sorted = siblings.places;
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::size_t> order;
  for (const std::size_t place : siblings.places)
    order.push_back(static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), place) - sorted.begin()));
  std::set<std::vector<bool>> choices;
  for (const std::vector<std::size_t>& weights : siblings.weights) {
    bool tie = false;
    choices.insert(stay(order, weights, tie));
    if (tie) undecided = "which of the siblings moved, " + where;
  }
  if (choices.size() > 1) undecided = "which of the siblings moved, " + where;
  std::set<Id> moved;
  for (std::size_t i = 0; i < siblings.ids.size(); ++i)
    if (!(*choices.begin())[i]) moved.insert(siblings.ids[i]);
  return moved;
}

std::set<Id> moved_items(const Sides& sides, std::string& undecided) {
  std::set<Id> moved;
  std::map<Id, Siblings> under;
  for (const Where& a : sides.from) {
    const auto found = sides.to_index.find(a.item->id);
    if (found == sides.to_index.end()) continue;
    const Where& b = sides.to[found->second];
    if (!counterparts(sides, a.parent_id(), b.parent_id())) {
      moved.insert(a.item->id);
      continue;
    }
    under[a.parent_id()].add(a.item->id, found->second, *a.item, *b.item);
  }
  for (const auto& [parent, siblings] : under) moved.merge(moved_of(siblings, undecided, "parent #" + std::to_string(parent)));
  return moved;
}

void judge_divisions(const Sides& sides, const std::vector<Division>& divisions, Truth& truth) {
  for (const Division& division : divisions) {
    Entry entry;
    for (const Id id : division.from) entry.from.push_back(sides.from[sides.from_index.at(id)].address);
    for (const Id id : division.to) entry.to.push_back(sides.to[sides.to_index.at(id)].address);
    entry.changes.insert(division.from.size() > 1 ? Change::kMerged : Change::kSplit);
    if (division.reworded) entry.changes.insert(Change::kEdited);
    truth.items.push_back(entry);
  }
}

void judge_items(const Sides& sides, Truth& truth) {
  const std::set<Id> moved = moved_items(sides, truth.undecided);
  for (const Where& a : sides.from) {
    if (sides.divided_from.count(a.item->id) > 0) continue;
    const auto found = sides.to_index.find(a.item->id);
    if (found == sides.to_index.end()) {
      truth.items.push_back({{a.address}, {}, {Change::kRemoved}});
      continue;
    }
    const Where& b = sides.to[found->second];
    Entry entry{{a.address}, {b.address}, difference(a.item->text, b.item->text)};
    if (a.item->status != b.item->status) entry.changes.insert(Change::kStatus);
    if (moved.count(a.item->id) > 0) {
      entry.changes.insert(Change::kMoved);
    } else if (a.item->number != b.item->number) {
      entry.changes.insert(Change::kRenumbered);
    }
    truth.items.push_back(entry);
  }
  for (const Where& b : sides.to)
    if (sides.divided_to.count(b.item->id) == 0 && sides.from_index.count(b.item->id) == 0)
      truth.items.push_back({{}, {b.address}, {Change::kAdded}});
}

std::string place_of(std::size_t index) { return "§" + std::to_string(index + 1); }

std::set<Id> moved_sections(const Text& from, const std::map<Id, std::size_t>& places, const Text& to, std::string& undecided) {
  Siblings siblings;
  for (const Section& section : from.sections) {
    const auto found = places.find(section.id);
    if (found == places.end()) continue;
    siblings.add(section.id, found->second, section, to.sections[found->second]);
  }
  return moved_of(siblings, undecided, "sections");
}

void judge_sections(const Text& from, const Text& to, Truth& truth) {
  std::map<Id, std::size_t> places;
  for (std::size_t s = 0; s < to.sections.size(); ++s) places[to.sections[s].id] = s;
  const std::set<Id> moved = moved_sections(from, places, to, truth.undecided);
  for (std::size_t s = 0; s < from.sections.size(); ++s) {
    const Section& a = from.sections[s];
    const auto found = places.find(a.id);
    if (found == places.end()) {
      truth.sections.push_back({{place_of(s)}, {}, {Change::kRemoved}});
      continue;
    }
    const Section& b = to.sections[found->second];
    Entry entry{{place_of(s)}, {place_of(found->second)}, difference(a.text, b.text)};
    if (!difference(a.heading, b.heading).empty()) entry.changes.insert(Change::kRetitled);
    if (moved.count(a.id) > 0) {
      entry.changes.insert(Change::kMoved);
    } else if (a.number != b.number) {
      entry.changes.insert(Change::kRenumbered);
    }
    truth.sections.push_back(entry);
    places.erase(found);
  }
  for (const auto& [id, place] : places) truth.sections.push_back({{}, {place_of(place)}, {Change::kAdded}});
}

}  // namespace

Sides sides_of(const Text& from, const Text& to, const std::vector<Division>& divisions) {
  Sides sides;
  sides.from = items_of(from);
  sides.to = items_of(to);
  for (std::size_t i = 0; i < sides.from.size(); ++i) sides.from_index[sides.from[i].item->id] = i;
  for (std::size_t i = 0; i < sides.to.size(); ++i) sides.to_index[sides.to[i].item->id] = i;
  for (const Division& division : divisions) {
    for (const Id id : division.from) sides.divided_from[id] = &division;
    for (const Id id : division.to) sides.divided_to[id] = &division;
  }
  return sides;
}

bool counterparts(const Sides& sides, Id from, Id to) {
  if (from == to) return true;
  const auto a = sides.divided_from.find(from);
  const auto b = sides.divided_to.find(to);
  return a != sides.divided_from.end() && b != sides.divided_to.end() && a->second == b->second;
}

std::set<Change> difference(const std::string& from, const std::string& to) {
  if (plain(from) == plain(to)) return {};
  return {loose_words_of(from) == loose_words_of(to) ? Change::kEditorial : Change::kEdited};
}

std::vector<bool> stay(const std::vector<std::size_t>& order, const std::vector<std::size_t>& weights, bool& tie) {
  struct Best {
    std::size_t count = 0, weight = 0, ways = 0, before = 0;
  };
  const std::size_t size = order.size();
  std::vector<Best> best(size + 1);
  // best[i]: the best choice that ends with sibling i; the last one stands for the end of the list.
  for (std::size_t i = 0; i <= size; ++i) {
    Best& here = best[i];
    here = {0, 0, 1, size};
    for (std::size_t j = 0; j < i; ++j) {
      if (i < size && order[j] > order[i]) continue;
      const Best& there = best[j];
      const bool better = there.count > here.count || (there.count == here.count && there.weight > here.weight);
      if (better) {
        here = {there.count, there.weight, there.ways, j};
      } else if (here.before != size && there.count == here.count && there.weight == here.weight) {
        here.ways += there.ways;
      }
    }
    if (i < size) {
      ++here.count;
      here.weight += weights[i];
    }
  }
  tie = best[size].ways > 1;
  std::vector<bool> stays(size, false);
  for (std::size_t i = best[size].before; i < size; i = best[i].before) stays[i] = true;
  return stays;
}

Truth truth_of(const Text& from, const Text& to, const std::vector<Division>& divisions) {
  Truth truth;
  const Sides sides = sides_of(from, to, divisions);
  for (const Division& division : divisions) {
    for (const Id id : division.from)
      if (sides.from_index.count(id) == 0) truth.undecided = "a division of what is not there";
    for (const Id id : division.to)
      if (sides.to_index.count(id) == 0) truth.undecided = "a division into what is not there";
  }
  if (!truth.undecided.empty()) return truth;
  judge_sections(from, to, truth);
  judge_divisions(sides, divisions, truth);
  judge_items(sides, truth);
  judge_citations(sides, truth);
  return truth;
}

namespace {

std::string joined(const std::vector<std::string>& list) {
  std::string all;
  for (const std::string& one : list) all += (all.empty() ? "" : ", ") + one;
  return all.empty() ? "–" : all;
}

std::string names(const std::set<Change>& changes) {
  std::string all;
  for (const Change change : changes) all += (all.empty() ? "" : ", ") + std::string(name_of(change));
  return all.empty() ? "unchanged" : all;
}

}  // namespace

std::string describe(const Truth& truth) {
  std::string lines;
  for (const Entry& entry : truth.sections)
    lines += "section " + joined(entry.from) + " → " + joined(entry.to) + "  " + names(entry.changes) + "\n";
  for (const Entry& entry : truth.items)
    lines += "item " + joined(entry.from) + " → " + joined(entry.to) + "  " + names(entry.changes) + "\n";
  for (const CitationEntry& entry : truth.citations)
    lines += "citation " + (entry.from.empty() ? "–" : entry.from) + " → " + (entry.to.empty() ? "–" : entry.to) + "  " +
             entry.instrument + "  " + names(entry.changes) + "\n";
  return lines;
}

}  // namespace travaux::negotiations
