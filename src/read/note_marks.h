// Marks of footnotes that lost their height: "States12" where the paper has "States¹²".
#pragma once

#include <vector>

#include "read/paragraphs.h"

namespace travaux {

/// Raises the figures again, in the text and before the notes, where the text proves them marks: its end holds notes numbered 1,
/// 2, 3 …, two at least, and before them figures are glued to words in that order, each of them found. Otherwise nothing changes:
/// "CO2" and "SIDS2" are names. Linear.
void raise_note_marks(std::vector<OutputLine>& lines);

}  // namespace travaux
