// What changed in items × instruments as a page: by item, by instrument, the table with its changes marked.
#include "report/lookup.h"
#include "report/mandates_html.h"
#include "report/mandates_words.h"
#include "travaux/report.h"

namespace travaux {

namespace report {

namespace {

std::string tag(std::string_view name) { return "<span class=\"tag " + escaped(name) + "\">" + escaped(name) + "</span> "; }

std::string counts_of(const Tally& tally) {
  std::string words;
  for (const auto& [kind, number] : in_order(tally)) words += (words.empty() ? "" : ", ") + std::to_string(number) + " " + kind;
  return words.empty() ? "none" : words;
}

class ChangesPage {
 public:
  explicit ChangesPage(const MandatesDiff& changes) : changes_(changes) {
    for (const MandateRow& row : changes.rows) {
      const MandateItem& item = row.to.empty() ? changes.from.items[row.from.front()] : changes.to.items[row.to.front()];
      row_ids_.push_back(is_changed(changes, row) ? ids_.make(row.to.empty() ? "was" : "item", item.address) : "");
    }
    for (const MandateColumn& column : changes.columns) {
      column_ids_.push_back(is_changed(changes, column) ? ids_.make("instrument", instrument_of(changes, column).id) : "");
    }
  }

  std::string write(const std::vector<std::string>& notices, const ReportOrigin& origin) {
    out_ = page_head(head(notices));
    if (changes_.empty()) {
      out_ += "<p>No mandate changed.</p>\n";
    } else {
      write_rows();
      write_columns();
      write_matrix();
    }
    return std::move(out_) + page_foot(origin);
  }

 private:
  PageHead head(const std::vector<std::string>& notices) const {
    PageHead head{changes_.to.title.empty() ? "Mandates" : changes_.to.title, changes_.to.language, {}, notices, {}, {}};
    head.drafts = {from_name(changes_.from.label), to_name(changes_.to.label)};
    if (changes_.degraded) head.notices.push_back("Coarser than it could be: " + *changes_.degraded);
    head.counts = totals_of(changes_);
    for (auto& [name, count] : head.counts) name[0] = static_cast<char>(name[0] - ('a' - 'A'));
    head.counts.emplace_back("Changes in items", counts_of(changes_.item_tally));
    head.counts.emplace_back("Changes in citations", counts_of(changes_.citation_tally));
    if (!changes_.mentions.empty()) head.counts.emplace_back("Changes in mentions", counts_of(changes_.mention_tally));
    if (!changes_.empty()) {
      head.parts = {{"items", "By item"}, {"instruments", "By instrument"}, {"table", "Table"}};
    }
    return head;
  }

  // --- by item ---

  void write_rows() {
    out_ += "<section id=\"items\">\n<h2>By item</h2>\n";
    const MandateRow* before = nullptr;
    for (std::size_t r = 0; r < changes_.rows.size(); ++r) {
      const MandateRow& row = changes_.rows[r];
      if (!is_changed(changes_, row)) continue;
      const std::string section = name_of(section_of(changes_, row));
      if ((before == nullptr || !same_section(*before, row)) && !section.empty()) out_ += "<h3>" + bdi(section) + "</h3>\n";
      write_row(r);
      before = &row;
    }
    out_ += "</section>\n";
  }

  void write_row(std::size_t r) {
    const MandateRow& row = changes_.rows[r];
    const MandateItem& item = row.to.empty() ? changes_.from.items[row.from.front()] : changes_.to.items[row.to.front()];
    out_ += "<div class=\"card\" id=\"" + row_ids_[r] + "\">\n<p class=\"line\"><b class=\"address\">" +
            bdi(addresses_of(changes_, row)) + "</b> ";
    if (row.from.empty()) out_ += tag(name_of(Change::kAdded));
    if (row.to.empty()) out_ += tag(name_of(Change::kRemoved));
    out_ += "<span dir=\"auto\">" + escaped(fold_white_space(item.text)) + "</span></p>\n";
    if (row.to.empty() ? row.citations.empty() : item.basis == Basis::kNone) {
      out_ +=
          row.to.empty() ? "<p class=\"basis none\">had no mandate of its own</p>\n" : "<p class=\"basis none\">no mandate</p>\n";
    }
    std::string list;
    for (const std::size_t c : row.citations) {
      if (!changes_.citations[c].changes.empty()) list += citation_html(changes_.citations[c], r);
    }
    for (const std::size_t m : row.mentions) {
      if (!changes_.mentions[m].changes.empty()) list += mention_html(changes_.mentions[m]);
    }
    if (!list.empty()) out_ += "<ul>\n" + list + "</ul>\n";
    out_ += "</div>\n";
  }

  std::string mention_html(const MentionChange& mention) const {
    std::string html = "<li>" + instrument_html(instrument_of(changes_, mention)) + " ";
    for (const Change kind : mention.changes.list()) html += tag(name_of(kind));
    return html + "<span class=\"what\">" + std::string(kMentionedMark) + "</span></li>\n";
  }

  std::string citation_html(const MandateChange& change, std::size_t row) const {
    std::string html = "<li>" + link_to(column_ids_[change.column], instrument_html(instrument(change.column))) + " ";
    if (left(change, row)) {
      const std::string address = changes_.to.items[changes_.to.citations[*change.to].item].address;
      return html + tag(name_of(Change::kMoved)) + "to " + link_to(row_ids_[*change.to_row], bdi(address)) + "</li>\n";
    }
    for (const Change kind : change.changes.list()) html += tag(name_of(kind));
    if (change.changes.has(Change::kMoved)) {
      const std::string address = changes_.from.items[changes_.from.citations[*change.from].item].address;
      html += "from " + link_to(row_ids_[*change.from_row], bdi(address)) + " ";
    }
    html += "<span class=\"what\">" + bdi(words_of(changes_, change)) + "</span>";
    if (change.changes.has(Change::kRelabelled)) {
      html += "<br><del>" + escaped(bare_heading(changes_.from.citations[*change.from].heading)) + "</del> <ins>" +
              escaped(bare_heading(changes_.to.citations[*change.to].heading)) + "</ins>";
    }
    return html + "</li>\n";
  }

  const Instrument& instrument(std::size_t column) const { return instrument_of(changes_, changes_.columns[column]); }

  // --- by instrument ---

  void write_columns() {
    out_ += "<section id=\"instruments\">\n<h2>By instrument</h2>\n";
    const std::vector<std::size_t> columns = changed_columns(changes_);
    for (const std::size_t j : columns) write_column(j);
    out_ += columns.empty() ? "<p>No citation changed.</p>\n</section>\n" : "</section>\n";
  }

  void write_column(std::size_t j) {
    const MandateColumn& column = changes_.columns[j];
    out_ += "<div class=\"card\" id=\"" + column_ids_[j] + "\">\n<p class=\"line\">" + instrument_html(instrument(j)) + " ";
    if (!column.from) out_ += "<span class=\"tag added\">newly cited</span>";
    if (!column.to) out_ += "<span class=\"tag removed\">no longer cited</span>";
    const auto items = [](const auto& table, const auto& at) { return at ? table.instruments[*at].items.size() : 0; };
    const auto citations = [](const auto& table, const auto& at) { return at ? table.instruments[*at].citations.size() : 0; };
    out_ += "</p>\n<p class=\"what\">" + counted(items(changes_.from, column.from), items(changes_.to, column.to), "item") +
            ", " + counted(citations(changes_.from, column.from), citations(changes_.to, column.to), "citation") + "</p>\n<ul>\n";
    for (const std::size_t c : column.citations) {
      if (!changes_.citations[c].changes.empty()) out_ += place_html(changes_.citations[c]);
    }
    out_ += "</ul>\n</div>\n";
  }

  std::string place_html(const MandateChange& change) const {
    std::vector<std::string> from, to;
    if (change.from) from.push_back(changes_.from.items[changes_.from.citations[*change.from].item].address);
    if (change.to) to.push_back(changes_.to.items[changes_.to.citations[*change.to].item].address);
    const std::size_t row = change.to_row ? *change.to_row : *change.from_row;
    std::string html = "<li>" + link_to(row_ids_[row], bdi(from_to(from, to))) + " ";
    for (const Change kind : change.changes.list()) html += tag(name_of(kind));
    return html + "</li>\n";
  }

  // --- the table ---

  void write_matrix() {
    Matrix matrix;
    for (std::size_t j = 0; j < changes_.columns.size(); ++j) {
      matrix.add_column(instrument(j).id, title_of(instrument(j)), column_ids_[j]);
    }
    const std::size_t rows = changes_.rows.size();
    const bool fits = rows * changes_.columns.size() <= kMostCells;
    for (std::size_t r = 0; fits && r < rows; ++r) {
      const MandateRow& row = changes_.rows[r];
      if (r == 0 || !same_section(changes_.rows[r - 1], row)) matrix.add_section(name_of(section_of(changes_, row)));
      std::string head = link_to(row_ids_[r], bdi(addresses_of(changes_, row)));
      if (row.from.empty()) head = "<span class=\"came\">" + head + "</span>";
      if (row.to.empty()) head = "<span class=\"went\">" + head + "</span>";
      matrix.add_row(head, cells_of_row(r));
    }
    out_ +=
        matrix.html(rows,
                    "Passages; <span class=\"key came\">+</span> added, <span class=\"key went\">−</span> removed, "
                    "<span class=\"key moved\">→</span> came from another item, <span class=\"key moved\">←</span> left for one, "
                    "<span class=\"key other\">~</span> relabelled or edited");
  }

  std::vector<std::string> cells_of_row(std::size_t r) const {
    std::vector<std::string> cells(changes_.columns.size());
    for (const std::size_t c : changes_.rows[r].citations) {
      const MandateChange& change = changes_.citations[c];
      std::string& cell = cells[change.column];
      cell += (cell.empty() ? "" : " ") + mark_of(change, r);
    }
    return cells;
  }

  /// A sign before the number of passages says what happened; colour repeats it.
  std::string mark_of(const MandateChange& change, std::size_t row) const {
    const bool leaves = left(change, row);
    const bool earlier = leaves || !change.to;
    const std::size_t passages =
        (earlier ? changes_.from.citations[*change.from] : changes_.to.citations[*change.to]).passages.all();
    const std::string number = passages == 0 ? "·" : std::to_string(passages);
    std::string said = words_of(change.changes);
    const auto marked = [&](std::string_view kind, std::string_view sign) {
      return "<span class=\"" + std::string(kind) + "\" title=\"" + escaped(said) + "\">" + std::string(sign) + number +
             "</span>";
    };
    if (change.changes.empty()) return "<span class=\"kept\">" + number + "</span>";
    if (change.changes.has(Change::kMoved)) return marked("key moved", leaves ? "←" : "→");
    if (change.changes.has(Change::kAdded)) return marked("key came", "+");
    if (change.changes.has(Change::kRemoved)) return marked("key went", "−");
    return marked("key other", "~");
  }

  const MandatesDiff& changes_;
  Ids ids_;
  std::vector<std::string> row_ids_, column_ids_;  // empty: the page has no part about it
  std::string out_;
};

}  // namespace

}  // namespace report

std::string mandates_html(const MandatesDiff& changes, const std::vector<std::string>& notices, const ReportOrigin& origin) {
  return report::ChangesPage(changes).write(notices, origin);
}

}  // namespace travaux
