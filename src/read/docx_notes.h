// Footnotes, endnotes and margin comments of a Word file.
#pragma once

#include <pugixml.hpp>
#include <vector>

#include "read/docx_content.h"
#include "read/docx_numbering.h"
#include "read/docx_runs.h"
#include "read/docx_styles.h"
#include "read/docx_text.h"
#include "travaux/read.h"

namespace travaux {

/// Appends the notes that the text refers to, in the order of their marks: each where a draft's notes are gathered, at the end,
/// beginning with its mark. Either part may be null.
void append_notes(WordContent& content, DocxWalker& walker, const pugi::xml_document* footnotes,
                  const pugi::xml_document* endnotes);

/// The margin comments that hang on the text, in its order.
std::vector<MarginNote> margin_notes(const DocxText& text, const pugi::xml_document& comments, const DocxStyles& styles,
                                     const DocxNumbering& numbering);

}  // namespace travaux
