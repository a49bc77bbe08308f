#include "report/text_citations.h"

#include "report/lookup.h"

namespace travaux::report {

namespace {

constexpr std::size_t kIndent = 6, kUnder = 10;

void add_instrument(Writer& out, const CitationDiff& citation, const std::string& heading) {
  if (heading.find(citation.instrument) == std::string::npos) out.add(Style::kDim, "  [" + citation.instrument + "]");
}

void add_passage_count(Writer& out, const CitationDiff& citation, const Document& document, const CitationSide& side) {
  const Citation* found = citation_of(document, side);
  const std::size_t count = found != nullptr ? found->passages.size() : citation.passages.size();
  if (count > 0) out.add(Style::kDim, "  " + std::to_string(count) + (count == 1 ? " passage" : " passages"));
}

void write_passage(Writer& out, const CitationDiff& citation, const PassageDiff& passage, const Document& from,
                   const Document& to, std::size_t context) {
  if (passage.change == Change::kAdded) {
    out.line(kUnder - 2, kUnder).add(Style::kAdded, "+ " + passage.to_text);
  } else if (passage.change == Change::kRemoved) {
    out.line(kUnder - 2, kUnder).add(Style::kRemoved, "− " + passage.from_text);
  } else {
    write_snippets(out, kUnder, passage.from_text, passage.to_text, passage.edits.data(), passage.edits.size(), context);
  }
  if (const auto forms = form_change(citation, passage, from, to)) {
    const bool loosened = forms->first == PassageForm::kQuotation;
    out.line(kUnder, kUnder + 2)
        .add(Style::kNote, loosened ? "a quotation became a paraphrase" : "a paraphrase became a quotation");
  }
}

void write_locator(Writer& out, const CitationSide& from, const CitationSide& to) {
  if (from.locator == to.locator) return;
  out.line(kUnder, kUnder + 2).add(Style::kNote, "where in it: ");
  if (!from.locator.empty()) out.add(Style::kDeleted, from.locator);
  if (!from.locator.empty() && !to.locator.empty()) out.add(" ");
  if (!to.locator.empty()) out.add(Style::kInserted, to.locator);
}

/// A citation that one side only has.
void write_single(Writer& out, const CitationDiff& citation, const CitationSide& side, const Document& document, Style style,
                  std::string_view sign) {
  const std::string heading = bare_heading(side.heading);
  out.line(kIndent, kUnder).add(style, std::string(sign) + heading);
  add_instrument(out, citation, heading);
  add_passage_count(out, citation, document, side);
}

}  // namespace

void write_citation(Writer& out, const CitationDiff& citation, const Document& from, const Document& to, std::size_t context) {
  if (!citation.from && !citation.to) return;
  if (!citation.from) return write_single(out, citation, *citation.to, to, Style::kAdded, "+ ");
  if (!citation.to) return write_single(out, citation, *citation.from, from, Style::kRemoved, "− ");
  const bool moved = citation.changes.has(Change::kMoved);
  const std::string heading = bare_heading(citation.to->heading);
  out.line(kIndent, kUnder).add(moved ? Style::kMoved : Style::kPlain, (moved ? "→ " : "~ ") + heading);
  add_instrument(out, citation, heading);
  out.add("  ").add(Style::kTag, words_of(citation.changes));
  if (moved) out.add(Style::kTag, " from " + citation.from->item);
  if (citation.changes.has(Change::kRelabelled)) {
    out.line(kUnder, kUnder + 2).add(Style::kNote, "was ").add(Style::kDeleted, bare_heading(citation.from->heading));
  }
  write_locator(out, *citation.from, *citation.to);
  for (const PassageDiff& passage : citation.passages) write_passage(out, citation, passage, from, to, context);
}

void write_citation_left(Writer& out, const CitationDiff& citation) {
  out.line(kIndent, kUnder).add(Style::kMoved, "← " + bare_heading(citation.from->heading));
  out.add("  ").add(Style::kTag, "moved to " + citation.to->item);
}

}  // namespace travaux::report
