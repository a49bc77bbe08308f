// What keeps the verbs of a sentence from asking: that they are denied, withdrawn, put as a question, made to hang on others, or
// another's words.
#pragma once

#include <string>
#include <vector>

#include "comment/letter_operators.h"

namespace travaux::letter {

struct Bars {
  Marks barred;  ///< pieces whose verbs ask nothing
  Marks never;   ///< of these, those that are to be left undone: "by no means"
  bool any = false;
  bool doubtful = false;  ///< "everything but “X”": asked, and not to be read
};

/// Reads one sentence of a letter by `voice`; where nobody is said to have sent it, nobody is another. By the phrases of
/// lexicon.json ("bars"). In doubt a verb is barred: to credit a group with what it did not ask for is the worse error. Linear.
Bars bars_of(const Pieces& pieces, Range sentence, const Voice& voice);

/// Whether a line denies or withdraws what stands under it: "Proposals withdrawn:".
bool denies_its_list(const Pieces& pieces);

}  // namespace travaux::letter
