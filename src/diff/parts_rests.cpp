// Divided and joined items of which one part was reworded beyond recognition by itself: the rest of a pair, held against the
// neighbour.
#include <algorithm>

#include "diff/ends.h"
#include "diff/parts.h"
#include "diff/sequence.h"
#include "diff/words.h"

namespace travaux {

namespace {

constexpr std::size_t kAlignLimit = 20'000;

/// Tokens [begin, end) of a text, as a text.
TokenText slice(const TokenText& text, std::size_t begin, std::size_t end) {
  const auto part = [begin, end](const auto& all) {
    return std::decay_t<decltype(all)>(all.begin() + static_cast<std::ptrdiff_t>(begin),
                                       all.begin() + static_cast<std::ptrdiff_t>(end));
  };
  return {text.text, part(text.tokens), part(text.ids), part(text.loose), part(text.stems)};
}

/// The features of a stretch of a text, weighed as in the whole of it.
Features features_within(const TokenText& stretch, const Features& whole) {
  Features features = features_of(stretch);
  for (Features::Entry& entry : features.entries) {
    const auto at = std::lower_bound(whole.entries.begin(), whole.entries.end(), entry.id,
                                     [](const Features::Entry& e, std::uint64_t id) { return e.id < id; });
    if (at != whole.entries.end() && at->id == entry.id) entry.weight = at->weight;
  }
  return features;
}

}  // namespace

void PartFinder::find_rests() {
  find_rests(true);
  find_rests(false);
}

void PartFinder::find_rests(bool split) {
  const std::vector<std::size_t>& of_whole = split ? result_.items.to_of : result_.items.from_of;
  const std::vector<std::size_t>& of_part = split ? result_.items.from_of : result_.items.to_of;
  for (std::size_t whole = 0; whole < of_whole.size(); ++whole) {
    const std::size_t partner = of_whole[whole];
    if (partner == kNowhere || of_part[partner] != whole || claimed_.contains({split, whole}) ||
        claimed_.contains({!split, partner}) || is_explained(whole, split))
      continue;
    Division division{{whole, {partner}}, split, 1};
    for (const bool before : {true, false}) {
      const std::size_t neighbour = rest_beside(whole, partner, split, before);
      if (neighbour != kNowhere) division.parts.parts.push_back(neighbour);
    }
    if (division.parts.parts.size() == 1) continue;
    std::sort(division.parts.parts.begin(), division.parts.parts.end());
    enter(division);
  }
}

/// The free item before or after the counterpart that has the rest of the whole.
std::size_t PartFinder::rest_beside(std::size_t whole, std::size_t partner, bool split, bool before) const {
  const std::vector<FlatItem>& items = side(!split).items;
  const std::vector<std::size_t>& taken = split ? result_.items.from_of : result_.items.to_of;
  std::vector<std::size_t> free;
  std::size_t passed = 0;
  for (std::size_t k = partner; passed < options_.rest_within && (before ? k > 0 : k + 1 < items.size());) {
    before ? --k : ++k;
    if (items[k].section != items[partner].section) break;
    if (items[k].parent != items[partner].parent) continue;
    ++passed;
    if (taken[k] == kNowhere && !claimed_.contains({!split, k})) free.push_back(k);
  }
  // Of two parts that are twins, either may have been taken for the counterpart.
  const auto found = std::find_if(free.begin(), free.end(), [&](std::size_t k) {
    return has_rest(whole, partner, k, split, before, 0) || has_rest(whole, k, partner, split, !before, options_.part_surely);
  });
  return found == free.end() ? kNowhere : *found;
}

/// Whether what the whole has at one end beyond one part, of which it holds at least a share, is the other part.
bool PartFinder::has_rest(std::size_t whole, std::size_t part, std::size_t other, bool split, bool before, double held) const {
  const Rest rest = rest_of(whole, part, split, before);
  return rest.held >= held && rest.words >= options_.rest_words && rest.instead * 2 <= rest.words &&
         is_rest(rest, whole, other, split);
}

PartFinder::Rest PartFinder::rest_of(std::size_t whole, std::size_t partner, bool split, bool before) const {
  const TokenText& text = side(split).items[whole].text;
  const TokenText& other = side(!split).items[partner].text;
  std::vector<bool> kept(text.size(), false);
  const std::vector<std::pair<std::size_t, std::size_t>> pairs = align(text.loose, other.loose, kAlignLimit).kept;
  for (const auto& [k, at] : pairs) kept[k] = true;
  const std::size_t length = own_end(text, kept, before);
  const std::size_t begin = before ? 0 : text.size() - length;
  const std::size_t end = before ? length : text.size();
  // Where the counterpart goes on, or ends, beside the rest.
  std::size_t first = other.size();
  std::size_t last = 0;
  std::size_t held = 0;
  for (const auto& [k, at] : pairs) {
    if (!is_content(text, k) || (k >= begin && k < end)) continue;
    first = std::min(first, at);
    last = std::max(last, at + 1);
    ++held;
  }
  const std::size_t all = content_in(other, 0, other.size());
  const std::size_t instead = before ? content_in(other, 0, first) : content_in(other, last, other.size());
  return {slice(text, begin, end), content_in(text, begin, end), instead,
          all < options_.rest_words ? 0 : static_cast<double>(held) / static_cast<double>(all)};
}

bool PartFinder::is_rest(const Rest& rest, std::size_t whole, std::size_t neighbour, bool split) const {
  const Features& words = evidence_.words(!split)[neighbour];
  const std::size_t from = split ? whole : neighbour;
  const std::size_t to = split ? neighbour : whole;
  double needed = options_.rest_alike;
  if (evidence_.cites(neighbour, !split)) {
    if (evidence_.cited_within(neighbour, whole, !split) >= options_.cited_same) {
      needed = options_.rest_alike_if_cited;
    } else if (evidence_.cites(whole, split) && evidence_.cited(from, to) == 0) {
      needed = options_.rest_alike_if_cited_apart;
    }
  }
  return rounded(travaux::likeness(features_within(rest.text, evidence_.words(split)[whole]), words)) >= needed;
}

}  // namespace travaux
