#include "comment/form_words.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "travaux/text.h"

namespace travaux {

extern const char kCommentFormsJson[];

namespace {

FormWords load() {
  const nlohmann::json data = nlohmann::json::parse(kCommentFormsJson);
  const auto phrases = [&](const char* name) { return Phrases(data[name].get<std::vector<std::string>>()); };
  FormWords words;
  words.begins = phrases("begins");
  words.throughout = phrases("throughout");
  words.delete_marks = phrases("delete_marks");
  words.option_words = phrases("option_words");
  words.no_group = phrases("no_group");
  words.bracketed_titles = phrases("bracketed_titles");
  words.excerpt_words = phrases("excerpt_words");
  words.proposal_labels = phrases("proposal_labels");
  words.alternative_labels = phrases("alternative_labels");
  words.names_with_and = phrases("names_with_and");
  words.stances = {{Stance::kDelete, words.delete_marks},
                   {Stance::kSupport, phrases("support_marks")},
                   {Stance::kOppose, phrases("oppose_marks")},
                   {Stance::kReserve, phrases("reserve_marks")}};
  words.placeholders = phrases("placeholders");
  words.note_labels = phrases("note_labels");
  words.references = phrases("references");
  words.no_text = phrases("no_text");
  words.stances_by = {{Stance::kDelete, phrases("deleted_by")},
                      {Stance::kSupport, phrases("supported_by")},
                      {Stance::kReserve, phrases("reserved_by")}};
  for (const auto& [meaning, list] : data["address_words"].items()) {
    for (const auto& word : list) words.address_words[plain_word(word.get<std::string>())] = meaning;
  }
  for (const auto& word : data["address_fillers"]) words.address_fillers.insert(plain_word(word.get<std::string>()));
  return words;
}

/// Where the words of `form` (of " word word ") end in the text, which begins with them.
std::string_view after_words(std::string_view text, const std::string& form) {
  std::size_t left = static_cast<std::size_t>(std::count(form.begin(), form.end(), ' ')) - 1;
  const std::vector<Token> tokens = tokenize(text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (left == 0 && tokens[i].kind != TokenKind::kPunctuation) return text.substr(tokens[i].span.begin);
    const bool opens_quote = left == 0 && token_form(tokens[i].span.of(text)) == token_form("\"");
    if (opens_quote) return text.substr(tokens[i].span.begin);
    if (left > 0 && !loose_form(tokens[i].span.of(text)).empty()) --left;
  }
  return {};
}

}  // namespace

std::string plain_word(std::string_view word) { return strip_marks(fold_case(word)); }

std::string spaced_words(std::string_view text) {
  std::string form = " ";
  for (const Token& token : tokenize(text)) {
    const std::string word = strip_marks(loose_form(token.span.of(text)));
    if (!word.empty()) form += word + " ";
  }
  return form;
}

Phrases::Phrases(const std::vector<std::string>& phrases) {
  for (const std::string& phrase : phrases) forms_.push_back(spaced_words(phrase));
}

bool Phrases::are(std::string_view text) const {
  return std::find(forms_.begin(), forms_.end(), spaced_words(text)) != forms_.end();
}

bool Phrases::occur_in(std::string_view text) const {
  const std::string words = spaced_words(text);
  return std::any_of(forms_.begin(), forms_.end(),
                     [&](const std::string& form) { return words.find(form) != std::string::npos; });
}

bool Phrases::begin(std::string_view text, std::string_view* rest) const {
  const std::string words = spaced_words(text);
  const std::string* longest = nullptr;
  for (const std::string& form : forms_) {
    if (words.starts_with(form) && (longest == nullptr || form.size() > longest->size())) longest = &form;
  }
  if (longest != nullptr && rest != nullptr) *rest = after_words(text, *longest);
  return longest != nullptr;
}

const FormWords& form_words() {
  static const FormWords kWords = load();
  return kWords;
}

}  // namespace travaux
