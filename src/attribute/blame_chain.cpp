#include "attribute/blame_chain.h"

#include <algorithm>

#include "attribute/blame_returns.h"

namespace travaux::blaming {

namespace {

std::vector<TraceDraft> traced(const std::vector<BlameDraft>& drafts) {
  std::vector<TraceDraft> result;
  for (const BlameDraft& draft : drafts) result.push_back({draft.document, draft.base});
  return result;
}

/// The places in the order of reading; their own order where none is given.
std::vector<std::size_t> reading_order(const ItemDiff& item, std::size_t places) {
  if (places > 1 && item.reading_order.size() == places) return item.reading_order;
  std::vector<std::size_t> order(places);
  for (std::size_t k = 0; k < places; ++k) order[k] = k;
  return order;
}

}  // namespace

std::string section_text(const Section& section) {
  return section.text.empty() ? section.heading : section.heading + "\n" + section.text;
}

BlameChain::BlameChain(const std::vector<BlameDraft>& drafts, std::size_t draft)
    : drafts_(drafts), asked_(draft), traced_(traced(drafts)), chain_(traced_, draft, options_), returns_(chain_, options_) {
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    if (drafts[d].changes != nullptr) chain_.know(d, *drafts[d].changes);
  }
}

void BlameChain::run() {
  std::vector<std::size_t> way{asked_};
  while (chain_.base(way.back())) way.push_back(*chain_.base(way.back()));
  if (chain_.circle())
    note_degraded(drafts_[*chain_.circle()].label +
                  " is based on itself, by way of others; it is taken for the first of the chain");
  table_first(way.back());
  for (std::size_t k = way.size() - 1; k-- > 0;) follow(way[k + 1], way[k]);
}

const std::vector<Word>& BlameChain::words_at(const Place& place) const {
  static const std::vector<Word> kNoWords;
  const auto found = texts_.find(key_of(place));
  return found == texts_.end() ? kNoWords : found->second.words;
}

void BlameChain::note_degraded(const std::string& why) {
  if (!degraded_) degraded_ = why;
}

// --- draft by draft --------------------------------------------------------------------------------------------------

void BlameChain::table_first(std::size_t draft) {
  BlameDraft tabled = drafts_[draft];
  tabled.base.reset();  // also where a circle was cut
  Crediting crediting(tabled, draft, reader_, credits_);
  const auto table = [&](const Key& key, const std::string& text) {
    CreditedText& credited = texts_[key];
    credited.words = reader_.words_of(reader_.cut(text));
    crediting.credit(credited.words, {0, credited.words.size()}, nullptr);
  };
  const Document& document = *tabled.document;
  for (std::size_t s = 0; s < document.sections.size(); ++s) table(key_of_section(s), section_text(document.sections[s]));
  for_each_item(document, [&](const Item& item, const Place& place) { table(key_of(place), item.text); });
}

void BlameChain::follow(std::size_t base, std::size_t draft) {
  const DocumentDiff& changes = chain_.changes(draft);
  if (changes.degraded) note_degraded(drafts_[draft].label + ": " + *changes.degraded);
  Step step{base,
            draft,
            chain_.document(base),
            chain_.document(draft),
            changes,
            Askers(drafts_[draft].attribution),
            Crediting(drafts_[draft], draft, reader_, credits_)};
  back_ = returns_.back_in(draft);
  next_.clear();
  for (std::size_t k = 0; k < changes.sections.size(); ++k) follow_section(step, k);
  for (std::size_t k = 0; k < changes.items.size(); ++k) follow_item(step, k);
  texts_ = std::move(next_);
}

CreditedText BlameChain::take(const Key& key) {
  const auto found = texts_.find(key);
  return found == texts_.end() ? CreditedText() : std::move(found->second);
}

// --- items -----------------------------------------------------------------------------------------------------------

void BlameChain::follow_item(Step& step, std::size_t entry) {
  const ItemDiff& item = step.changes.items[entry];
  if (item.to_places.empty()) {
    const Key key = key_of(item.from_places.front());
    gone_[{step.base, key}] = take(key);
  } else if (item.from_places.empty()) {
    follow_added(step, entry);
  } else {
    follow_parts(step, entry);
  }
}

/// New, or one that had gone and stands again.
void BlameChain::follow_added(Step& step, std::size_t entry) {
  const Place& place = step.changes.items[entry].to_places.front();
  const std::string& text = item_at(step.to, place).text;
  const Askers::Sources* sources = step.askers.of_item(entry, std::nullopt);
  const auto back = std::find_if(back_.begin(), back_.end(), [&](const auto& one) { return one.first == place; });
  const auto gone = back == back_.end() ? gone_.end() : gone_.find({back->second.draft, key_of(back->second.place)});
  if (gone == gone_.end()) {
    next_[key_of(place)] = all_new(step, text, sources);
    return;
  }
  const std::string& was = item_at(chain_.document(back->second.draft), back->second.place).text;
  Side from, to;
  from.add("", reader_.cut(was));
  to.add("", reader_.cut(text));
  std::vector<Mark> marks;
  add_marks(diff_words(was, text, options_.diff), false, from, to, marks);
  next_[key_of(place)] = carry(step, std::move(gone->second), from, to, marks, [&](std::size_t) { return sources; });
  gone_.erase(gone);
}

/// One to one, split, merged.
void BlameChain::follow_parts(Step& step, std::size_t entry) {
  const ItemDiff& item = step.changes.items[entry];
  const std::vector<std::size_t> from_order = reading_order(item, item.from_places.size());
  const std::vector<std::size_t> to_order = reading_order(item, item.to_places.size());
  std::vector<CreditedText> before;
  for (const std::size_t k : from_order) before.push_back(take(key_of(item.from_places[k])));
  if (item.from_places.size() == 1 && item.to_places.size() == 1 && item.edits.empty()) {
    next_[key_of(item.to_places.front())] = std::move(before.front());
    return;
  }
  Side from, to;
  for (const std::size_t k : from_order) from.add(item.from[k], reader_.cut(item_at(step.from, item.from_places[k]).text));
  for (const std::size_t k : to_order) to.add(item.to[k], reader_.cut(item_at(step.to, item.to_places[k]).text));
  std::vector<Mark> marks;
  add_marks(item.seams, true, from, to, marks);
  add_marks(item.edits, false, from, to, marks);
  const auto sources_of = [&](std::size_t edit) {
    return step.askers.of_item(entry, edit == kNone ? std::nullopt : std::optional(edit));
  };
  std::vector<CreditedText> after = divided(carry(step, joined(std::move(before)), from, to, marks, sources_of), to.begins());
  for (std::size_t k = 0; k < to_order.size(); ++k) next_[key_of(item.to_places[to_order[k]])] = std::move(after[k]);
}

// --- sections --------------------------------------------------------------------------------------------------------

void BlameChain::follow_section(Step& step, std::size_t entry) {
  const SectionDiff& section = step.changes.sections[entry];
  const std::string was = section.from_index ? section_text(step.from.sections[*section.from_index]) : "";
  if (!section.to_index) {
    gone_sections_[comparison_form(was)] = take(key_of_section(*section.from_index));
    return;
  }
  const std::string is = section_text(step.to.sections[*section.to_index]);
  CreditedText& now = next_[key_of_section(*section.to_index)];
  if (!section.from_index) {
    const auto gone = gone_sections_.find(comparison_form(is));
    now = gone == gone_sections_.end() ? all_new(step, is, step.askers.of_section(entry, nullptr)) : gone->second;
    return;
  }
  now = take(key_of_section(*section.from_index));
  if (section.edits.empty() && section.text_edits.empty()) return;
  // Heading and text as one: what is in the text lies behind the heading and its line feed.
  std::vector<Edit> edits = section.edits;
  for (Edit edit : section.text_edits) {
    for (Span* span : {&edit.from_span, &edit.to_span}) {
      const Section& side =
          span == &edit.from_span ? step.from.sections[*section.from_index] : step.to.sections[*section.to_index];
      span->begin += side.heading.size() + 1;
      span->end += side.heading.size() + 1;
    }
    edits.push_back(std::move(edit));
  }
  Side from, to;
  from.add("", reader_.cut(was));
  to.add("", reader_.cut(is));
  std::vector<Mark> marks;
  add_marks(edits, false, from, to, marks);
  now = carry(step, std::move(now), from, to, marks, [&](std::size_t edit) -> const Askers::Sources* {
    if (edit == kNone) return nullptr;
    return edit < section.edits.size() ? step.askers.of_heading(entry) : step.askers.of_section(entry, &edits[edit]);
  });
}

// --- words -----------------------------------------------------------------------------------------------------------

CreditedText BlameChain::all_new(Step& step, const std::string& text, const Askers::Sources* sources) {
  CreditedText credited;
  credited.words = reader_.words_of(reader_.cut(text));
  step.crediting.credit(credited.words, {0, credited.words.size()}, sources);
  return credited;
}

/// From the earlier text to the later one. `sources_of` says who asked for an edit; for kNone, for the division itself.
template <typename SourcesOf>
CreditedText BlameChain::carry(Step& step, CreditedText before, const Side& from, const Side& to, const std::vector<Mark>& marks,
                               SourcesOf sources_of) {
  before.words.resize(from.size());  // nothing, unless the changes are not those of these documents
  const Kept kept = kept_words(from, to, marks);
  CreditedText now;
  for (const TokenText& part : to.parts()) {
    const std::vector<Word> words = reader_.words_of(part);
    now.words.insert(now.words.end(), words.begin(), words.end());
  }
  for (std::size_t j = 0; j < now.words.size(); ++j) {
    if (kept.from_of[j] != kNone) now.words[j].credit = before.words[kept.from_of[j]].credit;
  }
  now.struck = struck_after(before, kept.from_of);
  const std::vector<Range> stretches = new_stretches(kept);
  const std::vector<bool> back = bring_back(now, stretches);
  for (const Range& stretch : stretches) {
    for (const Range& left : left_of(stretch, back))
      step.crediting.credit(now.words, left, sources_of(kept.edit_of[stretch.begin]));
  }
  return now;
}

}  // namespace travaux::blaming
