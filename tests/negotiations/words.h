// How drafters change words: hedges put in, phrases struck, words exchanged for others of the domain, whole items rewritten.
//
// Every function returns a new text and leaves the old alone; nothing where the text offers no place for the change.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "negotiations/random.h"

namespace travaux::negotiations {

/// Words of one language. The file's lines: `swap: a | b | c` (words that can stand for each other), `hedge: words` (put in with
/// commas), `tail: words` (put at a sentence's end), `lead: words` (put at its beginning), `small: a | b` (function words),
/// `status: line`, `heading: words` (put at the end of a section's
/// heading).
struct Lexicon {
  std::map<std::string, std::vector<std::string>> swaps;  ///< from a lower-case word to the others of its line
  std::vector<std::string> hedges, tails, leads, statuses, heading_ends;
  std::vector<std::string> small;
};

/// Throws std::runtime_error where the file cannot be read or a line is not understood.
Lexicon read_lexicon(const std::string& path);

using Reworded = std::optional<std::string>;

/// Puts a hedge between commas behind some word, or a tail before the final mark.
Reworded insert_words(const std::string& text, const Lexicon& words, Random& random);
/// Strikes a phrase: from a preposition or "and" up to the next one, a comma or the end.
Reworded strike_words(const std::string& text, const Lexicon& words, Random& random);
/// Exchanges up to `most` words for others.
Reworded swap_words(const std::string& text, const Lexicon& words, Random& random, std::size_t most);
/// Another number or year; where there is none, a time limit is put in.
Reworded change_number(const std::string& text, const Lexicon& words, Random& random);
/// Opens square brackets round a phrase, or takes away those that are there.
Reworded bracket(const std::string& text, Random& random);
/// Changes case or punctuation and nothing else.
Reworded tidy(const std::string& text, const Lexicon& words, Random& random);
/// Rewrites until only about `keep` (percent) of the words are left: exchanged words, another order of the clauses, new tails and
/// leads. `opening`: the first words say what the paragraph is (a preamble's) and stay in front.
Reworded rewrite(const std::string& text, const Lexicon& words, Random& random, std::size_t keep, bool opening);
/// A new text in an old one's words: its beginning or end, up to half, joined to `other`.
Reworded borrow(const std::string& text, const std::string& other, Random& random);

/// The first words of a text: a `part`-th of it.
std::string first_words(const std::string& text, std::size_t part);
/// The first letter small, unless the word is an abbreviation.
std::string uncapital(const std::string& text);

/// The two halves of a compound text, at a sentence's end or a semicolon, and whether it has one. The seam's marks are put right,
/// both begin with a capital.
std::optional<std::pair<std::string, std::string>> halves(const std::string& text);
/// Two texts as one: "First; and second."
std::string join(const std::string& first, const std::string& second, const std::string& language);

}  // namespace travaux::negotiations
