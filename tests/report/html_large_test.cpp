// One item of very many words, most of its sentences edited: its page costs about what its comparison does.
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <optional>

#include "support.h"

namespace travaux {
namespace {

std::string item(std::size_t words, bool edited) {
  std::string text = "PLAN\n\n1. One\n\n1.1";
  for (std::size_t k = 0; k < words; ++k) text += (edited && k % 8 == 3 ? " other" : " word") + std::to_string(k);
  return text + ".\n";
}

double seconds(const std::function<void()>& what) {
  const auto begin = std::chrono::steady_clock::now();
  what();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

TEST(RedlineHtmlLarge, APageOfAThousandEditsOfOneItemTakesNoLongerThanFewTimesItsComparison) {
  constexpr std::size_t kWords = 10'000;
  std::optional<test::Pair> pair;
  const double compared = seconds([&] { pair.emplace(item(kWords, false), item(kWords, true)); });
  std::string page;
  const double written = seconds([&] { page = pair->html(); });
  EXPECT_NE(page.find("other9995"), std::string::npos);
  EXPECT_LT(written, 5 * compared + 0.5);  // where each edit cuts the whole item into words: forty times
}

TEST(RedlineHtmlSpaces, ABracketThatGoesLeavesNoSpaceBehindInTheEarlierDraft) {
  const test::Pair pair("PLAN\n\n1. One\n\n1.1 Parties [shall][should] act.\n", "PLAN\n\n1. One\n\n1.1 Parties shall act.\n");
  const std::string page = pair.html();
  EXPECT_NE(test::earlier_words(page).find("Parties [shall][should] act."), std::string::npos);
  EXPECT_NE(test::later_words(page).find("Parties shall act."), std::string::npos);
}

}  // namespace
}  // namespace travaux
