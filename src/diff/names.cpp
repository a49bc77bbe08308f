// The names of changes in reports and JSON: relied upon from outside.
#include "travaux/ledger.h"

namespace travaux {

namespace {

constexpr unsigned kChanges = static_cast<unsigned>(Change::kRelabelled) + 1;

}  // namespace

std::string_view name_of(Change change) {
  static constexpr std::string_view kNames[kChanges] = {"added", "removed", "edited", "editorial", "moved",     "renumbered",
                                                        "split", "merged",  "status", "retitled",  "relabelled"};
  return kNames[static_cast<std::size_t>(change)];
}

std::vector<Change> Changes::list() const {
  std::vector<Change> result;
  for (unsigned i = 0; i < kChanges; ++i) {
    if (has(static_cast<Change>(i))) result.push_back(static_cast<Change>(i));
  }
  return result;
}

std::string_view name_of(EditClass edit_class) {
  static constexpr std::string_view kNames[] = {"date", "number", "bracket", "substantive", "editorial"};
  return kNames[static_cast<std::size_t>(edit_class)];
}

std::string_view name_of(Strength strength) {
  static constexpr std::string_view kNames[] = {"", "strengthened", "weakened"};
  return kNames[static_cast<std::size_t>(strength)];
}

std::string_view name_of(Polarity polarity) {
  static constexpr std::string_view kNames[] = {"", "negated", "affirmed"};
  return kNames[static_cast<std::size_t>(polarity)];
}

std::string_view name_of(Fate fate) {
  static constexpr std::string_view kNames[] = {"kept", "edited", "moved", "added", "removed"};
  return kNames[static_cast<std::size_t>(fate)];
}

std::string_view name_of(Match match) {
  static constexpr std::string_view kNames[] = {"", "text", "number", "likeness", "parts", "ruled"};
  return kNames[static_cast<std::size_t>(match)];
}

}  // namespace travaux
