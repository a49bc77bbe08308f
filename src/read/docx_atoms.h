// The finest pieces of a Word file's text: each stands as a whole in the accepted text, the rejected one, both or neither.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "read/docx_content.h"

namespace travaux {

enum class AtomKind {
  kSeparator,    ///< a blank line before the paragraph, where it must be kept apart
  kNumber,       ///< the paragraph's automatic number
  kNumberSpace,  ///< the space after it
  kWords,        ///< no white space at its ends, one space between words
  kSpace,        ///< one space, or the tab before a page's number in a table of contents
  kBreak,        ///< a line end inside the paragraph; where the sentence goes on over it, a space
  kAnchor,       ///< of a margin comment
  kEnd,          ///< the paragraph's end
};

struct Atom {
  AtomKind kind = AtomKind::kWords;
  std::string text;
  ChangeMarks marks;
  std::size_t paragraph = 0;    ///< index
  std::array<bool, 2> in = {};  ///< whether it stands in the accepted text, in the rejected one
};

/// Every paragraph as a separator, a number with its space, its pieces, an end; the last four kinds with their text. Notes have
/// their marks as raised figures.
std::vector<Atom> atoms_of(const WordContent& content);

/// Whether something in these changes stands in the accepted (0) or the rejected (1) text.
inline bool stands(const ChangeMarks& marks, std::size_t view) {
  return (view == 0 ? marks.deleted : marks.inserted) == ChangeMarks::kNone;
}

}  // namespace travaux
