#include "read/pdf_furniture.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "read/page_numbers.h"
#include "read/pdf_line_numbers.h"

namespace travaux {

namespace {

constexpr std::size_t kEdgeLines = 6;  ///< heads and feet have no more lines than this

/// Runs of digits as '#', and the numbers that they were.
struct Masked {
  std::string text;
  std::vector<long> numbers;
};

Masked mask(std::string_view text) {
  Masked masked;
  bool inside = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !inside) masked.text += '#', masked.numbers.push_back(0);
    if (digit) masked.numbers.back() = masked.numbers.back() % 100'000 * 10 + (c - '0');
    if (!digit) masked.text += c;
    inside = digit;
  }
  return masked;
}

/// A line near the edge of a page.
struct EdgeLine {
  std::size_t page;
  std::size_t line;  ///< of its page
  Masked masked;
};

/// A line that is left out, and as what.
struct Drop {
  std::size_t page, line;
  std::string_view what;
};

class Cleaner {
 public:
  explicit Cleaner(std::vector<PdfPage>& pages) : pages_(pages) {
    lines_.reserve(pages.size());
    for (std::size_t page = 0; page < pages.size(); ++page) lines_.push_back(lines_of_words(std::move(pages[page].words), page));
    dropped_.resize(pages.size());
    for (std::size_t page = 0; page < pages.size(); ++page) dropped_[page].resize(lines_[page].size(), false);
  }

  std::vector<Diagnostic> clean() {
    drop_line_numbers(lines_, notes_);
    if (pages_.size() == 1) drop_printed_edges();
    for (const bool top : {true, false}) {
      if (pages_.size() == 1) drop_beside_number(top);
      for (std::size_t level = 0; level < kEdgeLines; ++level) {
        if (!peel(top)) break;
      }
    }
    for (std::size_t page = 0; page < lines_.size(); ++page) {
      keep_what_touches_text(page, true);
      keep_what_touches_text(page, false);
    }
    tell();
    give_back();
    std::stable_sort(notes_.begin(), notes_.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
    return std::move(notes_);
  }

 private:
  /// The outermost line that is left of each page.
  std::vector<EdgeLine> outermost(bool top) const {
    std::vector<EdgeLine> found;
    for (std::size_t page = 0; page < lines_.size(); ++page) {
      const auto& lines = lines_[page];
      for (std::size_t n = 0; n < lines.size(); ++n) {
        const std::size_t i = top ? n : lines.size() - 1 - n;
        if (dropped_[page][i] || lines[i].words.empty()) continue;
        found.push_back({page, i, mask(text_of(lines[i]))});
        break;
      }
    }
    return found;
  }

  const PdfLine& line_of(const EdgeLine& edge) const { return lines_[edge.page][edge.line]; }

  /// Whether anything went.
  bool peel(bool top) {
    const auto edges = outermost(top);
    const std::size_t before = drops_.size();
    drop_numbers(edges);
    drop_repeated(edges, top);
    return drops_.size() > before;
  }

  /// Numbers that count with the pages, one on most of them; the only page's number must say that it is one.
  void drop_numbers(const std::vector<EdgeLine>& edges) {
    std::map<std::pair<std::string, long>, std::vector<const EdgeLine*>> by_offset;
    for (const auto& edge : edges) {
      const auto number = page_number(text_of(line_of(edge)));
      if (!number) continue;
      const bool told = number->of_total || (number->form != "roman" && !number->bare && !number->bracketed);
      if (number->of_total || (told && pages_.size() == 1) || lonely_number(edge, *number)) {
        drop(edge, "a page number");
      } else {
        by_offset[{number->form, static_cast<long>(number->value) - static_cast<long>(edge.page)}].push_back(&edge);
      }
    }
    for (const auto& [key, found] : by_offset) {
      const bool enough = found.size() >= 2 && found.size() * 2 >= edges.size() - 1;
      for (const auto* edge : enough ? found : std::vector<const EdgeLine*>()) drop(*edge, "a page number");
    }
  }

  /// In a document of one page nothing repeats: what stands with its page number, apart from the text, is its head or foot.
  void drop_beside_number(bool top) {
    constexpr double kApart = 1.4;  ///< sizes from line to line
    const auto& lines = lines_[0];
    std::size_t block = 0;
    bool numbered = false;
    for (; block < lines.size() && block < kEdgeLines; ++block) {
      const std::size_t i = top ? block : lines.size() - 1 - block, outer = top ? i - 1 : i + 1;
      if (block > 0 && std::abs(lines[i].bottom - lines[outer].bottom) > kApart * std::max(lines[i].size(), lines[outer].size()))
        break;
      const auto number = page_number(text_of(lines[i]));
      numbered |= number && number->form != "roman" && !number->bare && !number->bracketed;
    }
    for (std::size_t n = 0; numbered && block < lines.size() && n < block; ++n)
      drop({0, top ? n : lines.size() - 1 - n, {}}, top ? "a running head" : "a running foot");
  }

  /// What a browser prints around the only page: "1/1" ends its foot in the margin, its head is set in the same type.
  void drop_printed_edges() {
    constexpr double kMargin = 0.05;  ///< of the page's height
    const auto heads = outermost(true), feet = outermost(false);
    if (feet.empty() || heads.front().line == feet.front().line) return;
    const auto &head = line_of(heads.front()), &foot = line_of(feet.front());
    const double height = std::max(pages_[0].height, 1.0);
    if (foot.words.back().text != "1/1" || foot.center() < (1 - kMargin) * height) return;
    drop(feet.front(), "a running foot");
    if (head.center() < kMargin * height && std::abs(head.size() - foot.size()) < 0.5) drop(heads.front(), "a running head");
  }

  /// The bare number of a document of one page, far from its text, in the margin.
  bool lonely_number(const EdgeLine& edge, const PageNumber& number) const {
    constexpr double kMargin = 0.1;
    if (pages_.size() != 1 || number.value != 1) return false;
    const double middle = line_of(edge).center() / std::max(pages_[0].height, 1.0);
    return middle < kMargin || middle > 1 - kMargin;
  }

  void drop_repeated(const std::vector<EdgeLine>& edges, bool top) {
    std::map<std::string, std::vector<const EdgeLine*>> by_text;
    for (const auto& edge : edges) {
      if (!dropped_[edge.page][edge.line]) by_text[edge.masked.text].push_back(&edge);
    }
    for (const auto& [text, found] : by_text) {
      for (const auto& group : at_one_height(found)) {
        if (!is_furniture(group)) continue;
        for (const auto* edge : group) drop(*edge, top ? "a running head" : "a running foot");
      }
    }
  }

  std::vector<std::vector<const EdgeLine*>> at_one_height(std::vector<const EdgeLine*> edges) const {
    constexpr double kNear = 4;
    std::stable_sort(edges.begin(), edges.end(),
                     [&](const auto* a, const auto* b) { return line_of(*a).bottom < line_of(*b).bottom; });
    std::vector<std::vector<const EdgeLine*>> groups;
    double last = 0;
    for (const auto* edge : edges) {
      const double height = line_of(*edge).bottom;
      if (groups.empty() || height - last > kNear) groups.emplace_back();
      groups.back().push_back(edge);
      last = height;
    }
    return groups;
  }

  /// On most pages or most of the left or right ones, but for the first and the last; what its numbers count is pages.
  bool is_furniture(const std::vector<const EdgeLine*>& found) const {
    if (found.size() < 2) return false;
    std::set<std::size_t> parities;
    for (const auto* edge : found) parities.insert(edge->page % 2);
    const std::size_t possible = parities.size() == 1 ? (pages_.size() + 1) / 2 : pages_.size();
    if (found.size() * 2 + 1 < possible) return false;
    const auto& first = *found.front();
    for (const auto* edge : found) {
      for (std::size_t n = 0; n < first.masked.numbers.size(); ++n) {
        const long counted = edge->masked.numbers[n] - first.masked.numbers[n];
        if (counted != 0 && counted != static_cast<long>(edge->page) - static_cast<long>(first.page)) return false;
      }
    }
    return true;
  }

  void drop(const EdgeLine& edge, std::string_view what) {
    dropped_[edge.page][edge.line] = true;
    drops_.push_back({edge.page, edge.line, what});
  }

  /// Heads and feet stand apart from the text: what is set right beside it, line under line, belongs to it.
  void keep_what_touches_text(std::size_t page, bool top) {
    constexpr double kTight = 1.25;  ///< sizes from line to line
    const auto& lines = lines_[page];
    std::vector<std::size_t> inward;
    for (std::size_t n = 0; n < lines.size(); ++n) {
      const std::size_t i = top ? n : lines.size() - 1 - n;
      if (!lines[i].words.empty()) inward.push_back(i);
    }
    std::size_t kept = 0;
    while (kept < inward.size() && dropped_[page][inward[kept]]) ++kept;
    for (; kept > 0 && kept < inward.size(); --kept) {
      const auto& inner = lines[inward[kept]];
      const auto& outer = lines[inward[kept - 1]];
      if (std::abs(inner.bottom - outer.bottom) > kTight * std::max(inner.size(), outer.size())) break;
      if (page_number(text_of(outer))) break;
      dropped_[page][inward[kept - 1]] = false;
    }
  }

  void tell() {
    for (const auto& [page, line, what] : drops_) {
      if (!dropped_[page][line]) continue;
      notes_.push_back({page + 1, Severity::kNote, fmt::format("left out as {}: \"{}\"", what, text_of(lines_[page][line]))});
    }
  }

  void give_back() {
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      for (std::size_t i = 0; i < lines_[page].size(); ++i) {
        if (dropped_[page][i]) continue;
        for (auto& word : lines_[page][i].words) pages_[page].words.push_back(std::move(word));
      }
    }
  }

  std::vector<PdfPage>& pages_;
  std::vector<std::vector<PdfLine>> lines_;
  std::vector<std::vector<bool>> dropped_;
  std::vector<Drop> drops_;
  std::vector<Diagnostic> notes_;
};

}  // namespace

std::vector<Diagnostic> drop_pdf_furniture(std::vector<PdfPage>& pages) { return Cleaner(pages).clean(); }

}  // namespace travaux
