// The words by which texts of each family are recognised: data (families.json), so that a language is added without code.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace travaux {

/// Lower case, without diacritical marks.
using WordSet = std::unordered_set<std::string>;

/// A sum of counts, each times its weight, and the least that it must come to.
struct FamilyTest {
  std::map<std::string, int> weights;  ///< by feature
  int at_least = 0;
};

/// A text is of the family where all tests are passed and no rule before this one holds.
struct FamilyRule {
  std::string family;
  std::vector<FamilyTest> tests;
};

struct Families {
  std::vector<FamilyRule> recognition;
  WordSet instrument_nouns, function_words, open_words, article_words, part_words, clause_words, caput_words, option_words,
      preamble_headings, preamble_verbs, preamble_adverbs, operative_verbs, operative_adverbs, status_tails;
  std::vector<std::string> operative_openers, status_words, version_words, back_openers, closing_formulas, annex_words,
      body_openers, meeting_words;
  std::vector<std::vector<std::string>> months;        ///< January first; each with its names
  std::vector<std::vector<std::string>> ordinals;      ///< those of one first; each with its spellings
  std::vector<std::vector<std::string>> ordinal_tens;  ///< that stand before another: ten's first
  std::map<std::string, WordSet> language_words;
};

/// The data that travaux was built with.
const Families& families();

/// The word as the sets hold it: case folded, without marks.
std::string plain(std::string_view word);

/// Whether a plain text begins with the phrase, at a word's end.
bool begins_with(std::string_view plain_text, std::string_view phrase);
bool begins_with_any(std::string_view plain_text, const std::vector<std::string>& phrases);

}  // namespace travaux
