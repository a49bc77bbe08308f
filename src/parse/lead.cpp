#include "parse/lead.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <charconv>

#include "parse/families.h"
#include "parse/ordinals.h"
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
      R"((\d{1,3}(?:\.\d{1,4}){1,4}))" + kSuffix + R"((\]?[.):]?~*[\-–—]?~*))"));
  return pattern;
}

constexpr char kOrdinal[] = R"((bis|ter|quater|quinquies|sexies)\b)";

/// "3." "3)" "3 bis." "3º" or "(3)" "(3bis)" or "3.bis" "3bis" or "3 –" "3": each with its digits, the first three with their
/// suffix.
const RE2& arabic_pattern() {
  static const RE2 pattern(pattern_of(
      std::string(R"((?:(\d{1,4})(?:)") + kSuffix + R"([.)、．]|\.?[º°][.)]?)(?:~*[\-–—])?|\((\d{1,4}))" + kSuffix +
      R"(\)|(\d{1,3})\.?~?)" + kOrdinal + R"([.)]?|(\d{1,2})(?:~+[\-–—]|~))(~+|$|[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]))"));
  return pattern;
}

const RE2& letter_pattern() {
  static const RE2 pattern(pattern_of(
      R"((?:\(([A-Za-z]{1,5})\)|([A-Za-z]{1,5})\)|([A-Za-z]|[ivxIVX]{2,5})\.(?:~*[\-–—])?|([IVX]{1,6})~*[\-–—])(~+|$|[\[“"]))"));
  return pattern;
}

/// "Article 4", "ARTÍCULO DÉCIMO PRIMERO.-", "Art. 1er", "§ 3", "Artigo 2.º-A". The number is a figure with or without an
/// ordinal's ending, a Roman numeral or a word.
const RE2& word_pattern() {
  static const RE2 pattern(
      pattern_of(std::string(R"((?:([\pL]{3,9})\.?~+|(§)~*)(\d{1,4}|[IVXLC]{1,7}\b|[ivxlc]{1,7}\b|)") + ordinal_tens_pattern() +
                 R"((?:~+|-)\pL+|\pL+)(\.?[º°ª]|(?:er|ère|ro|do|to|mo|vo|no|ra|da|ta|ma|va|na|st|nd|rd|th|o)\b|))" +
                 R"((?:~?(bis|ter|quater|quinquies|sexies|alt)\b|-?([A-Za-z])\b)?)" + R"((\]?~*[.:)]?~*[.\-–—]*~*))"));
  return pattern;
}

/// "PRIMERO.-", "Second.", "DÉCIMO SEGUNDA:".
const RE2& ordinal_pattern() {
  static const RE2 pattern(
      pattern_of("(" + ordinal_tens_pattern() + R"((?:~+|-)\pL+|\pL{3,14})(\]?(?:\.~*[\-–—]*|:|~*[\-–—]+)~*)(~|$|.))"));
  return pattern;
}

const RE2& marked_pattern() {
  static const RE2 pattern(
      pattern_of(std::string(R"(\(?((?:PP|OP)~?(\d{1,3})(\.\d{1,3})?)") + kSuffix + R"()(?:\)|\])?[.:)]?(~+|$))"));
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

std::string_view view(const re2::StringPiece& piece) { return {piece.data(), piece.size()}; }

std::string trimmed(std::string_view text) {
  while (!text.empty() && std::string_view(" \t.:)-").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return fold_white_space(text);
}

void set_suffix(Lead& lead, const re2::StringPiece& word, const re2::StringPiece& letter) {
  lead.suffix = word.empty() ? std::string(letter) : std::string(word);
}

/// A letter of the scripts of East Asia, which put no space after a number.
bool is_ideograph(char32_t c) { return c >= 0x2E80 && c < 0x1F000 && is_letter(c); }

bool lead_ends_well(std::string_view paragraph, std::size_t end) {
  if (end >= paragraph.size()) return true;
  std::size_t at = end;
  const char32_t next = next_code_point(paragraph, at);
  std::size_t back = end;
  const char32_t last = previous_code_point(paragraph, back);
  // "1.1.Establish" is set apart by its mark; "1.5may" is one word.
  const bool glued = (is_digit(last) || is_letter(last)) && !is_ideograph(next);
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
  // "paragraph 1.2. The …" goes on with a sentence, "Action 1.2: …" does not.
  const bool label =
      noun.empty() || std::islower(static_cast<unsigned char>(noun[0])) == 0 || view(tail).find(':') != std::string_view::npos;
  if (!label) return std::nullopt;
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
  std::size_t at = offset(paragraph, tail);
  const bool glued = !tail.empty() && !is_white_space(next_code_point(paragraph, at));
  const std::size_t end = offset(paragraph, tail) + (glued ? 0 : tail.size());
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
  re2::StringPiece both, right, dotted, dashed, tail;
  const re2::StringPiece input(paragraph.data(), paragraph.size());
  if (!RE2::PartialMatch(input, letter_pattern(), &both, &right, &dotted, &dashed, &tail)) return std::nullopt;
  const re2::StringPiece& mark = !both.empty() ? both : !right.empty() ? right : !dotted.empty() ? dotted : dashed;
  const std::string letters(mark);
  const int roman = roman_value(letters);
  const bool upper = std::isupper(static_cast<unsigned char>(letters[0])) != 0;
  const bool doubled = letters.size() == 2 && letters[0] == letters[1];
  if (letters.size() > 1 && roman == 0 && !doubled) return std::nullopt;
  Lead lead;
  const int place = std::tolower(static_cast<unsigned char>(letters[0])) - 'a' + 1 + (doubled ? 26 : 0);
  if (dashed.empty() && (letters.size() == 1 || (doubled && roman == 0))) {
    lead.style = upper ? LeadStyle::kUpper : LeadStyle::kLower;
    lead.values = {place};
    lead.alternative = roman;
  } else {
    lead.style = upper ? LeadStyle::kUpRoman : LeadStyle::kLowRoman;
    lead.values = {roman};
    lead.alternative = doubled ? place : 0;
  }
  if (!dashed.empty() && roman == 0) return std::nullopt;
  const std::size_t begin = offset(paragraph, mark) - (both.empty() ? 0 : 1);
  std::size_t end = dotted.empty() && dashed.empty() ? offset(paragraph, mark) + mark.size() + 1 : offset(paragraph, tail);
  while (end < paragraph.size()) {
    std::size_t next = end;
    if (!is_white_space(next_code_point(paragraph, next))) break;
    end = next;
  }
  lead.span = {begin, end};
  lead.number = (upper && !dotted.empty()) || !dashed.empty() ? letters : "(" + letters + ")";
  lead.alone = end >= paragraph.size();
  return lead;
}

bool is_upper_at(std::string_view text, std::size_t at) { return is_upper(next_code_point(text, at)); }

int value_of(std::string_view text) {
  if (!text.empty() && std::isdigit(static_cast<unsigned char>(text[0])) != 0) return number(text);
  if (const int roman = roman_value(text)) return roman;
  return spelled_value(text);
}

/// Whether the number's word or figure breaks off within a word: "Article IInd".
bool splits_word(std::string_view paragraph, std::size_t end) {
  if (end >= paragraph.size()) return false;
  const char32_t next = next_code_point(paragraph, end);
  return is_letter(next) || is_digit(next);
}

/// "Article L. 123-4", "Art. R. 12": of a code, by its part and book.
std::optional<Lead> find_code_article(std::string_view paragraph) {
  static const RE2 kPattern(pattern_of(
      R"((([\pL]{3,9})\.?~+[LRDA]\*?\.?~?\d{1,4}(?:-\d{1,3}){0,4}(?:~(?:bis|ter|quater|quinquies)\b)?)(~*[.:]?~*[.\-–—]*(?:~+|$)))"));
  re2::StringPiece printed, noun, tail;
  if (!RE2::PartialMatch(re2::StringPiece(paragraph.data(), paragraph.size()), kPattern, &printed, &noun, &tail))
    return std::nullopt;
  if (!families().article_words.contains(plain(view(noun))) || !is_upper_at(paragraph, offset(paragraph, noun)))
    return std::nullopt;
  const std::size_t digits = view(printed).find_last_of("0123456789");
  const std::size_t first = view(printed).substr(0, digits).find_last_not_of("0123456789") + 1;
  Lead lead;
  lead.style = LeadStyle::kArticle;
  lead.values = {number(view(printed).substr(first))};
  lead.number = fold_white_space(view(printed));
  lead.span = {offset(paragraph, printed), offset(paragraph, tail) + tail.size()};
  lead.alone = lead.span.end >= paragraph.size();
  return lead;
}

std::optional<Lead> find_word(std::string_view paragraph) {
  if (auto lead = find_code_article(paragraph)) return lead;
  re2::StringPiece noun, sign, value, ordinal, word, letter, tail;
  if (!RE2::PartialMatch(re2::StringPiece(paragraph.data(), paragraph.size()), word_pattern(), &noun, &sign, &value, &ordinal,
                         &word, &letter, &tail))
    return std::nullopt;
  if (noun.empty()) noun = sign;
  const std::string name = plain(view(noun));
  const bool article = families().article_words.contains(name);
  if (!article && !families().part_words.contains(name)) return std::nullopt;
  // "article 5 of the Charter" within a sentence begins in lower case; a heading does not.
  if (std::islower(static_cast<unsigned char>(noun[0])) != 0) return std::nullopt;
  const bool figure = std::isdigit(static_cast<unsigned char>(value[0])) != 0;
  if ((!figure && !ordinal.empty()) || (tail.empty() && splits_word(paragraph, offset(paragraph, tail)))) return std::nullopt;
  Lead lead;
  lead.style = article ? LeadStyle::kArticle : LeadStyle::kPart;
  lead.values = {value_of(view(value))};
  if (lead.values[0] == 0) return std::nullopt;
  set_suffix(lead, word, letter);
  const std::size_t begin = offset(paragraph, noun);
  const std::size_t end = offset(paragraph, tail) + tail.size();
  lead.span = {begin, end};
  // "Artículo 1.º", "Art. 1er", "§1": the same numbers whether the ordinal's ending and the space are typed or not.
  const std::size_t value_end = offset(paragraph, value) + value.size();
  const std::size_t after = value_end + ordinal.size();
  const std::string before = sign.empty() ? std::string(paragraph.substr(begin, value_end - begin)) : "§ " + std::string(value);
  lead.number = trimmed(before + std::string(paragraph.substr(after, offset(paragraph, tail) - after)));
  lead.alone = end >= paragraph.size();
  return lead;
}

/// An ordinal by itself: its mark sets it apart, and a sentence begins after it.
std::optional<Lead> find_ordinal(std::string_view paragraph) {
  re2::StringPiece words, tail;
  if (!RE2::PartialMatch(re2::StringPiece(paragraph.data(), paragraph.size()), ordinal_pattern(), &words, &tail))
    return std::nullopt;
  const std::size_t begin = offset(paragraph, words);
  const std::size_t end = offset(paragraph, tail) + tail.size();
  std::size_t at = begin;
  if (!is_upper(next_code_point(paragraph, at)) || goes_on_in_lower_case(paragraph, end)) return std::nullopt;
  Lead lead;
  lead.style = LeadStyle::kOrdinal;
  lead.values = {spelled_value(view(words))};
  if (lead.values[0] == 0) return std::nullopt;
  lead.number = fold_white_space(view(words));
  lead.span = {begin, end};
  lead.alone = end >= paragraph.size();
  return lead;
}

std::optional<Lead> find_marked(std::string_view paragraph) {
  re2::StringPiece mark, digits, part, word, letter, tail;
  if (!RE2::PartialMatch(re2::StringPiece(paragraph.data(), paragraph.size()), marked_pattern(), &mark, &digits, &part, &word,
                         &letter, &tail))
    return std::nullopt;
  Lead lead;
  lead.style = LeadStyle::kMarked;
  lead.values = {number({digits.data(), digits.size()})};
  set_suffix(lead, word, letter);
  const std::size_t begin = offset(paragraph, mark);
  const std::size_t end = offset(paragraph, tail) + tail.size();
  lead.span = {begin > 0 && paragraph[begin - 1] == '(' ? begin - 1 : begin, end};
  // One number however it is typed: "OP 5 bis" is OP5 bis, "OP5.1" comes after OP5.
  lead.number =
      std::string(mark.substr(0, 2)) + std::string(digits) + std::string(part) + (word.empty() ? "" : " ") + lead.suffix;
  lead.suffix.insert(0, std::string(part));
  lead.alone = end >= paragraph.size();
  return lead;
}

/// The value of a number in ideographs below a thousand: "十二" is 12.
int ideographic_value(std::string_view text) {
  static constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  int total = 0;
  int digit = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const int unit = c == U'十' ? 10 : c == U'百' ? 100 : 0;
    const std::size_t found = kDigits.find(c);
    if (unit > 0) {
      total += (digit == 0 ? 1 : digit) * unit;
      digit = 0;
    } else if (found != std::u32string_view::npos) {
      digit = digit * 10 + static_cast<int>(found);
    }
  }
  return total + digit;
}

/// "第四条" is Article 4, "第二章" Chapter 2.
std::optional<Lead> find_ideographic(std::string_view paragraph) {
  static const RE2 kPattern(
      pattern_of(R"((第(\d{1,4}|[〇一二三四五六七八九十百]{1,6})(?:(条|條|조)|[章节節编編]))(?:~|[、：:.．])*)"));
  re2::StringPiece printed, value, article;
  const re2::StringPiece input(paragraph.data(), paragraph.size());
  re2::StringPiece rest = input;
  if (!RE2::PartialMatch(input, kPattern, &printed, &value, &article) || !RE2::Consume(&rest, kPattern)) return std::nullopt;
  const bool figures = std::isdigit(static_cast<unsigned char>(value[0])) != 0;
  Lead lead;
  lead.style = article.empty() ? LeadStyle::kPart : LeadStyle::kArticle;
  lead.values = {figures ? number(view(value)) : ideographic_value(view(value))};
  lead.number = std::string(printed);
  lead.span = {offset(paragraph, printed), paragraph.size() - rest.size()};
  lead.alone = rest.empty();
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

std::optional<Lead> find_any_lead(std::string_view paragraph) {
  if (auto lead = find_decimal(paragraph)) return lead;
  if (auto lead = find_arabic(paragraph)) return lead;
  if (auto lead = find_letter(paragraph)) return lead;
  if (auto lead = find_marked(paragraph)) return lead;
  if (auto lead = find_word(paragraph)) return lead;
  if (auto lead = find_ideographic(paragraph)) return lead;
  return find_ordinal(paragraph);
}

bool needs_sequence(const Lead& lead) {
  const auto is_long = [](int value) { return value >= kFirstLongNumber; };
  if (lead.style == LeadStyle::kDecimal) return std::any_of(lead.values.begin(), lead.values.end(), is_long);
  const bool numbered = lead.style == LeadStyle::kArabic || lead.style == LeadStyle::kPart;
  return lead.style == LeadStyle::kOrdinal || (numbered && is_long(lead.value()));
}

std::optional<Lead> find_lead(std::string_view paragraph) {
  auto lead = find_any_lead(paragraph);
  return lead && !needs_sequence(*lead) ? lead : std::nullopt;
}

std::string noun_of(const Lead& lead) {
  if (lead.style != LeadStyle::kArticle && lead.style != LeadStyle::kPart) return {};
  return plain(std::string_view(lead.number).substr(0, lead.number.find_first_of(" .")));
}

}  // namespace travaux
