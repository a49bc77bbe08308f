#include "comment/letter_values.h"

#include <algorithm>

#include "comment/letter_bars.h"
#include "text/unicode.h"

namespace travaux::letter {
namespace {

using Kind = Piece::Kind;

constexpr std::size_t kMostUnits = 3;  // words after a figure: "million US dollars"
constexpr std::size_t kLongest = 12;   // tokens of a value
constexpr std::size_t kLongestTurn = 4;

/// Tokens of a value: what leads the figure in ("USD"), the figure, its unit ("million", "%", "days").
struct Value {
  std::size_t begin = 0, figure = 0, unit = 0, end = 0;
};

class Reader {
 public:
  Reader(const Pieces& pieces, Range sentence) : pieces_(pieces), list_(pieces.list), sentence_(sentence) {
    const std::size_t from = list_[sentence.begin].span.begin;
    text_ = mask(pieces.text.substr(from, list_[sentence.end - 1].span.end - from), {});
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {  // "paragraph 30 should become 31": a place, no value
      if (list_[i].is(Kind::kAddress) || list_[i].is(Kind::kSymbol) || list_[i].aside)
        std::fill(text_.begin() + offset(list_[i].span.begin), text_.begin() + offset(list_[i].span.end), '\x01');
    }
    tokens_ = tokenize(text_);
    for (const Token& token : tokens_) forms_.push_back(plain_form(token.span.of(text_)));
  }

  std::optional<Values> read() const {
    for (std::size_t i = 1; i < tokens_.size(); ++i) {
      if (auto found = becomes(i)) return found;
      if (auto found = instead(i)) return found;
      if (auto found = shifted(i)) return found;
    }
    return std::nullopt;
  }

 private:
  std::ptrdiff_t offset(std::size_t at) const { return static_cast<std::ptrdiff_t>(at - list_[sentence_.begin].span.begin); }

  std::string_view word(std::size_t i) const { return tokens_[i].span.of(text_); }

  bool touches(std::size_t i) const { return i > 0 && tokens_[i - 1].span.end == tokens_[i].span.begin; }

  std::string phrase(std::size_t begin, std::size_t end) const {
    std::string result;
    for (std::size_t i = begin; i < end; ++i) result += (result.empty() ? "" : " ") + forms_[i];
    return result;
  }

  /// The end of the longest of the turns that begins at a token; 0 where none does.
  std::size_t turn_end(const char* name, std::size_t begin) const {
    for (std::size_t size = kLongestTurn; size > 0; --size) {
      if (begin + size <= tokens_.size() && is_turn(name, phrase(begin, begin + size))) return begin + size;
    }
    return 0;
  }

  // --- values --------------------------------------------------------------------------------------------------------

  bool is_currency(std::size_t i) const {
    const std::string_view printed = word(i);
    const bool capitals =
        std::all_of(printed.begin(), printed.end(), [](unsigned char c) { return std::isupper(c) != 0 || c == '$'; });
    return (capitals && printed.size() >= 2 && printed.size() <= 4) || printed == "$" || printed == "€" || printed == "£";
  }

  bool is_month(std::size_t i) const { return lexicon().months.contains(forms_[i]); }

  /// A word that may follow a figure: no word that the grammar knows.
  bool is_unit(std::size_t i) const {
    if (is_month(i) || forms_[i] == "per" || forms_[i] == "por") return true;
    if (tokens_[i].kind != TokenKind::kWord || lexicon().function_words[0].contains(forms_[i]) ||
        lexicon().function_words[1].contains(forms_[i]))
      return false;
    for (const auto& entries : lexicon().entries) {
      const auto found = entries.find(forms_[i]);
      if (found == entries.end()) continue;
      for (const Entry& entry : found->second) {
        if (entry.words.size() == 1 && (entry.roles != 0 || entry.verb != Verb::kNone)) return false;
      }
    }
    return true;
  }

  /// The value that begins at a token.
  std::optional<Value> value_at(std::size_t i) const {
    Value value{i, i, i, i};
    while (value.figure < std::min(i + 2, tokens_.size()) && is_currency(value.figure)) ++value.figure;
    std::size_t k = value.figure;
    if (k >= tokens_.size() || tokens_[k].kind != TokenKind::kNumber || (k == i && touches(i) && word(i - 1) != "(")) return {};
    ++k;
    while (k < tokens_.size() && touches(k)) {  // "06:00", "1/2"
      const bool mark = k + 1 < tokens_.size() && touches(k + 1) && tokens_[k + 1].kind == TokenKind::kNumber &&
                        std::string_view(":.,/-").find(word(k)) != std::string_view::npos;
      if (!mark) break;
      k += 2;
    }
    value.unit = k;
    if (k < tokens_.size() && word(k) == "%") ++k;
    for (std::size_t units = 0; k < tokens_.size() && units < kMostUnits; ++units) {
      const bool of_date = k + 1 < tokens_.size() && forms_[k] == "de" && (is_month(k + 1) || is_month(k - 1));
      const bool year = is_month(k - 1) || (of_date && is_month(k - 1));
      if (of_date || is_unit(k) || (year && tokens_[k].kind == TokenKind::kNumber)) {
        ++k;
      } else {
        break;
      }
    }
    value.end = k;
    return value;
  }

  /// The value that ends before a token: the longest.
  std::optional<Value> value_before(std::size_t end) const {
    for (std::size_t i = end > kLongest ? end - kLongest : 0; i < end; ++i) {
      std::optional<Value> value = value_at(i);
      if (!value || value->unit > end || value->end < end) continue;
      value->end = end;  // "60 days rather than": what goes on is no unit
      return value;
    }
    return std::nullopt;
  }

  /// The value after a token, past an article.
  std::optional<Value> value_after(std::size_t i) const {
    static const std::unordered_set<std::string> kArticles = {"the", "a", "los", "las", "el", "la", "only", "solo"};
    while (i < tokens_.size() && kArticles.contains(forms_[i])) ++i;
    return i < tokens_.size() ? value_at(i) : std::nullopt;
  }

  std::string text_of(std::size_t begin, std::size_t end) const {
    return fold_white_space(
        std::string_view(text_).substr(tokens_[begin].span.begin, tokens_[end - 1].span.end - tokens_[begin].span.begin));
  }

  /// Both with as much of their units as both have: "45 days instead of 30" gives 45 for 30.
  std::optional<Values> both(const Value& old_value, const Value& new_value) const {
    const std::size_t units = std::min(old_value.end - old_value.unit, new_value.end - new_value.unit);
    const bool led = old_value.begin < old_value.figure && new_value.begin < new_value.figure;
    const auto printed = [&](const Value& value) { return text_of(led ? value.begin : value.figure, value.unit + units); };
    Values result{printed(old_value), printed(new_value)};
    const bool hours = result.old_value.find(':') != std::string::npos;
    if (result.old_value == result.new_value || hours != (result.new_value.find(':') != std::string::npos)) return {};
    return result;
  }

  // --- turns ---------------------------------------------------------------------------------------------------------

  /// "06:00 to become 07:00".
  std::optional<Values> becomes(std::size_t i) const {
    const std::size_t modal = turn_end("modals", i);
    const std::size_t end = modal == 0 ? 0 : turn_end("becomes", modal);
    if (end == 0) return std::nullopt;
    const auto old_value = value_before(i);
    const auto new_value = value_after(end);
    return old_value && new_value ? both(*old_value, *new_value) : std::nullopt;
  }

  /// "45 days instead of 30 days", said by those who ask, or with nothing beside it but the place.
  std::optional<Values> instead(std::size_t i) const {
    const std::size_t end = turn_end("instead", i);
    if (end == 0) return std::nullopt;
    const auto new_value = value_before(i);
    const auto old_value = value_after(end);
    if (!old_value || !new_value || !(is_asked() || is_telegram(new_value->begin, old_value->end))) return std::nullopt;
    return both(*old_value, *new_value);
  }

  /// "should be extended from 30 to 45 days", "reduce the period from 45 days to 30 days".
  std::optional<Values> shifted(std::size_t i) const {
    if (!is_turn("from", forms_[i])) return std::nullopt;
    const auto old_value = value_at(i + 1 < tokens_.size() ? i + 1 : i);
    if (!old_value || old_value->end + 1 >= tokens_.size() || !is_turn("to", forms_[old_value->end])) return std::nullopt;
    const auto new_value = value_after(old_value->end + 1);
    const bool shifts = std::any_of(forms_.begin(), forms_.begin() + static_cast<std::ptrdiff_t>(i),
                                    [](const std::string& form) { return is_turn("shifts", form); });
    return new_value && shifts && (is_asked() || begins_with_shift()) ? both(*old_value, *new_value) : std::nullopt;
  }

  bool is_asked() const {
    return std::any_of(list_.begin() + static_cast<std::ptrdiff_t>(sentence_.begin),
                       list_.begin() + static_cast<std::ptrdiff_t>(sentence_.end),
                       [](const Piece& piece) { return piece.has(Role::kRequest); });
  }

  /// Nothing but a place and small words beside the values.
  bool is_telegram(std::size_t begin, std::size_t end) const {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const bool between = i >= begin && i < end;
      const bool small = is_turn("telegram_words", forms_[i]) || tokens_[i].kind == TokenKind::kPunctuation || forms_[i].empty();
      if (!between && !small) return false;
    }
    return true;
  }

  /// The first word but for the place and small ones.
  bool begins_with_shift() const {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const bool small = is_turn("telegram_words", forms_[i]) || tokens_[i].kind == TokenKind::kPunctuation || forms_[i].empty();
      if (!small) return is_turn("shifts", forms_[i]);
    }
    return false;
  }

  const Pieces& pieces_;
  const std::vector<Piece>& list_;
  Range sentence_;
  std::string text_;
  std::vector<Token> tokens_;
  std::vector<std::string> forms_;
};

/// Whether a word of the sentence puts its wish in doubt: a condition, what was, what may be, another's words.
bool is_doubtful(const Pieces& pieces, Range sentence, const Voice& voice) {
  if (bars_of(pieces, sentence, voice).any || pieces.list[sentence.end - 1].mark == '?') return true;
  constexpr Roles kDoubts = bit(Role::kCondition) | bit(Role::kPast) | bit(Role::kNegation) | bit(Role::kThird) |
                            bit(Role::kSupport) | bit(Role::kReserve) | bit(Role::kOppose) | bit(Role::kWithdraw) |
                            bit(Role::kOther);
  return std::any_of(pieces.list.begin() + static_cast<std::ptrdiff_t>(sentence.begin),
                     pieces.list.begin() + static_cast<std::ptrdiff_t>(sentence.end),
                     [](const Piece& piece) { return (piece.roles & kDoubts) != 0 || piece.is(Kind::kQuote); });
}

}  // namespace

std::optional<Values> values_in(const Pieces& pieces, Range sentence, const Voice& voice) {
  const bool figures =
      std::any_of(pieces.list.begin() + static_cast<std::ptrdiff_t>(sentence.begin),
                  pieces.list.begin() + static_cast<std::ptrdiff_t>(sentence.end), [&](const Piece& piece) {
                    return piece.is(Kind::kWord) && std::isdigit(static_cast<unsigned char>(pieces.text[piece.span.begin])) != 0;
                  });
  if (!figures || is_doubtful(pieces, sentence, voice)) return std::nullopt;
  return Reader(pieces, sentence).read();
}

}  // namespace travaux::letter
