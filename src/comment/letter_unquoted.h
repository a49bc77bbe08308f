// Words that a request gives without quotation marks: "delete the words where appropriate", "replace shall by should".
#pragma once

#include <vector>

#include "comment/letter_roles.h"

namespace travaux::letter {

/// They are read only where their ends can be told; else there are none.
std::vector<Words> unquoted_in(const Pieces& pieces, const Verbs& verbs, const Operator& op);

}  // namespace travaux::letter
