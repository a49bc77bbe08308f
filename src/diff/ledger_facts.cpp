// Runs of words -> facts and their counts.
#include "diff/ledger_facts.h"

#include <algorithm>

namespace travaux {

namespace {

/// The token of a text that begins at or after a byte.
std::size_t token_at(const Tokens& tokens, std::size_t byte) {
  const auto at = std::partition_point(tokens.begin(), tokens.end(), [byte](const Token& t) { return t.span.begin < byte; });
  return static_cast<std::size_t>(at - tokens.begin());
}

bool stand_together(std::string_view source, const Token& a, const Token& b) {
  const std::string_view between = source.substr(a.span.end, b.span.begin - a.span.end);
  return between.find_first_not_of(" \n") == std::string_view::npos || tokenize(between).empty();
}

/// How many tokens of a range stand together.
std::size_t run_length(std::string_view source, const Tokens& tokens, Span range) {
  std::size_t end = std::min(range.begin + 1, range.end);
  while (end < range.end && stand_together(source, tokens[end - 1], tokens[end])) ++end;
  return end - range.begin;
}

Span bytes_of(const Tokens& tokens, Span range) {
  return range.empty() ? Span{} : Span{tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
}

std::size_t& count(WordTally& tally, Fate fate) {
  switch (fate) {
    case Fate::kKept:
      return tally.kept;
    case Fate::kEdited:
      return tally.edited;
    case Fate::kMoved:
      return tally.moved;
    case Fate::kAdded:
      return tally.added;
    case Fate::kRemoved:
      break;
  }
  return tally.removed;
}

}  // namespace

Span tokens_of(const Tokens& tokens, Span bytes) {
  const std::size_t begin = token_at(tokens, bytes.begin);
  return {begin, bytes.empty() ? begin : token_at(tokens, bytes.end)};
}

void FactWriter::begin(std::size_t entry, Role role, const Changes& changes) {
  entry_ = entry;
  role_ = role;
  kept_ = changes.has(Change::kMoved) ? Fate::kMoved : Fate::kKept;
}

void FactWriter::edited(const Words& from, const Words& to, const std::vector<Edit>& edits) {
  const Tokens a = tokenize(from.text);
  const Tokens b = tokenize(to.text);
  // A number amid a heading is cut out of it, and what stands on either side may read differently there.
  if (a.size() != from.source.size() || b.size() != to.source.size()) return compared(from.source, to.source);
  std::vector<Hunk> hunks;
  for (const Edit& edit : edits) {
    const Span before = tokens_of(a, edit.from_span);
    const Span after = tokens_of(b, edit.to_span);
    hunks.push_back({before.begin, before.end, after.begin, after.end});
  }
  settle(from.source, to.source, hunks);
}

void FactWriter::compared(const Tokens& from, const Tokens& to) {
  const TokenText a = interner_.take(from_.source, from);
  const TokenText b = interner_.take(to_.source, to);
  settle(from, to, compare_words(a, b, {}).hunks);
}

void FactWriter::numbers(const Place& from, const Place& to) {
  number_ = true;
  compared(from_words_.number(role_, from), to_words_.number(role_, to));
  number_ = false;
}

void FactWriter::one_sided(Role role, const Place& place, bool removed) {
  role_ = role;
  const SourceWords& side = removed ? from_words_ : to_words_;
  one_sided(side.number(role, place), removed, true);
  one_sided(side.text(role, place), removed, false);
}

void FactWriter::paired(const Tokens& from, Span before, const Tokens& to, Span after, bool same) {
  add(from, before, to, after, same ? kept_ : Fate::kEdited);
}

void FactWriter::settle(const Tokens& from, const Tokens& to, const std::vector<Hunk>& hunks) {
  std::size_t i = 0;
  std::size_t j = 0;
  for (const Hunk& hunk : hunks) {
    add(from, {i, hunk.from_begin}, to, {j, hunk.to_begin}, kept_);
    add(from, {hunk.from_begin, hunk.from_end}, to, {hunk.to_begin, hunk.to_end}, Fate::kEdited);
    i = hunk.from_end;
    j = hunk.to_end;
  }
  add(from, {i, from.size()}, to, {j, to.size()}, kept_);
}

void FactWriter::one_sided(const Tokens& words, bool removed, bool number) {
  static const Tokens kNone;
  number_ = number;
  if (removed) add(words, {0, words.size()}, kNone, {}, Fate::kRemoved);
  if (!removed) add(kNone, {}, words, {0, words.size()}, Fate::kAdded);
  number_ = false;
}

/// Enters words of one fate; where other words come between (a status line amid an item, a number amid a heading), as several
/// facts.
void FactWriter::add(const Tokens& from, Span before, const Tokens& to, Span after, Fate fate) {
  const bool same = fate == Fate::kKept || fate == Fate::kMoved;
  while (!before.empty() || !after.empty()) {
    std::size_t from_run = run_length(from_.source, from, before);
    std::size_t to_run = run_length(to_.source, to, after);
    if (same) from_run = to_run = std::min(from_run, to_run);
    enter(from, {before.begin, before.begin + from_run}, to, {after.begin, after.begin + to_run}, fate);
    before.begin += from_run;
    after.begin += to_run;
  }
}

void FactWriter::enter(const Tokens& from, Span before, const Tokens& to, Span after, Fate fate) {
  ledger_.facts.push_back(
      {fate, role_, number_, entry_, bytes_of(from, before), bytes_of(to, after), before.size(), after.size()});
  count(ledger_.from, fate) += before.size();
  count(ledger_.to, fate) += after.size();
}

}  // namespace travaux
