#include "read/markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "read/cues.h"
#include "read/lines.h"
#include "read/markdown_inline.h"

namespace travaux {

namespace {

// A label in square brackets and a colon at the beginning of a line: "[source]: http://…", "[^2]: …".
struct Definition {
  std::string_view label;
  std::string_view rest;
};

Definition definition_of(std::string_view line) {
  const auto close = line.find("]:");
  if (!line.starts_with("[") || close == std::string_view::npos || close < 2) return {};
  const auto label = line.substr(1, close - 1);
  if (label.find_first_of("[]") != std::string_view::npos) return {};
  return {label, trim(line.substr(close + 2))};
}

bool defines_link(std::string_view line) {
  const auto definition = definition_of(line);
  return !definition.label.empty() && !definition.label.starts_with("^") && is_link_target(definition.rest);
}

// "---", "* * *": a rule between parts, or the line under a heading.
bool is_rule(std::string_view line) {
  std::string marks;
  for (const char c : line) {
    if (c != ' ') marks += c;
  }
  if (marks.size() < 3 || std::string_view("-*_=").find(marks.front()) == std::string_view::npos) return false;
  return marks.find_first_not_of(marks.front()) == std::string::npos;
}

bool is_attribute_list(std::string_view line) { return line.starts_with("{:") && line.ends_with("}"); }

bool is_table_rule(std::string_view line) {
  return line.find('|') != std::string_view::npos && line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|-: ") == std::string_view::npos;
}

std::size_t heading_marks(std::string_view line) {
  const auto end = line.find_first_not_of('#');
  if (end == std::string_view::npos) return line.size() <= 6 ? line.size() : 0;
  return end > 0 && end <= 6 && line[end] == ' ' ? end : 0;
}

std::string_view without_heading_marks(std::string_view line, std::size_t marks) {
  line = trim(line.substr(marks));
  const auto last = line.find_last_not_of('#');
  if (last == std::string_view::npos) return {};
  return last + 1 < line.size() && line[last] == ' ' ? trim(line.substr(0, last)) : line;
}

std::string_view without_quote_marks(std::string_view line) {
  while (line.starts_with(">")) line = trim(line.substr(1));
  return line;
}

// How a line continues or begins a point of a list.
struct ListMark {
  bool bullet = false;
  Enumerator number;
  std::string_view rest;  ///< for a bullet: without it
};

ListMark list_mark(std::string_view line) {
  if (line.size() > 1 && std::string_view("-*+").find(line.front()) != std::string_view::npos &&
      (line[1] == ' ' || line[1] == '\t')) {
    return {true, {}, trim(line.substr(1))};
  }
  auto found = enumerator_at(line);
  if (found.style == EnumeratorStyle::kDash || found.style == EnumeratorStyle::kBullet) found = {};
  return {false, found, line};
}

class MarkdownReader {
 public:
  explicit MarkdownReader(std::string_view text) : text_(without_comments(text)), lines_(split_lines(text_)) {}

  MarkdownText read() {
    std::size_t i = skip_front_matter();
    gather_labels(i);
    for (; i < lines_.size(); ++i) take(lines_[i]);
    close();
    while (!result_.lines.empty() && result_.lines.back().text.empty()) result_.lines.pop_back();
    std::stable_sort(result_.notes.begin(), result_.notes.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
    return std::move(result_);
  }

 private:
  void note(std::size_t line, std::string_view what, std::string_view quoted) {
    constexpr std::size_t kQuoted = 200;
    std::size_t end = std::min(quoted.size(), kQuoted);
    while (end < quoted.size() && (quoted[end] & 0xC0) == 0x80) ++end;
    result_.notes.push_back({line, Severity::kNote, fmt::format("left out {}: \"{}\"", what, quoted.substr(0, end))});
  }

  // Comments go, their line ends stay, so that lines keep their numbers.
  std::string without_comments(std::string_view text) {
    std::string kept;
    kept.reserve(text.size());
    std::size_t line = 1;
    std::size_t from = 0;
    for (auto open = text.find("<!--"); open != std::string_view::npos; open = text.find("<!--", from)) {
      const auto close = text.find("-->", open + 4);
      if (close == std::string_view::npos) break;
      line += static_cast<std::size_t>(
          std::count(text.begin() + static_cast<std::ptrdiff_t>(from), text.begin() + static_cast<std::ptrdiff_t>(open), '\n'));
      const auto comment = text.substr(open, close + 3 - open);
      note(line, "a comment", fold_white_space(comment));
      kept.append(text.substr(from, open - from));
      const auto ends = std::count(comment.begin(), comment.end(), '\n');
      kept.append(static_cast<std::size_t>(ends), '\n');
      line += static_cast<std::size_t>(ends);
      from = close + 3;
    }
    return kept.append(text.substr(from));
  }

  std::size_t skip_front_matter() {
    if (lines_.empty() || lines_.front().text != "---" || lines_.front().indent > 0) return 0;
    constexpr std::size_t kLongest = 200;
    std::string quoted;
    for (std::size_t i = 1; i < std::min(lines_.size(), kLongest); ++i) {
      if (lines_[i].text == "---" || lines_[i].text == "...") {
        note(1, "the front matter", quoted);
        return i + 1;
      }
      quoted.append(quoted.empty() ? "" : "; ").append(lines_[i].text);
    }
    return 0;
  }

  void gather_labels(std::size_t from) {
    for (std::size_t i = from; i < lines_.size(); ++i) {
      if (defines_link(lines_[i].text)) labels_.insert(label_key(definition_of(lines_[i].text).label));
    }
  }

  void take(const SourceLine& line) {
    if (fenced_ || line.text.starts_with("```") || line.text.starts_with("~~~")) return take_code(line);
    const auto text = without_quote_marks(line.text);
    if (text.empty()) return blank_line(line);
    if (is_attribute_list(text)) return take_attributes(line);
    if (defines_link(text)) return close(), note(line.source, "a link's target", text);
    if (is_rule(text) && (text.find('=') == std::string_view::npos || !paragraph_.empty())) return close();
    if (is_table_rule(text)) return close();
    if (const auto marks = heading_marks(text)) {
      close();
      begin(line, without_heading_marks(text, marks));
      return close();
    }
    take_text(line, text);
  }

  void take_code(const SourceLine& line) {
    close();
    if (line.text.starts_with("```") || line.text.starts_with("~~~")) {
      fenced_ = !fenced_;
    } else {
      result_.lines.push_back({std::string(line.text), line.source});
    }
  }

  void blank_line(const SourceLine& line) {
    close();
    if (!result_.lines.empty() && !result_.lines.back().text.empty()) result_.lines.push_back({"", line.source});
  }

  // "{:toc}" makes a table of contents of the list before it, whose one point is a stand-in.
  void take_attributes(const SourceLine& line) {
    if (line.text == "{:toc}" && paragraph_ == "TOC" && bullet_) {
      note(source_, "a stand-in for the table of contents", "* TOC");
      paragraph_.clear();
    }
    close();
    note(line.source, "attributes", line.text);
  }

  void take_text(const SourceLine& line, std::string_view text) {
    const auto mark = list_mark(text);
    if (!paragraph_.empty() && !begins_block(text, mark)) {
      paragraph_.append(" ").append(text);
    } else {
      close();
      settle_depth(line, mark);
      begin(line, mark.bullet ? mark.rest : text);
      bullet_ = mark.bullet;
      in_list_ = mark.bullet || (mark.number && mark.number.bracket != ' ') || (in_list_ && line.indent > 0);
    }
    hard_break_ = line.raw.ends_with("  ") || (text.ends_with("\\") && !text.ends_with("\\\\"));
  }

  // A line in the middle of a paragraph begins another where Markdown says so, or the draft's own structure.
  bool begins_block(std::string_view text, const ListMark& mark) const {
    if (mark.bullet || text.starts_with("|") || definition_of(text).label.starts_with("^")) return true;
    std::string_view before = paragraph_;
    if (before.ends_with("\\")) before.remove_suffix(1);
    const auto ending = ending_of(trim(before));
    if (hard_break_)
      return !(starts_with_lower(text) && (ending == Ending::kOpen || ending == Ending::kComma || ending == Ending::kHyphen));
    const auto& number = mark.number;
    if (!number) return false;
    const bool over = is_terminal(ending) || ending == Ending::kSemicolon || ending == Ending::kComma;
    if (number.style == EnumeratorStyle::kHeading) return !ends_with_dependent_word(before);
    if (number.style == EnumeratorStyle::kNumber && number.bracket != '(') return in_list_ || number.value == 1 || over;
    return over;
  }

  // How deep in lists a numbered point stands: the indents of the points it is under.
  void settle_depth(const SourceLine& line, const ListMark& mark) {
    constexpr std::size_t kNested = 4;  // to Markdown, what is indented less stands at the margin
    while (!levels_.empty() && levels_.back() > line.indent) levels_.pop_back();
    if (line.indent == 0) levels_.clear();
    const bool point = mark.bullet || (mark.number && mark.number.style != EnumeratorStyle::kHeading);
    if (point && (levels_.empty() || levels_.back() < line.indent)) levels_.push_back(line.indent);
    depth_ = point && !mark.bullet && line.indent > 0 && !levels_.empty() ? levels_.size() - (levels_.front() < kNested ? 1 : 0) : 0;
    if (line.indent == 0 && point) levels_ = {0};
  }

  void begin(const SourceLine& line, std::string_view text) {
    paragraph_ = text;
    source_ = line.source;
  }

  void close() {
    if (!paragraph_.empty()) {
      auto text = strip_inline_marks(footnote_opened(paragraph_), labels_);
      fold_spaces(text);
      if (!text.empty()) result_.lines.push_back({std::string(4 * depth_, ' ') + text, source_});
    }
    paragraph_.clear();
    hard_break_ = false;
    bullet_ = false;
    depth_ = 0;
  }

  // "[^2]: …" without its colon, so that its mark is read as the marks in the text are.
  static std::string footnote_opened(const std::string& paragraph) {
    const auto definition = definition_of(paragraph);
    if (!definition.label.starts_with("^")) return paragraph;
    return fmt::format("[{}] {}", definition.label, definition.rest);
  }

  // One space between words and none at the ends: what was wrapped, indented or marked up leaves more.
  static void fold_spaces(std::string& text) {
    const auto doubled = std::unique(text.begin(), text.end(), [](char a, char b) { return a == ' ' && b == ' '; });
    text.erase(doubled, text.end());
    text = std::string(trim(text));
  }

  MarkdownText result_;
  std::string text_;
  std::vector<SourceLine> lines_;
  LinkLabels labels_;
  std::string paragraph_;
  std::size_t source_ = 0;
  std::vector<std::size_t> levels_;
  std::size_t depth_ = 0;
  bool bullet_ = false;
  bool in_list_ = false;
  bool hard_break_ = false;
  bool fenced_ = false;
};

}  // namespace

MarkdownText read_markdown(std::string_view text) { return MarkdownReader(text).read(); }

}  // namespace travaux
