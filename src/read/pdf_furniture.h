// What a page adds to a text in its margins: running heads and feet, page numbers, the numbers of lines.
#pragma once

#include <cstddef>
#include <vector>

#include "read/pdf_page.h"
#include "travaux/text.h"

namespace travaux {

/// Takes them off the pages, each with a note that quotes it. A head or foot is known by its place: the same words, but for
/// numbers that count with the pages, stand at the same height of several pages; a page number by its form and its place, too.
/// Numbers of lines stand in a row outside the text and count on. The notes' lines are pages. Pages × lines of a page × log.
std::vector<Diagnostic> drop_pdf_furniture(std::vector<PdfPage>& pages);

}  // namespace travaux
