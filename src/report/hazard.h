// Which characters of a draft could do harm where it is shown, and how many columns the others take.
#pragma once

#include <cstddef>

namespace travaux::report {

/// Controls but the line feed, line separators, embeddings, overrides and isolates of direction, invisible tags.
bool is_hazard(char32_t code_point);

/// May not stand in an HTML document: controls that are no white space there, and noncharacters.
bool is_forbidden_in_html(char32_t code_point);

/// Columns on a terminal: 0, 1 or 2.
std::size_t columns(char32_t code_point);

}  // namespace travaux::report
