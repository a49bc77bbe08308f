// In which order the lines of a page are read: columns one after the other, tables line by line.
#pragma once

#include <vector>

#include "read/pdf_page.h"

namespace travaux {

/// The lines of all pages as they are read. A page is cut where a gap runs down between two stretches of text (the recursive X-Y
/// cut of Nagy and Seth, "Hierarchical representation of optically scanned documents", ICPR 1984, of words instead of pixels):
/// into columns where both are prose, their lines full. Tables are not cut into cells: their rows are read line by line, each
/// over the whole width. Each column of a page is an area of its own. For a page, its words × its width in points.
std::vector<PdfLine> lines_in_order(std::vector<PdfPage> pages);

}  // namespace travaux
