#include "parse/lead.h"

#include <re2/re2.h>

#include <cctype>
#include <charconv>

#include "parse/families.h"
#include "text/unicode.h"

namespace travaux {

namespace {

constexpr char kSpaces[] = R"(\s\x{A0}\x{2000}-\x{200B}\x{202F}\x{3000}\x{FEFF})";

// In these patterns `~` stands for white space of any kind. Opening brackets and space may stand before a number; what follows
// it must be space or the paragraph's end.
std::string pattern_of(std::string_view text) {
  std::string pattern = std::string(R"(^[\[)") + kSpaces + "]*";
  for (const char c : text) pattern += c == '~' ? std::string("[") + kSpaces + "]" : std::string(1, c);
  return pattern;
}

constexpr char kSuffix[] = R"((?:~?(bis|ter|quater|quinquies|sexies|alt)\b|([A-Za-z])\b)?)";

/// A word may introduce the number: "Action 1.1:", "Acción 2.3".
const RE2& decimal_pattern() {
  static const RE2 pattern(pattern_of(
      std::string(
          R"(((?i:action|activity|item|measure|paragraph|recommendation|acci[oó]n|actividad|medida|p[aá]rrafo|punto|numeral)~+)?)") +
      R"((\d{1,3}(?:\.\d{1,3}){1,4}))" + kSuffix + R"((\]?[.):]?~*[\-–—]?~*))"));
  return pattern;
}

constexpr char kOrdinal[] = R"((bis|ter|quater|quinquies|sexies)\b)";

/// "3." "3)" "3 bis." or "(3)" "(3bis)" or "3.bis" "3bis" or "3 –" "3": each with its digits, the first three with their suffix.
const RE2& arabic_pattern() {
  static const RE2 pattern(pattern_of(std::string(R"((?:(\d{1,3}))") + kSuffix + R"([.)](?:~*[\-–—])?|\((\d{1,3}))" + kSuffix +
                                      R"(\)|(\d{1,3})\.?~?)" + kOrdinal + R"([.)]?|(\d{1,2})(?:~+[\-–—]|~))(~+|$))"));
  return pattern;
}

const RE2& letter_pattern() {
  static const RE2 pattern(pattern_of(R"((?:\(([A-Za-z]{1,5})\)|([A-Za-z]{1,5})\)|([A-Za-z]|[ivxIVX]{2,5})\.)(~+|$|[\[“"]))"));
  return pattern;
}

const RE2& word_pattern() {
  static const RE2 pattern(pattern_of(std::string(R"(([\pL]{3,9})\.?~+(\d{1,3}|[IVXLC]{1,7}|[ivxlc]{1,7}|\pL+)[º°ª]?)") +
                                      kSuffix + R"((\]?~*[.:)]?~*[.\-–—]*~*))"));
  return pattern;
}

const RE2& marked_pattern() {
  static const RE2 pattern(pattern_of(std::string(R"(\(?((?:PP|OP)~?(\d{1,3}))") + kSuffix + R"()\)?[.:)]?(~+|$))"));
  return pattern;
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::size_t offset(std::string_view paragraph, const re2::StringPiece& piece) {
  return static_cast<std::size_t>(piece.data() - paragraph.data());
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && std::string_view(" \t.:)-").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return fold_white_space(text);
}

void set_suffix(Lead& lead, const re2::StringPiece& word, const re2::StringPiece& letter) {
  lead.suffix = word.empty() ? std::string(letter) : std::string(word);
}

bool lead_ends_well(std::string_view paragraph, std::size_t end) {
  if (end >= paragraph.size()) return true;
  std::size_t at = end;
  const char32_t next = next_code_point(paragraph, at);
  std::size_t back = end;
  const char32_t last = previous_code_point(paragraph, back);
  // "1.1.Establish" is set apart by its mark; "1.5may" is one word.
  const bool glued = is_digit(last) || is_letter(last);
  return is_white_space(last) || (!glued && is_letter(next)) || next == U'[' || is_double_quote(next);
}

/// "Paragraph 2.1 of the Declaration …": a sentence, not a number with its noun.
bool goes_on_in_lower_case(std::string_view paragraph, std::size_t end) {
  return end < paragraph.size() && is_lower(next_code_point(paragraph, end));
}

std::optional<Lead> find_decimal(std::string_view paragraph) {
  re2::StringPiece noun, digits, word, letter, tail;
  if (!RE2::PartialMatch(re2::StringPiece(paragraph.data(), paragraph.size()), decimal_pattern(), &noun, &digits, &word, &letter,
                         &tail))
    return std::nullopt;
  Lead lead;
  lead.style = LeadStyle::kDecimal;
  const std::size_t begin = offset(paragraph, digits);
  const std::size_t end = offset(paragraph, tail) + tail.size();
  // "1.5 million" and "2.1%" are figures; a number goes on to a word that begins a sentence.
  if (!lead_ends_well(paragraph, end) || (!noun.empty() && goes_on_in_lower_case(paragraph, end))) return std::nullopt;
  // "[1.5] Keep …" brackets the number alone; "[1.5 Keep …]" the item.
  const bool bracketed = !tail.empty() && tail[0] == ']' && begin > 0 && paragraph[begin - 1] == '[';
  if (!tail.empty() && tail[0] == ']' && !bracketed) return std::nullopt;
  lead.span = {noun.empty() ? begin - (bracketed ? 1 : 0) : offset(paragraph, noun), end};
  set_suffix(lead, word, letter);
  lead.number = trimmed(paragraph.substr(begin, offset(paragraph, tail) - begin));
  std::string_view rest(digits.data(), digits.size());
  for (std::size_t dot = 0; dot != std::string_view::npos;
       rest.remove_prefix(dot == std::string_view::npos ? rest.size() : dot + 1)) {
    dot = rest.find('.');
    lead.values.push_back(number(rest.substr(0, dot)));
  }
  lead.alone = end >= paragraph.size();
  return lead;
}

/// Whether a sentence or a bracket begins at `end`: "10 delegations …" is a sentence, "1 Coordination" a heading.
bool begins_anew(std::string_view paragraph, std::size_t end) {
  if (end >= paragraph.size()) return false;
  const char32_t next = next_code_point(paragraph, end);
  return is_upper(next) || next == U'[';
}

std::optional<Lead> find_arabic(std::string_view paragraph) {
  re2::StringPiece plain_digits, word, letter, enclosed, enclosed_word, enclosed_letter, ordinal_digits, ordinal, bare, tail;
  if (!RE2::PartialMatch(re2::StringPiece(paragraph.data(), paragraph.size()), arabic_pattern(), &plain_digits, &word, &letter,
                         &enclosed, &enclosed_word, &enclosed_letter, &ordinal_digits, &ordinal, &bare, &tail)) {
    return std::nullopt;
  }
  const re2::StringPiece& digits = !plain_digits.empty()     ? plain_digits
                                   : !enclosed.empty()       ? enclosed
                                   : !ordinal_digits.empty() ? ordinal_digits
                                                             : bare;
  if (word.empty()) word = !enclosed_word.empty() ? enclosed_word : ordinal;
  if (letter.empty()) letter = enclosed_letter;
  const std::size_t end = offset(paragraph, tail) + tail.size();
  if (!bare.empty() && (!begins_anew(paragraph, end) || paragraph[end] == '[')) return std::nullopt;
  if (!ordinal_digits.empty() && !begins_anew(paragraph, end)) return std::nullopt;
  Lead lead;
  lead.values = {number({digits.data(), digits.size()})};
  set_suffix(lead, word, letter);
  const std::size_t begin = enclosed.empty() ? offset(paragraph, digits) : offset(paragraph, enclosed) - 1;
  lead.span = {begin, end};
  lead.number = std::string(digits) + (word.empty() ? "" : " ") + lead.suffix;
  lead.alone = end >= paragraph.size();
  return lead;
}

std::optional<Lead> find_letter(std::string_view paragraph) {
  re2::StringPiece both, right, dotted;
  const re2::StringPiece input(paragraph.data(), paragraph.size());
  if (!RE2::PartialMatch(input, letter_pattern(), &both, &right, &dotted)) return std::nullopt;
  const re2::StringPiece& mark = !both.empty() ? both : !right.empty() ? right : dotted;
  const std::string letters(mark);
  const int roman = roman_value(letters);
  const bool upper = std::isupper(static_cast<unsigned char>(letters[0])) != 0;
  const bool doubled = letters.size() == 2 && letters[0] == letters[1];
  if (letters.size() > 1 && roman == 0 && !doubled) return std::nullopt;
  Lead lead;
  const int place = std::tolower(static_cast<unsigned char>(letters[0])) - 'a' + 1 + (doubled ? 26 : 0);
  if (letters.size() == 1 || (doubled && roman == 0)) {
    lead.style = upper ? LeadStyle::kUpper : LeadStyle::kLower;
    lead.values = {place};
    lead.alternative = roman;
  } else {
    lead.style = upper ? LeadStyle::kUpRoman : LeadStyle::kLowRoman;
    lead.values = {roman};
    lead.alternative = doubled ? place : 0;
  }
  const std::size_t begin = offset(paragraph, mark) - (both.empty() ? 0 : 1);
  std::size_t end = offset(paragraph, mark) + mark.size() + 1;
  while (end < paragraph.size()) {
    std::size_t next = end;
    if (!is_white_space(next_code_point(paragraph, next))) break;
    end = next;
  }
  lead.span = {begin, end};
  lead.number = upper && !dotted.empty() ? letters : "(" + letters + ")";
  lead.alone = end >= paragraph.size();
  return lead;
}

int spelled_value(std::string_view text) {
  if (!text.empty() && std::isdigit(static_cast<unsigned char>(text[0])) != 0) return number(text);
  if (const int roman = roman_value(text)) return roman;
  static const std::vector<std::vector<std::string>> kOrdinals = {
      {"one", "first", "primero", "primera", "uno", "unico"}, {"two", "second", "segundo", "segunda", "dos"},
      {"three", "third", "tercero", "tercera", "tres"},       {"four", "fourth", "cuarto", "cuarta", "cuatro"},
      {"five", "fifth", "quinto", "quinta", "cinco"},         {"six", "sixth", "sexto", "sexta", "seis"},
      {"seven", "seventh", "septimo", "septima", "siete"},    {"eight", "eighth", "octavo", "octava", "ocho"}};
  const std::string word = plain(text);
  for (std::size_t i = 0; i < kOrdinals.size(); ++i) {
    for (const std::string& ordinal : kOrdinals[i]) {
      if (word == ordinal) return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

std::optional<Lead> find_word(std::string_view paragraph) {
  re2::StringPiece noun, value, word, letter, tail;
  if (!RE2::PartialMatch(re2::StringPiece(paragraph.data(), paragraph.size()), word_pattern(), &noun, &value, &word, &letter,
                         &tail))
    return std::nullopt;
  const std::string name = plain(std::string_view(noun.data(), noun.size()));
  const bool article = families().article_words.contains(name);
  if (!article && !families().part_words.contains(name)) return std::nullopt;
  // "article 5 of the Charter" within a sentence begins in lower case; a heading does not.
  if (std::islower(static_cast<unsigned char>(noun[0])) != 0) return std::nullopt;
  Lead lead;
  lead.style = article ? LeadStyle::kArticle : LeadStyle::kPart;
  lead.values = {spelled_value({value.data(), value.size()})};
  if (lead.values[0] == 0) return std::nullopt;
  set_suffix(lead, word, letter);
  const std::size_t begin = offset(paragraph, noun);
  const std::size_t end = offset(paragraph, tail) + tail.size();
  lead.span = {begin, end};
  lead.number = trimmed(paragraph.substr(begin, offset(paragraph, tail) - begin));
  lead.alone = end >= paragraph.size();
  return lead;
}

std::optional<Lead> find_marked(std::string_view paragraph) {
  re2::StringPiece mark, digits, word, letter, tail;
  if (!RE2::PartialMatch(re2::StringPiece(paragraph.data(), paragraph.size()), marked_pattern(), &mark, &digits, &word, &letter,
                         &tail))
    return std::nullopt;
  Lead lead;
  lead.style = LeadStyle::kMarked;
  lead.values = {number({digits.data(), digits.size()})};
  set_suffix(lead, word, letter);
  const std::size_t begin = offset(paragraph, mark);
  const std::size_t end = offset(paragraph, tail) + tail.size();
  lead.span = {begin > 0 && paragraph[begin - 1] == '(' ? begin - 1 : begin, end};
  lead.number = std::string(mark);
  std::erase(lead.number, ' ');
  lead.alone = end >= paragraph.size();
  return lead;
}

}  // namespace

int roman_value(std::string_view numeral) {
  static const RE2 kRoman(R"((?i)(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))");
  if (numeral.empty() || !RE2::FullMatch(re2::StringPiece(numeral.data(), numeral.size()), kRoman)) return 0;
  int total = 0;
  int last = 0;
  for (auto it = numeral.rbegin(); it != numeral.rend(); ++it) {
    const char c = static_cast<char>(std::toupper(static_cast<unsigned char>(*it)));
    const int digit = c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : c == 'L' ? 50 : 100;
    total += digit < last ? -digit : digit;
    last = digit;
  }
  return total;
}

std::optional<Lead> find_lead(std::string_view paragraph) {
  if (auto lead = find_decimal(paragraph)) return lead;
  if (auto lead = find_arabic(paragraph)) return lead;
  if (auto lead = find_letter(paragraph)) return lead;
  if (auto lead = find_marked(paragraph)) return lead;
  return find_word(paragraph);
}

}  // namespace travaux
