// The texts of a draft's chain, from the first draft to it, their words with their credits.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "attribute/blame_credits.h"
#include "attribute/blame_kept.h"
#include "attribute/blame_text.h"
#include "diff/trace_chain.h"
#include "diff/trace_returns.h"
#include "travaux/blame.h"

namespace travaux::blaming {

/// A section's heading and, after a line feed, its own text: one text.
std::string section_text(const Section& section);

class BlameChain {
 public:
  BlameChain(const std::vector<BlameDraft>& drafts, std::size_t draft);

  /// From the first draft to the one that was asked for.
  void run();

  /// The words of an item, or of a section (`place.item` empty), as they stand in the draft that was asked for.
  const std::vector<Word>& words_at(const Place& place) const;
  const Credit& credit(std::size_t number) const { return credits_.at(number); }
  const std::optional<std::string>& degraded() const { return degraded_; }

 private:
  using Key = std::pair<std::size_t, std::vector<std::size_t>>;  ///< section, way down to the item
  using Texts = std::map<Key, CreditedText>;

  /// The step from a base to its draft.
  struct Step {
    std::size_t base = 0, draft = 0;
    const Document& from;
    const Document& to;
    const DocumentDiff& changes;
    Askers askers;
    Crediting crediting;
  };

  static Key key_of(const Place& place) { return {place.section.value_or(0), place.item}; }
  static Key key_of_section(std::size_t section) { return {section, {}}; }

  void table_first(std::size_t draft);
  void follow(std::size_t base, std::size_t draft);
  void follow_item(Step& step, std::size_t entry);
  void follow_added(Step& step, std::size_t entry);
  void follow_parts(Step& step, std::size_t entry);
  void follow_section(Step& step, std::size_t entry);
  CreditedText take(const Key& key);
  template <typename SourcesOf>
  CreditedText carry(Step& step, CreditedText before, const Side& from, const Side& to, const std::vector<Mark>& marks,
                     SourcesOf sources_of);
  CreditedText all_new(Step& step, const std::string& text, const Askers::Sources* sources);
  void note_degraded(const std::string& why);

  const std::vector<BlameDraft>& drafts_;
  std::size_t asked_;
  std::vector<TraceDraft> traced_;
  TraceOptions options_;
  Chain chain_;
  Returns returns_;
  WordReader reader_;
  Credits credits_;
  Texts texts_, next_;
  std::map<std::pair<std::size_t, Key>, CreditedText> gone_;  ///< items, by the draft that had them last
  std::map<std::string, CreditedText> gone_sections_;         ///< by their text in comparison form
  std::vector<std::pair<Place, Gone>> back_;                  ///< items that the step's draft has again
  std::optional<std::string> degraded_;
};

}  // namespace travaux::blaming
