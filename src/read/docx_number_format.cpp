#include "read/docx_number_format.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <array>
#include <utility>

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

/// ICU's formatter for one of Word's formats.
std::shared_ptr<icu::RuleBasedNumberFormat> speller_for(std::string_view format, const std::string& language) {
  const bool figures = format == "ordinal";
  UErrorCode status = U_ZERO_ERROR;
  auto speller = std::make_shared<icu::RuleBasedNumberFormat>(figures ? icu::URBNF_ORDINAL : icu::URBNF_SPELLOUT,
                                                              icu::Locale(language.c_str()), status);
  if (U_FAILURE(status) != 0) return nullptr;
  const char* rule = figures ? "%digits-ordinal" : (format == "cardinalText" ? "%spellout-cardinal" : "%spellout-ordinal");
  for (const auto& name : {std::string(rule) + "-masculine", std::string(rule)}) {  // languages have the one or the other
    status = U_ZERO_ERROR;
    speller->setDefaultRuleSet(icu::UnicodeString::fromUTF8(name), status);
    if (U_SUCCESS(status) != 0) break;
  }
  return speller;
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

std::string NumberPrinter::spelled(int value, std::string_view format) {
  auto found = spellers_.find(format);
  if (found == spellers_.end()) found = spellers_.emplace(format, speller_for(format, language_)).first;
  if (!found->second) return std::to_string(value);
  icu::UnicodeString text;
  found->second->format(static_cast<std::int32_t>(value), text);
  std::string utf8;
  text.toUTF8String(utf8);
  return format == "ordinal" ? utf8 : capitalised(utf8, language_);
}

std::string NumberPrinter::print(int value, std::string_view format) {
  if (format == "none" || format == "bullet") return {};
  if (format == "upperRoman") return roman(value);
  if (format == "lowerRoman") return lowered(roman(value));
  if (format == "upperLetter") return letters(value);
  if (format == "lowerLetter") return lowered(letters(value));
  if (format == "decimalZero") return fmt::format("{:02}", value);
  if (format == "numberInDash") return fmt::format("- {} -", value);
  if (format == "hex") return fmt::format("{:X}", value);
  if (format == "ordinal" || format == "cardinalText" || format == "ordinalText") return spelled(value, format);
  return std::to_string(value);
}

}  // namespace travaux
