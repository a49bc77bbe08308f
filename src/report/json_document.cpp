// A draft, or one place of it, as JSON.
#include "report/brackets.h"
#include "report/json.h"
#include "travaux/report.h"

namespace travaux {

using report::Json;

namespace {

Json citation_json(const Citation& citation, std::size_t index) {
  Json passages = Json::array();
  for (const Passage& passage : citation.passages) {
    passages.push_back({{"form", report::name_of(passage.form)}, {"text", passage.text}});
  }
  return {{"index", index},
          {"heading", citation.heading},
          {"instrument", report::text_or_null(citation.instrument)},
          {"locator", citation.locator ? Json(*citation.locator) : Json()},
          {"passages", std::move(passages)}};
}

Json items_json(const std::vector<Item>& items);

Json one_item_json(const Item& item) {
  Json citations = Json::array();
  for (const Citation& citation : item.citations) citations.push_back(citation_json(citation, citations.size() + 1));
  return {{"address", item.address},
          {"text", item.text},
          {"status", item.status ? Json(*item.status) : Json()},
          {"items", items_json(item.items)},
          {"citations", std::move(citations)}};
}

Json items_json(const std::vector<Item>& items) {
  Json list = Json::array();
  for (const Item& item : items) list.push_back(one_item_json(item));
  return list;
}

Json section_json(const Section& section) {
  return {{"number", section.number}, {"heading", section.heading}, {"text", section.text}, {"items", items_json(section.items)}};
}

Json counts_json(const Counts& counts) {
  return {{"sections", counts.sections}, {"items", counts.items},           {"citations", counts.citations},
          {"passages", counts.passages}, {"quotations", counts.quotations}, {"instruments", counts.instruments}};
}

Json diagnostics_json(const std::vector<Diagnostic>& diagnostics) {
  Json list = Json::array();
  for (const Diagnostic& diagnostic : diagnostics) {
    list.push_back({{"line", diagnostic.line},
                    {"severity", diagnostic.severity == Severity::kNote ? "note" : "warning"},
                    {"message", diagnostic.message}});
  }
  return list;
}

}  // namespace

std::string document_json(const Document& document, std::string_view label, const std::vector<std::string>& notices) {
  Json sections = Json::array();
  for (const Section& section : document.sections) sections.push_back(section_json(section));
  const Bracketing bracketing = brackets_of(document);
  Json counts = counts_json(count(document));
  report::add_counts(counts, count_open(bracketing));
  Json json = {{"schema", "travaux/draft/1"},
               {"label", label},
               {"title", document.title},
               {"front", document.front},
               {"back", document.back},
               {"sections", std::move(sections)},
               {"counts", std::move(counts)},
               {"brackets", report::brackets_json(document, bracketing)},
               {"options", report::options_json(document, bracketing)},
               {"diagnostics", diagnostics_json(document.diagnostics)}};
  if (!notices.empty()) json["notices"] = notices;
  return report::print(json);
}

std::string item_json(const Document& document, const Place& place, std::string_view label) {
  const Section& section = document.sections[*place.section];
  if (place.item.empty()) {
    return report::print({{"schema", "travaux/section/1"}, {"label", label}, {"section", section_json(section)}});
  }
  return report::print({{"schema", "travaux/item/1"},
                        {"label", label},
                        {"section", {{"number", section.number}, {"heading", section.heading}}},
                        {"item", one_item_json(item_at(document, place))}});
}

}  // namespace travaux
