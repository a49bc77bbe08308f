// The text of the redline: every word of both drafts, and no other.
#include <algorithm>
#include <set>

#include "report/html.h"
#include "report/html_edits.h"
#include "report/html_layout.h"
#include "report/html_runs.h"
#include "report/lookup.h"

namespace travaux::report {

namespace {

/// The words of one side, white space folded.
std::string words_on(const RedlineBlock& block, Side side) {
  const RunKind other = side == Side::kFrom ? RunKind::kInserted : RunKind::kDeleted;
  std::string words;
  for (const Run& run : block.runs) words += run.kind == other ? "" : run.text;
  return fold_white_space(words);
}

class ArticleWriter {
 public:
  ArticleWriter(const PageEdits& edits, const DocumentDiff& changes)
      : edits_(edits), redline_(edits.redline()), items_(changes), layout_(lay_out(redline_, items_, ids_, article_)) {}

  Article write(const std::string& language) {
    article_.html =
        "<article class=\"redline\" id=\"text\" lang=\"" + escaped(language) + "\" dir=\"auto\" aria-label=\"Redline\">\n";
    auto group = layout_.groups.begin();
    for (std::size_t b = 0; b < redline_.blocks.size();) {
      if (group != layout_.groups.end() && group->begin == b) {
        write_group(*group);
        b = group++->end;
      } else {
        write_matter(redline_.blocks[b], b);
        ++b;
      }
    }
    article_.html += "</article>\n";
    return std::move(article_);
  }

 private:
  void write_matter(const RedlineBlock& block, std::size_t b) {
    BlockShape shape;
    const auto id = layout_.section_ids.find(b);
    if (id != layout_.section_ids.end()) shape.id = id->second;
    static constexpr std::string_view kHeadings[] = {"h2", "h3", "h4", "h5", "h6"};
    if (block.role == Role::kSectionHeading) shape.element = kHeadings[std::min<std::size_t>(block.depth, 4)];
    const bool heading = block.role == Role::kSectionHeading;
    const std::string_view role = heading                            ? "heading"
                                  : block.role == Role::kSectionText ? "own"
                                  : block.role == Role::kBack        ? "back"
                                                                     : "front";
    const std::string css = std::string(role) + (any_change(block) || heading ? "" : " same");
    shape.css_class = css;
    shape.section = block.section;
    name_move(shape, block, heading);
    mark_sources(shape, block);
    append_block(article_.html, block, shape);
  }

  /// The id of a section without a heading stands before its first item.
  void write_section_ids(const ItemGroup& group) {
    auto id = layout_.section_ids.lower_bound(group.begin);
    for (; id != layout_.section_ids.end() && id->first < group.end; ++id) {
      article_.html += "<span id=\"" + id->second + "\"></span>\n";
    }
  }

  void write_group(const ItemGroup& group) {
    write_section_ids(group);
    std::string& out = article_.html;
    out += "<div class=\"unit";
    out += group.changed ? " changed" : " same";
    if (redline_.blocks[group.begin].depth > 0) out += " sub";
    out += "\" data-s=\"" + std::to_string(redline_.blocks[group.begin].section) + "\"";
    const std::vector<std::size_t>& own = edits_.without_words(group.side, group.address);
    if (group.changed && !own.empty()) out += " data-e=\"" + edit_ids(own) + "\"";
    if (!group.id.empty()) out += " id=\"" + group.id + "\"";
    if (group.changed) write_label(group);
    out += ">\n";
    if (group.changed) write_stops(group);
    if (group.changed) write_marks(own);
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

  void write_label(const ItemGroup& group) {
    std::string names;
    if (group.item != nullptr) {
      for (const Change change : group.item->changes.list()) names += (names.empty() ? "" : " ") + std::string(name_of(change));
    }
    const std::string label = escaped(label_of(group, redline_));
    article_.html += " data-change=\"" + names + "\" data-label=\"" + label + "\" role=\"group\" aria-label=\"" +
                     escaped(group.address) + ": " + label + "\"";
  }

  /// The sources of what happened to the item as a whole and shows in no words.
  void write_marks(const std::vector<std::size_t>& own) {
    for (const std::size_t e : own) {
      if (marked_.insert(e).second) article_.html += source_mark(edits_, e);
    }
  }

  /// To the changes before and after, so that a thumb gets from one to the next.
  void write_stops(const ItemGroup& group) {
    const std::size_t here = group.stop;
    const auto link = [&](std::string_view css, std::string_view name, std::size_t stop) {
      const Article::Stop& there = article_.changes[stop];
      article_.html.append("<a class=\"")
          .append(css)
          .append("\" href=\"#")
          .append(there.id)
          .append("\" aria-label=\"")
          .append(name);
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
    const ItemDiff* item = items_.find(block.from_side ? Side::kFrom : Side::kTo, block.address);
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
    mark_sources(shape, block);
    append_block(article_.html, block, shape);
  }

  /// After the last of an edit's words, a link to who asked for it.
  void mark_sources(BlockShape& shape, const RedlineBlock& block) {
    if (!edits_.credited() || (block.move != 0 && block.from_side)) return;  // of a move, where it came to
    const auto edit_of = [&](std::size_t r) {
      const bool has = r < block.runs.size() && block.runs[r].kind != RunKind::kKept && !block.runs[r].edits.empty();
      return has ? block.runs[r].edits.front() : edits_.list().size();
    };
    shape.after.resize(block.runs.size());
    for (std::size_t r = 0; r < block.runs.size(); ++r) {
      const std::size_t e = edit_of(r);
      if (e < edits_.list().size() && edit_of(r + 1) != e && marked_.insert(e).second) shape.after[r] = source_mark(edits_, e);
    }
  }

  /// Ids for both ends of a move; the link from one to the other where it is no part of a greater move.
  void name_move(BlockShape& shape, const RedlineBlock& block, bool with_link) {
    const auto found = layout_.moves.find(block.move);
    if (found == layout_.moves.end()) return;
    const MoveEnds& ends = found->second;
    shape.moved = true;
    const std::string id = "m" + std::to_string(block.move) + (block.from_side ? "-from" : "-to");
    if (named_moves_.insert(id).second) shape.move_id = id;
    if (!with_link || !ends.left || !ends.came || shape.move_id.empty()) return;
    const std::string& other = block.from_side ? ends.to : ends.from;
    const std::string label =
        escaped(ends.from == ends.to ? "moved within " + other : (block.from_side ? "moved to " : "moved from ") + other);
    shape.mark = "<a class=\"jump\" href=\"#m" + std::to_string(block.move) + (block.from_side ? "-to" : "-from") +
                 "\" data-label=\"" + label + "\" aria-label=\"" + label + "\"></a>";
  }

  const PageEdits& edits_;
  const Redline& redline_;
  ItemIndex items_;
  Article article_;
  Ids ids_;
  Layout layout_;
  std::set<std::string> named_moves_;
  std::set<std::size_t> marked_;  // edits whose sources are linked from the text
};

}  // namespace

Article article_of(const PageEdits& edits, const DocumentDiff& changes, const std::string& language) {
  return ArticleWriter(edits, changes).write(language);
}

}  // namespace travaux::report
