#include "comment/letter_roles.h"

#include <algorithm>

#include "comment/letter_instrument.h"
#include "comment/letter_unquoted.h"

namespace travaux::letter {
namespace {

using Kind = Piece::Kind;

constexpr std::size_t kNearColon = 6;  // pieces: "with the following new text:"

constexpr std::pair<Role, Slot> kSlots[] = {
    {Role::kInstead, Slot::kInstead}, {Role::kAfter, Slot::kAfter},   {Role::kBefore, Slot::kBefore},
    {Role::kBetween, Slot::kBetween}, {Role::kTitled, Slot::kTitled}, {Role::kSays, Slot::kSays},
    {Role::kWith, Slot::kWith},       {Role::kFrom, Slot::kFrom},     {Role::kFor, Slot::kFor},
    {Role::kUnder, Slot::kUnder},     {Role::kTo, Slot::kTo},         {Role::kIn, Slot::kIn},
};

class PartsReader {
 public:
  PartsReader(const Pieces& pieces, const Verbs& verbs, const Operator& op)
      : pieces_(pieces), list_(pieces.list), verbs_(verbs), op_(op) {}

  Parts read() {
    for (std::size_t i = op_.range.begin; i < op_.range.end; ++i) {
      if (!verbs_.dead[i] && i != op_.at) parts_.roles |= list_[i].roles;
      if (list_[i].mark == ':') parts_.colon = true;
      parts_.prefers = parts_.prefers || list_[i].has(Role::kPrefer);
    }
    slots_.assign(op_.range.end - op_.range.begin, Slot::kObject);
    take_object_noun();
    take_instrument();
    for (std::size_t i = op_.range.begin; i < op_.range.end; ++i) {
      if (!verbs_.dead[i]) take(i);
    }
    take_pairs();
    if (parts_.words.empty()) take_unquoted();
    return std::move(parts_);
  }

 private:
  std::string form(std::size_t i) const { return plain_form(list_[i].span.of(pieces_.text)); }

  Slot& slot_at(std::size_t i) { return slots_[i - op_.range.begin]; }
  Slot slot_at(std::size_t i) const { return slots_[i - op_.range.begin]; }

  void take(std::size_t i) {
    const Piece& piece = list_[i];
    if (piece.is(Kind::kQuote) && begins_place(i)) {
      const std::string words(pieces_.quotes[piece.index].inner.of(pieces_.text));
      slot_at(i) = Slot::kIn;
      parts_.places.push_back({{{"paragraph beginning “" + words + "”", "^" + words, false, {}}}, Slot::kIn});
    } else if (piece.is(Kind::kQuote) && i != instrument_quote_) {
      slot_at(i) = slot_of(i);
      parts_.words.push_back({std::string(pieces_.quotes[piece.index].inner.of(pieces_.text)), slot_at(i)});
    } else if (piece.is(Kind::kAddress)) {
      slot_at(i) = place_slot(i);
      parts_.places.push_back({pieces_.addresses[piece.index].targets, slot_at(i)});
      if (op_.verb == Verb::kInsert && slot_at(i) == Slot::kObject && i > op_.range.begin) take_indefinite(i);
    } else if (piece.is(Kind::kWord)) {
      take_word(i);
    }
  }

  /// "in the paragraph beginning “They stressed”": the words name the place.
  bool begins_place(std::size_t i) const {
    if (i < op_.range.begin + 2 || !list_[i].is(Kind::kQuote)) return false;
    std::size_t k = i - 1;
    if (list_[k].has(Role::kWith) && k > op_.range.begin + 1) --k;
    return list_[k].has(Role::kBegins) && (list_[k - 1].has(Role::kParagraph) || list_[k - 1].has(Role::kPronoun));
  }

  void take_word(std::size_t i) {
    const Piece& piece = list_[i];
    parts_.at_end = parts_.at_end || (piece.has(Role::kAtEnd) && piece.ordinal == 0);
    const bool names = i + 1 < op_.range.end && (begins_place(i + 1) || (i + 2 < op_.range.end && begins_place(i + 2)));
    parts_.at_start = parts_.at_start || (piece.has(Role::kAtStart) && !names);
    if (piece.has(Role::kHeading) && !parts_.new_section) parts_.heading_noun = true;
    if (piece.has(Role::kPronoun)) parts_.pronoun_slot = slot_of(i);
    if (piece.has(Role::kNewPlace)) take_new_place(i);
    if (piece.has(Role::kNew)) take_new(i);
    if (piece.ordinal != 0 || piece.has(Role::kLine) || form(i) == "chapeau") take_portion(i);
  }

  static bool is_section_word(const std::string& word) {
    return word.find("sec") != std::string::npos || word.find("chap") != std::string::npos ||
           word.find("cap") != std::string::npos;
  }

  void take_new_place(std::size_t i) {
    const std::string printed(list_[i].span.of(pieces_.text));
    const bool section = is_section_word(plain_form(printed));
    if (op_.verb == Verb::kInsert && slot_of(i) == Slot::kObject) {
      (section ? parts_.new_section : parts_.new_item) = true;
      parts_.new_printed = printed;
    } else {
      parts_.new_place = printed;
      parts_.new_place_section = section;
    }
  }

  /// "a new paragraph", "una nueva sección": what is added, or where it was.
  void take_new(std::size_t i) {
    static const std::unordered_set<std::string> kDefinite = {"the", "el", "la", "del", "al", "this", "este", "esta"};
    if (op_.verb != Verb::kInsert && i > 0 && kDefinite.contains(form(i - 1))) return;
    for (std::size_t k = i + 1; k < std::min(i + 3, op_.range.end); ++k) {
      if (list_[k].is(Kind::kAddress)) {
        const Address& address = pieces_.addresses[list_[k].index];
        if (!address.targets.empty()) (address.targets.front().is_section ? parts_.new_section : parts_.new_item) = true;
        parts_.new_printed = std::string(pieces_.text.substr(list_[i].span.begin, list_[k].span.end - list_[i].span.begin));
        return;
      }
      if (!list_[k].has(Role::kParagraph) && !list_[k].has(Role::kSection)) continue;
      (list_[k].has(Role::kSection) ? parts_.new_section : parts_.new_item) = true;
      parts_.new_printed = std::string(pieces_.text.substr(list_[i].span.begin, list_[k].span.end - list_[i].span.begin));
      return;
    }
  }

  /// "add a paragraph 4.5".
  void take_indefinite(std::size_t i) {
    const std::string article = form(i - 1);
    const std::vector<Target>& targets = pieces_.addresses[list_[i].index].targets;
    if (article != "a" && article != "an" && article != "un" && article != "una") return;
    (!targets.empty() && targets.front().is_section ? parts_.new_section : parts_.new_item) = true;
    parts_.new_printed = std::string(list_[i].span.of(pieces_.text));
  }

  void take_portion(std::size_t i) {
    if (form(i) == "chapeau") parts_.portion = "chapeau";
    if (list_[i].has(Role::kLine) && list_[i].ordinal == 0) {
      if (i + 1 < op_.range.end && list_[i + 1].is(Kind::kWord)) {
        const std::string number = form(i + 1);
        if (!number.empty() && number.find_first_not_of("0123456789") == std::string::npos) parts_.portion = "line " + number;
      }
    }
    if (list_[i].ordinal != 0 && i > op_.range.begin && list_[i - 1].has(Role::kSentence)) {
      parts_.portion = "sentence " + std::to_string(list_[i].ordinal);
      parts_.portion_slot = slot_of(i - 1);
    }
    for (std::size_t k = i + 1; list_[i].ordinal != 0 && k < std::min(i + 3, op_.range.end); ++k) {
      const bool sentence = list_[k].has(Role::kSentence) || form(k) == "frase";
      if (!sentence && !list_[k].has(Role::kLine)) continue;
      parts_.portion = (sentence ? "sentence " : "line ") + std::to_string(list_[i].ordinal);
      parts_.portion_slot = slot_of(i);
      return;
    }
  }

  /// The noun that the verb takes: "delete the reference", "the square brackets … may be removed".
  void take_object_noun() {
    if ((op_.passive || form(op_.at).ends_with("rse")) && look_for_noun(op_.range.begin, op_.at)) return;
    look_for_noun(std::max(op_.at + 1, op_.range.begin), op_.range.end);
  }

  bool look_for_noun(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (verbs_.dead[i] || list_[i].has(Role::kUnder)) continue;
      for (const Role role :
           {Role::kBrackets, Role::kReference, Role::kPassage, Role::kWords, Role::kSentence, Role::kParagraph, Role::kSection}) {
        if (!list_[i].has(role)) continue;
        parts_.object_noun = role;
        if (op_.verb == Verb::kInsert) take_added(role, i);
        return true;
      }
      if (list_[i].is(Kind::kAddress) && place_slot(i) == Slot::kIn) continue;  // "add in 2.4 a reference"
      if (list_[i].is(Kind::kQuote) || list_[i].is(Kind::kAddress) || list_[i].has(Role::kAfter)) return false;
    }
    return false;
  }

  /// "add a paragraph", "insértese el siguiente párrafo": no "new" is needed.
  void take_added(Role role, std::size_t i) {
    if (role != Role::kParagraph && role != Role::kSection) return;
    const bool ordinal = i > 0 && list_[i - 1].ordinal != 0;
    const Slot slot = slot_of(i);
    if (ordinal || slot == Slot::kIn || slot == Slot::kEnd || slot == Slot::kTo) return;
    (role == Role::kSection ? parts_.new_section : parts_.new_item) = true;
    parts_.new_printed = std::string(list_[i].span.of(pieces_.text));
  }

  void take_instrument() {
    const Named named = instrument_in(pieces_, verbs_, op_);
    parts_.instrument = named.text;
    parts_.under = named.under;
    parts_.from_mandates = named.from_mandates;
    parts_.relabel = named.relabel;
    instrument_quote_ = named.quote;
    if (!named.words.empty()) parts_.words.push_back({named.words, Slot::kObject});
  }

  Slot of_verb() const {
    if (op_.verb == Verb::kRead) return Slot::kAfterVerb;
    const bool copula = op_.verb == Verb::kReplace && list_[op_.at].verb == Verb::kNone;  // an arrow, or "should be"
    return copula ? Slot::kWith : Slot::kObject;
  }

  bool with_follows(std::size_t i) const {
    for (std::size_t k = i + 1; k < std::min(i + 3, op_.range.end); ++k) {
      if (list_[k].has(Role::kWith)) return true;
      if (list_[k].is(Kind::kQuote)) return false;
    }
    return false;
  }

  /// Whether the item at `k` and the one at `i` are one list: then they play one part.
  Slot inherited(std::size_t k, std::size_t i, bool conjunction, bool comma) const {
    const Slot previous = slot_at(k);
    if (previous == Slot::kBetween && conjunction) return Slot::kBetween;
    if (list_[i].is(Kind::kQuote) && with_follows(i) && op_.verb == Verb::kReplace) return Slot::kObject;
    if (conjunction && list_[k].kind == list_[i].kind) return previous;
    const bool open = previous == Slot::kAfter || previous == Slot::kBefore || previous == Slot::kIn || previous == Slot::kFor;
    if (comma && list_[k].kind == list_[i].kind && !open) return previous;
    return Slot::kObject;
  }

  /// What the small words before a quotation or word make of it.
  Slot slot_of(std::size_t i) const {
    bool comma = false, conjunction = false, of = false;
    std::size_t colon = 0;
    for (std::size_t k = i; k > op_.range.begin; --k) {
      const Piece& piece = list_[k - 1];
      if (piece.has(Role::kWherever) && list_[i].is(Kind::kQuote)) return Slot::kWherever;
      if (k - 1 == op_.at && op_.verb == Verb::kPlace && piece.has(Role::kAfter)) return Slot::kAfter;
      if (k - 1 == op_.at && op_.verb == Verb::kPlace && piece.has(Role::kBefore)) return Slot::kBefore;
      if (k - 1 == op_.at) return of && !list_[i].is(Kind::kQuote) && list_[op_.at].mood != Mood::kNoun ? Slot::kIn : of_verb();
      if (piece.has(Role::kSee) || piece.has(Role::kRequest)) return Slot::kObject;
      if (!list_[i].is(Kind::kQuote) && (piece.has(Role::kAsRead) || piece.has(Role::kNewPlace))) return Slot::kObject;
      if (piece.is(Kind::kQuote) || piece.is(Kind::kAddress)) {
        if (of && piece.is(Kind::kQuote)) return Slot::kIn;
        return inherited(k - 1, i, conjunction, comma);
      }
      if (verbs_.dead[k - 1]) return Slot::kObject;
      if (piece.has(Role::kConjunction)) conjunction = true;
      if (piece.mark == ',') comma = true;
      if (piece.mark == ':' && colon == 0) colon = k;
      if (comma || conjunction || leads_verb(k - 1)) continue;
      if (colon > 0 && !(piece.has(Role::kWith) && colon - k < kNearColon) && !piece.has(Role::kTitled) &&
          !piece.has(Role::kSays))
        continue;
      for (const auto& [role, slot] : kSlots) {
        if (!piece.has(role)) continue;
        if (slot == Slot::kIn) {
          of = true;
          break;
        }
        if (of && (slot == Slot::kTo || slot == Slot::kFor || slot == Slot::kWith)) break;
        return slot == Slot::kUnder ? Slot::kIn : slot;
      }
    }
    return Slot::kObject;
  }

  /// "to read": an infinitive's word.
  bool leads_verb(std::size_t k) const {
    return list_[k].has(Role::kTo) && k + 1 < op_.range.end &&
           (list_[k + 1].verb != Verb::kNone || list_[k + 1].has(Role::kAuxiliary));
  }

  Slot under_slot() const {
    const bool goes = op_.verb == Verb::kMove || op_.verb == Verb::kPlace || op_.verb == Verb::kInsert || op_.verb == Verb::kCite;
    return goes ? Slot::kTo : Slot::kIn;
  }

  /// "the following edits to 2.5: replace": it is what the requests are about.
  bool announced(std::size_t i) const {
    for (std::size_t k = i + 1; k <= op_.at; ++k) {
      if (list_[k].mark == ':') return true;
    }
    return false;
  }

  /// The same for a place.
  Slot place_slot(std::size_t i) const {
    if (announced(i)) return Slot::kIn;
    bool comma = false, conjunction = false;
    for (std::size_t k = i; k > op_.range.begin; --k) {
      const Piece& piece = list_[k - 1];
      if (k - 1 == op_.at) return of_verb();
      if (piece.is(Kind::kQuote) || piece.is(Kind::kAddress)) {
        const bool list = (conjunction || comma) && piece.is(Kind::kAddress);
        return list ? slot_at(k - 1) : piece.is(Kind::kQuote) ? Slot::kIn : Slot::kObject;
      }
      if (verbs_.dead[k - 1]) continue;
      if (piece.has(Role::kConjunction)) conjunction = true;
      if (piece.mark == ',') comma = true;
      if (comma || conjunction || leads_verb(k - 1)) continue;
      if (piece.has(Role::kRequest)) return Slot::kObject;
      if (piece.has(Role::kNew) || piece.has(Role::kAsRead)) return Slot::kObject;
      if (piece.has(Role::kAtEnd) && piece.ordinal == 0) return Slot::kEnd;
      if (piece.has(Role::kAtStart)) return Slot::kStart;
      for (const auto& [role, slot] : kSlots) {
        if (!piece.has(role)) continue;
        if (slot == Slot::kUnder) return under_slot();
        if (slot == Slot::kIn) return within(k - 1);
        return slot;
      }
    }
    return Slot::kObject;
  }

  /// "at the end of", "al final del", else simply in it.
  Slot within(std::size_t in) const {
    if (in > op_.range.begin) {
      const Piece& before = list_[in - 1];
      if (before.has(Role::kAtEnd)) return Slot::kEnd;
      if (before.has(Role::kAtStart)) return Slot::kStart;
      if (in - 1 == op_.at && list_[op_.at].mood == Mood::kNoun) return Slot::kObject;
    }
    return Slot::kIn;
  }

  void take_pairs() {
    if (op_.verb != Verb::kReplace && op_.verb != Verb::kChange) return;
    std::string old_words;
    for (const Words& words : parts_.words) {
      if (words.slot == Slot::kObject) old_words = words.text;
      const bool comes = words.slot == Slot::kWith || (words.slot == Slot::kTo && op_.verb == Verb::kChange);
      if (comes && !old_words.empty()) parts_.pairs.emplace_back(std::exchange(old_words, {}), words.text);
    }
  }

  void take_unquoted() {
    for (Words& words : unquoted_in(pieces_, verbs_, op_)) parts_.words.push_back(std::move(words));
  }

  const Pieces& pieces_;
  const std::vector<Piece>& list_;
  const Verbs& verbs_;
  const Operator& op_;
  Parts parts_;
  std::vector<Slot> slots_;
  std::size_t instrument_quote_ = static_cast<std::size_t>(-1);
};

}  // namespace

bool Parts::places_in(Slot slot) const {
  return std::any_of(places.begin(), places.end(), [&](const Places& item) { return item.slot == slot; });
}

Parts parts_of(const Pieces& pieces, const Verbs& verbs, const Operator& op) { return PartsReader(pieces, verbs, op).read(); }

}  // namespace travaux::letter
