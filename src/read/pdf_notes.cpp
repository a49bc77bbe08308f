#include "read/pdf_notes.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "read/line_ends.h"

namespace travaux {

namespace {

constexpr double kSmall = 0.94;   ///< of the text's size: notes are smaller, if they are
constexpr double kRaised = 0.82;  ///< of its line's size: a raised mark is smaller

bool is_number(std::string_view text) {
  constexpr std::size_t kMostDigits = 3;
  return !text.empty() && text.size() <= kMostDigits && text[0] != '0' &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_sign(std::string_view text) {
  return text == "*" || text == "**" || text == "***" || text == "†" || text == "‡" || text == "§" || text == "¶";
}

bool is_mark(std::string_view text) { return is_number(text) || is_sign(text); }

bool is_raised(const PdfWord& word, const PdfLine& line) {
  return word.size() < line.size() * kRaised && word.bottom < line.bottom - line.size() * 0.05;
}

std::string superscript(std::size_t number) {
  constexpr std::array<std::string_view, 10> kFigures{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string figures;
  for (const char digit : std::to_string(number)) figures += kFigures[static_cast<std::size_t>(digit - '0')];
  return figures;
}

/// Of one page: where its notes begin and which marks of its text they have.
class NoteMover {
 public:
  explicit NoteMover(std::vector<PdfLine>& lines) : lines_(lines), size_(usual_size(lines)) {
    for (auto& line : lines_) part_number(line);
  }

  void move() {
    std::vector<PdfLine> kept;
    for (std::size_t begin = 0; begin < lines_.size();) {
      std::size_t end = begin;
      while (end < lines_.size() && lines_[end].page == lines_[begin].page) ++end;
      take_page(begin, end, kept);
      begin = end;
    }
    lines_ = std::move(kept);
    lines_.insert(lines_.end(), std::make_move_iterator(notes_.begin()), std::make_move_iterator(notes_.end()));
  }

 private:
  /// In small type, a number that is set without a space before its note becomes a word of its own.
  void part_number(PdfLine& line) const {
    auto& word = line.words.front();
    const auto digits = std::min(word.text.find_first_not_of("0123456789"), word.text.size());
    const auto letter = digits < word.text.size() ? letters_from(word.text, digits) : digits;
    if (line.size() > size_ * kSmall || digits == 0 || letter == digits || !is_number(word.text.substr(0, digits))) return;
    PdfWord number = word;
    number.text.resize(digits);
    number.right = number.left + word.width() * static_cast<double>(digits) / static_cast<double>(word.text.size());
    word.text.erase(0, digits);
    word.left = number.right;
    line.words.insert(line.words.begin(), std::move(number));
  }

  void take_page(std::size_t begin, std::size_t end, std::vector<PdfLine>& kept) {
    marks_.clear();
    page_bottom_ = 0;
    for (std::size_t i = begin; i < end; ++i) page_bottom_ = std::max(page_bottom_, lines_[i].bottom);
    std::vector<bool> is_note(end - begin, false);
    for (std::size_t i = begin; i < end;) {
      std::size_t area_end = i;
      while (area_end < end && lines_[area_end].area == lines_[i].area) ++area_end;
      const std::size_t first = first_note(i, area_end);
      for (std::size_t n = first; n < area_end; ++n) is_note[n - begin] = true;
      i = area_end;
    }
    number_marks(begin, end, is_note);
    for (std::size_t i = begin; i < end; ++i) {
      if (is_note[i - begin]) {
        take_note(std::move(lines_[i]));
      } else {
        kept.push_back(std::move(lines_[i]));
      }
    }
  }

  /// The first line of an area's notes, all lines from which on are of their size or smaller; its end where there are none.
  std::size_t first_note(std::size_t begin, std::size_t end) {
    std::size_t first = end;
    for (std::size_t i = end; i-- > begin;) {
      if (first < end && lines_[i].size() > std::max(lines_[first].size(), size_ * kSmall) * 1.05) break;
      if (lines_[i].size() > size_ * 1.05) break;
      if (begins_note(i)) first = i;
    }
    while (first > begin && first < end && goes_on_from_last_page(first - 1)) --first;
    if (first == end && !notes_.empty() && notes_.back().page + 1 == lines_[begin].page) {
      while (first > begin && goes_on_from_last_page(first - 1)) --first;
    }
    return first;
  }

  bool goes_on_from_last_page(std::size_t i) const {
    return lines_[i].size() <= size_ * kSmall && !notes_.empty() && notes_.back().page + 1 == lines_[i].page &&
           lines_[i].top > kLowerPart * page_bottom_;
  }

  bool begins_note(std::size_t i) const {
    const auto& line = lines_[i];
    const auto& word = line.words.front();
    if (line.words.size() < 2 || !is_mark(word.text)) return false;
    if (!is_raised(word, line) && line.size() > size_ * kSmall) return false;
    return has_mark_above(word.text, i);
  }

  /// The mark stands raised in the text of the page, before the note.
  bool has_mark_above(std::string_view mark, std::size_t i) const {
    for (std::size_t n = i; n-- > 0 && lines_[n].page == lines_[i].page;) {
      const auto& words = lines_[n].words;
      for (std::size_t w = 1; w < words.size(); ++w) {
        if (words[w].text == mark && (is_raised(words[w], lines_[n]) || is_sign(mark))) return true;
      }
    }
    return false;
  }

  /// Gives the marks of the page's text their numbers, in the order of the notes.
  void number_marks(std::size_t begin, std::size_t end, const std::vector<bool>& is_note) {
    for (std::size_t i = begin; i < end; ++i) {
      const auto& word = lines_[i].words.front();
      if (!is_note[i - begin] || lines_[i].words.size() < 2 || !is_number(word.text)) continue;
      if (!is_raised(word, lines_[i]) && lines_[i].size() > size_ * kSmall) continue;
      if (has_mark_above(word.text, i)) marks_.try_emplace(word.text, superscript(++count_));
    }
    for (std::size_t i = begin; i < end; ++i) {
      for (std::size_t w = 1; w < lines_[i].words.size() && !is_note[i - begin]; ++w) {
        auto& word = lines_[i].words[w];
        const auto at = marks_.find(word.text);
        if (at != marks_.end() && is_raised(word, lines_[i])) word.text = at->second;
      }
    }
  }

  void take_note(PdfLine line) {
    auto& word = line.words.front();
    const auto at = marks_.find(word.text);
    const bool begins = line.words.size() > 1 && (at != marks_.end() || is_sign(word.text));
    if (begins) {
      if (at != marks_.end()) {
        word.text = at->second;
        marks_.erase(at);  // a number that begins a later line of the note begins no other one
      }
      // The mark is a word of its own, however close the note stands to it.
      word.left -= line.size();
      word.right -= line.size();
      line.begins_note = true;
      ++area_;
    }
    line.area = kNoteAreas + area_;
    notes_.push_back(std::move(line));
  }

  static constexpr std::size_t kNoteAreas = std::size_t{1} << 40;  ///< beyond those of the text
  static constexpr double kLowerPart = 0.5;

  std::vector<PdfLine>& lines_;
  std::vector<PdfLine> notes_;
  double size_;
  double page_bottom_ = 0;  ///< of the text of the page
  std::size_t count_ = 0;
  std::size_t area_ = 0;
  std::map<std::string, std::string, std::less<>> marks_;
};

}  // namespace

void move_notes(std::vector<PdfLine>& lines) {
  if (!lines.empty()) NoteMover(lines).move();
}

}  // namespace travaux
