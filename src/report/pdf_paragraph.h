// Words set in type: a paragraph broken into lines, not yet put on a page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/pdf_handles.h"
#include "report/pdf_style.h"
#include "travaux/error.h"

namespace travaux::report {

/// How a stretch of text is marked.
enum class Mark : std::uint8_t { kNone, kInserted, kDeleted, kMovedTo, kMovedFrom, kSoft, kStrong };

/// A text with marks. Controls and characters that turn the direction of text are made visible.
class MarkedText {
 public:
  void add(Mark mark, std::string_view words);
  /// To the place where the text stands beside a number.
  void add_tab() { text_ += '\t'; }
  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }

  struct Stretch {
    std::size_t begin = 0, end = 0;  ///< bytes
    Mark mark = Mark::kNone;
  };
  const std::vector<Stretch>& stretches() const { return stretches_; }

 private:
  std::string text_;
  std::vector<Stretch> stretches_;
};

/// A line of type: where it stands in its paragraph.
struct TypeLine {
  PangoLayoutLine* line = nullptr;  ///< lives as long as the layout
  double x = 0, top = 0, height = 0, baseline = 0;
  std::size_t begin = 0, end = 0;  ///< bytes of the text
};

struct TypeBlock {
  Handle<PangoLayout> layout;
  std::vector<TypeLine> lines;
  double height = 0;
};

struct Measure {
  double width = 0;
  double hang = 0;        ///< how much further lines stand in than the first; a tab leads there
  bool one_line = false;  ///< cut with "…" where it is too long
  bool at_right = false;
};

/// Sets type with the fonts that are installed.
class Typesetter {
 public:
  /// `language`: BCP 47. Fails with `kInput` where there is no font at all.
  static Result<Typesetter> make(const std::string& language);

  TypeBlock set(const MarkedText& text, const Type& type, const Measure& measure);
  /// Characters for which no font had a shape, so far.
  std::size_t missing() const { return missing_; }

 private:
  Typesetter() = default;
  Handle<PangoFontMap> fonts_;
  Handle<PangoContext> context_;
  std::size_t missing_ = 0;
};

/// Puts a line on the page; `x`, `y`: the top left corner of its paragraph.
void draw_line(cairo_t* page, const TypeLine& line, double x, double y, const Ink& ink);

}  // namespace travaux::report
