// Writes a comparison out over the two sources: a pass over its entries, each settling the words of what it reports.
#include "travaux/ledger.h"

#include <algorithm>

#include "diff/ledger_facts.h"

namespace travaux {

namespace {

class Accountant {
 public:
  Accountant(const Document& from, const Document& to, const DocumentDiff& changes)
      : from_(from), to_(to), changes_(changes), facts_(from, to) {}

  Ledger run() {
    matter(Role::kFront, from_.front, to_.front, changes_.front);
    for (entry_ = 0; entry_ < changes_.sections.size(); ++entry_) section(changes_.sections[entry_]);
    for (entry_ = 0; entry_ < changes_.items.size(); ++entry_) item(changes_.items[entry_]);
    for (entry_ = 0; entry_ < changes_.citations.size(); ++entry_) citation(changes_.citations[entry_]);
    entry_ = 0;
    matter(Role::kBack, from_.back, to_.back, changes_.back);
    return facts_.take();
  }

 private:
  // --- entries ---

  void matter(Role role, std::string_view from, std::string_view to, const std::vector<Edit>& edits) {
    facts_.begin(0, role, {});
    facts_.edited({facts_.from().text(role, {}), from}, {facts_.to().text(role, {}), to}, edits);
  }

  void section(const SectionDiff& entry) {
    const Place from{entry.from_index, {}, {}, {}};
    const Place to{entry.to_index, {}, {}, {}};
    facts_.begin(entry_, Role::kSectionHeading, entry.changes);
    if (entry.from_index && entry.to_index) {
      const Section& a = from_.sections[*entry.from_index];
      const Section& b = to_.sections[*entry.to_index];
      facts_.numbers(from, to);
      facts_.edited({facts_.from().text(facts_.role(), from), a.heading}, {facts_.to().text(facts_.role(), to), b.heading},
                    entry.edits);
      facts_.go_on_with(Role::kSectionText);
      facts_.edited({facts_.from().text(facts_.role(), from), a.text}, {facts_.to().text(facts_.role(), to), b.text},
                    entry.text_edits);
      return;
    }
    for (const Role role : {Role::kSectionHeading, Role::kSectionText})
      facts_.one_sided(role, entry.to_index ? to : from, !entry.to_index);
  }

  void item(const ItemDiff& entry) {
    facts_.begin(entry_, Role::kItem, entry.changes);
    if (entry.from.empty() || entry.to.empty()) {
      const Place& place = (entry.from.empty() ? entry.to_places : entry.from_places).front();
      for (const Role role : {Role::kItem, Role::kStatus}) facts_.one_sided(role, place, entry.to.empty());
      return;
    }
    if (entry.changes.has(Change::kSplit) || entry.changes.has(Change::kMerged)) return parts(entry);
    const Place& from = entry.from_places.front();
    const Place& to = entry.to_places.front();
    facts_.numbers(from, to);
    facts_.edited({facts_.from().text(facts_.role(), from), item_at(from_, from).text},
                  {facts_.to().text(facts_.role(), to), item_at(to_, to).text}, entry.edits);
    facts_.go_on_with(Role::kStatus);
    facts_.compared(facts_.from().text(facts_.role(), from), facts_.to().text(facts_.role(), to));
  }

  void citation(const CitationDiff& entry) {
    facts_.begin(entry_, Role::kCitation, entry.changes);
    if (!entry.from || !entry.to) {
      const CitationSide& side = entry.from ? *entry.from : *entry.to;
      facts_.one_sided(Role::kCitation, side.place, entry.from.has_value());
      const Document& document = entry.from ? from_ : to_;
      Place place = side.place;
      const std::size_t passages = item_at(document, place).citations[*place.citation].passages.size();
      for (std::size_t k = 0; k < passages; ++k) {
        place.passage = k;
        facts_.one_sided(Role::kPassage, place, entry.from.has_value());
      }
      return;
    }
    facts_.compared(facts_.from().text(facts_.role(), entry.from->place), facts_.to().text(facts_.role(), entry.to->place));
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
    facts_.go_on_with(Role::kPassage);
    if (!passage.from || !passage.to) return facts_.one_sided(Role::kPassage, passage.from ? from : to, passage.from.has_value());
    facts_.edited({facts_.from().text(facts_.role(), from), passage.from_text},
                  {facts_.to().text(facts_.role(), to), passage.to_text}, passage.edits);
  }

  void kept_passage(const CitationDiff& entry, std::size_t i, std::size_t j) {
    Place from = entry.from->place;
    Place to = entry.to->place;
    from.passage = i;
    to.passage = j;
    facts_.go_on_with(Role::kPassage);
    facts_.compared(facts_.from().text(facts_.role(), from), facts_.to().text(facts_.role(), to));
  }

  // --- divided and joined items ---

  void parts(const ItemDiff& entry) {
    const bool split = entry.changes.has(Change::kSplit);
    const std::vector<Place>& part_places = split ? entry.to_places : entry.from_places;
    const Place& whole_place = (split ? entry.from_places : entry.to_places).front();
    const Tokens& whole = (split ? facts_.from() : facts_.to()).text(Role::kItem, whole_place);
    std::size_t at = 0;
    for (const std::size_t k : entry.reading_order) at = part(entry, split, whole_place, whole, at, part_places[k]);
    for (std::size_t k = 0; k < part_places.size(); ++k) {
      // The whole's number goes on as the first part's.
      if (k == 0) {
        facts_.numbers(split ? whole_place : part_places[k], split ? part_places[k] : whole_place);
      } else {
        facts_.one_sided_number((split ? facts_.to() : facts_.from()).number(Role::kItem, part_places[k]), !split);
      }
    }
    facts_.go_on_with(Role::kStatus);
    facts_.compared(statuses(facts_.from(), entry.from_places), statuses(facts_.to(), entry.to_places));
  }

  /// Settles one part against the words of the whole from `at` on; where it ends there.
  std::size_t part(const ItemDiff& entry, bool split, const Place& whole_place, const Tokens& whole, std::size_t at,
                   const Place& place) {
    const Item& item = item_at(split ? to_ : from_, place);
    const Tokens& words = (split ? facts_.to() : facts_.from()).text(Role::kItem, place);
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
    if (split) return facts_.paired(whole, in_whole, part, in_part, same);
    facts_.paired(part, in_part, whole, in_whole, same);
  }

  static Tokens statuses(const SourceWords& side, const std::vector<Place>& places) {
    Tokens all;
    for (const Place& place : places) {
      const Tokens& own = side.text(Role::kStatus, place);
      all.insert(all.end(), own.begin(), own.end());
    }
    return all;
  }

  const Document& from_;
  const Document& to_;
  const DocumentDiff& changes_;
  FactWriter facts_;
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
