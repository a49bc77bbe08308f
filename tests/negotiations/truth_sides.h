// What the parts of the truth have in common: the two texts, flat, and who became whom.
#pragma once

#include <map>
#include <vector>

#include "negotiations/operation.h"
#include "negotiations/truth.h"

namespace travaux::negotiations {

struct Sides {
  std::vector<Where> from, to;
  std::map<Id, std::size_t> from_index, to_index;
  std::map<Id, const Division*> divided_from, divided_to;
};

Sides sides_of(const Text& from, const Text& to, const std::vector<Division>& divisions);

/// Whether they are one item, or on both sides of one division.
bool counterparts(const Sides& sides, Id from, Id to);

/// Adds the citations' entries to the truth.
void judge_citations(const Sides& sides, Truth& truth);

}  // namespace travaux::negotiations
