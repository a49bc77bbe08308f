// Treaties (articles and their paragraphs), resolutions (preamble and operative part), and texts without numbers.
#include <algorithm>

#include "parse/families.h"
#include "parse/outline.h"
#include "parse/shape.h"
#include "text/unicode.h"

namespace travaux {

namespace {

constexpr std::size_t kTitleWords = 14;

/// A numbered paragraph; an indented one is a point of a list under another.
bool is_arabic(const Line& line) { return line.lead && line.lead->style == LeadStyle::kArabic && line.paragraph.indent == 0; }

bool is_title_line(const Line& line) {
  return !line.lead && looks_like_heading(line.text) && shape_of(line.text).words <= kTitleWords;
}

class Treaty {
 public:
  explicit Treaty(Outline& outline) : outline_(outline), lines_(outline.lines) {}

  void run() {
    const std::size_t first = first_heading();
    mark_preamble(outline_, find_preamble(outline_, first), first);
    parts_ = std::any_of(lines_.begin(), lines_.end(), [this](const Line& line) { return is_part(line); });
    for (std::size_t i = first; i < lines_.size();) i = is_article_heading(lines_[i]) ? take_article(i) : take_other(i);
  }

 private:
  std::size_t first_heading() const {
    std::size_t i = 0;
    while (i < lines_.size() && !is_article_heading(lines_[i])) ++i;
    if (i > 1 && i < lines_.size() && is_title_line(lines_[i - 1]) && is_part(lines_[i - 2])) i -= 2;
    while (i > 0 && is_part(lines_[i - 1])) --i;
    return i;
  }

  /// A heading above articles: worded ("Part II"), or a roman number right before one.
  bool is_part(const Line& line) const {
    if (!line.lead) return false;
    if (line.lead->style == LeadStyle::kPart) return line.lead->alone || looks_like_heading(line.rest());
    const auto next = static_cast<std::size_t>(&line - lines_.data()) + 1;
    const bool roman =
        line.lead->style == LeadStyle::kUpRoman || (line.lead->style == LeadStyle::kUpper && line.lead->alternative > 0);
    return roman && next < lines_.size() && is_article_heading(lines_[next]) && looks_like_heading(line.rest());
  }

  std::size_t take_other(std::size_t i) {
    Line& line = lines_[i];
    if (is_part(line)) {
      line.kind = LineKind::kHeading;
      line.opens = SectionSeed{line.lead->number, "", 0};
      return take_title(i);
    }
    line.kind = LineKind::kSectionText;
    return i + 1;
  }

  /// The title of an article or part may stand on the next line.
  std::size_t take_title(std::size_t i) {
    const bool bare = lines_[i].lead->alone && i + 1 < lines_.size();
    if (!bare || !is_title_line(lines_[i + 1])) return i + 1;
    const bool more = i + 2 < lines_.size() && (!is_article_heading(lines_[i + 2]) || is_part(lines_[i]));
    if (!more) return i + 1;
    lines_[i + 1].kind = LineKind::kHeadingMore;
    return i + 2;
  }

  std::size_t take_article(std::size_t i) {
    Line& heading = lines_[i];
    heading.kind = LineKind::kHeading;
    heading.opens = SectionSeed{heading.lead->number, "", parts_ ? 1U : 0U};
    heading.splits = !heading.lead->alone && ends_sentence(heading.rest()) && heading.rest().front() != '(';
    const std::string address = heading.lead->number;
    const std::size_t begin = take_title(i);
    std::size_t end = begin;
    while (end < lines_.size() && !is_article_heading(lines_[end]) && !is_part(lines_[end])) ++end;
    if (heading.splits) {
      heading.address = address;
      for (std::size_t j = begin; j < end; ++j) lines_[j].kind = LineKind::kBody;
    } else {
      take_paragraphs(begin, end, address);
    }
    return end;
  }

  void take_paragraphs(std::size_t begin, std::size_t end, const std::string& address) {
    const bool numbered = std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(begin),
                                      lines_.begin() + static_cast<std::ptrdiff_t>(end), is_arabic);
    int last = 0;
    bool option = false;  // an option's label stands since the last paragraph
    for (std::size_t i = begin; i < end; ++i) {
      Line& line = lines_[i];
      option = option || opens_option(line);
      if (numbered && is_arabic(line) && (line.lead->value() >= last || (option && line.lead->value() == 1))) {
        line.kind = LineKind::kItem;
        line.number = line.lead->number;
        line.address = address + "/" + line.lead->number;
        last = line.lead->value();
        option = false;
      } else if (!numbered && i == begin) {
        line.kind = LineKind::kItem;
        line.number = line.lead ? line.lead->number : "";
        line.address = line.lead ? address + "/" + line.lead->number : address;
      } else {
        line.kind = numbered && last == 0 ? LineKind::kSectionText : LineKind::kBody;
      }
    }
  }

  Outline& outline_;
  std::vector<Line>& lines_;
  bool parts_ = false;
};

// --- resolutions ---------------------------------------------------------------------------------------------------------

class Resolution {
 public:
  explicit Resolution(Outline& outline) : outline_(outline), lines_(outline.lines) {}

  void run() {
    const std::size_t operative = first_operative();
    mark_preamble(outline_, find_preamble(outline_, operative), operative);
    if (operative == lines_.size()) return;
    lines_[operative].opens = SectionSeed{"", "Operative part", 0};
    numbered_ = std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(operative), lines_.end(),
                            [](const Line& line) { return is_numbered(line); });
    for (std::size_t i = operative; i < lines_.size(); ++i) take(lines_[i]);
  }

 private:
  static bool is_numbered(const Line& line) { return is_arabic(line) || (line.lead && line.lead->style == LeadStyle::kMarked); }

  static bool is_operative_mark(const Line& line) {
    return line.lead && line.lead->style == LeadStyle::kMarked && line.lead->number.starts_with("OP");
  }

  /// The line that resolves, else the first numbered paragraph after the preamble's last.
  std::size_t first_operative() const {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (is_operative_mark(lines_[i])) return i;
      if (is_preambular(lines_[i])) begin = i + 1;
      if (begin > 0 && (opens_operative_part(lines_[i]) || is_arabic(lines_[i]))) return i;
    }
    return lines_.size();
  }

  void take(Line& line) {
    const bool item = numbered_ ? is_numbered(line) && line.lead->value() >= last_ : !line.lead && !opens_operative_part(line);
    if (!item) {
      line.kind = count_ == 0 ? LineKind::kSectionText : LineKind::kBody;
      return;
    }
    line.kind = LineKind::kItem;
    ++count_;
    line.number = line.lead ? line.lead->number : "";
    line.address = line.number.starts_with("OP") ? line.number : "OP" + (numbered_ ? line.number : std::to_string(count_));
    last_ = line.lead ? line.lead->value() : last_;
  }

  Outline& outline_;
  std::vector<Line>& lines_;
  bool numbered_ = false;
  std::size_t count_ = 0;
  int last_ = 0;
};

}  // namespace

void outline_treaty(Outline& outline) { Treaty(outline).run(); }

void outline_resolution(Outline& outline) { Resolution(outline).run(); }

void outline_unnumbered(Outline& outline) {
  std::vector<Line>& lines = outline.lines;
  std::size_t first = 0;
  // Title and version line are front matter, if anything follows them.
  while (first < 3 && first + 1 < lines.size() && (looks_like_heading(lines[first].text) || lines[first].text.starts_with('(')))
    ++first;
  std::size_t count = 0;
  for (std::size_t i = first; i < lines.size(); ++i) {
    lines[i].kind = LineKind::kItem;
    lines[i].address = "¶" + std::to_string(++count);
    lines[i].lead.reset();  // whatever looked like one did not make a numbering
    if (count == 1) lines[i].opens = SectionSeed{};
  }
}

}  // namespace travaux
