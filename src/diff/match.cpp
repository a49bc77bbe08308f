#include "diff/match.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "diff/assign.h"
#include "diff/likeness.h"
#include "diff/parts.h"

namespace travaux {

namespace {

constexpr std::size_t kAssignLimit = 400;
constexpr std::size_t kMostCandidates = 64;
constexpr double kPlaceBonus = 0.06;
constexpr double kSectionBonus = 0.04;
constexpr double kCitationBonus = 0.15;
constexpr double kOrderBonus = 0.01;
constexpr double kCitedSame = 0.8;       // the same mandates: one item however reworded, if anything of its words is left
constexpr std::size_t kCitedEnough = 3;  // instruments and passages
constexpr double kLeastLikeness = 0.15;
constexpr double kCitedAlike = 0.6;  // citations that speak for one item though its words changed much
constexpr double kSectionScore = 0.30;
constexpr double kSectionVote = 0.30;
constexpr double kSectionWords = 0.40;  // likeness of all that two sections hold
constexpr double kSectionWordsSameNumber = 0.25;
constexpr double kSurelyAlike = 0.6;  // alike enough to be paired before divided and joined items are looked for

/// What an item cites, as a set: instruments, and passages under them.
using Cited = std::set<std::string>;

Cited cited_by(const Item& item) {
  Cited cited;
  for (const Citation& citation : item.citations) {
    cited.insert(citation.instrument);
    for (const Passage& passage : citation.passages) cited.insert(citation.instrument + "\n" + comparison_form(passage.text));
  }
  return cited;
}

double overlap(const Cited& a, const Cited& b) {
  if (a.empty() || b.empty()) return 0;
  const auto shared = std::count_if(a.begin(), a.end(), [&b](const std::string& entry) { return b.contains(entry); });
  return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

class Matcher {
 public:
  Matcher(const FlatDocument& from, const FlatDocument& to, const DiffOptions& options)
      : from_(from),
        to_(to),
        options_(options),
        from_features_(all_features(from)),
        to_features_(all_features(to)),
        parts_(options.parts_cover),
        result_{Pairing(from.items.size(), to.items.size()),
                Pairing(from.document->sections.size(), to.document->sections.size()),
                {},
                {},
                {},
                {},
                false} {
    weigh(pointers(from_features_, to_features_));
    result_.how.assign(from.items.size(), Match::kNone);
    result_.similarity.assign(from.items.size(), 0);
    from_sections_ = section_features(from, from_features_);
    to_sections_ = section_features(to, to_features_);
    for (const FlatItem& item : from.items) from_cited_.push_back(cited_by(*item.item));
    for (const FlatItem& item : to.items) to_cited_.push_back(cited_by(*item.item));
  }

  Matching run() {
    match_sections();
    match_equal();
    match_sections();
    match_alike(kSurelyAlike);
    find_parts();
    match_alike(0);
    find_parts();
    match_emptied();
    match_sections();
    return std::move(result_);
  }

 private:
  static AllFeatures all_features(const FlatDocument& side) {
    AllFeatures features;
    for (const FlatItem& item : side.items) features.push_back(features_of(item.text));
    return features;
  }

  static std::vector<Features*> pointers(AllFeatures& a, AllFeatures& b) {
    std::vector<Features*> all;
    for (AllFeatures* side : {&a, &b}) {
      for (Features& features : *side) all.push_back(&features);
    }
    return all;
  }

  // --- what speaks for a pair besides its words ---

  bool same_section(std::size_t i, std::size_t j) const {
    return result_.sections.to_of[from_.items[i].section] == to_.items[j].section;
  }

  bool same_place(std::size_t i, std::size_t j) const {
    const Item& a = *from_.items[i].item;
    const Item& b = *to_.items[j].item;
    return same_section(i, j) &&
           (a.address == b.address || (!a.number.empty() && a.number == b.number && from_.items[i].parent == kNowhere));
  }

  double circumstance(std::size_t i, std::size_t j) const {
    const double order = 1.0 - std::abs(position(i, from_) - position(j, to_));
    const bool depth = from_.items[i].place.item.size() == to_.items[j].place.item.size();
    return (same_section(i, j) ? kSectionBonus : 0) + (same_place(i, j) ? kPlaceBonus : 0) + (depth ? kOrderBonus : 0) +
           kCitationBonus * overlap(from_cited_[i], to_cited_[j]) + kOrderBonus * order;
  }

  static double position(std::size_t i, const FlatDocument& side) {
    return static_cast<double>(i) / static_cast<double>(side.items.size());
  }

  void join(std::size_t i, std::size_t j, Match how, double similarity) {
    result_.items.join(i, j);
    result_.how[i] = how;
    result_.similarity[i] = similarity;
  }

  // --- equal texts ---

  /// Items of one text; where several bear it, citations, place and order tell them apart.
  void match_equal() {
    std::map<std::vector<TokenId>, std::vector<std::size_t>> by_text;
    for (std::size_t j = 0; j < to_.items.size(); ++j) by_text[to_.items[j].text.ids].push_back(j);
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < from_.items.size(); ++i) {
      const auto found = by_text.find(from_.items[i].text.ids);
      if (found == by_text.end()) continue;
      std::vector<Candidate> own;
      for (const std::size_t j : found->second) {
        if (!from_.items[i].text.ids.empty() || same_place(i, j)) own.push_back({i, j, rounded(1 + circumstance(i, j))});
      }
      add_best(std::move(own), candidates);
    }
    for (const Candidate& pair : assign(std::move(candidates), kAssignLimit, result_.coarse))
      join(pair.from, pair.to, Match::kText, 1);
  }

  // --- alike texts ---

  struct Posting {
    std::size_t item;
    std::uint32_t count;
  };

  /// Pairs what is left by likeness, but nothing under `least`.
  void match_alike(double least) {
    std::unordered_map<std::uint64_t, std::vector<Posting>> postings;
    std::vector<double> totals(to_.items.size(), 0);
    for (std::size_t j = 0; j < to_.items.size(); ++j) {
      if (result_.items.from_of[j] != kNowhere) continue;
      totals[j] = total_weight(to_features_[j]);
      for (const Features::Entry& entry : to_features_[j].entries) postings[entry.id].push_back({j, entry.count});
    }
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < from_.items.size(); ++i) {
      if (result_.items.to_of[i] == kNowhere) add_candidates(i, least, postings, totals, candidates);
    }
    for (const Candidate& pair : assign(std::move(candidates), kAssignLimit, result_.coarse)) {
      join(pair.from, pair.to, Match::kLikeness, rounded(likeness(from_features_[pair.from], to_features_[pair.to])));
    }
  }

  void add_candidates(std::size_t i, double least, const std::unordered_map<std::uint64_t, std::vector<Posting>>& postings,
                      const std::vector<double>& totals, std::vector<Candidate>& candidates) {
    shared_.assign(to_.items.size(), 0);
    for (const Features::Entry& entry : from_features_[i].entries) {
      const auto found = postings.find(entry.id);
      if (found == postings.end()) continue;
      const double weight = entry.weight;
      for (const Posting& posting : found->second) shared_[posting.item] += weight * std::min(entry.count, posting.count);
    }
    const double total = total_weight(from_features_[i]);
    std::vector<Candidate> own;
    for (std::size_t j = 0; j < shared_.size(); ++j) {
      if (shared_[j] == 0) continue;
      const double alike = rounded(2 * shared_[j] / (total + totals[j]));
      if (alike >= least && is_match(i, j, alike)) own.push_back({i, j, rounded(alike + circumstance(i, j))});
    }
    add_best(std::move(own), candidates);
  }

  /// An item like very many others keeps the likeliest: thousands of twins would be millions of pairs.
  void add_best(std::vector<Candidate> own, std::vector<Candidate>& candidates) {
    if (own.size() > kMostCandidates) {
      const auto better = [](const Candidate& a, const Candidate& b) {
        return a.score != b.score ? a.score > b.score : a.to < b.to;
      };
      std::nth_element(own.begin(), own.begin() + kMostCandidates, own.end(), better);
      own.resize(kMostCandidates);
      result_.coarse = true;
    }
    candidates.insert(candidates.end(), own.begin(), own.end());
  }

  bool is_match(std::size_t i, std::size_t j, double alike) const {
    if (alike >= options_.item_likeness) return true;
    const double cited = overlap(from_cited_[i], to_cited_[j]);
    if (cited >= kCitedSame && from_cited_[i].size() >= kCitedEnough && alike >= kLeastLikeness) return true;
    return alike >= options_.item_likeness_same_place && (same_place(i, j) || cited >= kCitedAlike);
  }

  /// An item reduced to its number, or filled in again: the same place and nothing else to go by.
  void match_emptied() {
    for (std::size_t i = 0; i < from_.items.size(); ++i) {
      for (std::size_t j = 0; j < to_.items.size() && result_.items.to_of[i] == kNowhere; ++j) {
        const bool emptied = from_.items[i].text.ids.empty() != to_.items[j].text.ids.empty();
        if (emptied && result_.items.free(i, j) && same_place(i, j)) join(i, j, Match::kNumber, 0);
      }
    }
  }

  // --- divided and joined items ---

  void find_parts() {
    parts_.find(from_features_, to_features_, result_.items.to_of, result_.items.from_of, result_.splits);
    parts_.find(to_features_, from_features_, result_.items.from_of, result_.items.to_of, result_.merges);
  }

  // --- sections ---

  void match_sections() {
    const std::vector<Section>& a = from_.document->sections;
    const std::vector<Section>& b = to_.document->sections;
    const std::vector<std::vector<double>> votes = section_votes();
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < a.size(); ++i) {
      for (std::size_t j = 0; j < b.size(); ++j) {
        const double heading = heading_likeness(a[i], b[j]);
        const bool number = a[i].number == b[j].number;
        const bool bare = a[i].heading.empty() && b[j].heading.empty() && number;
        const double words = rounded(likeness(from_sections_[i], to_sections_[j]));
        const double score = 0.5 * heading + 0.3 * votes[i][j] + 0.2 * words + (number ? 0.02 : 0);
        const bool alike = words >= (number ? kSectionWordsSameNumber : kSectionWords);
        const bool match =
            score >= kSectionScore || votes[i][j] >= kSectionVote || alike || (bare && (votes[i][j] > 0 || is_barren(i, j)));
        if (match && a[i].level == b[j].level) candidates.push_back({i, j, rounded(score + 0.001)});
      }
    }
    result_.sections = Pairing(a.size(), b.size());
    for (const Candidate& pair : assign(std::move(candidates), kAssignLimit, result_.coarse))
      result_.sections.join(pair.from, pair.to);
  }

  /// The words of all items of each section together.
  static AllFeatures section_features(const FlatDocument& side, const AllFeatures& items) {
    std::vector<std::map<std::uint64_t, Features::Entry>> merged(side.document->sections.size());
    for (std::size_t i = 0; i < side.items.size(); ++i) {
      for (const Features::Entry& entry : items[i].entries) {
        if (entry.pair) continue;
        const auto [known, fresh] = merged[side.items[i].section].try_emplace(entry.id, entry);
        if (!fresh) known->second.count += entry.count;
      }
    }
    AllFeatures result(merged.size());
    for (std::size_t s = 0; s < merged.size(); ++s) {
      for (const auto& [id, entry] : merged[s]) result[s].entries.push_back(entry);
    }
    return result;
  }

  /// Two sections about whose items nothing is known yet, or that have none.
  bool is_barren(std::size_t i, std::size_t j) const {
    const auto matched = [](const FlatDocument& side, std::size_t section, const std::vector<std::size_t>& partner) {
      for (std::size_t k = 0; k < side.items.size(); ++k) {
        if (side.items[k].section == section && partner[k] != kNowhere) return true;
      }
      return false;
    };
    return !matched(from_, i, result_.items.to_of) && !matched(to_, j, result_.items.from_of);
  }

  static double heading_likeness(const Section& a, const Section& b) {
    if (a.heading.empty() || b.heading.empty()) return 0;
    Interner interner;
    Features left = features_of(interner.take(a.heading));
    Features right = features_of(interner.take(b.heading));
    weigh({&left, &right});
    return likeness(left, right);
  }

  /// For each two sections, the share of their words that stands in items matched between them.
  std::vector<std::vector<double>> section_votes() const {
    const std::size_t rows = from_.document->sections.size();
    const std::size_t columns = to_.document->sections.size();
    std::vector<std::vector<double>> votes(rows, std::vector<double>(columns, 0));
    std::vector<double> from_total(rows, 0), to_total(columns, 0);
    for (const FlatItem& item : from_.items) from_total[item.section] += static_cast<double>(item.text.size() + 1);
    for (const FlatItem& item : to_.items) to_total[item.section] += static_cast<double>(item.text.size() + 1);
    for (std::size_t i = 0; i < from_.items.size(); ++i) {
      const std::size_t j = result_.items.to_of[i];
      if (j == kNowhere) continue;
      votes[from_.items[i].section][to_.items[j].section] +=
          static_cast<double>(from_.items[i].text.size() + to_.items[j].text.size() + 2);
    }
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::size_t j = 0; j < columns; ++j)
        votes[i][j] = from_total[i] + to_total[j] == 0 ? 0 : votes[i][j] / (from_total[i] + to_total[j]);
    }
    return votes;
  }

  const FlatDocument& from_;
  const FlatDocument& to_;
  const DiffOptions& options_;
  AllFeatures from_features_, to_features_;
  AllFeatures from_sections_, to_sections_;
  std::vector<Cited> from_cited_, to_cited_;
  std::vector<double> shared_;  ///< scratch: what one item shares with each of the other side
  PartFinder parts_;
  Matching result_;
};

}  // namespace

Matching match(const FlatDocument& from, const FlatDocument& to, const DiffOptions& options) {
  return Matcher(from, to, options).run();
}

}  // namespace travaux
