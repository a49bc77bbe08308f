// The redline as a PDF: what stands on its pages, in order.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/html_page.h"
#include "report/lookup.h"
#include "report/pdf_draw.h"
#include "report/pdf_setting.h"

namespace travaux {

namespace report {

namespace {

MarkedText marked(Mark mark, std::string_view words) {
  MarkedText text;
  text.add(mark, words);
  return text;
}

/// What reads as a title; a draft may begin with a page-long one.
std::string title_of(const Redline& redline) {
  constexpr std::size_t kMost = 240;
  return redline.title.empty() ? "Redline" : opening_of(redline.title, kMost);
}

class Composer {
 public:
  Composer(const Redline& redline, const DocumentDiff& changes, const RedlineNotes& notes, const RedlineForm& form,
           Typesetter& type)
      : redline_(redline),
        changes_(changes),
        notes_(notes),
        form_(form),
        type_(type),
        shown_(shown_of(redline, changes, form.changes_only ? std::optional(form.context) : std::nullopt)) {}

  std::vector<FlowParagraph> compose() {
    write_head();
    for (const Shown& entry : shown_.blocks) write_block(entry);
    if (shown_.gap_at_end) write_gap();
    write_sources();
    write_origin();
    return std::move(flow_);
  }

 private:
  FlowParagraph& add(const MarkedText& text, const Setting& how, double width) {
    FlowParagraph paragraph;
    paragraph.block = type_.set(text, how.type, {width - how.left, how.hang, false, false});
    paragraph.ink = how.type.ink;
    paragraph.left = how.left;
    paragraph.before = how.before;
    paragraph.keep = how.keep;
    flow_.push_back(std::move(paragraph));
    return flow_.back();
  }

  FlowParagraph& full(const MarkedText& text, const Setting& how) { return add(text, how, Page::kFullWidth); }

  void write_head() {
    full(marked(Mark::kNone, title_of(redline_)), {kTitle, 0, 0, 0, true});
    full(marked(Mark::kNone, from_name(redline_.from_label) + " → " + to_name(redline_.to_label)), {kDrafts, 0, 0, 6, true});
    const auto notice = [&](const std::string& words) {
      full(marked(Mark::kNone, words), {{kSans, 9.5, false, false, kTextInk, 1.15}, 10, 0, 9, true}).notice = true;
    };
    for (const std::string& words : notes_.notices) notice(words);
    if (changes_.degraded) notice("Coarser than it could be: " + *changes_.degraded);
    if (form_.changes_only) notice("Only what changed is shown. … stands for text left out.");
    MarkedText legend;
    legend.add(Mark::kInserted, "inserted");
    legend.add(Mark::kNone, "    ");
    legend.add(Mark::kDeleted, "deleted");
    legend.add(Mark::kNone, "    ");
    legend.add(Mark::kMovedFrom, "moved from here");
    legend.add(Mark::kNone, "    ");
    legend.add(Mark::kMovedTo, "moved to here");
    full(legend, {{kSans, 9.5, false, false, kTextInk, 1.1}, 0, 0, 12, true});
    double before = 8;
    for (const std::string& line : count_lines(changes_)) {
      full(marked(Mark::kNone, line), {kSmall, 0, 0, before, false});
      before = 1.5;
    }
  }

  void write_block(const Shown& entry) {
    const RedlineBlock& block = redline_.blocks[entry.block];
    if (entry.after_gap) write_gap();
    credited_groups_.clear();
    Setting how = setting_of(block);
    if (entry.paragraphs.empty() || number_size(entry.paragraphs.front()) == 0) how.hang = 0;
    bool first = true;
    for (const Paragraph& pieces : entry.paragraphs) {
      for (const Paragraph& part : in_parts(pieces)) {
        write_paragraph(entry, block, part, how, first);
        how.left += how.hang;
        how.hang = how.before = 0;
        first = false;
      }
      how.before = block.role == Role::kSectionHeading ? 2 : 4;
    }
  }

  void write_paragraph(const Shown& entry, const RedlineBlock& block, const Paragraph& pieces, const Setting& how, bool first) {
    const PieceSpans spans = text_of(block, pieces, how.hang > 0);
    if (spans.text.empty()) return;
    FlowParagraph& paragraph = add(spans.text, how, Page::kTextWidth);
    if (!begun_) {
      paragraph.rule = true;
      paragraph.before = 2 * kRuleAbove;
      begun_ = true;
    }
    paragraph.changed = changed_lines(paragraph.block, pieces, spans.begins);
    if (first) tell(paragraph, entry, block);
    credit(paragraph, pieces, spans.begins);
  }

  void note(FlowParagraph& paragraph, std::size_t line, const MarkedText& text) {
    paragraph.notes.push_back({type_.set(text, kNote, {Page::kNotesWidth, 0, false, false}), line});
  }

  /// What the block is in the comparison: beside its first line, and in the outline.
  void tell(FlowParagraph& paragraph, const Shown& entry, const RedlineBlock& block) {
    std::string told = entry.label;
    if (!entry.move.empty()) told += (told.empty() ? "" : "; ") + entry.move;
    if (!told.empty()) note(paragraph, 0, marked(Mark::kNone, told));
    if (entry.opens_section) {
      section_depth_ = block.role == Role::kSectionHeading ? block.depth : 0;
      const std::string name = section_name_of(block);
      if (!name.empty()) paragraph.bookmarks.push_back({name, section_depth_});
    }
    if (entry.opens == nullptr) return;
    paragraph.bookmarks.push_back({entry.opens->address + ": " + entry.label, section_depth_ + 1});
  }

  std::string section_name_of(const RedlineBlock& block) const {
    if (block.role == Role::kBack) return "After the last section";
    if (block.section == 0) return "Before the first section";
    if (block.section >= redline_.sections.size()) return {};
    const Redline::Heading& heading = redline_.sections[block.section];
    const std::string name = fold_white_space(heading.number + " " + heading.heading);
    return name.empty() ? "The text" : name;
  }

  /// Who asked for each change, beside it; once where they are the same for several on end.
  void credit(FlowParagraph& paragraph, const Paragraph& pieces, const std::vector<std::size_t>& begins) {
    std::vector<std::pair<std::size_t, std::string>> said;  // by piece
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i].kind == RunKind::kKept || (!pieces[i].edits.empty() && pieces[i].edits == credited_edits_)) continue;
      std::string groups = fmt::format("{}", fmt::join(groups_of(pieces[i], notes_.credits), ", "));
      if (!groups.empty() && groups != credited_groups_) said.emplace_back(i, groups);
      credited_groups_ = std::move(groups);
      credited_edits_ = pieces[i].edits;
    }
    for (const auto& [i, groups] : said) {
      MarkedText text = marked(Mark::kStrong, groups);
      if (said.size() > 1) text.add(Mark::kNone, "  “" + opening_of(pieces[i].text, 24) + "”");  // which of them
      note(paragraph, line_of(paragraph.block, begins[i]), text);
    }
  }

  void write_gap() { add(marked(Mark::kSoft, "…"), {kBody, kHang, 0, 4, false}, Page::kTextWidth); }

  FlowParagraph& end_heading(const std::string& words) {
    FlowParagraph& heading = full(marked(Mark::kNone, words), {{kSans, 11.5, true, false, kTextInk, 1.1}, 0, 0, 26, true});
    heading.bookmarks.push_back({words, 0});
    return heading;
  }

  void write_sources() {
    const std::vector<CreditLine> lines = credit_lines(notes_.credits);
    if (lines.empty()) return;
    end_heading("Who asked for what");
    for (const CreditLine& line : lines) {
      MarkedText text;
      text.add(Mark::kStrong, line.place);
      text.add(Mark::kNone, "  " + line.change);
      full(text, {kSmall, 0, 0, 6, true});
      for (std::size_t i = 0; i < line.sources.size(); ++i) {
        full(marked(Mark::kNone, line.sources[i]), {kSmall, 14, 0, 1.5, false});
      }
    }
  }

  void write_origin() {
    const std::vector<std::string> lines = origin_lines(notes_.origin);
    if (!lines.empty()) end_heading("What this is made from");
    for (const std::string& line : lines) full(marked(Mark::kNone, line), {kSmall, 0, 0, 4, false});
    if (type_.missing() == 0) return;
    full(marked(Mark::kNone,
                fmt::format("{} characters could not be printed, and stand as boxes with their numbers: no font on the "
                            "computer that made this has them.",
                            type_.missing())),
         {kSmall, 0, 0, 8, false});
  }

  const Redline& redline_;
  const DocumentDiff& changes_;
  const RedlineNotes& notes_;
  const RedlineForm& form_;
  Typesetter& type_;
  ShownRedline shown_;
  std::vector<FlowParagraph> flow_;
  std::size_t section_depth_ = 0;
  std::string credited_groups_;              // of the change before, in this block
  std::vector<std::size_t> credited_edits_;  // of the change before: what one edit brought is credited once
  bool begun_ = false;                       // some of the text is set
};

}  // namespace

}  // namespace report

Result<std::string> redline_pdf(const Redline& redline, const DocumentDiff& changes, const Document& /*from*/, const Document& to,
                                const RedlineNotes& notes, const RedlineForm& form) {
  Result<report::Typesetter> type =
      report::Typesetter::make(report::language_tag(notes.language.empty() ? to.language : notes.language));
  if (!type) return tl::unexpected(type.error());
  const std::vector<report::FlowParagraph> flow = report::Composer(redline, changes, notes, form, *type).compose();
  const report::PdfFrame frame{report::title_of(redline),
                               report::from_name(redline.from_label) + " → " + report::to_name(redline.to_label),
                               fmt::format("{}", fmt::join(notes.notices, " "))};
  return report::pdf_of(flow, report::paginate(flow), frame, *type);
}

}  // namespace travaux
