#include "diff/parts.h"

#include <algorithm>

namespace travaux {

namespace {

constexpr double kPartContained = 0.55;  // share of a part's words that stand in the whole
constexpr double kPartOwn = 0.12;        // share of the whole that only this part covers
constexpr std::size_t kPartTokens = 3;

using Counts = std::map<std::uint64_t, std::uint32_t>;

double words_weight(const Features& features) {
  double sum = 0;
  for (const Features::Entry& entry : features.entries) sum += entry.pair ? 0 : entry.weight * entry.count;
  return sum;
}

Counts word_counts(const Features& features) {
  Counts counts;
  for (const Features::Entry& entry : features.entries) {
    if (!entry.pair) counts[entry.id] = entry.count;
  }
  return counts;
}

/// Weight of the words still to be covered that a part covers.
double gain(const Counts& left, const Features& part) {
  double sum = 0;
  for (const Features::Entry& entry : part.entries) {
    const auto found = entry.pair ? left.end() : left.find(entry.id);
    if (found != left.end()) sum += entry.weight * std::min(found->second, entry.count);
  }
  return rounded(sum);
}

void take_words(Counts& left, const Features& part) {
  for (const Features::Entry& entry : part.entries) {
    const auto found = entry.pair ? left.end() : left.find(entry.id);
    if (found != left.end()) found->second -= std::min(found->second, entry.count);
  }
}

/// Without any one part, a good share of the whole would be missing.
bool each_needed(const Parts& parts, const AllFeatures& wholes, const AllFeatures& others, double total) {
  for (const std::size_t part : parts.parts) {
    Counts left = word_counts(wholes[parts.whole]);
    for (const std::size_t other : parts.parts) {
      if (other != part) take_words(left, others[other]);
    }
    if (gain(left, others[part]) < kPartOwn * total) return false;
  }
  return true;
}

/// A part counts as placed; its whole keeps the partner it had, or takes the first part.
void claim(std::size_t whole, std::size_t part, std::vector<std::size_t>& of_whole, std::vector<std::size_t>& of_part) {
  if (of_whole[whole] == kNowhere) of_whole[whole] = part;
  of_part[part] = whole;
}

}  // namespace

void PartFinder::find(const AllFeatures& wholes, const AllFeatures& others, std::vector<std::size_t>& of_whole,
                      std::vector<std::size_t>& of_part, std::vector<Parts>& found) {
  for (std::size_t whole = 0; whole < wholes.size(); ++whole) find_one(whole, wholes, others, of_whole, of_part, found);
}

void PartFinder::find_one(std::size_t whole, const AllFeatures& wholes, const AllFeatures& others,
                          std::vector<std::size_t>& of_whole, std::vector<std::size_t>& of_part, std::vector<Parts>& found) {
  if (claimed_.contains({&wholes, whole})) return;
  Parts parts = parts_of(whole, wholes, others, of_whole, of_part);
  if (parts.parts.size() < 2) return;
  claimed_.insert({&wholes, whole});
  for (const std::size_t part : parts.parts) {
    claimed_.insert({&others, part});
    claim(whole, part, of_whole, of_part);
  }
  found.push_back(std::move(parts));
}

/// The parts of one item on the other side: its partner and free items that stand in it, each with words of its own, together
/// nearly all.
Parts PartFinder::parts_of(std::size_t whole, const AllFeatures& wholes, const AllFeatures& others,
                           const std::vector<std::size_t>& partner, const std::vector<std::size_t>& taken) const {
  Parts result{whole, {}};
  if (wholes[whole].entries.empty()) return result;
  std::vector<std::size_t> pool = candidates_for(whole, wholes, others, partner, taken);
  if (pool.size() < 2) return result;
  const double total = words_weight(wholes[whole]);
  Counts left = word_counts(wholes[whole]);
  double covered = 0;
  while (!pool.empty()) {
    const auto best = std::max_element(
        pool.begin(), pool.end(), [&](std::size_t a, std::size_t b) { return gain(left, others[a]) < gain(left, others[b]); });
    const double added = gain(left, others[*best]);
    if (added < kPartOwn * total) break;
    covered += added;
    take_words(left, others[*best]);
    result.parts.push_back(*best);
    pool.erase(best);
  }
  std::sort(result.parts.begin(), result.parts.end());
  const bool keeps_partner =
      partner[whole] == kNowhere || std::count(result.parts.begin(), result.parts.end(), partner[whole]) > 0;
  if (covered < cover_ * total || !keeps_partner || !each_needed(result, wholes, others, total)) result.parts.clear();
  return result;
}

std::vector<std::size_t> PartFinder::candidates_for(std::size_t whole, const AllFeatures& wholes, const AllFeatures& others,
                                                    const std::vector<std::size_t>& partner,
                                                    const std::vector<std::size_t>& taken) const {
  std::vector<std::size_t> pool;
  const Counts words = word_counts(wholes[whole]);
  for (std::size_t k = 0; k < others.size(); ++k) {
    const bool own = partner[whole] == k;
    if ((!own && taken[k] != kNowhere) || claimed_.contains({&others, k})) continue;
    if (others[k].entries.size() < kPartTokens) continue;
    const double inside = gain(words, others[k]) / words_weight(others[k]);
    if (inside >= kPartContained) pool.push_back(k);
  }
  return pool;
}

}  // namespace travaux
