#include "parse/families.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "travaux/text.h"

namespace travaux {

extern const char kFamiliesJson[];

namespace {

WordSet set_of(const nlohmann::json& list) {
  WordSet words;
  for (const auto& word : list) words.insert(word.get<std::string>());
  return words;
}

std::vector<FamilyRule> rules_of(const nlohmann::json& table) {
  std::vector<FamilyRule> rules;
  for (const auto& row : table) {
    FamilyRule& rule = rules.emplace_back();
    rule.family = row["family"].get<std::string>();
    for (const auto& test : row["where"]) {
      FamilyTest& read = rule.tests.emplace_back();
      for (const auto& [feature, weight] : test.items()) {
        if (feature == "at_least") {
          read.at_least = weight.get<int>();
        } else {
          read.weights[feature] = weight.get<int>();
        }
      }
    }
  }
  return rules;
}

Families load() {
  const nlohmann::json data = nlohmann::json::parse(kFamiliesJson);
  Families result;
  result.instrument_nouns = set_of(data["instrument_nouns"]);
  result.function_words = set_of(data["function_words"]);
  result.open_words = set_of(data["open_words"]);
  result.article_words = set_of(data["article_words"]);
  result.clause_words = set_of(data["clause_words"]);
  result.caput_words = set_of(data["caput_words"]);
  data["ordinals"].get_to(result.ordinals);
  data["ordinal_tens"].get_to(result.ordinal_tens);
  result.option_words = set_of(data["option_words"]);
  result.part_words = set_of(data["part_words"]);
  result.preamble_headings = set_of(data["preamble_headings"]);
  result.preamble_verbs = set_of(data["preamble_verbs"]);
  result.preamble_adverbs = set_of(data["preamble_adverbs"]);
  result.recognition = rules_of(data["recognition"]);
  result.operative_verbs = set_of(data["operative_verbs"]);
  result.operative_adverbs = set_of(data["operative_adverbs"]);
  data["body_openers"].get_to(result.body_openers);
  data["meeting_words"].get_to(result.meeting_words);
  data["operative_openers"].get_to(result.operative_openers);
  data["status_words"].get_to(result.status_words);
  result.status_tails = set_of(data["status_tails"]);
  data["version_words"].get_to(result.version_words);
  data["back_openers"].get_to(result.back_openers);
  data["closing_formulas"].get_to(result.closing_formulas);
  data["annex_words"].get_to(result.annex_words);
  data["months"].get_to(result.months);
  for (const auto& [language, words] : data["language_words"].items()) result.language_words[language] = set_of(words);
  return result;
}

}  // namespace

const Families& families() {
  static const Families data = load();
  return data;
}

std::string plain(std::string_view word) { return fold_case(strip_marks(word)); }

bool begins_with(std::string_view text, std::string_view phrase) {
  if (!text.starts_with(phrase)) return false;
  return text.size() == phrase.size() || std::isalnum(static_cast<unsigned char>(text[phrase.size()])) == 0;
}

bool begins_with_any(std::string_view text, const std::vector<std::string>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [text](const std::string& phrase) { return begins_with(text, phrase); });
}

}  // namespace travaux
