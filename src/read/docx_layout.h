// Which atoms stand in which text: lines, joined paragraphs, white space, numbers.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "read/docx_atoms.h"
#include "read/docx_content.h"
#include "read/docx_numbering.h"

namespace travaux {

/// The atoms with `Atom::in` and the texts of numbers decided. A paragraph whose end is gone is joined with the next one, within
/// its container; the line is numbered as its last paragraph with words. Numbers of lines that begin in both texts are those of
/// `shown` (0: accepted, 1: rejected).
class DocxLayout {
 public:
  DocxLayout(const WordContent& content, const DocxNumbering& numbering, const std::string& language, std::size_t shown);

  std::vector<Atom>& atoms() { return atoms_; }
  /// Whether a line begins with the paragraph.
  bool begins_line(std::size_t paragraph, std::size_t view) const { return begins_[view][paragraph]; }

 private:
  struct Line;

  void lay_out(std::size_t view, ListCounter counter);
  void take(Line& line, std::size_t atom, std::size_t view);
  void end_paragraph(Line& line, std::size_t atom, std::size_t view, ListCounter& counter);
  void finish(Line& line, std::size_t end, std::size_t view, ListCounter& counter);
  void settle_numbers(std::size_t shown);

  const WordContent& content_;
  std::vector<Atom> atoms_;
  std::array<std::vector<bool>, 2> begins_;
  std::array<std::vector<std::string>, 2> numbers_;
  std::array<std::vector<bool>, 2> spaced_;  ///< words come after the number
};

}  // namespace travaux
