// Comma-separated values (RFC 4180) that a spreadsheet may open.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace travaux::report {

/// One field: white space folded, control and direction characters made visible, an apostrophe before what a spreadsheet would
/// take for a formula, quoted where it must be.
std::string csv_field(std::string_view text);

/// A row, with its CRLF. A row of one empty field is quoted, so that it is no empty line.
std::string csv_row(const std::vector<std::string>& fields);

}  // namespace travaux::report
