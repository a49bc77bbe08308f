#include "report/hazard.h"
#include "report/html.h"
#include "text/unicode.h"

namespace travaux::report {

namespace {

std::string_view entity_of(char32_t c) { return c == U'\'' ? "&#39;" : xml_entity(c); }

bool stays_in_id(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const std::string_view entity = entity_of(c);
    if (!entity.empty()) {
      out += entity;
    } else if (is_forbidden_in_html(c)) {
      append_utf8(out, is_white_space(c) ? U' ' : U'\uFFFD');
    } else {
      append_utf8(out, c);
    }
  }
  return out;
}

std::string Ids::make(std::string_view kind, std::string_view name) {
  std::string id(kind);
  bool apart = false;
  for (const char c : name) {
    if (!stays_in_id(c)) {
      apart = true;
      continue;
    }
    if (apart || id.size() == kind.size()) id += '-';
    apart = false;
    id += c;
  }
  std::string unique = id;
  std::size_t& next = next_[id];
  while (!taken_.insert(unique).second) unique = id + "-" + std::to_string(++next + 1);
  return unique;
}

}  // namespace travaux::report
