// Items: what each pair of a matching comes to.
#include <algorithm>
#include <map>
#include <set>

#include "diff/changes.h"
#include "diff/moves.h"
#include "diff/words.h"

namespace travaux {

namespace {

/// The last part of a point's number: what is its own, and not its parent's.
std::string own_number(const Item& item, bool point) {
  const std::size_t dot = item.number.rfind('.');
  return point && dot != std::string::npos ? item.number.substr(dot + 1) : item.number;
}

class Items {
 public:
  explicit Items(Comparison& c) : c_(c), from_(c.from), to_(c.to), pairs_(c.matching.items) {}

  void run() {
    mark_parts();
    mark_moved();
    // In the later draft's order; what is gone stands where it stood, before what came in its place.
    report_gone(0, next_in_place(0));
    for (std::size_t j = 0; j < to_.items.size(); ++j) {
      report_to(j);
      const std::size_t i = pairs_.from_of[j];
      if (i != kNowhere && pairs_.to_of[i] == j && in_place(i)) report_gone(i + 1, next_in_place(i + 1));
    }
  }

 private:
  void mark_parts() {
    for (std::size_t k = 0; k < c_.matching.splits.size(); ++k) {
      split_of_[c_.matching.splits[k].whole] = k;
      for (const std::size_t part : c_.matching.splits[k].parts) split_part_[part] = k;
    }
    for (std::size_t k = 0; k < c_.matching.merges.size(); ++k) {
      merge_of_[c_.matching.merges[k].whole] = k;
      for (const std::size_t part : c_.matching.merges[k].parts) merge_part_[part] = k;
    }
  }

  bool in_parts(std::size_t i, std::size_t j) const {
    return split_of_.contains(i) || merge_part_.contains(i) || split_part_.contains(j) || merge_of_.contains(j);
  }

  // --- order ---

  using Parent = std::pair<std::size_t, std::size_t>;  ///< (section, item) of the later draft

  Parent to_parent(std::size_t j) const { return {to_.items[j].section, to_.items[j].parent}; }

  /// Where the old parent stands in the later draft; nowhere where it went.
  bool parent_kept(std::size_t i, std::size_t j) const {
    const FlatItem& a = from_.items[i];
    const FlatItem& b = to_.items[j];
    if (a.parent == kNowhere || b.parent == kNowhere)
      return a.parent == b.parent && c_.matching.sections.to_of[a.section] == b.section;
    return pairs_.to_of[a.parent] == b.parent || pairs_.from_of[b.parent] == a.parent;
  }

  void mark_moved() {
    std::map<Parent, std::vector<std::size_t>> siblings;
    for (std::size_t i = 0; i < from_.items.size(); ++i) {
      const std::size_t j = pairs_.to_of[i];
      if (j == kNowhere || in_parts(i, j)) continue;
      if (parent_kept(i, j)) {
        siblings[to_parent(j)].push_back(i);
      } else {
        moved_.insert(i);
      }
    }
    for (const auto& [parent, list] : siblings) {
      std::vector<Placed> placed;
      for (const std::size_t i : list) placed.push_back(placed_of(i));
      for (const std::size_t k : moved(placed)) moved_.insert(list[k]);
    }
  }

  Placed placed_of(std::size_t i) const {
    const std::size_t j = pairs_.to_of[i];
    const FlatItem& a = from_.items[i];
    const FlatItem& b = to_.items[j];
    const Placed placed{i, j, a.text.size() + b.text.size(), both_texts(a.item->text, b.item->text)};
    return c_.matching.turned ? placed.turned() : placed;
  }

  // --- entries ---

  /// Did not move, and is the one its counterpart names: of several joined items one stands for all.
  bool in_place(std::size_t i) const {
    const std::size_t j = pairs_.to_of[i];
    return j != kNowhere && pairs_.from_of[j] == i && !moved_.contains(i);
  }

  std::size_t next_in_place(std::size_t i) const {
    while (i < from_.items.size() && !in_place(i)) ++i;
    return i;
  }

  /// Every item stands before the first that stayed in place, or after one: whatever moved with its section, each is met once.
  void report_gone(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (pairs_.to_of[i] != kNowhere || merge_part_.contains(i)) continue;
      ItemDiff entry;
      add_from(entry, i);
      entry.changes.add(Change::kRemoved);
      c_.result.items.push_back(std::move(entry));
    }
  }

  void report_to(std::size_t j) {
    if (const auto merge = merge_of_.find(j); merge != merge_of_.end())
      return report_parts(c_.matching.merges[merge->second], false);
    if (const auto split = split_part_.find(j); split != split_part_.end()) {
      const Parts& parts = c_.matching.splits[split->second];
      if (parts.parts.front() == j) report_parts(parts, true);
      return;
    }
    const std::size_t i = pairs_.from_of[j];
    if (i == kNowhere) return report_added(j);
    ItemDiff entry;
    add_from(entry, i);
    add_to(entry, j);
    entry.match = c_.matching.how[i];
    entry.similarity = c_.matching.similarity[i];
    compare_text(entry, i, j);
    compare_status(entry, from_.items[i].item->status.value_or(""), to_.items[j].item->status.value_or(""));
    compare_place(entry, i, j);
    c_.result.items.push_back(std::move(entry));
  }

  void report_added(std::size_t j) {
    ItemDiff entry;
    add_to(entry, j);
    entry.changes.add(Change::kAdded);
    c_.result.items.push_back(std::move(entry));
  }

  /// One entry for a split or merge.
  void report_parts(const Parts& parts, bool split) {
    ItemDiff entry;
    if (split) add_from(entry, parts.whole);
    if (!split) add_to(entry, parts.whole);
    for (const std::size_t part : parts.parts) split ? add_to(entry, part) : add_from(entry, part);
    entry.match = Match::kParts;
    entry.changes.add(split ? Change::kSplit : Change::kMerged);
    compare_parts(c_, parts, split, entry);
    compare_status(entry, statuses(from_, entry.from_places), statuses(to_, entry.to_places));
    c_.result.items.push_back(std::move(entry));
  }

  static void name(Edit& edit, const Item& from, const Item& to) {
    edit.from_item = from.address;
    edit.to_item = to.address;
  }

  void compare_text(ItemDiff& entry, std::size_t i, std::size_t j) {
    const FlatItem& a = from_.items[i];
    const FlatItem& b = to_.items[j];
    if (a.text.ids == b.text.ids) return;
    const WordDiff words = compare_words(a.text, b.text, c_.options);
    if (words.coarse) note_coarse();
    entry.edits = edits_of(a.text, b.text, words.hunks);
    for (Edit& edit : entry.edits) name(edit, *a.item, *b.item);
    entry.changes.add(is_editorial(a.text, b.text) ? Change::kEditorial : Change::kEdited);
  }

  static std::string statuses(const FlatDocument& side, const std::vector<Place>& places) {
    std::string all;
    for (const Place& place : places) {
      const std::string own = item_at(*side.document, place).status.value_or("");
      if (!own.empty()) all += (all.empty() ? "" : " ") + own;
    }
    return all;
  }

  void compare_status(ItemDiff& entry, const std::string& before, const std::string& after) {
    if (comparison_form(before) == comparison_form(after)) return;
    entry.changes.add(Change::kStatus);
    entry.from_status = before;
    entry.to_status = after;
  }

  void compare_place(ItemDiff& entry, std::size_t i, std::size_t j) {
    if (moved_.contains(i)) {
      entry.changes.add(Change::kMoved);
      return;
    }
    const bool point = from_.items[i].parent != kNowhere;
    if (own_number(*from_.items[i].item, point) != own_number(*to_.items[j].item, point)) entry.changes.add(Change::kRenumbered);
  }

  void add_from(ItemDiff& entry, std::size_t i) {
    entry.from.push_back(from_.items[i].item->address);
    entry.from_places.push_back(from_.items[i].place);
  }

  void add_to(ItemDiff& entry, std::size_t j) {
    entry.to.push_back(to_.items[j].item->address);
    entry.to_places.push_back(to_.items[j].place);
  }

  void note_coarse() {
    c_.result.degraded = "an item is too long for the exact word comparison; its edits may be larger than they need be";
  }

  Comparison& c_;
  const FlatDocument& from_;
  const FlatDocument& to_;
  const Pairing& pairs_;
  std::map<std::size_t, std::size_t> split_of_, split_part_, merge_of_, merge_part_;
  std::set<std::size_t> moved_;
};

}  // namespace

bool is_editorial(const TokenText& from, const TokenText& to) {
  const auto words = [](const TokenText& text) {
    std::vector<TokenId> ids = text.loose;
    std::erase(ids, kNoToken);
    return ids;
  };
  return words(from) == words(to);
}

void report_items(Comparison& comparison) { Items(comparison).run(); }

}  // namespace travaux
