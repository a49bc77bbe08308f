// A bracketed text with the brackets around whole paragraphs taken off, so that it parses as a draft does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "travaux/comment.h"

namespace travaux {

/// What is said of one line of a bracketed text.
struct LineOwner {
  bool whole = false;              ///< the paragraph stands in a named bracket
  std::vector<std::string> names;  ///< as the speakers know them
};

/// A line that is no text of the draft: a request in a bracket, a mark to delete, an option.
struct Aside {
  enum class Kind { kRequest, kDelete, kOption } kind = Kind::kRequest;
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

/// `drafted`: the comparison form of the draft; brackets that stand in it stay. Linear.
Unwrapped unwrap(std::string_view text, const std::string& drafted, const Speakers& speakers,
                 const std::vector<std::string>& senders);

/// The groups that a bracket names.
std::vector<std::string> groups_of(const std::vector<std::string>& names, const Speakers& speakers);

/// Whether a bracket's words are a request, as a letter's sentence is ("Paragraph 4.4 is merged with paragraph 4.3.").
bool is_request(std::string_view words);

}  // namespace travaux
