// The words of one block of a redline.
#pragma once

#include <string>
#include <vector>

#include "diff/units.h"

namespace travaux {

/// Appends a run, unless it is empty.
void add_run(std::vector<Run>& runs, RunKind kind, std::string text, bool number = false);

/// Appends all of a unit: its number, then its words.
void add_unit(std::vector<Run>& runs, RunKind kind, const Unit& unit);

/// Two versions of a unit as one: kept words as the later prints them, each side's words set apart as it has them.
std::vector<Run> runs_between(const Unit& from, const Unit& to, const DiffOptions& options);

}  // namespace travaux
