#include "parse/ordinals.h"

#include <map>

#include "parse/families.h"

namespace travaux {

namespace {

std::map<std::string, int> values_of(const std::vector<std::vector<std::string>>& spellings, int step) {
  std::map<std::string, int> values;
  int value = 0;
  for (const auto& words : spellings) {
    value += step;
    for (const std::string& word : words) values[word] = value;
  }
  return values;
}

int find(const std::map<std::string, int>& values, const std::string& word) {
  const auto found = values.find(word);
  return found == values.end() ? 0 : found->second;
}

/// The word as it may be printed: each vowel with or without its accent.
std::string printed(const std::string& word) {
  std::string pattern;
  for (const char c : word) {
    const std::string_view accented = c == 'a' ? "á" : c == 'e' ? "éè" : c == 'i' ? "í" : c == 'o' ? "ó" : c == 'u' ? "ú" : "";
    pattern += accented.empty() ? std::string(1, c) : "[" + std::string(1, c) + std::string(accented) + "]";
  }
  return pattern;
}

}  // namespace

int spelled_value(std::string_view words) {
  static const std::map<std::string, int> kOnes = values_of(families().ordinals, 1);
  static const std::map<std::string, int> kTens = values_of(families().ordinal_tens, 10);
  const std::string text = plain(words);
  if (const int value = find(kOnes, text)) return value;
  if (const int value = find(kTens, text)) return value;
  const std::size_t gap = text.find_first_of(" -");
  if (gap == std::string::npos) return 0;
  const std::size_t next = text.find_first_not_of(" -", gap);
  const int tens = find(kTens, text.substr(0, gap));
  const int ones = next == std::string::npos ? 0 : find(kOnes, text.substr(next));
  return tens > 0 && ones > 0 && ones < 10 ? tens + ones : 0;
}

const std::string& ordinal_tens_pattern() {
  static const std::string kPattern = [] {
    std::string pattern;
    for (const auto& words : families().ordinal_tens) {
      for (const std::string& word : words) pattern += (pattern.empty() ? "" : "|") + printed(word);
    }
    return "(?i:" + pattern + ")";
  }();
  return kPattern;
}

}  // namespace travaux
