#include "report/pdf_draw.h"

#include <fmt/format.h>

#include <new>

#include "travaux/report.h"

namespace travaux::report {

namespace {

constexpr double kHair = 0.5;

cairo_status_t append(void* out, const unsigned char* bytes, unsigned int count) noexcept {
  try {
    static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
  } catch (const std::bad_alloc&) {
    return CAIRO_STATUS_NO_MEMORY;
  }
}

class PdfWriter {
 public:
  PdfWriter(const std::vector<FlowParagraph>& paragraphs, const PdfFrame& frame, Typesetter& type)
      : paragraphs_(paragraphs),
        frame_(frame),
        type_(type),
        surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, Page::kWidth, Page::kHeight)),
        page_(cairo_create(surface_.get())) {
    const std::string title = escape_controls(frame.title + ": " + frame.drafts);
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, nullptr);
  }

  Result<std::string> write(const std::vector<PlacedPage>& pages) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
      draw_frame(i, pages.size());
      draw_text(pages[i]);
      draw_notes(pages[i]);
      add_bookmarks(pages[i], i);
      cairo_show_page(page_.get());
    }
    const cairo_status_t drawn = cairo_status(page_.get());
    cairo_surface_finish(surface_.get());
    const cairo_status_t finished = cairo_surface_status(surface_.get());
    const cairo_status_t status = drawn != CAIRO_STATUS_SUCCESS ? drawn : finished;
    if (status == CAIRO_STATUS_SUCCESS) return std::move(bytes_);
    return tl::unexpected(Error{ErrorCode::kInternal, "the PDF could not be written", "", cairo_status_to_string(status),
                                "write it as .html or .docx, and report this"});
  }

 private:
  void ink(const Ink& color) { cairo_set_source_rgb(page_.get(), color.red, color.green, color.blue); }

  void box(double x, double y, double width, double height, const Ink& color) {
    ink(color);
    cairo_rectangle(page_.get(), x, y, width, height);
    cairo_fill(page_.get());
  }

  /// A line of the running head or foot: at the left or at the right.
  void running(const std::string& words, double y, double share, bool at_right) {
    if (words.empty()) return;
    MarkedText text;
    text.add(Mark::kNone, words);
    const double width = Page::kFullWidth * share;
    const TypeBlock block = type_.set(text, kRunning, {width, 0, true, at_right});
    draw_line(page_.get(), block.lines.front(), at_right ? Page::kRight - width : Page::kLeft, y, kRunning.ink);
  }

  void draw_frame(std::size_t index, std::size_t count) {
    if (index > 0) {
      running(frame_.title, Page::kHead, 0.6, false);
      running(frame_.drafts, Page::kHead, 0.38, true);
      box(Page::kLeft, Page::kHead + 14, Page::kFullWidth, kHair, kLineInk);
    }
    box(Page::kLeft, Page::kFoot - 6, Page::kFullWidth, kHair, kLineInk);
    running(frame_.foot, Page::kFoot, 0.78, false);
    running(fmt::format("page {} of {}", index + 1, count), Page::kFoot, 0.2, true);
  }

  void draw_text(const PlacedPage& page) {
    for (const PlacedLine& placed : page.lines) {
      const FlowParagraph& paragraph = paragraphs_[placed.paragraph];
      const TypeLine& line = paragraph.block.lines[placed.line];
      draw_line(page_.get(), line, Page::kLeft + paragraph.left, placed.y, paragraph.ink);
      const double top = placed.y + line.top;
      if (paragraph.rule && placed.line == 0 && placed.y > Page::kTop + kRuleAbove) {
        box(Page::kLeft, placed.y - kRuleAbove, Page::kFullWidth, kHair, kLineInk);
      }
      if (paragraph.notice) box(Page::kLeft + paragraph.left - 10, top, 3, line.height, kNoticeInk);
      const bool changed = placed.line < paragraph.changed.size() && paragraph.changed[placed.line];
      if (changed) box(Page::kBarAt, top, 1.4, line.height, kBarInk);
    }
  }

  void draw_notes(const PlacedPage& page) {
    for (const PlacedNote& placed : page.notes) {
      const TypeBlock& block = paragraphs_[placed.paragraph].notes[placed.note].block;
      for (const TypeLine& line : block.lines) draw_line(page_.get(), line, Page::kNotes, placed.y, kNote.ink);
    }
  }

  void add_bookmarks(const PlacedPage& page, std::size_t index) {
    for (const PlacedBookmark& placed : page.bookmarks) {
      const std::size_t depth = placed.bookmark->depth;
      parents_.resize(std::min(parents_.size(), depth));
      const int parent = parents_.empty() ? CAIRO_PDF_OUTLINE_ROOT : parents_.back();
      const std::string place = fmt::format("page={} pos=[{:.2f} {:.2f}]", index + 1, Page::kLeft, placed.y - 6);
      const std::string name = escape_controls(placed.bookmark->name);
      const auto flags = static_cast<cairo_pdf_outline_flags_t>(depth == 0 ? CAIRO_PDF_OUTLINE_FLAG_BOLD : 0);
      parents_.push_back(cairo_pdf_surface_add_outline(surface_.get(), parent, name.c_str(), place.c_str(), flags));
    }
  }

  const std::vector<FlowParagraph>& paragraphs_;
  const PdfFrame& frame_;
  Typesetter& type_;
  std::string bytes_;
  Handle<cairo_surface_t> surface_;
  Handle<cairo_t> page_;
  std::vector<int> parents_;  // entries of the outline above the next one
};

}  // namespace

Result<std::string> pdf_of(const std::vector<FlowParagraph>& paragraphs, const std::vector<PlacedPage>& pages,
                           const PdfFrame& frame, Typesetter& type) {
  return PdfWriter(paragraphs, frame, type).write(pages);
}

}  // namespace travaux::report
