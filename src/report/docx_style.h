// How the paragraphs of a Word file look: which style each has. The styles themselves are docx_styles.xml.
#pragma once

#include <string>
#include <string_view>

#include "report/docx_flow.h"

namespace travaux::report {

class DocxStyles {
 public:
  explicit DocxStyles(const Redline& redline);

  /// The elements of w:pPr before w:rPr. Called once for each paragraph, in order.
  std::string properties_of(const DocxParagraph& paragraph);

  /// Elements of a piece's w:rPr: what stands on the line of a heading and is none is not bold.
  std::string_view run_properties(const DocxParagraph& paragraph, const DocxPiece& piece) const;

  /// A piece's words as they are printed: an item's number is set apart from its text by a tab.
  static std::string words_of(const DocxPiece& piece, const RedlineBlock& block);

 private:
  bool is_heading_with_text(const DocxParagraph& paragraph) const;
  std::string style_of(const DocxParagraph& paragraph, const RedlineBlock& block);
  bool is_title(const DocxParagraph& paragraph);

  const Redline& redline_;
  std::string title_;  ///< what is yet to come of it
};

}  // namespace travaux::report
