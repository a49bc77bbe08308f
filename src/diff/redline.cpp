// The redline: both drafts as rows of units, the units that stay in place as anchors, between them what went and what came.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "diff/sequence.h"
#include "diff/words.h"
#include "text/unicode.h"
#include "travaux/diff.h"

namespace travaux {

namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// Paragraphs of one role and place that follow each other: what is shown as one block and compared as one text.
struct Unit {
  Role role = Role::kFront;
  Place place;
  std::size_t nth = 0;  ///< among the units of this role and place
  std::string lead;     ///< the printed number, where it comes first
  std::string text;     ///< the rest; paragraphs joined by LF
  std::size_t partner = kNowhere;
  std::size_t move = 0;
  bool anchored = false;
  bool may_stay = true;  ///< not part of what is reported as moved
  Changes changes;

  std::string all() const { return lead.empty() ? text : lead + " " + text; }
};

using Key = std::tuple<int, std::size_t, std::vector<std::size_t>, std::size_t, std::size_t, std::size_t>;

Key key_of(Role role, const Place& place, std::size_t nth) {
  return {static_cast<int>(role), place.section.value_or(kNowhere), place.item, place.citation.value_or(kNowhere), place.passage.value_or(kNowhere), nth};
}

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

std::vector<Unit> units_of(const Document& document) {
  std::vector<Unit> units;
  std::map<Key, std::size_t> seen;
  for (const Block& block : document.blocks) {
    const std::string_view source = document.source;
    const bool leads = !block.lead.empty() && fold_white_space(source.substr(block.span.begin, block.lead.begin - block.span.begin)).empty();
    const std::string text = paragraph_text(leads ? source.substr(block.lead.end, block.span.end - block.lead.end) : block.span.of(source));
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
    if (!unit.lead.empty() || !unit.text.empty()) units.push_back(std::move(unit));
  }
  return units;
}

// --- which unit became which ---------------------------------------------------------------------------------------------

class Linker {
 public:
  Linker(std::vector<Unit>& from, std::vector<Unit>& to, const DocumentDiff& changes) : from_(from), to_(to), changes_(changes) {
    for (std::size_t j = 0; j < to_.size(); ++j) to_index_[key_of(to_[j].role, to_[j].place, to_[j].nth)] = j;
  }

  void run(const DiffOptions& options) {
    link_matter(Role::kFront, options);
    link_matter(Role::kBack, options);
    for (const SectionDiff& section : changes_.sections) link_section(section);
    for (const ItemDiff& item : changes_.items) link_item(item);
    for (const CitationDiff& citation : changes_.citations) link_citation(citation);
    for (std::size_t i = 0; i < from_.size(); ++i) apply(i);
  }

 private:
  struct Link {
    Place to;
    bool stays = true;
  };

  using From = std::tuple<std::size_t, std::vector<std::size_t>, std::size_t, std::size_t>;

  static From place_key(const Place& place) {
    return {place.section.value_or(kNowhere), place.item, place.citation.value_or(kNowhere), place.passage.value_or(kNowhere)};
  }

  void link(const Place& from, const Place& to, bool stays) { links_[place_key(from)] = {to, stays}; }

  void note(const Place& place, bool from_side, const Changes& changes) { (from_side ? from_changes_ : to_changes_)[place_key(place)] = changes; }

  void link_section(const SectionDiff& section) {
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

  void link_item(const ItemDiff& item) {
    for (const Place& place : item.from_places) note(place, true, item.changes);
    for (const Place& place : item.to_places) note(place, false, item.changes);
    // Of a split or merge the parts stand side by side; the first takes the place of the whole.
    if (!item.from_places.empty() && !item.to_places.empty()) link(item.from_places.front(), item.to_places.front(), !item.changes.has(Change::kMoved));
    if (item.changes.has(Change::kMoved)) moved_items_.insert({*item.from_places.front().section, item.from_places.front().item});
  }

  void link_citation(const CitationDiff& citation) {
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
  void link_matter(Role role, const DiffOptions& options) {
    const std::vector<std::size_t> a = of_role(from_, role);
    const std::vector<std::size_t> b = of_role(to_, role);
    std::map<std::string, std::uint32_t> forms;
    const auto ids = [&forms](const std::vector<Unit>& units, const std::vector<std::size_t>& list) {
      std::vector<std::uint32_t> result;
      for (const std::size_t i : list) result.push_back(forms.try_emplace(comparison_form(units[i].text), static_cast<std::uint32_t>(forms.size())).first->second);
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

  void join_matter(std::size_t i, std::size_t j) {
    from_[i].partner = j;
    to_[j].partner = i;
  }

  static std::vector<std::size_t> of_role(const std::vector<Unit>& units, Role role) {
    std::vector<std::size_t> list;
    for (std::size_t i = 0; i < units.size(); ++i) {
      if (units[i].role == role) list.push_back(i);
    }
    return list;
  }

  void apply(std::size_t i) {
    Unit& unit = from_[i];
    const auto link = links_.find(place_key(unit.place));
    if (link == links_.end() || unit.role == Role::kFront || unit.role == Role::kBack) return;
    const auto found = to_index_.find(key_of(unit.role, link->second.to, unit.nth));
    if (found == to_index_.end() || to_[found->second].partner != kNowhere) return;
    unit.partner = found->second;
    to_[found->second].partner = i;
    unit.may_stay = link->second.stays && !under_moved(unit.place);
  }

  bool under_moved(const Place& place) const {
    if (!place.section) return false;
    if (moved_sections_.contains(*place.section)) return true;
    std::vector<std::size_t> way;
    for (const std::size_t step : place.item) {
      way.push_back(step);
      if (moved_items_.contains({*place.section, way})) return true;
    }
    return false;
  }

 public:
  /// What is reported of the citation, item or section that a unit belongs to.
  Changes changes_of(const Unit& unit, bool from_side) const {
    Place place = unit.place;
    place.passage.reset();
    const auto& known = from_side ? from_changes_ : to_changes_;
    const auto found = known.find(place_key(place));
    return found == known.end() ? Changes() : found->second;
  }

 private:
  std::vector<Unit>& from_;
  std::vector<Unit>& to_;
  const DocumentDiff& changes_;
  std::map<Key, std::size_t> to_index_;
  std::map<From, Link> links_;
  std::map<From, Changes> from_changes_, to_changes_;
  std::set<std::size_t> moved_sections_;
  std::set<std::pair<std::size_t, std::vector<std::size_t>>> moved_items_;
};

// --- which stay in place -------------------------------------------------------------------------------------------------

/// Prefix maxima over places of the later draft (Fenwick 1994), each with the unit that reaches it.
class PrefixMaxima {
 public:
  explicit PrefixMaxima(std::size_t size) : best_(size + 1, {0, kNowhere}) {}

  std::pair<std::size_t, std::size_t> below(std::size_t place) const {
    std::pair<std::size_t, std::size_t> best{0, kNowhere};
    for (std::size_t i = place; i > 0; i -= i & (~i + 1)) best = better(best, best_[i]);
    return best;
  }

  void raise(std::size_t place, std::size_t weight, std::size_t unit) {
    for (std::size_t i = place + 1; i < best_.size(); i += i & (~i + 1)) best_[i] = better(best_[i], {weight, unit});
  }

 private:
  static std::pair<std::size_t, std::size_t> better(const std::pair<std::size_t, std::size_t>& a, const std::pair<std::size_t, std::size_t>& b) {
    return b.first > a.first ? b : a;
  }

  std::vector<std::pair<std::size_t, std::size_t>> best_;
};

/// The heaviest run of linked units that keeps its order stays; the rest is shown where it went and where it came.
void anchor(std::vector<Unit>& from, std::vector<Unit>& to) {
  PrefixMaxima maxima(to.size());
  std::vector<std::size_t> before(from.size(), kNowhere);
  std::pair<std::size_t, std::size_t> best{0, kNowhere};
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (from[i].partner == kNowhere || !from[i].may_stay) continue;
    const auto [weight, unit] = maxima.below(from[i].partner);
    const std::size_t reached = weight + from[i].text.size() + 1;
    before[i] = unit;
    maxima.raise(from[i].partner, reached, i);
    if (reached > best.first) best = {reached, i};
  }
  for (std::size_t i = best.second; i != kNowhere; i = before[i]) from[i].anchored = to[from[i].partner].anchored = true;
}

// --- runs ----------------------------------------------------------------------------------------------------------------

/// Writes tokens of both sides into runs so that each side, read alone, keeps its words apart.
class RunWriter {
 public:
  RunWriter(const TokenText& from, const TokenText& to) : from_(from), to_(to) {}

  std::vector<Run> write(const std::vector<Hunk>& hunks) {
    std::size_t j = 0;
    for (const Hunk& hunk : hunks) {
      keep_until(hunk.from_begin, hunk.to_begin, j);
      for (std::size_t k = hunk.from_begin; k < hunk.from_end; ++k) put(RunKind::kDeleted, from_.word(k), gap(from_, k), {});
      for (std::size_t k = hunk.to_begin; k < hunk.to_end; ++k) put(RunKind::kInserted, to_.word(k), {}, gap(to_, k));
      j = hunk.to_end;
      i_ = hunk.from_end;
    }
    keep_until(from_.size(), to_.size(), j);
    return std::move(runs_);
  }

 private:
  void keep_until(std::size_t, std::size_t to_end, std::size_t j) {
    for (; j < to_end; ++j, ++i_) put(RunKind::kKept, to_.word(j), gap(from_, i_), gap(to_, j));
  }

  /// What separates a token from the one before it: nothing, a space, or a paragraph's end.
  static std::string_view gap(const TokenText& text, std::size_t i) {
    const std::size_t begin = i == 0 ? 0 : text.tokens[i - 1].span.end;
    const std::string_view between = text.text.substr(begin, text.tokens[i].span.begin - begin);
    if (between.empty()) return {};
    return between.find('\n') != std::string_view::npos ? "\n" : " ";
  }

  void put(RunKind kind, std::string_view word, std::string_view from_gap, std::string_view to_gap) {
    const bool in_from = kind != RunKind::kInserted;
    const bool in_to = kind != RunKind::kDeleted;
    std::string_view space;
    if (in_to && !to_gap.empty() && !to_open_) space = to_gap;
    if (in_from && !from_gap.empty() && !from_open_ && space.empty()) {
      if (kind == RunKind::kDeleted) space = from_gap;
      if (kind == RunKind::kKept) separate_from(from_gap);
    }
    if (runs_.empty() || runs_.back().kind != kind) runs_.push_back({kind, ""});
    runs_.back().text += space;
    runs_.back().text += word;
    if (in_from) from_open_ = false;
    if (in_to) to_open_ = false;
  }

  /// A kept token that only the earlier draft sets apart: the gap is deleted with what stands before. Between two kept tokens the later
  /// draft's print tells them apart already.
  void separate_from(std::string_view gap) {
    if (runs_.empty() || runs_.back().kind == RunKind::kKept) return;
    if (runs_.back().kind == RunKind::kInserted) runs_.push_back({RunKind::kDeleted, ""});
    runs_.back().text += gap;
  }

  const TokenText& from_;
  const TokenText& to_;
  std::vector<Run> runs_;
  std::size_t i_ = 0;
  bool from_open_ = true;  ///< nothing has been written of this side since its last separation
  bool to_open_ = true;
};

void add_run(std::vector<Run>& runs, RunKind kind, std::string text) {
  if (!text.empty()) runs.push_back({kind, std::move(text)});
}

std::vector<Run> runs_between(const Unit& from, const Unit& to, const DiffOptions& options) {
  std::vector<Run> runs;
  if (comparison_form(from.lead) == comparison_form(to.lead)) {
    add_run(runs, RunKind::kKept, to.lead.empty() ? "" : to.lead + " ");
  } else {
    add_run(runs, RunKind::kDeleted, from.lead.empty() ? "" : from.lead + " ");
    add_run(runs, RunKind::kInserted, to.lead.empty() ? "" : to.lead + " ");
  }
  Interner interner;
  const TokenText a = interner.take(from.text);
  const TokenText b = interner.take(to.text);
  for (Run& run : RunWriter(a, b).write(compare_words(a, b, options).hunks)) {
    if (!runs.empty() && runs.back().kind == run.kind) {
      runs.back().text += run.text;
    } else {
      runs.push_back(std::move(run));
    }
  }
  return runs;
}

// --- the page ------------------------------------------------------------------------------------------------------------

class Weaver {
 public:
  Weaver(const Document& from, const Document& to, const DocumentDiff& changes, const DiffOptions& options)
      : from_document_(from), to_document_(to), options_(options), from_(units_of(from)), to_(units_of(to)), linker_(from_, to_, changes) {
    linker_.run(options);
    anchor(from_, to_);
    result_.from_label = changes.from_label;
    result_.to_label = changes.to_label;
    result_.title = to.title.empty() ? from.title : to.title;
    result_.sections.push_back({"", "", false});
    for (const SectionDiff& section : changes.sections) {
      if (section.from_index && section.to_index) counterpart_[*section.from_index] = *section.to_index;
    }
  }

  Redline weave() {
    number_moves();
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < from_.size() || j < to_.size()) {
      while (i < from_.size() && !from_[i].anchored) deleted(from_[i++]);
      while (j < to_.size() && !to_[j].anchored) inserted(to_[j++]);
      if (i < from_.size() && j < to_.size()) kept(from_[i++], to_[j++]);
    }
    return std::move(result_);
  }

 private:
  void number_moves() {
    std::size_t moves = 0;
    for (Unit& unit : from_) {
      if (unit.partner != kNowhere && !unit.anchored) unit.move = to_[unit.partner].move = ++moves;
    }
  }

  void deleted(const Unit& unit) {
    std::vector<Run> runs;
    add_run(runs, RunKind::kDeleted, unit.all());
    add(unit, std::move(runs), true);
  }

  void inserted(const Unit& unit) {
    std::vector<Run> runs;
    add_run(runs, RunKind::kInserted, unit.all());
    add(unit, std::move(runs), false);
  }

  void kept(const Unit& from, const Unit& to) { add(to, runs_between(from, to, options_), false); }

  void add(const Unit& unit, std::vector<Run> runs, bool from_side) {
    RedlineBlock block;
    block.role = unit.role;
    block.from_side = from_side;
    block.move = unit.move;
    block.changes = linker_.changes_of(unit, from_side);
    block.section = section_of(unit, from_side);
    block.address = address_of(unit, from_side);
    block.depth = unit.place.item.empty() ? level_of(unit, from_side) : unit.place.item.size() - 1;
    const bool changed = std::any_of(runs.begin(), runs.end(), [](const Run& run) { return run.kind != RunKind::kKept; });
    if (changed) result_.sections[block.section].changed = true;
    block.runs = std::move(runs);
    result_.blocks.push_back(std::move(block));
  }

  const Document& document(bool from_side) const { return from_side ? from_document_ : to_document_; }

  std::size_t level_of(const Unit& unit, bool from_side) const { return unit.place.section ? document(from_side).sections[*unit.place.section].level : 0; }

  std::string address_of(const Unit& unit, bool from_side) const {
    if (!unit.place.section) return {};
    if (unit.place.item.empty()) return document(from_side).sections[*unit.place.section].number;
    return item_at(document(from_side), unit.place).address;
  }

  /// The entry of the navigation that a unit stands under, made when first met. A section that both drafts have is one entry.
  std::size_t section_of(const Unit& unit, bool from_side) {
    if (!unit.place.section) return unit.role == Role::kBack ? result_.sections.size() - 1 : 0;
    bool side = from_side;
    std::size_t index = *unit.place.section;
    if (from_side && counterpart_.contains(index)) {
      index = counterpart_[index];
      side = false;
    }
    const auto [entry, fresh] = entries_.try_emplace({side, index}, result_.sections.size());
    if (fresh) {
      const Section& section = document(side).sections[index];
      result_.sections.push_back({section.number, section.heading, false});
    }
    return entry->second;
  }

  const Document& from_document_;
  const Document& to_document_;
  const DiffOptions& options_;
  std::vector<Unit> from_, to_;
  Linker linker_;
  Redline result_;
  std::map<std::size_t, std::size_t> counterpart_;
  std::map<std::pair<bool, std::size_t>, std::size_t> entries_;
};

}  // namespace

Redline build_redline(const Document& from, const Document& to, const DocumentDiff& changes, const DiffOptions& options) {
  return Weaver(from, to, changes, options).weave();
}

}  // namespace travaux
