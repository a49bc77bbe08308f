// Passes: the brackets around whole paragraphs are taken off; the text is parsed as a draft; each paragraph is looked up in the
// draft by its words and number, whatever the parser makes of an excerpt, and read against its counterpart; the parse says where
// the others belong; requests that stand in brackets are read as a letter's sentences.
#include "comment/bracketed.h"

#include <algorithm>
#include <map>
#include <utility>

#include "comment/alike.h"
#include "comment/brackets.h"
#include "comment/fields.h"
#include "comment/inline_brackets.h"
#include "comment/letter.h"
#include "comment/paragraph_index.h"
#include "comment/quote.h"
#include "comment/redraft.h"
#include "comment/redraft_places.h"
#include "comment/targets.h"
#include "comment/unwrap.h"
#include "parse/lead.h"
#include "parse/status.h"
#include "travaux/parse.h"

namespace travaux {
namespace {

constexpr double kSameNumber = 0.4;     // likeness of an item's words to the draft's of that number, to be the same item
constexpr double kSamePassage = 0.6;    // of a passage's words to the draft's
constexpr std::size_t kNextOption = 2;  // lines from an option to the next
constexpr double kReworded = 0.3;       // share of the draft's words in what a group would put in their place
constexpr double kMergedOwn = 0.6;      // share of a neighbour's own words in it, for the two to be merged

using List = std::vector<std::string>;

/// A paragraph of the text, without its number.
struct TextParagraph {
  std::string text;
  std::size_t line = 0;  ///< 1-based
  const LineOwner* owner = nullptr;
  std::string number;  ///< printed before it; empty: none
};

/// One that the draft has.
struct Reproduced {
  TextParagraph paragraph;
  const DraftParagraph* drafted = nullptr;
};

class Reader {
 public:
  Reader(Comment& comment, const Document& draft, const Registry& registry, const Speakers& speakers)
      : comment_(comment),
        draft_(draft),
        registry_(registry),
        speakers_(speakers),
        index_(draft),
        drafted_(draft),
        unwrapped_(unwrap(one_bracket_each(comment.text), comparison_form(draft.source), speakers, comment.by)) {
    Document cited = draft;
    text_ = parse(unwrapped_.text);
    resolve_instruments({&cited, &text_}, registry);
    collect();
    collect_asides();
  }

  void run() {
    for (const Reproduced& reproduced : reproduced_) read_reproduced(reproduced);
    for (std::size_t s = 0; s < text_.sections.size(); ++s) read_section(s);
    for_each_item(text_, [&](const Item& item, const Place& place) { read_item(item, place); });
    read_matter(Role::kFront);
    read_matter(Role::kBack);
    for (const Aside& aside : unwrapped_.asides) read_aside(aside);
    place_proposals(requests_, draft_, registry_);
    proposals_.insert(proposals_.end(), requests_.begin(), requests_.end());
    std::stable_sort(proposals_.begin(), proposals_.end(), [](const Proposal& a, const Proposal& b) { return a.line < b.line; });
    number_proposals(proposals_);
    comment_.proposals = std::move(proposals_);
  }

 private:
  // --- the text's paragraphs -----------------------------------------------------------------------------------------

  void collect() {
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

  /// A block of the text, with its number: the draft's, or one that the parse places.
  void take(const Block& block, TextParagraph paragraph) {
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

  /// "[CARICOM: delete] 2.2 Exempt …": the number before the bracket.
  static void put_number_first(std::string& text) {
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

  /// The brackets that a number stands in and that end after it: "[2.4 Map all shelters.]".
  static std::string opened_in(const std::string& number) {
    const auto opened = std::count(number.begin(), number.end(), '[') - std::count(number.begin(), number.end(), ']');
    return std::string(static_cast<std::size_t>(std::max<std::ptrdiff_t>(opened, 0)), '[');
  }

  std::optional<std::size_t> look_up(const TextParagraph& paragraph, PrintedParagraph printed) const {
    if (paragraph.owner->whole) return std::nullopt;
    printed.words = own_words(paragraph.text.substr(0, status_begin(paragraph.text)));
    printed.number = paragraph.number;
    printed.after = last_;
    return drafted_.find(printed);
  }

  /// Headings and citations that stand where the draft has such are left to the parse.
  bool take_reproduced(const Block& block, TextParagraph& paragraph, std::size_t index) {
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

  /// The place of the last paragraph before a line that the draft has in an item or a section.
  std::optional<Place> standing_before(std::size_t line) const {
    const auto after = standing_.lower_bound(line);
    return after == standing_.begin() ? std::nullopt : std::optional(std::prev(after)->second);
  }

  void stands(std::size_t line, Place place) {
    place.citation.reset();
    place.passage.reset();
    if (place.section) standing_.insert_or_assign(line, std::move(place));
  }

  /// What stands under the number of one of the draft's, and is not its text.
  void collect_asides() {
    for (const Aside& aside : unwrapped_.asides) {
      Target numbered;
      numbered.address = aside.number;
      if (!aside.number.empty()) index_.resolve(numbered);
      if (numbered.place) stands(aside.line, *numbered.place);
    }
  }

  const std::vector<TextParagraph>& paragraphs(Role role, const Place& place) const {
    static const std::vector<TextParagraph> kNone;
    const auto of_role = paragraphs_.find(role);
    if (of_role == paragraphs_.end()) return kNone;
    const auto found = of_role->second.find(place);
    return found == of_role->second.end() ? kNone : found->second;
  }

  const LineOwner& owner_of_line(std::size_t line) const {
    return unwrapped_.owners[std::min(std::max<std::size_t>(line, 1), unwrapped_.owners.size()) - 1];
  }

  Proposal& add(Ask asks, const std::vector<std::string>& by, std::size_t line, std::string_view words) {
    Proposal& p = proposals_.emplace_back();
    p.asks = asks;
    p.by = by;
    p.placed = true;
    p.words = fold_white_space(words);
    set_line(p, line);
    return p;
  }

  void set_line(Proposal& p, std::size_t line) const {
    p.line = line;
    if (line >= 1 && line <= lines_.size()) p.span = lines_[line - 1];
  }

  void want(Proposal& p, Field field, const Place& place, Span span, const std::string& text) const {
    WantedEdit edit;
    edit.field = field;
    edit.place = place;
    edit.span = span;
    edit.text = text;
    p.wanted.push_back(std::move(edit));
  }

  Target target(const Place& place) const {
    Target result;
    result.is_section = place.item.empty();
    result.address = result.is_section ? name_of_section(draft_.sections[*place.section]) : item_at(draft_, place).address;
    result.printed = result.address;
    result.place = place;
    return result;
  }

  void read_reproduced(const Reproduced& reproduced) {
    const DraftParagraph& drafted = *reproduced.drafted;
    const DraftText& text = drafted.text;
    Place at = text.place;
    at.citation.reset();
    at.passage.reset();
    tell_unbalanced(reproduced);
    for (Proposal& p : inline_proposals(reproduced.paragraph.text, text, comment_.by, speakers_)) {
      set_line(p, reproduced.paragraph.line);
      if (at.section && p.targets.empty()) p.targets.push_back(target(at));
      if (!p.placed && p.why_unplaced.empty()) {  // a sentence as a letter's
        p.number.reset();
        requests_.push_back(std::move(p));
        continue;
      }
      if (text.place.citation) p.heading = item_at(draft_, at).citations[*text.place.citation].heading;
      const std::string_view whole = text_of(draft_, text.field, text.place);
      if (p.asks == Ask::kRemove && (text.field != Field::kItem || text.text.size() != whole.size())) {
        p.asks = Ask::kDelete;
        p.old_words = std::string(text.text);
        p.wanted.push_back({text.field, text.place, {0, text.text.size()}, {}});
      }
      for (WantedEdit& edit : p.wanted) edit.span = {edit.span.begin + drafted.offset, edit.span.end + drafted.offset};
      proposals_.push_back(std::move(p));
    }
  }

  /// Says so where brackets do not match that the draft has not just so.
  void tell_unbalanced(const Reproduced& reproduced) {
    const auto surplus = [](std::string_view text) {
      return std::count(text.begin(), text.end(), '[') - std::count(text.begin(), text.end(), ']');
    };
    const auto open = surplus(reproduced.paragraph.text);
    if (open == 0 || open == surplus(reproduced.drafted->text.text)) return;
    comment_.diagnostics.push_back({reproduced.paragraph.line, Severity::kWarning,
                                    open > 0 ? "a square bracket is opened and not closed; one with a name is read up to where "
                                               "the draft's words go on"
                                             : "a square bracket is closed that was not opened; it is passed over"});
  }

  /// Reads paragraphs without an owner against a text of the draft.
  void read_inline(const std::vector<TextParagraph>& list, Field field, const Place& place, const std::string& heading = {}) {
    std::string text;
    std::size_t line = 0;
    for (const TextParagraph& paragraph : list) {
      if (paragraph.owner->whole) continue;
      if (line == 0) line = paragraph.line;
      text += (text.empty() ? "" : "\n") + paragraph.text;
    }
    if (line == 0) return;
    const DraftText drafted{field, place, text_of(draft_, field, place)};
    Place at = place;
    at.citation.reset();
    at.passage.reset();
    for (Proposal& p : inline_proposals(text, drafted, comment_.by, speakers_)) {
      set_line(p, line);
      p.targets.push_back(target(at));
      p.heading = heading;
      proposals_.push_back(std::move(p));
    }
  }

  // --- sections ------------------------------------------------------------------------------------------------------

  std::optional<Place> section_of(std::size_t index) const {
    const Section& section = text_.sections[index];
    Target sought;
    sought.is_section = true;
    sought.address = section.number.empty() ? own_words(section.heading) : section.number;
    index_.resolve(sought);
    return sought.place;
  }

  void read_section(std::size_t index) {
    Place here;
    here.section = index;
    const std::optional<Place> place = section_of(index);
    if (place) sections_.emplace(index, *place);
    const std::vector<TextParagraph>& heading = paragraphs(Role::kSectionHeading, here);
    const Section& section = text_.sections[index];
    for (const TextParagraph& paragraph : paragraphs(Role::kSectionText, here)) {
      if (!place && !paragraph.owner->whole) read_stray(paragraph);
    }
    if (!place) {
      if (heading.empty()) return;
      const bool owned = heading.front().owner->whole;
      if (!owned && (comment_.by.size() != 1 || section.number.empty())) return read_stray(heading.front());
      Proposal& p = add(Ask::kAdd, owned ? heading.front().owner->names : comment_.by, section.line, section.heading);
      p.new_words = section.heading;
      p.targets.push_back({name_of_section(section), {}, true, {}});
      for (std::size_t s = index; s-- > 0 && !p.destination;) {
        if (sections_.count(s) != 0) p.destination = target(sections_.at(s)), p.where = Proposal::Where::kAfter;
      }
      return;
    }
    if (!heading.empty() && heading.front().owner->whole) {
      retitle(*place, section, heading.front());
    } else if (!section.heading.empty()) {
      read_inline(heading, Field::kHeading, *place);
    }
    read_section_text(paragraphs(Role::kSectionText, here), *place);
  }

  void retitle(const Place& place, const Section& section, const TextParagraph& heading) {
    const std::string& was = draft_.sections[*place.section].heading;
    if (comparison_form(was) == comparison_form(section.heading)) return;
    Proposal& p = add(Ask::kRetitle, heading.owner->names, heading.line, section.heading);
    p.targets.push_back(target(place));
    p.old_words = was;
    p.new_words = section.heading;
    want(p, Field::kHeading, place, {0, was.size()}, section.heading);
  }

  void read_section_text(const std::vector<TextParagraph>& list, const Place& place) {
    for (const TextParagraph& paragraph : list) {
      if (!paragraph.owner->whole) {
        read_stray(paragraph);
      } else if (!paragraph.number.empty()) {
        read_following(paragraph);
      } else {
        add_paragraph(paragraph, Field::kSection, place);
      }
    }
  }

  /// A paragraph in a named bracket, after a text's own.
  void add_paragraph(const TextParagraph& paragraph, Field field, const Place& place) {
    const std::size_t end = text_of(draft_, field, place).size();
    Proposal& p = add(end == 0 ? Ask::kAdd : Ask::kInsert, paragraph.owner->names, paragraph.line, paragraph.text);
    p.targets.push_back(target(place));
    if (end == 0) p.destination = target(place);
    p.new_words = paragraph.text;
    p.where = Proposal::Where::kEnd;
    want(p, field, place, {end, end}, (end == 0 ? "" : "\n") + paragraph.text);
  }

  // --- items ---------------------------------------------------------------------------------------------------------

  void read_item(const Item& item, const Place& place) {
    const std::vector<TextParagraph>& list = paragraphs(Role::kItem, place);
    const auto drafted = items_.find(place);
    if (drafted == items_.end() && !list.empty() && list.front().owner->whole) return read_owned(item, place, list);
    for (const TextParagraph& paragraph : list) {
      paragraph.owner->whole ? read_following(paragraph) : read_stray(paragraph);
    }
    if (drafted == items_.end()) return;
    for (const Citation& citation : item.citations) read_citation(citation, drafted->second);
  }

  /// A paragraph in a named bracket that the parse takes for more of an item: in an excerpt it may be one of its own.
  void read_following(const TextParagraph& paragraph) {
    if (!paragraph.number.empty()) {
      Item item;
      item.number = item.address = paragraph.number;
      return read_owned(item, {}, {paragraph});
    }
    const std::optional<Place> last = standing_before(paragraph.line);
    if (!last || last->item.empty()) return add_item({}, {}, {paragraph}, paragraph.owner->names);
    add_paragraph(paragraph, Field::kItem, *last);
  }

  /// A paragraph that the draft has not, and that stands in no named bracket as a whole.
  void read_stray(const TextParagraph& paragraph) {
    const std::vector<Bracket> brackets = brackets_in(paragraph.text);
    if (fold_white_space(own_words(paragraph.text)).empty()) return read_lone_brackets(paragraph, brackets);
    if (brackets.empty() && read_as_aside(paragraph)) return;
    const bool bracketed = brackets.size() == 1 && brackets.front().span.size() == fold_white_space(paragraph.text).size();
    TextParagraph added = paragraph;
    if (bracketed) added.text = std::string(brackets.front().content.of(paragraph.text));
    if ((bracketed && !is_request(added.text) && (comment_.by.size() == 1 || !paragraph.number.empty())) ||
        (comment_.by.size() == 1 && !paragraph.number.empty())) {
      Item item;
      item.number = item.address = paragraph.number;
      return add_item(item, {}, {added}, comment_.by);
    }
    if (bracketed && is_request(added.text)) {
      return read_aside(
          {Aside::Kind::kRequest, speaker_at_start(added.text, speakers_, comment_.by), added.text, {}, paragraph.line});
    }
    const std::size_t before = proposals_.size();
    for (const Bracket& bracket : brackets) read_lost_bracket(paragraph, bracket);
    const bool covering = brackets.empty() && !standing_before(paragraph.line);
    if (proposals_.size() == before && !covering) add(Ask::kRemark, comment_.by, paragraph.line, paragraph.text);
  }

  /// "CARICOM: proposes to delete", "Brazil reserves its position.", "Delete paragraph 2.3." without a bracket.
  bool read_as_aside(const TextParagraph& paragraph) {
    const std::string bracketed = "[" + paragraph.text + "]";
    const Bracket bracket = brackets_in(bracketed).front();
    const std::string words = fold_white_space(bracket.content.of(bracketed));
    const std::vector<std::string> names = groups_of(bracket.names, speakers_);
    const bool known = names.size() == 1 && speakers_.find(names.front());
    std::optional<Aside::Kind> kind = kind_of(bracket.stance, words);
    if (!kind && known) kind = Aside::Kind::kRequest;
    if (!kind) return false;
    read_aside({*kind, names.empty() ? comment_.by : names, words, {}, paragraph.line});
    return true;
  }

  /// "[CARICOM: one text] [SICA: another]" alone in a paragraph.
  void read_lone_brackets(const TextParagraph& paragraph, const std::vector<Bracket>& brackets) {
    for (const Bracket& bracket : brackets) {
      if (bracket.depth > 0 || bracket.names.empty()) continue;
      const LineOwner owner{true, groups_of(bracket.names, speakers_)};
      const std::string words = fold_white_space(bracket.content.of(paragraph.text));
      if (const std::optional<Aside::Kind> kind = kind_of(bracket.stance, words)) {
        read_aside({*kind, owner.names, words, paragraph.number, paragraph.line});
      } else {
        read_following({words, paragraph.line, &owner, paragraph.number});
      }
    }
  }

  /// A named bracket in a paragraph of which nobody knows where it stands.
  void read_lost_bracket(const TextParagraph& paragraph, const Bracket& bracket) {
    if (bracket.names.empty()) return;
    Proposal& p = add(Ask::kInsert, groups_of(bracket.names, speakers_), paragraph.line, paragraph.text);
    p.new_words = std::string(bracket.content.of(paragraph.text));
    p.placed = false;
    p.why_unplaced = "The paragraph that the bracket stands in is not in the draft.";
  }

  static std::string joined(const std::vector<TextParagraph>& list) {
    std::string text;
    for (const TextParagraph& paragraph : list) text += (text.empty() ? "" : "\n") + paragraph.text;
    return text;
  }

  /// An item that stands whole in a named bracket: new, or other words for the draft's of that number, or for two of them.
  void read_owned(const Item& item, const Place& place, const std::vector<TextParagraph>& list) {
    const std::vector<std::string>& by = list.front().owner->names;
    const std::optional<Place> drafted = index_.at(item.address);
    const std::string text = joined(list);
    const std::string_view was = drafted ? std::string_view(item_at(draft_, *drafted).text) : std::string_view();
    if (!drafted || covered(content_words(was), content_words(text)) < kReworded) return add_item(item, place, list, by);
    items_.emplace(place, *drafted);
    stands(list.front().line, *drafted);
    if (comparison_form(was) == comparison_form(text)) return;
    const std::vector<Target> merged = merged_with(*drafted, text);
    Proposal& p = add(merged.empty() ? Ask::kReword : Ask::kMerge, by, list.front().line, item.number + " " + text);
    p.targets.push_back(target(*drafted));
    p.targets.insert(p.targets.end(), merged.begin(), merged.end());
    p.new_words = text;
    if (merged.empty()) {
      p.old_words = std::string(was);
      want(p, Field::kItem, *drafted, {0, was.size()}, text);
    }
    for (const Citation& citation : item.citations) read_citation(citation, *drafted);
  }

  /// The neighbours whose own words the text has taken up.
  std::vector<Target> merged_with(const Place& place, const std::string& text) const {
    std::vector<Target> merged;
    const std::set<std::string> words = content_words(text);
    const std::set<std::string> first = content_words(item_at(draft_, place).text);
    Place parent = place;
    parent.item.pop_back();
    const std::vector<Item>& siblings =
        parent.item.empty() ? draft_.sections[*place.section].items : item_at(draft_, parent).items;
    for (std::size_t i = place.item.back() + 1; i < siblings.size(); ++i) {
      std::set<std::string> own;
      for (const std::string& word : content_words(siblings[i].text)) {
        if (first.count(word) == 0) own.insert(word);
      }
      if (own.size() < 2 || covered(own, words) < kMergedOwn || stands_in_text(siblings[i])) break;
      Place other = place;
      other.item.back() = i;
      merged.push_back(target(other));
    }
    return merged;
  }

  /// Whether the comment reproduces an item of the draft.
  bool stands_in_text(const Item& drafted) const {
    bool stands = false;
    for_each_item(text_, [&](const Item& item, const Place&) {
      stands = stands || (item.address == drafted.address && alike(item.text, drafted.text) >= kSameNumber);
    });
    return stands;
  }

  void add_item(const Item& item, const Place& place, const std::vector<TextParagraph>& list,
                const std::vector<std::string>& by) {
    Proposal& p = add(Ask::kAdd, by, list.front().line, item.number + " " + joined(list));
    p.new_words = joined(list);
    for (const Citation& citation : item.citations) {
      if (citation.passages.empty()) p.citations.emplace_back(citation.heading, std::string());
      for (const Passage& passage : citation.passages) p.citations.emplace_back(citation.heading, passage.text);
    }
    set_destination(p, place, item.number);
  }

  /// After the item before it that the draft has, else in its section.
  void set_destination(Proposal& p, const Place& place, const std::string& number) const {
    Place before = place;
    while (!before.item.empty() && before.item.back() > 0) {
      --before.item.back();
      const auto found = items_.find(before);
      if (found == items_.end()) continue;
      p.destination = target(found->second);
      p.where = Proposal::Where::kAfter;
      return;
    }
    Place above = place;
    if (!above.item.empty()) above.item.pop_back();
    const auto item = above.item.empty() ? items_.end() : items_.find(above);
    const auto section = place.section ? sections_.find(*place.section) : sections_.end();
    p.where = Proposal::Where::kIn;
    if (item != items_.end()) {
      p.destination = target(item->second);
    } else if (section != sections_.end()) {
      p.destination = target(section->second);
    } else if (const std::optional<Place> last = standing_before(p.line)) {
      set_destination_beside(p, *last, number);
    } else if (place.section) {
      p.destination = Target{name_of_section(text_.sections[*place.section]), {}, true, {}};
    }
  }

  /// After the item, at or above a place, that has a number of the same kind: "2.4" does not follow on "(b)", "(a)" is in "2.3".
  void set_destination_beside(Proposal& p, const Place& place, const std::string& number) const {
    const std::optional<Lead> lead = find_any_lead(number + " ");
    for (Place at = place; lead && !at.item.empty(); at.item.pop_back()) {
      const std::optional<Lead> other = find_any_lead(item_at(draft_, at).number + " ");
      if (!other || other->style != lead->style || other->values.size() != lead->values.size()) continue;
      p.destination = target(at);
      p.where = Proposal::Where::kAfter;
      return;
    }
    const bool is_point = lead && (lead->style == LeadStyle::kLower || lead->style == LeadStyle::kLowRoman);
    p.destination = target(place);
    if (!place.item.empty() && !is_point) p.where = Proposal::Where::kAfter;
  }

  // --- citations -----------------------------------------------------------------------------------------------------

  void read_citation(const Citation& citation, const Place& place) {
    const Item& item = item_at(draft_, place);
    const auto same = std::find_if(item.citations.begin(), item.citations.end(), [&](const Citation& other) {
      return comparison_form(other.heading) == comparison_form(citation.heading) ||
             (!other.instrument.empty() && other.instrument == citation.instrument);
    });
    const LineOwner& owner = owner_of_line(citation.line);
    Place cited = place;
    if (same != item.citations.end()) cited.citation = static_cast<std::size_t>(same - item.citations.begin());
    if (owner.whole || !cited.citation) {
      const std::vector<std::string>& by = owner.whole ? owner.names : comment_.by;
      if (by.empty()) return;
      if (citation.passages.empty()) cite(citation, by, cited, citation.line, {});
      for (const Passage& passage : citation.passages) {
        const LineOwner& of_passage = owner_of_line(passage.line);
        cite(citation, of_passage.whole ? of_passage.names : by, cited, passage.line, passage.text);
      }
      return;
    }
    for (const Passage& passage : citation.passages) read_passage(citation, passage, cited);
  }

  void cite(const Citation& citation, const std::vector<std::string>& by, const Place& cited, std::size_t line,
            const std::string& passage) {
    Place item = cited;
    item.citation.reset();
    Proposal& p = add(Ask::kCite, by, line, citation.heading + " " + passage);
    p.targets.push_back(target(item));
    p.targets.back().place = cited;
    p.heading = citation.heading;
    p.instrument = citation.instrument;
    p.new_words = passage;
  }

  void read_passage(const Citation& citation, const Passage& passage, Place cited) {
    const LineOwner& owner = owner_of_line(passage.line);
    if (owner.whole) return cite(citation, owner.names, cited, passage.line, passage.text);
    const std::vector<Passage>& drafted = item_at(draft_, cited).citations[*cited.citation].passages;
    const std::string words = own_words(passage.text);
    double most = kSamePassage;
    for (std::size_t p = 0; p < drafted.size(); ++p) {
      const double likeness = alike(words, drafted[p].text);
      if (likeness > most) most = likeness, cited.passage = p;
    }
    if (!cited.passage) {
      if (comment_.by.size() == 1) cite(citation, comment_.by, cited, passage.line, passage.text);
      return;
    }
    read_inline({{passage.text, passage.line, &owner, {}}}, Field::kPassage, cited, citation.heading);
  }

  // --- what stands outside the draft's text --------------------------------------------------------------------------

  void read_matter(Role role) {
    for (const TextParagraph& paragraph : paragraphs(role, {})) {
      if (!paragraph.owner->whole) {
        read_stray(paragraph);
        continue;
      }
      Proposal& p = add(Ask::kAdd, paragraph.owner->names, paragraph.line, paragraph.text);
      p.new_words = paragraph.text;
    }
  }

  /// The item that an aside is on: the one of its number, else the last before it.
  std::optional<Place> item_of(const Aside& aside) const {
    Target numbered;
    numbered.address = aside.number;
    if (!aside.number.empty()) index_.resolve(numbered);
    if (numbered.place) return numbered.place;
    return standing_before(aside.line);
  }

  /// The item whose words an option is another form of; else the one of the option before it, else that which stands before it.
  std::optional<Place> item_of_option(const Aside& option) {
    std::optional<Place> place = item_of(option);
    if (option_line_ != 0 && option.line <= option_line_ + kNextOption) {
      place = option_place_;
    } else if (!place || alike(option.words, text_of(draft_, field_of(*place), *place)) < kSameNumber) {
      const std::optional<std::size_t> found = drafted_.find({option.words, {}, {}, last_});
      if (found && drafted_.paragraphs()[*found].text.place.section) place = drafted_.paragraphs()[*found].text.place;
    }
    option_line_ = option.line;
    option_place_ = place;
    return place;
  }

  static Field field_of(const Place& place) { return place.item.empty() ? Field::kSection : Field::kItem; }

  void read_aside(const Aside& aside) {
    const std::optional<Place> place = aside.kind == Aside::Kind::kOption ? item_of_option(aside) : item_of(aside);
    if (aside.kind == Aside::Kind::kSupport || aside.kind == Aside::Kind::kReserve) {
      Proposal& p =
          add(aside.kind == Aside::Kind::kSupport ? Ask::kSupport : Ask::kReserve, aside.names, aside.line, aside.words);
      if (place) p.targets.push_back(target(*place));
      return;
    }
    if (aside.kind == Aside::Kind::kRequest) return read_request(aside, place);
    if (!place) {
      comment_.diagnostics.push_back({aside.line, Severity::kWarning, "it does not say which paragraph it is on"});
      add(Ask::kRemark, aside.names, aside.line, aside.words);
      return;
    }
    if (aside.kind == Aside::Kind::kDelete) {
      Proposal& p = add(place->item.empty() ? Ask::kDelete : Ask::kRemove, aside.names, aside.line, aside.words);
      p.targets.push_back(target(*place));
      return;
    }
    const Field field = field_of(*place);
    const std::string was(text_of(draft_, field, *place));
    if (comparison_form(was) == comparison_form(aside.words)) return;
    Proposal& p = add(Ask::kReword, aside.names, aside.line, aside.words);
    p.targets.push_back(target(*place));
    p.old_words = was;
    p.new_words = aside.words;
    want(p, field, *place, {0, was.size()}, aside.words);
  }

  void read_request(const Aside& aside, const std::optional<Place>& place) {
    std::vector<Diagnostic> unread;
    for (Proposal& p : read_letter(aside.words, aside.names, unread)) {
      set_line(p, aside.line);
      p.number.reset();
      if (p.targets.empty() && place) p.targets.push_back(target(*place));
      if (!fuse(p)) requests_.push_back(std::move(p));
    }
    for (const Diagnostic& diagnostic : unread) {
      comment_.diagnostics.push_back({aside.line, diagnostic.severity, diagnostic.message});
    }
  }

  /// A merger that is announced and whose text stands before it is one proposal.
  bool fuse(const Proposal& merge) {
    if (merge.asks != Ask::kMerge) return false;
    std::vector<Target> named = merge.targets;
    if (merge.destination) named.push_back(*merge.destination);
    for (Target& target : named) index_.resolve(target);
    for (Proposal& p : proposals_) {
      if ((p.asks != Ask::kMerge && p.asks != Ask::kReword) || p.by != merge.by || p.line > merge.line) continue;
      const auto same = [&](const Target& target) { return target.place && target.place == p.targets.front().place; };
      if (p.targets.empty() || std::none_of(named.begin(), named.end(), same)) continue;
      p.asks = Ask::kMerge;
      p.wanted.clear();
      p.old_words.clear();
      p.words += " " + merge.words;
      for (const Target& target : named) {
        const auto there = [&](const Target& other) { return other.place == target.place; };
        if (target.place && std::none_of(p.targets.begin(), p.targets.end(), there)) p.targets.push_back(target);
      }
      return true;
    }
    return false;
  }

  Comment& comment_;
  const Document& draft_;
  const Registry& registry_;
  const Speakers& speakers_;
  TargetIndex index_;
  ParagraphIndex drafted_;
  Unwrapped unwrapped_;
  Document text_;
  std::map<Role, std::map<Place, std::vector<TextParagraph>, PlaceOrder>> paragraphs_;
  std::vector<Reproduced> reproduced_;        ///< in the order of the text
  std::map<std::size_t, Place> standing_;     ///< line -> the draft's item or section that stands there
  std::size_t option_line_ = 0;               ///< of the option read last; 0: none
  std::optional<Place> option_place_;         ///< what it is an option of
  std::string alone_;                         ///< the number that stands alone on the line before
  std::size_t last_ = 0;                      ///< index of the draft's paragraph reproduced last
  std::vector<Span> lines_;                   ///< of the comment's text
  std::map<std::size_t, Place> sections_;     ///< of the text -> of the draft
  std::map<Place, Place, PlaceOrder> items_;  ///< likewise
  std::vector<Proposal> proposals_, requests_;
};

}  // namespace

void read_bracketed(Comment& comment, const Document& draft, const Registry& registry, const Speakers& speakers) {
  Reader(comment, draft, registry, speakers).run();
}

}  // namespace travaux
