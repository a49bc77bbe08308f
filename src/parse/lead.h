// The printed number at the start of a paragraph: "1.", "2.1", "(a)", "iv)", "Article 4 bis".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "travaux/text.h"

namespace travaux {

enum class LeadStyle {
  kArabic,    ///< "1." "1)" "(1)"
  kDecimal,   ///< "2.1" and deeper
  kLower,     ///< "(a)" "a." "a)"
  kUpper,     ///< "A."
  kLowRoman,  ///< "(i)"
  kUpRoman,   ///< "II."
  kArticle,   ///< "Article 4"
  kPart,      ///< "Part II", "Chapter 3", "Section 1"
  kMarked,    ///< "PP1", "OP3": as drafts of resolutions are marked up
  kOrdinal,   ///< "PRIMERO.-", "Second."
};

struct Lead {
  LeadStyle style = LeadStyle::kArabic;
  std::vector<int> values;  ///< one for most styles, two or more for decimals
  std::string suffix;       ///< "bis", "ter", a letter: part of the number
  std::string number;       ///< as printed, without trailing marks: "2.1", "(a)", "Article 4 bis"
  Span span;                ///< in the paragraph's text, with its trailing marks ("1.", "(a)", "Article 4 –")
  int alternative = 0;      ///< where a letter may also be a roman numeral: the other value
  bool alone = false;       ///< nothing follows it in the paragraph

  int value() const { return values.empty() ? 0 : values.back(); }
};

/// The lead of a paragraph, if it has one. Opening square brackets may stand before it. Nothing for what numbers only in a
/// sequence.
std::optional<Lead> find_lead(std::string_view paragraph);

/// The same, with what numbers only in a sequence: "1000." may be a year, "First." a sentence.
std::optional<Lead> find_any_lead(std::string_view paragraph);

/// From here on a number may be a year or an amount: "1000.", "1.2025".
inline constexpr int kFirstLongNumber = 1000;

/// Whether the lead numbers only in a sequence.
bool needs_sequence(const Lead& lead);

/// The first word of an article's or a part's number in plain form: "article", "§".
std::string noun_of(const Lead& lead);

/// The value of a roman numeral in either case; 0 for anything else.
int roman_value(std::string_view numeral);

}  // namespace travaux
