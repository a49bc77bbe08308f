// The pages of a PDF as words in their places: what `pdftotext -tsv` tells, and the lines that words make.
//
// Coordinates are points (1/72 inch) from the page's upper left corner.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace travaux {

/// A word in the box of its font: from the top of the tallest letter to the bottom of the deepest, whichever letters it has.
struct PdfWord {
  double left = 0, top = 0, right = 0, bottom = 0;
  std::string text;

  double size() const { return bottom - top; }
  double width() const { return right - left; }
};

struct PdfPage {
  double width = 0, height = 0;
  std::vector<PdfWord> words;
};

/// Words that stand on one line, from left to right, with the box of most of them.
struct PdfLine {
  std::vector<PdfWord> words;
  double left = 0, top = 0, right = 0, bottom = 0;
  std::size_t page = 0;
  std::size_t area = 0;  ///< the column that it stands in: counted through the document
  bool begins_note = false;
  double frame_left = 0, frame_right = 0;  ///< how far the column may reach: the page's edges, the gaps between columns

  double size() const { return bottom - top; }
  double center() const { return (top + bottom) / 2; }
};

/// The pages of the TSV that pdftotext writes; words of nothing but white space and lines of another form are left out. Ligatures
/// become letters. Linear.
std::vector<PdfPage> pdf_pages(std::string_view tsv);

/// Words as lines, from top to bottom: those that overlap by half their height, small raised ones with the line they belong to.
std::vector<PdfLine> lines_of_words(std::vector<PdfWord> words, std::size_t page);

/// Sets the box of a line anew from its words, which must not be none.
void measure(PdfLine& line);

/// The words with spaces where there are gaps between them.
std::string text_of(const PdfLine& line);
/// Whether a word is set so close to the one before it that they are one.
bool joined(const PdfWord& before, const PdfWord& word);

/// The size that most letters of the words have, to half a point; 0 for none.
double usual_size(const std::vector<PdfLine>& lines);

}  // namespace travaux
