#include "read/cues.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/unicode.h"
#include "travaux/text.h"

namespace travaux {

namespace {

bool is_closing_bracket(char32_t c) { return c == U')' || c == U']' || c == U'}'; }
bool is_opening_bracket(char32_t c) { return c == U'(' || c == U'[' || c == U'{'; }

char32_t code_point_at(std::string_view text, std::size_t at) { return at < text.size() ? next_code_point(text, at) : 0; }

// Alphabetical, folded. Full stops after them end no sentence.
constexpr std::array kAbbreviations{
    "ac",    "add", "art",  "arts", "cap", "cf",  "ch",  "corr", "dec", "doc", "dr",  "dra", "ed",  "eds", "eg", "etc", "e.g",
    "fig",   "i.e", "ibid", "inc",  "inf", "ltd", "mr",  "mrs",  "ms",  "no",  "nos", "núm", "nº",  "op",  "p",  "par", "para",
    "paras", "pp",  "párr", "prof", "pág", "res", "rev", "sec",  "ser", "sr",  "sra", "st",  "u.s", "vol", "vs"};

constexpr std::array kDependentWords{
    "a",         "al",         "and",         "annex",     "anexo",     "april",      "abril",      "art",        "article",
    "articles",  "articulo",   "artículo",    "artículos", "artigo",    "august",     "agosto",     "as",         "at",
    "between",   "but",        "by",          "chapter",   "com",       "con",        "da",         "das",        "de",
    "dec",       "december",   "decision",    "decisions", "del",       "des",        "diciembre",  "do",         "dos",
    "du",        "e",          "el",          "em",        "en",        "enero",      "et",         "february",   "febrero",
    "for",       "from",       "in",          "inciso",    "item",      "items",      "its",        "january",    "julio",
    "july",      "june",       "junio",       "la",        "las",       "le",         "les",        "los",        "march",
    "marzo",     "may",        "mayo",        "no",        "nos",       "november",   "noviembre",  "nr",         "numeral",
    "nº",        "núm",        "o",           "october",   "octubre",   "of",         "on",         "option",     "or",
    "ou",        "page",       "pages",       "para",      "paragraph", "paragraphs", "paragraphe", "paras",      "parrafo",
    "parágrafo", "per",        "por",         "pour",      "párrafo",   "párrafos",   "páginas",    "página",     "que",
    "res",       "resolution", "resolutions", "section",   "sections",  "see",        "september",  "septiembre", "step",
    "table",     "tabla",      "than",        "that",      "the",       "their",      "to",         "u",          "um",
    "un",        "una",        "under",       "was",       "were",      "which",      "with",       "y"};

template <std::size_t N>
bool holds(const std::array<const char*, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view last_word(std::string_view line) {
  const auto space = line.find_last_of(" \t");
  return space == std::string_view::npos ? line : line.substr(space + 1);
}

// Longer than this, it is no abbreviation or function word, and not worth folding.
constexpr std::size_t kLongestKnown = 16;

std::string folded_last_word(std::string_view line) {
  auto word = last_word(line);
  while (!word.empty() && (word.front() == '(' || word.front() == '[' || word.front() == '"')) word.remove_prefix(1);
  if (const auto slash = word.find_last_of('/'); slash != std::string_view::npos) word.remove_prefix(slash + 1);
  return word.size() > kLongestKnown ? std::string() : fold_case(word);
}

// Whether the full stop that ends `line` belongs to an abbreviation, an initial or a number's thousands.
bool is_abbreviation(std::string_view line) { return holds(kAbbreviations, folded_last_word(line.substr(0, line.size() - 1))); }

bool is_closing_quote(std::string_view line, char32_t c, std::size_t before) {
  if (c == U'“' || c == U'„' || c == U'«') return false;
  if (c == U'"') return before > 0 && line[before - 1] != ' ';
  return is_double_quote(c);
}

struct Number {
  unsigned value = 0;
  std::size_t size = 0;
};

Number number_at(std::string_view text) {
  Number number;
  while (number.size < text.size() && number.size < 4 && text[number.size] >= '0' && text[number.size] <= '9') {
    number.value = number.value * 10 + static_cast<unsigned>(text[number.size++] - '0');
  }
  if (number.size < text.size() && text[number.size] >= '0' && text[number.size] <= '9') return {};
  return number;
}

bool ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "a", "B", "bb"; roman numerals of several letters; their place in the list.
Enumerator letters_at(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && size < 6 && ascii_letter(text[size])) ++size;
  if (size == 0 || (size < text.size() && ascii_letter(text[size]))) return {};
  Enumerator found;
  found.size = size;
  const auto word = text.substr(0, size);
  if (size == 1) {
    found.style = EnumeratorStyle::kLetter;
    found.value = static_cast<unsigned>((word[0] | 0x20) - 'a' + 1);
    return found;
  }
  if (word.find_first_not_of("ivxIVX") != std::string_view::npos) return {};
  found.style = EnumeratorStyle::kRoman;
  int value = 0;
  int next = 0;
  for (auto at = word.rbegin(); at != word.rend(); ++at) {
    const int digit = (*at | 0x20) == 'i' ? 1 : (*at | 0x20) == 'v' ? 5 : 10;
    value += digit < next ? -digit : digit;
    next = digit;
  }
  found.value = static_cast<unsigned>(std::max(value, 0));
  return found;
}

// "2.1", "2.1.", "3.", "3)"; a lone number needs its stop.
Enumerator outline_at(std::string_view text) {
  auto number = number_at(text);
  if (number.size == 0) return {};
  Enumerator found{EnumeratorStyle::kNumber, ' ', number.value, number.size, false};
  while (found.size + 1 < text.size() && text[found.size] == '.') {
    number = number_at(text.substr(found.size + 1));
    if (number.size == 0) break;
    if (found.value > kMostUsual) return {};
    found.style = EnumeratorStyle::kOutline;
    found.value = number.value;
    found.size += 1 + number.size;
  }
  if (found.size < text.size() && (text[found.size] == '.' || text[found.size] == ')')) {
    found.bracket = text[found.size++];
  } else if (found.style == EnumeratorStyle::kNumber) {
    return {};
  }
  if (found.style == EnumeratorStyle::kOutline) found.bracket = ' ';
  return found;
}

Enumerator bracketed_at(std::string_view line) {
  auto found = letters_at(line.substr(1));
  if (!found) {
    const auto number = number_at(line.substr(1));
    if (number.size == 0) return {};
    found = {EnumeratorStyle::kNumber, ' ', number.value, number.size, false};
  }
  ++found.size;
  if (found.size >= line.size() || line[found.size] != ')') return {};
  ++found.size;
  found.bracket = '(';
  return found;
}

Enumerator lettered_at(std::string_view line) {
  auto found = letters_at(line);
  if (!found || found.size >= line.size() || (line[found.size] != '.' && line[found.size] != ')')) return {};
  found.bracket = line[found.size++];
  return found;
}

Enumerator bullet_at(std::string_view line) {
  std::size_t at = 0;
  const char32_t c = next_code_point(line, at);
  constexpr std::u32string_view kBullets = U"•·▪‣◦●○■□\uF0B7";
  if (kBullets.find(c) != std::u32string_view::npos) return {EnumeratorStyle::kBullet, ' ', 0, at, false};
  if (is_dash(c) || c == U'*') return {EnumeratorStyle::kDash, ' ', 0, at, false};
  return {};
}

// "Article 4", "ARTÍCULO 4.", with nothing or a title in brackets or after a stop: a heading, not a reference.
Enumerator heading_at(std::string_view line) {
  constexpr std::array kWords{"article", "artículo", "artigo", "section", "sección",  "chapter", "capítulo", "annex",
                              "anexo",   "part",     "option", "clause",  "cláusula", "rule",    "regla"};
  const auto space = line.find(' ');
  if (space == std::string_view::npos || space > kLongestKnown || !starts_with_upper(line)) return {};
  if (!holds(kWords, fold_case(line.substr(0, space)))) return {};
  const auto rest = line.substr(space + 1);
  auto number = number_at(rest);
  if (number.size == 0) {
    const auto letters = letters_at(rest);
    number = {letters.value, letters.size};
  }
  if (number.size == 0) return {};
  const auto after = rest.substr(number.size);
  const bool heading =
      after.empty() || after == "." || after.starts_with(" (") || after.starts_with(": ") || after.starts_with(". ");
  return heading ? Enumerator{EnumeratorStyle::kHeading, ' ', number.value, space + 1 + number.size, true} : Enumerator{};
}

}  // namespace

Ending ending_of(std::string_view line) {
  bool quotation = false;
  for (std::size_t end = line.size(); end > 0;) {
    std::size_t before = end;
    const char32_t c = previous_code_point(line, before);
    switch (c) {
      case U'.':
        return is_abbreviation(line.substr(0, end)) ? (quotation ? Ending::kQuotation : Ending::kOpen) : Ending::kSentence;
      case U'!':
      case U'?':
      case U'…':
      case U'。':
      case U'؟':
        return Ending::kSentence;
      case U':':
        return Ending::kColon;
      case U';':
        return Ending::kSemicolon;
      case U',':
        return Ending::kComma;
      default:
        break;
    }
    if (is_closing_quote(line, c, before)) {
      quotation = true;
    } else if (!is_closing_bracket(c)) {
      if (quotation) return Ending::kQuotation;
      const bool joined = before > 0 && end == line.size() && (c == U'-' || c == U'\u2010') && [&] {
        std::size_t at = before;
        return is_letter(previous_code_point(line, at));
      }();
      return joined ? Ending::kHyphen : Ending::kOpen;
    }
    end = before;
  }
  return quotation ? Ending::kQuotation : Ending::kOpen;
}

bool ends_with_dependent_word(std::string_view line) {
  if (line.empty()) return false;
  if (std::string_view("/$#(-").find(line.back()) != std::string_view::npos || line.ends_with("–") || line.ends_with("§"))
    return true;
  if (line.back() == '.') line.remove_suffix(1);
  const auto word = folded_last_word(line);
  return holds(kDependentWords, word) || holds(kAbbreviations, word);
}

Enumerator enumerator_at(std::string_view line, unsigned most) {
  if (line.empty()) return {};
  auto found = line.front() == '(' ? bracketed_at(line) : outline_at(line);
  if (!found && line.front() != '(') found = lettered_at(line);
  if (!found) found = bullet_at(line);
  if (!found) found = heading_at(line);
  if (found.value > most) return {};
  if (!found || found.style == EnumeratorStyle::kHeading) return found;
  if (found.size < line.size()) {
    std::size_t at = found.size;
    if (!is_white_space(next_code_point(line, at))) return found.style == EnumeratorStyle::kBullet ? found : Enumerator{};
    found.size = at;
  }
  const auto rest = line.substr(found.size);
  found.weighty =
      rest.empty() || starts_with_upper(rest) || starts_with_quotation(rest) || is_opening_bracket(code_point_at(rest, 0));
  return found;
}

bool starts_with_lower(std::string_view line) {
  const char32_t c = code_point_at(line, 0);
  if (!is_letter(c) || is_upper(c)) return false;
  return c < 0x2E80 || c >= 0x1F000 || is_lower(c);  // ideographs and kana are written without spaces: no word, no wrap
}

bool starts_with_upper(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = next_code_point(line, at);
    if (!is_opening_bracket(c) && c != U'*' && c != U'¿' && c != U'¡') return is_upper(c);
  }
  return false;
}

bool starts_with_quotation(std::string_view line) {
  std::size_t at = 0;
  if (line.empty()) return false;
  const char32_t c = next_code_point(line, at);
  const char32_t after = code_point_at(line, at);
  if (c == U'”' || c == U'»') return false;
  if (c == U'"' || c == U'\'')
    return after != 0 && !is_white_space(after) && !is_closing_bracket(after) && after != U'.' && after != U',';
  return is_double_quote(c) || c == U'‘';
}

}  // namespace travaux
