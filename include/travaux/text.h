// UTF-8 text, byte spans, tokens, and the form in which two texts are compared.
//
// Everything above this floor refers to text by half-open byte spans. How a text is stored and how it compares are kept apart:
// tokens are spans into the text as it stands, and `token_form` says which tokens count as the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace travaux {

/// A half-open range of bytes [begin, end).
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
  friend bool operator==(const Span&, const Span&) = default;
};

enum class Severity { kNote, kWarning };

/// Something the reader or the parser wants a person to know; never a failure.
struct Diagnostic {
  std::size_t line = 0;  ///< 1-based; a line of the text that was read
  Severity severity = Severity::kNote;
  std::string message;
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

enum class TokenKind : std::uint8_t {
  kWord,
  kNumber,
  kPunctuation,  ///< also symbols and controls: whatever is neither word, number, bracket nor white space
  kBracket,      ///< a square bracket: in a draft, structure
};

/// A word, a number or a mark; white space between tokens belongs to none and means nothing.
struct Token {
  Span span;
  TokenKind kind = TokenKind::kWord;
  friend bool operator==(const Token&, const Token&) = default;
};

/// The tokens of a UTF-8 text, in order, by the word boundaries of Unicode Standard Annex 29 (ICU's root rules). Linear in the
/// text. Precondition: `text` is valid UTF-8 (what the read floor returns is).
std::vector<Token> tokenize(std::string_view text);

/// The comparison form of one token: NFC, quotation marks as one, hyphens and dashes as one, zero-width characters and soft
/// hyphens dropped. Empty for a token that is nothing but dropped characters (such a token is never returned by `tokenize`).
std::string token_form(std::string_view token);

/// The loose form of one token: its comparison form without case; empty for punctuation. Two texts that agree in it differ
/// only editorially.
std::string loose_form(std::string_view token);

/// What is left of a word without its endings, by the Snowball stemmer (Porter 2001) of the language ("en", "es", "fr", "pt"): words
/// of one stem are likely of one meaning. `word` is a loose form; in a language without a stemmer it stays as it is.
std::string stem(std::string_view word, std::string_view language);

/// The comparison form of a text: the forms of its tokens, a space between each two. Texts whose comparison forms agree have no
/// difference.
std::string comparison_form(std::string_view text);

/// The text with every run of white space (no-break spaces and line ends too) as one space, none at the ends.
std::string fold_white_space(std::string_view text);

/// Case folded for comparison without regard to case (Unicode full case folding, NFC).
std::string fold_case(std::string_view text);

/// The text without diacritical marks ("Medellín" -> "Medellin").
std::string strip_marks(std::string_view text);

/// NFC, lower case, letters and digits of any script, everything else one hyphen; none at the ends. May be empty.
std::string slug(std::string_view text);

/// Whether the bytes are valid UTF-8; if not, `bad` (when given) is the offset of the first wrong byte.
bool is_utf8(std::string_view bytes, std::size_t* bad = nullptr);

}  // namespace travaux
