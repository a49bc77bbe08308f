#include "comment/letter_request.h"

#include <algorithm>

#include "comment/letter_part.h"
#include "comment/letter_roles.h"
#include "text/unicode.h"

namespace travaux::letter {
namespace {

using Kind = Piece::Kind;
using Where = Proposal::Where;

class Request {
 public:
  Request(const Pieces& pieces, const Verbs& verbs, std::size_t which, const Context& context)
      : pieces_(pieces),
        op_(verbs.operators[which]),
        context_(context),
        parts_(parts_of(pieces, verbs, op_)),
        part_(part_in(pieces, verbs, op_)) {}

  std::vector<Proposal> read() {
    proposal_.throughout = parts_.has(Role::kThroughout);
    proposal_.portion = parts_.portion;
    proposal_.heading = parts_.instrument;
    if (takes_option()) proposal_.portion = part_.option;
    if (!assemble() || takes_part_for_whole()) return {};
    std::vector<Proposal> result = {proposal_};
    if (share_anchors(result)) return result;
    for (const auto& [old_words, new_words] : more_) {
      result.push_back(proposal_);
      result.back().old_words = old_words;
      result.back().new_words = new_words;
    }
    return result;
  }

 private:
  bool assemble() {
    switch (op_.verb) {
      case Verb::kInsert:
        return insert();
      case Verb::kDelete:
      case Verb::kLift:
        return remove();
      case Verb::kReplace:
      case Verb::kSwap:
      case Verb::kChange:
      case Verb::kUse:
        return replace();
      case Verb::kRead:
        return reword();
      case Verb::kMove:
      case Verb::kPlace:
        return move();
      case Verb::kSplit:
        return split();
      case Verb::kMerge:
        return merge();
      case Verb::kRetitle:
        return retitle();
      case Verb::kCite:
        return cite();
      case Verb::kBracket:
        return bracket(Ask::kBracket);
      case Verb::kUnbracket:
        return bracket(Ask::kUnbracket);
      case Verb::kKeep:
        return keep();
      case Verb::kNone:
        break;
    }
    return false;
  }

  /// "delete Option 3 of 2.3": the option's text is what is meant.
  bool takes_option() const {
    const Verb verb = op_.verb;
    return !part_.option.empty() && proposal_.portion.empty() &&
           (verb == Verb::kDelete || verb == Verb::kReplace || verb == Verb::kRead || verb == Verb::kKeep);
  }

  /// "delete the comma of 2.3" is not to remove 2.3, nor "move the second half" to move it.
  bool takes_part_for_whole() const {
    const Ask asks = proposal_.asks;
    if (!part_.named || !proposal_.old_words.empty() || !proposal_.heading.empty()) return false;
    if (asks == Ask::kMove || asks == Ask::kMerge || asks == Ask::kSplit) return true;
    return proposal_.portion.empty() && (asks == Ask::kRemove || asks == Ask::kReword);
  }

  /// "add “X” after “A” in 1.1 and after “B” in 1.3": one insertion at each.
  bool share_anchors(std::vector<Proposal>& result) const {
    std::vector<Words> anchors;
    for (const Words& words : parts_.words) {
      if (words.slot == Slot::kAfter || words.slot == Slot::kBefore) anchors.push_back(words);
    }
    const bool paired = anchors.size() > 1 && parts_.places.size() == anchors.size();
    if (proposal_.asks != Ask::kInsert || !paired || proposal_.targets.size() != anchors.size()) return false;
    result.assign(anchors.size(), proposal_);
    for (std::size_t i = 0; i < anchors.size(); ++i) {
      result[i].anchor = anchors[i].text;
      result[i].where = where_of(anchors[i].slot);
      result[i].targets = {proposal_.targets[i]};
    }
    return true;
  }

  std::string first(Slot slot) const {
    for (const Words& words : parts_.words) {
      if (words.slot == slot) return words.text;
    }
    return {};
  }

  std::size_t count(Slot slot) const {
    return static_cast<std::size_t>(
        std::count_if(parts_.words.begin(), parts_.words.end(), [&](const Words& words) { return words.slot == slot; }));
  }

  /// Targets: those named, else those of the context.
  void take_targets(bool any_slot = false) {
    for (const Places& places : parts_.places) {
      if (!any_slot && places.slot != Slot::kObject && places.slot != Slot::kIn) continue;
      add_targets(places.targets);
    }
    if (proposal_.targets.empty()) proposal_.targets = context_.targets;
    if (proposal_.targets.empty()) proposal_.targets = context_.containers;
  }

  void add_targets(const std::vector<Target>& targets) {
    for (const Target& target : targets) {
      const bool known = std::any_of(proposal_.targets.begin(), proposal_.targets.end(), [&](const Target& other) {
        return other.address == target.address && other.is_section == target.is_section && !target.address.empty();
      });
      if (!known) proposal_.targets.push_back(target);
    }
  }

  static Where where_of(Slot slot) {
    switch (slot) {
      case Slot::kAfter:
      case Slot::kBetween:
        return Where::kAfter;
      case Slot::kBefore:
        return Where::kBefore;
      case Slot::kEnd:
        return Where::kEnd;
      case Slot::kStart:
        return Where::kStart;
      case Slot::kTo:
      case Slot::kIn:
      case Slot::kObject:
        return Where::kIn;
      default:
        return Where::kUnsaid;
    }
  }

  /// The first place in one of the slots, as a destination.
  bool take_destination(std::initializer_list<Slot> slots) {
    for (const Slot slot : slots) {
      for (const Places& places : parts_.places) {
        if (places.slot != slot || places.targets.empty()) continue;
        proposal_.destination = slot == Slot::kBefore || slot == Slot::kBetween ? places.targets.front() : places.targets.back();
        proposal_.where = where_of(slot);
        return true;
      }
    }
    return false;
  }

  /// Quoted words next to which others stand, or the end of the text.
  void take_anchor() {
    for (const Words& words : parts_.words) {
      if (words.slot != Slot::kAfter && words.slot != Slot::kBefore && words.slot != Slot::kBetween) continue;
      if (!proposal_.anchor.empty()) {
        proposal_.until = words.text;
        return;
      }
      proposal_.anchor = words.text;
      proposal_.where = words.slot == Slot::kBefore ? Where::kBefore : Where::kAfter;
      if (words.slot != Slot::kBetween) return;
    }
    if (!proposal_.anchor.empty()) return;
    if (!first(Slot::kWherever).empty()) return take_every_anchor();
    if (parts_.portion_slot == Slot::kAfter || parts_.portion_slot == Slot::kBefore)
      proposal_.where = where_of(parts_.portion_slot);
    if (parts_.at_end) proposal_.where = Where::kEnd;
    if (parts_.at_start) proposal_.where = Where::kStart;
  }

  /// "insert “duly” wherever “shall” occurs", "wherever “shall” occurs, insert “duly” before it".
  void take_every_anchor() {
    proposal_.throughout = true;
    if (op_.verb != Verb::kInsert) return;
    proposal_.anchor = first(Slot::kWherever);
    if (parts_.pronoun_slot == Slot::kAfter || parts_.pronoun_slot == Slot::kBefore)
      proposal_.where = where_of(parts_.pronoun_slot);
  }

  /// "insert “and local” after it": it is what the sentence before quotes, or what was to be spared.
  void take_quoted_anchor() {
    if (!proposal_.anchor.empty() || context_.quoted.empty()) return;
    for (std::size_t i = op_.range.begin; i + 1 < op_.range.end; ++i) {
      const Piece& side = pieces_.list[i];
      if (!side.has(Role::kAfter) && !side.has(Role::kBefore)) continue;
      const std::size_t from = pieces_.list[i + 1].span.begin;
      const std::size_t last = std::min(i + 2, op_.range.end - 1);
      const auto means = [&](std::size_t end) {
        return is_turn("those_words", plain_phrase(pieces_.text.substr(from, pieces_.list[end].span.end - from)));
      };
      if (!means(i + 1) && !means(last)) continue;
      proposal_.anchor = context_.quoted;
      proposal_.where = side.has(Role::kBefore) ? Where::kBefore : Where::kAfter;
    }
  }

  bool object_is_place() const { return parts_.places_in(Slot::kObject) && count(Slot::kObject) == 0; }

  bool insert() {
    if (parts_.has(Role::kBrackets) && count(Slot::kObject) > 0 && !parts_.has(Role::kNew)) return bracket(Ask::kBracket);
    if (cites()) return cite();
    if (adds_item()) return add();
    proposal_.asks = Ask::kInsert;
    proposal_.new_words = first(Slot::kObject);
    if (proposal_.new_words.empty()) proposal_.new_words = first(Slot::kWith);
    const std::string instead = first(Slot::kInstead);
    if (!instead.empty()) {
      proposal_.asks = Ask::kReplace;
      proposal_.old_words = instead;
    }
    take_anchor();
    take_quoted_anchor();
    if (parts_.portion_slot == Slot::kObject || parts_.portion_slot == Slot::kTo) take_new_sentence();
    for (const Places& places : parts_.places) {
      if (places.slot == Slot::kTo || places.slot == Slot::kEnd || places.slot == Slot::kStart) add_targets(places.targets);
      if (places.slot == Slot::kEnd) proposal_.where = Where::kEnd;
      if (places.slot == Slot::kStart) proposal_.where = Where::kStart;
    }
    take_targets();
    return !proposal_.new_words.empty();
  }

  /// "a final sentence": where it is to stand.
  void take_new_sentence() {
    if (proposal_.portion != "sentence -1" && proposal_.portion != "sentence 1") return;
    proposal_.where = proposal_.portion == "sentence 1" ? Where::kStart : Where::kEnd;
    proposal_.portion.clear();
  }

  /// Whether it is a reference that comes, or a passage of one.
  bool cites() const {
    if (parts_.object_noun == Role::kReference || parts_.object_noun == Role::kPassage) return !parts_.instrument.empty();
    return !parts_.instrument.empty() && parts_.under && parts_.has(Role::kPassage);
  }

  bool adds_item() const {
    const bool named = parts_.new_item || parts_.new_section;
    const bool placed = parts_.places_in(Slot::kAfter) || parts_.places_in(Slot::kBefore) || parts_.places_in(Slot::kBetween);
    return named || (placed && first(Slot::kAfter).empty() && first(Slot::kBefore).empty() && parts_.portion.empty());
  }

  bool add() {
    proposal_.asks = Ask::kAdd;
    proposal_.heading.clear();
    std::vector<std::string> texts;
    for (const Words& words : parts_.words) {
      if (words.slot == Slot::kTitled) proposal_.new_words = words.text;
      if (words.slot == Slot::kObject || words.slot == Slot::kWith || words.slot == Slot::kAfterVerb) texts.push_back(words.text);
    }
    if (parts_.new_section) {
      proposal_.targets.push_back({parts_.new_printed, {}, true, {}});
      if (proposal_.new_words.empty() && !texts.empty()) {
        proposal_.new_words = texts.front();
        texts.erase(texts.begin());
      }
      proposal_.parts = texts;
    } else if (!texts.empty()) {
      proposal_.new_words = texts.front();
      for (std::size_t i = 1; i < texts.size(); ++i) more_.emplace_back(std::string(), texts[i]);
    }
    if (!take_destination({Slot::kAfter, Slot::kBefore, Slot::kBetween, Slot::kEnd, Slot::kStart, Slot::kIn, Slot::kTo}))
      take_new_place();
    if (!parts_.instrument.empty()) proposal_.citations.emplace_back(parts_.instrument, std::string());
    return !proposal_.new_words.empty() || proposal_.destination || parts_.new_section;
  }

  /// "as a new paragraph 2.4 bis": the number it is to bear; else the context's section.
  void take_new_place() {
    for (const Places& places : parts_.places) {
      if (places.targets.empty()) continue;
      proposal_.destination = places.targets.front();
      return;
    }
    if (parts_.new_section) return;
    if (parts_.pronoun_slot == Slot::kAfter || parts_.pronoun_slot == Slot::kBefore) {
      if (context_.targets.empty()) return;
      proposal_.destination = context_.targets.front();
      proposal_.where = where_of(parts_.pronoun_slot);
      return;
    }
    if (!parts_.new_place.empty()) {
      proposal_.destination = Target{parts_.new_place, {}, parts_.new_place_section, {}};
      proposal_.where = Where::kIn;
      return;
    }
    const std::vector<Target>& section = context_.containers.empty() ? context_.targets : context_.containers;
    if (section.empty() || !section.front().is_section) return;
    proposal_.destination = section.front();
    proposal_.where = Where::kIn;
  }

  /// "the text in square brackets": what stands in them is to go, not they.
  bool bracketed_text() const {
    for (std::size_t i = op_.range.begin + 1; i < op_.range.end; ++i) {
      if (!pieces_.list[i].has(Role::kBrackets)) continue;
      const bool within = pieces_.list[i].span.of(pieces_.text).starts_with("entre");
      if (within || pieces_.list[i - 1].has(Role::kIn) || pieces_.list[i - 1].has(Role::kBetween)) return true;
    }
    return false;
  }

  bool remove() {
    if (bracketed_text()) return false;
    if (parts_.has(Role::kBrackets)) return bracket(Ask::kUnbracket);
    if (op_.verb == Verb::kLift) return false;
    const std::string old_words = first(Slot::kObject);
    const bool reference = parts_.object_noun == Role::kReference || parts_.from_mandates;
    const bool that = reference && parts_.words.empty() && parts_.places.empty() && proposal_.heading.empty();
    if (that) proposal_.heading = context_.instrument;
    if (reference && !proposal_.heading.empty()) {
      proposal_.asks = Ask::kUncite;
      proposal_.old_words = old_words;
      for (const Places& places : parts_.places) {
        if (places.slot == Slot::kFrom) add_targets(places.targets);
      }
      take_targets();
      return true;
    }
    for (const Places& places : parts_.places) {
      if (places.slot == Slot::kFrom) add_targets(places.targets);
    }
    take_targets();
    if (parts_.words.empty()) take_range();
    proposal_.old_words = old_words;
    proposal_.asks = Ask::kDelete;
    if (count(Slot::kFrom) > 0) {
      proposal_.old_words = first(Slot::kFrom);
      proposal_.until = first(Slot::kTo);
      if (proposal_.until.empty()) proposal_.until = old_words;
      if (proposal_.until.empty() && parts_.places_in(Slot::kEnd)) take_to_the_end();
    }
    take_anchor();
    take_more_objects();
    if (!proposal_.old_words.empty()) return true;
    if (!proposal_.anchor.empty()) {
      const bool bare = op_.at + 1 < op_.range.end && pieces_.list[op_.at + 1].has(Role::kAfter);
      proposal_.portion = proposal_.until.empty() ? "rest" : "";
      return bare || parts_.has(Role::kEverything) || parts_.object_noun == Role::kWords;
    }
    if (parts_.has(Role::kEverything)) return false;
    if (!proposal_.portion.empty() || !proposal_.heading.empty()) return true;
    if (parts_.object_noun == Role::kWords || parts_.object_noun == Role::kSentence) return false;
    if (!context_.quoted.empty() && speaks_of_it()) {
      proposal_.old_words = context_.quoted;
      return true;
    }
    proposal_.anchor.clear();
    proposal_.where = Where::kUnsaid;
    proposal_.asks = Ask::kRemove;
    leave_containers();
    leave_sections_of_items();
    return !proposal_.targets.empty();
  }

  /// "In section 2, paragraph 2.3 should be deleted": the section stays.
  void leave_sections_of_items() {
    const std::vector<Target> all = proposal_.targets;
    std::erase_if(proposal_.targets, [&](const Target& section) {
      return section.is_section && !section.address.empty() && std::any_of(all.begin(), all.end(), [&](const Target& item) {
               return !item.is_section &&
                      (item.address.starts_with(section.address + ".") || item.address.starts_with(section.address + "/"));
             });
    });
  }

  /// "delete 2.3 of section 2", "(a) and (b) of 2.3": the last place is where the others are, not to go itself.
  void leave_containers() {
    std::vector<Target> objects;
    const Target* container = nullptr;
    std::size_t containers = 0;
    for (const Places& places : parts_.places) {
      const bool within = places.slot == Slot::kIn || places.slot == Slot::kFrom;
      if (within && places.targets.size() == 1) container = &places.targets.front();
      containers += within ? places.targets.size() : 0;
      if (places.slot == Slot::kObject) objects.insert(objects.end(), places.targets.begin(), places.targets.end());
    }
    if (objects.empty() || containers == 0 || proposal_.targets.size() != objects.size() + containers) return;
    proposal_.targets = std::move(objects);
    if (containers != 1 || container == nullptr || container->is_section) return;
    for (Target& target : proposal_.targets) {
      if (target.address.empty() && target.printed.starts_with("("))
        target.address = container->address + "/" + target.printed;
      else if (target.address.starts_with("("))
        target.address = container->address + "/" + target.address;
    }
  }

  /// "delete from “A” to the end of 3.3".
  void take_to_the_end() {
    for (const Places& places : parts_.places) {
      if (places.slot == Slot::kEnd) add_targets(places.targets);
    }
    proposal_.portion = "to the end";
  }

  /// "delete 1.4 to 2.2": all that lies between.
  void take_range() {
    const auto to = std::find_if(parts_.places.begin(), parts_.places.end(), [](const Places& p) { return p.slot == Slot::kTo; });
    if (to == parts_.places.end() || to->targets.size() != 1 || proposal_.targets.size() != 1) return;
    Target& first = proposal_.targets.front();
    const Target& last = to->targets.front();
    if (first.is_section || last.is_section || first.address.empty() || last.address.empty()) return;
    first.printed += " to " + last.printed;
    first.address += ".." + last.address;
  }

  /// A pronoun alone, "it", and no place: not "this paragraph".
  bool speaks_of_it() const {
    bool it = false;
    for (std::size_t i = op_.range.begin; i < op_.range.end; ++i) {
      const Piece& piece = pieces_.list[i];
      if (piece.is(Kind::kAddress)) return false;
      const bool bare = piece.span.of(pieces_.text).find(' ') == std::string_view::npos;
      it = it || (piece.has(Role::kPronoun) && (bare || piece.verb == Verb::kDelete));  // "take it out"
    }
    return it;
  }

  /// "delete “A” and “B”".
  void take_more_objects() {
    bool first_one = true;
    for (const Words& words : parts_.words) {
      if (words.slot != Slot::kObject || words.text == proposal_.until) continue;
      if (!std::exchange(first_one, false)) more_.emplace_back(words.text, std::string());
    }
  }

  bool replace() {
    if (parts_.pairs.size() > 1) {
      proposal_.old_words = parts_.pairs[0].first;
      proposal_.new_words = parts_.pairs[0].second;
      more_.assign(parts_.pairs.begin() + 1, parts_.pairs.end());
    } else {
      take_old_and_new();
    }
    proposal_.asks = Ask::kReplace;
    take_anchor();
    take_targets();
    if (parts_.heading_noun && !proposal_.new_words.empty() && op_.verb != Verb::kUse) return finish_title();
    if (proposal_.new_words.empty()) proposal_.new_words = parts_.relabel;
    if (proposal_.new_words.empty()) return false;
    if (!proposal_.old_words.empty() || !proposal_.portion.empty()) return true;
    if (!proposal_.heading.empty() && parts_.object_noun == Role::kReference) return true;
    if (op_.verb == Verb::kUse) return false;
    proposal_.asks = Ask::kReword;
    return !proposal_.targets.empty() && (object_is_place() || parts_.has(Role::kPronoun) || parts_.colon);
  }

  void take_old_and_new() {
    std::string from = first(Slot::kFrom);
    std::string to = first(Slot::kWith);
    (op_.verb == Verb::kSwap && to.empty() ? to : from) += first(Slot::kFor);
    const std::string instead = first(Slot::kInstead);
    if (to.empty() && op_.verb != Verb::kReplace) to = first(Slot::kTo);
    std::string object = first(Slot::kObject);
    if (!instead.empty() || !from.empty()) {
      proposal_.old_words = instead.empty() ? from : instead;
      proposal_.new_words = to.empty() ? object : to;
      return;
    }
    if (parts_.prefers && !first(Slot::kTo).empty()) {
      proposal_.old_words = first(Slot::kTo);
      proposal_.new_words = object;
      return;
    }
    if (to.empty() && count(Slot::kTo) > 0) to = first(Slot::kTo);
    if (to.empty() && count(Slot::kObject) > 1) {
      for (const Words& words : parts_.words) {
        if (words.slot == Slot::kObject) to = words.text;
      }
    }
    if (to.empty() && count(Slot::kObject) == 1 && (object_is_whole() || parts_.has(Role::kPronoun))) std::swap(to, object);
    if (object.empty() && parts_.has(Role::kPronoun)) object = first(Slot::kWherever);
    proposal_.old_words = object;
    proposal_.new_words = to;
  }

  /// One quotation, and a place as what is changed: its new text.
  bool object_is_whole() const {
    return count(Slot::kObject) == 1 && (parts_.places_in(Slot::kObject) || parts_.heading_noun || !parts_.portion.empty()) &&
           (parts_.colon || parts_.has(Role::kAsRead));
  }

  bool finish_title() {
    proposal_.asks = Ask::kRetitle;
    for (Target& target : proposal_.targets) target.is_section = true;
    proposal_.portion.clear();
    return true;
  }

  bool reword() {
    if (parts_.new_item || parts_.new_section) return add();
    if (reads_without()) return remove();
    std::string said = first(Slot::kSays).empty() ? first(Slot::kFor) : first(Slot::kSays);
    std::string text = first(Slot::kAfterVerb);
    if (text.empty()) text = first(Slot::kWith).empty() ? first(Slot::kTo) : first(Slot::kWith);
    std::string before = first(Slot::kObject);
    if (text.empty()) std::swap(text, before);
    if (said.empty()) said = first(Slot::kInstead);
    if (said.empty()) said = before;
    take_targets();
    proposal_.new_words = text;
    if (text.empty()) return false;
    if (parts_.heading_noun) return finish_title();
    proposal_.old_words = said;
    proposal_.asks = said.empty() && proposal_.portion.empty() ? Ask::kReword : Ask::kReplace;
    take_anchor();
    if (proposal_.asks == Ask::kReword && !proposal_.anchor.empty()) return false;
    return !proposal_.targets.empty() || !said.empty();
  }

  /// "would read better without “X”": X is to go.
  bool reads_without() {
    for (std::size_t i = op_.at + 1; i + 1 < op_.range.end; ++i) {
      const std::string word = plain_form(pieces_.list[i].span.of(pieces_.text));
      if (word != "without" && word != "sin") continue;
      for (std::size_t k = i + 1; k < std::min(i + 4, op_.range.end); ++k) {
        if (!pieces_.list[k].is(Kind::kQuote)) continue;
        for (Words& words : parts_.words) words.slot = Slot::kObject;
        return true;
      }
    }
    return false;
  }

  bool move() {
    const std::string words = first(Slot::kObject);
    if (parts_.has(Role::kBrackets)) return bracket(Ask::kBracket);
    if (op_.verb == Verb::kPlace && !words.empty() && !parts_.places_in(Slot::kObject)) return place_words();
    proposal_.asks = Ask::kMove;
    proposal_.old_words = words;
    const bool cited = !parts_.instrument.empty() || parts_.object_noun == Role::kReference;
    const bool to = take_destination({Slot::kAfter, Slot::kBefore, Slot::kBetween, Slot::kEnd, Slot::kStart, Slot::kTo});
    for (const Places& places : parts_.places) {
      if (places.slot == Slot::kFrom) add_targets(places.targets);
    }
    take_targets();
    if (to && proposal_.targets.size() > 1 && cited) drop_destination_from_targets();
    if (!to) {
      take_anchor();
      if (parts_.places_in(Slot::kIn) && parts_.places_in(Slot::kObject)) move_into();
      if (!parts_.new_place.empty()) {
        proposal_.destination = Target{parts_.new_place, {}, parts_.new_place_section, {}};
        if (proposal_.where == Where::kUnsaid) proposal_.where = Where::kIn;
      }
    }
    if (op_.verb == Verb::kPlace && !proposal_.destination) return place_pronoun();
    const bool somewhere = proposal_.destination || !proposal_.anchor.empty() || proposal_.where != Where::kUnsaid;
    return somewhere && (!proposal_.targets.empty() || cited || !words.empty());
  }

  void drop_destination_from_targets() {
    std::erase_if(proposal_.targets, [&](const Target& target) { return target.address == proposal_.destination->address; });
  }

  /// "move 2.3 in section 4": the section is where to.
  void move_into() {
    proposal_.targets.clear();
    for (const Places& places : parts_.places) {
      if (places.slot == Slot::kObject) add_targets(places.targets);
    }
    take_destination({Slot::kIn});
  }

  bool place_words() {
    proposal_.asks = Ask::kInsert;
    proposal_.new_words = first(Slot::kObject);
    take_anchor();
    take_targets();
    if (!first(Slot::kInstead).empty()) {
      proposal_.asks = Ask::kReplace;
      proposal_.old_words = first(Slot::kInstead);
    }
    return !proposal_.anchor.empty() || !proposal_.old_words.empty() || proposal_.where != Where::kUnsaid;
  }

  bool place_pronoun() {
    if (!take_destination({Slot::kIn})) return false;
    std::erase_if(proposal_.targets, [&](const Target& target) { return target.address == proposal_.destination->address; });
    if (proposal_.targets.empty()) proposal_.targets = context_.targets;
    return parts_.has(Role::kPronoun) || !proposal_.heading.empty();
  }

  bool split() {
    proposal_.asks = Ask::kSplit;
    for (const Words& words : parts_.words) {
      if (words.slot != Slot::kBefore && words.slot != Slot::kAfter) proposal_.parts.push_back(words.text);
    }
    take_anchor();
    take_targets();
    if (parts_.has(Role::kParagraph) && proposal_.targets.empty()) return false;
    return !proposal_.targets.empty();
  }

  bool merge() {
    proposal_.asks = Ask::kMerge;
    proposal_.new_words = first(Slot::kObject);
    if (proposal_.new_words.empty()) proposal_.new_words = first(Slot::kAfterVerb);
    for (const Places& places : parts_.places) add_targets(places.targets);
    if (proposal_.targets.size() == 1 && !context_.targets.empty()) {
      proposal_.targets.insert(proposal_.targets.begin(), context_.targets.begin(), context_.targets.end());
    }
    if (proposal_.targets.empty()) proposal_.targets = context_.targets;
    return proposal_.targets.size() > 1;
  }

  bool retitle() {
    take_targets();
    for (const Slot slot : {Slot::kTitled, Slot::kWith, Slot::kTo, Slot::kAfterVerb, Slot::kObject}) {
      if (proposal_.new_words.empty()) proposal_.new_words = first(slot);
    }
    return !proposal_.new_words.empty() && !proposal_.targets.empty() && finish_title();
  }

  bool cite() {
    proposal_.asks = Ask::kCite;
    for (const Slot slot : {Slot::kObject, Slot::kWith, Slot::kAfterVerb, Slot::kIn, Slot::kTo}) {
      if (proposal_.new_words.empty()) proposal_.new_words = first(slot);
    }
    for (const Places& places : parts_.places) {
      if (places.slot == Slot::kTo || places.slot == Slot::kEnd || places.slot == Slot::kFrom) add_targets(places.targets);
    }
    take_targets();
    if (!parts_.relabel.empty()) {
      proposal_.asks = Ask::kReword;
      proposal_.new_words = parts_.relabel;
    }
    return !proposal_.heading.empty() &&
           (!proposal_.targets.empty() || !proposal_.new_words.empty() || !parts_.new_place.empty());
  }

  bool bracket(Ask ask) {
    proposal_.asks = ask;
    for (const Words& words : parts_.words) {
      if (!proposal_.old_words.empty()) {
        more_.emplace_back(words.text, std::string());
      } else {
        proposal_.old_words = words.text;
      }
    }
    for (const Places& places : parts_.places) add_targets(places.targets);
    take_targets();
    return !proposal_.old_words.empty() || !proposal_.targets.empty();
  }

  bool keep() {
    proposal_.asks = Ask::kKeep;
    for (const Words& words : parts_.words) {
      if (proposal_.old_words.empty()) proposal_.old_words = words.text;
    }
    take_targets(true);
    const bool all = op_.range.end - op_.range.begin <= 3;  // under a heading: "Keep."
    const bool object = all || parts_.places_in(Slot::kObject) || parts_.has(Role::kSame) || parts_.has(Role::kPronoun) ||
                        !proposal_.old_words.empty() || !proposal_.portion.empty() || parts_.object_noun == Role::kReference;
    return object && (!proposal_.targets.empty() || !proposal_.old_words.empty());
  }

  const Pieces& pieces_;
  const Operator& op_;
  const Context& context_;
  Parts parts_;
  Part part_;
  Proposal proposal_;
  std::vector<std::pair<std::string, std::string>> more_;
};

}  // namespace

std::vector<Proposal> request_of(const Pieces& pieces, const Verbs& verbs, std::size_t which, const Context& context) {
  return Request(pieces, verbs, which, context).read();
}

std::vector<Target> places_of(const Pieces& pieces, const Verbs& verbs, Range range) {
  std::vector<Target> result;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (!pieces.list[i].is(Kind::kAddress) || verbs.dead[i]) continue;
    const bool whereto = i > range.begin && !result.empty() && pieces.list[i - 1].has(Role::kTo);
    if (whereto) continue;  // "should not be moved to section 5"
    const std::vector<Target>& targets = pieces.addresses[pieces.list[i].index].targets;
    result.insert(result.end(), targets.begin(), targets.end());
  }
  return result;
}

Proposal stance_of(const Pieces& pieces, const Verbs& verbs, Range sentence, const Context& context) {
  static constexpr Ask kAsks[] = {Ask::kRemark, Ask::kSupport, Ask::kReserve, Ask::kKeep};
  Proposal result;
  result.asks = kAsks[static_cast<std::size_t>(verbs.stance)];
  result.targets = places_of(pieces, verbs, sentence);
  for (std::size_t i = sentence.begin; i < sentence.end && result.old_words.empty(); ++i) {
    if (pieces.list[i].is(Kind::kQuote))
      result.old_words = std::string(pieces.quotes[pieces.list[i].index].inner.of(pieces.text));
  }
  if (result.targets.empty()) result.targets = context.targets;
  return result;
}

}  // namespace travaux::letter
