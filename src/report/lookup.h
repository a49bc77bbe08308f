// The small questions that every report about a comparison asks.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "travaux/diff.h"
#include "travaux/model.h"

namespace travaux::report {

/// The citation that a side of a CitationDiff names; null where the document has none there.
const Citation* citation_of(const Document& document, const CitationSide& side);

/// The forms of a passage's two sides, where it has both and they differ.
std::optional<std::pair<PassageForm, PassageForm>> form_change(const CitationDiff& citation, const PassageDiff& passage,
                                                               const Document& from, const Document& to);

/// The tally as pairs, "unchanged" first, then the kinds of change in the enum's order. Kinds that do not occur are left out.
std::vector<std::pair<std::string, std::size_t>> in_order(const Tally& tally);

/// "2.1 → 2.2"; "2.1" where both are the same; "2.3 → 2.3, 2.4" of a split; the one that there is of a single side.
std::string from_to(const std::vector<std::string>& from, const std::vector<std::string>& to);

/// "edited, renumbered".
std::string words_of(const Changes& changes);

/// A citation's heading without the colon that closes it, white space folded.
std::string bare_heading(const std::string& heading);

/// What to call the drafts: their labels, or which is the earlier.
std::string from_name(const std::string& label);
std::string to_name(const std::string& label);

/// What is remarkable about edits: "negated", "affirmed", "date", "number", "bracket", "strengthened", "weakened", each once, in
/// this order; "editorial" only where nothing else is.
std::vector<std::string> tags_of(const Edit* first, std::size_t count);

/// Whether a tag says that the meaning was turned round.
bool is_polarity(std::string_view tag);

}  // namespace travaux::report
