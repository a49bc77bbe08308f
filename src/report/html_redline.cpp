// The redline as one page: head, navigation, summary, text.
#include "report/html.h"
#include "report/html_edits.h"
#include "report/html_page.h"
#include "report/lookup.h"

namespace travaux {

extern const char kRedlineCss[], kRedlineToolsCss[];
extern const char kRedlineEditsJs[], kRedlineFilterJs[], kRedlineSplitJs[], kRedlinePanelJs[], kRedlineJs[];
extern const char kRedlineEditsJsSha256[], kRedlineFilterJsSha256[], kRedlineSplitJsSha256[], kRedlinePanelJsSha256[],
    kRedlineJsSha256[];

namespace report {

namespace {

/// In the order in which they stand on each other.
std::vector<Script> scripts() {
  return {{kRedlineEditsJs, kRedlineEditsJsSha256},
          {kRedlineFilterJs, kRedlineFilterJsSha256},
          {kRedlineSplitJs, kRedlineSplitJsSha256},
          {kRedlinePanelJs, kRedlinePanelJsSha256},
          {kRedlineJs, kRedlineJsSha256}};
}

std::string section_link(const Redline::Heading& heading, const std::string& id, std::size_t section) {
  std::string html = "<a href=\"#" + id + "\" data-s=\"" + std::to_string(section) + "\">";
  if (section == 0) return html + "Before the first section</a>";
  if (heading.number.empty() && heading.heading.empty()) return html + "The text</a>";
  if (!heading.number.empty()) html += "<bdi class=\"number\">" + escaped(heading.number) + "</bdi> ";
  return html + "<bdi>" + escaped(heading.heading) + "</bdi></a>";
}

/// The changed items of each section, as short links.
std::vector<std::string> chips_of(const Article& article) {
  std::vector<std::string> chips(article.sections.size());
  for (const Article::Stop& stop : article.changes) {
    if (stop.section >= chips.size() || !stop.listed) continue;
    chips[stop.section] += " <a class=\"chip\" href=\"#" + stop.id + "\"><bdi>" + escaped(stop.address) + "</bdi></a>";
  }
  return chips;
}

std::string list_of(const Redline& redline, const Article& article) {
  const std::vector<std::string> chips = chips_of(article);
  std::string html = "<ol>\n<li><a href=\"#summary\">What changed</a></li>\n";
  for (const std::size_t s : article.order) {
    const bool changed = redline.sections[s].changed;
    html += changed ? "<li class=\"changed\">" : "<li>";
    html += section_link(redline.sections[s], article.sections[s], s);
    if (changed) html += " <span class=\"mark\">changed</span>";
    if (!chips[s].empty()) html += "<span class=\"chips\">" + chips[s] + "</span>";
    html += "</li>\n";
  }
  if (!article.back.empty()) html += "<li><a href=\"#" + article.back + "\">After the last section</a></li>\n";
  return html + "</ol>\n";
}

void append_header(std::string& out, const Redline& redline, const DocumentDiff& changes, const RedlineNotes& notes,
                   const PageEdits& edits, const std::string& title) {
  out += "<header lang=\"en\">\n<h1 dir=\"auto\">" + escaped(title) + "</h1>\n";
  out += "<p class=\"drafts\"><bdi>" + escaped(from_name(redline.from_label)) + "</bdi> <span class=\"arrow\">→</span> <bdi>" +
         escaped(to_name(redline.to_label)) + "</bdi></p>\n";
  out += timeline_html(notes, edits);
  for (const std::string& notice : notes.notices) out += "<p class=\"notice\" dir=\"auto\">" + escaped(notice) + "</p>\n";
  if (changes.degraded) out += "<p class=\"notice\">Coarser than it could be: " + escaped(*changes.degraded) + "</p>\n";
  out +=
      "<p class=\"legend\"><span class=\"key came\">inserted</span> <span class=\"key went\">deleted</span> "
      "<span class=\"key moved\">moved</span></p>\n</header>\n";
}

}  // namespace

std::string navigation_html(const Redline& redline, const Article& article) {
  const std::string list = list_of(redline, article);
  return "<nav class=\"side\" aria-label=\"Sections\" lang=\"en\">\n" + list +
         "</nav>\n<nav class=\"fold\" id=\"sections\" aria-label=\"Sections\" "
         "lang=\"en\"><details><summary>Sections</summary>\n" +
         list + "</details></nav>\n";
}

}  // namespace report

std::string redline_html(const Redline& redline, const DocumentDiff& changes, const Document& from, const Document& to,
                         const RedlineNotes& notes) {
  const std::string language = report::language_tag(notes.language.empty() ? to.language : notes.language);
  const std::string title = redline.title.empty() ? "Redline" : redline.title;
  const report::PageEdits edits(redline, changes, from, to, notes.credits);
  const report::Article article = report::article_of(edits, changes, language);
  std::string out;
  out.reserve(2 * article.html.size() + 40'000);
  const std::string labels = report::from_name(redline.from_label) + " → " + report::to_name(redline.to_label);
  report::append_page_head(out, title + ": " + labels, language, {kRedlineCss, kRedlineToolsCss}, report::scripts());
  out += "<a class=\"skip\" href=\"#text\">Skip to the text</a>\n";
  report::append_header(out, redline, changes, notes, edits, title);
  // Without a script: the box stands before what it acts on.
  out +=
      "<input type=\"checkbox\" id=\"only\" autocomplete=\"off\"><label for=\"only\" lang=\"en\">Show only what "
      "changed</label>\n";
  out += "<div class=\"page\">\n" + report::navigation_html(redline, article) + "<main>\n";
  out += report::summary_html(changes, from, to, article);
  out += article.html;
  out += report::sources_html(edits, article);
  out += "</main>\n</div>\n" + report::making_html(notes) + "<a class=\"up\" href=\"#sections\" lang=\"en\">Sections</a>\n";
  out += report::edits_data(edits);
  report::append_scripts(out, report::scripts());
  out += "</body>\n</html>\n";
  return out;
}

}  // namespace travaux
