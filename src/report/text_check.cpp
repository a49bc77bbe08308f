// Findings as text: a line each, under the line and item they are about.
#include <fmt/format.h>

#include "report/styled.h"
#include "travaux/report.h"

namespace travaux {

namespace {

std::string where(std::size_t line, const std::string& item) {
  return item.empty() ? fmt::format("line {}", line) : fmt::format("line {}, {}", line, item);
}

std::string where(const Finding& finding) {
  if (!finding.item.empty() || finding.section.empty()) return where(finding.line, finding.item);
  return where(finding.line, "section " + finding.section);
}

}  // namespace

StyledText check_text(const std::vector<Finding>& findings) {
  StyledText text;
  report::Writer out(text);
  for (const Finding& finding : findings) {
    out.line(0, 2)
        .add(Style::kAddress, where(finding))
        .add(": ")
        .add(finding.message)
        .add(Style::kTag, " [" + finding.rule + "]");
    for (const FindingPlace& other : finding.others) out.line(2, 4).add(Style::kDim, "see " + where(other.line, other.item));
    if (!finding.suggestion.empty()) out.line(2, 4).add(Style::kNote, "perhaps: ").add(finding.suggestion);
  }
  if (findings.empty()) {
    out.line().add("Nothing looks wrong.");
  } else {
    out.gap().line().add(fmt::format("{} finding{}.", findings.size(), findings.size() == 1 ? "" : "s"));
  }
  return text;
}

}  // namespace travaux
