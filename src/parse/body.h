// What stands under an item's number: its text, its points, its citations and their passages.
#pragma once

#include <vector>

#include "parse/heading.h"
#include "parse/outline.h"

namespace travaux {

/// Fills in the item at `place` of the document from its lines (the first is the item's own) and appends their blocks.
/// `custom`: what tells a citation's heading throughout the text.
void read_body(Document& document, const Place& place, const std::vector<const Line*>& lines, const HeadingContext& custom);

/// The item at a place, to be changed.
Item& item_at(Document& document, const Place& place);

/// Appends a paragraph to a text of several, white space folded, joined by LF.
void append_paragraph(std::string& text, std::string_view paragraph);

}  // namespace travaux
