#include "negotiations/requests.h"

#include <algorithm>

#include "negotiations/operation.h"

namespace travaux::negotiations {
namespace {

Operation operation_of(Text& text, const Wanted& wanted) {
  Operation operation;
  operation.target = wanted.target;
  operation.to = wanted.text;
  const auto stand_behind = [&] {
    const Seat seat = find_seat(text, wanted.after);
    operation.position = seat.index + 1;
    for (const Where& where : items_of(text))
      if (where.item->id == wanted.after) operation.place = where.parent_id();
  };
  switch (wanted.act) {
    case Act::kAdd:
      operation.kind = Kind::kAddItem;
      stand_behind();
      operation.items.push_back({wanted.target, "", wanted.text, "", {}, {}});
      break;
    case Act::kMove:
      operation.kind = Kind::kMoveItem;
      stand_behind();
      break;
    case Act::kRemove:
      operation.kind = Kind::kRemoveItem;
      break;
    case Act::kRetitle:
      operation.kind = Kind::kRetitleSection;
      break;
    case Act::kCite:
      operation.kind = Kind::kAddCitation;
      operation.place = wanted.target;
      operation.position = find_item(text, wanted.target)->citations.size();
      operation.citations = {wanted.citation};
      break;
    case Act::kPassage:
      operation.kind = Kind::kRewordPassage;
      operation.target = wanted.passage;
      operation.to = with_words(passage_text(wanted), {wanted});
      break;
    case Act::kUncite:
      operation.kind = Kind::kRemoveCitation;
      operation.target = wanted.citation.id;
      break;
    default:
      operation.kind = Kind::kReword;
      break;
  }
  return operation;
}

// A move within one list: taking the item out shifts what stands behind it.
void put_right(Text& text, const Wanted& wanted, Operation& operation) {
  if (wanted.act != Act::kMove) return;
  const Seat from = find_seat(text, wanted.target);
  const Seat to = find_seat(text, wanted.after);
  if (from.list == to.list && from.index < to.index) --operation.position;
}

}  // namespace

bool is_in_words(Act act) { return act == Act::kInsert || act == Act::kDelete || act == Act::kReplace; }

std::string_view name_of(Treatment treatment) {
  static constexpr std::string_view names[] = {"verbatim",  "adapted",   "in part",    "refused",     "joint",
                                               "competing", "elsewhere", "unprompted", "other words", "stock phrase"};
  static_assert(std::size(names) == kTreatments);
  return names[static_cast<std::size_t>(treatment)];
}

std::string passage_text(const Wanted& wanted) {
  for (const Passage& passage : wanted.citation.passages)
    if (passage.id == wanted.passage) return passage.text;
  return "";
}

std::string with_words(const std::string& text, std::vector<Wanted> changes) {
  std::sort(changes.begin(), changes.end(), [](const Wanted& a, const Wanted& b) { return a.begin > b.begin; });
  std::string result = text;
  for (const Wanted& change : changes) {
    const bool spaced = change.act == Act::kInsert && !change.text.empty() && change.text[0] != ',';
    result.replace(change.begin, change.end - change.begin, (spaced ? " " : "") + change.text);
  }
  return result;
}

Text with(const Text& text, const std::vector<Wanted>& changes) {
  Text result = text;
  std::map<Id, std::vector<Wanted>> words;
  for (const Wanted& change : changes)
    if (is_in_words(change.act)) words[change.target].push_back(change);
  for (const auto& [id, list] : words)
    if (Item* item = find_item(result, id)) item->text = with_words(item->text, list);
  for (const Wanted& change : changes) {
    if (is_in_words(change.act)) continue;
    Operation operation = operation_of(result, change);
    put_right(result, change, operation);
    play(result, operation);
  }
  renumber(result);
  return result;
}

std::string describe(const Wanted& wanted, const Text& text) {
  static constexpr std::string_view names[] = {"insert",  "delete", "replace", "reword",          "add", "remove", "move",
                                               "retitle", "cite",   "uncite",  "reword a passage"};
  std::string line(names[static_cast<std::size_t>(wanted.act)]);
  for (const Where& where : items_of(text))
    if (where.item->id == (wanted.act == Act::kAdd ? wanted.after : wanted.target)) line += " " + where.address;
  if (!wanted.old.empty()) line += " “" + wanted.old + "”";
  if (!wanted.text.empty()) line += " → “" + wanted.text + "”";
  if (!wanted.citation.heading.empty()) line += " " + wanted.citation.heading;
  return line;
}

}  // namespace travaux::negotiations
