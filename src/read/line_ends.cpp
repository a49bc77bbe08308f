#include "read/line_ends.h"

#include <array>

#include "text/unicode.h"

namespace travaux {

bool is_hyphen(char32_t c) { return c == U'-' || c == U'\u2010'; }

std::size_t letters_from(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at;
    if (!is_letter(next_code_point(text, next))) break;
    at = next;
  }
  return at;
}

std::size_t letters_before(std::string_view text, std::size_t at) {
  while (at > 0) {
    std::size_t before = at;
    if (!is_letter(previous_code_point(text, before))) break;
    at = before;
  }
  return at;
}

LineTail line_tail_of(std::string_view text) {
  if (text.empty()) return {};
  std::size_t at = text.size();
  const char32_t mark = previous_code_point(text, at);
  if (!is_dash(mark) && mark != U'/' && mark != U'\u00AD') return {};
  std::size_t before = at;
  if (at == 0) return {};
  const char32_t c = previous_code_point(text, before);
  return is_letter(c) || (is_digit(c) && !is_hyphen(mark)) ? LineTail{mark, at} : LineTail{};
}

bool is_conjunction(std::string_view word) {
  constexpr std::array kWords{"and", "or", "to", "y", "e", "o", "u", "et", "ou", "a", "und", "nor", "but"};
  for (const std::string_view known : kWords) {
    if (known == word) return true;
  }
  return false;
}

bool is_prefix(std::string_view folded) {
  constexpr std::array kPrefixes{
      "anti",  "auto",  "bi",   "bio",   "co",   "counter", "cross", "de",    "eco",  "ex",    "extra", "hyper", "infra", "inter",
      "intra", "macro", "mega", "micro", "mid",  "mini",    "multi", "neo",   "non",  "over",  "pan",   "para",  "post",  "pre",
      "pro",   "quasi", "re",   "self",  "semi", "socio",   "sub",   "super", "tele", "trans", "ultra", "un",    "under", "vice"};
  for (const std::string_view known : kPrefixes) {
    if (known == folded) return true;
  }
  return false;
}

}  // namespace travaux
