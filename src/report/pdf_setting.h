// The words of a redline's block as type: where they stand, in which type, which lines of it are changed.
#pragma once

#include <cstddef>
#include <vector>

#include "report/pdf_paragraph.h"
#include "report/shown.h"

namespace travaux::report {

/// How far the text stands beside a number.
inline constexpr double kHang = 32;

/// Where a block stands, in which type, how far from the one before.
struct Setting {
  Type type = kBody;
  double left = 0, hang = 0, before = 7;
  bool keep = false;  ///< with what follows
};

Setting setting_of(const RedlineBlock& block);

/// How many pieces at the beginning are the printed number, of one draft or of both.
std::size_t number_size(const Paragraph& pieces);

/// The paragraph, or its parts where it is so long that Pango's lengths (1/1024 point in an `int`, before lines are broken) would
/// not hold it; parted between words. Linear.
std::vector<Paragraph> in_parts(const Paragraph& pieces);

/// A paragraph's text, and where in it each piece begins; one more for its end.
struct PieceSpans {
  MarkedText text;
  std::vector<std::size_t> begins;
};

/// `hangs`: a tab leads from the number to the text.
PieceSpans text_of(const RedlineBlock& block, const Paragraph& pieces, bool hangs);

/// The line that a byte of the text stands in.
std::size_t line_of(const TypeBlock& block, std::size_t byte);

/// By line, whether some of it is changed.
std::vector<bool> changed_lines(const TypeBlock& block, const Paragraph& pieces, const std::vector<std::size_t>& begins);

}  // namespace travaux::report
