#include "comment/letter_lexicon.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "travaux/text.h"

namespace travaux {

extern const char kLexiconJson[];

namespace letter {
namespace {

using nlohmann::json;

constexpr std::array<const char*, 53> kRoleNames = {
    "with",     "to",        "for",     "from",     "instead",     "after",     "before",     "between",    "at_end",
    "at_start", "in",        "under",   "words",    "sentence",    "line",      "paragraph",  "section",    "heading",
    "titled",   "reference", "passage", "brackets", "new",         "negation",  "condition",  "reason",     "request",
    "prefer",   "auxiliary", "past",    "see",      "other",       "own",       "third",      "support",    "reserve",
    "oppose",   "withdraw",  "pronoun", "newplace", "conjunction", "whole",     "throughout", "everything", "begins",
    "same",     "says",      "asread",  "symbol",   "courtesy",    "separable", "particle",   "wherever"};

constexpr std::array<const char*, 18> kVerbNames = {"",     "insert",  "delete",    "replace", "change", "use",
                                                    "read", "move",    "place",     "split",   "merge",  "retitle",
                                                    "cite", "bracket", "unbracket", "lift",    "keep",   "swap"};

std::vector<std::string> plain_words(std::string_view phrase) {
  std::vector<std::string> words;
  for (const Token& token : tokenize(phrase)) {
    std::string form = plain_form(token.span.of(phrase));
    if (!form.empty()) words.push_back(std::move(form));
  }
  return words;
}

Verb verb_of(const std::string& name) {
  const auto* found = std::find(kVerbNames.begin(), kVerbNames.end(), name);
  return static_cast<Verb>(found - kVerbNames.begin());
}

class Loader {
 public:
  explicit Loader(Lexicon& lexicon) : lexicon_(lexicon) {}

  void load(const json& data) {
    for (const auto& [name, list] : data["verbs_en"].items()) english_verbs(verb_of(name), list);
    for (const auto& [name, list] : data["verbs_es"].items()) spanish_verbs(verb_of(name), list, data["es_endings"]);
    for (const auto& [name, list] : data["nouns_es"].items()) {
      for (const auto& phrase : list) add_verb(Language::kSpanish, phrase.get<std::string>(), verb_of(name), Mood::kNoun);
    }
    for (std::size_t role = 0; role < kRoleNames.size(); ++role) {
      add_role(Language::kEnglish, data["words_en"][kRoleNames[role]], static_cast<Role>(role));
      add_role(Language::kSpanish, data["words_es"][kRoleNames[role]], static_cast<Role>(role));
    }
    for (const auto& [value, list] : data["ordinals"].items()) {
      for (const auto& word : list) add_ordinal(word.get<std::string>(), std::stoi(value));
    }
    words_into(lexicon_.function_words[0], data["function_words_en"]);
    words_into(lexicon_.function_words[1], data["function_words_es"]);
    words_into(lexicon_.months, data["months"]);
    for (const auto& [name, list] : data["bars"].items()) {
      for (const auto& phrase : list) lexicon_.bars[name].push_back(plain_phrase(phrase.get<std::string>()));
    }
    for (const auto& [name, list] : data["turns"].items()) {
      for (const auto& phrase : list) lexicon_.turns[name].push_back(plain_phrase(phrase.get<std::string>()));
    }
    for (const auto& phrase : data["general_headings"]) lexicon_.general_headings.push_back(phrase.get<std::string>());
    for (const auto& phrase : data["heading_leads"]) lexicon_.heading_leads.push_back(phrase.get<std::string>());
    std::stable_sort(lexicon_.heading_leads.begin(), lexicon_.heading_leads.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    for (auto& language : lexicon_.entries) sort(language);
  }

 private:
  Entry& entry(Language language, const std::string& phrase) {
    std::vector<std::string> words = plain_words(phrase);
    auto& list = lexicon_.entries[static_cast<std::size_t>(language)][words.front()];
    const auto same = std::find_if(list.begin(), list.end(), [&](const Entry& other) { return other.words == words; });
    if (same != list.end()) return *same;
    list.push_back({std::move(words)});
    return list.back();
  }

  void add_verb(Language language, const std::string& phrase, Verb verb, Mood mood) {
    Entry& found = entry(language, phrase);
    if (found.verb != Verb::kNone) return;  // the first that claims a form has it: "split", infinitive and participle
    found.verb = verb;
    found.mood = mood;
  }

  void english_verbs(Verb verb, const json& list) {
    static constexpr std::array<Mood, 4> kMoods = {Mood::kAsk, Mood::kPresent, Mood::kParticiple, Mood::kAsk};
    for (const auto& item : list) {
      const std::string forms = item.get<std::string>();
      const std::vector<std::string> words = plain_words(forms);
      if (words.size() == kMoods.size() && std::count(forms.begin(), forms.end(), ' ') == 3) {
        for (std::size_t i = 0; i < words.size(); ++i) add_verb(Language::kEnglish, words[i], verb, kMoods[i]);
      } else {
        add_verb(Language::kEnglish, forms, verb, mood_of_phrase(words));
      }
    }
  }

  static Mood mood_of_phrase(const std::vector<std::string>& words) {
    static const std::unordered_set<std::string> kParticiples = {"struck", "taken", "left", "broken", "folded"};
    if (kParticiples.contains(words.front()) || words.front().ends_with("ed")) return Mood::kParticiple;
    return words.size() == 1 ? Mood::kNoun : Mood::kAsk;
  }

  void spanish_verbs(Verb verb, const json& list, const json& endings) {
    for (const auto& item : list) {
      const std::vector<std::string> words = plain_words(item.get<std::string>());
      const json& of_class = endings[words.front()];
      for (std::size_t i = 1; i < words.size(); ++i) {
        conjugate(words[i], of_class["report"], verb, Mood::kReport);
        conjugate(words[i], of_class["participle"], verb, Mood::kParticiple);
        conjugate(words[i], of_class["ask"], verb, Mood::kAsk);
        conjugate(words[i], of_class["present"], verb, Mood::kPresent);
      }
    }
  }

  void conjugate(const std::string& verb_stem, const json& endings, Verb verb, Mood mood) {
    for (const auto& ending : endings) add_verb(Language::kSpanish, verb_stem + ending.get<std::string>(), verb, mood);
  }

  void add_role(Language language, const json& list, Role role) {
    for (const auto& phrase : list) entry(language, phrase.get<std::string>()).roles |= bit(role);
  }

  void add_ordinal(const std::string& word, int value) {
    for (const Language language : {Language::kEnglish, Language::kSpanish}) entry(language, word).ordinal = value;
  }

  static void words_into(std::unordered_set<std::string>& set, const json& list) {
    for (const auto& word : list) set.insert(plain_form(word.get<std::string>()));
  }

  static void sort(std::unordered_map<std::string, std::vector<Entry>>& entries) {
    for (auto& [word, list] : entries) {
      std::stable_sort(list.begin(), list.end(), [](const Entry& a, const Entry& b) { return a.words.size() > b.words.size(); });
    }
  }

  Lexicon& lexicon_;
};

Lexicon load() {
  Lexicon result;
  Loader(result).load(json::parse(kLexiconJson));
  return result;
}

}  // namespace

std::string plain_form(std::string_view word) { return strip_marks(loose_form(word)); }

std::string plain_phrase(std::string_view phrase) {
  std::string result;
  for (const std::string& word : plain_words(phrase)) result += (result.empty() ? "" : " ") + word;
  return result;
}

bool is_turn(const char* name, std::string_view phrase) {
  const std::vector<std::string>& turns = lexicon().turns.at(name);
  return std::find(turns.begin(), turns.end(), phrase) != turns.end();
}

const Lexicon& lexicon() {
  static const Lexicon data = load();
  return data;
}

}  // namespace letter
}  // namespace travaux
