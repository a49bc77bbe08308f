#include "comment/fields.h"

#include <fmt/format.h>

#include <algorithm>

namespace travaux {
namespace {

void add_citations(const Item& item, const Place& place, std::vector<DraftText>& texts) {
  for (std::size_t c = 0; c < item.citations.size(); ++c) {
    Place cited = place;
    cited.citation = c;
    texts.push_back({Field::kCitation, cited, item.citations[c].heading});
    for (std::size_t p = 0; p < item.citations[c].passages.size(); ++p) {
      cited.passage = p;
      texts.push_back({Field::kPassage, cited, item.citations[c].passages[p].text});
    }
  }
}

void add_items(const std::vector<Item>& items, Place& place, std::vector<DraftText>& texts) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    place.item.push_back(i);
    texts.push_back({Field::kItem, place, items[i].text});
    add_citations(items[i], place, texts);
    add_items(items[i].items, place, texts);
    place.item.pop_back();
  }
}

}  // namespace

std::string_view text_of(const Document& draft, Field field, const Place& place) {
  switch (field) {
    case Field::kFront:
      return draft.front;
    case Field::kBack:
      return draft.back;
    case Field::kSection:
      return draft.sections[*place.section].text;
    case Field::kHeading:
      return draft.sections[*place.section].heading;
    case Field::kItem:
      return item_at(draft, place).text;
    case Field::kCitation:
      return item_at(draft, place).citations[*place.citation].heading;
    case Field::kPassage:
      return item_at(draft, place).citations[*place.citation].passages[*place.passage].text;
  }
  return {};
}

std::vector<DraftText> texts_of(const Document& draft) {
  std::vector<DraftText> texts;
  texts.push_back({Field::kFront, {}, draft.front});
  for (std::size_t s = 0; s < draft.sections.size(); ++s) {
    Place place;
    place.section = s;
    texts.push_back({Field::kHeading, place, draft.sections[s].heading});
    texts.push_back({Field::kSection, place, draft.sections[s].text});
    add_items(draft.sections[s].items, place, texts);
  }
  texts.push_back({Field::kBack, {}, draft.back});
  return texts;
}

bool stands_under(const Place& place, const Place& above) {
  if (above.section != place.section || above.item.size() > place.item.size()) return false;
  if (!std::equal(above.item.begin(), above.item.end(), place.item.begin())) return false;
  if (above.citation && (place.citation != above.citation || place.item != above.item)) return false;
  return !above.passage || place.passage == above.passage;
}

std::string describe(const Document& draft, Field field, const Place& place) {
  if (field == Field::kFront) return "the text before the first section";
  if (field == Field::kBack) return "the text after the last section";
  const std::string section = "section " + section_name(draft.sections[*place.section]);
  if (field == Field::kHeading) return "the heading of " + section;
  if (field == Field::kSection || place.item.empty()) return section;
  const Item& item = item_at(draft, place);
  if (field == Field::kItem) return item.address;
  const std::string& heading = item.citations[*place.citation].heading;
  return fmt::format("{} “{}” under {}", field == Field::kPassage ? "a passage of" : "the heading of the citation",
                     heading.substr(0, heading.find_last_not_of(": ") + 1), item.address);
}

}  // namespace travaux
