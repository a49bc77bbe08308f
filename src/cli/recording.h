// What `commit`, `comment` and `replay` have in common: a text that was read becomes an entry of the record.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/drafts.h"
#include "travaux/record.h"

namespace travaux::cli {

/// Completes what the user said about a draft with what was read. A label or date that was not given is the one the text states.
/// Fails with `kUsage` where there is no label anywhere.
Result<DraftEntry> draft_entry(const Input& input, const Document& document, DraftInfo info);
CommentEntry comment_entry(const Input& input, CommentInfo info);

/// "5 sections, 23 items, 98 citations, 130 passages, 28 instruments".
std::string counts_text(const Counts& counts);

/// "1 draft", "2 drafts".
std::string plural(std::size_t count, const std::string& noun);

/// Headings whose instrument the registry does not know, each once, as printed.
std::vector<std::string> unknown_headings(const Document& document, const Registry& registry);

/// "NAME=member,member" as a group; a bare NAME has no members.
Result<Group> read_group(const std::string& text);

/// A whole number that is not negative. `option` names it in the error.
Result<int> read_number(const std::string& text, const std::string& option);
Result<std::optional<int>> read_round(const std::optional<std::string>& text);
/// "historical" or "constructed"; anything else has not been said.
Origin read_origin(const std::string& text);
/// The name in JSON and manifests; empty where it was not said.
std::string name_of(Origin origin);

}  // namespace travaux::cli
