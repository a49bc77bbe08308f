#include "read/pdf_paragraphs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "read/cues.h"
#include "read/pdf_breaks.h"
#include "read/pdf_hyphens.h"
#include "read/pdf_measure.h"

namespace travaux {

namespace {

class Joiner {
 public:
  explicit Joiner(const std::vector<PdfLine>& lines) : lines_(lines), measure_(lines), joins_(lines.size(), false) {}

  std::vector<PdfParagraph> join() {
    decide();
    learn();
    decide();
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < lines_.size(); ++i) texts.push_back(measure_.text(i));
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
  /// What the place of a line says of whether it goes on with a paragraph.
  enum class Told { kNo, kYes, kNothing };

  void decide() {
    first_ = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const auto told = tell(i);
      joins_[i] = told == Told::kYes || (told == Told::kNothing && goes_on_by_words(i));
      if (!joins_[i]) first_ = i;
    }
  }

  void learn() {
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const auto told = tell(i);
      if (told != Told::kNothing && !lines_[i].begins_note)
        breaks_.learn(measure_.text(i - 1), measure_.text(i), told == Told::kNo);
      if (told != Told::kNothing) ++learned_[told == Told::kNo ? 1 : 0];
    }
  }

  Told tell(std::size_t i) const {
    if (lines_[i].begins_note) return Told::kNo;
    if (!measure_.same_size(i) || !measure_.is_full(i)) return Told::kNo;
    if (!measure_.same_place(i)) return Told::kNothing;
    if (measure_.gap_before(i, joins_[i - 1]) || indent_tells(i)) return Told::kNo;
    const bool exactly = measure_.fill(i) == PdfMeasure::Fill::kExactly;
    if (!exactly && !measure_.gaps_part() && !measure_.indents_first()) return Told::kNothing;
    return enumerator_at(measure_.text(i)).style == EnumeratorStyle::kBullet ? Told::kNo : Told::kYes;
  }

  bool goes_on_by_words(std::size_t i) const {
    constexpr std::size_t kEnough = 25;  ///< lines of either kind, from which a document is an authority on its own
    const auto& text = measure_.text(i);
    if (!measure_.same_place(i) && enumerator_at(text)) return false;
    if (starts_with_lower(text) && !enumerator_at(text)) return true;
    const bool enough = std::min(learned_[0], learned_[1]) >= kEnough;
    if (enough && !enumerator_at(text)) return !breaks_.breaks(measure_.text(i - 1), text, measure_.by_chance(i));
    return measure_.same_place(i) ? !words_tell(i) : goes_on_elsewhere(i);
  }

  /// In another column, or on the next page.
  bool goes_on_elsewhere(std::size_t i) const {
    const auto& text = measure_.text(i);
    const auto ending = ending_of(measure_.text(i - 1));
    if (ending == Ending::kSemicolon || ending == Ending::kColon || ending == Ending::kQuotation) return false;
    if (starts_with_quotation(text) && is_terminal(ending)) return false;
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
    if (begins_indented(i)) return true;
    return !measure_.hangs(i - 1) && !enumerator_at(measure_.text(i - 1));
  }

  /// Two lines with one indent, the line after them without: each begins a paragraph.
  bool begins_indented(std::size_t i) const {
    const bool followed = i + 1 < lines_.size() && measure_.same_place(i + 1);
    return followed && lines_[i].left - lines_[i + 1].left > measure_.least_indent() && measure_.is_full(i + 1);
  }

  /// Whether the line's words begin a paragraph, although the line before is full.
  bool words_tell(std::size_t i) const {
    const auto& text = measure_.text(i);
    const auto& last = measure_.text(i - 1);
    const auto ending = ending_of(last);
    if (const auto found = enumerator_at(text)) return enumerator_tells(i, found);
    if (is_in_brackets(last) || ending == Ending::kQuotation) return true;
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
  PdfBreaks breaks_;
  std::array<std::size_t, 2> learned_{};  ///< from how many lines that go on, and that begin
  std::vector<bool> joins_;
  std::size_t first_ = 0;  ///< of the paragraph under way
};

}  // namespace

std::vector<PdfParagraph> join_pdf_lines(const std::vector<PdfLine>& lines) {
  if (lines.empty()) return {};
  return Joiner(lines).join();
}

}  // namespace travaux
