// The text of the redline: every word of both drafts, and no other.
#include <algorithm>
#include <optional>

#include "report/html.h"
#include "report/html_runs.h"
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

namespace {

bool any_change(const RedlineBlock& block) {
  return std::any_of(block.runs.begin(), block.runs.end(), [](const Run& run) { return run.kind != RunKind::kKept; });
}

/// The words of one side, white space folded.
std::string words_on(const RedlineBlock& block, Side side) {
  const RunKind other = side == Side::kFrom ? RunKind::kInserted : RunKind::kDeleted;
  std::string words;
  for (const Run& run : block.runs) words += run.kind == other ? "" : run.text;
  return fold_white_space(words);
}

/// Section matter stands by itself; what belongs to an item stands in the item's group.
bool is_of_item(const RedlineBlock& block) {
  return block.role == Role::kItem || block.role == Role::kStatus || block.role == Role::kCitation || block.role == Role::kPassage;
}

/// What stands together: an item with its status and citations.
struct Group {
  std::size_t begin = 0, end = 0;   ///< blocks
  const ItemDiff* item = nullptr;
  Side side = Side::kTo;            ///< kFrom: text that is gone from here
  std::string address;
  bool changed = false;
  std::string id;
};

class ArticleWriter {
 public:
  ArticleWriter(const Redline& redline, const DocumentDiff& changes) : redline_(redline), index_(changes) {
    article_.sections.resize(redline.sections.size());
  }

  Article write(const std::string& language) {
    find_moves();
    find_sections();
    find_groups();
    article_.html = "<article class=\"redline\" id=\"text\" lang=\"" + escaped(language) + "\" dir=\"auto\" aria-label=\"Redline\">\n";
    std::size_t group = 0;
    for (std::size_t b = 0; b < redline_.blocks.size();) {
      if (group < groups_.size() && groups_[group].begin == b) {
        write_group(groups_[group]);
        b = groups_[group++].end;
      } else {
        write_matter(redline_.blocks[b], b);
        ++b;
      }
    }
    article_.html += "</article>\n";
    return std::move(article_);
  }

 private:
  // --- what stands where ---

  struct MoveEnds {
    std::string from, to;  ///< addresses
    bool left = false, came = false;
  };

  void find_moves() {
    for (const RedlineBlock& block : redline_.blocks) {
      if (block.move == 0) continue;
      MoveEnds& ends = moves_[block.move];
      (block.from_side ? ends.left : ends.came) = true;
      std::string& address = block.from_side ? ends.from : ends.to;
      if (address.empty()) address = block.address;
      if (block.from_side && block.role == Role::kItem) gone_.insert(block.address);
    }
  }

  /// A section's id stands on its heading in the later draft, else on the one that is gone, else on its first block.
  void find_sections() {
    std::vector<std::pair<int, std::size_t>> best(redline_.sections.size(), {3, 0});
    for (std::size_t b = 0; b < redline_.blocks.size(); ++b) {
      const RedlineBlock& block = redline_.blocks[b];
      if (block.role == Role::kBack) {
        if (article_.back.empty()) back_block_ = b, article_.back = ids_.make("back", "");
        continue;
      }
      if (block.section >= best.size()) continue;
      const int rank = block.role != Role::kSectionHeading ? 2 : block.from_side ? 1 : 0;
      if (rank < best[block.section].first) best[block.section] = {rank, b};
    }
    for (std::size_t s = 0; s < best.size(); ++s) {
      if (best[s].first > 2) continue;
      const Redline::Heading& heading = redline_.sections[s];
      const std::string& name = heading.number.empty() ? heading.heading : heading.number;
      article_.order.push_back(s);
      article_.sections[s] = s == 0 ? ids_.make("front", "") : ids_.make("section", name);
      section_ids_[best[s].second] = article_.sections[s];
    }
    std::sort(article_.order.begin(), article_.order.end(), [&](auto a, auto b) { return best[a].second < best[b].second; });
  }

  Group group_at(std::size_t b) const {
    const RedlineBlock& block = redline_.blocks[b];
    Group group;
    group.begin = b;
    group.side = block.from_side ? Side::kFrom : Side::kTo;
    group.item = index_.find(group.side, block.address);
    group.address = block.address;
    // What an item that stays has lost belongs to it still.
    if (block.from_side && group.item != nullptr && !group.item->to.empty() && !gone_.contains(block.address)) {
      group.side = Side::kTo;
      group.address = group.item->to.front();
    }
    return group;
  }

  void find_groups() {
    for (std::size_t b = 0; b < redline_.blocks.size(); ++b) {
      const RedlineBlock& block = redline_.blocks[b];
      if (!is_of_item(block)) continue;
      const Group group = group_at(b);
      const bool goes_on = !groups_.empty() && groups_.back().end == b && groups_.back().side == group.side &&
                           groups_.back().address == group.address;
      if (!goes_on) groups_.push_back(group);
      groups_.back().end = b + 1;
      groups_.back().changed = groups_.back().changed || any_change(block) || !block.changes.empty();
    }
    for (Group& group : groups_) name(group);
  }

  void name(Group& group) {
    std::string& id = article_.items[{group.side, group.address}];
    if (id.empty()) {
      id = group.id = ids_.make(group.side == Side::kFrom ? "was" : "item", group.address);
    } else if (group.changed) {
      group.id = ids_.make("also", group.address);
    }
    if (!group.changed) return;
    const std::size_t stop = article_.changes.size();
    stops_[group.begin] = stop;
    const bool moved_away = group.side == Side::kFrom && group.item != nullptr && !group.item->to.empty();
    article_.changes.push_back({group.id, group.address, redline_.blocks[group.begin].section, !moved_away});
  }

  // --- writing ---

  void write_matter(const RedlineBlock& block, std::size_t b) {
    const auto id = section_ids_.find(b);
    BlockShape shape;
    if (id != section_ids_.end()) shape.id = id->second;
    if (block.role == Role::kBack && b == back_block_) shape.id = article_.back;
    static constexpr std::string_view kHeadings[] = {"h2", "h3", "h4", "h5", "h6"};
    if (block.role == Role::kSectionHeading) shape.element = kHeadings[std::min<std::size_t>(block.depth, 4)];
    const bool heading = block.role == Role::kSectionHeading;
    const std::string_view role = heading ? "heading" : block.role == Role::kSectionText ? "own" : block.role == Role::kBack ? "back" : "front";
    const std::string css = std::string(role) + (any_change(block) || heading ? "" : " same");
    shape.css_class = css;
    name_move(shape, block, heading);
    append_block(article_.html, block, shape);
  }

  void write_group(const Group& group) {
    std::string& out = article_.html;
    out += "<div class=\"unit";
    out += group.changed ? " changed" : " same";
    if (redline_.blocks[group.begin].depth > 0) out += " sub";
    out += "\"";
    if (!group.id.empty()) out += " id=\"" + group.id + "\"";
    if (group.changed) write_label(group);
    out += ">\n";
    if (group.changed) write_stops(group);
    bool item_moved = false;
    for (std::size_t b = group.begin; b < group.end;) {
      const RedlineBlock& block = redline_.blocks[b];
      if (block.role == Role::kItem || block.role == Role::kStatus) {
        item_moved = item_moved || (block.role == Role::kItem && block.move != 0);
        write_words(block, block.role == Role::kItem ? "item" : "status", true);
        ++b;
      } else {
        b = write_citation(b, group.end, item_moved);
      }
    }
    out += "</div>\n";
  }

  std::string label_of(const Group& group) const {
    if (group.item == nullptr) return "changed";
    const ItemDiff& item = *group.item;
    const Changes& changes = item.changes;
    if (group.side == Side::kFrom && !item.to.empty()) return "moved to " + from_to({}, item.to);
    if (changes.empty()) return mandates_label(group);
    std::string label = words_of(changes);
    const bool from_elsewhere = changes.has(Change::kMoved) || changes.has(Change::kRenumbered) || changes.has(Change::kMerged) ||
                                changes.has(Change::kSplit);
    if (from_elsewhere && !item.from.empty()) label += " from " + from_to({}, item.from);
    return label;
  }

  std::string mandates_label(const Group& group) const {
    const auto first = redline_.blocks.begin() + static_cast<std::ptrdiff_t>(group.begin);
    const auto last = redline_.blocks.begin() + static_cast<std::ptrdiff_t>(group.end);
    const bool reported = std::any_of(first, last, [](const RedlineBlock& block) { return !block.changes.empty(); });
    return reported ? "mandates only" : "order of mandates only";
  }

  void write_label(const Group& group) {
    std::string names;
    if (group.item != nullptr) {
      for (const Change change : group.item->changes.list()) names += (names.empty() ? "" : " ") + std::string(name_of(change));
    }
    const std::string label = escaped(label_of(group));
    article_.html += " data-change=\"" + names + "\" data-label=\"" + label + "\" role=\"group\" aria-label=\"" + escaped(group.address) +
                     ": " + label + "\"";
  }

  /// To the changes before and after, so that a thumb gets from one to the next.
  void write_stops(const Group& group) {
    const std::size_t here = stops_.at(group.begin);
    const auto link = [&](std::string_view css, std::string_view name, std::size_t stop) {
      const Article::Stop& there = article_.changes[stop];
      article_.html.append("<a class=\"").append(css).append("\" href=\"#").append(there.id).append("\" aria-label=\"").append(name);
      article_.html += ": " + escaped(there.address) + "\"></a>";
    };
    if (here > 0) link("stop before", "Change before", here - 1);
    if (here + 1 < article_.changes.size()) link("stop after", "Next change", here + 1);
    article_.html += "\n";
  }

  /// A citation's heading with its passages; returns the block after them.
  std::size_t write_citation(std::size_t begin, std::size_t limit, bool item_moved) {
    std::size_t end = begin + 1;
    const RedlineBlock& head = redline_.blocks[begin];
    while (end < limit && redline_.blocks[end].role == Role::kPassage) ++end;
    const bool changed = std::any_of(&redline_.blocks[begin], &redline_.blocks[begin] + (end - begin), any_change);
    std::string& out = article_.html;
    out += changed ? "<div class=\"cite\"" : "<div class=\"cite same\"";
    if (head.role == Role::kCitation) out += " id=\"" + register_citation(head) + "\"";
    const std::string label = head.role == Role::kCitation && head.move == 0 ? words_of(head.changes) : std::string();
    if (!label.empty()) out += " data-label=\"" + escaped(label) + "\"";
    out += ">\n";
    for (std::size_t b = begin; b < end; ++b) {
      const bool is_head = redline_.blocks[b].role == Role::kCitation;
      const bool goes_with_head = item_moved || (!is_head && head.role == Role::kCitation && head.move != 0);
      write_words(redline_.blocks[b], is_head ? "citation" : "passage", !goes_with_head);
    }
    out += "</div>\n";
    return end;
  }

  std::string register_citation(const RedlineBlock& block) {
    const std::string id = ids_.make("cite", block.address);
    const auto add = [&](Side side, const std::string& address) {
      const std::string words = words_on(block, side);
      if (!words.empty()) article_.citations[{side, {address, words}}].push_back(id);
    };
    const ItemDiff* item = index_.find(block.from_side ? Side::kFrom : Side::kTo, block.address);
    add(Side::kTo, block.address);
    if (block.from_side || item == nullptr || item->from.empty()) {
      add(Side::kFrom, block.address);
    } else {
      for (const std::string& address : item->from) add(Side::kFrom, address);
    }
    return id;
  }

  void write_words(const RedlineBlock& block, std::string_view css_class, bool with_link) {
    BlockShape shape;
    shape.css_class = css_class;
    name_move(shape, block, with_link);
    append_block(article_.html, block, shape);
  }

  /// Ids for both ends of a move; the link from one to the other where it is no part of a greater move.
  void name_move(BlockShape& shape, const RedlineBlock& block, bool with_link) {
    const auto found = moves_.find(block.move);
    if (found == moves_.end()) return;
    const MoveEnds& ends = found->second;
    shape.moved = true;
    const std::string id = "m" + std::to_string(block.move) + (block.from_side ? "-from" : "-to");
    if (named_moves_.insert(id).second) shape.move_id = id;
    if (!with_link || !ends.left || !ends.came || shape.move_id.empty()) return;
    const std::string& other = block.from_side ? ends.to : ends.from;
    const std::string label = escaped(ends.from == ends.to ? "moved within " + other
                                                           : (block.from_side ? "moved to " : "moved from ") + other);
    shape.mark = "<a class=\"jump\" href=\"#m" + std::to_string(block.move) + (block.from_side ? "-to" : "-from") +
                 "\" data-label=\"" + label + "\" aria-label=\"" + label + "\"></a>";
  }

  const Redline& redline_;
  ItemIndex index_;
  Article article_;
  Ids ids_;
  std::map<std::size_t, MoveEnds> moves_;
  std::set<std::string> gone_;  // earlier addresses of items that moved, alone or with their section
  std::set<std::string> named_moves_;
  std::map<std::size_t, std::string> section_ids_;  // by block
  std::size_t back_block_ = 0;
  std::vector<Group> groups_;
  std::map<std::size_t, std::size_t> stops_;  // index into Article::changes, by the group's first block
};

}  // namespace

Article article_of(const Redline& redline, const DocumentDiff& changes, const std::string& language) {
  return ArticleWriter(redline, changes).write(language);
}

}  // namespace travaux::report
