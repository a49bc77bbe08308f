// The negotiation table for a terminal and as Markdown: by item, then a summary for each group.
#include <fmt/format.h>

#include <algorithm>

#include "report/origin.h"
#include "report/styled.h"
#include "report/table_words.h"
#include "travaux/text.h"

namespace travaux {

using namespace report;  // NOLINT: this file is part of that floor

namespace {

std::string title_of(const NegotiationTable& table) {
  return fmt::format("What became of the proposals on {} in {}", table.from_label, table.to_label);
}

Style style_of(ProposalFate fate) {
  if (fate == ProposalFate::kAccepted) return Style::kAdded;
  if (fate == ProposalFate::kAcceptedInPart) return Style::kMoved;
  return fate == ProposalFate::kNone ? Style::kDim : Style::kRemoved;
}

void write_rows(const TablePapers& papers, Writer& out) {
  for (const TableRow& row : papers.table.rows) {
    out.line(0, 4).add(Style::kAddress, row_name(row));
    for (std::size_t g = 0; g < row.cells.size(); ++g) {
      const std::string words = cell_words(papers, row.cells[g]);
      if (!words.empty()) out.line(4, 8).add(Style::kTag, papers.table.groups[g] + ": ").add(words);
    }
    for (const std::size_t e : row.unprompted)
      out.line(4, 8).add(Style::kNote, "nobody asked: ").add(edit_words(papers.attribution.edits[e]));
  }
}

void write_group(const TablePapers& papers, std::size_t g, Writer& out) {
  const std::string& group = papers.table.groups[g];
  out.gap().line().add(Style::kHeading, group);
  out.line(0, 2).add(tally_words(papers.table.totals[g]) + ".");
  for (const std::size_t i : proposals_by(papers, group)) {
    const FatedProposal& fated = papers.attribution.proposals[i];
    const Proposal& proposal = proposal_of(papers, fated);
    out.line(2, 6).add(is_remark(fated, proposal) ? Style::kDim : Style::kPlain, proposal_words(proposal));
    if (is_remark(fated, proposal)) continue;
    out.line(6, 8).add(style_of(fated.fate), fate_words(papers, fated));
  }
}

// --- Markdown ---

/// Text that Markdown shows as it is, in a table too.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : escape_controls(fold_white_space(text))) {
    if (std::string_view("\\`*_{}[]<>#|~").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

void append_row(std::string& out, const std::vector<std::string>& cells) {
  for (const std::string& cell : cells) out += "| " + cell + " ";
  out += "|\n";
}

std::string matrix(const TablePapers& papers) {
  const NegotiationTable& table = papers.table;
  std::vector<std::string> cells{"item"};
  for (const std::string& group : table.groups) cells.push_back(plain(group));
  const bool unprompted =
      std::any_of(table.rows.begin(), table.rows.end(), [](const TableRow& r) { return !r.unprompted.empty(); });
  if (unprompted) cells.emplace_back("nobody asked");
  std::string out;
  append_row(out, cells);
  append_row(out, std::vector<std::string>(cells.size(), "---"));
  for (const TableRow& row : table.rows) {
    cells = {plain(row_name(row))};
    for (const TableCell& cell : row.cells) cells.push_back(plain(cell_words(papers, cell)));
    if (unprompted) cells.push_back(row.unprompted.empty() ? "" : fmt::format("{}", row.unprompted.size()));
    append_row(out, cells);
  }
  return out;
}

}  // namespace

StyledText table_text(const TablePapers& papers) {
  StyledText text;
  Writer out(text);
  out.line().add(Style::kHeading, title_of(papers.table));
  for (const std::string& notice : papers.notices) out.line().add(Style::kNote, notice);
  if (papers.table.rows.empty()) {
    out.gap().line().add(Style::kNote, "No proposal, and no change.");
    return text;
  }
  out.gap();
  write_rows(papers, out);
  for (std::size_t g = 0; g < papers.table.groups.size(); ++g) write_group(papers, g, out);
  if (papers.table.unprompted > 0)
    out.gap().line().add(Style::kNote, fmt::format("{} edits that nobody asked for.", papers.table.unprompted));
  return text;
}

std::string table_markdown(const TablePapers& papers) {
  const NegotiationTable& table = papers.table;
  std::string out = fmt::format("# {}\n\n", plain(title_of(table)));
  for (const std::string& notice : papers.notices) out += fmt::format("> {}\n\n", plain(notice));
  if (table.rows.empty()) return out + "No proposal, and no change.\n" + origin_markdown(papers.origin, plain);
  out += matrix(papers);
  for (std::size_t g = 0; g < table.groups.size(); ++g) {
    out += fmt::format("\n## {}\n\n{}.\n\n", plain(table.groups[g]), plain(tally_words(table.totals[g])));
    for (const std::size_t i : proposals_by(papers, table.groups[g])) {
      const FatedProposal& fated = papers.attribution.proposals[i];
      const Proposal& proposal = proposal_of(papers, fated);
      out += fmt::format("- {}", plain(proposal_words(proposal)));
      out += is_remark(fated, proposal) ? "\n" : fmt::format("  \n  **{}**\n", plain(fate_words(papers, fated)));
    }
  }
  if (table.unprompted > 0) out += fmt::format("\n{} edits that nobody asked for.\n", table.unprompted);
  return out + origin_markdown(papers.origin, plain);
}

}  // namespace travaux
