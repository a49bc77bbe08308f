#include "report/md_escape.h"

#include <fmt/format.h>

#include "report/hazard.h"
#include "text/unicode.h"

namespace travaux::report {

namespace {

bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_ascii_letter(char32_t c) { return (c | 0x20U) >= U'a' && (c | 0x20U) <= U'z'; }

/// Markup wherever it stands.
bool is_markup(char32_t c) {
  return c < 0x80 && std::string_view("\\`*_[]<>#~|&$").find(static_cast<char>(c)) != std::string_view::npos;
}

/// A colon that could open a link ("https://") or an emoji (":smile:").
bool colon_binds(std::string_view text, std::size_t after) {
  if (after >= text.size()) return false;
  const auto next = static_cast<unsigned char>(text[after]);
  return is_ascii_letter(next) || is_ascii_digit(next) || next == '/' || next == '+' || next == '-' || next == '_';
}

bool ends_in_www(std::string_view before) {
  if (before.size() < 3) return false;
  const std::string_view last = before.substr(before.size() - 3);
  return last.find_first_not_of("wW") == std::string_view::npos;
}

class Escaper {
 public:
  Escaper(std::string_view text, bool at_start) : text_(text), at_start_(at_start) {
    out_.reserve(text.size() + text.size() / 8);
  }

  std::string escape() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      put(next_code_point(text_, at_), begin);
    }
    return std::move(out_);
  }

 private:
  void put(char32_t c, std::size_t begin) {
    if (c == U'\n' || c == U'\t') c = U' ';
    if (is_forbidden_in_html(c)) {
      append_utf8(out_, is_white_space(c) ? U' ' : U'\uFFFD');
    } else if (is_hazard(c)) {
      out_ += fmt::format("&#x{:X};", static_cast<unsigned>(c));
    } else {
      if (is_markup(c) || begins_a_block(c, begin) || (c == U':' && colon_binds(text_, at_)) ||
          (c == U'.' && ends_in_www(text_.substr(0, begin)))) {
        out_ += '\\';
      }
      append_utf8(out_, c);
    }
    only_digits_ = only_digits_ && is_ascii_digit(c);
  }

  /// Markup only where a line begins: lists, underlines of headings, rules.
  bool begins_a_block(char32_t c, std::size_t begin) const {
    if (!at_start_) return false;
    if (begin == 0) return c == U'-' || c == U'+' || c == U'=';
    return only_digits_ && (c == U'.' || c == U')');
  }

  std::string_view text_;
  bool at_start_;
  std::string out_;
  std::size_t at_ = 0;
  bool only_digits_ = true;  // so far
};

}  // namespace

std::string markdown_escaped(std::string_view text, bool at_start) { return Escaper(text, at_start).escape(); }

}  // namespace travaux::report
