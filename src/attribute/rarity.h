// Whether words say by themselves where they come from.
#pragma once

#include "attribute/vocabulary.h"

namespace travaux {

/// Long, of rare words, and not in the earlier draft: good enough to be known in another text. Stock phrases do not count.
bool is_rare(const Vocabulary& vocabulary, const Words& words);
/// A phrase of its own, though short: words that the earlier draft has hardly or not at all, and no stock phrase. Known in
/// another text where it is word for word what was asked for.
bool is_unheard(const Vocabulary& vocabulary, const Words& came);

}  // namespace travaux
