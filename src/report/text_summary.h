// The parts that the text reports of a comparison share.
#pragma once

#include "report/styled.h"
#include "travaux/ledger.h"

namespace travaux::report {

/// "rev. 1 → rev. 2", and that the answer is coarser than it could be, where it is.
void write_labels(Writer& out, const DocumentDiff& changes);

/// One line of it: what is counted, and how many of each kind.
void write_tally(Writer& out, std::string_view name, const Tally& tally);

/// How many sections, items, citations and (with a ledger) words changed, and how.
void write_summary(Writer& out, const DocumentDiff& changes, const Ledger* ledger);

/// Says so and returns true where nothing differs.
bool write_no_difference(Writer& out, const DocumentDiff& changes);

}  // namespace travaux::report
