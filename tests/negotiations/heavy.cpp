// Heavy edits: what a hard night changes, and what confuses a reader who looks at numbers or at single words.
#include <algorithm>

#include "negotiations/planner.h"
#include "negotiations/tokens.h"

namespace travaux::negotiations {
// A third to two thirds of all items are touched; the structural ideas come first, while there is room for them.
void Planner::heavy() {
  const std::vector<Weighted> structure = {{&Planner::swap_sections, 3},
                                           {&Planner::retitle_and_move, 2},
                                           {&Planner::split_reworded, 3},
                                           {&Planner::merge_reworded, 3},
                                           {&Planner::twin, 2},
                                           {&Planner::borrowed, 3},
                                           {&Planner::replaced_number, 3},
                                           {&Planner::similar_elsewhere, 3},
                                           {&Planner::empty_out, 2},
                                           {&Planner::twice_cited, 2},
                                           {&Planner::add_section, 1},
                                           {&Planner::remove_section, 1},
                                           {&Planner::promote_point, 1},
                                           {&Planner::move_point, 2},
                                           {&Planner::split, 1},
                                           {&Planner::merge, 1}};
  const std::vector<Weighted> wording = {
      {&Planner::rewrite_half, 8},   {&Planner::move_and_rewrite, 4}, {&Planner::move_within, 2},
      {&Planner::move_across, 3},    {&Planner::insert, 3},           {&Planner::swap, 3},
      {&Planner::strike, 2},         {&Planner::number, 2},           {&Planner::editorial, 1},
      {&Planner::add_item, 3},       {&Planner::remove_item, 3},      {&Planner::status, 2},
      {&Planner::move_citation, 3},  {&Planner::add_citation, 3},     {&Planner::remove_citation, 3},
      {&Planner::reword_passage, 3}, {&Planner::paraphrase, 2},       {&Planner::relabel, 2},
      {&Planner::add_passage, 2},    {&Planner::remove_passage, 2},   {&Planner::add_point, 1},
      {&Planner::retitle, 2}};
  const std::size_t items = items_of(now_).size();
  draw(structure, random_.between(3, 7));
  draw(wording, items * random_.between(30, 60) / 100);
}

std::vector<Operation> Planner::rewrite_half() {
  const std::optional<Where> where = pick_item(10);
  if (!where) return {};
  const Reworded to =
      rewrite(where->item->text, words_, random_, random_.between(48, 62), where->section->address_prefix == "PP");
  if (!to) return {};
  targets_ = {where->item->id};
  return {rewording(*where->item, *to, "half rewritten")};
}

std::vector<Operation> Planner::move_and_rewrite() {
  std::vector<Operation> made = random_.chance(60) ? move_across() : move_within();
  if (made.empty()) return {};
  const Item& item = *find_item(now_, made[0].target);
  const Reworded to = rewrite(item.text, words_, random_, random_.between(55, 75), is_preamble(item.id));
  if (!to) return {};
  made.push_back(rewording(item, *to, "moved and rewritten at once"));
  return made;
}

// The old one stays where it is; the new one has half its words.
std::vector<Operation> Planner::borrowed() {
  const std::optional<Where> where = pick_item(12);
  std::vector<Operation> made = add_item();
  if (!where || made.empty() || where->section->address_prefix == "PP" || is_preamble(made[0].place)) return {};
  const Section* section = find_section(now_, made[0].place);
  if (section == nullptr || section->address_prefix == "PP") return {};
  const Reworded text = borrow(where->item->text, made[0].items[0].text, random_);
  if (!text) return {};
  made[0].items[0].text = *text;
  made[0].why = "in an old one's words";
  targets_.push_back(where->item->id);
  return made;
}

// The same sentence once more, under a number of another section.
std::vector<Operation> Planner::twin() {
  const std::optional<Where> where = pick_item(8);
  const Section* section = pick_section(true);
  if (!where || where->parent != nullptr || section == nullptr || section == where->section || section->items.size() < 2)
    return {};
  if (where->section->address_prefix != section->address_prefix || !where->item->items.empty()) return {};
  Operation made = operation(Kind::kAddItem, 0, "a twin");
  made.place = section->id;
  made.position = random_.below(section->items.size() + 1);
  made.items = {new_item(where->item->text)};
  targets_ = {where->item->id, made.items[0].id};
  return {made};
}

// The words go, what tells it (its mandates, its points) stays. An item that has neither is not emptied: a bare number is
// nobody's.
std::vector<Operation> Planner::empty_out() {
  const std::optional<Where> where = pick_item(6);
  if (!where || where->parent != nullptr || now_.form != Form::kPlan || where->item->citations.size() < 2) return {};
  targets_ = {where->item->id};
  for (const Citation& citation : where->item->citations) targets_.push_back(citation.id);
  return {rewording(*where->item, "", "emptied")};
}

// One goes and an unrelated one takes its number.
std::vector<Operation> Planner::replaced_number() {
  const std::optional<Where> where = pick_item();
  if (!where || where->parent != nullptr) return {};
  const std::string text = fresh_item(where->section->address_prefix == "PP");
  if (text.empty()) return {};
  Operation made = operation(Kind::kAddItem, 0, "takes the number of another");
  made.place = where->section->id;
  made.position = static_cast<std::size_t>(where->item - where->section->items.data());
  made.items = {new_item(text)};
  targets_ = {made.items[0].id};
  return {operation(Kind::kRemoveItem, where->item->id, "its number is taken"), made};
}

// One goes, and one that resembles it comes in another section: a third of its words, another matter.
std::vector<Operation> Planner::similar_elsewhere() {
  const std::optional<Where> where = pick_item(12);
  if (!where || where->parent != nullptr || where->section->address_prefix == "PP" || spare_items(*where->section) == 0)
    return {};
  std::vector<Operation> made = add_item();
  if (made.empty() || made[0].place == where->section->id || is_preamble(made[0].place)) return {};
  const Section* section = find_section(now_, made[0].place);
  if (section == nullptr || section->address_prefix == "PP") return {};
  made[0].items[0].text = first_words(where->item->text, 3) + " " + uncapital(made[0].items[0].text);
  made[0].why = "resembles one that goes";
  made.push_back(operation(Kind::kRemoveItem, where->item->id, "one that resembles it comes elsewhere"));
  return made;
}

std::vector<Operation> Planner::swap_sections() {
  std::vector<std::size_t> places;
  for (std::size_t s = 0; s < now_.sections.size(); ++s)
    if (now_.sections[s].address_prefix.empty()) places.push_back(s);
  if (places.size() < 3) return {};
  random_.shuffle(places);
  const std::size_t low = std::min(places[0], places[1]);
  const std::size_t high = std::max(places[0], places[1]);
  Operation up = operation(Kind::kMoveSection, now_.sections[high].id, "sections swapped");
  up.position = low;
  Operation down = operation(Kind::kMoveSection, now_.sections[low].id, "sections swapped");
  down.position = high;
  return {up, down};
}

std::vector<Operation> Planner::retitle_and_move() {
  std::vector<Operation> made = retitle();
  if (made.empty()) return {};
  const Reworded to = swap_words(made[0].to, words_, random_, 3);
  if (to) made[0].to = *to;
  Operation moved = operation(Kind::kMoveSection, made[0].target, "retitled and moved");
  const std::size_t first = now_.sections[0].address_prefix.empty() ? 0 : 1;
  moved.position = random_.between(first, now_.sections.size() - 1);
  made.push_back(moved);
  return made;
}

std::vector<Operation> Planner::split_reworded() { return split_with(true); }
std::vector<Operation> Planner::merge_reworded() { return merge_with(true); }

// An instrument that the item cites already, cited once more for something else.
std::vector<Operation> Planner::twice_cited() {
  const std::optional<CitationSeat> seat = pick_citation();
  if (!seat || base_.fresh_passages.empty()) return {};
  Citation again = seat->item->citations[seat->index];
  again.on_heading_line = false;
  again.id = ++now_.last_id;
  again.passages = {new_passage()};
  Operation made = operation(Kind::kAddCitation, 0, "the same instrument twice");
  made.place = seat->item->id;
  made.position = seat->item->citations.size();
  made.citations = {again};
  targets_.push_back(again.id);
  targets_.push_back(seat->item->id);
  return {made};
}

// A point becomes an item of its section.
std::vector<Operation> Planner::promote_point() {
  std::vector<Where> points;
  for (const Where& where : untouched(6))
    if (where.parent != nullptr && where.parent->items.size() > 2 && where.section->items.size() > 1) points.push_back(where);
  if (points.empty()) return {};
  const Where point = random_.pick(points);
  Operation made = operation(Kind::kMoveItem, point.item->id, "a point becomes an item");
  made.place = point.section->id;
  made.position = random_.below(point.section->items.size() + 1);
  targets_ = {point.item->id};
  return {made};
}

}  // namespace travaux::negotiations
