// How far the words of one text account for those of another.
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "attribute/vocabulary.h"

namespace travaux {

/// Words that an edit took out: what it put in must differ from them in the manner in which it is matched. "policy" changed to
/// "policies" is matched by "policies" alone, "ensure" changed to "guarantee" by no synonym.
class Before {
 public:
  Before() = default;
  explicit Before(const Words& removed);
  /// How much a wanted word accounts for one that came: 1, less for a synonym, 0 for nothing.
  double match(const Word& came, const Word& wanted) const;

 private:
  std::set<WordId> terms_, looses_;
};

/// A word for a word, in order where they stand in order (longest common subsequence), the rest wherever they stand.
struct Cover {
  std::vector<double> left, right;  ///< how far each word is accounted for, 0 to 1
  double left_weight = 0, right_weight = 0;
  std::vector<std::pair<std::size_t, std::size_t>> pairs;  ///< those that stand in order
  bool exact = true;  ///< every word of the left, in order and in the same form (but for case and marks)
};
Cover cover(const Words& left, const Words& right, const Before& before = {});

/// The parts of a list, half-open: each begins with the comma, semicolon or conjunction before it.
std::vector<std::pair<std::size_t, std::size_t>> parts_of(const Words& words);

/// The same, where a word that the right has not counts as accounted for by another word of content between the same
/// neighbours, in a list's part ("rural clinics", "and schools") of which a quarter is there: the part was adapted, not left out.
std::vector<double> cover_adapted(const Words& left, const Words& right);

/// Share of weighted words in common, 0 to 1 (Dice 1945).
double likeness_of(const Words& a, const Words& b);
/// Whether two texts are the same but for case and marks.
bool same_words(const Words& a, const Words& b);

}  // namespace travaux
