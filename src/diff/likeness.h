// How alike two texts are, from 0 to 1: words and word pairs, the rarer the weightier.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "diff/tokens.h"

namespace travaux {

/// A text as weighted features: its words (loose forms) and its pairs of neighbouring words.
struct Features {
  struct Entry {
    std::uint64_t id;
    std::uint32_t count;
    bool pair;   ///< two neighbouring words
    bool light;  ///< a function word: next to no evidence, however rare
  };
  std::vector<Entry> entries;  ///< ordered by id
};

Features features_of(const TokenText& text);

/// Weights learnt from all texts of a comparison: inverse document frequency (Spärck Jones 1972), so that a stock phrase is no evidence.
class Weights {
 public:
  explicit Weights(const std::vector<const Features*>& texts);

  double of(const Features::Entry& entry) const;
  double total(const Features& features) const;
  /// Weight of what two texts share.
  double shared(const Features& a, const Features& b) const;
  /// Dice's coefficient over the weights; 1 for two empty texts.
  double likeness(const Features& a, const Features& b) const;

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> seen_in_;
  double texts_ = 1;
};

}  // namespace travaux
