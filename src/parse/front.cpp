#include "parse/front.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <vector>

#include "parse/families.h"
#include "parse/shape.h"

namespace travaux {

namespace {

constexpr std::size_t kLabelWords = 16;
constexpr std::size_t kDateLineWords = 9;

std::string month_alternatives() {
  std::string pattern;
  for (const auto& names : families().months) {
    for (const std::string& name : names) pattern += (pattern.empty() ? "" : "|") + name;
  }
  return pattern;
}

int month_of(std::string_view name) {
  for (std::size_t i = 0; i < families().months.size(); ++i) {
    const auto& names = families().months[i];
    if (std::find(names.begin(), names.end(), name) != names.end()) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string iso(int year, int month, int day) {
  static constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day > kDays[static_cast<std::size_t>(month - 1)]) return {};
  std::string digits = std::to_string(year);
  digits.insert(0, 4 - std::min<std::size_t>(4, digits.size()), '0');
  return digits + "-" + two_digits(month) + (day > 0 ? "-" + two_digits(day) : "");
}

bool has_version_word(const std::string& text) {
  return std::any_of(families().version_words.begin(), families().version_words.end(), [&text](const std::string& word) {
    const std::size_t at = text.find(word);
    if (at == std::string::npos) return false;
    const bool starts = at == 0 || std::isalnum(static_cast<unsigned char>(text[at - 1])) == 0;
    const std::size_t end = at + word.size();
    return starts && (end == text.size() || std::isalpha(static_cast<unsigned char>(text[end])) == 0);
  });
}

bool is_enclosed(std::string_view text) {
  return text.size() > 2 && (text.front() == '(' || text.front() == '[') && (text.back() == ')' || text.back() == ']');
}

/// "(El Salvador Version, March 7, 2011)", "Working document rev. 2", "AG/CP/doc.7/11 rev. 1".
bool is_version_line(std::string_view line) {
  const Shape shape = shape_of(line);
  const std::string text = plain(line);
  if (shape.words == 0 || shape.words > kLabelWords || !has_version_word(text)) return false;
  const bool digit = std::any_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (is_enclosed(line)) return true;
  static const RE2 kStrong(R"(\b(rev|version|revision|borrador|corr|add)\b)");
  return digit && !ends_sentence(line) && (RE2::PartialMatch(text, kStrong) || !find_date(line).empty());
}

/// A mark that refers to a note ("Version of 23 October*") is no part of a name.
std::string without_note_mark(std::string line) {
  static const RE2 kMark(R"([\s*†‡\x{B9}\x{B2}\x{B3}\x{2070}\x{2074}-\x{2079}]+$)");
  std::string bare = line;
  RE2::Replace(&bare, kMark, "");
  return bare.empty() ? line : bare;
}

std::vector<std::string> lines_of(const std::string& front) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < front.size();) {
    const std::size_t end = std::min(front.find('\n', begin), front.size());
    lines.push_back(front.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

/// The line before the version line; without one the last line in capitals, else the first that looks like a heading.
std::string title_of(const std::vector<std::string>& lines, std::size_t version) {
  if (version < lines.size() && version > 0 && looks_like_heading(lines[version - 1])) return lines[version - 1];
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (i != version && shape_of(lines[i]).words > 1 && is_all_upper(lines[i]) && looks_like_heading(lines[i])) return lines[i];
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i != version && shape_of(lines[i]).words > 1 && looks_like_heading(lines[i])) return lines[i];
  }
  return {};
}

std::string date_of(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    if (shape_of(line).words > kDateLineWords) continue;
    if (std::string date = find_date(line); !date.empty()) return date;
  }
  return {};
}

}  // namespace

std::string language_of(std::string_view text) {
  std::string best = "en";
  std::size_t most = 0;
  const std::string_view sample = text.substr(0, 40'000);
  std::map<std::string, std::size_t> hits;
  std::size_t end = sample.size();
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  for (const Token& token : tokenize(sample.substr(0, end))) {
    const std::string word = fold_case(token.span.of(sample));
    for (const auto& [language, words] : families().language_words) hits[language] += words.contains(word) ? 1 : 0;
  }
  for (const auto& [language, count] : hits) {
    if (count > most) {
      most = count;
      best = language;
    }
  }
  return best;
}

std::string find_date(std::string_view line) {
  static const std::string kMonth = "(" + month_alternatives() + ")";
  static const RE2 kIso(R"(\b(\d{4})-(\d\d)-(\d\d)\b)");
  static const RE2 kMonthDay(R"(\b)" + kMonth + R"(\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,|\s+de|\s+of)?\s+(?:del?\s+)?(\d{4})\b)");
  static const RE2 kDayMonth(R"(\b(\d{1,2})(?:st|nd|rd|th|º|°)?\s+(?:de\s+|of\s+)?)" + kMonth +
                             R"(\.?,?\s+(?:del?\s+)?(\d{4})\b)");
  static const RE2 kMonthOnly(R"(\b)" + kMonth + R"(\.?,?\s+(?:del?\s+|of\s+)?(\d{4})\b)");
  const std::string text = plain(fold_white_space(line));
  int year = 0, month = 0, day = 0;
  std::string name;
  if (RE2::PartialMatch(text, kIso, &year, &month, &day)) return iso(year, month, day);
  if (RE2::PartialMatch(text, kMonthDay, &name, &day, &year)) return iso(year, month_of(name), day);
  if (RE2::PartialMatch(text, kDayMonth, &day, &name, &year)) return iso(year, month_of(name), day);
  if (RE2::PartialMatch(text, kMonthOnly, &name, &year)) return iso(year, month_of(name), 0);
  return {};
}

void read_front(Document& document) {
  const std::vector<std::string> lines = lines_of(document.front);
  std::size_t version = lines.size();
  for (std::size_t i = lines.size(); i-- > 0 && version == lines.size();) {
    if (is_version_line(lines[i])) version = i;
  }
  if (version < lines.size()) {
    const std::string line = without_note_mark(lines[version]);
    document.label = is_enclosed(line) ? line.substr(1, line.size() - 2) : line;
    document.date = find_date(line);
  }
  document.title = title_of(lines, version);
  if (document.date.empty()) document.date = date_of(lines);
  document.language = language_of(document.source);
}

}  // namespace travaux
