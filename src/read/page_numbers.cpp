#include "read/page_numbers.h"

#include <algorithm>
#include <array>

#include "read/lines.h"
#include "text/unicode.h"
#include "travaux/text.h"

namespace travaux {

namespace {

constexpr std::size_t kLongest = 32;
constexpr unsigned kMostPages = 5000;

bool ascii_digit(char c) { return c >= '0' && c <= '9'; }

struct Cursor {
  std::string_view rest;

  void skip_spaces() {
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  }

  bool take(std::string_view what) {
    if (!rest.starts_with(what)) return false;
    rest.remove_prefix(what.size());
    skip_spaces();
    return true;
  }

  std::optional<unsigned> number() {
    unsigned value = 0;
    std::size_t size = 0;
    while (size < rest.size() && size < 4 && ascii_digit(rest[size]))
      value = value * 10 + static_cast<unsigned>(rest[size++] - '0');
    if (size == 0 || (size < rest.size() && ascii_digit(rest[size])) || value > kMostPages) return std::nullopt;
    rest.remove_prefix(size);
    skip_spaces();
    return value;
  }

  bool dash() {
    for (const std::string_view mark : {"-", "–", "—", "―", "‐", "~"}) {
      if (take(mark)) return true;
    }
    return false;
  }
};

bool take_word(Cursor& cursor) {
  constexpr std::array kWords{"página", "pagina", "pages", "page", "pág.",  "pag.", "pág", "pag",
                              "pp.",    "pp",     "pg.",   "p.",   "seite", "p",    "/"};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return cursor.take(word); });
}

bool take_of(Cursor& cursor) {
  return cursor.take("of ") || cursor.take("de ") || cursor.take("sur ") || cursor.take("von ") || cursor.take("/");
}

std::string form_of(std::string_view folded) {
  std::string form;
  for (const char c : folded) {
    if (!ascii_digit(c)) {
      form += c;
    } else if (form.empty() || form.back() != '#') {
      form += '#';
    }
  }
  return form;
}

std::optional<unsigned> small_roman(std::string_view line) {
  if (line.empty() || line.size() > 6 || line.find_first_not_of("ivxl") != std::string_view::npos) return std::nullopt;
  int value = 0;
  int next = 0;
  for (auto at = line.rbegin(); at != line.rend(); ++at) {
    const int digit = *at == 'i' ? 1 : *at == 'v' ? 5 : *at == 'x' ? 10 : 50;
    value += digit < next ? -digit : digit;
    next = digit;
  }
  return value > 0 ? std::optional(static_cast<unsigned>(value)) : std::nullopt;
}

}  // namespace

std::optional<PageNumber> page_number(std::string_view line) {
  if (line.empty() || line.size() > kLongest) return std::nullopt;
  if (const auto roman = small_roman(line)) return PageNumber{*roman, "roman", true, false, false};
  const auto folded = fold_case(line);
  Cursor cursor{folded};
  PageNumber found;
  const bool dashed = cursor.dash();
  found.bracketed = !dashed && cursor.take("[");
  const bool worded = take_word(cursor);
  const auto value = cursor.number();
  if (!value || *value == 0) return std::nullopt;
  found.value = *value;
  if (take_of(cursor)) {
    const auto total = cursor.number();
    if (!total || *total < *value) return std::nullopt;
    found.of_total = worded;
  }
  if (dashed && !cursor.dash()) return std::nullopt;
  if (found.bracketed && !cursor.take("]")) return std::nullopt;
  if (!cursor.rest.empty()) return std::nullopt;
  found.form = form_of(folded);
  found.bare = found.form == "#";
  return found;
}

}  // namespace travaux
