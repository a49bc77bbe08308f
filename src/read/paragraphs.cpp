#include "read/paragraphs.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "read/cues.h"
#include "read/hyphens.h"
#include "read/wrapping.h"
#include "text/unicode.h"
#include "travaux/text.h"

namespace travaux {

namespace {

// Whether a quotation is open, followed over the lines of one paragraph.
class Quotation {
 public:
  void start(std::string_view line) {
    *this = {};
    introduces_ = true;
    read(line);
  }

  void read(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
      const auto byte = static_cast<unsigned char>(line[at]);
      if (byte < 0x80 && byte != '"') {
        if (byte != ' ' && depth_ == 0) introduces_ = byte == ':', after_ |= byte != '.' && byte != ')' && byte != ']';
        ++at;
        continue;
      }
      mark(next_code_point(line, at));
    }
  }

  bool open() const { return depth_ > 0; }
  /// The last quotation stood where a passage does, at the beginning or after a colon, and nothing came after it.
  bool ended_passage() const { return depth_ == 0 && passage_ && !after_; }

 private:
  void mark(char32_t c) {
    const bool opens = c == U'“' || c == U'«' || c == U'„' || (c == U'"' && depth_ == 0);
    const bool closes = c == U'”' || c == U'»' || (c == U'"' && depth_ > 0);
    if (opens) {
      if (depth_++ == 0) passage_ = introduces_, after_ = false;
    } else if (closes) {
      if (depth_ > 0) --depth_;
    } else if (depth_ == 0) {
      introduces_ = false;
      after_ = true;
    }
  }

  int depth_ = 0;
  bool introduces_ = false;  ///< a quotation that opened here would be a passage
  bool passage_ = false;
  bool after_ = false;
};

std::string key_of(std::string_view line) { return fold_case(fold_white_space(line)); }

// The indent that tells how deep a point stands in its list, where it was made of whole levels of four spaces.
std::size_t kept_indent(const SourceLine& line, const Enumerator& found) {
  const bool point = found && found.style != EnumeratorStyle::kHeading && found.style != EnumeratorStyle::kDash &&
                     found.style != EnumeratorStyle::kBullet;
  const bool whole = line.indent % 4 == 0 && line.raw.substr(0, line.indent).find_first_not_of(' ') == std::string_view::npos;
  return point && whole && line.text.data() == line.raw.data() + line.indent ? line.indent : 0;
}

// The mark of the next point, written as this one: "2) " after "1) "; empty for styles that do not count.
std::string successor_of(std::string_view mark, const Enumerator& found) {
  const auto core = mark.find_first_not_of('(');
  if (found.style == EnumeratorStyle::kNumber)
    return std::string(core, '(') + std::to_string(found.value + 1) + (found.bracket == '.' ? "." : ")");
  if (found.style != EnumeratorStyle::kLetter || core >= mark.size()) return "";
  std::string next = std::string(core, '(') + static_cast<char>(mark[core] + 1) + (found.bracket == '.' ? "." : ")");
  if ((mark[core] | 0x20) == 'i') next = std::string(core, '(') + mark[core] + mark[core] + (found.bracket == '.' ? "." : ")");
  return next;
}

// Builds the output line by line; what it knows of the paragraph under way decides whether the next line goes on with it.
class Joiner {
 public:
  explicit Joiner(const std::vector<SourceLine>& lines) : lines_(lines), shapes_(shapes_of(lines)), hyphens_(lines) {}

  std::vector<OutputLine> join() {
    output_.reserve(lines_.size());
    for (std::size_t begin = 0; begin < lines_.size();) {
      const auto end = stretch_end(begin);
      judge_stretch(begin, end);
      for (std::size_t i = begin; i < end; ++i) take(i);
      begin = end;
    }
    return std::move(output_);
  }

 private:
  // A stretch is a run of lines short enough to be wrapped, or one of those that are not.
  std::size_t stretch_end(std::size_t begin) const {
    std::size_t end = begin;
    const bool wide = is_wide(begin);
    while (end < lines_.size() && is_wide(end) == wide) ++end;
    return end;
  }

  bool is_wide(std::size_t i) const { return shapes_[i].length[0] > kWidestWrap && !shapes_[i].one_word; }

  void judge_stretch(std::size_t begin, std::size_t end) {
    wrapping_ = is_wide(begin) ? Wrapping{} : wrapping_of(lines_, shapes_, begin, end, begin == 0 && end == lines_.size());
    known_.clear();
    if (!wrapping_.wrapped) return;
    for (std::size_t i = begin; i < end; ++i) {
      if (shapes_[i].blank() || !begins_block(i, begin)) continue;
      known_.insert(key_of(lines_[i].text));
    }
  }

  bool begins_block(std::size_t i, std::size_t begin) const {
    const std::size_t blanks = wrapping_.double_spaced ? 2 : 1;
    for (std::size_t n = 1; n <= blanks && i >= begin + n; ++n) {
      if (!shapes_[i - n].blank()) return false;
    }
    return true;
  }

  void take(std::size_t i) {
    if (shapes_[i].blank()) {
      page_break_ |= lines_[i].page_break;
      output_.push_back({"", lines_[i].source});
      return;
    }
    page_break_ |= lines_[i].page_break;
    if (open_ && goes_on(i)) {
      append(i);
    } else {
      start(i);
    }
    last_ = i;
    page_break_ = false;
  }

  std::size_t blanks_before(std::size_t i) const { return i - last_ - 1; }

  bool goes_on(std::size_t i) const {
    if (page_break_) return goes_on_over_page(i);
    if (!wrapping_.wrapped || blanks_before(i) != (wrapping_.double_spaced ? 1u : 0u)) return false;
    return is_wrap(i) && !starts_paragraph(i);
  }

  bool is_wrap(std::size_t i) const {
    const auto& a = shapes_[last_];
    const auto& b = shapes_[i];
    if (is_wide(last_)) return false;
    const bool open = !b.enumerator && !is_terminal(a.ending) && a.ending != Ending::kSemicolon;
    const bool runs_on = open && (b.lower || ends_with_dependent_word(lines_[last_].text));
    if (a.length[wrapping_.measure] > wrapping_.longest && !a.one_word) return runs_on;  // "… AG/DEC." kept on its line
    const auto together = wrapping_.with_next(a, b);
    if (together > wrapping_.width) return true;
    if (wrapping_.ragged) return (runs_on && together * 2 > wrapping_.width) || (open && together * 5 > wrapping_.width * 4);
    if (!wrapping_.loose) return runs_on && together == wrapping_.width;  // two spaces stood at the break
    return open && together + (runs_on ? 4 : 1) > wrapping_.width;
  }

  // A page ends in the middle of a paragraph where the sentence goes on; elsewhere a paragraph is taken to end with its page.
  bool goes_on_over_page(std::size_t i) const {
    const auto ending = ending_of(lines_[last_].text);
    const auto text = lines_[i].text;
    if (wrapping_.wrapped && ending == Ending::kColon && shapes_[i].enumerator && fills_line(i) && runs_inline(i)) return true;
    if (enumerator_at(text) || starts_with_quotation(text) || is_terminal(ending)) return false;
    constexpr std::size_t kProse = 40;  // a shorter line may be a point of a list
    if (!wrapping_.wrapped && shapes_[last_].length[0] < kProse) return false;
    const bool full = wrapping_.wrapped && fills_line(i);
    if (wrapping_.wrapped && !wrapping_.ragged && !full) return false;
    if (starts_with_lower(text)) return ending != Ending::kSemicolon;
    if (ending == Ending::kSemicolon || (ending == Ending::kOpen && heads_page(i))) return false;
    return ending == Ending::kComma || ending == Ending::kHyphen || ends_with_dependent_word(lines_[last_].text) ||
           (full && (ending == Ending::kOpen || quotation_.open()));
  }

  // The first line of a page is a heading with a colon, "Declaration of Lima:", and no title's second half: the paragraph under
  // way has a number or had its colon before.
  bool heads_page(std::size_t i) const {
    const auto& text = lines_[i].text;
    const auto& before = output_[paragraph_].text;
    const bool alone = i + 1 >= lines_.size() || shapes_[i + 1].blank() || starts_with_quotation(lines_[i + 1].text);
    const bool heading = alone && shapes_[i].ending == Ending::kColon && starts_with_upper(text);
    const bool sentence = before.find(": ") != std::string::npos || enumerator_at(before) || starts_with_quotation(before);
    return heading && sentence && !quotation_.open() && !ends_with_dependent_word(lines_[last_].text);
  }

  // The last line had no room for the first word of this one.
  bool fills_line(std::size_t i) const {
    return !is_wide(last_) && wrapping_.with_next(shapes_[last_], shapes_[i]) > wrapping_.width;
  }

  // The line is full, so that the next may go on with its paragraph: does it look as if another began instead?
  bool starts_paragraph(std::size_t i) const {
    const auto& text = lines_[i].text;
    const auto ending = shapes_[last_].ending;
    if (indent_differs(i)) return true;
    if (shapes_[i].enumerator) return enumerator_starts_paragraph(i);
    if (starts_with_quotation(text) && is_terminal(ending)) return true;
    if (!is_terminal(ending) || shapes_[i].lower) return false;
    if (known_.contains(key_of(text)) && !quotation_.open()) return true;
    if (quotation_.ended_passage() && starts_with_upper(text)) return true;
    return ending == Ending::kSentence && wrapping_.breaks_at_sentences && starts_with_upper(text) && !quotation_.open();
  }

  bool indent_differs(std::size_t i) const {
    const auto differ = [](std::size_t a, std::size_t b) { return a > b + 1 || b > a + 1; };
    const auto indent = lines_[i].indent;
    if (last_ != first_) return differ(indent, lines_[last_].indent);
    return wrapping_.indents_first && indent >= 2 && !differ(indent, lines_[first_].indent);
  }

  bool enumerator_starts_paragraph(std::size_t i) const {
    const auto& found = shapes_[i].enumerator;
    const auto ending = shapes_[last_].ending;
    if (ending == Ending::kColon && runs_inline(i)) return false;
    if (found.style == EnumeratorStyle::kBullet || is_terminal(ending)) return true;
    const auto before = points_.find({found.style, found.bracket});
    const bool next = before != points_.end() && found.follows(before->second);
    const bool over = ending == Ending::kSemicolon || ending == Ending::kComma;
    if (found.style == EnumeratorStyle::kHeading) return next && !ends_with_dependent_word(lines_[last_].text);
    if (found.style == EnumeratorStyle::kDash) return over && before != points_.end();
    if (over || found.style == EnumeratorStyle::kLetter || found.style == EnumeratorStyle::kRoman || found.bracket == '(')
      return next;
    if (ends_with_dependent_word(lines_[last_].text)) return false;
    return found.weighty || next;
  }

  // "topics: 1) prisons; 2) courts": the next point of the list comes inside a line before one begins a line.
  bool runs_inline(std::size_t i) const {
    const auto& found = shapes_[i].enumerator;
    const auto next = successor_of(lines_[i].text.substr(0, found.size), found);
    if (next.empty()) return false;
    constexpr std::size_t kAhead = 12;
    for (std::size_t line = i; line < std::min(lines_.size(), i + kAhead) && !shapes_[line].blank(); ++line) {
      if (line > i && lines_[line].text.starts_with(next)) return false;
      if (lines_[line].text.find(" " + next) != std::string_view::npos) return true;
    }
    return false;
  }

  void start(std::size_t i) {
    const auto found = shapes_[i].enumerator ? shapes_[i].enumerator : enumerator_at(lines_[i].text);
    output_.push_back({std::string(kept_indent(lines_[i], found), ' ').append(lines_[i].text), lines_[i].source});
    paragraph_ = output_.size() - 1;
    open_ = true;
    first_ = i;
    quotation_.start(lines_[i].text);
    if (found) points_[{found.style, found.bracket}] = found;
  }

  void append(std::size_t i) {
    output_.resize(paragraph_ + 1);  // the blank lines of a page break or of double spacing
    hyphens_.append(output_[paragraph_].text, lines_[i].text);
    quotation_.read(lines_[i].text);
  }

  const std::vector<SourceLine>& lines_;
  std::vector<LineShape> shapes_;
  Hyphens hyphens_;
  Wrapping wrapping_;
  std::unordered_set<std::string> known_;  ///< lines that follow a blank one: they begin paragraphs, headings among them
  std::map<std::pair<EnumeratorStyle, char>, Enumerator> points_;
  std::vector<OutputLine> output_;
  Quotation quotation_;
  std::size_t paragraph_ = 0;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  bool open_ = false;
  bool page_break_ = false;
};

}  // namespace

std::vector<OutputLine> join_paragraphs(const std::vector<SourceLine>& lines) { return Joiner(lines).join(); }

}  // namespace travaux
