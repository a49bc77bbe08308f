#include <algorithm>
#include <array>
#include <filesystem>

#include "cli/asked.h"
#include "travaux/text.h"

namespace travaux::cli {
namespace {

/// Words that say what kind of paper it is, not whose.
constexpr std::array<std::string_view, 38> kPapers = {
    "letter",    "letters",    "comment",    "comments",      "proposal", "proposals", "redraft",    "telegram",
    "text",      "bracketed",  "marked",     "markup",        "copy",     "note",      "notes",      "submission",
    "of",        "on",         "to",         "from",          "carta",    "cartas",    "comentario", "comentarios",
    "propuesta", "propuestas", "nota",       "observaciones", "texto",    "de",        "con",        "tracked",
    "changes",   "edits",      "amendments", "enmiendas",     "final",    "the"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "2011-04-12" at the start of a name, also "20110412" and "2011_04"; what is left of the name begins at `rest`.
std::string leading_date(const std::string& name, std::size_t& rest) {
  std::string digits;
  std::size_t at = 0;
  while (at < name.size() && digits.size() < 8 &&
         (is_digit(name[at]) || (!digits.empty() && (name[at] == '-' || name[at] == '_' || name[at] == '.')))) {
    if (is_digit(name[at])) digits += name[at];
    ++at;
  }
  if (at < name.size() && is_digit(name[at])) return {};
  if (digits.size() != 4 && digits.size() != 6 && digits.size() != 8) return {};
  if (digits < "1400" || digits >= "2200") return {};
  rest = at;
  std::string date = digits.substr(0, 4);
  if (digits.size() >= 6) date += "-" + digits.substr(4, 2);
  if (digits.size() == 8) date += "-" + digits.substr(6, 2);
  return date;
}

std::vector<std::string> words_of(const std::string& name) {
  std::vector<std::string> words(1);
  const auto end_word = [&] {
    if (!words.back().empty()) words.emplace_back();
  };
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool dash = name.compare(i, 3, "–") == 0 || name.compare(i, 3, "—") == 0;
    if (dash) i += 2;
    const char c = name[i];
    dash || c == '-' || c == '_' || c == ' ' || c == '.' || c == ',' || c == '(' || c == ')' ? end_word()
                                                                                             : words.back().push_back(c);
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += (text.empty() ? "" : " ") + words[i];
  return text;
}

bool is_paper(const std::string& word) {
  const std::string folded = fold_case(word);
  return std::find(kPapers.begin(), kPapers.end(), folded) != kPapers.end() ||
         std::all_of(folded.begin(), folded.end(), [](char c) { return is_digit(c); });
}

/// The words as the text spells them: "caricom" in a letter of CARICOM. Case alone may differ.
std::string spelled(const std::string& words, const std::string& text) {
  const std::string wanted = fold_case(words);
  const std::vector<Token> tokens = tokenize(text);
  const std::size_t size = tokenize(words).size();
  for (std::size_t i = 0; size > 0 && i + size <= tokens.size(); ++i) {
    const std::string found = text.substr(tokens[i].span.begin, tokens[i + size - 1].span.end - tokens[i].span.begin);
    if (found.size() < 4 * wanted.size() + 4 && fold_case(fold_white_space(found)) == wanted) return fold_white_space(found);
  }
  return words;
}

}  // namespace

NamedFile read_file_name(const std::string& name, const std::string& text, const Speakers& speakers) {
  NamedFile found;
  const std::string stem = std::filesystem::path(name).stem().string();
  std::size_t rest = 0;
  found.date = leading_date(stem, rest);
  const std::vector<std::string> words = words_of(stem.substr(rest));
  for (std::size_t size = words.size(); size > 0; --size) {  // the longest name anywhere in it
    for (std::size_t begin = 0; begin + size <= words.size(); ++begin) {
      for (const std::string& candidate : {joined(words, begin, begin + size)}) {
        const std::optional<std::string> known = speakers.find(candidate);
        if (!known) continue;
        found.by = *known;
        return found;
      }
    }
  }
  std::size_t begin = 0, end = words.size();
  while (begin < end && is_paper(words[begin])) ++begin;
  std::size_t last = begin;
  while (last < end && !is_paper(words[last])) ++last;
  found.by = spelled(joined(words, begin, last), text);
  return found;
}

}  // namespace travaux::cli
