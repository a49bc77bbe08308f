#include "comment/brackets.h"

#include <algorithm>

#include "comment/form_words.h"
#include "parse/quotes.h"
#include "text/unicode.h"

namespace travaux {
namespace {

constexpr std::size_t kLongestNames = 200;    // bytes before the colon
constexpr std::size_t kMostWordsOfAName = 7;  // "Bolivarian Republic of Venezuela", "Saint Vincent and the Grenadines"

std::vector<std::string> parts_of(std::string_view names) {
  std::vector<std::string> parts(1);
  for (const char c : names) {
    if (c == ',' || c == ';' || c == '/' || c == '+' || c == '&') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  std::vector<std::string> folded;
  for (const std::string& part : parts) {
    if (std::string name = fold_white_space(part); !name.empty()) folded.push_back(std::move(name));
  }
  return folded;
}

/// A capital first and last word, few words, no sentence.
bool looks_like_a_name(const std::string& name) {
  std::size_t words = 0;
  bool last_upper = false;
  for (const Token& token : tokenize(name)) {
    const std::string_view word = token.span.of(name);
    if (token.kind == TokenKind::kPunctuation && word.find_first_of("?!\"") != std::string_view::npos) return false;
    if (token.kind == TokenKind::kNumber && words == 0) return false;
    if (token.kind != TokenKind::kWord) continue;
    std::size_t at = 0;
    last_upper = is_upper(next_code_point(word, at));
    if (++words == 1 && !last_upper) return false;
  }
  return words > 0 && words <= kMostWordsOfAName && last_upper && !form_words().no_group.begin(name);
}

/// Reads "NAMES:" at the start of what a bracket holds.
void read_names(std::string_view text, Bracket& bracket) {
  const std::string_view content = bracket.content.of(text);
  const std::size_t colon = content.substr(0, kLongestNames).find(':');
  if (colon == std::string_view::npos || content.substr(0, colon).find_first_of("[]\n(“”\"") != std::string_view::npos) return;
  std::vector<std::string> names = parts_of(content.substr(0, colon));
  if (names.empty() || !std::all_of(names.begin(), names.end(), looks_like_a_name)) return;
  bracket.names = std::move(names);
  bracket.content.begin += colon + 1;
}

void trim(std::string_view text, Span& span) {
  while (span.begin < span.end && (text[span.begin] == ' ' || text[span.begin] == '\n')) ++span.begin;
  while (span.end > span.begin && (text[span.end - 1] == ' ' || text[span.end - 1] == '\n')) --span.end;
}

}  // namespace

std::vector<Bracket> brackets_in(std::string_view text) {
  std::vector<Bracket> brackets;
  std::vector<std::size_t> open;
  for (std::size_t at = text.find_first_of("[]"); at != std::string_view::npos; at = text.find_first_of("[]", at + 1)) {
    if (text[at] == '[') {
      Bracket bracket;
      bracket.span = {at, text.size()};
      bracket.content = {at + 1, text.size()};
      bracket.depth = open.size();
      bracket.closed = false;
      open.push_back(brackets.size());
      brackets.push_back(std::move(bracket));
    } else if (!open.empty()) {
      Bracket& bracket = brackets[open.back()];
      bracket.span.end = at + 1;
      bracket.content.end = at;
      bracket.closed = true;
      open.pop_back();
    }
  }
  if (brackets.empty()) return brackets;
  const std::vector<Span> quotes = quotes_of(text).tops;
  for (Bracket& bracket : brackets) {
    read_names(text, bracket);
    trim(text, bracket.content);
    bracket.quoted = std::any_of(quotes.begin(), quotes.end(), [&](const Span& quote) {
      return quote.begin < bracket.span.begin && bracket.span.end <= quote.end;
    });
  }
  return brackets;
}

}  // namespace travaux
