// Word files (.docx) as text.
#pragma once

#include <string_view>

#include "travaux/read.h"

namespace travaux {

/// Reads a Word file. `Reading` says what becomes of its parts. Method: ISO/IEC 29500-1 (WordprocessingML), parts 17.3 (runs),
/// 17.9 (numbering), 17.13.5 (revisions).
Result<Reading> read_docx(std::string_view bytes, std::string_view name, const ReadOptions& options);

}  // namespace travaux
