#include "read/docx_number_format.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include <array>
#include <utility>

#include "text/unicode.h"

namespace travaux {

namespace {

std::string roman(int value) {
  constexpr std::array<std::pair<int, const char*>, 13> kDigits{{{1000, "M"},
                                                                 {900, "CM"},
                                                                 {500, "D"},
                                                                 {400, "CD"},
                                                                 {100, "C"},
                                                                 {90, "XC"},
                                                                 {50, "L"},
                                                                 {40, "XL"},
                                                                 {10, "X"},
                                                                 {9, "IX"},
                                                                 {5, "V"},
                                                                 {4, "IV"},
                                                                 {1, "I"}}};
  constexpr int kLargest = 4999;
  if (value < 1 || value > kLargest) return std::to_string(value);
  std::string text;
  for (const auto& [worth, digits] : kDigits) {
    for (; value >= worth; value -= worth) text += digits;
  }
  return text;
}

std::string letters(int value) {
  constexpr int kAlphabet = 26;
  constexpr int kMostRepeats = 30;
  if (value < 1 || value > kAlphabet * kMostRepeats) return std::to_string(value);
  return std::string(static_cast<std::size_t>((value - 1) / kAlphabet) + 1, static_cast<char>('A' + (value - 1) % kAlphabet));
}

std::string lowered(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return text;
}

/// Spelled by ICU's rules for the language; the first of `rules` that it has. Figures where it has none.
std::string spelled(int value, icu::URBNFRuleSetTag kind, const std::string& language, std::initializer_list<const char*> rules) {
  UErrorCode status = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat format(kind, icu::Locale(language.c_str()), status);
  if (U_FAILURE(status) != 0) return std::to_string(value);
  for (const char* rule : rules) {
    status = U_ZERO_ERROR;
    format.setDefaultRuleSet(icu::UnicodeString::fromUTF8(rule), status);
    if (U_SUCCESS(status) != 0) break;
  }
  icu::UnicodeString text;
  format.format(static_cast<std::int32_t>(value), text);
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

std::string capitalised(const std::string& text, const std::string& language) {
  icu::UnicodeString whole = icu::UnicodeString::fromUTF8(text);
  if (whole.isEmpty()) return text;
  const auto length = whole.moveIndex32(0, 1);
  icu::UnicodeString first(whole, 0, length);
  first.toUpper(icu::Locale(language.c_str()));
  std::string utf8;
  whole.replace(0, length, first).toUTF8String(utf8);
  return utf8;
}

}  // namespace

std::string number_text(int value, std::string_view format, const std::string& language) {
  if (format == "none" || format == "bullet") return {};
  if (format == "upperRoman") return roman(value);
  if (format == "lowerRoman") return lowered(roman(value));
  if (format == "upperLetter") return letters(value);
  if (format == "lowerLetter") return lowered(letters(value));
  if (format == "decimalZero") return fmt::format("{:02}", value);
  if (format == "numberInDash") return fmt::format("- {} -", value);
  if (format == "hex") return fmt::format("{:X}", value);
  if (format == "ordinal") return spelled(value, icu::URBNF_ORDINAL, language, {"%digits-ordinal-masculine", "%digits-ordinal"});
  if (format == "cardinalText")
    return capitalised(spelled(value, icu::URBNF_SPELLOUT, language, {"%spellout-cardinal-masculine", "%spellout-cardinal"}),
                       language);
  if (format == "ordinalText")
    return capitalised(spelled(value, icu::URBNF_SPELLOUT, language, {"%spellout-ordinal-masculine", "%spellout-ordinal"}),
                       language);
  return std::to_string(value);
}

}  // namespace travaux
