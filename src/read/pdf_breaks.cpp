#include "read/pdf_breaks.h"

#include <algorithm>
#include <cmath>

#include "read/cues.h"
#include "read/line_ends.h"
#include "travaux/text.h"

namespace travaux {

namespace {

/// "…; and", "…, y": the conjunction before the last point of a list is no part of how the point ends.
std::string_view without_conjunction(std::string_view line) {
  const auto space = line.rfind(' ');
  if (space == std::string_view::npos || space == 0 || !is_conjunction(line.substr(space + 1))) return line;
  const char before = line[space - 1];
  return before == ';' || before == ',' ? line.substr(0, space) : line;
}

std::size_t ending_at(std::string_view last) {
  const auto ending = ending_of(without_conjunction(last));
  constexpr std::size_t kDependent = 7;  ///< one more than there are endings
  if (ending == Ending::kOpen && ends_with_dependent_word(last)) return kDependent;
  return static_cast<std::size_t>(ending);
}

std::size_t start_of(std::string_view text) {
  enum { kLower, kUpper, kQuotation, kBullet, kNumber, kOther };
  if (const auto found = enumerator_at(text)) return found.style == EnumeratorStyle::kBullet ? kBullet : kNumber;
  if (starts_with_quotation(text)) return kQuotation;
  if (starts_with_lower(text)) return kLower;
  return starts_with_upper(text) ? kUpper : kOther;
}

std::string_view first_word(std::string_view text) { return text.substr(0, std::min(text.find(' '), text.size())); }

}  // namespace

void PdfBreaks::learn(std::string_view last, std::string_view text, bool breaks) {
  auto& seen = seen_[breaks ? 1 : 0];
  ++seen.all;
  ++seen.seams[ending_at(last)][start_of(text)];
  ++seen.words[std::string(first_word(text))];
}

double PdfBreaks::likelihood(const Seen& seen, std::size_t ending, std::size_t start, std::string_view word) {
  constexpr double kUnseen = 0.3;      ///< of one time that something was seen
  constexpr double kVocabulary = 400;  ///< words that might have begun a line
  const auto part = [&](double count, double kinds) {
    return std::log((count + kUnseen) / (static_cast<double>(seen.all) + kUnseen * kinds));
  };
  const auto found = seen.words.find(word);
  const auto words = found == seen.words.end() ? 0.0 : static_cast<double>(found->second);
  return part(static_cast<double>(seen.seams[ending][start]), kEndings * kStarts) + part(words, kVocabulary) +
         std::log(static_cast<double>(seen.all) + 1);
}

bool PdfBreaks::breaks(std::string_view last, std::string_view text, double by_chance) const {
  const auto ending = ending_at(last), start = start_of(text);
  const auto word = first_word(text);
  return likelihood(seen_[1], ending, start, word) + std::log(by_chance) > likelihood(seen_[0], ending, start, word);
}

}  // namespace travaux
