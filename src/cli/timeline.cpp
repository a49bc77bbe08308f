#include "cli/timeline.h"

#include <algorithm>

#include "cli/chain.h"
#include "cli/origin.h"
#include "cli/rulings.h"
#include "travaux/attribute.h"
#include "travaux/diff.h"

namespace travaux::cli {
namespace {

constexpr std::size_t kCounted = 100;  // drafts; beyond, to compare them all would keep a reader waiting

Result<std::size_t> edits_between(Session& session, const Draft& from, const Draft& to) {
  const Result<DiffOptions> how = diff_options(session, from, to);
  if (!how) return tl::unexpected(how.error());
  return attribute(from.document, to.document, diff(from.document, to.document, *how), {}).edits.size();
}

Status count_comments(Session& session, std::vector<ChainDraft>& rounds) {
  const Result<Record*> record = session.record();
  if (!record) return tl::unexpected(record.error());
  const Result<std::vector<StoredComment>> comments = (*record)->comments();
  if (!comments) return tl::unexpected(comments.error());
  for (std::size_t k = 1; k < rounds.size(); ++k) {
    const std::string& before = rounds[k - 1].draft.label;
    const auto on = [&](const StoredComment& comment) {
      return comment.info.on == before && !comment.withdrawn && comment.replaced_by.empty();
    };
    rounds[k].comments = static_cast<std::size_t>(std::count_if(comments->begin(), comments->end(), on));
  }
  return {};
}

}  // namespace

Result<std::vector<ChainDraft>> timeline(Session& session, const Draft& from, const Draft& to, bool with_comments) {
  std::vector<ChainDraft> rounds;
  if (!from.path.empty() || !to.path.empty()) return rounds;
  const Result<DraftChain> chain = load_chain(session, to.label, {});
  if (!chain) return tl::unexpected(chain.error());
  std::vector<std::size_t> way = way_back(*chain);
  std::reverse(way.begin(), way.end());
  const auto is_from = [&](std::size_t draft) { return chain->drafts[draft].label == from.label; };
  if (std::none_of(way.begin(), way.end(), is_from)) return rounds;
  const ReportOrigin origin = origin_of(chain->drafts);
  for (std::size_t k = 0; k < way.size(); ++k) {
    rounds.push_back({origin.drafts[way[k]]});
    if (k == 0 || way.size() > kCounted) continue;
    const Result<std::size_t> edits = edits_between(session, chain->drafts[way[k - 1]], chain->drafts[way[k]]);
    if (!edits) return tl::unexpected(edits.error());
    rounds.back().changes = *edits;
  }
  if (with_comments) {
    if (const Status counted = count_comments(session, rounds); !counted) return tl::unexpected(counted.error());
  }
  return rounds;
}

}  // namespace travaux::cli
