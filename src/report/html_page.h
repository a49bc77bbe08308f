// What every page has in common.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace travaux::report {

/// From the doctype to the opened body. `title` is escaped here; `styles` are the project's own and stand as they are. Whatever a
/// draft may hold: nothing is fetched and nothing runs.
void append_page_head(std::string& out, std::string_view title, const std::string& language,
                      const std::vector<std::string_view>& styles);

/// A language tag, or "en" for what is none: it goes into an attribute that programs act on.
std::string language_tag(const std::string& language);

}  // namespace travaux::report
