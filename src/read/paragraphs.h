// Lines to paragraphs: hard wraps and page breaks inside a paragraph are undone.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "read/lines.h"

namespace travaux {

/// A line of the text that comes out: a paragraph, or a blank line.
struct OutputLine {
  std::string text;
  std::size_t source = 0;  ///< 1-based line of the source it began on
};

/// Joins the lines that a wrapper or a page break has cut; all others stay lines, blank ones too.
std::vector<OutputLine> join_paragraphs(const std::vector<SourceLine>& lines);

}  // namespace travaux
