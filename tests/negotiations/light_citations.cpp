// Light edits of what an item cites.
#include <algorithm>

#include "negotiations/planner.h"

namespace travaux::negotiations {
namespace {

const Instrument* instrument_of(const Base& base, const std::string& id) {
  for (const Instrument& instrument : base.instruments)
    if (instrument.id == id) return &instrument;
  return nullptr;
}

Operation rewording(const Passage& passage, const std::string& to, const char* why) {
  Operation made = operation(Kind::kRewordPassage, passage.id, why);
  made.from = passage.text;
  made.to = to;
  return made;
}

}  // namespace

std::vector<Operation> Planner::add_citation() {
  const std::optional<Where> where = pick_item();
  if (!where || where->parent != nullptr || base_.instruments.empty()) return {};
  Operation made = operation(Kind::kAddCitation, 0);
  made.place = where->item->id;
  made.position = random_.below(where->item->citations.size() + 1);
  made.citations = {new_citation(*where->item)};
  if (made.citations[0].heading.empty()) return {};
  targets_ = {made.citations[0].id};
  return {made};
}

std::vector<Operation> Planner::remove_citation() {
  const std::optional<CitationSeat> seat = pick_citation();
  if (!seat) return {};
  return {operation(Kind::kRemoveCitation, seat->item->citations[seat->index].id)};
}

std::vector<Operation> Planner::move_citation() {
  const std::optional<CitationSeat> seat = pick_citation();
  const std::optional<Where> where = pick_item();
  if (!seat || !where || where->item == seat->item || where->parent != nullptr) return {};
  const Citation& citation = seat->item->citations[seat->index];
  for (const Citation& other : where->item->citations)
    if (other.instrument == citation.instrument) return {};
  Operation made = operation(Kind::kMoveCitation, citation.id);
  made.place = where->item->id;
  made.position = random_.below(where->item->citations.size() + 1);
  return {made};
}

std::vector<Operation> Planner::relabel() {
  const std::optional<CitationSeat> seat = pick_citation();
  if (!seat) return {};
  const Citation& citation = seat->item->citations[seat->index];
  const Instrument* instrument = instrument_of(base_, citation.instrument);
  if (instrument == nullptr) return {};
  Operation made = operation(Kind::kRelabelCitation, citation.id);
  made.from = citation.heading;
  made.to = random_.pick(instrument->headings);
  if (difference(made.from, made.to).empty()) return {};
  return {made};
}

std::vector<Operation> Planner::locate() {
  const std::optional<CitationSeat> seat = pick_citation();
  if (!seat) return {};
  const Citation& citation = seat->item->citations[seat->index];
  const Instrument* instrument = instrument_of(base_, citation.instrument);
  if (instrument == nullptr || instrument->locators.empty()) return {};
  Operation made = operation(Kind::kSetLocator, citation.id);
  made.from = citation.locator;
  if (made.from.empty() || random_.chance(60)) made.to = random_.pick(instrument->locators);
  if (made.from == made.to) return {};
  return {made};
}

// Order among an item's citations means nothing: no target is touched, nothing may be reported.
std::vector<Operation> Planner::reorder() {
  const std::optional<Where> where = pick_item();
  if (!where || where->item->citations.size() < 2) return {};
  Operation made = operation(Kind::kReorderCitations, where->item->id);
  for (const Citation& citation : where->item->citations) made.others.push_back(citation.id);
  random_.shuffle(made.others);
  return {made};
}

std::vector<Operation> Planner::reword_passage() {
  const std::optional<CitationSeat> seat = pick_citation();
  if (!seat) return {};
  const Passage& passage = random_.pick(seat->item->citations[seat->index].passages);
  const Reworded to = random_.chance(40)   ? insert_words(passage.text, words_, random_)
                      : random_.chance(50) ? strike_words(passage.text, words_, random_)
                                           : swap_words(passage.text, words_, random_, 2);
  if (!to) return {};
  return {rewording(passage, *to, "a few words")};
}

std::vector<Operation> Planner::tidy_passage() {
  const std::optional<CitationSeat> seat = pick_citation();
  if (!seat) return {};
  const Passage& passage = random_.pick(seat->item->citations[seat->index].passages);
  const Reworded to = tidy(passage.text, words_, random_);
  if (!to || difference(passage.text, *to).empty()) return {};
  return {rewording(passage, *to, "case or punctuation")};
}

std::vector<Operation> Planner::unquote() {
  const std::optional<CitationSeat> seat = pick_citation();
  if (!seat) return {};
  const Passage& passage = random_.pick(seat->item->citations[seat->index].passages);
  if (!passage.quoted) return {};
  return {operation(Kind::kUnquotePassage, passage.id)};
}

std::vector<Operation> Planner::paraphrase() {
  const std::optional<CitationSeat> seat = pick_citation();
  if (!seat) return {};
  const Passage& passage = random_.pick(seat->item->citations[seat->index].passages);
  const Reworded to = swap_words(passage.text, words_, random_, 4);
  if (!passage.quoted || !to) return {};
  Operation made = rewording(passage, *to, "a quotation turned paraphrase");
  made.passages = {passage};
  made.passages[0].quoted = false;
  return {made};
}

std::vector<Operation> Planner::add_passage() {
  const std::optional<CitationSeat> seat = pick_citation();
  if (!seat || base_.fresh_passages.empty()) return {};
  const Citation& citation = seat->item->citations[seat->index];
  Operation made = operation(Kind::kAddPassage, 0);
  made.place = citation.id;
  made.position = random_.between(citation.on_heading_line ? 1 : 0, citation.passages.size());
  made.passages = {new_passage()};
  return {made};
}

std::vector<Operation> Planner::remove_passage() {
  const std::optional<CitationSeat> seat = pick_citation();
  if (!seat) return {};
  const Citation& citation = seat->item->citations[seat->index];
  if (citation.passages.size() < 2) return {};
  return {operation(Kind::kRemovePassage, random_.pick(citation.passages).id)};
}

}  // namespace travaux::negotiations
