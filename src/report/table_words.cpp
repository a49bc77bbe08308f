#include "report/table_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "travaux/text.h"

namespace travaux::report {
namespace {

constexpr std::size_t kLongest = 240;  // bytes of a quotation from an edit

/// The text, cut at a word where it is long.
std::string shortened(std::string_view text) {
  const std::string folded = fold_white_space(text);
  if (folded.size() <= kLongest) return folded;
  const std::size_t space = folded.rfind(' ', kLongest);
  return folded.substr(0, space == std::string::npos ? kLongest : space) + " …";
}

/// What is said where nothing is asked.
std::string_view stance(Ask ask) {
  if (ask == Ask::kSupport) return "support";
  return ask == Ask::kReserve ? "reservation" : "remark";
}

}  // namespace

std::string row_name(const TableRow& row) {
  if (row.general) return "general";
  const std::string kind = row.is_section ? "section " : "";
  if (row.to.empty()) return fmt::format("{}{} (gone)", kind, row.from);
  if (row.from.empty()) return fmt::format("{}{} (new)", kind, row.to);
  return row.from == row.to ? kind + row.from : fmt::format("{}{} → {}", kind, row.from, row.to);
}

std::string tally_words(const FateTally& tally) {
  std::string parts;
  const std::pair<std::size_t, const char*> counts[] = {
      {tally.got, "accepted"}, {tally.in_part, "in part"}, {tally.refused, "not taken up"}, {tally.other, "otherwise settled"}};
  for (const auto& [count, name] : counts) {
    if (count > 0) parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", count, name);
  }
  return fmt::format("{} asked{}{}", tally.asked, parts.empty() ? "" : ": ", parts);
}

const Proposal& proposal_of(const TablePapers& papers, const FatedProposal& fated) {
  return papers.comments[fated.proposal.comment].comment->proposals[fated.proposal.proposal];
}

std::string cell_words(const TablePapers& papers, const TableCell& cell) {
  const std::string credited = cell.credited.empty() ? "" : fmt::format("{} credited without a proposal", cell.credited.size());
  if (cell.tally.asked > 0) return tally_words(cell.tally) + (credited.empty() ? "" : "; " + credited);
  std::vector<std::string_view> said;
  if (!credited.empty()) said.push_back(credited);
  for (const std::size_t i : cell.proposals) {
    const std::string_view word = stance(proposal_of(papers, papers.attribution.proposals[i]).asks);
    if (std::find(said.begin(), said.end(), word) == said.end()) said.push_back(word);
  }
  return fmt::format("{}", fmt::join(said, ", "));
}

std::string proposal_words(const Proposal& proposal) {
  return fmt::format("{}{}: {}", proposal.number ? *proposal.number + ". " : "", name_of(proposal.asks),
                     shortened(proposal.words));
}

std::string fate_words(const TablePapers& papers, const FatedProposal& fated) {
  if (fated.fate == ProposalFate::kNone) return std::string(stance(proposal_of(papers, fated).asks));
  std::string words(name_of(fated.fate));
  if (fated.ruled) words += " (ruled)";
  return fated.why.empty() ? words : words + ": " + fated.why;
}

bool is_remark(const FatedProposal& fated, const Proposal& proposal) {
  return fated.fate == ProposalFate::kNone && proposal.asks == Ask::kRemark;
}

std::vector<std::size_t> proposals_by(const TablePapers& papers, const std::string& group) {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < papers.attribution.proposals.size(); ++i) {
    const std::vector<std::string>& by = proposal_of(papers, papers.attribution.proposals[i]).by;
    const bool here = !is_settled_before(papers.comments, papers.attribution.proposals[i]);
    if (here && std::find(by.begin(), by.end(), group) != by.end()) result.push_back(i);
  }
  std::stable_partition(result.begin(), result.end(), [&](std::size_t i) {
    const FatedProposal& fated = papers.attribution.proposals[i];
    return !is_remark(fated, proposal_of(papers, fated));
  });
  return result;
}

std::string edit_words(const AttributedEdit& edit) {
  const std::string from = edit.from.empty() ? "" : "“" + shortened(edit.from) + "”";
  const std::string to = edit.to.empty() ? "" : "“" + shortened(edit.to) + "”";
  std::string words = edit.change;
  if (!edit.instrument.empty()) words += " " + edit.instrument;
  if (!from.empty() && !to.empty()) return fmt::format("{}: {} → {}", words, from, to);
  if (!to.empty()) return fmt::format("{}: {} inserted", words, to);
  return from.empty() ? words : fmt::format("{}: {} deleted", words, from);
}

}  // namespace travaux::report
