// What of a place a request names: "the second half of 2.3", "Option 3". A part never stands for the whole.
#pragma once

#include <string>

#include "comment/letter_operators.h"

namespace travaux::letter {

/// A part that is named and not quoted.
struct Part {
  bool named = false;  ///< what the verb takes is no whole place
  std::string option;  ///< "option 3", where it is one option by its label, folded; empty: another part
};

/// The part that the object of `op` names, by its nouns (lexicon.json, "part_nouns") and by "X of PLACE", where X is no word for
/// the whole of it. In doubt it is a part: to credit a group with a deletion that it did not ask for is the worse error. Linear.
Part part_in(const Pieces& pieces, const Verbs& verbs, const Operator& op);

}  // namespace travaux::letter
