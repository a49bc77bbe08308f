// The words of two drafts with their counterparts, and stretches of them (brackets, options) matched by the words they hold.
#pragma once

#include <cstddef>
#include <vector>

#include "diff/flat.h"
#include "travaux/ledger.h"

namespace travaux {

/// One draft's tokens in order; of each the token of the other draft that it stayed as, or kNowhere.
struct LinkedWords {
  std::string_view source;
  std::vector<Token> tokens;
  std::vector<std::size_t> partner;
  std::vector<std::size_t> linked_before;  ///< the last token before it that has a partner, or kNowhere
  std::vector<std::size_t> linked_after;   ///< the first after it
  std::vector<unsigned> weight;            ///< of a word that carries meaning 4, of another 1, of a mark 0

  /// Tokens that lie within a stretch of the source: [begin, end). Logarithmic.
  Span within(Span bytes) const;
};

struct LinkedDrafts {
  LinkedWords from, to;
};

/// The words of both drafts by the ledger of their comparison; where that says "edited" the words are aligned once more, one by
/// one. Near-linear.
LinkedDrafts link_words(const Document& from, const Document& to, const Ledger& ledger);

/// Stretches of a draft that nest and never cross, in the order of their beginnings.
struct Regions {
  struct Region {
    Span words;                                     ///< tokens it holds
    std::size_t first = kNowhere, last = kNowhere;  ///< tokens that mark it: its brackets, its label; kNowhere: none
    bool whole = true;                              ///< has both its marks
    std::size_t kin = 0;                            ///< regions of one kin, not 0, are likelier one: the same group's
    std::size_t parent = kNowhere;
    std::size_t depth = 0;
    unsigned weight = 0;
  };
  std::vector<Region> list;
  std::vector<std::size_t> inner;  ///< of each token the innermost region that holds it, or kNowhere

  /// Fills parents, depths, weights and `inner`.
  void settle(const LinkedWords& words);
  /// Whether a token lies in a region or in one within it.
  bool holds(std::size_t region, std::size_t token) const {
    return list[region].words.begin <= token && token < list[region].words.end;
  }
};

/// Pairs regions of two drafts, best first, by the weight of words that stayed in both; marks that stayed count too.
Pairing match_regions(const LinkedDrafts& drafts, const Regions& from, const Regions& to);

}  // namespace travaux
