// Which elements of two sequences stay: an alignment, by dtl where it is exact and quick, by libgit2's patience diff beyond.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace travaux {

struct Alignment {
  /// Kept elements as (index in a, index in b), increasing in both.
  std::vector<std::pair<std::size_t, std::size_t>> kept;
  bool coarse = false;  ///< the sequences were too long for the exact method
};

/// Aligns two sequences. Turned round, it may keep other pairs of equal number: a caller to whom that matters puts the two into
/// an order of its own first. Exact up to `limit` elements of both together (after common ends are taken off); O(ND) time there,
/// after Wu, Manber, Myers and Miller 1990 (dtl).
Alignment align(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b, std::size_t limit);

}  // namespace travaux
