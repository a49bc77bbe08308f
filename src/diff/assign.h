// The best one-to-one pairing out of scored candidates.
#pragma once

#include <cstddef>
#include <vector>

namespace travaux {

struct ScoredPair {
  std::size_t from = 0;
  std::size_t to = 0;
  double score = 0;  ///< above 0
};

/// Chooses candidates so that each index is used once and the sum of scores is greatest: the Hungarian method with potentials
/// (Kuhn 1955, Jonker and Volgenant 1987) within each connected group, cubic in the group; a group of more than `limit` on a side
/// is paired best first instead, and `coarse` set.
std::vector<ScoredPair> assign(std::vector<ScoredPair> candidates, std::size_t limit, bool& coarse);

}  // namespace travaux
