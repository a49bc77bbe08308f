#include "report/html_page.h"

#include "report/html.h"

namespace travaux::report {

void append_page_head(std::string& out, std::string_view title, const std::string& language,
                      const std::vector<std::string_view>& styles) {
  out += "<!DOCTYPE html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out += "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + escaped(title) + "</title>\n<style>\n";
  for (const std::string_view style : styles) out += style;
  out += "</style>\n</head>\n<body>\n";
}

std::string language_tag(const std::string& language) {
  const bool good =
      !language.empty() &&
      language.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == std::string::npos;
  return good ? language : "en";
}

}  // namespace travaux::report
