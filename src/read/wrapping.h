// Whether lines were wrapped at a width, and at which: what a file's lines tell before any two are joined.
#pragma once

#include <cstddef>
#include <vector>

#include "read/cues.h"
#include "read/lines.h"
#include "travaux/text.h"

namespace travaux {

/// Lines longer than this are paragraphs of an unwrapped text.
inline constexpr std::size_t kWidestWrap = 160;
/// Lines narrower than this are headings, addresses and lists, not wrapped prose.
inline constexpr std::size_t kNarrowestWrap = 30;

/// A line measured once as it was typed: in columns, in bytes, in code points with those that have no shape. Wrappers count any
/// of the three.
struct LineShape {
  std::size_t length[3] = {0, 0, 0};  ///< with the indent
  std::size_t first_word[3] = {0, 0, 0};
  Ending ending = Ending::kOpen;
  Enumerator enumerator;
  bool lower = false;  ///< begins in lower case
  bool loose = false;  ///< holds runs of spaces or characters without shape, which wrappers count in ways of their own
  bool one_word = false;

  bool blank() const { return length[0] == 0; }
};

std::vector<LineShape> shapes_of(const std::vector<SourceLine>& lines);

/// How a stretch of lines was wrapped.
struct Wrapping {
  bool wrapped = false;
  bool ragged = false;         ///< not by columns (proportional type, an editor's hand): a line may end well before the width
  bool double_spaced = false;  ///< a blank line between any two lines
  bool loose = false;          ///< some of its lines are, so that a line may fall short of the width by a few columns
  std::size_t measure = 0;     ///< which of the lengths of a `LineShape` the wrapper counted
  std::size_t width = 0;       ///< a first word that would have fitted within this was not wrapped
  std::size_t longest = 0;     ///< a line longer than this was not wrapped
  bool breaks_at_sentences = false;  ///< more full lines end with their paragraph than with a sentence inside it
  bool indents_first = false;        ///< paragraphs begin with an indent

  /// Columns that line `a` would have taken with the first word of `b`.
  std::size_t with_next(const LineShape& a, const LineShape& b) const {
    return a.length[measure] + (a.ending == Ending::kHyphen ? 0 : 1) + b.first_word[measure];
  }
};

/// Judges the lines [begin, end), none of which is longer than `kWidestWrap`. `whole` says that they are all of the file: then
/// two lines may be evidence enough.
Wrapping wrapping_of(const std::vector<SourceLine>& lines, const std::vector<LineShape>& shapes, std::size_t begin,
                     std::size_t end, bool whole);

}  // namespace travaux
