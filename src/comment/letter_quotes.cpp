// Quotations in a comment: what is quoted is what is to come or to go.
#include <re2/re2.h>

#include <algorithm>
#include <optional>

#include "comment/letter_pieces.h"
#include "parse/quotes.h"
#include "text/unicode.h"

namespace travaux::letter {
namespace {

constexpr int kMostCuts = 16;  // of quotations without closing marks in one paragraph

bool is_gap(char32_t c) { return !is_letter(c) && !is_digit(c); }

char32_t before(std::string_view text, std::size_t at) { return at == 0 ? U' ' : previous_code_point(text, at); }
char32_t at_or_space(std::string_view text, std::size_t at) { return at >= text.size() ? U' ' : next_code_point(text, at); }

bool opens_single(std::string_view text, std::size_t begin, std::size_t end, char32_t c) {
  if (c == U'\u2019' || c == U'\u203A' || c == U'\u00B4') return false;
  const char32_t next = at_or_space(text, end);
  return is_gap(before(text, begin)) && !is_white_space(next);
}

bool closes_single(std::string_view text, std::size_t begin, std::size_t end, char32_t open, char32_t c) {
  const bool right = open == U'\u2039'                        ? c == U'\u203A'
                     : open == U'\u2018' || open == U'\u201A' ? c == U'\u2019' || c == U'\u2018' || c == U'\''
                                                              : is_single_quote(c);
  return right && !is_white_space(before(text, begin)) && is_gap(at_or_space(text, end));
}

/// The quotations in single marks of a stretch without double ones.
void singles_in(std::string_view text, Span stretch, std::vector<Quote>& found) {
  std::optional<Quote> open;
  char32_t open_mark = 0;
  for (std::size_t at = stretch.begin; at < stretch.end;) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (!is_single_quote(c)) continue;
    if (open && closes_single(text, begin, at, open_mark, c)) {
      open->inner.end = begin;
      open->outer.end = at;
      found.push_back(*open);
      open.reset();
    } else if (!open && opens_single(text, begin, at, c)) {
      open = Quote{{begin, at}, {at, at}, false};
      open_mark = c;
    }
  }
}

std::size_t mark_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (std::size_t next = at; next < text.size(); end = next) {
    if (!is_double_quote(next_code_point(text, next))) break;
  }
  return end;
}

Quote quote_of(std::string_view text, Span top, bool open) {
  Quote quote{top, top, open};
  std::size_t at = top.begin;
  const bool double_mark = is_double_quote(next_code_point(text, at));
  quote.inner.begin = double_mark ? mark_end(text, top.begin) : at;
  if (!open) {
    std::size_t last = top.end;
    while (last > quote.inner.begin) {
      std::size_t previous = last;
      const char32_t c = previous_code_point(text, previous);
      if (!is_double_quote(c)) break;
      last = previous;
    }
    quote.inner.end = last;
  }
  if (quote.inner.end < quote.inner.begin) quote.inner.end = quote.inner.begin;
  quote.inner = trim_white_space(text, quote.inner);
  return quote;
}

/// "“X with “Y”": where the quotation that lacks its closing mark may end, and the next begins.
std::optional<std::size_t> next_opening(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (is_double_quote(c) && is_gap(before(text, begin)) && !is_white_space(at_or_space(text, at))) return begin;
  }
  return std::nullopt;
}

/// The begin of the small word before `at`: "… with “": of "with".
std::optional<std::size_t> lead_before(std::string_view text, std::size_t from, std::size_t at) {
  const std::vector<Token> tokens = tokenize(text.substr(from, at - from));
  if (tokens.empty()) return std::nullopt;
  const std::string word = plain_form(tokens.back().span.of(text.substr(from)));
  constexpr Roles kLeads = bit(Role::kWith) | bit(Role::kAfter) | bit(Role::kBefore) | bit(Role::kInstead);
  for (const auto& entries : lexicon().entries) {
    const auto found = entries.find(word);
    if (found == entries.end()) continue;
    for (const Entry& entry : found->second) {
      if (entry.words.size() == 1 && (entry.roles & kLeads) != 0) return from + tokens.back().span.begin;
    }
  }
  return std::nullopt;
}

void take_top(std::string_view text, Span top, bool open, std::vector<Quote>& found) {
  Quote quote = quote_of(text, top, open);
  for (int cuts = 0; quote.open && cuts < kMostCuts; ++cuts) {
    const std::optional<std::size_t> next = next_opening(text, quote.inner.begin);
    const std::optional<std::size_t> lead = next ? lead_before(text, quote.inner.begin, *next) : std::nullopt;
    if (!lead) break;
    Quote cut = quote;
    cut.outer.end = *lead;
    cut.inner = trim_white_space(text, {quote.inner.begin, *lead});
    found.push_back(cut);
    const Quotes rest = quotes_of(text.substr(*next));
    const bool still = rest.tops.size() == 1 && rest.unclosed;
    for (const Span& span : rest.tops) {
      const Span moved{span.begin + *next, span.end + *next};
      if (&span == &rest.tops.back() && still) {
        quote = quote_of(text, moved, true);
        quote.open = true;
      } else {
        found.push_back(quote_of(text, moved, &span == &rest.tops.back() && rest.unclosed));
      }
    }
    if (!still) return;
  }
  found.push_back(quote);
}

/// A pattern of whole words: one of the turns.
std::string any_turn(const char* name) {
  std::string pattern;
  for (const std::string& turn : lexicon().turns.at(name)) pattern += (pattern.empty() ? "" : "|") + turn;
  return R"((?i)\b(?:)" + pattern + R"()\b)";
}

/// "QUOTE … UNQUOTE": the quotations of a telegram, whose marks are words.
std::vector<Quote> spoken_in(std::string_view text) {
  static const RE2 opens(any_turn("quote_opens")), closes(any_turn("quote_closes"));
  std::vector<Quote> found;
  const re2::StringPiece whole(text.data(), text.size());
  for (std::size_t from = 0; from < text.size();) {
    re2::StringPiece open, close;
    if (!opens.Match(whole, from, text.size(), RE2::UNANCHORED, &open, 1)) break;
    const auto begin = static_cast<std::size_t>(open.data() - text.data());
    if (!closes.Match(whole, begin + open.size(), text.size(), RE2::UNANCHORED, &close, 1)) break;
    const auto end = static_cast<std::size_t>(close.data() - text.data());
    found.push_back({{begin, end + close.size()}, trim_white_space(text, {begin + open.size(), end}), false});
    from = end + close.size();
  }
  return found;
}

/// The quotations in marks of a stretch.
void printed_in(std::string_view text, std::vector<Quote>& found) {
  const Quotes doubles = quotes_of(text);
  std::size_t from = 0;
  for (const Span& top : doubles.tops) {
    std::size_t at = top.begin;
    if (!is_double_quote(next_code_point(text, at))) continue;  // single marks: read below
    singles_in(text, {from, top.begin}, found);
    take_top(text, top, doubles.unclosed && top == doubles.tops.back(), found);
    from = top.end;
  }
  singles_in(text, {from, text.size()}, found);
}

}  // namespace

std::vector<Quote> quotes_in(std::string_view text) {
  std::vector<Quote> found, printed;
  std::size_t from = 0;
  const auto take = [&](std::size_t end) {
    printed.clear();
    printed_in(text.substr(from, end - from), printed);
    for (Quote& quote : printed) {
      for (std::size_t* at : {&quote.outer.begin, &quote.outer.end, &quote.inner.begin, &quote.inner.end}) *at += from;
      found.push_back(quote);
    }
  };
  for (const Quote& spoken : spoken_in(text)) {
    take(spoken.outer.begin);
    found.push_back(spoken);
    from = spoken.outer.end;
  }
  take(text.size());
  return found;
}

std::string mask(std::string_view text, const std::vector<Quote>& quotes) {
  std::string result(text);
  for (const Quote& quote : quotes) {
    for (std::size_t i = quote.outer.begin; i < quote.outer.end; ++i) result[i] = '\x01';
  }
  return result;
}

}  // namespace travaux::letter
