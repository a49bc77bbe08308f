#include "report/blame_key.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <tuple>

namespace travaux::report {

namespace {

auto order_of(const BlameRun& run) { return std::tuple(!run.as_tabled, run.draft, run.asked, run.by); }

std::string letter_of(std::size_t index) {
  std::string letter;
  for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
    letter.insert(letter.begin(), static_cast<char>('a' + (rest - 1) % 26));
  }
  return letter;
}

std::size_t words_in(const std::string& text) {
  const std::vector<Token> tokens = tokenize(text);
  return static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber;
  }));
}

}  // namespace

BlameKey::BlameKey(const Blame& blame) {
  for (const BlameText& text : blame.texts) {
    for (const BlameRun& run : text.runs) index_[order_of(run)] += words_in(run.text);
  }
  for (auto& [order, number] : index_) {
    const auto& [later, draft, asked, by] = order;
    entries_.push_back({draft, !later, asked, by, letter_of(entries_.size()), number});
    number = entries_.size() - 1;
  }
}

std::size_t BlameKey::of(const BlameRun& run) const { return index_.at(order_of(run)); }

std::string words_of(const BlameKey::Entry& entry, const std::vector<BlameDraft>& drafts) {
  const std::string& label = drafts[entry.draft].label;
  const std::string by = fmt::format("{}", fmt::join(entry.by, ", "));
  if (entry.as_tabled) return "as tabled in " + label + (by.empty() ? "" : " by " + by);
  if (by.empty()) return label;
  return label + (entry.asked ? ", asked for by " : ", tabled by ") + by;
}

}  // namespace travaux::report
