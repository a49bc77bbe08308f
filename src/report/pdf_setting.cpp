#include "report/pdf_setting.h"

#include <algorithm>

#include "text/unicode.h"

namespace travaux::report {

namespace {

constexpr double kSubItem = 22, kPassageIn = 14;
constexpr std::size_t kLongest = 50'000;  // bytes: some 300,000 points of type

Mark mark_of(const RedlineBlock& block, const Piece& piece) {
  if (piece.gap) return Mark::kSoft;
  if (piece.kind == RunKind::kInserted) return block.move != 0 ? Mark::kMovedTo : Mark::kInserted;
  if (piece.kind == RunKind::kDeleted) return block.move != 0 ? Mark::kMovedFrom : Mark::kDeleted;
  return Mark::kNone;
}

/// Words that went out next to those that came in: a thin space tells "3" and "19" from "319".
bool meet(const Piece& one, const Piece& next) {
  if (one.kind == RunKind::kKept || next.kind == RunKind::kKept || one.kind == next.kind) return false;
  if (one.text.empty() || next.text.empty()) return false;
  std::size_t end = one.text.size(), begin = 0;
  const char32_t last = previous_code_point(one.text, end), first = next_code_point(next.text, begin);
  return (is_letter(last) || is_digit(last)) && (is_letter(first) || is_digit(first));
}

/// Past the word that reaches byte `limit`, or past the character where the word has no end near it.
std::size_t parting(std::string_view text, std::size_t limit) {
  constexpr std::size_t kNear = 1'000;
  std::size_t at = limit;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  const std::size_t space = text.find(' ', at);
  return space == std::string_view::npos || space > at + kNear ? std::min(at, text.size()) : space;
}

}  // namespace

Setting setting_of(const RedlineBlock& block) {
  const double item = kSubItem * static_cast<double>(std::min<std::size_t>(block.depth, 6));
  switch (block.role) {
    case Role::kSectionHeading: {
      const std::size_t level = std::min<std::size_t>(block.depth, std::size(kHeadings) - 1);
      return {kHeadings[level], 0, 0, level == 0 ? 22.0 : 16.0, true};
    }
    case Role::kItem:
      return {kBody, item, kHang, block.depth == 0 ? 12.0 : 6.0, false};
    case Role::kStatus:
      return {kStatusType, item + kHang, 0, 3, false};
    case Role::kCitation:
      return {kCitationType, item + kHang, 0, 8, true};
    case Role::kPassage:
      return {kPassageType, item + kHang + kPassageIn, 0, 4, false};
    default:
      return {kBody, 0, 0, 7, false};
  }
}

std::size_t number_size(const Paragraph& pieces) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].number) count = i + 1;
    const bool blank = trim_white_space(pieces[i].text, {0, pieces[i].text.size()}).empty();
    if (!pieces[i].number && !blank) break;
  }
  return count;
}

std::vector<Paragraph> in_parts(const Paragraph& pieces) {
  std::vector<Paragraph> parts(1);
  std::size_t size = 0;
  for (const Piece& piece : pieces) {
    std::string_view text = piece.text;
    while (size + text.size() > kLongest) {
      const std::size_t end = parting(text, size < kLongest ? kLongest - size : 0);
      Piece head = piece;
      head.text = text.substr(0, end);
      if (!head.text.empty()) parts.back().push_back(std::move(head));
      text.remove_prefix(end);
      parts.emplace_back();
      size = 0;
    }
    if (text.empty()) continue;
    parts.back().push_back(piece);
    parts.back().back().text = text;
    size += text.size();
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

PieceSpans text_of(const RedlineBlock& block, const Paragraph& pieces, bool hangs) {
  PieceSpans spans;
  const std::size_t numbers = hangs ? number_size(pieces) : 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::string& words = pieces[i].text;
    // A tab stands for the space between a number and its text.
    Span span = trim_white_space(words, {0, words.size()});
    if (numbers == 0 || i != numbers) span.begin = 0;
    if (numbers == 0 || i + 1 != numbers) span.end = words.size();
    if (numbers > 0 && i == numbers) spans.text.add_tab();
    if (i > 0 && i != numbers && meet(pieces[i - 1], pieces[i])) spans.text.add(Mark::kNone, "\u2009");
    spans.begins.push_back(spans.text.text().size());
    spans.text.add(mark_of(block, pieces[i]), span.of(words));
  }
  spans.begins.push_back(spans.text.text().size());
  return spans;
}

std::size_t line_of(const TypeBlock& block, std::size_t byte) {
  const auto past = std::upper_bound(block.lines.begin(), block.lines.end(), byte,
                                     [](std::size_t at, const TypeLine& line) { return at < line.begin; });
  return past == block.lines.begin() ? 0 : static_cast<std::size_t>(past - block.lines.begin()) - 1;
}

std::vector<bool> changed_lines(const TypeBlock& block, const Paragraph& pieces, const std::vector<std::size_t>& begins) {
  std::vector<bool> changed(block.lines.size(), false);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].kind == RunKind::kKept || begins[i + 1] == begins[i]) continue;
    const std::size_t last = line_of(block, begins[i + 1] - 1);
    for (std::size_t line = line_of(block, begins[i]); line <= last; ++line) changed[line] = true;
  }
  return changed;
}

}  // namespace travaux::report
