#include "comment/letter_blocks.h"

#include <re2/re2.h>

#include <algorithm>

#include "comment/letter_answered.h"
#include "comment/letter_operators.h"
#include "parse/quotes.h"
#include "text/unicode.h"
#include "travaux/read.h"

namespace travaux::letter {
namespace {

constexpr std::size_t kMostLines = 12;      // of one quotation
constexpr std::size_t kLongestTitle = 14;   // pieces of a heading after its number
constexpr std::size_t kMostListLines = 20;  // of a text with points

std::size_t skip(std::string_view text, std::size_t at, const RE2& pattern) {
  re2::StringPiece rest(text.data() + at, text.size() - at);
  RE2::Consume(&rest, pattern);
  return static_cast<std::size_t>(rest.data() - text.data());
}

/// Reads what leads a line in: list signs, a number, a place.
class Lead {
 public:
  Lead(std::string_view line, Language language) : line_(line), language_(language) {}

  Block read() {
    static const RE2 signs(R"((?:[#>*•·▪‣◦●○■□–—-]+\s+|#+\s*|\*\*|__|[•·▪●■]\s*)+)");
    at_ = skip(line_, 0, signs);
    block_.bullet = at_ > 0 && line_[0] != '#';
    take_number();
    take_heads();
    block_.begin = at_;
    block_.text = std::string(line_.substr(at_));
    return std::move(block_);
  }

 private:
  void take_number() {
    static const RE2 label(
        R"((?i)\s*(?:proposal|comment|amendment|request|propuesta|observación|comentario|enmienda|solicitud|modificación)\s*(?:no\.?|n[.º°]+|#)?\s*(\d{1,4}|[a-z])\s*[:.)–—-]+\s*)");
    static const RE2 number(
        R"((?:(\d{1,4})\.?[)]|\((\d{1,4}|[a-z]{1,4}|[A-Z])\)|(\d{1,4})\.|([a-z]|[ivx]{1,5}|[A-Z])[.)]|(\d{1,3})\.?[-–—])[*_]*\s+)");
    static const RE2 article(R"((?i)(?:\d{1,3}\.\s+)?(?:on|en)?\s*$)");
    re2::StringPiece rest(line_.data() + at_, line_.size() - at_);
    std::string parts[5];
    if (RE2::Consume(&rest, label, &parts[0]) ||
        RE2::Consume(&rest, number, &parts[0], &parts[1], &parts[2], &parts[3], &parts[4])) {
      for (const std::string& part : parts) block_.number += part;
      at_ = static_cast<std::size_t>(rest.data() - line_.data());
    }
  }

  /// "2.1: …", "On paragraph 2.1:", "Section 2 – Prevention", "4: …".
  void take_heads() {
    std::size_t at = at_;
    const std::vector<Quote> quotes = quotes_in(line_);
    const std::string masked = mask(line_, quotes);
    bool led = false;
    for (bool again = true; again;) {
      again = false;
      for (const std::string& lead : lexicon().heading_leads) {
        const std::string_view rest = std::string_view(masked).substr(at);
        if (rest.size() <= lead.size() || strip_marks(fold_case(rest.substr(0, lead.size()))) != lead || rest[lead.size()] != ' ')
          continue;
        at += lead.size() + 1;
        again = led = true;
        break;
      }
    }
    std::optional<Address> address = address_at(masked, at);
    if (!address) address = bare_integer(masked, at);
    if (!address) return;
    std::size_t end = address->span.end;
    static const RE2 more(R"(\s*[,–—-]?\s*)");
    while (const auto next = address_at(masked, skip(masked, end, more))) {  // "Section 2, paragraph 2.1"
      if (next->span.empty() || !ends_head(masked, next->span.end, led, next->noun)) break;
      if (address->targets.front().is_section)
        address = next;
      else
        address->targets.insert(address->targets.end(), next->targets.begin(), next->targets.end());
      end = next->span.end;
    }
    if (!ends_head(masked, end, led, address->noun)) return;
    static const RE2 stop(R"([*_]*\s*[:.)–—,-]*[*_]*\s*)");
    block_.head = address->targets;
    at_ = skip(masked, end, stop);
    if (is_title(masked)) block_.kind = Block::Kind::kHeading;
  }

  /// "4: strike “X”": a number and a colon are a place; "06:00" is an hour.
  static std::optional<Address> bare_integer(std::string_view masked, std::size_t at) {
    static const RE2 pattern(R"((\d{1,3})[*_]*\s*:(?:\D|$))");
    re2::StringPiece rest(masked.data() + at, masked.size() - at);
    std::string number;
    if (!RE2::Consume(&rest, pattern, &number)) return std::nullopt;
    Address address;
    address.span = {at, at + number.size()};
    address.targets.push_back({number, number, false, {}});
    return address;
  }

  /// A place leads a line in where a colon or dash follows, where nothing does, or where it is bare and a verb follows.
  bool ends_head(std::string_view masked, std::size_t end, bool led, bool noun) const {
    static const RE2 mark(R"([*_]*\s*(?:[:–—]|-\s|[.]\s|[*_]*\s*$))");
    re2::StringPiece rest(masked.data() + end, masked.size() - end);
    if (RE2::Consume(&rest, mark)) return true;
    if (noun || led) return false;
    static const RE2 loose(R"(\s*[,)]?\s+)");
    if (!RE2::Consume(&rest, loose)) return false;
    const Pieces pieces = take_to_pieces(line_.substr(static_cast<std::size_t>(rest.data() - masked.data())), language_);
    return !pieces.list.empty() &&
           (pieces.list[0].verb != Verb::kNone || pieces.list[0].is(Piece::Kind::kQuote) || pieces.list[0].has(Role::kRequest));
  }

  /// Nothing but a title follows the place.
  bool is_title(std::string_view masked) const {
    const std::string_view rest = line_.substr(at_);
    if (fold_white_space(rest).empty()) return true;
    if (rest.ends_with('.') || masked.substr(at_).find('\x01') != std::string_view::npos) return false;
    const Pieces pieces = take_to_pieces(rest, language_);
    if (pieces.list.size() > kLongestTitle || !block_.head.front().is_section) return false;
    return std::none_of(pieces.list.begin(), pieces.list.end(), [](const Piece& piece) {
      return (piece.verb != Verb::kNone && piece.mood == Mood::kAsk) || piece.is(Piece::Kind::kAddress) ||
             piece.has(Role::kSupport) || piece.has(Role::kReserve);
    });
  }

  std::string_view line_;
  Language language_;
  std::size_t at_ = 0;
  Block block_;
};

bool is_general(std::string_view line) {
  std::string form = strip_marks(fold_case(fold_white_space(line)));
  while (!form.empty() && (form.back() == ':' || form.back() == '.' || form.back() == '*')) form.pop_back();
  while (!form.empty() && (form.front() == '#' || form.front() == '*' || form.front() == ' ')) form.erase(0, 1);
  const auto& general = lexicon().general_headings;
  return std::find(general.begin(), general.end(), form) != general.end();
}

class Blocks {
 public:
  Blocks(std::string_view letter, Language language) : letter_(letter), language_(language), lines_(paragraphs_of(letter)) {}

  std::vector<Block> take() {
    const std::size_t answered = answered_from(letter_, lines_);
    for (std::size_t i = 0; i < lines_.size();) {
      const std::string_view line = lines_[i].span.of(letter_);
      if (i >= answered || line.starts_with('>')) {
        result_.push_back(quoted_line(i));
        ++i;
        continue;
      }
      Block block = Lead(line, language_).read();
      block.span = lines_[i].span;
      block.line = lines_[i].line;
      block.begin += block.span.begin;
      if (is_general(line)) block.kind = Block::Kind::kGeneral;
      ++i;
      if (block.kind == Block::Kind::kText) {
        close_quotation(block, i);
        if (awaits_text(block)) take_text(block, i);
      }
      result_.push_back(std::move(block));
    }
    return std::move(result_);
  }

 private:
  std::string_view line_at(std::size_t i) const { return lines_[i].span.of(letter_); }

  Block quoted_line(std::size_t i) const {
    Block block;
    block.span = lines_[i].span;
    block.line = lines_[i].line;
    block.begin = block.span.begin;
    block.text = std::string(line_at(i));
    block.quoted = true;
    return block;
  }

  void append(Block& block, std::size_t& i) const {
    block.text += '\n';
    block.text += line_at(i);
    block.span.end = lines_[i].span.end;
    ++i;
  }

  /// A quotation that is closed on a later line.
  void close_quotation(Block& block, std::size_t& i) const {
    if (!quotes_of(block.text).unclosed) return;
    for (std::size_t k = i; k < std::min(i + kMostLines, lines_.size()); ++k) {
      const Quotes quotes = quotes_of(line_at(k), true);
      if (quotes.opens_first && k > i) return;
      if (quotes.unclosed) continue;
      while (i <= k) append(block, i);
      return;
    }
  }

  /// "Paragraph 2.1 should read as follows:" and nothing more.
  bool awaits_text(const Block& block) const {
    const std::size_t end = block.text.find_last_not_of(" *_\t");
    if (end == std::string::npos || block.text[end] != ':') return false;
    const Pieces pieces = take_to_pieces(block.text, language_);
    const std::vector<Range> sentences = sentences_of(pieces);
    if (sentences.empty() || pieces.list.back().mark != ':') return false;
    const Verbs verbs = verbs_of(pieces, sentences.back());
    if (verbs.operators.empty()) return false;
    const Operator& last = verbs.operators.back();
    const bool quoted = std::any_of(pieces.list.begin() + static_cast<std::ptrdiff_t>(last.at), pieces.list.end(),
                                    [](const Piece& piece) { return piece.is(Piece::Kind::kQuote) && !piece.aside; });
    const bool replacing =
        last.verb == Verb::kReplace || last.verb == Verb::kChange || last.verb == Verb::kMerge || last.verb == Verb::kSplit;
    const bool takes = replacing || last.verb == Verb::kInsert || last.verb == Verb::kRead || last.verb == Verb::kDelete ||
                       last.verb == Verb::kRetitle || last.verb == Verb::kCite;
    return takes && (!quoted || replacing);
  }

  bool opens_with_quote(std::string_view line) const {
    const std::vector<Quote> quotes = quotes_in(line);
    return !quotes.empty() && quotes.front().outer.begin < 6;
  }

  void take_text(Block& block, std::size_t& i) const {
    if (i >= lines_.size()) return;
    if (opens_with_quote(line_at(i))) {
      while (i < lines_.size() && opens_with_quote(line_at(i)) &&
             quotes_in(line_at(i)).front().outer.size() + 8 > line_at(i).size()) {
        std::string before = block.text;
        append(block, i);
        close_quotation(block, i);
      }
      return;
    }
    Block next = Lead(line_at(i), language_).read();
    if (next.kind != Block::Kind::kText || is_general(line_at(i)) || holds_request(next)) return;
    std::string text = without_number(block, next.text);
    block.span.end = lines_[i].span.end;
    for (++i; i < lines_.size() && text.ends_with(':');) take_points(block, text, i);
    block.text += " \u201C" + text + "\u201D";
  }

  /// A new text without the number of the item that it is of.
  static std::string without_number(const Block& block, const std::string& text) {
    const std::optional<Address> number = address_at(text, 0);
    if (!number || number->noun || number->targets.size() != 1) return text;
    const auto same = [&](const Target& target) { return target.address == number->targets[0].address; };
    std::vector<Target> named = block.head;
    for (const Address& address : addresses_in(mask(block.text, quotes_in(block.text)))) {
      named.insert(named.end(), address.targets.begin(), address.targets.end());
    }
    if (std::none_of(named.begin(), named.end(), same)) return text;
    std::size_t at = number->span.end;
    while (at < text.size() && (text[at] == ' ' || text[at] == '.')) ++at;
    return text.substr(at);
  }

  /// A text's own points: "(a) …", "(b) …".
  void take_points(Block& block, std::string& text, std::size_t& i) const {
    static const RE2 point(R"(\s*(?:\([a-z]{1,4}\)|[a-z]\)|[ivx]+\)|[-•*]).*)");
    const std::size_t begin = i;
    while (i < lines_.size() && i < begin + kMostListLines &&
           RE2::FullMatch(re2::StringPiece(line_at(i).data(), line_at(i).size()), point)) {
      text += '\n';
      text += line_at(i);
      block.span.end = lines_[i].span.end;
      ++i;
    }
    text += i == begin ? "" : "\n";
    if (i == begin) text += ' ';
    while (!text.empty() && (text.back() == '\n')) text.pop_back();
    if (text.ends_with(':')) text += ' ';
  }

  bool holds_request(const Block& next) const {
    const Pieces pieces = take_to_pieces(next.text, language_);
    if (pieces.quotes.empty() && next.head.empty() && next.number.empty()) return false;
    if (pieces.quotes.empty() && pieces.addresses.empty()) return false;
    const std::vector<Range> sentences = sentences_of(pieces);
    return !sentences.empty() && !verbs_of(pieces, sentences.front()).operators.empty();
  }

  std::string_view letter_;
  Language language_;
  std::vector<Paragraph> lines_;
  std::vector<Block> result_;
};

}  // namespace

std::vector<Block> blocks_of(std::string_view letter, Language language) { return Blocks(letter, language).take(); }

}  // namespace travaux::letter
