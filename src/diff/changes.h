// From a matching to what is reported: a file for items and sections, one for citations.
#pragma once

#include <vector>

#include "diff/match.h"

namespace travaux {

/// What the assembling passes share.
struct Comparison {
  const FlatDocument& from;
  const FlatDocument& to;
  const Matching& matching;
  const DiffOptions& options;
  Interner& interner;
  DocumentDiff& result;
};

void report_sections(Comparison& comparison);
void report_items(Comparison& comparison);
/// Precondition: items are reported.
void report_citations(Comparison& comparison);

/// The words of a divided or joined item: fills the edits, seams and similarity of its entry, and adds `edited` where its words
/// changed beyond the division.
void compare_parts(Comparison& comparison, const Parts& parts, bool split, ItemDiff& entry);

/// Whether two texts differ only in case and punctuation.
bool is_editorial(const TokenText& from, const TokenText& to);

}  // namespace travaux
