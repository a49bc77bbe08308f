// The items of a document in a row, cut into tokens: what matching works on.
#pragma once

#include <optional>
#include <vector>

#include "diff/tokens.h"
#include "travaux/diff.h"

namespace travaux {

inline constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

struct FlatItem {
  const Item* item = nullptr;
  Place place;
  std::size_t section = 0;
  std::size_t parent = kNowhere;  ///< index of the item it is a point of
  TokenText text;
};

/// One side of a comparison.
struct FlatDocument {
  const Document* document = nullptr;
  std::vector<FlatItem> items;  ///< in document order, parents first
};

FlatDocument flatten(const Document& document, Interner& interner);

/// A pairing of two rows: for each index its partner, or kNowhere.
struct Pairing {
  std::vector<std::size_t> to_of, from_of;

  Pairing(std::size_t from, std::size_t to) : to_of(from, kNowhere), from_of(to, kNowhere) {}
  void join(std::size_t from, std::size_t to) {
    to_of[from] = to;
    from_of[to] = from;
  }
  bool free(std::size_t from, std::size_t to) const { return to_of[from] == kNowhere && from_of[to] == kNowhere; }
};

/// The paired neighbours between which one stands, as places of the later row; kNowhere at the ends.
using Gap = std::pair<std::size_t, std::size_t>;

/// The gap of each of one side. Linear.
std::vector<Gap> gaps_of(const Pairing& pairs, bool from_side);

}  // namespace travaux
