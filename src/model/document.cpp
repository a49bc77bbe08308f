#include <set>

#include "travaux/model.h"

namespace travaux {

Counts count(const Document& document) {
  Counts counts;
  std::set<std::string> instruments;
  counts.sections = document.sections.size();
  for_each_item(document, [&](const Item& item, const Place&) {
    ++counts.items;
    counts.citations += item.citations.size();
    for (const Citation& citation : item.citations) {
      instruments.insert(citation.instrument);
      counts.passages += citation.passages.size();
      for (const Passage& passage : citation.passages) counts.quotations += passage.form == PassageForm::kQuotation ? 1 : 0;
    }
  });
  counts.instruments = instruments.size();
  return counts;
}

const Item& item_at(const Document& document, const Place& place) {
  const std::vector<Item>* items = &document.sections[*place.section].items;
  const Item* item = nullptr;
  for (const std::size_t index : place.item) {
    item = &(*items)[index];
    items = &item->items;
  }
  return *item;
}

std::string section_name(const Section& section) { return section.number.empty() ? section.heading : section.number; }

std::string address_at(const Document& document, const Place& place) {
  if (!place.section) return {};
  return place.item.empty() ? section_name(document.sections[*place.section]) : item_at(document, place).address;
}

}  // namespace travaux
