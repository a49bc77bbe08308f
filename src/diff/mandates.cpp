// Items × instruments of one draft.
#include "travaux/mandates.h"

#include <algorithm>
#include <map>

#include "model/title.h"
#include "travaux/references.h"

namespace travaux {

std::string_view name_of(Basis basis) {
  static constexpr std::string_view kNames[] = {"own", "above", "below", "none", "mentioned"};
  return kNames[static_cast<std::size_t>(basis)];
}

PassageCount& PassageCount::operator+=(const PassageCount& other) {
  quotations += other.quotations;
  paraphrases += other.paraphrases;
  return *this;
}

PassageCount count_passages(const Citation& citation) {
  PassageCount count;
  for (const Passage& passage : citation.passages) {
    ++(passage.form == PassageForm::kQuotation ? count.quotations : count.paraphrases);
  }
  return count;
}

namespace {

std::string without_colon(const std::string& heading) {
  std::string bare = fold_white_space(heading);
  if (bare.ends_with(':')) bare.pop_back();
  return fold_white_space(bare);
}

class Tabulator {
 public:
  Tabulator(const Document& document, const Registry& registry) : document_(document), finder_(registry) {
    for (const Instrument& known : registry.instruments) registry_[known.symbol.empty() ? known.id : known.symbol] = &known;
  }

  MandateTable tabulate() {
    table_.label = document_.label;
    table_.title = document_.title;
    table_.language = document_.language;
    for (const Section& section : document_.sections) table_.sections.push_back({section.number, section.heading});
    for_each_item(document_, [this](const Item& item, const Place& place) { add(item, place); });
    find_bases();
    sort_instruments();
    describe_mentioned();
    return std::move(table_);
  }

 private:
  void add(const Item& item, const Place& place) {
    const std::size_t row = table_.items.size();
    MandateItem entry{item.address, item.text, *place.section, place.item.size() - 1, Basis::kNone, {}, {}};
    for (std::size_t i = 0; i < item.citations.size(); ++i) {
      entry.citations.push_back(table_.citations.size());
      add(item.citations[i], row, i + 1);
    }
    for (const InstrumentReference& reference : finder_.find(item.text)) add(reference, row, entry);
    table_.items.push_back(std::move(entry));
  }

  void add(const InstrumentReference& reference, std::size_t row, MandateItem& entry) {
    const auto [found, is_new] = mentioned_.emplace(reference.instrument, table_.mentioned.size());
    if (is_new) table_.mentioned.emplace_back().instrument.id = reference.instrument;
    MentionedInstrument& mentioned = table_.mentioned[found->second];
    if (!mentioned.items.empty() && mentioned.items.back() == row) return;
    mentioned.items.push_back(row);
    entry.mentions.push_back(table_.mentions.size());
    table_.mentions.push_back({row, found->second, reference.span});
  }

  void add(const Citation& citation, std::size_t row, std::size_t index) {
    const auto [found, is_new] = columns_.emplace(citation.instrument, table_.instruments.size());
    if (is_new) table_.instruments.push_back(described(citation));
    MandateInstrument& column = table_.instruments[found->second];
    if (!column.registered) prefer_symbol(column, citation);
    const PassageCount passages = count_passages(citation);
    column.citations.push_back(table_.citations.size());
    if (column.items.empty() || column.items.back() != row) column.items.push_back(row);
    column.passages += passages;
    table_.passages += passages;
    table_.citations.push_back({row, found->second, index, citation.heading, citation.locator.value_or(""), passages});
  }

  // --- what is known of an instrument ---

  MandateInstrument described(const Citation& citation) const {
    MandateInstrument column;
    const auto known = registry_.find(citation.instrument);
    column.registered = known != registry_.end();
    if (column.registered) {
      column.instrument = *known->second;
    } else {
      column.instrument.title = without_colon(citation.heading);
      column.instrument.year = take_apart(citation.heading).year;
      const std::optional<Symbol> symbol = find_symbol(citation.instrument);
      if (symbol && symbol->name == citation.instrument) column.instrument.symbol = citation.instrument;
    }
    column.instrument.id = citation.instrument;  // what citations bear: the symbol where there is one
    return column;
  }

  /// A heading whose symbol is a slip, or that leaves it out, describes an instrument only where no other does.
  static void prefer_symbol(MandateInstrument& column, const Citation& citation) {
    Instrument& instrument = column.instrument;
    const auto bears = [&](std::string_view heading) {
      const std::optional<Symbol> symbol = find_symbol(heading);
      return symbol && symbol->name == instrument.symbol;
    };
    if (instrument.symbol.empty() || bears(instrument.title) || !bears(citation.heading)) return;
    instrument.title = without_colon(citation.heading);
    instrument.year = take_apart(citation.heading).year;
  }

  // --- what follows from all rows ---

  void find_bases() {
    std::vector<MandateItem>& items = table_.items;
    std::vector<bool> above;  // by depth: whether that item, or one over it, cites anything
    for (MandateItem& item : items) {
      above.resize(item.depth + 1);
      const bool over = item.depth > 0 && above[item.depth - 1];
      above[item.depth] = over || !item.citations.empty();
      item.basis = !item.citations.empty() ? Basis::kOwn : over ? Basis::kAbove : Basis::kNone;
    }
    std::vector<bool> below;  // the same backwards: whether anything under it does
    for (auto item = items.rbegin(); item != items.rend(); ++item) {
      if (below.size() < item->depth + 2) below.resize(item->depth + 2, false);
      if (item->basis == Basis::kNone && below[item->depth + 1]) item->basis = Basis::kBelow;
      below[item->depth] = below[item->depth] || below[item->depth + 1] || !item->citations.empty();
      std::fill(below.begin() + static_cast<std::ptrdiff_t>(item->depth) + 1, below.end(), false);
    }
    find_mentioned();
  }

  /// Of items without any citation: whether their words, those over them or those of their points name an instrument.
  void find_mentioned() {
    std::vector<MandateItem>& items = table_.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].mentions.empty()) continue;
      mark_mentioned(items[i]);
      for (std::size_t j = i + 1; j < items.size() && items[j].depth > items[i].depth; ++j) {
        mark_mentioned(items[j]);
      }
      for (std::size_t j = i, depth = items[i].depth; depth > 0 && j-- > 0;) {
        if (items[j].depth >= depth) continue;
        mark_mentioned(items[j]);
        depth = items[j].depth;
      }
    }
  }

  static void mark_mentioned(MandateItem& item) {
    if (item.basis == Basis::kNone) item.basis = Basis::kMentioned;
  }

  void describe_mentioned() {
    std::map<std::string, std::size_t> cited;
    for (std::size_t j = 0; j < table_.instruments.size(); ++j) cited.emplace(table_.instruments[j].instrument.id, j);
    for (MentionedInstrument& mentioned : table_.mentioned) {
      Instrument& instrument = mentioned.instrument;
      const std::string id = instrument.id;
      const auto known = registry_.find(id);
      const auto also = cited.find(id);
      if (also != cited.end()) mentioned.cited = also->second;
      mentioned.registered = known != registry_.end();
      instrument = mentioned.registered ? *known->second
                   : mentioned.cited    ? table_.instruments[*mentioned.cited].instrument
                                        : Instrument{id, id, id, "", "", {}, ""};
      instrument.id = id;
    }
  }

  void sort_instruments() {
    std::vector<std::size_t> order(table_.instruments.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
      return table_.instruments[a].items.size() > table_.instruments[b].items.size();
    });
    std::vector<MandateInstrument> sorted;
    for (const std::size_t i : order) {
      for (const std::size_t c : table_.instruments[i].citations) table_.citations[c].instrument = sorted.size();
      sorted.push_back(std::move(table_.instruments[i]));
    }
    table_.instruments = std::move(sorted);
  }

  const Document& document_;
  ReferenceFinder finder_;
  std::map<std::string, std::size_t> mentioned_;  // by id
  std::map<std::string, const Instrument*> registry_;
  std::map<std::string, std::size_t> columns_;  // by the id that citations bear
  MandateTable table_;
};

}  // namespace

std::vector<std::size_t> MandateTable::without_mandate() const {
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].basis == Basis::kNone) rows.push_back(i);
  }
  return rows;
}

MandateTable tabulate_mandates(const Document& document, const Registry& registry) {
  return Tabulator(document, registry).tabulate();
}

}  // namespace travaux
