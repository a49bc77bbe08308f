#include "comment/letter_instrument.h"

#include <algorithm>

#include "model/symbol.h"
#include "text/unicode.h"

namespace travaux::letter {
namespace {

using Kind = Piece::Kind;

bool is_article(const std::string& word) {
  static const std::unordered_set<std::string> kArticles = {"the", "la",  "el", "los", "las", "a", "an",
                                                            "al",  "del", "un", "una", "its", "su"};
  return kArticles.contains(word);
}

bool is_year(std::string_view word) { return word.size() == 4 && word.find_first_not_of("0123456789") == std::string_view::npos; }

class Finder {
 public:
  Finder(const Pieces& pieces, const Verbs& verbs, const Operator& op)
      : pieces_(pieces), list_(pieces.list), verbs_(verbs), op_(op) {}

  Named find() {
    take_relabel();
    if (op_.verb == Verb::kDelete) take_from_mandates();
    for (std::size_t i = op_.range.begin; i < op_.range.end && named_.text.empty(); ++i) {
      if (verbs_.dead[i]) continue;
      const bool reference = list_[i].has(Role::kReference) || list_[i].has(Role::kPassage);
      if (reference) take_reference(i);
      if (list_[i].has(Role::kUnder) && named_.text.empty()) take_under(i);
    }
    if (named_.text.empty() && op_.verb == Verb::kCite) take_cited();
    if (!named_.text.empty() && (op_.verb == Verb::kReplace || op_.verb == Verb::kChange)) take_second();
    return named_;
  }

 private:
  std::string form(std::size_t i) const { return plain_form(list_[i].span.of(pieces_.text)); }

  /// "drop the Declaration of Lima from the mandates listed under 2.1".
  void take_from_mandates() {
    for (std::size_t i = op_.at + 2; i + 1 < op_.range.end; ++i) {
      if (list_[i].is(Kind::kQuote) || list_[i].has(Role::kReference)) return;
      const std::size_t noun = is_article(form(i + 1)) ? i + 2 : i + 1;
      if (!list_[i].has(Role::kFrom) && form(i) != "de" && !is_article(form(i))) continue;
      if (noun >= op_.range.end || !list_[noun].has(Role::kPassage) || !form(noun).starts_with("mandat")) continue;
      std::size_t k = op_.at + 1;
      while (k < i && is_article(form(k))) ++k;
      if (k >= i) return;
      const std::size_t begin = list_[k].span.begin;
      const std::string text = fold_white_space(pieces_.text.substr(begin, list_[i - 1].span.end - begin));
      named_.from_mandates = looks_like_instrument(text);
      if (named_.from_mandates) named_.text = text;
      return;
    }
  }

  void take_relabel() {
    for (std::size_t i = op_.at + 1; i < op_.range.end; ++i) {
      const bool multiple = list_[i].span.of(pieces_.text).find(' ') != std::string_view::npos;
      if (!list_[i].has(Role::kSymbol) || !(multiple || op_.verb == Verb::kCite)) continue;
      std::size_t k = i + 1;
      while (k < op_.range.end && list_[k].is(Kind::kMark)) ++k;
      if (k < op_.range.end && list_[k].is(Kind::kQuote)) {
        named_.relabel = std::string(pieces_.quotes[list_[k].index].inner.of(pieces_.text));
      } else {
        named_.relabel = capture(k);
      }
      return;
    }
  }

  /// "… with a reference to Y".
  void take_second() {
    std::size_t with = op_.at + 1;
    while (with < op_.range.end && !list_[with].has(Role::kWith)) ++with;
    std::size_t k = with + 1;
    while (k < op_.range.end && (is_article(form(k)) || list_[k].has(Role::kReference) || list_[k].has(Role::kTo))) ++k;
    if (k >= op_.range.end) return;
    const std::string text = capture(k);
    if (looks_like_instrument(text)) named_.relabel = text;
  }

  void take_reference(std::size_t i) {
    std::size_t k = i + 1;
    const bool passage = list_[i].has(Role::kPassage) && !list_[i].has(Role::kReference);
    if (k < op_.range.end && is_turn("besides", form(k))) ++k;  // "remitir también a"
    while (k < op_.range.end && is_article(form(k)) && !list_[k].has(Role::kTo)) ++k;
    if (k < op_.range.end && list_[k].is(Kind::kSymbol)) {
      named_.text = capture(k);
      return;
    }
    if (k >= op_.range.end) return;
    const bool leads = list_[k].has(Role::kTo) || list_[k].has(Role::kIn) || list_[k].has(Role::kFrom);
    if (!leads) {
      if (i > op_.range.begin && list_[i - 1].is(Kind::kSymbol)) named_.text = std::string(list_[i - 1].span.of(pieces_.text));
      return;
    }
    ++k;
    while (k < op_.range.end && is_article(form(k))) ++k;
    if (k < op_.range.end && list_[k].is(Kind::kQuote)) {
      const std::string_view title = pieces_.quotes[list_[k].index].inner.of(pieces_.text);
      if (!looks_like_instrument(title) || passage) return;
      named_.text = std::string(title);
      named_.quote = k;
      return;
    }
    const std::string text = capture(k);
    if (looks_like_instrument(text)) {
      named_.text = text;
    } else if (!passage && op_.verb == Verb::kDelete) {
      named_.words = text;
    }
  }

  void take_under(std::size_t i) {
    std::size_t k = i + 1;
    while (k < op_.range.end && is_article(form(k))) ++k;
    if (k < op_.range.end && list_[k].is(Kind::kQuote)) {
      const std::string_view title = pieces_.quotes[list_[k].index].inner.of(pieces_.text);
      if (!looks_like_instrument(title)) return;
      named_.text = std::string(title);
      named_.quote = k;
      named_.under = true;
      return;
    }
    if (k < op_.range.end && (list_[k].has(Role::kSection) || list_[k].has(Role::kParagraph) || list_[k].has(Role::kPronoun)))
      return;
    const std::string text = capture(k);
    if (!looks_like_instrument(text)) return;
    named_.text = text;
    named_.under = true;
  }

  void take_cited() {
    std::string text;
    if (list_[op_.at].mood == Mood::kParticiple) {
      std::size_t k = op_.range.begin;
      while (k < op_.at && (list_[k].is(Kind::kAddress) || list_[k].is(Kind::kMark) || list_[k].has(Role::kIn))) ++k;
      while (k < op_.at && is_article(form(k))) ++k;
      text = capture(k);
    }
    std::size_t k = op_.at + 1;
    while (k < op_.range.end && (is_article(form(k)) || list_[k].has(Role::kTo))) ++k;
    if (text.empty()) text = capture(k);
    if (looks_like_instrument(text)) named_.text = text;
  }

  bool stops(std::size_t k) const {
    const Piece& piece = list_[k];
    if (piece.named && k != op_.at && !piece.is(Kind::kAddress)) return false;
    const bool last = k + 1 >= op_.range.end;
    if (piece.is(Kind::kQuote) || piece.is(Kind::kAddress) || piece.is(Kind::kArrow) || k == op_.at) return true;
    if (verbs_.dead[k] && !piece.aside) return true;
    if (piece.mark == ';' || piece.mark == '\n' || piece.mark == '?') return true;
    if (piece.mark == '.') return last;
    if (piece.mark == ':')
      return last || list_[k + 1].is(Kind::kQuote) || list_[k + 1].mark == '\n' || list_[k + 1].verb != Verb::kNone;
    if (piece.mark == ',') return comma_stops(k);
    if (piece.has(Role::kAuxiliary) || leads_text(k)) return true;
    if (piece.has(Role::kSymbol) && (piece.span.of(pieces_.text).find(' ') != std::string_view::npos || op_.verb == Verb::kCite))
      return true;
    return word_stops(k);
  }

  /// "the passage “…”", "the following: “…”": what is said of the instrument, not its name.
  bool leads_text(std::size_t k) const {
    constexpr Roles kText = bit(Role::kPassage) | bit(Role::kWords) | bit(Role::kReference) | bit(Role::kSentence);
    const std::size_t noun = is_article(form(k)) || list_[k].has(Role::kAsRead) ? k + 1 : k;
    for (std::size_t i = noun; i < std::min(noun + 3, op_.range.end); ++i) {
      if (list_[i].is(Kind::kQuote)) return i > noun && (list_[noun].roles & (kText | bit(Role::kAsRead))) != 0;
    }
    return list_[k].has(Role::kAsRead) && noun < op_.range.end && (list_[noun].roles & kText) != 0;
  }

  bool comma_stops(std::size_t k) const {
    if (k + 1 >= op_.range.end) return true;
    if (is_year(list_[k + 1].span.of(pieces_.text)) || (list_[k + 1].is(Kind::kSymbol) && named_.relabel.empty())) return false;
    // "Lima: Peace, Security and Cooperation in the Americas: “": to the colon before the quotation
    for (std::size_t i = k + 1; i + 1 < op_.range.end; ++i) {
      if (list_[i].mark == ':' && list_[i + 1].is(Kind::kQuote)) return false;
      if (list_[i].is(Kind::kAddress) || list_[i].is(Kind::kQuote) || list_[i].verb != Verb::kNone ||
          list_[i].has(Role::kAuxiliary))
        break;
    }
    return true;
  }

  bool word_stops(std::size_t k) const {
    const Piece& piece = list_[k];
    constexpr Roles kLeads = bit(Role::kWith) | bit(Role::kAfter) | bit(Role::kBefore) | bit(Role::kTo) | bit(Role::kFrom) |
                             bit(Role::kIn) | bit(Role::kInstead) | bit(Role::kUnder) | bit(Role::kAtEnd);
    std::size_t next = k + 1;
    while (next < op_.range.end && is_article(form(next)) && list_[next].roles == 0) ++next;
    if (next >= op_.range.end) return false;
    if ((piece.roles & kLeads) != 0) {
      const Piece& after = list_[next];
      return after.is(Kind::kQuote) || after.is(Kind::kAddress) || (piece.has(Role::kWith) && after.is(Kind::kSymbol)) ||
             after.has(Role::kPronoun) || after.has(Role::kNewPlace) || after.has(Role::kReference) || after.has(Role::kWords) ||
             after.has(Role::kAtEnd);
    }
    if (piece.has(Role::kConjunction)) {
      for (std::size_t i = k + 1; i < std::min(k + 4, op_.range.end); ++i) {
        if (list_[i].verb != Verb::kNone || list_[i].has(Role::kPronoun) || list_[i].has(Role::kReference)) return true;
      }
    }
    return false;
  }

  /// The name that begins at a piece.
  std::string capture(std::size_t begin) const {
    std::size_t end = begin;
    while (end < op_.range.end && !stops(end)) ++end;
    while (end > begin && list_[end - 1].is(Kind::kMark) && list_[end - 1].mark != ')') --end;
    if (end == begin) return {};
    return fold_white_space(pieces_.text.substr(list_[begin].span.begin, list_[end - 1].span.end - list_[begin].span.begin));
  }

  const Pieces& pieces_;
  const std::vector<Piece>& list_;
  const Verbs& verbs_;
  const Operator& op_;
  Named named_;
};

}  // namespace

bool looks_like_instrument(std::string_view words) {
  if (find_symbol(words)) return true;
  std::size_t capitals = 0;
  for (const Token& token : tokenize(words)) {
    std::size_t at = token.span.begin;
    if (is_upper(next_code_point(words, at))) ++capitals;
  }
  return capitals > 0;
}

Named instrument_in(const Pieces& pieces, const Verbs& verbs, const Operator& op) { return Finder(pieces, verbs, op).find(); }

}  // namespace travaux::letter
