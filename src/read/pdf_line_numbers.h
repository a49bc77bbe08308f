// The numbers that a page prints beside its lines.
#pragma once

#include <vector>

#include "read/pdf_page.h"
#include "travaux/text.h"

namespace travaux {

/// Takes them off the lines of the pages, with one note that says how many. They stand outside the text at one place of every
/// page, and count by one, two, five or ten. Linear.
void drop_line_numbers(std::vector<std::vector<PdfLine>>& pages, std::vector<Diagnostic>& notes);

}  // namespace travaux
