// How alike two texts are, from 0 to 1: words and word pairs, the rarer the weightier.
#pragma once

#include <cstdint>
#include <vector>

#include "diff/tokens.h"

namespace travaux {

/// A text as weighted features: its words (stems) and its pairs of neighbouring words.
struct Features {
  struct Entry {
    std::uint64_t id;
    std::uint32_t count;
    bool pair;          ///< two neighbouring words
    bool light;         ///< a function word: next to no evidence, however rare
    double weight = 0;  ///< of one occurrence; set by `Weights`
  };
  std::vector<Entry> entries;  ///< ordered by id
};

Features features_of(const TokenText& text);

/// Weights learnt from all texts of a comparison: inverse document frequency (Spärck Jones 1972), so that a stock phrase is no
/// evidence. Sets the weight of every entry.
void weigh(const std::vector<Features*>& texts);

/// Scores must not depend on the order of summation, or the two directions would break ties differently.
double rounded(double score);

double total_weight(const Features& features);
/// Weight of what two texts share.
double shared_weight(const Features& a, const Features& b);
/// Dice's coefficient over the weights; 1 for two empty texts.
double likeness(const Features& a, const Features& b);

}  // namespace travaux
