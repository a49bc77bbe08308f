// Words that had been struck from a text and stand in it again.
//
// The rule. Words that a draft puts into a text are words brought back, and keep the credit they had, where the text (or what it
// was divided from or joined from) had lost the same words, in the same comparison form and order:
//   - at the same place (no more than `kNear` words from it): a run of them that holds a word of content. Function words
//     and marks alone come back only to the very place where they stood, and only where they are all that is put in there or,
//     at its edge, all that is still struck there;
//   - elsewhere in that text, or moved within it by this very draft: a run that holds two words of content and is at least
//     `kRun` words long, or else is all that was put in there.
// The longest run counts; each word comes back once.
#pragma once

#include <cstddef>
#include <vector>

#include "attribute/blame_text.h"

namespace travaux::blaming {

inline constexpr std::size_t kNear = 3;
inline constexpr std::size_t kRun = 4;

/// What was struck from a text, moved to where it would stand in the later one, and what is struck from it now. `from_of`: by
/// later word the earlier word that it is. Linear.
std::vector<Struck> struck_after(const CreditedText& before, const std::vector<std::size_t>& from_of);

/// Looks among what was struck from a text for the words [stretch) of it, each stretch put in by one edit. Words that came back
/// get their old credit and are struck no longer. Answers which words came back. Linear in the text and what was struck from it,
/// but for words that were struck many times.
std::vector<bool> bring_back(CreditedText& text, const std::vector<Range>& stretches);

/// The parts of a stretch that did not come back.
std::vector<Range> left_of(Range stretch, const std::vector<bool>& back);

}  // namespace travaux::blaming
