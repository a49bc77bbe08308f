// What changed in items × instruments, as text: by item, by instrument, in sum.
#include <map>

#include "report/lookup.h"
#include "report/mandates_words.h"
#include "report/styled.h"
#include "report/text_summary.h"
#include "travaux/report.h"

namespace travaux {

using namespace report;  // NOLINT: this file is part of that floor

namespace {

constexpr std::size_t kItemIndent = 2, kUnderItem = 6;
constexpr std::size_t kBeginning = 66;  // columns of an item's text: enough to know it by

struct Sign {
  Style style;
  std::string_view mark;
};

Sign sign_of(const MandateChange& change, bool leaves) {
  if (leaves) return {Style::kMoved, "← "};
  if (change.changes.has(Change::kMoved)) return {Style::kMoved, "→ "};
  if (change.changes.has(Change::kAdded)) return {Style::kAdded, "+ "};
  if (change.changes.has(Change::kRemoved)) return {Style::kRemoved, "− "};
  return {Style::kPlain, "~ "};
}

class ChangesWriter {
 public:
  explicit ChangesWriter(const MandatesDiff& changes) : changes_(changes) {}

  StyledText write(const std::vector<std::string>& notices) {
    for (const std::string& notice : notices) out_.line().add(Style::kNote, notice);
    out_.gap().line(0, 2).add(Style::kHeading, from_name(changes_.from.label) + " → " + to_name(changes_.to.label));
    if (changes_.degraded) out_.line(0, 2).add(Style::kWarning, "Coarser than it could be: " + *changes_.degraded);
    if (changes_.empty()) {
      out_.line(0, 2).add("No mandate changed: " + totals_of(changes_.to) + ".");
      return std::move(text_);
    }
    write_rows();
    write_columns();
    write_summary();
    return std::move(text_);
  }

 private:
  // --- by item ---

  void write_rows() {
    out_.gap().line().add(Style::kHeading, "By item");
    const MandateRow* before = nullptr;
    for (std::size_t r = 0; r < changes_.rows.size(); ++r) {
      const MandateRow& row = changes_.rows[r];
      if (!is_changed(changes_, row)) continue;
      const std::string section = name_of(section_of(changes_, row));
      if ((before == nullptr || !same_section(*before, row)) && !section.empty()) {
        out_.gap().line(0, 2).add(Style::kHeading, section);
      }
      write_row(r);
      before = &row;
    }
  }

  void write_row(std::size_t r) {
    const MandateRow& row = changes_.rows[r];
    const Style style = row.from.empty() ? Style::kAdded : row.to.empty() ? Style::kRemoved : Style::kAddress;
    const std::string_view sign = row.from.empty() ? "+ " : row.to.empty() ? "− " : "";
    out_.gap().line(kItemIndent, kUnderItem).add(style, std::string(sign) + addresses_of(changes_, row));
    if (row.from.empty() || row.to.empty()) out_.add("  ").add(Style::kTag, words_of(row.changes));
    const MandateItem& item = row.to.empty() ? changes_.from.items[row.from.front()] : changes_.to.items[row.to.front()];
    out_.add("  ").add(Style::kDim, beginning_of(item.text, kBeginning));
    if (row.to.empty() ? row.citations.empty() : item.basis == Basis::kNone) {
      out_.line(kUnderItem, kUnderItem).add(Style::kWarning, row.to.empty() ? "had no mandate of its own" : "no mandate");
    }
    for (const std::size_t c : row.citations) {
      if (!changes_.citations[c].changes.empty()) write_citation(changes_.citations[c], r);
    }
    for (const std::size_t m : row.mentions) {
      if (!changes_.mentions[m].changes.empty()) write_mention(changes_.mentions[m]);
    }
  }

  void write_mention(const MentionChange& mention) {
    const bool added = mention.changes.has(Change::kAdded);
    out_.line(kUnderItem, kUnderItem + 4).add(added ? Style::kAdded : Style::kRemoved, added ? "+ " : "− ");
    add_instrument(out_, instrument_of(changes_, mention), added ? Style::kAdded : Style::kRemoved);
    out_.add("  ").add(Style::kNote, kMentionedMark);
  }

  void write_citation(const MandateChange& change, std::size_t row) {
    const bool leaves = left(change, row);
    const Sign sign = sign_of(change, leaves);
    out_.line(kUnderItem, kUnderItem + 4).add(sign.style, sign.mark);
    add_instrument(out_, instrument_of(changes_, changes_.columns[change.column]), sign.style);
    if (leaves) {
      out_.add("  ").add(Style::kTag, "moved to " + changes_.to.items[changes_.to.citations[*change.to].item].address);
      return;
    }
    if (change.from && change.to) out_.add("  ").add(Style::kTag, words_of(change.changes));
    if (change.changes.has(Change::kMoved)) {
      out_.add(Style::kTag, " from " + changes_.from.items[changes_.from.citations[*change.from].item].address);
    }
    write_details(change);
  }

  /// What the citation holds, where that came, went or differs; its headings, where it was relabelled.
  void write_details(const MandateChange& change) {
    constexpr std::size_t kIndent = kUnderItem + 4;
    const std::string was = change.from ? words_of(changes_.from.citations[*change.from]) : std::string();
    const std::string is = change.to ? words_of(changes_.to.citations[*change.to]) : std::string();
    if (was != is) {
      out_.line(kIndent, kIndent + 2).add(Style::kDim, was + (was.empty() || is.empty() ? "" : " → ") + is);
    }
    const std::string reworded = words_of_reworded(change);
    if (!reworded.empty()) out_.line(kIndent, kIndent + 2).add(Style::kDim, reworded);
    if (!change.changes.has(Change::kRelabelled)) return;
    out_.line(kIndent, kIndent + 2).add(Style::kNote, "was ");
    out_.add(Style::kDeleted, bare_heading(changes_.from.citations[*change.from].heading)).add(" ");
    out_.add(Style::kInserted, bare_heading(changes_.to.citations[*change.to].heading));
  }

  // --- by instrument ---

  void write_columns() {
    const std::vector<std::size_t> columns = changed_columns(changes_);
    if (!columns.empty()) out_.gap().line().add(Style::kHeading, "By instrument");
    for (const std::size_t j : columns) write_column(changes_.columns[j]);
  }

  void write_column(const MandateColumn& column) {
    const Style style = !column.from ? Style::kAdded : !column.to ? Style::kRemoved : Style::kPlain;
    out_.gap().line(kItemIndent, kUnderItem).add(style, !column.from ? "+ " : !column.to ? "− " : "");
    add_instrument(out_, instrument_of(changes_, column), style);
    if (!column.from) out_.add("  ").add(Style::kTag, "newly cited");
    if (!column.to) out_.add("  ").add(Style::kTag, "no longer cited");
    const auto items = [](const auto& table, const auto& at) { return at ? table.instruments[*at].items.size() : 0; };
    const auto citations = [](const auto& table, const auto& at) { return at ? table.instruments[*at].citations.size() : 0; };
    out_.line(kUnderItem, kUnderItem)
        .add(counted(items(changes_.from, column.from), items(changes_.to, column.to), "item") + ", " +
             counted(citations(changes_.from, column.from), citations(changes_.to, column.to), "citation"));
    for (const auto& [kind, places] : places_by_change(column)) {
      out_.line(kUnderItem, kUnderItem + 2).add(Style::kTag, kind).add("  ").add(Style::kAddress, places);
    }
  }

  /// What happened to an instrument's citations and where, in the order of the kinds' first places.
  std::vector<std::pair<std::string, std::string>> places_by_change(const MandateColumn& column) const {
    std::vector<std::pair<std::string, std::string>> places;
    std::map<std::string, std::size_t> index;
    for (const std::size_t c : column.citations) {
      const MandateChange& change = changes_.citations[c];
      if (change.changes.empty()) continue;
      const auto [found, is_new] = index.emplace(words_of(change.changes), places.size());
      if (is_new) places.emplace_back(found->first, "");
      std::string& list = places[found->second].second;
      list += (list.empty() ? "" : ", ") + place_of(change);
    }
    return places;
  }

  std::string place_of(const MandateChange& change) const {
    const auto address = [](const MandateTable& table, const std::optional<std::size_t>& citation) {
      return citation ? std::vector{table.items[table.citations[*citation].item].address} : std::vector<std::string>();
    };
    return from_to(address(changes_.from, change.from), address(changes_.to, change.to));
  }

  // --- in sum ---

  void write_summary() {
    out_.gap().line().add(Style::kHeading, "Summary");
    for (const auto& [name, counts] : totals_of(changes_)) {
      out_.row(2).add(Style::kAddress, name).add(std::string(20 - name.size(), ' ') + counts);
    }
    out_.gap();
    write_tally(out_, "items", changes_.item_tally);
    write_tally(out_, "citations", changes_.citation_tally);
    if (!changes_.mentions.empty()) write_tally(out_, "mentions", changes_.mention_tally);
  }

  const MandatesDiff& changes_;
  StyledText text_;
  Writer out_{text_};
};

}  // namespace

StyledText mandates_text(const MandatesDiff& changes, const std::vector<std::string>& notices) {
  return ChangesWriter(changes).write(notices);
}

}  // namespace travaux
