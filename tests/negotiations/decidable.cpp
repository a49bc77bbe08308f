#include "negotiations/decidable.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "negotiations/tokens.h"

namespace travaux::negotiations {
namespace {

// What a reader sees of one item.
struct Seen {
  Where where;
  std::vector<std::size_t> words;  ///< sorted, as numbers of the vocabulary
  double weight = 0;
  std::set<std::string> mandates;
};

class Scene {
 public:
  Scene(const Text& from, const Text& to, const Reader& reader) : reader_(reader) {
    from_ = look(from);
    to_ = look(to);
    weigh();
  }

  const std::vector<Seen>& from() const { return from_; }
  const std::vector<Seen>& to() const { return to_; }

  /// Null stands for no counterpart.
  double likeness(const Seen* a, const Seen* b) const {
    if (a == nullptr && b == nullptr) return 0;
    if (a == nullptr || b == nullptr) return reader_.same / 2;
    const bool textless = a->words.empty() || b->words.empty();
    double value = textless ? 0 : words_shared(*a, *b);
    if (!a->mandates.empty() && !b->mandates.empty())
      value = textless ? cited_alike(*a, *b) : 0.75 * value + 0.25 * cited_alike(*a, *b);
    if (a->where.parent_id() == b->where.parent_id()) value += reader_.place;
    if (a->where.address == b->where.address) value += reader_.number;
    return value;
  }

  /// Of the words alone, 0 where one has none.
  double wording(const Seen& a, const Seen& b) const { return a.words.empty() || b.words.empty() ? 0 : words_shared(a, b); }

 private:
  std::vector<Seen> look(const Text& text) {
    std::vector<Seen> list;
    for (const Where& where : items_of(text)) {
      Seen seen;
      seen.where = where;
      for (const std::string& word : loose_words_of(where.item->text))
        seen.words.push_back(vocabulary_.try_emplace(word, vocabulary_.size()).first->second);
      std::sort(seen.words.begin(), seen.words.end());
      for (const Citation& citation : where.item->citations) {
        seen.mandates.insert(citation.instrument);
        for (const Passage& passage : citation.passages) seen.mandates.insert(citation.instrument + passage.text);
      }
      list.push_back(seen);
    }
    return list;
  }

  // Rare words tell more: each weighs by the share of items that hold it.
  void weigh() {
    std::vector<double> held(vocabulary_.size(), 0);
    for (const auto* side : {&from_, &to_})
      for (const Seen& seen : *side) {
        std::set<std::size_t> once(seen.words.begin(), seen.words.end());
        for (const std::size_t word : once) ++held[word];
      }
    const double all = static_cast<double>(from_.size() + to_.size());
    for (const double count : held) weights_.push_back(std::log(1 + all / count));
    for (auto* side : {&from_, &to_})
      for (Seen& seen : *side)
        for (const std::size_t word : seen.words) seen.weight += weights_[word];
  }

  double words_shared(const Seen& a, const Seen& b) const {
    std::vector<std::size_t> both;
    std::set_intersection(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(), std::back_inserter(both));
    double shared = 0;
    for (const std::size_t word : both) shared += weights_[word];
    return 2 * shared / (a.weight + b.weight);
  }

  static double cited_alike(const Seen& a, const Seen& b) {
    std::vector<std::string> both;
    std::set_intersection(a.mandates.begin(), a.mandates.end(), b.mandates.begin(), b.mandates.end(), std::back_inserter(both));
    return static_cast<double>(both.size()) / static_cast<double>(std::max(a.mandates.size(), b.mandates.size()));
  }

  Reader reader_;
  std::map<std::string, std::size_t> vocabulary_;
  std::vector<double> weights_;
  std::vector<Seen> from_, to_;
};

struct Pair {
  const Seen* a = nullptr;
  const Seen* b = nullptr;
  double likeness = 0;
};

std::vector<Pair> true_pairs(const Scene& scene, const std::vector<Division>& divisions) {
  std::set<Id> divided;
  for (const Division& division : divisions) {
    divided.insert(division.from.begin(), division.from.end());
    divided.insert(division.to.begin(), division.to.end());
  }
  std::map<Id, const Seen*> later;
  for (const Seen& b : scene.to())
    if (divided.count(b.where.item->id) == 0) later[b.where.item->id] = &b;
  std::vector<Pair> pairs;
  for (const Seen& a : scene.from()) {
    if (divided.count(a.where.item->id) > 0) continue;
    const auto found = later.find(a.where.item->id);
    pairs.push_back({&a, found == later.end() ? nullptr : found->second, 0});
    if (found != later.end()) later.erase(found);
  }
  for (const auto& [id, b] : later) pairs.push_back({nullptr, b, 0});
  for (Pair& pair : pairs) pair.likeness = scene.likeness(pair.a, pair.b);
  return pairs;
}

std::string name_of(const Pair& pair) {
  return (pair.a == nullptr ? "–" : pair.a->where.address) + " → " + (pair.b == nullptr ? "–" : pair.b->where.address);
}

// An item lost its words and another, that is new, has such words: the words may have moved, and only the mandates have stayed.
bool words_went_on(const Scene& scene, const Pair& emptied, const Pair& fresh) {
  const bool lost = emptied.a != nullptr && emptied.b != nullptr && emptied.b->words.empty();
  return lost && fresh.a == nullptr && scene.wording(*emptied.a, *fresh.b) > 0.5;
}

// Sections are known by their items and headings: each must share more of both with its counterpart than with any other.
std::string sections_undecidable(const Text& from, const Text& to) {
  const auto likeness = [](const Section& a, const Section& b) {
    std::set<Id> ids;
    for (const Item& item : a.items) ids.insert(item.id);
    std::size_t common = 0;
    for (const Item& item : b.items) common += ids.count(item.id);
    const std::size_t most = std::max<std::size_t>(1, std::max(a.items.size(), b.items.size()));
    return static_cast<double>(common) / static_cast<double>(most) + shared_words(a.heading, b.heading) / 2;
  };
  for (const Section& a : from.sections)
    for (const Section& b : to.sections) {
      const double value = likeness(a, b);
      if (a.id == b.id && value < 0.4) return "section " + a.heading + " has become another";
      if (a.id == b.id) continue;
      for (const Section& c : to.sections)
        if (a.id == c.id && likeness(a, c) < value + 0.2) return "section " + a.heading + " or " + b.heading;
      for (const Section& c : from.sections)
        if (c.id == b.id && likeness(c, b) < value + 0.2) return "section " + a.heading + " or " + b.heading;
      if (value > 0.45) return "section " + a.heading + " is much like " + b.heading;
    }
  return "";
}

}  // namespace

std::string undecidable(const Text& from, const Text& to, const std::vector<Division>& divisions, const Reader& reader) {
  std::string sections = sections_undecidable(from, to);
  if (!sections.empty()) return sections;
  const Scene scene(from, to, reader);
  const std::vector<Pair> pairs = true_pairs(scene, divisions);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const Pair& p = pairs[i];
    const bool matched = p.a != nullptr && p.b != nullptr;
    if (matched && p.likeness < reader.same + reader.margin) return name_of(p) + " is no longer the same to a reader";
    for (std::size_t j = 0; j < i; ++j) {
      const Pair& q = pairs[j];
      if (words_went_on(scene, p, q) || words_went_on(scene, q, p))
        return name_of(p) + " and " + name_of(q) + ": whose words they are";
      const double exchanged = scene.likeness(p.a, q.b) + scene.likeness(q.a, p.b);
      if (exchanged + reader.margin > p.likeness + q.likeness && !(p.a == nullptr && q.a == nullptr) &&
          !(p.b == nullptr && q.b == nullptr))
        return name_of(p) + " and " + name_of(q) + " could be exchanged";
    }
  }
  return "";
}

}  // namespace travaux::negotiations
