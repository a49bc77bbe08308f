// The marks of square brackets, paired, and where in a document they stand.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "travaux/brackets.h"

namespace travaux {

/// The blocks of a document, by offset.
class Blocks {
 public:
  explicit Blocks(const Document& document) : document_(document) {}

  const Document& document() const { return document_; }
  std::string_view source() const { return document_.source; }
  /// The block that holds an offset. Logarithmic. Precondition: the source is not empty.
  const Block& at(std::size_t offset) const { return document_.blocks[index(offset)]; }
  std::size_t index(std::size_t offset) const;

 private:
  const Document& document_;
};

/// A line of the source with words, and where its own words begin: behind its number, marks and an option's label.
struct MarkedParagraph {
  Span span;
  std::size_t first_letter = 0;  ///< its size's end where it has none
  std::size_t last_letter = 0;   ///< behind it
  std::size_t start = 0;         ///< behind number and opening marks
};
std::vector<MarkedParagraph> marked_paragraphs(const Blocks& blocks);

struct MarkPair {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t open = kNone, close = kNone;  ///< offsets; kNone: its partner is missing
  bool at_begin = false, at_end = false;    ///< it opens where a paragraph begins, closes where one ends
};

/// All marks of the document, by the first of each pair. Linear, but for a bounded search among what is open.
std::vector<MarkPair> pair_marks(const Blocks& blocks);

/// The options of a document whose brackets are known.
std::vector<TextOption> options_in(const Blocks& blocks, const std::vector<SquareBracket>& brackets);

}  // namespace travaux
