// Which item became which: the passes over items of a matching.
#pragma once

#include <map>
#include <tuple>
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
  /// Texts that stand so often that likeness would be held against likeness a million times: in the order in which they stand.
  void match_copies();
  /// Pairs what is left by likeness, but nothing under `least`.
  void match_alike(double least);
  /// An item reduced to its number, or filled in again: what it cites and where it stands is all there is to go by.
  void match_emptied();
  /// Notes whether an item is left for which not all words were looked at, though they could have made a pair.
  void note_unseen();

 private:
  /// A pair that is alike enough, and how alike its words are.
  struct Likely {
    std::size_t i, j;
    double alike;

    friend bool operator<(const Likely& a, const Likely& b) { return std::tie(a.i, a.j) < std::tie(b.i, b.j); }
    friend bool operator==(const Likely& a, const Likely& b) { return a.i == b.i && a.j == b.j; }
  };

  bool same_section(std::size_t i, std::size_t j) const;
  bool same_place(std::size_t i, std::size_t j) const;
  double circumstance(std::size_t i, std::size_t j) const;
  bool contested(std::size_t i, std::size_t j) const;
  void add_candidates(std::size_t item, bool from_side, double least, std::vector<Likely>& pairs) const;
  void add_between(double least, std::vector<Likely>& pairs) const;
  void add_if_alike(std::size_t i, std::size_t j, double least, std::vector<Likely>& pairs) const;
  bool begun_alike(std::size_t i, std::size_t j) const;
  bool same_parent(std::size_t i, std::size_t j) const;
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
