// The redline as text.
#include <algorithm>

#include "report/lookup.h"
#include "report/shown.h"
#include "report/styled.h"
#include "travaux/report.h"

namespace travaux {

using report::Writer;

namespace {

Style style_of(const RedlineBlock& block, RunKind kind) {
  switch (kind) {
    case RunKind::kInserted:
      return block.move != 0 ? Style::kMovedTo : Style::kInserted;
    case RunKind::kDeleted:
      return block.move != 0 ? Style::kMovedFrom : Style::kDeleted;
    case RunKind::kKept:
      break;
  }
  return block.role == Role::kSectionHeading ? Style::kHeading : block.role == Role::kCitation ? Style::kAddress : Style::kPlain;
}

std::size_t indent_of(const RedlineBlock& block) {
  switch (block.role) {
    case Role::kItem:
    case Role::kStatus:
      return 2 * block.depth;
    case Role::kCitation:
      return 2 * block.depth + 4;
    case Role::kPassage:
      return 2 * block.depth + 6;
    default:
      return 0;
  }
}

void write_head(Writer& out, const Redline& redline, const RedlineNotes& notes) {
  if (!redline.title.empty()) out.line().add(Style::kHeading, redline.title);
  out.line(0, 2).add(Style::kHeading, report::from_name(redline.from_label) + " → " + report::to_name(redline.to_label));
  for (const std::string& notice : notes.notices) out.line(0, 2).add(Style::kWarning, notice);
  out.line(0, 2).add(Style::kDeleted, "deleted").add(" ").add(Style::kInserted, "inserted").add(" ");
  out.add(Style::kMovedFrom, "moved from here").add(" ").add(Style::kMovedTo, "moved to here");
}

/// Who asked for what, after the text: nothing but the drafts' words stands in it.
void write_credits(Writer& out, const RedlineCredits& credits) {
  if (credits.attribution == nullptr) return;
  const std::vector<report::CreditLine> lines = report::credit_lines(credits);
  out.gap().line().add(Style::kHeading, "Who asked for it");
  const std::string nobody =
      credits.only.empty() ? "Nobody asked for any of these changes." : credits.only + " asked for none of them.";
  if (lines.empty()) out.line(2, 4).add(Style::kNote, nobody);
  for (const report::CreditLine& line : lines) {
    out.line(2, 4).add(Style::kAddress, line.place).add("  ").add(line.change);
    for (const std::string& source : line.sources) out.line(4, 6).add(Style::kNote, source);
  }
}

}  // namespace

StyledText redline_text(const Redline& redline, const RedlineNotes& notes) {
  StyledText text;
  Writer out(text);
  write_head(out, redline, notes);
  for (const RedlineBlock& block : redline.blocks) {
    const std::size_t indent = indent_of(block);
    out.gap().line(indent, indent);
    for (const Run& run : block.runs) out.add(style_of(block, run.kind), run.text);
    while (text.size() > 1 && text.back().runs.empty()) text.pop_back();  // line feeds at a block's end
  }
  write_credits(out, notes.credits);
  const StyledText making = origin_text(notes.origin);
  text.insert(text.end(), making.begin(), making.end());
  return text;
}

}  // namespace travaux
