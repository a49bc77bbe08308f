// One item's life across the drafts of a negotiation: through renumbering, moves, splits and merges, gone and standing again.
//
// Identity is what `diff` found between a draft and the one it was made from, never a number. The life is told from the first
// draft that had the item to the last; where several drafts were made from one, it branches.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "travaux/diff.h"
#include "travaux/model.h"

namespace travaux {

/// A draft, and which of the drafts given together with it it was made from.
struct TraceDraft {
  const Document* document = nullptr;
  std::optional<std::size_t> base;  ///< index; empty: the first of its chain
  std::vector<RuledPair> ruled = {};  ///< on items of the base and of this draft
};

/// A text that had gone stands in a later draft.
struct Return {
  std::size_t draft = 0;  ///< index of the draft that had it last
  Place place;            ///< in that draft
  std::string address;    ///< there
  double likeness = 0;    ///< to its last text, 0 to 1; 1: the same words
  std::vector<Edit> edits;
};

/// One change on the way from a draft to the next: an entry of their comparison, as `diff` reports it, unchanged ones too.
struct TraceEntry {
  std::variant<ItemDiff, SectionDiff> change;
  std::vector<std::string> joined;      ///< of `from`: what was merged into this life here, and is not followed further back
  std::vector<std::string> parted;      ///< of `to`: what was split from this life here, and is not followed
  std::optional<Return> again;          ///< of an added item: it stood before
  std::vector<CitationDiff> citations;  ///< those under the entry's items that changed
};

/// What one draft made of it.
struct TraceStep {
  std::size_t draft = 0;
  std::optional<std::size_t> base;      ///< the draft that it was compared with; empty: the first of the chain
  std::optional<std::size_t> after;     ///< index in `Trace::steps` of the step that it follows; two that follow one are rivals
  std::vector<Place> places;            ///< where it stands, in document order; empty: it is gone
  std::vector<TraceEntry> entries;      ///< empty in the first draft of the chain
  std::optional<std::string> degraded;  ///< of the comparison
};

struct Trace {
  std::size_t draft = 0;  ///< where it was asked for
  Place place;
  /// A base before its drafts; after each draft the whole life that follows from it, rival drafts in the order given. Drafts
  /// that have nothing of it are left out, but for the one in which it went.
  std::vector<TraceStep> steps;
  /// `base` leads from this draft back to itself; it was taken as the first of the chain.
  std::optional<std::size_t> circle;
};

/// Thresholds; the defaults are what reports are made with.
struct TraceOptions {
  DiffOptions diff;
  /// Likeness (0 to 1) of an added item to one that had gone from which it is the same, standing again. Lower: false ones, which
  /// cost more trust than a missed one.
  double return_likeness = 0.8;
  /// Share (0 to 1) of the words that no other item has which the two must have in common, so that texts made after one pattern
  /// are told apart by what each is about.
  double return_own_words = 0.6;
  /// Words that a text must have to be known again when it is the same, and when it is only alike.
  std::size_t same_words = 4;
  std::size_t alike_words = 8;
  /// Told after each comparison how many were made, and how many there are at most. Empty: nobody is told.
  std::function<void(std::size_t done, std::size_t total)> progress;
};

/// Follows the item at a place of a draft, or the section (`place.item` empty), back to the first draft along `base`, and forward
/// into every draft that was made from it. Of a split it follows all parts forward and the whole back, of a merge the whole
/// forward and all parts back. Preconditions: `resolve_instruments` was called on all documents together; the place is one of the
/// draft. A base out of range counts as none. Time: a comparison for each draft that has the item or follows one that has it;
/// where an item came or went and its words stand elsewhere, one for each draft of that chain.
Trace trace(const std::vector<TraceDraft>& drafts, std::size_t draft, const Place& place, const TraceOptions& options = {});

}  // namespace travaux
