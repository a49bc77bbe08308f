// The paragraphs of a bracketed text: each is looked up in the draft by its words and number, whatever the parser makes of an
// excerpt; the others keep the place that the parse gives them.
#include "comment/bracketed_reader.h"

#include <algorithm>
#include <utility>

#include "comment/inline_brackets.h"
#include "comment/quote.h"
#include "parse/lead.h"
#include "parse/status.h"

namespace travaux {

void BracketedReader::collect() {
  std::size_t line = 1;
  std::size_t counted = 0;
  for (const Block& block : text_.blocks) {
    std::size_t begin = block.span.begin;
    while (begin < block.span.end && (text_.source[begin] == '\n' || text_.source[begin] == ' ')) ++begin;
    for (; counted < begin; ++counted) line += text_.source[counted] == '\n' ? 1 : 0;
    if (block.role == Role::kStatus) continue;
    const LineOwner* owner = &unwrapped_.owners[std::min(line, unwrapped_.owners.size()) - 1];
    take(block, {fold_white_space(text_.source.substr(begin, block.span.end - begin)), line, owner, {}});
  }
  for (std::size_t begin = 0; begin <= comment_.text.size();) {
    const std::size_t end = std::min(comment_.text.find('\n', begin), comment_.text.size());
    lines_.push_back({begin, end});
    begin = end + 1;
  }
}

void BracketedReader::take_nested(TextParagraph& paragraph) {
  std::string own;
  std::size_t at = 0;
  for (const Bracket& bracket : brackets_in(paragraph.text)) {
    if (bracket.names.empty() || !bracket.closed || bracket.span.begin < at) continue;
    own += paragraph.text.substr(at, bracket.span.begin - at);
    at = bracket.span.end;
    const bool deletes = bracket.stance == Stance::kDelete;
    const bool puts_in = bracket.stance == Stance::kWords || bracket.stance == Stance::kAlternative;
    const Ask asks = puts_in ? Ask::kInsert : deletes ? Ask::kDelete : Ask::kRemark;
    const std::string words = fold_white_space(bracket.content.of(paragraph.text));
    Proposal& p = add(asks, groups_of(bracket.names, speakers_), 0, words);
    p.line = paragraph.line;
    if (puts_in) p.new_words = words;
    if (asks == Ask::kRemark) continue;
    p.placed = false;
    p.why_unplaced = "It is on words that another proposes, which the draft has not.";
  }
  if (at == 0) return;
  own += paragraph.text.substr(at);
  for (std::size_t space = own.find(' '); space != std::string::npos; space = own.find(' ', space + 1)) {
    const std::size_t next = std::min(own.find_first_not_of(' ', space), own.size());
    if (next == own.size() || std::string_view(".,;:").find(own[next]) != std::string_view::npos) own.erase(space, next - space);
  }
  paragraph.text = fold_white_space(own);
}

void BracketedReader::take(const Block& block, TextParagraph paragraph) {
  if (paragraph.owner->whole) take_nested(paragraph);
  std::optional<Lead> lead = block.lead.empty() ? std::nullopt : find_any_lead(paragraph.text);
  const bool is_item = block.role == Role::kItem;
  PrintedParagraph printed;
  if (is_item && !block.lead.empty()) printed.address = item_at(text_, block.place).address;
  if (!lead) put_number_first(paragraph.text);
  if (!lead && block.role != Role::kSectionHeading) lead = find_lead(paragraph.text);
  if (lead) {
    paragraph.number = lead->number;
    paragraph.text = opened_in(paragraph.text.substr(0, lead->span.end)) + paragraph.text.substr(lead->span.end);
  }
  if (paragraph.text.empty()) {  // "PP3", and the paragraph on the next line
    alone_ = paragraph.number;
    if (block.role == Role::kSectionHeading) paragraphs_[block.role][block.place].push_back(std::move(paragraph));
    return;
  }
  if (const std::string above = std::exchange(alone_, {}); paragraph.number.empty()) printed.address = above;
  std::optional<std::size_t> found = look_up(paragraph, printed);
  if (!found && lead && block.lead.empty()) {  // a sentence may begin with a number
    TextParagraph whole = paragraph;
    whole.text = fold_white_space(lead->span.of(text_.source.substr(block.span.begin))) + " " + paragraph.text;
    whole.number.clear();
    found = look_up(whole, {});
    if (found) paragraph = std::move(whole);
  }
  if (!found || !take_reproduced(block, paragraph, *found)) {
    paragraphs_[block.role][block.place].push_back(std::move(paragraph));
  }
}

void BracketedReader::put_number_first(std::string& text) {
  if (!text.starts_with('[')) return;
  const Bracket bracket = brackets_in(text).front();
  if (bracket.names.empty() || !bracket.closed) return;
  const std::size_t begin = std::min(text.find_first_not_of(' ', bracket.span.end), text.size());
  const std::optional<Lead> lead = find_lead(text.substr(begin));
  if (!lead) return;
  const std::string number = text.substr(begin, lead->span.end);
  text.erase(begin, lead->span.end);
  text.insert(0, number);
}

std::string BracketedReader::opened_in(const std::string& number) {
  const auto opened = std::count(number.begin(), number.end(), '[') - std::count(number.begin(), number.end(), ']');
  return std::string(static_cast<std::size_t>(std::max<std::ptrdiff_t>(opened, 0)), '[');
}

std::optional<std::size_t> BracketedReader::look_up(const TextParagraph& paragraph, PrintedParagraph printed) const {
  if (paragraph.owner->whole) return std::nullopt;
  const std::string text = paragraph.text.substr(0, status_begin(paragraph.text));
  const std::string kept = without_added_names(text, drafted_form_);
  const std::vector<Bracket> brackets = brackets_in(kept);
  const bool names = std::any_of(brackets.begin(), brackets.end(), [](const Bracket& b) { return !b.names.empty(); });
  printed.words = names && !drafted_form_.empty() ? kept : own_words(text);  // the draft may have named brackets itself
  printed.number = paragraph.number;
  printed.after = last_;
  return drafted_.find(printed);
}

bool BracketedReader::take_reproduced(const Block& block, TextParagraph& paragraph, std::size_t index) {
  const DraftParagraph& drafted = drafted_.paragraphs()[index];
  const Field field = drafted.text.field;
  if (block.role == Role::kSectionHeading && field == Field::kHeading) return false;
  if ((block.role == Role::kCitation || block.role == Role::kPassage) && drafted.text.place.citation) return false;
  last_ = index;
  if (block.role == Role::kItem && field == Field::kItem) items_.emplace(block.place, drafted.text.place);
  paragraph.text.resize(status_begin(paragraph.text));
  if (field == Field::kPassage && unquoted(drafted.text.text) == drafted.text.text) paragraph.text = unquoted(paragraph.text);
  stands(paragraph.line, drafted.text.place);
  reproduced_.push_back({std::move(paragraph), &drafted});
  return true;
}

std::optional<Place> BracketedReader::standing_before(std::size_t line) const {
  const auto after = standing_.lower_bound(line);
  return after == standing_.begin() ? std::nullopt : std::optional(std::prev(after)->second);
}

void BracketedReader::stands(std::size_t line, Place place) {
  place.citation.reset();
  place.passage.reset();
  if (place.section) standing_.insert_or_assign(line, std::move(place));
}

void BracketedReader::collect_asides() {
  for (const Aside& aside : unwrapped_.asides) {
    Target numbered;
    numbered.address = aside.number;
    if (!aside.number.empty()) index_.resolve(numbered);
    if (numbered.place) stands(aside.line, *numbered.place);
  }
}

const std::vector<TextParagraph>& BracketedReader::paragraphs(Role role, const Place& place) const {
  static const std::vector<TextParagraph> kNone;
  const auto of_role = paragraphs_.find(role);
  if (of_role == paragraphs_.end()) return kNone;
  const auto found = of_role->second.find(place);
  return found == of_role->second.end() ? kNone : found->second;
}

const LineOwner& BracketedReader::owner_of_line(std::size_t line) const {
  return unwrapped_.owners[std::min(std::max<std::size_t>(line, 1), unwrapped_.owners.size()) - 1];
}

}  // namespace travaux
