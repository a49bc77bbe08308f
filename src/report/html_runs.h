// The words of one block of the redline as HTML paragraphs.
#pragma once

#include <string>
#include <string_view>

#include "travaux/diff.h"

namespace travaux::report {

/// How a block is put into the page.
struct BlockShape {
  std::string_view element = "p";
  std::string_view css_class;
  std::string id;    ///< of the first paragraph; empty: none
  std::string mark;  ///< HTML without words that opens the first paragraph: a link to the other end of a move
  bool moved = false;
  std::string move_id;  ///< of the first `<ins>` or `<del>`; empty: none
};

/// Each paragraph an element of its own on a line of its own. Words apart stay apart, read with or without insertions and
/// deletions.
void append_block(std::string& out, const RedlineBlock& block, const BlockShape& shape);

}  // namespace travaux::report
