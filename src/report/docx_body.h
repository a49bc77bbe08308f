// The parts of a Word file that hold the text of a redline and what its margin says.
#pragma once

#include <string>
#include <vector>

#include "report/docx_credits.h"
#include "report/docx_flow.h"
#include "travaux/report.h"

namespace travaux::report {

struct DocxBody {
  std::string paragraphs;  ///< the content of w:body, without w:sectPr
  std::string comments;    ///< the content of w:comments; empty: there are none
};

/// Writes a redline's paragraphs. Every w:id is used once, but for the two ends of a range.
DocxBody docx_body(const Redline& redline, const std::vector<DocxParagraph>& flow, const DocxCredits& credits,
                   const DocxOptions& options);

}  // namespace travaux::report
