// Texts as sequences of numbers, so that comparing words is comparing integers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "travaux/text.h"

namespace travaux {

using TokenId = std::uint32_t;

/// A text cut into tokens; equal ids mean equal comparison forms.
struct TokenText {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<TokenId> ids;    ///< by comparison form
  std::vector<TokenId> loose;  ///< by loose form; kNoToken for punctuation
  std::vector<TokenId> stems;  ///< by the loose form's stem; kNoToken for punctuation

  std::size_t size() const { return tokens.size(); }
  std::string_view word(std::size_t i) const { return tokens[i].span.of(text); }
};

inline constexpr TokenId kNoToken = 0;  ///< the empty form

/// Numbers forms from 1 in the order they are met; one interner serves one comparison.
class Interner {
 public:
  /// Stems are those of the language; without one, stems are loose forms.
  explicit Interner(std::string language = {}) : language_(std::move(language)) {}

  /// `text` must outlive the result.
  TokenText take(std::string_view text) { return take(text, tokenize(text)); }
  /// The same for a text that is cut already, or for some of its tokens.
  TokenText take(std::string_view text, std::vector<Token> tokens);

 private:
  struct Ids {
    TokenId form;
    TokenId loose;
    TokenId stem;
  };
  TokenId id_of(const std::string& form);
  const Ids& ids_of(std::string_view word);

  std::string language_;
  std::unordered_map<std::string, TokenId> forms_;
  std::unordered_map<std::string, Ids> words_;
};

}  // namespace travaux
