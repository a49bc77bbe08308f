// What a proposal wants of one text, once its place there is known.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "comment/fields.h"
#include "comment/quote.h"

namespace travaux {

/// The change that the proposal wants where its words were found. Empty: it wants none there (no bracket to free).
std::optional<WantedEdit> edit_at(const Proposal& proposal, const DraftText& text, Span found, Closeness closeness);

/// The change of a whole text, or an insertion at its start or end, at an item, section or citation. Empty: the proposal has no
/// words for it.
std::optional<WantedEdit> edit_whole(const Proposal& proposal, const Document& draft, const Place& place);

/// "sentence 2", "sentence -1" (the last), "option 3" (with its label): where that is in a text; empty: it has not so many, or the portion is of another kind.
std::optional<Span> portion_of(std::string_view text, const std::string& portion);

/// The outermost square brackets of a text, with their marks.
std::vector<Span> outer_brackets(std::string_view text);

/// What a bracket holds, without its marks and the name in front: "[North America: voluntary]" -> "voluntary".
std::string_view bracketed_words(std::string_view bracket);

}  // namespace travaux
