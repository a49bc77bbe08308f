// Values that a request gives without quotation marks: "06:00 to become 07:00", "USD 10 million instead of USD 5 million".
#pragma once

#include <optional>
#include <string>

#include "comment/letter_operators.h"

namespace travaux::letter {

/// A value that is to go and the one that is to come, both with figures.
struct Values {
  std::string old_value;
  std::string new_value;
};

/// The values of a sentence that quotes nothing and whose verbs ask nothing that could be read; nothing where it is not plain
/// that they are asked for: a condition, a question, what others want, what was. Linear.
std::optional<Values> values_in(const Pieces& pieces, Range sentence, const Voice& voice);

}  // namespace travaux::letter
