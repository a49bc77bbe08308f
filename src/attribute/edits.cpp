// Every edit of a comparison, one entry each, in the order of the comparison.
#include <algorithm>

#include "attribute/matter.h"

namespace travaux {

namespace {

/// Words that both sides of an edit have, in order, are no part of what it changes: they only lie between its changes.
void set_common_aside(Stretch& stretch) {
  const std::size_t rows = stretch.removed.size(), columns = stretch.inserted.size();
  if (rows == 0 || columns == 0 || rows * columns > 4'000'000) return;
  std::vector<std::size_t> best((rows + 1) * (columns + 1), 0);
  const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& { return best[i * (columns + 1) + j]; };
  const auto same = [&](std::size_t i, std::size_t j) { return stretch.removed[i].form == stretch.inserted[j].form; };
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t j = columns; j-- > 0;) at(i, j) = same(i, j) ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
  }
  for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
    if (same(i, j)) {
      stretch.removed[i].weight = stretch.inserted[j].weight = 0;
      stretch.removed[i++].content = stretch.inserted[j++].content = false;
    } else {
      at(i + 1, j) >= at(i, j + 1) ? ++i : ++j;
    }
  }
}

}  // namespace

std::vector<Stretch> stretches_of(Vocabulary& vocabulary, std::string_view from, std::string_view to,
                                  const std::vector<Edit>& edits) {
  const auto kept = vocabulary.tokens_of(from);
  const std::vector<Token>& tokens = *kept;
  const auto index_of = [&](std::size_t byte) {
    const auto at =
        std::partition_point(tokens.begin(), tokens.end(), [&](const Token& token) { return token.span.end <= byte; });
    return static_cast<std::size_t>(at - tokens.begin());
  };
  std::vector<Stretch> stretches;
  for (const Edit& edit : edits) {
    Stretch stretch;
    stretch.begin = index_of(edit.from_span.begin);
    stretch.end = stretch.begin;
    while (stretch.end < tokens.size() && tokens[stretch.end].span.end <= edit.from_span.end) ++stretch.end;
    stretch.removed = vocabulary.take(edit.from_span.end <= from.size() ? edit.from_span.of(from) : std::string_view(edit.from));
    stretch.inserted = vocabulary.take(edit.to_span.end <= to.size() ? edit.to_span.of(to) : std::string_view(edit.to));
    stretch.to_span = edit.to_span;
    set_common_aside(stretch);
    stretches.push_back(std::move(stretch));
  }
  return stretches;
}

namespace {

std::string joined(const std::vector<Place>& places, const Document& document) {
  std::string text;
  for (const Place& place : places) text += (text.empty() ? "" : "\n") + item_at(document, place).text;
  return text;
}

std::string whole_text(const Citation& citation) {
  std::string text = citation.heading;
  for (const Passage& passage : citation.passages) text += "\n" + passage.text;
  return text;
}

class Lister {
 public:
  explicit Lister(Matter& matter) : m_(matter) {}

  void run() {
    matter_edits(m_.changes.front, EditTarget::kFront, Field::kFront);
    for (std::size_t s = 0; s < m_.changes.sections.size(); ++s) list_section(s);
    for (std::size_t i = 0; i < m_.changes.items.size(); ++i) list_item(i);
    for (std::size_t c = 0; c < m_.changes.citations.size(); ++c) list_citation(c);
    matter_edits(m_.changes.back, EditTarget::kBack, Field::kBack);
  }

 private:
  AttributedEdit& add(AttributedEdit edit, EditWords words = {}) {
    m_.edits.push_back(std::move(edit));
    m_.words.push_back(std::move(words));
    return m_.edits.back();
  }

  /// An edit of words of two texts.
  void add_words(AttributedEdit entry, const std::vector<Edit>& edits, std::size_t which, FieldKey from, FieldKey to) {
    const Edit& edit = edits[which];
    entry.change = edit.edit_class == EditClass::kEditorial ? "editorial" : "edited";
    entry.from = edit.from;
    entry.to = edit.to;
    entry.edit = which;
    entry.edit_class = edit.edit_class;
    entry.strength = edit.strength;
    EditWords words{from, to, stretches_of(m_.vocabulary, text_at(m_.from, from), text_at(m_.to, to), {edit}), edit.edit_class};
    add(std::move(entry), std::move(words));
  }

  void matter_edits(const std::vector<Edit>& edits, EditTarget target, Field field) {
    for (std::size_t k = 0; k < edits.size(); ++k) {
      AttributedEdit entry;
      entry.target = target;
      add_words(std::move(entry), edits, k, {field, {}}, {field, {}});
    }
  }

  // --- sections ---

  void list_section(std::size_t s) {
    const SectionDiff& section = m_.changes.sections[s];
    AttributedEdit entry;
    entry.target = EditTarget::kSection;
    entry.section = section.to.empty() ? (section.from.empty() ? "" : section.from.front()) : section.to.front();
    entry.section_index = s;
    for (const Change change : {Change::kAdded, Change::kRemoved, Change::kMoved}) {
      if (!section.changes.has(change)) continue;
      AttributedEdit one = entry;
      one.change = name_of(change);
      if (change != Change::kAdded) one.from = m_.from.sections[*section.from_index].heading;
      if (change != Change::kRemoved) one.to = m_.to.sections[*section.to_index].heading;
      add(std::move(one));
    }
    if (!section.from_index || !section.to_index) return;
    const Place from{section.from_index, {}, {}, {}}, to{section.to_index, {}, {}, {}};
    if (!section.edits.empty()) add_heading(entry, section, {Field::kHeading, from}, {Field::kHeading, to});
    for (std::size_t k = 0; k < section.text_edits.size(); ++k)
      add_words(entry, section.text_edits, k, {Field::kSection, from}, {Field::kSection, to});
  }

  void add_heading(AttributedEdit entry, const SectionDiff& section, const FieldKey& from, const FieldKey& to) {
    entry.change = "retitled";
    entry.from = text_at(m_.from, from);
    entry.to = text_at(m_.to, to);
    entry.edit_class = class_of(section.edits);
    add(std::move(entry), {from, to, stretches_of(m_.vocabulary, text_at(m_.from, from), text_at(m_.to, to), section.edits),
                           class_of(section.edits)});
  }

  static EditClass class_of(const std::vector<Edit>& edits) {
    return edits.empty() ? EditClass::kSubstantive
                         : std::min_element(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) {
                             return a.edit_class < b.edit_class;
                           })->edit_class;
  }

  // --- items ---

  void list_item(std::size_t i) {
    const ItemDiff& item = m_.changes.items[i];
    AttributedEdit entry;
    entry.item = i;
    entry.target = EditTarget::kItem;
    if (!item.from.empty()) entry.from_item = item.from.front();
    if (!item.to.empty()) entry.to_item = item.to.front();
    for (const Change change :
         {Change::kAdded, Change::kRemoved, Change::kMoved, Change::kSplit, Change::kMerged, Change::kStatus}) {
      if (!item.changes.has(change)) continue;
      AttributedEdit one = entry;
      one.change = name_of(change);
      one.from = change == Change::kStatus ? item.from_status : joined(item.from_places, m_.from);
      one.to = change == Change::kStatus ? item.to_status : joined(item.to_places, m_.to);
      add(std::move(one));
    }
    entry.target = EditTarget::kText;
    for (std::size_t k = 0; k < item.edits.size(); ++k) {
      const Edit& edit = item.edits[k];
      const auto from = m_.from_items.find(edit.from_item), to = m_.to_items.find(edit.to_item);
      if (from == m_.from_items.end() || to == m_.to_items.end()) continue;
      entry.from_item = edit.from_item;
      entry.to_item = edit.to_item;
      add_words(entry, item.edits, k, {Field::kItem, from->second}, {Field::kItem, to->second});
    }
  }

  // --- citations ---

  bool came_or_went(const CitationDiff& citation) const {
    if (!citation.from && citation.to) {
      const auto found = m_.from_of.find(Matter::item_of(citation.to->place));
      return found != m_.from_of.end() && found->second.places.empty();
    }
    if (citation.from && !citation.to) {
      const auto found = m_.to_of.find(Matter::item_of(citation.from->place));
      return found != m_.to_of.end() && found->second.places.empty();
    }
    return false;
  }

  /// The addresses of its item on both sides, also where only one has the citation.
  void name_items(AttributedEdit& entry, const CitationDiff& citation) const {
    if (citation.from) entry.from_item = citation.from->item;
    if (citation.to) entry.to_item = citation.to->item;
    if (!citation.from) {
      const auto found = m_.from_of.find(Matter::item_of(citation.to->place));
      if (found != m_.from_of.end() && !found->second.places.empty())
        entry.from_item = item_at(m_.from, found->second.places.front()).address;
    }
    if (!citation.to) {
      const auto found = m_.to_of.find(Matter::item_of(citation.from->place));
      if (found != m_.to_of.end() && !found->second.places.empty())
        entry.to_item = item_at(m_.to, found->second.places.front()).address;
    }
  }

  const Citation* cited(const Document& document, const std::optional<CitationSide>& side) const {
    if (!side || !side->place.citation) return nullptr;
    return &item_at(document, side->place).citations[*side->place.citation];
  }

  void list_citation(std::size_t c) {
    const CitationDiff& citation = m_.changes.citations[c];
    if (citation.changes.empty() || came_or_went(citation)) return;
    AttributedEdit entry;
    entry.target = EditTarget::kCitation;
    entry.citation = c;
    entry.instrument = citation.instrument;
    name_items(entry, citation);
    const Citation* from = cited(m_.from, citation.from);
    const Citation* to = cited(m_.to, citation.to);
    for (const Change change : {Change::kAdded, Change::kRemoved, Change::kMoved}) {
      if (!citation.changes.has(change)) continue;
      AttributedEdit one = entry;
      one.change = name_of(change);
      if (from != nullptr) one.from = whole_text(*from);
      if (to != nullptr) one.to = whole_text(*to);
      add(std::move(one));
    }
    if (from == nullptr || to == nullptr) return;
    list_heading(entry, citation, *from, *to);
    for (std::size_t p = 0; p < citation.passages.size(); ++p) list_passage(entry, citation, p);
  }

  void list_heading(AttributedEdit entry, const CitationDiff& citation, const Citation& from, const Citation& to) {
    const bool relabelled = citation.changes.has(Change::kRelabelled);
    const bool located = comparison_form(citation.from->locator) != comparison_form(citation.to->locator);
    if (!relabelled && !located) return;
    const FieldKey from_key{Field::kCitation, citation.from->place}, to_key{Field::kCitation, citation.to->place};
    const EditWords words{from_key, to_key,
                          stretches_of(m_.vocabulary, from.heading, to.heading, diff_words(from.heading, to.heading)),
                          EditClass::kSubstantive};
    if (relabelled) {
      entry.change = "relabelled";
      entry.from = from.heading;
      entry.to = to.heading;
      add(entry, words);
    }
    if (!located) return;
    entry.change = "edited";
    entry.from = citation.from->locator;
    entry.to = citation.to->locator;
    add(entry, words);
  }

  void list_passage(AttributedEdit entry, const CitationDiff& citation, std::size_t p) {
    const PassageDiff& passage = citation.passages[p];
    entry.passage = p;
    entry.change = name_of(passage.change);
    entry.from = passage.from_text;
    entry.to = passage.to_text;
    EditWords words;
    if (passage.from && passage.to) {
      Place from = citation.from->place, to = citation.to->place;
      from.passage = passage.from;
      to.passage = passage.to;
      words = {FieldKey{Field::kPassage, from}, FieldKey{Field::kPassage, to},
               stretches_of(m_.vocabulary, passage.from_text, passage.to_text, passage.edits), class_of(passage.edits)};
      entry.edit_class = words.edit_class;
    }
    add(std::move(entry), std::move(words));
  }

  Matter& m_;
};

}  // namespace

void list_edits(Matter& matter) { Lister(matter).run(); }

}  // namespace travaux
