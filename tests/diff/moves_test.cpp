// The fewest that moved, against every subset tried in turn.
#include "diff/moves.h"

#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>

namespace travaux {
namespace {

/// All subsets; those whose rest keeps its order; the fewest, then the fewest tokens, then the first texts.
std::vector<std::size_t> naive(const std::vector<Placed>& placed) {
  using Score = std::tuple<std::size_t, std::size_t, std::vector<std::string>>;
  std::optional<std::pair<Score, std::vector<std::size_t>>> best;
  for (std::size_t subset = 0; subset < (std::size_t{1} << placed.size()); ++subset) {
    Score score;
    std::vector<std::size_t> out;
    std::vector<std::pair<std::size_t, std::size_t>> rest;
    for (std::size_t i = 0; i < placed.size(); ++i) {
      if ((subset >> i & 1U) == 0) {
        rest.emplace_back(placed[i].from, placed[i].to);
        continue;
      }
      out.push_back(i);
      ++std::get<0>(score);
      std::get<1>(score) += placed[i].tokens;
      std::get<2>(score).push_back(placed[i].text);
    }
    std::sort(rest.begin(), rest.end());
    if (!std::is_sorted(rest.begin(), rest.end(), [](const auto& a, const auto& b) { return a.second < b.second; })) continue;
    std::sort(std::get<2>(score).begin(), std::get<2>(score).end());
    if (!best || score < best->first) best = {score, out};
  }
  return best->second;
}

std::vector<std::size_t> sorted(std::vector<std::size_t> list) {
  std::sort(list.begin(), list.end());
  return list;
}

std::vector<Placed> row(const std::vector<std::size_t>& order, const std::vector<std::size_t>& tokens) {
  std::vector<Placed> placed;
  for (std::size_t i = 0; i < order.size(); ++i)
    placed.push_back({i, order[i], tokens[i], std::string(1, static_cast<char>('a' + (i * 5 + 3) % 8))});
  return placed;
}

TEST(Moves, EveryOrderOfUpToSevenWithEqualTokens) {
  for (std::size_t size = 1; size <= 7; ++size) {
    std::vector<std::size_t> order(size);
    std::iota(order.begin(), order.end(), std::size_t{0});
    do {
      const std::vector<Placed> placed = row(order, std::vector<std::size_t>(size, 4));
      ASSERT_EQ(sorted(moved(placed)), naive(placed)) << ::testing::PrintToString(order);
    } while (std::next_permutation(order.begin(), order.end()));
  }
}

TEST(Moves, AnyOrderAnyTokensAndTheOtherDirection) {
  EXPECT_TRUE(rc::check([] {
    std::vector<std::size_t> order(*rc::gen::inRange<std::size_t>(1, 9));
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = order.size(); i-- > 1;) std::swap(order[i], order[*rc::gen::inRange<std::size_t>(0, i + 1)]);
    const auto tokens = *rc::gen::container<std::vector<std::size_t>>(order.size(), rc::gen::inRange<std::size_t>(1, 4));
    std::vector<Placed> placed = row(order, tokens);
    RC_ASSERT(sorted(moved(placed)) == naive(placed));
    const std::vector<std::size_t> forward = sorted(moved(placed));
    for (Placed& one : placed) std::swap(one.from, one.to);
    RC_ASSERT(sorted(moved(placed)) == forward);
  }));
}

TEST(Moves, TensOfThousandsInBoundedTimeAndMemory) {
  constexpr std::size_t kMany = 30'000;
  std::vector<Placed> placed;
  for (std::size_t i = 0; i < kMany; ++i) placed.push_back({i, (i + kMany - 1) % kMany, 5, std::to_string(i)});
  EXPECT_EQ(moved(placed), std::vector<std::size_t>{0});
}

}  // namespace
}  // namespace travaux
