// What became of the citations, by the identity of them and of the items they stand under.
#include <algorithm>

#include "negotiations/tokens.h"
#include "negotiations/truth_sides.h"

namespace travaux::negotiations {
namespace {

// A citation and the item it stands under.
struct Cited {
  const Citation* citation = nullptr;
  const Where* where = nullptr;
  std::size_t index = 0;
  std::string key() const { return where->address + "@" + std::to_string(index + 1); }
};

std::vector<Cited> cited_in(const std::vector<Where>& items) {
  std::vector<Cited> list;
  for (const Where& where : items)
    for (std::size_t c = 0; c < where.item->citations.size(); ++c) list.push_back({&where.item->citations[c], &where, c});
  return list;
}

const Passage* passage_of(const Citation& citation, Id id) {
  for (const Passage& passage : citation.passages)
    if (passage.id == id) return &passage;
  return nullptr;
}

std::set<Change> changes_of(const Citation& from, const Citation& to) {
  std::set<Change> changes;
  if (!difference(lowered(from.heading), lowered(to.heading)).empty()) changes.insert(Change::kRelabelled);
  bool edited = lowered(from.locator) != lowered(to.locator);
  bool editorial = false;
  for (const Passage& passage : from.passages) {
    const Passage* other = passage_of(to, passage.id);
    const std::set<Change> how = other == nullptr ? std::set{Change::kEdited} : difference(passage.text, other->text);
    edited = edited || how.count(Change::kEdited) > 0;
    editorial = editorial || how.count(Change::kEditorial) > 0 || (other != nullptr && passage.quoted != other->quoted);
  }
  for (const Passage& passage : to.passages) edited = edited || passage_of(from, passage.id) == nullptr;
  if (edited) changes.insert(Change::kEdited);
  if (editorial && !edited) changes.insert(Change::kEditorial);
  return changes;
}

// The highest likeness of any passage of the one with any of the other.
double alike(const Citation& a, const Citation& b) {
  double most = 0;
  for (const Passage& p : a.passages)
    for (const Passage& q : b.passages) most = std::max(most, shared_words(p.text, q.text));
  return most;
}

// What was left without a counterpart must not look like one: else it would be "moved", or the same citation edited.
void check_lone(const Sides& sides, const std::vector<Cited>& gone, const std::vector<Cited>& come, std::string& undecided) {
  for (const Cited& a : gone)
    for (const Cited& b : come) {
      if (a.citation->instrument != b.citation->instrument) continue;
      const bool under_counterparts = counterparts(sides, a.where->item->id, b.where->item->id);
      if (under_counterparts || alike(*a.citation, *b.citation) > 0.3)
        undecided = "whether " + a.key() + " became " + b.key() + " (" + a.citation->instrument + ")";
    }
}

// Where one item cites an instrument several times, its citations must be told apart by what they quote.
void check_repeated(const Sides& sides, const Cited& a, const Cited& b, const std::vector<Cited>& to, std::string& undecided) {
  for (const Cited& other : to) {
    if (other.citation == b.citation || other.citation->instrument != a.citation->instrument) continue;
    if (!counterparts(sides, a.where->item->id, other.where->item->id)) continue;
    if (alike(*a.citation, *other.citation) + 0.2 > alike(*a.citation, *b.citation))
      undecided = "which of two citations of " + a.citation->instrument + " " + a.key() + " became";
  }
}

}  // namespace

void judge_citations(const Sides& sides, Truth& truth) {
  const std::vector<Cited> from = cited_in(sides.from);
  const std::vector<Cited> to = cited_in(sides.to);
  std::map<Id, const Cited*> later;
  for (const Cited& b : to) later[b.citation->id] = &b;
  std::vector<Cited> gone, come, moved_from, moved_to;
  for (const Cited& a : from) {
    const auto found = later.find(a.citation->id);
    if (found == later.end()) {
      truth.citations.push_back({a.citation->instrument, a.key(), "", {Change::kRemoved}});
      gone.push_back(a);
      continue;
    }
    const Cited& b = *found->second;
    CitationEntry entry{a.citation->instrument, a.key(), b.key(), changes_of(*a.citation, *b.citation)};
    if (!counterparts(sides, a.where->item->id, b.where->item->id)) {
      entry.changes.insert(Change::kMoved);
      moved_from.push_back(a);
      moved_to.push_back(b);
      if (alike(*a.citation, *b.citation) < 0.999) truth.undecided = "whether " + a.key() + " moved, reworded";
    } else {
      check_repeated(sides, a, b, to, truth.undecided);
    }
    truth.citations.push_back(entry);
    later.erase(found);
  }
  for (const Cited& b : to)
    if (later.count(b.citation->id) > 0) {
      truth.citations.push_back({b.citation->instrument, "", b.key(), {Change::kAdded}});
      come.push_back(b);
    }
  std::vector<Cited> left = gone;
  left.insert(left.end(), moved_from.begin(), moved_from.end());
  check_lone(sides, left, come, truth.undecided);
  check_lone(sides, gone, moved_to, truth.undecided);
  for (std::size_t i = 0; i < moved_from.size(); ++i)
    for (std::size_t j = 0; j < moved_to.size(); ++j)
      if (i != j) check_lone(sides, {moved_from[i]}, {moved_to[j]}, truth.undecided);
}

}  // namespace travaux::negotiations
