// The redline as a PDF: what stands on its pages, in order.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/html_page.h"
#include "report/lookup.h"
#include "report/pdf_draw.h"
#include "report/shown.h"
#include "text/unicode.h"

namespace travaux {

namespace report {

namespace {

constexpr double kHang = 32, kSubItem = 22, kPassageIn = 14;

MarkedText marked(Mark mark, std::string_view words) {
  MarkedText text;
  text.add(mark, words);
  return text;
}

/// Where a block stands, in which type, how far from the one before.
struct Setting {
  Type type = kBody;
  double left = 0, hang = 0, before = 7;
  bool keep = false;
};

Setting setting_of(const RedlineBlock& block) {
  const double item = kSubItem * static_cast<double>(std::min<std::size_t>(block.depth, 6));
  switch (block.role) {
    case Role::kSectionHeading: {
      const std::size_t level = std::min<std::size_t>(block.depth, std::size(kHeadings) - 1);
      return {kHeadings[level], 0, 0, level == 0 ? 22.0 : 16.0, true};
    }
    case Role::kItem:
      return {kBody, item, kHang, block.depth == 0 ? 12.0 : 6.0, false};
    case Role::kStatus:
      return {kStatusType, item + kHang, 0, 3, false};
    case Role::kCitation:
      return {kCitationType, item + kHang, 0, 8, true};
    case Role::kPassage:
      return {kPassageType, item + kHang + kPassageIn, 0, 4, false};
    default:
      return {kBody, 0, 0, 7, false};
  }
}

Mark mark_of(const RedlineBlock& block, const Piece& piece) {
  if (piece.gap) return Mark::kSoft;
  if (piece.kind == RunKind::kInserted) return block.move != 0 ? Mark::kMovedTo : Mark::kInserted;
  if (piece.kind == RunKind::kDeleted) return block.move != 0 ? Mark::kMovedFrom : Mark::kDeleted;
  return Mark::kNone;
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
    full(marked(Mark::kNone, redline_.title.empty() ? "Redline" : redline_.title), {kTitle, 0, 0, 0, true});
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
      write_paragraph(entry, block, pieces, how, first);
      if (first && block.role == Role::kSectionHeading) how.before = 2;
      if (first && how.hang > 0) how.left += how.hang;
      if (first) how.hang = 0;
      if (block.role != Role::kSectionHeading) how.before = 4;
      first = false;
    }
  }

  /// Where each piece begins in the text set, so that notes and bars find their line.
  struct PieceSpans {
    MarkedText text;
    std::vector<std::size_t> begins;
  };

  /// How many pieces at the beginning are the printed number, of one draft or of both.
  static std::size_t number_size(const Paragraph& pieces) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i].number) count = i + 1;
      const bool blank = trim_white_space(pieces[i].text, {0, pieces[i].text.size()}).empty();
      if (!pieces[i].number && !blank) break;
    }
    return count;
  }

  /// Words that went out next to those that came in: a thin space tells "3" and "19" from "319".
  static bool meet(const Piece& one, const Piece& next) {
    if (one.kind == RunKind::kKept || next.kind == RunKind::kKept || one.kind == next.kind) return false;
    if (one.text.empty() || next.text.empty()) return false;
    std::size_t end = one.text.size(), begin = 0;
    const char32_t last = previous_code_point(one.text, end), first = next_code_point(next.text, begin);
    return (is_letter(last) || is_digit(last)) && (is_letter(first) || is_digit(first));
  }

  static PieceSpans text_of(const RedlineBlock& block, const Paragraph& pieces, bool hangs) {
    PieceSpans spans;
    const std::size_t numbers = hangs ? number_size(pieces) : 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const std::string& words = pieces[i].text;
      // A tab stands for the space between a number and its text.
      Span span = trim_white_space(words, {0, words.size()});
      if (numbers == 0 || i != numbers) span.begin = 0;
      if (numbers == 0 || i + 1 != numbers) span.end = words.size();
      if (numbers > 0 && i == numbers) spans.text.add_tab();
      if (i > 0 && i != numbers && meet(pieces[i - 1], pieces[i])) spans.text.add(Mark::kNone, "\u2009");
      spans.begins.push_back(spans.text.text().size());
      spans.text.add(mark_of(block, pieces[i]), span.of(words));
    }
    return spans;
  }

  void write_paragraph(const Shown& entry, const RedlineBlock& block, const Paragraph& pieces, const Setting& how, bool first) {
    PieceSpans spans = text_of(block, pieces, first && how.hang > 0);
    if (spans.text.empty()) return;
    FlowParagraph& paragraph = add(spans.text, how, Page::kTextWidth);
    if (!begun_) {
      paragraph.rule = true;
      paragraph.before = 2 * kRuleAbove;
      begun_ = true;
    }
    spans.begins.push_back(spans.text.text().size());
    mark_lines(paragraph, pieces, spans.begins);
    if (first) tell(paragraph, entry, block);
    credit(paragraph, pieces, spans.begins);
  }

  static std::size_t line_of(const TypeBlock& block, std::size_t byte) {
    const auto past = std::upper_bound(block.lines.begin(), block.lines.end(), byte,
                                       [](std::size_t at, const TypeLine& line) { return at < line.begin; });
    return past == block.lines.begin() ? 0 : static_cast<std::size_t>(past - block.lines.begin()) - 1;
  }

  static void mark_lines(FlowParagraph& paragraph, const Paragraph& pieces, const std::vector<std::size_t>& begins) {
    paragraph.changed.assign(paragraph.block.lines.size(), false);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i].kind == RunKind::kKept || begins[i + 1] == begins[i]) continue;
      const std::size_t last = line_of(paragraph.block, begins[i + 1] - 1);
      for (std::size_t line = line_of(paragraph.block, begins[i]); line <= last; ++line) paragraph.changed[line] = true;
    }
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
  const report::PdfFrame frame{redline.title.empty() ? "Redline" : redline.title,
                               report::from_name(redline.from_label) + " → " + report::to_name(redline.to_label),
                               fmt::format("{}", fmt::join(notes.notices, " "))};
  return report::pdf_of(flow, report::paginate(flow), frame, *type);
}

}  // namespace travaux
