#include "parse/body.h"

#include <algorithm>
#include <cctype>

#include "parse/heading.h"
#include "parse/quotes.h"
#include "parse/shape.h"
#include "parse/status.h"
#include "text/unicode.h"

namespace travaux {

namespace {

/// Whether a lead is one of the styles that number points under an item.
bool is_point(const Line& line) {
  if (!line.lead) return false;
  const LeadStyle style = line.lead->style;
  if (style == LeadStyle::kArabic) return line.point || line.paragraph.indent > 0;  // "1." of a list within a list
  return style == LeadStyle::kLower || style == LeadStyle::kLowRoman || style == LeadStyle::kUpper ||
         style == LeadStyle::kUpRoman;
}

bool is_capital(LeadStyle style) { return style == LeadStyle::kUpper || style == LeadStyle::kUpRoman; }
bool is_roman(LeadStyle style) { return style == LeadStyle::kLowRoman || style == LeadStyle::kUpRoman; }
bool is_letter_style(LeadStyle style) { return style == LeadStyle::kLower || style == LeadStyle::kUpper || is_roman(style); }

bool is_numbered_paragraph(const Line& line) {
  return line.lead && !line.lead->alone && (line.lead->style == LeadStyle::kArabic || line.lead->style == LeadStyle::kDecimal);
}

/// A quotation that begins and ends in the paragraph, followed by another: each is a passage of its own.
std::vector<Span> quotations_in(std::string_view text, const Quotes& quotes) {
  std::vector<Span> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i + 1 < quotes.tops.size() && quotes.opens_first; ++i) {
    const std::string_view between = text.substr(quotes.tops[i].end, quotes.tops[i + 1].begin - quotes.tops[i].end);
    const bool blank = std::all_of(between.begin(), between.end(), [](char c) {
      return std::isspace(static_cast<unsigned char>(c)) != 0 || c == ';' || c == '.';
    });
    if (!blank || between.empty()) return {{0, text.size()}};
    parts.push_back({begin, quotes.tops[i + 1].begin});
    begin = quotes.tops[i + 1].begin;
  }
  parts.push_back({begin, text.size()});
  return parts;
}

class Body {
 public:
  Body(Document& document, Place place, const std::vector<const Line*>& lines, const HeadingContext& custom)
      : document_(document), item_(std::move(place)), lines_(lines), custom_(custom) {
    here_ = item_;
  }

  void run() {
    const Line& first = *lines_.front();
    const std::size_t begin = first.splits ? first.paragraph.span.begin + first.lead->span.end : first.paragraph.span.begin;
    const std::optional<Lead>& lead = first.splits ? first.inner : first.lead;
    take_item_text(first, {begin, first.paragraph.span.end}, lead ? &*lead : nullptr);
    for (at_ = 1; at_ < lines_.size(); ++at_) take(*lines_[at_]);
    lift_citations();
  }

 private:
  struct Level {
    LeadStyle style;
    int value;
    std::size_t indent;
  };

  Item& here() { return item_at(document_, here_); }
  Citation* citation() { return here_citation_ ? &here().citations.back() : nullptr; }
  std::string_view source() const { return document_.source; }

  void block(Span span, Role role, const Place& place, Span lead = {}) { document_.blocks.push_back({span, role, place, lead}); }

  void take(const Line& line) {
    if (status_begin(line.text) == 0) return take_status(line.paragraph.span, line.text);
    if (quotation_runs_on(line)) return continue_passage(line);
    if (take_heading(line)) return;
    if (citation() == nullptr) return take_text(line);
    if (goes_on(line)) return continue_passage(line);
    if (is_point(line) && resumes_points(line)) return take_point(line);
    add_passages(line.paragraph.span, line);
  }

  void take_status(Span span, std::string_view text) {
    std::optional<std::string>& status = here().status;
    const std::string printed = fold_white_space(text);
    status = status ? *status + "\n" + printed : printed;
    block(span, Role::kStatus, here_);
  }

  // --- the item's own words ---

  /// A paragraph of an item's text; its number and a status at its end are set apart.
  void take_item_text(const Line& line, Span span, const Lead* printed = nullptr) {
    Item& item = here();
    if (item.line == 0) item.line = line.paragraph.line;
    const std::string_view text = span.of(source());
    Span lead;
    if (printed != nullptr && !item.number.empty()) lead = {span.begin + printed->span.begin, span.begin + printed->span.end};
    const std::size_t end = span.begin + status_begin(text);
    std::string words(Span{span.begin, lead.empty() ? span.begin : lead.begin}.of(source()));
    words += source().substr(lead.empty() ? span.begin : lead.end, end - (lead.empty() ? span.begin : lead.end));
    append_paragraph(item.text, words);
    if (end > span.begin) block({span.begin, end}, Role::kItem, here_, lead);
    if (end < span.end) take_status({end, span.end}, source().substr(end, span.end - end));
  }

  void take_text(const Line& line) {
    if (is_point(line) && !line.lead->alone && continues_points(line)) return take_point(line);
    std::size_t at = 0;
    const bool flush = here_.item.size() > item_.item.size() && is_lower(next_code_point(line.text, at));
    if (flush) {  // "provided that …" under lettered points goes on with what they hang from
      here_ = item_;
      levels_.clear();
    } else if (!line.lead && begins_sentence(line.text)) {
      leave_lists();
    }
    take_item_text(line, line.paragraph.span);
  }

  static bool begins_sentence(std::string_view text) {
    std::size_t at = 0;
    const char32_t first = next_code_point(text, at);
    return is_letter(first) || is_digit(first) || first == U'[' || is_double_quote(first);
  }

  /// "(c) Representations.": what follows is the point's text.
  static bool titles_point(std::string_view text) { return text.find('[') == std::string_view::npos && looks_like_title(text); }

  /// A sentence after a list whose last point is over belongs to what the list hangs from, unless the list goes on after it.
  void leave_lists() {
    const bool option = opens_option(*lines_[at_]);
    while (!levels_.empty() && ends_sentence(here().text) && (option || !titles_point(here().text)) &&
           !goes_on_later(levels_.back()) && !leads_deeper(levels_.back())) {
      levels_.pop_back();
      here_.item.pop_back();
    }
  }

  /// Whether the line introduces points that hang under the list's last one.
  bool leads_deeper(const Level& level) const {
    return at_ + 1 < lines_.size() && is_point(*lines_[at_ + 1]) && lines_[at_ + 1]->paragraph.indent > level.indent;
  }

  /// Whether the next point of a list comes later under the item, before another list begins.
  bool goes_on_later(const Level& level) const {
    constexpr std::size_t kAhead = 200;
    for (std::size_t i = at_ + 1; i < std::min(lines_.size(), at_ + kAhead); ++i) {
      const Line& line = *lines_[i];
      if (!is_point(line) || line.paragraph.indent != level.indent) continue;
      if (fits(level, *line.lead) > level.value) return true;
      if (line.lead->style == level.style && line.lead->value() == 1) return false;
    }
    return false;
  }

  // --- points ---

  /// Whether a lead goes on with the points of the item, or begins some.
  bool continues_points(const Line& line) const {
    if (line.lead->value() == 1 || line.lead->alternative == 1) return true;
    return level_for(line) != kNone;
  }

  /// Points that were begun before citations came between.
  bool resumes_points(const Line& line) const { return !levels_.empty() && level_for(line) != kNone; }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// The innermost level that the lead carries on; "(i)" after "(h)" is a letter.
  std::size_t level_for(const Line& line) const {
    for (std::size_t i = levels_.size(); i-- > 0;) {
      if (levels_[i].indent == line.paragraph.indent && fits(levels_[i], *line.lead) != 0) return i;
    }
    return kNone;
  }

  static int fits(const Level& level, const Lead& lead) {
    if (level.style == lead.style && lead.value() > level.value && lead.value() <= level.value + 3) return lead.value();
    const bool letters =
        is_letter_style(level.style) && is_letter_style(lead.style) && is_capital(level.style) == is_capital(lead.style);
    if (letters && lead.alternative == level.value + 1 && lead.style != level.style) return lead.alternative;
    if (letters && lead.alternative == level.value + 1 && is_roman(level.style)) return lead.alternative;
    return level.style == lead.style && lead.value() == level.value ? lead.value() : 0;
  }

  void take_point(const Line& line) {
    std::size_t level = level_for(line);
    if (level == kNone) {
      const bool roman = !is_roman(line.lead->style) && line.lead->alternative == 1;
      const LeadStyle numeral = is_capital(line.lead->style) ? LeadStyle::kUpRoman : LeadStyle::kLowRoman;
      while (!levels_.empty() && levels_.back().indent > line.paragraph.indent) levels_.pop_back();
      levels_.push_back({roman ? numeral : line.lead->style, 1, line.paragraph.indent});
      level = levels_.size() - 1;
    } else {
      levels_[level].value = fits(levels_[level], *line.lead);
      levels_.resize(level + 1);
    }
    here_.item.resize(item_.item.size() + level);
    Item& parent = here();
    Item point;
    point.number = line.lead->number;
    point.address = parent.address + "/" + point.number;
    parent.items.push_back(std::move(point));
    here_.item.push_back(parent.items.size() - 1);
    here_citation_ = false;
    take_item_text(line, line.paragraph.span, &*line.lead);
  }

  // --- citations ---

  bool opens_quotation(std::size_t i) const { return i < lines_.size() && quotes_of(lines_[i]->text).opens_first; }

  HeadingContext context() const {
    HeadingContext context = custom_;
    context.next_is_quotation = opens_quotation(at_ + 1);
    context.next_is_plain = at_ + 1 < lines_.size();
    return context;
  }

  bool take_heading(const Line& line) {
    if (line.lead && line.lead->style != LeadStyle::kPart && line.lead->style != LeadStyle::kArticle) return false;
    const std::optional<HeadingSplit> split = find_heading(line.text, context());
    if (!split) return false;
    Citation citation;
    citation.heading = fold_white_space(split->heading.of(line.text));
    citation.line = line.paragraph.line;
    here().citations.push_back(std::move(citation));
    here_citation_ = true;
    open_quotation_ = lone_ = false;
    Place place = here_;
    place.citation = here().citations.size() - 1;
    const std::size_t base = line.paragraph.span.begin;
    block({base + split->heading.begin, base + split->heading.end}, Role::kCitation, place);
    if (!split->passage.empty()) add_passages({base + split->passage.begin, base + split->passage.end}, line);
    return true;
  }

  void add_passages(Span span, const Line& line) {
    const std::string_view text = span.of(source());
    const Quotes quotes = quotes_of(text);
    for (const Span& part : quotations_in(text, quotes)) {
      Passage passage;
      const bool quotation = quotes.opens_first || (quotes.unmatched_close && !quotes.first_open);
      passage.form = quotation ? PassageForm::kQuotation : PassageForm::kParaphrase;
      passage.text = fold_white_space(part.of(text));
      passage.line = line.paragraph.line;
      citation()->passages.push_back(std::move(passage));
      block({span.begin + part.begin, span.begin + part.end}, Role::kPassage, passage_place());
    }
    open_quotation_ = quotes.unclosed && quotes.opens_first;
    lone_ = line.lead && line.lead->alone;
    chapeau_ = is_numbered_paragraph(line) || shape_of(text).last == U':';
  }

  Place passage_place() {
    Place place = here_;
    place.citation = here().citations.size() - 1;
    place.passage = here().citations.back().passages.size() - 1;
    return place;
  }

  /// An unclosed quotation goes on in the next paragraph, unless that begins something of its own.
  bool quotation_runs_on(const Line& line) {
    if (!open_quotation_ || citation() == nullptr || citation()->passages.empty()) return false;
    if (quotes_of(line.text).opens_first) return false;
    return !find_heading(line.text, context());
  }

  /// The lettered points of a numbered paragraph, a letter typed on a line of its own and what it stands for.
  bool goes_on(const Line& line) {
    if (citation()->passages.empty()) return false;
    if (lone_) return true;
    return chapeau_ && is_point(line);
  }

  void continue_passage(const Line& line) {
    const std::size_t passage = citation()->passages.size() - 1;
    append_paragraph(citation()->passages[passage].text, line.text);
    block(line.paragraph.span, Role::kPassage, passage_place());
    open_quotation_ = open_quotation_ && quotes_of(line.text, true).unclosed;
    lone_ = line.lead && line.lead->alone;
  }

  static std::size_t citations_in(const Item& item) {
    std::size_t count = item.citations.size();
    for (const Item& point : item.items) count += citations_in(point);
    return count;
  }

  /// The last point, at whatever depth.
  static const Item& last_of(const Item& item) { return item.items.empty() ? item : last_of(item.items.back()); }

  /// Citations after the last of several points, with none before it, belong to the item as a whole.
  void lift_citations() {
    Item& item = item_at(document_, item_);
    Item& last = here();
    if (item.items.size() < 2 || &last == &item || last.citations.empty()) return;
    if (&last_of(item) != &last || citations_in(item) != last.citations.size()) return;
    item.citations = std::move(last.citations);
    last.citations.clear();
    for (Block& block : document_.blocks) {
      if (block.place.section == here_.section && block.place.item == here_.item && block.place.citation)
        block.place.item = item_.item;
    }
  }

  Document& document_;
  const Place item_;
  Place here_;  ///< the item or point that is being read
  const std::vector<const Line*>& lines_;
  const HeadingContext custom_;  ///< what holds for the whole text
  std::size_t at_ = 0;
  std::vector<Level> levels_;
  bool here_citation_ = false;
  bool open_quotation_ = false;
  bool lone_ = false;     ///< the last line was an enumerator alone
  bool chapeau_ = false;  ///< the passage is a numbered paragraph, or ends in a colon
};

}  // namespace

Item& item_at(Document& document, const Place& place) {
  return const_cast<Item&>(item_at(static_cast<const Document&>(document), place));
}

void append_paragraph(std::string& text, std::string_view paragraph) {
  const std::string folded = fold_white_space(paragraph);
  if (folded.empty()) return;
  if (!text.empty()) text += '\n';
  text += folded;
}

void read_body(Document& document, const Place& place, const std::vector<const Line*>& lines, const HeadingContext& custom) {
  Body(document, place, lines, custom).run();
}

}  // namespace travaux
