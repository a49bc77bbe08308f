// Writes a comparison out over the two sources: a pass over its entries, each settling the words of what it reports.
#include "travaux/ledger.h"

#include <algorithm>

#include "diff/source_words.h"
#include "diff/words.h"

namespace travaux {

namespace {

using Tokens = std::vector<Token>;

/// The token of a text that begins at or after a byte.
std::size_t token_at(const Tokens& tokens, std::size_t byte) {
  const auto at = std::partition_point(tokens.begin(), tokens.end(), [byte](const Token& t) { return t.span.begin < byte; });
  return static_cast<std::size_t>(at - tokens.begin());
}

Span tokens_of(const Tokens& tokens, Span bytes) {
  const std::size_t begin = token_at(tokens, bytes.begin);
  return {begin, bytes.empty() ? begin : token_at(tokens, bytes.end)};
}

/// Words of one part of a draft, as the source has them and as the entry's spans count them.
struct Words {
  const Tokens& source;
  std::string_view text;  ///< of the model
};

class Accountant {
 public:
  Accountant(const Document& from, const Document& to, const DocumentDiff& changes)
      : from_(from), to_(to), changes_(changes), from_words_(from), to_words_(to) {}

  Ledger run() {
    matter(Role::kFront, from_.front, to_.front, changes_.front);
    for (entry_ = 0; entry_ < changes_.sections.size(); ++entry_) section(changes_.sections[entry_]);
    for (entry_ = 0; entry_ < changes_.items.size(); ++entry_) item(changes_.items[entry_]);
    for (entry_ = 0; entry_ < changes_.citations.size(); ++entry_) citation(changes_.citations[entry_]);
    entry_ = 0;
    matter(Role::kBack, from_.back, to_.back, changes_.back);
    return std::move(ledger_);
  }

 private:
  // --- entries ---

  void matter(Role role, std::string_view from, std::string_view to, const std::vector<Edit>& edits) {
    begin(role, {});
    edited({from_words_.text(role, {}), from}, {to_words_.text(role, {}), to}, edits);
  }

  void section(const SectionDiff& entry) {
    const Place from{entry.from_index, {}, {}, {}};
    const Place to{entry.to_index, {}, {}, {}};
    begin(Role::kSectionHeading, entry.changes);
    if (entry.from_index && entry.to_index) {
      const Section& a = from_.sections[*entry.from_index];
      const Section& b = to_.sections[*entry.to_index];
      number(Role::kSectionHeading, from, to);
      edited({from_words_.text(role_, from), a.heading}, {to_words_.text(role_, to), b.heading}, entry.edits);
      role_ = Role::kSectionText;
      edited({from_words_.text(role_, from), a.text}, {to_words_.text(role_, to), b.text}, entry.text_edits);
      return;
    }
    for (const Role role : {Role::kSectionHeading, Role::kSectionText}) one_sided(role, from, to, !entry.to_index);
  }

  void item(const ItemDiff& entry) {
    begin(Role::kItem, entry.changes);
    if (entry.from.empty() || entry.to.empty()) {
      const Place& place = (entry.from.empty() ? entry.to_places : entry.from_places).front();
      for (const Role role : {Role::kItem, Role::kStatus}) one_sided(role, place, place, entry.to.empty());
      return;
    }
    if (entry.changes.has(Change::kSplit) || entry.changes.has(Change::kMerged)) return parts(entry);
    const Place& from = entry.from_places.front();
    const Place& to = entry.to_places.front();
    number(Role::kItem, from, to);
    edited({from_words_.text(role_, from), item_at(from_, from).text}, {to_words_.text(role_, to), item_at(to_, to).text},
           entry.edits);
    role_ = Role::kStatus;
    compared(from_words_.text(role_, from), to_words_.text(role_, to));
  }

  void citation(const CitationDiff& entry) {
    begin(Role::kCitation, entry.changes);
    if (!entry.from || !entry.to) {
      const CitationSide& side = entry.from ? *entry.from : *entry.to;
      one_sided(Role::kCitation, side.place, side.place, entry.from.has_value());
      const Document& document = entry.from ? from_ : to_;
      Place place = side.place;
      const std::size_t passages = item_at(document, place).citations[*place.citation].passages.size();
      for (std::size_t k = 0; k < passages; ++k) {
        place.passage = k;
        one_sided(Role::kPassage, place, place, entry.from.has_value());
      }
      return;
    }
    compared(from_words_.text(role_, entry.from->place), to_words_.text(role_, entry.to->place));
    for (const PassageDiff& passage : entry.passages) changed_passage(entry, passage);
    for (const auto& [i, j] : entry.pairs) {
      if (!is_listed(entry, i)) kept_passage(entry, i, j);
    }
  }

  static bool is_listed(const CitationDiff& entry, std::size_t from) {
    return std::any_of(entry.passages.begin(), entry.passages.end(), [from](const PassageDiff& p) { return p.from == from; });
  }

  void changed_passage(const CitationDiff& entry, const PassageDiff& passage) {
    Place from = entry.from->place;
    Place to = entry.to->place;
    from.passage = passage.from;
    to.passage = passage.to;
    role_ = Role::kPassage;
    if (!passage.from || !passage.to) return one_sided(role_, from, to, passage.from.has_value());
    edited({from_words_.text(role_, from), passage.from_text}, {to_words_.text(role_, to), passage.to_text}, passage.edits);
  }

  void kept_passage(const CitationDiff& entry, std::size_t i, std::size_t j) {
    Place from = entry.from->place;
    Place to = entry.to->place;
    from.passage = i;
    to.passage = j;
    role_ = Role::kPassage;
    compared(from_words_.text(role_, from), to_words_.text(role_, to));
  }

  // --- divided and joined items ---

  void parts(const ItemDiff& entry) {
    const bool split = entry.changes.has(Change::kSplit);
    const std::vector<Place>& part_places = split ? entry.to_places : entry.from_places;
    const Place& whole_place = (split ? entry.from_places : entry.to_places).front();
    const Tokens& whole = (split ? from_words_ : to_words_).text(Role::kItem, whole_place);
    std::size_t at = 0;
    for (const std::size_t k : entry.reading_order) at = part(entry, split, whole_place, whole, at, part_places[k]);
    for (std::size_t k = 0; k < part_places.size(); ++k) {
      // The whole's number goes on as the first part's.
      if (k == 0) {
        number(Role::kItem, split ? whole_place : part_places[k], split ? part_places[k] : whole_place);
      } else {
        one_sided_words((split ? to_words_ : from_words_).number(Role::kItem, part_places[k]), !split, true);
      }
    }
    role_ = Role::kStatus;
    compared(statuses(from_words_, entry.from_places), statuses(to_words_, entry.to_places));
  }

  /// Settles one part against the words of the whole from `at` on; where it ends there.
  std::size_t part(const ItemDiff& entry, bool split, const Place& whole_place, const Tokens& whole, std::size_t at,
                   const Place& place) {
    const Item& item = item_at(split ? to_ : from_, place);
    const Tokens& words = (split ? to_words_ : from_words_).text(Role::kItem, place);
    const Tokens counted = tokenize(item.text);
    const Tokens whole_counted = tokenize(item_at(split ? from_ : to_, whole_place).text);
    std::size_t done = 0;
    for (const auto& [in_whole, in_part] : pieces(entry, split, item.address, whole_counted, counted)) {
      both(split, whole, {at, in_whole.begin}, words, {done, in_part.begin}, true);
      both(split, whole, in_whole, words, in_part, false);
      at = in_whole.end;
      done = in_part.end;
    }
    const std::size_t rest = words.size() - done;
    both(split, whole, {at, at + rest}, words, {done, words.size()}, true);
    return at + rest;
  }

  /// Edits and seams of one part as tokens of the whole and of the part, in order.
  static std::vector<std::pair<Span, Span>> pieces(const ItemDiff& entry, bool split, const std::string& part,
                                                   const Tokens& whole, const Tokens& words) {
    std::vector<std::pair<Span, Span>> list;
    for (const auto* edits : {&entry.edits, &entry.seams}) {
      for (const Edit& edit : *edits) {
        if ((split ? edit.to_item : edit.from_item) != part) continue;
        list.emplace_back(tokens_of(whole, split ? edit.from_span : edit.to_span),
                          tokens_of(words, split ? edit.to_span : edit.from_span));
      }
    }
    std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
      return std::pair(a.first.begin, a.second.begin) < std::pair(b.first.begin, b.second.begin);
    });
    return list;
  }

  void both(bool split, const Tokens& whole, Span in_whole, const Tokens& part, Span in_part, bool same) {
    if (split) return add(whole, in_whole, part, in_part, same ? kept_ : Fate::kEdited);
    add(part, in_part, whole, in_whole, same ? kept_ : Fate::kEdited);
  }

  static Tokens statuses(const SourceWords& side, const std::vector<Place>& places) {
    Tokens all;
    for (const Place& place : places) {
      const Tokens& own = side.text(Role::kStatus, place);
      all.insert(all.end(), own.begin(), own.end());
    }
    return all;
  }

  // --- words ---

  void begin(Role role, const Changes& changes) {
    role_ = role;
    kept_ = changes.has(Change::kMoved) ? Fate::kMoved : Fate::kKept;
  }

  /// By the reported edits, which count in the model's text.
  void edited(const Words& from, const Words& to, const std::vector<Edit>& edits) {
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

  /// By comparing them here: what entries report without edits (numbers, statuses, headings of citations).
  void compared(const Tokens& from, const Tokens& to) {
    const TokenText a = interner_.take(from_.source, from);
    const TokenText b = interner_.take(to_.source, to);
    settle(from, to, compare_words(a, b, {}).hunks);
  }

  void settle(const Tokens& from, const Tokens& to, const std::vector<Hunk>& hunks) {
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

  void number(Role role, const Place& from, const Place& to) {
    number_ = true;
    compared(from_words_.number(role, from), to_words_.number(role, to));
    number_ = false;
  }

  void one_sided(Role role, const Place& from, const Place& to, bool removed) {
    role_ = role;
    const SourceWords& side = removed ? from_words_ : to_words_;
    one_sided_words(side.number(role, removed ? from : to), removed, true);
    one_sided_words(side.text(role, removed ? from : to), removed, false);
  }

  void one_sided_words(const Tokens& words, bool removed, bool number) {
    static const Tokens kNone;
    number_ = number;
    if (removed) add(words, {0, words.size()}, kNone, {}, Fate::kRemoved);
    if (!removed) add(kNone, {}, words, {0, words.size()}, Fate::kAdded);
    number_ = false;
  }

  /// Enters words of one fate; where other words come between (a status line amid an item, a number amid a heading), as several
  /// facts.
  void add(const Tokens& from, Span before, const Tokens& to, Span after, Fate fate) {
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

  /// How many tokens of a range stand together.
  static std::size_t run_length(std::string_view source, const Tokens& tokens, Span range) {
    std::size_t end = std::min(range.begin + 1, range.end);
    while (end < range.end && stand_together(source, tokens[end - 1], tokens[end])) ++end;
    return end - range.begin;
  }

  static bool stand_together(std::string_view source, const Token& a, const Token& b) {
    const std::string_view between = source.substr(a.span.end, b.span.begin - a.span.end);
    return between.find_first_not_of(" \n") == std::string_view::npos || tokenize(between).empty();
  }

  static Span bytes_of(const Tokens& tokens, Span range) {
    return range.empty() ? Span{} : Span{tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
  }

  void enter(const Tokens& from, Span before, const Tokens& to, Span after, Fate fate) {
    ledger_.facts.push_back(
        {fate, role_, number_, entry_, bytes_of(from, before), bytes_of(to, after), before.size(), after.size()});
    count(ledger_.from, fate) += before.size();
    count(ledger_.to, fate) += after.size();
  }

  static std::size_t& count(WordTally& tally, Fate fate) {
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

  const Document& from_;
  const Document& to_;
  const DocumentDiff& changes_;
  SourceWords from_words_, to_words_;
  Interner interner_;
  Ledger ledger_;
  // What `add` enters beside the words.
  Role role_ = Role::kFront;
  Fate kept_ = Fate::kKept;
  bool number_ = false;
  std::size_t entry_ = 0;
};

}  // namespace

Ledger account(const Document& from, const Document& to, const DocumentDiff& changes) {
  return Accountant(from, to, changes).run();
}

std::string apply(const Ledger& ledger, std::string_view from, std::string_view to) {
  std::vector<const Fact*> facts;
  for (const Fact& fact : ledger.facts) {
    if (fact.to_tokens > 0) facts.push_back(&fact);
  }
  std::sort(facts.begin(), facts.end(), [](const Fact* a, const Fact* b) { return a->to.begin < b->to.begin; });
  std::string result;
  for (const Fact* fact : facts) {
    const bool same = fact->fate == Fate::kKept || fact->fate == Fate::kMoved;
    result += same ? fact->from.of(from) : fact->to.of(to);
    result += '\n';
  }
  return result;
}

}  // namespace travaux
