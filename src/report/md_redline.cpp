// The redline in Markdown.
//
// A change is both an element of HTML and Markdown's own emphasis: `<ins>**may**</ins>`, `<del>~~shall~~</del>`. GitHub shows
// underline and strike; a converter that drops elements (pandoc to Word or PDF) still has bold and strike; and next to "<" and
// ">" the delimiters open and close whatever stands in or around them, which they do not in the middle of a word (CommonMark
// 0.30, section 6.2, left- and right-flanking runs).
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "report/lookup.h"
#include "report/md_escape.h"
#include "report/shown.h"
#include "text/unicode.h"

namespace travaux {

namespace report {

namespace {

std::string prose(std::string_view text) { return markdown_escaped(fold_white_space(text), true); }

class MarkdownWriter {
 public:
  MarkdownWriter(const Redline& redline, const DocumentDiff& changes, const RedlineNotes& notes, const RedlineForm& form)
      : redline_(redline),
        changes_(changes),
        notes_(notes),
        form_(form),
        shown_(shown_of(redline, changes, form.changes_only ? std::optional(form.context) : std::nullopt)) {}

  std::string write() {
    write_head();
    out_ += "\n---\n";
    for (const Shown& entry : shown_.blocks) write_block(entry);
    if (shown_.gap_at_end) paragraph("…", 0);
    out_ += "\n---\n";
    quotes_ = 0;
    for (const std::string& line : origin_lines(notes_.origin)) paragraph("<sub>" + prose(line) + "</sub>", 0);
    write_footnotes();
    return std::move(out_);
  }

 private:
  void write_head() {
    out_ += "# " + (redline_.title.empty() ? "Redline" : prose(redline_.title)) + "\n";
    paragraph("**" + prose(from_name(redline_.from_label) + " → " + to_name(redline_.to_label)) + "**", 0);
    for (const std::string& notice : notes_.notices) paragraph(prose(notice), 1);
    if (changes_.degraded) paragraph("Coarser than it could be: " + prose(*changes_.degraded), 1);
    if (form_.changes_only) paragraph("Only what changed is shown; … stands for text left out.", 1);
    quotes_ = 0;
    paragraph("<ins>**inserted**</ins> · <del>~~deleted~~</del> · what moved is marked where it left and where it came to", 0);
    out_ += "\n";
    for (const std::string& line : count_lines(changes_)) out_ += "- " + prose(line) + "\n";
  }

  /// A paragraph so deep in quotations.
  void paragraph(const std::string& text, std::size_t quotes) {
    const std::size_t common = std::min(quotes, quotes_);
    for (std::size_t i = 0; i < common; ++i) out_ += i == 0 ? ">" : " >";
    out_ += "\n";
    for (std::size_t i = 0; i < quotes; ++i) out_ += "> ";
    out_ += text + "\n";
    quotes_ = quotes;
  }

  static std::size_t quotes_of(const RedlineBlock& block) {
    return block.role == Role::kCitation ? 1 : block.role == Role::kPassage ? 2 : 0;
  }

  void write_block(const Shown& entry) {
    const RedlineBlock& block = redline_.blocks[entry.block];
    const std::size_t quotes = quotes_of(block);
    if (entry.after_gap) paragraph("…", std::min(quotes, quotes_));
    std::string told = entry.label;
    if (!entry.move.empty()) told += (told.empty() ? "" : "; ") + entry.move;
    if (!told.empty()) paragraph("<sub>" + prose(told) + "</sub>", quotes);
    if (block.role == Role::kSectionHeading) return write_heading(block, entry);
    std::string indent;
    if (block.role == Role::kItem || block.role == Role::kStatus) {
      for (std::size_t i = 0; i < std::min<std::size_t>(block.depth, 6); ++i) indent += "&emsp;&emsp;";
    }
    for (const Paragraph& pieces : entry.paragraphs) paragraph(indent + words_of_pieces(pieces, indent.empty()), quotes);
  }

  void write_heading(const RedlineBlock& block, const Shown& entry) {
    std::string line;
    for (const Paragraph& pieces : entry.paragraphs) line += (line.empty() ? "" : " <br> ") + words_of_pieces(pieces, false);
    if (!line.empty()) paragraph(std::string(std::min<std::size_t>(block.depth + 2, 6), '#') + " " + line, 0);
  }

  std::string words_of_pieces(const Paragraph& pieces, bool at_start) {
    std::string out;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const Piece& piece = pieces[i];
      if (piece.kind == RunKind::kKept) {
        out += markdown_escaped(piece.text, at_start && out.empty());
        continue;
      }
      out += marked(piece);
      const bool goes_on =
          std::any_of(pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                      std::min(pieces.end(), pieces.begin() + static_cast<std::ptrdiff_t>(i) + 3),
                      [&](const Piece& next) { return next.kind != RunKind::kKept && next.edits == piece.edits; });
      if (!goes_on) out += references(piece);
    }
    return out;
  }

  /// Emphasis opens and closes next to words: white space at the ends stands between it and the element.
  static std::string marked(const Piece& piece) {
    const bool came = piece.kind == RunKind::kInserted;
    const Span core = trim_white_space(piece.text, {0, piece.text.size()});
    std::string out = came ? "<ins>" : "<del>";
    out += piece.text.substr(0, core.begin);
    const std::string_view delimiter = came ? "**" : "~~";
    if (!core.empty()) out.append(delimiter).append(markdown_escaped(core.of(piece.text), false)).append(delimiter);
    if (!core.empty()) out += piece.text.substr(core.end);
    return out + (came ? "</ins>" : "</del>");
  }

  /// Footnotes of a change: who asked for it.
  std::string references(const Piece& piece) {
    if (notes_.credits.attribution == nullptr) return {};
    std::string out;
    for (const std::size_t edit : piece.edits) {
      if (groups_of({piece.kind, "", false, false, {edit}}, notes_.credits).empty()) continue;
      const auto [note, fresh] = footnotes_.try_emplace(edit, footnotes_.size() + 1);
      out += fmt::format("[^{}]", note->second);
    }
    return out;
  }

  /// In the order of the text; then what was asked for and is marked nowhere, as a list.
  void write_footnotes() {
    const std::vector<CreditLine> lines = credit_lines(notes_.credits);
    std::map<std::size_t, std::string> notes;
    std::string others;
    for (const CreditLine& line : lines) {
      const std::string text = fmt::format("{}: {}. {}", prose(line.place), prose(line.change),
                                           prose(fmt::format("{}", fmt::join(line.sources, "; "))));
      const auto note = footnotes_.find(line.edit);
      if (note == footnotes_.end()) {
        others += "- " + text + "\n";
      } else {
        notes[note->second] = text;
      }
    }
    if (!others.empty()) out_ += "\nAsked for besides:\n\n" + others;
    for (const auto& [number, text] : notes) out_ += fmt::format("\n[^{}]: {}\n", number, text);
  }

  const Redline& redline_;
  const DocumentDiff& changes_;
  const RedlineNotes& notes_;
  const RedlineForm& form_;
  ShownRedline shown_;
  std::string out_;
  std::size_t quotes_ = 0;
  std::map<std::size_t, std::size_t> footnotes_;  // by edit
};

}  // namespace

}  // namespace report

std::string redline_markdown(const Redline& redline, const DocumentDiff& changes, const Document& /*from*/,
                             const Document& /*to*/, const RedlineNotes& notes, const RedlineForm& form) {
  return report::MarkdownWriter(redline, changes, notes, form).write();
}

}  // namespace travaux
