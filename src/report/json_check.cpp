// Findings as JSON.
#include "report/json.h"
#include "report/origin.h"
#include "travaux/report.h"

namespace travaux {

using report::Json;

std::string check_json(const std::vector<Finding>& findings, std::string_view label, const std::vector<std::string>& notices,
                       const ReportOrigin& origin) {
  Json list = Json::array();
  for (const Finding& finding : findings) {
    Json others = Json::array();
    for (const FindingPlace& other : finding.others) {
      others.push_back({{"line", other.line}, {"item", report::text_or_null(other.item)}});
    }
    list.push_back({{"rule", finding.rule},
                    {"line", finding.line},
                    {"item", report::text_or_null(finding.item)},
                    {"section", report::text_or_null(finding.section)},
                    {"message", finding.message},
                    {"suggestion", report::text_or_null(finding.suggestion)},
                    {"others", std::move(others)}});
  }
  Json json = {{"schema", "travaux/check/1"}, {"label", label}, {"findings", std::move(list)}};
  if (!notices.empty()) json["notices"] = notices;
  report::add_origin(json, origin);
  return report::print(json);
}

}  // namespace travaux
