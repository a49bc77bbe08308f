// Word edits inside one text: aligned tokens, then phrases a person reads.
#pragma once

#include <vector>

#include "diff/tokens.h"
#include "travaux/diff.h"

namespace travaux {

/// Tokens [from_begin, from_end) of one text became [to_begin, to_end) of the other.
struct Hunk {
  std::size_t from_begin = 0, from_end = 0, to_begin = 0, to_end = 0;

  std::size_t removed() const { return from_end - from_begin; }
  std::size_t inserted() const { return to_end - to_begin; }
};

struct WordDiff {
  std::vector<Hunk> hunks;  ///< in order; between them the tokens agree
  bool coarse = false;
};

/// Aligns two texts and groups what changed: edits that only function words or marks separate are one, insertions and deletions
/// lie at the boundary of words, clauses and sentences where the text allows, never inside a word ("well-known" is one). The same
/// hunks in both directions.
WordDiff compare_words(const TokenText& from, const TokenText& to, const DiffOptions& options);

/// Whether a token is a word that carries meaning: no mark, no function word.
bool is_content(const TokenText& text, std::size_t i);

/// The hunks as edits, classed and weighed.
std::vector<Edit> edits_of(const TokenText& from, const TokenText& to, const std::vector<Hunk>& hunks);

/// Compares two texts through one interner.
std::vector<Edit> diff_texts(Interner& interner, std::string_view from, std::string_view to, const DiffOptions& options,
                             bool* coarse = nullptr);

// classify.cpp, polarity.cpp

EditClass class_of(const TokenText& from, const TokenText& to, const Hunk& hunk);
Strength strength_of(const TokenText& from, const TokenText& to, const Hunk& hunk);
Polarity polarity_of(const TokenText& from, const TokenText& to, const Hunk& hunk);

}  // namespace travaux
