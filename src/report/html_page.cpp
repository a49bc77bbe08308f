#include "report/html_page.h"

#include <algorithm>

#include "report/html.h"

namespace travaux::report {

namespace {

/// RFC 4648, section 4.
std::string base64_of_hex(std::string_view hex) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  static constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string base64;
  for (std::size_t at = 0; at < hex.size(); at += 6) {  // three bytes
    std::size_t bits = 0;
    for (std::size_t i = at; i < at + 6; ++i) bits = bits << 4 | (i < hex.size() ? kDigits.find(hex[i]) : 0);
    const std::size_t letters = (std::min<std::size_t>(hex.size() - at, 6) * 4 + 5) / 6;
    for (std::size_t i = 0; i < 4; ++i) base64 += i < letters ? kAlphabet[bits >> (18 - 6 * i) & 63] : '=';
  }
  return base64;
}

}  // namespace

void append_page_head(std::string& out, std::string_view title, const std::string& language,
                      const std::vector<std::string_view>& styles, const std::vector<Script>& scripts) {
  out += "<!DOCTYPE html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; ";
  if (!scripts.empty()) out += "script-src";
  for (const Script& script : scripts) out += " 'sha256-" + base64_of_hex(script.sha256) + "'";
  out += scripts.empty() ? "base-uri 'none'; form-action 'none'\">\n" : "; base-uri 'none'; form-action 'none'\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out += "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + escaped(title) + "</title>\n<style>\n";
  for (const std::string_view style : styles) out += style;
  out += "</style>\n</head>\n<body>\n";
}

void append_scripts(std::string& out, const std::vector<Script>& scripts) {
  for (const Script& script : scripts) out.append("<script>").append(script.text).append("</script>\n");
}

std::string language_tag(const std::string& language) {
  const bool good =
      !language.empty() &&
      language.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == std::string::npos;
  return good ? language : "en";
}

}  // namespace travaux::report
