// Wishes that cannot all be granted.
#include <algorithm>

#include "attribute/cover.h"
#include "attribute/matter.h"

namespace travaux {
namespace {

/// Wishes for the same words that want different ones.
class Competition {
 public:
  explicit Competition(const Matter& matter) : m_(matter) {}

  void list(std::vector<FatedProposal>& proposals) {
    std::map<FieldKey, std::vector<std::pair<std::size_t, const Wish*>>> texts;
    for (std::size_t r = 0; r < m_.requests.size(); ++r) {
      for (const Wish& wish : m_.requests[r].wishes) texts[wish.key].emplace_back(r, &wish);
    }
    for (const auto& [key, wishes] : texts) {
      for (const auto& [r, wish] : wishes) {
        for (const auto& [other, others_wish] : wishes) {
          if (r != other && clash(*wish, *others_wish)) add(proposals, r, other);
        }
      }
    }
    list_removals(proposals);
  }

 private:
  static bool clash(const Wish& a, const Wish& b) {
    const Stretch& x = a.stretch;
    const Stretch& y = b.stretch;
    const bool meets = x.begin < y.end && y.begin < x.end;
    const bool same_point = x.begin == x.end && y.begin == y.end && x.begin == y.begin;
    return (meets || same_point) && !same_words(x.inserted, y.inserted);
  }

  /// One wants an item out that another wants to keep or to change.
  void list_removals(std::vector<FatedProposal>& proposals) {
    std::map<Place, std::vector<std::size_t>, PlaceLess> removed, other;
    for (std::size_t r = 0; r < m_.requests.size(); ++r) {
      const Proposal& proposal = *m_.requests[r].proposal;
      const bool stands = m_.requests[r].stands || proposal.asks == Ask::kKeep;
      if (!stands) continue;
      for (const Target& target : proposal.targets) {
        if (!target.place || target.place->item.empty() || target.place->citation) continue;
        const Place item = Matter::item_of(*target.place);
        if (proposal.asks == Ask::kRemove) removed[item].push_back(r);
        if (proposal.asks == Ask::kKeep || !m_.requests[r].wishes.empty()) other[item].push_back(r);
      }
    }
    for (const auto& [item, removers] : removed) {
      const auto found = other.find(item);
      if (found == other.end()) continue;
      for (const std::size_t r : removers) {
        for (const std::size_t o : found->second) add(proposals, r, o), add(proposals, o, r);
      }
    }
  }

  void add(std::vector<FatedProposal>& proposals, std::size_t r, std::size_t other) {
    std::vector<ProposalRef>& list = proposals[r].competing;
    const ProposalRef ref = m_.requests[other].ref;
    if (std::find(list.begin(), list.end(), ref) == list.end()) list.push_back(ref);
  }

  const Matter& m_;
};

}  // namespace

void list_competing(const Matter& matter, std::vector<FatedProposal>& proposals) { Competition(matter).list(proposals); }

}  // namespace travaux
