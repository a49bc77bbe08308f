// A bracketed text with the brackets around whole paragraphs taken off, so that it parses as a draft does.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "comment/brackets.h"
#include "travaux/comment.h"

namespace travaux {

/// What is said of one line of a bracketed text.
struct LineOwner {
  bool whole = false;              ///< the paragraph stands in a named bracket
  std::vector<std::string> names;  ///< as the speakers know them
};

/// A line that is no text of the draft: a request in a bracket, a mark to delete, an option, a stance.
struct Aside {
  enum class Kind { kRequest, kDelete, kOption, kSupport, kReserve, kOppose } kind = Kind::kRequest;
  std::vector<std::string> names;
  std::string words;   ///< what the bracket holds; of an option its text
  std::string number;  ///< the number printed before it; empty: it belongs to what stands before it
  std::size_t line = 0;
};

struct Unwrapped {
  std::string text;               ///< line for line the same as what was unwrapped
  std::vector<LineOwner> owners;  ///< by line, from 0
  std::vector<Aside> asides;      ///< in the order of the lines
};

/// The paragraphs of a draft that begin with "Option 1:" and its like, without the number before it.
std::vector<std::string> options_of(std::string_view draft);

/// `draft`: its text; brackets and options that stand in it stay. Linear but for its options.
Unwrapped unwrap(std::string_view text, std::string_view draft, const Speakers& speakers,
                 const std::vector<std::string>& senders);

/// The groups that a bracket names: a known name of several parts is one, whatever joins them.
std::vector<std::string> groups_of(const std::vector<std::string>& names, const Speakers& speakers);

/// What a bracket that holds a paragraph is of: a stance, an alternative or a request. Empty: words for the draft.
std::optional<Aside::Kind> kind_of(Stance stance, std::string_view words);

/// "CARICOM would like “x” to be deleted": who speaks, where the speakers know the name or it is an acronym; else
/// `senders`.
std::vector<std::string> speaker_at_start(std::string_view words, const Speakers& speakers,
                                          const std::vector<std::string>& senders);

/// Whether a bracket's words are a request, as a letter's sentence is ("Paragraph 4.4 is merged with paragraph 4.3.").
bool is_request(std::string_view words);

}  // namespace travaux
