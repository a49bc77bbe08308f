// The redline as a Word file.
#include <unicode/uloc.h>

#include <algorithm>

#include "report/docx_body.h"
#include "report/docx_parts.h"
#include "report/docx_xml.h"
#include "report/html_page.h"
#include "report/lookup.h"

namespace travaux {

namespace {

constexpr std::size_t kShortHash = 12;  ///< digits

/// "es" as "es-ES": Word knows its spelling checkers by country.
std::string with_country(const std::string& tag) {
  if (tag.find('-') != std::string::npos) return tag;
  UErrorCode status = U_ZERO_ERROR;
  char likely[ULOC_FULLNAME_CAPACITY] = {};
  char country[ULOC_COUNTRY_CAPACITY] = {};
  uloc_addLikelySubtags(tag.c_str(), likely, sizeof likely, &status);
  const int32_t size = uloc_getCountry(likely, country, sizeof country, &status);
  return U_FAILURE(status) || size <= 0 ? tag : tag + "-" + std::string(country, static_cast<std::size_t>(size));
}

/// "rev. 1 0a1b2c3d4e5f → rev. 2 … · travaux 0.4.0".
std::string making_of(const ReportOrigin& origin) {
  std::string text;
  for (const OriginDraft& draft : origin.drafts) {
    if (draft.hash.empty()) continue;
    text += (text.empty() ? "" : " → ") + draft.hash.substr(0, kShortHash);
  }
  if (!text.empty()) text = "SHA-256 " + text;
  if (!origin.version.empty()) text += (text.empty() ? "" : " · ") + ("travaux " + origin.version);
  return text;
}

/// The drafts of the origin that are constructed, where no notice says so already.
std::vector<std::string> notices_of(const RedlineNotes& notes) {
  std::vector<std::string> notices = notes.notices;
  for (const OriginDraft& draft : notes.origin.drafts) {
    if (!draft.constructed) continue;
    const std::string sentence = draft.label + " is a constructed example, not a historical document.";
    if (std::find(notices.begin(), notices.end(), sentence) == notices.end()) notices.push_back(sentence);
  }
  return notices;
}

bool has_beyond_xml(const Redline& redline) {
  return std::any_of(redline.blocks.begin(), redline.blocks.end(), [](const RedlineBlock& block) {
    return std::any_of(block.runs.begin(), block.runs.end(), [](const Run& run) { return report::is_beyond_xml(run.text); });
  });
}

}  // namespace

Result<std::string> redline_docx(const Redline& redline, const Document& from, const Document& to, const RedlineNotes& notes,
                                 const DocxOptions& options) {
  const report::DocxCredits credits(redline, notes);
  const report::DocxBody body = report::docx_body(redline, report::flow_of(redline, from, to), credits, options);
  report::DocxStatement statement;
  statement.title = fold_white_space(redline.title.empty() ? "Redline" : redline.title);
  statement.language = with_country(report::language_tag(notes.language.empty() ? to.language : notes.language));
  statement.drafts = report::from_name(redline.from_label) + " → " + report::to_name(redline.to_label);
  statement.notices = notices_of(notes);
  if (has_beyond_xml(redline)) statement.notices.emplace_back("Characters that a Word file cannot hold are shown as \uFFFD.");
  statement.making = making_of(notes.origin);
  return report::docx_package(report::docx_parts(body, statement));
}

}  // namespace travaux
