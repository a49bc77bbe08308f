// Pages -> the bytes of a PDF.
#pragma once

#include <string>
#include <vector>

#include "report/pdf_pages.h"

namespace travaux::report {

/// What stands on every page, and what the file says of itself.
struct PdfFrame {
  std::string title;   ///< at the head of every page but the first
  std::string drafts;  ///< "rev. 1 → rev. 2"
  std::string foot;    ///< what must be read on every page: that a draft is constructed
};

/// Draws them in order, with the number of each page. No time, no author: the same pages give the same bytes. Fails with
/// `kInternal`.
Result<std::string> pdf_of(const std::vector<FlowParagraph>& paragraphs, const std::vector<PlacedPage>& pages,
                           const PdfFrame& frame, Typesetter& type);

}  // namespace travaux::report
