#include "read/typography.h"

#include <algorithm>

#include "text/unicode.h"

namespace travaux {

namespace {

constexpr char32_t kSoftHyphen = U'\u00AD';

/// Spaces that no line is broken at, or of a width of their own; not those that end a line.
bool is_odd_space(char32_t c) {
  return c == U'\u00A0' || (c >= 0x80 && is_white_space(c) && c != U'\u0085' && c != U'\u2028' && c != U'\u2029');
}

/// Square brackets as East Asian type sets them.
bool is_wide_bracket(char32_t c) { return c == U'\uFF3B' || c == U'\uFF3D'; }

/// Letters of Latin, Greek and Cyrillic, figures, marks and spaces: no character without shape changes how these are read.
bool is_indifferent(char32_t c) { return c < 0x0590 || (c >= 0x1E00 && c < 0x2190) || is_white_space(c) || is_dash(c); }

bool ends_line(std::string_view text, std::size_t at) {
  at = text.find_first_not_of(" \t", at);
  if (at == std::string_view::npos) return false;
  const char32_t c = next_code_point(text, at);
  return (c >= U'\n' && c <= U'\r') || c == U'\u0085' || c == U'\u2028' || c == U'\u2029';
}

bool is_dropped(char32_t c, char32_t before, std::string_view text, std::size_t after) {
  if (!is_ignorable(c)) return false;
  if (c == kSoftHyphen) return !ends_line(text, after);
  return c == U'\uFEFF' || c == U'\u2060' || is_indifferent(before);
}

/// Where the tab stands that leads to a page's number in a table of contents: words, not one alone ("Article 7"), then up to
/// three figures; npos where there is none.
std::size_t leader_of(std::string_view line) {
  constexpr std::size_t kFigures = 3;
  const auto words = line.find_last_not_of("0123456789");
  if (words == std::string_view::npos || words + 1 == line.size() || line.size() - words - 1 > kFigures)
    return std::string_view::npos;
  const auto end = line.find_last_not_of(" \t", words);
  const auto tab = line.find('\t', end == std::string_view::npos ? 0 : end);
  const bool one_word = line.substr(0, end).find_first_of(" \t") == std::string_view::npos;
  return one_word ? std::string_view::npos : tab;
}

}  // namespace

bool is_plain_typing(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string set_right(std::string_view text) {
  if (is_plain_typing(text)) return std::string(text);
  std::string result;
  result.reserve(text.size());
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const char32_t c = next_code_point(text, at);
    if (is_odd_space(c)) {
      result += ' ';
      before = U' ';
    } else if (is_wide_bracket(c)) {
      result += c == U'\uFF3B' ? '[' : ']';
      before = c;
    } else if (!is_dropped(c, before, text, at)) {
      result.append(text, begin, at - begin);
      before = c;
    }
  }
  return compose(result);
}

std::string single_spaced(std::string_view line) {
  const auto first = std::min(line.find_first_not_of(' '), line.size());
  const auto leader = leader_of(line);
  std::string result(line.substr(0, first));
  result.reserve(line.size());
  for (std::size_t at = first; at < line.size();) {
    const auto end = std::min(line.find_first_not_of(" \t", at), line.size());
    if (end == at) {
      result += line[at++];
    } else {
      if (end < line.size()) result += leader >= at && leader < end ? '\t' : ' ';
      at = end;
    }
  }
  return result;
}

}  // namespace travaux
