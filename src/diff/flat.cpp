#include "diff/flat.h"

namespace travaux {

namespace {

void flatten(FlatDocument& side, Interner& interner, const std::vector<Item>& items, Place& place, std::size_t parent) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    place.item.push_back(i);
    const std::size_t here = side.items.size();
    side.items.push_back({&items[i], place, *place.section, parent, interner.take(items[i].text)});
    flatten(side, interner, items[i].items, place, here);
    place.item.pop_back();
  }
}

}  // namespace

FlatDocument flatten(const Document& document, Interner& interner) {
  FlatDocument side;
  side.document = &document;
  Place place;
  for (std::size_t s = 0; s < document.sections.size(); ++s) {
    place.section = s;
    flatten(side, interner, document.sections[s].items, place, kNowhere);
  }
  return side;
}

}  // namespace travaux
