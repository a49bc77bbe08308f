// Chance that comes out the same on every machine and library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace travaux::negotiations {

/// SplitMix64 (Steele, Lea, Flood, 2014). The standard distributions are not used: their results differ between libraries.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }

  /// A number in [0, limit). Precondition: limit > 0. The bias of the modulo is below 1 in 2^50 for the limits used here.
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }

  /// A number in [least, most].
  std::size_t between(std::size_t least, std::size_t most) { return least + below(most - least + 1); }

  bool chance(std::size_t percent) { return below(100) < percent; }

  template <typename T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }

  template <typename T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[below(i)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace travaux::negotiations
