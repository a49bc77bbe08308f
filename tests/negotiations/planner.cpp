#include "negotiations/planner.h"

#include "negotiations/decidable.h"
#include "negotiations/tokens.h"

namespace travaux::negotiations {

std::string_view name_of(Stratum stratum) { return stratum == Stratum::kLight ? "light" : "heavy"; }

bool Planner::attempt(const std::vector<Operation>& operations, const std::vector<Id>& ids) {
  if (operations.empty()) return false;
  Text trial = now_;
  Plan plan = plan_;
  for (const Operation& operation : operations) {
    if (!play(trial, operation)) return false;
    plan.operations.push_back(operation);
  }
  Text numbered = trial;
  renumber(numbered);
  const std::vector<Division> divisions = divisions_of(plan);
  if (!undecidable(before_, numbered, divisions).empty() || !truth_of(before_, numbered, divisions).undecided.empty())
    return false;
  now_ = std::move(trial);
  plan_ = std::move(plan);
  touched_.insert(ids.begin(), ids.end());
  return true;
}

void Planner::draw(const std::vector<Weighted>& ideas, std::size_t count) {
  std::size_t all = 0;
  for (const Weighted& idea : ideas) all += idea.weight;
  std::size_t taken = 0;
  for (std::size_t tries = 0; taken < count && tries < 6 * count; ++tries) {
    std::size_t drawn = random_.below(all);
    std::size_t at = 0;
    while (drawn >= ideas[at].weight) drawn -= ideas[at++].weight;
    targets_.clear();
    const std::vector<Operation> operations = (this->*ideas[at].idea)();
    if (attempt(operations, targets_)) ++taken;
  }
}

Plan Planner::finish() {
  Operation numbers;
  numbers.kind = Kind::kRenumber;
  plan_.operations.push_back(numbers);
  return plan_;
}

std::vector<Where> Planner::untouched(std::size_t least_words) const {
  std::vector<Where> list;
  for (const Where& where : items_of(now_))
    if (touched_.count(where.item->id) == 0 && loose_words_of(where.item->text).size() >= least_words) list.push_back(where);
  return list;
}

std::optional<Where> Planner::pick_item(std::size_t least_words) {
  const std::vector<Where> list = untouched(least_words);
  if (list.empty()) return std::nullopt;
  return random_.pick(list);
}

const Section* Planner::pick_section(bool with_heading) {
  std::vector<const Section*> list;
  for (const Section& section : now_.sections)
    if (!with_heading || (section.address_prefix.empty() && !section.heading.empty())) list.push_back(&section);
  return list.empty() ? nullptr : random_.pick(list);
}

bool Planner::is_preamble(Id id) const {
  for (const Where& where : items_of(now_))
    if (where.item->id == id) return where.section->address_prefix == "PP";
  return false;
}

// Whether no item of the draft or of what it becomes is like it: an earlier round may have brought it in.
bool Planner::is_new(const std::string& text) const {
  for (const Text* side : {&before_, &now_})
    for (const Where& where : items_of(*side))
      if (shared_words(where.item->text, text) > 0.5) return false;
  return true;
}

std::string Planner::fresh_item(bool preamble) {
  std::vector<std::string> list;
  const std::string mark = "PP| ";
  for (const std::string& text : base_.fresh_items) {
    const bool is_preambular = text.compare(0, mark.size(), mark) == 0;
    if (is_preambular == preamble && used_.count(text) == 0 && is_new(text)) list.push_back(text);
  }
  if (list.empty()) return "";
  const std::string text = random_.pick(list);
  used_.insert(text);
  return preamble ? text.substr(mark.size()) : text;
}

Item Planner::new_item(const std::string& text) {
  Item item;
  item.text = text;
  name_anew(now_, item);
  if (base_.instruments.empty() || now_.form != Form::kPlan) return item;
  const std::size_t count = random_.below(4);
  for (std::size_t i = 0; i < count; ++i) {
    Citation citation = new_citation(item);
    if (!citation.heading.empty()) item.citations.push_back(citation);
  }
  return item;
}

Passage Planner::new_passage() {
  Passage passage;
  passage.id = ++now_.last_id;
  passage.quoted = random_.chance(75);
  std::vector<std::string> list;
  for (const std::string& text : base_.fresh_passages)
    if (used_.count(text) == 0) list.push_back(text);
  if (list.empty()) list = base_.fresh_passages;
  if (list.empty()) return passage;
  passage.text = random_.pick(list);
  used_.insert(passage.text);
  return passage;
}

Citation Planner::new_citation(const Item& under) {
  std::vector<const Instrument*> list;
  const Item* old = find_item(before_, under.id);
  for (const Instrument& instrument : base_.instruments) {
    bool cited = false;
    for (const Citation& citation : under.citations) cited = cited || citation.instrument == instrument.id;
    if (old != nullptr)
      for (const Citation& citation : old->citations) cited = cited || citation.instrument == instrument.id;
    if (!cited && !instrument.headings.empty()) list.push_back(&instrument);
  }
  Citation citation;
  if (list.empty() || base_.fresh_passages.empty()) return citation;
  const Instrument& instrument = *random_.pick(list);
  citation.id = ++now_.last_id;
  citation.instrument = instrument.id;
  citation.heading = random_.pick(instrument.headings);
  if (!instrument.locators.empty() && random_.chance(50)) citation.locator = random_.pick(instrument.locators);
  const std::size_t count = random_.between(1, 2);
  for (std::size_t i = 0; i < count; ++i) citation.passages.push_back(new_passage());
  return citation;
}

// How many items a section can lose: one must be left, two where a single one would lose its number.
std::size_t Planner::spare_items(const Section& section) const {
  const std::size_t needed = now_.form == Form::kTreaty && section.address_prefix.empty() ? 2 : 1;
  return section.items.size() > needed ? section.items.size() - needed : 0;
}

std::optional<CitationSeat> Planner::pick_citation() {
  std::vector<CitationSeat> list;
  for (const Where& where : items_of(now_))
    for (std::size_t c = 0; c < where.item->citations.size(); ++c)
      if (touched_.count(where.item->citations[c].id) == 0) list.push_back({find_item(now_, where.item->id), c});
  if (list.empty()) return std::nullopt;
  const CitationSeat seat = random_.pick(list);
  targets_.push_back(seat.item->citations[seat.index].id);
  return seat;
}

Round draw_round(const Base& base, const Lexicon& words, Stratum stratum, std::uint64_t seed) {
  Random random(seed);
  Round round;
  round.before = base.text;
  renumber(round.before);
  if (random.chance(35)) {  // an earlier round lies behind the first draft
    Planner earlier(base, words, random, round.before);
    random.chance(50) ? earlier.light() : earlier.heavy();
    for (const Operation& operation : earlier.finish().operations) play(round.before, operation);
    round.before.last_id += 10'000;  // ids drawn for ideas that were dropped are not used again
  }
  Planner planner(base, words, random, round.before);
  stratum == Stratum::kLight ? planner.light() : planner.heavy();
  round.plan = planner.finish();
  round.after = round.before;
  for (const Operation& operation : round.plan.operations) play(round.after, operation);
  round.after.version = base.text.language == "es" ? "Documento de trabajo, rev. 1" : "Working document, rev. 1";
  round.truth = truth_of(round.before, round.after, divisions_of(round.plan));
  return round;
}

}  // namespace travaux::negotiations
