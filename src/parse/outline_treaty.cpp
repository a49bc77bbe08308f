// Treaties (articles and their paragraphs), resolutions (preamble and operative part), and texts without numbers.
#include <algorithm>
#include <map>
#include <set>

#include "parse/families.h"
#include "parse/ordinals.h"
#include "parse/outline.h"
#include "parse/shape.h"
#include "parse/status.h"
#include "text/unicode.h"

namespace travaux {

namespace {

constexpr std::size_t kTitleWords = 14;
constexpr std::size_t kFewWords = 5;
constexpr std::size_t kLongestNumeral = 5;  // letters of a roman numeral on a line of its own

/// A numbered paragraph; an indented one is a point of a list under another.
bool is_arabic(const Line& line) { return line.lead && line.lead->style == LeadStyle::kArabic && line.paragraph.indent == 0; }

bool is_title_line(const Line& line) {
  constexpr double kRatio = 0.7;  // a short sentence is text all the same
  const Shape shape = shape_of(line.text);
  const bool title = looks_like_heading(line.text) || (looks_like_title(line.text) && shape.title_ratio() >= kRatio);
  return !line.lead && title && shape.words <= kTitleWords;
}

class Treaty {
 public:
  explicit Treaty(Outline& outline) : outline_(outline), lines_(outline.lines) {}

  void run() {
    while (first_article_ < lines_.size() && !is_article_heading(lines_[first_article_])) ++first_article_;
    find_subdivisions();
    find_annex();
    const std::size_t first = first_heading();
    mark_preamble(outline_, find_preamble(outline_, first), first);
    parts_ = std::any_of(lines_.begin(), lines_.end(), [this](const Line& line) { return is_part(line); });
    for (std::size_t i = first; i < annex_;) i = is_article_heading(lines_[i]) ? take_article(i) : take_other(i);
    for (std::size_t i = std::max(first, annex_); i < lines_.size(); ++i) lines_[i].kind = LineKind::kBack;
  }

 private:
  /// The first article, or the parts and their titles right above it.
  std::size_t first_heading() const {
    std::size_t i = first_article_;
    while (i > 0) {
      const bool titled = i > 1 && i < lines_.size() && is_title_line(lines_[i - 1]) && is_part(lines_[i - 2]);
      if (!titled && !is_part(lines_[i - 1])) break;
      i -= titled ? 2 : 1;
    }
    return i;
  }

  /// The words that number what stands below articles ("Section 2" of bylaws) rather than above them: text follows most of
  /// those lines, and an article or another part only few.
  void find_subdivisions() {
    std::map<std::string, int> balance;
    bool article = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      article = article || is_article_heading(lines_[i]);
      const bool part = lines_[i].lead && lines_[i].lead->style == LeadStyle::kPart;
      if (article && part) balance[noun_of(*lines_[i].lead)] += stands_above(i) ? -1 : 1;
    }
    for (const auto& [noun, count] : balance) {
      if (count > 0) subdivisions_.insert(noun);
    }
  }

  bool stands_above(std::size_t i) const {
    if (!lines_[i].lead->alone && !looks_like_heading(lines_[i].rest())) return false;
    for (std::size_t j = i + 1; j < std::min(i + 3, lines_.size()); ++j) {
      if (is_article_heading(lines_[j]) || (lines_[j].lead && lines_[j].lead->style == LeadStyle::kPart)) return true;
      if (!is_title_line(lines_[j])) return false;
    }
    return false;
  }

  bool is_subdivision(const Line& line) const {
    return line.lead && line.lead->style == LeadStyle::kPart && subdivisions_.contains(noun_of(*line.lead));
  }

  /// The first annex after the last article: its numbers are its own.
  void find_annex() {
    annex_ = lines_.size();
    for (std::size_t i = lines_.size(); i-- > 0 && !is_article_heading(lines_[i]);) {
      const bool title = i > 0 && is_article_heading(lines_[i - 1]) && lines_[i - 1].lead->alone;
      if (heads_annex(lines_[i]) && !title) annex_ = i;
    }
  }

  /// A heading above articles: worded ("Part II"), or a roman number right before one.
  bool is_part(const Line& line) const {
    if (!line.lead) return heads_ordinals(line);
    if (is_subdivision(line)) return false;
    if (line.lead->style == LeadStyle::kPart) return line.lead->alone || looks_like_heading(line.rest());
    const auto next = static_cast<std::size_t>(&line - lines_.data()) + 1;
    const bool roman =
        line.lead->style == LeadStyle::kUpRoman || (line.lead->style == LeadStyle::kUpper && line.lead->alternative > 0);
    return roman && next < lines_.size() && is_article_heading(lines_[next]) && looks_like_heading(line.rest());
  }

  /// The title over ordinals that begin after the articles: "TRANSITORIOS" / "PRIMERO.- …".
  bool heads_ordinals(const Line& line) const {
    const auto next = static_cast<std::size_t>(&line - lines_.data()) + 1;
    return any_article_before(line) && next < lines_.size() && is_article_heading(lines_[next]) &&
           spelled_value(lines_[next].lead->number) == 1 && is_title_line(line);
  }

  bool any_article_before(const Line& line) const { return first_article_ < static_cast<std::size_t>(&line - lines_.data()); }

  std::size_t take_other(std::size_t i) {
    Line& line = lines_[i];
    if (is_part(line)) {
      line.kind = LineKind::kHeading;
      line.opens = SectionSeed{line.lead ? line.lead->number : "", "", 0};
      return line.lead ? take_title(i) : i + 1;
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
    const std::string address = heading.lead->number;
    const std::size_t begin = take_title(i);
    romans_ = false;
    std::size_t end = begin;
    while (end < annex_ && !is_article_heading(lines_[end]) && !is_part(lines_[end])) ++end;
    heading.splits = opens_paragraph(heading, begin, end);
    if (heading.splits) {
      heading.inner = find_lead(heading.rest());
      if (heading.inner && is_first_roman(*heading.inner) && begin < end) read_romans(begin, end, 1);
      if (heading.inner && !numbers_paragraph(*heading.inner)) heading.inner.reset();
      heading.address = heading.inner ? address + "/" + heading.inner->number : address;
    }
    if (!heading.splits && begin < end && lines_[begin].lead && is_first_roman(*lines_[begin].lead)) read_romans(begin, end, 0);
    take_paragraphs(begin, end, heading);
    return end;
  }

  static bool is_first_roman(const Lead& lead) {
    return (lead.style == LeadStyle::kUpper && lead.alternative == 1) || (lead.style == LeadStyle::kUpRoman && lead.value() == 1);
  }

  /// Reads "I.", "II.", … as the numbers of an article's paragraphs, from the one after `last` on, if a second follows a first.
  void read_romans(std::size_t begin, std::size_t end, int last) {
    std::vector<Line*> romans;
    for (std::size_t i = begin; i < end; ++i) {
      Line& line = lines_[i];
      if (!line.lead || line.paragraph.indent > 0) continue;
      const int value = line.lead->style == LeadStyle::kUpRoman ? line.lead->value()
                        : line.lead->style == LeadStyle::kUpper ? line.lead->alternative
                                                                : 0;
      if (value == last + 1) romans.push_back(&line), last = value;
    }
    romans_ = last > 1;
    if (!romans_) return;
    for (Line* line : romans) {
      if (line->lead->style == LeadStyle::kUpper) line->lead->values = {line->lead->alternative};
      line->lead->style = LeadStyle::kUpRoman;
    }
  }

  /// Whether the number after an article's own is that of its first paragraph: plain, or Roman with a second below.
  bool numbers_paragraph(Lead& inner) const {
    if (!romans_) return inner.style == LeadStyle::kArabic;
    inner.style = LeadStyle::kUpRoman;
    inner.values = {1};
    return true;
  }

  /// The article's text begins on the line of its number: "Article 4. The Parties shall …", "Artículo 4.- 1. Las Partes …".
  bool opens_paragraph(const Line& heading, std::size_t begin, std::size_t end) const {
    const std::string_view rest = heading.rest();
    if (heading.lead->alone || rest.front() == '(' || titles_article(rest, begin, end)) return false;
    const char32_t last = shape_of(rest).last;
    return ends_sentence(rest) || last == U':' || last == U';' || last == U',';
  }

  /// "Article 4. Duty to report.", with text after it: a title, though a full stop ends it.
  bool titles_article(std::string_view rest, std::size_t begin, std::size_t end) const {
    if (begin == end || rest.find(". ") != std::string_view::npos) return false;
    // "Art. 5º Fica criado o Fundo." / "§ 1º …": paragraphs that hang from the article's own sentence.
    const bool caput = is_subdivision(lines_[begin]) && families().caput_words.contains(noun_of(*lines_[begin].lead));
    if (caput && ends_sentence(rest)) return false;
    if (looks_like_title(rest)) return true;
    constexpr std::size_t kClauseWords = 3;
    constexpr double kTitleRatio = 0.6;
    const Shape shape = shape_of(rest);
    // "Elles sont conservées :" introduces what follows, "Definitions:" names it.
    const bool clause = shape.last == U':' && shape.words >= kClauseWords && shape.title_ratio() < kTitleRatio;
    return !clause && shape.words <= kFewWords && is_arabic(lines_[begin]);
  }

  bool is_numbered(const Line& line) const {
    if (romans_) return line.lead && line.lead->style == LeadStyle::kUpRoman && line.paragraph.indent == 0;
    return is_arabic(line) || is_subdivision(line) || (line.lead && line.lead->style == LeadStyle::kDecimal);
  }

  /// What numbers an article's paragraphs: the style of the first that is numbered.
  const Lead* numbering(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (is_numbered(lines_[i])) return &*lines_[i].lead;
    }
    return nullptr;
  }

  void take_paragraphs(std::size_t begin, std::size_t end, const Line& heading) {
    const Lead* numbers = numbering(begin, end);
    const std::string& address = heading.lead->number;
    const bool open = heading.splits;
    std::vector<int> last = heading.inner ? heading.inner->values : std::vector<int>{0};
    bool option = false;  // an option's label stands since the last paragraph
    for (std::size_t i = begin; i < end; ++i) {
      Line& line = lines_[i];
      option = option || opens_option(line);
      if (numbers != nullptr && numbers_own(i, *numbers, heading) &&
          (line.lead->values >= last || (option && line.lead->value() == 1))) {
        take_paragraph(line, address);
        last = line.lead->values;
        option = false;
      } else if (numbers == nullptr && i == begin && !open) {
        line.kind = LineKind::kItem;
        line.number = line.lead ? line.lead->number : "";
        line.address = line.lead ? address + "/" + line.lead->number : address;
      } else {
        const bool heads =
            is_option_heading(line) && (i + 1 == end || (numbers != nullptr && numbers_own(i + 1, *numbers, heading)));
        const bool section = heads || (numbers != nullptr && last.front() == 0 && !open);
        line.kind = section ? LineKind::kSectionText : LineKind::kBody;
        line.point = numbers != nullptr && (numbers->style == LeadStyle::kPart || romans_) && is_arabic(line);
      }
    }
  }

  bool is_alike(const Line& line, const Lead& numbers) const {
    return is_numbered(line) && line.lead->style == numbers.style && noun_of(*line.lead) == noun_of(numbers);
  }

  /// Whether a line is numbered as the article's paragraphs are.
  bool numbers_own(std::size_t i, const Lead& numbers, const Line& heading) const {
    return is_alike(lines_[i], numbers) && is_own(*lines_[i].lead, *heading.lead);
  }

  /// "4.2" numbers a paragraph of Article 4 and of no other.
  static bool is_own(const Lead& lead, const Lead& article) {
    return lead.style != LeadStyle::kDecimal || lead.values.front() == article.value();
  }

  static void take_paragraph(Line& line, const std::string& address) {
    line.kind = LineKind::kItem;
    line.number = line.lead->number;
    line.address = address + "/" + line.lead->number;
  }

  Outline& outline_;
  std::vector<Line>& lines_;
  std::set<std::string> subdivisions_;
  std::size_t first_article_ = 0;
  std::size_t annex_ = 0;
  bool parts_ = false;
  bool romans_ = false;  ///< the article at hand numbers its paragraphs "I.", "II."
};

// --- resolutions ---------------------------------------------------------------------------------------------------------

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
    if (below == kMost) return false;
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
    const bool goes_on = is_numbered(line) && (line.lead->value() >= last_ || (option_ && line.lead->value() == 1));
    const bool item = numbered_ ? goes_on : !line.lead && !opens_operative_part(line) && !heads;
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
  bool option_ = false;  ///< an option's label stands since the last paragraph
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
    if (count > 0 && is_status(lines[i].text)) {
      lines[i].kind = LineKind::kBody;
      lines[i].lead.reset();
      continue;
    }
    lines[i].kind = LineKind::kItem;
    lines[i].address = "¶" + std::to_string(++count);
    lines[i].lead.reset();  // whatever looked like one did not make a numbering
    if (count == 1) lines[i].opens = SectionSeed{};
  }
}

}  // namespace travaux
