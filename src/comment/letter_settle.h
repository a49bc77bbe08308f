// What words do where their neighbours tell: in a name nothing, in a turn of phrase what the whole asks for.
#pragma once

#include "comment/letter_pieces.h"

namespace travaux::letter {

/// Settles verbs and roles of one sentence. Linear.
void settle(Pieces& pieces, Range sentence);

}  // namespace travaux::letter
