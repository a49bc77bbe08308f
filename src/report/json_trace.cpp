// The life of an item as JSON.
#include <cmath>

#include "report/json.h"
#include "report/origin.h"
#include "travaux/report.h"

namespace travaux {

using report::Json;

namespace {

class TraceJson {
 public:
  explicit TraceJson(const std::vector<TracedDraft>& drafts) : drafts_(drafts) {}

  Json write(const Trace& trace) const {
    Json steps = Json::array();
    for (const TraceStep& step : trace.steps) steps.push_back(step_json(step));
    return {{"schema", "travaux/trace/1"},
            {"draft", drafts_[trace.draft].label},
            {"address", address_at(document(trace.draft), trace.place)},
            {"kind", trace.place.item.empty() ? "section" : "item"},
            {"steps", std::move(steps)},
            {"circle", label_or_null(trace.circle)}};
  }

 private:
  const Document& document(std::size_t draft) const { return *drafts_[draft].document; }

  Json label_or_null(const std::optional<std::size_t>& draft) const { return draft ? Json(drafts_[*draft].label) : Json(); }

  Json step_json(const TraceStep& step) const {
    Json items = Json::array(), texts = Json::array();
    for (const Place& place : step.places) {
      items.push_back(address_at(document(step.draft), place));
      texts.push_back(text_json(document(step.draft), place));
    }
    Json json = {{"draft", draft_json(drafts_[step.draft])}, {"based_on", label_or_null(step.base)}, {"items", std::move(items)}};
    add_changes(step, json);
    json["texts"] = std::move(texts);
    json["degraded"] = step.degraded ? Json(*step.degraded) : Json();
    return json;
  }

  static Json draft_json(const TracedDraft& draft) {
    return {{"label", draft.label},
            {"round", draft.round ? Json(*draft.round) : Json()},
            {"date", report::text_or_null(draft.date)},
            {"by", report::text_or_null(draft.by)}};
  }

  static Json text_json(const Document& document, const Place& place) {
    const std::string address = address_at(document, place);
    if (!place.item.empty()) return {{"address", address}, {"text", item_at(document, place).text}};
    const Section& section = document.sections[*place.section];
    return {{"address", address}, {"heading", section.heading}, {"text", section.text}};
  }

  /// What the entries come to together, and each by itself.
  void add_changes(const TraceStep& step, Json& json) const {
    Json entries = Json::array(), edits = Json::array(), text_edits = Json::array(), seams = Json::array();
    Json citations = Json::array();
    for (const TraceEntry& entry : step.entries) {
      Json one = std::visit([](const auto& change) { return change_json(change); }, entry.change);
      take(one, "edits", edits);
      take(one, "text_edits", text_edits);
      take(one, "seams", seams);
      one["joined"] = entry.joined;
      one["parted"] = entry.parted;
      one["stands_again"] = again_json(entry.again);
      entries.push_back(std::move(one));
      for (const CitationDiff& citation : entry.citations) {
        citations.push_back(report::citation_change_json(citation, document(*step.base), document(step.draft)));
      }
    }
    const bool one = entries.size() == 1;
    json["change"] = all_changes(step);
    json["match"] = one ? entries[0]["match"] : Json();
    json["similarity"] = one ? entries[0]["similarity"] : Json();
    json["entries"] = std::move(entries);
    json["edits"] = std::move(edits);
    json["text_edits"] = std::move(text_edits);
    json["seams"] = std::move(seams);
    json["citations"] = std::move(citations);
  }

  static Json change_json(const ItemDiff& item) { return report::item_change_json(item); }
  static Json change_json(const SectionDiff& section) {
    Json json = report::section_change_json(section);
    json["match"] = nullptr;
    json["similarity"] = nullptr;
    json["status"] = nullptr;
    return json;
  }

  /// Moves the entries of a list of an entry to the step's.
  static void take(Json& entry, const char* key, Json& all) {
    const auto list = entry.find(key);
    if (list == entry.end()) return;
    for (Json& edit : *list) all.push_back(std::move(edit));
    entry.erase(list);
  }

  Json again_json(const std::optional<Return>& again) const {
    if (!again) return nullptr;
    return {{"draft", drafts_[again->draft].label},
            {"address", again->address},
            {"likeness", std::round(again->likeness * 10'000) / 10'000},
            {"edits", report::edits_json(again->edits)}};
  }

  static Json all_changes(const TraceStep& step) {
    Changes all;
    for (const TraceEntry& entry : step.entries) {
      for (const Change change : std::visit([](const auto& c) { return c.changes; }, entry.change).list()) all.add(change);
    }
    Json names = Json::array();
    for (const Change change : all.list()) names.push_back(name_of(change));
    return names;
  }

  const std::vector<TracedDraft>& drafts_;
};

}  // namespace

std::string trace_json(const Trace& trace, const std::vector<TracedDraft>& drafts, const std::vector<std::string>& notices,
                       const ReportOrigin& origin) {
  Json json = TraceJson(drafts).write(trace);
  if (!notices.empty()) json["notices"] = notices;
  report::add_origin(json, origin);
  return report::print(json);
}

}  // namespace travaux
