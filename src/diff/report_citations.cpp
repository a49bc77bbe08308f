// Citations: paired by instrument under each item and its counterpart, then by passage; what is left over may have moved.
#include <algorithm>
#include <map>
#include <set>

#include "diff/changes.h"
#include "diff/likeness.h"
#include "diff/words.h"

namespace travaux {

namespace {

constexpr double kSamePassage = 1.0;

struct Cited {
  const Citation* citation = nullptr;
  const Item* item = nullptr;
  Place place;
  std::size_t item_index = 0;  ///< in the side's row of items
  std::size_t group = 0;       ///< of counterparts: citations of one group are compared with each other
  bool done = false;
  std::vector<TokenText> passages;
  std::vector<Features> features;
};

struct Scored {
  double score;
  std::size_t from, to;
};

bool best_first(const Scored& a, const Scored& b) {
  if (a.score != b.score) return a.score > b.score;
  return a.from + a.to != b.from + b.to ? a.from + a.to < b.from + b.to : a.from < b.from;
}

/// A heading as it is compared: without case, closing colon and locator.
std::string label_of(const Citation& citation) {
  std::string heading = citation.heading;
  if (citation.locator) {
    const std::size_t at = heading.rfind(*citation.locator);
    if (at != std::string::npos) heading.erase(at, citation.locator->size());
  }
  while (!heading.empty() && std::string_view(":,; []").find(heading.back()) != std::string_view::npos) heading.pop_back();
  return comparison_form(fold_case(heading));
}

class Citations {
 public:
  explicit Citations(Comparison& c) : c_(c) {
    number_groups();
    collect(c.from, from_group_, from_);
    collect(c.to, to_group_, to_);
    std::vector<Features*> all;
    for (auto* side : {&from_, &to_}) {
      for (Cited& cited : *side) {
        for (Features& features : cited.features) all.push_back(&features);
      }
    }
    weigh(all);
  }

  void run() {
    pair_counterparts();
    pair_moved();
    report();
  }

 private:
  /// Items that are each other's counterparts share a group; parts of a split or merge too.
  void number_groups() {
    const Pairing& pairs = c_.matching.items;
    from_group_.assign(c_.from.items.size(), kNowhere);
    to_group_.assign(c_.to.items.size(), kNowhere);
    std::size_t next = 0;
    for (std::size_t i = 0; i < from_group_.size(); ++i) from_group_[i] = next++;
    for (const Parts& merge : c_.matching.merges) {
      for (const std::size_t part : merge.parts) from_group_[part] = from_group_[merge.parts.front()];
    }
    for (std::size_t j = 0; j < to_group_.size(); ++j)
      to_group_[j] = pairs.from_of[j] == kNowhere ? next++ : from_group_[pairs.from_of[j]];
    for (const Parts& split : c_.matching.splits) {
      for (const std::size_t part : split.parts) to_group_[part] = from_group_[split.whole];
    }
    for (const Parts& merge : c_.matching.merges) to_group_[merge.whole] = from_group_[merge.parts.front()];
  }

  void collect(const FlatDocument& side, const std::vector<std::size_t>& groups, std::vector<Cited>& list) {
    for (std::size_t i = 0; i < side.items.size(); ++i) {
      const FlatItem& item = side.items[i];
      for (std::size_t k = 0; k < item.item->citations.size(); ++k) {
        Cited cited;
        cited.citation = &item.item->citations[k];
        cited.item = item.item;
        cited.place = item.place;
        cited.place.citation = k;
        cited.item_index = i;
        cited.group = groups[i];
        for (const Passage& passage : cited.citation->passages) {
          cited.passages.push_back(c_.interner.take(passage.text));
          cited.features.push_back(features_of(cited.passages.back()));
        }
        list.push_back(std::move(cited));
      }
    }
  }

  // --- likeness ---

  double passage_likeness(const Cited& a, std::size_t i, const Cited& b, std::size_t j) const {
    if (a.passages[i].ids == b.passages[j].ids) return kSamePassage;
    return rounded(likeness(a.features[i], b.features[j]));
  }

  double best_passage(const Cited& a, const Cited& b) const {
    double best = 0;
    for (std::size_t i = 0; i < a.passages.size(); ++i) {
      for (std::size_t j = 0; j < b.passages.size(); ++j) best = std::max(best, passage_likeness(a, i, b, j));
    }
    return best;
  }

  // --- pairing ---

  using Key = std::pair<std::size_t, std::string>;

  static std::map<Key, std::vector<std::size_t>> by_instrument(const std::vector<Cited>& list) {
    std::map<Key, std::vector<std::size_t>> index;
    for (std::size_t i = 0; i < list.size(); ++i) index[{list[i].group, list[i].citation->instrument}].push_back(i);
    return index;
  }

  void pair_counterparts() {
    const auto to_index = by_instrument(to_);
    for (const auto& [key, from_list] : by_instrument(from_)) {
      const auto found = to_index.find(key);
      if (found == to_index.end()) continue;
      std::vector<Scored> scored;
      for (const std::size_t i : from_list) {
        for (const std::size_t j : found->second) scored.push_back({sameness(from_[i], to_[j]), i, j});
      }
      take_best(scored);
    }
  }

  /// One instrument cited twice under one item: the passages tell which is which, then the locator and the heading.
  double sameness(const Cited& a, const Cited& b) const {
    const double locator = a.citation->locator == b.citation->locator ? 0.2 : 0;
    const double label = label_of(*a.citation) == label_of(*b.citation) ? 0.1 : 0;
    const double item = a.item->address == b.item->address ? 0.01 : 0;
    return best_passage(a, b) + locator + label + item;
  }

  void take_best(std::vector<Scored>& scored) {
    std::sort(scored.begin(), scored.end(), best_first);
    for (const Scored& pair : scored) {
      if (from_[pair.from].done || to_[pair.to].done) continue;
      from_[pair.from].done = to_[pair.to].done = true;
      pairs_[pair.to] = pair.from;
    }
  }

  /// Gone here and cited there with a passage of its own: moved. Cited afresh with other passages: a removal and an addition.
  void pair_moved() {
    std::map<std::string, std::vector<std::size_t>> free_to;
    for (std::size_t j = 0; j < to_.size(); ++j) {
      if (!to_[j].done) free_to[to_[j].citation->instrument].push_back(j);
    }
    std::vector<Scored> scored;
    for (std::size_t i = 0; i < from_.size(); ++i) {
      if (from_[i].done) continue;
      for (const std::size_t j : free_to[from_[i].citation->instrument]) {
        const double alike = best_passage(from_[i], to_[j]);
        if (alike >= c_.options.passage_likeness && from_[i].group != to_[j].group) scored.push_back({alike, i, j});
      }
    }
    take_best(scored);
  }

  // --- entries ---

  void report() {
    std::size_t next_gone = 0;
    for (std::size_t j = 0; j < to_.size(); ++j) {
      const auto pair = pairs_.find(j);
      const bool in_place = pair != pairs_.end() && from_[pair->second].group == to_[j].group;
      if (in_place) next_gone = report_gone(next_gone, pair->second);
      if (pair == pairs_.end()) {
        report_one(nullptr, &to_[j]);
      } else {
        report_pair(from_[pair->second], to_[j]);
      }
    }
    report_gone(next_gone, from_.size());
  }

  std::size_t report_gone(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (!from_[i].done) report_one(&from_[i], nullptr);
    }
    return std::max(begin, end);
  }

  static CitationSide side_of(const Cited& cited) {
    return {cited.item->address, cited.place, *cited.place.citation + 1, cited.citation->heading,
            cited.citation->locator.value_or("")};
  }

  void report_one(const Cited* from, const Cited* to) {
    CitationDiff entry;
    entry.instrument = (from != nullptr ? from : to)->citation->instrument;
    entry.changes.add(from != nullptr ? Change::kRemoved : Change::kAdded);
    if (from != nullptr) entry.from = side_of(*from);
    if (to != nullptr) entry.to = side_of(*to);
    c_.result.citations.push_back(std::move(entry));
  }

  void report_pair(const Cited& a, const Cited& b) {
    CitationDiff entry;
    entry.instrument = a.citation->instrument;
    entry.from = side_of(a);
    entry.to = side_of(b);
    if (a.group != b.group) entry.changes.add(Change::kMoved);
    if (label_of(*a.citation) != label_of(*b.citation)) entry.changes.add(Change::kRelabelled);
    compare_passages(entry, a, b);
    if (comparison_form(entry.from->locator) != comparison_form(entry.to->locator)) entry.changes.add(Change::kEdited);
    const bool reworded = std::any_of(entry.passages.begin(), entry.passages.end(),
                                      [](const PassageDiff& p) { return p.change != Change::kEditorial; });
    if (reworded) entry.changes.add(Change::kEdited);
    if (!entry.passages.empty() && !entry.changes.has(Change::kEdited)) entry.changes.add(Change::kEditorial);
    c_.result.citations.push_back(std::move(entry));
  }

  void compare_passages(CitationDiff& entry, const Cited& a, const Cited& b) {
    entry.pairs = pair_passages(a, b);
    std::vector<bool> from_done(a.passages.size(), false), to_done(b.passages.size(), false);
    for (const auto& [i, j] : entry.pairs) {
      from_done[i] = to_done[j] = true;
      if (a.passages[i].ids != b.passages[j].ids) entry.passages.push_back(reworded(a, i, b, j));
    }
    for (std::size_t i = 0; i < from_done.size(); ++i) {
      if (!from_done[i]) entry.passages.push_back({Change::kRemoved, i, std::nullopt, a.citation->passages[i].text, "", {}});
    }
    for (std::size_t j = 0; j < to_done.size(); ++j) {
      if (!to_done[j]) entry.passages.push_back({Change::kAdded, std::nullopt, j, "", b.citation->passages[j].text, {}});
    }
  }

  /// Equal passages first, then alike ones, best first; in the later draft's order.
  std::vector<std::pair<std::size_t, std::size_t>> pair_passages(const Cited& a, const Cited& b) const {
    std::vector<Scored> scored;
    for (std::size_t i = 0; i < a.passages.size(); ++i) {
      for (std::size_t j = 0; j < b.passages.size(); ++j) {
        const double alike = passage_likeness(a, i, b, j);
        if (alike >= c_.options.passage_likeness || is_editorial(a.passages[i], b.passages[j])) scored.push_back({alike, i, j});
      }
    }
    std::sort(scored.begin(), scored.end(), best_first);
    std::set<std::size_t> from_used, to_used;
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (const Scored& pair : scored) {
      if (from_used.contains(pair.from) || to_used.contains(pair.to)) continue;
      from_used.insert(pair.from);
      to_used.insert(pair.to);
      pairs.emplace_back(pair.from, pair.to);
    }
    std::sort(pairs.begin(), pairs.end(), [](const auto& x, const auto& y) { return x.second < y.second; });
    return pairs;
  }

  PassageDiff reworded(const Cited& a, std::size_t i, const Cited& b, std::size_t j) {
    const WordDiff words = compare_words(a.passages[i], b.passages[j], c_.options);
    if (words.coarse)
      c_.result.degraded = "a passage is too long for the exact word comparison; its edits may be larger than they need be";
    const Change change = is_editorial(a.passages[i], b.passages[j]) ? Change::kEditorial : Change::kEdited;
    return {change,
            i,
            j,
            a.citation->passages[i].text,
            b.citation->passages[j].text,
            edits_of(a.passages[i], b.passages[j], words.hunks)};
  }

  Comparison& c_;
  std::vector<std::size_t> from_group_, to_group_;
  std::vector<Cited> from_, to_;
  std::map<std::size_t, std::size_t> pairs_;  ///< to -> from
};

}  // namespace

void report_citations(Comparison& comparison) { Citations(comparison).run(); }

}  // namespace travaux
