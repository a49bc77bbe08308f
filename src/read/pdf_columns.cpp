#include "read/pdf_columns.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "read/pdf_table.h"

namespace travaux {

namespace {

using Words = std::vector<PdfWord>;

struct Bounds {
  double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
};

Bounds bounds_of(const Words& words) {
  Bounds all;
  for (const auto& word : words) {
    all.left = std::min(all.left, word.left), all.right = std::max(all.right, word.right);
    all.top = std::min(all.top, word.top), all.bottom = std::max(all.bottom, word.bottom);
  }
  return all;
}

/// How far a column may reach.
struct Frame {
  double left = 0, right = 0;
};

/// A gap that runs down a part of the page.
struct Gutter {
  double x = 0, top = 0, bottom = 0;
};

/// The words between two heights, left or right of a gap.
Words side_of(const Words& words, const Gutter& gutter, bool left) {
  Words side;
  for (const auto& word : words) {
    const double middle = (word.top + word.bottom) / 2;
    if (middle > gutter.top && middle < gutter.bottom && ((word.left + word.right) / 2 < gutter.x) == left) side.push_back(word);
  }
  return side;
}

/// How far the lines of a column are full, in the middle; prose is nearly full.
double usual_fill(const std::vector<PdfLine>& lines) {
  double left = 1e9, right = -1e9;
  for (const auto& line : lines) left = std::min(left, line.left), right = std::max(right, line.right);
  std::vector<double> fills;
  for (const auto& line : lines) fills.push_back((line.right - line.left) / std::max(right - left, 1.0));
  const auto middle = fills.begin() + static_cast<std::ptrdiff_t>(fills.size() / 2);
  std::nth_element(fills.begin(), middle, fills.end());
  return *middle;
}

/// Finds the gaps of one document; what parted one page into columns may part another that has fewer lines.
class Cutter {
 public:
  explicit Cutter(double size) : size_(size) {}

  std::vector<PdfLine> cut(std::vector<PdfPage>& pages) {
    for (const auto& page : pages) {
      if (const auto gutter = find_gutter(page.words, false)) known_.push_back(gutter->x);
    }
    for (std::size_t page = 0; page < pages.size(); ++page) {
      page_ = page;
      take(std::move(pages[page].words), {0, pages[page].width}, 0);
    }
    return std::move(lines_);
  }

 private:
  static constexpr int kDeepest = 6;

  void take(Words words, Frame frame, int depth) {
    if (words.empty()) return;
    const auto gutter = depth < kDeepest ? find_gutter(words, true) : std::nullopt;
    if (!gutter) return put(std::move(words), frame);
    Words above, below;
    for (const auto& word : words) {
      const double middle = (word.top + word.bottom) / 2;
      if (middle <= gutter->top) above.push_back(word);
      if (middle >= gutter->bottom) below.push_back(word);
    }
    auto left = side_of(words, *gutter, true), right = side_of(words, *gutter, false);
    words.clear();
    take(std::move(above), frame, depth + 1);
    take(std::move(left), {frame.left, gutter->x}, depth + 1);
    take(std::move(right), {gutter->x, frame.right}, depth + 1);
    take(std::move(below), frame, depth + 1);
  }

  void put(Words words, Frame frame) {
    auto lines = lines_of_words(std::move(words), page_);
    for (auto& line : lines) line.area = area_, line.frame_left = frame.left, line.frame_right = frame.right;
    lines_.insert(lines_.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
    ++area_;
  }

  /// The tallest gap between two columns.
  std::optional<Gutter> find_gutter(const Words& words, bool use_known) const {
    constexpr double kLeastSide = 0.2;  ///< of the width
    const auto bounds = bounds_of(words);
    const double width = bounds.right - bounds.left;
    const double half = std::max(3.0, size_ * 0.3);
    constexpr double kNarrowest = 16;  ///< sizes of a letter that two columns take at least
    if (words.size() < 20 || width < size_ * kNarrowest) return std::nullopt;
    std::optional<Gutter> best;
    double last = 0;
    for (double x = bounds.left + width * kLeastSide; x <= bounds.right - width * kLeastSide; x += 1) {
      const auto found = tallest_gap(words, bounds, x, half);
      const double more = best ? (found.bottom - found.top) - (best->bottom - best->top) : size_;
      if (best && std::abs(more) <= 0.5 && x - last <= 1.5) last = x;  // still in the same gap
      if (more <= 0.5 || found.bottom - found.top < size_ * 3 || !parts_columns(words, found, use_known)) continue;
      best = found;
      last = x;
    }
    if (best) best->x = (best->x + last) / 2;
    return best;
  }

  /// At this place, the longest way down that no word crosses.
  static Gutter tallest_gap(const Words& words, const Bounds& bounds, double x, double half) {
    std::vector<std::pair<double, double>> crossing;
    for (const auto& word : words) {
      if (word.left < x + half && word.right > x - half) crossing.emplace_back(word.top, word.bottom);
    }
    std::sort(crossing.begin(), crossing.end());
    Gutter best{x, 0, 0};
    double free = bounds.top - 1;
    const auto consider = [&](double until) {
      if (until - free > best.bottom - best.top) best.top = free, best.bottom = until;
    };
    for (const auto& [top, bottom] : crossing) {
      consider(top);
      free = std::max(free, bottom);
    }
    consider(bounds.bottom + 1);
    return best;
  }

  bool parts_columns(const Words& words, const Gutter& gutter, bool use_known) const {
    constexpr double kFull = 0.7;
    constexpr std::size_t kFewest = 5;
    const bool known =
        use_known && std::any_of(known_.begin(), known_.end(), [&](double x) { return std::abs(x - gutter.x) < size_; });
    const auto left = lines_of_words(side_of(words, gutter, true), page_),
               right = lines_of_words(side_of(words, gutter, false), page_);
    const auto fewer = std::min(left.size(), right.size()), more = std::max(left.size(), right.size());
    if (left.empty() || right.empty()) return false;
    if (known ? more < kFewest : fewer < kFewest) return false;
    if (usual_fill(left) < kFull || (usual_fill(right) < kFull && !(known && fewer < kFewest))) return false;
    return !is_table(left, right);
  }

  double size_;
  std::vector<double> known_;
  std::vector<PdfLine> lines_;
  std::size_t page_ = 0;
  std::size_t area_ = 0;
};

}  // namespace

std::vector<PdfLine> lines_in_order(std::vector<PdfPage> pages) {
  std::vector<PdfLine> all;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    auto lines = lines_of_words(pages[page].words, page);
    all.insert(all.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
  }
  return Cutter(usual_size(all)).cut(pages);
}

}  // namespace travaux
