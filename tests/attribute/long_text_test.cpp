// One long paragraph in which many ask: each is credited with its own words, at whatever place they stand.
#include "attribute/support.h"

namespace travaux::testing {
namespace {

std::string long_plan() {
  std::string text = "PLAN OF ACTION\n\n1. Prevention of Violence\n\n1.1";
  for (int i = 0; i < 600; ++i) text += " stone" + std::to_string(i) + " rests on river" + std::to_string(i);
  return text + ".\n\n1.2 Promote the participation of municipal councils.\n";
}

TEST(LongText, EachRequestIsCreditedWithItsOwnWords) {
  Negotiation round(long_plan());
  for (const int i : {0, 150, 300, 450, 599}) {
    const std::string old_words = "stone" + std::to_string(i) + " ", new_words = "lantern" + std::to_string(i) + " ";
    round.replace("Group" + std::to_string(i), "1.1", old_words, new_words);
    round.replace("Refused" + std::to_string(i), "1.1", old_words, "orchard" + std::to_string(i) + " ");
    round.edit(" " + old_words, " " + new_words);
  }
  const Attribution result = round.run();
  ASSERT_EQ(result.edits.size(), 5U);
  for (const AttributedEdit& edit : result.edits) {
    ASSERT_EQ(edit.sources.size(), 1U);
    EXPECT_EQ(edit.sources[0].by, "Group" + edit.to.substr(std::string("lantern").size()));
  }
}

}  // namespace
}  // namespace travaux::testing
