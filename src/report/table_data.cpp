// The negotiation table as JSON.
#include "report/json.h"
#include "report/origin.h"
#include "report/table_words.h"
#include "travaux/text.h"

namespace travaux {

using namespace report;  // NOLINT: this file is part of that floor

namespace {

Json tally_json(const FateTally& tally) {
  return {
      {"asked", tally.asked}, {"got", tally.got}, {"in_part", tally.in_part}, {"refused", tally.refused}, {"other", tally.other}};
}

Json proposal_json(const TablePapers& papers, std::size_t index) {
  const FatedProposal& fated = papers.attribution.proposals[index];
  const Proposal& proposal = proposal_of(papers, fated);
  return {{"comment", papers.comments[fated.proposal.comment].comment->id},
          {"number", text_or_null(proposal.number.value_or(""))},
          {"asks", name_of(proposal.asks)},
          {"words", proposal.words},
          {"fate", text_or_null(std::string(name_of(fated.fate)))},
          {"why", text_or_null(fated.why)}};
}

Json row_json(const TablePapers& papers, const TableRow& row) {
  Json json = {{"from", text_or_null(row.from)}, {"to", text_or_null(row.to)}, {"section", row.is_section}};
  json["cells"] = Json::array();
  for (std::size_t g = 0; g < row.cells.size(); ++g) {
    if (row.cells[g].proposals.empty()) continue;
    Json cell = {{"by", papers.table.groups[g]}};
    cell.update(tally_json(row.cells[g].tally));
    cell["proposals"] = Json::array();
    for (const std::size_t i : row.cells[g].proposals) cell["proposals"].push_back(proposal_json(papers, i));
    json["cells"].push_back(std::move(cell));
  }
  json["unprompted"] = Json::array();
  for (const std::size_t e : row.unprompted) {
    const AttributedEdit& edit = papers.attribution.edits[e];
    json["unprompted"].push_back(Json{{"change", edit.change}, {"from", text_or_null(edit.from)}, {"to", text_or_null(edit.to)}});
  }
  return json;
}

}  // namespace

std::string table_json(const TablePapers& papers) {
  const NegotiationTable& table = papers.table;
  Json json = {{"schema", "travaux/table/1"}, {"from", {{"label", table.from_label}}}, {"to", {{"label", table.to_label}}}};
  if (!papers.notices.empty()) json["notices"] = papers.notices;
  json["groups"] = Json::array();
  for (std::size_t g = 0; g < table.groups.size(); ++g) {
    Json group = {{"name", table.groups[g]}};
    group.update(tally_json(table.totals[g]));
    json["groups"].push_back(std::move(group));
  }
  json["rows"] = Json::array();
  for (const TableRow& row : table.rows) json["rows"].push_back(row_json(papers, row));
  json["unprompted"] = table.unprompted;
  add_origin(json, papers.origin);
  return print(json);
}

}  // namespace travaux
