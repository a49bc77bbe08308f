#include "read/pdf_line_numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>

namespace travaux {

namespace {

std::optional<long> plain_number(std::string_view text) {
  constexpr std::size_t kMostDigits = 4;
  if (text.empty() || text.size() > kMostDigits || text.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  return std::stol(std::string(text));
}

/// A number at the edge of a line.
struct Candidate {
  std::size_t page, line;
  long value;
};

/// Numbers beside one margin: all that end (left margin) or begin (right margin) at one place.
class Margin {
 public:
  Margin(std::vector<std::vector<PdfLine>>& pages, bool left) : pages_(pages), left_(left) {}

  std::size_t clear() {
    gather();
    std::size_t cleared = 0;
    for (const auto& [place, found] : by_place_) {
      if (!counts(found) || !outside(place)) continue;
      for (const auto& candidate : found) take_off(candidate);
      cleared += found.size();
    }
    return cleared;
  }

 private:
  const PdfWord& edge_of(const PdfLine& line) const { return left_ ? line.words.front() : line.words.back(); }

  /// Alone on its line, or apart from the text beside it.
  bool apart(const PdfLine& line) const {
    if (line.words.size() == 1) return true;
    const auto& number = edge_of(line);
    const auto& beside = left_ ? line.words[1] : line.words[line.words.size() - 2];
    const double gap = left_ ? beside.left - number.right : number.left - beside.right;
    return gap > number.size() * 0.4;
  }

  void gather() {
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      for (std::size_t i = 0; i < pages_[page].size(); ++i) {
        const auto& line = pages_[page][i];
        if (line.words.empty()) continue;
        const auto value = plain_number(edge_of(line).text);
        if (!value || !apart(line)) continue;
        by_place_[std::lround(left_ ? edge_of(line).right : edge_of(line).left)].push_back({page, i, *value});
      }
    }
    merge_neighbours();
  }

  /// Rounding may part what stands together.
  void merge_neighbours() {
    for (auto at = by_place_.begin(); at != by_place_.end(); ++at) {
      auto next = std::next(at);
      while (next != by_place_.end() && next->first - at->first <= 1) {
        at->second.insert(at->second.end(), next->second.begin(), next->second.end());
        next = by_place_.erase(next);
      }
      std::sort(at->second.begin(), at->second.end(),
                [](const auto& a, const auto& b) { return std::pair(a.page, a.line) < std::pair(b.page, b.line); });
    }
  }

  /// From one to the next by the same step, but where a page begins.
  static bool counts(const std::vector<Candidate>& found) {
    constexpr std::size_t kFewest = 4;
    if (found.size() < kFewest) return false;
    std::map<long, std::size_t> steps;
    std::size_t pairs = 0;
    for (std::size_t i = 1; i < found.size(); ++i) {
      if (found[i].page != found[i - 1].page) continue;
      ++pairs;
      ++steps[found[i].value - found[i - 1].value];
    }
    for (const long step : {1, 2, 3, 5, 10}) {
      const auto at = steps.find(step);
      if (at != steps.end() && at->second + 1 >= kFewest && at->second * 10 >= pairs * 9) return true;
    }
    return false;
  }

  /// No text reaches as far.
  bool outside(long place) const {
    std::size_t lines = 0, beyond = 0;
    for (const auto& page : pages_) {
      for (const auto& line : page) {
        if (line.words.empty() || (plain_number(edge_of(line).text) && apart(line))) continue;
        ++lines;
        const double edge = left_ ? line.left : line.right;
        beyond += left_ ? edge < static_cast<double>(place) : edge > static_cast<double>(place);
      }
    }
    return beyond * 20 <= lines;
  }

  void take_off(const Candidate& candidate) {
    auto& line = pages_[candidate.page][candidate.line];
    if (left_) {
      line.words.erase(line.words.begin());
    } else {
      line.words.pop_back();
    }
    if (!line.words.empty()) measure(line);
  }

  std::vector<std::vector<PdfLine>>& pages_;
  bool left_;
  std::map<long, std::vector<Candidate>> by_place_;
};

}  // namespace

void drop_line_numbers(std::vector<std::vector<PdfLine>>& pages, std::vector<Diagnostic>& notes) {
  std::size_t cleared = 0;
  for (const bool left : {true, false}) cleared += Margin(pages, left).clear();
  if (cleared > 0)
    notes.push_back({1, Severity::kNote, fmt::format("left out {} numbers that stand beside the lines of the pages", cleared)});
}

}  // namespace travaux
