#include "parse/check_words.h"

#include <nlohmann/json.hpp>

#include "travaux/text.h"

namespace travaux {

extern const char kCheckJson[];

namespace {

CheckWords load() {
  const nlohmann::json data = nlohmann::json::parse(kCheckJson);
  const auto set_of = [&data](const char* name) {
    const auto words = data.at(name).get<std::vector<std::string>>();
    return WordSet(words.begin(), words.end());
  };
  CheckWords words;
  words.paragraph_words = set_of("paragraph_words");
  words.article_words = set_of("article_words");
  words.section_words = set_of("section_words");
  words.part_words = set_of("part_words");
  words.joiners = set_of("joiners");
  words.range_words = set_of("range_words");
  words.option_words = set_of("option_words");
  words.document_nouns = set_of("document_nouns");
  words.foreign_before = set_of("foreign_before");
  words.own_before = set_of("own_before");
  data.at("own").get_to(words.own);
  data.at("foreign").get_to(words.foreign);
  return words;
}

}  // namespace

const CheckWords& check_words() {
  static const CheckWords words = load();
  return words;
}

std::string first_word(std::string_view text) {
  constexpr std::size_t kFar = 80;  // bytes; no word that is asked for stands behind more marks
  const std::string head = plain(fold_white_space(text.size() > kFar ? text.substr(0, text.find(' ', kFar)) : text));
  for (const Token& token : tokenize(head)) {
    if (token.kind == TokenKind::kWord) return std::string(token.span.of(head));
    if (token.kind == TokenKind::kNumber) break;
  }
  return {};
}

}  // namespace travaux
