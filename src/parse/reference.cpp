#include "parse/reference.h"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>

#include "parse/check.h"
#include "parse/check_words.h"
#include "parse/lead.h"
#include "parse/quotes.h"
#include "text/unicode.h"

namespace travaux {

namespace {

constexpr std::size_t kLookBack = 600;    // bytes of the sentence before a reference
constexpr std::size_t kLookAhead = 80;    // bytes of what follows it
constexpr std::size_t kMostTargets = 40;  // of one list

std::string_view head(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
  return text.substr(0, size);
}

std::string_view tail(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  std::size_t begin = text.size() - size;
  while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) ++begin;
  return text.substr(begin);
}

/// Reads "5.9", "12 bis", "1(d)", "III" at the start of the rest.
bool take_target(std::string_view paragraph, re2::StringPiece& rest, ReferenceTarget& target) {
  static const RE2 kNumber(
      R"((\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLC]{1,7}\b)(?:\s?(bis|ter|quater|quinquies|alt)\b|([A-Za-z])\b)?(?:\s?(\([A-Za-z0-9]{1,4}\)))?((?:\([A-Za-z0-9]{1,4}\))*))");
  re2::StringPiece groups[6];
  if (!kNumber.Match(rest, 0, rest.size(), RE2::ANCHOR_START, groups, 6)) return false;
  std::string_view digits = view_of(groups[1]);
  target.offset = static_cast<std::size_t>(groups[1].data() - paragraph.data());
  target.printed = fold_white_space(view_of(groups[0]));
  target.suffix = std::string(groups[2].empty() ? groups[3] : groups[2]);
  target.point = std::string(groups[4]);
  target.roman = digits[0] > '9';
  target.values.clear();
  if (target.roman) target.values.push_back(roman_value(digits));
  while (!target.roman && !digits.empty()) {
    int value = 0;
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    target.values.push_back(value);
    digits.remove_prefix(static_cast<std::size_t>(end - digits.data()));
    if (!digits.empty()) digits.remove_prefix(1);
  }
  rest.remove_prefix(groups[0].size());
  // "5%", "3rd", "12/CP.3": figures, no numbers of places.
  const bool glued = !rest.empty() && (std::isalnum(static_cast<unsigned char>(rest[0])) != 0 || rest[0] == '%' ||
                                       rest[0] == '/' || (static_cast<unsigned char>(rest[0]) & 0x80U) != 0);
  return target.values[0] > 0 && (!glued || view_of(rest).starts_with("–") || view_of(rest).starts_with("”"));
}

/// A list of numbers; false where what stands there is none.
bool take_targets(std::string_view paragraph, re2::StringPiece& rest, std::vector<ReferenceTarget>& targets) {
  static const RE2 kBetween(R"(\s*(?:[,;]\s*)?(?:(\pL+)\s+|[-–]\s*)?)");
  ReferenceTarget target;
  if (!take_target(paragraph, rest, target)) return false;
  targets.push_back(target);
  while (targets.size() < kMostTargets) {
    re2::StringPiece ahead = rest, groups[2];
    if (!kBetween.Match(ahead, 0, ahead.size(), RE2::ANCHOR_START, groups, 2) || groups[0].empty()) break;
    const std::string word = plain(view_of(groups[1]));
    const CheckWords& words = check_words();
    if (!word.empty() && !words.joiners.contains(word) && !words.range_words.contains(word)) break;
    // A mere space joins nothing.
    if (word.empty() && fold_white_space(view_of(groups[0])).empty()) break;
    ahead.remove_prefix(groups[0].size());
    if (!take_target(paragraph, ahead, target)) break;
    targets.push_back(target);
    rest = ahead;
  }
  return true;
}

std::optional<ReferenceKind> kind_of(const std::string& noun) {
  const CheckWords& words = check_words();
  if (words.paragraph_words.contains(noun)) return ReferenceKind::kParagraph;
  if (words.article_words.contains(noun)) return ReferenceKind::kArticle;
  if (words.section_words.contains(noun)) return ReferenceKind::kSection;
  if (words.part_words.contains(noun)) return ReferenceKind::kPart;
  return std::nullopt;
}

/// "Article 12, paragraph 3" and "paragraph 3 of Article 12": the second half.
void take_second_half(std::string_view paragraph, re2::StringPiece& rest, Reference& reference) {
  static const RE2 kSecond(R"([\]\[]*(?:,\s*|\s+)\(?(?:(?:of|del?)\s+)?(?:(?:the|la|el|los|las)\s+)?(\pL+)\s+)");
  re2::StringPiece groups[2];
  if (!kSecond.Match(rest, 0, rest.size(), RE2::ANCHOR_START, groups, 2)) return;
  const std::optional<ReferenceKind> kind = kind_of(plain(view_of(groups[1])));
  const bool down = reference.kind == ReferenceKind::kArticle && kind == ReferenceKind::kParagraph;
  const bool up = reference.kind == ReferenceKind::kParagraph && kind == ReferenceKind::kArticle;
  if (!down && !up) return;
  re2::StringPiece ahead = rest;
  ahead.remove_prefix(groups[0].size());
  std::vector<ReferenceTarget> targets;
  if (!take_targets(paragraph, ahead, targets)) return;
  rest = ahead;
  reference.articles = down ? reference.targets : targets;
  if (down) reference.targets = std::move(targets);
  reference.kind = ReferenceKind::kParagraph;
}

/// Whether the sentence before speaks of another document: its name, a symbol, a resolution's number.
bool speaks_of_another(std::string_view before) {
  static const RE2 kSymbol(R"([A-Z]/[A-Z0-9]|\d/[A-Z]{2})");
  before = tail(before, kLookBack);
  static const RE2 kSentence(R"((?s).*[.!?]\s+)");
  re2::StringPiece sentences;
  if (kSentence.Match(piece_of(before), 0, before.size(), RE2::ANCHOR_START, &sentences, 1))
    before.remove_prefix(sentences.size());
  if (RE2::PartialMatch(piece_of(before), kSymbol)) return true;
  const std::vector<Token> tokens = tokenize(before);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = tokens[i].span.of(before);
    if (tokens[i].kind != TokenKind::kWord || !check_words().document_nouns.contains(plain(word))) continue;
    std::size_t at = 0;
    const bool numbered = i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::kNumber;
    const bool named = i > 0 && is_upper(next_code_point(word, at));  // a sentence's first word is no name
    if (!named && !numbered) continue;
    const std::string determiner = i > 0 ? plain(tokens[i - 1].span.of(before)) : std::string();
    if (!check_words().own_before.contains(determiner)) return true;
  }
  return false;
}

std::string last_word(std::string_view before) {
  before = tail(before, kLookAhead);
  std::string last;
  for (const Token& token : tokenize(before)) last = plain(token.span.of(before));
  return last;
}

const std::string* opening_phrase(std::string_view text, const std::vector<std::string>& phrases) {
  const std::string* longest = nullptr;
  for (const std::string& phrase : phrases) {
    if (begins_with(text, phrase) && (longest == nullptr || phrase.size() > longest->size())) longest = &phrase;
  }
  return longest;
}

/// Without brackets, quotation marks and space at its start: drafts bracket what they please.
std::string_view behind_marks(std::string_view text) {
  while (!text.empty()) {
    std::size_t next = 0;
    const char32_t c = next_code_point(text, next);
    if (!is_white_space(c) && c != U'[' && c != U']' && c != U')' && c != U'(' && c != U',' && !is_double_quote(c)) break;
    text.remove_prefix(next);
  }
  return text;
}

void place(Reference& reference, std::string_view before, std::string_view after) {
  const std::string_view next = behind_marks(head(after, kLookAhead));
  const std::string words = plain(next);
  if (const std::string* own = opening_phrase(words, check_words().own)) {
    reference.belongs = Belongs::kOwn;
    const bool tied = own->find(' ') != std::string::npos;
    reference.owner = tied ? first_word(std::string_view(words).substr(own->size())) : std::string();
    return;
  }
  const std::string first = first_word(next);
  const std::string last = last_word(before);
  std::size_t at = 0;
  const bool name_follows = !next.empty() && !after.empty() && after[0] == ' ' && is_upper(next_code_point(next, at));
  // "…, paragraph 3 of the Protocol", "… and paragraph 3 of it": whose it is is said further on.
  const bool joined = check_words().joiners.contains(first) && !next.empty();
  const bool goes_on =
      kind_of(joined ? first_word(std::string_view(words).substr(words.find(first) + first.size())) : first).has_value();
  const bool foreign = opening_phrase(words, check_words().foreign) != nullptr || name_follows ||
                       check_words().document_nouns.contains(first) || check_words().foreign_before.contains(last) ||
                       check_words().document_nouns.contains(last) || speaks_of_another(before) || goes_on;
  reference.belongs = foreign ? Belongs::kForeign : Belongs::kBare;
}

bool is_quoted(const std::vector<Span>& quotations, std::size_t at) {
  return std::any_of(quotations.begin(), quotations.end(), [at](Span span) { return span.begin <= at && at < span.end; });
}

}  // namespace

std::vector<Reference> references_in(std::string_view paragraph) {
  static const RE2 kStart(R"((\pL{4,12})\.?\s+((?:\d|[IVXLC]+\b)))");
  const Quotes quotes = quotes_of(paragraph);
  std::vector<Reference> references;
  re2::StringPiece rest = piece_of(paragraph), groups[3];
  while (kStart.Match(rest, 0, rest.size(), RE2::UNANCHORED, groups, 3)) {
    const auto begin = static_cast<std::size_t>(groups[0].data() - paragraph.data());
    rest.remove_prefix(static_cast<std::size_t>(groups[2].data() - rest.data()));
    Reference reference;
    reference.printed = std::string(groups[1]);
    reference.noun = plain(reference.printed);
    const std::optional<ReferenceKind> kind = kind_of(reference.noun);
    if (!kind || is_quoted(quotes.tops, begin)) continue;
    reference.kind = *kind;
    if (!take_targets(paragraph, rest, reference.targets)) continue;
    take_second_half(paragraph, rest, reference);
    place(reference, paragraph.substr(0, begin), view_of(rest));
    references.push_back(std::move(reference));
  }
  return references;
}

}  // namespace travaux
