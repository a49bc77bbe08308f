#include "report/html_layout.h"

#include <algorithm>
#include <set>

#include "report/lookup.h"

namespace travaux::report {

ItemIndex::ItemIndex(const DocumentDiff& changes) {
  for (const ItemDiff& item : changes.items) {
    for (const std::string& address : item.from) items_[{Side::kFrom, address}] = &item;
    for (const std::string& address : item.to) items_[{Side::kTo, address}] = &item;
  }
}

const ItemDiff* ItemIndex::find(Side side, const std::string& address) const {
  const auto found = items_.find({side, address});
  return found == items_.end() ? nullptr : found->second;
}

bool any_change(const RedlineBlock& block) {
  return std::any_of(block.runs.begin(), block.runs.end(), [](const Run& run) { return run.kind != RunKind::kKept; });
}

namespace {

/// Section matter stands by itself; what belongs to an item stands in the item's group.
bool is_of_item(const RedlineBlock& block) {
  return block.role == Role::kItem || block.role == Role::kStatus || block.role == Role::kCitation ||
         block.role == Role::kPassage;
}

class Planner {
 public:
  Planner(const Redline& redline, const ItemIndex& items, Ids& ids, Article& article)
      : redline_(redline), items_(items), ids_(ids), article_(article) {
    article_.sections.resize(redline.sections.size());
  }

  Layout plan() {
    find_moves();
    find_sections();
    find_groups();
    for (ItemGroup& group : layout_.groups) name(group);
    return std::move(layout_);
  }

 private:
  void find_moves() {
    for (const RedlineBlock& block : redline_.blocks) {
      if (block.move == 0) continue;
      MoveEnds& ends = layout_.moves[block.move];
      (block.from_side ? ends.left : ends.came) = true;
      std::string& address = block.from_side ? ends.from : ends.to;
      if (address.empty()) address = block.address;
      if (block.from_side && block.role == Role::kItem) gone_.insert(block.address);
    }
  }

  /// A section's id stands on its heading in the later draft, else on the one that is gone, else on its first block.
  void find_sections() {
    constexpr int kNone = 3;
    std::vector<std::pair<int, std::size_t>> best(redline_.sections.size(), {kNone, 0});
    for (std::size_t b = 0; b < redline_.blocks.size(); ++b) {
      const RedlineBlock& block = redline_.blocks[b];
      if (block.role == Role::kBack) {
        if (article_.back.empty()) layout_.section_ids[b] = article_.back = ids_.make("back", "");
        continue;
      }
      if (block.section >= best.size()) continue;
      const int rank = block.role != Role::kSectionHeading ? 2 : block.from_side ? 1 : 0;
      if (rank < best[block.section].first) best[block.section] = {rank, b};
    }
    for (std::size_t s = 0; s < best.size(); ++s) {
      if (best[s].first == kNone) continue;
      const Redline::Heading& heading = redline_.sections[s];
      article_.order.push_back(s);
      article_.sections[s] =
          s == 0 ? ids_.make("front", "") : ids_.make("section", heading.number.empty() ? heading.heading : heading.number);
      layout_.section_ids[best[s].second] = article_.sections[s];
    }
    std::sort(article_.order.begin(), article_.order.end(), [&](auto a, auto b) { return best[a].second < best[b].second; });
  }

  ItemGroup group_at(std::size_t b) const {
    const RedlineBlock& block = redline_.blocks[b];
    ItemGroup group;
    group.begin = b;
    group.side = block.from_side ? Side::kFrom : Side::kTo;
    group.item = items_.find(group.side, block.address);
    group.address = block.address;
    // What an item that stays has lost belongs to it still.
    if (block.from_side && group.item != nullptr && !group.item->to.empty() && !gone_.contains(block.address)) {
      group.side = Side::kTo;
      group.address = group.item->to.front();
    }
    return group;
  }

  void find_groups() {
    std::vector<ItemGroup>& groups = layout_.groups;
    for (std::size_t b = 0; b < redline_.blocks.size(); ++b) {
      const RedlineBlock& block = redline_.blocks[b];
      if (!is_of_item(block)) continue;
      const ItemGroup group = group_at(b);
      const bool goes_on =
          !groups.empty() && groups.back().end == b && groups.back().side == group.side && groups.back().address == group.address;
      if (!goes_on) groups.push_back(group);
      groups.back().end = b + 1;
      groups.back().changed = groups.back().changed || any_change(block) || !block.changes.empty();
    }
  }

  void name(ItemGroup& group) {
    std::string& id = article_.items[{group.side, group.address}];
    if (id.empty()) {
      id = group.id = ids_.make(group.side == Side::kFrom ? "was" : "item", group.address);
    } else if (group.changed) {
      group.id = ids_.make("also", group.address);
    }
    if (!group.changed) return;
    group.stop = article_.changes.size();
    const bool moved_away = group.side == Side::kFrom && group.item != nullptr && !group.item->to.empty();
    article_.changes.push_back({group.id, group.address, redline_.blocks[group.begin].section, !moved_away});
  }

  const Redline& redline_;
  const ItemIndex& items_;
  Ids& ids_;
  Article& article_;
  Layout layout_;
  std::set<std::string> gone_;  // earlier addresses of items that moved, alone or with their section
};

}  // namespace

Layout lay_out(const Redline& redline, const ItemIndex& items, Ids& ids, Article& article) {
  return Planner(redline, items, ids, article).plan();
}

std::string label_of(const ItemGroup& group, const Redline& redline) {
  if (group.item == nullptr) return "changed";
  const ItemDiff& item = *group.item;
  const Changes& changes = item.changes;
  if (group.side == Side::kFrom && !item.to.empty()) return "moved to " + from_to({}, item.to);
  if (changes.empty()) {
    const auto first = redline.blocks.begin() + static_cast<std::ptrdiff_t>(group.begin);
    const auto last = redline.blocks.begin() + static_cast<std::ptrdiff_t>(group.end);
    const bool reported = std::any_of(first, last, [](const RedlineBlock& block) { return !block.changes.empty(); });
    return reported ? "mandates only" : "order of mandates only";
  }
  const bool from_elsewhere = changes.has(Change::kMoved) || changes.has(Change::kRenumbered) || changes.has(Change::kMerged) ||
                              changes.has(Change::kSplit);
  return words_of(changes) + (from_elsewhere && !item.from.empty() ? " from " + from_to({}, item.from) : "");
}

}  // namespace travaux::report
