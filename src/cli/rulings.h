// A person's corrections, from the record to the floors that obey them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/drafts.h"
#include "cli/session.h"
#include "travaux/attribute.h"
#include "travaux/record.h"

namespace travaux::cli {

// The words of `RulingInfo::kind` and `RulingInfo::says`: they stand in records, and stay.
inline constexpr std::string_view kMatchRuling = "match";
inline constexpr std::string_view kSourceRuling = "source";
inline constexpr std::string_view kFateRuling = "fate";
inline constexpr std::string_view kSame = "same";
inline constexpr std::string_view kDifferent = "different";
inline constexpr std::string_view kAsked = "asked";
inline constexpr std::string_view kNotAsked = "not asked";

/// The fate of that name; empty: there is none.
std::optional<ProposalFate> fate_named(std::string_view name);
/// The names of all fates that can be ruled.
std::vector<std::string> fate_names();

/// Of the rulings that stand, those on sources and fates between two drafts, named by their labels.
std::vector<Ruling> rulings_between(const std::vector<StoredRuling>& rulings, const std::string& from, const std::string& to);

/// What a ruling on a source or a fate means to those who obey it. `path`: what it is called in notes.
Ruling ruling_of(const RulingInfo& info, const std::string& path);

/// Of the rulings that stand, those on matches between two drafts, whichever way they are compared.
std::vector<RuledPair> ruled_pairs(const std::vector<StoredRuling>& rulings, const std::string& from, const std::string& to);

/// The rulings of the record; none where there is no record.
Result<std::vector<StoredRuling>> rulings_of(Session& session);

/// How two drafts are compared: with the rulings on their items, where both are of the record.
Result<DiffOptions> diff_options(Session& session, const Draft& from, const Draft& to);

/// "2.1 in rev. 1 is 2.2 in rev. 2": a ruling as a sentence, without its reason.
std::string sentence_of(const RulingInfo& ruling);

}  // namespace travaux::cli
