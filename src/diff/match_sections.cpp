#include "diff/match_sections.h"

#include <algorithm>
#include <iterator>

#include "diff/assign.h"

namespace travaux {

namespace {

constexpr std::size_t kFew = 200;              // sections up to which every one is held against every other
constexpr std::size_t kTelling = 32;           // sections that a word may occur in and still tell where to look
constexpr std::size_t kManyPairs = 1'000'000;  // after so many more, those met twice are thrown out
constexpr double kHeadingShare = 0.5;
constexpr double kVoteShare = 0.3;
constexpr double kWordShare = 0.2;
constexpr double kNumberBonus = 0.02;

double heading_likeness(const Features& a, const Features& b) {
  return a.entries.empty() || b.entries.empty() ? 0 : likeness(a, b);
}

/// The words of all items of each section together.
AllFeatures merged(const FlatDocument& document, const AllFeatures& items) {
  std::vector<std::map<std::uint64_t, Features::Entry>> merged(document.document->sections.size());
  for (std::size_t i = 0; i < document.items.size(); ++i) {
    for (const Features::Entry& entry : items[i].entries) {
      if (entry.pair) continue;
      const auto [known, fresh] = merged[document.items[i].section].try_emplace(entry.id, entry);
      if (!fresh) known->second.count += entry.count;
    }
  }
  AllFeatures result(merged.size());
  for (std::size_t s = 0; s < merged.size(); ++s) {
    for (const auto& [id, entry] : merged[s]) result[s].entries.push_back(entry);
  }
  return result;
}

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

void sort_unique(Pairs& pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

/// Pairs of sections that share a word which few sections have.
void add_sharing(const AllFeatures& from, const AllFeatures& to, Pairs& pairs) {
  std::unordered_map<std::uint64_t, std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> index;
  for (std::size_t i = 0; i < from.size(); ++i) {
    for (const Features::Entry& entry : from[i].entries) index[entry.id].first.push_back(i);
  }
  for (std::size_t j = 0; j < to.size(); ++j) {
    for (const Features::Entry& entry : to[j].entries) index[entry.id].second.push_back(j);
  }
  std::size_t kept = pairs.size();
  for (const auto& [word, sections] : index) {
    if (sections.first.size() > kTelling || sections.second.size() > kTelling) continue;
    for (const std::size_t i : sections.first) {
      for (const std::size_t j : sections.second) pairs.emplace_back(i, j);
    }
    if (pairs.size() < 2 * kept + kManyPairs) continue;
    sort_unique(pairs);
    kept = pairs.size();
  }
}

void add_same_number(const std::vector<Section>& from, const std::vector<Section>& to, Pairs& pairs) {
  std::map<std::string, std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> by_number;
  for (std::size_t i = 0; i < from.size(); ++i) by_number[from[i].number].first.push_back(i);
  for (std::size_t j = 0; j < to.size(); ++j) by_number[to[j].number].second.push_back(j);
  for (const auto& [number, sections] : by_number) {
    if (sections.first.size() == 1 && sections.second.size() == 1)
      pairs.emplace_back(sections.first.front(), sections.second.front());
  }
}

/// Sections of which no item is matched.
std::vector<bool> barren(const FlatDocument& document, const std::vector<std::size_t>& partner) {
  std::vector<bool> result(document.document->sections.size(), true);
  for (std::size_t k = 0; k < document.items.size(); ++k) {
    if (partner[k] != kNowhere) result[document.items[k].section] = false;
  }
  return result;
}

}  // namespace

SectionMatcher::SectionMatcher(const FlatDocument& from, const FlatDocument& to, const Evidence& evidence,
                               const MatchOptions& options)
    : from_document_(from),
      to_document_(to),
      options_(options),
      from_(side_of(from, evidence.words(true))),
      to_(side_of(to, evidence.words(false))) {
  // One numbering for the headings of both sides.
  Interner interner(from.document->language == to.document->language ? from.document->language : std::string());
  for (Side* side : {&from_, &to_}) {
    for (const Section& section : *side->sections) {
      side->headings.push_back(features_of(interner.take(section.heading)));
      weigh({&side->headings.back()});
    }
  }
  for (const Pair& pair : standing_candidates()) standing_.push_back(candidacy(pair));
}

SectionMatcher::Side SectionMatcher::side_of(const FlatDocument& document, const AllFeatures& words) {
  Side side{&document.document->sections, {}, merged(document, words), {}};
  side.tokens.assign(side.sections->size(), 0);
  for (const FlatItem& item : document.items) side.tokens[item.section] += item.text.size() + 1;
  return side;
}

void SectionMatcher::match(Matching& result) const {
  const std::map<Pair, double> shares = votes(result);
  const std::vector<bool> from_barren = barren(from_document_, result.items.to_of);
  const std::vector<bool> to_barren = barren(to_document_, result.items.from_of);
  std::vector<ScoredPair> scored;
  for (const Candidacy& each : candidates(shares)) {
    const auto& [i, j] = each.pair;
    const auto vote = shares.find(each.pair);
    const double value = score(each, vote == shares.end() ? 0 : vote->second, from_barren[i] && to_barren[j]);
    if (value > 0) scored.push_back({i, j, value});
  }
  result.sections = Pairing(from_.sections->size(), to_.sections->size());
  for (const ScoredPair& pair : assign(std::move(scored), options_.assign_limit, result.coarse))
    result.sections.join(pair.from, pair.to);
  match_between(result);
}

/// Order speaks too: a section that stands, on both sides, between the same neighbours need be less alike.
void SectionMatcher::match_between(Matching& result) const {
  const std::vector<Gap> from_gaps = gaps_of(result.sections, true);
  const std::vector<Gap> to_gaps = gaps_of(result.sections, false);
  std::map<Gap, std::vector<std::size_t>> by_gap;
  for (std::size_t j = 0; j < to_gaps.size(); ++j) {
    if (result.sections.from_of[j] == kNowhere) by_gap[to_gaps[j]].push_back(j);
  }
  std::vector<ScoredPair> candidates;
  for (std::size_t i = 0; i < from_gaps.size(); ++i) {
    if (result.sections.to_of[i] != kNowhere || !by_gap.contains(from_gaps[i])) continue;
    for (const std::size_t j : by_gap[from_gaps[i]]) {
      if ((*from_.sections)[i].level != (*to_.sections)[j].level) continue;
      const double alike = rounded(likeness(from_.words[i], to_.words[j]));
      if (alike >= options_.section_words_between) candidates.push_back({i, j, alike});
    }
  }
  for (const ScoredPair& pair : assign(std::move(candidates), options_.assign_limit, result.coarse))
    result.sections.join(pair.from, pair.to);
}

/// For two sections, the share of their words that stands in items matched between them.
std::map<SectionMatcher::Pair, double> SectionMatcher::votes(const Matching& result) const {
  std::map<Pair, double> shares;
  for (std::size_t i = 0; i < from_document_.items.size(); ++i) {
    const std::size_t j = result.items.to_of[i];
    if (j == kNowhere) continue;
    const FlatItem& a = from_document_.items[i];
    const FlatItem& b = to_document_.items[j];
    shares[{a.section, b.section}] += static_cast<double>(a.text.size() + b.text.size() + 2);
  }
  for (auto& [pair, share] : shares) share /= static_cast<double>(from_.tokens[pair.first] + to_.tokens[pair.second]);
  return shares;
}

std::vector<SectionMatcher::Pair> SectionMatcher::standing_candidates() const {
  const std::size_t rows = from_.sections->size();
  const std::size_t columns = to_.sections->size();
  std::vector<Pair> pairs;
  if (std::max(rows, columns) <= kFew) {
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::size_t j = 0; j < columns; ++j) pairs.emplace_back(i, j);
    }
  } else {
    add_same_number(*from_.sections, *to_.sections, pairs);
    add_sharing(from_.headings, to_.headings, pairs);
    add_sharing(from_.words, to_.words, pairs);
    sort_unique(pairs);
  }
  return pairs;
}

SectionMatcher::Candidacy SectionMatcher::candidacy(const Pair& pair) const {
  const auto& [i, j] = pair;
  return {pair, heading_likeness(from_.headings[i], to_.headings[j]), rounded(likeness(from_.words[i], to_.words[j]))};
}

/// Those that always are, and those between which items are matched.
std::vector<SectionMatcher::Candidacy> SectionMatcher::candidates(const std::map<Pair, double>& votes) const {
  const auto before = [](const Candidacy& a, const Candidacy& b) { return a.pair < b.pair; };
  std::vector<Candidacy> voted;
  for (const auto& [pair, share] : votes) {
    if (!std::binary_search(standing_.begin(), standing_.end(), Candidacy{pair, 0, 0}, before)) voted.push_back(candidacy(pair));
  }
  std::vector<Candidacy> all;
  all.reserve(standing_.size() + voted.size());
  std::merge(standing_.begin(), standing_.end(), voted.begin(), voted.end(), std::back_inserter(all), before);
  return all;
}

/// 0 where nothing speaks for the pair.
double SectionMatcher::score(const Candidacy& candidacy, double vote, bool barren) const {
  const auto& [i, j] = candidacy.pair;
  const Section& a = (*from_.sections)[i];
  const Section& b = (*to_.sections)[j];
  if (a.level != b.level) return 0;
  const bool number = a.number == b.number;
  const bool bare = a.heading.empty() && b.heading.empty() && number;
  const double words = candidacy.words;
  const double sum = kHeadingShare * candidacy.headings + kVoteShare * vote + kWordShare * words + (number ? kNumberBonus : 0);
  const bool alike = words >= (number ? options_.section_words_same_number : options_.section_words);
  const bool match = sum >= options_.section_score || vote >= options_.section_votes || alike || (bare && (vote > 0 || barren));
  return match ? rounded(sum + 0.001) : 0;
}

}  // namespace travaux
