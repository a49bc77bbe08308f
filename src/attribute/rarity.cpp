#include "attribute/rarity.h"

namespace travaux {
namespace {

constexpr std::size_t kRareWords = 4;      ///< words of content that make a claim from elsewhere
constexpr std::size_t kRareVerbatim = 2;   ///< where they are those asked for, word for word
constexpr std::size_t kVerbatimWords = 4;  ///< of any kind, in such a phrase
constexpr std::size_t kCommon = 4;         ///< texts of the later draft that a rare word may occur in

}  // namespace

bool is_rare(const Vocabulary& vocabulary, const Words& words) {
  if (vocabulary.stands_in_from(words)) return false;
  std::size_t content = 0, rare = 0;
  for (const Word& word : words) {
    if (!word.content || word.stock) continue;
    ++content;
    rare += word.term != 0 && vocabulary.in_from(word.term) <= 1 ? 1 : 0;
  }
  return content >= kRareWords && rare >= 2;
}

bool is_unheard(const Vocabulary& vocabulary, const Words& came) {
  if (vocabulary.stands_in_from(came)) return false;
  std::size_t words = 0, rare = 0, unknown = 0;
  for (const Word& word : came) {
    if (word.loose == 0 || word.weight == 0) continue;
    ++words;
    if (!word.content || word.stock || word.figure || vocabulary.in_to(word.term) > kCommon) continue;
    rare += vocabulary.in_from(word.term) <= 1 ? 1 : 0;
    unknown += vocabulary.in_from(word.term) == 0 ? 1 : 0;
  }
  return words >= kVerbatimWords && rare >= kRareVerbatim && unknown > 0;
}

}  // namespace travaux
