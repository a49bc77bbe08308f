#include "model/organs.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "travaux/text.h"

namespace travaux {

extern const char kOrgansJson[];

namespace {

constexpr std::size_t kLook = 120;  // bytes on either side in which an organ's name must lie

using Words = std::vector<std::string>;

struct Name {
  Words words;
  Organ organ;
};

Words words_of(std::string_view text) {
  Words words;
  for (const Token& token : tokenize(text)) {
    std::string word = loose_form(token.span.of(text));
    if (const std::size_t elided = word.find('\''); elided == 1 && word.size() > 2) {  // "l'Assemblée": two words
      words.push_back(word.substr(0, 1));
      word.erase(0, 2);
    }
    words.push_back(std::move(word));
  }
  return words;
}

const std::vector<Name>& names() {
  static const std::vector<Name> kNames = [] {
    const nlohmann::json data = nlohmann::json::parse(kOrgansJson);
    std::vector<Name> list;
    for (const auto& organ : data["organs"]) {
      for (const auto& name : organ["names"]) list.push_back({words_of(name.get<std::string>()), {organ["series"], false}});
    }
    for (const auto& name : data["others"]) list.push_back({words_of(name.get<std::string>()), {{}, true}});
    return list;
  }();
  return kNames;
}

/// What may stand between a resolution's number and the organ's name: "of the United Nations".
const std::set<std::string>& joints() {
  static const std::set<std::string> kJoints = nlohmann::json::parse(kOrgansJson)["joints"].get<std::set<std::string>>();
  return kJoints;
}

/// The organ of the longest name that stands at one end of the words.
template <typename Stands>
Organ longest(Stands stands) {
  const Name* found = nullptr;
  for (const Name& name : names()) {
    if (stands(name.words) && (found == nullptr || name.words.size() > found->words.size())) found = &name;
  }
  return found == nullptr ? Organ() : found->organ;
}

}  // namespace

Organ organ_before(std::string_view before) {
  std::size_t begin = before.size() > kLook ? before.size() - kLook : 0;
  while (begin < before.size() && (static_cast<unsigned char>(before[begin]) & 0xC0U) == 0x80U) ++begin;
  const Words words = words_of(before.substr(begin));
  return longest(
      [&](const Words& name) { return name.size() <= words.size() && std::equal(name.rbegin(), name.rend(), words.rbegin()); });
}

Organ organ_after(std::string_view after) {
  std::size_t end = std::min(after.size(), kLook);
  while (end < after.size() && end > 0 && (static_cast<unsigned char>(after[end]) & 0xC0U) == 0x80U) --end;
  Words words = words_of(after.substr(0, end));
  const auto is_joint = [](const std::string& word) { return joints().contains(word); };
  const auto name = std::find_if_not(words.begin(), words.end(), is_joint);
  const bool joined = std::any_of(words.begin(), name, [](const auto& word) { return word != "," && word != "the"; });
  if (!joined) return {};
  words.erase(words.begin(), name);
  return longest([&](const Words& wanted) {
    return wanted.size() <= words.size() && std::equal(wanted.begin(), wanted.end(), words.begin());
  });
}

}  // namespace travaux
