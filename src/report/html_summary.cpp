// What stands before the text of a redline: how much changed, and where.
#include <set>

#include "report/html.h"
#include "report/lookup.h"

namespace travaux::report {

namespace {

std::string bdi(std::string_view text) { return "<bdi>" + escaped(text) + "</bdi>"; }

std::string link_to(const std::string& id, const std::string& html) {
  return id.empty() ? html : "<a href=\"#" + id + "\">" + html + "</a>";
}

std::string tag(std::string_view name) { return "<span class=\"tag " + escaped(name) + "\">" + escaped(name) + "</span>"; }

void append_tally(std::string& out, std::string_view name, const Tally& tally) {
  out.append("<dt>").append(name).append("</dt><dd>");
  bool first = true;
  for (const auto& [kind, number] : in_order(tally)) {
    out += (first ? "" : ", ") + std::to_string(number) + " " + escaped(kind);
    first = false;
  }
  out += first ? "none</dd>\n" : "</dd>\n";
}

void append_matter(std::string& out, std::string_view name, const std::vector<Edit>& edits, const std::string& id) {
  if (edits.empty()) return;
  out.append("<dt>").append(name).append("</dt><dd>");
  out += link_to(id, std::to_string(edits.size()) + (edits.size() == 1 ? " edit" : " edits")) + "</dd>\n";
}

class SummaryWriter {
 public:
  SummaryWriter(const DocumentDiff& changes, const Document& from, const Document& to, const Article& article)
      : changes_(changes), from_(from), to_(to), article_(article), outline_(outline_of(changes, from, to)) {}

  std::string write() {
    out_ = "<section class=\"summary\" id=\"summary\" lang=\"en\">\n<h2>What changed</h2>\n";
    if (changes_.empty()) {
      out_ += "<p>No difference.</p>\n</section>\n";
      return std::move(out_);
    }
    out_ += "<dl class=\"counts\">\n";
    append_matter(out_, "Before the first section", changes_.front, article_.sections.empty() ? "" : article_.sections.front());
    append_tally(out_, "Sections", changes_.section_tally());
    append_tally(out_, "Items", changes_.item_tally());
    append_tally(out_, "Mandates", changes_.citation_tally());
    append_matter(out_, "After the last section", changes_.back, article_.back);
    out_ += "</dl>\n";
    // A long table stands closed: the text is what was asked for.
    write_table("Items", 30, "<th scope=\"col\">Item</th><th scope=\"col\">Change</th>", &SummaryWriter::item_rows);
    write_table("Mandates", 12, "<th scope=\"col\">Instrument</th><th scope=\"col\">Item</th><th scope=\"col\">Change</th>",
                &SummaryWriter::citation_rows);
    out_ += "</section>\n";
    return std::move(out_);
  }

 private:
  struct Rows {
    std::string html;
    std::size_t count = 0;
  };

  void write_table(std::string_view name, std::size_t open_to, std::string_view head, Rows (SummaryWriter::*make)()) {
    const Rows rows = (this->*make)();
    if (rows.html.empty()) return;
    out_ += rows.count <= open_to ? "<details open>" : "<details>";
    out_.append("<summary>")
        .append(name)
        .append(" <span class=\"count\">")
        .append(std::to_string(rows.count))
        .append("</span></summary>\n");
    out_ += "<div class=\"box\"><table>\n<thead><tr>";
    out_.append(head).append("</tr></thead>\n").append(rows.html).append("</table></div>\n</details>\n");
  }

  Rows item_rows() {
    Rows rows;
    for (const OutlineSection& section : outline_) {
      std::string body;
      for (const OutlineItem& item : section.items) {
        if (item.item->changes.empty()) continue;
        body += item_row(*item.item);
        ++rows.count;
      }
      const bool changed = section.section != nullptr && !section.section->changes.empty();
      if (!body.empty() || changed) rows.html += "<tbody>\n" + section_row(section, 2) + body + "</tbody>\n";
    }
    return rows;
  }

  std::string section_row(const OutlineSection& section, int columns) const {
    const std::string number = number_of(section, from_, to_), heading = heading_of(section, from_, to_);
    if (number.empty() && heading.empty()) return {};
    std::string html = "<tr><th scope=\"rowgroup\" colspan=\"" + std::to_string(columns) + "\">";
    html += bdi(number + (number.empty() || heading.empty() ? "" : " ") + heading);
    if (section.section != nullptr) {
      for (const Change change : section.section->changes.list()) html += " " + tag(name_of(change));
    }
    return html + "</th></tr>\n";
  }

  std::string id_of(const ItemDiff& item) const {
    const auto found = item.to.empty() ? article_.items.find({Side::kFrom, item.from.empty() ? "" : item.from.front()})
                                       : article_.items.find({Side::kTo, item.to.front()});
    return found == article_.items.end() ? std::string() : found->second;
  }

  /// What is remarkable about the edits; what turns the meaning round stands out.
  static std::string about(const std::string& name) {
    return "<span class=\"tag about" + std::string(is_polarity(name) ? " polarity" : "") + "\">" + escaped(name) + "</span> ";
  }

  std::string item_row(const ItemDiff& item) const {
    std::string html = "<tr><td class=\"address\">" + link_to(id_of(item), bdi(from_to(item.from, item.to))) + "</td><td>";
    for (const Change change : item.changes.list()) html += tag(name_of(change)) + " ";
    for (const std::string& name : tags_of(item.edits.data(), item.edits.size())) {
      if (name != "editorial") html += about(name);
    }
    return html + "</td></tr>\n";
  }

  Rows citation_rows() {
    Rows rows;
    for (const OutlineSection& section : outline_) {
      for (const OutlineItem& item : section.items) {
        for (const CitationDiff* citation : item.citations) {
          rows.html += citation_row(*citation);
          ++rows.count;
        }
      }
    }
    if (!rows.html.empty()) rows.html = "<tbody>\n" + rows.html + "</tbody>\n";
    return rows;
  }

  /// Where a citation stands in the text; one heading may stand there several times under an item.
  std::string id_of(Side side, const CitationSide& place) {
    const auto key = std::pair(side, std::pair(place.item, fold_white_space(place.heading)));
    const auto found = article_.citations.find(key);
    if (found == article_.citations.end()) {
      const auto item = article_.items.find({side, place.item});
      return item == article_.items.end() ? std::string() : item->second;
    }
    const std::size_t turn = turns_[key]++;
    return found->second[std::min(turn, found->second.size() - 1)];
  }

  std::string citation_row(const CitationDiff& citation) {
    if (!citation.from && !citation.to) return {};
    const CitationSide& shown = citation.to ? *citation.to : *citation.from;
    const std::string heading = bare_heading(shown.heading);
    std::string html = "<tr><td>" + link_to(id_of(citation.to ? Side::kTo : Side::kFrom, shown), bdi(heading));
    if (heading.find(citation.instrument) == std::string::npos) html += " <small>" + bdi(citation.instrument) + "</small>";
    std::vector<std::string> from, to;
    if (citation.from) from.push_back(citation.from->item);
    if (citation.to) to.push_back(citation.to->item);
    html += "</td><td class=\"address\">" + bdi(from_to(from, to)) + "</td><td>";
    for (const Change change : citation.changes.list()) html += tag(name_of(change)) + " ";
    for (const std::string& name : passage_tags(citation)) html += about(name);
    return html + "</td></tr>\n";
  }

  static std::vector<std::string> passage_tags(const CitationDiff& citation) {
    std::vector<std::string> names;
    std::set<std::string> seen;
    for (const PassageDiff& passage : citation.passages) {
      for (std::string& name : tags_of(passage.edits.data(), passage.edits.size())) {
        if (name != "editorial" && seen.insert(name).second) names.push_back(std::move(name));
      }
    }
    return names;
  }

  const DocumentDiff& changes_;
  const Document& from_;
  const Document& to_;
  const Article& article_;
  std::vector<OutlineSection> outline_;
  std::map<std::pair<Side, std::pair<std::string, std::string>>, std::size_t> turns_;
  std::string out_;
};

}  // namespace

std::string summary_html(const DocumentDiff& changes, const Document& from, const Document& to, const Article& article) {
  return SummaryWriter(changes, from, to, article).write();
}

}  // namespace travaux::report
