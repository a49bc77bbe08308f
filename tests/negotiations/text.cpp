#include "negotiations/text.h"

namespace travaux::negotiations {
namespace {

void collect(const Where& above, const std::vector<Item>& items, const std::string& path, std::vector<Where>& list) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    Where where = above;
    where.parent = above.item;
    where.item = &items[i];
    const bool counted = path.empty() && !above.section->address_prefix.empty();
    const std::string own = counted ? above.section->address_prefix + std::to_string(i + 1) : items[i].number;
    where.address = own.empty() ? path : path.empty() ? own : path + "/" + own;
    list.push_back(where);
    collect(where, items[i].items, where.address, list);
  }
}

// Tells repeated addresses apart as the library does: the second "2.1" is "2.1#2".
void tell_apart(std::vector<Where>& list) {
  std::map<std::string, std::size_t> seen;
  for (Where& where : list) {
    const std::size_t count = ++seen[where.address];
    if (count > 1) where.address += "#" + std::to_string(count);
  }
}

Seat seat_in(std::vector<Item>& list, Id id) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].id == id) return {&list, i};
    const Seat below = seat_in(list[i].items, id);
    if (below.list != nullptr) return below;
  }
  return {};
}

CitationSeat citation_in(std::vector<Item>& list, Id id) {
  for (Item& item : list) {
    for (std::size_t c = 0; c < item.citations.size(); ++c)
      if (item.citations[c].id == id) return {&item, c};
    const CitationSeat below = citation_in(item.items, id);
    if (below.item != nullptr) return below;
  }
  return {};
}

std::string number_of(Form form, const std::string& section, std::size_t index, std::size_t siblings) {
  switch (form) {
    case Form::kPlan:
      return section + "." + std::to_string(index + 1);
    case Form::kTreaty:
      return siblings > 1 ? std::to_string(index + 1) : "";
    case Form::kResolution:
      return std::to_string(index + 1);
    case Form::kUnnumbered:
      break;
  }
  return "";
}

void letter_points(std::vector<Item>& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    items[i].number = letter(i);
    letter_points(items[i].items);
  }
}

}  // namespace

std::vector<Where> items_of(const Text& text) {
  std::vector<Where> list;
  for (std::size_t s = 0; s < text.sections.size(); ++s) {
    Where above;
    above.section = &text.sections[s];
    above.section_index = s;
    collect(above, text.sections[s].items, text.form == Form::kTreaty ? text.sections[s].number : "", list);
  }
  tell_apart(list);
  return list;
}

Seat find_seat(Text& text, Id id) {
  for (Section& section : text.sections) {
    const Seat seat = seat_in(section.items, id);
    if (seat.list != nullptr) return seat;
  }
  return {};
}

Item* find_item(Text& text, Id id) {
  const Seat seat = find_seat(text, id);
  return seat.list == nullptr ? nullptr : &(*seat.list)[seat.index];
}

const Item* find_item(const Text& text, Id id) { return find_item(const_cast<Text&>(text), id); }

Section* find_section(Text& text, Id id) {
  for (Section& section : text.sections)
    if (section.id == id) return &section;
  return nullptr;
}

std::vector<Item>* children_of(Text& text, Id parent) {
  if (Section* section = find_section(text, parent)) return &section->items;
  Item* item = find_item(text, parent);
  return item == nullptr ? nullptr : &item->items;
}

CitationSeat find_citation(Text& text, Id id) {
  for (Section& section : text.sections) {
    const CitationSeat seat = citation_in(section.items, id);
    if (seat.item != nullptr) return seat;
  }
  return {};
}

void name_anew(Text& text, Citation& citation) {
  citation.id = ++text.last_id;
  for (Passage& passage : citation.passages) passage.id = ++text.last_id;
}

void name_anew(Text& text, Item& item) {
  item.id = ++text.last_id;
  for (Item& point : item.items) name_anew(text, point);
  for (Citation& citation : item.citations) name_anew(text, citation);
}

void renumber(Text& text) {
  std::size_t count = 0;
  const std::string article = text.language == "es" ? "Artículo " : "Article ";
  for (Section& section : text.sections) {
    const bool numbered = (text.form == Form::kPlan || text.form == Form::kTreaty) && section.address_prefix.empty();
    if (numbered) section.number = (text.form == Form::kTreaty ? article : "") + std::to_string(++count);
    for (std::size_t i = 0; i < section.items.size(); ++i) {
      const bool counted = section.address_prefix == "PP" || section.address_prefix == "¶";
      section.items[i].number = counted ? "" : number_of(text.form, section.number, i, section.items.size());
      letter_points(section.items[i].items);
    }
  }
}

std::string letter(std::size_t index) { return std::string("(") + static_cast<char>('a' + static_cast<char>(index % 26)) + ")"; }

}  // namespace travaux::negotiations
