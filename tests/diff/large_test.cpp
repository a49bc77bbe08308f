// Drafts of very many items that say nearly the same: an answer in near-linear time, and a word where it had to be coarser.
// Held to minutes by the runner's limit: with every item held against every other, each of these takes far longer.
#include <gtest/gtest.h>

#include <functional>

#include "support/texts.h"
#include "travaux/diff.h"

namespace travaux {
namespace {

using namespace travaux::testing;

constexpr std::size_t kMany = 20'000;

std::string paragraphs(std::size_t count, const std::function<std::string(std::size_t)>& text) {
  std::string all = "PLAN OF WORK\n\n";
  for (std::size_t k = 0; k < count; ++k) all += text(k) + "\n\n";
  return all;
}

std::string clause(std::size_t k, bool edited) {
  return "The Parties shall cooperate in " + std::string(edited ? "full trust" : "good faith") + " on the matter of number " +
         std::to_string(k) + " and report thereon to the Conference every two years.";
}

DocumentDiff compare(const std::string& a, const std::string& b) {
  Document from = document(a);
  Document to = document(b);
  resolve_instruments({&from, &to}, {});
  return diff(from, to);
}

std::size_t count(const Tally& tally, const std::string& kind) { return tally.contains(kind) ? tally.at(kind) : 0; }

TEST(Large, ClausesThatOneWordTellsApartAreEachFound) {
  const auto before = [](std::size_t k) { return clause(k, false); };
  const auto after = [](std::size_t k) { return clause(k, k % 10 == 3); };
  const DocumentDiff changes = compare(paragraphs(kMany, before), paragraphs(kMany, after));
  EXPECT_EQ(changes.item_tally(), (Tally{{"unchanged", kMany - kMany / 10}, {"edited", kMany / 10}}));
}

TEST(Large, CopiesOfOneClauseArePairedInOrderAndTheAnswerSaysThatItIsCoarser) {
  const auto copy = [](std::size_t) { return std::string("The Parties shall cooperate in good faith."); };
  const DocumentDiff changes = compare(paragraphs(kMany, copy), paragraphs(kMany - 500, copy));
  EXPECT_EQ(changes.item_tally(), (Tally{{"unchanged", kMany - 500}, {"removed", 500}}));
  EXPECT_TRUE(changes.degraded);
}

TEST(Large, OfCopiesEditedInPlaceEachIsFoundAtItsPlace) {
  const auto copy = [](std::size_t) { return std::string("The Parties shall cooperate in good faith."); };
  const auto edited = [](std::size_t k) {
    return std::string("The Parties ") + (k % 10 == 3 ? "should" : "shall") + " cooperate in good faith.";
  };
  const DocumentDiff changes = compare(paragraphs(kMany, copy), paragraphs(kMany, edited));
  EXPECT_EQ(changes.item_tally(), (Tally{{"unchanged", kMany - kMany / 10}, {"edited", kMany / 10}}));
  EXPECT_EQ(count(changes.item_tally(), "moved"), 0U);
}

TEST(Large, AFewCopiesAreNoReasonForACoarserAnswer) {
  const auto before = [](std::size_t k) { return clause(k % 30, false); };
  const auto after = [](std::size_t k) { return clause(k % 30, k == 7); };
  EXPECT_FALSE(compare(paragraphs(60, before), paragraphs(60, after)).degraded);
}

}  // namespace
}  // namespace travaux
