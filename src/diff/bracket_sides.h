// The brackets and options of one draft as regions of its words, and what became of those that the other draft has not.
#pragma once

#include <string>
#include <vector>

#include "diff/bracket_regions.h"
#include "travaux/bracket_diff.h"

namespace travaux {

/// Where something stands in its own draft and, by the words before it, would stand in the other: tokens.
struct Anchor {
  std::size_t own = 0, other = 0;
};

struct BracketSide {
  BracketSide(const Document& draft, const LinkedWords& linked);

  Anchor anchor(const Regions::Region& region) const;
  /// Of the item or section that a token stands in.
  std::string address_of(std::size_t token) const;
  std::string text_of(Span bytes) const { return fold_white_space(bytes.of(document.source)); }

  const Document& document;
  const LinkedWords& words;
  const Bracketing bracketing;
  OpenCounts counts;
  std::vector<const SquareBracket*> brackets;  ///< those that are negotiated, a region each
  Regions bracket_regions, option_regions;
};

struct SettledChoice {
  std::size_t first = 0;  ///< index of the option
  BracketChange change;
};

/// What is told of one draft's brackets that the other has not: as settled, whichever draft is the later one.
struct OneSided {
  const BracketSide& side;
  const BracketSide& other;
  const Pairing& pairs;
  bool from_side = true;

  BracketChange bracket(std::size_t index) const;
  /// Of choices that are gone as a whole one change each, of others one for each option that is gone.
  std::vector<SettledChoice> choices(const Pairing& options) const;

 private:
  struct Rest {
    unsigned all = 0, kept = 0;  ///< of the words that carry meaning, where there are any
    bool bracketed = false;        ///< most of what is kept stands in a bracket that had nothing to do with it
    std::size_t first = kNowhere;  ///< the first word that is kept
  };

  /// `own`: of a bracket's own words, where it has any; those of brackets within it are told there.
  Rest rest_of(const Regions& regions, std::size_t region, bool own) const;
  bool in_foreign(std::size_t region, std::size_t token) const;
  std::size_t counterpart(std::size_t b) const { return from_side ? pairs.from_of[b] : pairs.to_of[b]; }
  std::string kept_words(Span words) const;
  std::string in_its_place(Span marks) const;
  std::string item_of(const Regions::Region& region, std::size_t first) const;
  BracketChange option(std::size_t index) const;
  BracketChange choice(const std::vector<std::size_t>& options) const;
};

}  // namespace travaux
