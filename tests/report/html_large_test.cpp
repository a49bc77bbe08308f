// One item of very many words and edits, and spaces beside brackets that go.
#include <gtest/gtest.h>

#include "support.h"

namespace travaux {
namespace {

std::string item(std::size_t words, bool edited) {
  std::string text = "PLAN\n\n1. One\n\n1.1";
  for (std::size_t k = 0; k < words; ++k) text += (edited && k % 8 == 3 ? " other" : " word") + std::to_string(k);
  return text + ".\n";
}

TEST(RedlineHtmlLarge, APageOfAThousandEditsOfOneItemHoldsBothDrafts) {
  constexpr std::size_t kWords = 10'000;
  const std::string before = item(kWords, false), after = item(kWords, true);
  const std::string page = test::Pair(before, after).html();
  EXPECT_EQ(comparison_form(test::earlier_words(page)), comparison_form(before));
  EXPECT_EQ(comparison_form(test::later_words(page)), comparison_form(after));
}

TEST(RedlineHtmlSpaces, ABracketThatGoesLeavesNoSpaceBehindInTheEarlierDraft) {
  const test::Pair pair("PLAN\n\n1. One\n\n1.1 Parties [shall][should] act.\n", "PLAN\n\n1. One\n\n1.1 Parties shall act.\n");
  const std::string page = pair.html();
  EXPECT_NE(test::earlier_words(page).find("Parties [shall][should] act."), std::string::npos);
  EXPECT_NE(test::later_words(page).find("Parties shall act."), std::string::npos);
}

}  // namespace
}  // namespace travaux
