#include <libstemmer.h>

#include <map>
#include <memory>

#include "travaux/text.h"

namespace travaux {

namespace {

struct Delete {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

using Stemmer = std::unique_ptr<sb_stemmer, Delete>;

/// Each thread keeps the stemmers that it has used. Null for a language that has none.
sb_stemmer* stemmer_for(std::string_view language) {
  thread_local std::map<std::string, Stemmer, std::less<>> known;
  const auto found = known.find(language);
  if (found != known.end()) return found->second.get();
  const std::string name(language);
  return known.try_emplace(name, Stemmer(sb_stemmer_new(name.c_str(), "UTF_8"))).first->second.get();
}

}  // namespace

std::string stem(std::string_view word, std::string_view language) {
  constexpr std::size_t kLongest = 200;  // bytes; no word is longer
  sb_stemmer* const stemmer = language.empty() || word.size() > kLongest ? nullptr : stemmer_for(language);
  if (stemmer == nullptr) return std::string(word);
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* const result = sb_stemmer_stem(stemmer, bytes, static_cast<int>(word.size()));
  if (result == nullptr) return std::string(word);
  return {reinterpret_cast<const char*>(result), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

}  // namespace travaux
