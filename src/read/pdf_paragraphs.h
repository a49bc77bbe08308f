// From the lines of a PDF to its paragraphs.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "read/pdf_page.h"

namespace travaux {

/// One paragraph, and the page it began on.
struct PdfParagraph {
  std::string text;
  std::size_t page = 0;
};

/// Joins lines to paragraphs by how they are set. A paragraph ends where its last line had room for the next one's first word
/// (what a line takes is known to the point), before a wider gap, another size of type, or an indent; across columns and pages,
/// unless the text says otherwise. Hyphens at line ends go where they were the line's own. Linear but for sorting.
std::vector<PdfParagraph> join_pdf_lines(const std::vector<PdfLine>& lines);

}  // namespace travaux
