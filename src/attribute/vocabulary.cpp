#include "attribute/vocabulary.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "diff/ladder.h"

namespace travaux {

extern const char kSynonymsJson[];

namespace {

constexpr double kFunctionWeight = 0.08, kMarkWeight = 0.01, kBracketWeight = 0.3, kLeastWeight = 0.25;

const nlohmann::json& data() {
  static const nlohmann::json json = nlohmann::json::parse(kSynonymsJson);
  return json;
}

bool is_joint(const std::string& loose, std::string_view token) {
  static const std::set<std::string> conjunctions = [] {
    std::set<std::string> all;
    for (const auto& one : data()["conjunctions"]) all.insert(one.get<std::string>());
    return all;
  }();
  return token == "," || token == ";" || conjunctions.contains(loose);
}

std::uint64_t run_of(const std::vector<WordId>& terms, std::size_t at, std::size_t size) {
  std::uint64_t hash = 1469598103934665603ULL;
  for (std::size_t i = at; i < at + size; ++i) hash = (hash ^ (terms[i] + 1)) * 1099511628211ULL + size;
  return hash;
}

std::vector<WordId> terms_of(const Words& words) {
  std::vector<WordId> terms;
  for (const Word& word : words) {
    if (word.term != 0) terms.push_back(word.term);
  }
  return terms;
}

bool is_figure(const std::string& loose, std::string_view token, TokenKind kind) {
  if (kind == TokenKind::kNumber || (loose[0] >= '0' && loose[0] <= '9')) return true;
  if (ladder().numerals.contains(loose)) return true;
  return ladder().months.contains(loose) && (loose != "may" || token[0] == 'M');  // "may" is the modal, "May" the month
}

/// A word's stem; of the irregular plurals of the data ("midwives", "fishermen") the singular's.
std::string stem_of(const std::string& loose, const std::string& language) {
  const auto& plurals = data()["plurals"];
  if (plurals.contains(language)) {
    for (const auto& [plural, singular] : plurals[language].items()) {
      if (loose.ends_with(plural))
        return stem(loose.substr(0, loose.size() - plural.size()) + singular.get<std::string>(), language);
    }
  }
  return stem(loose, language);
}

}  // namespace

Vocabulary::Vocabulary(const Document& from, const Document& to) : language_(from.language.empty() ? "en" : from.language) {
  load_synonyms();
  load_stock();
  learn(from, true);
  learn(to, false);
  words_.clear();  // weights were not known yet
}

void Vocabulary::load_synonyms() {
  for (const char* language : {"en", "es"}) {
    if (language != language_) continue;
    for (const auto& line : data()[language]) {
      const WordId meaning = id_of("=" + line.front().get<std::string>());
      for (const auto& one : line) {
        const std::string phrase = one.get<std::string>();
        std::vector<WordId> looses;
        for (const Token& token : tokenize(phrase)) looses.push_back(id_of(loose_form(token.span.of(phrase))));
        if (looses.size() == 1) {
          synonyms_.try_emplace(id_of("~" + stem_of(loose_form(phrase), language_)), meaning);
        } else {
          phrases_[looses.front()].push_back({looses, meaning});
        }
      }
    }
  }
  for (auto& [first, list] : phrases_) {
    std::stable_sort(list.begin(), list.end(),
                     [](const Phrase& a, const Phrase& b) { return a.looses.size() > b.looses.size(); });
  }
}

/// Phrases that say little wherever they stand: those of the data, and the hedges of the ladder.
void Vocabulary::load_stock() {
  const auto add = [&](const std::vector<std::string>& words, ByFirst& phrases) {
    std::vector<WordId> looses;
    for (const std::string& word : words) looses.push_back(id_of(word));
    if (!looses.empty()) phrases[looses.front()].push_back(looses);
  };
  for (const std::vector<std::string>& hedge : ladder().hedges) add(hedge, stock_);
  for (const std::vector<std::string>& negator : ladder().negators) add(negator, negators_);
  for (const std::vector<std::string>& phrase : ladder().no_negators) add(phrase, no_negators_);
  if (!data()["stock"].contains(language_)) return;
  for (const auto& one : data()["stock"][language_]) {
    const std::string phrase = one.get<std::string>();
    std::vector<std::string> words;
    for (const Token& token : tokenize(phrase)) words.push_back(loose_form(token.span.of(phrase)));
    add(words, stock_);
  }
}

void Vocabulary::learn(const Document& document, bool from) {
  learn(document.front, from);
  learn(document.back, from);
  for (const Section& section : document.sections) learn(section.heading, from), learn(section.text, from);
  for_each_item(document, [&](const Item& item, const Place&) {
    learn(item.text, from);
    for (const Citation& citation : item.citations) {
      for (const Passage& passage : citation.passages) learn(passage.text, from);
    }
  });
}

void Vocabulary::learn(std::string_view text, bool from) {
  if (text.empty()) return;
  ++texts_;
  const std::vector<WordId> terms = terms_of(take(text));
  for (const WordId term : std::set<WordId>(terms.begin(), terms.end())) {
    ++frequency_[term];
    if (from) ++from_frequency_[term];
  }
  if (!from) return;
  for (const std::size_t size : {std::size_t{2}, std::size_t{3}}) {
    for (std::size_t i = 0; i + size <= terms.size(); ++i) from_runs_.insert(run_of(terms, i, size));
  }
}

WordId Vocabulary::id_of(const std::string& form) {
  return ids_.try_emplace(form, static_cast<WordId>(ids_.size() + 1)).first->second;
}

Word Vocabulary::word_of(std::string_view token) {
  const auto known = words_.find(std::string(token));
  if (known != words_.end()) return known->second;
  Word word;
  word.form = id_of(token_form(token));
  const std::string loose = loose_form(token);
  word.ends = token == "." || token == ";";
  word.joins = is_joint(loose, token);
  if (token == "[" || token == "]") {
    word.weight = kBracketWeight;
    word.content = true;
  } else if (loose.empty()) {
    word.weight = kMarkWeight;
  } else {
    word.loose = id_of(loose);
    const WordId stemmed = id_of("~" + stem_of(loose, language_));
    const auto synonym = synonyms_.find(stemmed);
    word.term = synonym == synonyms_.end() ? stemmed : synonym->second;
    word.figure = is_figure(loose, token, TokenKind::kWord);
    word.content = word.figure || !ladder().light.contains(loose);
    const auto found = frequency_.find(word.term);
    const double frequency = found == frequency_.end() ? 1 : static_cast<double>(std::max<std::size_t>(1, found->second));
    const double all = std::log(1 + static_cast<double>(texts_));
    const double rarity = all > 0 ? (all - std::log(frequency)) / all : 1;
    word.weight = word.content ? kLeastWeight + (1 - kLeastWeight) * std::clamp(rarity, 0.0, 1.0) : kFunctionWeight;
  }
  return words_.emplace(std::string(token), word).first->second;
}

std::shared_ptr<const std::vector<Token>> Vocabulary::tokens_of(std::string_view text) {
  constexpr std::size_t kLong = 4096;  // bytes
  if (text.size() < kLong) return std::make_shared<const std::vector<Token>>(tokenize(text));
  auto& kept = tokens_[std::string(text)];
  if (kept == nullptr) kept = std::make_shared<const std::vector<Token>>(tokenize(text));
  return kept;
}

std::size_t Vocabulary::tokens_before(std::string_view text, std::size_t byte) {
  const auto tokens = tokens_of(text);
  const auto at = std::partition_point(tokens->begin(), tokens->end(), [&](const Token& t) { return t.span.end <= byte; });
  return static_cast<std::size_t>(at - tokens->begin());
}

Words Vocabulary::take(std::string_view text) {
  Words words;
  for (const Token& token : tokenize(text)) {
    Word word = word_of(token.span.of(text));
    word.span = token.span;
    words.push_back(word);
  }
  join_numerals(words, text);
  share_compounds(words, text);
  join_phrases(words);
  mark_stock(words);
  mark_negations(words);
  return words;
}

namespace {

/// The value of a numeral from two to ninety-nine; 0 of any other word.
int value_of(const std::string& loose, const std::string& language) {
  static const auto& numbers = data()["numbers"];
  if (!numbers.contains(language)) return 0;
  const auto found = numbers[language].find(loose);
  return found == numbers[language].end() ? 0 : found->get<int>();
}

}  // namespace

/// Numbers in words are those in figures: "thirty-six", "treinta y seis", 36. The first word is the number, the others say
/// nothing.
void Vocabulary::join_numerals(Words& words, std::string_view text) {
  const auto value = [&](std::size_t i) {
    return i < words.size() && words[i].loose != 0 ? value_of(loose_form(words[i].span.of(text)), language_) : 0;
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    int number = value(i);
    if (number == 0) continue;
    std::size_t last = i;
    if (number >= 20 && number % 10 == 0) {
      for (const std::size_t next : {i + 1, i + 2}) {
        const int unit = value(next);
        const std::string between = next == i + 1 ? "-" : next < words.size() ? std::string(words[i + 1].span.of(text)) : "";
        if (unit == 0 || unit > 9 || (between != "-" && between != "‐" && between != "‑" && between != "y")) continue;
        number += unit;
        last = next;
        break;
      }
    }
    const Word figure = word_of(std::to_string(number));
    const Span span = words[i].span;
    words[i] = figure;
    words[i].span = span;
    for (std::size_t k = i + 1; k <= last; ++k) words[k].weight = 0, words[k].loose = words[k].term = 0, words[k].content = false;
    i = last;
  }
}

/// The parts of a compound ("open-source") have the weight of one word together.
void Vocabulary::share_compounds(Words& words, std::string_view text) {
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i + 1;
    double parts = 1;
    for (; end + 1 < words.size() && words[i].loose != 0 && words[end + 1].loose != 0; end += 2, ++parts) {
      const bool hyphen = words[end].span.of(text) == "-" || words[end].span.of(text) == "‐" || words[end].span.of(text) == "‑";
      const bool tight = words[end - 1].span.end == words[end].span.begin && words[end].span.end == words[end + 1].span.begin;
      if (!hyphen || !tight) break;
    }
    for (std::size_t k = i; parts > 1 && k < end; ++k) words[k].weight /= words[k].loose == 0 ? 1 : parts;
    i = end;
  }
}

namespace {

/// Calls `mark` for each word of each place where one of the phrases stands.
template <typename Phrases, typename Mark>
void for_each_in(const Phrases& phrases, Words& words, Mark mark) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto list = phrases.find(words[i].loose);
    if (words[i].loose == 0 || list == phrases.end()) continue;
    for (const std::vector<WordId>& phrase : list->second) {
      std::size_t k = 0;
      while (k < phrase.size() && i + k < words.size() && words[i + k].loose == phrase[k]) ++k;
      if (k < phrase.size()) continue;
      for (k = 0; k < phrase.size(); ++k) mark(words[i + k]);
    }
  }
}

}  // namespace

void Vocabulary::mark_stock(Words& words) const {
  for_each_in(stock_, words, [](Word& word) { word.stock = true; });
}

void Vocabulary::mark_negations(Words& words) const {
  for_each_in(negators_, words, [](Word& word) { word.negates = true; });
  for_each_in(no_negators_, words, [](Word& word) { word.negates = false; });
}

/// Of a phrase with one meaning the first word has that meaning and the others say little.
void Vocabulary::join_phrases(Words& words) const {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto list = phrases_.find(words[i].loose);
    if (words[i].loose == 0 || list == phrases_.end()) continue;
    for (const Phrase& phrase : list->second) {
      const std::size_t size = phrase.looses.size();
      if (i + size > words.size()) continue;
      const auto same = [&](std::size_t k) { return words[i + k].loose == phrase.looses[k]; };
      std::size_t k = 0;
      while (k < size && same(k)) ++k;
      if (k < size) continue;
      words[i].term = phrase.term;
      words[i].content = true;
      words[i].weight = std::max(words[i].weight, 2 * kLeastWeight);
      for (k = 1; k < size; ++k) words[i + k].weight = std::min(words[i + k].weight, kFunctionWeight);
      i += size - 1;
      break;
    }
  }
}

bool Vocabulary::stands_in_from(const Words& words) const {
  const std::vector<WordId> terms = terms_of(words);
  if (terms.empty()) return false;
  if (terms.size() == 1) return in_from(terms.front()) > 0;
  const std::size_t size = std::min<std::size_t>(3, terms.size());
  std::size_t known = 0;
  const std::size_t runs = terms.size() - size + 1;
  for (std::size_t i = 0; i < runs; ++i) known += from_runs_.contains(run_of(terms, i, size)) ? 1 : 0;
  return 10 * known >= 6 * runs;
}

std::size_t Vocabulary::in_from(WordId term) const {
  const auto found = from_frequency_.find(term);
  return found == from_frequency_.end() ? 0 : found->second;
}

std::size_t Vocabulary::in_to(WordId term) const {
  const auto found = frequency_.find(term);
  return found == frequency_.end() ? 0 : found->second - in_from(term);
}

double weight_of(const Words& words) {
  double sum = 0;
  for (const Word& word : words) sum += word.weight;
  return sum;
}

double content_of(const Words& words) {
  double sum = 0;
  for (const Word& word : words) sum += word.content ? word.weight : 0;
  return sum;
}

std::size_t content_count(const Words& words) {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](const Word& word) { return word.content; }));
}

bool names_nobody(std::string_view name) {
  static const std::set<std::string> names = [] {
    std::set<std::string> all;
    for (const auto& one : data()["no_speakers"]) all.insert(fold_case(one.get<std::string>()));
    return all;
  }();
  const std::string folded = fold_case(fold_white_space(name));
  return names.contains(folded) || names.contains(folded.substr(0, folded.find(' ')));
}

}  // namespace travaux
