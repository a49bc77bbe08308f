#include "report/hazard.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "text/unicode.h"
#include "travaux/report.h"

namespace travaux {

namespace report {

namespace {

bool is_within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

bool is_control(char32_t c) { return c < 0x20 || is_within(c, 0x7F, 0x9F); }

/// Code points that Unicode keeps for internal use; no text holds them, and Cairo and HTML refuse them.
bool is_noncharacter(char32_t c) { return is_within(c, 0xFDD0, 0xFDEF) || (c & 0xFFFE) == 0xFFFE; }

}  // namespace

bool is_hazard(char32_t c) {
  if (c < 0x80) return c != U'\n' && is_control(c);
  return is_control(c) || is_within(c, 0x2028, 0x202E) || is_within(c, 0x2066, 0x2069) || is_within(c, 0xE0000, 0xE007F) ||
         is_noncharacter(c);
}

bool is_forbidden_in_html(char32_t c) {
  if (c == U'\t' || c == U'\n') return false;
  return is_control(c) || is_noncharacter(c);
}

std::string_view xml_entity(char32_t c) {
  switch (c) {
    case U'&':
      return "&amp;";
    case U'<':
      return "&lt;";
    case U'>':
      return "&gt;";
    case U'"':
      return "&quot;";
    default:
      return {};
  }
}

std::size_t columns(char32_t c) {
  if (c < 0x300) return 1;
  const auto code = static_cast<UChar32>(c);
  const int type = u_charType(code);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int syllable = u_getIntPropertyValue(code, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace report

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += report::columns(next_code_point(text, at));
  return width;
}

std::string escape_controls(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == U'\t') {
      out += ' ';
    } else if (!report::is_hazard(c)) {
      append_utf8(out, c);
    } else if (c < 0x100) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
    } else {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    }
  }
  return out;
}

}  // namespace travaux
