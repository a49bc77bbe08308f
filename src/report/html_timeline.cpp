// The drafts on the way from the first to the last, and what the page is made from.
#include <algorithm>

#include "report/html_edits.h"
#include "report/lookup.h"

namespace travaux::report {

namespace {

std::string bdi(std::string_view text) { return "<bdi>" + escaped(text) + "</bdi>"; }

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

/// What is known of a draft besides its label.
std::string particulars(const OriginDraft& draft) {
  std::string html;
  if (draft.round) html += "<span class=\"round\">Round " + std::to_string(*draft.round) + "</span> ";
  if (!draft.date.empty()) html += "<time>" + escaped(draft.date) + "</time> ";
  if (!draft.by.empty()) html += "<span class=\"by\">by " + bdi(draft.by) + "</span> ";
  if (draft.constructed) html += "<span class=\"tag\">constructed, not historical</span> ";
  if (!html.empty()) html.pop_back();
  return html;
}

/// "42 changes: 30 substantive, 2 number; 35 asked for, 7 by nobody".
std::string counts_of(const PageEdits& edits) {
  std::map<EditClass, std::size_t> classes;
  for (const PageEdit& entry : edits.list()) {
    if (entry.edit->edit) ++classes[entry.edit->edit_class];
  }
  std::string text = counted(edits.list().size(), "change", "changes");
  bool first = true;
  for (const auto& [edit_class, number] : classes) {
    text += (first ? ": " : ", ") + std::to_string(number) + " " + std::string(name_of(edit_class));
    first = false;
  }
  if (edits.complete()) {
    text += "; " + std::to_string(edits.asked()) + " asked for, " + std::to_string(edits.list().size() - edits.asked()) +
            " by nobody";
  }
  return text;
}

std::string counts_of(const ChainDraft& step) {
  std::string text;
  if (step.changes) text = counted(*step.changes, "change", "changes");
  if (step.comments) text += (text.empty() ? "" : ", ") + counted(*step.comments, "comment", "comments") + " on the draft before";
  return text;
}

std::string station(const OriginDraft& draft, const std::string& counts, bool compared) {
  std::string html = compared ? "<li class=\"compared\">" : "<li>";
  html += "<b class=\"label\">" + bdi(draft.label) + "</b>";
  const std::string more = particulars(draft);
  if (!more.empty()) html += " <span class=\"more\">" + more + "</span>";
  if (!counts.empty()) html += " <span class=\"counts-since\">" + counts + "</span>";
  return html + "</li>\n";
}

bool is_compared(const OriginDraft& draft, const std::vector<OriginDraft>& compared) {
  return std::any_of(compared.begin(), compared.end(), [&](const OriginDraft& one) { return one.label == draft.label; });
}

}  // namespace

std::string timeline_html(const RedlineNotes& notes, const PageEdits& edits) {
  std::string stations;
  const std::vector<OriginDraft>& compared = notes.origin.drafts;
  for (const ChainDraft& step : notes.chain) stations += station(step.draft, counts_of(step), is_compared(step.draft, compared));
  if (notes.chain.empty()) {
    for (std::size_t d = 0; d < compared.size(); ++d) stations += station(compared[d], d == 0 ? "" : counts_of(edits), true);
  }
  if (stations.empty()) return {};
  return "<section class=\"rounds\" aria-label=\"Rounds\" lang=\"en\">\n<ol>\n" + stations + "</ol>\n</section>\n";
}

std::string making_html(const RedlineNotes& notes) {
  const ReportOrigin& origin = notes.origin;
  if (origin.drafts.empty() && origin.version.empty()) return {};
  std::string html = "<footer lang=\"en\">\n<h2>Made from</h2>\n";
  if (!origin.drafts.empty()) html += "<dl>\n";
  for (const OriginDraft& draft : origin.drafts) {
    html += "<dt>" + bdi(draft.label) + "</dt><dd>" + particulars(draft);
    if (!draft.hash.empty()) html += " <span class=\"hash\">SHA-256 <code>" + escaped(draft.hash) + "</code></span>";
    html += "</dd>\n";
  }
  if (!origin.drafts.empty()) html += "</dl>\n";
  if (!origin.version.empty()) html += "<p>travaux " + bdi(origin.version) + "</p>\n";
  return html + "</footer>\n";
}

}  // namespace travaux::report
