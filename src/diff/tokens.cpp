#include "diff/tokens.h"

namespace travaux {

TokenId Interner::id_of(const std::string& form) {
  if (form.empty()) return kNoToken;
  return forms_.try_emplace(form, static_cast<TokenId>(forms_.size() + 1)).first->second;
}

const Interner::Ids& Interner::ids_of(std::string_view word) {
  const auto [entry, fresh] = words_.try_emplace(std::string(word));
  // Loose forms live in the same numbering; a mark in front keeps them, and stems, apart from comparison forms.
  if (fresh) {
    const std::string loose = loose_form(word);
    entry->second = {id_of(token_form(word)), kNoToken, kNoToken};
    if (!loose.empty()) {
      entry->second.loose = id_of("\n" + loose);
      entry->second.stem = id_of("\t" + stem(loose, language_));
    }
  }
  return entry->second;
}

TokenText Interner::take(std::string_view text, std::vector<Token> tokens) {
  TokenText result;
  result.text = text;
  result.tokens = std::move(tokens);
  result.ids.reserve(result.tokens.size());
  result.loose.reserve(result.tokens.size());
  result.stems.reserve(result.tokens.size());
  for (const Token& token : result.tokens) {
    const Ids& ids = ids_of(token.span.of(text));
    result.ids.push_back(ids.form);
    result.loose.push_back(ids.loose);
    result.stems.push_back(ids.stem);
  }
  return result;
}

}  // namespace travaux
