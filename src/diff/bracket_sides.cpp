#include "diff/bracket_sides.h"

#include <algorithm>
#include <map>

namespace travaux {

namespace {

constexpr unsigned kNearlyAll = 75, kHardlyAny = 25;  // per cent of a bracket's words that stay: "kept", "deleted"
constexpr unsigned kChosen = 50;                      // per cent of an option's words that stay where it is chosen
constexpr std::size_t kFarthest = 60;                 // tokens between a bracket and the words that stand around it
constexpr std::size_t kLongestFilling = 60;           // tokens in a bracket's place
constexpr unsigned kPercent = 100;

bool is_negotiated(const SquareBracket& bracket) {
  return bracket.kind == BracketKind::kPlain || bracket.kind == BracketKind::kNamed || bracket.kind == BracketKind::kPlaceholder;
}

/// The token that begins at a byte.
std::size_t token_at(const LinkedWords& words, std::size_t byte) {
  const Span found = words.within({byte, byte + 1});
  return found.empty() ? kNowhere : found.begin;
}

/// One number for the groups a bracket names, the same in both drafts; 0 for none.
std::size_t kin_of(const SquareBracket& bracket) {
  constexpr std::size_t kFactor = 131;
  std::size_t hash = 0;
  for (const std::string& name : bracket.names) {
    for (const char c : fold_case(name)) hash = hash * kFactor + static_cast<unsigned char>(c);
  }
  return hash;
}

Regions::Region region_of(const LinkedWords& words, const SquareBracket& bracket) {
  Regions::Region region;
  region.whole = bracket.balanced;
  if (!bracket.balanced) {
    const std::size_t mark = token_at(words, bracket.span.begin);
    (bracket.opens ? region.first : region.last) = mark;
    region.words = {mark, mark};
    return region;
  }
  region.first = token_at(words, bracket.span.begin);
  region.last = token_at(words, bracket.span.end - 1);
  region.words = words.within(bracket.content);
  region.kin = kin_of(bracket);
  return region;
}

Regions::Region region_of(const LinkedWords& words, const TextOption& option) {
  Regions::Region region;
  const Span label = words.within(option.label);
  region.words = words.within(option.text);
  if (label.empty()) return region;
  region.first = label.begin;
  // The label's number: its last word, before the mark that sets it off.
  std::size_t last = label.end;
  while (last > label.begin + 1 && words.weight[last - 1] == 0) --last;
  region.last = last - 1;
  return region;
}

std::string list_of(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace

BracketSide::BracketSide(const Document& draft, const LinkedWords& linked)
    : document(draft), words(linked), bracketing(brackets_of(draft)), counts(count_open(bracketing)) {
  for (const SquareBracket& bracket : bracketing.brackets) {
    if (!is_negotiated(bracket)) continue;
    brackets.push_back(&bracket);
    bracket_regions.list.push_back(region_of(words, bracket));
  }
  for (const TextOption& option : bracketing.options) option_regions.list.push_back(region_of(words, option));
  bracket_regions.settle(words);
  option_regions.settle(words);
}

std::string BracketSide::address_of(std::size_t token) const {
  const std::size_t at = words.tokens[token].span.begin;
  const auto after = std::upper_bound(document.blocks.begin(), document.blocks.end(), at,
                                      [](std::size_t offset, const Block& block) { return offset < block.span.begin; });
  return after == document.blocks.begin() ? std::string() : address_at(document, std::prev(after)->place);
}

Anchor BracketSide::anchor(const Regions::Region& region) const {
  std::size_t own = region.first != kNowhere ? region.first : region.last != kNowhere ? region.last : region.words.begin;
  own = std::min(own, words.tokens.empty() ? 0 : words.tokens.size() - 1);
  if (words.tokens.empty()) return {};
  if (words.partner[own] != kNowhere) return {own, words.partner[own]};
  const std::size_t before = words.linked_before[own];
  return {own, before == kNowhere ? 0 : words.partner[before] + 1};
}

bool OneSided::in_foreign(std::size_t region, std::size_t token) const {
  const std::size_t around = other.bracket_regions.inner[token];
  if (around == kNowhere) return false;
  const std::size_t was = counterpart(around);
  if (was == kNowhere) return false;  // opened around it afresh: told there
  for (std::size_t up = region; up != kNowhere; up = side.bracket_regions.list[up].parent) {
    if (up == was) return false;
  }
  const Span inner = side.bracket_regions.list[was].words, outer = side.bracket_regions.list[region].words;
  return inner.begin < outer.begin || inner.end > outer.end;
}

OneSided::Rest OneSided::rest_of(const Regions& regions, std::size_t region, bool own) const {
  Rest rest, light;
  unsigned foreign = 0, linked = 0;
  const Span words = regions.list[region].words;
  for (std::size_t i = words.begin; i < words.end; ++i) {
    const unsigned weight = side.words.weight[i];
    if (weight == 0 || (own && regions.inner[i] != region)) continue;
    Rest& part = weight > 1 ? rest : light;
    part.all += weight;
    const std::size_t j = side.words.partner[i];
    if (j == kNowhere) continue;
    part.kept += weight;
    linked += weight;
    if (part.first == kNowhere) part.first = i;
    if (own && in_foreign(region, j)) foreign += weight;
  }
  if (rest.all == 0) rest = light;
  rest.bracketed = foreign * 2 > linked;
  return rest.all == 0 && own ? rest_of(regions, region, false) : rest;
}

std::string OneSided::kept_words(Span words) const {
  std::string text;
  for (std::size_t i = words.begin; i < words.end;) {
    if (side.words.partner[i] == kNowhere) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < words.end && side.words.partner[end] != kNowhere) ++end;
    const Span bytes{side.words.tokens[i].span.begin, side.words.tokens[end - 1].span.end};
    text += (text.empty() ? "" : " … ") + fold_white_space(bytes.of(side.words.source));
    i = end;
  }
  return text;
}

/// The other draft's words between those that stand around a bracket in both, if they are new there.
std::string OneSided::in_its_place(Span marks) const {
  const LinkedWords& words = side.words;
  if (marks.empty() || marks.begin >= words.tokens.size()) return {};
  const std::size_t left = words.linked_before[marks.begin], right = words.linked_after[marks.end - 1];
  if (left == kNowhere || right == kNowhere || marks.begin - left > kFarthest || right - marks.end > kFarthest) return {};
  for (std::size_t i = left + 1; i < right; ++i) {
    if (i >= marks.begin && i < marks.end) continue;
    if (words.weight[i] > 0) return {};  // other words went here too: what came in their place is not the bracket's alone
  }
  const std::size_t begin = words.partner[left] + 1, end = words.partner[right];
  if (begin >= end || end - begin > kLongestFilling) return {};
  unsigned weight = 0;
  for (std::size_t j = begin; j < end; ++j) {
    if (other.words.partner[j] != kNowhere || other.words.tokens[j].kind == TokenKind::kBracket) return {};
    weight += other.words.weight[j];
  }
  if (weight == 0) return {};
  const Span bytes{other.words.tokens[begin].span.begin, other.words.tokens[end - 1].span.end};
  return fold_white_space(bytes.of(other.words.source));
}

/// Where in the other draft it was: with its words, else with those before it.
std::string OneSided::item_of(const Regions::Region& region, std::size_t first) const {
  const LinkedWords& words = side.words;
  std::size_t at = first;
  const std::size_t mark = region.first != kNowhere ? region.first : region.last;
  if (at == kNowhere && mark != kNowhere) {
    const std::size_t before = words.linked_before[mark], after = words.linked_after[mark];
    const std::string own = side.address_of(mark);
    for (const std::size_t near : {before, after}) {
      if (near != kNowhere && at == kNowhere && side.address_of(near) == own) at = near;
    }
  }
  if (at == kNowhere || words.partner[at] == kNowhere) return {};
  return other.address_of(words.partner[at]);
}

BracketChange OneSided::bracket(std::size_t index) const {
  const SquareBracket& bracket = *side.brackets[index];
  const Regions::Region& region = side.bracket_regions.list[index];
  const Rest rest = rest_of(side.bracket_regions, index, true);
  BracketChange change;
  change.event = rest.bracketed ? BracketEvent::kBounds : BracketEvent::kSettled;
  change.from_item = address_at(side.document, bracket.place);
  change.to_item = item_of(region, rest.first);
  change.from_groups = bracket.names;
  change.kind = bracket.kind;
  change.extent = bracket.extent;
  change.from_span = bracket.span;
  change.from_text = side.text_of(bracket.balanced ? bracket.content : bracket.span);
  if (!bracket.balanced || rest.bracketed) return change;
  const unsigned share = rest.all == 0 ? 0 : kPercent * rest.kept / rest.all;
  change.favour = share >= kNearlyAll ? Favour::kKept : share > kHardlyAny ? Favour::kPart : Favour::kDeleted;
  if (change.favour == Favour::kPart) change.instead = kept_words(region.words);
  if (change.favour != Favour::kDeleted || region.first == kNowhere || region.last == kNowhere) return change;
  change.instead = in_its_place({region.first, region.last + 1});
  if (!change.instead.empty()) change.favour = Favour::kFilled;
  return change;
}

BracketChange OneSided::option(std::size_t index) const {
  const TextOption& option = side.bracketing.options[index];
  const Regions::Region& region = side.option_regions.list[index];
  const Rest rest = rest_of(side.option_regions, index, false);
  BracketChange change;
  change.event = BracketEvent::kSettled;
  change.is_option = true;
  change.option = option.name;
  change.from_item = address_at(side.document, option.place);
  change.to_item = item_of(region, rest.first);
  change.from_span = {option.label.begin, std::max(option.label.end, option.text.end)};
  change.from_text = side.text_of(option.text);
  change.favour = rest.all > 0 && kPercent * rest.kept >= kChosen * rest.all ? Favour::kKept : Favour::kDeleted;
  return change;
}

BracketChange OneSided::choice(const std::vector<std::size_t>& options) const {
  std::vector<std::string> names;
  std::size_t chosen = options.front();
  unsigned best = 0;
  for (const std::size_t index : options) {
    names.push_back(side.bracketing.options[index].name);
    const Rest rest = rest_of(side.option_regions, index, false);
    const unsigned share = rest.all == 0 ? 0 : kPercent * rest.kept / rest.all;
    if (share < kChosen || share <= best) continue;
    best = share;
    chosen = index;
  }
  BracketChange change = option(chosen);
  change.from_span = {side.bracketing.options[options.front()].label.begin, option(options.back()).from_span.end};
  change.favour = best > 0 ? Favour::kOption : Favour::kDeleted;
  if (best == 0) change.option = list_of(names);
  change.alternatives = names;
  return change;
}

std::vector<SettledChoice> OneSided::choices(const Pairing& options) const {
  std::map<std::size_t, std::vector<std::size_t>> series;
  std::map<std::size_t, bool> goes_on;
  for (std::size_t i = 0; i < side.bracketing.options.size(); ++i) {
    const std::size_t partner = from_side ? options.to_of[i] : options.from_of[i];
    const std::size_t id = side.bracketing.options[i].series;
    if (partner == kNowhere) series[id].push_back(i);
    goes_on[id] = goes_on[id] || partner != kNowhere;
  }
  std::vector<SettledChoice> told;
  for (const auto& [id, list] : series) {
    if (!goes_on[id]) {
      told.push_back({list.front(), choice(list)});
      continue;
    }
    for (const std::size_t index : list) told.push_back({index, option(index)});
  }
  return told;
}

}  // namespace travaux
