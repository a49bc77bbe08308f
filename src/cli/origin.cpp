#include "cli/origin.h"

#include <fmt/format.h>

namespace travaux::cli {

std::string name_by_place(std::size_t index, std::size_t count) {
  if (count == 1) return "the draft";
  if (count == 2) return index == 0 ? "the earlier draft" : "the later draft";
  return fmt::format("draft {}", index + 1);
}

ReportOrigin origin_of(const std::vector<Draft>& drafts) {
  ReportOrigin origin{{}, TRAVAUX_VERSION};
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const Draft& draft = drafts[i];
    const std::string label = draft.has_label ? draft.label : name_by_place(i, drafts.size());
    origin.drafts.push_back({label, draft.sha256, draft.date, draft.by, draft.round, draft.origin == Origin::kConstructed});
  }
  return origin;
}

void hide_file_name(Draft& draft, const std::string& name) {
  if (!draft.has_label) draft.label = draft.document.label = name;
}

void hide_file_names(std::vector<Draft>& drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i) hide_file_name(drafts[i], name_by_place(i, drafts.size()));
}

StyledText with_origin(StyledText report, const ReportOrigin& origin) {
  const StyledText making = origin_text(origin);
  report.insert(report.end(), making.begin(), making.end());
  return report;
}

}  // namespace travaux::cli
