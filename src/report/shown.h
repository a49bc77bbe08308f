// The redline made ready for print: its blocks as paragraphs of pieces, what is told beside them, and what a short form leaves
// out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "report/html_layout.h"
#include "travaux/report.h"

namespace travaux::report {

/// Words shown in one manner, white space folded but for no-break spaces.
struct Piece {
  RunKind kind = RunKind::kKept;
  std::string text;
  bool number = false;             ///< the printed number
  bool gap = false;                ///< no words of a draft: a mark that kept words were left out here
  std::vector<std::size_t> edits;  ///< as `Run::edits`
};

/// Pieces side by side.
using Paragraph = std::vector<Piece>;

/// A block's words. Words apart stay apart, read with or without insertions and deletions; white space at the ends of a change
/// stands outside it where both sides have white space there. Linear.
std::vector<Paragraph> paragraphs_of(const RedlineBlock& block);

/// The paragraph with its kept stretches cut to `context` words next to a change, a gap in place of the rest. A stretch that
/// would lose only a word or two stays. Without a change: its first words.
Paragraph shortened(const Paragraph& paragraph, std::size_t context);

/// What is printed of a block.
struct Shown {
  std::size_t block = 0;  ///< index into Redline::blocks
  std::vector<Paragraph> paragraphs;
  bool changed = false;              ///< some words are marked
  bool after_gap = false;            ///< blocks were left out before it
  const ItemGroup* opens = nullptr;  ///< of the first block shown of a changed item
  std::string label;                 ///< with `opens`: "edited, moved from 2.3"
  std::string move;  ///< "moved to 4.1": where the other end is; said once for each end, and not where the label says it
  bool opens_section = false;
};

struct ShownRedline {
  Layout layout;
  std::vector<Shown> blocks;
  bool gap_at_end = false;
};

/// What a report shows of a redline: all of it, or with `context` only what changed. Linear.
ShownRedline shown_of(const Redline& redline, const DocumentDiff& changes, std::optional<std::size_t> context);

/// At most `most` code points of a text, white space folded, cut between words with "…".
std::string opening_of(const std::string& text, std::size_t most);

/// Which groups asked for a piece, each once, best first; those that may be named.
std::vector<std::string> groups_of(const Piece& piece, const RedlineCredits& credits);

/// Who asked for what, an entry for each edit with sources: what is listed at the end of a report.
struct CreditLine {
  std::size_t edit = 0;              ///< index into Attribution::edits
  std::string place;                 ///< "2.1 → 2.2", "section 3"
  std::string change;                ///< "“shall” → “may”", "removed"
  std::vector<std::string> sources;  ///< "CARICOM, proposal 3, adapted: “…”"
};
std::vector<CreditLine> credit_lines(const RedlineCredits& credits);

/// "Items: 17 unchanged, 3 edited": a line for each kind of thing that changed.
std::vector<std::string> count_lines(const DocumentDiff& changes);

}  // namespace travaux::report
