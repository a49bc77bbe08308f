// A Word file as paragraphs with what was tracked in them: what the XML says, before it is a text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "travaux/text.h"

namespace travaux {

/// A tracked change as one element of the XML has it.
struct WordChange {
  std::string author;
  std::string date;
  std::size_t move = 0;  ///< as `Revision::move`
};

/// Which changes a piece stands in: indices into `WordContent::changes`, or `kNone`. Both: inserted, then deleted again.
struct ChangeMarks {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t inserted = kNone;
  std::size_t deleted = kNone;
  friend bool operator==(const ChangeMarks&, const ChangeMarks&) = default;
};

enum class PieceKind {
  kText,       ///< words and spaces
  kBreak,      ///< a line end inside a paragraph
  kFootnote,   ///< a note's mark; `text` is the note's id
  kEndnote,    ///< likewise
  kNoteLabel,  ///< the mark again, before the note itself; `text` is "f" or "e" and the id
  kAnchor,     ///< where a margin comment begins or ends; `text` is its id
};

struct WordPiece {
  PieceKind kind = PieceKind::kText;
  std::string text;
  ChangeMarks marks;
};

/// Which level of which list a paragraph is numbered by.
struct ListPlace {
  std::string list;  ///< w:numId; empty: none
  std::size_t level = 0;
};

struct WordParagraph {
  std::vector<WordPiece> pieces;
  ChangeMarks mark;             ///< of the paragraph's end
  bool hidden_mark = false;     ///< the end is hidden: it goes on with the next one ("style separator")
  bool ends_container = false;  ///< the last of a cell, a text box, a note: no text after it can join it
  ListPlace place;
  ListPlace place_before;   ///< once changes are rejected: its formatting and style may be tracked
  std::size_t ordinal = 0;  ///< 1-based, in the order of the file
};

struct WordContent {
  std::vector<WordChange> changes;
  std::vector<WordParagraph> paragraphs;
  std::vector<Diagnostic> diagnostics;  ///< lines are ordinals of paragraphs
};

}  // namespace travaux
