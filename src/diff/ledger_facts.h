// Enters words into a ledger: runs of tokens of both sources, each with its fate.
#pragma once

#include <string_view>
#include <vector>

#include "diff/source_words.h"
#include "diff/words.h"
#include "travaux/ledger.h"

namespace travaux {

using Tokens = std::vector<Token>;

/// Tokens, from the first that begins in or after a range of bytes to the last that begins in it.
Span tokens_of(const Tokens& tokens, Span bytes);

/// Words of one part of a draft, as the source has them and as the entry's spans count them.
struct Words {
  const Tokens& source;
  std::string_view text;  ///< of the model
};

/// What is entered bears the role, the entry and the kind of kept words that were told last.
class FactWriter {
 public:
  FactWriter(const Document& from, const Document& to) : from_(from), to_(to), from_words_(from), to_words_(to) {}

  const SourceWords& from() const { return from_words_; }
  const SourceWords& to() const { return to_words_; }

  /// Begins an entry: its index, and whether its unchanged words have moved.
  void begin(std::size_t entry, Role role, const Changes& changes);
  void go_on_with(Role role) { role_ = role; }
  Role role() const { return role_; }

  /// By the reported edits, which count in the model's text.
  void edited(const Words& from, const Words& to, const std::vector<Edit>& edits);
  /// By comparing them here: what entries report without edits (numbers, statuses, headings of citations).
  void compared(const Tokens& from, const Tokens& to);
  /// The printed numbers at two places.
  void numbers(const Place& from, const Place& to);
  /// Number and words of what only one draft has.
  void one_sided(Role role, const Place& place, bool removed);
  void one_sided_number(const Tokens& words, bool removed) { one_sided(words, removed, true); }
  /// The same words on both sides, or words that became others.
  void paired(const Tokens& from, Span before, const Tokens& to, Span after, bool same);

  Ledger take() { return std::move(ledger_); }

 private:
  void settle(const Tokens& from, const Tokens& to, const std::vector<Hunk>& hunks);
  void one_sided(const Tokens& words, bool removed, bool number);
  void add(const Tokens& from, Span before, const Tokens& to, Span after, Fate fate);
  void enter(const Tokens& from, Span before, const Tokens& to, Span after, Fate fate);

  const Document& from_;
  const Document& to_;
  SourceWords from_words_, to_words_;
  Interner interner_;
  Ledger ledger_;
  Role role_ = Role::kFront;
  Fate kept_ = Fate::kKept;
  bool number_ = false;
  std::size_t entry_ = 0;
};

}  // namespace travaux
