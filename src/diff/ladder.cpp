#include "diff/ladder.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "travaux/text.h"

namespace travaux {

extern const char kLadderJson[];

namespace {

std::vector<std::string> loose_words(const std::string& phrase) {
  std::vector<std::string> words;
  for (const Token& token : tokenize(phrase)) words.push_back(loose_form(token.span.of(phrase)));
  return words;
}

std::unordered_set<std::string> set_of(const nlohmann::json& list) {
  std::unordered_set<std::string> words;
  for (const auto& word : list) words.insert(loose_form(word.get<std::string>()));
  return words;
}

void add_rungs(Ladder& ladder, const nlohmann::json& list, LadderRole role) {
  for (const auto& level : list) {
    for (const auto& phrase : level["words"]) {
      Rung rung{role, level["rank"].get<int>(), loose_words(phrase.get<std::string>())};
      ladder.rungs[rung.words.front()].push_back(std::move(rung));
    }
  }
}

Ladder load() {
  const nlohmann::json data = nlohmann::json::parse(kLadderJson);
  Ladder result;
  add_rungs(result, data["modal"], LadderRole::kModal);
  add_rungs(result, data["verb"], LadderRole::kVerb);
  for (auto& [word, rungs] : result.rungs) {
    std::stable_sort(rungs.begin(), rungs.end(), [](const Rung& a, const Rung& b) { return a.words.size() > b.words.size(); });
  }
  result.negations = set_of(data["negations"]);
  result.months = set_of(data["months"]);
  result.numerals = set_of(data["numerals"]);
  result.light = set_of(data["light"]);
  for (const auto& phrase : data["negators"]) result.negators.push_back(loose_words(phrase.get<std::string>()));
  for (const auto& phrase : data["no_negators"]) result.no_negators.push_back(loose_words(phrase.get<std::string>()));
  std::stable_sort(result.negators.begin(), result.negators.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  result.longest_negator = result.negators.empty() ? 0 : result.negators.front().size();
  for (const auto& phrase : data["hedges"]) result.hedges.push_back(loose_words(phrase.get<std::string>()));
  return result;
}

}  // namespace

const Ladder& ladder() {
  static const Ladder data = load();
  return data;
}

}  // namespace travaux
