// Who brought each word in, as a page: the legend, then the texts. Letters and marks stand in attributes, so that the article
// holds the draft's words and no others.
#include <algorithm>

#include "report/blame_key.h"
#include "report/html.h"
#include "report/html_page.h"
#include "report/origin.h"
#include "travaux/report.h"

namespace travaux {

extern const char kRedlineCss[];
extern const char kBlameCss[];

using namespace report;  // NOLINT: this file is part of that floor

namespace {

constexpr std::size_t kHues = 8, kLines = 5;  // prime to each other: forty looks before one repeats

class BlamePage {
 public:
  BlamePage(const Blame& blame, const std::vector<BlameDraft>& drafts, std::size_t draft)
      : blame_(blame), drafts_(drafts), draft_(draft), key_(blame) {}

  std::string write(const std::vector<std::string>& notices, const ReportOrigin& origin) {
    const Document& document = *drafts_[draft_].document;
    const std::string title = document.title.empty() ? drafts_[draft_].label : document.title;
    append_page_head(out_, title + ": who brought in its words", language_tag(document.language), {kRedlineCss, kBlameCss});
    out_ += "<header id=\"top\" lang=\"en\">\n<h1 dir=\"auto\">" + escaped(title) + "</h1>\n";
    out_ += "<p class=\"drafts\">Who brought in the words of <bdi>" + escaped(drafts_[draft_].label) + "</bdi></p>\n";
    for (const std::string& notice : notices) out_ += "<p class=\"notice\" dir=\"auto\">" + escaped(notice) + "</p>\n";
    if (blame_.degraded) out_ += "<p class=\"notice\">Coarser than it could be: " + escaped(*blame_.degraded) + "</p>\n";
    write_legend();
    out_ += "</header>\n<main>\n<article class=\"blame\" dir=\"auto\">\n";
    for (const BlameText& text : blame_.texts) write_text(text);
    out_ +=
        "</article>\n</main>\n" + origin_html(origin) + "<a class=\"up\" href=\"#top\" lang=\"en\">Top</a>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  std::string class_of(std::size_t entry) const {
    if (key_.entries()[entry].as_tabled) return "tabled";
    return "voice hue" + std::to_string(entry % kHues) + " line" + std::to_string(entry % kLines);
  }

  void write_legend() {
    out_ += "<ul class=\"voices\" aria-label=\"Legend\">\n";
    for (std::size_t k = 0; k < key_.entries().size(); ++k) {
      const BlameKey::Entry& entry = key_.entries()[k];
      out_ += "<li><b>" + (entry.as_tabled ? "" : entry.letter) + "</b> <span class=\"" + class_of(k) + "\"><bdi>" +
              escaped(words_of(entry, drafts_)) + "</bdi></span> <small>" + std::to_string(entry.words) +
              (entry.words == 1 ? " word" : " words") + "</small></li>\n";
    }
    out_ += "</ul>\n";
  }

  void write_text(const BlameText& text) {
    const std::string id = ids_.make(text.is_section ? "section" : "item", text.address);
    const std::string element = text.is_section ? "h2" : "p";
    const std::size_t depth = std::min<std::size_t>(text.place.item.size(), 6);
    out_ += "<" + element + " id=\"" + id + "\" class=\"depth" + std::to_string(depth) + "\"";
    const bool named = !text.is_section || !drafts_[draft_].document->sections[*text.place.section].number.empty();
    if (named) out_ += " data-address=\"" + escaped(text.address) + "\"";
    out_ += ">";
    for (const BlameRun& run : text.runs) write_run(run);
    out_ += "</" + element + ">\n";
  }

  void write_run(const BlameRun& run) {
    const std::size_t entry = key_.of(run);
    const std::size_t end = run.text.find_last_not_of(" \n") + 1;
    const std::string words = escaped(run.text.substr(0, end));
    if (key_.entries()[entry].as_tabled || words.empty()) {
      out_ += words;
    } else {
      out_ += "<span class=\"" + class_of(entry) + "\" data-letter=\"" + key_.entries()[entry].letter + "\" title=\"" +
              escaped(words_of(key_.entries()[entry], drafts_)) + "\">" + words + "</span>";
    }
    out_ += run.text.substr(end);
  }

  const Blame& blame_;
  const std::vector<BlameDraft>& drafts_;
  std::size_t draft_;
  BlameKey key_;
  Ids ids_;
  std::string out_;
};

}  // namespace

std::string blame_html(const Blame& blame, const std::vector<BlameDraft>& drafts, std::size_t draft,
                       const std::vector<std::string>& notices, const ReportOrigin& origin) {
  return BlamePage(blame, drafts, draft).write(notices, origin);
}

}  // namespace travaux
