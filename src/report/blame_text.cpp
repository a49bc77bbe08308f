// Who brought each word in, as text.
#include <fmt/format.h>

#include <algorithm>

#include "report/blame_key.h"
#include "report/styled.h"

namespace travaux {

using namespace report;  // NOLINT: this file is part of that floor

namespace {

constexpr std::size_t kIndent = 2;

class BlameWriter {
 public:
  BlameWriter(const Blame& blame, const std::vector<BlameDraft>& drafts, std::size_t draft)
      : blame_(blame), drafts_(drafts), label_(drafts[draft].label), document_(*drafts[draft].document), key_(blame) {}

  StyledText write() {
    out_.line(0, kIndent).add(Style::kHeading, "Who brought in the words of " + label_);
    if (blame_.degraded) out_.line(0, kIndent).add(Style::kWarning, "Coarser than it could be: " + *blame_.degraded);
    write_legend();
    for (const BlameText& text : blame_.texts) write_text(text);
    return std::move(text_);
  }

 private:
  Style style_of(std::size_t entry) const {
    if (key_.entries()[entry].as_tabled) return Style::kPlain;
    static constexpr Style kVoices[] = {Style::kVoice1, Style::kVoice2, Style::kVoice3,
                                        Style::kVoice4, Style::kVoice5, Style::kVoice6};
    return kVoices[entry % std::size(kVoices)];
  }

  void write_legend() {
    if (key_.entries().empty()) return;
    out_.gap();
    std::size_t width = 0;
    for (const BlameKey::Entry& entry : key_.entries()) width = std::max(width, entry.letter.size());
    for (std::size_t k = 0; k < key_.entries().size(); ++k) {
      const BlameKey::Entry& entry = key_.entries()[k];
      const std::string mark = entry.as_tabled ? "no mark" : "{" + entry.letter + "|…}";
      out_.line(kIndent, kIndent + width + 8).add(style_of(k), mark).add(std::string(width + 8 - display_width(mark), ' '));
      out_.add(words_of(entry, drafts_))
          .add(Style::kDim, fmt::format("  {} {}", entry.words, entry.words == 1 ? "word" : "words"));
    }
  }

  void write_text(const BlameText& text) {
    out_.gap();
    const std::size_t depth = text.is_section || text.place.item.empty() ? 0 : text.place.item.size() - 1;
    const std::size_t indent = text.is_section ? 0 : kIndent * (depth + 1);
    out_.line(indent, indent + kIndent);
    const bool named = !text.is_section || !document_.sections[*text.place.section].number.empty();
    if (named) out_.add(text.is_section ? Style::kHeading : Style::kAddress, text.address).add(text.runs.empty() ? "" : "  ");
    for (const BlameRun& run : text.runs) write_run(run);
  }

  /// The white space behind the words stands outside the marks.
  void write_run(const BlameRun& run) {
    const std::size_t entry = key_.of(run);
    const std::size_t end = run.text.find_last_not_of(" \n") + 1;
    const std::string words = run.text.substr(0, end);
    if (key_.entries()[entry].as_tabled) {
      out_.add(words);
    } else if (!words.empty()) {
      out_.add(style_of(entry), "{" + key_.entries()[entry].letter + "|" + words + "}");
    }
    out_.add(run.text.substr(end));
  }

  const Blame& blame_;
  const std::vector<BlameDraft>& drafts_;
  const std::string& label_;
  const Document& document_;
  BlameKey key_;
  StyledText text_;
  Writer out_{text_};
};

}  // namespace

StyledText blame_text(const Blame& blame, const std::vector<BlameDraft>& drafts, std::size_t draft) {
  return BlameWriter(blame, drafts, draft).write();
}

}  // namespace travaux
