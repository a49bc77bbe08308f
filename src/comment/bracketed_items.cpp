// Items of a bracketed text that stand in brackets: new ones, other words for the draft's, two of them merged.
#include "comment/bracketed_reader.h"

#include <algorithm>
#include <set>

#include "comment/alike.h"
#include "parse/lead.h"

namespace travaux {
namespace {

constexpr double kReworded = 0.3;   // share of the draft's words in what a group would put in their place
constexpr double kMergedOwn = 0.6;  // share of a neighbour's own words in it, for the two to be merged

}  // namespace

void BracketedReader::read_item(const Item& item, const Place& place) {
  const std::vector<TextParagraph>& list = paragraphs(Role::kItem, place);
  const auto drafted = items_.find(place);
  auto rest = list.begin();
  if (drafted == items_.end() && !list.empty() && list.front().owner->whole) {
    rest = std::find_if(list.begin(), list.end(), [&](const TextParagraph& paragraph) {
      return !paragraph.owner->whole || paragraph.owner->names != list.front().owner->names;
    });
    read_owned(item, place, {list.begin(), rest});
  }
  for (; rest != list.end(); ++rest) rest->owner->whole ? read_following(*rest) : read_stray(*rest);
  if (drafted == items_.end()) return;
  for (const Citation& citation : item.citations) read_citation(citation, drafted->second);
}

void BracketedReader::read_following(const TextParagraph& paragraph) {
  if (!paragraph.number.empty()) {
    Item item;
    item.number = item.address = paragraph.number;
    return read_owned(item, {}, {paragraph});
  }
  const std::optional<Place> last = standing_before(paragraph.line);
  if (!last || last->item.empty()) return add_item({}, {}, {paragraph}, paragraph.owner->names);
  add_paragraph(paragraph, Field::kItem, *last);
}

std::string BracketedReader::joined(const std::vector<TextParagraph>& list) {
  std::string text;
  for (const TextParagraph& paragraph : list) text += (text.empty() ? "" : "\n") + paragraph.text;
  return text;
}

void BracketedReader::read_owned(const Item& item, const Place& place, const std::vector<TextParagraph>& list) {
  const std::vector<std::string>& by = list.front().owner->names;
  const std::optional<Place> drafted = index_.at(item.address);
  const std::string text = joined(list);
  const std::string_view was = drafted ? std::string_view(item_at(draft_, *drafted).text) : std::string_view();
  if (!drafted || covered(content_words(was), content_words(text)) < kReworded) return add_item(item, place, list, by);
  items_.emplace(place, *drafted);
  stands(list.front().line, *drafted);
  if (comparison_form(was) == comparison_form(text)) return;
  const std::vector<Target> merged = merged_with(*drafted, text);
  Proposal& p = add(merged.empty() ? Ask::kReword : Ask::kMerge, by, list.front().line, item.number + " " + text);
  p.targets.push_back(target(*drafted));
  p.targets.insert(p.targets.end(), merged.begin(), merged.end());
  p.new_words = text;
  if (merged.empty()) {
    p.old_words = std::string(was);
    want(p, Field::kItem, *drafted, {0, was.size()}, text);
  }
  for (const Citation& citation : item.citations) read_citation(citation, *drafted);
}

std::vector<Target> BracketedReader::merged_with(const Place& place, const std::string& text) const {
  std::vector<Target> merged;
  const std::set<std::string> words = content_words(text);
  const std::set<std::string> first = content_words(item_at(draft_, place).text);
  Place parent = place;
  parent.item.pop_back();
  const std::vector<Item>& siblings = parent.item.empty() ? draft_.sections[*place.section].items : item_at(draft_, parent).items;
  for (std::size_t i = place.item.back() + 1; i < siblings.size(); ++i) {
    std::set<std::string> own;
    for (const std::string& word : content_words(siblings[i].text)) {
      if (first.count(word) == 0) own.insert(word);
    }
    if (own.size() < 2 || covered(own, words) < kMergedOwn || stands_in_text(siblings[i])) break;
    Place other = place;
    other.item.back() = i;
    merged.push_back(target(other));
  }
  return merged;
}

bool BracketedReader::stands_in_text(const Item& drafted) const {
  bool stands = false;
  for_each_item(text_, [&](const Item& item, const Place&) {
    stands = stands || (item.address == drafted.address && alike(item.text, drafted.text) >= kSameItem);
  });
  return stands;
}

void BracketedReader::add_item(const Item& item, const Place& place, const std::vector<TextParagraph>& list,
                               const std::vector<std::string>& by) {
  Proposal& p = add(Ask::kAdd, by, list.front().line, item.number + " " + joined(list));
  p.new_words = joined(list);
  for (const Citation& citation : item.citations) {
    if (citation.passages.empty()) p.citations.emplace_back(citation.heading, std::string());
    for (const Passage& passage : citation.passages) p.citations.emplace_back(citation.heading, passage.text);
  }
  set_destination(p, place, item.number);
}

void BracketedReader::set_destination(Proposal& p, const Place& place, const std::string& number) const {
  Place before = place;
  while (!before.item.empty() && before.item.back() > 0) {
    --before.item.back();
    const auto found = items_.find(before);
    if (found == items_.end()) continue;
    p.destination = target(found->second);
    p.where = Proposal::Where::kAfter;
    return;
  }
  Place above = place;
  if (!above.item.empty()) above.item.pop_back();
  const auto item = above.item.empty() ? items_.end() : items_.find(above);
  const auto section = place.section ? sections_.find(*place.section) : sections_.end();
  p.where = Proposal::Where::kIn;
  if (item != items_.end()) {
    p.destination = target(item->second);
  } else if (section != sections_.end()) {
    p.destination = target(section->second);
  } else if (const std::optional<Place> last = standing_before(p.line)) {
    set_destination_beside(p, *last, number);
  } else if (place.section) {
    p.destination = Target{section_name(text_.sections[*place.section]), {}, true, {}};
  }
}

void BracketedReader::set_destination_beside(Proposal& p, const Place& place, const std::string& number) const {
  const std::optional<Lead> lead = find_any_lead(number + " ");
  for (Place at = place; lead && !at.item.empty(); at.item.pop_back()) {
    const std::optional<Lead> other = find_any_lead(item_at(draft_, at).number + " ");
    if (!other || other->style != lead->style || other->values.size() != lead->values.size()) continue;
    p.destination = target(at);
    p.where = Proposal::Where::kAfter;
    return;
  }
  const bool is_point = lead && (lead->style == LeadStyle::kLower || lead->style == LeadStyle::kLowRoman);
  p.destination = target(place);
  if (!place.item.empty() && !is_point) p.where = Proposal::Where::kAfter;
}

}  // namespace travaux
