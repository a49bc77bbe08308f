#include "report/html_page.h"
#include "report/mandates_html.h"
#include "report/mandates_words.h"
#include "report/origin.h"

namespace travaux {

extern const char kRedlineCss[];
extern const char kMandatesCss[];

namespace report {

std::string bdi(std::string_view text) { return "<bdi>" + escaped(text) + "</bdi>"; }

std::string link_to(const std::string& id, const std::string& html) {
  return id.empty() ? html : "<a href=\"#" + id + "\">" + html + "</a>";
}

std::string instrument_html(const Instrument& instrument) {
  const std::string id = id_beside(instrument);
  return bdi(title_of(instrument)) + (id.empty() ? "" : " <small>" + bdi(id) + "</small>");
}

std::string page_head(const PageHead& head) {
  std::string labels;
  for (const std::string& label : head.drafts) labels += (labels.empty() ? "" : " → ") + label;
  std::string out;
  append_page_head(out, head.title + ": " + head.subject + ", " + labels, language_tag(head.language),
                   {kRedlineCss, kMandatesCss});
  out += "<header id=\"top\" lang=\"en\">\n<h1 dir=\"auto\">" + escaped(head.title) + "</h1>\n<p class=\"drafts\">" +
         escaped(head.subject) + " · ";
  for (std::size_t i = 0; i < head.drafts.size(); ++i) {
    out += (i > 0 ? " <span class=\"arrow\">→</span> " : "") + bdi(head.drafts[i]);
  }
  out += "</p>\n";
  for (const std::string& notice : head.notices) out += "<p class=\"notice\" dir=\"auto\">" + escaped(notice) + "</p>\n";
  out += "<dl class=\"counts\">\n";
  for (const auto& [name, count] : head.counts) out += "<dt>" + escaped(name) + "</dt><dd>" + escaped(count) + "</dd>\n";
  out += "</dl>\n";
  if (!head.parts.empty()) out += "<nav class=\"parts\" aria-label=\"Parts\">";
  for (const auto& [id, name] : head.parts) out += link_to(id, escaped(name)) + " ";
  return out + (head.parts.empty() ? "" : "</nav>\n") + "</header>\n<main class=\"mandates\" lang=\"en\">\n";
}

std::string page_foot(const ReportOrigin& origin) {
  return "</main>\n" + origin_html(origin) + "<a class=\"up\" href=\"#top\" lang=\"en\">Top</a>\n</body>\n</html>\n";
}

void Matrix::add_column(std::string_view name, std::string_view title, const std::string& id) {
  head_ += "<th scope=\"col\" title=\"" + escaped(title) + "\">" + link_to(id, bdi(name)) + "</th>";
  ++columns_;
}

void Matrix::add_section(std::string_view name) {
  if (name.empty()) return;
  body_ += "<tr class=\"section\"><th scope=\"rowgroup\"><div>" + bdi(name) + "</div></th><td colspan=\"" +
           std::to_string(columns_) + "\"></td></tr>\n";
}

void Matrix::add_row(const std::string& head, const std::vector<std::string>& cells) {
  body_ += "<tr><th scope=\"row\">" + head + "</th>";
  for (const std::string& cell : cells) body_ += cell.empty() ? "<td></td>" : "<td>" + cell + "</td>";
  body_ += "</tr>\n";
}

std::string Matrix::html(std::size_t rows, std::string_view legend) const {
  std::string out = "<section id=\"table\">\n<h2>Table</h2>\n";
  if (rows * columns_ > kMostCells) {
    return out + "<p>The table of " + counted(rows, "item") + " and " + counted(columns_, "instrument") +
           " is too large for a page; written as CSV it opens in a spreadsheet.</p>\n</section>\n";
  }
  out.append("<p class=\"how\">").append(legend).append("</p>\n");
  out += "<div class=\"box matrix\" tabindex=\"0\" role=\"region\" aria-label=\"Items and instruments\"><table>\n<thead><tr>";
  out += "<th scope=\"col\">Item</th>" + head_ + "</tr></thead>\n<tbody>\n" + body_ + "</tbody></table></div>\n</section>\n";
  return out;
}

}  // namespace report
}  // namespace travaux
