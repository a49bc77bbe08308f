#include "comment/letter_address.h"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <string>

#include "comment/letter_lexicon.h"
#include "text/unicode.h"

namespace travaux::letter {
namespace {

using re2::StringPiece;

constexpr int kLongestRange = 40;
constexpr std::size_t kLongestArticle = 24;   // bytes looked at before an ordinal
constexpr std::size_t kLongestMention = 400;  // bytes looked at from where one begins

constexpr const char* kItemNoun =
    R"((?i)((?:(?:operative|preambular|preamble)\s+)?(?:sub-?)?(?:paragraphs?|paras?\.?|pars?\.|párrafos?|parrafos?|párrs?\.|numeral(?:es)?|items?|ítems?|points?|puntos?|apartados?|incisos?|subincisos?|literal(?:es)?|lit\.|clauses?|cláusulas?|clausulas?|mandates?|mandatos?|¶+)(?:\s+(?:preambular(?:es)?|resolutivos?|operativos?|dispositivos?|nos?\.|núms?\.|número|number|n[°º]))?|(?:OPs?|PPs?))\s*)";
constexpr const char* kArticleNoun = R"((?i)(articles?|arts?\.|artículos?|articulos?)\s+)";
constexpr const char* kSectionNoun =
    R"((?i)(sections?|secs?\.|sección|seccion|secciones|chapters?|chap\.|capítulos?|capitulos?|cap\.|parts?|partes?|títulos?|annex|anexo|ejes?|pillars?|pilar(?:es)?|§+)\s*)";
constexpr const char* kNumber =
    R"((?i)((?:\d{1,4}(?:\.\d{1,4})*(?:\.[a-z]\b)?|[IVXL]+\b)(?:\s?(?:bis|ter|quater|quinquies|alt)\b)?)((?:\s?\([a-z0-9]{1,4}\)|\s[a-h]\))*))";
constexpr const char* kPoint = R"((?i)((?:\([a-z]{1,4}\)|[a-z]{1,3}\)))((?:\s?\([a-z]{1,4}\))*))";
constexpr const char* kRange = R"((?i)\s*(?:to|through|thru|hasta|al?|–|—|-|‑)\s*)";
constexpr const char* kNext = R"((?i)(?:\s*(?:,|;|/|&)\s*(?:(?:and|or|y|e|o)\s+)?|\s+(?:and|or|y|e|o)\s+))";
constexpr const char* kSubPoint =
    R"((?i)\s*,?\s*(?:(?:sub-?paragraph|lit\.|literal|inciso|point|apartado|sub-?para\.?)\s*)(?:\(?([a-z])\)))";
constexpr const char* kOf = R"((?i)\s*,?\s*(?:(?:of|in|under|del?|en|from)\s+)?(?:(?:the|la|el|los|las)\s+)?)";

/// One number of a mention, as written: "2.1", "(a)(ii)".
struct Number {
  std::string base;
  std::string points;  ///< "/(a)/(ii)"
};

std::string lower(std::string_view text) { return plain_form(text); }

/// "(a) (ii)", "a)" -> "/(a)/(ii)".
std::string points_path(std::string_view points) {
  std::string path, letters;
  for (const char c : points) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) letters += c;
    if (c == ')' && !letters.empty()) path += "/(" + std::exchange(letters, {}) + ")";
  }
  if (!letters.empty()) path += "/(" + letters + ")";
  return path;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), rest_(text.data(), text.size()) {}

  bool take(const RE2& pattern) { return RE2::Consume(&rest_, pattern); }
  bool take(const RE2& pattern, std::string* first) { return RE2::Consume(&rest_, pattern, first); }
  std::size_t at() const { return static_cast<std::size_t>(rest_.data() - text_.data()); }
  void back_to(std::size_t at) { rest_ = StringPiece(text_.data() + at, text_.size() - at); }

  bool take_number(Number& number) {
    static const RE2 pattern(kNumber);
    const std::size_t begin = at();
    std::string points;
    if (!RE2::Consume(&rest_, pattern, &number.base, &points)) return false;
    if (is_glued()) {
      back_to(begin);
      return false;
    }
    number.points = points_path(points);
    const std::size_t dot = number.base.rfind('.');  // "2.1.a"
    if (dot != std::string::npos && std::isalpha(static_cast<unsigned char>(number.base.back())) != 0 &&
        dot + 2 == number.base.size()) {
      number.points = "/(" + number.base.substr(dot + 1) + ")" + number.points;
      number.base.resize(dot);
    }
    return true;
  }

  bool take_point(Number& number) {
    static const RE2 pattern(kPoint);
    std::string first, more;
    const std::size_t begin = at();
    if (!RE2::Consume(&rest_, pattern, &first, &more)) return false;
    if (is_glued()) {
      back_to(begin);
      return false;
    }
    number.base.clear();
    number.points = points_path(first + more);
    return true;
  }

 private:
  /// "5%", "3rd", "12/CP.3", "2.5 million", "7.30 a.m.": figures, no numbers of places.
  bool is_glued() const {
    static const RE2 unit(
        R"((?i)\s*(?:%|per ?cent|por ciento|million|millones|years?|años|months?|meses|days?|días|points\b|[ap]\.?m\b|hours?\b|horas?\b|\d))");
    StringPiece rest = rest_;
    if (RE2::Consume(&rest, unit)) return true;
    if (rest_.empty()) return false;
    std::size_t position = 0;
    const char32_t next = next_code_point(std::string_view(rest_.data(), rest_.size()), position);
    return is_letter(next) || next == U'/' || next == U'º' || next == U'°';
  }

  std::string_view text_;
  StringPiece rest_;
};

bool same_shape(const Number& a, const Number& b) {
  return std::count(a.base.begin(), a.base.end(), '.') == std::count(b.base.begin(), b.base.end(), '.') &&
         a.base.empty() == b.base.empty();
}

/// The numbers between two of one shape: 2.1, 2.4 -> 2.2, 2.3. False where they make no range.
bool fill_range(std::vector<Number>& numbers, const Number& last) {
  const Number first = numbers.back();
  if (first.base == last.base || (first.base.empty() && last.base.empty())) {
    if (first.points.size() != 4 || last.points.size() != 4 || first.points[2] >= last.points[2]) return false;
    for (char c = static_cast<char>(first.points[2] + 1); c <= last.points[2]; ++c)
      numbers.push_back({first.base, std::string("/(") + c + ")"});
    return true;
  }
  const auto split = [](const std::string& base) {
    const std::size_t dot = base.rfind('.');
    return std::pair(dot == std::string::npos ? std::string() : base.substr(0, dot + 1),
                     base.substr(dot == std::string::npos ? 0 : dot + 1));
  };
  const auto [prefix, from] = split(first.base);
  const auto [other, to] = split(last.base);
  int low = 0, high = 0;
  std::from_chars(from.data(), from.data() + from.size(), low);
  std::from_chars(to.data(), to.data() + to.size(), high);
  const bool alone = numbers.size() == 1;                                        // "1.4 and 1.5 to 2.2" says whereto
  if (prefix != other && !prefix.empty() && alone && same_shape(first, last)) {  // what lies between, the draft tells
    numbers.back().base = first.base + ".." + last.base;
    return true;
  }
  if (prefix != other || low <= 0 || high <= low || high - low > kLongestRange) return false;
  for (int value = low + 1; value <= high; ++value) numbers.push_back({prefix + std::to_string(value), {}});
  return true;
}

/// A list "2.1, 2.3 to 2.5 and 2.7", its first number already taken. Where the noun is singular, "to" leads elsewhere.
void take_list(Reader& reader, std::vector<Number>& numbers, bool plural, bool dash_only) {
  static const RE2 range(kRange), dash(R"(\s?[–—‑-]\s?)"), next(kNext);
  while (numbers.size() < kLongestRange) {
    const std::size_t begin = reader.at();
    Number number;
    const auto take = [&] { return numbers.back().base.empty() ? reader.take_point(number) : reader.take_number(number); };
    if (reader.take(dash_only || !plural ? dash : range) && take() && fill_range(numbers, number)) continue;
    reader.back_to(begin);
    const bool dotted = numbers.back().base.find('.') != std::string::npos;
    if ((plural || dotted) && reader.take(next) && take() && same_shape(numbers.back(), number)) {
      numbers.push_back(number);
      continue;
    }
    reader.back_to(begin);
    const bool points = (plural || !numbers.back().points.empty()) && !numbers.back().base.empty();
    if (points && reader.take(next) && reader.take_point(number)) {  // "2.1 (a) and (b)"
      numbers.push_back({numbers.back().base, number.points});
      continue;
    }
    reader.back_to(begin);
    return;
  }
}

bool is_plural(std::string_view noun) {
  const std::string form = lower(noun);
  return form.ends_with("s") || noun.find("s.") != std::string_view::npos || form.ends_with("¶¶");
}

/// "PP", "OP" or nothing.
std::string side_of(std::string_view noun) {
  const std::string form = strip_marks(fold_case(noun));
  if (form.starts_with("pp") || form.find("pream") != std::string::npos) return "PP";
  if (form.starts_with("op") || form.find("operativ") != std::string::npos || form.find("resolutiv") != std::string::npos ||
      form.find("dispositiv") != std::string::npos) {
    return "OP";
  }
  return {};
}

Address finish(std::string_view text, std::size_t begin, const Reader& reader, const std::vector<std::string>& addresses,
               bool section) {
  Address result;
  result.span = {begin, reader.at()};
  for (const std::string& address : addresses)
    result.targets.push_back({fold_white_space(result.span.of(text)), address, section, {}});
  return result;
}

std::vector<std::string> joined(const std::string& prefix, const std::vector<Number>& numbers) {
  std::vector<std::string> result;
  for (const Number& number : numbers) {
    std::string address = prefix + number.base + number.points;
    if (prefix.empty() && number.base.empty()) address.erase(0, 1);
    if (prefix.ends_with('/') && number.base.empty()) address = prefix.substr(0, prefix.size() - 1) + number.points;
    result.push_back(std::move(address));
  }
  return result;
}

bool is_roman(const std::string& base) { return !base.empty() && std::isalpha(static_cast<unsigned char>(base[0])) != 0; }

/// "Article II", "ART. IV": a numeral, not the pronoun or a word of a sentence.
bool is_printed_roman(const std::string& noun, const std::string& base) {
  const bool capitals = std::all_of(base.begin(), base.end(), [](unsigned char c) { return std::isupper(c) != 0; });
  return capitals && std::isupper(static_cast<unsigned char>(noun.front())) != 0;
}

/// "of Article 4", "del párrafo 2.1", "of section 3": what the numbers before it belong to.
std::string owner_after(Reader& reader, const std::vector<Number>& numbers) {
  static const RE2 of(kOf), article(kArticleNoun), item(kItemNoun), section(kSectionNoun);
  const std::size_t begin = reader.at();
  Number owner;
  if (reader.take(of)) {
    const std::size_t noun = reader.at();
    if (reader.take(article) && reader.take_number(owner)) return "Article " + owner.base + "/";
    reader.back_to(noun);
    const bool lettered = numbers.front().base.empty();
    std::string name;
    if (lettered && reader.take(item, &name) && reader.take_number(owner)) return side_of(name) + owner.base + owner.points + "/";
    reader.back_to(noun);
    const bool plain = !lettered && numbers.front().base.find('.') == std::string::npos;
    if (plain && reader.take(section) && reader.take_number(owner) && !is_roman(owner.base)) return owner.base + ".";
  }
  reader.back_to(begin);
  return {};
}

std::optional<Address> item_at(std::string_view text, std::size_t begin) {
  static const RE2 noun(kItemNoun),
      preamble(
          R"((?i)\s*(?:of|del|de la)\s+(?:the\s+)?(preamble|preámbulo|preambulo|parte dispositiva|parte resolutiva|operative part))");
  Reader reader(text);
  reader.back_to(begin);
  std::string name;
  if (!reader.take(noun, &name)) return std::nullopt;
  const bool plural = is_plural(name);
  std::string side = side_of(name);
  std::vector<Number> numbers(1);
  const bool spaced = reader.at() > begin + name.size();
  if (reader.take_number(numbers[0])) {
    if (is_roman(numbers[0].base)) return std::nullopt;
  } else if (!spaced || !reader.take_point(numbers[0]) || (side.empty() && text[reader.at() - 1] != ')')) {
    return std::nullopt;
  }
  take_list(reader, numbers, plural, false);
  std::string prefix = side;
  std::string part;
  if (side.empty()) {
    if (reader.take(preamble, &part)) {
      prefix = side_of(part);
    } else {
      prefix = owner_after(reader, numbers);
    }
  }
  // "paragraph 2.1, subparagraph (a)"
  static const RE2 sub(kSubPoint);
  std::string point;
  if (numbers.size() == 1 && !numbers[0].base.empty() && reader.take(sub, &point)) numbers[0].points += "/(" + point + ")";
  Address result = finish(text, begin, reader, joined(prefix, numbers), false);
  result.plural = plural;
  result.noun = true;
  return result;
}

std::optional<Address> article_at(std::string_view text, std::size_t begin) {
  static const RE2 noun(kArticleNoun), item(kItemNoun), of(kOf);
  Reader reader(text);
  reader.back_to(begin);
  std::string name;
  if (!reader.take(noun, &name)) return std::nullopt;
  std::vector<Number> numbers(1);
  if (!reader.take_number(numbers[0]) || (is_roman(numbers[0].base) && !is_printed_roman(name, numbers[0].base)))
    return std::nullopt;
  const bool plural = is_plural(name) && !name.ends_with("t.");
  take_list(reader, numbers, plural, false);
  std::vector<std::string> addresses;
  const std::size_t dot = numbers[0].base.find('.');
  if (numbers.size() == 1 && dot != std::string::npos)
    numbers[0] = {numbers[0].base.substr(0, dot), "/" + numbers[0].base.substr(dot + 1) + numbers[0].points};
  const bool figures = numbers[0].points.size() > 3 && std::isdigit(static_cast<unsigned char>(numbers[0].points[2])) != 0;
  if (figures) {  // "Article 4(3)"
    const std::size_t close = numbers[0].points.find(')');
    numbers[0].points = "/" + numbers[0].points.substr(2, close - 2) + numbers[0].points.substr(close + 1);
  }
  addresses = joined("Article ", numbers);
  const std::size_t end = reader.at();
  std::vector<Number> within(1);
  std::string item_name;
  if (numbers.size() == 1 && reader.take(of) && reader.take(item, &item_name) &&
      (reader.take_number(within[0]) || reader.take_point(within[0]))) {
    take_list(reader, within, is_plural(item_name), false);
    static const RE2 sub(kSubPoint);
    std::string point;
    if (within.size() == 1 && reader.take(sub, &point)) within[0].points += "/(" + point + ")";
    addresses = joined(addresses[0] + "/", within);
  } else {
    reader.back_to(end);
  }
  Address result = finish(text, begin, reader, addresses, false);
  for (Target& target : result.targets) target.is_section = target.address.find('/') == std::string::npos;
  result.plural = plural;
  result.noun = true;
  return result;
}

int ordinal_value(std::string_view word) {
  const auto& entries = lexicon().entries[0];
  const auto found = entries.find(plain_form(word));
  if (found == entries.end()) return 0;
  for (const Entry& entry : found->second) {
    if (entry.words.size() == 1 && entry.ordinal > 0) return entry.ordinal;
  }
  return 0;
}

/// Bylaws number their sections within articles: "Article II, Section 3", "Article II/Section 3", "Section 3 of Article II".
std::optional<Address> law_at(std::string_view text, std::size_t begin) {
  static const RE2 article(kArticleNoun), section(kSectionNoun), of(kOf), between(R"((?i)(\d{1,4}|[IVXL]+)\s*(?:[,/:;–—-]\s*)?)");
  Reader reader(text);
  reader.back_to(begin);
  std::string noun;
  Number outer;
  std::vector<Number> inner(1);
  bool plural = false;
  const bool article_first = reader.take(article, &noun);
  if (article_first) {
    if (!reader.take(between, &outer.base)) return std::nullopt;
    std::string name;
    if (!reader.take(section, &name) || !reader.take_number(inner[0])) return std::nullopt;
    plural = is_plural(name);
    take_list(reader, inner, plural, false);
  } else {
    if (!reader.take(section, &noun) || !reader.take_number(inner[0])) return std::nullopt;
    plural = is_plural(noun);
    take_list(reader, inner, plural, false);
    if (!reader.take(of) || !reader.take(article, &noun) || !reader.take_number(outer)) return std::nullopt;
  }
  Address result = finish(text, begin, reader, joined("Article " + outer.base + "/Section ", inner), false);
  result.plural = plural;
  result.noun = true;
  return result;
}

/// "cláusula PRIMERA", "disposición transitoria segunda": what is numbered by a word.
std::optional<Address> worded_at(std::string_view text, std::size_t begin) {
  static const RE2 worded(
      R"((?i)(?:cláusula|clausula|disposición\s+transitoria|(?:artículo|articulo)\s+transitorio|clause)\s+(\pL+))");
  StringPiece rest(text.data() + begin, text.size() - begin);
  std::string word;
  if (!RE2::Consume(&rest, worded, &word) || ordinal_value(word) == 0) return std::nullopt;
  Address result;
  result.span = {begin, static_cast<std::size_t>(rest.data() - text.data())};
  result.targets.push_back({fold_white_space(result.span.of(text)), word, true, {}});
  result.noun = true;
  return result;
}

std::optional<Address> section_at(std::string_view text, std::size_t begin) {
  static const RE2 noun(kSectionNoun);
  Reader reader(text);
  reader.back_to(begin);
  std::string name;
  if (!reader.take(noun, &name)) return std::nullopt;
  std::vector<Number> numbers(1);
  const std::size_t number_begin = reader.at();
  if (!reader.take_number(numbers[0])) return std::nullopt;
  if (is_roman(numbers[0].base) && is_lower(static_cast<unsigned char>(text[number_begin]))) return std::nullopt;
  take_list(reader, numbers, is_plural(name), false);
  Address result = finish(text, begin, reader, joined("", numbers), true);
  result.plural = is_plural(name);
  result.noun = true;
  return result;
}

/// "a third paragraph", "un nuevo párrafo": one that is not there yet.
bool is_indefinite(std::string_view text, std::size_t at) {
  const std::string_view near = text.substr(at > kLongestArticle ? at - kLongestArticle : 0, std::min(at, kLongestArticle));
  const std::vector<Token> tokens = tokenize(near);
  return !tokens.empty() && is_turn("indefinite", plain_form(tokens.back().span.of(near)));
}

/// "third preambular paragraph", "the second paragraph of Article 4", "tercer párrafo del preámbulo"; "the third paragraph" alone
/// is ¶3 of a text without numbers.
std::optional<Address> ordinal_at(std::string_view text, std::size_t begin) {
  static const RE2 start(
      R"((?i)(\pL+|\d(?:st|nd|rd|th))\s+((?:(?:preambular|operative)\s+)?(?:paragraph|párrafo|parrafo|para\.?)(?:\s+(?:preambular|operativo|resolutivo|dispositivo))?)\b)");
  static const RE2 preamble(
      R"((?i)\s*(?:of|del|de la)\s+(?:the\s+)?(preamble|preámbulo|preambulo|parte dispositiva|parte resolutiva|operative part))");
  StringPiece rest(text.data() + begin, std::min(text.size() - begin, kLongestMention));
  std::string word, noun;
  if (!RE2::Consume(&rest, start, &word, &noun)) return std::nullopt;
  const int value = ordinal_value(word);
  if (value == 0) return std::nullopt;
  Reader reader(text);
  reader.back_to(static_cast<std::size_t>(rest.data() - text.data()));
  std::string side = side_of(noun);
  std::string part;
  if (side.empty() && reader.take(preamble, &part)) side = side_of(part);
  std::vector<Number> numbers = {{std::to_string(value), {}}};
  if (side.empty()) side = owner_after(reader, numbers);
  if (side.empty()) {
    static const RE2 of_place(
        R"((?i)\s+(?:of|del?|in|en)\s+(?:the\s+|la\s+|el\s+)?(?:\d|article|artículo|section|sección|annex|anexo))");
    const std::size_t end = reader.at();
    const bool owned = reader.take(of_place);
    reader.back_to(end);
    if (owned || is_indefinite(text, begin)) return std::nullopt;
    side = "¶";
  }
  Address result = finish(text, begin, reader, joined(side, numbers), false);
  result.noun = true;
  return result;
}

/// "07.03.2011", "06.00": a date or an hour. Dotted numbers of places have no zeros before them, nor years after two others.
bool is_date_or_hour(const std::string& base) {
  static const RE2 pattern(R"(0\d.*|\d{1,2}\.0?\d{1,2}\.(?:19|20)\d\d|(?:19|20)\d\d\.\d{1,2}\.\d{1,2}|.*\.0{2,})");
  return RE2::FullMatch(base, pattern);
}

/// "2.1"; "2(2)", a paragraph of an article.
std::optional<Address> bare_at(std::string_view text, std::size_t begin) {
  static const RE2 bracketed(R"(\d{1,3}\(\d{1,2}\))");
  if (std::isdigit(static_cast<unsigned char>(text[begin])) == 0) return std::nullopt;
  Reader reader(text);
  reader.back_to(begin);
  std::vector<Number> numbers(1);
  StringPiece rest(text.data() + begin, text.size() - begin);
  const bool of_article = RE2::Consume(&rest, bracketed);
  if (!reader.take_number(numbers[0]) || is_date_or_hour(numbers[0].base)) return std::nullopt;
  if (numbers[0].base.find('.') == std::string::npos && !of_article) return std::nullopt;
  take_list(reader, numbers, false, true);
  Address result = finish(text, begin, reader, joined("", numbers), false);
  result.plural = numbers.size() > 1;
  return result;
}

}  // namespace

std::optional<Address> address_at(std::string_view text, std::size_t at) {
  const std::string_view near = text.substr(0, std::min(text.size(), at + kLongestMention));
  if (at >= near.size()) return std::nullopt;
  if (auto found = ordinal_at(near, at)) return found;
  if (std::isdigit(static_cast<unsigned char>(near[at])) != 0) return bare_at(near, at);
  if (auto found = law_at(near, at)) return found;
  if (auto found = worded_at(near, at)) return found;
  if (auto found = article_at(near, at)) return found;
  if (auto found = item_at(near, at)) return found;
  return section_at(near, at);
}

std::vector<Address> addresses_in(std::string_view text) {
  static const std::string_view kFirstLetters = "0123456789psaicolmrtefnudPSAICOLMRTEFNUD";
  std::vector<Address> result;
  for (const Token& token : tokenize(text)) {
    if (!result.empty() && token.span.begin < result.back().span.end) continue;
    const char first = text[token.span.begin];
    const bool sign = static_cast<unsigned char>(first) >= 0x80U;
    if (!sign && kFirstLetters.find(first) == std::string_view::npos) continue;
    if (token.kind == TokenKind::kNumber && token.span.begin > 0 &&
        (text[token.span.begin - 1] == '$' || text[token.span.begin - 1] == '/'))
      continue;
    if (auto found = address_at(text, token.span.begin)) result.push_back(std::move(*found));
  }
  return result;
}

}  // namespace travaux::letter
