// Items × instruments as a workbook: the table, the instruments, what it is made from.

#include "report/lookup.h"
#include "report/mandates_words.h"
#include "report/workbook.h"

namespace travaux {

using namespace report;  // NOLINT: this file is part of that floor

namespace {

constexpr std::size_t kOneDraft = 3, kTwoDrafts = 4;  // columns that say which item a row is

Grid instruments_grid(const MandateTable& table) {
  Grid grid{{"instrument", "id", "year", "kind", "items", "citations", "quotations", "paraphrases", "cited in"}, {}};
  for (const MandateInstrument& column : table.instruments) {
    const Instrument& instrument = column.instrument;
    grid.rows.push_back({title_of(instrument), instrument.id, instrument.year, instrument.kind, column.items.size(),
                         column.citations.size(), column.passages.quotations, column.passages.paraphrases,
                         addresses_of(table, column)});
  }
  return grid;
}

Grid without_grid(const MandateTable& table) {
  Grid grid{{"item", "text"}, {}};
  for (const std::size_t i : table.without_mandate()) grid.rows.push_back({table.items[i].address, table.items[i].text});
  return grid;
}

/// An instrument's citations, items and where it is cited, on one side; zeros where it is not.
void add_side(const MandateTable& table, const std::optional<std::size_t>& instrument, std::vector<GridCell>& fields) {
  const MandateInstrument none;
  const MandateInstrument& column = instrument ? table.instruments[*instrument] : none;
  fields.insert(fields.end(), {column.items.size(), column.citations.size(), column.passages.all(), addresses_of(table, column)});
}

Grid instruments_grid(const MandatesDiff& changes) {
  Grid grid{{"instrument", "id", "change", "items before", "citations before", "passages before", "cited before in", "items now",
             "citations now", "passages now", "cited now in"},
            {}};
  for (const MandateColumn& column : changes.columns) {
    const Instrument& instrument = instrument_of(changes, column);
    const std::string change = !column.from                  ? "newly cited"
                               : !column.to                  ? "no longer cited"
                               : is_changed(changes, column) ? "changed"
                                                             : "";
    std::vector<GridCell> fields{title_of(instrument), instrument.id, change};
    add_side(changes.from, column.from, fields);
    add_side(changes.to, column.to, fields);
    grid.rows.push_back(std::move(fields));
  }
  return grid;
}

Grid changes_grid(const MandatesDiff& changes) {
  Grid grid{{"instrument", "change", "earlier item", "later item", "heading", "words"}, {}};
  for (const MandateChange& change : changes.citations) {
    if (change.changes.empty()) continue;
    const auto item = [](const MandateTable& table, const std::optional<std::size_t>& citation) {
      return citation ? table.items[table.citations[*citation].item].address : std::string();
    };
    const CitedMandate& cited = change.to ? changes.to.citations[*change.to] : changes.from.citations[*change.from];
    grid.rows.push_back({title_of(instrument_of(changes, changes.columns[change.column])), words_of(change.changes),
                         item(changes.from, change.from), item(changes.to, change.to), bare_heading(cited.heading),
                         words_of(changes, change)});
  }
  return grid;
}

}  // namespace

Result<std::string> mandates_xlsx(const MandateTable& table, const std::vector<std::string>& notices,
                                  const ReportOrigin& origin) {
  std::vector<Sheet> sheets;
  sheets.push_back({"Mandates", mandates_grid(table), kOneDraft});
  sheets.push_back({"By instrument", instruments_grid(table), 1});
  sheets.push_back({"Without a mandate", without_grid(table), 1});
  sheets.push_back(about_sheet(sheets, "Mandates: " + totals_of(table), notices, origin));
  return workbook(table.title.empty() ? "Mandates" : table.title, sheets);
}

Result<std::string> mandates_xlsx(const MandatesDiff& changes, const std::vector<std::string>& notices,
                                  const ReportOrigin& origin) {
  std::vector<std::string> said = notices;
  if (changes.degraded) said.push_back("Coarser than it could be: " + *changes.degraded);
  std::string counts;
  for (const auto& [name, count] : totals_of(changes)) counts += (counts.empty() ? "" : "; ") + name + " " + count;
  std::vector<Sheet> sheets;
  sheets.push_back({"Mandates", mandates_grid(changes), kTwoDrafts});
  sheets.push_back({"By instrument", instruments_grid(changes), 1});
  sheets.push_back({"Changed citations", changes_grid(changes), 1});
  sheets.push_back(about_sheet(sheets, "What changed in the mandates: " + counts, said, origin));
  return workbook(changes.to.title.empty() ? "Mandates" : changes.to.title, sheets);
}

}  // namespace travaux
