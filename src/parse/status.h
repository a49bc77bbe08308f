// Status lines: "(AGREED ad ref.)", "[Pendiente]", "AGREED IN PLENARY".
#pragma once

#include <cstddef>
#include <string_view>

namespace travaux {

/// Where a status line begins at the end of a text: "(AGREED ad ref.)"; the text's size where there is none. Linear.
std::size_t status_begin(std::string_view text);

/// Whether a paragraph is a status line and nothing else.
inline bool is_status(std::string_view paragraph) { return !paragraph.empty() && status_begin(paragraph) == 0; }

}  // namespace travaux
