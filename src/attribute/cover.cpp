#include "attribute/cover.h"

#include <algorithm>
#include <map>

namespace travaux {
namespace {

constexpr double kSynonym = 0.9;     ///< of a word that is another form or a synonym
constexpr double kOutOfOrder = 0.8;  ///< of a word that stands elsewhere in the sequence
constexpr double kPartThere = 0.25;  ///< of a part's words of content, for the rest to be adapted
constexpr std::size_t kLargestTable = 4'000'000;

/// Longest common subsequence by weight; quadratic.
std::vector<std::pair<std::size_t, std::size_t>> in_order(const Words& left, const Words& right, const Before& before) {
  const std::size_t rows = left.size() + 1, columns = right.size() + 1;
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  if (rows * columns > kLargestTable) return pairs;
  std::vector<double> best(rows * columns, 0);
  for (std::size_t i = left.size(); i-- > 0;) {
    for (std::size_t j = right.size(); j-- > 0;) {
      double value = std::max(best[(i + 1) * columns + j], best[i * columns + j + 1]);
      const double match = before.match(left[i], right[j]);
      if (match > 0) value = std::max(value, best[(i + 1) * columns + j + 1] + match * left[i].weight);
      best[i * columns + j] = value;
    }
  }
  for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
    const double match = before.match(left[i], right[j]);
    const double value = best[i * columns + j];
    if (match > 0 && value == best[(i + 1) * columns + j + 1] + match * left[i].weight) {
      pairs.emplace_back(i++, j++);
    } else if (value == best[(i + 1) * columns + j]) {
      ++i;
    } else {
      ++j;
    }
  }
  return pairs;
}

/// What is left, wherever it stands.
void take_the_rest(const Words& left, const Words& right, const Before& before, Cover& result) {
  std::multimap<WordId, std::size_t> free;
  for (std::size_t j = 0; j < right.size(); ++j) {
    if (result.right[j] == 0 && right[j].content && right[j].term != 0) free.emplace(right[j].term, j);
  }
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (result.left[i] > 0 || !left[i].content) continue;
    const auto [first, last] = free.equal_range(left[i].term);
    for (auto at = first; at != last; ++at) {
      const double match = before.match(left[i], right[at->second]);
      if (match == 0) continue;
      result.left[i] = result.right[at->second] = match * kOutOfOrder;
      free.erase(at);
      break;
    }
  }
}

}  // namespace

Before::Before(const Words& removed) {
  for (const Word& word : removed) {
    if (word.term != 0) terms_.insert(word.term);
    if (word.loose != 0) looses_.insert(word.loose);
  }
}

double Before::match(const Word& came, const Word& wanted) const {
  if (came.form == wanted.form) return 1;
  if (came.loose == 0 || wanted.loose == 0 || looses_.contains(came.loose)) return 0;
  if (came.loose == wanted.loose) return 1;
  if (came.term != wanted.term || came.figure || wanted.figure || terms_.contains(came.term)) return 0;
  return kSynonym;
}

Cover cover(const Words& left, const Words& right, const Before& before) {
  Cover result;
  result.left.assign(left.size(), 0);
  result.right.assign(right.size(), 0);
  result.pairs = in_order(left, right, before);
  for (const auto& [i, j] : result.pairs) {
    result.left[i] = result.right[j] = before.match(left[i], right[j]);
    if (result.left[i] < 1 && left[i].weight > 0) result.exact = false;
  }
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i].loose != 0 && left[i].weight > 0 && result.left[i] == 0) result.exact = false;
  }
  take_the_rest(left, right, before, result);
  for (std::size_t i = 0; i < left.size(); ++i) result.left_weight += result.left[i] * left[i].weight;
  for (std::size_t j = 0; j < right.size(); ++j) result.right_weight += result.right[j] * right[j].weight;
  return result;
}

namespace {

/// Words that stand where others were wanted: between the same neighbours. One may stand for two ("low-cost", "inexpensive").
void take_replacements(const Words& left, const Words& right, const Cover& words, std::vector<bool>& replaced) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs = words.pairs;
  pairs.emplace_back(left.size(), right.size());
  std::size_t i = 0, j = 0;
  for (const auto& [next_i, next_j] : pairs) {
    std::size_t others = 0;
    for (; j < next_j; ++j) others += right[j].content && words.right[j] == 0 ? 2 : 0;
    for (; i < next_i; ++i) {
      if (!left[i].content || words.left[i] > 0 || left[i].figure || others == 0) continue;
      replaced[i] = true;
      --others;
    }
    i = next_i + 1;
    j = next_j + 1;
  }
}

}  // namespace

std::vector<double> cover_adapted(const Words& left, const Words& right) {
  const Cover words = cover(left, right);
  std::vector<bool> replaced(left.size(), false);
  take_replacements(left, right, words, replaced);
  std::vector<double> covered = words.left;
  for (const auto& [begin, end] : parts_of(left)) {
    double all = 0, there = 0;
    for (std::size_t i = begin; i < end; ++i) {
      all += left[i].content ? left[i].weight : 0;
      there += left[i].content ? words.left[i] * left[i].weight : 0;
    }
    if (all == 0 || there < kPartThere * all) continue;
    for (std::size_t i = begin; i < end; ++i) {
      if (replaced[i]) covered[i] = 1;
    }
  }
  return covered;
}

std::vector<std::pair<std::size_t, std::size_t>> parts_of(const Words& words) {
  std::vector<std::pair<std::size_t, std::size_t>> parts;
  std::size_t begin = 0;
  bool content = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].joins && content) {
      parts.emplace_back(begin, i);
      begin = i;
      content = false;
    }
    content = content || words[i].content;
  }
  if (begin < words.size()) parts.emplace_back(begin, words.size());
  return parts;
}

double likeness_of(const Words& a, const Words& b) {
  const double all = weight_of(a) + weight_of(b);
  if (all == 0) return 0;
  const Cover both = cover(a, b);
  return (both.left_weight + both.right_weight) / all;
}

bool same_words(const Words& a, const Words& b) {
  const auto looses = [](const Words& words) {
    std::vector<WordId> list;
    for (const Word& word : words) {
      if (word.loose != 0) list.push_back(word.loose);
    }
    return list;
  };
  return looses(a) == looses(b);
}

}  // namespace travaux
