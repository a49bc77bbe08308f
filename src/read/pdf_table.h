// Tables of a PDF: text that stands side by side in rows.
#pragma once

#include <cstddef>
#include <vector>

#include "read/pdf_page.h"

namespace travaux {

/// Whether two stretches of text side by side are columns of one table: their rows begin at the same heights, after gaps that
/// both have.
bool is_table(const std::vector<PdfLine>& left, const std::vector<PdfLine>& right);

/// The lines of a stretch of page, those of a table's rows cut into their cells, cell after cell. `area` is the number of the
/// area they stand in; cells take new ones and `area` goes up. Lines × columns.
std::vector<PdfLine> in_cells(std::vector<PdfLine> lines, std::size_t& area);

}  // namespace travaux
