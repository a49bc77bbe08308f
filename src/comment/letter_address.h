// Places as comments print them: "paragraphs 2.1 to 2.3", "Article 4, paragraph 3 (a)", "PP3", "el párrafo 3 del artículo 4".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "travaux/comment.h"

namespace travaux::letter {

/// One mention of places; a range or list has several.
struct Address {
  Span span;
  std::vector<Target> targets;  ///< printed, address and is_section are set
  bool noun = false;            ///< a noun says what is meant: "paragraph", "section"
  bool plural = false;
};

/// The place that is printed at `at`, if one is. `text` must hold no quotations (see `mask`). Constant time but for a list's
/// length.
std::optional<Address> address_at(std::string_view text, std::size_t at);

/// All places in the text, in order. Linear.
std::vector<Address> addresses_in(std::string_view text);

}  // namespace travaux::letter
