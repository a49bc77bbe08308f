// What must agree before words that came count as those asked for: negations, whole dates and numbers, the words kept.
#pragma once

#include "attribute/cover.h"
#include "attribute/matter.h"

namespace travaux {

/// Whether one of two texts negates what the other says ("may", "may not"): a negation that the other has not stands at a word
/// that both have. `words` is the cover of `came` by `wanted`. Linear.
bool opposes(const Words& came, const Words& wanted, const Cover& words);
/// The same of whole paragraphs: only where the words on both sides of the negation agree.
bool opposes_in_paragraph(const Words& came, const Words& wanted);
/// Whether of a short edit and a wish one takes a negation away and the other leaves it.
bool frees_otherwise(const EditWords& edit, const Wish& wish);

/// Whether an edit has some of the figures of a date or number that was asked for, and the draft has not all of them there.
/// `wishes` are those of one request for the text that the edit is in. Linear in the edits of that text.
bool lacks_figures(const Matter& matter, const EditWords& edit, const std::vector<const Wish*>& wishes);

/// Whether words that a wish adds to others came instead of them ("national" for "national and local": "local").
bool came_instead(const Matter& matter, const EditWords& edit, const Request& request, const Wish& wish);

}  // namespace travaux
