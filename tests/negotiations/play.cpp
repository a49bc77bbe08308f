#include <algorithm>

#include "negotiations/operation.h"

namespace travaux::negotiations {
namespace {

template <typename T>
void insert_at(std::vector<T>& list, std::size_t position, const T& value) {
  list.insert(list.begin() + static_cast<std::ptrdiff_t>(std::min(position, list.size())), value);
}

template <typename T>
T take(std::vector<T>& list, std::size_t index) {
  T value = list[index];
  list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
  return value;
}

struct PassageSeat {
  Citation* citation = nullptr;
  std::size_t index = 0;
};

PassageSeat find_passage(std::vector<Item>& items, Id id) {
  for (Item& item : items) {
    for (Citation& citation : item.citations)
      for (std::size_t p = 0; p < citation.passages.size(); ++p)
        if (citation.passages[p].id == id) return {&citation, p};
    const PassageSeat below = find_passage(item.items, id);
    if (below.citation != nullptr) return below;
  }
  return {};
}

PassageSeat find_passage(Text& text, Id id) {
  for (Section& section : text.sections) {
    const PassageSeat seat = find_passage(section.items, id);
    if (seat.citation != nullptr) return seat;
  }
  return {};
}

bool play_move(Text& text, const Operation& operation) {
  const Seat seat = find_seat(text, operation.target);
  if (seat.list == nullptr || operation.target == operation.place || children_of(text, operation.place) == nullptr) return false;
  const Item item = take(*seat.list, seat.index);
  std::vector<Item>* list = children_of(text, operation.place);
  if (list == nullptr) {  // its own sub-item was named as the place
    insert_at(*seat.list, seat.index, item);
    return false;
  }
  insert_at(*list, operation.position, item);
  return true;
}

bool play_split(Text& text, const Operation& operation) {
  const Seat seat = find_seat(text, operation.target);
  if (seat.list == nullptr) return false;
  take(*seat.list, seat.index);
  for (std::size_t i = 0; i < operation.items.size(); ++i) insert_at(*seat.list, seat.index + i, operation.items[i]);
  return true;
}

bool play_merge(Text& text, const Operation& operation) {
  for (const Id other : operation.others)
    if (find_item(text, other) == nullptr) return false;
  const Seat seat = find_seat(text, operation.target);
  if (seat.list == nullptr) return false;
  (*seat.list)[seat.index] = operation.items.at(0);
  for (const Id other : operation.others) {
    const Seat gone = find_seat(text, other);
    take(*gone.list, gone.index);
  }
  return true;
}

bool play_on_item(Text& text, const Operation& operation) {
  switch (operation.kind) {
    case Kind::kAddItem: {
      std::vector<Item>* list = children_of(text, operation.place);
      if (list == nullptr) return false;
      insert_at(*list, operation.position, operation.items.at(0));
      return true;
    }
    case Kind::kMoveItem:
      return play_move(text, operation);
    case Kind::kSplitItem:
      return play_split(text, operation);
    case Kind::kMergeItems:
      return play_merge(text, operation);
    default:
      break;
  }
  const Seat seat = find_seat(text, operation.target);
  if (seat.list == nullptr) return false;
  Item& item = (*seat.list)[seat.index];
  if (operation.kind == Kind::kReword) item.text = operation.to;
  if (operation.kind == Kind::kSetStatus) item.status = operation.to;
  if (operation.kind == Kind::kRemoveItem) take(*seat.list, seat.index);
  return true;
}

bool play_on_section(Text& text, const Operation& operation) {
  if (operation.kind == Kind::kAddSection) {
    insert_at(text.sections, operation.position, operation.sections.at(0));
    return true;
  }
  Section* section = find_section(text, operation.target);
  if (section == nullptr) return false;
  if (operation.kind == Kind::kRetitleSection) section->heading = operation.to;
  if (operation.kind == Kind::kRewordSection) section->text = operation.to;
  const auto index = static_cast<std::size_t>(section - text.sections.data());
  if (operation.kind == Kind::kRemoveSection) take(text.sections, index);
  if (operation.kind == Kind::kMoveSection) {
    const Section moved = take(text.sections, index);
    insert_at(text.sections, operation.position, moved);
  }
  return true;
}

bool reorder(Text& text, const Operation& operation) {
  Item* item = find_item(text, operation.target);
  if (item == nullptr || item->citations.size() != operation.others.size()) return false;
  std::vector<Citation> ordered;
  for (const Id id : operation.others)
    for (const Citation& citation : item->citations)
      if (citation.id == id) ordered.push_back(citation);
  if (ordered.size() != item->citations.size()) return false;
  item->citations = ordered;
  return true;
}

bool play_on_citation(Text& text, const Operation& operation) {
  if (operation.kind == Kind::kReorderCitations) return reorder(text, operation);
  if (operation.kind == Kind::kAddCitation) {
    Item* item = find_item(text, operation.place);
    if (item != nullptr) insert_at(item->citations, operation.position, operation.citations.at(0));
    return item != nullptr;
  }
  const CitationSeat seat = find_citation(text, operation.target);
  if (seat.item == nullptr) return false;
  Citation& citation = seat.item->citations[seat.index];
  if (operation.kind == Kind::kRelabelCitation) citation.heading = operation.to;
  if (operation.kind == Kind::kSetLocator) citation.locator = operation.to;
  if (operation.kind == Kind::kRemoveCitation) take(seat.item->citations, seat.index);
  if (operation.kind == Kind::kMoveCitation) {
    Item* place = find_item(text, operation.place);
    if (place == nullptr) return false;
    const Citation moved = take(seat.item->citations, seat.index);
    insert_at(place->citations, operation.position, moved);
  }
  return true;
}

bool play_on_passage(Text& text, const Operation& operation) {
  if (operation.kind == Kind::kAddPassage) {
    const CitationSeat seat = find_citation(text, operation.place);
    if (seat.item != nullptr) insert_at(seat.item->citations[seat.index].passages, operation.position, operation.passages.at(0));
    return seat.item != nullptr;
  }
  const PassageSeat seat = find_passage(text, operation.target);
  if (seat.citation == nullptr) return false;
  Passage& passage = seat.citation->passages[seat.index];
  if (operation.kind == Kind::kRewordPassage) {
    passage.text = operation.to;
    if (!operation.passages.empty()) passage.quoted = operation.passages[0].quoted;
  }
  if (operation.kind == Kind::kUnquotePassage) passage.quoted = !passage.quoted;
  if (operation.kind == Kind::kRemovePassage) take(seat.citation->passages, seat.index);
  return true;
}

}  // namespace

bool play(Text& text, const Operation& operation) {
  switch (operation.kind) {
    case Kind::kRenumber:
      renumber(text);
      return true;
    case Kind::kRetitleSection:
    case Kind::kRewordSection:
    case Kind::kAddSection:
    case Kind::kRemoveSection:
    case Kind::kMoveSection:
      return play_on_section(text, operation);
    case Kind::kAddCitation:
    case Kind::kRemoveCitation:
    case Kind::kMoveCitation:
    case Kind::kRelabelCitation:
    case Kind::kSetLocator:
    case Kind::kReorderCitations:
      return play_on_citation(text, operation);
    case Kind::kRewordPassage:
    case Kind::kUnquotePassage:
    case Kind::kAddPassage:
    case Kind::kRemovePassage:
      return play_on_passage(text, operation);
    default:
      return play_on_item(text, operation);
  }
}

std::vector<Division> divisions_of(const Plan& plan) {
  std::vector<Division> divisions;
  for (const Operation& operation : plan.operations) {
    if (operation.kind != Kind::kSplitItem && operation.kind != Kind::kMergeItems) continue;
    Division division;
    division.from.push_back(operation.target);
    division.from.insert(division.from.end(), operation.others.begin(), operation.others.end());
    for (const Item& item : operation.items) division.to.push_back(item.id);
    division.reworded = operation.from == "reworded";
    divisions.push_back(division);
  }
  return divisions;
}

std::string_view name_of(Kind kind) {
  static constexpr std::string_view names[] = {
      "reword",          "add item",        "remove item",    "move item",         "split item",     "merge items",
      "set status",      "retitle section", "reword section", "add section",       "remove section", "move section",
      "add citation",    "remove citation", "move citation",  "relabel citation",  "set locator",    "reword passage",
      "unquote passage", "add passage",     "remove passage", "reorder citations", "renumber"};
  return names[static_cast<std::size_t>(kind)];
}

std::string describe(const Operation& operation) {
  std::string line(name_of(operation.kind));
  if (operation.target != 0) line += " #" + std::to_string(operation.target);
  for (const Id other : operation.others) line += " #" + std::to_string(other);
  if (operation.place != 0) line += " in #" + std::to_string(operation.place) + " at " + std::to_string(operation.position + 1);
  if (!operation.why.empty()) line += " (" + operation.why + ")";
  if (!operation.from.empty()) line += "\n    from: " + operation.from;
  if (!operation.to.empty()) line += "\n    to:   " + operation.to;
  for (const Item& item : operation.items) line += "\n    #" + std::to_string(item.id) + ": " + item.text;
  return line;
}

}  // namespace travaux::negotiations
