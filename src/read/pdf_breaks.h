// Whether a paragraph ends between two lines where their setting leaves it open: learned from the lines where it does not.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace travaux {

/// A naive Bayes classifier of one document. What it looks at: how the line before ends, how the line begins, and with which
/// word. It learns from the places where the setting itself tells, so that headings, preambles and quotations are judged by their
/// like in the same text.
class PdfBreaks {
 public:
  /// Learns from a place that is certain.
  void learn(std::string_view last, std::string_view text, bool breaks);
  /// Whether a paragraph begins with `text`; `by_chance`: how often the last line of one is full without need.
  bool breaks(std::string_view last, std::string_view text, double by_chance) const;

 private:
  static constexpr std::size_t kEndings = 8, kStarts = 6;
  struct Seen {
    std::size_t all = 0;
    std::array<std::array<std::size_t, kStarts>, kEndings> seams{};  ///< an ending and a start together
    std::map<std::string, std::size_t, std::less<>> words;
  };

  static double likelihood(const Seen& seen, std::size_t ending, std::size_t start, std::string_view word);

  std::array<Seen, 2> seen_;  ///< lines that go on, and lines that begin
};

}  // namespace travaux
