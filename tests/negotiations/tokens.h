// Words of the generator's own texts, in the simplest manner that is right for them; written apart from the library's tokens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace travaux::negotiations {

/// Words, numbers and marks; each mark is one of its own.
std::vector<std::string> words_of(std::string_view text);

/// The text with one kind of quotation mark and of dash.
std::string plain(std::string_view text);

/// Without case (of ASCII and Latin-1 letters, all that the texts hold).
std::string lowered(std::string_view text);

/// Words, numbers and square brackets, without case: what is left when case and punctuation do not count.
std::vector<std::string> loose_words_of(std::string_view text);

/// Twice the shared loose words over all of both (0 to 1); two empty texts share nothing.
double shared_words(std::string_view a, std::string_view b);

}  // namespace travaux::negotiations
