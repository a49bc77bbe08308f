#include "comment/letter_pieces.h"

#include <algorithm>

#include "comment/letter_settle.h"
#include "model/symbol.h"
#include "text/unicode.h"

namespace travaux::letter {
namespace {

/// Words that end in a full stop in the middle of a sentence.
bool is_abbreviation(std::string_view word) {
  static const std::unordered_set<std::string> kShort = {"no",  "nos", "art", "arts", "para", "paras", "par", "parr", "res",
                                                         "dec", "doc", "rev", "sec",  "mr",   "ms",    "mrs", "dr",   "sr",
                                                         "sra", "e.g", "i.e", "etc",  "vs",   "cf",    "num", "lit",  "op"};
  return kShort.contains(plain_form(word));
}

class Taker {
 public:
  Taker(std::string_view text, Language language) {
    result_.text = text;
    result_.language = language;
    result_.quotes = quotes_in(text);
    masked_ = mask(text, result_.quotes);
    result_.addresses = addresses_in(masked_);
    find_symbols();
  }

  Pieces take() {
    const std::vector<Token> tokens = tokenize(masked_);
    for (std::size_t i = 0; i < tokens.size();) {
      take_line_ends(tokens[i].span.begin);
      if (take_whole(tokens, i)) continue;
      if (take_mark(tokens[i])) {
        ++i;
        continue;
      }
      i += take_phrase(tokens, i);
    }
    return std::move(result_);
  }

 private:
  void find_symbols() {
    std::size_t from = 0;
    while (from < masked_.size()) {
      const auto symbol = find_symbol(std::string_view(masked_).substr(from));
      if (!symbol || symbol->span.empty()) return;
      symbols_.push_back({symbol->span.begin + from, symbol->span.end + from});
      from += symbol->span.end;
    }
  }

  void push(Piece piece) {
    last_ = piece.span.end;
    result_.list.push_back(piece);
  }

  void take_line_ends(std::size_t until) {
    const std::size_t end = std::string_view(masked_).substr(0, until).find('\n', last_);
    if (end == std::string_view::npos) return;
    Piece piece;
    piece.kind = Piece::Kind::kMark;
    piece.mark = '\n';
    piece.span = {end, end + 1};
    push(piece);
  }

  template <typename List, typename SpanOf>
  bool take_next(const List& list, std::size_t& next, SpanOf span_of, Piece::Kind kind, const std::vector<Token>& tokens,
                 std::size_t& i) {
    while (next < list.size() && span_of(list[next]).end <= tokens[i].span.begin) ++next;
    if (next >= list.size() || span_of(list[next]).begin > tokens[i].span.begin) return false;
    Piece piece;
    piece.kind = kind;
    piece.span = span_of(list[next]);
    piece.index = next;
    push(piece);
    while (i < tokens.size() && tokens[i].span.begin < piece.span.end) ++i;
    ++next;
    return true;
  }

  bool take_whole(const std::vector<Token>& tokens, std::size_t& i) {
    return take_next(
               result_.quotes, next_quote_, [](const Quote& q) { return q.outer; }, Piece::Kind::kQuote, tokens, i) ||
           take_next(
               symbols_, next_symbol_, [](const Span& s) { return s; }, Piece::Kind::kSymbol, tokens, i) ||
           take_next(
               result_.addresses, next_address_, [](const Address& a) { return a.span; }, Piece::Kind::kAddress, tokens, i);
  }

  bool take_mark(const Token& token) {
    if (token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber) return false;
    const std::string_view printed = token.span.of(masked_);
    Piece piece;
    piece.kind = Piece::Kind::kMark;
    piece.span = token.span;
    piece.mark = printed.size() == 1 ? printed[0] : '*';
    if (printed == "–" || printed == "—" || printed == "‑") piece.mark = '-';
    if (printed == "→" || printed == "⇒" || printed == "➔" || printed == "=>" || printed == "->")
      piece.kind = Piece::Kind::kArrow;
    if (piece.mark == '>' && !result_.list.empty() && result_.list.back().span.end == token.span.begin &&
        (result_.list.back().mark == '-' || result_.list.back().mark == '=')) {
      result_.list.back().kind = Piece::Kind::kArrow;
      result_.list.back().span.end = token.span.end;
      return true;
    }
    push(piece);
    return true;
  }

  /// The longest phrase of the lexicon that begins here; one word where there is none. Returns the tokens taken.
  std::size_t take_phrase(const std::vector<Token>& tokens, std::size_t i) {
    Piece piece;
    piece.span = tokens[i].span;
    std::size_t size = 1;
    if (ends_telegram_sentence(tokens[i])) {
      piece.kind = Piece::Kind::kMark;
      piece.mark = '.';
      push(piece);
      return size;
    }
    const std::string first = plain_form(tokens[i].span.of(masked_));
    const auto& entries = lexicon().entries[static_cast<std::size_t>(result_.language)];
    if (const auto found = entries.find(first); found != entries.end()) {
      for (const Entry& entry : found->second) {
        if (!matches(entry, tokens, i)) continue;
        piece.roles = entry.roles;
        piece.verb = entry.verb;
        piece.mood = entry.mood;
        piece.ordinal = entry.ordinal;
        size = entry.words.size();
        piece.span.end = tokens[i + size - 1].span.end;
        break;
      }
    }
    push(piece);
    return size;
  }

  /// "STOP", in capitals.
  bool ends_telegram_sentence(const Token& token) const {
    const std::string_view word = token.span.of(masked_);
    return word.size() > 2 && std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isupper(c) != 0; }) &&
           is_turn("sentence_ends", plain_form(word));
  }

  bool matches(const Entry& entry, const std::vector<Token>& tokens, std::size_t i) const {
    if (i + entry.words.size() > tokens.size()) return false;
    for (std::size_t k = 1; k < entry.words.size(); ++k) {
      if (plain_form(tokens[i + k].span.of(masked_)) != entry.words[k] || in_address(tokens[i + k].span.begin)) return false;
    }
    return true;
  }

  bool in_address(std::size_t at) const {
    return next_address_ < result_.addresses.size() && at >= result_.addresses[next_address_].span.begin;
  }

  Pieces result_;
  std::string masked_;
  std::vector<Span> symbols_;
  std::size_t next_quote_ = 0, next_address_ = 0, next_symbol_ = 0, last_ = 0;
};

/// What stands in round brackets is an aside; a bracket that its line does not close holds nothing.
void mark_asides(std::vector<Piece>& list) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].mark == '\n') open.clear();
    if (list[i].mark == '(') open.push_back(i);
    if (list[i].mark != ')' || open.empty()) continue;
    for (std::size_t k = open.back() + 1; k <= i; ++k) list[k].aside = true;
    open.pop_back();
  }
}

bool starts_sentence(const Pieces& pieces, std::size_t i) {
  if (i >= pieces.list.size()) return true;
  const Piece& piece = pieces.list[i];
  if (piece.is(Piece::Kind::kQuote) || piece.mark == '\n' || piece.mark == '(') return true;
  std::size_t at = piece.span.begin;
  const char32_t c = next_code_point(pieces.text, at);
  return is_upper(c) || is_digit(c) || c == U'¿';
}

bool ends_sentence(const Pieces& pieces, std::size_t i) {
  const Piece& piece = pieces.list[i];
  if (piece.mark == ';' && !piece.aside) return true;
  if (piece.mark == '\n') {
    const bool goes_on = i + 1 < pieces.list.size() && pieces.list[i + 1].is(Piece::Kind::kQuote);
    return !goes_on && (i == 0 || pieces.list[i - 1].mark != ':');
  }
  if (piece.is(Piece::Kind::kQuote)) {  // “… .” Next sentence
    const std::string_view inner = pieces.quotes[piece.index].inner.of(pieces.text);
    const bool stopped = inner.ends_with('.') || inner.ends_with('?') || inner.ends_with('!');
    return stopped && i + 1 < pieces.list.size() && pieces.list[i + 1].is(Piece::Kind::kWord) && starts_sentence(pieces, i + 1);
  }
  if (piece.aside) return false;
  if (piece.mark != '.' && piece.mark != '?' && piece.mark != '!') return false;
  if (i > 0 && piece.mark == '.' && pieces.list[i - 1].is(Piece::Kind::kWord) &&
      is_abbreviation(pieces.list[i - 1].span.of(pieces.text)))
    return false;
  return starts_sentence(pieces, i + 1);
}

}  // namespace

Language language_of(std::string_view text, Language otherwise) {
  std::size_t counts[2] = {0, 0}, in_capitals[2] = {0, 0};
  bool telegram = true;  // all of it in capitals
  for (const Token& token : tokenize(text)) {
    if (token.kind != TokenKind::kWord) continue;
    const std::string_view word = token.span.of(text);
    const bool capitals =  // "DE": a name
        word.size() > 1 && std::none_of(word.begin(), word.end(), [](unsigned char c) { return std::islower(c) != 0; });
    telegram = telegram && (capitals || word.size() == 1);
    const std::string form = plain_form(word);
    for (std::size_t language : {0U, 1U})
      (capitals ? in_capitals : counts)[language] += lexicon().function_words[language].count(form);
  }
  if (telegram) std::copy(in_capitals, in_capitals + 2, counts);
  if (counts[0] == counts[1]) return otherwise;
  return counts[0] > counts[1] ? Language::kEnglish : Language::kSpanish;
}

Pieces take_to_pieces(std::string_view text, Language otherwise) {
  Pieces pieces = Taker(text, language_of(mask(text, quotes_in(text)), otherwise)).take();
  mark_asides(pieces.list);
  for (const Range& sentence : sentences_of(pieces)) settle(pieces, sentence);
  return pieces;
}

std::vector<Range> sentences_of(const Pieces& pieces) {
  std::vector<Range> result;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < pieces.list.size(); ++i) {
    if (!ends_sentence(pieces, i)) continue;
    result.push_back({begin, i + 1});
    begin = i + 1;
  }
  if (begin < pieces.list.size()) result.push_back({begin, pieces.list.size()});
  return result;
}

}  // namespace travaux::letter
