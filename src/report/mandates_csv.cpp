// Items × instruments as the table itself, for a spreadsheet.
#include <algorithm>
#include <map>

#include "report/grid.h"
#include "report/lookup.h"
#include "report/mandates_words.h"
#include "travaux/report.h"

namespace travaux {

using namespace report;  // NOLINT: this file is part of that floor

namespace {

/// Each column's head says which instrument it is, so that no two are alike.
std::string head_of(const Instrument& instrument) {
  const std::string id = id_beside(instrument);
  return title_of(instrument) + (id.empty() ? "" : " [" + id + "]");
}

std::vector<GridCell> row_of(const MandateTable& table, const MandateItem& item) {
  PassageCount passages;
  for (const std::size_t c : item.citations) passages += table.citations[c].passages;
  const MandateTable::Section& section = table.sections[item.section];
  std::vector<GridCell> fields{section.number,        section.heading, item.address, item.text, std::string(name_of(item.basis)),
                               item.citations.size(), passages.all()};
  const std::size_t before = fields.size();
  const std::vector<const Instrument*> only = mentioned_only(table);
  fields.resize(before + table.instruments.size() + only.size());
  for (const MandateCell& cell : cells_of(table, item)) fields[before + cell.instrument] = words_of(table, cell);
  for (const std::size_t j : mentioned_beside(table, item)) {
    const MentionedInstrument& mentioned = table.mentioned[j];
    const auto at = std::find(only.begin(), only.end(), &mentioned.instrument) - only.begin();
    fields[before + (mentioned.cited ? *mentioned.cited : table.instruments.size() + static_cast<std::size_t>(at))] =
        GridCell(kMentionedMark);
  }
  return fields;
}

// --- of a comparison ---

std::string change_in_row(const MandatesDiff& changes, const MandateChange& change, std::size_t row) {
  if (left(change, row)) return "moved to " + changes.to.items[changes.to.citations[*change.to].item].address;
  std::string words = words_of(change.changes);
  if (change.changes.has(Change::kMoved))
    words += " from " + changes.from.items[changes.from.citations[*change.from].item].address;
  return words + (words.empty() ? "" : ": ") + words_of(changes, change);
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

std::vector<GridCell> row_of(const MandatesDiff& changes, std::size_t r) {
  const MandateRow& row = changes.rows[r];
  const MandateTable::Section& section = section_of(changes, row);
  const MandateItem& item = row.to.empty() ? changes.from.items[row.from.front()] : changes.to.items[row.to.front()];
  std::vector<GridCell> fields{section.number,
                               section.heading,
                               joined(addresses_of(changes.from, row.from)),
                               joined(addresses_of(changes.to, row.to)),
                               words_of(row.changes),
                               item.text,
                               row.to.empty() ? "" : std::string(name_of(item.basis))};
  const std::size_t before = fields.size();
  std::map<std::string_view, std::size_t> columns;
  for (const MandateColumn& column : changes.columns) columns.emplace(instrument_of(changes, column).id, columns.size());
  for (const Instrument* instrument : mentioned_only(changes)) columns.emplace(instrument->id, columns.size());
  fields.resize(before + columns.size());
  for (const std::size_t c : row.citations) {
    std::string& field = fields[before + changes.citations[c].column].text;
    field += (field.empty() ? "" : " / ") + change_in_row(changes, changes.citations[c], r);
  }
  for (const std::size_t m : row.mentions) {
    std::string& field = fields[before + columns.at(instrument_of(changes, changes.mentions[m]).id)].text;
    const std::string words = words_of(changes.mentions[m].changes);
    field += (field.empty() ? "" : " / ") + words + (words.empty() ? "" : ": ") + std::string(kMentionedMark);
  }
  return fields;
}

}  // namespace

Grid report::mandates_grid(const MandateTable& table) {
  Grid grid{{"section", "heading", "item", "text", "basis", "citations", "passages"}, {}};
  for (const MandateInstrument& column : table.instruments) grid.head.push_back(head_of(column.instrument));
  for (const Instrument* instrument : mentioned_only(table)) grid.head.push_back(head_of(*instrument));
  for (const MandateItem& item : table.items) grid.rows.push_back(row_of(table, item));
  return grid;
}

Grid report::mandates_grid(const MandatesDiff& changes) {
  Grid grid{{"section", "heading", "earlier item", "later item", "change", "text", "basis"}, {}};
  for (const MandateColumn& column : changes.columns) grid.head.push_back(head_of(instrument_of(changes, column)));
  for (const Instrument* instrument : mentioned_only(changes)) grid.head.push_back(head_of(*instrument));
  for (std::size_t r = 0; r < changes.rows.size(); ++r) grid.rows.push_back(row_of(changes, r));
  return grid;
}

std::string mandates_csv(const MandateTable& table) { return csv_of(mandates_grid(table)); }

std::string mandates_csv(const MandatesDiff& changes) { return csv_of(mandates_grid(changes)); }

}  // namespace travaux
