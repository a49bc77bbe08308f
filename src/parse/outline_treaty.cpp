// Treaties (articles and their paragraphs), and texts without numbers.
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

constexpr std::size_t kFewWords = 5;

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
    bool option = false;     // an option's label stands since the last paragraph
    std::vector<int> begun;  // the first number under the last label
    for (std::size_t i = begin; i < end; ++i) {
      Line& line = lines_[i];
      option = option || opens_option(line);
      if (numbers != nullptr && numbers_own(i, *numbers, heading) &&
          (line.lead->values >= last || (option && (line.lead->value() == 1 || line.lead->values == begun)))) {
        take_paragraph(line, address);
        last = line.lead->values;
        if (option) begun = last;
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

}  // namespace

void outline_treaty(Outline& outline) { Treaty(outline).run(); }

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
