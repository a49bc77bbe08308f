// Whether a paragraph under an item is the heading of a citation, and where the heading ends.
#pragma once

#include <optional>
#include <string_view>

#include "travaux/text.h"

namespace travaux {

class Titles;

/// What stands around the paragraph.
struct HeadingContext {
  bool next_is_quotation = false;  ///< the next paragraph opens a quotation
  bool next_is_plain = false;      ///< there is a next paragraph under the same item
  bool strict = false;             ///< only with a quotation behind it (texts whose family has no citations by custom)
  const Titles* known = nullptr;   ///< titles that the text makes known elsewhere; none: none are known
};

struct HeadingSplit {
  Span heading;  ///< up to and with its colon
  Span passage;  ///< what follows on the same line; empty where nothing does
};

/// Reads a paragraph as the heading of a citation: "TITLE:", "SYMBOL – TITLE: passage", "TITLE, YEAR: “passage”", "SYMBOL,
/// TITLE". A title may hold a colon of its own. Nothing where the paragraph names no instrument.
std::optional<HeadingSplit> find_heading(std::string_view paragraph, const HeadingContext& context);

}  // namespace travaux
