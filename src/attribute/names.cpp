// The names of sources and fates in reports and JSON: relied upon from outside.
#include <algorithm>

#include "travaux/attribute.h"

namespace travaux {

std::string_view name_of(How how) {
  static constexpr std::string_view kNames[] = {"verbatim", "adapted", "printed", "ruled"};
  return kNames[static_cast<std::size_t>(how)];
}

std::string_view name_of(ProposalFate fate) {
  static constexpr std::string_view kNames[] = {"",          "accepted", "accepted in part", "not taken up",
                                                "overtaken", "unplaced", "withdrawn"};
  return kNames[static_cast<std::size_t>(fate)];
}

std::string_view name_of(EditTarget target) {
  static constexpr std::string_view kNames[] = {"text", "item", "citation", "section", "front", "back"};
  return kNames[static_cast<std::size_t>(target)];
}

std::vector<std::string> AttributedEdit::groups() const {
  std::vector<std::string> result;
  for (const Source& source : sources) {
    if (std::find(result.begin(), result.end(), source.by) == result.end()) result.push_back(source.by);
  }
  return result;
}

}  // namespace travaux
