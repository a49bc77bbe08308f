#include "report/shown.h"

#include <algorithm>
#include <set>

#include "report/lookup.h"

namespace travaux::report {

namespace {

bool is_marked(const Paragraph& paragraph) {
  return std::any_of(paragraph.begin(), paragraph.end(), [](const Piece& piece) { return piece.kind != RunKind::kKept; });
}

/// What stands above what: a block is shown with those of lower rank before it.
std::size_t rank_of(const RedlineBlock& block) {
  constexpr std::size_t kText = 1'000, kItems = 2'000, kCitation = 1'000'000;
  switch (block.role) {
    case Role::kFront:
    case Role::kBack:
      return 0;
    case Role::kSectionHeading:
      return 1 + std::min<std::size_t>(block.depth, kText - 2);
    case Role::kSectionText:
      return kText;
    case Role::kItem:
      return kItems + std::min<std::size_t>(block.depth, kItems);
    case Role::kCitation:
    case Role::kStatus:
      return kCitation;
    case Role::kPassage:
      return kCitation + 1;
  }
  return 0;
}

/// Which blocks a short form shows: the changed ones, and what they stand under.
std::vector<bool> chosen(const Redline& redline) {
  std::vector<bool> shown(redline.blocks.size(), false);
  std::vector<std::size_t> above;
  for (std::size_t b = 0; b < redline.blocks.size(); ++b) {
    const std::size_t rank = rank_of(redline.blocks[b]);
    while (!above.empty() && rank_of(redline.blocks[above.back()]) >= rank) above.pop_back();
    above.push_back(b);
    if (!any_change(redline.blocks[b])) continue;
    for (std::size_t i = above.size(); i-- > 0 && !shown[above[i]];) shown[above[i]] = true;
  }
  return shown;
}

/// A block in short: paragraphs without a change become one gap, but for the first, whose beginning says which block it is.
std::vector<Paragraph> short_form(const std::vector<Paragraph>& paragraphs, std::size_t context) {
  std::vector<Paragraph> out;
  bool gap = false;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (i > 0 && !is_marked(paragraphs[i])) {
      const bool told = !out.back().empty() && out.back().back().gap;
      if (!gap && !told) out.push_back({{RunKind::kKept, "…", false, true, {}}});
      gap = true;
      continue;
    }
    out.push_back(shortened(paragraphs[i], context));
    gap = false;
  }
  return out;
}

class Chooser {
 public:
  Chooser(const Redline& redline, const DocumentDiff& changes, std::optional<std::size_t> context)
      : redline_(redline), items_(changes), context_(context) {
    Ids ids;
    Article article;
    result_.layout = lay_out(redline, items_, ids, article);
  }

  ShownRedline choose() {
    const std::vector<bool> shown = context_ ? chosen(redline_) : std::vector<bool>(redline_.blocks.size(), true);
    std::size_t group = 0;
    const ItemGroup* told = nullptr;
    bool gap = false;
    for (std::size_t b = 0; b < redline_.blocks.size(); ++b) {
      follow(b);
      if (!shown[b]) {
        gap = true;
        continue;
      }
      while (group < result_.layout.groups.size() && result_.layout.groups[group].end <= b) ++group;
      Shown entry = shown_block(b);
      entry.after_gap = gap;
      gap = false;
      if (group < result_.layout.groups.size()) open(entry, result_.layout.groups[group], told);
      result_.blocks.push_back(std::move(entry));
    }
    result_.gap_at_end = gap;
    return std::move(result_);
  }

 private:
  Shown shown_block(std::size_t b) {
    const RedlineBlock& block = redline_.blocks[b];
    Shown entry;
    entry.block = b;
    entry.changed = any_change(block);
    entry.opens_section = result_.layout.section_ids.contains(b);
    entry.paragraphs = paragraphs_of(block);
    const bool is_heading = block.role == Role::kSectionHeading || block.role == Role::kCitation;
    if (context_ && !is_heading) entry.paragraphs = short_form(entry.paragraphs, *context_);
    entry.move = move_of(block);
    return entry;
  }

  void open(Shown& entry, const ItemGroup& group, const ItemGroup*& told) const {
    if (entry.block < group.begin || &group == told || !group.changed) return;
    told = &group;
    entry.opens = &group;
    entry.label = label_of(group, redline_);
  }

  /// What the item or citation around block `b` is part of: a move that is told already is not told of its parts.
  void follow(std::size_t b) {
    const RedlineBlock& block = redline_.blocks[b];
    if (block.role == Role::kItem || block.role == Role::kSectionHeading) {
      outer_moved_ = block.move != 0;
      citation_moved_ = false;
    }
    if (block.role == Role::kCitation) citation_moved_ = block.move != 0;
  }

  std::string move_of(const RedlineBlock& block) {
    const auto found = result_.layout.moves.find(block.move);
    if (block.move == 0 || found == result_.layout.moves.end() || block.role == Role::kItem) return {};
    const MoveEnds& ends = found->second;
    const bool part = (outer_moved_ && block.role != Role::kSectionHeading) || (citation_moved_ && block.role == Role::kPassage);
    if (part || !ends.left || !ends.came || !told_.insert({block.move, block.from_side}).second) return {};
    if (ends.from == ends.to) return "moved within " + ends.to;
    return block.from_side ? "moved to " + ends.to : "moved from " + ends.from;
  }

  const Redline& redline_;
  ItemIndex items_;
  std::optional<std::size_t> context_;
  ShownRedline result_;
  std::set<std::pair<std::size_t, bool>> told_;
  bool outer_moved_ = false, citation_moved_ = false;
};

}  // namespace

ShownRedline shown_of(const Redline& redline, const DocumentDiff& changes, std::optional<std::size_t> context) {
  return Chooser(redline, changes, context).choose();
}

}  // namespace travaux::report
