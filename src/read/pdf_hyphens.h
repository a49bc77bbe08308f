// Hyphens at the ends of a PDF's lines: of the word, or of the line.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace travaux {

/// Tells them apart by the words that the document has elsewhere, without a dictionary. First whether its lines were hyphenated
/// at all: whether the halves are more often pieces than words. Where they were, a hyphen goes unless the document writes the
/// word with it or both halves are words; where not, it stays unless the document writes the word without it only. Linear.
class PdfHyphens {
 public:
  /// `joins[i]`: line i goes on with the paragraph of the line before it.
  PdfHyphens(const std::vector<std::string>& lines, const std::vector<bool>& joins);

  /// Adds a line to a paragraph.
  void append(std::string& paragraph, std::string_view line) const;

 private:
  struct Halves {
    std::string left, right;   ///< folded
    bool capital = false;      ///< the right one begins with a capital and the left one is not all of them
    bool conjunction = false;  ///< the right one may be the "and" of "short- and long-term"
  };

  static Halves halves_of(std::string_view paragraph, std::size_t hyphen, std::string_view line);
  bool knows(const std::string& word) const;
  bool is_compound(const Halves& halves) const;
  bool is_of_the_line(const Halves& halves) const;

  std::unordered_set<std::string> words_;
  std::unordered_set<std::string> firsts_, seconds_;  ///< what stands before and after hyphens inside lines
  bool hyphenated_ = false;
};

}  // namespace travaux
