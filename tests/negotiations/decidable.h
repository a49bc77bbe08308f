// Whether a careful reader, who has only the two printed texts, would come to the truth.
//
// Identity is known to whoever made the edits; a reader sees words, places and mandates. Where another pairing of the items
// explains the two texts as well as the true one, nobody can be blamed for it, and such a pair of texts is not used. The measure
// is crude on purpose and shares nothing with the differ: it only has to keep out what is open, not to find the answer.
#pragma once

#include <string>
#include <vector>

#include "negotiations/operation.h"
#include "negotiations/text.h"

namespace travaux::negotiations {

/// Limits of what is called decidable.
struct Reader {
  double same = 0.40;    ///< likeness from which a reader takes two items for one reworded
  double margin = 0.05;  ///< how much better the true pairing must be than one that exchanges two items
  double place = 0.08;   ///< what standing under the same section or item adds
  double number = 0.05;  ///< what the same printed number adds
};

/// Empty, or which items could be taken for others. Every exchange of two entries of the truth is tried, "removed" and "added"
/// too: the true pairing must be better by the margin. Quadratic in the items.
std::string undecidable(const Text& from, const Text& to, const std::vector<Division>& divisions, const Reader& reader = {});

}  // namespace travaux::negotiations
