// Items × instruments as JSON.
#include "report/json.h"
#include "report/lookup.h"
#include "report/mandates_words.h"
#include "report/origin.h"
#include "travaux/report.h"

namespace travaux {

using report::Json;

namespace {

constexpr char kSchema[] = "travaux/mandates/1";

Json instrument_json(const MandateTable& table, const MandateInstrument& column) {
  const Instrument& instrument = column.instrument;
  return {{"id", instrument.id},
          {"title", instrument.title},
          {"symbol", report::text_or_null(instrument.symbol)},
          {"year", report::text_or_null(instrument.year)},
          {"kind", report::text_or_null(instrument.kind)},
          {"registered", column.registered},
          {"citations", column.citations.size()},
          {"passages", column.passages.all()},
          {"quotations", column.passages.quotations},
          {"items", report::addresses_of(table, column.items)}};
}

Json citation_json(const MandateTable& table, const CitedMandate& citation) {
  return {{"index", citation.index},
          {"instrument", table.instruments[citation.instrument].instrument.id},
          {"heading", citation.heading},
          {"locator", report::text_or_null(citation.locator)},
          {"passages", citation.passages.all()},
          {"quotations", citation.passages.quotations}};
}

Json item_json(const MandateTable& table, const MandateItem& item) {
  Json citations = Json::array();
  for (const std::size_t c : item.citations) citations.push_back(citation_json(table, table.citations[c]));
  const MandateTable::Section& section = table.sections[item.section];
  Json json = {{"address", item.address},
               {"section", {{"number", section.number}, {"heading", section.heading}}},
               {"basis", name_of(item.basis)},
               {"citations", std::move(citations)}};
  for (const std::size_t m : item.mentions) {
    const MandateMention& mention = table.mentions[m];
    json["mentions"].push_back({{"instrument", table.mentioned[mention.instrument].instrument.id},
                                {"text", mention.span.of(item.text)},
                                {"span", {mention.span.begin, mention.span.end}}});
  }
  return json;
}

Json mentioned_json(const MandateTable& table, const MentionedInstrument& mentioned) {
  const Instrument& instrument = mentioned.instrument;
  return {{"id", instrument.id},
          {"title", instrument.title},
          {"symbol", report::text_or_null(instrument.symbol)},
          {"year", report::text_or_null(instrument.year)},
          {"kind", report::text_or_null(instrument.kind)},
          {"registered", mentioned.registered},
          {"cited", mentioned.cited.has_value()},
          {"items", report::addresses_of(table, mentioned.items)}};
}

Json table_json(const MandateTable& table) {
  Json instruments = Json::array(), items = Json::array();
  for (const MandateInstrument& column : table.instruments) instruments.push_back(instrument_json(table, column));
  for (const MandateItem& item : table.items) items.push_back(item_json(table, item));
  const std::vector<std::size_t> without = table.without_mandate();
  Json json = {{"label", table.label},
               {"instruments", std::move(instruments)},
               {"items", std::move(items)},
               {"without_mandate", report::addresses_of(table, without)},
               {"summary",
                {{"items", table.items.size()},
                 {"without_mandate", without.size()},
                 {"instruments", table.instruments.size()},
                 {"citations", table.citations.size()},
                 {"passages", table.passages.all()},
                 {"quotations", table.passages.quotations}}}};
  // Beside what is cited, never among it.
  for (const MentionedInstrument& mentioned : table.mentioned) json["mentioned"].push_back(mentioned_json(table, mentioned));
  if (!table.mentions.empty()) json["summary"]["mentions"] = table.mentions.size();
  return json;
}

// --- of a comparison ---

Json names_json(const Changes& changes) {
  Json list = Json::array();
  for (const Change change : changes.list()) list.push_back(name_of(change));
  return list;
}

Json side_json(const MandateTable& table, const std::optional<std::size_t>& citation) {
  if (!citation) return nullptr;
  const CitedMandate& cited = table.citations[*citation];
  Json json = {{"item", table.items[cited.item].address}};
  json.update(citation_json(table, cited));
  json.erase("instrument");
  return json;
}

Json changed_citations_json(const MandatesDiff& changes) {
  Json list = Json::array();
  for (const MandateChange& change : changes.citations) {
    if (change.changes.empty()) continue;
    list.push_back({{"instrument", report::instrument_of(changes, changes.columns[change.column]).id},
                    {"change", names_json(change.changes)},
                    {"reworded", change.reworded},
                    {"from", side_json(changes.from, change.from)},
                    {"to", side_json(changes.to, change.to)}});
  }
  return list;
}

/// Every row that a reader of the two tables could not join by its address, and every one in which something changed.
Json changed_items_json(const MandatesDiff& changes) {
  Json list = Json::array();
  for (const MandateRow& row : changes.rows) {
    const std::vector<std::string> from = report::addresses_of(changes.from, row.from);
    const std::vector<std::string> to = report::addresses_of(changes.to, row.to);
    if (row.changes.empty() && from == to && !report::is_changed(changes, row)) continue;
    list.push_back({{"from", from}, {"to", to}, {"change", names_json(row.changes)}});
  }
  return list;
}

Json changed_mentions_json(const MandatesDiff& changes) {
  Json list = Json::array();
  for (const MentionChange& mention : changes.mentions) {
    if (mention.changes.empty()) continue;
    const MandateRow& row = changes.rows[mention.row];
    list.push_back({{"instrument", report::instrument_of(changes, mention).id},
                    {"change", names_json(mention.changes)},
                    {"from", report::addresses_of(changes.from, row.from)},
                    {"to", report::addresses_of(changes.to, row.to)}});
  }
  return list;
}

Json column_side_json(const MandateTable& table, const std::optional<std::size_t>& instrument) {
  if (!instrument) return nullptr;
  const MandateInstrument& column = table.instruments[*instrument];
  return {{"citations", column.citations.size()},
          {"passages", column.passages.all()},
          {"quotations", column.passages.quotations},
          {"items", report::addresses_of(table, column.items)}};
}

Json changed_instruments_json(const MandatesDiff& changes) {
  Json list = Json::array();
  for (const MandateColumn& column : changes.columns) {
    if (!report::is_changed(changes, column)) continue;
    Json change = Json::array();
    if (!column.from) change.push_back(name_of(Change::kAdded));
    if (!column.to) change.push_back(name_of(Change::kRemoved));
    list.push_back({{"id", report::instrument_of(changes, column).id},
                    {"change", std::move(change)},
                    {"from", column_side_json(changes.from, column.from)},
                    {"to", column_side_json(changes.to, column.to)}});
  }
  return list;
}

Json tally_json(const Tally& tally) {
  Json json = Json::object();
  for (const auto& [name, number] : report::in_order(tally)) json[name] = number;
  return json;
}

Tally instrument_tally(const MandatesDiff& changes) {
  Tally tally;
  for (const MandateColumn& column : changes.columns) ++tally[!column.from ? "added" : !column.to ? "removed" : "kept"];
  return tally;
}

}  // namespace

std::string mandates_json(const MandateTable& table, const std::vector<std::string>& notices, const ReportOrigin& origin) {
  Json json = {{"schema", kSchema}};
  json.update(table_json(table));
  if (!notices.empty()) json["notices"] = notices;
  report::add_origin(json, origin);
  return report::print(json);
}

std::string mandates_json(const MandatesDiff& changes, const std::vector<std::string>& notices, const ReportOrigin& origin) {
  Json json = {{"schema", kSchema},
               {"from", table_json(changes.from)},
               {"to", table_json(changes.to)},
               {"changes",
                {{"instruments", changed_instruments_json(changes)},
                 {"items", changed_items_json(changes)},
                 {"citations", changed_citations_json(changes)},
                 {"summary",
                  {{"instruments", tally_json(instrument_tally(changes))},
                   {"items", tally_json(changes.item_tally)},
                   {"citations", tally_json(changes.citation_tally)}}}}},
               {"degraded", changes.degraded ? Json(*changes.degraded) : Json()}};
  if (!changes.mentions.empty()) {
    json["changes"]["mentions"] = changed_mentions_json(changes);
    json["changes"]["summary"]["mentions"] = tally_json(changes.mention_tally);
  }
  if (!notices.empty()) json["notices"] = notices;
  report::add_origin(json, origin);
  return report::print(json);
}

}  // namespace travaux
