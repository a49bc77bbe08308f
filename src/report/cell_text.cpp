#include "report/cell_text.h"

#include <algorithm>

#include "text/unicode.h"
#include "travaux/report.h"

namespace travaux::report {
namespace {

constexpr std::size_t kMostUnits = 32'767;
constexpr std::string_view kEscape = "_x005F";  // what stands for the "_" of what looks like an escape

/// Whether "_xHHHH_" stands there.
bool is_escape(std::string_view text, std::size_t at) {
  if (text.size() < at + 7 || text.substr(at, 2) != "_x" || text[at + 6] != '_') return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2, text.begin() + static_cast<std::ptrdiff_t>(at) + 6,
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); });
}

struct Cell {
  std::string text;
  bool cut = false;
};

Cell cell_of(std::string_view text) {
  const std::string shown = escape_controls(fold_white_space(text));
  Cell cell;
  std::size_t units = 0, last_that_fits = 0;
  for (std::size_t at = 0; at < shown.size();) {
    const bool escape = is_escape(shown, at);
    char32_t c = next_code_point(shown, at);
    if (c == U'\uFFFE' || c == U'\uFFFF') c = U'\uFFFD';
    units += (escape ? kEscape.size() : 0) + (c > 0xFFFF ? 2 : 1);
    cell.cut = units > kMostUnits;
    if (cell.cut) break;
    if (escape) cell.text += kEscape;
    append_utf8(cell.text, c);
    if (units <= kMostUnits - kCutMark.size()) last_that_fits = cell.text.size();
  }
  if (cell.cut) cell.text.replace(last_that_fits, std::string::npos, kCutMark);
  return cell;
}

}  // namespace

std::string cell_text(std::string_view text) { return cell_of(text).text; }

bool is_cut(std::string_view text) { return text.size() > kMostUnits / 7 && cell_of(text).cut; }

}  // namespace travaux::report
