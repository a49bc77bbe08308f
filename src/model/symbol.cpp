#include "model/symbol.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>

#include "model/organs.h"

namespace travaux {

namespace {

using Piece = re2::StringPiece;

Piece piece(std::string_view text) { return {text.data(), text.size()}; }

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

Span span_of(std::string_view text, const Piece& found) {
  const auto begin = static_cast<std::size_t>(found.data() - text.data());
  return {begin, begin + found.size()};
}

// A session in brackets belongs to the symbol as printed; the closing bracket may be missing, and O may be typed as zero.
constexpr char kSession[] = R"((?:\s*\(?\(\s*([IVXLC]+\s*[-–—‐‑]\s*[OoEe0]\s*/\s*\d{2,4})\s*\)?)?)";

/// "XL-O/10" -> "2010". Two digits are read as the century that holds the inter-American sessions (1970 on).
std::string session_year(std::string_view session) {
  const std::size_t slash = session.rfind('/');
  if (slash == std::string_view::npos) return {};
  std::string digits(session.substr(slash + 1));
  std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
  if (digits.size() != 2) return digits;
  return (digits < "48" ? "20" : "19") + digits;
}

/// The organ that a number's form tells where none is named: the Security Council counts through and adds the year, the Economic
/// and Social Council counts by the year (2002/13), the General Assembly by the session (60/288) or, once, through (217 A (III)).
std::string series_of(std::string_view number) {
  const std::size_t slash = number.find('/');
  if (slash == std::string_view::npos) return number.find_first_of("IVXLC") != std::string_view::npos ? "A/RES/" : "S/RES/";
  return slash == 4 && number.find('-') == std::string_view::npos ? "E/RES/" : "A/RES/";
}

/// "General Assembly resolution 60/288", "résolution 1325 (2000) du Conseil de sécurité", "decisión 1/CP.21".
std::optional<Symbol> spelled(std::string_view text) {
  static const RE2 pattern(
      R"((?i)(\b(?:(?:United Nations |UN )?(?:General Assembly|Security Council|ECOSOC|Human Rights Council) )?)r[eé]solu(?:tion|ci[oó]n|[cç][aã]o) (?:N\.?[o°º]\.? ?)?((?:E?S-)?\d{1,4}/\d{1,3}|\d{3,4} ?\((?:19|20)\d\d\)|\d{1,4}(?: [A-Z])? ?\((?:E?S-)?[IVXLC]{1,7}\)|\d{3,4})|\bd[eé]cis(?:i[oó]n|ão|ao) (\d{1,3}/C[A-Z]{1,3}\.\d{1,2}))");
  Piece groups[4];
  if (!pattern.Match(piece(text), 0, text.size(), RE2::UNANCHORED, groups, 4)) return std::nullopt;
  Symbol symbol;
  symbol.span = span_of(text, groups[0]);
  const std::string number(groups[2]);
  if (number.empty()) {
    symbol.name = upper(std::string(groups[3]));
    return symbol;
  }
  Organ organ = organ_before(std::string_view(groups[1].data(), groups[1].size()));
  if (organ.series.empty()) organ = organ_after(text.substr(symbol.span.end));
  // "resolution 1325" is any organ's; the Security Council's numbers need no year.
  if (number.find_first_of("/(") == std::string::npos && organ.series != "S/RES/") return std::nullopt;
  const std::string series = organ.series.empty() ? series_of(number) : organ.series;
  symbol.name = series + number.substr(0, number.find_first_of(" ("));
  if (const std::size_t bracket = number.find('('); bracket != std::string::npos && std::isdigit(number[bracket + 1]) != 0)
    symbol.year = number.substr(bracket + 1, 4);
  return symbol;
}

}  // namespace

std::optional<Symbol> find_inter_american(std::string_view text, std::size_t from) {
  static const RE2 pattern(
      std::string(
          R"((?i)\b((?:[A-Z]{2,12}\s?/\s?)+(?:RES|DEC|INF|DOC|DECL|ACT))\b\.?\s*(?:N[o°º]\.?\s*)?(\d{1,5}(?:/\d{2,4})?))") +
      kSession);
  Piece whole, series, number, session;
  Piece groups[4];
  if (!pattern.Match(piece(text), from, text.size(), RE2::UNANCHORED, groups, 4)) return std::nullopt;
  whole = groups[0], series = groups[1], number = groups[2], session = groups[3];
  Symbol symbol;
  symbol.series = upper(std::string(series)) + ".";
  std::erase(symbol.series, ' ');
  symbol.number = std::string(number);
  symbol.name = symbol.series + " " + symbol.number;
  symbol.session = std::string(session);
  symbol.year = session_year(symbol.session);
  symbol.span = span_of(text, whole);
  return symbol;
}

std::optional<Symbol> find_united_nations(std::string_view text, std::size_t from) {
  static const RE2 pattern(
      R"(\b([A-Z]{1,6}/(?:RES|DEC|HRC|CN|CONF|CP|C|AC|S|PV|SR|INF|L|\d{2,4})(?:[./][A-Za-z0-9.-]*[A-Za-z0-9])*/[A-Za-z0-9./-]*\d|[AES]/RES/\d+)(?:\s*\((\d{4})\))?)");
  Piece groups[3];
  if (!pattern.Match(piece(text), from, text.size(), RE2::UNANCHORED, groups, 3)) return std::nullopt;
  Symbol symbol;
  symbol.name = std::string(groups[1]);
  symbol.year = std::string(groups[2]);
  symbol.span = span_of(text, groups[0]);
  return symbol;
}

std::optional<Symbol> find_symbol(std::string_view text) {
  std::optional<Symbol> first;
  for (std::optional<Symbol> found : {find_inter_american(text, 0), find_united_nations(text, 0), spelled(text)}) {
    if (found && (!first || found->span.begin < first->span.begin)) first = std::move(found);
  }
  return first;
}

}  // namespace travaux
