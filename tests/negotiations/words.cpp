#include "negotiations/words.h"

#include <algorithm>
#include <cctype>
#include <sstream>

#include "negotiations/tokens.h"

namespace travaux::negotiations {
namespace {

using Words = std::vector<std::string>;

Words split(const std::string& text, char separator) {
  Words list;
  std::stringstream stream(text);
  for (std::string word; std::getline(stream, word, separator);)
    if (!word.empty()) list.push_back(word);
  return list;
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() || word.empty() ? "" : " ") + word;
  return text;
}

bool is_closing(char c) { return c == '.' || c == ',' || c == ';' || c == ':'; }

// A word of the text without the marks behind it, and those marks.
std::pair<std::string, std::string> bare(const std::string& word) {
  std::size_t end = word.size();
  while (end > 0 && is_closing(word[end - 1])) --end;
  return {word.substr(0, end), word.substr(end)};
}

bool plain_word(const std::string& word) {
  return word.find_first_of("[]()\"") == std::string::npos && word.find("“") == std::string::npos &&
         word.find("”") == std::string::npos;
}

bool is_capital(const std::string& word) { return !word.empty() && lowered(word.substr(0, 2)) != word.substr(0, 2); }

// The first letter as a capital; ASCII and Latin-1.
std::string capital(std::string word) {
  if (word.empty()) return word;
  const auto first = static_cast<unsigned char>(word[0]);
  if (first < 0x80U) word[0] = static_cast<char>(std::toupper(first));
  if (first == 0xC3U && word.size() > 1 && static_cast<unsigned char>(word[1]) >= 0xA0U)
    word[1] = static_cast<char>(static_cast<unsigned char>(word[1]) - 0x20U);
  return word;
}

bool is_small(const Lexicon& words, const std::string& word) {
  return std::find(words.small.begin(), words.small.end(), lowered(bare(word).first)) != words.small.end();
}

// Places in the text where a phrase ends: behind a word that is followed by a function word.
std::vector<std::size_t> phrase_ends(const Words& list, const Lexicon& words) {
  std::vector<std::size_t> ends;
  for (std::size_t i = 1; i + 1 < list.size(); ++i)
    if (!is_small(words, list[i]) && is_small(words, list[i + 1]) && bare(list[i]).second.empty() && plain_word(list[i]))
      ends.push_back(i);
  return ends;
}

// The marks at the end of the whole text are kept there.
std::string before_final_mark(const std::string& text, const std::string& tail) {
  const auto [words, mark] = bare(text);
  return words + " " + tail + mark;
}

// A heading, in which every long word has a capital.
bool all_capital(const Words& list) {
  return std::all_of(list.begin(), list.end(), [](const std::string& word) { return word.size() < 4 || is_capital(word); });
}

// Another word in the place of one, in the same manner of writing. Names keep: a capital inside a sentence is left alone.
Reworded exchanged(const Words& list, std::size_t at, const Lexicon& words, Random& random) {
  const auto [core, mark] = bare(list[at]);
  const bool begins = at == 0 || list[at - 1].back() == '.';
  if (is_capital(core) && !begins && !all_capital(list)) return std::nullopt;
  const auto found = words.swaps.find(lowered(core));
  if (found == words.swaps.end()) return std::nullopt;
  const std::string& other = random.pick(found->second);
  return (is_capital(core) ? capital(other) : other) + mark;
}

// "a" before a vowel is "an", and the other way round.
std::string with_articles(const std::string& text) {
  Words list = split(text, ' ');
  for (std::size_t i = 0; i + 1 < list.size(); ++i) {
    const std::string article = lowered(list[i]);
    if (article != "a" && article != "an") continue;
    const bool vowel = std::string("aeio").find(lowered(list[i + 1].substr(0, 1))) != std::string::npos;
    const std::string right = vowel ? "an" : "a";
    if (article != right) list[i] = is_capital(list[i]) ? capital(right) : right;
  }
  return joined(list);
}

// The last phrase, a third of the text at most, gives way to another.
std::string other_end(const std::string& text, const Lexicon& words, Random& random) {
  Words list = split(text, ' ');
  std::vector<std::size_t> ends;
  for (const std::size_t end : phrase_ends(list, words))
    if (3 * end > 2 * list.size()) ends.push_back(end);
  if (ends.empty()) return text;
  const std::string mark = bare(list.back()).second;
  const std::size_t end = random.pick(ends);
  for (std::size_t i = end + 1; i < list.size(); ++i)
    if (!plain_word(list[i])) return text;
  list.resize(end + 1);
  return joined(list) + " " + random.pick(words.tails) + mark;
}

std::string hedged(const std::string& text, const Lexicon& words, Random& random) {
  Words list = split(text, ' ');
  const std::vector<std::size_t> ends = phrase_ends(list, words);
  if (ends.empty()) return text;
  list[random.pick(ends)] += ", " + random.pick(words.hedges) + ",";
  return joined(list);
}

// A text whose loose words differ, else nothing.
Reworded if_changed(const std::string& from, const std::string& to) {
  if (loose_words_of(from) == loose_words_of(to) || to.empty()) return std::nullopt;
  return to;
}

std::string turned(const std::string& text) {
  const std::size_t comma = text.find(", ");
  const auto [all, mark] = bare(text);
  if (comma == std::string::npos || comma + 2 >= all.size() || comma < 20 || all.size() - comma < 20) return text;
  return capital(all.substr(comma + 2)) + ", " + uncapital(all.substr(0, comma)) + mark;
}

}  // namespace

std::string uncapital(const std::string& text) {
  std::size_t length = 1;
  if (text.size() > 1 && std::isupper(static_cast<unsigned char>(text[1])) != 0) return text;
  if (!text.empty() && (static_cast<unsigned char>(text[0]) & 0x80U) != 0) length = 2;
  return lowered(text.substr(0, length)) + text.substr(std::min(length, text.size()));
}

std::string first_words(const std::string& text, std::size_t part) {
  Words list = split(text, ' ');
  list.resize(list.size() / part);
  return joined(list);
}

Reworded insert_words(const std::string& text, const Lexicon& words, Random& random) {
  const std::vector<std::size_t> ends = phrase_ends(split(text, ' '), words);
  if (text.empty()) return std::nullopt;
  if (ends.empty() || random.chance(40)) return if_changed(text, before_final_mark(text, random.pick(words.tails)));
  return if_changed(text, hedged(text, words, random));
}

Reworded strike_words(const std::string& text, const Lexicon& words, Random& random) {
  Words list = split(text, ' ');
  std::vector<std::pair<std::size_t, std::size_t>> phrases;
  for (const std::size_t end : phrase_ends(list, words)) {
    std::size_t last = end + 2;
    while (last < list.size() && !is_small(words, list[last]) && bare(list[last - 1]).second.empty()) ++last;
    if (last < list.size() && last - end <= 6) phrases.emplace_back(end + 1, last);
  }
  if (phrases.empty() || list.size() < 10) return std::nullopt;
  const auto [begin, end] = random.pick(phrases);
  for (std::size_t i = begin; i < end; ++i)
    if (!plain_word(list[i])) return std::nullopt;
  const std::string mark = bare(list[end - 1]).second;
  list.erase(list.begin() + static_cast<std::ptrdiff_t>(begin), list.begin() + static_cast<std::ptrdiff_t>(end));
  list[begin - 1] += mark;
  return if_changed(text, joined(list));
}

Reworded swap_words(const std::string& text, const Lexicon& words, Random& random, std::size_t most) {
  Words list = split(text, ' ');
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < list.size(); ++i)
    if (exchanged(list, i, words, random)) places.push_back(i);
  random.shuffle(places);
  if (places.size() > most) places.resize(most);
  for (const std::size_t i : places) list[i] = *exchanged(list, i, words, random);
  return if_changed(text, with_articles(joined(list)));
}

Reworded change_number(const std::string& text, const Lexicon& words, Random& random) {
  std::size_t begin = std::string::npos;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (std::isdigit(static_cast<unsigned char>(text[i])) != 0 && i > 0 && text[i - 1] == ' ') begin = i;
  if (begin == std::string::npos) {
    const bool spanish = words.small.size() > 1 && words.small[0] == "de";
    const std::string number = std::to_string(random.between(2, 24));
    return before_final_mark(text, spanish ? "en un plazo de " + number + " meses" : "within " + number + " months");
  }
  std::size_t end = begin;
  while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) != 0) ++end;
  const std::string old = text.substr(begin, end - begin);
  if (old.size() > 4) return std::nullopt;
  const std::string number = std::to_string(std::stoul(old) + random.between(1, 5));
  return if_changed(text, text.substr(0, begin) + number + text.substr(end));
}

Reworded bracket(const std::string& text, Random& random) {
  const std::size_t open = text.find('[');
  if (open != std::string::npos) {
    const std::size_t close = text.find(']', open);
    if (close == std::string::npos) return std::nullopt;
    return text.substr(0, open) + text.substr(open + 1, close - open - 1) + text.substr(close + 1);
  }
  Words list = split(text, ' ');
  if (list.size() < 6) return std::nullopt;
  const std::size_t begin = random.between(1, list.size() - 4);
  const std::size_t end = std::min(begin + random.between(1, 5), list.size() - 2);
  for (std::size_t i = begin; i <= end; ++i)
    if (!plain_word(list[i])) return std::nullopt;
  const auto [core, mark] = bare(list[end]);
  list[end] = core + "]" + mark;
  list[begin].insert(0, "[");
  return if_changed(text, joined(list));
}

Reworded tidy(const std::string& text, const Lexicon& words, Random& random) {
  Words list = split(text, ' ');
  if (list.size() < 4) return std::nullopt;
  const std::vector<std::size_t> ends = phrase_ends(list, words);
  std::vector<std::size_t> long_words;
  for (std::size_t i = 1; i < list.size(); ++i)
    if (list[i].size() > 5 && plain_word(list[i]) && std::isalpha(static_cast<unsigned char>(list[i][0])) != 0)
      long_words.push_back(i);
  if (random.chance(50) && !ends.empty()) {
    list[random.pick(ends)] += ",";
    return joined(list);
  }
  if (long_words.empty()) return std::nullopt;
  std::string& word = list[random.pick(long_words)];
  word = is_capital(word) ? lowered(word) : capital(word);
  return joined(list) == text ? std::nullopt : Reworded(joined(list));
}

Reworded rewrite(const std::string& text, const Lexicon& words, Random& random, std::size_t keep, bool opening) {
  const double floor = static_cast<double>(keep) / 100.0;
  Words list = split(!opening && random.chance(40) ? turned(text) : text, ' ');
  std::vector<std::size_t> places(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) places[i] = i;
  random.shuffle(places);
  const auto enough = [&](const std::string& result) { return shared_words(text, result) <= floor; };
  for (const std::size_t i : places) {
    if (enough(joined(list))) break;
    if (opening && i < 2) continue;
    if (const Reworded other = exchanged(list, i, words, random)) list[i] = *other;
  }
  std::string result = joined(list);
  if (!enough(result) && random.chance(50)) result = other_end(result, words, random);
  if (!enough(result) && random.chance(60)) result = hedged(result, words, random);
  if (!enough(result) && !opening && random.chance(60)) result = random.pick(words.leads) + " " + uncapital(result);
  if (!enough(result)) result = before_final_mark(result, random.pick(words.tails));
  return if_changed(text, with_articles(result));
}

Reworded borrow(const std::string& text, const std::string& other, Random& random) {
  const Words old_words = split(text, ' ');
  const Words new_words = split(other, ' ');
  if (old_words.size() < 8 || new_words.size() < 8) return std::nullopt;
  const auto half = [](const Words& list, bool first) {
    const auto middle = list.begin() + static_cast<std::ptrdiff_t>(list.size() / 2);
    return first ? joined({list.begin(), middle}) : joined({middle, list.end()});
  };
  const bool beginning = random.chance(60);
  return beginning ? half(old_words, true) + " " + half(new_words, false) : half(new_words, true) + " " + half(old_words, false);
}

std::optional<std::pair<std::string, std::string>> halves(const std::string& text) {
  for (const std::string seam : {". ", "; and ", "; y ", "; "}) {
    for (std::size_t at = text.find(seam); at != std::string::npos; at = text.find(seam, at + 1)) {
      const std::string first = text.substr(0, at);
      const std::string second = text.substr(at + seam.size());
      if (loose_words_of(first).size() < 7 || loose_words_of(second).size() < 7) continue;
      if (first.find('[') != std::string::npos || second.find('[') != std::string::npos) continue;
      return std::pair(first + ".", capital(second));
    }
  }
  return std::nullopt;
}

std::string join(const std::string& first, const std::string& second, const std::string& language) {
  return bare(first).first + (language == "es" ? "; y " : "; and ") + uncapital(second);
}

}  // namespace travaux::negotiations
