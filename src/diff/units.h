// The units of a redline: a document cut into what is shown as one block, and which unit of one draft became which of the other.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "diff/flat.h"
#include "travaux/diff.h"

namespace travaux {

/// Paragraphs of one role and place that follow each other: what is shown as one block and compared as one text.
struct Unit {
  Role role = Role::kFront;
  Place place;
  std::size_t nth = 0;          ///< among the units of this role and place
  std::string lead;             ///< the printed number, where it comes first
  std::string text;             ///< the rest; paragraphs joined by LF
  std::size_t first_token = 0;  ///< how many tokens stand before it in the units of this role and place, numbers left out
  std::size_t partner = kNowhere;
  std::size_t move = 0;
  bool anchored = false;
  bool may_stay = true;  ///< not part of what is reported as moved
  Changes changes;
};

/// Role, place and number of a unit, in an order.
using UnitKey = std::tuple<int, std::size_t, std::vector<std::size_t>, std::size_t, std::size_t, std::size_t>;

UnitKey key_of(Role role, const Place& place, std::size_t nth);

/// The units of a document, in order; together they hold all its words.
std::vector<Unit> units_of(const Document& document);

/// Pairs the units of two drafts as their comparison says. Sets `partner` and `may_stay`.
class Linker {
 public:
  Linker(std::vector<Unit>& from, std::vector<Unit>& to, const DocumentDiff& changes);

  void run(const DiffOptions& options);

  /// What is reported of the citation, item or section that a unit belongs to.
  Changes changes_of(const Unit& unit, bool from_side) const;

 private:
  struct Link {
    Place to;
    bool stays = true;
  };
  using PlaceKey = std::tuple<std::size_t, std::vector<std::size_t>, std::size_t, std::size_t>;

  static PlaceKey key_of_place(const Place& place);
  void link(const Place& from, const Place& to, bool stays) { links_[key_of_place(from)] = {to, stays}; }
  void note(const Place& place, bool from_side, const Changes& changes) {
    (from_side ? from_changes_ : to_changes_)[key_of_place(place)] = changes;
  }
  void link_section(const SectionDiff& section);
  void link_item(const ItemDiff& item);
  void link_citation(const CitationDiff& citation);
  void link_matter(Role role, const DiffOptions& options);
  void join_matter(std::size_t i, std::size_t j);
  void apply(std::size_t i);
  bool under_moved(const Place& place) const;

  std::vector<Unit>& from_;
  std::vector<Unit>& to_;
  const DocumentDiff& changes_;
  std::map<UnitKey, std::size_t> to_index_;
  std::map<PlaceKey, Link> links_;
  std::map<PlaceKey, Changes> from_changes_, to_changes_;
  std::set<std::size_t> moved_sections_;
  std::set<std::pair<std::size_t, std::vector<std::size_t>>> moved_items_;
};

}  // namespace travaux
