// The lines of a letter put together: what stands under which heading, with which number, and which lines are one request.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "comment/letter_lexicon.h"
#include "travaux/comment.h"

namespace travaux::letter {

struct Block {
  enum class Kind : std::uint8_t { kText, kHeading, kGeneral };
  Kind kind = Kind::kText;
  Span span;              ///< of its lines, in the letter
  std::size_t line = 0;   ///< 1-based, of its first line
  std::size_t begin = 0;  ///< where `text` begins in the letter
  std::string text;       ///< without bullet and number; a text given on lines of its own without quotation marks has them here
  std::string number;     ///< "1", "b"; empty: none
  std::vector<Target> head;  ///< "2.1:" before the text, or the heading's places
  bool bullet = false;
  bool quoted = false;  ///< another's words: a message that is answered
};

/// All non-blank lines, in order: each is in one block. Linear.
std::vector<Block> blocks_of(std::string_view letter, Language language);

}  // namespace travaux::letter
