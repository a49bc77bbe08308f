#include "attribute/blame_returns.h"

#include <algorithm>
#include <unordered_map>

#include "attribute/blame_kept.h"

namespace travaux::blaming {

namespace {

/// A run of a stretch that stands among what was struck.
struct Run {
  Range words;             ///< of the text
  std::size_t struck = 0;  ///< index
  std::size_t offset = 0;  ///< of its first word there
  std::size_t content = 0;
  bool near = false;
};

class Bringer {
 public:
  explicit Bringer(CreditedText& text) : text_(text), back_(text.words.size(), false) {
    for (std::size_t s = 0; s < text.struck.size(); ++s) {
      for (std::size_t k = 0; k < text.struck[s].words.size(); ++k) index_[text.struck[s].words[k].form].emplace_back(s, k);
    }
  }

  std::vector<bool> run(const std::vector<Range>& stretches) {
    for (const Range& stretch : stretches) look_for(stretch);
    drop_taken();
    return std::move(back_);
  }

 private:
  using Spot = std::pair<std::size_t, std::size_t>;  ///< (index of what was struck, word)

  void look_for(Range stretch) {
    for (std::size_t j = stretch.begin; j < stretch.end; ++j) {
      if (!text_.words[j].content || back_[j]) continue;
      const Run best = best_run(stretch, j);
      if (counts(best, stretch)) take(best);
    }
    for (std::size_t j = stretch.begin; j < stretch.end; ++j) {
      if (!text_.words[j].content && !back_[j]) look_for_light(stretch, j);
    }
  }

  const std::vector<Spot>& spots_of(TokenId form) const {
    static const std::vector<Spot> kNoSpots;
    const auto found = index_.find(form);
    return found == index_.end() ? kNoSpots : found->second;
  }

  /// The longest run around a word; of equally long ones the nearest, then the one that went first.
  Run best_run(Range stretch, std::size_t j) const {
    Run best;
    for (const Spot& spot : spots_of(text_.words[j].form)) {
      if (!same(j, spot)) continue;
      const Run run = run_around(stretch, j, spot);
      const bool longer =
          run.words.size() > best.words.size() || (run.words.size() == best.words.size() && run.near && !best.near);
      if (longer) best = run;
    }
    return best;
  }

  bool same(std::size_t j, const Spot& spot) const {
    return !back_[j] && text_.struck[spot.first].words[spot.second].form == text_.words[j].form;
  }

  Run run_around(Range stretch, std::size_t j, const Spot& spot) const {
    const Struck& struck = text_.struck[spot.first];
    std::size_t left = 0, right = 1;
    while (left < spot.second && j - left > stretch.begin && same(j - left - 1, {spot.first, spot.second - left - 1})) ++left;
    while (spot.second + right < struck.words.size() && j + right < stretch.end &&
           same(j + right, {spot.first, spot.second + right}))
      ++right;
    Run run{{j - left, j + right}, spot.first, spot.second - left, 0, !struck.fresh && distance(struck.at, stretch) <= kNear};
    for (std::size_t k = run.words.begin; k < run.words.end; ++k) run.content += text_.words[k].content ? 1 : 0;
    return run;
  }

  static std::size_t distance(std::size_t at, Range stretch) {
    if (at < stretch.begin) return stretch.begin - at;
    return at > stretch.end ? at - stretch.end : 0;
  }

  static bool counts(const Run& run, Range stretch) {
    if (run.near) return run.content >= 1;
    return run.content >= 2 && (run.words.size() >= kRun || run.words.size() == stretch.size());
  }

  /// Marks and function words alone come back only to where they stood: all that was put in there, or, at its edge, all that is
  /// still struck there.
  void look_for_light(Range stretch, std::size_t j) {
    for (const Spot& spot : spots_of(text_.words[j].form)) {
      const Struck& struck = text_.struck[spot.first];
      if (!same(j, spot) || struck.fresh || distance(struck.at, stretch) > 0) continue;
      const Run run = run_around(stretch, j, spot);
      const bool at_edge = run.words.begin == stretch.begin || run.words.end == stretch.end;
      const bool all = run.words.size() == stretch.size() || (at_edge && run.words.size() == left_of(struck));
      if (all && run.content == 0) return take(run);
    }
  }

  static std::size_t left_of(const Struck& struck) {
    return static_cast<std::size_t>(
        std::count_if(struck.words.begin(), struck.words.end(), [](const Word& word) { return word.form != kNoToken; }));
  }

  void take(const Run& run) {
    for (std::size_t k = 0; k < run.words.size(); ++k) {
      Word& was = text_.struck[run.struck].words[run.offset + k];
      text_.words[run.words.begin + k].credit = was.credit;
      back_[run.words.begin + k] = true;
      was.form = kNoToken;  // equals no word any more
    }
    any_taken_ = true;
  }

  void drop_taken() {
    if (!any_taken_) return;
    std::vector<Struck> left;
    for (const Struck& struck : text_.struck) {
      bool apart = true;
      for (const Word& word : struck.words) {
        if (word.form == kNoToken) {
          apart = true;
          continue;
        }
        if (apart) left.push_back({struck.at, {}, struck.fresh});
        left.back().words.push_back(word);
        apart = false;
      }
    }
    text_.struck = std::move(left);
  }

  CreditedText& text_;
  std::vector<bool> back_;
  std::unordered_map<TokenId, std::vector<Spot>> index_;
  bool any_taken_ = false;
};

}  // namespace

std::vector<Struck> struck_after(const CreditedText& before, const std::vector<std::size_t>& from_of) {
  std::vector<std::size_t> to_of(before.words.size(), kNone);
  for (std::size_t j = 0; j < from_of.size(); ++j) {
    if (from_of[j] != kNone) to_of[from_of[j]] = j;
  }
  std::vector<std::size_t> place(before.words.size() + 1, 0);  // by earlier word: where what stood before it belongs
  for (std::size_t i = 0; i < to_of.size(); ++i) place[i + 1] = to_of[i] == kNone ? place[i] : to_of[i] + 1;
  std::vector<Struck> result;
  for (const Struck& struck : before.struck) result.push_back({place[struck.at], struck.words, false});
  bool apart = true;
  for (std::size_t i = 0; i < to_of.size(); ++i) {
    if (to_of[i] != kNone) {
      apart = true;
      continue;
    }
    if (apart) result.push_back({place[i], {}, true});
    result.back().words.push_back(before.words[i]);
    apart = false;
  }
  return result;
}

std::vector<bool> bring_back(CreditedText& text, const std::vector<Range>& stretches) {
  if (stretches.empty() || text.struck.empty()) return std::vector<bool>(text.words.size(), false);
  return Bringer(text).run(stretches);
}

std::vector<Range> left_of(Range stretch, const std::vector<bool>& back) {
  std::vector<Range> left;
  for (std::size_t j = stretch.begin; j < stretch.end; ++j) {
    if (back[j]) continue;
    if (left.empty() || left.back().end != j) left.push_back({j, j});
    left.back().end = j + 1;
  }
  return left;
}

}  // namespace travaux::blaming
