// One request and one edit of words.
#include <algorithm>
#include <cmath>

#include "attribute/agreement.h"
#include "attribute/claims.h"
#include "attribute/rarity.h"

namespace travaux {
namespace {

constexpr std::size_t kMarksTolerance = 0;
constexpr std::size_t kTolerance = 3;    ///< tokens between where it was asked for and where it came
constexpr double kWhole = 0.95;          ///< of a wish's words, to stand whole
constexpr double kSameText = 0.65;       ///< share, both ways, in another place of the same text
constexpr double kSamePlace = 0.8;       ///< of the share required, where the very same words were to be replaced
constexpr double kAlmostNothing = 0.25;  ///< of what came, against what went
constexpr double kPartOfRemoval = 0.34;
constexpr double kNothing = 0.05;  ///< weight of marks and less
constexpr double kSmall = 0.8;     ///< both ways, where only marks and function words changed

bool is_near(const Stretch& a, const Stretch& b, std::size_t tolerance) {
  if (a.begin <= b.end && b.begin <= a.end) return true;
  return a.begin > b.end ? a.begin - b.end <= tolerance : b.begin - a.end <= tolerance;
}

/// Of brackets and other marks alone only the place says whose they are.
bool marks_only(const Words& words) {
  return std::all_of(words.begin(), words.end(), [](const Word& word) { return word.loose == 0 || word.weight == 0; });
}

Words join(const std::vector<Stretch>& stretches, Words Stretch::*side) {
  Words all;
  for (const Stretch& stretch : stretches) all.insert(all.end(), (stretch.*side).begin(), (stretch.*side).end());
  return all;
}

bool has_figure(const Words& words) {
  return std::any_of(words.begin(), words.end(), [](const Word& word) { return word.figure && word.weight > 0; });
}

/// Of a figure alone only the place says whose it is.
bool figures_only(const Words& words) {
  return std::all_of(words.begin(), words.end(), [](const Word& word) { return !word.content || word.figure; });
}

/// One edit, and each request in turn.
class Claimer {
 public:
  Claimer(Matter& matter, const EditWords& edit)
      : m_(matter),
        edit_(edit),
        came_(join(edit.stretches, &Stretch::inserted)),
        went_(join(edit.stretches, &Stretch::removed)),
        tolerance_(marks_only(came_) && marks_only(went_) ? kMarksTolerance : kTolerance),
        before_(went_),
        stands_before_(m_.vocabulary.stands_in_from(came_)),
        rare_(is_rare(m_.vocabulary, came_)),
        unheard_(is_unheard(m_.vocabulary, came_)) {}

  std::optional<Claim> run(std::size_t request) {
    request_ = &m_.requests[request];
    claim_ = {};
    claim_.request = request;
    near_.clear();
    same_text_.clear();
    all_here_.clear();
    for (const Wish& wish : request_->wishes) {
      if (!edit_.key || !(wish.key == *edit_.key)) continue;
      const bool here = std::any_of(edit_.stretches.begin(), edit_.stretches.end(),
                                    [&](const Stretch& stretch) { return is_near(stretch, wish.stretch, tolerance_); });
      (here ? near_ : same_text_).push_back(&wish);
      all_here_.push_back(&wish);
    }
    if (!near_.empty() && here()) return claim_;
    if (weight_of(came_) < kNothing) return std::nullopt;
    if (in_same_text()) return claim_;
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
    if (weight_of(wanted) < kNothing) return words_to_go();
    if (content_of(came_) > 0 && covered_content(words) == 0) return false;
    if (another_figure(words) || part_of_figure(words) || opposes(came_, wanted, words)) return false;
    if (near_.size() == 1 && frees_otherwise(edit_, *near_.front())) return false;
    if (std::any_of(near_.begin(), near_.end(), [&](const Wish* wish) { return came_instead(m_, edit_, *request_, *wish); }))
      return false;
    if (claim_.share >= m_.options.words_here * (is_same_place() ? kSamePlace : 1)) return true;
    return claim_.whole && (claim_.share >= 0.3 || content_count(wanted) >= 2);
  }

  bool is_same_place() const {
    return edit_.stretches.size() == 1 && near_.size() == 1 && near_.front()->stretch.begin == edit_.stretches.front().begin &&
           near_.front()->stretch.end == edit_.stretches.front().end;
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

  /// A claim by figures, where a date or number came in part.
  bool part_of_figure(const Cover& words) const {
    double figures = 0;
    for (std::size_t i = 0; i < came_.size(); ++i) figures += came_[i].figure ? words.left[i] * came_[i].weight : 0;
    return figures > 0 && figures >= 0.5 * covered_content(words) && lacks_figures(m_, edit_, all_here_);
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
    return !another_figure(words) && !opposes(came_, wanted, words);
  }

  /// In the same text but not at the place: both ways, and no words that the drafts are full of.
  bool in_same_text() {
    claim_.nearness = Nearness::kSameText;
    if (stands_before_ || marks_only(came_) || figures_only(came_)) return false;
    for (const Wish* wish : same_text_) {
      if (fits_both_ways(wish->stretch.inserted) && (content_count(came_) >= 2 || stands_whole(*wish))) return true;
    }
    // The words that it quotes were not found there, but the text is the one that it names.
    if (!request_->wishes.empty() || content_count(came_) < 2 || !names_this_text()) return false;
    return std::any_of(request_->texts.begin(), request_->texts.end(), [&](const Words& text) { return fits_both_ways(text); });
  }

  bool fits_both_ways(const Words& wanted) { return compare(wanted) && claim_.share >= kSameText && claim_.back >= kSameText; }

  bool names_this_text() const {
    if (!edit_.key || edit_.key->place.item.empty()) return false;
    const auto& targets = request_->proposal->targets;
    return std::any_of(targets.begin(), targets.end(), [&](const Target& target) {
      return target.place && Matter::item_of(*target.place) == Matter::item_of(edit_.key->place);
    });
  }

  /// Word for word what was asked for, no more and no less. The differ may cut it at another of its words.
  bool is_put_forward() {
    const auto sorted = [](const Words& words) {
      std::vector<WordId> list;
      for (const Word& word : words) {
        if (word.loose != 0 && word.weight > 0) list.push_back(word.loose);
      }
      std::sort(list.begin(), list.end());
      return list;
    };
    const std::vector<WordId> here = sorted(came_);
    const bool asked =
        std::any_of(request_->texts.begin(), request_->texts.end(), [&](const Words& text) { return sorted(text) == here; }) ||
        std::any_of(request_->wishes.begin(), request_->wishes.end(),
                    [&](const Wish& wish) { return sorted(wish.stretch.inserted) == here; });
    if (!asked) return false;
    claim_.share = claim_.back = 1;
    claim_.covered.assign(came_.size(), 1);
    claim_.covered.resize(came_.size() + went_.size(), 0);
    return true;
  }

  /// In another text: nearly all of what was asked for.
  bool elsewhere() {
    claim_.nearness = Nearness::kElsewhere;
    if (unheard_ && is_put_forward()) return true;
    if (!rare_ || terms_in(*request_, came_) < m_.options.words_here) return false;
    const auto fits = [&](const Words& text) {
      return compare(text) && claim_.share >= m_.options.words_elsewhere && claim_.back >= m_.options.words_here;
    };
    return std::any_of(request_->texts.begin(), request_->texts.end(), fits) ||
           std::any_of(request_->wishes.begin(), request_->wishes.end(),
                       [&](const Wish& wish) { return fits(wish.stretch.inserted); });
  }

  Matter& m_;
  const EditWords& edit_;
  const Request* request_ = nullptr;
  Words came_, went_;
  std::size_t tolerance_;
  Before before_;
  bool stands_before_, rare_, unheard_;
  std::vector<const Wish*> near_, same_text_, all_here_;
  Claim claim_;
  double removed_share_ = 0, removed_back_ = 0;
};

}  // namespace

double Claim::score() const {
  const double place = nearness == Nearness::kHere ? 1 : nearness == Nearness::kSameText ? 0.85 : 0.7;
  const double score = (0.65 * share + 0.2 * back + 0.15 * (exact ? 1 : 0.5)) * place * (half ? 0.7 : only_removal ? 0.9 : 1);
  return std::round(std::min(1.0, score) * 100) / 100;
}

std::vector<Claim> claims_on(Matter& matter, const EditWords& edit) {
  std::vector<Claim> claims;
  Claimer claimer(matter, edit);
  for (std::size_t r = 0; r < matter.requests.size(); ++r) {
    if (!matter.requests[r].stands) continue;
    if (std::optional<Claim> claim = claimer.run(r)) claims.push_back(std::move(*claim));
  }
  return claims;
}

double terms_in(const Request& request, const Words& text) {
  std::set<WordId> terms;
  for (const Word& word : text) {
    if (word.content && word.term != 0) terms.insert(word.term);
  }
  if (terms.empty()) return 1;
  const auto shared = std::count_if(terms.begin(), terms.end(), [&](WordId term) { return request.terms.contains(term); });
  return static_cast<double>(shared) / static_cast<double>(terms.size());
}

}  // namespace travaux
