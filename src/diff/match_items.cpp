#include "diff/match_items.h"

#include <algorithm>
#include <cmath>

#include "diff/ends.h"
#include "diff/sequence.h"

namespace travaux {

namespace {

/// A sum of likenesses must not prefer two middling pairs to one that is right: what is alike counts out of proportion.
double steep(double score) { return rounded(score * score * score); }

constexpr std::size_t kExactOrder = 2'000;  // items up to which the longest common order is sought exactly
constexpr std::size_t kAround = 8;          // places between two neighbours that are looked at on either side of one's own

/// Numbers the texts of both sides, and says how often each stands on the side where it stands oftener.
struct TextNumbers {
  std::vector<std::uint32_t> from, to;
  std::vector<std::size_t> copies;

  TextNumbers(const FlatDocument& from_side, const FlatDocument& to_side) {
    std::map<std::vector<TokenId>, std::uint32_t> numbers;
    std::vector<std::size_t> others;
    for (const bool first : {true, false}) {
      std::vector<std::size_t>& counts = first ? copies : others;
      for (const FlatItem& item : (first ? from_side : to_side).items) {
        const auto number = numbers.try_emplace(item.text.ids, static_cast<std::uint32_t>(numbers.size())).first->second;
        (first ? from : to).push_back(number);
        counts.resize(numbers.size(), 0);
        ++counts[number];
      }
    }
    copies.resize(numbers.size(), 0);
    for (std::size_t k = 0; k < others.size(); ++k) copies[k] = std::max(copies[k], others[k]);
  }

  bool any_beyond(std::size_t limit) const {
    return std::any_of(copies.begin(), copies.end(), [limit](std::size_t count) { return count > limit; });
  }

  /// Places at which both sides have one text, or, where that explains clearly more, those of the longest common order.
  std::vector<std::pair<std::size_t, std::size_t>> in_order() const {
    std::vector<std::pair<std::size_t, std::size_t>> same_place;
    for (std::size_t k = 0; k < std::min(from.size(), to.size()); ++k) {
      if (from[k] == to[k]) same_place.emplace_back(k, k);
    }
    std::vector<std::pair<std::size_t, std::size_t>> kept = align(from, to, kExactOrder).kept;
    return same_place.size() * 10 >= kept.size() * 9 ? same_place : kept;
  }
};

double position(std::size_t i, const FlatDocument& side) {
  return static_cast<double>(i) / static_cast<double>(side.items.size());
}

}  // namespace

ItemMatcher::ItemMatcher(const FlatDocument& from, const FlatDocument& to, const Evidence& evidence, const MatchOptions& options,
                         Matching& result)
    : from_(from), to_(to), evidence_(evidence), options_(options), result_(result) {
  result_.how.assign(from.items.size(), Match::kNone);
  result_.similarity.assign(from.items.size(), 0);
}

// --- what speaks for a pair besides its words ------------------------------------------------------------------------------

bool ItemMatcher::same_section(std::size_t i, std::size_t j) const {
  return result_.sections.to_of[from_.items[i].section] == to_.items[j].section;
}

bool ItemMatcher::same_place(std::size_t i, std::size_t j) const {
  const Item& a = *from_.items[i].item;
  const Item& b = *to_.items[j].item;
  return same_section(i, j) &&
         (a.address == b.address || (!a.number.empty() && a.number == b.number && from_.items[i].parent == kNowhere));
}

double ItemMatcher::circumstance(std::size_t i, std::size_t j) const {
  const double order = 1.0 - std::abs(position(i, from_) - position(j, to_));
  const bool depth = from_.items[i].place.item.size() == to_.items[j].place.item.size();
  return (same_section(i, j) ? options_.section_bonus : 0) + (same_place(i, j) ? options_.place_bonus : 0) +
         (depth ? options_.order_bonus : 0) + options_.citation_bonus * evidence_.cited(i, j) + options_.order_bonus * order;
}

void ItemMatcher::join(std::size_t i, std::size_t j, Match how, double similarity) {
  result_.items.join(i, j);
  result_.how[i] = how;
  result_.similarity[i] = similarity;
}

// --- equal texts -----------------------------------------------------------------------------------------------------------

/// Equal texts that may all the same be two items.
bool ItemMatcher::contested(std::size_t i, std::size_t j) const {
  if (result_.ruled_apart.contains({i, j})) return true;
  return evidence_.cites(i, true) && evidence_.cites(j, false) && evidence_.cited(i, j) < options_.cited_alike;
}

void ItemMatcher::match_equal() {
  std::map<std::vector<TokenId>, std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> by_text;
  for (std::size_t i = 0; i < from_.items.size(); ++i) by_text[from_.items[i].text.ids].first.push_back(i);
  for (std::size_t j = 0; j < to_.items.size(); ++j) by_text[to_.items[j].text.ids].second.push_back(j);
  for (const auto& [text, items] : by_text) {
    if (text.empty() || items.first.size() != 1 || items.second.size() != 1) continue;
    const std::size_t i = items.first.front();
    const std::size_t j = items.second.front();
    if (result_.items.free(i, j) && !contested(i, j)) join(i, j, Match::kText, 1);
  }
}

void ItemMatcher::match_copies() {
  const TextNumbers texts(from_, to_);
  if (!texts.any_beyond(options_.assign_limit)) return;
  for (const auto& [i, j] : texts.in_order()) {
    if (texts.copies[texts.from[i]] <= options_.assign_limit || from_.items[i].text.ids.empty()) continue;
    if (!result_.items.free(i, j) || contested(i, j)) continue;
    join(i, j, Match::kText, 1);
    result_.coarse = true;
  }
}

// --- alike texts -----------------------------------------------------------------------------------------------------------

void ItemMatcher::match_alike(double least) {
  from_gaps_ = gaps_of(result_.items, true);
  to_gaps_ = gaps_of(result_.items, false);
  std::vector<Likely> pairs;
  for (std::size_t i = 0; i < from_.items.size(); ++i) {
    if (result_.items.to_of[i] == kNowhere) add_candidates(i, true, least, pairs);
  }
  for (std::size_t j = 0; j < to_.items.size(); ++j) {
    if (result_.items.from_of[j] == kNowhere) add_candidates(j, false, least, pairs);
  }
  if (evidence_.sampled()) add_between(least, pairs);
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::vector<ScoredPair> candidates;
  for (const Likely& pair : pairs) candidates.push_back({pair.i, pair.j, steep(pair.alike + circumstance(pair.i, pair.j))});
  for (const ScoredPair& pair : assign(std::move(candidates), options_.assign_limit, result_.coarse)) {
    const double alike = std::lower_bound(pairs.begin(), pairs.end(), Likely{pair.from, pair.to, 0})->alike;
    join(pair.from, pair.to, alike == 1 ? Match::kText : Match::kLikeness, alike);
  }
}

/// The likeliest partners of one item. An item like very many others keeps a limited number: thousands of twins would be millions
/// of pairs.
void ItemMatcher::add_candidates(std::size_t item, bool from_side, double least, std::vector<Likely>& pairs) const {
  const std::vector<std::size_t>& taken = from_side ? result_.items.from_of : result_.items.to_of;
  std::vector<std::pair<std::size_t, double>> own = evidence_.alike(item, from_side);
  std::erase_if(own, [&taken](const auto& other) { return taken[other.first] != kNowhere; });
  const std::size_t most = options_.most_candidates;
  if (own.size() > most) {
    const auto at = [&](const auto& other) {
      return rounded(other.second + (from_side ? circumstance(item, other.first) : circumstance(other.first, item)));
    };
    std::vector<std::pair<double, std::size_t>> ranked;
    for (std::size_t k = 0; k < own.size(); ++k) ranked.emplace_back(-at(own[k]), k);
    std::nth_element(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(most), ranked.end());
    if (own[ranked[most].second].second >= options_.likeness) result_.coarse = true;
    std::vector<std::pair<std::size_t, double>> best;
    for (std::size_t k = 0; k < most; ++k) best.push_back(own[ranked[k].second]);
    own = std::move(best);
  }
  for (const auto& [other, about] : own) {
    from_side ? add_if_alike(item, other, least, pairs) : add_if_alike(other, item, least, pairs);
  }
}

void ItemMatcher::add_if_alike(std::size_t i, std::size_t j, double least, std::vector<Likely>& pairs) const {
  if (result_.ruled_apart.contains({i, j})) return;
  const double alike = evidence_.likeness(i, j);
  if (alike < least || alike < likeness_needed(i, j)) return;
  if (alike < options_.likeness_if_begun_alike && !same_place(i, j) && !between_same(i, j) && !same_parent(i, j) &&
      evidence_.cited(i, j) < options_.cited_alike && begun_alike(i, j))
    return;
  pairs.push_back({i, j, alike});
}

/// Whether two items share nothing but how they begin, or how they end: what is written in an item's first words is not that
/// item.
bool ItemMatcher::begun_alike(std::size_t i, std::size_t j) const {
  const TokenText& a = from_.items[i].text;
  const TokenText& b = to_.items[j].text;
  const auto apart = [&](bool at_begin) {
    return std::min(own_end_share(a, b, at_begin), own_end_share(b, a, at_begin)) >= options_.end_apart;
  };
  return apart(true) || apart(false);
}

/// Where not all words are looked at, what stands at about the same place between the same neighbours is looked at besides.
void ItemMatcher::add_between(double least, std::vector<Likely>& pairs) const {
  std::map<Gap, std::vector<std::size_t>> by_gap;
  for (std::size_t j = 0; j < to_.items.size(); ++j) {
    if (result_.items.from_of[j] == kNowhere) by_gap[to_gaps_[j]].push_back(j);
  }
  std::map<Gap, std::size_t> met;
  for (std::size_t i = 0; i < from_.items.size(); ++i) {
    const auto others = by_gap.find(from_gaps_[i]);
    if (result_.items.to_of[i] != kNowhere || others == by_gap.end()) continue;
    const std::size_t place = met[from_gaps_[i]]++;
    const std::size_t end = std::min(place + kAround + 1, others->second.size());
    for (std::size_t k = place - std::min(place, kAround); k < end; ++k) add_if_alike(i, others->second[k], least, pairs);
  }
}

void ItemMatcher::note_unseen() {
  if (!evidence_.sampled()) return;
  const auto missed = [&](const std::vector<std::size_t>& partner, bool from_side) {
    for (std::size_t k = 0; k < partner.size(); ++k) {
      if (partner[k] == kNowhere && evidence_.unseen(k, from_side) >= options_.likeness) return true;
    }
    return false;
  };
  result_.sampled = missed(result_.items.to_of, true) || missed(result_.items.from_of, false);
}

/// Points of one item.
bool ItemMatcher::same_parent(std::size_t i, std::size_t j) const {
  const std::size_t parent = from_.items[i].parent;
  return parent != kNowhere && to_.items[j].parent != kNowhere && result_.items.to_of[parent] == to_.items[j].parent;
}

/// In matched sections, between the same neighbours.
bool ItemMatcher::between_same(std::size_t i, std::size_t j) const {
  return same_section(i, j) && from_gaps_[i] == to_gaps_[j] && from_.items[i].place.item.size() == to_.items[j].place.item.size();
}

/// How alike the words of two items must be, by all that is known beside them.
double ItemMatcher::likeness_needed(std::size_t i, std::size_t j) const {
  const double crowding = std::max(evidence_.crowding(i, true), evidence_.crowding(j, false));
  const double cited = evidence_.cited(i, j);
  if (evidence_.cites(i, true) && evidence_.cites(j, false)) {
    const std::size_t both = std::min(evidence_.cited_count(i, true), evidence_.cited_count(j, false));
    const double standing = same_place(i, j) ? options_.in_place : between_same(i, j) ? options_.in_order : 0;
    if (cited >= options_.cited_same && both >= options_.cited_enough) return rounded(options_.likeness_if_cited_same - standing);
    if (cited >= options_.cited_alike) return rounded(options_.likeness_if_cited_alike - standing);
    if (cited == 0) return rounded(options_.likeness_if_cited_apart + (1 - options_.likeness_if_cited_apart) * crowding);
  }
  const std::size_t words = std::min(evidence_.content(i, true), evidence_.content(j, false));
  const double brevity =
      words >= options_.enough_words ? 0 : 1 - static_cast<double>(words) / static_cast<double>(options_.enough_words);
  const double needed =
      std::max(options_.likeness + options_.likeness_if_short * brevity, std::min(crowding, options_.crowded_cap));
  // The more of what they cite is the same, the less their words must say.
  const double apart = 1 - std::min(cited / options_.cited_alike, 1.0);
  const double least = std::min(needed, options_.likeness_if_cited_alike);
  const bool placed = same_place(i, j);
  const bool ordered = between_same(i, j);
  const double result = least + (needed - least) * apart - (placed ? options_.in_place : ordered ? options_.in_order : 0);
  // Among items that all say the same, the number and the neighbours together tell which one was edited.
  return rounded(placed && ordered ? std::min(result, options_.likeness_if_in_place_and_order) : result);
}

void ItemMatcher::match_emptied() {
  const auto empty = [](const FlatItem& item) { return item.text.ids.empty(); };
  std::vector<std::size_t> free_to;
  for (std::size_t j = 0; j < to_.items.size(); ++j) {
    if (result_.items.from_of[j] == kNowhere) free_to.push_back(j);
  }
  const bool any = std::any_of(free_to.begin(), free_to.end(), [&](std::size_t j) { return empty(to_.items[j]); });
  std::vector<ScoredPair> candidates;
  for (std::size_t i = 0; i < from_.items.size(); ++i) {
    if (result_.items.to_of[i] != kNowhere || (!any && !empty(from_.items[i]))) continue;
    for (const std::size_t j : free_to) {
      if ((empty(from_.items[i]) || empty(to_.items[j])) && may_be_emptied(i, j))
        candidates.push_back({i, j, rounded(evidence_.cited(i, j) + circumstance(i, j) + options_.order_bonus)});
    }
  }
  for (const ScoredPair& pair : assign(std::move(candidates), options_.assign_limit, result_.coarse)) {
    const bool both = empty(from_.items[pair.from]) && empty(to_.items[pair.to]);
    join(pair.from, pair.to, both ? Match::kText : Match::kNumber, both ? 1 : 0);
  }
}

/// Without words, what is cited decides; where one cites nothing, the place does.
bool ItemMatcher::may_be_emptied(std::size_t i, std::size_t j) const {
  if (result_.ruled_apart.contains({i, j})) return false;
  if (evidence_.cites(i, true) && evidence_.cites(j, false)) return evidence_.cited(i, j) >= options_.cited_alike;
  return same_place(i, j);
}

}  // namespace travaux
