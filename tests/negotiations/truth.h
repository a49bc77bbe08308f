// What changed between two texts, by the definitions of the design's section 7, known from the identity of their units.
//
// Written apart from the differ, and as simply as possible: it is what the differ is judged by. Nothing here looks for likeness.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "negotiations/operation.h"
#include "negotiations/text.h"
#include "travaux/diff.h"

namespace travaux::negotiations {

/// A section or an item (or several, for a split or merge) and what became of it. `changes` empty: unchanged.
struct Entry {
  std::vector<std::string> from, to;  ///< addresses; of sections their 1-based places, "§3"
  std::set<Change> changes;
};

struct CitationEntry {
  std::string instrument;
  std::string from, to;  ///< "2.1@3", the third citation of item 2.1; empty: none
  std::set<Change> changes;
};

struct Truth {
  std::vector<Entry> sections, items;
  std::vector<CitationEntry> citations;
  /// Not empty: the definitions leave the answer open, and this says where. Such a pair of texts must not be used.
  std::string undecided;
};

/// Precondition: both texts come from one base, `divisions` are those made between them. Quadratic in items and citations.
Truth truth_of(const Text& from, const Text& to, const std::vector<Division>& divisions);

/// How two texts differ: nothing, kEditorial or kEdited. Blind to the choice of quotation marks and dashes.
std::set<Change> difference(const std::string& from, const std::string& to);

/// Which of a list of siblings stay when the rest has to move: the most, then those of greatest weight. `order[i]` is where
/// sibling i stands in the new order. Tries every choice by dynamic programming; `tie` is set where two choices are equally good.
std::vector<bool> stay(const std::vector<std::size_t>& order, const std::vector<std::size_t>& weights, bool& tie);

/// The truth as lines, for a person.
std::string describe(const Truth& truth);

}  // namespace travaux::negotiations
