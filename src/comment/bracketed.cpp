// Passes: the brackets around whole paragraphs are taken off; the text is parsed as a draft; its items are matched with the
// draft's; each paragraph is read against its counterpart; requests that stand in brackets are read as a letter's sentences.
#include "comment/bracketed.h"

#include <algorithm>
#include <map>

#include "comment/alike.h"
#include "comment/fields.h"
#include "comment/inline_brackets.h"
#include "comment/letter.h"
#include "comment/redraft.h"
#include "comment/redraft_places.h"
#include "comment/targets.h"
#include "comment/unwrap.h"
#include "travaux/parse.h"

namespace travaux {
namespace {

constexpr double kSameNumber = 0.4;  // likeness of an item's words to the draft's of that number, to be the same item
constexpr double kAnyNumber = 0.6;   // of any number
constexpr double kReworded = 0.3;    // share of the draft's words in what a group would put in their place
constexpr double kMergedOwn = 0.6;   // share of a neighbour's own words in it, for the two to be merged

/// A paragraph of the text, without its number.
struct TextParagraph {
  std::string text;
  std::size_t line = 0;  ///< 1-based
  const LineOwner* owner = nullptr;
};

class Reader {
 public:
  Reader(Comment& comment, const Document& draft, const Registry& registry, const Speakers& speakers)
      : comment_(comment),
        draft_(draft),
        registry_(registry),
        speakers_(speakers),
        index_(draft),
        unwrapped_(unwrap(comment.text, comparison_form(draft.source), speakers, comment.by)) {
    Document cited = draft;
    text_ = parse(unwrapped_.text);
    resolve_instruments({&cited, &text_}, registry);
    collect();
  }

  void run() {
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
      const std::size_t text = block.lead.empty() ? begin : block.lead.end;
      const LineOwner* owner = &unwrapped_.owners[std::min(line, unwrapped_.owners.size()) - 1];
      paragraphs_[block.role][block.place].push_back(
          {fold_white_space(text_.source.substr(text, block.span.end - text)), line, owner});
    }
    for (std::size_t begin = 0; begin <= comment_.text.size();) {
      const std::size_t end = std::min(comment_.text.find('\n', begin), comment_.text.size());
      lines_.push_back({begin, end});
      begin = end + 1;
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
    if (!place) {
      const bool owned = !heading.empty() && heading.front().owner->whole;
      if (!owned && comment_.by.size() != 1) return;
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
    } else {
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
    read_inline(list, Field::kSection, place);
    add_paragraphs(list, Field::kSection, place);
  }

  /// Paragraphs in named brackets, after a text's own.
  void add_paragraphs(const std::vector<TextParagraph>& list, Field field, const Place& place) {
    const std::size_t end = text_of(draft_, field, place).size();
    for (const TextParagraph& paragraph : list) {
      if (!paragraph.owner->whole) continue;
      Proposal& p = add(end == 0 ? Ask::kAdd : Ask::kInsert, paragraph.owner->names, paragraph.line, paragraph.text);
      p.targets.push_back(target(place));
      if (end == 0) p.destination = target(place);
      p.new_words = paragraph.text;
      p.where = Proposal::Where::kEnd;
      want(p, field, place, {end, end}, (end == 0 ? "" : "\n") + paragraph.text);
    }
  }

  // --- items ---------------------------------------------------------------------------------------------------------

  /// The draft's item that one of the text is, by number and words.
  std::optional<Place> match(const Item& item, const std::string& words) const {
    const std::optional<Place> numbered = index_.at(item.address);
    if (numbered && (words.empty() || alike(words, item_at(draft_, *numbered).text) >= kSameNumber)) return numbered;
    std::optional<Place> best;
    double most = kAnyNumber;
    for_each_item(draft_, [&](const Item& other, const Place& place) {
      const double likeness = alike(words, other.text);
      if (likeness > most) most = likeness, best = place;
    });
    return best;
  }

  void read_item(const Item& item, const Place& place) {
    const std::vector<TextParagraph>& list = paragraphs(Role::kItem, place);
    if (list.empty()) return;
    if (list.front().owner->whole) return read_owned(item, place, list);
    std::string words;
    for (const TextParagraph& paragraph : list) {
      if (!paragraph.owner->whole) words += own_words(paragraph.text) + "\n";
    }
    const std::optional<Place> drafted = match(item, words);
    if (!drafted) {
      if (comment_.by.size() == 1) add_item(item, place, list, comment_.by);
      return;
    }
    items_.emplace(place, *drafted);
    read_inline(list, Field::kItem, *drafted);
    add_paragraphs(list, Field::kItem, *drafted);
    for (const Citation& citation : item.citations) read_citation(citation, *drafted);
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
    set_destination(p, place);
  }

  /// After the item before it that the draft has, else in its section.
  void set_destination(Proposal& p, const Place& place) const {
    Place before = place;
    while (before.item.back() > 0) {
      --before.item.back();
      const auto found = items_.find(before);
      if (found == items_.end()) continue;
      p.destination = target(found->second);
      p.where = Proposal::Where::kAfter;
      return;
    }
    Place above = place;
    above.item.pop_back();
    const auto item = items_.find(above);
    const auto section = sections_.find(*place.section);
    p.where = Proposal::Where::kIn;
    if (item != items_.end()) {
      p.destination = target(item->second);
    } else if (section != sections_.end()) {
      p.destination = target(section->second);
    } else {
      p.destination = Target{name_of_section(text_.sections[*place.section]), {}, true, {}};
    }
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
    double most = kAnyNumber;
    for (std::size_t p = 0; p < drafted.size(); ++p) {
      const double likeness = alike(words, drafted[p].text);
      if (likeness > most) most = likeness, cited.passage = p;
    }
    if (!cited.passage) {
      if (comment_.by.size() == 1) cite(citation, comment_.by, cited, passage.line, passage.text);
      return;
    }
    read_inline({{passage.text, passage.line, &owner}}, Field::kPassage, cited, citation.heading);
  }

  // --- what stands outside the draft's text --------------------------------------------------------------------------

  void read_matter(Role role) {
    for (const TextParagraph& paragraph : paragraphs(role, {})) {
      if (!paragraph.owner->whole) continue;
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
    std::optional<Place> last;
    for_each_item(text_, [&](const Item& item, const Place& place) {
      const auto found = items_.find(place);
      if (item.line < aside.line && found != items_.end()) last = found->second;
    });
    return last;
  }

  void read_aside(const Aside& aside) {
    const std::optional<Place> place = item_of(aside);
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
    const std::string& was = item_at(draft_, *place).text;
    if (comparison_form(was) == comparison_form(aside.words)) return;
    Proposal& p = add(Ask::kReword, aside.names, aside.line, aside.words);
    p.targets.push_back(target(*place));
    p.old_words = was;
    p.new_words = aside.words;
    want(p, Field::kItem, *place, {0, was.size()}, aside.words);
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
  Unwrapped unwrapped_;
  Document text_;
  std::map<Role, std::map<Place, std::vector<TextParagraph>, PlaceOrder>> paragraphs_;
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
