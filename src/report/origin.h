// What a report states of its making: the drafts with their hashes, and the version of travaux.
#pragma once

#include <string>
#include <string_view>

#include "report/json.h"
#include "travaux/report.h"

namespace travaux::report {

/// "rev. 1 · round 2 · 2011-05-03 · constructed example": a draft without its hash, and without who tabled it, since a report may
/// be for one group alone.
std::string origin_words(const OriginDraft& draft);

/// The statement at the end of a page, as a `<footer>`; empty where nothing is known.
std::string origin_html(const ReportOrigin& origin);

/// The same in Markdown, a list. `plain` makes text that Markdown shows as it is.
std::string origin_markdown(const ReportOrigin& origin, std::string (*plain)(std::string_view));

/// "made_from" and "travaux", at the end of an answer; none where nothing is known.
void add_origin(Json& json, const ReportOrigin& origin);

}  // namespace travaux::report
