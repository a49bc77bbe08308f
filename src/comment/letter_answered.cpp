#include "comment/letter_answered.h"

#include <re2/re2.h>

namespace travaux::letter {
namespace {

constexpr std::size_t kHeadLines = 4;  // of a message's head after "From:"

bool matches(std::string_view line, const RE2& pattern) {
  return RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), pattern);
}

bool is_rule(std::string_view line) {
  static const RE2 pattern(
      R"((?i)^\s*[-_=]{2,}\s*(?:original message|forwarded message|mensaje original|mensaje reenviado|begin forwarded message)|^\s*begin forwarded message\s*:)");
  return matches(line, pattern);
}

bool is_from(std::string_view line) {
  static const RE2 pattern(R"((?i)^[\s*]*(?:from|de)\s*:)");
  return matches(line, pattern);
}

bool is_head(std::string_view line) {
  static const RE2 pattern(R"((?i)^[\s*]*(?:sent|date|to|cc|subject|enviado(?: el)?|fecha|para|asunto)\s*:)");
  return matches(line, pattern);
}

/// "On 3 May 2026, at 10:12, A wrote:", a line of its own.
bool is_attribution(std::string_view line) {
  static const RE2 pattern(R"((?i)^\s*(?:on|el)\s.*\d.*(?:wrote|escribió|escribio)\s*:\s*$)");
  return matches(line, pattern);
}

/// A head of two fields or more, below lines of the letter's own.
bool opens_message(std::string_view letter, const std::vector<Paragraph>& lines, std::size_t i) {
  if (!is_from(lines[i].span.of(letter))) return false;
  for (std::size_t k = 0; k <= i; ++k) {
    if (k == i) return false;
    if (!is_head(lines[k].span.of(letter)) && !is_from(lines[k].span.of(letter))) break;
  }
  for (std::size_t k = i + 1; k < lines.size() && k <= i + kHeadLines; ++k) {
    if (is_head(lines[k].span.of(letter))) return true;
  }
  return false;
}

}  // namespace

std::size_t answered_from(std::string_view letter, const std::vector<Paragraph>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i].span.of(letter);
    if (is_rule(line) || opens_message(letter, lines, i)) return i;
    if (is_attribution(line) && i + 1 < lines.size() && !lines[i + 1].span.of(letter).starts_with('>')) return i;
  }
  return lines.size();
}

}  // namespace travaux::letter
