// Texts whose words carry a credit: what blame hands on from one draft to the next.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diff/tokens.h"

namespace travaux::blaming {

/// Tokens [begin, end) of a text.
struct Range {
  std::size_t begin = 0, end = 0;
  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
};

struct Word {
  TokenId form = kNoToken;   ///< by comparison form
  TokenId loose = kNoToken;  ///< by loose form
  bool content = false;      ///< carries meaning: no mark, no function word
  std::size_t credit = 0;    ///< index into the credits
};

/// Words that stood together and were struck together.
struct Struck {
  std::size_t at = 0;  ///< they stood before this word of the text as it is now
  std::vector<Word> words;
  bool fresh = false;  ///< struck in this very draft
};

struct CreditedText {
  std::vector<Word> words;
  std::vector<Struck> struck;  ///< in the order in which they went
};

/// Cuts texts into words; the forms of all texts it has read are numbered alike.
class WordReader {
 public:
  /// `text` must outlive the result.
  TokenText cut(std::string_view text) { return interner_.take(text); }
  /// Its words, without credit.
  std::vector<Word> words_of(const TokenText& text);

 private:
  Interner interner_;
  std::unordered_map<TokenId, bool> content_;  ///< by form
};

/// Several texts as one, in the order given.
CreditedText joined(std::vector<CreditedText> texts);

/// A text cut before the words `begins` (the first is 0). What was struck at a boundary goes with the text before it.
std::vector<CreditedText> divided(CreditedText text, const std::vector<std::size_t>& begins);

}  // namespace travaux::blaming
