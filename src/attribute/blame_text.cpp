#include "attribute/blame_text.h"

#include <algorithm>
#include <iterator>

#include "diff/words.h"

namespace travaux::blaming {

std::vector<Word> WordReader::words_of(const TokenText& text) {
  std::vector<Word> words;
  words.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto [known, fresh] = content_.try_emplace(text.ids[i], false);
    if (fresh) known->second = is_content(text, i);
    words.push_back({text.ids[i], text.loose[i], known->second, 0});
  }
  return words;
}

CreditedText joined(std::vector<CreditedText> texts) {
  CreditedText all;
  for (CreditedText& text : texts) {
    for (Struck& struck : text.struck) {
      struck.at += all.words.size();
      all.struck.push_back(std::move(struck));
    }
    all.words.insert(all.words.end(), text.words.begin(), text.words.end());
  }
  return all;
}

std::vector<CreditedText> divided(CreditedText text, const std::vector<std::size_t>& begins) {
  std::vector<CreditedText> parts(begins.size());
  for (std::size_t k = 0; k < begins.size(); ++k) {
    const std::size_t end = k + 1 < begins.size() ? begins[k + 1] : text.words.size();
    parts[k].words.assign(text.words.begin() + static_cast<std::ptrdiff_t>(begins[k]),
                          text.words.begin() + static_cast<std::ptrdiff_t>(end));
  }
  for (Struck& struck : text.struck) {
    const auto after = std::lower_bound(begins.begin(), begins.end(), struck.at);
    const auto k = static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - begins.begin(), 1)) - 1;
    struck.at -= begins[k];
    parts[k].struck.push_back(std::move(struck));
  }
  return parts;
}

}  // namespace travaux::blaming
