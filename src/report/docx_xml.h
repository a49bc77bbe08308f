// The little XML that a Word file needs.
#pragma once

#include <string>
#include <string_view>

namespace travaux::report {

/// Text as XML 1.0 holds it, good for content and attributes. A white space control becomes a space; what XML cannot hold (other
/// controls, noncharacters) is shown as U+FFFD. Precondition: UTF-8.
std::string xml_text(std::string_view text);

/// Whether the text holds something that `xml_text` shows as U+FFFD.
bool is_beyond_xml(std::string_view text);

/// Appends ` name="value"`.
void add_attribute(std::string& xml, std::string_view name, std::string_view value);

/// Appends the text as the content of runs: a tab as `w:tab`, words of a script that runs from right to left marked as such.
/// `element`: "w:t", "w:delText". `properties`: of each run, elements of w:rPr before w:rtl; may be empty.
void add_runs(std::string& xml, std::string_view text, std::string_view element, std::string_view properties = {});

/// Whether a paragraph runs from right to left: by its first letter that runs in either way (Unicode Standard Annex 9, P2).
bool runs_right_to_left(std::string_view text);

}  // namespace travaux::report
