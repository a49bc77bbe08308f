// The summary of a comparison as text: how many of each kind.
#include "report/text_summary.h"
#include "report/brackets.h"
#include "report/lookup.h"

namespace travaux {

namespace report {

void write_tally(Writer& out, std::string_view name, const Tally& tally) {
  out.line(2, 14).add(Style::kAddress, name).add(std::string(12 - name.size(), ' '));
  bool first = true;
  for (const auto& [kind, number] : in_order(tally)) {
    out.add((first ? "" : ", ") + std::to_string(number) + " ").add(kind == "unchanged" ? Style::kDim : Style::kTag, kind);
    first = false;
  }
  if (first) out.add(Style::kDim, "none");
}

namespace {

void write_words_changed(Writer& out, std::string_view name, const std::vector<Edit>& edits) {
  if (edits.empty()) return;
  out.line(2, 14).add(Style::kAddress, name).add(std::string(12 - name.size(), ' '));
  out.add(std::to_string(edits.size()) + " ").add(Style::kTag, edits.size() == 1 ? "edit" : "edits");
}

void write_words(Writer& out, std::string_view name, const WordTally& words) {
  Tally tally;
  if (words.kept > 0) tally["unchanged"] = words.kept;
  if (words.added > 0) tally["added"] = words.added;
  if (words.removed > 0) tally["removed"] = words.removed;
  if (words.edited > 0) tally["edited"] = words.edited;
  if (words.moved > 0) tally["moved"] = words.moved;
  write_tally(out, name, tally);
}

}  // namespace

void write_labels(Writer& out, const DocumentDiff& changes) {
  out.line(0, 2).add(Style::kHeading, from_name(changes.from_label) + " → " + to_name(changes.to_label));
  if (changes.degraded) out.line(0, 2).add(Style::kWarning, "Coarser than it could be: " + *changes.degraded);
}

void write_summary(Writer& out, const DocumentDiff& changes, const Ledger* ledger) {
  write_words_changed(out, "front", changes.front);
  write_tally(out, "sections", changes.section_tally());
  write_tally(out, "items", changes.item_tally());
  write_tally(out, "citations", changes.citation_tally());
  write_words_changed(out, "back", changes.back);
  if (ledger == nullptr) return;
  write_words(out, "words from", ledger->from);
  write_words(out, "words to", ledger->to);
}

bool write_no_difference(Writer& out, const DocumentDiff& changes) {
  if (!changes.empty()) return false;
  out.line().add("No difference.");
  return true;
}

}  // namespace report

StyledText diff_summary_text(const DocumentDiff& changes, const Ledger* ledger, const BracketDiff* brackets) {
  StyledText text;
  report::Writer out(text);
  if (report::write_no_difference(out, changes)) return text;
  report::write_labels(out, changes);
  report::write_summary(out, changes, ledger);
  if (brackets != nullptr) report::write_bracket_summary(out, *brackets);
  return text;
}

}  // namespace travaux
