#include "report/mandates_words.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "report/hazard.h"
#include "report/lookup.h"
#include "text/unicode.h"
#include "travaux/report.h"

namespace travaux::report {

std::vector<MandateCell> cells_of(const MandateTable& table, const MandateItem& item) {
  std::vector<MandateCell> cells;
  for (const std::size_t c : item.citations) {
    const std::size_t instrument = table.citations[c].instrument;
    const auto same = [&](const MandateCell& cell) { return cell.instrument == instrument; };
    auto cell = std::find_if(cells.begin(), cells.end(), same);
    if (cell == cells.end()) cell = cells.insert(cells.end(), {instrument, {}});
    cell->citations.push_back(c);
  }
  return cells;
}

std::string counted(std::size_t number, std::string_view noun) {
  return std::to_string(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

std::string words_of(const PassageCount& passages) {
  if (passages.all() == 0) return "no passage";
  std::string words;
  if (passages.quotations > 0) words = counted(passages.quotations, "quotation");
  if (passages.paraphrases > 0) words += (words.empty() ? "" : ", ") + counted(passages.paraphrases, "paraphrase");
  return words;
}

std::string words_of(const CitedMandate& citation) {
  return words_of(citation.passages) + (citation.locator.empty() ? "" : "; " + citation.locator);
}

PassageCount passages_of(const MandateTable& table, const MandateCell& cell) {
  PassageCount passages;
  for (const std::size_t c : cell.citations) passages += table.citations[c].passages;
  return passages;
}

std::string locators_of(const MandateTable& table, const MandateCell& cell) {
  std::string locators;
  for (const std::size_t c : cell.citations) {
    const std::string& locator = table.citations[c].locator;
    if (!locator.empty()) locators += (locators.empty() ? "" : "; ") + locator;
  }
  return locators;
}

std::string words_of(const MandateTable& table, const MandateCell& cell) {
  const std::string times = cell.citations.size() > 1 ? counted(cell.citations.size(), "citation") + ": " : std::string();
  const std::string locators = locators_of(table, cell);
  return times + words_of(passages_of(table, cell)) + (locators.empty() ? "" : "; " + locators);
}

namespace {

bool goes_on(char c) { return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// Whether a text shows a name by itself, not as a piece of another: "AG/RES. 255" is not in "AG/RES. 2551".
bool shows(std::string_view text, std::string_view name) {
  for (std::size_t at = 0; (at = text.find(name, at)) != std::string_view::npos; ++at) {
    const std::size_t end = at + name.size();
    if ((at == 0 || !goes_on(text[at - 1])) && (end == text.size() || !goes_on(text[end]))) return true;
  }
  return false;
}

}  // namespace

std::string title_of(const Instrument& instrument) {
  // A heading that shows the symbol shows its session too, which is a year.
  const bool as_printed = !instrument.symbol.empty() && shows(instrument.title, instrument.symbol);
  const bool has_year = instrument.year.empty() || instrument.title.find(instrument.year) != std::string::npos;
  return instrument.title + (has_year || as_printed ? "" : ", " + instrument.year);
}

std::string id_beside(const Instrument& instrument) {
  return shows(instrument.title, instrument.id) ? std::string() : instrument.id;
}

void add_instrument(Writer& out, const Instrument& instrument, Style style) {
  out.add(style, title_of(instrument));
  const std::string id = id_beside(instrument);
  if (!id.empty()) out.add(Style::kDim, "  [" + id + "]");
}

std::string words_of_basis(const MandateTable& table, std::size_t item) {
  switch (table.items[item].basis) {
    case Basis::kOwn:
      return {};
    case Basis::kAbove: {
      std::size_t depth = table.items[item].depth, above = item;
      while (table.items[above].depth >= depth || table.items[above].basis != Basis::kOwn) {
        depth = std::min(depth, table.items[above].depth);
        --above;
      }
      return "rests on what " + table.items[above].address + " cites";
    }
    case Basis::kBelow:
      return "rests on what its points cite";
    case Basis::kNone:
      return "no mandate";
    case Basis::kMentioned:
      return table.items[item].mentions.empty() ? "rests on what is mentioned above it or in its points" : "cites no mandate";
  }
  return {};
}

std::string addresses_of(const MandateTable& table, const MandateInstrument& instrument) {
  std::string addresses;
  auto citation = instrument.citations.begin();
  for (const std::size_t item : instrument.items) {
    std::size_t times = 0;
    for (; citation != instrument.citations.end() && table.citations[*citation].item == item; ++citation) ++times;
    addresses += (addresses.empty() ? "" : ", ") + table.items[item].address;
    if (times > 1) addresses += " (" + std::to_string(times) + ")";
  }
  return addresses;
}

std::vector<std::string> addresses_of(const MandateTable& table, const std::vector<std::size_t>& items) {
  std::vector<std::string> addresses;
  for (const std::size_t item : items) addresses.push_back(table.items[item].address);
  return addresses;
}

std::string beginning_of(std::string_view text, std::size_t columns) {
  const std::string folded = fold_white_space(text);
  std::size_t used = 0, fits = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t here = at;
    const char32_t c = next_code_point(folded, at);
    if (c == U' ') fits = here;
    used += report::columns(c);
    if (used > columns) return folded.substr(0, fits > 0 ? fits : here) + "…";
  }
  return folded;
}

std::string name_of(const MandateTable::Section& section) {
  return section.number + (section.number.empty() || section.heading.empty() ? "" : "  ") + section.heading;
}

std::string totals_of(const MandateTable& table) {
  return counted(table.citations.size(), "citation") + " of " + counted(table.instruments.size(), "instrument") + " in " +
         counted(table.items.size(), "item") + (table.citations.empty() ? "" : ": " + words_of(table.passages)) +
         (table.mentions.empty()
              ? ""
              : "; " + counted(table.mentions.size(), "mention") + " of " + counted(table.mentioned.size(), "instrument"));
}

// --- mentions ---

std::vector<std::size_t> mentioned_beside(const MandateTable& table, const MandateItem& item) {
  std::vector<std::size_t> beside;
  for (const std::size_t m : item.mentions) {
    const std::size_t mentioned = table.mentions[m].instrument;
    const auto is_it = [&](std::size_t c) { return table.citations[c].instrument == table.mentioned[mentioned].cited; };
    if (std::none_of(item.citations.begin(), item.citations.end(), is_it)) beside.push_back(mentioned);
  }
  return beside;
}

std::vector<std::size_t> items_beside(const MandateTable& table, const MentionedInstrument& mentioned) {
  std::vector<std::size_t> items = mentioned.items;
  if (!mentioned.cited) return items;
  const std::vector<std::size_t>& citing = table.instruments[*mentioned.cited].items;
  std::erase_if(items, [&](std::size_t item) { return std::binary_search(citing.begin(), citing.end(), item); });
  return items;
}

const Instrument& instrument_of(const MandatesDiff& changes, const MentionChange& mention) {
  return mention.to ? changes.to.mentioned[*mention.to].instrument : changes.from.mentioned[*mention.from].instrument;
}

std::vector<const Instrument*> mentioned_only(const MandateTable& table) {
  std::vector<const Instrument*> only;
  for (const MentionedInstrument& mentioned : table.mentioned) {
    if (!mentioned.cited) only.push_back(&mentioned.instrument);
  }
  return only;
}

std::vector<const Instrument*> mentioned_only(const MandatesDiff& changes) {
  std::set<std::string> known;
  for (const MandateColumn& column : changes.columns) known.insert(instrument_of(changes, column).id);
  std::vector<const Instrument*> only;
  for (const MandateTable* table : {&changes.to, &changes.from}) {
    for (const MentionedInstrument& mentioned : table->mentioned) {
      if (known.insert(mentioned.instrument.id).second) only.push_back(&mentioned.instrument);
    }
  }
  return only;
}

// --- of a comparison ---

const MandateTable::Section& section_of(const MandatesDiff& changes, const MandateRow& row) {
  return row.to_section ? changes.to.sections[*row.to_section] : changes.from.sections[*row.from_section];
}

bool same_section(const MandateRow& a, const MandateRow& b) {
  return a.to_section || b.to_section ? a.to_section == b.to_section : a.from_section == b.from_section;
}

std::string addresses_of(const MandatesDiff& changes, const MandateRow& row) {
  return from_to(addresses_of(changes.from, row.from), addresses_of(changes.to, row.to));
}

const Instrument& instrument_of(const MandatesDiff& changes, const MandateColumn& column) {
  return column.to ? changes.to.instruments[*column.to].instrument : changes.from.instruments[*column.from].instrument;
}

namespace {

bool any_changed(const MandatesDiff& changes, const std::vector<std::size_t>& citations) {
  return std::any_of(citations.begin(), citations.end(), [&](std::size_t c) { return !changes.citations[c].changes.empty(); });
}

}  // namespace

bool is_changed(const MandatesDiff& changes, const MandateRow& row) {
  const auto changed = [&](std::size_t m) { return !changes.mentions[m].changes.empty(); };
  return row.from.empty() || row.to.empty() || any_changed(changes, row.citations) ||
         std::any_of(row.mentions.begin(), row.mentions.end(), changed);
}

bool is_changed(const MandatesDiff& changes, const MandateColumn& column) { return any_changed(changes, column.citations); }

bool left(const MandateChange& change, std::size_t row) { return change.to_row && *change.to_row != row; }

std::string counted(std::size_t from, std::size_t to, std::string_view noun) {
  return (from == to ? "" : std::to_string(from) + " → ") + counted(to, noun);
}

std::vector<std::size_t> changed_columns(const MandatesDiff& changes) {
  std::vector<std::size_t> columns;
  for (const bool came_or_went : {true, false}) {
    for (std::size_t j = 0; j < changes.columns.size(); ++j) {
      const MandateColumn& column = changes.columns[j];
      if (is_changed(changes, column) && came_or_went == (!column.from || !column.to)) columns.push_back(j);
    }
  }
  return columns;
}

std::string words_of_reworded(const MandateChange& change) {
  return change.reworded == 0 ? std::string() : counted(change.reworded, "passage") + " reworded";
}

std::string words_of(const MandatesDiff& changes, const MandateChange& change) {
  const std::string was = change.from ? words_of(changes.from.citations[*change.from]) : std::string();
  if (!change.to) return was;
  const std::string is = words_of(changes.to.citations[*change.to]);
  const std::string reworded = words_of_reworded(change);
  return (!change.from || was == is ? is : is + " (was " + was + ")") + (reworded.empty() ? "" : "; " + reworded);
}

std::vector<std::pair<std::string, std::string>> totals_of(const MandatesDiff& changes) {
  const auto both = [](std::size_t from, std::size_t to) {
    return from == to ? std::to_string(to) : std::to_string(from) + " → " + std::to_string(to);
  };
  const MandateTable &from = changes.from, &to = changes.to;
  std::vector<std::pair<std::string, std::string>> totals = {
      {"items", both(from.items.size(), to.items.size())},
      {"without a mandate", both(from.without_mandate().size(), to.without_mandate().size())},
      {"instruments", both(from.instruments.size(), to.instruments.size())},
      {"citations", both(from.citations.size(), to.citations.size())},
      {"quotations", both(from.passages.quotations, to.passages.quotations)},
      {"paraphrases", both(from.passages.paraphrases, to.passages.paraphrases)}};
  if (!changes.mentions.empty()) totals.emplace_back("mentions", both(from.mentions.size(), to.mentions.size()));
  return totals;
}

}  // namespace travaux::report
