// What became of each proposal: what it asks for against what stands in the later draft.
#include <algorithm>

#include "attribute/fulfilment.h"
#include "attribute/offers.h"

namespace travaux {
namespace {

constexpr double kAdded = 0.45;    ///< of a text put forward, that stands in what came
constexpr double kReplaced = 0.3;  ///< likeness of an item's texts below which it was replaced
constexpr std::size_t kQuoteBytes = 80;

std::string quoted(const std::string& words) {
  if (words.size() <= kQuoteBytes) return "“" + words + "”";
  std::size_t end = words.rfind(' ', kQuoteBytes);
  if (end == std::string::npos || end == 0) {
    end = kQuoteBytes;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
  }
  return "“" + words.substr(0, end) + " …”";
}

class Judge {
 public:
  explicit Judge(Matter& matter) : m_(matter), done_(matter) {
    for (std::size_t e = 0; e < m_.edits.size(); ++e) {
      for (const Source& source : m_.edits[e].sources) {
        if (!source.proposal) continue;
        auto& list = edits_[*source.proposal];
        if (list.empty() || list.back() != e) list.push_back(e);
        if (source.how == How::kRuled) ruled_.insert(*source.proposal);
      }
    }
  }

  FatedProposal judge(const Request& request, bool withdrawn) {
    FatedProposal fated;
    fated.proposal = request.ref;
    const auto found = edits_.find(request.ref);
    if (found != edits_.end()) fated.edits = found->second;
    decide(request, withdrawn, fated);
    return fated;
  }

 private:
  void decide(const Request& request, bool withdrawn, FatedProposal& fated) {
    const Proposal& proposal = *request.proposal;
    if (!has_fate(proposal.asks) && fated.edits.empty()) return;
    if (withdrawn) return set(fated, ProposalFate::kWithdrawn, "the comment was withdrawn");
    if (request.fulfilled) return set(fated, ProposalFate::kAccepted, "it stood in the earlier draft already");
    if (proposal.asks == Ask::kKeep && fated.edits.empty()) return keep(proposal, fated);
    if (!fated.edits.empty()) return taken_up(request, fated);
    if (!proposal.placed && !proposal.why_unplaced.empty() && proposal.asks != Ask::kAdd)
      return set(fated, ProposalFate::kUnplaced, proposal.why_unplaced);
    if (const std::string gone = what_went(request); !gone.empty()) return set(fated, ProposalFate::kOvertaken, gone);
    set(fated, ProposalFate::kNotTakenUp, why_not(request));
  }

  static void set(FatedProposal& fated, ProposalFate fate, std::string why) {
    fated.fate = fate;
    fated.why = std::move(why);
  }

  // --- taken up ---

  void taken_up(const Request& request, FatedProposal& fated) {
    std::string missing;
    const bool all = ruled_.contains(request.ref) || whole(request, fated.edits, missing);
    set(fated, all ? ProposalFate::kAccepted : ProposalFate::kAcceptedInPart,
        where(fated.edits) + (all || missing.empty() ? "" : "; " + missing));
  }

  std::string where(const std::vector<std::size_t>& edits) const {
    std::vector<std::string> places;
    for (const std::size_t e : edits) {
      const AttributedEdit& edit = m_.edits[e];
      std::string place = !edit.to_item.empty() ? edit.to_item : !edit.from_item.empty() ? edit.from_item + " went" : "";
      if (edit.target == EditTarget::kSection) place = "section " + edit.section;
      if (!place.empty() && std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
    }
    std::string text;
    for (const std::string& place : places) text += (text.empty() ? "" : ", ") + place;
    return text.empty() ? "taken up" : text;
  }

  bool whole(const Request& request, const std::vector<std::size_t>& edits, std::string& missing) {
    const Proposal& proposal = *request.proposal;
    const auto has = [&](std::string_view change) {
      return std::any_of(edits.begin(), edits.end(), [&](std::size_t e) { return m_.edits[e].change == change; });
    };
    switch (proposal.asks) {
      case Ask::kAdd:
        if (done_.lacks_sentence(request, edits)) return missing = "a sentence of it is left out", false;
        return done_.stands(request, edits) >= kAdded;
      case Ask::kSplit:
        return has("split") || has("added") || (missing = "the paragraph was not divided", false);
      case Ask::kMerge:
        return merged(proposal, edits, missing);
      case Ask::kRemove:
        return each_target(proposal, missing, [&](const Place& place) { return done_.went(place); });
      case Ask::kMove:
        if (!proposal.instrument.empty()) return has("moved") || (has("added") && has("removed"));
        return each_target(proposal, missing,
                           [&](const Place& place) { return place.citation || stands_as_asked(m_, proposal, place) > 0; });
      case Ask::kCite:
      case Ask::kUncite:
        return cited(proposal, edits, missing);
      default:
        break;
    }
    if (done_.in_brackets_only(request, edits)) return missing = "in brackets", false;
    return request.wishes.empty() || done_.fulfilled(request, edits, missing);
  }

  bool merged(const Proposal& proposal, const std::vector<std::size_t>& edits, std::string& missing) const {
    for (const std::size_t e : edits) {
      if (m_.edits[e].change != "merged") continue;
      const ItemDiff& item = m_.entry_of(m_.edits[e]);
      for (const Target& target : proposal.targets) {
        if (!target.place || std::any_of(item.from_places.begin(), item.from_places.end(),
                                         [&](const Place& place) { return names_item(target.place, place); }))
          continue;
        missing = target.address + " is not part of it";
        return false;
      }
      return true;
    }
    missing = "the paragraphs were not joined";
    return false;
  }

  template <typename Done>
  bool each_target(const Proposal& proposal, std::string& missing, Done done) const {
    for (const Target& target : proposal.targets) {
      if (!target.place || done(*target.place)) continue;
      missing += (missing.empty() ? "not " : ", ") + target.address;
    }
    return missing.empty();
  }

  /// Each item named has the citation, or has it no more; a passage taken out where the whole was to go is a part.
  bool cited(const Proposal& proposal, const std::vector<std::size_t>& edits, std::string& missing) const {
    const bool whole = proposal.asks == Ask::kCite || !proposal.old_words.empty() || proposal.targets.empty() ||
                       std::any_of(proposal.targets.begin(), proposal.targets.end(),
                                   [](const Target& t) { return t.place && t.place->passage; }) ||
                       std::any_of(edits.begin(), edits.end(), [&](std::size_t e) { return !m_.edits[e].passage; });
    if (!whole) return missing = "the rest of the citation stands", false;
    if (proposal.targets.size() < 2) return true;
    return each_target(proposal, missing, [&](const Place& place) {
      return std::any_of(edits.begin(), edits.end(), [&](std::size_t e) {
        return m_.edits[e].from_item == m_.address_from(Matter::item_of(place)) || m_.edits[e].to_item.empty();
      });
    });
  }

  // --- not taken up ---

  /// What went, where all that the request is about went or was replaced.
  std::string what_went(const Request& request) const {
    std::vector<std::string> gone;
    std::size_t count = 0;
    for (const Target& target : request.proposal->targets) {
      if (!target.place) continue;
      ++count;
      if (done_.went(*target.place)) {
        gone.push_back(target.address + " went");
      } else if (was_replaced(*target.place, *request.proposal)) {
        gone.push_back(target.address + " was replaced");
      }
    }
    if (count == 0) {
      for (const Wish& wish : request.wishes) {
        ++count;
        if (done_.went(wish.key.place)) gone.push_back(done_.name_of_text(wish.key) + " went");
      }
    }
    return count > 0 && gone.size() == count ? gone.front() : std::string();
  }

  bool was_replaced(const Place& place, const Proposal& proposal) const {
    if (place.item.empty() || proposal.asks == Ask::kRemove || proposal.asks == Ask::kMove) return false;
    if (place.citation) {
      return std::any_of(m_.changes.citations.begin(), m_.changes.citations.end(), [&](const CitationDiff& citation) {
        return citation.from && !citation.to && Matter::item_of(citation.from->place) == Matter::item_of(place) &&
               citation.from->place.citation == place.citation;
      });
    }
    const auto found = m_.to_of.find(Matter::item_of(place));
    if (found == m_.to_of.end()) return false;
    const ItemDiff& item = m_.changes.items[found->second.entry];
    return item.changes.has(Change::kEdited) && item.from_places.size() == 1 && item.to_places.size() == 1 &&
           item.similarity < kReplaced;
  }

  std::string why_not(const Request& request) const {
    const Proposal& proposal = *request.proposal;
    for (const Wish& wish : request.wishes) {
      const std::string name = later_name(wish.key);
      for (const std::size_t e : edits_at(wish)) {
        if (!m_.edits[e].to.empty()) return name + " reads " + quoted(m_.edits[e].to);
        return quoted(m_.edits[e].from) + " went from " + name;
      }
      if (!proposal.old_words.empty()) return name + " still has " + quoted(proposal.old_words);
      if (!proposal.new_words.empty()) return quoted(proposal.new_words) + " is not in " + name;
    }
    for (const Target& target : proposal.targets) {
      if (target.place && !target.place->item.empty())
        return later_name({Field::kItem, *target.place}) + " stands as it did in this";
    }
    if (!proposal.new_words.empty()) return "nothing like " + quoted(proposal.new_words) + " came";
    return "nothing of it is in the later draft";
  }

  std::vector<std::size_t> edits_at(const Wish& wish) const {
    std::vector<std::size_t> found;
    for (const std::size_t e : done_.edits_of(wish.key)) {
      for (const Stretch& stretch : m_.words[e].stretches) {
        const bool meets = stretch.begin < wish.stretch.end && wish.stretch.begin < stretch.end;
        const bool same =
            wish.stretch.begin == wish.stretch.end && stretch.begin <= wish.stretch.end && wish.stretch.begin <= stretch.end;
        if (meets || same) found.push_back(e);
      }
    }
    return found;
  }

  std::string later_name(const FieldKey& key) const {
    if (key.place.item.empty()) return done_.name_of_text(key);
    const auto found = m_.to_of.find(Matter::item_of(key.place));
    if (found == m_.to_of.end() || found->second.places.empty()) return done_.name_of_text(key);
    return item_at(m_.to, found->second.places.front()).address;
  }

  // --- keep ---

  void keep(const Proposal& proposal, FatedProposal& fated) const {
    std::string changed;
    bool any = false;
    for (const Target& target : proposal.targets) {
      if (!target.place) continue;
      any = true;
      if (changed.empty()) changed = change_of(proposal, *target.place);
    }
    if (!any)
      return set(fated, ProposalFate::kUnplaced, proposal.why_unplaced.empty() ? "it names no place" : proposal.why_unplaced);
    set(fated, changed.empty() ? ProposalFate::kAccepted : ProposalFate::kNotTakenUp,
        changed.empty() ? "it stands as it did" : changed);
  }

  std::string change_of(const Proposal& proposal, const Place& place) const {
    const std::string name = done_.name_of_text({place.item.empty() ? Field::kSection : Field::kItem, place});
    if (done_.went(place)) return name + " went";
    if (place.item.empty()) return section_change(place, name);
    const Place item = Matter::item_of(place);
    const auto found = m_.to_of.find(item);
    if (found == m_.to_of.end()) return {};
    const ItemDiff& entry = m_.changes.items[found->second.entry];
    if (!proposal.old_words.empty()) {
      const std::string text = comparison_form(item_at(m_.to, found->second.places.front()).text);
      return text.find(comparison_form(proposal.old_words)) == std::string::npos
                 ? quoted(proposal.old_words) + " does not stand any more"
                 : "";
    }
    for (const Change change : {Change::kEdited, Change::kSplit, Change::kMerged}) {
      if (entry.changes.has(change)) return name + " was " + std::string(name_of(change));
    }
    return {};
  }

  /// A section is kept with its items.
  std::string section_change(const Place& place, const std::string& name) const {
    for (const SectionDiff& section : m_.changes.sections) {
      if (section.from_index == place.section && (section.changes.has(Change::kEdited) || section.changes.has(Change::kRetitled)))
        return name + " was edited";
    }
    for (const ItemDiff& item : m_.changes.items) {
      if (item.from_places.empty() || item.from_places.front().section != place.section) continue;
      if (item.to_places.empty()) return item.from.front() + " went";
      if (item.changes.has(Change::kEdited)) return item.from.front() + " was edited";
    }
    return {};
  }

  Matter& m_;
  Fulfilment done_;
  std::map<ProposalRef, std::vector<std::size_t>> edits_;
  std::set<ProposalRef> ruled_;
};

}  // namespace

std::vector<FatedProposal> fates_of(Matter& matter, const std::vector<CommentOn>& comments) {
  std::vector<FatedProposal> proposals;
  Judge judge(matter);
  for (const Request& request : matter.requests)
    proposals.push_back(judge.judge(request, comments[request.ref.comment].withdrawn));
  list_competing(matter, proposals);
  for (FatedProposal& fated : proposals) std::sort(fated.competing.begin(), fated.competing.end());
  return proposals;
}

}  // namespace travaux
