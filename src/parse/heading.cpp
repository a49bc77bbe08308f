#include "parse/heading.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "model/symbol.h"
#include "parse/quotes.h"
#include "parse/shape.h"
#include "parse/titles.h"
#include "text/unicode.h"

namespace travaux {

namespace {

constexpr std::size_t kTitleWords = 45;         // "OBSERVATIONS AND RECOMMENDATIONS ON …" runs long
constexpr std::size_t kSentenceCaseWords = 24;  // titles in sentence case, as Spanish writes them
constexpr double kTitleRatio = 0.6;
constexpr double kStrongRatio = 0.75;

/// Bullets and opening brackets that may stand before a heading.
std::size_t skip_openers(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    if (!is_white_space(c) && c != U'[' && c != U'\u2022' && c != U'\u00B7' && c != U'*' && !is_dash(c) && !is_ignorable(c))
      break;
    at = next;
  }
  return at;
}

/// The brackets that find their partner, as spans. An unmatched one, as typists leave it, encloses nothing.
std::vector<Span> enclosed(std::string_view text) {
  std::vector<Span> pairs;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') open.push_back(i);
    if (text[i] == ')' && !open.empty()) {
      pairs.push_back({open.back(), i});
      open.pop_back();
    }
  }
  return pairs;
}

/// A round bracket stands open at the end.
bool opens_bracket(std::string_view text) {
  return std::count(text.begin(), text.end(), '(') > std::count(text.begin(), text.end(), ')');
}

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0;
}

/// Colons that may end a heading: none inside brackets, times, addresses.
std::vector<std::size_t> colons_of(std::string_view zone) {
  std::vector<std::size_t> colons;
  const std::vector<Span> pairs = enclosed(zone);
  for (std::size_t i = 0; i < zone.size(); ++i) {
    if (zone[i] != ':') continue;
    const bool inside = std::any_of(pairs.begin(), pairs.end(), [i](const Span& p) { return p.begin < i && i < p.end; });
    const bool figure = i > 0 && is_digit_at(zone, i - 1) && is_digit_at(zone, i + 1);
    const bool address = zone.substr(i, 3) == "://";
    if (!inside && !figure && !address) colons.push_back(i);
  }
  return colons;
}

bool starts_with_symbol(std::string_view title) {
  const std::optional<Symbol> symbol = find_symbol(title);
  return symbol && shape_of(title.substr(0, symbol->span.begin)).words <= 1;
}

/// Whether the words name an instrument. `backed`: a quotation follows, which makes weaker signs enough.
bool names_instrument(std::string_view title, bool backed) {
  const Shape shape = shape_of(title);
  if (shape.words == 0 || shape.words > kTitleWords || !shape.starts_upper) return false;
  if (starts_with_symbol(title)) return true;
  if (find_symbol(title)) return shape.has_noun ? shape.title_ratio() >= 0.5 : shape.title_ratio() >= kTitleRatio;
  if (shape.has_noun && shape.title_ratio() >= kTitleRatio && shape.significant >= 2) {
    return backed || shape.has_year || shape.noun_leads || shape.significant >= 4;
  }
  if (shape.noun_leads && shape.words <= kSentenceCaseWords && (shape.has_year || backed)) return true;
  return backed && shape.significant >= 2 && shape.words <= kSentenceCaseWords && shape.title_ratio() >= kStrongRatio;
}

/// Whether the words between two colons go on with a title: "Youth and Democratic Values (AG/DEC. 57 …".
bool continues_title(std::string_view segment) {
  const Shape shape = shape_of(segment);
  if (!shape.starts_upper || shape.words == 0 || shape.words > kSentenceCaseWords) return false;
  const bool dated = find_symbol(segment).has_value() || shape.has_year;
  return shape.title_ratio() >= (dated ? kTitleRatio : kStrongRatio);
}

/// A title that has said its year or symbol is over at its colon; a symbol before the title says nothing of that.
bool is_complete(std::string_view title) {
  if (shape_of(title).has_year) return true;
  const std::optional<Symbol> symbol = find_symbol(title);
  return symbol && (!starts_with_symbol(title) || shape_of(title.substr(symbol->span.end)).words == 0);
}

bool is_known(std::string_view title, const HeadingContext& context) {
  const Shape shape = shape_of(title);
  return context.known != nullptr && shape.starts_upper && shape.words <= kTitleWords && context.known->hold(title);
}

/// The last colon after which what stands before is a known title; npos where none is.
std::size_t known_colon(std::string_view zone, const std::vector<std::size_t>& colons, const HeadingContext& context) {
  constexpr std::size_t kFirst = 3;  // a title holds one colon of its own, seldom two
  for (std::size_t i = std::min(colons.size(), kFirst); i-- > 0;) {
    if (is_known(zone.substr(0, colons[i]), context)) return colons[i];
  }
  return std::string_view::npos;
}

/// A closing bracket behind the colon closes what was opened before the heading.
std::optional<HeadingSplit> split_at(std::string_view text, std::size_t begin, std::size_t end) {
  while (end < text.size() && text[end] == ']' && begin > 0) ++end;
  return HeadingSplit{trim_white_space(text, {begin, end}), trim_white_space(text, {end, text.size()})};
}

/// A heading that ends in a colon.
std::optional<HeadingSplit> with_colon(std::string_view text, std::size_t begin, std::size_t zone_end,
                                       const HeadingContext& context, bool quoted) {
  const std::string_view zone = text.substr(begin, zone_end - begin);
  const std::vector<std::size_t> colons = colons_of(zone);
  if (colons.empty()) return std::nullopt;
  constexpr std::size_t kMostColons = 16;  // of a title; each costs a look at all before it
  std::size_t last = 0;
  while (last + 1 < std::min(colons.size(), kMostColons) && !is_complete(zone.substr(0, colons[last])) &&
         continues_title(zone.substr(colons[last] + 1, colons[last + 1] - colons[last] - 1))) {
    ++last;
  }
  const std::size_t end = begin + colons[last] + 1;
  const bool alone = trim_white_space(text, {end, text.size()}).empty();
  const bool quotation_next =
      alone ? context.next_is_quotation : quoted && trim_white_space(text, {end, text.size()}).begin >= zone_end;
  if (context.strict && !quotation_next) return std::nullopt;
  if (const std::size_t colon = known_colon(zone, colons, context); colon != std::string_view::npos)
    return split_at(text, begin, begin + colon + 1);
  if (alone && !context.next_is_plain && !context.next_is_quotation && !is_complete(zone.substr(0, colons[last])))
    return std::nullopt;
  if (!names_instrument(zone.substr(0, colons[last]), quotation_next)) return std::nullopt;
  return split_at(text, begin, end);
}

/// A heading on a line of its own, or before a quotation, without a colon.
std::optional<HeadingSplit> without_colon(std::string_view text, std::size_t begin, std::size_t zone_end,
                                          const HeadingContext& context, bool quoted) {
  const std::string_view zone = Span{begin, trim_white_space(text, {begin, zone_end}).end}.of(text);
  const Shape shape = shape_of(zone);
  const bool symbol = starts_with_symbol(zone);
  if (quoted) {
    // 'The Secretariat of the Convention (the "Secretariat")', 'replace the words "X"': within a sentence.
    if (!symbol && (breaks_off(zone) || opens_bracket(zone))) return std::nullopt;
    const bool title = symbol || (names_instrument(zone, true) && shape.title_ratio() >= kStrongRatio);
    return title ? split_at(text, begin, zone_end) : std::nullopt;
  }
  if (shape.last == U'.' || shape.last == U';' || shape.last == U',' || context.strict) return std::nullopt;
  if ((symbol ? shape.words <= kTitleWords : is_known(zone, context)) && context.next_is_plain)
    return split_at(text, begin, zone_end);
  const bool backed = context.next_is_quotation || (shape.has_year && context.next_is_plain);
  if (!backed || !names_instrument(zone, true) || shape.title_ratio() < kStrongRatio) return std::nullopt;
  return split_at(text, begin, zone_end);
}

}  // namespace

std::optional<HeadingSplit> find_heading(std::string_view text, const HeadingContext& context) {
  const std::size_t begin = skip_openers(text);
  const Quotes quotes = quotes_of(text);
  if (quotes.opens_first || begin >= text.size()) return std::nullopt;
  const bool quoted = quotes.first_open.has_value();
  const std::size_t zone_end = quoted ? *quotes.first_open : text.size();
  if (zone_end <= begin) return std::nullopt;
  std::optional<HeadingSplit> split = with_colon(text, begin, zone_end, context, quoted);
  if (!split) split = without_colon(text, begin, zone_end, context, quoted);
  if (split) split->heading.begin = 0;  // openers belong to the heading as printed
  return split;
}

}  // namespace travaux
