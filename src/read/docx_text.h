// From the paragraphs of a Word file to the text that is read, with its revisions.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "read/docx_content.h"
#include "read/docx_numbering.h"
#include "travaux/read.h"

namespace travaux {

struct DocxText {
  std::string text;
  std::vector<std::size_t> source_lines;  ///< ordinals of paragraphs
  std::vector<Revision> revisions;        ///< of the accepted text only
  std::map<std::string, Span> anchors;    ///< of margin comments, by id
};

/// Lays the paragraphs out as lines, twice: with all changes accepted and with all rejected. What stands in one text only makes
/// the revisions, so that undoing them gives the other by construction. Linear.
DocxText compose_docx(const WordContent& content, const DocxNumbering& numbering, const std::string& language,
                      ReadOptions::TrackedChanges changes);

}  // namespace travaux
