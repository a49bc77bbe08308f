// Items × instruments as text: what does not fit a terminal as a table stands there twice, by item and by instrument.
#include "report/mandates_words.h"
#include "report/styled.h"
#include "travaux/report.h"

namespace travaux {

using namespace report;  // NOLINT: this file is part of that floor

namespace {

constexpr std::size_t kItemIndent = 2, kUnderItem = 6;
constexpr std::size_t kPassages = 14;   // columns for "2 quotations", so that instruments stand under one another
constexpr std::size_t kBeginning = 66;  // columns of an item's text: enough to know it by

class TableWriter {
 public:
  explicit TableWriter(const MandateTable& table) : table_(table) {}

  StyledText write(const std::vector<std::string>& notices) {
    for (const std::string& notice : notices) out_.line().add(Style::kNote, notice);
    out_.gap().line(0, 2).add(Style::kHeading, table_.label.empty() ? "The draft" : table_.label);
    out_.line(0, 2).add(totals_of(table_));
    write_items();
    write_instruments();
    write_without();
    return std::move(text_);
  }

 private:
  void write_items() {
    if (table_.citations.empty() && table_.mentions.empty()) return;
    out_.gap().line().add(Style::kHeading, "By item");
    const MandateItem* before = nullptr;
    for (std::size_t i = 0; i < table_.items.size(); ++i) {
      const MandateItem& item = table_.items[i];
      if (before == nullptr || before->section != item.section) write_section(table_.sections[item.section]);
      write_item(i);
      before = &item;
    }
  }

  void write_section(const MandateTable::Section& section) {
    const std::string name = name_of(section);
    if (!name.empty()) out_.gap().line(0, 2).add(Style::kHeading, name);
  }

  void write_line_of(const MandateItem& item) {
    out_.line(kItemIndent, kUnderItem).add(Style::kAddress, item.address).add("  ");
    out_.add(Style::kDim, beginning_of(item.text, kBeginning));
  }

  void write_item(std::size_t i) {
    const MandateItem& item = table_.items[i];
    out_.gap();
    write_line_of(item);
    const std::string otherwise = words_of_basis(table_, i);
    if (!otherwise.empty()) {
      out_.line(kUnderItem, kUnderItem).add(item.basis == Basis::kNone ? Style::kWarning : Style::kNote, otherwise);
    }
    for (const MandateCell& cell : cells_of(table_, item)) write_cell(cell);
    for (const std::size_t j : mentioned_beside(table_, item)) {
      out_.line(kUnderItem, kUnderItem + kPassages).add(Style::kNote, kMentionedMark);
      out_.add(std::string(kPassages - kMentionedMark.size(), ' '));
      add_instrument(out_, table_.mentioned[j].instrument);
    }
  }

  void write_cell(const MandateCell& cell) {
    const PassageCount passages = passages_of(table_, cell);
    const bool mixed = passages.quotations > 0 && passages.paraphrases > 0;
    const std::string number = mixed ? counted(passages.all(), "passage") : words_of(passages);
    const std::size_t gap = number.size() < kPassages ? kPassages - number.size() : 2;
    out_.line(kUnderItem, kUnderItem + kPassages).add(Style::kTag, number).add(std::string(gap, ' '));
    add_instrument(out_, table_.instruments[cell.instrument].instrument);
    if (cell.citations.size() > 1) out_.add("  ").add(Style::kTag, counted(cell.citations.size(), "citation"));
    if (mixed) out_.add("  ").add(Style::kTag, words_of(passages));
    const std::string where = locators_of(table_, cell);
    if (!where.empty()) out_.add("  ").add(Style::kNote, where);
  }

  void write_instruments() {
    if (table_.instruments.empty() && table_.mentioned.empty()) return;
    out_.gap().line().add(Style::kHeading, "By instrument");
    for (std::size_t j = 0; j < table_.instruments.size(); ++j) {
      const MandateInstrument& column = table_.instruments[j];
      out_.gap().line(kItemIndent, kUnderItem);
      add_instrument(out_, column.instrument);
      out_.line(kUnderItem, kUnderItem).add(Style::kTag, counted(column.items.size(), "item")).add(", ");
      out_.add(counted(column.citations.size(), "citation") + ", " + words_of(column.passages));
      out_.line(kUnderItem, kUnderItem).add(Style::kAddress, addresses_of(table_, column));
      for (const MentionedInstrument& mentioned : table_.mentioned) {
        if (mentioned.cited == j) write_mentioning(mentioned);
      }
    }
    for (const MentionedInstrument& mentioned : table_.mentioned) {
      if (mentioned.cited) continue;
      out_.gap().line(kItemIndent, kUnderItem);
      add_instrument(out_, mentioned.instrument);
      write_mentioning(mentioned);
    }
  }

  void write_mentioning(const MentionedInstrument& mentioned) {
    std::string list;
    for (const std::string& address : addresses_of(table_, items_beside(table_, mentioned))) {
      list += (list.empty() ? "" : ", ") + address;
    }
    if (list.empty()) return;
    out_.line(kUnderItem, kUnderItem).add(Style::kNote, kMentionedMark).add("  ").add(Style::kAddress, list);
  }

  void write_without() {
    out_.gap().line().add(Style::kHeading, "Items without a mandate");
    const std::vector<std::size_t> without = table_.without_mandate();
    if (table_.items.empty()) {
      out_.line(kItemIndent, kItemIndent).add("The draft has no items.");
    } else if (without.size() == table_.items.size()) {
      out_.line(kItemIndent, kItemIndent).add("No item cites a mandate.");
      out_.line(kItemIndent, kItemIndent).add(Style::kNote, kLookedFor);
    } else if (without.empty()) {
      out_.line(kItemIndent, kItemIndent).add("None.");
    } else {
      for (const std::size_t item : without) write_line_of(table_.items[item]);
    }
  }

  const MandateTable& table_;
  StyledText text_;
  Writer out_{text_};
};

}  // namespace

StyledText mandates_text(const MandateTable& table, const std::vector<std::string>& notices) {
  return TableWriter(table).write(notices);
}

}  // namespace travaux
