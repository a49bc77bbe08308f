// One text as typists, word processors and mail programs render it: the words stay, the typography does not.
#pragma once

#include <random>

#include "support/texts.h"

namespace travaux::testing {

enum class Kind {
  kNoBreakSpaces,
  kDoubleSpaces,
  kTabs,
  kSoftHyphens,
  kZeroWidth,
  kStraightQuotes,
  kGuillemets,
  kGermanQuotes,
  kDecomposed,
  kTrailingSpaces,
  kBlankLines,
  kWrapped,
  kCrlf,
  kLineSeparators,
};
inline constexpr int kKinds = 14;

/// Renders with the seed's choices; the same seed gives the same bytes on every machine.
class Noisy {
 public:
  explicit Noisy(unsigned seed) : random_(seed) {}

  std::string render(std::string text, Kind kind) {
    switch (kind) {
      case Kind::kNoBreakSpaces:
        return at_spaces(text, {"\u00A0", "\u202F", "\u2003"});
      case Kind::kDoubleSpaces:
        return at_spaces(text, {"  ", "   "});
      case Kind::kTabs:
        return at_spaces(text, {"\t", " \t"});
      case Kind::kSoftHyphens:
        return in_words(text, {"\u00AD"});
      case Kind::kZeroWidth:
        return in_words(text, {"\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF"});
      case Kind::kStraightQuotes:
        return straight_quotes(text);
      case Kind::kGuillemets:
        return replace_all(replace_all(text, "“", "«"), "”", "»");
      case Kind::kGermanQuotes:
        return replace_all(replace_all(text, "“", "„"), "”", "“");
      case Kind::kDecomposed:
        return decomposed(text);
      case Kind::kTrailingSpaces:
        return replace_all(text, "\n", "  \t\n");
      case Kind::kBlankLines:
        return replace_all(text, "\n", "\n\n");
      case Kind::kWrapped:
        return wrapped(replace_all(text, "\n", "\n\n"), 68 + below(9));
      case Kind::kCrlf:
        return replace_all(text, "\n", "\r\n");
      case Kind::kLineSeparators:
        return replace_all(text, "\n", "\u2028");
    }
    return text;
  }

  /// Each kind with even odds, in the order in which they befall a text; one kind of quotation marks, one of line ends.
  std::string render_several(std::string text) {
    const Kind quotes[] = {Kind::kStraightQuotes, Kind::kGuillemets, Kind::kGermanQuotes};
    const Kind letters[] = {Kind::kSoftHyphens, Kind::kZeroWidth, Kind::kDecomposed};
    if (below(2) == 0) text = render(std::move(text), quotes[below(3)]);
    for (const Kind kind : letters) text = below(2) == 0 ? render(std::move(text), kind) : text;
    if (below(2) == 0) {  // `wrapped` lays the spaces out itself
      text = render(at_spaces(text, {"\u00A0"}), Kind::kWrapped);
    } else {
      for (const Kind kind : {Kind::kNoBreakSpaces, Kind::kDoubleSpaces, Kind::kTabs})
        text = below(2) == 0 ? render(std::move(text), kind) : text;
    }
    if (below(2) == 0) text = render(std::move(text), Kind::kTrailingSpaces);
    return below(3) == 0 ? render(std::move(text), Kind::kCrlf) : text;
  }

 private:
  unsigned below(unsigned bound) { return static_cast<unsigned>(random_()) % bound; }

  const std::string& one_of(const std::vector<std::string>& choices) {
    return choices[below(static_cast<unsigned>(choices.size()))];
  }

  std::string at_spaces(const std::string& text, const std::vector<std::string>& spaces) {
    std::string result;
    for (const char c : text) {
      if (c == ' ' && below(5) == 0) {
        result += one_of(spaces);
      } else {
        result += c;
      }
    }
    return result;
  }

  /// Between two ASCII letters of one word.
  std::string in_words(const std::string& text, const std::vector<std::string>& marks) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (i > 0 && letter(text[i - 1]) && letter(text[i]) && below(20) == 0) result += one_of(marks);
      result += text[i];
    }
    return result;
  }

  static std::string decomposed(std::string text) {
    const std::pair<const char*, const char*> kLetters[] = {
        {"á", "a\u0301"}, {"é", "e\u0301"}, {"í", "i\u0301"}, {"ó", "o\u0301"}, {"ú", "u\u0301"}, {"ñ", "n\u0303"},
        {"Á", "A\u0301"}, {"É", "E\u0301"}, {"Í", "I\u0301"}, {"Ó", "O\u0301"}, {"Ú", "U\u0301"}};
    for (const auto& [composed, apart] : kLetters) text = replace_all(std::move(text), composed, apart);
    return text;
  }

  std::mt19937 random_;
};

}  // namespace travaux::testing
