#include "diff/match_items.h"

#include <algorithm>
#include <cmath>

namespace travaux {

namespace {

/// A sum of likenesses must not prefer two middling pairs to one that is right: what is alike counts out of proportion.
double steep(double score) { return rounded(score * score * score); }

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

bool ItemMatcher::contested(std::size_t i, std::size_t j) const {
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
    if (!contested(i, j)) join(i, j, Match::kText, 1);
  }
}

// --- alike texts -----------------------------------------------------------------------------------------------------------

void ItemMatcher::match_alike(double least) {
  from_gaps_ = gaps_of(result_.items, true);
  to_gaps_ = gaps_of(result_.items, false);
  std::map<std::pair<std::size_t, std::size_t>, double> pairs;
  for (std::size_t i = 0; i < from_.items.size(); ++i) {
    if (result_.items.to_of[i] == kNowhere) add_candidates(i, true, least, pairs);
  }
  for (std::size_t j = 0; j < to_.items.size(); ++j) {
    if (result_.items.from_of[j] == kNowhere) add_candidates(j, false, least, pairs);
  }
  std::vector<Candidate> candidates;
  for (const auto& [pair, alike] : pairs)
    candidates.push_back({pair.first, pair.second, steep(alike + circumstance(pair.first, pair.second))});
  for (const Candidate& pair : assign(std::move(candidates), options_.assign_limit, result_.coarse)) {
    const double alike = pairs.at({pair.from, pair.to});
    join(pair.from, pair.to, alike == 1 ? Match::kText : Match::kLikeness, alike);
  }
}

/// The likeliest partners of one item. An item like very many others keeps a limited number: thousands of twins would be millions
/// of pairs.
void ItemMatcher::add_candidates(std::size_t item, bool from_side, double least,
                                 std::map<std::pair<std::size_t, std::size_t>, double>& pairs) {
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
    const std::size_t i = from_side ? item : other;
    const std::size_t j = from_side ? other : item;
    const double alike = evidence_.likeness(i, j);
    if (alike >= least && alike >= likeness_needed(i, j)) pairs[{i, j}] = alike;
  }
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
    if (cited >= options_.cited_same && both >= options_.cited_enough) return options_.likeness_if_cited_same;
    if (cited >= options_.cited_alike) return options_.likeness_if_cited_alike;
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
  return rounded(placed && ordered ? std::min(result, options_.likeness) : result);
}

void ItemMatcher::match_emptied() {
  const auto empty = [](const FlatItem& item) { return item.text.ids.empty(); };
  std::vector<std::size_t> free_to;
  for (std::size_t j = 0; j < to_.items.size(); ++j) {
    if (result_.items.from_of[j] == kNowhere) free_to.push_back(j);
  }
  const bool any = std::any_of(free_to.begin(), free_to.end(), [&](std::size_t j) { return empty(to_.items[j]); });
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < from_.items.size(); ++i) {
    if (result_.items.to_of[i] != kNowhere || (!any && !empty(from_.items[i]))) continue;
    for (const std::size_t j : free_to) {
      if ((empty(from_.items[i]) || empty(to_.items[j])) && may_be_emptied(i, j))
        candidates.push_back({i, j, rounded(evidence_.cited(i, j) + circumstance(i, j) + options_.order_bonus)});
    }
  }
  for (const Candidate& pair : assign(std::move(candidates), options_.assign_limit, result_.coarse)) {
    const bool both = empty(from_.items[pair.from]) && empty(to_.items[pair.to]);
    join(pair.from, pair.to, both ? Match::kText : Match::kNumber, both ? 1 : 0);
  }
}

/// Without words, what is cited decides; where one cites nothing, the place does.
bool ItemMatcher::may_be_emptied(std::size_t i, std::size_t j) const {
  if (evidence_.cites(i, true) && evidence_.cites(j, false)) return evidence_.cited(i, j) >= options_.cited_alike;
  return same_place(i, j);
}

}  // namespace travaux
