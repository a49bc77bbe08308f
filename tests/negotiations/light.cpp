// Light edits: what a round of a calm negotiation changes.
#include <algorithm>

#include "negotiations/planner.h"
#include "negotiations/tokens.h"

namespace travaux::negotiations {
namespace {

Reworded swap_two(const std::string& text, const Lexicon& words, Random& random) { return swap_words(text, words, random, 2); }
Reworded bracket_some(const std::string& text, const Lexicon& /*words*/, Random& random) { return bracket(text, random); }

}  // namespace

void Planner::light() {
  const std::vector<Weighted> ideas = {
      {&Planner::insert, 6},          {&Planner::strike, 4},        {&Planner::swap, 6},
      {&Planner::number, 4},          {&Planner::brackets, 3},      {&Planner::editorial, 4},
      {&Planner::status, 3},          {&Planner::add_item, 4},      {&Planner::remove_item, 4},
      {&Planner::move_within, 2},     {&Planner::move_across, 2},   {&Planner::add_point, 2},
      {&Planner::move_point, 1},      {&Planner::retitle, 2},       {&Planner::reword_section, 1},
      {&Planner::split, 1},           {&Planner::merge, 1},         {&Planner::add_citation, 4},
      {&Planner::remove_citation, 3}, {&Planner::move_citation, 3}, {&Planner::relabel, 3},
      {&Planner::locate, 2},          {&Planner::reorder, 1},       {&Planner::reword_passage, 4},
      {&Planner::tidy_passage, 2},    {&Planner::unquote, 1},       {&Planner::add_passage, 2},
      {&Planner::remove_passage, 2},  {&Planner::paraphrase, 1},    {&Planner::add_section, 1},
      {&Planner::remove_section, 1}};
  draw(ideas, random_.between(4, 14));
}

std::vector<Operation> Planner::reword(Reworded (*how)(const std::string&, const Lexicon&, Random&), const char* why) {
  const std::optional<Where> where = pick_item(6);
  if (!where) return {};
  const Reworded to = how(where->item->text, words_, random_);
  if (!to || difference(where->item->text, *to).empty()) return {};
  targets_ = {where->item->id};
  return {rewording(*where->item, *to, why)};
}

std::vector<Operation> Planner::insert() { return reword(insert_words, "a few words in"); }
std::vector<Operation> Planner::strike() { return reword(strike_words, "a phrase struck"); }
std::vector<Operation> Planner::swap() { return reword(swap_two, "words exchanged"); }
std::vector<Operation> Planner::number() { return reword(change_number, "a number or date"); }
std::vector<Operation> Planner::brackets() { return reword(bracket_some, "brackets"); }
std::vector<Operation> Planner::editorial() { return reword(tidy, "case or punctuation"); }

// Not in an unnumbered text, where a status line on its own is a paragraph like others.
std::vector<Operation> Planner::status() {
  const std::optional<Where> where = pick_item();
  if (!where || now_.form == Form::kUnnumbered || where->section->address_prefix == "PP") return {};
  Operation made = operation(Kind::kSetStatus, where->item->id);
  made.from = where->item->status;
  if (made.from.empty() || random_.chance(50)) made.to = random_.pick(words_.statuses);
  if (made.from == made.to) return {};
  targets_ = {where->item->id};
  return {made};
}

std::vector<Operation> Planner::add_item() {
  const Section* section = pick_section(false);
  if (section->items.size() < 2) return {};
  const std::string text = fresh_item(section->address_prefix == "PP");
  if (text.empty()) return {};
  Operation made = operation(Kind::kAddItem, 0, "fresh");
  made.place = section->id;
  made.position = random_.below(section->items.size() + 1);
  made.items = {new_item(text)};
  targets_ = {made.items[0].id};
  for (const Item& point : made.items[0].items) targets_.push_back(point.id);
  return {made};
}

std::vector<Operation> Planner::remove_item() {
  const std::optional<Where> where = pick_item();
  if (!where || (where->parent == nullptr && spare_items(*where->section) == 0)) return {};
  if (where->parent != nullptr && where->parent->items.size() < 3) return {};
  return {operation(Kind::kRemoveItem, where->item->id)};
}

std::vector<Operation> Planner::move_within() {
  const std::optional<Where> where = pick_item();
  if (!where) return {};
  const std::size_t siblings = where->parent == nullptr ? where->section->items.size() : where->parent->items.size();
  if (siblings < 3) return {};
  Operation made = operation(Kind::kMoveItem, where->item->id, "within");
  made.place = where->parent_id();
  made.position = random_.below(siblings);
  targets_ = {where->item->id};
  return {made};
}

std::vector<Operation> Planner::move_across() {
  const std::optional<Where> where = pick_item();
  const Section* section = pick_section(false);
  if (!where || where->parent != nullptr || where->section == section || spare_items(*where->section) == 0) return {};
  if (where->section->address_prefix != section->address_prefix || section->items.size() < 2) return {};
  Operation made = operation(Kind::kMoveItem, where->item->id, "to another section");
  made.place = section->id;
  made.position = random_.below(section->items.size() + 1);
  targets_ = {where->item->id};
  return {made};
}

// A point of an item that has points already.
std::vector<Operation> Planner::add_point() {
  const std::optional<Where> where = pick_item();
  if (!where || where->item->items.size() < 2 || base_.fresh_passages.empty()) return {};
  Operation made = operation(Kind::kAddItem, 0, "a point");
  made.place = where->item->id;
  made.position = random_.below(where->item->items.size());
  Item point;
  point.text = lowered(new_passage().text) + ";";
  name_anew(now_, point);
  made.items = {point};
  targets_ = {point.id};
  return {made};
}

std::vector<Operation> Planner::move_point() {
  std::vector<Where> points;
  for (const Where& where : untouched(5))
    if (where.parent != nullptr && where.parent->items.size() > 2) points.push_back(where);
  std::vector<Where> places;
  for (const Where& where : untouched())
    if (where.item->items.size() > 1) places.push_back(where);
  if (points.empty() || places.empty()) return {};
  const Where point = random_.pick(points);
  const Where place = random_.pick(places);
  Operation made = operation(Kind::kMoveItem, point.item->id, "a point");
  made.place = place.item->id;
  made.position = random_.below(place.item->items.size());
  targets_ = {point.item->id};
  return {made};
}

std::vector<Operation> Planner::retitle() {
  const Section* section = pick_section(true);
  if (section == nullptr || touched_.count(section->id) > 0) return {};
  Reworded to = swap_words(section->heading, words_, random_, 2);
  if (!to || random_.chance(50)) to = section->heading + " " + random_.pick(words_.heading_ends);
  Operation made = operation(Kind::kRetitleSection, section->id);
  made.from = section->heading;
  made.to = *to;
  targets_ = {section->id};
  return {made};
}

std::vector<Operation> Planner::reword_section() {
  const Section* section = pick_section(true);
  if (section == nullptr || section->text.empty() || touched_.count(section->id) > 0) return {};
  const Reworded to = insert_words(section->text, words_, random_);
  if (!to) return {};
  Operation made = operation(Kind::kRewordSection, section->id);
  made.from = section->text;
  made.to = *to;
  targets_ = {section->id};
  return {made};
}

std::vector<Operation> Planner::add_section() {
  if (pick_section(true) == nullptr) return {};
  std::vector<std::string> headings;
  for (const std::string& heading : base_.fresh_headings)
    if (used_.count(heading) == 0) headings.push_back(heading);
  if (headings.empty()) return {};
  Section section;
  section.id = ++now_.last_id;
  section.heading = random_.pick(headings);
  for (std::size_t i = random_.between(2, 3); i > 0; --i) {
    const std::string text = fresh_item(false);
    if (!text.empty()) section.items.push_back(new_item(text));
  }
  if (section.items.size() < 2) return {};
  used_.insert(section.heading);
  Operation made = operation(Kind::kAddSection, 0);
  const std::size_t first = now_.sections[0].address_prefix.empty() ? 0 : 1;
  made.position = random_.between(first, now_.sections.size());
  made.sections = {section};
  targets_ = {section.id};
  for (const Item& item : section.items) targets_.push_back(item.id);
  return {made};
}

std::vector<Operation> Planner::remove_section() {
  const Section* section = pick_section(true);
  if (section == nullptr || section->items.size() > 4 || now_.sections.size() < 4 || touched_.count(section->id) > 0) return {};
  for (const Item& item : section->items)
    if (touched_.count(item.id) > 0) return {};
  return {operation(Kind::kRemoveSection, section->id)};
}

std::vector<Operation> Planner::split() { return split_with(false); }
std::vector<Operation> Planner::merge() { return merge_with(false); }

std::vector<Operation> Planner::split_with(bool reworded) {
  std::vector<Where> list;
  for (const Where& where : untouched(14))
    if (where.parent == nullptr && where.item->items.empty() && where.item->status.empty() &&
        where.section->address_prefix != "PP" && halves(where.item->text) &&
        !(now_.form == Form::kTreaty && where.section->items.size() < 2))
      list.push_back(where);
  if (list.empty()) return {};
  const Where where = random_.pick(list);
  Operation made = operation(Kind::kSplitItem, where.item->id, reworded ? "and reworded" : "clean");
  auto [first, second] = *halves(where.item->text);
  if (reworded) {
    const Reworded other = swap_words(first, words_, random_, 3);
    const Reworded more = insert_words(second, words_, random_);
    if (!other || !more) return {};
    first = *other;
    second = *more;
    made.from = "reworded";
  }
  for (const std::string& text : {first, second}) {
    Item part;
    part.id = ++now_.last_id;
    part.text = text;
    made.items.push_back(part);
    targets_.push_back(part.id);
  }
  for (const Citation& citation : where.item->citations)
    random_.pick(std::vector{&made.items[0], &made.items[1]})->citations.push_back(citation);
  targets_.push_back(where.item->id);
  return {made};
}

std::vector<Operation> Planner::merge_with(bool reworded) {
  const std::optional<Where> where = pick_item(8);
  if (!where || where->parent != nullptr || where->section->address_prefix == "PP" || spare_items(*where->section) == 0)
    return {};
  const std::vector<Item>& siblings = where->section->items;
  const auto at = static_cast<std::size_t>(where->item - siblings.data());
  if (at + 1 >= siblings.size()) return {};
  const Item& first = siblings[at];
  const Item& second = siblings[at + 1];
  const bool plain_ones = first.items.empty() && second.items.empty() && first.status.empty() && second.status.empty();
  if (!plain_ones || touched_.count(second.id) > 0 || loose_words_of(second.text).size() < 8) return {};
  for (const Citation& a : first.citations)
    for (const Citation& b : second.citations)
      if (a.instrument == b.instrument) return {};
  std::string head = first.text;
  std::string tail = second.text;
  Operation made = operation(Kind::kMergeItems, first.id, reworded ? "and reworded" : "clean");
  if (reworded) {
    const Reworded other = swap_words(head, words_, random_, 3);
    const Reworded more = insert_words(tail, words_, random_);
    if (!other || !more) return {};
    head = *other;
    tail = *more;
    made.from = "reworded";
  }
  Item whole;
  whole.id = ++now_.last_id;
  whole.text = join(head, tail, now_.language);
  whole.citations = first.citations;
  whole.citations.insert(whole.citations.end(), second.citations.begin(), second.citations.end());
  made.others = {second.id};
  made.items = {whole};
  targets_ = {first.id, second.id, whole.id};
  return {made};
}

}  // namespace travaux::negotiations
