// Which item became which: the passes over items of a matching.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "diff/assign.h"
#include "diff/evidence.h"
#include "diff/match.h"

namespace travaux {

/// Pairs items one to one, in the matching it is given; sections are read from there.
class ItemMatcher {
 public:
  ItemMatcher(const FlatDocument& from, const FlatDocument& to, const Evidence& evidence, const MatchOptions& options,
              Matching& result);

  /// Items of one text that nothing contests: the text stands once on each side, and what they cite does not speak against it.
  void match_equal();
  /// Pairs what is left by likeness, but nothing under `least`.
  void match_alike(double least);
  /// An item reduced to its number, or filled in again: what it cites and where it stands is all there is to go by.
  void match_emptied();

 private:
  bool same_section(std::size_t i, std::size_t j) const;
  bool same_place(std::size_t i, std::size_t j) const;
  double circumstance(std::size_t i, std::size_t j) const;
  bool contested(std::size_t i, std::size_t j) const;
  void add_candidates(std::size_t item, bool from_side, double least,
                      std::map<std::pair<std::size_t, std::size_t>, double>& pairs);
  bool between_same(std::size_t i, std::size_t j) const;
  bool may_be_emptied(std::size_t i, std::size_t j) const;
  double likeness_needed(std::size_t i, std::size_t j) const;
  void join(std::size_t i, std::size_t j, Match how, double similarity);

  const FlatDocument& from_;
  const FlatDocument& to_;
  const Evidence& evidence_;
  const MatchOptions& options_;
  Matching& result_;
  std::vector<Gap> from_gaps_, to_gaps_;  ///< at the beginning of the pass
};

}  // namespace travaux
