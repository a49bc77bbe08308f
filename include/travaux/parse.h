// Text to Document: the outline first, then the citations under each item.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "travaux/model.h"

namespace travaux {

/// Goes up whenever the same text may parse differently; the record notes it beside each draft.
inline constexpr int kParserVersion = 4;

/// Parses a text as the read floor returns it (one paragraph on a line). Total: a line that fits nothing becomes plain text
/// and a diagnostic. Knows no registry: call `resolve_instruments` afterwards. Linear in the text, but for sorting.
/// Where a profile is said, the text is read as one of that family whatever it looks like; if nothing in it is numbered as that
/// family is, it is read as a text without numbers, and a diagnostic says so.
Document parse(std::string text, std::optional<Family> profile = std::nullopt);

/// The family that a profile names: "plan", "treaty", "resolution", "unnumbered"; nothing for any other word ("auto":
/// recognised).
std::optional<Family> family_named(std::string_view profile);
std::string_view name_of(Family family);

/// The profile that another text is to be read by in order to be compared with a document: its own where one was said.
std::optional<Family> profile_of(const Document& document);

}  // namespace travaux
