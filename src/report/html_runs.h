// The words of one block of the redline as HTML paragraphs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "travaux/diff.h"

namespace travaux::report {

/// How a block is put into the page.
struct BlockShape {
  std::string_view element = "p";
  std::string_view css_class;
  std::string id;    ///< of the first paragraph; empty: none
  std::string mark;  ///< HTML without words that opens the first paragraph: a link to the other end of a move
  std::optional<std::size_t> section = {};  ///< `data-s`, of what stands outside items; empty: none
  bool moved = false;
  std::string move_id;                  ///< of the first `<ins>` or `<del>`; empty: none
  std::vector<std::string> after = {};  ///< by run: HTML without words that follows its last paragraph; empty: none
};

/// Each paragraph an element of its own on a line of its own. Words apart stay apart, read with or without insertions and
/// deletions.
/// Changed words bear the edits they show in `data-e`.
void append_block(std::string& out, const RedlineBlock& block, const BlockShape& shape);

}  // namespace travaux::report
