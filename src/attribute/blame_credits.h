// Who is credited with words: the draft that brought them in, and who had asked for them.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "attribute/blame_text.h"
#include "travaux/blame.h"

namespace travaux::blaming {

/// Where words are from.
struct Credit {
  std::size_t draft = 0;
  bool as_tabled = false;
  bool asked = false;
  std::vector<std::string> by;
  friend auto operator<=>(const Credit&, const Credit&) = default;
};

/// Credits by number, equal ones alike.
class Credits {
 public:
  std::size_t number_of(const Credit& credit);
  const Credit& at(std::size_t number) const { return credits_[number]; }

 private:
  std::map<Credit, std::size_t> numbers_;
  std::vector<Credit> credits_;
};

/// What an attribution says of the entries of a comparison.
class Askers {
 public:
  /// `attribution` may be null: then nobody asked for anything.
  explicit Askers(const Attribution* attribution);

  using Sources = std::vector<Source>;
  /// Of an edit of an item, or without `edit` of what became of the item as a whole; null: nobody asked.
  const Sources* of_item(std::size_t item, std::optional<std::size_t> edit) const;
  const Sources* of_section(std::size_t section, const Edit* edit) const;
  /// Of a section's new heading, which is one change however many words it changes.
  const Sources* of_heading(std::size_t section) const;

 private:
  std::map<std::pair<std::size_t, std::optional<std::size_t>>, const AttributedEdit*> items_;
  std::map<std::size_t, std::vector<const AttributedEdit*>> sections_;
};

/// Credits the words that a draft brought in.
class Crediting {
 public:
  Crediting(const BlameDraft& draft, std::size_t index, WordReader& reader, Credits& credits)
      : draft_(draft), index_(index), reader_(reader), credits_(credits) {}

  /// Words [range) of a text. Several groups share them, but for a word of content that only some of them show as their evidence:
  /// it is theirs. Function words and marks go with the word before.
  void credit(std::vector<Word>& words, Range range, const Askers::Sources* sources);

 private:
  struct Group;
  std::size_t number_of(const std::vector<std::string>& groups);
  std::vector<Group> groups_of(const Askers::Sources& sources);

  const BlameDraft& draft_;
  std::size_t index_;
  WordReader& reader_;
  Credits& credits_;
};

}  // namespace travaux::blaming
