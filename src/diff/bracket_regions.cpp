#include "diff/bracket_regions.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "diff/ladder.h"
#include "diff/sequence.h"

namespace travaux {

namespace {

constexpr std::size_t kDeepest = 12;      // regions around a word that are looked at
constexpr unsigned kMeaning = 4;          // how much more a word weighs that carries meaning
constexpr unsigned kPercent = 100;        // likenesses are whole numbers, so that they are the same everywhere
constexpr unsigned kSame = 50;            // likeness from which two regions are one
constexpr unsigned kMarks = 50;           // added where both marks stayed
constexpr unsigned kKin = 10;             // added where both bear the same names
constexpr unsigned kContained = 80;       // share of the smaller that stands in the larger …
constexpr unsigned kLeastContained = 20;  // … from which a likeness of this is enough
constexpr std::size_t kExact = 20'000;

using Link = std::pair<std::size_t, std::size_t>;  ///< offsets of a token in both sources

std::vector<Token> tokens_in(std::string_view source, Span span) {
  std::vector<Token> tokens = tokenize(span.of(source));
  for (Token& token : tokens) {
    token.span.begin += span.begin;
    token.span.end += span.begin;
  }
  return tokens;
}

class Linker {
 public:
  Linker(const Document& from, const Document& to) : from_(from.source), to_(to.source) {}

  LinkedDrafts run(const Ledger& ledger) {
    LinkedDrafts drafts;
    drafts.from.source = from_;
    drafts.to.source = to_;
    for (const Fact& fact : ledger.facts) take(fact, drafts);
    std::sort(links_.begin(), links_.end());
    finish(drafts.from, drafts.to);
    return drafts;
  }

 private:
  void take(const Fact& fact, LinkedDrafts& drafts) {
    const std::vector<Token> a = tokens_in(from_, fact.from);
    const std::vector<Token> b = tokens_in(to_, fact.to);
    drafts.from.tokens.insert(drafts.from.tokens.end(), a.begin(), a.end());
    drafts.to.tokens.insert(drafts.to.tokens.end(), b.begin(), b.end());
    if (a.empty() || b.empty()) return;
    if (fact.fate == Fate::kKept || fact.fate == Fate::kMoved) {
      for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) links_.emplace_back(a[i].span.begin, b[i].span.begin);
    } else if (fact.fate == Fate::kEdited) {
      align_words(a, b);
    }
  }

  /// One computation for both directions, as for the words of items.
  void align_words(const std::vector<Token>& a, const std::vector<Token>& b) {
    const std::vector<std::uint32_t> left = ids(from_, a), right = ids(to_, b);
    const std::string one = comparison_form(Span{a.front().span.begin, a.back().span.end}.of(from_));
    const std::string other = comparison_form(Span{b.front().span.begin, b.back().span.end}.of(to_));
    const bool turned = std::pair(b.size(), other) < std::pair(a.size(), one);
    Alignment alignment = turned ? align(right, left, kExact) : align(left, right, kExact);
    for (auto [i, j] : alignment.kept) {
      if (turned) std::swap(i, j);
      links_.emplace_back(a[i].span.begin, b[j].span.begin);
    }
  }

  std::vector<std::uint32_t> ids(std::string_view source, const std::vector<Token>& tokens) {
    std::vector<std::uint32_t> list;
    for (const Token& token : tokens) {
      const auto next = static_cast<std::uint32_t>(forms_.size());
      list.push_back(forms_.try_emplace(token_form(token.span.of(source)), next).first->second);
    }
    return list;
  }

  static std::size_t token_at(const LinkedWords& words, std::size_t offset) {
    const auto found = std::lower_bound(words.tokens.begin(), words.tokens.end(), offset,
                                        [](const Token& token, std::size_t at) { return token.span.begin < at; });
    return found != words.tokens.end() && found->span.begin == offset ? static_cast<std::size_t>(found - words.tokens.begin())
                                                                      : kNowhere;
  }

  static void weigh(LinkedWords& words) {
    std::sort(words.tokens.begin(), words.tokens.end(),
              [](const Token& a, const Token& b) { return a.span.begin < b.span.begin; });
    words.partner.assign(words.tokens.size(), kNowhere);
    for (const Token& token : words.tokens) {
      const bool word = token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber;
      const bool light = word && ladder().light.contains(loose_form(token.span.of(words.source)));
      words.weight.push_back(!word ? 0 : light ? 1 : kMeaning);
    }
  }

  static void find_neighbours(LinkedWords& words) {
    const std::size_t size = words.tokens.size();
    words.linked_before.assign(size, kNowhere);
    words.linked_after.assign(size, kNowhere);
    std::size_t near = kNowhere;
    for (std::size_t i = 0; i < size; ++i) {
      words.linked_before[i] = near;
      if (words.partner[i] != kNowhere) near = i;
    }
    near = kNowhere;
    for (std::size_t i = size; i-- > 0;) {
      words.linked_after[i] = near;
      if (words.partner[i] != kNowhere) near = i;
    }
  }

  void finish(LinkedWords& from, LinkedWords& to) {
    weigh(from);
    weigh(to);
    for (const auto& [a, b] : links_) {
      const std::size_t i = token_at(from, a), j = token_at(to, b);
      if (i == kNowhere || j == kNowhere || from.partner[i] != kNowhere || to.partner[j] != kNowhere) continue;
      from.partner[i] = j;
      to.partner[j] = i;
    }
    find_neighbours(from);
    find_neighbours(to);
  }

  std::string_view from_, to_;
  std::vector<Link> links_;
  std::map<std::string, std::uint32_t> forms_;
};

/// What two regions have in common, on the way to a pairing.
struct Candidate {
  std::size_t from = 0, to = 0;
  unsigned likeness = 0;
  std::size_t depths_apart = 0;

  auto order() const {
    return std::tuple(kPercent * 4 - likeness, depths_apart, from + to, from > to ? from - to : to - from, from);
  }
};

class Matcher {
 public:
  Matcher(const LinkedDrafts& drafts, const Regions& from, const Regions& to) : drafts_(drafts), from_(from), to_(to) {}

  Pairing run() {
    share_words();
    share_marks();
    std::vector<Candidate> candidates;
    for (const auto& [pair, common] : common_) {
      const Candidate candidate = candidate_of(pair.first, pair.second, common);
      if (candidate.likeness >= kSame) candidates.push_back(candidate);
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.order() < b.order(); });
    Pairing pairs(from_.list.size(), to_.list.size());
    for (const Candidate& candidate : candidates) {
      if (pairs.free(candidate.from, candidate.to)) pairs.join(candidate.from, candidate.to);
    }
    return pairs;
  }

 private:
  void share_words() {
    for (std::size_t i = 0; i < drafts_.from.tokens.size(); ++i) {
      const std::size_t j = drafts_.from.partner[i];
      if (j == kNowhere || drafts_.from.weight[i] == 0) continue;
      std::size_t a = from_.inner[i];
      for (std::size_t up = 0; a != kNowhere && up < kDeepest; ++up, a = from_.list[a].parent) {
        std::size_t b = to_.inner[j];
        for (std::size_t down = 0; b != kNowhere && down < kDeepest; ++down, b = to_.list[b].parent)
          common_[{a, b}] += drafts_.from.weight[i];
      }
    }
  }

  /// Regions whose words all went may have kept their marks: "[five]" -> "[six]".
  void share_marks() {
    std::map<std::size_t, std::size_t> by_mark;
    for (std::size_t b = 0; b < to_.list.size(); ++b) {
      for (const std::size_t mark : {to_.list[b].first, to_.list[b].last}) {
        if (mark != kNowhere) by_mark.emplace(mark, b);
      }
    }
    for (std::size_t a = 0; a < from_.list.size(); ++a) {
      for (const std::size_t mark : {from_.list[a].first, from_.list[a].last}) {
        if (mark == kNowhere || drafts_.from.partner[mark] == kNowhere) continue;
        const auto found = by_mark.find(drafts_.from.partner[mark]);
        if (found != by_mark.end()) common_.try_emplace({a, found->second}, 0);
      }
    }
  }

  bool stayed(std::size_t mark, std::size_t as) const {
    return mark != kNowhere && as != kNowhere && drafts_.from.partner[mark] == as;
  }

  bool marks_stayed(const Regions::Region& a, const Regions::Region& b) const {
    const bool first = stayed(a.first, b.first), last = stayed(a.last, b.last);
    if (!a.whole || !b.whole) return first || last;  // a lone mark, or one that has found its partner
    return first && last;
  }

  Candidate candidate_of(std::size_t i, std::size_t j, unsigned common) const {
    const Regions::Region& a = from_.list[i];
    const Regions::Region& b = to_.list[j];
    const unsigned both = a.weight + b.weight, least = std::min(a.weight, b.weight);
    unsigned likeness = both == 0 ? 0 : 2 * kPercent * common / both;
    const bool contained = least > 0 && kPercent * common >= kContained * least && likeness >= kLeastContained;
    if (contained) likeness = std::max(likeness, kSame);
    if (marks_stayed(a, b)) likeness += kMarks;
    if (a.kin != 0 && a.kin == b.kin) likeness += kKin;
    return {i, j, likeness, a.depth > b.depth ? a.depth - b.depth : b.depth - a.depth};
  }

  const LinkedDrafts& drafts_;
  const Regions& from_;
  const Regions& to_;
  std::map<std::pair<std::size_t, std::size_t>, unsigned> common_;
};

}  // namespace

Span LinkedWords::within(Span bytes) const {
  const auto at = [this](std::size_t byte) {
    const auto found = std::lower_bound(tokens.begin(), tokens.end(), byte,
                                        [](const Token& token, std::size_t b) { return token.span.begin < b; });
    return static_cast<std::size_t>(found - tokens.begin());
  };
  const std::size_t begin = at(bytes.begin);
  return {begin, std::max(begin, at(bytes.end))};
}

LinkedDrafts link_words(const Document& from, const Document& to, const Ledger& ledger) { return Linker(from, to).run(ledger); }

void Regions::settle(const LinkedWords& words) {
  inner.assign(words.tokens.size(), kNowhere);
  std::vector<std::size_t> open;
  const auto fill = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end && !open.empty(); ++i) inner[i] = open.back();
  };
  std::size_t at = 0;
  const auto leave = [&](std::size_t until) {
    while (!open.empty() && list[open.back()].words.end <= until) {
      fill(at, list[open.back()].words.end);
      at = std::max(at, list[open.back()].words.end);
      open.pop_back();
    }
    fill(at, until);
    at = std::max(at, until);
  };
  std::vector<unsigned> sums(words.tokens.size() + 1, 0);
  for (std::size_t i = 0; i < words.tokens.size(); ++i) sums[i + 1] = sums[i] + words.weight[i];
  for (std::size_t r = 0; r < list.size(); ++r) {
    Region& region = list[r];
    leave(region.words.begin);
    region.depth = open.size();
    region.parent = open.empty() ? kNowhere : open.back();
    region.weight = sums[region.words.end] - sums[region.words.begin];
    if (!region.words.empty()) open.push_back(r);
  }
  leave(words.tokens.size());
}

Pairing match_regions(const LinkedDrafts& drafts, const Regions& from, const Regions& to) {
  return Matcher(drafts, from, to).run();
}

}  // namespace travaux
