#include "model/title.h"

#include <re2/re2.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "text/unicode.h"

namespace travaux {

namespace {

const std::unordered_set<std::string>& function_words() {
  static const std::unordered_set<std::string> kWords = {
      "a",    "an",      "and",    "as", "at",  "by",  "for", "from", "in", "of",  "on", "or",  "the", "to",
      "with", "against", "contra", "al", "con", "de",  "del", "e",    "el", "en",  "la", "las", "los", "para",
      "por",  "sobre",   "y",      "da", "do",  "das", "dos", "em",   "du", "des", "et", "le",  "les"};
  return kWords;
}

/// Spellings that are one word to a reader.
const std::vector<std::string>& spelled(const std::string& word) {
  static const std::unordered_map<std::string, std::vector<std::string>> kSpellings = {
      {"workplan", {"work", "plan"}}, {"programme", {"program"}}, {"programmes", {"programs"}},
      {"organised", {"organized"}},   {"labour", {"labor"}},      {"defence", {"defense"}}};
  static const std::vector<std::string> kNone;
  const auto found = kSpellings.find(word);
  return found == kSpellings.end() ? kNone : found->second;
}

std::string plain_word(std::string_view word) { return fold_case(strip_marks(word)); }

std::vector<std::string> content_words(std::string_view title) {
  std::vector<std::string> words;
  for (TitleWord& word : title_words(title)) words.push_back(std::move(word.form));
  return words;
}

/// Without the marks that set a heading off: space, dashes, commas, colons, stray brackets and quotation marks at either end.
std::string bare(std::string_view text) {
  const auto is_edge = [](char32_t c) {
    return is_white_space(c) || is_dash(c) || is_double_quote(c) || c == U',' || c == U':' || c == U';' || c == U'.' ||
           c == U'[' || c == U']' || c == U'\u2022' || c == U'*';
  };
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t next = begin;
    if (!is_edge(next_code_point(text, next))) break;
    begin = next;
  }
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t before = end;
    if (!is_edge(previous_code_point(text, before))) break;
    end = before;
  }
  return fold_white_space(text.substr(begin, end - begin));
}

/// Takes away brackets whose partner is missing, or that hold nothing: what a removed symbol leaves behind.
std::string without_stray_brackets(std::string text) {
  std::vector<std::size_t> open, stray;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') open.push_back(i);
    if (text[i] != ')') continue;
    if (open.empty()) {
      stray.push_back(i);
      continue;
    }
    if (fold_white_space(std::string_view(text).substr(open.back() + 1, i - open.back() - 1)).empty()) {
      stray.push_back(open.back());
      stray.push_back(i);
    }
    open.pop_back();
  }
  stray.insert(stray.end(), open.begin(), open.end());
  std::sort(stray.begin(), stray.end(), std::greater<>());
  for (const std::size_t at : stray) text.erase(at, 1);
  return text;
}

/// Cuts what the pattern's first group finds at the end of the text, and returns it.
std::string cut_tail(std::string& text, const RE2& pattern) {
  re2::StringPiece all, found;
  re2::StringPiece groups[2];
  if (!pattern.Match(text, 0, text.size(), RE2::UNANCHORED, groups, 2)) return {};
  const std::string result(groups[1]);
  text = bare(std::string_view(text).substr(0, static_cast<std::size_t>(groups[0].data() - text.data())));
  return result;
}

const RE2& locator_pattern() {
  static const RE2 kPattern(
      R"((?i)(?:^|[,;(–-]\s*|\s)((?:operative |preambular )?(?:paragraphs?|paras?\.?|articles?|arts?\.|chapters?|sections?|parts?|annex(?:es)?|points?|p[áa]rrafos?|art[íi]culos?|cap[íi]tulos?|secci[óo]n|numerale?s?|anexo)\s+(?:\d[\w.()/-]*|[IVXLC]+|[A-Z])(?:(?:,| and| y|-|–)\s*(?:\d[\w.()/-]*|[IVXLC]+|[a-z]\)?))*)\)?$)");
  return kPattern;
}

}  // namespace

std::vector<TitleWord> title_words(std::string_view text) {
  std::vector<TitleWord> words;
  for (const Token& token : tokenize(text)) {
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber) continue;
    std::string word = plain_word(token_form(token.span.of(text)));
    if (function_words().contains(word)) continue;
    const std::vector<std::string>& parts = spelled(word);
    if (parts.empty()) words.push_back({std::move(word), token.span});
    for (const std::string& part : parts) words.push_back({part, token.span});
  }
  return words;
}

HeadingParts take_apart(std::string_view heading) {
  static const RE2 kYear(R"([\s,(]+((?:1[0-9]|20)\d\d)\)?$)");
  static const RE2 kAcronym(R"(\s*\(([^()]{2,24})\)$)");
  HeadingParts parts;
  std::string text(heading);
  parts.symbol = find_symbol(text);
  if (parts.symbol) {
    text.replace(parts.symbol->span.begin, parts.symbol->span.size(), " ");
    parts.year = parts.symbol->year;
  }
  text = bare(without_stray_brackets(bare(text)));
  parts.locator = cut_tail(text, locator_pattern());
  if (const std::string year = cut_tail(text, kYear); !year.empty()) parts.year = year;
  parts.acronym = cut_tail(text, kAcronym);
  if (parts.year.empty()) parts.year = cut_tail(text, kYear);
  parts.title = text;
  return parts;
}

std::string normal_title(std::string_view title) {
  std::vector<std::string> words = content_words(title);
  std::sort(words.begin(), words.end());
  std::string form;
  for (const std::string& word : words) form += (form.empty() ? "" : " ") + word;
  return form;
}

std::vector<std::pair<std::string, std::string>> subdivided(std::string_view title) {
  std::vector<std::pair<std::string, std::string>> readings;
  for (std::size_t at = title.size(); at-- > 0;) {
    if (title[at] != ',') continue;
    std::string head = bare(title.substr(0, at));
    std::string tail = bare(title.substr(at + 1));
    if (!head.empty() && !tail.empty()) readings.emplace_back(std::move(head), std::move(tail));
  }
  return readings;
}

bool ends_in_kind(std::string_view title) {
  static const std::unordered_set<std::string> kKinds = {
      "strategy",    "plan",     "program",    "programme",   "charter",   "convention", "agenda",
      "declaration", "protocol", "agreement",  "framework",   "treaty",    "covenant",   "estrategia",
      "programa",    "carta",    "convencion", "declaracion", "protocolo", "acuerdo",    "tratado"};
  const std::vector<std::string> words = content_words(title);
  return words.size() >= 2 && kKinds.contains(words.back());
}

std::string made_id(std::string_view title, std::string_view year) {
  std::vector<std::string> words = content_words(title);
  const auto take = [&words](const std::string& word) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return false;
    words.erase(found);
    return true;
  };
  std::string id;
  if (std::find(words.begin(), words.end(), "plan") != words.end() && take("action")) {
    take("plan");
    id = "plan-of-action";
  }
  for (const std::string& word : words) id += (id.empty() ? "" : "-") + slug(word);
  if (!year.empty()) id += "-" + std::string(year);
  return id.empty() ? "untitled" : id;
}

}  // namespace travaux
