// The addresses of a document's items, in order.
#pragma once

#include <string>
#include <vector>

#include "support/texts.h"

namespace travaux::testing {

using List = std::vector<std::string>;

inline List addresses(const Document& document) {
  List list;
  for_each_item(document, [&](const Item& item, const Place&) { list.push_back(item.address); });
  return list;
}

}  // namespace travaux::testing
