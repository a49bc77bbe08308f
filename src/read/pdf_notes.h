// Footnotes of a PDF.
#pragma once

#include <vector>

#include "read/pdf_page.h"

namespace travaux {

/// Moves the notes at the feet of pages to the end of the lines, as the reader of Word files has them. A note is known by its
/// mark: the number, or the sign, that stands raised in the text above it begins it. Marks and numbers of notes become
/// superscript figures that count through the document. Linear but for the marks of each page.
void move_notes(std::vector<PdfLine>& lines);

}  // namespace travaux
