// The parts of a Word file beside its text, and the file itself.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "report/docx_body.h"
#include "travaux/error.h"

namespace travaux::report {

/// What header, footer and properties state.
struct DocxStatement {
  std::string title;                 ///< of the text
  std::string language;              ///< BCP 47
  std::string drafts;                ///< which drafts were compared
  std::vector<std::string> notices;  ///< what must be known of them, each a sentence
  std::string making;                ///< what it was made from: hashes, version; may be empty
};

/// Names and contents of the parts, in the order in which the archive holds them.
using DocxParts = std::vector<std::pair<std::string, std::string>>;
DocxParts docx_parts(const DocxBody& body, const DocxStatement& statement);

/// The parts as a zip archive (docx_package.cpp), dated 1980-01-01: the same parts always give the same bytes.
Result<std::string> docx_package(const DocxParts& parts);

}  // namespace travaux::report
