// The drafts that led to one, with how much changed at each: the rounds of a report.
#pragma once

#include <string>
#include <vector>

#include "cli/drafts.h"
#include "travaux/report.h"

namespace travaux::cli {

/// The way from the first draft to `to`, where it leads through `from`; empty for plain files and for rival texts. `with_comments`:
/// how many comments were sent in is told too. Changes are counted on ways of up to a hundred drafts.
Result<std::vector<ChainDraft>> timeline(Session& session, const Draft& from, const Draft& to, bool with_comments);

}  // namespace travaux::cli
