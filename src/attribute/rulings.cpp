// A person's corrections: obeyed, or reported where they fit nothing any more.
#include <algorithm>

#include "attribute/claims.h"

namespace travaux {
namespace {

bool agrees(const std::string& asked, const std::string& is) {
  return asked.empty() || comparison_form(asked) == comparison_form(is);
}

/// Words without marks at their edges, one space between two, and one at either end: so that a part of them is whole words.
std::string bare(const std::string& text) {
  const std::vector<Token> tokens = tokenize(text);
  std::size_t begin = 0, end = tokens.size();
  const auto is_mark = [&](std::size_t t) { return loose_form(tokens[t].span.of(text)).empty(); };
  while (begin < end && is_mark(begin)) ++begin;
  while (end > begin && is_mark(end - 1)) --end;
  std::string words = " ";
  for (std::size_t t = begin; t < end; ++t) words += comparison_form(tokens[t].span.of(text)) + " ";
  return words;
}

/// How nearly the words of a ruling are those of an edit, whatever marks stand at their edges.
enum class Agreement { kNone, kContained, kSame };

Agreement agreement_of(const std::string& asked, const std::string& is) {
  if (agrees(asked, is)) return Agreement::kSame;
  const std::string a = bare(asked), b = bare(is);
  if (a.size() < 2 || b.size() < 2) return Agreement::kNone;
  if (a == b) return Agreement::kSame;
  const bool contained = b.find(a) != std::string::npos || a.find(b) != std::string::npos;
  return contained ? Agreement::kContained : Agreement::kNone;
}

/// The edits that a ruling speaks of: those of its very words; else the one in which its words stand, or that stands in them.
std::vector<std::size_t> edits_of(const Matter& matter, const Ruling& ruling) {
  std::vector<std::size_t> same, contained;
  if (ruling.from_item.empty() && ruling.to_item.empty() && ruling.from.empty() && ruling.to.empty()) return same;
  for (std::size_t e = 0; e < matter.edits.size(); ++e) {
    const AttributedEdit& edit = matter.edits[e];
    if (!agrees(ruling.from_item, edit.from_item) || !agrees(ruling.to_item, edit.to_item)) continue;
    const Agreement words = std::min(agreement_of(ruling.from, edit.from), agreement_of(ruling.to, edit.to));
    if (words == Agreement::kSame) same.push_back(e);
    if (words == Agreement::kContained) contained.push_back(e);
  }
  if (!same.empty() || contained.size() != 1) return same;
  return contained;
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
