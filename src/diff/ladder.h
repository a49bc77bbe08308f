// The words by which an edit is weighed: modals, operative verbs, hedges, months, numerals. Data (ladder.json), by language.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace travaux {

enum class LadderRole { kModal, kVerb };

/// A word or phrase of the ladder, as loose forms.
struct Rung {
  LadderRole role = LadderRole::kModal;
  int rank = 0;  ///< higher binds more
  std::vector<std::string> words;
};

struct Ladder {
  std::unordered_map<std::string, std::vector<Rung>> rungs;  ///< by first word; the longest first
  std::unordered_set<std::string> negations, months, numerals, light;
  std::vector<std::vector<std::string>> hedges;
  std::vector<std::vector<std::string>> negators;     ///< what negates the word after it, or the modal before; longest first
  std::vector<std::vector<std::string>> no_negators;  ///< phrases with such a word that negate nothing
  std::size_t longest_negator = 0;                    ///< in words
};

/// The ladder that travaux was built with.
const Ladder& ladder();

}  // namespace travaux
