#include "model/bracket_words.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "text/unicode.h"
#include "travaux/brackets.h"
#include "travaux/text.h"

namespace travaux {

extern const char kBracketsJson[];

namespace {

constexpr std::size_t kLongestNames = 160;         // bytes before the colon
constexpr std::size_t kMostNameWords = 7;          // "Bolivarian Republic of Venezuela"
constexpr std::size_t kMostPlaceholderWords = 12;  // "to be decided by the Conference at its first session"

using WordSet = std::unordered_set<std::string>;

struct BracketWords {
  WordSet options, placeholders, joiners, particles, not_names;
  std::vector<std::string> placeholder_openers, name_prefixes;
};

const BracketWords& words() {
  static const BracketWords kWords = [] {
    const nlohmann::json data = nlohmann::json::parse(kBracketsJson);
    const auto set = [&data](const char* key) {
      const auto list = data[key].get<std::vector<std::string>>();
      return WordSet(list.begin(), list.end());
    };
    return BracketWords{set("option_words"),
                        set("placeholders"),
                        set("name_joiners"),
                        set("name_particles"),
                        set("not_names"),
                        data["placeholder_openers"].get<std::vector<std::string>>(),
                        data["name_prefixes"].get<std::vector<std::string>>()};
  }();
  return kWords;
}

std::string plain(std::string_view text) { return strip_marks(fold_case(fold_white_space(text))); }

/// Whether a plain text begins with a phrase, at a word's end.
bool begins_with(std::string_view text, std::string_view phrase) {
  return text.starts_with(phrase) &&
         (text.size() == phrase.size() || std::isalnum(static_cast<unsigned char>(text[phrase.size()])) == 0);
}

/// Capitalised words, few, of which none is a figure or a word of drafting ("Note:", "Decides:").
bool is_name(std::string_view name) {
  std::size_t count = 0;
  bool capital = false;
  for (const Token& token : tokenize(name)) {
    const std::string_view word = token.span.of(name);
    if (token.kind == TokenKind::kNumber && count == 0) return false;
    if (token.kind == TokenKind::kBracket) return false;
    if (token.kind != TokenKind::kWord) continue;
    if (words().not_names.contains(plain(word)) || ++count > kMostNameWords) return false;
    std::size_t at = 0;
    const bool upper = is_upper(next_code_point(word, at));
    if (!upper && !words().particles.contains(plain(word))) return false;
    capital = capital || upper;
  }
  return capital;
}

/// Takes "proposal by" and its like off.
std::string_view without_prefix(std::string_view text) {
  const std::string folded = plain(text);
  for (const std::string& prefix : words().name_prefixes) {
    if (!begins_with(folded, prefix)) continue;
    std::size_t spaces = static_cast<std::size_t>(std::count(prefix.begin(), prefix.end(), ' ')) + 1;
    std::size_t at = text.find_first_not_of(' ');
    for (; spaces > 0 && at != std::string_view::npos; --spaces) at = text.find_first_not_of(' ', text.find(' ', at));
    return at == std::string_view::npos ? std::string_view() : text.substr(at);
  }
  return text;
}

void take_name(std::string_view name, std::vector<std::string>& names) {
  if (std::string folded = fold_white_space(name); !folded.empty()) names.push_back(std::move(folded));
}

/// "MEX and ARG" are two where each is an acronym; "Trinidad and Tobago" is one.
void split_at_joiners(std::string_view part, std::vector<std::string>& names) {
  const std::string text = fold_white_space(part);
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    const bool joins = at > begin && words().joiners.contains(plain(word));
    const auto last = text.rfind(' ', at >= 2 ? at - 2 : 0);
    const std::size_t before = last == std::string::npos || last < begin ? begin : last + 1;
    const std::string left = joins ? text.substr(before, at - 1 - before) : std::string();
    if (joins && left.size() > 1 && left.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos) {
      take_name(std::string_view(text).substr(begin, at - begin), names);
      begin = std::min(end + 1, text.size());
    }
    at = std::min(end + 1, text.size());
  }
  take_name(std::string_view(text).substr(begin), names);
}

int roman(std::string_view text) {
  static const RE2 kRoman("(?i)X{0,2}(?:IX|IV|V?I{0,3})");
  if (text.empty() || !RE2::FullMatch(re2::StringPiece(text.data(), text.size()), kRoman)) return 0;
  int total = 0;
  int last = 0;
  for (auto it = text.rbegin(); it != text.rend(); ++it) {
    const char c = static_cast<char>(std::toupper(static_cast<unsigned char>(*it)));
    const int digit = c == 'I' ? 1 : c == 'V' ? 5 : 10;
    total += digit < last ? -digit : digit;
    last = digit;
  }
  return total;
}

}  // namespace

std::size_t names_end(std::string_view content, std::vector<std::string>& names) {
  const std::size_t colon = content.substr(0, kLongestNames).find(':');
  if (colon == std::string_view::npos || content.substr(0, colon).find_first_of("[]\n\"") != std::string_view::npos) return 0;
  const std::string_view list = without_prefix(content.substr(0, colon));
  std::vector<std::string> found;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find_first_of(",;/&+", begin), list.size());
    split_at_joiners(list.substr(begin, end - begin), found);
    begin = end + 1;
  }
  if (found.empty() || !std::all_of(found.begin(), found.end(), is_name)) return 0;
  names = std::move(found);
  return colon + 1;
}

bool is_placeholder(std::string_view content) {
  constexpr std::size_t kLongest = 200;
  if (content.size() > kLongest) return false;
  const std::string folded = plain(content);
  if (folded.find_first_of("[]") != std::string::npos) return false;
  static const RE2 kBlank(R"([\pP\pS\s]*|[\pP\s]*\d{0,2}x{1,4}[\pP\s\d%]*)");
  if (RE2::FullMatch(folded, kBlank)) return true;
  std::string_view core = folded;
  while (!core.empty() && std::ispunct(static_cast<unsigned char>(core.front())) != 0) core.remove_prefix(1);
  while (!core.empty() && std::ispunct(static_cast<unsigned char>(core.back())) != 0) core.remove_suffix(1);
  if (words().placeholders.contains(std::string(core))) return true;
  if (static_cast<std::size_t>(std::count(core.begin(), core.end(), ' ')) >= kMostPlaceholderWords) return false;
  const auto& openers = words().placeholder_openers;
  return std::any_of(openers.begin(), openers.end(), [&](const std::string& opener) { return begins_with(core, opener); });
}

std::size_t option_label(std::string_view text, std::string* name) {
  // Word, number (in brackets or not), footnote marks; then what sets a label off, or nothing more on the line.
  static const RE2 kLabel(
      R"(^((\pL{3,11})\.?[ \x{A0}]+(?:\((?:\d{1,2}|[A-Za-z]|[IVXivx]{1,5})\)|(?:\d{1,2}|[A-Za-z]|[IVXivx]{1,5}))(?: ?(?:bis|ter|quater))?))"
      R"([\x{B9}\x{B2}\x{B3}\x{2070}-\x{2079}]*(\s*[:.)–—]+\)?|\s+-\s|[ ]*(?:$|\n|\[|\])))");
  re2::StringPiece whole, word, tail;
  constexpr std::size_t kLongestLabel = 60;
  const bool cut = text.size() > kLongestLabel;
  if (cut) text = text.substr(0, text.find_first_of(" ]\n", kLongestLabel));
  if (text.empty() || !RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), kLabel, &whole, &word, &tail)) return 0;
  std::size_t at = 0;
  if (!is_upper(next_code_point(text, at)) || !words().options.contains(plain({word.data(), word.size()}))) return 0;
  std::size_t end = static_cast<std::size_t>(tail.data() - text.data()) + tail.size();
  if (const std::size_t bracket = text.find_first_of("[]\n", whole.size()); bracket < end) end = bracket;
  if (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) != 0) return 0;  // "Option 1.5"
  if (name != nullptr) {
    *name = fold_white_space({whole.data(), whole.size()});
    std::erase_if(*name, [](char c) { return c == '(' || c == ')'; });
  }
  while (end > 0 && text[end - 1] == ' ') --end;
  return end;
}

bool may_be_open(std::string_view text) {
  if (text.find_first_of("[]") != std::string_view::npos) return true;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    constexpr std::size_t kBeginning = 60;  // where a line's label stands, behind its number
    const std::string line = plain(text.substr(begin, std::min(end - begin, kBeginning)));
    for (const std::string& word : words().options) {
      if (line.find(word) != std::string::npos) return true;
    }
    begin = end + 1;
  }
  return false;
}

std::vector<OptionNumber> option_numbers(std::string_view name) {
  const std::size_t space = name.find_first_of(" \xA0");
  std::string_view number = name.substr(std::min(space, name.size()));
  while (!number.empty() && std::isalnum(static_cast<unsigned char>(number.front())) == 0) number.remove_prefix(1);
  number = number.substr(0, number.find(' '));
  std::vector<OptionNumber> readings;
  if (number.empty()) return readings;
  if (std::isdigit(static_cast<unsigned char>(number.front())) != 0) {
    int value = 0;
    for (const char c : number) value = std::isdigit(static_cast<unsigned char>(c)) != 0 ? value * 10 + (c - '0') : value;
    readings.push_back({0, value});
    return readings;
  }
  if (number.size() == 1) readings.push_back({1, std::tolower(static_cast<unsigned char>(number[0])) - 'a' + 1});
  if (const int value = roman(number)) readings.push_back({2, value});
  return readings;
}

}  // namespace travaux
