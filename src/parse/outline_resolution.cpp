// Resolutions: the preamble, and the operative part with the headings between its paragraphs.
#include <algorithm>

#include "parse/outline.h"
#include "parse/shape.h"
#include "parse/status.h"

namespace travaux {

namespace {

constexpr std::size_t kLongestNumeral = 5;  // letters of a roman numeral on a line of its own

class Resolution {
 public:
  explicit Resolution(Outline& outline) : outline_(outline), lines_(outline.lines) {}

  void run() {
    plain_ = std::none_of(lines_.begin(), lines_.end(), [](const Line& line) { return is_numbered(line); });
    const std::size_t paragraph = first_operative();
    const std::size_t operative = headings_above(paragraph);
    mark_preamble(outline_, find_preamble(outline_, operative), operative);
    if (operative == lines_.size()) return;
    if (operative == paragraph) lines_[operative].opens = SectionSeed{"", "Operative part", 0};
    numbered_ = std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(operative), lines_.end(),
                            [](const Line& line) { return is_numbered(line); });
    for (std::size_t i = operative; i < lines_.size(); ++i) take(i);
    mark_annex(outline_);
  }

 private:
  static bool is_numbered(const Line& line) { return is_arabic(line) || is_marked(line); }

  static bool is_marked(const Line& line) {
    return line.lead && (line.lead->style == LeadStyle::kMarked || line.lead->style == LeadStyle::kOrdinal);
  }

  static bool is_operative_mark(const Line& line) {
    return line.lead && line.lead->style == LeadStyle::kMarked && line.lead->number.starts_with("OP");
  }

  /// The line that resolves, else the first numbered paragraph after the preamble's last; where nothing is numbered, the first
  /// that begins with an operative verb.
  std::size_t first_operative() const {
    if (const std::size_t opener = opener_over_numbers(); opener < lines_.size()) return opener;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (is_operative_mark(lines_[i])) return i;
      if (is_preambular(lines_[i])) begin = i + 1;
      const bool verb = plain_ && !lines_[i].lead && is_operative(lines_[i]);
      if (begin > 0 && (opens_operative_part(lines_[i]) || is_arabic(lines_[i]) || verb)) return i;
    }
    return begin > 0 ? lines_.size() : first_without_preamble();
  }

  /// "RESOLVES:" after the preamble, where numbers begin anew after it: those before it are the preamble's.
  std::size_t opener_over_numbers() const {
    const auto preambular = std::find_if(lines_.begin(), lines_.end(), is_preambular);
    const auto opens = [](const Line& line) { return opens_operative_part(line) && shape_of(line.text).last == U':'; };
    const auto opener = std::find_if(preambular, lines_.end(), opens);
    const auto first = std::find_if(opener, lines_.end(), is_numbered);
    const bool anew = first != lines_.end() && is_arabic(*first) && first->lead->value() == 1;
    return static_cast<std::size_t>((anew ? opener : lines_.end()) - lines_.begin());
  }

  /// A resolution that has no preamble: from its first numbered paragraph on.
  std::size_t first_without_preamble() const {
    const auto first = std::find_if(lines_.begin(), lines_.end(),
                                    [this](const Line& line) { return plain_ ? is_operative(line) : is_numbered(line); });
    return static_cast<std::size_t>(first - lines_.begin());
  }

  /// A number of a part that stands on a line of its own, its title under it: "II" / "Support".
  static bool is_lone_numeral(const Line& line) {
    if (line.lead) return line.lead->alone && is_lettered(*line.lead);
    return line.text.size() <= kLongestNumeral && is_all_upper(line.text) && roman_value(line.text) > 0;
  }

  static bool is_lettered(const Lead& lead) {
    return lead.style == LeadStyle::kUpper || lead.style == LeadStyle::kUpRoman || lead.style == LeadStyle::kPart;
  }

  /// A heading between operative paragraphs: "II. Support", or bare words, right above the number that is due.
  bool is_heading(std::size_t i, std::size_t below = 0) const {
    constexpr std::size_t kMost = 4;  // headings that stand right under one another
    const Line& line = lines_[i];
    if (below == kMost || is_status(line.text)) return false;
    if (is_lone_numeral(line) && i + 1 < lines_.size()) return is_due(lines_[i + 1]) || is_heading(i + 1, below + 1);
    const bool lettered = line.lead && !line.lead->alone && is_lettered(*line.lead);
    const bool titled = lettered ? looks_like_heading(line.rest()) : is_title_line(line) && !heads_annex(line);
    if (!titled || line.paragraph.indent > 0 || i + 1 == lines_.size()) return false;
    if (!lettered && i > 0 && shape_of(lines_[i - 1].text).last == U':') return false;
    const Line& next = lines_[i + 1];
    return is_due(next) || (next.lead && next.lead->style != LeadStyle::kArabic && is_heading(i + 1, below + 1));
  }

  /// The number right after the last; the first may be any.
  bool is_due(const Line& line) const {
    return is_numbered(line) && line.lead->style != LeadStyle::kOrdinal && (count_ == 0 || line.lead->value() == last_ + 1);
  }

  static Lead lone_numeral(const Line& line) {
    Lead lead;
    lead.style = LeadStyle::kUpRoman;
    lead.values = {roman_value(line.text)};
    lead.number = std::string(line.text);
    lead.span = {0, line.text.size()};
    lead.alone = true;
    return lead;
  }

  /// Where the headings right above the first operative paragraph begin.
  std::size_t headings_above(std::size_t operative) const {
    std::size_t first = operative;
    while (first > 1 && operative < lines_.size() && is_numbered(lines_[operative]) && is_heading(first - 1)) --first;
    return first;
  }

  void take(std::size_t i) {
    Line& line = lines_[i];
    if (numbered_ && is_heading(i)) {
      if (i > 0 && lines_[i - 1].kind == LineKind::kHeading && is_lone_numeral(lines_[i - 1]) && !line.lead) {
        line.kind = LineKind::kHeadingMore;
        return;
      }
      if (!line.lead && is_lone_numeral(line)) line.lead = lone_numeral(line);
      line.kind = LineKind::kHeading;
      line.opens = SectionSeed{line.lead ? line.lead->number : "", "", 0};
      return;
    }
    const bool heads = is_option_heading(line) && (i + 1 == lines_.size() || !numbered_ || is_numbered(lines_[i + 1]));
    option_ = option_ || is_option_heading(line);
    const bool anew = option_ && is_numbered(line) && (line.lead->value() == 1 || line.lead->value() == begun_);
    const bool goes_on = is_numbered(line) && (line.lead->value() >= last_ || anew);
    const bool item = numbered_ ? goes_on : !line.lead && !opens_operative_part(line) && !heads;
    if (item && option_ && line.lead) begun_ = line.lead->value();
    if (!item) {
      const LineKind before = i > 0 ? lines_[i - 1].kind : LineKind::kFront;
      const bool under = before == LineKind::kHeading || before == LineKind::kHeadingMore;
      line.kind = count_ == 0 || under || heads ? LineKind::kSectionText : LineKind::kBody;
      return;
    }
    option_ = false;
    line.kind = LineKind::kItem;
    ++count_;
    line.number = line.lead ? line.lead->number : "";
    line.address = line.number.starts_with("OP") ? line.number : "OP" + number_of(line);
    last_ = line.lead ? line.lead->value() : last_;
  }

  /// "PRIMERO" counts as it is printed elsewhere: OP1.
  std::string number_of(const Line& line) const {
    if (!numbered_) return std::to_string(count_);
    return line.lead->style == LeadStyle::kOrdinal ? std::to_string(line.lead->value()) : line.number;
  }

  Outline& outline_;
  std::vector<Line>& lines_;
  bool numbered_ = false;
  bool plain_ = false;  ///< nothing in the text is numbered
  std::size_t count_ = 0;
  int last_ = 0;
  int begun_ = 0;        ///< the number that the option at hand began with
  bool option_ = false;  ///< an option's label stands since the last paragraph
};

}  // namespace

void outline_resolution(Outline& outline) { Resolution(outline).run(); }

}  // namespace travaux
