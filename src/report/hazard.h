// Which characters of a draft could do harm where it is shown, and how many columns the others take.
#pragma once

#include <cstddef>
#include <string_view>

namespace travaux::report {

/// Controls but the line feed, line separators, embeddings, overrides and isolates of direction, invisible tags, noncharacters.
bool is_hazard(char32_t code_point);

/// May not stand in an HTML document: controls that are no white space there, and noncharacters.
bool is_forbidden_in_html(char32_t code_point);

/// What stands in XML and HTML for a character that is markup there; empty for all others. An apostrophe is none.
std::string_view xml_entity(char32_t code_point);

/// Columns on a terminal: 0, 1 or 2.
std::size_t columns(char32_t code_point);

}  // namespace travaux::report
