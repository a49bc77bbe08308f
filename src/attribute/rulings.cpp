// A person's corrections: obeyed, or reported where they fit nothing any more.
#include <algorithm>

#include "attribute/claims.h"

namespace travaux {
namespace {

bool agrees(const std::string& asked, const std::string& is) {
  return asked.empty() || comparison_form(asked) == comparison_form(is);
}

std::vector<std::size_t> edits_of(const Matter& matter, const Ruling& ruling) {
  std::vector<std::size_t> found;
  if (ruling.from_item.empty() && ruling.to_item.empty() && ruling.from.empty() && ruling.to.empty()) return found;
  for (std::size_t e = 0; e < matter.edits.size(); ++e) {
    const AttributedEdit& edit = matter.edits[e];
    if (agrees(ruling.from_item, edit.from_item) && agrees(ruling.to_item, edit.to_item) && agrees(ruling.from, edit.from) &&
        agrees(ruling.to, edit.to))
      found.push_back(e);
  }
  return found;
}

std::optional<ProposalRef> proposal_of(const std::vector<CommentOn>& comments, const Ruling& ruling) {
  if (ruling.comment.empty()) return std::nullopt;
  for (std::size_t c = 0; c < comments.size(); ++c) {
    if (comments[c].comment->id != ruling.comment) continue;
    const std::vector<Proposal>& proposals = comments[c].comment->proposals;
    for (std::size_t p = 0; p < proposals.size(); ++p) {
      if (proposals[p].number.value_or("") == ruling.number) return ProposalRef{c, p};
    }
  }
  return std::nullopt;
}

Diagnostic unfit(const Ruling& ruling, const std::string& why) {
  std::string about = !ruling.to_item.empty() ? ruling.to_item : ruling.from_item;
  if (about.empty()) about = ruling.comment.empty() ? "an edit" : ruling.comment;
  return {0, Severity::kWarning,
          "the ruling " + (ruling.id.empty() ? std::string("") : ruling.id + " ") + "on " + about + " is not applied: " + why};
}

}  // namespace

void obey_before_fates(Matter& matter, const std::vector<CommentOn>& comments, const std::vector<Ruling>& rulings,
                       std::vector<Diagnostic>& notes) {
  for (const Ruling& ruling : rulings) {
    if (ruling.kind == RulingKind::kFate) continue;
    const std::vector<std::size_t> found = edits_of(matter, ruling);
    if (found.empty()) {
      notes.push_back(unfit(ruling, "no edit of this comparison has these addresses and words"));
      continue;
    }
    const std::optional<ProposalRef> proposal = proposal_of(comments, ruling);
    if (!ruling.comment.empty() && !proposal) {
      notes.push_back(unfit(ruling, "no comment of that name has a proposal of that number"));
      continue;
    }
    for (const std::size_t e : found) {
      std::vector<Source>& sources = matter.edits[e].sources;
      const bool adds = ruling.kind == RulingKind::kSource;
      std::erase_if(sources, [&](const Source& source) {
        const bool by_whom = ruling.by.empty() || source.by == ruling.by;
        return adds ? source.by == ruling.by && (!proposal || source.proposal == proposal)
                    : by_whom && (!proposal || source.proposal == proposal);
      });
      if (adds) sources.push_back({ruling.by, proposal, 1, How::kRuled, ruling.reason});
      settle_sources(matter.edits[e]);
    }
  }
}

void obey_on_fates(const Matter&, const std::vector<CommentOn>& comments, const std::vector<Ruling>& rulings,
                   std::vector<FatedProposal>& proposals, std::vector<Diagnostic>& notes) {
  for (const Ruling& ruling : rulings) {
    if (ruling.kind != RulingKind::kFate) continue;
    const std::optional<ProposalRef> proposal = proposal_of(comments, ruling);
    const auto found = std::find_if(proposals.begin(), proposals.end(),
                                    [&](const FatedProposal& fated) { return proposal && fated.proposal == *proposal; });
    if (found == proposals.end()) {
      notes.push_back(unfit(ruling, "no comment of that name has a proposal of that number"));
      continue;
    }
    found->fate = ruling.fate;
    found->ruled = true;
    if (!ruling.reason.empty()) found->why = ruling.reason;
  }
}

}  // namespace travaux
