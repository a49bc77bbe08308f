#include "comment/apply.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace travaux {
namespace {

constexpr std::string_view kSpace = " ";

std::string_view trimmed(std::string_view words) { return trim_white_space(words, {0, words.size()}).of(words); }

char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U'\0' : next_code_point(text, at);
}

char32_t last_of(std::string_view text) {
  std::size_t at = text.size();
  return text.empty() ? U'\0' : previous_code_point(text, at);
}

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }
bool is_stop(char32_t c) { return is_one_of(c, U",.;:"); }
bool is_straight(char32_t c) { return c == U'"' || c == U'\''; }

/// Whether no space stands before `c`. `right` is what follows it.
bool closes(char32_t c, std::string_view right) {
  if (is_one_of(c, U",.;:!?)]}”’»›%…")) return true;
  return is_straight(c) && (right.empty() || is_white_space(first_of(right)) || is_stop(first_of(right)));
}

/// Whether no space stands after `c`. `left` is what comes before it.
bool opens(char32_t c, std::string_view left) {
  if (is_one_of(c, U"([{“‘„«‹¿¡/")) return true;
  return is_straight(c) && (left.empty() || is_white_space(last_of(left)));
}

/// Whether a space belongs between two stretches of text.
bool apart(std::string_view left, std::string_view right) {
  if (left.empty() || right.empty()) return false;
  const char32_t a = last_of(left);
  const char32_t b = first_of(right);
  if (is_white_space(a) || is_white_space(b) || b == U'/') return false;
  return !opens(a, left.substr(0, left.find_last_not_of("\"'") + 1)) &&
         !closes(b, right.substr(std::min(right.size(), std::size_t{1})));
}

/// A place between two tokens: the white space there, and the text on either side of it.
struct Seam {
  Span gap;
  std::string_view left, right;
  bool breaks = false;  ///< a paragraph ends in it
};

Seam seam_at(std::string_view text, Span span) {
  Seam seam{span, {}, {}, false};
  for (std::size_t at = span.begin; at > 0 && is_white_space(previous_code_point(text, at));) seam.gap.begin = at;
  for (std::size_t at = span.end; at < text.size() && is_white_space(next_code_point(text, at));) seam.gap.end = at;
  seam.left = text.substr(0, seam.gap.begin);
  seam.right = text.substr(seam.gap.end);
  return seam;
}

bool has_break(std::string_view gap) { return gap.find('\n') != std::string_view::npos; }

/// Words without a stop that stands on the other side of the seam.
std::string_view without_doubled(std::string_view words, const Seam& seam) {
  const char32_t last = last_of(words);
  const char32_t next = first_of(seam.right);
  if (!words.empty() && is_stop(last) && (last == next || (last == U',' && is_stop(next)))) words.remove_suffix(1);
  if (!words.empty() && first_of(words) == U',' && last_of(seam.left) == U',') words.remove_prefix(1);
  return trimmed(words);
}

TextEdit insert_words(std::string_view text, const Seam& seam, std::string_view words, Attach attach) {
  const std::string_view gap = seam.gap.of(text);
  const bool at_left = !seam.left.empty() && !(attach == Attach::kBefore && has_break(gap));
  std::string put(words);
  if (at_left) {
    if (apart(seam.left, words)) put.insert(0, kSpace);
    if (gap.empty() && apart(words, seam.right)) put += kSpace;
    return {{seam.gap.begin, seam.gap.begin}, std::move(put)};
  }
  if (apart(words, seam.right)) put += kSpace;
  return {{seam.gap.end, seam.gap.end}, std::move(put)};
}

TextEdit remove_words(std::string_view text, Span span) {
  const Seam seam = seam_at(text, span);
  const Span before{seam.gap.begin, span.begin};
  const Span after{span.end, seam.gap.end};
  if (has_break(before.of(text)) || (before.empty() && !apart(seam.left, seam.right))) {
    if (has_break(before.of(text)) && (has_break(after.of(text)) || seam.right.empty())) return {{seam.gap.begin, span.end}, {}};
    return {{span.begin, has_break(after.of(text)) && !seam.left.empty() ? span.end : seam.gap.end}, {}};
  }
  if (!apart(seam.left, seam.right)) {
    return {{seam.gap.begin, has_break(after.of(text)) ? span.end : seam.gap.end}, {}};
  }
  if (!after.empty()) return {{seam.gap.begin, span.end}, {}};
  return {span, before.empty() ? std::string(kSpace) : std::string()};
}

TextEdit replace_words(std::string_view text, Span span, std::string_view words) {
  const Seam seam = seam_at(text, span);
  const std::string_view left = text.substr(0, span.begin);
  const std::string_view right = text.substr(span.end);
  TextEdit edit{span, std::string(words)};
  if (span.begin > seam.gap.begin && !has_break(Span{seam.gap.begin, span.begin}.of(text)) && !apart(seam.left, words)) {
    edit.span.begin = seam.gap.begin;
  } else if (span.begin == seam.gap.begin && apart(left, words)) {
    edit.text.insert(0, kSpace);
  }
  if (span.end < seam.gap.end && !has_break(Span{span.end, seam.gap.end}.of(text)) && !apart(words, seam.right)) {
    edit.span.end = seam.gap.end;
  } else if (span.end == seam.gap.end && apart(words, right)) {
    edit.text += kSpace;
  }
  return edit;
}

bool starts_sentence(std::string_view words) {
  std::size_t at = 0;
  while (at < words.size()) {
    const char32_t c = next_code_point(words, at);
    if (is_letter(c) || is_digit(c)) return is_upper(c) || is_digit(c);
    if (is_one_of(c, U",;(")) return false;
  }
  return false;
}

}  // namespace

TextEdit insertion(std::string_view text, std::size_t at, std::string_view words, Attach attach) {
  const Seam seam = seam_at(text, {at, at});
  return insert_words(text, seam, without_doubled(trimmed(words), seam), attach);
}

TextEdit addition(std::string_view text, std::string_view words) {
  words = trimmed(words);
  const std::string_view body = trimmed(text);
  const std::size_t end = body.empty() ? text.size() : static_cast<std::size_t>(body.data() - text.data()) + body.size();
  const bool has_stop = !body.empty() && is_one_of(last_of(body), U".;");
  if (!has_stop || starts_sentence(words)) return insertion(text, end, words, Attach::kAfter);
  while (!words.empty() && is_one_of(last_of(words), U".;")) words.remove_suffix(1);
  return insertion(text, end - 1, words, Attach::kAfter);
}

TextEdit removal(std::string_view text, Span span) {
  const Seam seam = seam_at(text, span);
  const bool comma_left = last_of(seam.left) == U',';
  if (comma_left && first_of(seam.right) == U',' && seam.gap.end > span.begin) {
    span.end = seam.gap.end + 1;
  } else if (comma_left && (is_stop(first_of(seam.right)) || seam.right.empty()) && !has_break(seam.gap.of(text))) {
    span.begin = seam.gap.begin - 1;
  } else if (seam.left.empty() && first_of(seam.right) == U',') {
    span.end = seam.gap.end + 1;
  }
  return remove_words(text, span);
}

TextEdit replacement(std::string_view text, Span span, std::string_view words) {
  words = without_doubled(trimmed(words), seam_at(text, span));
  return words.empty() ? removal(text, span) : replace_words(text, span, words);
}

TextEdit literal_edit(std::string_view text, Span span, std::string_view words) {
  words = trimmed(words);
  if (words.empty()) return remove_words(text, span);
  return span.empty() ? insert_words(text, seam_at(text, span), words, Attach::kAfter) : replace_words(text, span, words);
}

std::string apply_wanted(std::string_view text, std::vector<WantedEdit> edits) {
  std::stable_sort(edits.begin(), edits.end(), [](const WantedEdit& a, const WantedEdit& b) {
    return std::pair(a.span.begin, a.span.end) < std::pair(b.span.begin, b.span.end);
  });
  std::string result;
  std::size_t at = 0;
  for (const WantedEdit& edit : edits) {
    result += text.substr(at, std::max(edit.span.begin, at) - at);
    result += edit.text;
    at = std::max(at, edit.span.end);
  }
  return result.append(text.substr(at));
}

}  // namespace travaux
