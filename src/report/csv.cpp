#include "report/csv.h"

#include "report/grid.h"
#include "text/unicode.h"
#include "travaux/report.h"

namespace travaux::report {

namespace {

/// What begins a formula: in East Asian editions the full-width and small forms too (OWASP, "CSV Injection").
bool begins_formula(char32_t c) {
  return std::u32string_view(U"=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B").find(c) != std::u32string_view::npos;
}

/// What some programs skip before they look for a formula: quotation marks, characters without shape. White space, tabs and line
/// ends too, are folded away before.
bool is_skipped(char32_t c) { return c == U'"' || c == U'\'' || c == U' ' || is_ignorable(c); }

bool is_taken_for_formula(std::string_view field) {
  for (std::size_t at = 0; at < field.size();) {
    const char32_t c = next_code_point(field, at);
    if (!is_skipped(c)) return begins_formula(c);
  }
  return false;
}

}  // namespace

std::string csv_field(std::string_view text) {
  std::string field = escape_controls(fold_white_space(text));
  if (is_taken_for_formula(field)) field.insert(0, 1, '\'');
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

std::string csv_of(const Grid& grid) {
  std::string csv = csv_row(grid.head);
  std::vector<std::string> fields;
  for (const std::vector<GridCell>& row : grid.rows) {
    fields.clear();
    for (const GridCell& field : row) fields.push_back(field.number ? std::to_string(*field.number) : field.text);
    csv += csv_row(fields);
  }
  return csv;
}

}  // namespace travaux::report
