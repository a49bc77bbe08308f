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

std::vector<Gap> gaps_of(const Pairing& pairs, bool from_side) {
  const std::vector<std::size_t>& partner = from_side ? pairs.to_of : pairs.from_of;
  const auto place = [&](std::size_t k) { return from_side ? partner[k] : k; };
  std::vector<Gap> gaps(partner.size(), {kNowhere, kNowhere});
  std::size_t near = kNowhere;
  for (std::size_t k = 0; k < partner.size(); ++k) {
    gaps[k].first = near;
    if (partner[k] != kNowhere) near = place(k);
  }
  near = kNowhere;
  for (std::size_t k = partner.size(); k-- > 0;) {
    gaps[k].second = near;
    if (partner[k] != kNowhere) near = place(k);
  }
  return gaps;
}

}  // namespace travaux
