// The negotiation table for a spreadsheet: a row for each item and group.
#include <fmt/format.h>

#include <algorithm>

#include "report/grid.h"
#include "report/table_words.h"

namespace travaux {

using namespace report;  // NOLINT: this file is part of that floor

namespace {

void append(std::string& list, const std::string& words) { list += (list.empty() ? "" : " / ") + words; }

/// "1. replace: In paragraph 2.1, … [accepted]", one after the other.
std::string proposals_of(const TablePapers& papers, const TableCell& cell) {
  std::string said;
  for (const std::size_t i : cell.proposals) {
    const FatedProposal& fated = papers.attribution.proposals[i];
    append(said, fmt::format("{} [{}]", proposal_words(proposal_of(papers, fated)), fate_words(papers, fated)));
  }
  return said;
}

std::vector<GridCell> cell_row(const TablePapers& papers, const TableRow& row, std::size_t g) {
  const TableCell& cell = row.cells[g];
  std::vector<std::size_t> edits = cell.credited;
  for (const std::size_t i : cell.proposals) {
    const std::vector<std::size_t>& came = papers.attribution.proposals[i].edits;
    edits.insert(edits.end(), came.begin(), came.end());
  }
  const auto [from, to] = places_of(row);
  return {from,
          to,
          papers.table.groups[g],
          cell.tally.asked,
          cell.tally.got,
          cell.tally.in_part,
          cell.tally.refused,
          cell.tally.other,
          proposals_of(papers, cell),
          cell.credited.size(),
          changes_words(papers, edits)};
}

}  // namespace

std::pair<std::string, std::string> report::places_of(const TableRow& row) {
  const std::string kind = row.is_section ? "section " : "";
  const std::string from = row.general ? "general" : row.from.empty() ? std::string() : kind + row.from;
  return {from, row.to.empty() ? std::string() : kind + row.to};
}

std::string report::changes_words(const TablePapers& papers, std::vector<std::size_t> edits) {
  std::sort(edits.begin(), edits.end());
  edits.erase(std::unique(edits.begin(), edits.end()), edits.end());
  std::string words;
  for (const std::size_t e : edits) append(words, edit_words(papers.attribution.edits[e]));
  return words;
}

Grid report::table_grid(const TablePapers& papers) {
  Grid grid{{"item", "later item", "group", "asked", "accepted", "in part", "not taken up", "otherwise settled", "proposals",
             "credited without a proposal", "what changed"},
            {}};
  for (const TableRow& row : papers.table.rows) {
    for (std::size_t g = 0; g < row.cells.size(); ++g) {
      if (!row.cells[g].proposals.empty() || !row.cells[g].credited.empty()) grid.rows.push_back(cell_row(papers, row, g));
    }
    if (row.unprompted.empty()) continue;
    const auto [from, to] = places_of(row);
    grid.rows.push_back({from, to, "(nobody asked)", {}, {}, {}, {}, {}, {}, {}, changes_words(papers, row.unprompted)});
  }
  return grid;
}

std::string table_csv(const TablePapers& papers) { return csv_of(table_grid(papers)); }

}  // namespace travaux
