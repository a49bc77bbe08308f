#include "diff/parts.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "diff/sequence.h"
#include "diff/words.h"

namespace travaux {

namespace {

constexpr std::size_t kPartFeatures = 3;  // words and pairs that make a part
constexpr std::size_t kAlignLimit = 20'000;
constexpr double kOverlap = 0.5;  // of what parts have of a whole, how much more than one may have where they stand apart

using WordCounts = std::map<std::uint64_t, std::uint32_t>;

double words_weight(const Features& features) {
  double sum = 0;
  for (const Features::Entry& entry : features.entries) sum += entry.pair ? 0 : entry.weight * entry.count;
  return sum;
}

WordCounts word_counts(const Features& features) {
  WordCounts counts;
  for (const Features::Entry& entry : features.entries) {
    if (!entry.pair) counts[entry.id] = entry.count;
  }
  return counts;
}

/// Weight of the words still to be covered that a part covers.
double gain(const WordCounts& left, const Features& part) {
  double sum = 0;
  for (const Features::Entry& entry : part.entries) {
    const auto found = entry.pair ? left.end() : left.find(entry.id);
    if (found != left.end()) sum += entry.weight * std::min(found->second, entry.count);
  }
  return rounded(sum);
}

void take_words(WordCounts& left, const Features& part) {
  for (const Features::Entry& entry : part.entries) {
    const auto found = entry.pair ? left.end() : left.find(entry.id);
    if (found != left.end()) found->second -= std::min(found->second, entry.count);
  }
}

/// Weight of the words of a part that stand in the whole: both are in order.
double weight_within(const Features& part, const Features& whole) {
  double sum = 0;
  auto other = whole.entries.begin();
  for (const Features::Entry& entry : part.entries) {
    if (entry.pair) continue;
    while (other != whole.entries.end() && other->id < entry.id) ++other;
    if (other != whole.entries.end() && other->id == entry.id) sum += entry.weight * std::min(other->count, entry.count);
  }
  return rounded(sum);
}

double contained(const Features& part, const Features& whole) {
  const double all = words_weight(part);
  return all == 0 ? 0 : weight_within(part, whole) / all;
}

/// The tokens of content of the whole that stand in a part, in order.
std::set<std::size_t> places_in(const TokenText& whole, const TokenText& part) {
  std::set<std::size_t> places;
  for (const auto& [i, j] : align(whole.loose, part.loose, kAlignLimit).kept) {
    if (is_content(whole, i)) places.insert(i);
  }
  return places;
}

/// Length of the longest run of labels that never falls.
std::size_t longest_rising(const std::vector<std::size_t>& labels) {
  std::vector<std::size_t> tails;
  for (const std::size_t label : labels) {
    const auto at = std::upper_bound(tails.begin(), tails.end(), label);
    if (at == tails.end()) {
      tails.push_back(label);
    } else {
      *at = label;
    }
  }
  return tails.size();
}

}  // namespace

void PartFinder::find() {
  std::vector<Division> found;
  rivals_.clear();
  propose(true, found);
  propose(false, found);
  enter_surest(std::move(found));
}

void PartFinder::find_sure() {
  std::vector<Division> found;
  rivals_.clear();
  propose(true, found);
  propose(false, found);
  std::erase_if(found, [this](const Division& division) { return !is_sure(division); });
  enter_surest(std::move(found));
}

bool PartFinder::is_sure(const Division& division) const {
  const Features& whole = evidence_.words(division.split)[division.parts.whole];
  return division.cover >= options_.parts_sure &&
         std::all_of(division.parts.parts.begin(), division.parts.parts.end(), [&](std::size_t part) {
           return contained(evidence_.words(!division.split)[part], whole) >= options_.parts_sure;
         });
}

void PartFinder::enter_surest(std::vector<Division> found) {
  // The surest first; where two are as sure, the one nearer the beginning, the same from either side.
  std::stable_sort(found.begin(), found.end(), [](const Division& a, const Division& b) {
    const auto place = [](const Division& d) { return d.parts.whole + d.parts.parts.front(); };
    return a.cover != b.cover ? a.cover > b.cover : place(a) < place(b);
  });
  for (const Division& division : found) {
    if (is_free(division)) enter(division);
  }
}

void PartFinder::propose(bool split, std::vector<Division>& found) const {
  for (std::size_t whole = 0; whole < side(split).items.size(); ++whole) {
    if (claimed_.contains({split, whole}) || is_explained(whole, split)) continue;
    Division division = division_of(whole, split);
    if (division.parts.parts.size() >= 2) found.push_back(std::move(division));
  }
}

/// Has a counterpart of the same words: nothing of it is left for others.
bool PartFinder::is_explained(std::size_t whole, bool split) const {
  const std::size_t partner = (split ? result_.items.to_of : result_.items.from_of)[whole];
  return partner != kNowhere && side(split).items[whole].text.ids == side(!split).items[partner].text.ids;
}

/// The items of the other side that may be parts: the partner, and free ones that stand in the whole.
std::vector<std::size_t> PartFinder::pool(std::size_t whole, bool split) const {
  const std::size_t partner = (split ? result_.items.to_of : result_.items.from_of)[whole];
  const std::vector<std::size_t>& taken = split ? result_.items.from_of : result_.items.to_of;
  std::vector<std::pair<double, std::size_t>> likeliest;
  for (const auto& [other, alike] : evidence_.alike(whole, split)) {
    if ((other != partner && taken[other] != kNowhere) || claimed_.contains({!split, other})) continue;
    const Features& words = evidence_.words(!split)[other];
    if (words.entries.size() < kPartFeatures) continue;
    const double all = words_weight(words);
    if (evidence_.shared(whole, other, split, alike) < options_.part_contained_adjacent * all) continue;
    const double inside = weight_within(words, evidence_.words(split)[whole]) / all;
    if (inside < options_.part_contained_adjacent) continue;
    if (other == partner || may_be_part(other, whole, split, inside))
      likeliest.emplace_back(other == partner ? -1 : -inside, other);
  }
  const std::size_t kept = std::min(likeliest.size(), options_.most_candidates);
  std::partial_sort(likeliest.begin(), likeliest.begin() + static_cast<std::ptrdiff_t>(kept), likeliest.end());
  if (kept < likeliest.size()) result_.coarse = true;
  std::vector<std::size_t> list;
  for (std::size_t k = 0; k < kept; ++k) list.push_back(likeliest[k].second);
  std::sort(list.begin(), list.end());
  return list;
}

/// Stands in the whole, and more so than in any other item of its draft; what both cite does not speak against it.
bool PartFinder::may_be_part(std::size_t part, std::size_t whole, bool split, double inside) const {
  const std::size_t from = split ? whole : part;
  const std::size_t to = split ? part : whole;
  const bool apart = evidence_.cites(from, true) && evidence_.cites(to, false) && evidence_.cited(from, to) == 0;
  if (apart && inside < options_.part_contained_cited_apart) return false;
  if (evidence_.cited_within(part, whole, !split) >= options_.cited_same) return true;
  const double factor = inside >= options_.part_surely || next_to_partner(part, whole, split) ? 1 : options_.part_distinct;
  const Rivals& rivals = rivals_of(part, split);
  return inside >= factor * (rivals.best == whole ? rivals.second_share : rivals.best_share);
}

/// Of all items whose words went elsewhere, the one that has most of a part, and how much the next one has.
const PartFinder::Rivals& PartFinder::rivals_of(std::size_t part, bool split) const {
  const auto [known, fresh] = rivals_.try_emplace({split, part});
  Rivals& rivals = known->second;
  if (!fresh) return rivals;
  const Features& words = evidence_.words(!split)[part];
  const double all = words_weight(words);
  for (const auto& [other, alike] : evidence_.alike(part, !split)) {
    // What is shared with an item says how much of the part can stand in it at most, pairs of words left aside.
    const double most = evidence_.shared(part, other, !split, alike) / all;
    if (most <= rivals.second_share || is_explained(other, split)) continue;
    const double share = std::min(most, contained(words, evidence_.words(split)[other]));
    if (share > rivals.best_share) {
      rivals = {other, share, rivals.best_share};
    } else {
      rivals.second_share = std::max(rivals.second_share, share);
    }
  }
  return rivals;
}

/// Stands directly before or after the counterpart of the whole.
bool PartFinder::next_to_partner(std::size_t part, std::size_t whole, bool split) const {
  const std::size_t partner = (split ? result_.items.to_of : result_.items.from_of)[whole];
  if (partner == kNowhere) return false;
  return siblings(std::min(part, partner), std::max(part, partner), !split);
}

/// Whether two items follow each other under one parent.
bool PartFinder::siblings(std::size_t first, std::size_t second, bool from_side) const {
  const FlatItem& a = side(from_side).items[first];
  const FlatItem& b = side(from_side).items[second];
  return a.section == b.section && a.parent == b.parent && a.place.item.back() + 1 == b.place.item.back();
}

/// The parts of one item: each with words of its own, together nearly all, one after the other in the whole.
PartFinder::Division PartFinder::division_of(std::size_t whole, bool split) const {
  Division result{{whole, {}}, split, 0};
  std::vector<std::size_t> candidates = pool(whole, split);
  if (candidates.size() < 2) return result;
  const AllFeatures& others = evidence_.words(!split);
  const double total = words_weight(evidence_.words(split)[whole]);
  WordCounts left = word_counts(evidence_.words(split)[whole]);
  double covered = 0;
  while (!candidates.empty()) {
    // Of twins, the part whose citations went into the whole.
    const auto worth = [&](std::size_t part) {
      return gain(left, others[part]) * (1 + options_.citation_bonus * evidence_.cited_within(part, whole, !split));
    };
    const auto best =
        std::max_element(candidates.begin(), candidates.end(), [&](std::size_t a, std::size_t b) { return worth(a) < worth(b); });
    const double added = gain(left, others[*best]);
    if (added < options_.part_own * total) break;
    covered += added;
    take_words(left, others[*best]);
    result.parts.parts.push_back(*best);
    candidates.erase(best);
  }
  std::sort(result.parts.parts.begin(), result.parts.parts.end());
  result.cover = rounded(covered / total);
  const std::size_t partner = (split ? result_.items.to_of : result_.items.from_of)[whole];
  const bool keeps_partner =
      partner == kNowhere || std::binary_search(result.parts.parts.begin(), result.parts.parts.end(), partner);
  const bool adjacent = stand_together(result);
  const double needed = adjacent ? options_.parts_cover_adjacent : options_.parts_cover;
  if (result.cover < needed || !keeps_partner || (!adjacent && (!all_contained(result) || !apart(result))) ||
      !each_needed(result, total) || !segregated(result))
    result.parts.parts.clear();
  return result;
}

/// Whether the parts follow each other under one parent.
bool PartFinder::stand_together(const Division& division) const {
  for (std::size_t k = 1; k < division.parts.parts.size(); ++k) {
    if (!siblings(division.parts.parts[k - 1], division.parts.parts[k], !division.split)) return false;
  }
  return true;
}

bool PartFinder::all_contained(const Division& division) const {
  const Features& whole = evidence_.words(division.split)[division.parts.whole];
  return std::all_of(division.parts.parts.begin(), division.parts.parts.end(), [&](std::size_t part) {
    return contained(evidence_.words(!division.split)[part], whole) >= options_.part_contained;
  });
}

/// Items that have largely the same of a whole are twins, or two versions of it.
bool PartFinder::apart(const Division& division) const {
  const Features& whole = evidence_.words(division.split)[division.parts.whole];
  double each = 0;
  for (const std::size_t part : division.parts.parts) each += weight_within(evidence_.words(!division.split)[part], whole);
  return each <= (1 + kOverlap) * division.cover * words_weight(whole);
}

/// Without any one part, a good share of the whole would be missing.
bool PartFinder::each_needed(const Division& division, double total) const {
  for (const std::size_t part : division.parts.parts) {
    WordCounts left = word_counts(evidence_.words(division.split)[division.parts.whole]);
    for (const std::size_t other : division.parts.parts) {
      if (other != part) take_words(left, evidence_.words(!division.split)[other]);
    }
    if (gain(left, evidence_.words(!division.split)[part]) < options_.part_own * total) return false;
  }
  return true;
}

/// Parts take their words from stretches of the whole that follow each other; an item written in another's words picks them here
/// and there.
bool PartFinder::segregated(const Division& division) const {
  const TokenText& whole = side(division.split).items[division.parts.whole].text;
  std::map<std::size_t, std::vector<std::size_t>> holders;  // of each place
  for (std::size_t k = 0; k < division.parts.parts.size(); ++k) {
    for (const std::size_t place : places_in(whole, side(!division.split).items[division.parts.parts[k]].text))
      holders[place].push_back(k);
  }
  std::vector<double> sum(division.parts.parts.size(), 0), count(sum.size(), 0);
  std::vector<std::size_t> owners;
  for (const auto& [place, parts] : holders) {
    if (parts.size() != 1) continue;
    owners.push_back(parts.front());
    sum[parts.front()] += static_cast<double>(place);
    count[parts.front()] += 1;
  }
  std::vector<std::size_t> order(sum.size()), rank(sum.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return sum[a] * count[b] < sum[b] * count[a]; });
  for (std::size_t k = 0; k < order.size(); ++k) rank[order[k]] = k;
  for (std::size_t& owner : owners) owner = rank[owner];
  return static_cast<double>(longest_rising(owners)) >= options_.parts_segregated * static_cast<double>(owners.size());
}

bool PartFinder::is_free(const Division& division) const {
  if (claimed_.contains({division.split, division.parts.whole})) return false;
  const std::vector<std::size_t>& taken = division.split ? result_.items.from_of : result_.items.to_of;
  return std::none_of(division.parts.parts.begin(), division.parts.parts.end(), [&](std::size_t part) {
    const std::size_t from = division.split ? division.parts.whole : part;
    const std::size_t to = division.split ? part : division.parts.whole;
    return result_.ruled_apart.contains({from, to}) || claimed_.contains({!division.split, part}) ||
           (taken[part] != kNowhere && taken[part] != division.parts.whole);
  });
}

void PartFinder::enter(const Division& division) {
  std::vector<std::size_t>& of_whole = division.split ? result_.items.to_of : result_.items.from_of;
  std::vector<std::size_t>& of_part = division.split ? result_.items.from_of : result_.items.to_of;
  claimed_.insert({division.split, division.parts.whole});
  for (const std::size_t part : division.parts.parts) {
    claimed_.insert({!division.split, part});
    if (of_whole[division.parts.whole] == kNowhere) of_whole[division.parts.whole] = part;
    of_part[part] = division.parts.whole;
  }
  (division.split ? result_.splits : result_.merges).push_back(division.parts);
}

}  // namespace travaux
