#include "attribute/blame_kept.h"

#include <algorithm>

#include "diff/sequence.h"

namespace travaux::blaming {

namespace {

/// Tokens of one edit beyond which they are aligned by a coarser method.
constexpr std::size_t kAlignLimit = 40'000;

std::vector<TokenId> slice(const std::vector<TokenId>& ids, Range range) {
  return {ids.begin() + static_cast<std::ptrdiff_t>(range.begin), ids.begin() + static_cast<std::ptrdiff_t>(range.end)};
}

/// A mark, but none that joins words into one: "well-known", "and/or", "d'État".
bool is_plain_mark(const TokenText& text, std::size_t i) {
  const TokenKind kind = text.tokens[i].kind;
  if (kind == TokenKind::kBracket) return true;
  return kind == TokenKind::kPunctuation && std::string_view("-/'&_@").find(token_form(text.word(i))) == std::string_view::npos;
}

class KeptWords {
 public:
  KeptWords(const Side& from, const Side& to) : from_(from), to_(to), from_forms_(from.forms()), to_forms_(to.forms()) {
    kept_.from_of.assign(to.size(), kNone);
    kept_.edit_of.assign(to.size(), kNone);
  }

  Kept find(const std::vector<Mark>& marks) {
    std::vector<bool> in_from(from_.size(), false), in_to(to_.size(), false);
    for (const Mark& mark : marks) {
      for (std::size_t i = mark.from.begin; i < mark.from.end; ++i) in_from[i] = true;
      for (std::size_t j = mark.to.begin; j < mark.to.end; ++j) {
        in_to[j] = true;
        kept_.edit_of[j] = mark.edit;
      }
    }
    keep_outside(in_from, in_to);
    for (const Mark& mark : marks) keep_inside(mark);
    return std::move(kept_);
  }

 private:
  void keep_outside(const std::vector<bool>& in_from, const std::vector<bool>& in_to) {
    std::size_t i = 0;
    for (std::size_t j = 0; j < to_.size(); ++j) {
      if (in_to[j]) continue;
      while (i < from_.size() && in_from[i]) ++i;
      if (i == from_.size()) return;
      if (from_forms_[i] == to_forms_[j]) kept_.from_of[j] = i;
      ++i;
    }
  }

  void keep_inside(const Mark& mark) {
    if (mark.from.empty() || mark.to.empty()) return;
    const auto pairs = align(slice(from_forms_, mark.from), slice(to_forms_, mark.to), kAlignLimit).kept;
    for (std::size_t k = 0; k < pairs.size();) {
      std::size_t next = k + 1;
      while (next < pairs.size() && pairs[next].first == pairs[next - 1].first + 1 &&
             pairs[next].second == pairs[next - 1].second + 1)
        ++next;
      keep_run(mark.from.begin + pairs[k].first, mark.to.begin + pairs[k].second, next - k);
      k = next;
    }
  }

  /// Only whole words of the run.
  void keep_run(std::size_t i, std::size_t j, std::size_t size) {
    const auto apart = [&](std::size_t k) { return from_.begins_word(i + k) && to_.begins_word(j + k); };
    std::size_t begin = 0, end = size;
    while (begin < end && !apart(begin)) ++begin;
    while (end > begin && !apart(end)) --end;
    for (std::size_t k = begin; k < end; ++k) kept_.from_of[j + k] = i + k;
  }

  const Side& from_;
  const Side& to_;
  std::vector<TokenId> from_forms_, to_forms_;
  Kept kept_;
};

}  // namespace

void Side::add(std::string address, TokenText text) {
  addresses_.push_back(std::move(address));
  begins_.push_back(size_);
  size_ += text.size();
  parts_.push_back(std::move(text));
}

Range Side::tokens_in(const std::string& address, Span span) const {
  const auto found = std::find(addresses_.begin(), addresses_.end(), address);
  const auto k = found == addresses_.end() ? 0 : static_cast<std::size_t>(found - addresses_.begin());
  const std::vector<Token>& tokens = parts_[k].tokens;
  const auto at = [&](std::size_t byte) {
    const auto token =
        std::lower_bound(tokens.begin(), tokens.end(), byte, [](const Token& one, std::size_t b) { return one.span.begin < b; });
    return begins_[k] + static_cast<std::size_t>(token - tokens.begin());
  };
  return span.empty() ? Range{at(span.begin), at(span.begin)} : Range{at(span.begin), at(span.end)};
}

std::vector<TokenId> Side::forms() const {
  std::vector<TokenId> all;
  all.reserve(size_);
  for (const TokenText& part : parts_) all.insert(all.end(), part.ids.begin(), part.ids.end());
  return all;
}

bool Side::begins_word(std::size_t token) const {
  const auto part = static_cast<std::size_t>(std::upper_bound(begins_.begin(), begins_.end(), token) - begins_.begin()) - 1;
  const std::size_t i = token - begins_[part];
  const TokenText& text = parts_[part];
  if (i == 0 || i >= text.size() || text.tokens[i - 1].span.end < text.tokens[i].span.begin) return true;
  return is_plain_mark(text, i - 1) || is_plain_mark(text, i);
}

void add_marks(const std::vector<Edit>& edits, bool seams, const Side& from, const Side& to, std::vector<Mark>& marks) {
  for (std::size_t e = 0; e < edits.size(); ++e) {
    marks.push_back({from.tokens_in(edits[e].from_item, edits[e].from_span), to.tokens_in(edits[e].to_item, edits[e].to_span),
                     seams ? kNone : e});
  }
}

Kept kept_words(const Side& from, const Side& to, const std::vector<Mark>& marks) { return KeptWords(from, to).find(marks); }

std::vector<Range> new_stretches(const Kept& kept) {
  std::vector<Range> stretches;
  for (std::size_t j = 0; j < kept.from_of.size(); ++j) {
    if (kept.from_of[j] != kNone) continue;
    const bool goes_on = !stretches.empty() && stretches.back().end == j && kept.edit_of[j - 1] == kept.edit_of[j];
    if (!goes_on) stretches.push_back({j, j});
    stretches.back().end = j + 1;
  }
  return stretches;
}

}  // namespace travaux::blaming
