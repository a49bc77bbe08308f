// Items that had gone from a chain of drafts and stand again in a later one.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "diff/flat.h"
#include "diff/likeness.h"
#include "diff/trace_chain.h"

namespace travaux {

/// An item that a draft had, and the next one had no longer.
struct Gone {
  std::size_t draft = 0;  ///< that had it last
  Place place;            ///< there
  friend bool operator==(const Gone&, const Gone&) = default;
};

/// Gone items and added ones of each chain are paired one to one, the most alike first, so that the question has one answer from
/// either end. The words of both must be nearly the same: see `TraceOptions`.
class Returns {
 public:
  Returns(Chain& chain, const TraceOptions& options) : chain_(chain), options_(options) {}

  /// What an item that a draft added had been before; nothing where it is new.
  std::optional<Return> before(std::size_t draft, const Place& added);
  /// Where in a draft an item that had gone stands again. Precondition: the draft stands on the one that had it last.
  std::optional<Place> after(const Gone& gone, std::size_t draft);
  /// All that a draft added and that had been before: where it stands in the draft, and what it had been.
  std::vector<std::pair<Place, Gone>> back_in(std::size_t draft);

 private:
  /// An item's words.
  struct Wording {
    Place place;
    std::vector<TokenId> words;   ///< loose forms, in order
    std::vector<TokenId> sorted;  ///< the same by id
    Features features;
  };
  using SeenIn = std::map<std::uint64_t, std::size_t>;  ///< in how many items a word stands
  struct Back {
    Gone gone;
    Place place;
    double likeness = 0;
  };
  /// How it stands after a draft.
  struct State {
    std::vector<Gone> gone;
    std::vector<Back> back;  ///< in this very draft
  };

  const std::vector<Wording>& wordings(std::size_t draft);
  const Wording& wording(std::size_t draft, const Place& place);
  bool comparable(const Wording& a, const Wording& b) const;
  bool may_stand_in(const Wording& wording, std::size_t draft);
  const State& state(std::size_t draft);
  State next(const State& before, std::size_t draft);
  std::vector<Back> pairs(const std::vector<Gone>& gone, std::size_t draft);
  double likeness_of(const Wording& a, const Wording& b, const SeenIn& seen) const;
  static void take_best(std::vector<Back> pairs, State& state);
  void note_gone(std::size_t draft, State& state);

  Chain& chain_;
  const TraceOptions& options_;
  Interner interner_;
  std::map<std::size_t, std::vector<Wording>> wordings_;
  std::map<std::size_t, State> states_;
};

}  // namespace travaux
