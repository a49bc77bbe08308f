// Who brought each word in, as JSON.
#include "report/json.h"
#include "report/origin.h"
#include "travaux/report.h"

namespace travaux {

using report::Json;

namespace {

Json run_json(const BlameRun& run, const std::vector<BlameDraft>& drafts) {
  return {
      {"text", run.text}, {"draft", drafts[run.draft].label}, {"by", run.by}, {"asked", run.asked}, {"as_tabled", run.as_tabled}};
}

Json text_json(const BlameText& text, const std::vector<BlameDraft>& drafts) {
  Json runs = Json::array();
  for (const BlameRun& run : text.runs) runs.push_back(run_json(run, drafts));
  return {{"address", text.address}, {"runs", std::move(runs)}};
}

}  // namespace

std::string blame_json(const Blame& blame, const std::vector<BlameDraft>& drafts, std::size_t draft,
                       const std::vector<std::string>& notices, const ReportOrigin& origin) {
  Json items = Json::array(), sections = Json::array();
  for (const BlameText& text : blame.texts) (text.is_section ? sections : items).push_back(text_json(text, drafts));
  Json json = {{"schema", "travaux/blame/1"},
               {"draft", drafts[draft].label},
               {"items", std::move(items)},
               {"sections", std::move(sections)},
               {"degraded", blame.degraded ? Json(*blame.degraded) : Json()}};
  if (!notices.empty()) json["notices"] = notices;
  report::add_origin(json, origin);
  return report::print(json);
}

}  // namespace travaux
