#include "comment/letter_settle.h"

#include <algorithm>

#include "text/unicode.h"

namespace travaux::letter {
namespace {

using Kind = Piece::Kind;

/// Whether a piece opens with a capital letter or a figure, as a name's words do.
bool is_capital(const Pieces& pieces, std::size_t i) {
  const Piece& piece = pieces.list[i];
  if (piece.is(Kind::kSymbol)) return true;
  std::size_t at = piece.span.begin;
  const char32_t c = next_code_point(pieces.text, at);
  return piece.is(Kind::kWord) && (is_upper(c) || is_digit(c));
}

/// "under the", "a reference to the": the piece after what leads a name in; 0 where nothing does.
std::size_t name_begin(const Pieces& pieces, Range sentence, std::size_t i) {
  const std::vector<Piece>& list = pieces.list;
  const bool cites = list[i].has(Role::kReference) || list[i].has(Role::kPassage);
  if (!list[i].has(Role::kUnder) && !cites) return 0;
  std::size_t k = i + 1;
  if (cites && k < sentence.end && is_turn("besides", plain_form(list[k].span.of(pieces.text)))) ++k;  // "remitir también a"
  if (cites && k < sentence.end && (list[k].has(Role::kTo) || list[k].has(Role::kIn) || list[k].has(Role::kFrom))) ++k;
  if (cites && k == i + 1) return 0;
  static const std::unordered_set<std::string> kArticles = {"the", "la", "el", "los", "las"};
  if (k < sentence.end && kArticles.contains(plain_form(list[k].span.of(pieces.text)))) ++k;
  return k < sentence.end && is_capital(pieces, k) ? k : 0;
}

/// Whether a comma or colon ends the name before it: what follows is no capital, or a verb that soon has a quotation.
bool name_stops(const Pieces& pieces, Range sentence, std::size_t mark) {
  constexpr std::size_t kNear = 5;
  const std::vector<Piece>& list = pieces.list;
  const std::size_t next = mark + 1;
  if (next >= sentence.end || !is_capital(pieces, next)) return true;
  if (list[next].verb == Verb::kNone || list[next].mood != Mood::kAsk) return false;
  for (std::size_t k = next + 1; k < std::min(next + kNear, sentence.end); ++k) {
    if (list[k].is(Kind::kQuote)) return true;
  }
  return false;
}

/// "The words “X”, quoted in 2.1 from the Declaration, are …": said in passing, it names the instrument and asks nothing.
void name_source(Pieces& pieces, Range sentence) {
  std::vector<Piece>& list = pieces.list;
  const auto form = [&](std::size_t i) { return plain_form(list[i].span.of(pieces.text)); };
  for (std::size_t i = sentence.begin + 1; i < sentence.end; ++i) {
    const bool passing =
        list[i - 1].is(Kind::kQuote) || (list[i - 1].mark == ',' && i > sentence.begin + 1 && list[i - 2].is(Kind::kQuote));
    if (!passing || list[i].verb == Verb::kNone || !is_turn("in_passing", form(i))) continue;
    std::size_t k = i + 1;
    while (k < sentence.end && !list[k].is(Kind::kQuote) && list[k].mark == 0 && !list[k].has(Role::kFrom)) ++k;
    if (k >= sentence.end || !list[k].has(Role::kFrom)) continue;
    list[i].verb = Verb::kNone;
    list[k].roles = bit(Role::kUnder);
  }
}

/// In the name of an instrument no word asks for anything: "under the Work Plan against Trafficking, replace". The name goes to
/// the last capital before a mark that ends it.
void still_names(Pieces& pieces, Range sentence) {
  std::vector<Piece>& list = pieces.list;
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    const std::size_t begin = name_begin(pieces, sentence, i);
    if (begin == 0) continue;
    std::size_t end = begin, last = begin;
    for (; end < sentence.end; ++end) {
      const Piece& piece = list[end];
      if (piece.is(Kind::kQuote) || piece.is(Kind::kAddress) || piece.is(Kind::kArrow) || piece.mark == ';') break;
      if ((piece.mark == ',' || piece.mark == ':') && !piece.aside && name_stops(pieces, sentence, end)) break;
      const bool asks = piece.verb != Verb::kNone && piece.mood == Mood::kAsk && !is_capital(pieces, end);
      if ((asks && piece.verb != Verb::kPlace) || piece.has(Role::kAuxiliary) || piece.has(Role::kPronoun)) break;
      if (is_capital(pieces, end)) last = end;
    }
    for (std::size_t k = begin; k <= last; ++k) {
      list[k].named = k < last;
      if (!list[k].is(Kind::kWord)) continue;
      list[k].roles &= bit(Role::kIn) | bit(Role::kConjunction) | bit(Role::kTo) | bit(Role::kFor);
      list[k].verb = Verb::kNone;
    }
    i = last;
  }
}

/// Turns of phrase whose verb alone would mislead.
class Idioms {
 public:
  Idioms(Pieces& pieces, Range sentence) : pieces_(pieces), list_(pieces.list), sentence_(sentence) {}

  void settle() {
    for (std::size_t i = sentence_.begin; i < sentence_.end; ++i) {
      if (list_[i].verb == Verb::kPlace && form(i) == "go" && is_last(i)) make(i, Verb::kDelete, Mood::kParticiple);
      if (list_[i].verb == Verb::kPlace && i > sentence_.begin && is_better(i - 1)) list_[i].mood = Mood::kAsk;
      if (list_[i].is(Kind::kQuote)) follow(i);
      if (is_turn("puts_before", form(i))) put_before(i);
      if (is_turn("lacks", form(i)) && list_[i].verb == Verb::kNone && wished_after(i)) lack(i);
      if (form(i + 1 < sentence_.end ? i + 1 : i) == "con" && ends_with(i)) end(i);
      if (list_[i].has(Role::kTitled) && i > sentence_.begin && form(i - 1) == "be") title(i);
    }
    if (has_verb()) return;
    for (std::size_t i = sentence_.begin + 1; i < sentence_.end; ++i) {
      if (list_[i - 1].is(Kind::kQuote) && names_title(i)) make(i, Verb::kRetitle, Mood::kAsk);
    }
    end_of_text();
  }

 private:
  std::string form(std::size_t i) const { return plain_form(list_[i].span.of(pieces_.text)); }

  void make(std::size_t i, Verb verb, Mood mood) {
    list_[i].verb = verb;
    list_[i].mood = mood;
  }

  /// "… are superfluous and should go."
  bool is_last(std::size_t i) const {
    const std::size_t next = i + 1;
    return next >= sentence_.end || list_[next].mark == '.' || list_[next].mark == '\n' || list_[next].has(Role::kWhole);
  }

  /// "would be better placed after 2.4".
  bool is_better(std::size_t i) const {
    const std::string_view words = list_[i].span.of(pieces_.text);
    return list_[i].has(Role::kRequest) && (words.ends_with("better") || words.ends_with("mejor"));
  }

  /// "debería terminar con las palabras “…”".
  bool ends_with(std::size_t i) const {
    static const std::unordered_set<std::string> kEnd = {"terminar", "concluir", "finalizar", "termine", "concluya", "finalice"};
    if (pieces_.language != Language::kSpanish || !kEnd.contains(form(i))) return false;
    for (std::size_t k = i + 1; k < std::min(i + 6, sentence_.end); ++k) {
      if (list_[k].is(Kind::kQuote)) return true;
    }
    return false;
  }

  void end(std::size_t i) {
    make(i, Verb::kInsert, Mood::kAsk);
    list_[i].roles |= bit(Role::kAtEnd);
  }

  /// "should be entitled “…”".
  void title(std::size_t i) {
    make(i, Verb::kRetitle, Mood::kParticiple);
    list_[i].roles = 0;
  }

  bool has_verb() const {
    for (std::size_t i = sentence_.begin; i < sentence_.end; ++i) {
      const bool asks = list_[i].verb != Verb::kNone && list_[i].mood != Mood::kPresent && list_[i].mood != Mood::kReport;
      if (asks || list_[i].has(Role::kNew) || list_[i].has(Role::kSupport) || list_[i].has(Role::kOppose)) return true;
    }
    return false;
  }

  /// "if “X” followed “Y”", "“Y” should be preceded by “X”": X is to stand beside Y.
  void follow(std::size_t quote) {
    std::size_t next = quote + 1;
    while (next < sentence_.end && list_[next].is(Kind::kWord)) ++next;
    if (next >= sentence_.end || next == quote + 1 || !list_[next].is(Kind::kQuote)) return;
    const std::size_t from = list_[quote].span.end;
    std::string words = plain_phrase(pieces_.text.substr(from, list_[next].span.begin - from));
    const bool directs = drop_links(words);
    const bool by = is_turn("followed_by", words) || is_turn("preceded_by", words);
    const bool after = is_turn("follow", words) || is_turn("followed_by", words);
    if (!by && !after && !is_turn("precede", words)) return;
    if (!directs && !wished_before(quote)) return;  // "“X” followed “Y” in the old text"
    for (std::size_t k = quote + 1; k < next; ++k) {
      list_[k].verb = Verb::kNone;
      list_[k].roles = 0;
    }
    make(quote + 1, Verb::kPlace, Mood::kAsk);
    list_[quote + 1].roles = bit(after ? Role::kAfter : Role::kBefore);
    if (by) std::swap(list_[quote].index, list_[next].index);  // "Y is followed by X" says that X follows Y
  }

  /// Takes auxiliaries and nouns from both ends of a turn; whether one of them directs.
  static bool drop_links(std::string& words) {
    bool directs = false;
    for (bool again = true; again && !words.empty();) {
      const std::string head = words.substr(0, words.find(' '));
      const std::size_t space = words.rfind(' ');
      const std::string tail = words.substr(space == std::string::npos ? 0 : space + 1);
      again = is_turn("link_words", head) || is_turn("link_words", tail);
      directs = directs || is_turn("directs", head);
      if (is_turn("link_words", head)) {
        words.erase(0, head.size() + 1);
      } else if (again) {
        words.erase(space == std::string::npos ? 0 : space);
      }
    }
    return directs;
  }

  bool wished_before(std::size_t i) const {
    for (std::size_t k = sentence_.begin; k < i; ++k) {
      if (list_[k].has(Role::kRequest)) return true;
    }
    return false;
  }

  /// "que se anteponga «X» a «Y»": X is to stand before Y.
  void put_before(std::size_t i) {
    for (std::size_t k = i + 1; k + 1 < sentence_.end; ++k) {
      if (form(k) == "a" && list_[k + 1].is(Kind::kQuote)) list_[k].roles = bit(Role::kBefore);
    }
  }

  /// "Our group misses a provision after 2.1 and proposes: “X”", "falta «X»; pedimos que se incorpore": whoever asks for what
  /// is missing asks for it to be put in.
  void lack(std::size_t i) {
    make(i, Verb::kInsert, form(i) == "missing" ? Mood::kParticiple : Mood::kAsk);
    for (std::size_t k = i + 1; k < sentence_.end; ++k) {
      if (form(k).starts_with("nuestr")) list_[k - 1].roles = 0;  // "a nuestro juicio"
    }
  }

  /// Whether a request follows in the same sentence, semicolons passed over, and words to take are quoted before its end.
  bool wished_after(std::size_t i) const {
    bool quote = false, wish = false;
    for (std::size_t k = i + 1; k < list_.size() && list_[k].mark != '.' && list_[k].mark != '\n'; ++k) {
      if (list_[k].has(Role::kNegation)) return false;
      quote = quote || list_[k].is(Kind::kQuote);
      wish = wish || list_[k].has(Role::kRequest);
    }
    return quote && wish;
  }

  /// "“…” as the title of section 2".
  bool names_title(std::size_t i) const {
    if (form(i) != "as" && form(i) != "como") return false;
    for (std::size_t k = i + 1; k < std::min(i + 4, sentence_.end); ++k) {
      if (list_[k].has(Role::kHeading)) return true;
    }
    return false;
  }

  /// Under a heading: "– at the end: “…”".
  void end_of_text() {
    std::size_t i = sentence_.begin;
    while (i < sentence_.end && list_[i].is(Kind::kMark)) ++i;
    if (i + 2 >= sentence_.end || list_[i + 1].mark != ':' || !list_[i + 2].is(Kind::kQuote)) return;
    if (list_[i].ordinal == 0 && (list_[i].has(Role::kAtEnd) || list_[i].has(Role::kAtStart))) make(i, Verb::kInsert, Mood::kAsk);
  }

  Pieces& pieces_;
  std::vector<Piece>& list_;
  Range sentence_;
};

}  // namespace

void settle(Pieces& pieces, Range sentence) {
  name_source(pieces, sentence);
  still_names(pieces, sentence);
  Idioms(pieces, sentence).settle();
}

}  // namespace travaux::letter
