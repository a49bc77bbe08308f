// Square brackets in a text: nested, unbalanced, with a group's name or without.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "travaux/text.h"

namespace travaux {

/// One pair of brackets. An opening bracket that nothing closes reaches to the end of its text.
struct Bracket {
  Span span;                       ///< with its marks
  Span content;                    ///< what it holds, without its marks and name
  std::vector<std::string> names;  ///< as printed: "MEX", "ARG"; empty: anonymous
  std::size_t depth = 0;           ///< how many brackets it stands in
  bool closed = true;
  bool quoted = false;  ///< stands within quotation marks
};

/// The brackets of a text, in the order of their opening marks. A closing mark without an opening one is no bracket. A name is up
/// to a colon, in words that begin with capitals, several parted by commas, slashes or "and". Linear.
std::vector<Bracket> brackets_in(std::string_view text);

}  // namespace travaux
