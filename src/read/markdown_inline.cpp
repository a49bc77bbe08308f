#include "read/markdown_inline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "text/unicode.h"
#include "travaux/text.h"

namespace travaux {

namespace {

bool ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

bool ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool ascii_digit(char c) { return c >= '0' && c <= '9'; }

// Superscript digits: a footnote's mark must not look like a bracket of the draft.
std::string footnote_mark(std::string_view label) {
  constexpr std::array kDigits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string mark;
  for (const char c : label) {
    if (!ascii_digit(c)) return fmt::format("({})", label);
    mark += kDigits[static_cast<std::size_t>(c - '0')];
  }
  return mark;
}

struct Entity {
  char32_t c = 0;
  std::size_t size = 0;
};

Entity numeric_entity(std::string_view body, std::size_t size) {
  const bool hex = body.size() > 1 && (body[1] | 0x20) == 'x';
  char32_t value = 0;
  const auto digits = body.substr(hex ? 2 : 1);
  if (digits.empty() || digits.size() > 7) return {};
  for (const char c : digits) {
    const char lower = static_cast<char>(c | 0x20);
    const bool letter = hex && lower >= 'a' && lower <= 'f';
    if (!ascii_digit(c) && !letter) return {};
    value = value * (hex ? 16 : 10) + static_cast<char32_t>(letter ? lower - 'a' + 10 : c - '0');
  }
  const bool character = value >= 0x20 && value < 0x110000 && !(value >= 0xD800 && value < 0xE000) && value != 0x7F;
  return character ? Entity{value, size} : Entity{};
}

Entity entity_at(std::string_view text) {
  struct Named {
    std::string_view name;
    char32_t c;
  };
  constexpr std::array kNamed{
      Named{"amp", U'&'},         Named{"lt", U'<'},         Named{"gt", U'>'},         Named{"quot", U'"'},
      Named{"apos", U'\''},       Named{"nbsp", U'\u00A0'},  Named{"ndash", U'\u2013'}, Named{"mdash", U'\u2014'},
      Named{"lsquo", U'\u2018'},  Named{"rsquo", U'\u2019'}, Named{"ldquo", U'\u201C'}, Named{"rdquo", U'\u201D'},
      Named{"hellip", U'\u2026'}, Named{"laquo", U'\u00AB'}, Named{"raquo", U'\u00BB'}, Named{"deg", U'\u00B0'},
      Named{"sect", U'\u00A7'},   Named{"para", U'\u00B6'},  Named{"ordm", U'\u00BA'},  Named{"ordf", U'\u00AA'},
      Named{"euro", U'\u20AC'},   Named{"shy", U'\u00AD'},   Named{"aacute", U'á'},     Named{"eacute", U'é'},
      Named{"iacute", U'í'},      Named{"oacute", U'ó'},     Named{"uacute", U'ú'},     Named{"ntilde", U'ñ'},
      Named{"ccedil", U'ç'},      Named{"agrave", U'à'},     Named{"egrave", U'è'},     Named{"ecirc", U'ê'},
      Named{"atilde", U'ã'},      Named{"otilde", U'õ'},     Named{"uuml", U'ü'}};
  const auto end = text.substr(0, 12).find(';');
  if (end == std::string_view::npos || end < 2) return {};
  const auto body = text.substr(1, end - 1);
  if (body.front() == '#') return numeric_entity(body, end + 1);
  const auto found = std::find_if(kNamed.begin(), kNamed.end(), [&](const Named& named) { return named.name == body; });
  return found == kNamed.end() ? Entity{} : Entity{found->c, end + 1};
}

// The length of an HTML tag that says how text looks; 0 for anything else. <ins> and <del> say what it is, and stay.
std::size_t html_tag_size(std::string_view text) {
  constexpr std::array kTags{"a",   "b",     "big",   "blockquote", "br", "center", "cite", "code",   "div",
                             "em",  "font",  "h1",    "h2",         "h3", "h4",     "h5",   "h6",     "hr",
                             "i",   "img",   "li",    "ol",         "p",  "small",  "span", "strong", "sub",
                             "sup", "table", "tbody", "td",         "th", "thead",  "tr",   "u",      "ul"};
  std::size_t at = 1;
  if (at < text.size() && text[at] == '/') ++at;
  std::size_t end = at;
  while (end < text.size() && end - at < 12 && (ascii_letter(text[end]) || ascii_digit(text[end]))) ++end;
  const auto name = fold_case(text.substr(at, end - at));
  if (std::find(kTags.begin(), kTags.end(), name) == kTags.end()) return 0;
  constexpr std::size_t kLongestTag = 400;
  const auto close = text.substr(0, kLongestTag).find('>', end);
  if (close == std::string_view::npos) return 0;
  const char after = text[end];
  return after == '>' || after == '/' || after == ' ' ? close + 1 : 0;
}

// A run of emphasis marks in the output, and which of its marks are spent.
struct Delimiter {
  std::size_t at;  ///< in the output
  std::size_t count;
  std::size_t left;  ///< marks not yet matched
};

class Stripper {
 public:
  Stripper(std::string_view text, const LinkLabels& labels) : text_(text), labels_(labels) { match_brackets(); }

  std::string strip() {
    while (at_ < text_.size()) step();
    return remove_spent();
  }

 private:
  char peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  void step() {
    if (!skips_.empty() && skips_.back().first == at_) {
      at_ = skips_.back().second;
      skips_.pop_back();
      return;
    }
    switch (text_[at_]) {
      case '\\':
        return escape();
      case '*':
      case '_':
        return emphasis(text_[at_]);
      case '[':
        return bracket();
      case '!':
        if (peek(1) == '[' && link_after(at_ + 1)) {
          ++at_;
          return;
        }
        return copy(1);
      case '&':
        return entity();
      case '<':
        return angle();
      case '`':
        return code();
      case '^':
        return superscript();
      default:
        return copy(1);
    }
  }

  void copy(std::size_t size) {
    out_.append(text_.substr(at_, size));
    at_ += size;
  }

  void escape() {
    if (at_ + 1 < text_.size() && ascii_punctuation(peek(1))) {
      out_ += peek(1);
      at_ += 2;
    } else if (at_ + 1 == text_.size() || peek(1) == ' ') {
      ++at_;  // a hard line break, or a space that must not break
    } else {
      copy(1);
    }
  }

  void entity() {
    const auto entity = entity_at(text_.substr(at_));
    if (entity.size == 0) return copy(1);
    append_utf8(out_, entity.c);
    at_ += entity.size;
  }

  void angle() {
    const auto rest = text_.substr(at_);
    if (const auto size = html_tag_size(rest)) {
      if (rest.starts_with("<br") || rest.starts_with("<td") || rest.starts_with("<li")) out_ += ' ';
      at_ += size;
      return;
    }
    const auto close = rest.find('>');
    const auto inner = close == std::string_view::npos ? std::string_view() : rest.substr(1, close - 1);
    const bool address = inner.find("://") != std::string_view::npos || inner.starts_with("mailto:");
    if (!address || inner.find(' ') != std::string_view::npos) return copy(1);
    out_.append(inner);
    at_ += close + 1;
  }

  void code() {
    const auto close = text_.find('`', at_ + 1);
    if (close == std::string_view::npos || close == at_ + 1) return copy(1);
    out_.append(text_.substr(at_ + 1, close - at_ - 1));
    at_ = close + 1;
  }

  // "5^th^"
  void superscript() {
    const auto close = text_.find('^', at_ + 1);
    constexpr std::size_t kLongest = 5;
    if (close == std::string_view::npos || close == at_ + 1 || close - at_ > kLongest ||
        !std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(at_) + 1, text_.begin() + static_cast<std::ptrdiff_t>(close),
                     [](char c) { return ascii_letter(c) || ascii_digit(c); })) {
      return copy(1);
    }
    out_.append(text_.substr(at_ + 1, close - at_ - 1));
    at_ = close + 1;
  }

  // For each opening bracket, where it closes.
  void match_brackets() {
    closes_.assign(text_.size(), 0);
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (text_[at] == '\\') {
        ++at;
      } else if (text_[at] == '[') {
        open.push_back(at);
      } else if (text_[at] == ']' && !open.empty()) {
        closes_[open.back()] = at;
        open.pop_back();
      }
    }
  }

  // Where the link whose text begins at the bracket `open` ends; nothing where it is no link.
  std::optional<std::size_t> link_after(std::size_t open) const {
    const auto close = closes_[open];
    if (close == 0) return std::nullopt;
    const auto rest = text_.substr(close + 1);
    if (rest.starts_with("(")) {
      const auto end = rest.find(')');
      if (end != std::string_view::npos && is_link_target(rest.substr(1, end - 1))) return close + 1 + end + 1;
    }
    const auto inner = text_.substr(open + 1, close - open - 1);
    constexpr std::size_t kLongestLabel = 200;
    if (labels_.empty()) return std::nullopt;
    if (rest.starts_with("[") && closes_[close + 1] != 0) {
      const auto label = text_.substr(close + 2, closes_[close + 1] - close - 2);
      const auto& key = label.empty() ? inner : label;
      if (key.size() <= kLongestLabel && labels_.contains(label_key(key))) return closes_[close + 1] + 1;
      return std::nullopt;
    }
    if (inner.size() <= kLongestLabel && labels_.contains(label_key(inner))) return close + 1;
    return std::nullopt;
  }

  void bracket() {
    const auto close = closes_[at_];
    if (close != 0 && peek(1) == '^' && close > at_ + 2 && text_.substr(at_, close - at_).find(' ') == std::string_view::npos) {
      out_ += footnote_mark(text_.substr(at_ + 2, close - at_ - 2));
      at_ = close + 1;
      return;
    }
    if (const auto end = link_after(at_)) {
      skips_.emplace_back(close, *end);  // the text goes on being read; its closing bracket and the target are skipped
      ++at_;
      return;
    }
    copy(1);
  }

  void emphasis(char mark) {
    std::size_t count = 1;
    while (peek(count) == mark) ++count;
    std::size_t before_at = at_;
    const char32_t before = at_ == 0 ? U' ' : previous_code_point(text_, before_at);
    std::size_t after_at = at_ + count;
    const char32_t after = after_at >= text_.size() ? U' ' : next_code_point(text_, after_at);
    const auto space = [](char32_t c) { return is_white_space(c); };
    const auto punctuation = [](char32_t c) { return !is_letter(c) && !is_digit(c) && !is_white_space(c); };
    const bool left = !space(after) && (!punctuation(after) || space(before) || punctuation(before));
    const bool right = !space(before) && (!punctuation(before) || space(after) || punctuation(after));
    const bool opens = mark == '*' ? left : left && (!right || punctuation(before));
    // "(RESERVATIONS) *": a slip that is common at the end of a heading
    const bool stray = at_ + count == text_.size() && space(before);
    const bool closes = (mark == '*' ? right : right && (!left || punctuation(after))) || stray;
    Delimiter run{out_.size(), count, count};
    auto& open = open_[mark == '*' ? 0 : 1];
    // "**Option 3:**Building": no closing mark by the book, and meant as one
    const bool sloppy = mark == '*' && !space(before) && !open.empty() && open.back().left == count;
    if (closes || sloppy) close(open, run);
    if (run.left > 0 && opens) open.push_back(run);
    out_.append(count, mark);
    at_ += count;
  }

  void close(std::vector<Delimiter>& open, Delimiter& run) {
    while (run.left > 0 && !open.empty()) {
      auto& opener = open.back();
      const auto spent = std::min(opener.left, run.left);
      // The inner marks of an opener go first, the outer ones of a closer last; which ones does not matter once they are gone.
      spent_.push_back({opener.at + opener.left - spent, spent});
      spent_.push_back({run.at + run.count - run.left, spent});
      opener.left -= spent;
      run.left -= spent;
      if (opener.left == 0) open.pop_back();
    }
  }

  std::string remove_spent() {
    std::sort(spent_.begin(), spent_.end());
    std::string result;
    result.reserve(out_.size());
    std::size_t from = 0;
    for (const auto& [at, size] : spent_) {
      result.append(out_, from, at - from);
      from = at + size;
    }
    return result.append(out_, from);
  }

  std::string_view text_;
  const LinkLabels& labels_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<std::size_t> closes_;
  std::vector<std::pair<std::size_t, std::size_t>> skips_;  ///< innermost link last: where its text closes, where it ends
  std::vector<Delimiter> open_[2];
  std::vector<std::pair<std::size_t, std::size_t>> spent_;
};

}  // namespace

std::string label_key(std::string_view label) { return fold_case(fold_white_space(label)); }

bool is_link_target(std::string_view target) {
  const auto space = target.find(' ');
  const auto title = space == std::string_view::npos ? std::string_view() : target.substr(space + 1);
  if (!title.empty() && title.front() != '"' && title.front() != '\'') return false;
  target = target.substr(0, space);
  if (target.starts_with("<") && target.ends_with(">")) target = target.substr(1, target.size() - 2);
  if (target.find("://") != std::string_view::npos) return true;
  for (const std::string_view start : {"/", "#", "./", "../", "mailto:"}) {
    if (target.starts_with(start) && target.size() > 1) return true;
  }
  for (const std::string_view end : {".html", ".htm", ".md", ".pdf", ".docx", ".doc", ".txt", ".png", ".jpg", ".svg"}) {
    if (target.ends_with(end) && target.size() > end.size()) return true;
  }
  return false;
}

std::string strip_inline_marks(std::string_view paragraph, const LinkLabels& labels) {
  return Stripper(paragraph, labels).strip();
}

}  // namespace travaux
