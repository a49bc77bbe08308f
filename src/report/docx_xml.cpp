#include "report/docx_xml.h"

#include <unicode/uchar.h>

#include <optional>

#include "report/hazard.h"
#include "text/unicode.h"

namespace travaux::report {

namespace {

bool holds_in_xml(char32_t c) {
  return c == U'\t' || c == U'\n' || c == U'\r' || (c >= 0x20 && c < 0xFFFE) || (c >= 0x10000 && c <= 0x10FFFF);
}

/// White space that Word would take for a line's end or not at all.
bool is_odd_space(char32_t c) { return is_white_space(c) && (c < 0x20 || c == 0x85 || c == 0x2028 || c == 0x2029); }

/// Whether a character runs from right to left; empty for those that run as their neighbours do.
std::optional<bool> direction_of(char32_t c) {
  switch (u_charDirection(static_cast<UChar32>(c))) {
    case U_LEFT_TO_RIGHT:
      return false;
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
      return true;
    default:
      return std::nullopt;
  }
}

void add_run(std::string& xml, std::string_view text, std::string_view element, std::string_view properties, bool backwards) {
  xml += "<w:r>";
  if (!properties.empty() || backwards)
    xml.append("<w:rPr>").append(properties).append(backwards ? "<w:rtl/>" : "").append("</w:rPr>");
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\t', begin), text.size());
    if (end > begin) {
      xml.append("<").append(element).append(" xml:space=\"preserve\">");
      xml.append(xml_text(text.substr(begin, end - begin))).append("</").append(element).append(">");
    }
    if (end < text.size()) xml += "<w:tab/>";
    begin = end + 1;
  }
  xml += "</w:r>";
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const std::string_view entity = xml_entity(c);
    if (!entity.empty()) {
      out += entity;
    } else if (is_odd_space(c)) {
      out += ' ';
    } else {
      append_utf8(out, holds_in_xml(c) ? c : U'\uFFFD');
    }
  }
  return out;
}

bool is_beyond_xml(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!holds_in_xml(c) && !is_white_space(c)) return true;
  }
  return false;
}

void add_attribute(std::string& xml, std::string_view name, std::string_view value) {
  xml.append(" ").append(name).append("=\"").append(xml_text(value)).append("\"");
}

void add_runs(std::string& xml, std::string_view text, std::string_view element, std::string_view properties) {
  std::size_t begin = 0;
  bool backwards = runs_right_to_left(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const bool turns = direction_of(next_code_point(text, at)).value_or(backwards) != backwards;
    if (!turns) continue;
    add_run(xml, text.substr(begin, here - begin), element, properties, backwards);
    begin = here;
    backwards = !backwards;
  }
  if (begin < text.size()) add_run(xml, text.substr(begin), element, properties, backwards);
}

bool runs_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::optional<bool> backwards = direction_of(next_code_point(text, at));
    if (backwards) return *backwards;
  }
  return false;
}

}  // namespace travaux::report
