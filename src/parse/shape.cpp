#include "parse/shape.h"

#include <cctype>

#include "parse/families.h"
#include "text/unicode.h"
#include "travaux/text.h"

namespace travaux {

namespace {

constexpr std::size_t kHeadingWords = 20;

bool is_year(std::string_view word) {
  if (word.size() != 4) return false;
  for (const char c : word) {
    if (c < '0' || c > '9') return false;
  }
  return word[0] == '1' || word[0] == '2';
}

char32_t first_of(std::string_view word) {
  std::size_t at = 0;
  return next_code_point(word, at);
}

/// Whether nothing but a comma, a bracket, a dash or the end follows the token: the place of a title's last word.
bool closes_title(std::string_view text, std::size_t end) {
  while (end < text.size()) {
    const char32_t c = next_code_point(text, end);
    if (is_white_space(c)) continue;
    return c == U',' || c == U'(' || c == U':' || is_dash(c);
  }
  return true;
}

void count_word(Shape& shape, std::string_view text, const Token& token) {
  const std::string_view word = token.span.of(text);
  const char32_t first = first_of(word);
  const bool capital = is_upper(first) || is_digit(first);
  if (shape.words == 0) shape.starts_upper = capital;
  ++shape.words;
  shape.has_year = is_year(word);
  const std::string bare = plain(word);
  if (families().function_words.contains(bare)) return;
  ++shape.significant;
  if (capital) ++shape.capitalised;
  if (!families().instrument_nouns.contains(bare)) return;
  shape.has_noun = shape.has_noun || capital;
  shape.noun_leads =
      shape.noun_leads || (shape.words <= 3 && (capital || shape.words > 1)) || (capital && closes_title(text, token.span.end));
}

}  // namespace

Shape shape_of(std::string_view text) {
  Shape shape;
  for (const Token& token : tokenize(text)) {
    if (token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber) {
      count_word(shape, text, token);
    }
    const std::string_view mark = token.span.of(text);
    std::size_t at = mark.size();
    shape.last = previous_code_point(mark, at);
  }
  return shape;
}

bool breaks_off(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  const std::string_view word = text.substr(text.find_last_of(" \t") + 1);
  std::size_t at = 0;
  return !word.empty() && word.size() < text.size() && is_lower(next_code_point(word, at)) &&
         (families().function_words.contains(plain(word)) || families().open_words.contains(plain(word)));
}

bool looks_like_heading(std::string_view text) {
  const Shape shape = shape_of(text);
  if (shape.words == 0 || shape.words > kHeadingWords || !shape.starts_upper || breaks_off(text)) return false;
  switch (shape.last) {
    case U'.':
    case U',':
    case U';':
    case U':':
    case U'?':
    case U'!':
    case U'\u3002':
      return false;
    default:
      return !is_double_quote(shape.last);
  }
}

bool looks_like_title(std::string_view text) {
  if (looks_like_heading(text)) return true;
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.remove_suffix(1);
  if (!text.ends_with('.') || text.ends_with("..")) return false;
  text.remove_suffix(1);
  constexpr std::size_t kTitleWords = 12;
  constexpr std::size_t kFewWords = 4;
  constexpr double kTitleRatio = 0.6;
  const Shape shape = shape_of(text);
  if (!looks_like_heading(text) || shape.words > kTitleWords) return false;
  if (is_all_upper(text)) return true;
  return text.find(". ") == std::string_view::npos && (shape.words <= kFewWords || shape.title_ratio() >= kTitleRatio);
}

std::size_t run_in_title(std::string_view text) {
  const std::size_t stop = text.find(". ");
  if (stop == std::string_view::npos || !looks_like_title(text.substr(0, stop + 1))) return 0;
  std::size_t at = stop + 2;
  return is_upper(at < text.size() ? next_code_point(text, at) : U' ') ? stop + 1 : 0;
}

bool ends_sentence(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0) {
    const char32_t c = previous_code_point(text, at);
    if (is_white_space(c) || is_double_quote(c) || is_single_quote(c) || c == U')' || c == U']' || is_ignorable(c)) continue;
    return c == U'.' || c == U'!' || c == U'?' || c == U'\u2026' || c == U'\u3002';
  }
  return false;
}

bool is_all_upper(std::string_view text) {
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_lower(c)) return false;
    any = any || is_upper(c);
  }
  return any;
}

}  // namespace travaux
