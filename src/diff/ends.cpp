#include "diff/ends.h"

#include <unordered_set>

#include "diff/words.h"

namespace travaux {

namespace {

constexpr int kSharedWeighs = 2;  // a shared word, against words that are not

}  // namespace

std::size_t content_in(const TokenText& text, std::size_t begin, std::size_t end) {
  std::size_t count = 0;
  for (std::size_t k = begin; k < end; ++k) count += is_content(text, k) ? 1 : 0;
  return count;
}

std::size_t own_end(const TokenText& text, const std::vector<bool>& shared, bool at_begin) {
  int sum = 0;
  int most = 0;
  std::size_t length = 0;
  for (std::size_t n = 0; n < text.size(); ++n) {
    const std::size_t k = at_begin ? n : text.size() - 1 - n;
    if (is_content(text, k)) sum += shared[k] ? -kSharedWeighs : 1;
    if (sum > most) {
      most = sum;
      length = n + 1;
    }
  }
  return length;
}

double own_end_share(const TokenText& text, const TokenText& other, bool at_begin) {
  const std::unordered_set<TokenId> known(other.stems.begin(), other.stems.end());
  std::vector<bool> shared;
  for (const TokenId stem : text.stems) shared.push_back(known.contains(stem));
  const std::size_t length = own_end(text, shared, at_begin);
  const std::size_t own = at_begin ? content_in(text, 0, length) : content_in(text, text.size() - length, text.size());
  const std::size_t all = content_in(text, 0, text.size());
  return all == 0 ? 0 : static_cast<double>(own) / static_cast<double>(all);
}

}  // namespace travaux
