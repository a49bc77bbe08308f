// How right an answer is: the differ's triples (from, to, change) beside the true ones.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "negotiations/planner.h"
#include "travaux/diff.h"

namespace travaux::negotiations {

/// Right answers, wrong ones, and those that are missing.
struct Count {
  std::size_t right = 0, wrong = 0, missing = 0;

  Count& operator+=(const Count& other);
  double precision() const;  ///< 1 where nothing was answered
  double recall() const;     ///< 1 where nothing was asked
  double f1() const;
};

/// Counts by row: "items edited", "items matched, unchanged", "citations moved", "sections retitled", …
struct Score {
  std::map<std::string, Count> rows;
  std::size_t drafts = 0, without_error = 0;
  std::size_t misread = 0;      ///< drafts that the parser read otherwise than they were meant: no fault of the differ
  std::size_t not_silent = 0;   ///< drafts that differ from their own noisy rendering
  std::size_t false_moves = 0;  ///< moves of items, sections and citations that were none

  Score& operator+=(const Score& other);
  /// All rows of "items", "citations" or "sections" in one, without those of the matching.
  Count all(const std::string& kind) const;
};

/// One answer that is wrong or missing, as a line.
struct Fault {
  bool missing = false;
  std::string row, line;
};

struct Judgement {
  Score score;
  std::vector<Fault> faults;
};

/// How the two texts of a round are printed.
struct Printing {
  std::uint64_t seed = 0;          ///< where and how often
  std::uint32_t from = 0, to = 0;  ///< sets of noises
};

/// Prints both texts, reads them back, has them compared and judges the answer. Where the earlier text is printed noisily, that
/// must not differ from the same text printed plainly either.
Judgement judge(const Round& round, const Printing& printing);

/// Judges an answer that is given. Exposed for the tests of the scorer itself.
Judgement judge_answer(const Truth& truth, const DocumentDiff& answer);

/// Whether a document is what the text means; empty, or the first difference.
std::string misreading(const Text& text, const Document& document);

}  // namespace travaux::negotiations
