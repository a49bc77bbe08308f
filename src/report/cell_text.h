// What may stand in a cell of a workbook.
#pragma once

#include <string>
#include <string_view>

namespace travaux::report {

/// What a text ends in that was too long for a cell.
inline constexpr std::string_view kCutMark = " […cut: longer than a cell can be]";

/// A text as a cell shows it: white space folded, control and direction characters made visible, what XML cannot hold replaced;
/// "_x0041_", which programs would read as an escape, escaped (ECMA-376 part 1, 22.9.2.19); cut where it is longer than the
/// 32,767 UTF-16 units that a cell holds. Linear.
std::string cell_text(std::string_view text);

/// Whether `cell_text` cuts it.
bool is_cut(std::string_view text);

}  // namespace travaux::report
