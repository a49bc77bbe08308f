#include "parse/passage_words.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "parse/check_headings.h"
#include "parse/quotes.h"

namespace travaux {

namespace {

/// What stands between the outermost quotation marks; the whole text of a paraphrase.
std::string_view cited_words(const Passage& passage) {
  if (passage.form != PassageForm::kQuotation) return passage.text;
  const Quotes quotes = quotes_of(passage.text);
  if (quotes.tops.empty()) return passage.text;
  return std::string_view(passage.text).substr(quotes.tops.front().begin, quotes.tops.back().end - quotes.tops.front().begin);
}

/// The stretches between ellipses and inserted brackets. "[P]romote" is "Promote".
std::vector<std::string> stretches(std::string_view cited) {
  static const RE2 kLetter(R"(\[(\pL)\])");
  static const RE2 kGap(R"(\[[^\[\]]*\]|\(\s*(?:\.\.\.+|…)\s*\)|…|\.\.\.+)");
  std::string text(cited);
  RE2::GlobalReplace(&text, kLetter, R"(\1)");
  std::vector<std::string> parts;
  re2::StringPiece rest(text), gap;
  while (kGap.Match(rest, 0, rest.size(), RE2::UNANCHORED, &gap, 1)) {
    const auto before = static_cast<std::size_t>(gap.data() - rest.data());
    parts.emplace_back(rest.data(), before);
    rest.remove_prefix(before + gap.size());
  }
  parts.emplace_back(rest.data(), rest.size());
  return parts;
}

class Gatherer {
 public:
  explicit Gatherer(const Checking& checking) : checking_(checking), titles_(checking.registry()) {}

  std::vector<PassageWords> gather() {
    const Place* last = nullptr;
    for (const Block& block : checking_.document().blocks) {
      if (block.role != Role::kPassage || !block.place.passage || (last != nullptr && *last == block.place)) continue;
      last = &block.place;
      const Item& item = item_at(checking_.document(), block.place);
      const Citation& citation = item.citations[*block.place.citation];
      const Passage& passage = citation.passages[*block.place.passage];
      const PassageUse use = {block.span.begin, item.address, citation.locator.value_or(""),
                              passage.form == PassageForm::kQuotation};
      for (std::string& part : stretches(cited_words(passage))) add(meant(citation), std::move(part), use);
    }
    return std::move(all_);
  }

 private:
  const std::string& meant(const Citation& citation) {
    const auto [found, fresh] = meant_.try_emplace(citation.instrument, citation.instrument);
    if (fresh && !titles_.knows(citation.instrument)) {
      if (const TitleIndex::Entry* near = titles_.nearest(citation.heading)) found->second = near->id;
    }
    return found->second;
  }

  void add(const std::string& instrument, std::string text, const PassageUse& use) {
    PassageWords stretch;
    for (const Token& token : tokenize(text)) {
      if (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber) continue;
      const auto number = static_cast<std::uint32_t>(numbers_.size());
      stretch.words.push_back(numbers_.try_emplace(loose_form(token.span.of(text)), number).first->second);
      stretch.spans.push_back(token.span);
    }
    const auto [found, fresh] = known_.try_emplace({instrument, stretch.words}, all_.size());
    if (fresh) {
      stretch.instrument = instrument;
      stretch.text = std::move(text);
      all_.push_back(std::move(stretch));
    }
    all_[found->second].uses.push_back(use);
  }

  const Checking& checking_;
  const TitleIndex titles_;
  std::map<std::string, std::string> meant_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::map<std::pair<std::string, std::vector<std::uint32_t>>, std::size_t> known_;
  std::vector<PassageWords> all_;
};

}  // namespace

bool PassageWords::quoted() const {
  return std::any_of(uses.begin(), uses.end(), [](const PassageUse& use) { return use.quotation; });
}

std::vector<PassageWords> passage_words(const Checking& checking) { return Gatherer(checking).gather(); }

namespace {

/// Costs of laying the first i words of one stretch along the window of the other up to j, free to begin anywhere.
class Costs {
 public:
  Costs(const std::vector<std::uint32_t>& shorter, const std::vector<std::uint32_t>& longer, Span window)
      : shorter_(shorter), longer_(longer), window_(window), width_(window.size() + 1) {
    cells_.assign((shorter.size() + 1) * width_, 0);
    for (std::size_t i = 1; i <= shorter.size(); ++i) {
      at(i, 0) = static_cast<std::uint32_t>(i);
      for (std::size_t j = 1; j < width_; ++j)
        at(i, j) = std::min({at(i - 1, j - 1) + (agree(i, j) ? 0U : 1U), at(i - 1, j) + 1U, at(i, j - 1) + 1U});
    }
  }

  /// Pairs of agreeing words (indices in either stretch), in order.
  std::vector<std::pair<std::size_t, std::size_t>> pairs() {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    std::size_t i = shorter_.size(), j = 0;
    for (std::size_t end = 1; end < width_; ++end) {
      if (at(i, end) < at(i, j)) j = end;
    }
    while (i > 0 && j > 0) {
      if (agree(i, j) && at(i, j) == at(i - 1, j - 1)) {
        found.emplace_back(--i, window_.begin + --j);
      } else if (at(i, j) == at(i - 1, j - 1) + 1U) {
        --i, --j;
      } else if (at(i, j) == at(i - 1, j) + 1U) {
        --i;
      } else {
        --j;
      }
    }
    std::reverse(found.begin(), found.end());
    return found;
  }

 private:
  bool agree(std::size_t i, std::size_t j) const { return shorter_[i - 1] == longer_[window_.begin + j - 1]; }
  std::uint32_t& at(std::size_t i, std::size_t j) { return cells_[i * width_ + j]; }

  const std::vector<std::uint32_t>& shorter_;
  const std::vector<std::uint32_t>& longer_;
  const Span window_;
  const std::size_t width_;
  std::vector<std::uint32_t> cells_;
};

}  // namespace

WordAlignment align(const std::vector<std::uint32_t>& shorter, const std::vector<std::uint32_t>& longer, Span window) {
  WordAlignment result;
  const auto pairs = Costs(shorter, longer, window).pairs();
  result.agreeing = pairs.size();
  if (pairs.empty()) return result;
  // Where both begin (or end) at once, an exchanged word is a difference; words on one side alone only begin it earlier.
  const auto edge = [&](Span a, Span b) {
    constexpr std::size_t kFurther = 3;  // words; past them the longer one goes on with something else
    if (a.empty() || b.empty()) return;
    if (a.size() == b.size()) {
      result.differences.push_back({a, b});
    } else {
      result.changed_at_ends += std::max(a.size(), std::min(b.size(), a.size() + kFurther));
    }
  };
  edge({0, pairs.front().first}, {0, pairs.front().second});
  for (std::size_t k = 1; k < pairs.size(); ++k) {
    const Span a = {pairs[k - 1].first + 1, pairs[k].first}, b = {pairs[k - 1].second + 1, pairs[k].second};
    if (!a.empty() || !b.empty()) result.differences.push_back({a, b});
  }
  edge({pairs.back().first + 1, shorter.size()}, {pairs.back().second + 1, longer.size()});
  return result;
}

}  // namespace travaux
