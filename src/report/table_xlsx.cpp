// The negotiation table as a workbook: by item and group, proposal by proposal, by group, what it is made from.
#include <fmt/format.h>

#include <algorithm>

#include "report/table_words.h"
#include "report/workbook.h"

namespace travaux {

using namespace report;  // NOLINT: this file is part of that floor

namespace {

/// The rows in which a group's proposal stands.
std::pair<std::string, std::string> places_of(const NegotiationTable& table, std::size_t group, std::size_t proposal) {
  std::string from, to;
  for (const TableRow& row : table.rows) {
    const std::vector<std::size_t>& here = row.cells[group].proposals;
    if (std::find(here.begin(), here.end(), proposal) == here.end()) continue;
    const auto [earlier, later] = report::places_of(row);
    if (!earlier.empty()) from += (from.empty() ? "" : ", ") + earlier;
    if (!later.empty()) to += (to.empty() ? "" : ", ") + later;
  }
  return {from, to};
}

Grid proposals_grid(const TablePapers& papers) {
  Grid grid{{"group", "number", "item", "later item", "asks", "proposal", "fate", "why", "by a ruling", "what changed"}, {}};
  for (std::size_t g = 0; g < papers.table.groups.size(); ++g) {
    for (const std::size_t i : proposals_by(papers, papers.table.groups[g])) {
      const FatedProposal& fated = papers.attribution.proposals[i];
      const Proposal& proposal = proposal_of(papers, fated);
      const auto [from, to] = places_of(papers.table, g, i);
      grid.rows.push_back({papers.table.groups[g], proposal.number.value_or(""), from, to, name_of(proposal.asks), proposal.words,
                           fated.fate == ProposalFate::kNone ? std::string() : std::string(name_of(fated.fate)), fated.why,
                           fated.ruled ? "yes" : "", changes_words(papers, fated.edits)});
    }
  }
  return grid;
}

Grid groups_grid(const NegotiationTable& table) {
  Grid grid{{"group", "asked", "accepted", "in part", "not taken up", "otherwise settled"}, {}};
  for (std::size_t g = 0; g < table.groups.size(); ++g) {
    const FateTally& tally = table.totals[g];
    grid.rows.push_back({table.groups[g], tally.asked, tally.got, tally.in_part, tally.refused, tally.other});
  }
  return grid;
}

}  // namespace

Result<std::string> table_xlsx(const TablePapers& papers) {
  constexpr std::size_t kNamingColumns = 3;
  const std::string title =
      fmt::format("What became of the proposals on {} in {}", papers.table.from_label, papers.table.to_label);
  std::vector<Sheet> sheets;
  sheets.push_back({"Table", table_grid(papers), kNamingColumns});
  sheets.push_back({"Proposals", proposals_grid(papers), 2});
  sheets.push_back({"By group", groups_grid(papers.table), 1});
  sheets.push_back(about_sheet(sheets, title, papers.notices, papers.origin));
  return workbook(title, sheets);
}

}  // namespace travaux
