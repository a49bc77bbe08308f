#include "read/lines.h"

#include <utility>

#include "text/unicode.h"

namespace travaux {

namespace {

constexpr std::size_t kTab = 8;

bool is_edge(char32_t c) { return is_white_space(c) || c == U'\uFEFF'; }

bool is_ascii_edge(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::size_t indent_of(std::string_view raw, std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; raw.data() + at < text.data();) {
    columns = next_code_point(raw, at) == U'\t' ? (columns / kTab + 1) * kTab : columns + 1;
  }
  return columns;
}

// What ends a line at a position: how many bytes it takes and whether an editor counts a line there.
struct LineEnd {
  std::size_t size = 0;
  bool counts = true;
  bool page = false;
};

LineEnd carriage_return_at(std::string_view text, std::size_t at) {
  // "\r\r\n" is what a CRLF file becomes when it is written in text mode once more: one line end.
  std::size_t end = at;
  while (end < text.size() && text[end] == '\r') ++end;
  if (end < text.size() && text[end] == '\n') return {end + 1 - at};
  return {1};
}

LineEnd line_end_at(std::string_view text, std::size_t at) {
  switch (static_cast<unsigned char>(text[at])) {
    case '\n':
      return {1};
    case '\r':
      return carriage_return_at(text, at);
    case '\v':
      return {1, false};
    case '\f':
      return {1, false, true};
    case 0xC2:
      return text.substr(at).starts_with("\xC2\x85") ? LineEnd{2} : LineEnd{};
    case 0xE2: {
      const auto rest = text.substr(at);
      return rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9") ? LineEnd{3} : LineEnd{};
    }
    default:
      return {};
  }
}

SourceLine make_line(std::string_view raw, std::size_t source, bool page_break) {
  const auto text = trim(raw);
  return {raw, text, text, source, text.empty() ? 0 : indent_of(raw, text), page_break};
}

// Walks the text once and gathers the lines.
class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<SourceLine> split() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const auto end = line_end_at(text_, at);
      if (end.size == 0) {
        ++at;
        continue;
      }
      take(at, end);
      at += end.size;
    }
    if (begin_ < text_.size()) close(text_.size());
    return std::move(lines_);
  }

 private:
  void take(std::size_t at, const LineEnd& end) {
    // A form feed at the start of a line marks the page only; a line end right after one ends the same line, not another.
    const bool empty = at == begin_;
    if (!(empty && (end.page || after_page_break_))) close(at);
    if (end.page) page_break_ = true;
    after_page_break_ = end.page && !empty;
    begin_ = at + end.size;
    if (end.counts) ++source_;
  }

  void close(std::size_t end) {
    lines_.push_back(make_line(text_.substr(begin_, end - begin_), source_, page_break_));
    page_break_ = false;
  }

  std::string_view text_;
  std::vector<SourceLine> lines_;
  std::size_t begin_ = 0;
  std::size_t source_ = 1;
  bool page_break_ = false;
  bool after_page_break_ = false;
};

}  // namespace

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  std::size_t end = text.size();
  while (begin < end) {
    std::size_t next = begin;
    if (static_cast<unsigned char>(text[begin]) < 0x80 ? !is_ascii_edge(text[next++]) : !is_edge(next_code_point(text, next)))
      break;
    begin = next;
  }
  while (end > begin) {
    std::size_t before = end;
    if (static_cast<unsigned char>(text[end - 1]) < 0x80 ? !is_ascii_edge(text[--before])
                                                         : !is_edge(previous_code_point(text, before)))
      break;
    end = before;
  }
  return text.substr(begin, end - begin);
}

std::vector<SourceLine> split_lines(std::string_view text) { return Splitter(text).split(); }

}  // namespace travaux
