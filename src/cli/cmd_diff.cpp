#include <memory>

#include "cli/command.h"
#include "cli/drafts.h"
#include "cli/exit_codes.h"
#include "cli/origin.h"
#include "cli/rulings.h"
#include "travaux/bracket_diff.h"
#include "travaux/ledger.h"

namespace travaux::cli {
namespace {

struct Options {
  std::string from, to;
  bool all = false, facts = false, summary = false, exit_code = false;
};

Status show(const Session& session, const Options& options, const std::vector<Draft>& drafts, const DocumentDiff& changes) {
  const Document& from = drafts[0].document;
  const Document& to = drafts[1].document;
  const Ledger ledger = account(from, to, changes);
  const BracketDiff brackets = diff_brackets(from, to, ledger);
  const std::vector<std::string> said = notices(drafts);
  const ReportOrigin origin = origin_of(drafts);
  if (session.json()) {
    for (const std::string& notice : said) session.note(notice);
    return session.print(diff_json(changes, from, to, {options.all, &ledger, options.facts, said, origin, &brackets}));
  }
  if (options.summary) return session.print(with_notices(said, diff_summary_text(changes, &ledger, &brackets)));
  const StyledText text = diff_text(changes, from, to, {.ledger = &ledger, .brackets = &brackets});
  if (changes.empty()) return session.print(with_notices(said, text));
  return session.print(with_origin(with_notices(said, text), origin));
}

Result<int> run(const Options& options, Session& session) {
  if ((options.all || options.facts) && !session.json())
    session.note((options.all ? "--all" : "--facts") + std::string(" changes only what --format json lists"));
  Result<std::vector<Draft>> drafts = load_drafts(session, {options.from, options.to});
  if (!drafts) return tl::unexpected(drafts.error());
  const Result<DiffOptions> how = diff_options(session, (*drafts)[0], (*drafts)[1]);
  if (!how) return tl::unexpected(how.error());
  hide_file_names(*drafts);
  const DocumentDiff changes = diff((*drafts)[0].document, (*drafts)[1].document, *how);
  if (!session.common().quiet || !options.exit_code) {
    const Status shown = show(session, options, *drafts, changes);
    if (!shown) return tl::unexpected(shown.error());
  }
  return options.exit_code && !changes.empty() ? kDifferences : kDone;
}

}  // namespace

Run declare_diff(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.positional("A", options->from, "the earlier draft");
  arguments.positional("B", options->to, "the later draft");
  arguments.flag("--all", options->all, "in JSON, list what did not change too");
  arguments.flag("--facts", options->facts, "in JSON, list what became of every word");
  arguments.flag("--summary", options->summary, "only count the changes");
  arguments.flag("--exit-code", options->exit_code, "exit 1 where there are differences; with --quiet, print nothing");
  arguments.footer(kDraftHelp);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
