// Which section and which item became which. Reads text and citations, never numbers alone.
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "diff/flat.h"
#include "travaux/diff.h"

namespace travaux {

/// An item whose text was divided among several, or the other way round.
struct Parts {
  std::size_t whole = 0;
  std::vector<std::size_t> parts;  ///< in document order
};

struct Matching {
  Pairing items;
  Pairing sections;
  std::vector<Match> how;                                     ///< by from-item
  std::vector<double> similarity;                             ///< by from-item
  std::vector<Parts> splits;                                  ///< whole on the from side
  std::vector<Parts> merges;                                  ///< whole on the to side
  std::set<std::pair<std::size_t, std::size_t>> ruled_apart;  ///< pairs that a person ruled out, (from, to)
  bool coarse = false;   ///< paired best first, or in order, where an assignment was too large
  bool sampled = false;  ///< what is left unpaired was held against others by its rarest words only
  bool turned = false;   ///< the later draft was matched as the first
};

/// Passes: equal texts, sections by heading and what they hold, alike texts by best assignment, divided and joined items,
/// sections again. Ruled pairs come first, and ruled out ones never. `match(b, a)` is `match(a, b)` turned round.
Matching match(const FlatDocument& from, const FlatDocument& to, const DiffOptions& options);

}  // namespace travaux
