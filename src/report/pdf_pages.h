// Paragraphs put on pages: where each line stands, no line of a paragraph left alone, headings with what they head.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/pdf_paragraph.h"

namespace travaux::report {

inline constexpr double kRuleAbove = 13;  ///< how far a rule stands above its paragraph

/// A remark beside the text, at a line of its paragraph.
struct MarginNote {
  TypeBlock block;
  std::size_t line = 0;
};

/// An entry of the PDF's outline.
struct Bookmark {
  std::string name;
  std::size_t depth = 0;  ///< 0: a section; items stand one deeper than theirs
};

/// A paragraph with what goes along with it.
struct FlowParagraph {
  TypeBlock block;
  Ink ink = kTextInk;
  double left = 0;                 ///< from the left edge of the text
  double before = 0;               ///< space above; none at the top of a page
  bool keep = false;               ///< stays on the page of what follows
  bool notice = false;             ///< a bar beside all of it
  bool rule = false;               ///< a line above it
  std::vector<bool> changed = {};  ///< by line: a change bar stands beside it; empty: none
  std::vector<MarginNote> notes = {};
  std::vector<Bookmark> bookmarks = {};
};

struct PlacedLine {
  std::size_t paragraph = 0, line = 0;
  double y = 0;  ///< of the top of its paragraph, so that the line's own offset applies
};

struct PlacedNote {
  std::size_t paragraph = 0, note = 0;
  double y = 0;
};

struct PlacedBookmark {
  const Bookmark* bookmark = nullptr;
  double y = 0;
};

struct PlacedPage {
  std::vector<PlacedLine> lines;
  std::vector<PlacedNote> notes;
  std::vector<PlacedBookmark> bookmarks;
};

/// At least two lines of a paragraph stand together at the foot and at the head of a page; one longer than a page is broken.
/// Notes stand beside their line, below one another where they would meet, on the next page where this one is full. Linear.
std::vector<PlacedPage> paginate(const std::vector<FlowParagraph>& paragraphs);

}  // namespace travaux::report
