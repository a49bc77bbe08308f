// The negotiation table as a page: the counts, the table, and a summary for each group.
#include <fmt/format.h>

#include "report/mandates_html.h"
#include "report/table_words.h"

namespace travaux {

namespace report {

namespace {

std::string_view class_of(const FateTally& tally) {
  if (tally.asked == 0) return "said";
  if (tally.got == tally.asked) return "got";
  return tally.got + tally.in_part > 0 ? "part" : "refused";
}

std::string_view class_of(ProposalFate fate) {
  if (fate == ProposalFate::kAccepted) return "got";
  if (fate == ProposalFate::kAcceptedInPart) return "part";
  return fate == ProposalFate::kNone ? "said" : "refused";
}

/// "1/2": got (a half for what was got in part is not counted) of asked; a mark that needs no colour.
std::string cell_html(const TablePapers& papers, const TableCell& cell) {
  if (cell.proposals.empty() && cell.credited.empty()) return {};
  const FateTally& tally = cell.tally;
  const std::string shown = tally.asked == 0 ? "·" : fmt::format("{}/{}{}", tally.got, tally.asked, tally.in_part > 0 ? "½" : "");
  return fmt::format("<span class=\"{}\" title=\"{}\">{}</span>", class_of(tally), escaped(cell_words(papers, cell)), shown);
}

class TablePage {
 public:
  explicit TablePage(const TablePapers& papers) : papers_(papers), table_(papers.table) {
    for (const std::string& group : table_.groups) group_ids_.push_back(ids_.make("group", group));
  }

  std::string write() {
    PageHead head{
        "What became of the proposals", "en", {table_.from_label, table_.to_label}, papers_.notices, {}, {}, "Negotiation table"};
    for (std::size_t g = 0; g < table_.groups.size(); ++g)
      head.counts.emplace_back(table_.groups[g], tally_words(table_.totals[g]));
    if (table_.unprompted > 0) head.counts.emplace_back("Nobody asked", fmt::format("{} edits", table_.unprompted));
    head.parts = {{"table", "Table"}};
    for (std::size_t g = 0; g < table_.groups.size(); ++g) head.parts.emplace_back(group_ids_[g], table_.groups[g]);
    out_ = page_head(head);
    write_matrix();
    for (std::size_t g = 0; g < table_.groups.size(); ++g) write_group(g);
    return std::move(out_) + page_foot(papers_.origin);
  }

 private:
  void write_matrix() {
    Matrix matrix;
    for (std::size_t g = 0; g < table_.groups.size(); ++g) matrix.add_column(table_.groups[g], table_.groups[g], group_ids_[g]);
    const bool unprompted = table_.unprompted > 0 && !table_.rows.empty();
    if (unprompted) matrix.add_column("nobody", "edits that nobody asked for", "table");
    const std::size_t columns = table_.groups.size() + (unprompted ? 1 : 0);
    const bool fits = table_.rows.size() * columns <= kMostCells;
    for (const TableRow& row : table_.rows) {
      if (!fits) break;
      std::vector<std::string> cells;
      for (const TableCell& cell : row.cells) cells.push_back(cell_html(papers_, cell));
      if (unprompted) cells.push_back(unprompted_html(row));
      matrix.add_row(bdi(row_name(row)), cells);
    }
    out_ += matrix.html(table_.rows.size(),
                        "<b>2/3</b> two of three proposals were accepted, ½ some in part, · support, reservation or remark");
  }

  std::string unprompted_html(const TableRow& row) const {
    if (row.unprompted.empty()) return {};
    std::string title;
    for (const std::size_t e : row.unprompted) title += (title.empty() ? "" : "; ") + edit_words(papers_.attribution.edits[e]);
    return fmt::format("<span title=\"{}\">{}</span>", escaped(title), row.unprompted.size());
  }

  void write_group(std::size_t g) {
    out_ += fmt::format("<section id=\"{}\">\n<h2>{}</h2>\n<p>{}.</p>\n", group_ids_[g], bdi(table_.groups[g]),
                        tally_words(table_.totals[g]));
    for (const std::size_t i : proposals_by(papers_, table_.groups[g])) {
      const FatedProposal& fated = papers_.attribution.proposals[i];
      const Proposal& proposal = proposal_of(papers_, fated);
      out_ += fmt::format("<div class=\"card\">\n<p class=\"line\" dir=\"auto\">{}</p>\n", escaped(proposal_words(proposal)));
      if (!is_remark(fated, proposal))
        out_ += fmt::format("<p class=\"fate {}\">{}</p>\n", class_of(fated.fate), escaped(fate_words(papers_, fated)));
      out_ += "</div>\n";
    }
    out_ += "</section>\n";
  }

  const TablePapers& papers_;
  const NegotiationTable& table_;
  Ids ids_;
  std::vector<std::string> group_ids_;
  std::string out_;
};

}  // namespace

}  // namespace report

std::string table_html(const TablePapers& papers) { return report::TablePage(papers).write(); }

}  // namespace travaux
