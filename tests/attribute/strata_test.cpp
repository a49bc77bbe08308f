// Over many rounds, stratum by stratum: nobody is credited falsely, and hardly anything that was asked for is missed.
#include "attribute/strata.h"

#include <cstdlib>
#include <iostream>

namespace travaux::testing {
namespace {

void print(const std::map<std::string, Tally>& tallies) {
  for (const auto& [stratum, tally] : tallies) {
    std::cout << stratum << ": edits " << tally.right << "/" << tally.edits << ", false " << tally.false_credits << ", missed "
              << tally.missed << ", lost " << tally.lost << "; fates " << tally.fates_right << "/" << tally.fates << "\n";
  }
}

TEST(Strata, CreditsAndFatesAreTrueInEachKindOfSituation) {
  const char* said = std::getenv("TRAVAUX_STRATA_ROUNDS");
  const std::size_t rounds = said != nullptr ? std::stoul(said) : 10;
  std::map<std::string, Tally> tallies;
  for (std::size_t seed = 0; seed < rounds; ++seed) {
    Stage words(seed), together(seed), items(seed), harder(seed);
    play_words(words);
    play_words_together(together);
    play_items(items);
    play_citations(items);
    play_harder(harder);
    for (Stage* stage : {&words, &together, &items, &harder}) stage->score(tallies);
  }
  if (said != nullptr) print(tallies);
  Tally all;
  for (const auto& [stratum, tally] : tallies) {
    all.edits += tally.edits, all.right += tally.right, all.false_credits += tally.false_credits;
    all.fates += tally.fates, all.fates_right += tally.fates_right;
    if (said == nullptr) continue;
    for (std::size_t k = 0; k < std::min<std::size_t>(3, tally.faults.size()); ++k) std::cout << "  " << tally.faults[k] << "\n";
  }
  EXPECT_LE(100 * all.false_credits, all.edits) << "false credits";
  EXPECT_GE(100 * all.right, 97 * all.edits) << all.right << " of " << all.edits << " edits";
  EXPECT_GE(100 * all.fates_right, 97 * all.fates) << all.fates_right << " of " << all.fates << " fates";
}

}  // namespace
}  // namespace travaux::testing
