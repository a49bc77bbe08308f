#include "report/origin.h"

#include <fmt/format.h>

#include "report/html.h"

namespace travaux {

namespace report {

namespace {

std::string made_with(const ReportOrigin& origin) {
  return origin.version.empty() ? "Made with travaux from:" : "Made with travaux " + origin.version + " from:";
}

/// Where a narrow page may break a hash.
std::string breakable(const std::string& hash) {
  constexpr std::size_t kGroup = 16;
  std::string html;
  for (std::size_t at = 0; at < hash.size(); at += kGroup) html += (at > 0 ? "<wbr>" : "") + escaped(hash.substr(at, kGroup));
  return html;
}

}  // namespace

std::string origin_words(const OriginDraft& draft) {
  std::string words = draft.label;
  if (draft.round) words += fmt::format(" · round {}", *draft.round);
  if (!draft.date.empty()) words += " · " + draft.date;
  if (draft.constructed) words += " · constructed example";
  return words;
}

std::string origin_html(const ReportOrigin& origin) {
  if (origin.drafts.empty()) return {};
  std::string html = "<footer class=\"origin\" lang=\"en\">\n<p><small>" + escaped(made_with(origin)) + "</small></p>\n<ul>\n";
  for (const OriginDraft& draft : origin.drafts) {
    html += "<li><small><bdi>" + escaped(origin_words(draft)) + "</bdi>";
    if (!draft.hash.empty()) html += " · SHA-256 <code>" + breakable(draft.hash) + "</code>";
    html += "</small></li>\n";
  }
  return html + "</ul>\n</footer>\n";
}

std::string origin_markdown(const ReportOrigin& origin, std::string (*plain)(std::string_view)) {
  if (origin.drafts.empty()) return {};
  std::string out = "\n---\n\n" + plain(made_with(origin)) + "\n\n";
  for (const OriginDraft& draft : origin.drafts) {
    out += "- " + plain(origin_words(draft));
    if (!draft.hash.empty()) out += " · SHA-256 `" + draft.hash + "`";
    out += "\n";
  }
  return out;
}

void add_origin(Json& json, const ReportOrigin& origin) {
  if (origin.drafts.empty()) return;
  Json drafts = Json::array();
  for (const OriginDraft& draft : origin.drafts) {
    drafts.push_back({{"label", draft.label}, {"sha256", text_or_null(draft.hash)}, {"constructed", draft.constructed}});
  }
  json["made_from"] = std::move(drafts);
  json["travaux"] = origin.version;
}

}  // namespace report

std::vector<std::string> origin_lines(const ReportOrigin& origin) {
  if (origin.drafts.empty()) return {};
  std::vector<std::string> lines{report::made_with(origin)};
  for (const OriginDraft& draft : origin.drafts) {
    lines.push_back(report::origin_words(draft) + (draft.hash.empty() ? "" : " · SHA-256 " + draft.hash));
  }
  return lines;
}

StyledText origin_text(const ReportOrigin& origin) {
  StyledText text;
  for (const std::string& line : origin_lines(origin)) {
    const bool first = text.empty();
    if (first) text.emplace_back();
    text.push_back({{{Style::kDim, line}}, first ? 0U : 2U, first ? 0U : 4U, true});
  }
  return text;
}

}  // namespace travaux
