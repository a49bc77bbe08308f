// Markdown to paragraphs: marks go, words stay. Square brackets are a draft's own structure and stay unless they surely are a
// link's.
#pragma once

#include <string_view>
#include <vector>

#include "read/paragraphs.h"
#include "travaux/text.h"

namespace travaux {

struct MarkdownText {
  std::vector<OutputLine> lines;
  std::vector<Diagnostic> notes;  ///< what was left out: front matter, comments, tables of contents, link targets
};

/// Reads Markdown (CommonMark, with kramdown's and pandoc's common additions). A nested point of a list keeps its depth as an
/// indent of four spaces a level before its number.
MarkdownText read_markdown(std::string_view text);

}  // namespace travaux
