// What reports say of the drafts they are made from.
#pragma once

#include <string>
#include <vector>

#include "cli/drafts.h"
#include "travaux/report.h"

namespace travaux::cli {

/// What a draft without a label is called in what is passed on, where the name of its file must not be: by its place among
/// `count`: "the draft"; "the earlier draft", "the later draft"; "draft 3".
std::string name_by_place(std::size_t index, std::size_t count);

/// Labels, hashes, dates and rounds of the drafts, in their order, and the version of travaux. No file name.
ReportOrigin origin_of(const std::vector<Draft>& drafts);

/// Calls a draft without a label by `name` instead of by the name of its file. For what is printed or written, once nothing is
/// left that an error would have to name.
void hide_file_name(Draft& draft, const std::string& name);
/// The same for drafts by their places.
void hide_file_names(std::vector<Draft>& drafts);

/// A report with what it is made from under it.
StyledText with_origin(StyledText report, const ReportOrigin& origin);

}  // namespace travaux::cli
