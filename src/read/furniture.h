// Page numbers and running heads and feet: what a page adds to a text and is none of it.
#pragma once

#include <vector>

#include "read/lines.h"
#include "travaux/text.h"

namespace travaux {

/// Blanks out the lines that are page furniture, each with a note that quotes it, and marks the place as a page break.
/// Conservative: what may be a heading, a section's number or a table's cell stays. Line numbers stay as they were.
std::vector<Diagnostic> drop_furniture(std::vector<SourceLine>& lines);

}  // namespace travaux
