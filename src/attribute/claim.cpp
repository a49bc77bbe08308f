// One request and one edit of words.
#include <algorithm>
#include <cmath>

#include "attribute/claims.h"

namespace travaux {
namespace {

constexpr std::size_t kTolerance = 3;    ///< tokens between where it was asked for and where it came
constexpr double kWhole = 0.95;          ///< of a wish's words, to stand whole
constexpr double kSameText = 0.65;       ///< share, both ways, in another place of the same text
constexpr std::size_t kRareWords = 4;    ///< words of content that make a claim from elsewhere
constexpr double kAlmostNothing = 0.25;  ///< of what came, against what went
constexpr double kPartOfRemoval = 0.34;
constexpr double kSmall = 0.8;  ///< both ways, where only marks and function words changed

bool is_near(const Stretch& a, const Stretch& b) {
  if (a.begin <= b.end && b.begin <= a.end) return true;
  return a.begin > b.end ? a.begin - b.end <= kTolerance : b.begin - a.end <= kTolerance;
}

Words join(const std::vector<Stretch>& stretches, Words Stretch::*side) {
  Words all;
  for (const Stretch& stretch : stretches) all.insert(all.end(), (stretch.*side).begin(), (stretch.*side).end());
  return all;
}

bool has_figure(const Words& words) {
  return std::any_of(words.begin(), words.end(), [](const Word& word) { return word.figure && word.weight > 0; });
}

class Claimer {
 public:
  Claimer(Matter& matter, const EditWords& edit, std::size_t request)
      : m_(matter),
        edit_(edit),
        request_(matter.requests[request]),
        came_(join(edit.stretches, &Stretch::inserted)),
        went_(join(edit.stretches, &Stretch::removed)),
        before_(went_) {
    claim_.request = request;
  }

  std::optional<Claim> run() {
    for (const Wish& wish : request_.wishes) {
      if (!edit_.key || !(wish.key == *edit_.key)) continue;
      (std::any_of(edit_.stretches.begin(), edit_.stretches.end(), [&](const Stretch& s) { return is_near(s, wish.stretch); })
           ? near_
           : same_text_)
          .push_back(&wish);
    }
    if (!near_.empty() && here()) return claim_;
    if (!near_.empty() && weight_of(came_) < 0.05) return std::nullopt;
    if (!same_text_.empty() && in_same_text()) return claim_;
    return elsewhere() ? std::optional(claim_) : std::nullopt;
  }

 private:
  Words inserted(const std::vector<const Wish*>& wishes) const {
    Words words;
    for (const Wish* wish : wishes) words.insert(words.end(), wish->stretch.inserted.begin(), wish->stretch.inserted.end());
    return words;
  }

  bool came_something() const { return content_of(came_) > 0 || (went_.empty() && weight_of(came_) > 0); }

  // --- here ---

  bool here() {
    claim_.nearness = Nearness::kHere;
    const Words wanted = inserted(near_);
    const Cover words = cover(came_, wanted, before_);
    measure_removal();
    if (is_small()) return small(words, wanted);
    if (!came_something()) return removal(wanted);
    claim_.covered.insert(claim_.covered.begin(), words.left.begin(), words.left.end());
    claim_.share = words.left_weight / weight_of(came_);
    claim_.back = back_of(words, wanted);
    claim_.exact = words.exact;
    for (const Wish* wish : near_) claim_.whole = claim_.whole || stands_whole(*wish);
    if (weight_of(wanted) < 0.05) return words_to_go();
    if (content_of(came_) > 0 && covered_content(words) == 0) return false;
    if (another_figure(words)) return false;
    if (claim_.share >= m_.options.words_here) return true;
    return claim_.whole && (claim_.share >= 0.3 || content_count(wanted) >= 2);
  }

  /// Words that it wanted to go and that went, by their places.
  void measure_removal() {
    std::vector<double> gone;
    double shared = 0, all = 0, asked = 0;
    for (const Stretch& stretch : edit_.stretches) {
      for (std::size_t i = 0; i < stretch.removed.size(); ++i) {
        const bool wanted = std::any_of(near_.begin(), near_.end(), [&](const Wish* wish) {
          return stretch.begin + i >= wish->stretch.begin && stretch.begin + i < wish->stretch.end &&
                 wish->stretch.removed[stretch.begin + i - wish->stretch.begin].weight > 0;
        });
        gone.push_back(wanted ? 1 : 0);
        all += stretch.removed[i].weight;
        if (wanted) shared += stretch.removed[i].weight;
      }
    }
    for (const Wish* wish : near_) asked += weight_of(wish->stretch.removed);
    claim_.covered = std::move(gone);
    removed_share_ = all > 0 ? shared / all : 0;
    removed_back_ = asked > 0 ? std::min(1.0, shared / asked) : 0;
  }

  /// Only marks, brackets apart, function words or letter case changed.
  bool is_small() const {
    return edit_.edit_class == EditClass::kEditorial || (content_of(came_) == 0 && content_of(went_) == 0);
  }

  /// There is so little in it that nearly all must agree, both ways.
  bool small(const Cover& words, const Words& wanted) {
    claim_.covered.insert(claim_.covered.begin(), words.left.begin(), words.left.end());
    const auto marks = [](const Words& list) {
      return static_cast<double>(std::count_if(list.begin(), list.end(), [](const Word& word) { return word.weight > 0; }));
    };
    const double agreed =
        static_cast<double>(std::count_if(words.left.begin(), words.left.end(), [](double c) { return c >= 1; }));
    double went = 0, asked = 0;
    for (const Wish* wish : near_) asked += marks(wish->stretch.removed);
    for (std::size_t i = came_.size(); i < claim_.covered.size(); ++i)
      went += went_[i - came_.size()].weight > 0 ? claim_.covered[i] : 0;
    const double done = marks(came_) + marks(went_), want = marks(wanted) + asked;
    if (done == 0 || want == 0) return false;
    claim_.share = std::min(1.0, (agreed + went) / done);
    claim_.back = std::min(1.0, (agreed + went) / want);
    claim_.exact = claim_.whole = claim_.share >= kWhole;
    return claim_.share >= kSmall && claim_.back >= kSmall;
  }

  /// Nothing came: words that were to go.
  bool removal(const Words& wanted) {
    claim_.covered.insert(claim_.covered.begin(), came_.size(), 0);
    claim_.share = removed_share_;
    claim_.back = removed_back_;
    claim_.whole = removed_back_ >= kWhole;
    claim_.exact = claim_.share >= kWhole;
    claim_.half = content_of(wanted) > 0;
    if (claim_.half) return claim_.share >= kSmall && claim_.whole;
    return claim_.share >= m_.options.words_here || (claim_.whole && claim_.share >= kPartOfRemoval);
  }

  /// It wanted words to go, and others came: no claim to those, unless they come to nothing or somebody else asked for them.
  bool words_to_go() {
    claim_.only_removal = weight_of(came_) > kAlmostNothing * weight_of(went_);
    claim_.share = removed_share_;
    claim_.back = removed_back_;
    claim_.whole = removed_back_ >= kWhole;
    claim_.exact = claim_.share >= kWhole && claim_.whole;
    return claim_.whole || claim_.share >= m_.options.words_here;
  }

  /// A figure in place of another is a source's only if it is the figure it asked for.
  bool another_figure(const Cover& words) const {
    if (!has_figure(came_) || !has_figure(went_)) return false;
    double figures = 0;
    bool other = false;
    for (std::size_t i = 0; i < came_.size(); ++i) {
      if (!came_[i].figure) continue;
      figures += came_[i].weight;
      other = other || (came_[i].weight > 0 && words.left[i] == 0);
    }
    return other && figures >= 0.5 * content_of(came_);
  }

  double covered_content(const Cover& words) const {
    double sum = 0;
    for (std::size_t i = 0; i < came_.size(); ++i) sum += came_[i].content ? words.left[i] * came_[i].weight : 0;
    return sum;
  }

  double back_of(const Cover& words, const Words& wanted) const {
    const double all = weight_of(wanted);
    return all == 0 ? 0 : words.right_weight / all;
  }

  bool stands_whole(const Wish& wish) const {
    const Words& wanted = wish.stretch.inserted;
    if (content_of(wanted) == 0) return false;
    const Cover words = cover(wanted, came_);
    return words.exact && words.left_weight >= kWhole * weight_of(wanted) &&
           cover(came_, wanted, before_).right_weight >= kWhole * weight_of(wanted);
  }

  // --- not here ---

  bool compare(const Words& wanted) {
    const Cover words = cover(came_, wanted, before_);
    const double all = weight_of(came_);
    if (all == 0 || content_of(came_) == 0 || covered_content(words) == 0) return false;
    claim_.share = words.left_weight / all;
    claim_.back = back_of(words, wanted);
    claim_.exact = false;
    claim_.covered = words.left;
    claim_.covered.resize(came_.size() + went_.size(), 0);
    return !another_figure(words);
  }

  /// In the same text but not at the place: both ways, and no words that the text of the draft is full of.
  bool in_same_text() {
    claim_.nearness = Nearness::kSameText;
    for (const Wish* wish : same_text_) {
      const Words& wanted = wish->stretch.inserted;
      if (!compare(wanted) || claim_.share < kSameText || claim_.back < kSameText) continue;
      if (m_.vocabulary.stands_in_from(came_)) continue;
      if (content_count(came_) >= 2 || stands_whole(*wish)) return true;
    }
    return false;
  }

  /// In another text: long, rare, and nearly all of what was asked for.
  bool elsewhere() {
    claim_.nearness = Nearness::kElsewhere;
    if (content_count(came_) < kRareWords || m_.vocabulary.stands_in_from(came_)) return false;
    const auto rare = std::count_if(came_.begin(), came_.end(), [&](const Word& word) {
      return word.content && word.term != 0 && m_.vocabulary.in_from(word.term) <= 1;
    });
    if (rare < 2) return false;
    std::vector<Words> texts = request_.texts;
    for (const Wish& wish : request_.wishes) texts.push_back(wish.stretch.inserted);
    return std::any_of(texts.begin(), texts.end(), [&](const Words& text) {
      return compare(text) && claim_.share >= m_.options.words_elsewhere && claim_.back >= m_.options.words_here;
    });
  }

  Matter& m_;
  const EditWords& edit_;
  const Request& request_;
  Words came_, went_;
  Before before_;
  std::vector<const Wish*> near_, same_text_;
  Claim claim_;
  double removed_share_ = 0, removed_back_ = 0;
};

}  // namespace

double Claim::score() const {
  const double place = nearness == Nearness::kHere ? 1 : nearness == Nearness::kSameText ? 0.85 : 0.7;
  const double score = (0.65 * share + 0.2 * back + 0.15 * (exact ? 1 : 0.5)) * place * (half ? 0.7 : only_removal ? 0.9 : 1);
  return std::round(std::min(1.0, score) * 100) / 100;
}

std::optional<Claim> claim_on(Matter& matter, const EditWords& edit, std::size_t request) {
  return Claimer(matter, edit, request).run();
}

}  // namespace travaux
