// Passes: the brackets around whole paragraphs are taken off; the text is parsed as a draft; each paragraph is looked up in the
// draft and read against its counterpart; the parse says where the others belong; requests that stand in brackets are read as a
// letter's sentences.
#include "comment/bracketed.h"

#include <algorithm>
#include <functional>
#include <set>

#include "comment/alike.h"
#include "comment/bracketed_reader.h"
#include "comment/inline_brackets.h"
#include "comment/redraft.h"
#include "travaux/parse.h"

namespace travaux {
namespace {

void for_each_line(std::string_view text, const std::function<void(std::string_view)>& take) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    take(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

constexpr double kSamePassage = 0.6;  // likeness of a passage's words to the draft's, to be the same

}  // namespace

BracketedReader::BracketedReader(Comment& comment, const Document& draft, const Registry& registry, const Speakers& speakers)
    : comment_(comment),
      draft_(draft),
      registry_(registry),
      speakers_(speakers),
      index_(draft),
      drafted_(draft),
      drafted_form_(comparison_form(draft.source)),
      unwrapped_(unwrap(one_bracket_each(comment.text), draft.source, speakers, comment.by)) {
  Document cited = draft;
  text_ = parse(unwrapped_.text, profile_of(draft));
  resolve_instruments({&cited, &text_}, registry);
  collect();
  collect_asides();
}

void BracketedReader::run() {
  for (const Reproduced& reproduced : reproduced_) read_reproduced(reproduced);
  for (std::size_t s = 0; s < text_.sections.size(); ++s) read_section(s);
  for_each_item(text_, [&](const Item& item, const Place& place) { read_item(item, place); });
  read_matter(Role::kFront);
  read_matter(Role::kBack);
  for (const Aside& aside : unwrapped_.asides) read_aside(aside);
  drop_drafted_lines();
  place_proposals(requests_, draft_, registry_);
  proposals_.insert(proposals_.end(), requests_.begin(), requests_.end());
  std::stable_sort(proposals_.begin(), proposals_.end(), [](const Proposal& a, const Proposal& b) { return a.line < b.line; });
  number_proposals(proposals_);
  comment_.proposals = std::move(proposals_);
}

void BracketedReader::drop_drafted_lines() {
  std::set<std::string> drafted;
  for_each_line(draft_.source, [&](std::string_view line) { drafted.insert(comparison_form(line)); });
  proposals_.erase(std::remove_if(proposals_.begin(), proposals_.end(),
                                  [&](const Proposal& p) {
                                    if (p.line == 0 || p.line > lines_.size() || owner_of_line(p.line).whole) return false;
                                    return drafted.count(comparison_form(lines_[p.line - 1].of(comment_.text))) != 0;
                                  }),
                   proposals_.end());
}

Proposal& BracketedReader::add(Ask asks, const std::vector<std::string>& by, std::size_t line, std::string_view words) {
  Proposal& p = proposals_.emplace_back();
  p.asks = asks;
  p.by = by;
  p.placed = true;
  p.words = fold_white_space(words);
  set_line(p, line);
  return p;
}

void BracketedReader::set_line(Proposal& p, std::size_t line) const {
  p.line = line;
  if (line >= 1 && line <= lines_.size()) p.span = lines_[line - 1];
}

void BracketedReader::want(Proposal& p, Field field, const Place& place, Span span, const std::string& text) const {
  WantedEdit edit;
  edit.field = field;
  edit.place = place;
  edit.span = span;
  edit.text = text;
  p.wanted.push_back(std::move(edit));
}

Target BracketedReader::target(const Place& place) const { return target_at(draft_, place); }

void BracketedReader::read_reproduced(const Reproduced& reproduced) {
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

void BracketedReader::tell_unbalanced(const Reproduced& reproduced) {
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

void BracketedReader::read_inline(const std::vector<TextParagraph>& list, Field field, const Place& place,
                                  const std::string& heading) {
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

std::optional<Place> BracketedReader::section_of(std::size_t index) const {
  const Section& section = text_.sections[index];
  Target sought;
  sought.is_section = true;
  sought.address = section.number.empty() ? own_words(section.heading) : section.number;
  index_.resolve(sought);
  return sought.place;
}

void BracketedReader::read_section(std::size_t index) {
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
    p.targets.push_back({section_name(section), {}, true, {}});
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

void BracketedReader::retitle(const Place& place, const Section& section, const TextParagraph& heading) {
  const std::string& was = draft_.sections[*place.section].heading;
  if (comparison_form(was) == comparison_form(section.heading)) return;
  Proposal& p = add(Ask::kRetitle, heading.owner->names, heading.line, section.heading);
  p.targets.push_back(target(place));
  p.old_words = was;
  p.new_words = section.heading;
  want(p, Field::kHeading, place, {0, was.size()}, section.heading);
}

void BracketedReader::read_section_text(const std::vector<TextParagraph>& list, const Place& place) {
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

void BracketedReader::add_paragraph(const TextParagraph& paragraph, Field field, const Place& place) {
  const std::size_t end = text_of(draft_, field, place).size();
  Proposal& p = add(end == 0 ? Ask::kAdd : Ask::kInsert, paragraph.owner->names, paragraph.line, paragraph.text);
  p.targets.push_back(target(place));
  if (end == 0) p.destination = target(place);
  p.new_words = paragraph.text;
  p.where = Proposal::Where::kEnd;
  want(p, field, place, {end, end}, (end == 0 ? "" : "\n") + paragraph.text);
}

void BracketedReader::read_citation(const Citation& citation, const Place& place) {
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

void BracketedReader::cite(const Citation& citation, const std::vector<std::string>& by, const Place& cited, std::size_t line,
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

void BracketedReader::read_passage(const Citation& citation, const Passage& passage, Place cited) {
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

void BracketedReader::read_matter(Role role) {
  for (const TextParagraph& paragraph : paragraphs(role, {})) {
    if (!paragraph.owner->whole) {
      read_stray(paragraph);
      continue;
    }
    Proposal& p = add(Ask::kAdd, paragraph.owner->names, paragraph.line, paragraph.text);
    p.new_words = paragraph.text;
  }
}

void read_bracketed(Comment& comment, const Document& draft, const Registry& registry, const Speakers& speakers) {
  BracketedReader(comment, draft, registry, speakers).run();
}

}  // namespace travaux
