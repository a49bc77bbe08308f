// The fixed point of reading: what was read must read as itself.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace travaux {

/// The lines of a text (1-based, the first one aside) that a reading as plain text would not begin a paragraph at: it takes them
/// for wraps, or for page furniture. A reader whose file knows better sets a blank line before each, or two where one line end in
/// two is blank already.
std::vector<std::size_t> lines_taken_for_wraps(std::string_view text);

}  // namespace travaux
