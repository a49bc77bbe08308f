#include "text/unicode.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "travaux/text.h"

namespace travaux {

namespace {

UChar32 icu(char32_t code_point) { return static_cast<UChar32>(code_point); }

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& position) {
  UChar32 c = 0;
  U8_NEXT(reinterpret_cast<const uint8_t*>(text.data()), position, text.size(), c);
  return c < 0 ? U'\uFFFD' : static_cast<char32_t>(c);
}

char32_t previous_code_point(std::string_view text, std::size_t& position) {
  do {
    --position;
  } while (position > 0 && U8_IS_TRAIL(text[position]));
  std::size_t at = position;
  return next_code_point(text, at);
}

void append_utf8(std::string& text, char32_t code_point) {
  char buffer[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, code_point);
  text.append(buffer, length);
}

bool is_white_space(char32_t c) { return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : u_isUWhiteSpace(icu(c)); }

Span trim_white_space(std::string_view text, Span span) {
  while (span.begin < span.end) {
    std::size_t next = span.begin;
    if (!is_white_space(next_code_point(text, next))) break;
    span.begin = next;
  }
  while (span.end > span.begin) {
    std::size_t last = span.end;
    if (!is_white_space(previous_code_point(text, last))) break;
    span.end = last;
  }
  return span;
}

bool is_letter(char32_t c) { return u_isalpha(icu(c)); }

bool is_digit(char32_t c) { return u_isdigit(icu(c)); }

bool is_upper(char32_t c) { return u_isupper(icu(c)) || u_istitle(icu(c)); }

bool is_lower(char32_t c) { return u_islower(icu(c)); }

bool is_ignorable(char32_t c) { return c >= 0x80 && u_hasBinaryProperty(icu(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT); }

bool is_double_quote(char32_t c) {
  switch (c) {
    case U'"':
    case U'\u00AB':
    case U'\u00BB':
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
    case U'\u201F':
    case U'\u2033':
    case U'\u301D':
    case U'\u301E':
    case U'\u301F':
    case U'\uFF02':
      return true;
    default:
      return false;
  }
}

bool is_single_quote(char32_t c) {
  switch (c) {
    case U'\'':
    case U'`':
    case U'\u00B4':
    case U'\u02BC':
    case U'\u2018':
    case U'\u2019':
    case U'\u201A':
    case U'\u201B':
    case U'\u2032':
    case U'\u2039':
    case U'\u203A':
    case U'\uFF07':
      return true;
    default:
      return false;
  }
}

bool is_dash(char32_t c) {
  return c == U'-' || (c >= U'\u2010' && c <= U'\u2015') || c == U'\u2212' || c == U'\uFE58' || c == U'\uFE63' || c == U'\uFF0D';
}

bool is_utf8(std::string_view bytes, std::size_t* bad) {
  std::size_t position = 0;
  while (position < bytes.size()) {
    const std::size_t start = position;
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const uint8_t*>(bytes.data()), position, bytes.size(), c);
    if (c < 0) {
      if (bad != nullptr) *bad = start;
      return false;
    }
  }
  return true;
}

}  // namespace travaux
