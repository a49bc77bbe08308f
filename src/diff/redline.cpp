// The redline: both drafts as rows of units, the units that stay in place as anchors, between them what went and what came.
#include <algorithm>
#include <map>

#include "diff/runs.h"
#include "diff/units.h"
#include "travaux/diff.h"

namespace travaux {

namespace {

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
  static std::pair<std::size_t, std::size_t> better(const std::pair<std::size_t, std::size_t>& a,
                                                    const std::pair<std::size_t, std::size_t>& b) {
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

// --- the page ------------------------------------------------------------------------------------------------------------

class Weaver {
 public:
  Weaver(const Document& from, const Document& to, const DocumentDiff& changes, const DiffOptions& options)
      : from_document_(from),
        to_document_(to),
        options_(options),
        from_(units_of(from)),
        to_(units_of(to)),
        linker_(from_, to_, changes) {
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
    add_unit(runs, RunKind::kDeleted, unit);
    place_from(add(unit, std::move(runs), true), unit);
  }

  void inserted(const Unit& unit) {
    std::vector<Run> runs;
    add_unit(runs, RunKind::kInserted, unit);
    place_to(add(unit, std::move(runs), false), unit);
  }

  void kept(const Unit& from, const Unit& to) {
    RedlineBlock& block = add(to, runs_between(from, to, options_), false);
    place_from(block, from);
    place_to(block, to);
  }

  static void place_from(RedlineBlock& block, const Unit& unit) {
    block.from_place = unit.place;
    block.from_token = unit.first_token;
  }

  static void place_to(RedlineBlock& block, const Unit& unit) {
    block.to_place = unit.place;
    block.to_token = unit.first_token;
  }

  RedlineBlock& add(const Unit& unit, std::vector<Run> runs, bool from_side) {
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
    return result_.blocks.back();
  }

  const Document& document(bool from_side) const { return from_side ? from_document_ : to_document_; }

  std::size_t level_of(const Unit& unit, bool from_side) const {
    return unit.place.section ? document(from_side).sections[*unit.place.section].level : 0;
  }

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
