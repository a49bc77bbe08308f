// The ledger of a comparison: every word of both drafts, each in exactly one fact.
//
// What `diff` reports says which words changed; the ledger says what became of all of them, so that nothing can be lost between
// two drafts unseen. It decides nothing: it is the comparison, written out over the two sources.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "travaux/diff.h"

namespace travaux {

/// What became of words.
enum class Fate {
  kKept,
  kEdited,   ///< replaced, inserted or deleted within something that both drafts have; a number that changed
  kMoved,    ///< unchanged words of what is reported as moved
  kAdded,    ///< words of an added section, item, citation or passage
  kRemoved,  ///< words of a removed one
};
std::string_view name_of(Fate fate);

/// A run of words that share their fate, their role and the entry that reports them.
struct Fact {
  Fate fate = Fate::kKept;
  Role role = Role::kFront;
  bool number = false;    ///< the printed number of a section or item, not its text
  std::size_t entry = 0;  ///< index into the sections, items or citations of the DocumentDiff, by role; 0 for front and back
  /// Byte offsets into the sources, from the first token to the last; empty where the side has none. Kept and moved words are
  /// the same tokens on both sides.
  Span from, to;
  std::size_t from_tokens = 0, to_tokens = 0;
};

/// Tokens by fate; `total` is their sum and all there are.
struct WordTally {
  std::size_t kept = 0, edited = 0, moved = 0, added = 0, removed = 0;
  std::size_t total() const { return kept + edited + moved + added + removed; }
  friend bool operator==(const WordTally&, const WordTally&) = default;
};

struct Ledger {
  std::vector<Fact> facts;  ///< in the order of the entries; sorted by `to` (or `from`) they read as the draft
  WordTally from, to;       ///< nothing of `from` is added, nothing of `to` removed
};

/// The ledger of a comparison. Precondition: `changes` came from the same two documents. Linear in both.
Ledger account(const Document& from, const Document& to, const DocumentDiff& changes);

/// The later draft made of the earlier and the ledger: kept and moved words are taken from `from`, the others from `to`; a line a
/// fact. Its comparison form is that of the later draft.
std::string apply(const Ledger& ledger, std::string_view from, std::string_view to);

}  // namespace travaux
