#include "negotiations/tokens.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace travaux::negotiations {
namespace {

constexpr std::array<std::string_view, 6> kQuotes = {"“", "”", "„", "«", "»", "\""};
constexpr std::array<std::string_view, 4> kApostrophes = {"’", "‘", "'", "‚"};
constexpr std::array<std::string_view, 4> kDashes = {"–", "—", "‑", "-"};

template <std::size_t N>
std::size_t starts_with_one(std::string_view text, const std::array<std::string_view, N>& marks) {
  for (const std::string_view mark : marks)
    if (text.substr(0, mark.size()) == mark) return mark.size();
  return 0;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// Whether a quotation mark, an apostrophe or a dash can begin with it.
bool begins_mark(char c) { return c == '"' || c == '\'' || c == '-' || c == '\xE2' || c == '\xC2'; }

bool is_mark(const std::string& word) { return !is_letter(word[0]); }

}  // namespace

std::string plain(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    if (!begins_mark(text[i])) {
      result += text[i++];
      continue;
    }
    const std::string_view rest = text.substr(i);
    if (const std::size_t quote = starts_with_one(rest, kQuotes)) {
      result += '"';
      i += quote;
    } else if (const std::size_t apostrophe = starts_with_one(rest, kApostrophes)) {
      result += '\'';
      i += apostrophe;
    } else if (const std::size_t dash = starts_with_one(rest, kDashes)) {
      result += '-';
      i += dash;
    } else {
      result += text[i++];
    }
  }
  return result;
}

std::string lowered(std::string_view text) {
  std::string result(text);
  for (std::size_t i = 0; i < result.size(); ++i) {
    const auto c = static_cast<unsigned char>(result[i]);
    const bool latin_capital = c == 0xC3U && i + 1 < result.size() && static_cast<unsigned char>(result[i + 1]) <= 0x9EU;
    if (c >= 'A' && c <= 'Z') result[i] = static_cast<char>(c + 0x20U);
    if (latin_capital) {
      ++i;
      result[i] = static_cast<char>(static_cast<unsigned char>(result[i]) + 0x20U);
    }
  }
  return result;
}

std::vector<std::string> words_of(std::string_view original) {
  const std::string text = plain(original);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && is_letter(text[i])) ++i;
    if (i == begin) ++i;
    if (text[begin] != ' ' && text[begin] != '\n') words.push_back(text.substr(begin, i - begin));
  }
  return words;
}

std::vector<std::string> loose_words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string& word : words_of(lowered(text)))
    if (!is_mark(word) || word == "[" || word == "]") words.push_back(word);
  return words;
}

double shared_words(std::string_view a, std::string_view b) {
  std::vector<std::string> left = loose_words_of(a);
  std::vector<std::string> right = loose_words_of(b);
  if (left.empty() || right.empty()) return 0;
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  std::vector<std::string> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(left.size() + right.size());
}

}  // namespace travaux::negotiations
