// The heaviest rising sequence (Fredman 1975, with Fenwick's trees), then, where several are as heavy, the one whose texts come
// last.
#include "diff/moves.h"

#include <algorithm>
#include <numeric>

namespace travaux {

namespace {

/// How much a sequence keeps in place: more elements are better, then more words.
struct Kept {
  std::size_t count = 0;
  std::size_t tokens = 0;

  friend auto operator<=>(const Kept&, const Kept&) = default;
  Kept with(std::size_t more) const { return {count + 1, tokens + more}; }
};

/// Maxima over the places before one (Fenwick 1994).
class Maxima {
 public:
  explicit Maxima(std::size_t size) : best_(size + 1) {}

  Kept before(std::size_t place) const {
    Kept best;
    for (std::size_t i = place; i > 0; i -= i & (~i + 1)) best = std::max(best, best_[i]);
    return best;
  }

  void raise(std::size_t place, const Kept& kept) {
    for (std::size_t i = place + 1; i < best_.size(); i += i & (~i + 1)) best_[i] = std::max(best_[i], kept);
  }

 private:
  std::vector<Kept> best_;
};

/// The elements in the old order, their new places numbered from 0.
class Row {
 public:
  explicit Row(const std::vector<Placed>& placed) : placed_(placed), order_(placed.size()), place_(placed.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return placed[a].from < placed[b].from; });
    std::vector<std::size_t> by_to = order_;
    std::sort(by_to.begin(), by_to.end(), [&](std::size_t a, std::size_t b) { return placed[a].to < placed[b].to; });
    std::vector<std::size_t> at(placed.size());
    for (std::size_t k = 0; k < by_to.size(); ++k) at[by_to[k]] = k;
    for (std::size_t k = 0; k < order_.size(); ++k) place_[k] = at[order_[k]];
  }

  bool in_order() const { return std::is_sorted(place_.begin(), place_.end()); }

  /// Which elements stay, by place in the row.
  std::vector<bool> staying() {
    weigh();
    const std::vector<std::vector<std::size_t>> levels = levels_of();
    std::vector<bool> stays(order_.size(), false);
    for (std::size_t level = 0; level < levels.size();) {
      std::size_t end = level + 1;
      if (levels[level].size() > 1) {
        while (end < levels.size() && levels[end].size() > 1) ++end;
      }
      for (const std::size_t k : last_texts(levels, level, end)) stays[k] = true;
      level = end;
    }
    return stays;
  }

  std::size_t element(std::size_t k) const { return order_[k]; }
  std::size_t size() const { return order_.size(); }

 private:
  const Placed& at(std::size_t k) const { return placed_[order_[k]]; }

  /// For each element the best sequence that ends, and the best that begins, at it.
  void weigh() {
    const std::size_t size = order_.size();
    ending_.resize(size);
    beginning_.resize(size);
    Maxima forward(size), backward(size);
    for (std::size_t k = 0; k < size; ++k) {
      ending_[k] = forward.before(place_[k]).with(at(k).tokens);
      forward.raise(place_[k], ending_[k]);
    }
    for (std::size_t k = size; k-- > 0;) {
      beginning_[k] = backward.before(size - 1 - place_[k]).with(at(k).tokens);
      backward.raise(size - 1 - place_[k], beginning_[k]);
    }
  }

  /// The elements of all best sequences, by their number in them.
  std::vector<std::vector<std::size_t>> levels_of() const {
    const Kept best = *std::max_element(ending_.begin(), ending_.end());
    std::vector<std::vector<std::size_t>> levels(best.count);
    for (std::size_t k = 0; k < order_.size(); ++k) {
      const Kept through{ending_[k].count + beginning_[k].count - 1, ending_[k].tokens + beginning_[k].tokens - at(k).tokens};
      if (through == best) levels[ending_[k].count - 1].push_back(k);
    }
    return levels;
  }

  bool follows(std::size_t before, std::size_t after) const {
    return before < after && place_[before] < place_[after] && ending_[before].with(at(after).tokens) == ending_[after];
  }

  /// Of the sequences through levels [begin, end), before and after which all agree, the one whose texts come last.
  std::vector<std::size_t> last_texts(const std::vector<std::vector<std::size_t>>& levels, std::size_t begin,
                                      std::size_t end) const {
    if (end == begin + 1 && levels[begin].size() == 1) return levels[begin];
    std::vector<std::size_t> all;
    for (std::size_t level = begin; level < end; ++level) all.insert(all.end(), levels[level].begin(), levels[level].end());
    std::sort(all.begin(), all.end(),
              [this](std::size_t a, std::size_t b) { return at(a).text != at(b).text ? at(a).text < at(b).text : a < b; });
    std::vector<std::size_t> rank(order_.size());
    for (std::size_t r = 0; r < all.size(); ++r) rank[all[r]] = r;
    using Chain = std::vector<std::size_t>;  // ranks, sorted
    std::vector<std::pair<std::size_t, Chain>> chains;
    for (const std::size_t k : levels[begin]) chains.push_back({k, {rank[k]}});
    for (std::size_t level = begin + 1; level < end; ++level) {
      std::vector<std::pair<std::size_t, Chain>> longer;
      for (const std::size_t k : levels[level]) {
        const Chain* best = nullptr;
        for (const auto& [last, chain] : chains) {
          if (follows(last, k) && (best == nullptr || *best < chain)) best = &chain;
        }
        if (best == nullptr) continue;
        Chain chain = *best;
        chain.insert(std::lower_bound(chain.begin(), chain.end(), rank[k]), rank[k]);
        longer.emplace_back(k, std::move(chain));
      }
      chains = std::move(longer);
    }
    const auto best =
        std::max_element(chains.begin(), chains.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    std::vector<std::size_t> elements;
    for (const std::size_t r : best->second) elements.push_back(all[r]);
    return elements;
  }

  const std::vector<Placed>& placed_;
  std::vector<std::size_t> order_;
  std::vector<std::size_t> place_;  ///< in the new order
  std::vector<Kept> ending_, beginning_;
};

}  // namespace

std::string both_texts(const std::string& a, const std::string& b) { return a < b ? a + '\0' + b : b + '\0' + a; }

std::vector<std::size_t> moved(const std::vector<Placed>& placed) {
  Row row(placed);
  if (row.in_order()) return {};
  const std::vector<bool> stays = row.staying();
  std::vector<std::size_t> result;
  for (std::size_t k = 0; k < row.size(); ++k) {
    if (!stays[k]) result.push_back(row.element(k));
  }
  return result;
}

}  // namespace travaux
