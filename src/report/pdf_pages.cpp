#include "report/pdf_pages.h"

#include <algorithm>

namespace travaux::report {

namespace {

constexpr std::size_t kTogether = 2;  // lines that stand together at the foot and at the head of a page
constexpr double kHeight = Page::kBottom - Page::kTop;
constexpr double kBetweenNotes = 3;

double top_of(const TypeBlock& block, std::size_t line) {
  return line < block.lines.size() ? block.lines[line].top : block.height;
}

class Paginator {
 public:
  explicit Paginator(const std::vector<FlowParagraph>& paragraphs) : paragraphs_(paragraphs) {}

  std::vector<PlacedPage> paginate() {
    pages_.emplace_back();
    for (std::size_t p = 0; p < paragraphs_.size(); ++p) {
      if (!fresh() && y_ + kept_height(p) > Page::kBottom) turn();
      place(p);
    }
    settle_notes();
    while (!late_.empty()) {
      open_page();
      settle_notes();
    }
    return std::move(pages_);
  }

 private:
  bool fresh() const { return pages_.back().lines.empty(); }

  /// What must stand on one page with a paragraph: those that it is kept with, and the first lines of the one after them. No more
  /// than a page holds, else they are not kept together.
  double kept_height(std::size_t p) const {
    double height = 0;
    for (std::size_t i = p; i < paragraphs_.size() && height <= kHeight; ++i) {
      const FlowParagraph& paragraph = paragraphs_[i];
      if (!paragraph.keep) return std::min(height + paragraph.before + first_lines(paragraph.block), kHeight);
      height += paragraph.before + paragraph.block.height;
    }
    return height <= kHeight ? height : 0;
  }

  static double first_lines(const TypeBlock& block) {
    const bool whole = block.lines.size() < 2 * kTogether;
    return whole ? block.height : top_of(block, kTogether);
  }

  void place(std::size_t p) {
    const FlowParagraph& paragraph = paragraphs_[p];
    const std::size_t count = paragraph.block.lines.size();
    if (!fresh()) y_ += paragraph.before;
    for (std::size_t begin = 0; begin < count;) {
      const std::size_t end = last_that_fits(paragraph.block, begin);
      if (end == begin) {
        turn();
        continue;
      }
      put(p, begin, end);
      begin = end;
      if (begin < count) turn();
    }
  }

  /// Past the last line that this page takes, of those from `begin` on; `begin`: none.
  std::size_t last_that_fits(const TypeBlock& block, std::size_t begin) const {
    const std::size_t count = block.lines.size();
    std::size_t end = begin;
    while (end < count && y_ + top_of(block, end + 1) - top_of(block, begin) <= Page::kBottom + 0.01) ++end;
    if (end == count) return end;
    if (count - end < kTogether) end = count < kTogether + begin ? begin : count - kTogether;
    if (end < begin + kTogether) end = begin;
    return end == begin && fresh() ? std::min(begin + 1, count) : end;
  }

  void put(std::size_t p, std::size_t begin, std::size_t end) {
    const FlowParagraph& paragraph = paragraphs_[p];
    PlacedPage& page = pages_.back();
    const double origin = y_ - top_of(paragraph.block, begin);
    for (std::size_t line = begin; line < end; ++line) page.lines.push_back({p, line, origin});
    for (std::size_t n = 0; n < paragraph.notes.size(); ++n) {
      const std::size_t line = paragraph.notes[n].line;
      if (line >= begin && line < end) page.notes.push_back({p, n, origin + paragraph.block.lines[line].top});
    }
    if (begin == 0) {
      for (const Bookmark& bookmark : paragraph.bookmarks) page.bookmarks.push_back({&bookmark, y_});
    }
    y_ = origin + top_of(paragraph.block, end);
  }

  void turn() {
    settle_notes();
    open_page();
  }

  void open_page() {
    pages_.emplace_back();
    pages_.back().notes = std::move(late_);
    late_.clear();
    y_ = Page::kTop;
  }

  double height_of(const PlacedNote& note) const { return paragraphs_[note.paragraph].notes[note.note].block.height; }

  /// Notes that meet move down, then up from the foot of the page; what then has no place waits for the next page.
  void settle_notes() {
    std::vector<PlacedNote>& notes = pages_.back().notes;
    double space = 0;
    std::size_t fitting = 0;
    while (fitting < notes.size() && (fitting == 0 || space + height_of(notes[fitting]) <= kHeight)) {
      space += height_of(notes[fitting++]) + kBetweenNotes;
    }
    late_.assign(notes.begin() + static_cast<std::ptrdiff_t>(fitting), notes.end());
    for (PlacedNote& note : late_) note.y = Page::kTop;
    notes.resize(fitting);
    double y = Page::kTop;
    for (PlacedNote& note : notes) {
      note.y = std::max(note.y, y);
      y = note.y + height_of(note) + kBetweenNotes;
    }
    double limit = Page::kBottom;
    for (auto note = notes.rbegin(); note != notes.rend(); ++note) {
      note->y = std::max(Page::kTop, std::min(note->y, limit - height_of(*note)));
      limit = note->y - kBetweenNotes;
    }
  }

  const std::vector<FlowParagraph>& paragraphs_;
  std::vector<PlacedPage> pages_;
  std::vector<PlacedNote> late_;
  double y_ = Page::kTop;
};

}  // namespace

std::vector<PlacedPage> paginate(const std::vector<FlowParagraph>& paragraphs) { return Paginator(paragraphs).paginate(); }

}  // namespace travaux::report
