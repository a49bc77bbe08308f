#include "diff/moves.h"

#include <algorithm>
#include <numeric>

namespace travaux {

namespace {

/// The best sequence kept in place that ends at one element.
struct Chain {
  std::size_t count = 0;
  std::size_t tokens = 0;
  std::vector<std::size_t> ranks;  ///< of the kept texts in code-point order, sorted
};

/// Keeping more is better, then more words, then texts that come later (so that the moved are the first in code-point order).
bool better(const Chain& a, const Chain& b) {
  if (a.count != b.count) return a.count > b.count;
  if (a.tokens != b.tokens) return a.tokens > b.tokens;
  return std::lexicographical_compare(b.ranks.begin(), b.ranks.end(), a.ranks.begin(), a.ranks.end());
}

Chain extended(const Chain& chain, std::size_t tokens, std::size_t rank) {
  Chain longer = chain;
  ++longer.count;
  longer.tokens += tokens;
  longer.ranks.insert(std::lower_bound(longer.ranks.begin(), longer.ranks.end(), rank), rank);
  return longer;
}

}  // namespace

std::string both_texts(const std::string& a, const std::string& b) { return a < b ? a + '\0' + b : b + '\0' + a; }

std::vector<std::size_t> moved(const std::vector<Placed>& placed) {
  std::vector<std::size_t> order(placed.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return placed[a].from < placed[b].from; });
  if (std::is_sorted(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return placed[a].to < placed[b].to; }))
    return {};
  std::vector<std::size_t> by_text = order;
  std::sort(by_text.begin(), by_text.end(), [&](std::size_t a, std::size_t b) { return placed[a].text < placed[b].text; });
  std::vector<std::size_t> rank(placed.size());
  for (std::size_t i = 0; i < by_text.size(); ++i) rank[by_text[i]] = i;
  std::vector<Chain> chains(order.size());
  Chain best;
  for (std::size_t k = 0; k < order.size(); ++k) {
    static const Chain kEmpty;
    const Chain* before = &kEmpty;
    for (std::size_t l = 0; l < k; ++l) {
      if (placed[order[l]].to < placed[order[k]].to && better(chains[l], *before)) before = &chains[l];
    }
    chains[k] = extended(*before, placed[order[k]].tokens, rank[order[k]]);
    if (better(chains[k], best)) best = chains[k];
  }
  std::vector<std::size_t> result;
  for (const std::size_t i : order) {
    if (!std::binary_search(best.ranks.begin(), best.ranks.end(), rank[i])) result.push_back(i);
  }
  return result;
}

}  // namespace travaux
