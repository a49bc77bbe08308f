// Which comments count, and what of the answer concerns one group.
#include <algorithm>
#include <map>

#include "travaux/attribute.h"

namespace travaux {

bool is_candidate(const Candidate& comment, const std::vector<std::string>& chain, std::string_view date_of_later) {
  if (std::find(chain.begin(), chain.end(), comment.on) == chain.end()) return false;
  const std::size_t said = std::min(comment.date.size(), date_of_later.size());
  return std::string_view(comment.date).substr(0, said) <= date_of_later.substr(0, said);
}

namespace {

bool asked_by(const FatedProposal& fated, std::string_view group, const std::vector<CommentOn>& comments) {
  const Comment& comment = *comments[fated.proposal.comment].comment;
  const std::vector<std::string>& own = comment.proposals[fated.proposal.proposal].by;
  const std::vector<std::string>& by = own.empty() && comment.by.size() == 1 ? comment.by : own;
  return std::find(by.begin(), by.end(), group) != by.end();
}

}  // namespace

Attribution only_of(const Attribution& attribution, std::string_view group, const std::vector<CommentOn>& comments) {
  Attribution only;
  std::map<std::size_t, std::size_t> kept;
  for (std::size_t e = 0; e < attribution.edits.size(); ++e) {
    AttributedEdit edit = attribution.edits[e];
    std::erase_if(edit.sources, [&](const Source& source) { return source.by != group; });
    if (edit.sources.empty()) continue;
    kept[e] = only.edits.size();
    only.edits.push_back(std::move(edit));
  }
  for (FatedProposal fated : attribution.proposals) {
    if (!asked_by(fated, group, comments)) continue;
    fated.competing.clear();
    std::vector<std::size_t> edits;
    for (const std::size_t e : fated.edits) {
      if (kept.contains(e)) edits.push_back(kept[e]);
    }
    fated.edits = std::move(edits);
    only.proposals.push_back(std::move(fated));
  }
  return only;
}

}  // namespace travaux
