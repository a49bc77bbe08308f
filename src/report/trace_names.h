// How reports call a place of a draft.
#pragma once

#include <string>

#include "travaux/model.h"

namespace travaux::report {

/// An item's address; a section's number, or its heading where it has none.
inline std::string address_at(const Document& document, const Place& place) {
  if (!place.item.empty()) return item_at(document, place).address;
  const Section& section = document.sections[*place.section];
  return section.number.empty() ? section.heading : section.number;
}

}  // namespace travaux::report
