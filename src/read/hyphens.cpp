#include "read/hyphens.h"

#include <array>

#include "text/unicode.h"
#include "travaux/text.h"

namespace travaux {

namespace {

bool is_hyphen(char32_t c) { return c == U'-' || c == U'\u2010'; }

std::size_t letters_from(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at;
    if (!is_letter(next_code_point(text, next))) break;
    at = next;
  }
  return at;
}

std::size_t letters_before(std::string_view text, std::size_t at) {
  while (at > 0) {
    std::size_t before = at;
    if (!is_letter(previous_code_point(text, before))) break;
    at = before;
  }
  return at;
}

// What stands at the end of a line, joined to a letter or digit.
struct Tail {
  char32_t mark = 0;
  std::size_t at = 0;  ///< where the mark begins
};

Tail tail_of(std::string_view text) {
  if (text.empty()) return {};
  std::size_t at = text.size();
  const char32_t mark = previous_code_point(text, at);
  if (!is_dash(mark) && mark != U'/' && mark != U'\u00AD') return {};
  std::size_t before = at;
  if (at == 0) return {};
  const char32_t c = previous_code_point(text, before);
  return is_letter(c) || (is_digit(c) && !is_hyphen(mark)) ? Tail{mark, at} : Tail{};
}

// "short- and medium-term": the hyphen stands for a word that comes later.
bool is_conjunction(std::string_view word) {
  constexpr std::array kWords{"and", "or", "to", "y", "e", "o", "u", "et", "ou", "a", "und", "nor", "but"};
  for (const std::string_view known : kWords) {
    if (known == word) return true;
  }
  return false;
}

// Before these a hyphen is the word's own, whatever other words the text knows: "sub-regional" beside "subregional".
bool is_prefix(std::string_view folded) {
  constexpr std::array kPrefixes{
      "anti",  "auto",  "bi",   "bio",   "co",   "counter", "cross", "de",    "eco",  "ex",    "extra", "hyper", "infra", "inter",
      "intra", "macro", "mega", "micro", "mid",  "mini",    "multi", "neo",   "non",  "over",  "pan",   "para",  "post",  "pre",
      "pro",   "quasi", "re",   "self",  "semi", "socio",   "sub",   "super", "tele", "trans", "ultra", "un",    "under", "vice"};
  for (const std::string_view known : kPrefixes) {
    if (known == folded) return true;
  }
  return false;
}

std::string_view first_letters(std::string_view line) { return line.substr(0, letters_from(line, 0)); }

void visit_words(std::string_view line, auto&& visit) {
  for (std::size_t at = 0; at < line.size();) {
    const auto end = letters_from(line, at);
    if (end > at) {
      std::size_t whole = end;  // with its hyphens: "pre-trial"
      while (whole < line.size() && line[whole] == '-' && letters_from(line, whole + 1) > whole + 1)
        whole = letters_from(line, whole + 1);
      visit(line.substr(at, whole - at));
      at = whole;
    } else {
      next_code_point(line, at);
    }
  }
}

}  // namespace

Hyphens::Hyphens(const std::vector<SourceLine>& lines) {
  std::unordered_set<std::string> asked;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const auto tail = tail_of(lines[i].text);
    if (!is_hyphen(tail.mark)) continue;
    std::size_t next = i + 1;
    while (next < lines.size() && lines[next].blank()) ++next;
    if (next == lines.size()) break;
    const auto left =
        lines[i].text.substr(letters_before(lines[i].text, tail.at), tail.at - letters_before(lines[i].text, tail.at));
    const auto right = first_letters(lines[next].text);
    if (right.empty()) continue;
    asked.insert(fold_case(std::string(left) + std::string(right)));
    asked.insert(fold_case(left));
    asked.insert(fold_case(std::string(left) + "-" + std::string(right)));
  }
  if (asked.empty()) return;
  for (const auto& line : lines) {
    visit_words(line.text, [&](std::string_view word) {
      auto folded = fold_case(word);
      if (asked.contains(folded)) words_.insert(std::move(folded));
    });
  }
}

// Only where the text itself writes the word without a hyphen, never with one, and knows no word that is its first half.
bool Hyphens::cut_by_line_break(std::string_view left, std::string_view right) const {
  const auto first = fold_case(left);
  const auto second = fold_case(right);
  return words_.contains(first + second) && !words_.contains(first + "-" + second) && !words_.contains(first) &&
         !is_prefix(first);
}

void Hyphens::append(std::string& paragraph, std::string_view line) const {
  const auto tail = tail_of(paragraph);
  const auto right = first_letters(line);
  const bool suspended = is_conjunction(right) && !line.substr(right.size()).starts_with("-");
  if (tail.mark == 0 || right.empty() || suspended) {
    paragraph.append(" ").append(line);
    return;
  }
  if (tail.mark == U'\u00AD') {
    paragraph.resize(tail.at);
  } else if (is_hyphen(tail.mark)) {
    const auto begin = letters_before(paragraph, tail.at);
    const auto left = paragraph.substr(begin, tail.at - begin);
    if (cut_by_line_break(left, right)) paragraph.resize(tail.at);
  }
  paragraph.append(line);
}

}  // namespace travaux
