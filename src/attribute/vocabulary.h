// Words as attribution compares them: by form, by stem or synonym, and by how much a word says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "travaux/model.h"
#include "travaux/text.h"

namespace travaux {

using WordId = std::uint32_t;

/// A token, ready to be compared.
struct Word {
  WordId form = 0;       ///< comparison form
  WordId loose = 0;      ///< without case; 0 for marks
  WordId term = 0;       ///< stem, or what the stem is a synonym of; 0 for marks
  double weight = 0;     ///< how much it says: 1 for a word met once, little for function words, next to nothing for marks
  bool content = false;  ///< a word that carries meaning, a figure or a bracket
  bool figure = false;   ///< a number in figures or words, or a month
  bool stock = false;    ///< part of a phrase that drafters put anywhere ("where appropriate")
  bool negates = false;  ///< "not", "without", "ningún", where it negates
  bool ends = false;     ///< a full stop or semicolon
  bool joins = false;    ///< a comma, a semicolon or a conjunction between the parts of a list
  Span span;             ///< in the text it was taken from
};
using Words = std::vector<Word>;

/// What two drafts consist of. Weights are inverse document frequencies (Spärck Jones 1972) over the texts of both, scaled to
/// [0.25, 1], so that a stock phrase is weak evidence.
class Vocabulary {
 public:
  Vocabulary(const Document& from, const Document& to);

  /// Cuts a text into words. Linear.
  Words take(std::string_view text);
  /// Whether these words, taken as terms, stand in the earlier draft one after the other: a stock phrase, or text that moved.
  /// Of more than three words: whether most runs of three do.
  bool stands_in_from(const Words& words) const;
  /// The tokens of a text. Those of a long one are kept: thousands of edits and requests may lie in it.
  std::shared_ptr<const std::vector<Token>> tokens_of(std::string_view text);
  /// How many tokens of a text end at or before a byte. Logarithmic in a long text that was asked about before, but for its hash.
  std::size_t tokens_before(std::string_view text, std::size_t byte);
  /// In how many texts of the earlier draft a term occurs.
  std::size_t in_from(WordId term) const;
  /// Of the later draft.
  std::size_t in_to(WordId term) const;

 private:
  void learn(const Document& document, bool from);
  void learn(std::string_view text, bool from);
  WordId id_of(const std::string& form);
  Word word_of(std::string_view token);
  void join_phrases(Words& words) const;
  void mark_stock(Words& words) const;
  void mark_negations(Words& words) const;
  void join_numerals(Words& words, std::string_view text);
  static void share_compounds(Words& words, std::string_view text);
  void load_synonyms();
  void load_stock();

  std::string language_;
  std::unordered_map<std::string, WordId> ids_;
  std::unordered_map<std::string, Word> words_;
  std::unordered_map<WordId, WordId> synonyms_;  ///< of single stems
  struct Phrase {
    std::vector<WordId> looses;
    WordId term;
  };
  std::unordered_map<WordId, std::vector<Phrase>> phrases_;  ///< by first word, the longest first
  using ByFirst = std::unordered_map<WordId, std::vector<std::vector<WordId>>>;
  ByFirst stock_, negators_, no_negators_;
  std::unordered_map<WordId, std::size_t> frequency_, from_frequency_;
  std::unordered_set<std::uint64_t> from_runs_;  ///< of two and three terms
  std::size_t texts_ = 0;
  std::unordered_map<std::string, std::shared_ptr<const std::vector<Token>>> tokens_;  ///< of long texts
};

/// Sum of the weights.
double weight_of(const Words& words);
/// Of the words that carry meaning.
double content_of(const Words& words);
std::size_t content_count(const Words& words);

/// Names that a bracket may open with without anybody speaking ("Option", "Note"), as loose forms.
bool names_nobody(std::string_view name);

}  // namespace travaux
