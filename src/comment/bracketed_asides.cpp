// Lines of a bracketed text that are no text of the draft: requests, stances, options, paragraphs nobody knows.
#include "comment/bracketed_reader.h"

#include <algorithm>

#include "comment/alike.h"
#include "comment/inline_brackets.h"
#include "comment/letter.h"

namespace travaux {
namespace {

constexpr std::size_t kLongestNumber = 5;  // tokens: "2 bis.1", "Article 4.1"
constexpr std::size_t kLeastText = 8;      // tokens of a paragraph in brackets before all text of the draft; else it is a label
constexpr std::size_t kNextOption = 2;     // lines from an option to the next

}  // namespace

void BracketedReader::read_stray(const TextParagraph& paragraph) {
  const std::vector<Bracket> brackets = brackets_in(paragraph.text);
  if (fold_white_space(own_words(paragraph.text)).empty()) return read_lone_brackets(paragraph, brackets);
  if (brackets.empty() && read_as_aside(paragraph)) return;
  const std::string own = fold_white_space(own_words(paragraph.text));
  if (brackets.size() == 1 && !brackets.front().names.empty() && tokenize(own).size() <= kLongestNumber) {
    const LineOwner owner{true, groups_of(brackets.front().names, speakers_)};  // "2 bis.1 [CARICOM: …]"
    return read_following({std::string(brackets.front().content.of(paragraph.text)), paragraph.line, &owner, own});
  }
  if (brackets.size() == 1 && brackets.front().names.empty() && brackets.front().span.end == paragraph.text.size()) {
    const std::string_view signs = brackets.front().content.of(paragraph.text);  // "The Parties shall meet in Lima. [CARICOM]"
    const std::optional<std::string> known = speakers_.find(signs);
    const LineOwner owner{true, groups_of(known ? std::vector<std::string>{*known} : acronyms_in(signs), speakers_)};
    const std::string text = fold_white_space(paragraph.text.substr(0, brackets.front().span.begin));
    if (!owner.names.empty() && !text.empty()) return read_following({text, paragraph.line, &owner, paragraph.number});
  }
  const bool bracketed = brackets.size() == 1 && brackets.front().span.size() == fold_white_space(paragraph.text).size();
  TextParagraph added = paragraph;
  if (bracketed) added.text = std::string(brackets.front().content.of(paragraph.text));
  const bool label = !standing_before(paragraph.line) && paragraph.number.empty() && tokenize(added.text).size() < kLeastText;
  const bool anybodys = comment_.by.size() == 1 || !paragraph.number.empty();
  if ((bracketed && !label && !is_request(added.text) && anybodys) || (comment_.by.size() == 1 && !paragraph.number.empty())) {
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

bool BracketedReader::read_as_aside(const TextParagraph& paragraph) {
  const std::string bracketed = "[" + paragraph.text + "]";
  const Bracket bracket = brackets_in(bracketed).front();
  const std::string words = fold_white_space(bracket.content.of(bracketed));
  const std::vector<std::string> names = groups_of(bracket.names, speakers_);
  const bool known = names.size() == 1 && speakers_.find(names.front());
  std::optional<Aside::Kind> kind = kind_of(bracket.stance, words);
  if (!kind && known) kind = Aside::Kind::kRequest;
  if (!kind) return false;
  read_aside({*kind, names.empty() ? speaker_at_start(words, speakers_, comment_.by) : names, words, {}, paragraph.line});
  return true;
}

void BracketedReader::read_lone_brackets(const TextParagraph& paragraph, const std::vector<Bracket>& brackets) {
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

void BracketedReader::read_lost_bracket(const TextParagraph& paragraph, const Bracket& bracket) {
  if (bracket.names.empty()) return;
  Proposal& p = add(Ask::kInsert, groups_of(bracket.names, speakers_), paragraph.line, paragraph.text);
  p.new_words = std::string(bracket.content.of(paragraph.text));
  p.placed = false;
  p.why_unplaced = "The paragraph that the bracket stands in is not in the draft.";
}

std::optional<Place> BracketedReader::item_of(const Aside& aside) const {
  Target numbered;
  numbered.address = aside.number;
  if (!aside.number.empty()) index_.resolve(numbered);
  if (numbered.place) return numbered.place;
  return standing_before(aside.line);
}

std::optional<Place> BracketedReader::item_of_option(const Aside& option) {
  std::optional<Place> place = item_of(option);
  if (option_line_ != 0 && option.line <= option_line_ + kNextOption) {
    place = option_place_;
  } else if (!place || alike(option.words, text_of(draft_, field_of(*place), *place)) < kSameItem) {
    const std::optional<std::size_t> found = drafted_.find({option.words, {}, {}, last_});
    if (found && drafted_.paragraphs()[*found].text.place.section) place = drafted_.paragraphs()[*found].text.place;
  }
  option_line_ = option.line;
  option_place_ = place;
  return place;
}

Field BracketedReader::field_of(const Place& place) { return place.item.empty() ? Field::kSection : Field::kItem; }

void BracketedReader::read_aside(const Aside& aside) {
  const std::optional<Place> place = aside.kind == Aside::Kind::kOption ? item_of_option(aside) : item_of(aside);
  if (aside.kind == Aside::Kind::kSupport || aside.kind == Aside::Kind::kReserve) {
    Proposal& p = add(aside.kind == Aside::Kind::kSupport ? Ask::kSupport : Ask::kReserve, aside.names, aside.line, aside.words);
    if (place) p.targets.push_back(target(*place));
    return;
  }
  if (aside.kind == Aside::Kind::kOppose) {
    Proposal& p = add(Ask::kRemark, aside.names, aside.line, aside.words);
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

void BracketedReader::read_request(const Aside& aside, const std::optional<Place>& place) {
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

bool BracketedReader::fuse(const Proposal& merge) {
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

}  // namespace travaux
