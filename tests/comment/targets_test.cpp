// Places of bylaws and laws, and ranges over sections, found in a draft.
#include "comment/targets.h"

#include <gtest/gtest.h>

#include "comment/support.h"

namespace travaux {
namespace {

const char* const kBylaws =
    "BYLAWS OF THE UNION\n\nARTICLE I\nNAME\n\nSection 1. The name is the Union.\n\nARTICLE II\nMEMBERS\n\nSection 1. Any State "
    "may join.\n\nSection 3. Dues shall be paid by March 31 of each year.\n";

TEST(Targets, SectionsOfArticlesAreFoundWhateverTheirCase) {
  const Document bylaws = test::draft_of(kBylaws);
  const TargetIndex index(bylaws);
  Target nested{"Article II, Section 3", "Article II/Section 3", false, {}};
  index.resolve(nested);
  ASSERT_TRUE(nested.place);
  EXPECT_EQ(nested.address, "ARTICLE II/Section 3");
  Target alone{"Section 3", "3", true, {}};  // one alone bears the number
  index.resolve(alone);
  EXPECT_TRUE(alone.place);
  Target several{"Section 1", "1", true, {}};
  index.resolve(several);
  EXPECT_FALSE(several.place);
}

TEST(Targets, AnItemIsFoundByTheWordsItBeginsWith) {
  const Document bylaws = test::draft_of(kBylaws);
  const TargetIndex index(bylaws);
  Target dues{"the paragraph beginning", "^Dues shall", false, {}};
  index.resolve(dues);
  ASSERT_TRUE(dues.place);
  EXPECT_EQ(dues.address, "ARTICLE II/Section 3");
  Target none{"the paragraph beginning", "^Shall be", false, {}};
  index.resolve(none);
  EXPECT_FALSE(none.place);
}

TEST(Targets, ARangeOverSectionsIsAllItemsBetween) {
  const Document plan = test::draft_of(
      "1. First\n\n1.1 One is to act.\n\n1.2 Two is to act.\n\n2. Second\n\n2.1 Three is to act.\n\n2.2 Four is to act.\n");
  const TargetIndex index(plan);
  std::string addresses;
  for (const Target& target : index.between({"1.2 to 2.1", "1.2..2.1", false, {}})) addresses += target.address + " ";
  EXPECT_EQ(addresses, "1.2 2.1 ");
  const std::vector<Target> open = index.between({"1.2 to 2.9", "1.2..2.9", false, {}});
  ASSERT_EQ(open.size(), 1U);
  EXPECT_FALSE(open[0].place);
}

}  // namespace
}  // namespace travaux
