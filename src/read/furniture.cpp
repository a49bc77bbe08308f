#include "read/furniture.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "read/cues.h"
#include "read/page_numbers.h"

namespace travaux {

namespace {

enum class Edge { kTop, kBottom };

// One line at the edge of a page (or beside a page number), with the number of its page.
struct EdgeLine {
  std::size_t line;
  std::size_t page;
};

constexpr std::size_t kEdgeLines = 5;  ///< heads and feet have no more lines than this

// A line's text with runs of digits as '#': heads that number their pages are alike in it.
std::string mask_digits(std::string_view text) {
  std::string masked;
  for (const char c : fold_white_space(text)) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit || masked.empty() || masked.back() != '#') masked += digit ? '#' : c;
  }
  return masked;
}

std::vector<long> numbers_in(std::string_view text) {
  std::vector<long> numbers;
  bool inside = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !inside) numbers.push_back(0);
    if (digit) numbers.back() = numbers.back() % 100000 * 10 + (c - '0');
    inside = digit;
  }
  return numbers;
}

// Finds furniture in one text and blanks it.
class Cleaner {
 public:
  explicit Cleaner(std::vector<SourceLine>& lines) : lines_(lines) {}

  std::vector<Diagnostic> clean() {
    clear_rules();
    find_pages();
    if (pages_.size() > 1) {
      peel(Edge::kTop);
      peel(Edge::kBottom);
    }
    clean_sequences();
    std::sort(notes_.begin(), notes_.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
    return std::move(notes_);
  }

 private:
  void find_pages() {
    pages_.push_back({0, 0});
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (lines_[i].page_break) pages_.back().end = i, pages_.push_back({i, i});
    }
    pages_.back().end = lines_.size();
  }

  // Headings are underlined and parts are set apart by lines of one mark.
  void clear_rules() {
    for (auto& line : lines_) {
      constexpr std::size_t kShortest = 3;
      const bool rule = line.text.size() >= kShortest && std::string_view("-=~*").find(line.text[0]) != std::string_view::npos &&
                        line.text.find_first_not_of(line.text[0]) == std::string_view::npos;
      if (!rule) continue;
      notes_.push_back({line.source, Severity::kNote, fmt::format("left out as a rule: \"{}\"", line.text.substr(0, kShortest))});
      line.text = {};
    }
  }

  void drop(std::size_t i, std::string_view what) {
    notes_.push_back({lines_[i].source, Severity::kNote, fmt::format("left out as {}: \"{}\"", what, lines_[i].text)});
    lines_[i].text = {};
    lines_[i].page_break = true;
  }

  // The outermost line of each page that is still there.
  std::vector<EdgeLine> outermost(Edge edge) const {
    std::vector<EdgeLine> found;
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      const auto [begin, end] = pages_[page];
      for (std::size_t n = 0; n < end - begin; ++n) {
        const std::size_t i = edge == Edge::kTop ? begin + n : end - 1 - n;
        if (lines_[i].blank()) continue;
        found.push_back({i, page});
        break;
      }
    }
    return found;
  }

  // Takes furniture off the edges of the pages, from the outside in.
  void peel(Edge edge) {
    for (std::size_t level = 0; level < kEdgeLines; ++level) {
      const auto candidates = outermost(edge);
      const auto before = notes_.size();
      drop_numbers(candidates);
      drop_heads(candidates, edge);
      if (notes_.size() == before) break;
    }
  }

  void drop_numbers(const std::vector<EdgeLine>& candidates) {
    std::map<std::pair<std::string, long>, std::vector<std::size_t>> by_offset;
    for (const auto& [line, page] : candidates) {
      const auto number = page_number(lines_[line].text);
      if (!number) continue;
      if (number->of_total) {
        drop(line, "a page number");
      } else {
        by_offset[{number->form, static_cast<long>(number->value) - static_cast<long>(page)}].push_back(line);
      }
    }
    for (const auto& [key, found] : by_offset) {
      const bool bracketed = key.first.starts_with("[");
      if (found.size() < (bracketed ? 3u : 2u) || found.size() * 2 < candidates.size()) continue;
      for (const auto line : found) drop(line, "a page number");
    }
  }

  void drop_heads(const std::vector<EdgeLine>& candidates, Edge edge) {
    std::map<std::string, std::vector<EdgeLine>> by_text;
    for (const auto& candidate : candidates) {
      if (!lines_[candidate.line].blank()) by_text[mask_digits(lines_[candidate.line].text)].push_back(candidate);
    }
    for (auto& [text, found] : by_text) {
      if (repeats_title(text, found)) drop(found.back().line, edge == Edge::kTop ? "a running head" : "a running foot");
      if (!on_most_pages(found) || !numbers_follow_pages(text, found) || occurs_elsewhere(text, found.size())) continue;
      for (const auto& [line, page] : found) {
        if (edge == Edge::kTop && heads_text(line)) continue;
        drop(line, edge == Edge::kTop ? "a running head" : "a running foot");
      }
    }
  }

  // The text's first line is its title, which later pages repeat, where its version follows and no other title: "(Rev. 2, …)".
  bool heads_text(std::size_t i) const {
    if (i != first_text()) return false;
    const auto next = neighbour(i, +1);
    return next && lines_[*next].text.starts_with('(') && lines_[*next].text.find(')') != std::string_view::npos &&
           !enumerator_at(lines_[*next].text);
  }

  // Two pages alone that begin (or end) alike: the first may be the title, the second repeats it.
  bool repeats_title(const std::string& text, const std::vector<EdgeLine>& found) {
    constexpr std::size_t kWords = 2;
    return pages_.size() == 2 && found.size() == 2 && is_head(text, kWords) && numbers_follow_pages(text, found) &&
           !occurs_elsewhere(text, found.size());
  }

  // Neither a sentence nor numbered: what a head may be, if it has some words.
  static bool is_head(const std::string& text, std::size_t words) {
    const auto gaps = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
    return gaps + 1 >= words && ending_of(text) == Ending::kOpen && !enumerator_at(masked_sample(text));
  }

  // On most pages, or on most of the left or of the right ones.
  bool on_most_pages(const std::vector<EdgeLine>& found) const {
    if (found.size() < 3) return false;
    if (found.size() * 5 >= pages_.size() * 3) return true;
    const auto odd =
        static_cast<std::size_t>(std::count_if(found.begin(), found.end(), [](const auto& e) { return e.page % 2 == 1; }));
    const bool one_side = odd == 0 || odd == found.size();
    return one_side && found.size() * 5 >= pages_.size() * 2;
  }

  // Where the lines differ in a number, it is the page's; and "Article 4" at the top of the fourth page is a heading all the
  // same.
  bool numbers_follow_pages(const std::string& masked, const std::vector<EdgeLine>& found) const {
    const auto first = numbers_in(lines_[found.front().line].text);
    bool varies = false;
    for (const auto& [line, page] : found) {
      const auto numbers = numbers_in(lines_[line].text);
      for (std::size_t n = 0; n < first.size() && n < numbers.size(); ++n) {
        if (numbers[n] == first[n]) continue;
        varies = true;
        if (numbers[n] - first[n] != static_cast<long>(page) - static_cast<long>(found.front().page)) return false;
      }
    }
    if (!varies) return true;
    return ending_of(masked) != Ending::kSentence && !enumerator_at(masked_sample(masked));
  }

  // An enumerator's form with a number put back where the mask stands.
  static std::string masked_sample(std::string text) {
    std::replace(text.begin(), text.end(), '#', '1');
    return text;
  }

  // A heading that is repeated in the body is a heading at the top of a page as well.
  bool occurs_elsewhere(const std::string& masked, std::size_t here) {
    if (occurrences_.empty()) {
      constexpr std::size_t kLongestHead = 200;
      for (const auto& line : lines_) {
        if (!line.blank() && line.text.size() <= kLongestHead) ++occurrences_[mask_digits(line.text)];
      }
    }
    const auto at = occurrences_.find(masked);
    const auto all = at == occurrences_.end() ? here : std::max(at->second, here);
    return (all - here) * 3 > here;
  }

  // Without form feeds: page numbers are known by counting up, a page apart.
  void clean_sequences() {
    std::map<std::string, std::vector<EdgeLine>> by_form;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto number = page_number(lines_[i].text);
      if (number && !number->bracketed) by_form[number->form].push_back({i, number->value});
    }
    for (const auto& [form, found] : by_form) {
      const bool bare = form == "#" || form == "roman";
      if (!is_sequence(found, bare)) continue;
      for (const auto& [line, page] : found) drop(line, "a page number");
      drop_neighbours(found, -1);
      drop_neighbours(found, +1);
    }
  }

  bool is_sequence(const std::vector<EdgeLine>& found, bool bare) {
    if (found.size() < 2) return false;
    measure();
    std::size_t least = lines_.size() * 1000 + 1000000;
    std::size_t most = 0;
    for (std::size_t n = 0; n + 1 < found.size(); ++n) {
      if (found[n + 1].page != found[n].page + 1) return false;
      const auto between = bytes_before_[found[n + 1].line] - bytes_before_[found[n].line];
      const bool last = n > 0 && n + 2 == found.size();  // the last page may be a short one
      if (!last) least = std::min(least, between);
      most = std::max(most, between);
    }
    constexpr std::size_t kShortestPage = 300;
    constexpr std::size_t kShortestBarePage = 800;
    if (least < (bare ? kShortestBarePage : kShortestPage)) return false;
    if (!bare) return true;
    if (found.front().page > 3) return false;
    const auto cuts = std::count_if(found.begin(), found.end(), [&](const auto& e) { return cuts_sentence(e.line); });
    if (!std::all_of(found.begin(), found.end(), [&](const auto& e) { return is_isolated(e.line) || cuts_sentence(e.line); }))
      return false;
    return cuts > 0 || (found.size() >= 4 && most * 5 <= least * 8);
  }

  void measure() {
    if (!bytes_before_.empty()) return;
    bytes_before_.reserve(lines_.size() + 1);
    std::size_t bytes = 0;
    for (const auto& line : lines_) bytes_before_.push_back(bytes), bytes += line.text.size();
  }

  std::optional<std::size_t> neighbour(std::size_t i, int step) const {
    for (auto at = static_cast<std::ptrdiff_t>(i) + step; at >= 0 && at < std::ssize(lines_); at += step) {
      if (!lines_[static_cast<std::size_t>(at)].blank()) return static_cast<std::size_t>(at);
    }
    return std::nullopt;
  }

  std::optional<std::size_t> first_text() const {
    return !lines_.empty() && !lines_.front().blank() ? std::optional<std::size_t>(0) : neighbour(0, +1);
  }

  bool is_isolated(std::size_t i) const {
    return (i == 0 || lines_[i - 1].blank()) && (i + 1 == lines_.size() || lines_[i + 1].blank());
  }

  // The sentence before the line goes on after it.
  bool cuts_sentence(std::size_t i) const {
    const auto before = neighbour(i, -1);
    const auto after = neighbour(i, +1);
    if (!before || !after || !starts_with_lower(lines_[*after].text) || enumerator_at(lines_[*after].text)) return false;
    const auto ending = ending_of(lines_[*before].text);
    return ending == Ending::kOpen || ending == Ending::kComma || ending == Ending::kHyphen;
  }

  // On the second of two pages, what stands on the first one's edge.
  void drop_repeated_title(std::size_t number, int step) {
    const auto beside = neighbour(number, step);
    const auto outer = step > 0 ? first_text() : neighbour(lines_.size(), -1);
    if (!beside || !outer || *beside == *outer) return;
    const auto text = fold_white_space(lines_[*outer].text);
    if (fold_white_space(lines_[*beside].text) == text && is_head(text, 2))
      drop(*beside, step > 0 ? "a running head" : "a running foot");
  }

  // Heads and feet beside the page numbers: the same line at most of them.
  void drop_neighbours(const std::vector<EdgeLine>& numbers, int step) {
    for (std::size_t level = 0; level < kEdgeLines; ++level) {
      if (numbers.size() == 2) drop_repeated_title(numbers.front().line, step);
      std::map<std::string, std::vector<std::size_t>> by_text;
      for (const auto& number : numbers) {
        const auto beside = neighbour(number.line, step);
        if (beside) by_text[fold_white_space(lines_[*beside].text)].push_back(*beside);
      }
      const auto before = notes_.size();
      for (const auto& [text, found] : by_text) {
        if (found.size() < 3 || found.size() * 5 < numbers.size() * 3 || occurs_elsewhere(mask_digits(text), found.size()))
          continue;
        for (const auto line : found) drop(line, step > 0 ? "a running head" : "a running foot");
        // The first head has no page number before it, the last foot none after.
        const auto outer = step > 0 ? first_text() : neighbour(lines_.size(), -1);
        if (outer && fold_white_space(lines_[*outer].text) == text && !(step > 0 && heads_text(*outer)))
          drop(*outer, step > 0 ? "a running head" : "a running foot");
      }
      if (notes_.size() == before) break;
    }
  }

  std::vector<SourceLine>& lines_;
  std::vector<Span> pages_;
  std::vector<std::size_t> bytes_before_;
  std::unordered_map<std::string, std::size_t> occurrences_;
  std::vector<Diagnostic> notes_;
};

}  // namespace

std::vector<Diagnostic> drop_furniture(std::vector<SourceLine>& lines) { return Cleaner(lines).clean(); }

}  // namespace travaux
