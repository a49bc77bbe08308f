// Items that were reworded while they were divided or joined, and items that only begin alike.
#include <gtest/gtest.h>

#include "support/texts.h"
#include "travaux/diff.h"

namespace travaux {
namespace {

using namespace travaux::testing;

Tally tally_between(const std::string& a, const std::string& b) {
  Document from = document(a);
  Document to = document(b);
  resolve_instruments({&from, &to}, {});
  return diff(from, to).item_tally();
}

const char* const kOpening = "PLAN\n\n1. Water\n1.1 Measure the level of every lake each morning.\n";

TEST(Rests, ARewordedHalfOfADividedItemIsItsPart) {
  const std::string whole =
      std::string(kOpening) +
      "1.2 The Council shall adopt its budget by a majority of members. Where no majority is found after two "
      "votes, the matter shall go to the assembly of delegates for a final ruling.\n";
  const std::string parts = std::string(kOpening) +
                            "1.2 The Council must approve its budget by a majority.\n1.3 Where no majority is found after two "
                            "votes, the matter shall go to the assembly of delegates for a final ruling.\n";
  EXPECT_EQ(tally_between(whole, parts).count("split"), 1U);
  EXPECT_EQ(tally_between(parts, whole).count("merged"), 1U);
}

TEST(Rests, OfTwinsThatWereJoinedBothAreParts) {
  const std::string apart = std::string(kOpening) +
                            "1.2 Set up a common register of permits granted to wells.\n1.3 Set up a common register of permits "
                            "granted to ferries.\n1.4 Set up a common register of permits granted to mills.\n";
  const std::string joined = std::string(kOpening) +
                             "1.2 Create a shared list of licences granted to wells; and set up a common register of permits "
                             "granted to ferries.\n1.3 Set up a common register of permits granted to mills.\n";
  const Tally tally = tally_between(apart, joined);
  EXPECT_EQ(tally.count("merged"), 1U);
  EXPECT_EQ(tally.count("removed"), 0U);
}

TEST(Rests, AnItemWrittenAfterTheFirstWordsOfARemovedOneIsNotThatItemMoved) {
  const std::string before =
      std::string(kOpening) +
      "2. Courts\n2.1 Promote judicial cooperation among the states by agreements on extradition, evidence "
      "and mutual legal assistance.\n2.2 Train judges.\n";
  const std::string after = std::string(kOpening) +
                            "1.2 Promote judicial cooperation among the states by printing monthly maps of floods for schools, "
                            "farms and hospitals.\n2. Courts\n2.1 Train judges.\n";
  const Tally tally = tally_between(before, after);
  EXPECT_EQ(tally.count("moved"), 0U);
  EXPECT_EQ(tally.count("removed"), 1U);
  EXPECT_EQ(tally.count("added"), 1U);
}

}  // namespace
}  // namespace travaux
