// Wishes that cannot all be granted.
#include <algorithm>

#include "attribute/matter.h"

namespace travaux {
namespace {

/// Wishes for the same words that want different ones. Time goes with the wishes and the clashes among them.
class Competition {
 public:
  explicit Competition(const Matter& matter) : m_(matter) {}

  void list(std::vector<FatedProposal>& proposals) {
    std::map<FieldKey, std::vector<Claim>> texts;
    for (std::size_t r = 0; r < m_.requests.size(); ++r) {
      for (const Wish& wish : m_.requests[r].wishes) texts[wish.key].push_back({r, &wish.stretch, id_of(wish.stretch.inserted)});
    }
    for (auto& [key, claims] : texts) list_clashes(claims, proposals);
    list_removals(proposals);
    for (FatedProposal& proposal : proposals) {
      std::sort(proposal.competing.begin(), proposal.competing.end());
      proposal.competing.erase(std::unique(proposal.competing.begin(), proposal.competing.end()), proposal.competing.end());
    }
  }

 private:
  /// A wish for words of one text.
  struct Claim {
    std::size_t request;
    const Stretch* stretch;
    std::size_t words;  ///< the same number for the same words
  };

  /// Words that are the same but for case and marks have one number.
  std::size_t id_of(const Words& words) {
    std::vector<WordId> list;
    for (const Word& word : words) {
      if (word.loose != 0) list.push_back(word.loose);
    }
    return ids_.emplace(std::move(list), ids_.size()).first->second;
  }

  /// Sorts the wishes by where they begin: each can clash only with those that begin before it ends.
  void list_clashes(std::vector<Claim>& claims, std::vector<FatedProposal>& proposals) const {
    std::stable_sort(claims.begin(), claims.end(),
                     [](const Claim& a, const Claim& b) { return a.stretch->begin < b.stretch->begin; });
    for (auto x = claims.begin(); x != claims.end(); ++x) {
      const std::size_t last = std::max(x->stretch->end, x->stretch->begin + 1);
      for (auto y = std::next(x); y != claims.end() && y->stretch->begin < last; ++y) {
        if (x->request == y->request || x->words == y->words || !meet(*x->stretch, *y->stretch)) continue;
        add(proposals, x->request, y->request);
        add(proposals, y->request, x->request);
      }
    }
  }

  static bool meet(const Stretch& x, const Stretch& y) {
    const bool same_point = x.begin == x.end && y.begin == y.end && x.begin == y.begin;
    return same_point || (x.begin < y.end && y.begin < x.end);
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

  void add(std::vector<FatedProposal>& proposals, std::size_t r, std::size_t other) const {
    proposals[r].competing.push_back(m_.requests[other].ref);
  }

  const Matter& m_;
  std::map<std::vector<WordId>, std::size_t> ids_;
};

}  // namespace

void list_competing(const Matter& matter, std::vector<FatedProposal>& proposals) { Competition(matter).list(proposals); }

}  // namespace travaux
