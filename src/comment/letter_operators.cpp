#include "comment/letter_operators.h"

#include <algorithm>

#include "comment/letter_bars.h"

namespace travaux::letter {
namespace {

using Kind = Piece::Kind;

constexpr std::size_t kNearQuote = 4;        // pieces from "and" to what it joins
constexpr std::size_t kNearWish = 8;         // pieces from "would help" to "if"
constexpr std::size_t kLongestClause = 160;  // pieces that are looked back over

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Sentence {
 public:
  Sentence(const Pieces& pieces, Range range, const Voice& voice)
      : pieces_(pieces), list_(pieces.list), range_(range), voice_(voice), bars_(bars_of(pieces, range, voice)) {
    verbs_.dead = Marks(range_);
    verbs_.doubtful = bars_.doubtful;
  }

  Verbs read() {
    bury();
    std::vector<Operator> found;
    for (std::size_t i = range_.begin; i < range_.end; ++i) {
      if (verbs_.dead[i]) continue;
      const bool arrow = list_[i].is(Kind::kArrow);
      if ((bars_.barred[i] || verbs_.hangs) && (arrow || list_[i].verb != Verb::kNone)) {
        pass_over(i);
        continue;
      }
      if (arrow) found.push_back({i, Verb::kReplace, false, {}});
      if (takes_out(i)) {
        found.push_back({i, Verb::kDelete, list_[i].mood == Mood::kParticiple, {}});
      } else if (!arrow && list_[i].verb != Verb::kNone && !list_[i].has(Role::kTitled) && asks(i)) {
        found.push_back({i, list_[i].verb, is_passive(i), {}});
      }
    }
    if (found.empty() && !bars_.any && !verbs_.hangs) imply(found);
    weigh(found);
    share_out(found);
    verbs_.operators = std::move(found);
    if (verbs_.operators.empty()) take_stance();
    return std::move(verbs_);
  }

 private:
  std::string form(std::size_t i) const { return plain_form(list_[i].span.of(pieces_.text)); }

  std::string form_before(std::size_t i) const { return i > range_.begin ? form(i - 1) : std::string(); }

  /// A verb that the sentence keeps from asking.
  void pass_over(std::size_t i) {
    verbs_.told = barred_ = true;
    if (bars_.never[i] && takes_away(list_[i].verb)) verbs_.stance = Stance::kKeep;
  }

  static bool takes_away(Verb verb) {
    return verb == Verb::kDelete || verb == Verb::kReplace || verb == Verb::kSwap || verb == Verb::kMove ||
           verb == Verb::kMerge || verb == Verb::kSplit || verb == Verb::kChange;
  }

  /// "take “X” out".
  bool takes_out(std::size_t i) const {
    if (!list_[i].has(Role::kSeparable)) return false;
    for (std::size_t k = i + 1; k < range_.end && list_[k].verb == Verb::kNone; ++k) {
      if (list_[k].has(Role::kParticle)) return any_kind(Kind::kQuote, i, k);
    }
    return false;
  }

  /// Requests without a verb: "we prefer “X” to “Y”", "“X” should be “Y”", "New paragraph after 2.3: “X”".
  void imply(std::vector<Operator>& found) const {
    if (verbs_.told || verbs_.stance != Stance::kNone || !any_kind(Kind::kQuote, range_.begin, range_.end)) return;
    for (std::size_t i = range_.begin; i < range_.end && found.empty(); ++i) {
      if (verbs_.dead[i]) continue;
      if (list_[i].has(Role::kPrefer)) found.push_back({i, Verb::kUse, false, {}});
      const bool between =
          i > range_.begin && list_[i].has(Role::kAuxiliary) && i + 1 < range_.end && list_[i + 1].is(Kind::kQuote);
      if (between && any_kind(Kind::kQuote, range_.begin, i)) found.push_back({i, Verb::kReplace, false, {}});
    }
    if (!found.empty()) return;
    if (any(bit(Role::kSupport) | bit(Role::kReserve) | bit(Role::kOppose), range_.begin, range_.end)) return;
    if (any(bit(Role::kInstead), range_.begin, range_.end)) found.push_back({range_.begin, Verb::kUse, false, {}});
    const bool item = names_new_item();
    if (found.empty() && item) found.push_back({range_.begin, Verb::kInsert, false, {}});
    if (found.empty()) imply_text(found);
    if (found.empty() && any(bit(Role::kBrackets), range_.begin, range_.end))
      found.push_back({range_.begin, Verb::kBracket, false, {}});
  }

  bool names_new_item() const {
    for (std::size_t i = range_.begin; i + 1 < range_.end; ++i) {
      if (!list_[i].has(Role::kNew)) continue;
      if (list_[i + 1].is(Kind::kAddress) || any(bit(Role::kParagraph) | bit(Role::kSection), i, range_.end)) return true;
    }
    return false;
  }

  /// "we suggest the following wording: “X”": a text after a colon.
  void imply_text(std::vector<Operator>& found) const {
    if (!any(bit(Role::kWords) | bit(Role::kAsRead) | bit(Role::kOther), range_.begin, range_.end)) return;
    for (std::size_t i = range_.begin + 1; i + 1 < range_.end; ++i) {
      if (list_[i].mark != ':' || !list_[i + 1].is(Kind::kQuote) || any_kind(Kind::kQuote, range_.begin, i)) continue;
      found.push_back({i, Verb::kRead, false, {}});
      return;
    }
  }

  /// Reasons, conditions and asides hold no requests.
  void bury() {
    for (std::size_t i = range_.begin; i < range_.end; ++i) {
      if (list_[i].aside) verbs_.dead.set(i);
      if (!verbs_.dead[i] && names_what_is_spared(i)) {
        bury_from(i);
        verbs_.spared = {i, i};
        while (verbs_.spared.end < range_.end && verbs_.dead[verbs_.spared.end]) ++verbs_.spared.end;
      }
      if (!verbs_.dead[i] && list_[i].has(Role::kNegation)) bury_contrast(i);
      const bool condition = list_[i].has(Role::kCondition) || supposes(i);
      if (verbs_.dead[i] || list_[i].verb != Verb::kNone || !(list_[i].has(Role::kReason) || condition)) continue;
      if (form(i) == "no" || (condition && is_courtesy(i))) continue;
      verbs_.conditional = verbs_.conditional || condition;
      verbs_.hangs = verbs_.hangs || (condition && makes_hang(i));
      bury_from(i);
    }
  }

  /// "Rather than deleting “X”, …": the clause asks nothing.
  bool names_what_is_spared(std::size_t i) const {
    if (!list_[i].has(Role::kInstead) || i + 1 >= range_.end || list_[i + 1].verb == Verb::kNone) return false;
    const std::string next = form(i + 1);
    return pieces_.language == Language::kSpanish ? next.ends_with("r") || next.ends_with("rse") : next.ends_with("ing");
  }

  /// "Delete not 1.4 but 2.2": what stands between is not meant.
  void bury_contrast(std::size_t negation) {
    bool object = false;
    for (std::size_t k = negation + 1; k < std::min(negation + 2 + kNearQuote, range_.end); ++k) {
      if (list_[k].verb != Verb::kNone || list_[k].mark == ';' || list_[k].mark == ':') return;
      if (object && one_of(form(k), {"but", "sino"})) {
        for (std::size_t dead = negation; dead <= k; ++dead) verbs_.dead.set(dead);
        return;
      }
      object = object || list_[k].is(Kind::kAddress) || list_[k].is(Kind::kQuote);
    }
  }

  /// "should 2.4 be added, …", "provided 2.4 is kept", "once 2.4 is adopted", "de aprobarse 2.4": conditions without a word for
  /// it.
  bool supposes(std::size_t i) const {
    if (i + 1 >= range_.end || verbs_.dead[i] || !list_[i].is(Kind::kWord)) return false;
    const std::string word = form(i), next = form(i + 1);
    const bool place = list_[i + 1].is(Kind::kAddress);
    const bool first = i == range_.begin || list_[i - 1].mark == ',' || list_[i - 1].mark == ':';
    if (pieces_.language == Language::kSpanish) {
      const bool infinitive = next.ends_with("rse") || next == "ser" || next == "haber";
      return (word == "de" && first && infinitive) || ((word == "una vez que" || word == "cuando") && place);
    }
    if (word == "once" || word == "when") return place;
    const bool subject = place || one_of(next, {"the", "this", "that", "there", "it", "any", "no", "a", "an"});
    if (word == "provided" || word == "providing") return subject;
    if (word != "should" || list_[range_.end - 1].mark == '?') return false;
    return place || (first && (subject || list_[i + 1].is(Kind::kQuote)));
  }

  /// Whether a condition keeps the sentence from asking: not "even if", nor a word of a text ("add the words if any").
  bool makes_hang(std::size_t i) const {
    const std::string_view printed = list_[i].span.of(pieces_.text);
    if ((list_[i].has(Role::kInstead) && leads_quote(i)) || form(i) == "whether" ||
        printed.find("\u00ED") != std::string_view::npos)
      return false;
    if (saves_from_deletion(i)) return false;
    if (i == range_.begin) return true;
    if (is_turn("means_words", form(i - 1) + " " + form(i)) || list_[i - 1].has(Role::kWords)) return false;
    bool asked = false;
    for (std::size_t k = range_.begin; k < i; ++k) {
      const Verb verb = list_[k].verb;
      asked = asked || verb == Verb::kInsert || verb == Verb::kRead || verb == Verb::kReplace || verb == Verb::kChange;
      if (asked && list_[k].mark == ':') return false;
    }
    return true;
  }

  /// "use “A” in exchange for “B”".
  bool leads_quote(std::size_t i) const { return any_kind(Kind::kQuote, i, std::min(i + 1 + kNearQuote, range_.end)); }

  /// "If this paragraph is deleted, the reference should be moved to 5.2": what is to be moved wherever its own paragraph goes.
  bool saves_from_deletion(std::size_t i) const {
    bool itself = false, goes = false;
    for (++i; i < range_.end && list_[i].mark == 0; ++i) {
      if (list_[i].is(Kind::kAddress) || list_[i].is(Kind::kQuote)) return false;
      itself = itself || list_[i].has(Role::kPronoun);
      goes = goes || list_[i].verb == Verb::kDelete;
    }
    if (!itself || !goes) return false;
    for (; i < range_.end; ++i) {
      if (list_[i].verb != Verb::kNone) return list_[i].verb == Verb::kMove;
    }
    return false;
  }

  /// "It would help our capitals if “X” followed “Y”": a wish, no condition.
  bool would_help(std::size_t i) const {
    if (!one_of(form(i), {"if", "si"})) return false;
    for (std::size_t k = i; k > range_.begin && i - k < kNearWish; --k) {
      const Piece& piece = list_[k - 1];
      if (piece.mark != 0 || piece.is(Kind::kQuote) || piece.is(Kind::kAddress) || piece.has(Role::kNegation)) return false;
      if (piece.has(Role::kRequest)) return form(k - 1).starts_with("would ") || form(k - 1).ends_with("ia") || is_useful(k - 1);
    }
    return false;
  }

  bool is_useful(std::size_t i) const { return form(i).starts_with("seria "); }

  /// "if possible", "si fuera posible", "if the Chair agrees": courtesy, no condition.
  bool is_courtesy(std::size_t i) const {
    for (std::size_t k = i + 1; k < std::min(i + 5, range_.end) && list_[k].is(Kind::kWord); ++k) {
      if (one_of(form(k), {"estima", "juzga"})) return true;
      if (is_turn("polite", form(k)) && ends_courtesy(k + 1)) return true;
    }
    return would_help(i) || is_left_to_asked(i + 1);
  }

  /// What follows "if acceptable" is no more than "to you".
  bool ends_courtesy(std::size_t i) const {
    if (i < range_.end && one_of(form(i), {"to", "for", "para"})) return starts_with_asked(i + 1);
    return i >= range_.end || list_[i].mark != 0 || list_[i].verb != Verb::kNone || list_[i].has(Role::kRequest);
  }

  bool starts_with_asked(std::size_t i) const {
    if (i < range_.end && is_turn("articles", form(i))) ++i;
    return i < range_.end && is_turn("asked", form(i));
  }

  /// "if you agree": the consent of those who are asked, to nothing but this.
  bool is_left_to_asked(std::size_t begin) const {
    bool consents = false;
    std::size_t i = begin;
    for (; i < range_.end && list_[i].mark == 0; ++i) {
      if (list_[i].is(Kind::kAddress) || list_[i].is(Kind::kQuote)) return false;
      consents = consents || is_turn("consents", form(i));
    }
    const bool spanish = pieces_.language == Language::kSpanish;
    return consents && (starts_with_asked(begin) || (spanish && i > begin && starts_with_asked(i - 1)));
  }

  void bury_from(std::size_t begin) {
    const bool leads = std::none_of(
        list_.begin() + static_cast<std::ptrdiff_t>(range_.begin), list_.begin() + static_cast<std::ptrdiff_t>(begin),
        [](const Piece& piece) { return piece.is(Kind::kQuote) || piece.verb != Verb::kNone || piece.mark == ','; });
    const bool relative = one_of(form(begin), {"which", "who", "la cual", "el cual", "lo cual", "lo que"});
    for (std::size_t i = begin; i < range_.end; ++i) {
      const bool comma = list_[i].mark == ',';
      const bool onward =
          comma && i + 1 < range_.end && (list_[i + 1].has(Role::kConjunction) || list_[i + 1].has(Role::kRequest));
      if (comma && (leads || relative || onward)) return;
      if (list_[i].mark == ':' && i > begin) return;
      verbs_.dead.set(i);
    }
  }

  std::size_t clause_begin(std::size_t i) const {
    const std::size_t first = i > range_.begin + kLongestClause ? i - kLongestClause : range_.begin;
    while (i > first && list_[i - 1].mark != ';' && list_[i - 1].mark != '\n' && !verbs_.dead[i - 1]) --i;
    return i;
  }

  /// The nearest piece before `i` with one of the roles, not past a verb that asks; `i` where there is none.
  std::size_t before(std::size_t i, Roles roles, std::size_t reach = 1000) const {
    const std::size_t begin = clause_begin(i);
    for (std::size_t k = i; k > begin && i - k < reach; --k) {
      if ((list_[k - 1].roles & roles) != 0) return k - 1;
    }
    return i;
  }

  bool any(Roles roles, std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (!list_[i].aside && (list_[i].roles & roles) != 0) return true;
    }
    return false;
  }

  bool any_kind(Kind kind, std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (!list_[i].aside && list_[i].is(kind)) return true;
    }
    return false;
  }

  bool is_passive(std::size_t i) const {
    if (list_[i].mood != Mood::kParticiple && list_[i].verb != Verb::kRead) return false;
    return list_[i].mood == Mood::kParticiple || any_kind(Kind::kAddress, range_.begin, i) ||
           any_kind(Kind::kQuote, range_.begin, i);
  }

  /// Whether the verb at `i` is a request's.
  bool asks(std::size_t i) {
    if (list_[i].mood != Mood::kReport && is_governed(i)) return false;
    if (!is_request_form(i)) return false;
    if (is_of_others(i) || is_told(i)) {
      verbs_.told = true;
      return false;
    }
    return !is_denied(i);
  }

  bool is_request_form(std::size_t i) {
    const Piece& piece = list_[i];
    const std::string previous = form_before(i);
    if (i > range_.begin && (list_[i - 1].has(Role::kBefore) || list_[i - 1].has(Role::kAfter)))
      return false;  // "before deleting"
    switch (piece.mood) {
      case Mood::kReport:
        verbs_.told = true;
        return false;
      case Mood::kPresent:
        return previous == "se" && pieces_.language == Language::kSpanish;
      case Mood::kNoun:
        return is_wished_noun(i);
      case Mood::kParticiple:
        return is_wished_participle(i);
      case Mood::kAsk:
        break;
    }
    if (pieces_.language == Language::kSpanish) {
      const std::string own = form(i);
      const bool infinitive = own.ends_with("r") || own.ends_with("rse");
      return infinitive ||
             !one_of(previous, {"la", "el", "un", "una", "su", "los", "las", "esta", "este", "cada", "de", "en", "sin"});
    }
    if (form(i).ends_with("ing")) return previous != "the" || (i + 1 < range_.end && list_[i + 1].has(Role::kIn));
    if (one_of(previous, {"they", "it", "not"}) && previous != "not") return false;
    return !one_of(previous, {"the", "a", "an", "its", "their", "this", "that", "our", "your", "any", "some", "of", "such", "no",
                              "in", "each", "one"});
  }

  /// "we request the deletion of", or a telegram's "Deletion of".
  bool is_wished_noun(std::size_t i) {
    const bool of =
        i + 1 < range_.end && (list_[i + 1].has(Role::kIn) || list_[i + 1].has(Role::kFrom) || list_[i + 1].is(Kind::kQuote));
    const bool participle_like = list_[i].verb == Verb::kRead || list_[i].verb == Verb::kPlace || list_[i].verb == Verb::kKeep;
    if (participle_like || list_[i].verb == Verb::kBracket) return true;
    const bool its = one_of(form_before(i), {"its", "their", "su"});  // "we cannot accept “X” and ask for its deletion"
    if (its && before(i, bit(Role::kRequest), kNearQuote) != i && any_kind(Kind::kQuote, range_.begin, i)) return true;
    if (!of && list_[i].verb != Verb::kCite) return false;
    if (list_[i].verb == Verb::kCite) return true;
    if (before(i, bit(Role::kRequest)) != i) return true;
    const bool wished = any(bit(Role::kRequest), i + 1, range_.end);
    for (std::size_t k = clause_begin(i); k < i; ++k) {
      const bool place = list_[k].has(Role::kIn) || (wished && one_of(form(k), {"the", "la", "el"}));
      if (list_[k].is(Kind::kWord) && !place) return false;
    }
    return wished || !any(bit(Role::kAuxiliary) | bit(Role::kPast), i + 1, range_.end);
  }

  bool is_wished_participle(std::size_t i) {
    const std::size_t aux = before(i, bit(Role::kAuxiliary) | bit(Role::kPast) | bit(Role::kSee));
    const Verb verb = list_[i].verb;
    if (aux != i && list_[aux].has(Role::kPast) && !list_[aux].has(Role::kAuxiliary) && !is_subjunctive(aux)) {
      verbs_.told = true;
      return false;
    }
    if (aux != i) return true;
    if (verb == Verb::kChange || verb == Verb::kUse || verb == Verb::kCite || verb == Verb::kPlace) return false;
    const std::size_t begin = clause_begin(i);
    return any_kind(Kind::kQuote, begin, i) || any_kind(Kind::kAddress, begin, i) ||
           any(bit(Role::kPronoun) | bit(Role::kRequest), begin, i);
  }

  /// "grateful if “X” were deleted", "it would help if “X” were deleted": no past.
  bool is_subjunctive(std::size_t were) const {
    if (form(were) != "were") return false;
    for (std::size_t k = were; k > range_.begin; --k) {
      const bool wish = list_[k - 1].has(Role::kRequest) && form(k - 1).ends_with(" if");
      if (wish || (list_[k - 1].has(Role::kCondition) && would_help(k - 1))) return true;
    }
    return false;
  }

  /// What others proposed, or some.
  bool is_of_others(std::size_t i) const {
    const std::size_t begin = clause_begin(i);
    for (std::size_t k = begin; k < i; ++k) {
      if (list_[k].has(Role::kThird)) return true;
      if (list_[k].has(Role::kOther) && is_foreign_proposal(k)) return true;
    }
    return false;
  }

  bool is_foreign_proposal(std::size_t k) const {
    const std::string previous = form_before(k);
    if (one_of(previous, {"our", "my", "nuestra", "mi", "its", "following", "siguiente", "a", "una"})) return false;
    if (previous.ends_with("'s") || previous.ends_with("s'") || previous.ends_with("\u2019s") || previous.ends_with("s\u2019"))
      return true;
    if (k + 1 >= range_.end) return false;
    const std::string next = form(k + 1);
    const bool infinitive = k + 2 < range_.end && list_[k + 2].verb != Verb::kNone;
    if (one_of(next, {"by", "from", "made", "formulada", "presentada", "put", "hecha", "submitted"})) return true;
    if (one_of(next, {"of", "de", "del"}) && !infinitive) return true;
    return one_of(previous, {"the", "la", "that", "esa", "this", "dicha"}) &&
           any(bit(Role::kSupport) | bit(Role::kOppose) | bit(Role::kReserve), range_.begin, k);
  }

  /// "MERCOSUR proposed to delete": a report of what others want.
  bool is_told(std::size_t i) const {
    const std::size_t request = before(i, bit(Role::kRequest));
    if (request == i || request == range_.begin) return false;
    static const std::unordered_set<std::string> kPast = {"proposed", "suggested", "requested",  "propuso",     "propusieron",
                                                          "sugirio",  "pidio",     "sugirieron", "solicitaron", "pidieron"};
    if (!kPast.contains(form(request))) return false;
    const bool passive = list_[request - 1].has(Role::kAuxiliary);
    return !passive && !is_own_voice(request);
  }

  /// Whether those who speak are the letter's own: "we", "this delegation", a name of theirs.
  bool is_own_voice(std::size_t request) const {
    const std::size_t begin = clause_begin(request);
    for (std::size_t k = begin; k < request; ++k) {
      if (one_of(form(k), {"we", "i", "our", "nuestra", "nuestro", "hemos"})) return true;
    }
    const std::size_t from = list_[begin].span.begin;
    const std::string subject = strip_marks(fold_case(pieces_.text.substr(from, list_[request].span.begin - from)));
    const auto named = [&](const std::string& name) {
      return !name.empty() && subject.find(strip_marks(fold_case(name))) != std::string::npos;
    };
    return std::any_of(voice_.by.begin(), voice_.by.end(), named) || std::any_of(voice_.names.begin(), voice_.names.end(), named);
  }

  /// "could agree to delete": the stance is what is said.
  bool is_governed(std::size_t i) {
    constexpr Roles kStances = bit(Role::kSupport) | bit(Role::kReserve) | bit(Role::kOppose);
    const std::size_t stance = before(i, kStances);
    if (stance == i || (list_[i].mood == Mood::kAsk && list_[i - 1].mark == ',')) return false;  // "not acceptable, delete"
    for (std::size_t k = stance + 1; k < i; ++k) {
      if (list_[k].has(Role::kRequest) || list_[k].has(Role::kConjunction)) return false;
      if (list_[k].mark == ':' || list_[k].mark == '-') return false;
    }
    if (any(bit(Role::kAuxiliary), stance + 1, i) && list_[i].mood == Mood::kParticiple) return false;
    const bool denied = stance > range_.begin && list_[stance - 1].has(Role::kNegation);
    const bool opposes = list_[stance].has(Role::kOppose) != denied;  // "would not object to deleting"
    const Verb verb = list_[i].verb;
    verbs_.stance = opposes ? (takes_away(verb) ? Stance::kKeep : Stance::kReserve)
                            : (list_[stance].has(Role::kReserve) ? Stance::kReserve : Stance::kSupport);
    if (verbs_.stance == Stance::kSupport && verbs_.conditional) verbs_.stance = Stance::kNone;
    verbs_.told = true;
    return true;
  }

  /// Nothing but auxiliaries between "not" and the verb: "should not be deleted", "no se suprima".
  bool is_directive(std::size_t negation, std::size_t i) const {
    for (std::size_t k = negation + 1; k < i; ++k) {
      if (!list_[k].has(Role::kAuxiliary) && form(k) != "to") return false;
    }
    return true;
  }

  /// "should not be deleted" asks to keep; "do not propose to delete" asks nothing.
  bool is_denied(std::size_t i) {
    const std::size_t negation = before(i, bit(Role::kNegation), 8);
    if (negation == i) return false;
    for (std::size_t k = negation + 1; k < i; ++k) {
      const bool other = list_[k].verb != Verb::kNone && list_[k].mood != Mood::kPresent;
      if (other || list_[k].has(Role::kConjunction) || list_[k].mark == ',' || list_[k].mark == ':') return false;
      if (list_[k].is(Kind::kQuote)) return false;
    }
    const bool directive = is_directive(negation, i);
    if (!directive && form(negation) == "no" && pieces_.language == Language::kEnglish && !form_before(i).ends_with("to"))
      return false;
    const Verb verb = list_[i].verb;
    const bool removes = takes_away(verb) || verb == Verb::kRetitle || verb == Verb::kLift;
    if (directive && removes) verbs_.stance = Stance::kKeep;
    if (directive && !removes) verbs_.doubtful = true;
    verbs_.told = true;
    return true;
  }

  bool quotes_between(std::size_t begin, std::size_t end) const { return any_kind(Kind::kQuote, begin, end); }

  static bool is_weak(Verb verb) { return verb == Verb::kChange || verb == Verb::kUse || verb == Verb::kCite; }

  /// Of verbs that stand for one request, the one that says most: "amend 2.1 by replacing", "add a paragraph reading".
  void weigh(std::vector<Operator>& found) const {
    for (std::size_t k = 0; k < found.size();) {
      const std::size_t end = k + 1 < found.size() ? found[k + 1].at : range_.end;
      const std::size_t begin = k > 0 ? found[k - 1].at : range_.begin;
      const bool alone = found.size() == 1;
      const bool bare = !quotes_between(found[k].at, end) && (!found[k].passive || !quotes_between(begin, found[k].at));
      const Verb next = k + 1 < found.size() ? found[k + 1].verb : Verb::kNone;
      const bool cited = found[k].verb == Verb::kCite && (any_kind(Kind::kSymbol, found[k].at, end) || alone);
      if (!alone && is_weak(found[k].verb) && bare && !cited) {
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(k));
      } else if (next == Verb::kRead && bare && takes_text(found[k].verb)) {
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(k) + 1);
      } else if (found[k].verb == Verb::kRead && next == Verb::kRead && bare) {
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(k));
      } else if (next == Verb::kPlace && found[k].verb == Verb::kKeep && found[k + 1].at == found[k].at + 1) {
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(k) + 1);
      } else {
        ++k;
      }
    }
  }

  static bool takes_text(Verb verb) {
    return verb == Verb::kInsert || verb == Verb::kMerge || verb == Verb::kSplit || verb == Verb::kRetitle ||
           verb == Verb::kReplace;
  }

  bool is_separator(std::size_t i) const {
    return list_[i].has(Role::kConjunction) || list_[i].mark == ',' || list_[i].mark == ';' || list_[i].mark == '\n';
  }

  bool leads_in(std::size_t i) const {
    constexpr Roles kLeads =
        bit(Role::kIn) | bit(Role::kAfter) | bit(Role::kBefore) | bit(Role::kUnder) | bit(Role::kAtEnd) | bit(Role::kAtStart);
    return (list_[i].roles & kLeads) != 0;
  }

  /// Where what belongs to `next` begins, after `previous`.
  std::size_t boundary(const Operator& previous, const Operator& next) const {
    std::size_t cut = next.at;
    for (std::size_t i = next.at; i > previous.at + 1; --i) {
      if (!is_separator(i - 1)) continue;
      const bool filled =
          quotes_between(i, next.at) || any_kind(Kind::kAddress, i, next.at) || any(bit(Role::kPronoun), i, next.at);
      if (next.passive && !filled) continue;
      cut = i;
      break;
    }
    if (cut == next.at && !is_separator(cut - 1)) return cut;
    if (list_[cut - 1].mark != ',' || next.passive) return cut;
    for (std::size_t i = cut - 1; i > previous.at + 1; --i) {  // ", in 2.3, delete": the place belongs to what follows
      if (!is_separator(i - 1)) continue;
      return leads_in(i) ? i : cut;
    }
    return cut;
  }

  void share_out(std::vector<Operator>& found) const {
    for (std::size_t k = 0; k < found.size(); ++k) {
      found[k].range.begin = k == 0 ? range_.begin : boundary(found[k - 1], found[k]);
      found[k].range.end = range_.end;
      if (k > 0) found[k - 1].range.end = found[k].range.begin;
    }
    std::vector<Operator> all;
    for (const Operator& op : found) share_one(op, all);
    found = std::move(all);
  }

  /// "delete “A” in 2.1 and “B” in 2.2": one verb, several requests.
  void share_one(Operator op, std::vector<Operator>& all) const {
    const bool several = op.verb == Verb::kInsert || op.verb == Verb::kDelete || op.verb == Verb::kReplace ||
                         op.verb == Verb::kChange || op.verb == Verb::kSwap || op.verb == Verb::kBracket ||
                         op.verb == Verb::kUnbracket;
    for (std::size_t i = op.at + 1; several && !op.passive && i < op.range.end; ++i) {
      if (!list_[i].has(Role::kConjunction) || !is_complete(std::max(op.at + 1, op.range.begin), i) ||
          !opens_anew(i + 1, op.range.end))
        continue;
      Operator first = op;
      first.range.end = i;
      all.push_back(first);
      op.range.begin = i + 1;
    }
    all.push_back(op);
  }

  /// Words and, by a place or a neighbour of their own, where they are.
  bool is_complete(std::size_t begin, std::size_t end) const {
    return quotes_between(begin, end) && !any(bit(Role::kBetween), begin, end);
  }

  bool opens_anew(std::size_t begin, std::size_t end) const {
    std::size_t i = begin;
    const auto skip = [&] {
      while (i < end && (list_[i].mark == ',' || (list_[i].is(Kind::kWord) && list_[i].verb == Verb::kNone && !leads_in(i) &&
                                                  !list_[i].has(Role::kConjunction) && i < begin + kNearQuote))) {
        ++i;
      }
    };
    skip();
    bool placed = false;
    if (i + 1 < end && leads_in(i) && list_[i + 1].is(Kind::kAddress)) {
      placed = true;
      i += 2;
      skip();
    }
    if (i >= end || !list_[i].is(Kind::kQuote)) return false;
    for (++i; i < end && !list_[i].has(Role::kConjunction) && !placed; ++i) {
      placed = list_[i].is(Kind::kAddress) || list_[i].has(Role::kAfter) || list_[i].has(Role::kBefore);
    }
    return placed;
  }

  /// What a sentence without requests says of the text.
  void take_stance() {
    if (verbs_.stance != Stance::kNone || barred_) return;
    for (std::size_t i = range_.begin; i < range_.end; ++i) {
      if (verbs_.dead[i]) continue;
      const bool denied = i > range_.begin && list_[i - 1].has(Role::kNegation);
      if (list_[i].has(Role::kWithdraw)) return;
      if (list_[i].has(Role::kOppose) || list_[i].has(Role::kReserve) || (list_[i].has(Role::kSupport) && denied)) {
        if (denied && !list_[i].has(Role::kSupport)) continue;
        verbs_.stance = Stance::kReserve;
        return;
      }
      if (list_[i].has(Role::kSupport) && any(bit(Role::kNegation), clause_begin(i), i)) {  // "does not have our support"
        if (!verbs_.told) verbs_.stance = Stance::kReserve;
        return;
      }
      if (list_[i].has(Role::kSupport) && !verbs_.conditional) verbs_.stance = Stance::kSupport;
    }
    const bool asked = any(bit(Role::kRequest), range_.begin, range_.end);
    const bool named = any_kind(Kind::kQuote, range_.begin, range_.end) || any_kind(Kind::kAddress, range_.begin, range_.end);
    if (verbs_.stance == Stance::kNone && asked && named && !verbs_.told) verbs_.doubtful = true;
  }

  const Pieces& pieces_;
  const std::vector<Piece>& list_;
  Range range_;
  const Voice& voice_;
  Bars bars_;
  bool barred_ = false;  ///< a verb was
  Verbs verbs_;
};

}  // namespace

Verbs verbs_of(const Pieces& pieces, Range sentence, const Voice& voice) { return Sentence(pieces, sentence, voice).read(); }

}  // namespace travaux::letter
