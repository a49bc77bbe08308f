// Items × instruments of one draft as a page: the items without a mandate, the table, by item, by instrument.
#include "report/mandates_html.h"

#include "report/mandates_words.h"
#include "travaux/report.h"

namespace travaux {

namespace report {

namespace {

/// "2" quotations bold, "1" paraphrase slanted.
std::string cell_html(const MandateTable& table, const MandateCell& cell) {
  const PassageCount passages = passages_of(table, cell);
  std::string html;
  if (passages.quotations > 0) html += "<b>" + std::to_string(passages.quotations) + "</b>";
  if (passages.paraphrases > 0) html += (html.empty() ? "<i>" : " <i>") + std::to_string(passages.paraphrases) + "</i>";
  if (html.empty()) html = "<span class=\"bare\">·</span>";
  return "<span title=\"" + escaped(words_of(table, cell)) + "\">" + html + "</span>";
}

class TablePage {
 public:
  explicit TablePage(const MandateTable& table) : table_(table) {
    for (const MandateItem& item : table.items) item_ids_.push_back(ids_.make("item", item.address));
    for (const MandateInstrument& column : table.instruments) {
      column_ids_.push_back(ids_.make("instrument", column.instrument.id));
    }
    for (const MentionedInstrument& mentioned : table.mentioned) {
      mentioned_ids_.push_back(mentioned.cited ? column_ids_[*mentioned.cited]
                                               : ids_.make("instrument", mentioned.instrument.id));
    }
  }

  std::string write(const std::vector<std::string>& notices, const ReportOrigin& origin) {
    out_ = page_head(head(notices));
    write_without();
    if (!table_.citations.empty() || !table_.mentions.empty()) {
      write_matrix();
      write_items();
      write_instruments();
    }
    return std::move(out_) + page_foot(origin);
  }

 private:
  PageHead head(const std::vector<std::string>& notices) const {
    PageHead head{table_.title.empty() ? "Mandates" : table_.title, table_.language, {}, notices, {}, {}};
    head.drafts.push_back(table_.label.empty() ? "the draft" : table_.label);
    head.counts = {{"Items", std::to_string(table_.items.size())},
                   {"Without a mandate", std::to_string(table_.without_mandate().size())},
                   {"Instruments", std::to_string(table_.instruments.size())},
                   {"Citations", std::to_string(table_.citations.size())},
                   {"Passages", words_of(table_.passages)}};
    if (!table_.mentions.empty()) head.counts.emplace_back("Mentions", std::to_string(table_.mentions.size()));
    if (table_.citations.empty() && table_.mentions.empty()) return head;
    head.parts = {{"without", "Without a mandate"}, {"table", "Table"}, {"items", "By item"}, {"instruments", "By instrument"}};
    return head;
  }

  std::string item_line(std::size_t i) const {
    const MandateItem& item = table_.items[i];
    return "<b class=\"address\">" + bdi(item.address) + "</b> <span dir=\"auto\">" + escaped(fold_white_space(item.text)) +
           "</span>";
  }

  void write_without() {
    const std::vector<std::size_t> without = table_.without_mandate();
    out_ += "<section id=\"without\">\n<h2>Items without a mandate</h2>\n";
    if (table_.items.empty()) {
      out_ += "<p>The draft has no items.</p>\n";
    } else if (without.size() == table_.items.size()) {
      out_ += "<p>No item cites a mandate.</p>\n<p class=\"how\">" + escaped(kLookedFor) + "</p>\n";
    } else if (without.empty()) {
      out_ += "<p>None.</p>\n";
    } else {
      out_ += "<ul class=\"lines\">\n";
      for (const std::size_t i : without) out_ += "<li>" + item_line(i) + "</li>\n";
      out_ += "</ul>\n";
    }
    out_ += "</section>\n";
  }

  bool begins_section(std::size_t i) const { return i == 0 || table_.items[i - 1].section != table_.items[i].section; }

  void write_matrix() {
    Matrix matrix;
    for (std::size_t j = 0; j < table_.instruments.size(); ++j) {
      const Instrument& instrument = table_.instruments[j].instrument;
      matrix.add_column(instrument.id, title_of(instrument), column_ids_[j]);
    }
    std::vector<std::size_t> columns;  // of what is mentioned
    std::size_t width = table_.instruments.size();
    for (std::size_t j = 0; j < table_.mentioned.size(); ++j) {
      const MentionedInstrument& mentioned = table_.mentioned[j];
      columns.push_back(mentioned.cited ? *mentioned.cited : width++);
      if (!mentioned.cited) {
        const Instrument& instrument = mentioned.instrument;
        matrix.add_column(instrument.id, title_of(instrument) + " " + std::string(kMentionedMark), mentioned_ids_[j]);
      }
    }
    const std::size_t rows = table_.items.size();
    const bool fits = rows * width <= kMostCells;
    for (std::size_t i = 0; fits && i < rows; ++i) {
      const MandateItem& item = table_.items[i];
      if (begins_section(i)) matrix.add_section(name_of(table_.sections[item.section]));
      std::vector<std::string> cells(width);
      for (const MandateCell& cell : cells_of(table_, item)) cells[cell.instrument] = cell_html(table_, cell);
      for (const std::size_t j : mentioned_beside(table_, item))
        cells[columns[j]] = "<span class=\"bare\" title=\"mentioned\">m</span>";
      matrix.add_row(link_to(item_ids_[i], bdi(item.address)), cells);
    }
    out_ += matrix.html(rows, "<b>2</b> quotations, <i>1</i> paraphrase, · cited without a passage" +
                                  std::string(table_.mentions.empty() ? "" : ", m mentioned, not cited"));
  }

  void write_items() {
    out_ += "<section id=\"items\">\n<h2>By item</h2>\n";
    for (std::size_t i = 0; i < table_.items.size(); ++i) {
      const std::string section = begins_section(i) ? name_of(table_.sections[table_.items[i].section]) : std::string();
      if (!section.empty()) out_ += "<h3>" + bdi(section) + "</h3>\n";
      write_item(i);
    }
    out_ += "</section>\n";
  }

  void write_item(std::size_t i) {
    const MandateItem& item = table_.items[i];
    out_ += "<div class=\"card\" id=\"" + item_ids_[i] + "\">\n<p class=\"line\">" + item_line(i) + "</p>\n";
    const std::string otherwise = words_of_basis(table_, i);
    if (!otherwise.empty()) {
      out_ += item.basis == Basis::kNone ? "<p class=\"basis none\">" : "<p class=\"basis\">";
      out_ += escaped(otherwise) + "</p>\n";
    }
    const std::vector<std::size_t> beside = mentioned_beside(table_, item);
    const bool lists = !item.citations.empty() || !beside.empty();
    if (lists) out_ += "<ul>\n";
    for (const MandateCell& cell : cells_of(table_, item)) {
      out_ += "<li>" + link_to(column_ids_[cell.instrument], instrument_html(table_.instruments[cell.instrument].instrument));
      out_ += " <span class=\"what\">" + bdi(words_of(table_, cell)) + "</span></li>\n";
    }
    for (const std::size_t j : beside) {
      out_ += "<li>" + link_to(mentioned_ids_[j], instrument_html(table_.mentioned[j].instrument));
      out_ += " <span class=\"what\">" + std::string(kMentionedMark) + "</span></li>\n";
    }
    out_ += lists ? "</ul>\n</div>\n" : "</div>\n";
  }

  void write_instruments() {
    out_ += "<section id=\"instruments\">\n<h2>By instrument</h2>\n";
    for (std::size_t j = 0; j < table_.instruments.size(); ++j) {
      const MandateInstrument& column = table_.instruments[j];
      out_ += "<div class=\"card\" id=\"" + column_ids_[j] + "\">\n<p class=\"line\">" + instrument_html(column.instrument);
      out_ += "</p>\n<p class=\"what\">" + counted(column.items.size(), "item") + ", " +
              counted(column.citations.size(), "citation") + ", " + words_of(column.passages) + "</p>\n<p class=\"chips\">";
      write_chips(column.items);
      out_ += "</p>\n";
      for (const MentionedInstrument& mentioned : table_.mentioned) {
        if (mentioned.cited == j) write_mentioning(mentioned);
      }
      out_ += "</div>\n";
    }
    for (std::size_t j = 0; j < table_.mentioned.size(); ++j) {
      const MentionedInstrument& mentioned = table_.mentioned[j];
      if (mentioned.cited) continue;
      out_ += "<div class=\"card\" id=\"" + mentioned_ids_[j] + "\">\n<p class=\"line\">" + instrument_html(mentioned.instrument);
      out_ += "</p>\n";
      write_mentioning(mentioned);
      out_ += "</div>\n";
    }
    out_ += "</section>\n";
  }

  void write_chips(const std::vector<std::size_t>& items) {
    for (const std::size_t i : items) {
      out_ += " <a class=\"chip\" href=\"#" + item_ids_[i] + "\">" + bdi(table_.items[i].address) + "</a>";
    }
  }

  void write_mentioning(const MentionedInstrument& mentioned) {
    const std::vector<std::size_t> items = items_beside(table_, mentioned);
    if (items.empty()) return;
    out_ += "<p class=\"chips\"><span class=\"what\">" + std::string(kMentionedMark) + "</span>";
    write_chips(items);
    out_ += "</p>\n";
  }

  const MandateTable& table_;
  Ids ids_;
  std::vector<std::string> item_ids_, column_ids_, mentioned_ids_;
  std::string out_;
};

}  // namespace

}  // namespace report

std::string mandates_html(const MandateTable& table, const std::vector<std::string>& notices, const ReportOrigin& origin) {
  return report::TablePage(table).write(notices, origin);
}

}  // namespace travaux
