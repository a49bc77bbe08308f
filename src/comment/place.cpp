// Proposals to places. For each: its targets and destination by address, its instrument by name, its words by looking for them
// there; then the changes of words that it wants.
#include <fmt/format.h>

#include <algorithm>

#include "comment/cited.h"
#include "comment/edits.h"
#include "comment/form_words.h"
#include "comment/scope.h"
#include "comment/targets.h"

namespace travaux {
namespace {

bool is_only_said(Ask ask) { return !has_fate(ask) || ask == Ask::kKeep; }

bool concerns_words(const Proposal& p) {
  switch (p.asks) {
    case Ask::kInsert:
    case Ask::kDelete:
    case Ask::kReplace:
    case Ask::kReword:
    case Ask::kRetitle:
    case Ask::kBracket:
    case Ask::kUnbracket:
      return true;
    default:
      return false;
  }
}

class Placer {
 public:
  Placer(const Document& draft, const CitedInstruments& cited) : draft_(draft), cited_(cited), index_(draft), texts_(draft) {}

  void place(Proposal& p) const {
    p.wanted.clear();
    p.alternatives = p.placed = false;
    p.why_unplaced.clear();
    p.instrument = p.heading.empty() ? std::string() : cited_.id_of(p.heading);
    p.why_unplaced = resolve_places(p);
    if (!p.why_unplaced.empty()) return;
    if (is_only_said(p.asks)) {
      p.placed = !p.targets.empty();
      return;
    }
    p.why_unplaced = concerns_words(p) ? place_words(p) : place_whole(p);
    p.placed = p.why_unplaced.empty() && (concerns_words(p) ? !p.wanted.empty() : has_place(p));
  }

 private:
  static bool has_place(const Proposal& p) {
    return p.asks == Ask::kAdd || p.destination.has_value() || !p.targets.empty() || !p.wanted.empty();
  }

  /// "the third paragraph" is ¶3 of a text without numbers; elsewhere it may be counted from anywhere, and names no place.
  void drop_ordinals(Proposal& p) const {
    const auto is_nowhere = [&](const Target& target) { return target.address.starts_with("¶") && !index_.at(target.address); };
    std::erase_if(p.targets, is_nowhere);
    if (!p.destination || !is_nowhere(*p.destination)) return;
    p.destination.reset();
    p.where = Proposal::Where::kUnsaid;
  }

  void expand_ranges(Proposal& p) const {
    std::vector<Target> all;
    for (Target& target : p.targets) {
      if (target.address.find("..") == std::string::npos) {
        all.push_back(std::move(target));
      } else {
        for (Target& one : index_.between(target)) all.push_back(std::move(one));
      }
    }
    p.targets = std::move(all);
  }

  /// Sets the places that the proposal names; why one of them is not there.
  std::string resolve_places(Proposal& p) const {
    std::string why;
    const std::string named = p.targets.empty() ? std::string() : p.targets.front().printed;
    drop_ordinals(p);
    if (p.targets.empty() && !named.empty() && sought(p).empty() && has_fate(p.asks) && p.asks != Ask::kAdd)
      return fmt::format("The draft has no {}.", named);
    expand_ranges(p);
    for (Target& target : p.targets) {
      index_.resolve(target);
      if (target.address.empty() && p.asks == Ask::kAdd) continue;  // what is to be added is not there yet
      const std::string& name = target.printed.empty() ? target.address : target.printed;
      if (!target.place && why.empty() && !name.empty()) why = fmt::format("The draft has no {}.", name);
    }
    if (p.destination) {
      const std::string why_not = resolve_destination(p);
      if (why.empty()) why = why_not;
    }
    return why;
  }

  /// What is to be added may be named by the number that it is to get: then its section, or what it is to stand under, is its
  /// place.
  std::string resolve_destination(Proposal& p) const {
    Target& to = *p.destination;
    index_.resolve(to);
    if (to.place || to.address.empty()) return {};  // "the new section" is none of the draft's
    const bool gets_number = p.where == Proposal::Where::kUnsaid || p.where == Proposal::Where::kIn;
    const std::size_t cut = to.address.find_last_of("./");
    if (gets_number && !to.is_section && cut != std::string::npos) {
      Target above{to.printed, to.address.substr(0, cut), false, {}};
      index_.resolve(above);
      to.place = above.place;
    }
    if (to.place || (gets_number && to.is_section && p.asks == Ask::kAdd)) return {};
    return fmt::format("The draft has no {}.", to.printed.empty() ? to.address : to.printed);
  }

  // --- words ---------------------------------------------------------------------------------------------------------

  /// The words to look for; for an insertion, those next to which it belongs; of a stretch, its first and last.
  static std::string sought(const Proposal& p) {
    if (p.asks == Ask::kInsert && !p.anchor.empty()) return p.anchor;
    return p.until.empty() || p.old_words.empty() ? p.old_words : p.old_words + " … " + p.until;
  }

  static bool means_all(const Proposal& p) { return p.throughout || form_words().throughout.occur_in(p.words); }

  std::string place_words(Proposal& p) const {
    if (p.asks == Ask::kUnbracket && sought(p).empty()) return free_only_bracket(p);
    if (sought(p).empty()) return place_whole_text(p);
    const Quote quote(sought(p));
    if (p.targets.empty() && p.heading.empty()) return place_anywhere(p, quote);
    for (const Place& place : scopes(p)) {
      const Hits hits = place.citation ? texts_.cited(place, quote) : near(place, quote, p.asks == Ask::kRetitle);
      want(p, hits);
    }
    if (!p.wanted.empty()) return {};
    if (!p.heading.empty() && scopes(p).empty()) return not_cited(p);
    return fmt::format("“{}” does not stand in {}.", unquoted(sought(p)), names_of(p));
  }

  Hits near(const Place& place, const Quote& quote, bool heading) const {
    if (heading && place.item.empty()) {
      const std::string_view text = text_of(draft_, Field::kHeading, place);
      Found found = quote.find(text);
      if (!found.spans.empty()) return {found.closeness, {{{Field::kHeading, place, text}, std::move(found.spans)}}};
    }
    return texts_.near(place, quote);
  }

  std::string place_anywhere(Proposal& p, const Quote& quote) const {
    const Hits hits = texts_.anywhere(quote);
    if (hits.empty()) return fmt::format("“{}” stands nowhere in the draft.", unquoted(sought(p)));
    if (hits.in.size() == 1 && hits.in.front().text.place.section) add_target(p, hits.in.front().text.place);
    want(p, hits);
    p.alternatives = hits.count() > 1 && !means_all(p);
    return {};
  }

  void add_target(Proposal& p, Place place) const {
    place.citation.reset();
    place.passage.reset();
    const bool is_section = place.item.empty();
    p.targets.push_back({{}, address_at(draft_, place), is_section, place});
  }

  /// The places that words are looked for in: the targets, or under them the citations of what the proposal names.
  std::vector<Place> scopes(const Proposal& p) const {
    std::vector<Place> places;
    for (const Target& target : p.targets) {
      if (p.heading.empty()) {
        places.push_back(*target.place);
      } else {
        const std::vector<Place> cited = cited_.under(p.instrument, *target.place);
        places.insert(places.end(), cited.begin(), cited.end());
      }
    }
    return p.targets.empty() ? cited_.all(p.instrument) : places;
  }

  static void want(Proposal& p, const Hits& hits) {
    const std::size_t first = p.wanted.size();
    for (const Hit& hit : hits.in) {
      const std::optional<Span> portion = portion_of(hit.text.text, p.portion);
      for (const Span& span : hit.spans) {
        if (portion && (span.begin < portion->begin || span.end > portion->end)) continue;
        if (std::optional<WantedEdit> edit = edit_at(p, hit.text, span, hits.closeness)) p.wanted.push_back(std::move(*edit));
      }
    }
    if (p.wanted.size() > first + 1 && !means_all(p)) p.alternatives = true;
  }

  /// Nothing quoted: the whole text, or an insertion at its start or end.
  std::string place_whole_text(Proposal& p) const {
    for (const Place& place : scopes(p)) {
      if (std::optional<WantedEdit> edit = edit_whole(p, draft_, place)) p.wanted.push_back(std::move(*edit));
    }
    if (!p.wanted.empty() || (p.targets.empty() && p.heading.empty())) return {};
    if (!p.heading.empty() && scopes(p).empty()) return not_cited(p);
    return fmt::format("It does not say which words of {}.", names_of(p));
  }

  std::string free_only_bracket(Proposal& p) const {
    for (const Target& target : p.targets) {
      const Field field = target.is_section ? Field::kSection : Field::kItem;
      const std::string_view text = text_of(draft_, field, *target.place);
      const std::vector<Span> brackets = outer_brackets(text);
      p.alternatives = p.alternatives || brackets.size() > 1;
      for (const Span& span : brackets) {
        if (auto edit = edit_at(p, {field, *target.place, text}, span, Closeness::kExact)) p.wanted.push_back(std::move(*edit));
      }
    }
    return p.wanted.empty() && !p.targets.empty() ? fmt::format("There are no square brackets in {}.", names_of(p))
                                                  : std::string();
  }

  // --- items and citations -------------------------------------------------------------------------------------------

  std::string place_whole(Proposal& p) const {
    const bool of_citation = p.asks == Ask::kUncite || (p.asks == Ask::kMove && !p.heading.empty());
    if (p.asks == Ask::kCite || of_citation) {
      for (Target& target : p.targets) {
        const std::vector<Place> cited = cited_.under(p.instrument, *target.place);
        if (!p.heading.empty() && !cited.empty()) target.place->citation = cited.front().citation;
        if (!p.heading.empty() && !cited.empty()) target.place->item = cited.front().item;
      }
    }
    if (!of_citation) return {};
    if (!p.old_words.empty()) return place_passage(p);
    return p.heading.empty() || !scopes(p).empty() ? std::string() : not_cited(p);
  }

  /// A passage of a citation that is to go.
  std::string place_passage(Proposal& p) const {
    const Quote quote(p.old_words);
    if (p.targets.empty() && p.heading.empty()) return place_anywhere(p, quote);
    for (const Place& place : scopes(p)) {
      want(p, place.citation ? texts_.cited(place, quote) : texts_.near(place, quote));
    }
    if (!p.wanted.empty()) return {};
    return fmt::format("“{}” does not stand in {}.", unquoted(p.old_words), names_of(p));
  }

  // --- reasons -------------------------------------------------------------------------------------------------------

  std::string names_of(const Proposal& p) const {
    std::string names;
    for (const Target& target : p.targets) {
      names += (names.empty() ? "" : ", ") + (target.is_section ? "section " + target.address : target.address);
    }
    if (p.heading.empty()) return names;
    return fmt::format("what is cited of {}{}{}", unquoted(p.heading), names.empty() ? "" : " under ", names);
  }

  std::string not_cited(const Proposal& p) const {
    std::string names;
    for (const Target& target : p.targets) names += (names.empty() ? "" : ", ") + target.address;
    return fmt::format("{} does not cite {}.", names.empty() ? "The draft" : names, unquoted(p.heading));
  }

  const Document& draft_;
  const CitedInstruments& cited_;
  TargetIndex index_;
  Texts texts_;
};

}  // namespace

void place_proposals(std::vector<Proposal>& proposals, const Document& draft, const Registry& registry) {
  std::vector<std::string> names;
  for (const Proposal& p : proposals) {
    if (!p.heading.empty()) names.push_back(p.heading);
  }
  const CitedInstruments cited(draft, registry, names);
  const Placer placer(draft, cited);
  for (Proposal& p : proposals) placer.place(p);
}

}  // namespace travaux
