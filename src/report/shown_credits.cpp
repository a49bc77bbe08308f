// What stands before and after the text of a printed redline: counts and sources.
#include <fmt/format.h>

#include <algorithm>

#include "report/attribution.h"
#include "report/lookup.h"
#include "report/shown.h"

namespace travaux::report {

namespace {

std::string quoted(const std::string& text) {
  std::string words = opening_of(text, 160);
  return words.starts_with("“") || words.starts_with("\"") ? words : "“" + words + "”";
}

std::string place_of(const AttributedEdit& edit) {
  if (edit.target == EditTarget::kSection) {
    const bool bare = !edit.section.empty() && edit.section.front() >= '0' && edit.section.front() <= '9';
    return bare ? "Section " + edit.section : edit.section;
  }
  if (edit.target == EditTarget::kFront) return "Before the first section";
  if (edit.target == EditTarget::kBack) return "After the last section";
  std::vector<std::string> from, to;
  if (!edit.from_item.empty()) from.push_back(edit.from_item);
  if (!edit.to_item.empty()) to.push_back(edit.to_item);
  const std::string place = from_to(from, to);
  return edit.instrument.empty() ? place : place + ", " + edit.instrument;
}

std::string change_of(const AttributedEdit& edit) {
  if (edit.from.empty() && edit.to.empty()) return edit.change;
  if (edit.from.empty()) return edit.change + " " + quoted(edit.to);
  if (edit.to.empty()) return edit.change + " " + quoted(edit.from);
  return edit.change + " " + quoted(edit.from) + " → " + quoted(edit.to);
}

std::string source_line(const Source& source, const RedlineCredits& credits) {
  std::string line = source.by;
  if (source.proposal && credits.comments != nullptr) {
    const Proposal& proposal = proposal_of(*credits.comments, *source.proposal);
    if (proposal.number && !proposal.number->empty()) line += ", proposal " + *proposal.number;
  }
  line += fmt::format(", {}", name_of(source.how));
  return source.evidence.empty() ? line : line + ": " + quoted(source.evidence);
}

void add_counts(std::vector<std::string>& lines, std::string_view name, const Tally& tally) {
  std::string line;
  for (const auto& [kind, number] : in_order(tally)) {
    line += fmt::format("{}{} {}", line.empty() ? "" : ", ", number, kind);
  }
  if (!line.empty()) lines.push_back(fmt::format("{}: {}", name, line));
}

void add_edits(std::vector<std::string>& lines, std::string_view name, const std::vector<Edit>& edits) {
  if (!edits.empty()) lines.push_back(fmt::format("{}: {} {}", name, edits.size(), edits.size() == 1 ? "edit" : "edits"));
}

}  // namespace

std::string opening_of(const std::string& text, std::size_t most) {
  const std::string folded = fold_white_space(text);
  std::size_t seen = 0, end = 0;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if ((static_cast<unsigned char>(folded[at]) & 0xC0U) == 0x80U) continue;
    if (seen++ == most) return folded.substr(0, end == 0 ? at : end) + " …";
    if (folded[at] == ' ') end = at;
  }
  return folded;
}

std::vector<std::string> groups_of(const Piece& piece, const RedlineCredits& credits) {
  std::vector<std::string> groups;
  if (credits.attribution == nullptr) return groups;
  for (const std::size_t e : piece.edits) {
    if (e >= credits.attribution->edits.size()) continue;
    for (std::string& group : credits.attribution->edits[e].groups()) {
      const bool fresh = std::find(groups.begin(), groups.end(), group) == groups.end();
      if (fresh && may_name(credits, group)) groups.push_back(std::move(group));
    }
  }
  return groups;
}

std::vector<CreditLine> credit_lines(const RedlineCredits& credits) {
  std::vector<CreditLine> lines;
  if (credits.attribution == nullptr) return lines;
  for (std::size_t e = 0; e < credits.attribution->edits.size(); ++e) {
    const AttributedEdit& edit = credits.attribution->edits[e];
    CreditLine line{e, place_of(edit), change_of(edit), {}};
    for (const Source& source : edit.sources) {
      if (may_name(credits, source.by)) line.sources.push_back(source_line(source, credits));
    }
    if (!line.sources.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> count_lines(const DocumentDiff& changes) {
  std::vector<std::string> lines;
  if (changes.empty()) return {"No difference."};
  add_edits(lines, "Before the first section", changes.front);
  add_counts(lines, "Sections", changes.section_tally());
  add_counts(lines, "Items", changes.item_tally());
  add_counts(lines, "Mandates", changes.citation_tally());
  add_edits(lines, "After the last section", changes.back);
  return lines;
}

}  // namespace travaux::report
