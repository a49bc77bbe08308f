#include "read/pdf_paragraphs.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "read/cues.h"
#include "read/pdf_hyphens.h"
#include "read/pdf_measure.h"

namespace travaux {

namespace {

class Joiner {
 public:
  explicit Joiner(const std::vector<PdfLine>& lines) : lines_(lines), measure_(lines), joins_(lines.size(), false) {}

  std::vector<PdfParagraph> join() {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      texts.push_back(measure_.text(i));
      if (i == 0) continue;
      joins_[i] = goes_on(i);
      if (!joins_[i]) first_ = i;
    }
    const PdfHyphens hyphens(texts, joins_);
    std::vector<PdfParagraph> paragraphs;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (joins_[i]) {
        hyphens.append(paragraphs.back().text, texts[i]);
      } else {
        paragraphs.push_back({texts[i], lines_[i].page});
      }
    }
    return paragraphs;
  }

 private:
  /// Whether line `i` goes on with the paragraph that the line before it stands in.
  bool goes_on(std::size_t i) const {
    const auto& last = lines_[i - 1];
    const auto& line = lines_[i];
    if (line.begins_note || !measure_.same_size(i) || !measure_.is_full(i) || last.in_cell != line.in_cell) return false;
    if (last.area != line.area) return !line.in_cell && goes_on_elsewhere(i);
    return !measure_.gap_before(i, joins_[i - 1]) && !indent_tells(i) && !words_tell(i);
  }

  /// In another column, or on the next page.
  bool goes_on_elsewhere(std::size_t i) const {
    const auto& text = measure_.text(i);
    const auto ending = ending_of(measure_.text(i - 1));
    if (enumerator_at(text)) return false;
    if (starts_with_lower(text)) return true;
    if (ending == Ending::kSemicolon || ending == Ending::kColon) return false;
    if (ending == Ending::kComma && measure_.ends_with_commas()) return false;
    if (ending == Ending::kQuotation || (starts_with_quotation(text) && is_terminal(ending))) return false;
    if (!measure_.indents_first() || ending != Ending::kSentence) return true;
    return measure_.indent(i) < measure_.least_indent();
  }

  /// The first line of a paragraph may stand elsewhere than its others; among those, a change begins another.
  bool indent_tells(std::size_t i) const {
    const double least = measure_.least_indent();
    const double step = lines_[i].left - lines_[i - 1].left;
    if (measure_.is_centered(i) && measure_.is_centered(i - 1)) return false;
    if (std::abs(step) < least) return measure_.indents_first() && i - 1 == first_ && begins_indented(i);
    if (i - 1 != first_) return true;
    if (step < 0) return enumerator_at(measure_.text(i)) && measure_.hangs(i);
    return !measure_.hangs(i - 1) && !enumerator_at(measure_.text(i - 1));
  }

  /// Two lines with one indent, the line after them without: each begins a paragraph.
  bool begins_indented(std::size_t i) const {
    const bool followed = i + 1 < lines_.size() && lines_[i + 1].area == lines_[i].area;
    return followed && lines_[i].left - lines_[i + 1].left > measure_.least_indent() && measure_.is_full(i + 1);
  }

  /// Whether the line's words begin a paragraph, although the line before is full.
  bool words_tell(std::size_t i) const {
    const auto& text = measure_.text(i);
    const auto& last = measure_.text(i - 1);
    const auto ending = ending_of(last);
    const auto found = enumerator_at(text);
    const bool told = measure_.fill(i) == PdfMeasure::Fill::kExactly || measure_.gaps_part() || measure_.indents_first();
    if (told) return found.style == EnumeratorStyle::kBullet;
    if (found) return enumerator_tells(i, found);
    if (starts_with_lower(text)) return false;
    if (is_in_brackets(last) || ending == Ending::kQuotation) return true;
    if (ending == Ending::kComma) return measure_.ends_with_commas();
    return ending == Ending::kSemicolon || ending == Ending::kColon || (starts_with_quotation(text) && is_terminal(ending));
  }

  bool enumerator_tells(std::size_t i, const Enumerator& found) const {
    const auto& last = measure_.text(i - 1);
    const auto ending = ending_of(last);
    if (found.style == EnumeratorStyle::kBullet) return true;
    if (ending == Ending::kColon && next_inside(measure_.text(i), found)) return false;
    if (ending == Ending::kSemicolon || is_terminal(ending)) return true;
    return found.weighty && ending == Ending::kOpen && !ends_with_dependent_word(last);
  }

  /// "(AGREED ad ref.)": a line that is all in brackets.
  static bool is_in_brackets(std::string_view line) {
    return (line.starts_with('(') && line.find(')') + 1 == line.size()) ||
           (line.starts_with('[') && line.find(']') + 1 == line.size());
  }

  /// "1) prisons; 2) courts": the list goes on inside the line.
  static bool next_inside(std::string_view line, const Enumerator& found) {
    if (found.style != EnumeratorStyle::kNumber && found.style != EnumeratorStyle::kLetter) return false;
    const auto mark = found.style == EnumeratorStyle::kNumber ? std::to_string(found.value + 1)
                                                              : std::string(1, static_cast<char>('a' + found.value % 26));
    const char end = found.bracket == '.' ? '.' : ')';
    return line.find(" " + mark + end) != std::string_view::npos || line.find(" (" + mark + end) != std::string_view::npos;
  }

  const std::vector<PdfLine>& lines_;
  PdfMeasure measure_;
  std::vector<bool> joins_;
  std::size_t first_ = 0;  ///< of the paragraph under way
};

}  // namespace

std::vector<PdfParagraph> join_pdf_lines(const std::vector<PdfLine>& lines) {
  if (lines.empty()) return {};
  return Joiner(lines).join();
}

}  // namespace travaux
