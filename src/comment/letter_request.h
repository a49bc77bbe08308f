// One request out of the words that belong to it: which quotation goes, which comes, and where.
#pragma once

#include <vector>

#include "comment/letter_operators.h"
#include "travaux/comment.h"

namespace travaux::letter {

/// What the text before a request says of its place.
struct Context {
  std::vector<Target> targets;     ///< of the heading, or of the sentence before
  std::vector<Target> containers;  ///< sections among the headings
  std::string quoted;              ///< the one quotation of the sentence before, where that asked nothing: what "it" means
  std::string instrument;          ///< that the sentence before says to be quoted, and asked nothing: "that reference"
};

/// Reads the request of one verb. Empty where the words for it are missing. `number`, `by`, `span`, `line` and `words` stay
/// unset; several where one verb asks several things ("replace “A” with “B” and “C” with “D”").
std::vector<Proposal> request_of(const Pieces& pieces, const Verbs& verbs, std::size_t which, const Context& context);

/// A sentence that takes a stand and asks nothing: on what.
Proposal stance_of(const Pieces& pieces, const Verbs& verbs, Range sentence, const Context& context);

/// The places that a stretch names first, those it is about.
std::vector<Target> places_of(const Pieces& pieces, const Verbs& verbs, Range range);

}  // namespace travaux::letter
