// What both reports on attribution say alike.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "travaux/attribute.h"
#include "travaux/report.h"

namespace travaux::report {

const Proposal& proposal_of(const std::vector<CommentOn>& comments, const ProposalRef& ref);
/// Who asks: the proposal's groups, else the comment's one group; nobody for an anonymous bracket in a paper of several.
const std::vector<std::string>& askers_of(const std::vector<CommentOn>& comments, const ProposalRef& ref);
/// "attributed", "joint" or "unattributed".
std::string status_of(const AttributedEdit& edit);
/// The request as the comment words it, else the words that it puts forward.
std::string request_of(const Proposal& proposal);
/// "without fate" for remarks, support and reservations.
std::string fate_name(ProposalFate fate);

/// Whether a report may name a group: any, or the one that it is for.
bool may_name(const RedlineCredits& credits, std::string_view group);

/// How a source matches its edit: "in the words asked for".
std::string_view how_in_words(How how);

/// How many edits a group is a source of, and what became of its proposals.
struct GroupCount {
  std::size_t edits = 0;
  std::map<std::string, std::size_t> proposals;
};
std::map<std::string, GroupCount> count_groups(const Attribution& attribution, const std::vector<CommentOn>& comments);

}  // namespace travaux::report
