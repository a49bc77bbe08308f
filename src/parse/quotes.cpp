#include "parse/quotes.h"

#include <algorithm>

#include "text/unicode.h"

namespace travaux {

namespace {

enum class Side { kOpen, kClose };

struct Mark {
  Span span;
  char32_t shape = 0;
  std::size_t count = 1;  ///< of marks typed one after another
};

bool opens_by_shape(char32_t c) { return c == U'\u201C' || c == U'\u00AB' || c == U'\u201E' || c == U'\u201F' || c == U'\u301D'; }
bool closes_by_shape(char32_t c) { return c == U'\u201D' || c == U'\u00BB' || c == U'\u301E' || c == U'\u301F'; }

/// A place before a word: nothing, space, an opening bracket or a dash stands before.
bool is_gap_before(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char32_t c = previous_code_point(text, at);
  return is_white_space(c) || c == U'(' || c == U'[' || is_dash(c) || c == U'\u00BF' || c == U'\u00A1' || c == U'/';
}

/// A place after a word: nothing, space or a mark stands behind.
bool is_gap_after(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  const char32_t c = next_code_point(text, at);
  return is_white_space(c) || (!is_letter(c) && !is_digit(c) && c != U'(' && c != U'[' && c != U'\u00BF' && c != U'\u00A1');
}

Side side_of(std::string_view text, const Mark& mark, std::size_t depth, bool gap_before) {
  const bool gap_after = is_gap_after(text, mark.span.end);
  if (gap_before != gap_after) return gap_before ? Side::kOpen : Side::kClose;
  if (opens_by_shape(mark.shape)) return Side::kOpen;
  if (closes_by_shape(mark.shape)) return Side::kClose;
  return depth == 0 ? Side::kOpen : Side::kClose;
}

std::vector<Mark> marks_of(std::string_view text) {
  std::vector<Mark> marks;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (!is_double_quote(c)) continue;
    if (!marks.empty() && marks.back().span.end == begin && !(closes_by_shape(marks.back().shape) && opens_by_shape(c))) {
      marks.back().span.end = at;
      ++marks.back().count;
    } else {
      marks.push_back({{begin, at}, c});
    }
  }
  return marks;
}

std::size_t first_visible(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    if (!is_white_space(c) && !is_ignorable(c) && c != U'[') break;
    at = next;
  }
  return at;
}

/// British habit: the whole paragraph in single marks.
bool is_single_quoted(std::string_view text, std::size_t first) {
  if (first >= text.size()) return false;
  std::size_t at = first;
  const char32_t open = next_code_point(text, at);
  if (open != U'\u2018' && open != U'\'' && open != U'\u2039') return false;
  std::size_t end = text.size();
  while (end > at) {
    const char32_t c = previous_code_point(text, end);
    if (is_white_space(c) || c == U'.' || c == U',' || c == U';') continue;
    return c == U'\u2019' || c == U'\'' || c == U'\u203A';
  }
  return false;
}

}  // namespace

Quotes quotes_of(std::string_view text, bool inside) {
  Quotes result;
  std::size_t depth = inside ? 1 : 0;
  std::size_t doubled = 0;  // opening marks that may be a slip: “““ for “
  std::size_t open_at = 0;
  const std::size_t first = first_visible(text);
  for (const Mark& mark : marks_of(text)) {
    const Side side = side_of(text, mark, depth, is_gap_before(text, mark.span.begin));
    if (side == Side::kOpen) {
      if (depth == 0) open_at = mark.span.begin;
      if (!result.first_open) result.first_open = mark.span.begin;
      result.opens_first = result.opens_first || mark.span.begin == first;
      depth += mark.count;
      doubled += mark.count - 1;
    } else if (depth == 0) {
      result.unmatched_close = true;
    } else if ((depth -= std::min(depth, mark.count)) == 0) {
      result.tops.push_back({open_at, mark.span.end});
    }
  }
  depth -= std::min(depth, doubled);
  result.unclosed = depth > 0;
  if (depth > 0) result.tops.push_back({open_at, text.size()});
  if (!result.opens_first && result.tops.empty() && is_single_quoted(text, first)) {
    result.opens_first = true;
    result.first_open = first;
    result.tops.push_back({first, text.size()});
  }
  return result;
}

}  // namespace travaux
