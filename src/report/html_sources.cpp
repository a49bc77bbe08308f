// Who asked for the changes, as a list after the text: readable without a script, opened beside the text with one.
#include <algorithm>

#include "report/attribution.h"
#include "report/html_edits.h"
#include "report/lookup.h"

namespace travaux::report {

namespace {

constexpr std::size_t kShown = 400;  ///< bytes of one side of an edit: the text itself has all of it

std::string bdi(std::string_view text) { return "<bdi>" + escaped(text) + "</bdi>"; }

std::string tag(std::string_view name) { return "<span class=\"tag " + escaped(name) + "\">" + escaped(name) + "</span>"; }

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

/// Cut at a space, with a sign that it was.
std::string shortened(const std::string& words) {
  std::string folded = fold_white_space(words);
  if (folded.size() <= kShown) return folded;
  const std::size_t end = folded.rfind(' ', kShown);
  if (end == std::string::npos) return folded;
  return folded.substr(0, end) + " …";
}

std::string_view form_in_words(CommentForm form) {
  switch (form) {
    case CommentForm::kLetter:
      return "letter";
    case CommentForm::kMarkedCopy:
      return "marked-up copy";
    case CommentForm::kBracketed:
      return "bracketed text";
    case CommentForm::kRedraft:
      return "redraft";
  }
  return {};
}

class SourcesWriter {
 public:
  SourcesWriter(const PageEdits& edits, const Article& article) : edits_(edits), article_(article) {}

  std::string write() {
    out_ = "<section class=\"sources\" id=\"sources\" lang=\"en\">\n<h2>Who asked for it</h2>\n<p class=\"lead\">" + lead() +
           "</p>\n";
    write_list(true, {});
    if (edits_.complete()) write_list(false, "<h3>Nobody asked for these</h3>\n");
    return out_ + "</section>\n";
  }

 private:
  std::string lead() const {
    const std::size_t all = edits_.list().size(), asked = edits_.asked();
    const std::string& only = edits_.credits().only;
    if (!only.empty())
      return bdi(only) + " asked for " + counted(asked, "change", "changes") + " of " + std::to_string(all) + ".";
    std::string text = std::to_string(asked) + " of " + counted(all, "change", "changes") + " were asked for; nobody asked for " +
                       (asked == all ? std::string("none") : std::to_string(all - asked)) + ".";
    for (const auto& [group, count] : edits_.groups()) text += " " + bdi(group) + ": " + std::to_string(count) + ".";
    return text;
  }

  void write_list(bool asked, std::string_view heading) {
    std::string entries;
    for (std::size_t e = 0; e < edits_.list().size(); ++e) {
      if (edits_.list()[e].sources.empty() != asked) entries += entry(e);
    }
    if (!entries.empty()) out_.append(heading).append("<ol>\n").append(entries).append("</ol>\n");
  }

  std::string entry(std::size_t e) const {
    const PageEdit& page = edits_.list()[e];
    const AttributedEdit& edit = *page.edit;
    std::string html = "<li id=\"e" + std::to_string(e) + "\">\n<p class=\"what\">" + place_link(edit) + " " + tag(edit.change);
    if (edit.edit) html += " " + tag(name_of(edit.edit_class));
    if (edit.strength != Strength::kNone) html += " " + tag(name_of(edit.strength));
    if (!edit.instrument.empty()) html += " " + bdi(edit.instrument);
    html += "</p>\n" + words(edit);
    if (page.sources.empty()) return html + "<p class=\"nobody\">Nobody asked for it.</p>\n</li>\n";
    html += "<ul>\n";
    for (const Source* source : page.sources) html += source_html(*source);
    return html + "</ul>\n</li>\n";
  }

  std::string place_link(const AttributedEdit& edit) const {
    const std::string place = bdi(place_of(edit));
    auto found = article_.items.find({Side::kTo, edit.to_item});
    if (edit.to_item.empty()) found = article_.items.find({Side::kFrom, edit.from_item});
    return found == article_.items.end() ? place : "<a href=\"#" + found->second + "\">" + place + "</a>";
  }

  static std::string words(const AttributedEdit& edit) {
    if (edit.change == "moved") return {};  // it says the same on both sides
    std::string html;
    if (!edit.from.empty()) html += "<span class=\"went\">" + escaped(shortened(edit.from)) + "</span>";
    if (!edit.to.empty()) html += (html.empty() ? "" : " ") + ("<span class=\"came\">" + escaped(shortened(edit.to)) + "</span>");
    return html.empty() ? html : "<p class=\"words\" dir=\"auto\">" + html + "</p>\n";
  }

  std::string source_html(const Source& source) const {
    std::string html = "<li>\n<p class=\"who\"><b>" + bdi(source.by) + "</b>" + paper(source) + "</p>\n";
    html += "<p class=\"how\">" + std::string(name_of(source.how)) + ": " + std::string(how_in_words(source.how)) + " (" +
            std::to_string(static_cast<int>(source.score * 100 + 0.5)) + "%)</p>\n";
    const std::string request = source.proposal ? fold_white_space(request_of(proposal(source))) : std::string();
    if (!request.empty()) html += "<blockquote dir=\"auto\">" + escaped(request) + "</blockquote>\n";
    const std::string evidence = fold_white_space(source.evidence);
    if (!evidence.empty() && evidence != request) html += "<p class=\"evidence\" dir=\"auto\">" + escaped(evidence) + "</p>\n";
    return html + "</li>\n";
  }

  const Proposal& proposal(const Source& source) const { return proposal_of(*edits_.credits().comments, *source.proposal); }

  /// ", proposal 2, letter of 2011-05-09 on rev. 1": never the comment's file.
  std::string paper(const Source& source) const {
    if (!source.proposal) return {};
    const Comment& comment = *(*edits_.credits().comments)[source.proposal->comment].comment;
    std::string html;
    if (const std::string number = proposal(source).number.value_or(""); !number.empty()) html += ", proposal " + bdi(number);
    html += ", " + std::string(form_in_words(comment.form));
    if (!comment.date.empty()) html += " of " + bdi(comment.date);
    if (!comment.on.empty()) html += " on " + bdi(comment.on);
    return html;
  }

  const PageEdits& edits_;
  const Article& article_;
  std::string out_;
};

}  // namespace

std::string sources_html(const PageEdits& edits, const Article& article) {
  return edits.credited() && !edits.list().empty() ? SourcesWriter(edits, article).write() : std::string();
}

}  // namespace travaux::report
