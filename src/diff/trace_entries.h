// From a comparison the entries that concern the places that are followed.
#pragma once

#include <vector>

#include "travaux/trace.h"

namespace travaux {

/// The entries of which one of `from` is on the earlier side, or one of `to` on the later; with their changed citations. In the
/// comparison's order.
std::vector<TraceEntry> entries_of(const DocumentDiff& changes, const std::vector<Place>& from, const std::vector<Place>& to);

/// All places on one side of entries, in document order.
std::vector<Place> from_places(const std::vector<TraceEntry>& entries);
std::vector<Place> to_places(const std::vector<TraceEntry>& entries);

/// The item of an entry that was added, or removed; null for every other entry.
const ItemDiff* item_changed(const TraceEntry& entry, Change change);

}  // namespace travaux
