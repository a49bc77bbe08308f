// Quotations that are never closed, and closing marks that close nothing.
#include <fmt/format.h>
#include <re2/re2.h>

#include <tuple>

#include "parse/check.h"
#include "parse/quotes.h"
#include "parse/shape.h"
#include "text/unicode.h"
#include "travaux/read.h"

namespace travaux {

namespace {

constexpr std::size_t kFarthest = 40;  // paragraphs that one quotation may go on

/// What a quotation does not cross. In a plan, an item's text or a citation; elsewhere (a treaty that quotes the articles it
/// puts in) it may.
using Bounds = std::tuple<Role, std::optional<std::size_t>, std::vector<std::size_t>, std::optional<std::size_t>>;

Bounds bounds_of(const Checking& checking, std::size_t offset) {
  if (checking.document().family != Family::kPlan) return {};
  const Block& block = checking.block_at(offset);
  const Role side = block.role == Role::kFront || block.role == Role::kBack ? block.role : Role::kItem;
  std::vector<std::size_t> item = block.place.item;
  if (!block.place.citation && item.size() > 1) item.erase(item.begin() + 1, item.end());
  return {side, block.place.section, item, block.place.citation};
}

class QuotationMarks {
 public:
  explicit QuotationMarks(Checking& checking) : checking_(checking), paragraphs_(paragraphs_of(checking.source())) {}

  void run() {
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      const Quotes quotes = quotes_of(text(i));
      if (quotes.unmatched_close && !measures(text(i))) report_unopened(i);
      if (!quotes.unclosed) continue;
      const std::size_t end = end_of_group(i);
      std::size_t close = closed_by_nesting(i, end);
      if (close == i) close = closed_by_reopening(i, end);
      if (close == i) report_unclosed(i, quotes.tops.back().begin);
      i = close;
    }
  }

 private:
  std::string_view text(std::size_t i) const { return paragraphs_[i].span.of(checking_.source()); }

  /// 12" is a measure.
  static bool measures(std::string_view text) {
    static const RE2 kInches(R"(\d")");
    return RE2::PartialMatch(piece_of(text), kInches);
  }

  std::size_t end_of_group(std::size_t i) const {
    const Bounds bounds = bounds_of(checking_, paragraphs_[i].span.begin);
    std::size_t end = i + 1;
    while (end < paragraphs_.size() && end - i <= kFarthest && bounds_of(checking_, paragraphs_[end].span.begin) == bounds) ++end;
    return end;
  }

  /// The paragraph that closes a quotation running on from `i`; `i` for none.
  std::size_t closed_by_nesting(std::size_t i, std::size_t end) const {
    for (std::size_t j = i + 1; j < end; ++j) {
      if (!quotes_of(text(j), true).unclosed) return j;
    }
    return i;
  }

  static bool ends_in_a_mark(std::string_view text) {
    static constexpr std::u32string_view kMarks = U".,;:!?…";
    const char32_t last = shape_of(text).last;
    return is_dash(last) || kMarks.find(last) != std::u32string_view::npos;
  }

  /// The custom of opening each paragraph of a quotation anew and closing only the last. A paragraph that ends without a mark
  /// of its own is none of several.
  std::size_t closed_by_reopening(std::size_t i, std::size_t end) const {
    for (std::size_t j = i; j + 1 < end; ++j) {
      if (!ends_in_a_mark(text(j))) return i;
      const Quotes next = quotes_of(text(j + 1));
      if (!next.opens_first || next.unmatched_close) return i;
      if (!next.unclosed) return j + 1;
    }
    return i;
  }

  void report_unclosed(std::size_t i, std::size_t at) {
    checking_.report("unbalanced-quotation-marks", paragraphs_[i].span.begin + at,
                     fmt::format("a quotation opens here and is not closed: {}", excerpt(text(i).substr(at))));
  }

  void report_unopened(std::size_t i) {
    checking_.report(
        "unbalanced-quotation-marks", paragraphs_[i].span.begin,
        fmt::format("a quotation mark closes here what none has opened, in the paragraph that begins “{}”", excerpt(text(i))));
  }

  Checking& checking_;
  const std::vector<Paragraph> paragraphs_;
};

}  // namespace

void check_quotation_marks(Checking& checking) { QuotationMarks(checking).run(); }

}  // namespace travaux
