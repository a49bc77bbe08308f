// The passes of a matching. Sections and items are matched in turns: each tells of the other.
#include "diff/match.h"

#include <algorithm>

#include "diff/evidence.h"
#include "diff/match_items.h"
#include "diff/match_sections.h"
#include "diff/parts.h"

namespace travaux {

namespace {

/// Which of two drafts is matched as the first. By their words, so that typography has no say.
bool in_order(const FlatDocument& a, const FlatDocument& b) {
  for (std::size_t k = 0; k < std::min(a.items.size(), b.items.size()); ++k) {
    if (a.items[k].text.ids == b.items[k].text.ids) continue;
    return comparison_form(a.items[k].text.text) < comparison_form(b.items[k].text.text);
  }
  if (a.items.size() != b.items.size()) return a.items.size() < b.items.size();
  return comparison_form(a.document->source) <= comparison_form(b.document->source);
}

Pairing turned(Pairing pairs) {
  std::swap(pairs.to_of, pairs.from_of);
  return pairs;
}

/// The same matching seen from the other draft.
Matching turned(Matching matching) {
  Matching result{turned(std::move(matching.items)),
                  turned(std::move(matching.sections)),
                  {},
                  {},
                  std::move(matching.merges),
                  std::move(matching.splits),
                  {},
                  matching.coarse,
                  matching.sampled,
                  !matching.turned};
  for (const auto& [i, j] : matching.ruled_apart) result.ruled_apart.emplace(j, i);
  result.how.assign(result.items.to_of.size(), Match::kNone);
  result.similarity.assign(result.items.to_of.size(), 0);
  for (std::size_t j = 0; j < matching.how.size(); ++j) {
    const std::size_t i = result.items.from_of[j];
    if (matching.how[j] == Match::kNone || i == kNowhere) continue;
    result.how[i] = matching.how[j];
    result.similarity[i] = matching.similarity[j];
  }
  return result;
}

/// The index of the item at an address; kNowhere for none.
std::size_t index_of(const FlatDocument& side, const std::string& address) {
  for (std::size_t k = 0; k < side.items.size(); ++k) {
    if (side.items[k].item->address == address) return k;
  }
  return kNowhere;
}

/// Enters what a person ruled, seen from the draft that is matched as the first.
void obey(const std::vector<RuledPair>& ruled, bool turned, const FlatDocument& from, const FlatDocument& to,
          const Evidence& evidence, Matching& result) {
  for (const RuledPair& pair : ruled) {
    const std::size_t i = index_of(from, turned ? pair.to : pair.from);
    const std::size_t j = index_of(to, turned ? pair.from : pair.to);
    if (i == kNowhere || j == kNowhere) continue;
    if (!pair.same) {
      if (result.items.to_of[i] != j) result.ruled_apart.emplace(i, j);
      continue;
    }
    if (!result.items.free(i, j) || result.ruled_apart.contains({i, j})) continue;
    result.items.join(i, j);
    result.how[i] = Match::kRuled;
    result.similarity[i] = evidence.likeness(i, j);
  }
}

Matching match_in_order(const FlatDocument& from, const FlatDocument& to, const DiffOptions& all, bool turned) {
  const MatchOptions& options = all.match;
  Matching result{Pairing(from.items.size(), to.items.size()),
                  Pairing(from.document->sections.size(), to.document->sections.size()),
                  {},
                  {},
                  {},
                  {},
                  {},
                  false,
                  false,
                  false};
  const Evidence evidence(from, to);
  const SectionMatcher sections(from, to, evidence, options);
  ItemMatcher items(from, to, evidence, options, result);
  PartFinder parts(from, to, evidence, options, result);
  obey(all.ruled, turned, from, to, evidence, result);
  sections.match(result);
  items.match_equal();
  items.match_copies();
  sections.match(result);
  parts.find_sure();
  items.match_alike(options.surely_alike);
  parts.find();
  sections.match(result);
  items.match_alike(0);
  parts.find();
  sections.match(result);
  items.match_alike(0);
  parts.find_rests();
  items.match_emptied();
  items.note_unseen();
  sections.match(result);
  return result;
}

}  // namespace

Matching match(const FlatDocument& from, const FlatDocument& to, const DiffOptions& options) {
  // Where two pairings are equally good, both directions must choose the same one: they run one computation.
  return in_order(from, to) ? match_in_order(from, to, options, false) : turned(match_in_order(to, from, options, true));
}

}  // namespace travaux
