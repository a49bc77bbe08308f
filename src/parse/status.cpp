#include "parse/status.h"

#include <re2/re2.h>

#include <algorithm>

#include "parse/families.h"
#include "text/unicode.h"

namespace travaux {

namespace {

/// "AGREED IN PLENARY", "Pendiente": a paragraph of a status word and what may follow it, without marks around.
bool is_bare_status(std::string_view text) {
  constexpr std::size_t kMostWords = 9;
  constexpr std::size_t kLongest = 80;
  if (text.size() > kLongest) return false;
  std::size_t at = 0;
  if (text.empty() || !is_upper(next_code_point(text, at)) || !begins_with_any(plain(text), families().status_words))
    return false;
  std::size_t words = 0;
  for (const Token& token : tokenize(text)) {
    const std::string word = plain(token.span.of(text));
    if (token.kind == TokenKind::kBracket || word == ":") return false;
    if (token.kind != TokenKind::kWord) continue;
    const auto& months = families().months;
    const bool month = std::any_of(months.begin(), months.end(), [&](const std::vector<std::string>& names) {
      return std::find(names.begin(), names.end(), word) != names.end();
    });
    const bool status = begins_with_any(word, families().status_words);
    if (++words > kMostWords || (!month && !status && !families().status_tails.contains(word))) return false;
  }
  return words > 0 && text.find_first_of(";?") == std::string_view::npos;
}

}  // namespace

std::size_t status_begin(std::string_view text) {
  if (is_bare_status(text)) return 0;
  static const RE2 kTail(R"([(\[]\s*([\pL][\pL ]*)[^()\[\]]*[)\]]\s*\.?\s*$)");
  re2::StringPiece words;
  if (!RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), kTail, &words)) return text.size();
  const std::string_view view(words.data(), words.size());
  std::size_t at = 0;
  if (!is_upper(next_code_point(view, at)) || !begins_with_any(plain(view), families().status_words)) return text.size();
  return static_cast<std::size_t>(words.data() - text.data()) - 1;
}

}  // namespace travaux
