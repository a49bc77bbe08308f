#include "report/attribution.h"

#include "travaux/text.h"

namespace travaux::report {

const Proposal& proposal_of(const std::vector<CommentOn>& comments, const ProposalRef& ref) {
  return comments[ref.comment].comment->proposals[ref.proposal];
}

const std::vector<std::string>& askers_of(const std::vector<CommentOn>& comments, const ProposalRef& ref) {
  const Proposal& proposal = proposal_of(comments, ref);
  const std::vector<std::string>& by = comments[ref.comment].comment->by;
  return proposal.by.empty() && by.size() == 1 ? by : proposal.by;
}

std::string status_of(const AttributedEdit& edit) {
  const std::size_t groups = edit.groups().size();
  return groups == 0 ? "unattributed" : groups == 1 ? "attributed" : "joint";
}

std::string request_of(const Proposal& proposal) {
  if (!proposal.words.empty()) return proposal.words;
  return !proposal.new_words.empty() ? proposal.new_words : proposal.old_words;
}

std::string fate_name(ProposalFate fate) { return fate == ProposalFate::kNone ? "without fate" : std::string(name_of(fate)); }

bool may_name(const RedlineCredits& credits, std::string_view group) {
  return credits.only.empty() || fold_case(credits.only) == fold_case(group);
}

std::string_view how_in_words(How how) {
  switch (how) {
    case How::kVerbatim:
      return "in the words asked for";
    case How::kAdapted:
      return "in other words, in part, or in another place";
    case How::kPrinted:
      return "named in the draft’s own bracket";
    case How::kRuled:
      return "by a ruling";
  }
  return {};
}

std::map<std::string, GroupCount> count_groups(const Attribution& attribution, const std::vector<CommentOn>& comments) {
  std::map<std::string, GroupCount> groups;
  for (const AttributedEdit& edit : attribution.edits) {
    for (const std::string& group : edit.groups()) ++groups[group].edits;
  }
  for (const FatedProposal& fated : attribution.proposals) {
    for (const std::string& group : askers_of(comments, fated.proposal)) ++groups[group].proposals[fate_name(fated.fate)];
  }
  return groups;
}

}  // namespace travaux::report
