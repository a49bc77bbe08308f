#include "read/note_marks.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "text/unicode.h"

namespace travaux {

namespace {

constexpr std::size_t kLeastNotes = 2;
constexpr std::size_t kMostBetween = 3;  // paragraphs of a note besides its first
constexpr std::size_t kMostFigures = 3;

bool is_figure(char c) { return c >= '0' && c <= '9'; }

std::size_t figures_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && is_figure(text[at + count])) ++count;
  return count;
}

std::string raised(std::string_view figures) {
  constexpr std::array kRaised{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string text;
  for (const char figure : figures) text += kRaised[static_cast<std::size_t>(figure - '0')];
  return text;
}

/// The number before a note: "12 See …", "12. See …"; 0 where there is none.
std::size_t note_number(std::string_view text) {
  const std::size_t count = figures_at(text, 0);
  if (count == 0 || count > kMostFigures) return 0;
  std::size_t end = count;
  if (end < text.size() && (text[end] == '.' || text[end] == ')' || text[end] == '/')) ++end;
  if (end >= text.size() || text[end] != ' ') return 0;
  return static_cast<std::size_t>(std::stoul(std::string(text.substr(0, count))));
}

/// Lines of the notes at the end, the first of them numbered 1; empty where they do not count down to it.
std::vector<std::size_t> notes_in(const std::vector<OutputLine>& lines) {
  std::vector<std::size_t> notes;
  std::size_t next = 0;  // the number that is due, going up; 0: any
  std::size_t between = 0;
  for (std::size_t i = lines.size(); i-- > 0 && between <= kMostBetween;) {
    const std::size_t number = note_number(lines[i].text);
    if (number == 0 || (next != 0 && number != next)) {
      between += lines[i].text.empty() ? 0 : 1;
      continue;
    }
    notes.push_back(i);
    between = 0;
    next = number - 1;
    if (next == 0) break;
  }
  if (next != 0 || notes.size() < kLeastNotes) return {};
  std::reverse(notes.begin(), notes.end());
  return notes;
}

/// Figures glued to a word, or to the mark behind one.
struct Mark {
  std::size_t line = 0, at = 0, size = 0, number = 0;
  bool name = false;       ///< the word ends in a capital: perhaps a name with its figure
  std::string word, base;  ///< of a name: with its figures and without
};

bool ends_mark(std::string_view text, std::size_t end) {
  if (end >= text.size()) return true;
  std::size_t at = end;
  const char32_t c = next_code_point(text, at);
  if (is_letter(c) || is_digit(c) || c == U'-' || c == U'/' || c == U'%') return false;
  return !((c == U'.' || c == U',') && at < text.size() && is_figure(text[at]));
}

bool is_closing(char32_t c) {
  return c == U'.' || c == U',' || c == U';' || c == U':' || c == U')' || c == U']' || is_double_quote(c) || c == U'\u2019';
}

std::size_t word_begin(std::string_view text, std::size_t end) {
  while (end > 0) {
    std::size_t at = end;
    if (!is_letter(previous_code_point(text, at))) break;
    end = at;
  }
  return end;
}

/// Whether figures at `at` hang on a word; sets what is known of it.
bool hangs_on_word(std::string_view text, std::size_t at, Mark& mark) {
  std::size_t before = at;
  char32_t c = previous_code_point(text, before);
  if (is_closing(c)) {
    if (before == 0) return false;
    c = previous_code_point(text, before);
    return is_letter(c) || is_closing(c);
  }
  if (!is_letter(c)) return false;
  const std::size_t begin = word_begin(text, at);
  mark.name = is_upper(c);
  mark.base = std::string(text.substr(begin, at - begin));
  mark.word = mark.base + std::string(text.substr(at, mark.size));
  return at - begin > 1;
}

using Count = std::map<std::string, std::size_t>;

void marks_in(std::string_view text, std::size_t line, std::vector<Mark>& marks) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    const std::size_t size = figures_at(text, at);
    if (size == 0) continue;
    Mark mark;
    mark.line = line;
    mark.at = at;
    mark.size = size;
    const bool glued = !is_figure(text[at - 1]) && size <= kMostFigures && text[at] != '0' && ends_mark(text, at + size);
    if (glued && hangs_on_word(text, at, mark)) {
      mark.number = static_cast<std::size_t>(std::stoul(std::string(text.substr(at, size))));
      marks.push_back(std::move(mark));
    }
    at += size;
  }
}

Count words_in(const std::vector<OutputLine>& lines, std::size_t end) {
  Count count;
  for (std::size_t i = 0; i < end; ++i) {
    for (const Token& token : tokenize(lines[i].text)) ++count[std::string(token.span.of(lines[i].text))];
  }
  return count;
}

/// The marks of the notes in their order; empty where one is missing. `names`: whether a capital may stand before one.
std::vector<Mark> in_order(const std::vector<Mark>& marks, std::size_t notes, const Count* names) {
  std::vector<Mark> found;
  for (const Mark& mark : marks) {
    if (mark.number != found.size() + 1 || found.size() == notes) continue;
    if (mark.name) {
      if (names == nullptr) continue;
      const auto again = names->find(mark.word), bare = names->find(mark.base);
      if ((again != names->end() && again->second > 1) || bare == names->end()) continue;
    }
    found.push_back(mark);
  }
  return found.size() == notes ? found : std::vector<Mark>();
}

}  // namespace

void raise_note_marks(std::vector<OutputLine>& lines) {
  const std::vector<std::size_t> notes = notes_in(lines);
  if (notes.empty()) return;
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < notes.front(); ++i) marks_in(lines[i].text, i, marks);
  std::vector<Mark> found = in_order(marks, notes.size(), nullptr);
  if (found.empty()) {
    const Count words = words_in(lines, notes.front());
    found = in_order(marks, notes.size(), &words);
  }
  if (found.empty()) return;
  for (auto mark = found.rbegin(); mark != found.rend(); ++mark) {
    std::string& text = lines[mark->line].text;
    text.replace(mark->at, mark->size, raised(std::string_view(text).substr(mark->at, mark->size)));
  }
  for (const std::size_t note : notes) {
    std::string& text = lines[note].text;
    const std::size_t size = figures_at(text, 0);
    text.replace(0, text.find(' '), raised(std::string_view(text).substr(0, size)));
  }
}

}  // namespace travaux
