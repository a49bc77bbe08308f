// A person's corrections, from the record to the floors that obey them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// "2.1 in rev. 1 is 2.2 in rev. 2": a ruling as a sentence, without its reason.
std::string sentence_of(const RulingInfo& ruling);

}  // namespace travaux::cli
