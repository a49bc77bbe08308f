// What every page has in common.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace travaux::report {

/// One of the project's own scripts, which holds no "</script" nor "<!--".
struct Script {
  std::string_view text;
  std::string_view sha256;  ///< of `text`, hexadecimal
};

/// From the doctype to the opened body. `title` is escaped here; `styles` are the project's own and stand as they are. Whatever a
/// draft may hold: nothing is fetched, and nothing runs but `scripts`, known by their hashes.
void append_page_head(std::string& out, std::string_view title, const std::string& language,
                      const std::vector<std::string_view>& styles, const std::vector<Script>& scripts = {});

/// The scripts themselves, for the end of the body.
void append_scripts(std::string& out, const std::vector<Script>& scripts);

/// A language tag, or "en" for what is none: it goes into an attribute that programs act on.
std::string language_tag(const std::string& language);

}  // namespace travaux::report
