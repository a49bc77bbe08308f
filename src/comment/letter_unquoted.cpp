#include "comment/letter_unquoted.h"

#include <algorithm>

namespace travaux::letter {
namespace {

using Kind = Piece::Kind;

constexpr std::size_t kMostWords = 40;  // of a stretch without marks after a colon; elsewhere a third of it

class Finder {
 public:
  Finder(const Pieces& pieces, const Verbs& verbs, const Operator& op)
      : pieces_(pieces), list_(pieces.list), verbs_(verbs), op_(op) {}

  std::vector<Words> find() {
    if (op_.verb == Verb::kReplace || op_.verb == Verb::kChange) replacement();
    if (op_.verb == Verb::kDelete) deletion();
    if (op_.verb == Verb::kInsert) insertion();
    return std::move(found_);
  }

 private:
  std::size_t next_with(Roles roles, std::size_t from, std::size_t end) const {
    for (std::size_t i = from; i < end; ++i) {
      if ((list_[i].roles & roles) != 0 && !verbs_.dead[i]) return i;
    }
    return end;
  }

  /// The end of a stretch: a place that is named, a comma before the place or a reason, the sentence's end.
  std::size_t stretch_end(std::size_t begin) const {
    for (std::size_t i = begin; i < op_.range.end; ++i) {
      const Piece& piece = list_[i];
      if (verbs_.dead[i] || piece.is(Kind::kQuote) || piece.is(Kind::kAddress) || piece.mark == '\n' || piece.mark == ';')
        return i;
      if (piece.has(Role::kThroughout)) return i;
      if (piece.mark == '.' && i + 1 >= op_.range.end) return i;
      if (piece.mark == ',' && i + 1 < op_.range.end && verbs_.dead[i + 1]) return i;
      constexpr Roles kLeads = bit(Role::kIn) | bit(Role::kFrom) | bit(Role::kTo) | bit(Role::kAtEnd);
      const bool leads = (piece.roles & kLeads) != 0 && i + 1 < op_.range.end;
      if (leads && (list_[i + 1].is(Kind::kAddress) || list_[i + 1].has(Role::kPronoun))) return i;
    }
    return op_.range.end;
  }

  /// Without the noun that leads the words in.
  std::size_t skip_lead(std::size_t begin, std::size_t end) const {
    std::size_t from = begin;
    for (std::size_t i = begin; i < std::min(begin + 3, end); ++i) {
      if (list_[i].has(Role::kWords) || list_[i].mark == ':') from = i + 1;
    }
    return from;
  }

  void add(std::size_t begin, std::size_t end, Slot slot, std::size_t most) {
    begin = skip_lead(begin, end);
    while (end > begin && list_[end - 1].is(Kind::kMark) && list_[end - 1].mark != ')') --end;
    while (begin < end && list_[begin].mark == ':') ++begin;
    if (begin >= end || end - begin > most) return;
    found_.push_back(
        {fold_white_space(pieces_.text.substr(list_[begin].span.begin, list_[end - 1].span.end - list_[begin].span.begin)),
         slot});
  }

  void replacement() {
    const bool arrow = list_[op_.at].is(Kind::kArrow);
    Roles roles = bit(Role::kWith);
    if (op_.verb == Verb::kChange) roles |= bit(Role::kTo);
    std::size_t begin = op_.at + 1;
    std::size_t with = next_with(roles, begin, op_.range.end);
    if (arrow) {
      begin = op_.range.begin;
      while (begin < op_.at && (list_[begin].is(Kind::kAddress) || list_[begin].is(Kind::kMark) || list_[begin].has(Role::kIn)))
        ++begin;
      with = op_.at;
    }
    if (with >= op_.range.end || with <= begin) return;
    for (std::size_t i = begin; i < with; ++i) {
      if (list_[i].is(Kind::kAddress) || list_[i].has(Role::kReference) || list_[i].has(Role::kSentence) ||
          list_[i].has(Role::kPronoun))
        return;
    }
    std::vector<Words> kept = std::exchange(found_, {});
    add(begin, with, Slot::kObject, kMostWords / 3);
    add(with + 1, stretch_end(with + 1), Slot::kWith, kMostWords / 3);
    if (found_.size() != 2) found_ = std::move(kept);
  }

  /// "the clause on prisons": what it is about, not its words.
  bool is_described(std::size_t noun) const {
    const std::string word = plain_form(list_[noun].span.of(pieces_.text));
    const bool about = noun + 1 < op_.range.end && list_[noun + 1].has(Role::kIn);
    return about && !is_turn("quoting_nouns", word);
  }

  void deletion() {
    if (list_[op_.at].mood == Mood::kParticiple) return;
    const std::size_t noun = next_with(bit(Role::kWords), op_.at + 1, std::min(op_.at + 4, op_.range.end));
    if (noun < std::min(op_.at + 4, op_.range.end)) {
      if (is_described(noun)) return;
      add(noun + 1, stretch_end(noun + 1), Slot::kObject, kMostWords / 3);
    } else if (op_.at + 1 < op_.range.end && list_[op_.at + 1].mark == ':') {
      add(op_.at + 2, stretch_end(op_.at + 2), Slot::kObject, kMostWords);
    }
  }

  void insertion() {
    std::size_t begin = op_.range.end;
    for (std::size_t i = op_.at + 1; i < op_.range.end && begin == op_.range.end; ++i) {
      if (list_[i].mark == ':') begin = i + 1;
      if (list_[i].has(Role::kWords) && i < op_.at + 4 && !list_[i].has(Role::kParagraph)) begin = i + 1;
    }
    if (begin >= op_.range.end) return;
    if (list_[begin].mark == ':') ++begin;
    const std::size_t end = stretch_end(begin);
    std::size_t side = end;
    for (std::size_t i = begin + 1; i < end; ++i) {
      if (list_[i].has(Role::kAfter) || list_[i].has(Role::kBefore)) side = i;
    }
    if (side + 1 >= end) side = end;
    add(begin, side, Slot::kObject, kMostWords * 4);
    if (side < end) add(side + 1, end, list_[side].has(Role::kAfter) ? Slot::kAfter : Slot::kBefore, kMostWords / 3);
  }

  const Pieces& pieces_;
  const std::vector<Piece>& list_;
  const Verbs& verbs_;
  const Operator& op_;
  std::vector<Words> found_;
};

}  // namespace

std::vector<Words> unquoted_in(const Pieces& pieces, const Verbs& verbs, const Operator& op) {
  return Finder(pieces, verbs, op).find();
}

}  // namespace travaux::letter
