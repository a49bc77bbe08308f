#include "diff/likeness.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "diff/ladder.h"

namespace travaux {

namespace {

constexpr double kLightShare = 0.25;
constexpr double kPairShare = 0.25;  // a pair of words says less than the two words, but tells their order

}  // namespace

Features features_of(const TokenText& text) {
  std::vector<std::uint64_t> ids;
  std::unordered_set<std::uint64_t> light;
  std::uint64_t before = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const TokenId id = text.stems[i];
    if (id == kNoToken) continue;
    ids.push_back(id);
    if (ladder().light.contains(loose_form(text.word(i)))) light.insert(id);
    if (before != 0) ids.push_back(before << 32U | id);
    before = id;
  }
  std::sort(ids.begin(), ids.end());
  Features features;
  for (const std::uint64_t id : ids) {
    if (!features.entries.empty() && features.entries.back().id == id) {
      ++features.entries.back().count;
    } else {
      features.entries.push_back({id, 1, id >> 32U != 0, light.contains(id), 0});
    }
  }
  return features;
}

void weigh(const std::vector<Features*>& texts) {
  std::unordered_map<std::uint64_t, std::uint32_t> seen_in;
  for (const Features* features : texts) {
    for (const Features::Entry& entry : features->entries) ++seen_in[entry.id];
  }
  const auto all = static_cast<double>(std::max<std::size_t>(1, texts.size()));
  for (Features* features : texts) {
    for (Features::Entry& entry : features->entries) {
      // A word of both versions of one item is seen twice, and is as rare as can be.
      const double weight = std::log(1.0 + all / std::max(2.0, static_cast<double>(seen_in[entry.id])));
      entry.weight = weight * (entry.pair ? kPairShare : entry.light ? kLightShare : 1.0);
    }
  }
}

double rounded(double score) {
  // By hand: it is called for every pair that shares a word, and scores are small.
  const double scaled = score * 1e9;
  return static_cast<double>(static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5)) / 1e9;
}

double total_weight(const Features& features) {
  double sum = 0;
  for (const Features::Entry& entry : features.entries) sum += entry.weight * entry.count;
  return sum;
}

double shared_weight(const Features& a, const Features& b) {
  double sum = 0;
  auto i = a.entries.begin();
  auto j = b.entries.begin();
  while (i != a.entries.end() && j != b.entries.end()) {
    if (i->id == j->id) {
      sum += i->weight * std::min(i->count, j->count);
      ++i;
      ++j;
    } else if (i->id < j->id) {
      ++i;
    } else {
      ++j;
    }
  }
  return sum;
}

double likeness(const Features& a, const Features& b) {
  const double all = total_weight(a) + total_weight(b);
  return all == 0 ? 1.0 : 2 * shared_weight(a, b) / all;
}

}  // namespace travaux
