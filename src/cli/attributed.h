// Two drafts, who asked for what changed between them, and what became of each wish: what several commands report.
#pragma once

#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/asked.h"
#include "travaux/attribute.h"
#include "travaux/diff.h"

namespace travaux::cli {

struct AttributedOptions {
  AskedOptions asked;
  std::string group;              ///< the one group that a report is for, under any of its names; empty: all
  std::vector<Ruling> more = {};  ///< rulings to try before they are recorded; what does not fit is only in Attribution::notes
};

/// Declares the arguments that all of these commands take.
void declare_attributed(Arguments& arguments, AttributedOptions& options);

struct Attributed {
  Asked asked;
  DocumentDiff changes;
  Attribution attribution;
  std::string only;                  ///< the group as its comments name it; empty: all
  std::vector<std::string> notices;  ///< what must be known of drafts and comments, each a sentence
};

/// Loads, compares and attributes, with the rulings of the record. Rulings that fit nothing are told on stderr.
Result<Attributed> load_attributed(Session& session, const AttributedOptions& options);

}  // namespace travaux::cli
