// Printed numbers and letters that should follow one another, and where they do not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parse/lead.h"

namespace travaux {

/// A number as it stands in the text.
struct Printed {
  Lead lead;
  std::size_t offset = 0;
  bool bracketed = false;  ///< in a square bracket: perhaps one of two alternatives
};

/// Numbers of one class may follow one another: "(h)", "(i)"; "4", "4 bis".
int class_of(const Lead& lead);

struct NumberFault {
  std::string_view rule;
  std::size_t at = 0;  ///< in the run
  std::string message, suggestion;
  std::vector<int> missing;  ///< what was skipped
};

/// What is out of order in a run of one class; letters are read as letters or as Roman numerals, whichever has fewer faults.
/// `from_one`: the first must be a one; else the run may begin anywhere. A one begins it anew.
std::vector<NumberFault> number_faults(const std::vector<Printed>& run, bool from_one);

}  // namespace travaux
