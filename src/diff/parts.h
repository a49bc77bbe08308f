// Items whose text was divided among several, or joined from several.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "diff/evidence.h"
#include "diff/match.h"

namespace travaux {

/// Finds divided and joined items among those that no equal text explains; remembers what it has found.
class PartFinder {
 public:
  PartFinder(const FlatDocument& from, const FlatDocument& to, const Evidence& evidence, const MatchOptions& options,
             Matching& result)
      : from_(from), to_(to), evidence_(evidence), options_(options), result_(result) {}

  /// Appends what it finds to the matching and enters it in the pairing: of a whole, the partner it had or else its first part is
  /// its counterpart.
  void find();
  /// The same, but only what is divided or joined and nothing else: twins of a part must not take it first.
  void find_sure();
  /// Parts that were reworded while they were divided or joined: what an item has at one end and its counterpart has not became
  /// the counterpart's neighbour there.
  void find_rests();

 private:
  /// A whole of one side with parts on the other.
  struct Division {
    Parts parts;
    bool split = true;  ///< the whole is on the from side
    double cover = 0;   ///< share of the whole that the parts have
  };

  /// Who else has the words of a part.
  struct Rivals {
    std::size_t best = kNowhere;
    double best_share = 0, second_share = 0;
  };

  /// The words that a whole has at one end and a part has not; how many of content the part has there instead; and the share of
  /// the part that stands in the whole beyond the rest.
  struct Rest {
    TokenText text;
    std::size_t words = 0, instead = 0;
    double held = 0;
  };

  void enter_surest(std::vector<Division> found);
  bool is_sure(const Division& division) const;
  void find_rests(bool split);
  Rest rest_of(std::size_t whole, std::size_t partner, bool split, bool before) const;
  bool has_rest(std::size_t whole, std::size_t part, std::size_t other, bool split, bool before, double held) const;
  bool is_rest(const Rest& rest, std::size_t whole, std::size_t neighbour, bool split) const;
  std::size_t rest_beside(std::size_t whole, std::size_t partner, bool split, bool before) const;
  void propose(bool split, std::vector<Division>& found) const;
  bool is_explained(std::size_t whole, bool split) const;
  std::vector<std::size_t> pool(std::size_t whole, bool split) const;
  /// `inside`: the share of the part's words that stand in the whole.
  bool may_be_part(std::size_t part, std::size_t whole, bool split, double inside) const;
  const Rivals& rivals_of(std::size_t part, bool split) const;
  bool next_to_partner(std::size_t part, std::size_t whole, bool split) const;
  bool siblings(std::size_t first, std::size_t second, bool from_side) const;
  Division division_of(std::size_t whole, bool split) const;
  bool each_needed(const Division& division, double total) const;
  bool stand_together(const Division& division) const;
  bool all_contained(const Division& division) const;
  bool apart(const Division& division) const;
  bool segregated(const Division& division) const;
  bool is_free(const Division& division) const;
  void enter(const Division& division);

  const FlatDocument& side(bool from_side) const { return from_side ? from_ : to_; }

  const FlatDocument& from_;
  const FlatDocument& to_;
  const Evidence& evidence_;
  const MatchOptions& options_;
  Matching& result_;
  std::set<std::pair<bool, std::size_t>> claimed_;                 ///< (from side, item): a whole or a part already
  mutable std::map<std::pair<bool, std::size_t>, Rivals> rivals_;  ///< by (split, part), while nothing is entered
};

}  // namespace travaux
