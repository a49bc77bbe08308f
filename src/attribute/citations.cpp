// Who asked for a citation or passage to come, to go, to move, or to be named otherwise.
#include <algorithm>

#include "attribute/offers.h"

namespace travaux {
namespace {

constexpr double kPassageLike = 0.6;     ///< likeness of a new passage to the one put forward
constexpr double kQuoted = 0.8;          ///< of the words quoted of a passage, that it must have
constexpr double kHeadingLike = 0.7;     ///< of an instrument that no registry knows
constexpr std::size_t kEnoughWords = 4;  ///< of content, to know a passage elsewhere

class Tracer {
 public:
  explicit Tracer(Matter& matter) : m_(matter) {}

  void run() {
    for (std::size_t e = 0; e < m_.edits.size(); ++e) {
      if (m_.edits[e].target == EditTarget::kCitation) trace(m_.edits[e]);
    }
  }

 private:
  template <typename Score>
  void collect(AttributedEdit& edit, Score score) {
    std::vector<Offer> offers;
    for (std::size_t r = 0; r < m_.requests.size(); ++r) {
      if (!m_.requests[r].stands) continue;
      const Offer offer = score(m_.requests[r], *m_.requests[r].proposal);
      if (offer.score > 0) offers.push_back({r, offer.score, offer.exact});
    }
    take_offers(m_, edit, std::move(offers));
  }

  void trace(AttributedEdit& edit) {
    const CitationDiff& citation = m_.changes.citations[*edit.citation];
    if (edit.passage) {
      if (edit.change == "added") trace_new_passage(edit, citation);
      if (edit.change == "removed") trace_lost_passage(edit, citation);
      return;
    }
    if (edit.change == "added") trace_added(edit, citation);
    if (edit.change == "removed") trace_removed(edit, citation);
    if (edit.change == "moved") trace_moved(edit, citation);
    if (edit.change == "relabelled" && edit.sources.empty()) trace_relabelled(edit, citation);
  }

  bool same_instrument(const Proposal& proposal, const CitationDiff& citation) {
    if (!proposal.instrument.empty()) return proposal.instrument == citation.instrument;
    if (proposal.heading.empty()) return false;
    const CitationSide& side = citation.to ? *citation.to : *citation.from;
    return likeness_of(m_.vocabulary.take(proposal.heading), m_.vocabulary.take(side.heading)) >= kHeadingLike;
  }

  /// A target may be the citation itself: then the instrument follows from it.
  bool from_here(const Proposal& proposal, const CitationDiff& citation) {
    if (!citation.from) return false;
    return std::any_of(proposal.targets.begin(), proposal.targets.end(), [&](const Target& target) {
      if (!names_item(target.place, Matter::item_of(citation.from->place))) return false;
      if (target.place->citation) return target.place->citation == citation.from->place.citation;
      return same_instrument(proposal, citation);
    });
  }

  std::vector<std::string> passages_of(const Proposal& proposal) const {
    std::vector<std::string> passages;
    if (!proposal.new_words.empty()) passages.push_back(proposal.new_words);
    for (const auto& [heading, passage] : proposal.citations) {
      if (!passage.empty()) passages.push_back(passage);
    }
    return passages;
  }

  /// How alike the passages put forward are to those of a citation; 1 where none were.
  double passage_likeness(const Proposal& proposal, const Citation& citation, bool& exact) {
    const std::vector<std::string> wanted = passages_of(proposal);
    exact = true;
    double best = wanted.empty() ? 1 : 0;
    for (const std::string& text : wanted) {
      const Words words = m_.vocabulary.take(text);
      bool found = false;
      for (const Passage& passage : citation.passages) {
        const Words stands = m_.vocabulary.take(passage.text);
        best = std::max(best, likeness_of(words, stands));
        found = found || same_words(words, stands);
      }
      exact = exact && found;
    }
    return best;
  }

  const Citation& later(const CitationDiff& citation) const {
    return item_at(m_.to, citation.to->place).citations[*citation.to->place.citation];
  }

  void trace_added(AttributedEdit& edit, const CitationDiff& citation) {
    const Place item = Matter::item_of(citation.to->place);
    collect(edit, [&](const Request&, const Proposal& proposal) {
      if (proposal.asks != Ask::kCite && proposal.asks != Ask::kMove) return Offer{};
      if (!same_instrument(proposal, citation)) return Offer{};
      bool exact = false;
      if (proposal.asks == Ask::kMove)
        return Offer{0, proposal.destination && became(m_, proposal.destination->place, item) ? 0.9 : 0.0, true};
      const double like = passage_likeness(proposal, later(citation), exact);
      const bool here =
          targets_counterpart(m_, proposal, item) || (proposal.destination && became(m_, proposal.destination->place, item));
      if (here) return Offer{0, 0.8 + 0.2 * like, exact};
      const std::vector<std::string> wanted = passages_of(proposal);
      const bool known = !wanted.empty() && content_count(m_.vocabulary.take(wanted.front())) >= kEnoughWords;
      return Offer{0, known && like >= m_.options.words_elsewhere ? 0.7 * like : 0.0, false};
    });
  }

  void trace_removed(AttributedEdit& edit, const CitationDiff& citation) {
    collect(edit, [&](const Request&, const Proposal& proposal) {
      const bool asked = (proposal.asks == Ask::kUncite || proposal.asks == Ask::kMove || proposal.asks == Ask::kRemove) &&
                         from_here(proposal, citation);
      return Offer{0, asked ? (proposal.asks == Ask::kMove ? 0.8 : 1.0) : 0.0, proposal.asks != Ask::kMove};
    });
  }

  void trace_moved(AttributedEdit& edit, const CitationDiff& citation) {
    const Place item = Matter::item_of(citation.to->place);
    collect(edit, [&](const Request&, const Proposal& proposal) {
      const bool wanted_here = proposal.destination && became(m_, proposal.destination->place, item);
      if (proposal.asks == Ask::kMove &&
          (from_here(proposal, citation) || (proposal.targets.empty() && same_instrument(proposal, citation)))) {
        if (!proposal.destination) return Offer{0, 0.8, false};
        return Offer{0, wanted_here ? 1.0 : 0.0, true};
      }
      if (proposal.asks == Ask::kUncite && from_here(proposal, citation))
        return Offer{0, wanted_here || !proposal.destination ? 0.86 : 0.0, wanted_here};
      if (proposal.asks == Ask::kCite && same_instrument(proposal, citation))
        return Offer{0, targets_counterpart(m_, proposal, item) || wanted_here ? 0.9 : 0.0, false};
      return Offer{};
    });
  }

  /// Words of the new heading that were asked for and that the old one had not.
  void trace_relabelled(AttributedEdit& edit, const CitationDiff& citation) {
    const Words was = m_.vocabulary.take(citation.from->heading), is = m_.vocabulary.take(citation.to->heading);
    collect(edit, [&](const Request&, const Proposal& proposal) {
      const bool names = proposal.asks == Ask::kReword || proposal.asks == Ask::kReplace || proposal.asks == Ask::kRetitle;
      if (!names || proposal.new_words.empty()) return Offer{};
      const bool here = from_here(proposal, citation) || (proposal.targets.empty() && same_instrument(proposal, citation));
      if (!here) return Offer{};
      const Words wanted = m_.vocabulary.take(proposal.new_words);
      const double all = weight_of(wanted), now = cover(wanted, is).left_weight, before = cover(wanted, was).left_weight;
      if (all == 0 || now < kQuoted * all || before >= now) return Offer{};
      return Offer{0, now / all, same_words(wanted, is)};
    });
  }

  void trace_new_passage(AttributedEdit& edit, const CitationDiff& citation) {
    const Words text = m_.vocabulary.take(edit.to);
    const Place item = Matter::item_of(citation.to->place);
    collect(edit, [&](const Request& request, const Proposal& proposal) {
      Offer best;
      const bool here =
          targets_counterpart(m_, proposal, item) || (proposal.destination && became(m_, proposal.destination->place, item));
      if (!here) return best;
      if (proposal.asks == Ask::kCite && !same_instrument(proposal, citation) && !from_here(proposal, citation)) return best;
      std::vector<Words> texts = request.texts;
      for (const auto& [heading, passage] : proposal.citations) texts.push_back(m_.vocabulary.take(passage));
      for (const Words& wanted : texts) {
        const double like = likeness_of(text, wanted);
        if (like >= kPassageLike && like > best.score) best = {0, like, same_words(text, wanted)};
      }
      return best;
    });
  }

  void trace_lost_passage(AttributedEdit& edit, const CitationDiff& citation) {
    const Words text = m_.vocabulary.take(edit.from);
    Place place = citation.from->place;
    place.passage = m_.changes.citations[*edit.citation].passages[*edit.passage].from;
    collect(edit, [&](const Request& request, const Proposal& proposal) {
      double wanted = 0;
      for (const Wish& wish : request.wishes) {
        if (wish.key == FieldKey{Field::kPassage, place} && weight_of(wish.stretch.inserted) < 0.05)
          wanted += weight_of(wish.stretch.removed);
      }
      if (wanted > 0) return Offer{0, wanted >= kQuoted * weight_of(text) ? 1.0 : 0.0, true};
      const bool asks = proposal.asks == Ask::kUncite || proposal.asks == Ask::kDelete || proposal.asks == Ask::kRemove;
      if (!asks || !from_here(proposal, citation)) return Offer{};
      const bool named =
          std::any_of(proposal.targets.begin(), proposal.targets.end(), [&](const Target& t) { return t.place == place; });
      if (named) return Offer{0, 1, true};
      if (std::any_of(proposal.targets.begin(), proposal.targets.end(),
                      [](const Target& t) { return t.place && t.place->passage; }))
        return Offer{};
      if (proposal.old_words.empty()) return Offer{0, 0.7, false};
      const Words quoted = m_.vocabulary.take(proposal.old_words);
      const double share = weight_of(quoted) == 0 ? 0 : cover(quoted, text).left_weight / weight_of(quoted);
      return Offer{0, share >= kQuoted ? share : 0.0, true};
    });
  }

  Matter& m_;
};

}  // namespace

void trace_citations(Matter& matter) { Tracer(matter).run(); }

}  // namespace travaux
