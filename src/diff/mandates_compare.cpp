// What changed in items × instruments: the comparison's pairs of items as rows, its pairs of citations where they stand.
#include <algorithm>
#include <map>
#include <tuple>

#include "travaux/mandates.h"

namespace travaux {

namespace {

using Way = std::vector<std::size_t>;         // down to an item; ways compare in the order of the text
using ItemKey = std::pair<std::size_t, Way>;  // section, way

ItemKey key_of(const Place& place) { return {place.section.value_or(0), place.item}; }

/// The rows of a table by the places of their items.
std::map<ItemKey, std::size_t> items_by_place(const Document& document) {
  std::map<ItemKey, std::size_t> items;
  for_each_item(document, [&](const Item&, const Place& place) { items.emplace(key_of(place), items.size()); });
  return items;
}

/// Where a section stands among those of both drafts: a section that is gone follows the one it stood behind.
using SectionRank = std::tuple<std::size_t, bool, std::size_t>;  // one more than the later draft's index, gone, the earlier's

std::vector<SectionRank> ranks_of_earlier(const DocumentDiff& changes, std::size_t sections) {
  std::vector<std::optional<std::size_t>> counterpart(sections);
  for (const SectionDiff& section : changes.sections) {
    if (section.from_index && *section.from_index < sections) counterpart[*section.from_index] = section.to_index;
  }
  std::vector<SectionRank> ranks;
  std::size_t behind = 0;
  for (std::size_t s = 0; s < sections; ++s) {
    if (counterpart[s]) behind = *counterpart[s] + 1;
    ranks.push_back(counterpart[s] ? SectionRank{behind, false, 0} : SectionRank{behind, true, s});
  }
  return ranks;
}

/// Where a row stands. One that is gone stands behind the row it stood behind, where that one has kept its section.
struct RowRank {
  SectionRank section;
  Way way;
  bool gone = false;
  Way from_way;
  auto operator<=>(const RowRank&) const = default;
};

class Comparer {
 public:
  Comparer(const Document& from, const Document& to, const DocumentDiff& changes, const Registry& registry)
      : from_(from), to_(to), changes_(changes), from_items_(items_by_place(from)), to_items_(items_by_place(to)) {
    result_.from = tabulate_mandates(from, registry);
    result_.to = tabulate_mandates(to, registry);
  }

  MandatesDiff compare() {
    make_rows();
    make_columns();
    make_citations();
    make_mentions();
    result_.item_tally = changes_.item_tally();
    result_.citation_tally = changes_.citation_tally();
    result_.degraded = changes_.degraded;
    return std::move(result_);
  }

 private:
  // --- rows ---

  void make_rows() {
    std::vector<std::pair<RowRank, const ItemDiff*>> order;
    for (const ItemDiff& item : changes_.items) {
      if (!item.to_places.empty()) order.emplace_back(rank_of(item.to_places.front()), &item);
    }
    rank_gone(order);
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    from_row_.assign(result_.from.items.size(), 0);
    to_row_.assign(result_.to.items.size(), 0);
    for (const auto& [rank, item] : order) add_row(*item, rank);
  }

  static RowRank rank_of(const Place& place) { return {{place.section.value_or(0) + 1, false, 0}, place.item, false, {}}; }

  void rank_gone(std::vector<std::pair<RowRank, const ItemDiff*>>& order) const {
    std::vector<const ItemDiff*> earlier;
    for (const ItemDiff& item : changes_.items) {
      if (!item.from_places.empty()) earlier.push_back(&item);
    }
    std::sort(earlier.begin(), earlier.end(), [](const ItemDiff* a, const ItemDiff* b) {
      return key_of(a->from_places.front()) < key_of(b->from_places.front());
    });
    const std::vector<SectionRank> ranks = ranks_of_earlier(changes_, from_.sections.size());
    RowRank behind;
    for (const ItemDiff* item : earlier) {
      const ItemKey key = key_of(item->from_places.front());
      if (behind.section != ranks[key.first]) behind = {ranks[key.first], {}, false, {}};
      if (item->to_places.empty()) {
        order.emplace_back(RowRank{behind.section, behind.way, true, key.second}, item);
      } else if (const RowRank rank = rank_of(item->to_places.back()); rank.section == behind.section) {
        behind.way = rank.way;
      }
    }
  }

  void add_row(const ItemDiff& item, const RowRank& rank) {
    MandateRow row;
    row.changes = item.changes;
    for (const Place& place : item.from_places) row.from.push_back(from_items_.at(key_of(place)));
    for (const Place& place : item.to_places) row.to.push_back(to_items_.at(key_of(place)));
    if (!row.from.empty()) row.from_section = result_.from.items[row.from.front()].section;
    const auto& [behind, section_gone, section] = rank.section;
    if (!section_gone) row.to_section = behind - 1;
    for (const std::size_t i : row.from) from_row_[i] = result_.rows.size();
    for (const std::size_t i : row.to) to_row_[i] = result_.rows.size();
    result_.rows.push_back(std::move(row));
  }

  // --- columns ---

  void make_columns() {
    for (std::size_t i = 0; i < result_.to.instruments.size(); ++i) column_of(result_.to.instruments[i]).to = i;
    for (std::size_t i = 0; i < result_.from.instruments.size(); ++i) column_of(result_.from.instruments[i]).from = i;
  }

  MandateColumn& column_of(const MandateInstrument& instrument) {
    const auto [found, is_new] = columns_.emplace(instrument.instrument.id, result_.columns.size());
    if (is_new) result_.columns.emplace_back();
    return result_.columns[found->second];
  }

  // --- citations ---

  void make_citations() {
    for (const CitationDiff& citation : changes_.citations) {
      if (!citation.from && !citation.to) continue;
      MandateChange entry;
      entry.changes = citation.changes;
      entry.column = columns_.at(citation.instrument);
      entry.reworded = static_cast<std::size_t>(
          std::count_if(citation.passages.begin(), citation.passages.end(), [](const PassageDiff& p) { return p.from && p.to; }));
      if (citation.from) find(*citation.from, result_.from, from_items_, from_row_, entry.from, entry.from_row);
      if (citation.to) find(*citation.to, result_.to, to_items_, to_row_, entry.to, entry.to_row);
      const std::size_t here = result_.citations.size();
      result_.columns[entry.column].citations.push_back(here);
      if (entry.to_row) result_.rows[*entry.to_row].citations.push_back(here);
      if (entry.from_row && entry.from_row != entry.to_row) result_.rows[*entry.from_row].citations.push_back(here);
      result_.citations.push_back(std::move(entry));
    }
  }

  // --- mentions ---

  void make_mentions() {
    for (std::size_t r = 0; r < result_.rows.size(); ++r) {
      std::vector<MentionChange> entries;
      add_mentions(result_.to, result_.rows[r].to, r, &MentionChange::to, entries);
      add_mentions(result_.from, result_.rows[r].from, r, &MentionChange::from, entries);
      for (MentionChange& entry : entries) {
        if (!entry.from) entry.changes.add(Change::kAdded);
        if (!entry.to) entry.changes.add(Change::kRemoved);
        ++result_.mention_tally[!entry.from ? "added" : !entry.to ? "removed" : "unchanged"];
        result_.rows[r].mentions.push_back(result_.mentions.size());
        result_.mentions.push_back(entry);
      }
    }
  }

  /// What the items of one side of a row name, each instrument once, joined with what the other side names.
  void add_mentions(const MandateTable& table, const std::vector<std::size_t>& items, std::size_t row,
                    std::optional<std::size_t> MentionChange::*side, std::vector<MentionChange>& entries) const {
    for (const std::size_t item : items) {
      for (const std::size_t m : table.items[item].mentions) {
        const std::size_t mentioned = table.mentions[m].instrument;
        const std::string& id = table.mentioned[mentioned].instrument.id;
        const auto same = [&](const MentionChange& entry) {
          return entry.to ? result_.to.mentioned[*entry.to].instrument.id == id
                          : result_.from.mentioned[*entry.from].instrument.id == id;
        };
        auto entry = std::find_if(entries.begin(), entries.end(), same);
        if (entry == entries.end()) entry = entries.insert(entries.end(), {{}, row, {}, {}});
        (*entry).*side = mentioned;
      }
    }
  }

  static void find(const CitationSide& side, const MandateTable& table, const std::map<ItemKey, std::size_t>& items,
                   const std::vector<std::size_t>& rows, std::optional<std::size_t>& citation, std::optional<std::size_t>& row) {
    const std::size_t item = items.at(key_of(side.place));
    row = rows[item];
    citation = table.items[item].citations.at(side.index - 1);
  }

  const Document& from_;
  const Document& to_;
  const DocumentDiff& changes_;
  std::map<ItemKey, std::size_t> from_items_, to_items_;
  std::vector<std::size_t> from_row_, to_row_;  // of each item
  std::map<std::string, std::size_t> columns_;  // by instrument
  MandatesDiff result_;
};

}  // namespace

bool MandatesDiff::empty() const {
  const auto came_or_went = [](const MandateRow& row) { return row.from.empty() || row.to.empty(); };
  const auto changed = [](const auto& one) { return !one.changes.empty(); };
  return std::none_of(rows.begin(), rows.end(), came_or_went) && std::none_of(citations.begin(), citations.end(), changed) &&
         std::none_of(mentions.begin(), mentions.end(), changed);
}

MandatesDiff compare_mandates(const Document& from, const Document& to, const DocumentDiff& changes, const Registry& registry) {
  return Comparer(from, to, changes, registry).compare();
}

}  // namespace travaux
