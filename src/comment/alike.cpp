#include "comment/alike.h"

#include <algorithm>

#include "comment/form_words.h"
#include "travaux/text.h"

namespace travaux {

std::set<std::string> content_words(std::string_view text) {
  std::set<std::string> words;
  for (const Token& token : tokenize(text)) {
    std::string word = plain_word(loose_form(token.span.of(text)));
    if (word.size() > 3 || token.kind == TokenKind::kNumber) words.insert(std::move(word));
  }
  return words;
}

double covered(const std::set<std::string>& of, const std::set<std::string>& in) {
  if (of.empty()) return 0;
  const auto count = std::count_if(of.begin(), of.end(), [&](const std::string& word) { return in.count(word) != 0; });
  return static_cast<double>(count) / static_cast<double>(of.size());
}

double alike(std::string_view a, std::string_view b) {
  const std::set<std::string> in_a = content_words(a);
  const std::set<std::string> in_b = content_words(b);
  if (in_a.empty() || in_b.empty()) return comparison_form(a) == comparison_form(b) ? 1 : 0;
  const double shared = covered(in_a, in_b) * static_cast<double>(in_a.size());
  return 2 * shared / static_cast<double>(in_a.size() + in_b.size());
}

}  // namespace travaux
