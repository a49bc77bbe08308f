// The instrument of which a request speaks: "the reference to AG/RES. 2444", "under the Declaration of Port-of-Spain, 2009".
#pragma once

#include <string>

#include "comment/letter_operators.h"

namespace travaux::letter {

struct Named {
  std::string text;                                  ///< as the comment has it, without its article; empty: none is named
  std::string words;                                 ///< a reference to what is no instrument: "the reference to gender"
  std::string relabel;                               ///< "by its symbol, Y": Y
  std::size_t quote = static_cast<std::size_t>(-1);  ///< the piece, where its title is quoted
  bool from_mandates = false;                        ///< "drop INSTRUMENT from the mandates under 2.1"
  bool under = false;                                ///< it says where, as "under INSTRUMENT" does
};

Named instrument_in(const Pieces& pieces, const Verbs& verbs, const Operator& op);

/// Whether words may be the name of an instrument: a symbol or capital letters in them.
bool looks_like_instrument(std::string_view words);

}  // namespace travaux::letter
