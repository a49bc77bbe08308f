// The passes of a matching. Sections and items are matched in turns: each tells of the other.
#include "diff/match.h"

#include "diff/evidence.h"
#include "diff/match_items.h"
#include "diff/match_sections.h"
#include "diff/parts.h"

namespace travaux {

Matching match(const FlatDocument& from, const FlatDocument& to, const MatchOptions& options) {
  Matching result{Pairing(from.items.size(), to.items.size()),
                  Pairing(from.document->sections.size(), to.document->sections.size()),
                  {},
                  {},
                  {},
                  {},
                  false};
  const Evidence evidence(from, to);
  const SectionMatcher sections(from, to, evidence, options);
  ItemMatcher items(from, to, evidence, options, result);
  PartFinder parts(from, to, evidence, options, result);
  sections.match(result);
  items.match_equal();
  sections.match(result);
  items.match_alike(options.surely_alike);
  parts.find();
  sections.match(result);
  items.match_alike(0);
  parts.find();
  sections.match(result);
  items.match_alike(0);
  items.match_emptied();
  sections.match(result);
  return result;
}

}  // namespace travaux
