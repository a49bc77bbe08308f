// Tokens: ICU's word segments, cleaned so that spacing and typography never make two texts differ. Passes: segments, then splits
// inside a segment ("policy.Another"), then joins (“--” for a dash, "..." for an ellipsis, '' for a quotation mark).
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <memory>

#include "text/raised.h"
#include "text/unicode.h"
#include "travaux/text.h"

namespace travaux {

namespace {

/// Opening a break iterator costs more than a short text does, so each thread keeps one.
icu::BreakIterator& word_iterator() {
  thread_local std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  }();
  return *iterator;
}

TokenKind kind_of(char32_t first) {
  if (first == U'[' || first == U']') return TokenKind::kBracket;
  if (is_digit(first)) return TokenKind::kNumber;
  if (u_isalpha(static_cast<UChar32>(first)) || first == U'_') return TokenKind::kWord;
  return TokenKind::kPunctuation;
}

bool is_wordy(TokenKind kind) { return kind == TokenKind::kWord || kind == TokenKind::kNumber; }

/// The first code point that has a shape; U'\0' where there is none.
char32_t first_visible(std::string_view segment) {
  for (std::size_t at = 0; at < segment.size();) {
    const char32_t c = next_code_point(segment, at);
    if (!is_ignorable(c)) return c;
  }
  return U'\0';
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    tokens_.reserve(text_.size() / 5);
    UErrorCode status = U_ZERO_ERROR;
    UText source = UTEXT_INITIALIZER;
    utext_openUTF8(&source, text_.data(), static_cast<int64_t>(text_.size()), &status);
    icu::BreakIterator& words = word_iterator();
    words.setText(&source, status);
    std::size_t begin = 0;
    for (int32_t end = words.next(); end != icu::BreakIterator::DONE; end = words.next()) {
      add_segment({begin, static_cast<std::size_t>(end)});
      begin = static_cast<std::size_t>(end);
    }
    utext_close(&source);
    return std::move(tokens_);
  }

 private:
  void add_segment(Span segment) {
    const char32_t first = first_visible(segment.of(text_));
    if (first == U'\0' || is_white_space(first)) {
      glue_ = first == U'\0' && segment.begin > 0 && (glue_ || ends_at(segment.begin)) && segment.size() > 0;
      glue_end_ = segment.end;
      return;
    }
    if (is_raised_figure(first) && ends_at(segment.begin) && !is_exponent()) {
      tokens_.back().span.end = segment.end;  // a footnote's mark belongs to its word, whose form does not show it
      glue_ = false;
      return;
    }
    const TokenKind kind = kind_of(first);
    if (is_wordy(kind)) {
      add_word(segment, kind);
    } else {
      add_mark(segment, kind, first);
    }
    glue_ = false;
  }

  /// Whether a raised figure behind the last token is part of what is said: "10⁶", "km²", "m³" (a unit of one letter or two), not
  /// "UN²" or "Parties¹²".
  bool is_exponent() const {
    const Token& before = tokens_.back();
    const std::string_view base = before.span.of(text_);
    if (before.kind == TokenKind::kNumber) return true;
    if (before.kind != TokenKind::kWord) return is_raised_figure(first_visible(base));
    std::size_t letters = 0;
    bool capitals = true;
    for (std::size_t at = 0; at < base.size(); ++letters) capitals = is_upper(next_code_point(base, at)) && capitals;
    return letters == 1 || (letters == 2 && !capitals);
  }

  bool ends_at(std::size_t position) const { return !tokens_.empty() && tokens_.back().span.end == position; }

  /// UAX 29 keeps "policy.Another" and "a:b" whole; a missing space would then be a changed word.
  void add_word(Span segment, TokenKind kind) {
    if (glue_ && glue_end_ == segment.begin && !tokens_.empty() && is_wordy(tokens_.back().kind)) {
      tokens_.back().span.end = segment.end;  // a zero-width character stood inside the word
      return;
    }
    std::size_t begin = segment.begin;
    for (std::size_t i = segment.begin + 1; i + 1 < segment.end; ++i) {
      if ((text_[i] != '.' && text_[i] != ':') || (is_ascii_digit(i - 1) && is_ascii_digit(i + 1))) continue;
      tokens_.push_back({{begin, i}, begin == segment.begin ? kind : kind_of(first_visible(text_.substr(begin, i - begin)))});
      tokens_.push_back({{i, i + 1}, TokenKind::kPunctuation});
      begin = i + 1;
    }
    tokens_.push_back({{begin, segment.end}, begin == segment.begin ? kind : kind_of(first_visible(text_.substr(begin)))});
  }

  bool is_ascii_digit(std::size_t i) const { return text_[i] >= '0' && text_[i] <= '9'; }

  void add_mark(Span segment, TokenKind kind, char32_t first) {
    if (ends_at(segment.begin) && kind == TokenKind::kPunctuation && joins(first, text_.substr(tokens_.back().span.begin))) {
      tokens_.back().span.end = segment.end;
      return;
    }
    tokens_.push_back({segment, kind});
  }

  /// Whether a mark goes on the one before it: dots to an ellipsis, hyphens to a dash, two single quotes to a double one.
  bool joins(char32_t mark, std::string_view before) const {
    if (tokens_.back().kind != TokenKind::kPunctuation) return false;
    const char32_t previous = first_visible(before);
    if (mark == U'.') return previous == U'.';
    if (is_dash(mark)) return is_dash(previous);
    return is_single_quote(mark) && mark == previous && tokens_.back().span.size() == one_mark(before);
  }

  static std::size_t one_mark(std::string_view text) {
    std::size_t at = 0;
    next_code_point(text, at);
    return at;
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  bool glue_ = false;  ///< only characters without shape stand between the last token and here
  std::size_t glue_end_ = 0;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) { return Tokenizer(text).run(); }

}  // namespace travaux
