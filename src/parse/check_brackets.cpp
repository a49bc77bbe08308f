// Brackets without their partners. Square ones may hold several articles; round ones stay within an item or a citation.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "parse/check.h"
#include "parse/check_words.h"
#include "parse/lead.h"
#include "text/unicode.h"
#include "travaux/read.h"

namespace travaux {

namespace {

constexpr std::size_t kFarthest = 12;   // paragraphs that one pair of round brackets may hold
constexpr std::size_t kDeepest = 16;    // open brackets among which a partner is sought
constexpr std::size_t kEnumerator = 6;  // letters and digits before the bracket of "iii)"

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\xA0'; }  // the no-break space's last byte

/// "2)", "b)", "iv)": a number in running text, whose bracket has no partner.
struct Enumerator {
  std::size_t close = 0;  ///< offset of its bracket
  int value = 0, roman = 0;
  bool set_off = false;  ///< begins the paragraph, or follows a mark or an "and"
};

bool is_set_off(std::string_view before) {
  while (!before.empty() && is_space(before.back())) before.remove_suffix(before.back() == '\xA0' ? 2 : 1);
  if (before.empty() || std::string_view(":;,.").find(before.back()) != std::string_view::npos) return true;
  std::size_t begin = before.size();
  while (begin > 0 && is_word(before[begin - 1])) --begin;
  return check_words().joiners.contains(plain(before.substr(begin)));
}

/// "MISPA I)": the numeral belongs to the name.
bool follows_acronym(std::string_view before) {
  while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  std::size_t capitals = 0;
  while (!before.empty() && std::isupper(static_cast<unsigned char>(before.back())) != 0) before.remove_suffix(1), ++capitals;
  return capitals >= 2 && (before.empty() || !is_word(before.back()));
}

std::optional<Enumerator> enumerator_at(std::string_view text, std::size_t close) {
  std::size_t begin = close;
  while (begin > 0 && close - begin <= kEnumerator && is_word(text[begin - 1])) --begin;
  if (begin == close || (begin > 0 && !is_space(text[begin - 1]))) return std::nullopt;
  const std::string_view word = text.substr(begin, close - begin);
  if (follows_acronym(text.substr(0, begin)) && std::isupper(static_cast<unsigned char>(word[0])) != 0) return std::nullopt;
  Enumerator found{close, 0, roman_value(word), is_set_off(text.substr(0, begin))};
  const bool digits =
      std::all_of(word.begin(), word.end(), [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
  if (digits && word.size() <= 3) {
    for (const char c : word) found.value = found.value * 10 + (c - '0');
  } else if (word.size() == 1) {
    found.value = std::tolower(static_cast<unsigned char>(word[0])) - 'a' + 1;
  } else if (digits || found.roman == 0) {
    return std::nullopt;
  }
  return found;
}

/// Offsets of the brackets that belong to enumerators, whether or not something is open.
std::vector<std::size_t> enumerators_in(std::string_view text) {
  std::vector<Enumerator> all;
  for (std::size_t at = 0; (at = text.find(')', at)) != std::string_view::npos; ++at) {
    if (const auto found = enumerator_at(text, at); found && found->set_off) all.push_back(*found);
  }
  std::vector<std::size_t> sure;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto follows = [&](const Enumerator& a, const Enumerator& b) {
      return (a.value > 0 && b.value == a.value + 1) || (a.roman > 0 && b.roman == a.roman + 1);
    };
    const bool in_line = (i > 0 && follows(all[i - 1], all[i])) || (i + 1 < all.size() && follows(all[i], all[i + 1]));
    if (in_line || all[i].close <= kEnumerator) sure.push_back(all[i].close);
  }
  return sure;
}

/// What one paragraph leaves without a partner: first those that close, then those that open.
struct Loose {
  std::vector<std::size_t> closing, opening;  ///< offsets in the paragraph
};

/// `sure`: brackets of enumerators. `all`: whether any other that looks like one is one too.
Loose loose_with(std::string_view text, char open, char close, const std::vector<std::size_t>& sure, bool all) {
  Loose loose;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == open) loose.opening.push_back(at);
    if (text[at] != close || std::binary_search(sure.begin(), sure.end(), at)) continue;
    const bool enumerator = close == ')' && (all || loose.opening.empty()) && enumerator_at(text, at);
    if (enumerator) continue;
    if (!loose.opening.empty()) {
      loose.opening.pop_back();
    } else {
      loose.closing.push_back(at);
    }
  }
  return loose;
}

/// "(see a) and b))" and "(see option 1)": what looks like an enumerator is one where that leaves less without a partner.
Loose loose_in(std::string_view text, char open, char close) {
  if (text.find(open) == std::string_view::npos && text.find(close) == std::string_view::npos) return {};
  const std::vector<std::size_t> sure = close == ')' ? enumerators_in(text) : std::vector<std::size_t>();
  const auto size = [](const Loose& loose) { return loose.closing.size() + loose.opening.size(); };
  Loose loose = loose_with(text, open, close, sure, false);
  if (close != ')' || size(loose) == 0) return loose;
  Loose other = loose_with(text, open, close, sure, true);
  return size(other) < size(loose) ? other : loose;
}

class Brackets {
 public:
  Brackets(Checking& checking, char open, char close) : checking_(checking), open_(open), close_(close) {
    rule_ = open == '(' ? "unbalanced-parentheses" : "unbalanced-brackets";
  }

  void run() {
    const std::vector<Paragraph> paragraphs = paragraphs_of(checking_.source());
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      const std::string_view text = paragraphs[i].span.of(checking_.source());
      const Loose loose = loose_in(text, open_, close_);
      for (const std::size_t at : loose.closing) take_closing(i, paragraphs[i].span, at);
      for (const std::size_t at : loose.opening) pending_.push_back({i, paragraphs[i].span, at});
    }
    for (const Opening& opening : pending_) report_unclosed(opening);
  }

 private:
  struct Opening {
    std::size_t paragraph;
    Span span;
    std::size_t at;
  };

  std::string_view text(Span span) const { return span.of(checking_.source()); }

  static bool has_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      if (is_letter(next_code_point(text, at))) return true;
    }
    return false;
  }

  /// A pair that holds several paragraphs begins one or ends one; a mere bracket within a sentence does neither.
  bool may_pair(const Opening& opening, std::size_t paragraph, Span span, std::size_t at) const {
    const bool begins = !has_letter(text(opening.span).substr(0, opening.at));
    const bool ends = !has_letter(text(span).substr(at));
    if (!begins && !ends) return false;
    if (open_ != '(') return true;
    return paragraph - opening.paragraph <= kFarthest && same_bounds(opening.span.begin, span.begin);
  }

  bool same_bounds(std::size_t a, std::size_t b) const {
    const Place& first = checking_.block_at(a).place;
    const Place& second = checking_.block_at(b).place;
    if (checking_.document().family != Family::kPlan) return true;
    return first.section == second.section && first.citation == second.citation && first.item.empty() == second.item.empty() &&
           (first.item.empty() || first.item[0] == second.item[0]);
  }

  void take_closing(std::size_t paragraph, Span span, std::size_t at) {
    for (std::size_t k = pending_.size(); k > 0 && pending_.size() - k < kDeepest; --k) {
      if (!may_pair(pending_[k - 1], paragraph, span, at)) continue;
      pending_.erase(pending_.begin() + static_cast<std::ptrdiff_t>(k - 1));
      return;
    }
    const std::size_t size = 50;
    std::size_t begin = at > size ? text(span).find(' ', at - size) : 0;
    if (begin == std::string_view::npos || begin > at) begin = at;
    checking_.report(rule_, span.begin + at,
                     fmt::format("“{}” closes what none has opened: {}{}", close_, begin > 0 ? "…" : "",
                                 fold_white_space(text(span).substr(begin, at + 1 - begin))));
  }

  void report_unclosed(const Opening& opening) {
    const std::size_t offset = opening.span.begin + opening.at;
    Finding& finding = checking_.report(
        rule_, offset, fmt::format("“{}” is not closed: {}", open_, excerpt(text(opening.span).substr(opening.at))));
    const Block& block = checking_.block_at(offset);
    if (block.role != Role::kCitation || open_ != '(') return;
    std::string heading = fold_white_space(block.span.of(checking_.source()));
    if (heading.ends_with(':')) finding.suggestion = heading.substr(0, heading.size() - 1) + "):";
  }

  Checking& checking_;
  const char open_, close_;
  std::string_view rule_;
  std::vector<Opening> pending_;
};

}  // namespace

void check_brackets(Checking& checking) {
  Brackets(checking, '(', ')').run();
  Brackets(checking, '[', ']').run();
}

}  // namespace travaux
