// Who asked for an item or section to come, to go, to move, to be divided or joined.
#include <algorithm>
#include <cmath>

#include "attribute/agreement.h"
#include "attribute/offers.h"

namespace travaux {
namespace {

constexpr double kContained = 0.8;    ///< of an item's words, in a longer text that was put forward
constexpr double kSomeTerms = 0.25;   ///< of an item's terms, for a look at all
constexpr double kHeadingLike = 0.6;  ///< likeness of a new section's heading
constexpr double kStock = 0.8;        ///< likeness where the words stand in the earlier draft already
constexpr std::size_t kFewWords = 4;  ///< of content: then the likeness must be higher
constexpr double kLikenessIfFew = 0.7;
constexpr double kAlike = 0.7;        ///< likeness at which paragraphs are about the same
constexpr double kSameMatter = 0.5;   ///< below it: likeness of their distinctive words
constexpr std::size_t kFewTerms = 3;  ///< distinctive words: too few to tell what a paragraph is about
constexpr double kWholeText = 0.9;    ///< of an item's words, whose deletion asks for its removal

std::string with_points(const Item& item) {
  std::string text = item.text;
  for (const Item& point : item.items) text += "\n" + with_points(point);
  return text;
}

class Tracer {
 public:
  explicit Tracer(Matter& matter) : m_(matter) {}

  void run() {
    for (AttributedEdit& edit : m_.edits) {
      if (edit.target == EditTarget::kItem) trace_item(edit);
      if (edit.target == EditTarget::kSection) trace_section(edit);
    }
    for (AttributedEdit& edit : m_.edits) {
      if (edit.target == EditTarget::kItem && edit.change == "removed") trace_replaced(edit);
    }
  }

 private:
  template <typename Score>
  void collect(AttributedEdit& edit, Score score, double as_good = 0.85) {
    std::vector<Offer> offers;
    for (std::size_t r = 0; r < m_.requests.size(); ++r) {
      if (!m_.requests[r].stands) continue;
      const Offer offer = score(m_.requests[r], *m_.requests[r].proposal);
      if (offer.score > 0) offers.push_back({r, offer.score, offer.exact});
    }
    take_offers(m_, edit, std::move(offers), as_good);
  }

  void trace_item(AttributedEdit& edit) {
    const ItemDiff& item = m_.entry_of(edit);
    if (edit.change == "added") trace_added(edit, item);
    if (edit.change == "removed") trace_removed(edit, item);
    if (edit.change == "moved") trace_moved(edit, item.from_places.front());
    if (edit.change == "split") trace_split(edit, item);
    if (edit.change == "merged") trace_merged(edit, item);
    if (edit.change == "status") trace_status(edit);
  }

  // --- came ---

  void trace_added(AttributedEdit& edit, const ItemDiff& item) {
    const Place& place = item.to_places.front();
    const Words text = m_.vocabulary.take(item_at(m_.to, place).text);
    const Words full = m_.vocabulary.take(with_points(item_at(m_.to, place)));
    const bool stock = m_.vocabulary.stands_in_from(text);
    collect(edit, [&](const Request& request, const Proposal& proposal) {
      Offer best;
      if (terms_in(request, full) < kSomeTerms && terms_in(request, text) < kSomeTerms) return best;
      for (const Words& wanted : request.texts) {
        const Offer one = puts_forward_items(proposal) ? added(text, full, wanted, stock) : Offer{};
        const Offer part = contained(text, wanted, stock, near(proposal, place));
        for (const Offer& offer : {one, part}) {
          if (offer.score > best.score || (offer.exact && !best.exact)) best = offer;
        }
      }
      return best;
    });
  }

  /// Whole texts: additions, and rewordings, divisions and joinings so thorough that the differ sees one item go and another
  /// come.
  bool puts_forward_items(const Proposal& proposal) const {
    if (proposal.asks == Ask::kAdd) return true;
    if (proposal.asks != Ask::kReword && proposal.asks != Ask::kSplit && proposal.asks != Ask::kMerge) return false;
    return std::any_of(proposal.targets.begin(), proposal.targets.end(),
                       [&](const Target& target) { return target.place && went(*target.place); });
  }

  bool went(const Place& place) const {
    const auto found = m_.to_of.find(Matter::item_of(place));
    return found != m_.to_of.end() && found->second.places.empty();
  }

  Offer added(const Words& text, const Words& full, const Words& wanted, bool stock) const {
    const double like = std::max(likeness_of(text, wanted), likeness_of(full, wanted));
    const bool exact = same_words(text, wanted) || same_words(full, wanted);
    if (exact) return {0, 1, true};
    const bool few = std::min(content_count(text), content_count(wanted)) < kFewWords;
    const double enough = std::max({m_.options.item_likeness, few ? kLikenessIfFew : 0, stock ? kStock : 0});
    if (like < enough || opposes_in_paragraph(full, wanted)) return {};
    const bool same_matter =
        like >= kAlike || distinctive_likeness(text, wanted) >= kSameMatter || distinctive_likeness(full, wanted) >= kSameMatter;
    return same_matter ? Offer{0, like, false} : Offer{};
  }

  /// Likeness in the words that say what a paragraph is about: those of content that the earlier draft has not
  /// (Dice 1945, of different terms). 1 where one has too few to tell.
  double distinctive_likeness(const Words& a, const Words& b) const {
    const auto distinctive = [&](const Words& words) {
      std::set<WordId> terms;
      const auto verb = std::find_if(words.begin(), words.end(), [](const Word& word) { return word.content; });
      for (auto word = verb == words.end() ? verb : verb + 1; word != words.end(); ++word) {
        if (word->content && word->term != 0 && !word->stock && m_.vocabulary.in_from(word->term) == 0) terms.insert(word->term);
      }
      return terms;
    };
    const std::set<WordId> one = distinctive(a), other = distinctive(b);
    const auto shared = std::count_if(one.begin(), one.end(), [&](WordId term) { return other.contains(term); });
    const std::size_t all = one.size() + other.size();
    if (std::min(one.size(), other.size()) < kFewTerms) return 1;
    return 2 * static_cast<double>(shared) / static_cast<double>(all);
  }

  /// A point or paragraph of a longer text: a list that was put forward as one, a section with its items.
  Offer contained(const Words& text, const Words& wanted, bool stock, bool is_near) const {
    if (stock || content_count(text) < (is_near ? 2 : kFewWords) || weight_of(text) == 0) return {};
    const Cover words = cover(text, wanted);
    const double share = words.left_weight / weight_of(text);
    return share >= (is_near ? m_.options.item_likeness + 0.2 : kContained) ? Offer{0, share * 0.95, false} : Offer{};
  }

  /// Whether a new item stands under or beside the counterpart of what a request is about.
  bool near(const Proposal& proposal, const Place& place) const {
    Place parent = place;
    parent.item.pop_back();
    if (!parent.item.empty() && targets_counterpart(m_, proposal, parent)) return true;
    Place beside = place;
    if (beside.item.back() == 0) return false;
    --beside.item.back();
    return targets_counterpart(m_, proposal, beside);
  }

  // --- went ---

  void trace_removed(AttributedEdit& edit, const ItemDiff& item) {
    const Place& place = item.from_places.front();
    collect(edit, [&](const Request& request, const Proposal& proposal) {
      if (proposal.asks == Ask::kRemove) return Offer{0, removes(proposal, place) ? 1.0 : 0.0, true};
      if (proposal.asks == Ask::kMerge && targets_item(proposal, place)) return Offer{0, 0.7, false};
      return Offer{0, deletes_all(request, place) ? 0.95 : 0.0, true};
    });
  }

  /// An item in whose place the text came that was put forward for it.
  void trace_replaced(AttributedEdit& edit) {
    const Place& place = m_.entry_of(edit).from_places.front();
    for (const AttributedEdit& other : m_.edits) {
      if (other.target != EditTarget::kItem || other.change != "added") continue;
      for (const Source& source : other.sources) {
        const Request* request = source.proposal ? request_of(*source.proposal) : nullptr;
        if (request == nullptr || request->proposal->asks == Ask::kAdd || !puts_forward_items(*request->proposal) ||
            !targets_item(*request->proposal, place))
          continue;
        edit.sources.push_back({source.by, source.proposal, source.score, source.how, source.evidence});
      }
    }
  }

  const Request* request_of(const ProposalRef& ref) const {
    const auto found = std::lower_bound(m_.requests.begin(), m_.requests.end(), ref,
                                        [](const Request& request, const ProposalRef& wanted) { return request.ref < wanted; });
    return found != m_.requests.end() && found->ref == ref ? &*found : nullptr;
  }

  bool removes(const Proposal& proposal, const Place& item) const {
    return std::any_of(proposal.targets.begin(), proposal.targets.end(), [&](const Target& target) {
      if (!target.place || target.place->citation) return false;
      if (target.place->item.empty()) return target.is_section && target.place->section == item.section;
      const auto& above = target.place->item;  // the item, or one that it is a point of
      return target.place->section == item.section && above.size() <= item.item.size() &&
             std::equal(above.begin(), above.end(), item.item.begin());
    });
  }

  bool deletes_all(const Request& request, const Place& item) const {
    double gone = 0;
    for (const Wish& wish : request.wishes) {
      if (!(wish.key == FieldKey{Field::kItem, item})) continue;
      if (!wish.stretch.inserted.empty()) return false;
      gone += weight_of(wish.stretch.removed);
    }
    return gone > 0 && gone >= kWholeText * weight_of(m_.vocabulary.take(item_at(m_.from, item).text));
  }

  // --- moved ---

  void trace_moved(AttributedEdit& edit, const Place& place) {
    collect(edit, [&](const Request&, const Proposal& proposal) {
      Offer best;
      if (proposal.asks != Ask::kMove || !proposal.instrument.empty()) return best;
      for (const Target& target : proposal.targets) {
        if (!target.place || target.place->citation || target.place->item.empty() != place.item.empty()) continue;
        const double agrees = stands_as_asked(m_, proposal, *target.place);
        if (agrees == 0 || !explains(proposal, Matter::item_of(*target.place), place)) continue;
        if (agrees > best.score) best = {0, agrees, agrees > 0.9};
      }
      return best;
    });
  }

  /// Of siblings that changed places the differ names the fewest and shortest: they need not be those that were asked to move.
  bool explains(const Proposal& proposal, const Place& target, const Place& moved) const {
    if (target == moved) return true;
    if (!proposal.destination || !proposal.destination->place || stood_so_before(m_, proposal, target)) return false;
    if (is_moved(target)) return false;
    const Place wanted = Matter::item_of(*proposal.destination->place);
    const auto rank = [](const Place& place) { return place.item.empty() ? *place.section : place.item.back(); };
    const auto under = [](const Place& place) {
      return place.item.empty() ? Place() : Place{place.section, {place.item.begin(), place.item.end() - 1}, {}, {}};
    };
    if (target.item.size() != wanted.item.size() || !(under(target) == under(wanted)) || !(under(target) == under(moved)))
      return false;
    return rank(moved) >= std::min(rank(target), rank(wanted)) && rank(moved) <= std::max(rank(target), rank(wanted));
  }

  bool is_moved(const Place& place) const {
    if (place.item.empty()) {
      return std::any_of(m_.changes.sections.begin(), m_.changes.sections.end(), [&](const SectionDiff& section) {
        return section.from_index == place.section && section.changes.has(Change::kMoved);
      });
    }
    const auto found = m_.to_of.find(place);
    return found != m_.to_of.end() && m_.changes.items[found->second.entry].changes.has(Change::kMoved);
  }

  // --- divided and joined ---

  void trace_split(AttributedEdit& edit, const ItemDiff& item) {
    collect(edit, [&](const Request& request, const Proposal& proposal) {
      if (proposal.asks != Ask::kSplit || !targets_item(proposal, item.from_places.front())) return Offer{};
      bool exact = proposal.parts.empty() || request.texts.size() >= item.to_places.size();
      for (const Place& place : item.to_places) {
        const Words text = m_.vocabulary.take(item_at(m_.to, place).text);
        exact = exact && (proposal.parts.empty() || std::any_of(request.texts.begin(), request.texts.end(),
                                                                [&](const Words& part) { return same_words(part, text); }));
      }
      return Offer{0, exact ? 1.0 : 0.9, exact};
    });
  }

  void trace_merged(AttributedEdit& edit, const ItemDiff& item) {
    const Words text = m_.vocabulary.take(item_at(m_.to, item.to_places.front()).text);
    collect(edit, [&](const Request& request, const Proposal& proposal) {
      if (proposal.asks != Ask::kMerge) return Offer{};
      const auto joined = std::count_if(item.from_places.begin(), item.from_places.end(), [&](const Place& place) {
        return targets_item(proposal, place) || names_item(destination(proposal), place);
      });
      if (joined < 2) return Offer{};
      const bool all = static_cast<std::size_t>(joined) == item.from_places.size();
      const bool exact = all && (request.texts.empty() || same_words(request.texts.front(), text));
      return Offer{0, exact ? 1.0 : all ? 0.9 : 0.75, exact};
    });
  }

  static std::optional<Place> destination(const Proposal& proposal) {
    return proposal.destination ? proposal.destination->place : std::nullopt;
  }

  void trace_status(AttributedEdit& edit) {
    const Words status = m_.vocabulary.take(edit.to);
    const auto from = m_.from_items.find(edit.from_item);
    if (status.empty() || from == m_.from_items.end()) return;
    collect(edit, [&](const Request& request, const Proposal& proposal) {
      const bool same =
          targets_item(proposal, from->second) &&
          std::any_of(request.texts.begin(), request.texts.end(), [&](const Words& text) { return same_words(text, status); });
      return Offer{0, same ? 1.0 : 0.0, true};
    });
  }

  // --- sections ---

  void trace_section(AttributedEdit& edit) {
    const SectionDiff& section = m_.changes.sections[*edit.section_index];
    if (edit.change == "added") trace_new_section(edit);
    if (edit.change == "moved") trace_moved(edit, {section.from_index, {}, {}, {}});
    if (edit.change == "removed") {
      collect(edit, [&](const Request&, const Proposal& proposal) {
        const bool asked = proposal.asks == Ask::kRemove &&
                           std::any_of(proposal.targets.begin(), proposal.targets.end(), [&](const Target& target) {
                             return target.is_section && target.place && target.place->section == section.from_index;
                           });
        return Offer{0, asked ? 1.0 : 0.0, true};
      });
    }
  }

  void trace_new_section(AttributedEdit& edit) {
    const Words heading = m_.vocabulary.take(edit.to);
    if (content_count(heading) == 0) return;
    collect(edit, [&](const Request& request, const Proposal& proposal) {
      if (proposal.asks != Ask::kAdd) return Offer{};
      std::vector<Words> texts = request.texts;
      if (!proposal.heading.empty()) texts.push_back(m_.vocabulary.take(proposal.heading));
      Offer best;
      for (const Words& text : texts) {
        const double like = likeness_of(heading, text);
        const Words opening(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(text.size(), heading.size() + 2)));
        const Cover words = cover(heading, opening);
        const bool opens = words.exact && content_count(heading) >= 1 && proposal_adds_section(proposal);
        if (same_words(heading, text)) return Offer{0, 1, true};
        if (opens) best = {0, 0.97, true};
        if (like >= kHeadingLike && like > best.score) best = {0, like, false};
      }
      return best;
    });
  }

  static bool proposal_adds_section(const Proposal& proposal) {
    return (proposal.destination && proposal.destination->is_section) ||
           std::any_of(proposal.targets.begin(), proposal.targets.end(), [](const Target& target) { return target.is_section; });
  }

  Matter& m_;
};

}  // namespace

void trace_items(Matter& matter) { Tracer(matter).run(); }

}  // namespace travaux
