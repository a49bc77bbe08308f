// Wishes about whole items, headings and mandates.
#include <algorithm>

#include "negotiations/ask_planner.h"
#include "negotiations/tokens.h"

namespace travaux::negotiations {
namespace {

using T = Treatment;

std::vector<Where> top_level(const Text& text) {
  std::vector<Where> list;
  for (const Where& where : items_of(text))
    if (where.parent == nullptr && where.section->address_prefix != "PP") list.push_back(where);
  return list;
}

}  // namespace

void AskPlanner::structure() {
  for (const T treatment : {T::kVerbatim, T::kAdapted, T::kRefused, T::kOtherWords, T::kUnprompted, T::kJoint}) add(treatment);
  for (const T treatment : {random_.chance(50) ? T::kVerbatim : T::kUnprompted, T::kRefused}) remove(treatment);
  for (const T treatment : {random_.chance(60) ? T::kVerbatim : T::kUnprompted, T::kRefused}) move(treatment);
  for (const T treatment : {T::kVerbatim, T::kRefused, T::kUnprompted}) retitle(treatment);
  for (const T treatment : {T::kVerbatim, T::kRefused, T::kUnprompted, T::kJoint}) cite(treatment);
  for (const T treatment : {T::kVerbatim, T::kRefused, T::kUnprompted}) uncite(treatment);
  for (const T treatment : {T::kVerbatim, random_.chance(50) ? T::kRefused : T::kUnprompted}) reword(treatment);
  for (const T treatment : {T::kVerbatim, T::kRefused, T::kAdapted, T::kUnprompted}) passage(treatment);
}

std::vector<Where> AskPlanner::items() const {
  std::vector<Where> list = top_level(round_.before);
  std::erase_if(list,
                [&](const Where& where) { return touched_.count(where.item->id) > 0 || anchors_.count(where.item->id) > 0; });
  return list;
}

// Whether its section can do without it, numbers of a treaty's article included.
bool AskPlanner::can_lose(const Where& where) const {
  return where.item->items.empty() && where.section->items.size() >= (base_.text.form == Form::kTreaty ? 3U : 2U);
}

void AskPlanner::add(Treatment treatment) {
  std::vector<Where> list = items();
  std::erase_if(list, [&](const Where& w) { return base_.text.form == Form::kTreaty && w.section->items.size() < 2; });
  std::vector<std::string> fresh;
  for (const std::string& text : base_.fresh_items)
    if (text.compare(0, 3, "PP|") != 0 && used_.count(text) == 0) fresh.push_back(text);
  if (list.empty() || fresh.size() < 2) return;
  random_.shuffle(fresh);
  Wanted wanted;
  wanted.act = Act::kAdd;
  wanted.after = random_.pick(list).item->id;
  wanted.target = name();
  wanted.text = fresh[0];
  Wanted done = wanted;
  if (treatment == T::kOtherWords) done.text = fresh[1];
  if (treatment == T::kAdapted) {
    Reworded other = swap_words(wanted.text, words_, random_, 2);
    other = insert_words(other.value_or(wanted.text), words_, random_);
    if (!other || shared_words(*other, wanted.text) < 0.6) return;
    done.text = *other;
  }
  if (treatment != T::kRefused && !decidable_with(done)) return;
  used_.insert({fresh[0], fresh[1]});
  anchors_.insert(wanted.after);
  if (treatment != T::kOtherWords && treatment != T::kAdapted) return settle(wanted, treatment);
  const bool granted = treatment == T::kAdapted;
  const std::size_t asked = ask(group(), wanted, treatment, {granted ? ProposalFate::kAccepted : ProposalFate::kNotTakenUp});
  make(done, treatment, granted ? std::vector{asked} : std::vector<std::size_t>{});
}

void AskPlanner::remove(Treatment treatment) {
  std::vector<Where> list = items();
  std::erase_if(list, [&](const Where& where) { return !can_lose(where); });
  if (list.empty()) return;
  Wanted wanted;
  wanted.act = Act::kRemove;
  wanted.target = random_.pick(list).item->id;
  if (treatment != T::kRefused && !decidable_with(wanted)) return;
  touched_.insert(wanted.target);
  settle(wanted, treatment);
}

void AskPlanner::move(Treatment treatment) {
  std::vector<Where> list = items();
  std::vector<Where> places = list;
  std::erase_if(list, [&](const Where& where) { return !can_lose(where); });
  if (list.empty()) return;
  const Where from = random_.pick(list);
  const bool across = base_.text.form == Form::kPlan || base_.text.form == Form::kTreaty;
  std::erase_if(places, [&](const Where& where) {
    const bool far = where.section == from.section && std::abs(where.item - from.item) > 3;
    return across ? where.section == from.section || where.section->items.size() < 2 : !far;
  });
  if (places.empty()) return;
  Wanted wanted;
  wanted.act = Act::kMove;
  wanted.target = from.item->id;
  wanted.after = random_.pick(places).item->id;
  if (treatment != T::kRefused && !decidable_with(wanted)) return;
  touched_.insert(wanted.target);
  anchors_.insert(wanted.after);
  settle(wanted, treatment);
}

void AskPlanner::retitle(Treatment treatment) {
  std::vector<const Section*> list;
  for (const Section& section : round_.before.sections)
    if (section.address_prefix.empty() && !section.heading.empty() && touched_.count(section.id) == 0) list.push_back(&section);
  if (list.empty() || words_.heading_ends.empty()) return;
  const Section& section = *random_.pick(list);
  Wanted wanted;
  wanted.act = Act::kRetitle;
  wanted.target = section.id;
  const std::string end = random_.pick(words_.heading_ends);
  wanted.old = section.heading;
  wanted.text = section.heading + " " + end;
  if (!used_.insert(end).second) return;
  touched_.insert(section.id);
  settle(wanted, treatment);
}

void AskPlanner::cite(Treatment treatment) {
  if (base_.text.form != Form::kPlan || base_.fresh_passages.empty()) return;
  std::vector<Where> list = items();
  std::erase_if(list, [](const Where& where) { return where.item->citations.empty(); });
  std::vector<const Instrument*> instruments;
  for (const Instrument& instrument : base_.instruments)
    if (!instrument.headings.empty() && used_.count(instrument.id) == 0) instruments.push_back(&instrument);
  const std::vector<std::string> quote = {random_.pick(base_.fresh_passages)};
  if (list.empty() || instruments.empty() || used_.count(quote[0]) > 0) return;
  const Where where = random_.pick(list);
  const Instrument& instrument = *random_.pick(instruments);
  for (const Citation& citation : where.item->citations)
    if (citation.instrument == instrument.id) return;
  Wanted wanted;
  wanted.act = Act::kCite;
  wanted.target = where.item->id;
  wanted.citation = {name(), instrument.id, instrument.headings[0], "", false, true, {{name(), true, quote[0]}}};
  used_.insert({instrument.id, quote[0]});
  settle(wanted, treatment);
}

void AskPlanner::uncite(Treatment treatment) {
  std::vector<Wanted> list;
  for (const Where& where : items()) {
    for (const Citation& citation : where.item->citations) {
      const auto same = [&](const Citation& other) { return other.instrument == citation.instrument; };
      const bool single = std::count_if(where.item->citations.begin(), where.item->citations.end(), same) == 1;
      if (!single || where.item->citations.size() < 2 || used_.count(citation.instrument) > 0) continue;
      Wanted wanted;
      wanted.act = Act::kUncite;
      wanted.target = where.item->id;
      wanted.citation = citation;
      list.push_back(wanted);
    }
  }
  if (list.empty()) return;
  const Wanted wanted = random_.pick(list);
  if (treatment != T::kRefused && !decidable_with(wanted)) return;
  used_.insert(wanted.citation.instrument);
  settle(wanted, treatment);
}

void AskPlanner::reword(Treatment treatment) {
  std::vector<Where> list = items();
  std::erase_if(list, [](const Where& w) { return !w.item->items.empty() || loose_words_of(w.item->text).size() < 12; });
  if (list.empty()) return;
  const Item& item = *random_.pick(list).item;
  const Reworded swapped = swap_words(item.text, words_, random_, 2);
  if (!swapped) return;
  const Reworded other = insert_words(*swapped, words_, random_);
  if (!other || shared_words(*other, item.text) < 0.6) return;
  Wanted wanted;
  wanted.act = Act::kReword;
  wanted.target = item.id;
  wanted.text = *other;
  if (treatment != T::kRefused && !decidable_with(wanted)) return;
  touched_.insert(item.id);
  settle(wanted, treatment);
}

void AskPlanner::passage(Treatment treatment) {
  Place place = stretch_of_passage();
  const std::vector<std::string> phrasings = phrase("phrase");
  if (!place || phrasings.size() < 2) return;
  Wanted wanted = *place;
  wanted.text = phrasings[0];
  Wanted done = wanted;
  if (treatment == T::kAdapted) done.text = phrasings[1];
  if (treatment != T::kRefused && !decidable_with(done)) return;
  used_.insert(wanted.citation.instrument);
  if (treatment != T::kAdapted) return settle(wanted, treatment);
  make(done, treatment, {ask(group(), wanted, treatment, {ProposalFate::kAccepted})});
}

}  // namespace travaux::negotiations
