// The words by which forms of comments are told apart and places are named: forms.json.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "comment/brackets.h"

namespace travaux {

/// Phrases, compared word by word without case and marks.
class Phrases {
 public:
  Phrases() = default;
  explicit Phrases(const std::vector<std::string>& phrases);
  /// Whether the text is one of them, quotation marks and stops aside.
  bool are(std::string_view text) const;
  /// Whether one of them stands in the text.
  bool occur_in(std::string_view text) const;
  /// Whether the text begins with one of them; `rest` (when given) is set to what follows, without leading marks.
  bool begin(std::string_view text, std::string_view* rest = nullptr) const;

 private:
  std::vector<std::string> forms_;  ///< " word word "
};

struct FormWords {
  Phrases begins, throughout, delete_marks, option_words, no_group, bracketed_titles, excerpt_words;
  Phrases proposal_labels;     ///< before or after a group's name in a bracket: "proposal by", "propuesta de"
  Phrases alternative_labels;  ///< likewise, of another text for the whole paragraph: "alt", "alternativa de"
  Phrases names_with_and;      ///< names of two words with "and" between them
  std::vector<std::pair<Stance, Phrases>> stances;     ///< Stance -> what it is said with, after a name: "reserves its position"
  std::vector<std::pair<Stance, Phrases>> stances_by;  ///< before a name: "supported by"
  std::map<std::string, std::string> address_words;    ///< word -> what it stands for in an address
  std::unordered_set<std::string> address_fillers;
  Phrases placeholders;  ///< a bracket that is to hold something later, or says how far a text is agreed
  Phrases note_labels;   ///< before a colon: what follows is no text
  Phrases references;    ///< "see", before a place
  Phrases no_text;       ///< an option that is to have none
};

const FormWords& form_words();

/// A text's words without case, marks and punctuation, a space on either side of each: " word word ".
std::string spaced_words(std::string_view text);

/// A word without case and marks.
std::string plain_word(std::string_view word);

}  // namespace travaux
