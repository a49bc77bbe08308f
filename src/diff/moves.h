// The fewest that must have moved to explain a new order.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace travaux {

/// One that stands on both sides.
struct Placed {
  std::size_t from = 0;    ///< place in the old order
  std::size_t to = 0;      ///< place in the new order
  std::size_t tokens = 0;  ///< of both versions together
  std::string text;        ///< `both_texts`

  /// Seen from the later draft.
  Placed turned() const { return {to, from, tokens, text}; }
};

/// Both versions of a text as one key, the same whichever comes first.
std::string both_texts(const std::string& a, const std::string& b);

/// Indices of those that moved: the fewest; of several such sets the one with the fewest tokens, then the first in code-point
/// order of its texts, then of their old places: a caller who wants both directions alike turns the places of one. O(n log n),
/// and quadratic in those among which only their texts decide.
std::vector<std::size_t> moved(const std::vector<Placed>& placed);

}  // namespace travaux
