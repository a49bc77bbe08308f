#include "diff/units.h"

#include <algorithm>

#include "diff/sequence.h"

namespace travaux {

namespace {

/// White space within a paragraph folds; a line end in the source is one between paragraphs.
std::string paragraph_text(std::string_view text) {
  std::string result;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = fold_white_space(text.substr(begin, end - begin));
    if (!line.empty()) result += (result.empty() ? "" : "\n") + line;
    begin = end + 1;
  }
  return result;
}

bool goes_on(const Unit& unit, const Block& block) {
  const bool joins = block.role != Role::kFront && block.role != Role::kBack;
  return joins && unit.role == block.role && unit.place == block.place && block.lead.empty();
}

std::vector<std::size_t> of_role(const std::vector<Unit>& units, Role role) {
  std::vector<std::size_t> list;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].role == role) list.push_back(i);
  }
  return list;
}

}  // namespace

UnitKey key_of(Role role, const Place& place, std::size_t nth) {
  return {static_cast<int>(role),
          place.section.value_or(kNowhere),
          place.item,
          place.citation.value_or(kNowhere),
          place.passage.value_or(kNowhere),
          nth};
}

std::vector<Unit> units_of(const Document& document) {
  std::vector<Unit> units;
  std::map<UnitKey, std::size_t> seen, tokens;
  for (const Block& block : document.blocks) {
    const std::string_view source = document.source;
    const bool leads =
        !block.lead.empty() && fold_white_space(source.substr(block.span.begin, block.lead.begin - block.span.begin)).empty();
    const std::string text =
        paragraph_text(leads ? source.substr(block.lead.end, block.span.end - block.lead.end) : block.span.of(source));
    std::size_t& tokens_before = tokens[key_of(block.role, block.place, 0)];
    const std::size_t first_token = tokens_before;
    tokens_before += tokenize(text).size();
    if (!units.empty() && goes_on(units.back(), block)) {
      units.back().text += "\n" + text;
      continue;
    }
    Unit unit;
    unit.role = block.role;
    unit.place = block.place;
    unit.nth = seen[key_of(block.role, block.place, 0)]++;
    if (leads) unit.lead = fold_white_space(block.lead.of(source));
    unit.text = text;
    unit.first_token = first_token;
    if (!unit.lead.empty() || !unit.text.empty()) units.push_back(std::move(unit));
  }
  return units;
}

Linker::Linker(std::vector<Unit>& from, std::vector<Unit>& to, const DocumentDiff& changes)
    : from_(from), to_(to), changes_(changes) {
  for (std::size_t j = 0; j < to_.size(); ++j) to_index_[key_of(to_[j].role, to_[j].place, to_[j].nth)] = j;
}

void Linker::run(const DiffOptions& options) {
  link_matter(Role::kFront, options);
  link_matter(Role::kBack, options);
  for (const SectionDiff& section : changes_.sections) link_section(section);
  for (const ItemDiff& item : changes_.items) link_item(item);
  for (const CitationDiff& citation : changes_.citations) link_citation(citation);
  for (std::size_t i = 0; i < from_.size(); ++i) apply(i);
}

Linker::PlaceKey Linker::key_of_place(const Place& place) {
  return {place.section.value_or(kNowhere), place.item, place.citation.value_or(kNowhere), place.passage.value_or(kNowhere)};
}

void Linker::link_section(const SectionDiff& section) {
  Place from, to;
  from.section = section.from_index;
  to.section = section.to_index;
  if (section.from_index) note(from, true, section.changes);
  if (section.to_index) note(to, false, section.changes);
  if (!section.from_index || !section.to_index) return;
  const bool stays = !section.changes.has(Change::kMoved);
  link(from, to, stays);
  if (!stays) moved_sections_.insert(*section.from_index);
}

void Linker::link_item(const ItemDiff& item) {
  for (const Place& place : item.from_places) note(place, true, item.changes);
  for (const Place& place : item.to_places) note(place, false, item.changes);
  // Of a split or merge the parts stand side by side; the first takes the place of the whole.
  if (!item.from_places.empty() && !item.to_places.empty())
    link(item.from_places.front(), item.to_places.front(), !item.changes.has(Change::kMoved));
  if (item.changes.has(Change::kMoved)) moved_items_.insert({*item.from_places.front().section, item.from_places.front().item});
}

void Linker::link_citation(const CitationDiff& citation) {
  if (citation.from) note(citation.from->place, true, citation.changes);
  if (citation.to) note(citation.to->place, false, citation.changes);
  if (!citation.from || !citation.to) return;
  const bool stays = !citation.changes.has(Change::kMoved);
  link(citation.from->place, citation.to->place, stays);
  for (const auto& [i, j] : citation.pairs) {
    Place from = citation.from->place;
    Place to = citation.to->place;
    from.passage = i;
    to.passage = j;
    link(from, to, stays);
  }
}

/// Front and back matter: equal paragraphs in order, then what stands between them, paragraph by paragraph.
void Linker::link_matter(Role role, const DiffOptions& options) {
  const std::vector<std::size_t> a = of_role(from_, role);
  const std::vector<std::size_t> b = of_role(to_, role);
  std::map<std::string, std::uint32_t> forms;
  const auto ids = [&forms](const std::vector<Unit>& units, const std::vector<std::size_t>& list) {
    std::vector<std::uint32_t> result;
    for (const std::size_t i : list)
      result.push_back(forms.try_emplace(comparison_form(units[i].text), static_cast<std::uint32_t>(forms.size())).first->second);
    return result;
  };
  const std::vector<std::uint32_t> left = ids(from_, a);
  const std::vector<std::uint32_t> right = ids(to_, b);
  std::size_t i = 0;
  std::size_t j = 0;
  Alignment alignment = align(left, right, options.word_limit);
  alignment.kept.emplace_back(a.size(), b.size());
  for (const auto& [next_i, next_j] : alignment.kept) {
    while (i < next_i && j < next_j) join_matter(a[i++], b[j++]);
    if (next_i < a.size()) join_matter(a[next_i], b[next_j]);
    i = next_i + 1;
    j = next_j + 1;
  }
}

void Linker::join_matter(std::size_t i, std::size_t j) {
  from_[i].partner = j;
  to_[j].partner = i;
}

void Linker::apply(std::size_t i) {
  Unit& unit = from_[i];
  const auto link = links_.find(key_of_place(unit.place));
  if (link == links_.end() || unit.role == Role::kFront || unit.role == Role::kBack) return;
  const auto found = to_index_.find(key_of(unit.role, link->second.to, unit.nth));
  if (found == to_index_.end() || to_[found->second].partner != kNowhere) return;
  unit.partner = found->second;
  to_[found->second].partner = i;
  unit.may_stay = link->second.stays && !under_moved(unit.place);
}

bool Linker::under_moved(const Place& place) const {
  if (!place.section) return false;
  if (moved_sections_.contains(*place.section)) return true;
  std::vector<std::size_t> way;
  for (const std::size_t step : place.item) {
    way.push_back(step);
    if (moved_items_.contains({*place.section, way})) return true;
  }
  return false;
}

Changes Linker::changes_of(const Unit& unit, bool from_side) const {
  Place place = unit.place;
  place.passage.reset();
  const auto& known = from_side ? from_changes_ : to_changes_;
  const auto found = known.find(key_of_place(place));
  return found == known.end() ? Changes() : found->second;
}

}  // namespace travaux
