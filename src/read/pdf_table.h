// Tables of a PDF: text that stands side by side in rows.
#pragma once

#include <vector>

#include "read/pdf_page.h"

namespace travaux {

/// Whether two stretches of text side by side are columns of one table: their rows begin at the same heights, after gaps that
/// both have.
bool is_table(const std::vector<PdfLine>& left, const std::vector<PdfLine>& right);

}  // namespace travaux
