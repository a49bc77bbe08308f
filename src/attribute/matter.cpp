#include "attribute/matter.h"

namespace travaux {

std::string_view text_at(const Document& document, const FieldKey& key) {
  if (key.field == Field::kFront) return document.front;
  if (key.field == Field::kBack) return document.back;
  if (!key.place.section || *key.place.section >= document.sections.size()) return {};
  const Section& section = document.sections[*key.place.section];
  if (key.field == Field::kSection) return section.text;
  if (key.field == Field::kHeading) return section.heading;
  if (key.place.item.empty()) return {};
  const Item& item = item_at(document, key.place);
  if (key.field == Field::kItem) return item.text;
  if (!key.place.citation || *key.place.citation >= item.citations.size()) return {};
  const Citation& citation = item.citations[*key.place.citation];
  if (key.field == Field::kCitation) return citation.heading;
  if (!key.place.passage || *key.place.passage >= citation.passages.size()) return {};
  return citation.passages[*key.place.passage].text;
}

Matter::Matter(const Document& a, const Document& b, const DocumentDiff& diff, const AttributeOptions& opts)
    : from(a), to(b), changes(diff), options(opts), vocabulary(a, b) {
  for (std::size_t k = 0; k < diff.items.size(); ++k) {
    for (const Place& place : diff.items[k].from_places) to_of[place] = {diff.items[k].to_places, k};
    for (const Place& place : diff.items[k].to_places) from_of[place] = {diff.items[k].from_places, k};
  }
  for (const SectionDiff& section : diff.sections) {
    if (!section.from_index || !section.to_index) continue;
    section_to[*section.from_index] = *section.to_index;
    section_from[*section.to_index] = *section.from_index;
  }
  for_each_item(a, [&](const Item& item, const Place& place) { from_items.emplace(item.address, place); });
  for_each_item(b, [&](const Item& item, const Place& place) { to_items.emplace(item.address, place); });
}

}  // namespace travaux
