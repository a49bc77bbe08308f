#include "report/csv.h"

#include "text/unicode.h"
#include "travaux/report.h"

namespace travaux::report {

namespace {

/// What begins a formula: in East Asian editions the full-width forms too (OWASP, "CSV Injection"). Tabs and line ends, which
/// some programs skip, are folded away before.
bool begins_formula(char32_t c) {
  return c == U'=' || c == U'+' || c == U'-' || c == U'@' || c == U'\uFF1D' || c == U'\uFF0B' || c == U'\uFF0D' || c == U'\uFF20';
}

}  // namespace

std::string csv_field(std::string_view text) {
  std::string field = escape_controls(fold_white_space(text));
  std::size_t at = 0;
  if (!field.empty() && begins_formula(next_code_point(field, at))) field.insert(0, 1, '\'');
  if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
  std::string quoted = "\"";
  for (const char c : field) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

std::string csv_row(const std::vector<std::string>& fields) {
  std::string row;
  for (std::size_t i = 0; i < fields.size(); ++i) row += (i > 0 ? "," : "") + csv_field(fields[i]);
  return (row.empty() ? "\"\"" : row) + "\r\n";
}

}  // namespace travaux::report
