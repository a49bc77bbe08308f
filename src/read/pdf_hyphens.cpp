#include "read/pdf_hyphens.h"

#include <algorithm>
#include <array>

#include "read/line_ends.h"
#include "text/unicode.h"
#include "travaux/text.h"

namespace travaux {

namespace {

/// Before these a hyphen is nearly always the word's own, even where lines are hyphenated.
constexpr std::array<std::string_view, 9> kAlwaysHyphenated{"non", "self", "ex", "cross", "quasi", "well", "all", "half", "no"};

/// What English makes compounds with.
bool is_second_word(std::string_view folded) {
  constexpr std::array<std::string_view, 15> kSeconds{"based",   "building", "driven",  "effective", "friendly",
                                                      "income",  "level",    "making",  "oriented",  "owned",
                                                      "related", "scale",    "sharing", "specific",  "term"};
  return std::find(kSeconds.begin(), kSeconds.end(), folded) != kSeconds.end();
}

bool all_upper(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    if (!is_upper(next_code_point(word, at))) return false;
  }
  return true;
}

}  // namespace

PdfHyphens::PdfHyphens(const std::vector<std::string>& lines, const std::vector<bool>& joins) {
  std::vector<Halves> cut;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string_view line = lines[i];
    const auto tail = i + 1 < lines.size() && joins[i + 1] ? line_tail_of(line) : LineTail{};
    const bool ends_cut = is_hyphen(tail.mark);
    if (ends_cut) cut.push_back(halves_of(line, tail.at, lines[i + 1]));
    const bool begins_cut = i > 0 && joins[i] && is_hyphen(line_tail_of(lines[i - 1]).mark);
    if (ends_cut) line = line.substr(0, letters_before(line, tail.at));
    if (begins_cut) line = line.substr(std::min(letters_from(line, 0), line.size()));
    visit_words(line, [&](std::string_view word) {
      auto folded = fold_case(word);
      const auto hyphen = folded.find('-'), last = folded.rfind('-');
      if (hyphen != std::string::npos) firsts_.insert(folded.substr(0, hyphen)), seconds_.insert(folded.substr(last + 1));
      words_.insert(std::move(folded));
    });
  }
  std::size_t of_lines = 0, of_words = 0;
  for (const auto& halves : cut) {
    if (halves.capital || halves.conjunction || halves.right.empty()) continue;
    const bool with = knows(halves.left + "-" + halves.right), without = knows(halves.left + halves.right);
    if (with || (is_compound(halves) && !without)) ++of_words;
    if (!with && (without || (!knows(halves.left) && !is_prefix(halves.left)))) ++of_lines;
  }
  hyphenated_ = of_lines > of_words;
}

PdfHyphens::Halves PdfHyphens::halves_of(std::string_view paragraph, std::size_t hyphen, std::string_view line) {
  Halves halves;
  const auto begin = letters_before(paragraph, hyphen);
  const auto left = paragraph.substr(begin, hyphen - begin), right = line.substr(0, letters_from(line, 0));
  halves.left = fold_case(left);
  halves.right = fold_case(right);
  std::size_t at = 0;
  halves.capital = !right.empty() && is_upper(next_code_point(right, at)) && !all_upper(left);
  halves.conjunction = is_conjunction(right) && (right.size() == line.size() || line[right.size()] == ' ');
  return halves;
}

bool PdfHyphens::knows(const std::string& word) const { return words_.contains(word); }

bool PdfHyphens::is_of_the_line(const Halves& halves) const {
  constexpr std::size_t kFewest = 2;  ///< letters that a hyphenated line leaves to either side
  if (halves.left.size() < kFewest || halves.right.size() < kFewest || halves.capital) return false;
  if (knows(halves.left + "-" + halves.right)) return false;
  const bool without = knows(halves.left + halves.right);
  if (!hyphenated_) return without && !knows(halves.left) && !is_prefix(halves.left);
  if (without) return true;
  if (std::find(kAlwaysHyphenated.begin(), kAlwaysHyphenated.end(), halves.left) != kAlwaysHyphenated.end()) return false;
  return !is_compound(halves);
}

// Two words, or one and a piece that has made others: "results-based" beside "science-based".
bool PdfHyphens::is_compound(const Halves& halves) const {
  constexpr std::size_t kShortWord = 3;
  if (halves.left.size() < kShortWord || halves.right.size() < kShortWord)
    return firsts_.contains(halves.left) && knows(halves.right);
  constexpr std::size_t kWord = 4;
  if (halves.left.size() >= kWord && is_second_word(halves.right)) return true;
  const bool left = knows(halves.left) || firsts_.contains(halves.left);
  return left && (knows(halves.right) || seconds_.contains(halves.right));
}

void PdfHyphens::append(std::string& paragraph, std::string_view line) const {
  const auto tail = line_tail_of(paragraph);
  if (tail.mark == 0 || line.empty()) {
    paragraph.append(" ").append(line);
    return;
  }
  if (!is_hyphen(tail.mark)) {
    if (tail.mark == U'\u00AD') paragraph.resize(tail.at);
    paragraph.append(line);
    return;
  }
  const auto halves = halves_of(paragraph, tail.at, line);
  const bool goes = is_of_the_line(halves);
  if (goes && !(halves.conjunction && knows(halves.left))) {
    paragraph.resize(tail.at);
  } else if (halves.conjunction) {
    paragraph += ' ';
  }
  paragraph.append(line);
}

}  // namespace travaux
