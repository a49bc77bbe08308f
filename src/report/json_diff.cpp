// A comparison as JSON.
#include <cmath>

#include "report/brackets.h"
#include "report/json.h"
#include "report/lookup.h"
#include "report/origin.h"
#include "travaux/report.h"

namespace travaux {

using report::Json;

namespace {

std::string_view name_of(Role role) {
  static constexpr std::string_view kNames[] = {"front", "heading", "section", "item", "status", "citation", "passage", "back"};
  return kNames[static_cast<std::size_t>(role)];
}

Json changes_json(const Changes& changes) {
  Json list = Json::array();
  for (const Change change : changes.list()) list.push_back(name_of(change));
  return list;
}

Json section_json(const SectionDiff& section) {
  return {{"from", section.from},
          {"to", section.to},
          {"change", changes_json(section.changes)},
          {"edits", report::edits_json(section.edits)},
          {"text_edits", report::edits_json(section.text_edits)}};
}

Json status_json(const ItemDiff& item) {
  if (!item.changes.has(Change::kStatus)) return nullptr;
  return {{"from", report::text_or_null(item.from_status)}, {"to", report::text_or_null(item.to_status)}};
}

Json one_item_json(const ItemDiff& item) {
  // Four digits: what is beyond them may differ between machines.
  const double similarity = std::round(item.similarity * 10'000) / 10'000;
  return {{"from", item.from},
          {"to", item.to},
          {"change", changes_json(item.changes)},
          {"similarity", similarity},
          {"match", item.match == Match::kNone ? Json() : Json(name_of(item.match))},
          {"status", status_json(item)},
          {"edits", report::edits_json(item.edits)},
          {"seams", report::edits_json(item.seams)}};
}

Json side_json(const std::optional<CitationSide>& side) {
  if (!side) return nullptr;
  return {
      {"item", side->item}, {"index", side->index}, {"heading", side->heading}, {"locator", report::text_or_null(side->locator)}};
}

Json index_json(const std::optional<std::size_t>& index) { return index ? Json(*index + 1) : Json(); }

Json passage_json(const CitationDiff& citation, const PassageDiff& passage, const Document& from, const Document& to) {
  Json form;
  if (const auto forms = report::form_change(citation, passage, from, to)) {
    form = {{"from", report::name_of(forms->first)}, {"to", report::name_of(forms->second)}};
  }
  return {{"change", name_of(passage.change)},
          {"from", passage.from ? Json(passage.from_text) : Json()},
          {"to", passage.to ? Json(passage.to_text) : Json()},
          {"from_index", index_json(passage.from)},
          {"to_index", index_json(passage.to)},
          {"form", std::move(form)},
          {"edits", report::edits_json(passage.edits)}};
}

Json citation_json(const CitationDiff& citation, const Document& from, const Document& to) {
  Json passages = Json::array();
  for (const PassageDiff& passage : citation.passages) passages.push_back(passage_json(citation, passage, from, to));
  return {{"instrument", citation.instrument},
          {"change", changes_json(citation.changes)},
          {"from", side_json(citation.from)},
          {"to", side_json(citation.to)},
          {"passages", std::move(passages)}};
}

Json tally_json(const Tally& tally) {
  Json json = Json::object();
  for (const auto& [name, number] : report::in_order(tally)) json[name] = number;
  return json;
}

Json words_json(const WordTally& words) {
  return {{"kept", words.kept},   {"edited", words.edited},   {"moved", words.moved},
          {"added", words.added}, {"removed", words.removed}, {"total", words.total()}};
}

Json facts_json(const Ledger& ledger) {
  Json list = Json::array();
  for (const Fact& fact : ledger.facts) {
    list.push_back({{"fate", name_of(fact.fate)},
                    {"of", fact.number ? "number" : name_of(fact.role)},
                    {"entry", fact.entry},
                    {"from_span", {fact.from.begin, fact.from.end}},
                    {"to_span", {fact.to.begin, fact.to.end}},
                    {"from_words", fact.from_tokens},
                    {"to_words", fact.to_tokens}});
  }
  return list;
}

template <typename Entry, typename ToJson>
Json changed_json(const std::vector<Entry>& entries, bool all, ToJson to_json) {
  Json list = Json::array();
  for (const Entry& entry : entries) {
    if (all || !entry.changes.empty()) list.push_back(to_json(entry));
  }
  return list;
}

}  // namespace

namespace report {

Json section_change_json(const SectionDiff& section) { return section_json(section); }
Json item_change_json(const ItemDiff& item) { return one_item_json(item); }
Json citation_change_json(const CitationDiff& citation, const Document& from, const Document& to) {
  return citation_json(citation, from, to);
}

}  // namespace report

std::string diff_json(const DocumentDiff& changes, const Document& from, const Document& to, const DiffJsonOptions& options) {
  const auto citation = [&](const CitationDiff& entry) { return citation_json(entry, from, to); };
  Json json = {{"schema", "travaux/diff/1"},
               {"from", {{"label", changes.from_label}}},
               {"to", {{"label", changes.to_label}}},
               {"front", {{"edits", report::edits_json(changes.front)}}},
               {"back", {{"edits", report::edits_json(changes.back)}}},
               {"sections", changed_json(changes.sections, options.all, section_json)},
               {"items", changed_json(changes.items, options.all, one_item_json)},
               {"citations", changed_json(changes.citations, options.all, citation)},
               {"summary",
                {{"sections", tally_json(changes.section_tally())},
                 {"items", tally_json(changes.item_tally())},
                 {"citations", tally_json(changes.citation_tally())}}},
               {"degraded", changes.degraded ? Json(*changes.degraded) : Json()}};
  if (options.ledger != nullptr) {
    json["summary"]["words"] = {{"from", words_json(options.ledger->from)}, {"to", words_json(options.ledger->to)}};
    if (options.facts) json["facts"] = facts_json(*options.ledger);
  }
  if (options.brackets != nullptr) {
    json["brackets"] = report::bracket_changes_json(*options.brackets);
    json["summary"]["brackets"] = report::bracket_summary_json(*options.brackets);
  }
  if (!options.notices.empty()) json["notices"] = options.notices;
  report::add_origin(json, options.origin);
  return report::print(json);
}

}  // namespace travaux
