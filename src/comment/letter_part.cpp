#include "comment/letter_part.h"

#include <algorithm>

namespace travaux::letter {
namespace {

using Kind = Piece::Kind;

class Finder {
 public:
  Finder(const Pieces& pieces, const Verbs& verbs, const Operator& op)
      : pieces_(pieces), list_(pieces.list), verbs_(verbs), op_(op) {}

  Part find() {
    if (op_.passive || !object_follows()) look(op_.range.begin, op_.at, true);
    look(op_.at + 1, op_.range.end, false);
    if (options_ != 1 || others_) part_.option.clear();
    return part_;
  }

 private:
  std::string form(std::size_t i) const { return plain_form(list_[i].span.of(pieces_.text)); }

  bool is_word(std::size_t i) const { return list_[i].is(Kind::kWord) || list_[i].is(Kind::kSymbol); }

  bool is_article(std::size_t i) const { return is_turn("articles", form(i)); }

  bool object_follows() const {
    for (std::size_t i = op_.at + 1; i < op_.range.end && list_[i].mark == 0; ++i) {
      if (!verbs_.dead[i]) return true;
    }
    return false;
  }

  /// Where what the verb takes ends: its quotation, a reason, a mark other than a comma, "with", "to".
  bool ends_object(std::size_t i) const {
    constexpr Roles kWhither = bit(Role::kTo) | bit(Role::kAfter) | bit(Role::kBefore) | bit(Role::kAtEnd) | bit(Role::kAtStart);
    const bool goes = op_.verb == Verb::kMove || op_.verb == Verb::kPlace;
    const Roles ends = bit(Role::kWith) | bit(Role::kAsRead) | bit(Role::kReason) | bit(Role::kTitled) | (goes ? kWhither : 0);
    const Piece& piece = list_[i];
    const bool mark =
        piece.mark != 0 && piece.mark != ',' && piece.mark != '-' && piece.mark != '(' && piece.mark != ')' && !piece.aside;
    return (verbs_.dead[i] && !piece.aside) || piece.is(Kind::kQuote) || mark || (piece.roles & ends) != 0 ||
           (piece.verb != Verb::kNone && !is_turn("part_nouns", form(i)));
  }

  /// In front of the verb ("the comma in 2.3 should be deleted") a part may stand anywhere; behind it, in its object: before the
  /// place, joined to it ("the comma of 2.3"), or right after it ("2.3, Option 3").
  void look(std::size_t begin, std::size_t end, bool in_front) {
    bool behind_place = false;
    for (std::size_t i = begin; i < end; ++i) {
      if (list_[i].aside) {
        const bool says = behind_place && is_word(i) && is_turn("part_nouns", form(i));  // "2.3 (last sentence)"
        if (says) part_.named = others_ = true;
        continue;
      }
      if (!in_front && ends_object(i)) return;
      if (verbs_.dead[i]) continue;
      if (list_[i].is(Kind::kAddress)) {
        take_joined(begin, i);
        behind_place = true;
        continue;
      }
      if (list_[i].has(Role::kPronoun) && i > begin && list_[i - 1].has(Role::kIn)) take_joined(begin, i);
      if (!is_word(i)) continue;
      if (is_turn("part_nouns", form(i)) && !is_manner(begin, i)) {
        take_noun(i, end);
      } else if (!in_front && !behind_place && i > begin && is_thing(i) && is_article(i - 1)) {
        part_.named = others_ = true;
      }
      const bool joins = is_article(i) || list_[i].ordinal != 0 || list_[i].has(Role::kConjunction) || list_[i].has(Role::kIn);
      if (!in_front && behind_place && !joins && !part_.named) return;
    }
  }

  /// "the comma" under a heading: a noun that is no word for a place or its whole.
  bool is_thing(std::size_t i) const {
    return list_[i].roles == 0 && list_[i].ordinal == 0 && list_[i].verb == Verb::kNone && list_[i].is(Kind::kWord) &&
           !is_turn("whole_nouns", form(i)) && !is_turn("articles", form(i)) && !leads_to_whole(i + 1);
  }

  /// "the entire text", "the redundant paragraph 2.3": what follows the word is a place or its whole.
  bool leads_to_whole(std::size_t i) const {
    for (; i < op_.range.end && list_[i].mark == 0 && !verbs_.dead[i]; ++i) {
      if (list_[i].has(Role::kIn) || list_[i].has(Role::kFrom)) return false;
      if (list_[i].is(Kind::kAddress) || list_[i].has(Role::kParagraph) || list_[i].has(Role::kSection)) return true;
      if (is_turn("whole_nouns", form(i))) return true;
    }
    return false;
  }

  /// "as an alternative, delete 2.3".
  bool is_manner(std::size_t begin, std::size_t i) const {
    for (std::size_t k = i; k > begin && i - k < 3; --k) {
      if (is_turn("manner", form(k - 1))) return true;
      if (!is_word(k - 1) || (!is_article(k - 1) && list_[k - 1].ordinal == 0)) return false;
    }
    return false;
  }

  /// "the paragraph", which the lexicon has as one word.
  static bool is_article_led(const std::string& word) { return is_turn("articles", word.substr(0, word.find(' '))); }

  /// "X of 2.3": X is a part, unless it is a word for the whole.
  void take_joined(std::size_t begin, std::size_t place) {
    std::size_t joint = place;
    while (joint > begin && is_word(joint - 1) && (is_article(joint - 1) || list_[joint - 1].ordinal != 0)) --joint;
    if (joint < begin + 2 || !(list_[joint - 1].has(Role::kIn) || list_[joint - 1].has(Role::kFrom))) return;
    const std::size_t noun = joint - 2;
    if (!is_word(noun)) return;
    const std::string word = form(noun);
    const bool belongs = is_turn("of", form(joint - 1)) || list_[joint - 1].has(Role::kFrom);
    const bool item = list_[noun].has(Role::kParagraph) || list_[noun].has(Role::kSection);  // "the last paragraph of Article 4"
    const bool definite = list_[noun].has(Role::kPronoun) && is_article_led(word);           // "the paragraph in section 2"
    if (is_turn("portion_nouns", word) || item || definite) {
      part_.named = others_ = true;
      return;
    }
    constexpr Roles kNoPart = bit(Role::kWhole) | bit(Role::kPronoun) | bit(Role::kWords) | bit(Role::kEverything) |
                              bit(Role::kThroughout) | bit(Role::kRequest) | bit(Role::kOther) | bit(Role::kOwn) |
                              bit(Role::kConjunction) | bit(Role::kCourtesy) | bit(Role::kAtEnd) | bit(Role::kAtStart) |
                              bit(Role::kNew) | bit(Role::kSupport);
    if ((list_[noun].roles & kNoPart) != 0 || list_[noun].verb != Verb::kNone) return;
    if (is_turn("whole_nouns", form(noun)) || is_article(noun)) return;
    if (!belongs && (noun == begin || !is_article(noun - 1))) return;  // "2.3 belongs in section 5"
    part_.named = true;
  }

  void take_noun(std::size_t i, std::size_t end) {
    part_.named = true;
    const std::string word = form(i);
    if (!is_turn("option_nouns", word) || i + 1 >= end || !is_word(i + 1) || !is_label(form(i + 1))) {
      others_ = true;
      return;
    }
    if (i + 2 < end && (list_[i + 2].has(Role::kConjunction) || list_[i + 2].has(Role::kTo)))
      others_ = others_ || lists(i + 3, end);
    ++options_;
    part_.option = "option " + form(i + 1);
  }

  /// "Option 1 and 2".
  bool lists(std::size_t i, std::size_t end) const { return i < end && is_word(i) && is_label(form(i)); }

  /// A number, Roman or not, or a letter.
  static bool is_label(const std::string& word) {
    const bool figures = !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
    const bool roman = !word.empty() && word.size() < 5 && word.find_first_not_of("ivx") == std::string::npos;
    return figures || roman || (word.size() == 1 && word[0] >= 'a' && word[0] <= 'z');
  }

  const Pieces& pieces_;
  const std::vector<Piece>& list_;
  const Verbs& verbs_;
  const Operator& op_;
  Part part_;
  std::size_t options_ = 0;
  bool others_ = false;  ///< a part beside an option, or several options in one
};

}  // namespace

Part part_in(const Pieces& pieces, const Verbs& verbs, const Operator& op) { return Finder(pieces, verbs, op).find(); }

}  // namespace travaux::letter
