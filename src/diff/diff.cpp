#include "travaux/diff.h"

#include "diff/changes.h"
#include "diff/words.h"

namespace travaux {

namespace {

Tally tally(const auto& entries) {
  Tally counts;
  for (const auto& entry : entries) {
    if (entry.changes.empty()) ++counts["unchanged"];
    for (const Change change : entry.changes.list()) ++counts[std::string(name_of(change))];
  }
  return counts;
}

bool any_change(const auto& entries) {
  for (const auto& entry : entries) {
    if (!entry.changes.empty()) return true;
  }
  return false;
}

}  // namespace

Tally DocumentDiff::section_tally() const { return tally(sections); }
Tally DocumentDiff::item_tally() const { return tally(items); }
Tally DocumentDiff::citation_tally() const { return tally(citations); }

bool DocumentDiff::empty() const {
  return front.empty() && back.empty() && !any_change(sections) && !any_change(items) && !any_change(citations);
}

DocumentDiff diff(const Document& from, const Document& to, const DiffOptions& options) {
  DocumentDiff result;
  result.from_label = from.label;
  result.to_label = to.label;
  Interner interner(from.language == to.language ? from.language : std::string());
  const FlatDocument a = flatten(from, interner);
  const FlatDocument b = flatten(to, interner);
  const Matching matching = match(a, b, options);
  if (matching.sampled)
    result.degraded =
        "too many items share their words to hold each against all; the rarest words told which were held against which";
  if (matching.coarse) result.degraded = "too many items are alike for the exact assignment; they were paired best first";
  Comparison comparison{a, b, matching, options, interner, result};
  bool coarse = false;
  result.front = diff_texts(interner, from.front, to.front, options, &coarse);
  result.back = diff_texts(interner, from.back, to.back, options, &coarse);
  if (coarse) result.degraded = "the front or back matter is too long for the exact word comparison";
  report_sections(comparison);
  report_items(comparison);
  report_citations(comparison);
  return result;
}

}  // namespace travaux
