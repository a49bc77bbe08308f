// The forms in which tokens and texts are compared.
#include <unicode/bytestream.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "text/raised.h"
#include "text/unicode.h"
#include "travaux/text.h"

namespace travaux {

namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFCInstance(status);
}

const icu::Normalizer2& nfd() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFDInstance(status);
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

/// The letters of a typographic ligature, which PDF text is full of; null for any other character.
const char* ligature(char32_t c) {
  static constexpr const char* kLetters[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return c >= U'\uFB00' && c <= U'\uFB06' ? kLetters[c - U'\uFB00'] : nullptr;
}

void append_form(std::string& form, char32_t c) {
  if (is_ignorable(c)) return;
  if (is_double_quote(c)) {
    form += '"';
  } else if (is_single_quote(c)) {
    form += '\'';
  } else if (is_dash(c)) {
    form += '-';
  } else if (c == U'\u2026') {
    form += "...";
  } else if (const char* letters = ligature(c)) {
    form += letters;
  } else {
    append_utf8(form, c);
  }
}

bool is_run_of(std::string_view form, char mark) {
  return form.size() > 1 && std::all_of(form.begin(), form.end(), [mark](char c) { return c == mark; });
}

/// Marks that are punctuation to Unicode but words to a reader.
bool is_meaningful_mark(char32_t c) {
  return c == U'%' || c == U'&' || c == U'#' || c == U'@' || c == U'\u00A7' || c == U'\u2030';
}

}  // namespace

std::string compose(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  nfc().normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr, status);
  return result;
}

std::string token_form(std::string_view token) {
  std::string form;
  const std::string composed = compose(token);
  for (std::size_t at = 0; at < composed.size();) {
    const char32_t c = next_code_point(composed, at);
    if (!is_raised_figure(c) || form.empty()) append_form(form, c);  // a footnote's mark behind its word is no part of it
  }
  if (is_run_of(form, '.')) return "...";
  if (is_run_of(form, '-')) return "-";
  if (form == "''") return "\"";
  return form;
}

std::string loose_form(std::string_view token) {
  const std::string form = token_form(token);
  std::size_t at = 0;
  const char32_t first = form.empty() ? U'\0' : next_code_point(form, at);
  const bool mark = u_ispunct(static_cast<UChar32>(first)) && first != U'[' && first != U']' && !is_meaningful_mark(first);
  return mark ? std::string() : fold_case(form);
}

std::string comparison_form(std::string_view text) {
  std::string form;
  for (const Token& token : tokenize(text)) {
    if (!form.empty()) form += ' ';
    form += token_form(token.span.of(text));
  }
  return form;
}

std::string fold_white_space(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (is_white_space(next_code_point(text, at))) {
      gap = !folded.empty();
      continue;
    }
    if (gap) folded += ' ';
    gap = false;
    folded.append(text, begin, at - begin);
  }
  return folded;
}

std::string fold_case(std::string_view text) {
  std::string folded;
  if (is_ascii(text)) {
    folded.assign(text);
    for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return folded;
  }
  UErrorCode status = U_ZERO_ERROR;
  nfc().normalize(from_utf8(text).foldCase(), status).toUTF8String(folded);
  return folded;
}

std::string strip_marks(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString decomposed = nfd().normalize(from_utf8(text), status);
  icu::UnicodeString bare;
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) bare.append(c);
  }
  std::string result;
  nfc().normalize(bare, status).toUTF8String(result);
  return result;
}

std::string slug(std::string_view text) {
  const std::string composed = compose(text);
  std::string lower;
  from_utf8(composed).toLower(icu::Locale::getRoot()).toUTF8String(lower);
  std::string result;
  bool gap = false;
  for (std::size_t at = 0; at < lower.size();) {
    const char32_t c = next_code_point(lower, at);
    const bool kept = u_isalnum(static_cast<UChar32>(c)) || (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
    if (!kept) {
      gap = !result.empty();
      continue;
    }
    if (gap) result += '-';
    gap = false;
    append_utf8(result, c);
  }
  return result;
}

}  // namespace travaux
