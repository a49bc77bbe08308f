// What looks wrong in the text itself: symbols, passages, marks, numbers, cross-references.
//
// A finding is a claim that a careful reader would sign: where the text may be right, nothing is said. Nothing is corrected.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "travaux/model.h"

namespace travaux {

/// One place, for findings about several.
struct FindingPlace {
  std::size_t line = 0;  ///< 1-based; a line of the text that was parsed
  std::string item;      ///< its address; empty where it is in no item
  friend bool operator==(const FindingPlace&, const FindingPlace&) = default;
};

/// Something that looks wrong.
struct Finding {
  std::string rule;                  ///< the name of a rule of `check_rules`
  std::size_t line = 0;              ///< 1-based; a line of the text that was parsed
  std::string item;                  ///< the item's address; empty where it is in no item
  std::string section;               ///< the section's number; empty where it has none, or outside all
  std::string message;               ///< what is wrong and why, without a full stop
  std::string suggestion;            ///< what is probably meant; empty where the text does not tell
  std::vector<FindingPlace> others;  ///< the other places that the finding is about, in the order of the text
};

/// A kind of finding.
struct CheckRule {
  std::string_view name;     ///< stays as it is: scripts select by it
  std::string_view meaning;  ///< one line
};

/// All rules, in the order in which they are listed.
const std::vector<CheckRule>& check_rules();

/// What looks wrong in a document, by line, then by rule: a hundred findings of a rule, then one that says how many more.
/// Precondition: `resolve_instruments` was called with this registry. Time grows with the text; pairs of passages are compared
/// only where an index of their words brings them together.
std::vector<Finding> check(const Document& document, const Registry& registry);

}  // namespace travaux
