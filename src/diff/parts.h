// Items whose text was divided among several, or joined from several.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "diff/likeness.h"
#include "diff/match.h"

namespace travaux {

using AllFeatures = std::vector<Features>;

/// Finds, for the items of one side, the parts of each on the other; remembers what it has given away.
class PartFinder {
 public:
  /// `cover`: share of a whole's weighted words that its parts must cover together.
  explicit PartFinder(double cover) : cover_(cover) {}

  /// Appends what it finds, and enters it in the pairing: `of_whole` and `of_part` are its two directions as seen from the
  /// wholes' side.
  void find(const AllFeatures& wholes, const AllFeatures& others, std::vector<std::size_t>& of_whole,
            std::vector<std::size_t>& of_part, std::vector<Parts>& found);

 private:
  using Counts = std::map<std::uint64_t, std::uint32_t>;

  void find_one(std::size_t whole, const AllFeatures& wholes, const AllFeatures& others, std::vector<std::size_t>& of_whole,
                std::vector<std::size_t>& of_part, std::vector<Parts>& found);
  Parts parts_of(std::size_t whole, const AllFeatures& wholes, const AllFeatures& others, const std::vector<std::size_t>& partner,
                 const std::vector<std::size_t>& taken) const;
  std::vector<std::size_t> candidates_for(std::size_t whole, const AllFeatures& wholes, const AllFeatures& others,
                                          const std::vector<std::size_t>& partner, const std::vector<std::size_t>& taken) const;

  double cover_;
  std::set<std::pair<const AllFeatures*, std::size_t>> claimed_;  ///< items that are a whole or a part already
};

}  // namespace travaux
