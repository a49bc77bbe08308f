#include "read/pdf_page.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <utility>

#include "read/lines.h"
#include "text/unicode.h"

namespace travaux {

namespace {

/// The columns of the TSV.
enum Field { kLevel, kPageNumber, kLeft = 6, kTop, kWidth, kHeight, kText = 11, kFields };

using Fields = std::array<std::string_view, kFields>;

bool split_fields(std::string_view line, Fields& fields) {
  for (std::size_t i = 0; i + 1 < kFields; ++i) {
    const auto tab = line.find('\t');
    if (tab == std::string_view::npos) return false;
    fields[i] = line.substr(0, tab);
    line.remove_prefix(tab + 1);
  }
  fields[kText] = line;
  return true;
}

/// A length within what a page can have, else 0.
double number_of(std::string_view text) {
  constexpr double kMost = 100'000;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && std::isfinite(value) && std::abs(value) < kMost ? value : 0;
}

std::string_view letters_of_ligature(char32_t c) {
  constexpr std::array<std::string_view, 7> kLetters{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  constexpr char32_t kFirst = U'\uFB00';
  return c >= kFirst && c < kFirst + kLetters.size() ? kLetters[c - kFirst] : std::string_view();
}

/// Ligatures as letters, the bullets of symbol fonts as bullets; control characters go.
std::string plain_word(std::string_view text) {
  std::string word;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const auto letters = letters_of_ligature(c);
    if (!letters.empty()) {
      word += letters;
    } else if (c == U'\uF0B7' || c == U'\uF0A7' || c == U'\uF076' || c == U'\uF0D8') {
      word += "•";
    } else if (c >= 0x20 && c != 0x7F) {
      append_utf8(word, c);
    }
  }
  return std::string(trim(word));
}

/// Lines in the making, found by where their middle is.
class LineMaker {
 public:
  explicit LineMaker(std::size_t page) : page_(page) {}

  void add(PdfWord word) {
    const double middle = (word.top + word.bottom) / 2;
    auto best = lines_.end();
    double most = 0;
    for (auto at = lines_.lower_bound(middle - tallest_); at != lines_.end() && at->first <= middle + tallest_; ++at) {
      const double shared = std::min(word.bottom, at->second.bottom) - std::max(word.top, at->second.top);
      if (shared * 2 < std::min(word.size(), at->second.size()) || shared <= most) continue;
      best = at;
      most = shared;
    }
    if (best == lines_.end()) {
      PdfLine line;
      line.page = page_;
      line.top = word.top, line.bottom = word.bottom;
      tallest_ = std::max(tallest_, word.size());
      best = lines_.emplace(middle, std::move(line));
    }
    best->second.words.push_back(std::move(word));
  }

  std::vector<PdfLine> finish() {
    std::vector<PdfLine> lines;
    for (auto& [middle, line] : lines_) {
      std::stable_sort(line.words.begin(), line.words.end(), [](const auto& a, const auto& b) { return a.left < b.left; });
      measure(line);
      lines.push_back(std::move(line));
    }
    return lines;
  }

 private:
  std::size_t page_;
  std::multimap<double, PdfLine> lines_;
  double tallest_ = 1;
};

double half_points(double size) { return std::round(size * 2) / 2; }

/// What most letters have.
template <typename Value>
double usual(const std::map<double, std::size_t>& letters, Value otherwise) {
  const auto most =
      std::max_element(letters.begin(), letters.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters.end() ? otherwise : most->first;
}

double usual_size_of(const std::vector<PdfWord>& words) {
  std::map<double, std::size_t> letters;
  for (const auto& word : words) letters[half_points(word.size())] += word.text.size();
  return usual(letters, 0.0);
}

}  // namespace

std::vector<PdfPage> pdf_pages(std::string_view tsv) {
  std::vector<PdfPage> pages;
  while (!tsv.empty()) {
    const auto end = std::min(tsv.find('\n'), tsv.size());
    const auto line = tsv.substr(0, end);
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    Fields fields;
    if (!split_fields(line, fields)) continue;
    const double left = number_of(fields[kLeft]), top = number_of(fields[kTop]);
    const double width = number_of(fields[kWidth]), height = number_of(fields[kHeight]);
    if (fields[kLevel] == "1") pages.push_back({width, height, {}});
    if (fields[kLevel] != "5" || pages.empty() || width < 0 || height <= 0) continue;
    auto text = plain_word(fields[kText]);
    if (!text.empty()) pages.back().words.push_back({left, top, left + width, top + height, std::move(text)});
  }
  return pages;
}

void measure(PdfLine& line) {
  const double size = usual_size_of(line.words);
  std::map<double, std::size_t> tops, bottoms;
  for (const auto& word : line.words) {
    if (half_points(word.size()) != size) continue;
    tops[word.top] += word.text.size();
    bottoms[word.bottom] += word.text.size();
  }
  line.top = usual(tops, line.words.front().top);
  line.bottom = usual(bottoms, line.words.front().bottom);
  line.left = line.words.front().left;
  line.right = line.words.front().right;
  for (const auto& word : line.words) line.right = std::max(line.right, word.right);
}

std::vector<PdfLine> lines_of_words(std::vector<PdfWord> words, std::size_t page) {
  const double usual_here = usual_size_of(words);
  const auto strangeness = [usual_here](const PdfWord& word) { return std::abs(std::log(word.size() / usual_here)); };
  std::stable_sort(words.begin(), words.end(),
                   [&](const PdfWord& a, const PdfWord& b) { return strangeness(a) < strangeness(b); });
  LineMaker maker(page);
  for (auto& word : words) maker.add(std::move(word));
  return maker.finish();
}

bool joined(const PdfWord& before, const PdfWord& word) {
  constexpr double kLeastSpace = 0.08;  ///< of the size: no font's space is as narrow
  return word.left - before.right < kLeastSpace * std::min(before.size(), word.size());
}

std::string text_of(const PdfLine& line) {
  std::string text;
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    if (i > 0 && !joined(line.words[i - 1], line.words[i])) text += ' ';
    text += line.words[i].text;
  }
  return text;
}

double usual_size(const std::vector<PdfLine>& lines) {
  std::map<double, std::size_t> letters;
  for (const auto& line : lines) {
    for (const auto& word : line.words) letters[half_points(word.size())] += word.text.size();
  }
  return usual(letters, 0.0);
}

}  // namespace travaux
