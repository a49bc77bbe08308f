// Which section became which: by heading, by what is known of their items, by all their words.
#pragma once

#include <map>
#include <vector>

#include "diff/evidence.h"
#include "diff/match.h"

namespace travaux {

class SectionMatcher {
 public:
  SectionMatcher(const FlatDocument& from, const FlatDocument& to, const Evidence& evidence, const MatchOptions& options);

  /// Pairs the sections anew, by the items that are matched so far; then what is left between pairs that follow each other.
  void match(Matching& result) const;

 private:
  using Pair = std::pair<std::size_t, std::size_t>;

  /// What is known of one side's sections.
  struct Side {
    const std::vector<Section>* sections = nullptr;
    AllFeatures headings;  ///< each weighed alone
    AllFeatures words;     ///< of all items together
    std::vector<std::size_t> tokens;
  };

  static Side side_of(const FlatDocument& document, const AllFeatures& words);
  /// Two sections that may be one, and what does not depend on which items are matched.
  struct Candidacy {
    Pair pair;
    double headings = 0, words = 0;  ///< likenesses
  };

  std::map<Pair, double> votes(const Matching& result) const;
  std::vector<Pair> standing_candidates() const;
  Candidacy candidacy(const Pair& pair) const;
  std::vector<Candidacy> candidates(const std::map<Pair, double>& votes) const;
  void match_between(Matching& result) const;
  double score(const Candidacy& candidacy, double vote, bool barren) const;

  const FlatDocument& from_document_;
  const FlatDocument& to_document_;
  const MatchOptions& options_;
  Side from_, to_;
  std::vector<Candidacy> standing_;  ///< candidates whatever is matched, in order
};

}  // namespace travaux
