// A redline as the paragraphs of a word processor: what each holds, and in which of the two drafts it ends.
//
// A word processor joins a paragraph whose mark goes with the one after it. So the redline is written as one flow of words and
// marks, of which each side has its own; without the other side's they are that draft, word for word and paragraph for paragraph.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "travaux/diff.h"
#include "travaux/model.h"

namespace travaux::report {

/// Words of one run, within one paragraph.
struct DocxPiece {
  RunKind kind = RunKind::kKept;
  std::string text;          ///< without line feeds
  const Run* run = nullptr;  ///< that it is of
  std::size_t block = 0;     ///< index into Redline::blocks
};

struct DocxParagraph {
  std::vector<DocxPiece> pieces;
  RunKind mark = RunKind::kKept;  ///< which drafts have a paragraph's end here: both, the later (inserted), the earlier (deleted)
  bool first = true;              ///< begins its block; else it goes on in it
};

/// The redline's paragraphs. Two that stand on one line of their draft (a citation's heading and its passage) are one paragraph
/// there. The last mark is kept, since no file can do without: where the last words are of one draft only, an empty paragraph
/// follows them. Never empty. Linear.
std::vector<DocxParagraph> flow_of(const Redline& redline, const Document& from, const Document& to);

}  // namespace travaux::report
