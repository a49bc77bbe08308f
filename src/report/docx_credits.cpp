#include "report/docx_credits.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/attribution.h"

namespace travaux::report {

namespace {

std::string drafter_of(const Redline& redline, const RedlineNotes& notes) {
  const std::string by = notes.origin.drafts.empty() ? "" : fold_white_space(notes.origin.drafts.back().by);
  if (!by.empty()) return by;
  const std::string label = fold_white_space(redline.to_label);
  return label.empty() ? "travaux" : label;
}

/// Noon of a day that is known; a month or a year is no day.
std::string noon_of(const RedlineNotes& notes) {
  const std::string date = notes.origin.drafts.empty() ? "" : notes.origin.drafts.back().date;
  const bool day = date.size() == 10 && date[4] == '-' && date[7] == '-' &&
                   std::all_of(date.begin(), date.end(), [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
  return day ? date + "T12:00:00Z" : "";
}

}  // namespace

DocxCredits::DocxCredits(const Redline& redline, const RedlineNotes& notes)
    : credits_(notes.credits), drafter_(drafter_of(redline, notes)), date_(noon_of(notes)) {}

std::vector<const Source*> DocxCredits::sources_of(std::size_t edit) const {
  std::vector<const Source*> sources;
  if (credits_.attribution == nullptr || edit >= credits_.attribution->edits.size()) return sources;
  for (const Source& source : credits_.attribution->edits[edit].sources) {
    if (may_name(credits_, source.by)) sources.push_back(&source);
  }
  return sources;
}

std::string DocxCredits::askers_of(std::size_t edit) const {
  std::vector<std::string> names;
  for (const Source* source : sources_of(edit)) {
    if (std::find(names.begin(), names.end(), source->by) == names.end()) names.push_back(source->by);
  }
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + fold_white_space(name);
  return list;
}

std::vector<std::size_t> DocxCredits::asked_for(const Run& run) const {
  std::vector<std::size_t> edits;
  for (const std::size_t edit : run.edits) {
    if (!sources_of(edit).empty()) edits.push_back(edit);
  }
  return edits;
}

std::string DocxCredits::author_of(const Run& run) const {
  const std::vector<std::size_t> edits = asked_for(run);
  return edits.empty() ? drafter_ : askers_of(edits.front());
}

/// "CARICOM, proposal 2 of its comment of 2011-04-12: in the words asked for (0.97)".
std::string DocxCredits::told(const Source& source) const {
  std::string line = source.by;
  if (source.proposal && credits_.comments != nullptr) {
    const CommentOn& on = (*credits_.comments)[source.proposal->comment];
    const Proposal& proposal = proposal_of(*credits_.comments, *source.proposal);
    line += proposal.number ? ", proposal " + *proposal.number : ", a proposal";
    line += on.comment->date.empty() ? " of its comment" : " of its comment of " + on.comment->date;
    if (on.earlier != nullptr && !on.earlier->label.empty()) line += " on " + on.earlier->label;
  }
  line += ": " + std::string(how_in_words(source.how));
  const bool measured = source.how == How::kVerbatim || source.how == How::kAdapted;
  return measured ? line + fmt::format(" ({:.2f})", source.score) : line;
}

std::vector<std::string> DocxCredits::evidence_of(std::size_t edit) const {
  std::vector<std::string> paragraphs;
  for (const Source* source : sources_of(edit)) {
    paragraphs.push_back(fold_white_space(told(*source)));
    if (!source->evidence.empty()) paragraphs.push_back(fold_white_space(source->evidence));
  }
  return paragraphs;
}

}  // namespace travaux::report
