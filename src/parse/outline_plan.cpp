// Plans: sections and items. "2." over "2.1" where items have decimal numbers; else roman, lettered or worded headings over
// plain numbers; else plain numbers alone.
#include <algorithm>
#include <map>
#include <set>

#include "parse/heading.h"
#include "parse/outline.h"
#include "parse/shape.h"
#include "text/unicode.h"

namespace travaux {

namespace {

bool is_item_number(const Line& line) {
  return line.lead && line.lead->style == LeadStyle::kDecimal && line.lead->values.size() == 2;
}

bool may_head_section(const Line& line) {
  if (!line.lead || line.lead->alone || line.paragraph.indent > 0) return false;
  switch (line.lead->style) {
    case LeadStyle::kArabic:
    case LeadStyle::kUpRoman:
    case LeadStyle::kPart:
    case LeadStyle::kArticle:
    case LeadStyle::kOrdinal:
      return true;
    case LeadStyle::kUpper:
      return line.lead->alternative > 0 || looks_like_heading(line.rest());
    default:
      return false;
  }
}

int section_value(const Lead& lead) {
  return lead.style == LeadStyle::kUpper && lead.alternative > 0 ? lead.alternative : lead.value();
}

/// A heading without a number: short, no mark at its end, not the heading of a citation.
bool is_bare_heading(const Line& line) {
  return !line.lead && looks_like_heading(line.text) &&
         !find_heading(line.text, {.next_is_quotation = false, .next_is_plain = true});
}

void open_section(Line& line, std::size_t level) {
  line.kind = LineKind::kHeading;
  line.opens = SectionSeed{line.lead ? line.lead->number : "", "", level};
}

void open_item(Line& line) {
  line.kind = LineKind::kItem;
  line.number = line.lead->number;
  line.address = line.lead->number;
}

// --- decimal numbers ---------------------------------------------------------------------------------------------------

class DecimalPlan {
 public:
  explicit DecimalPlan(Outline& outline) : outline_(outline), lines_(outline.lines) {}

  void run() {
    find_next_items();
    for (std::size_t i = 0; i < lines_.size(); ++i) take(i);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// For each line, the next line after it that is numbered as an item.
  void find_next_items() {
    next_item_.assign(lines_.size(), kNone);
    for (std::size_t i = lines_.size(), next = kNone; i-- > 0;) {
      next_item_[i] = next;
      if (is_item_number(lines_[i])) {
        next = i;
        remaining_[{lines_[i].lead->values[0], lines_[i].lead->values[1]}].insert(i);
      }
    }
  }

  void take(std::size_t i) {
    Line& line = lines_[i];
    back_ = back_ || (started() && next_item_[i] == kNone && opens_back(line)) || begins_annex(i);
    if (back_) {  // what is numbered in an annex is no section of the plan
      line.kind = LineKind::kBack;
      return;
    }
    if (is_item_number(line) && take_item(i)) return;
    if (line.lead && line.lead->style == LeadStyle::kDecimal && takes_subitem(*line.lead)) {
      open_item(line);
      return;
    }
    if (may_head_section(line) && heads_section(i)) {
      open_section(line, 0);
      section_ = section_value(*line.lead);
      last_ = 0;
      seen_.insert(section_);
      stands_alone_ = next_item_[i] == kNone || lines_[next_item_[i]].lead->values[0] != section_;
      line.splits = stands_alone_ && !looks_like_title(line.rest());
      line.address = line.lead->number;
      return;
    }
    const bool heads =
        i + 1 < lines_.size() && (next_item_[i] == i + 1 || (may_head_section(lines_[i + 1]) && heads_section(i + 1)));
    if (started() && heads && is_option_heading(line)) {
      line.kind = LineKind::kSectionText;
      return;
    }
    const bool open = last_ > 0 || (stands_alone_ && lines_[i - 1].splits) || (i > 0 && lines_[i - 1].kind == LineKind::kBody);
    line.kind = started() ? (open ? LineKind::kBody : LineKind::kSectionText) : LineKind::kFront;
  }

  /// An annex whose numbers begin anew.
  bool begins_annex(std::size_t i) const {
    if (last_ == 0 || next_item_[i] == kNone || !heads_annex(lines_[i])) return false;
    const std::vector<int>& next = lines_[next_item_[i]].lead->values;
    return next[1] == 1 && next[0] <= section_;
  }

  bool started() const { return section_ > 0; }

  bool take_item(std::size_t i) {
    Line& line = lines_[i];
    const int section = line.lead->values[0];
    const int number = line.lead->values[1];
    if (section == section_) {
      if (!fits(i, number)) return refuse(line);
    } else if (!opens_without_heading(i, section, number)) {
      return refuse(line);
    }
    open_item(line);
    last_ = number;
    return true;
  }

  bool refuse(const Line& line) {
    outline_.diagnostics.push_back(
        {line.paragraph.line, Severity::kNote, "\"" + line.lead->number + "\" does not continue the numbering; read as text"});
    return false;
  }

  /// In sequence, or repeated; else taken unless it stands where a citation's passage is due.
  bool fits(std::size_t i, int number) const {
    if (number == last_ + 1 || number == last_) return true;
    return !follows_citation_heading(i) && !(number > last_ + 1 && comes_later(i, section_, last_ + 1) && quoted_between(i));
  }

  bool follows_citation_heading(std::size_t i) const {
    if (i == 0 || lines_[i - 1].kind != LineKind::kBody) return false;
    const auto split = find_heading(lines_[i - 1].text, {.next_is_quotation = false, .next_is_plain = true});
    return split && split->passage.empty();
  }

  bool comes_later(std::size_t i, int section, int number) const {
    const auto found = remaining_.find({section, number});
    return found != remaining_.end() && found->second.upper_bound(i) != found->second.end();
  }

  /// A number out of sequence within running numbered text of a citation: the line before it is numbered too.
  bool quoted_between(std::size_t i) const {
    return i > 0 && lines_[i - 1].kind == LineKind::kBody && lines_[i - 1].lead.has_value();
  }

  /// Items of a section whose heading is missing, or has no number.
  bool opens_without_heading(std::size_t i, int section, int number) {
    if (started() && (number != 1 || section != section_ + 1 || follows_citation_heading(i))) return false;
    Line* heading =
        i > 0 && is_bare_heading(lines_[i - 1]) && lines_[i - 1].kind != LineKind::kHeading ? &lines_[i - 1] : nullptr;
    if (heading != nullptr && (started() || i > 1)) {
      heading->kind = LineKind::kHeading;
      heading->opens = SectionSeed{"", "", 0};
    } else {
      lines_[i].opens = SectionSeed{std::to_string(section), "", 0};
      outline_.diagnostics.push_back(
          {lines_[i].paragraph.line, Severity::kWarning, "section " + std::to_string(section) + " has no heading"});
    }
    section_ = section;
    last_ = 0;
    return true;
  }

  bool takes_subitem(const Lead& lead) const {
    return last_ > 0 && lead.values.size() > 2 && lead.values[0] == section_ && lead.values[1] == last_;
  }

  /// A section's heading is the last one of its number before the first item of that number. A numbered paragraph inside a
  /// citation is followed by another item of the section it stands in.
  bool heads_section(std::size_t i) const {
    const Line& line = lines_[i];
    const int value = section_value(*line.lead);
    if (value <= 0 || seen_.contains(value)) return false;
    const std::size_t next = next_item_[i];
    if (next != kNone && lines_[next].lead->values[0] == value) return !repeated_before(i, next, value);
    return stands_empty(i, value, next);
  }

  bool repeated_before(std::size_t i, std::size_t next, int value) const {
    for (std::size_t j = i + 1; j < next; ++j) {
      if (may_head_section(lines_[j]) && lines_[j].lead->style == lines_[i].lead->style &&
          section_value(*lines_[j].lead) == value)
        return true;
    }
    return false;
  }

  /// A section without items: the next number in line, worded as a heading, and nothing of the open section after it.
  bool stands_empty(std::size_t i, int value, std::size_t next) const {
    const std::string_view rest = lines_[i].rest();
    if (value != section_ + 1 || follows_citation_heading(i)) return false;
    if (!looks_like_title(rest) && run_in_title(rest) == 0) return false;
    return next == kNone || lines_[next].lead->values[0] > value;
  }

  Outline& outline_;
  std::vector<Line>& lines_;
  std::vector<std::size_t> next_item_;
  std::map<std::pair<int, int>, std::set<std::size_t>> remaining_;
  std::set<int> seen_;
  int section_ = 0;
  int last_ = 0;               ///< number of the last item in the section; 0 before its first
  bool stands_alone_ = false;  ///< the open section has no items but perhaps itself
  bool back_ = false;
};

// --- plain numbers -------------------------------------------------------------------------------------------------------

/// Which style numbers the sections and which the items.
struct Styles {
  std::optional<LeadStyle> section;
  LeadStyle item = LeadStyle::kArabic;
};

/// Lines of a style that are headings. A plain number before a title with a full stop is an item's as likely as a section's.
std::size_t headings_in(const std::vector<Line>& lines, LeadStyle style) {
  const auto heads = style == LeadStyle::kArabic ? looks_like_heading : looks_like_title;
  return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [=](const Line& line) {
    return line.lead && line.lead->style == style && (line.lead->alone || heads(line.rest()));
  }));
}

std::size_t leads_in(const std::vector<Line>& lines, LeadStyle style) {
  return static_cast<std::size_t>(
      std::count_if(lines.begin(), lines.end(), [style](const Line& line) { return line.lead && line.lead->style == style; }));
}

/// Letters and roman numerals head sections where the first of them comes before the first plain number; else they are points.
bool stands_over_numbers(const std::vector<Line>& lines, LeadStyle style) {
  if (style != LeadStyle::kUpper && style != LeadStyle::kUpRoman) return true;
  const auto first = std::find_if(lines.begin(), lines.end(), [](const Line& line) {
    return line.lead && (line.lead->style == LeadStyle::kUpper || line.lead->style == LeadStyle::kUpRoman ||
                         line.lead->style == LeadStyle::kArabic);
  });
  return first == lines.end() || first->lead->style != LeadStyle::kArabic;
}

Styles styles_of(const std::vector<Line>& lines) {
  const std::size_t arabic = leads_in(lines, LeadStyle::kArabic);
  const bool lettered = leads_in(lines, LeadStyle::kLower) > 0;
  for (const LeadStyle style : {LeadStyle::kPart, LeadStyle::kUpRoman, LeadStyle::kUpper}) {
    // A first upper-case roman "I." reads as a letter, so both are counted where one is asked for.
    if (headings_in(lines, style) >= 1 && (arabic > 0 || lettered) && stands_over_numbers(lines, style))
      return {style, arabic > 0 ? LeadStyle::kArabic : LeadStyle::kLower};
  }
  if (arabic > 0 && lettered && headings_in(lines, LeadStyle::kArabic) * 4 >= arabic * 3)
    return {LeadStyle::kArabic, LeadStyle::kLower};
  if (arabic > 0) return {std::nullopt, LeadStyle::kArabic};
  for (const LeadStyle style :
       {LeadStyle::kOrdinal, LeadStyle::kPart, LeadStyle::kUpRoman, LeadStyle::kUpper, LeadStyle::kLower}) {
    if (leads_in(lines, style) > 0) return {std::nullopt, style};
  }
  return {std::nullopt, LeadStyle::kLowRoman};
}

class PlainPlan {
 public:
  explicit PlainPlan(Outline& outline) : outline_(outline), lines_(outline.lines), styles_(styles_of(outline.lines)) {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (const int value = item_value(lines_[i])) places_[value].insert(i);
    }
    restarts_ = styles_.section && places_[1].size() > 1;
  }

  void run() {
    for (std::size_t i = 0; i < lines_.size(); ++i) take(i);
    mark_annex(outline_);
  }

 private:
  void take(std::size_t i) {
    Line& line = lines_[i];
    if (const int value = heading_value(line); value > 0 && (value == section_ + 1 || (section_ == 0 && value > 0))) {
      open_section(line, 0);
      section_ = value;
      prefix_ = line.lead->number + "/";
      if (restarts_) last_ = 0;
      open_ = false;
      return;
    }
    const int value = item_value(line);
    if (value > 0 && (!styles_.section || section_ > 0) && in_sequence(i, value)) {
      open_item(line);
      if (restarts_ || styles_.item != LeadStyle::kArabic) line.address = prefix_ + line.number;
      if (section_ == 0 && !open_ && !styles_.section)
        line.opens = begun_ ? std::nullopt : std::optional<SectionSeed>(SectionSeed{});
      begun_ = open_ = true;
      if (option_) under_label_ = value;
      option_ = false;
      last_ = value;
      return;
    }
    option_ = option_ || is_option_heading(line);
    const bool heads =
        (begun_ || section_ > 0) && is_option_heading(line) && i + 1 < lines_.size() && item_value(lines_[i + 1]) > 0;
    line.kind = open_ && !heads ? LineKind::kBody : heads || section_ > 0 ? LineKind::kSectionText : LineKind::kFront;
  }

  bool in_sequence(std::size_t i, int value) const {
    if (value == last_ + 1 || (value == last_ && value > 0)) return true;
    if (value < last_) return option_ && (value == 1 || value == under_label_);
    const auto found = places_.find(last_ + 1);
    return found == places_.end() || found->second.upper_bound(i) == found->second.end();
  }

  int heading_value(const Line& line) const {
    if (!styles_.section || !line.lead || line.lead->alone) return 0;
    const bool same = line.lead->style == *styles_.section;
    const bool roman =
        *styles_.section == LeadStyle::kUpRoman && line.lead->style == LeadStyle::kUpper && line.lead->alternative > 0;
    if ((!same && !roman) || !looks_like_title(line.rest())) return 0;
    return roman ? line.lead->alternative : line.lead->value();
  }

  int item_value(const Line& line) const {
    return line.lead && line.lead->style == styles_.item && line.paragraph.indent == 0 ? line.lead->value() : 0;
  }

  Outline& outline_;
  std::vector<Line>& lines_;
  Styles styles_;
  std::map<int, std::set<std::size_t>> places_;
  bool restarts_ = false;
  bool begun_ = false;
  bool open_ = false;
  int under_label_ = 0;  ///< the first number under the last option's label
  bool option_ = false;  ///< an option's label stands since the last item
  int section_ = 0;
  int last_ = 0;
  std::string prefix_;
};

}  // namespace

void outline_plan(Outline& outline) {
  const bool decimal = std::any_of(outline.lines.begin(), outline.lines.end(), is_item_number);
  if (decimal) {
    DecimalPlan(outline).run();
  } else {
    PlainPlan(outline).run();
  }
  const bool any =
      std::any_of(outline.lines.begin(), outline.lines.end(), [](const Line& line) { return line.kind == LineKind::kItem; });
  if (any) return;
  outline.family = Family::kUnnumbered;
  for (Line& line : outline.lines) {
    line.kind = LineKind::kFront;
    line.opens.reset();
  }
  outline_unnumbered(outline);
}

}  // namespace travaux
