// Who asked for the words of an edit: the best claim, and those that account for what it leaves.
#include "attribute/claims.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace travaux {

std::string evidence_of(const Request& request) {
  const Proposal& proposal = *request.proposal;
  if (!proposal.words.empty()) return proposal.words;
  return !proposal.new_words.empty() ? proposal.new_words : proposal.old_words;
}

void add_source(AttributedEdit& edit, const Request& request, double score, How how, std::string evidence) {
  for (const std::string& by : request.by) edit.sources.push_back({by, request.ref, score, how, evidence});
}

void settle_sources(AttributedEdit& edit) {
  const auto rank = [](How how) { return how == How::kRuled ? 0 : how == How::kPrinted ? 1 : 2; };
  std::stable_sort(edit.sources.begin(), edit.sources.end(), [&](const Source& a, const Source& b) {
    if (rank(a.how) != rank(b.how)) return rank(a.how) < rank(b.how);
    if (a.score != b.score) return a.score > b.score;
    return a.proposal < b.proposal;
  });
  std::vector<Source> kept;
  for (const Source& source : edit.sources) {
    const auto same = [&](const Source& other) { return other.by == source.by && other.proposal == source.proposal; };
    if (std::none_of(kept.begin(), kept.end(), same)) kept.push_back(source);
  }
  edit.sources = std::move(kept);
}

namespace {

constexpr double kAsGood = 0.85;  ///< of the best claim's fit
constexpr double kOwnPart = 0.2;  ///< of the edit's words, that a further source must account for alone
constexpr double kEverything = 0.95;

class Sharing {
 public:
  Sharing(Matter& matter, std::size_t edit) : m_(matter), edit_(matter.edits[edit]), words_(matter.words[edit]) {
    for (const Stretch& stretch : words_.stretches) add(stretch.inserted);
    came_ = weights_.size();
    for (const Stretch& stretch : words_.stretches) add(stretch.removed);
    taken_.assign(weights_.size(), 0);
  }

  /// Finds who could claim it; adds the requests that stand whole where they were asked for.
  void collect(std::set<std::size_t>& in_place) {
    claims_ = claims_on(m_, words_);
    for (const Claim& claim : claims_) {
      if (claim.nearness == Nearness::kHere && claim.whole && !claim.only_removal) in_place.insert(claim.request);
    }
  }

  void settle(const std::set<std::size_t>& in_place) {
    // What stands where it was asked for was not taken up elsewhere.
    std::erase_if(claims_, [&](const Claim& claim) {
      return claim.nearness == Nearness::kElsewhere && in_place.contains(claim.request) &&
             m_.requests[claim.request].wishes.size() == 1;
    });
    std::stable_sort(claims_.begin(), claims_.end(), [](const Claim& a, const Claim& b) {
      if (a.nearness != b.nearness) return a.nearness < b.nearness;
      if (a.half != b.half) return b.half;
      return a.fit() > b.fit();
    });
    for (const Claim& claim : claims_) {
      if (!claim.only_removal && fits(claim)) accept(claim);
    }
    // What came was asked for by others: then those who wanted the words to go have their part in it.
    if (accepted_.empty() || share_taken() < m_.options.words_here) return;
    for (const Claim& claim : claims_) {
      if (claim.only_removal) accept(claim);
    }
  }

 private:
  void add(const Words& words) {
    for (const Word& word : words) weights_.push_back(word.weight);
  }

  double total() const { return std::accumulate(weights_.begin(), weights_.begin() + static_cast<std::ptrdiff_t>(came_), 0.0); }

  double share_taken() const {
    double sum = 0;
    for (std::size_t i = 0; i < came_; ++i) sum += taken_[i] * weights_[i];
    return total() == 0 ? 0 : sum / total();
  }

  /// Of the words that nobody before it accounts for.
  double own_part(const Claim& claim) const {
    double own = 0, all = 0;
    const std::size_t end = total() > 0 ? came_ : weights_.size();
    for (std::size_t i = 0; i < end; ++i) {
      all += weights_[i];
      if (i < claim.covered.size() && claim.covered[i] > taken_[i]) own += (claim.covered[i] - taken_[i]) * weights_[i];
    }
    return all == 0 ? 0 : own / all;
  }

  bool fits(const Claim& claim) const {
    if (accepted_.empty()) return true;
    const Claim& best = *accepted_.front();
    if (claim.nearness != best.nearness && (best.nearness == Nearness::kHere || claim.fit() < kAsGood * best.fit())) return false;
    if (claim.half && !best.half) return false;
    if (claim.whole || claim.fit() >= kAsGood * best.fit()) return true;
    return (claim.nearness == Nearness::kHere && claim.share >= kEverything) || own_part(claim) >= kOwnPart;
  }

  void accept(const Claim& claim) {
    for (std::size_t i = 0; i < taken_.size() && i < claim.covered.size(); ++i) taken_[i] = std::max(taken_[i], claim.covered[i]);
    const Request& request = m_.requests[claim.request];
    const bool exact = (claim.exact || claim.whole) && claim.nearness == Nearness::kHere && !claim.half;
    add_source(edit_, request, claim.score(), exact ? How::kVerbatim : How::kAdapted, evidence_of(request));
    accepted_.push_back(&claim);
  }

  Matter& m_;
  AttributedEdit& edit_;
  const EditWords& words_;
  std::vector<double> weights_, taken_;
  std::size_t came_ = 0;
  std::vector<Claim> claims_;
  std::vector<const Claim*> accepted_;
};

}  // namespace

void trace_words(Matter& matter) {
  std::vector<Sharing> all;
  std::set<std::size_t> in_place;
  for (std::size_t e = 0; e < matter.edits.size(); ++e) {
    if (!matter.words[e].stretches.empty()) all.emplace_back(matter, e).collect(in_place);
  }
  for (Sharing& sharing : all) sharing.settle(in_place);
}

}  // namespace travaux
