// How right an attribution is: who is credited for each edit, what became of each wish, and what was read of the comments.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "negotiations/papers.h"
#include "negotiations/requests.h"

namespace travaux::negotiations {

struct Share {
  std::size_t right = 0, all = 0;

  void count(bool is_right) {
    right += is_right ? 1 : 0;
    ++all;
  }
  Share& operator+=(const Share& other);
  double value() const;  ///< 1 where there is nothing
};

struct SourceScore {
  std::map<Treatment, Share> edits;  ///< credited to exactly those who asked for it, or rightly to nobody
  std::map<Treatment, Share> fates;
  std::map<ProposalFate, Share> by_fate;
  Share coverage;           ///< edits asked for that have any source
  Share precision;          ///< groups named as sources that are
  Share false_credits;      ///< edits nobody asked for that have a source: `right` counts these
  Share read;               ///< wishes read and placed as they are written
  std::size_t stray = 0;    ///< edits that the differ reports and nobody made: not judged
  std::size_t unseen = 0;   ///< edits made that the differ does not report: likewise
  std::size_t misread = 0;  ///< rounds whose drafts the parser read otherwise than meant: not judged

  SourceScore& operator+=(const SourceScore& other);
  Share all_edits() const;
  Share all_fates() const;
};

/// One wrong answer, for a person.
struct SourceFault {
  std::string kind;  ///< "edit", "fate", "reading"
  Treatment treatment = Treatment::kVerbatim;
  std::string expected, found;
  std::string line;  ///< the edit, or the wish as the paper writes it
};

struct SourceJudgement {
  SourceScore score;
  std::vector<SourceFault> faults;
};

/// Has the library read the papers and attribute the round's edits, and judges its answer.
SourceJudgement judge_sources(const AskedRound& round, const std::vector<Paper>& papers);

/// Judges an answer that is given: `changes` and `attribution` are of the round's texts as parsed, a comment for each paper.
/// Exposed for the tests of the scorer itself.
SourceJudgement judge_attribution(const AskedRound& round, const std::vector<Paper>& papers, const std::vector<Comment>& comments,
                                  const Document& from, const DocumentDiff& changes, const Attribution& attribution);

}  // namespace travaux::negotiations
