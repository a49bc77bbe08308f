// How the lines of a PDF are set: how wide, how far apart, how far indented.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "read/pdf_page.h"

namespace travaux {

/// Measures a document's lines once; lines are asked for by their index. Linear but for sorting.
class PdfMeasure {
 public:
  explicit PdfMeasure(const std::vector<PdfLine>& lines);

  const std::string& text(std::size_t i) const { return texts_[i]; }
  /// Whether the line is of the size of the line before it.
  bool same_size(std::size_t i) const;
  /// Whether a line stands further from the one before it, in its area, than the lines of a paragraph do; `last_joins` says
  /// that the one before it goes on with a paragraph.
  bool gap_before(std::size_t i, bool last_joins) const;
  /// Whether the line before had no room for the first word of this one.
  enum class Fill {
    kNot,
    kMaybe,    ///< it had none, which may be chance
    kExactly,  ///< nor is it chance: in justified text, it ends where all lines end that are not the last of their paragraph
  };
  Fill fill(std::size_t i) const;
  bool is_full(std::size_t i) const { return fill(i) != Fill::kNot; }
  bool is_centered(std::size_t i) const;
  /// How far it begins from the left edge of its column.
  double indent(std::size_t i) const;
  /// What is less is no indent.
  double least_indent() const { return size_ * 0.35; }
  /// Paragraphs begin with an indent.
  bool indents_first() const { return indents_first_; }
  /// Paragraphs begin after a gap, nearly all of them.
  bool gaps_part() const { return gaps_part_; }
  /// How often the last line of a paragraph is as full as the line before `i` by chance: as often as a word takes of a line.
  double by_chance(std::size_t i) const;
  /// Whether the line stands in the column, on the page, where the one before it stands.
  bool same_place(std::size_t i) const { return lines_[i].area == lines_[i - 1].area && lines_[i].page == lines_[i - 1].page; }
  /// Its first word, a number, hangs out before a gap.
  bool hangs(std::size_t i) const;

 private:
  struct Right {
    double at = 0;
    bool justified = false;
  };
  struct Column {
    double frame_left = 0, frame_right = 0, left = 1e9;
    Right right;
  };
  /// How far lines reach, and how far those that end in a sentence would have reached with the next word.
  struct Rights {
    std::vector<double> rights, limits, running;  ///< `running`: where those end that end in a sentence
  };

  void measure_space();
  void measure_columns();
  std::size_t column_like(const PdfLine& line);
  void measure_leading();
  void measure_rights();
  void measure_indents();
  void measure_breaks();
  static Right right_of(Rights& lines);
  bool runs_on(std::size_t i) const;
  double needed(std::size_t i) const;

  const std::vector<PdfLine>& lines_;
  double size_;
  double space_ = 0.2;  ///< between words, of a line's height
  bool indents_first_ = false;
  bool gaps_part_ = false;
  std::vector<std::string> texts_;
  std::vector<std::size_t> column_of_;
  std::vector<Column> columns_;
  std::map<std::pair<std::size_t, long>, Right> rights_;  ///< of lines that begin at one place, where they are many
  std::map<long, double> leading_;                        ///< by size in half points: the widest usual distance of lines
};

}  // namespace travaux
