// Where things of a redraft stand: in its own text, and next to what of the draft.
#pragma once

#include <map>
#include <optional>
#include <tuple>

#include "travaux/comment.h"
#include "travaux/diff.h"

namespace travaux {

/// Places in an order, so that they may be keys.
struct PlaceOrder {
  bool operator()(const Place& a, const Place& b) const {
    return std::tie(a.section, a.item, a.citation, a.passage) < std::tie(b.section, b.item, b.citation, b.passage);
  }
};

class RedraftPlaces {
 public:
  RedraftPlaces(const Document& draft, const Document& redraft, const DocumentDiff& changes);

  /// What a place of the redraft became of: the draft's item or section. Empty: it is new.
  std::optional<Place> origin(const Place& redraft_place) const;
  /// The draft's item as a target; `printed` is the redraft's address where it has the item, else the draft's.
  Target item(const Place& draft_place, const std::optional<Place>& redraft_place) const;
  Target section(std::size_t draft_section) const;

  /// Sets destination and where of something that stands at a place of the redraft: after what precedes it there, else before
  /// what follows it, else in its section.
  void set_destination(Proposal& proposal, const Place& redraft_place) const;
  void set_section_destination(Proposal& proposal, std::size_t redraft_section) const;

  /// Sets line and span: a place of the redraft.
  void set_line(Proposal& proposal, const Place& redraft_place) const;
  /// The same of something that only the draft has: where its predecessor stands in the redraft.
  void set_line_of_lost(Proposal& proposal, const Place& draft_place) const;

 private:
  const std::vector<Item>& siblings(const Place& redraft_place) const;

  const Document& draft_;
  const Document& redraft_;
  std::map<Place, Place, PlaceOrder> origins_;  ///< redraft -> draft
  std::map<Place, Place, PlaceOrder> fates_;    ///< draft -> redraft
  std::map<Place, Span, PlaceOrder> blocks_;    ///< of the redraft
  std::map<Place, bool, PlaceOrder> steady_;    ///< of the redraft: neither moved nor new
};

}  // namespace travaux
