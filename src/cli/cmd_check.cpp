#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/command.h"
#include "cli/drafts.h"
#include "cli/exit_codes.h"
#include "cli/origin.h"
#include "travaux/check.h"

namespace travaux::cli {
namespace {

struct Options {
  std::optional<std::string> draft;
  std::vector<std::string> rules;
  bool list_rules = false, exit_code = false;
};

StyledText rules_text() {
  std::size_t widest = 0;
  for (const CheckRule& rule : check_rules()) widest = std::max(widest, rule.name.size());
  StyledText text;
  for (const CheckRule& rule : check_rules()) {
    const std::string name = fmt::format("{:<{}}  ", rule.name, widest);
    text.push_back({{{Style::kAddress, name}, {Style::kPlain, std::string(rule.meaning)}}, 0, widest + 2, true});
  }
  return text;
}

Status know(const std::vector<std::string>& rules) {
  std::vector<std::string> names;
  for (const CheckRule& rule : check_rules()) names.emplace_back(rule.name);
  for (const std::string& rule : rules) {
    if (std::find(names.begin(), names.end(), rule) != names.end()) continue;
    const std::string guess = nearest(rule, names);
    return usage_error(fmt::format("there is no rule \"{}\"", rule),
                       guess.empty() ? "`travaux check --list-rules` lists them" : fmt::format("did you mean {}?", guess));
  }
  return {};
}

/// The line of the file that was given, where the draft is a plain file.
void tell_file_line(const Draft& draft, std::size_t& line) {
  if (line >= 1 && line <= draft.source_lines.size()) line = draft.source_lines[line - 1];
}

std::vector<Finding> findings_in(const Draft& draft, const Registry& registry, const std::vector<std::string>& rules) {
  std::vector<Finding> findings = check(draft.document, registry);
  std::erase_if(findings, [&](const Finding& finding) {
    return !rules.empty() && std::find(rules.begin(), rules.end(), finding.rule) == rules.end();
  });
  for (Finding& finding : findings) {
    tell_file_line(draft, finding.line);
    for (FindingPlace& other : finding.others) tell_file_line(draft, other.line);
  }
  return findings;
}

Status show(const Session& session, const Draft& draft, const std::vector<Finding>& findings) {
  const std::vector<std::string> told = notices({draft});
  if (session.json()) {
    for (const std::string& notice : told) session.note(notice);
    return session.print(check_json(findings, draft.label, told, origin_of({draft})));
  }
  return session.print(with_notices(told, check_text(findings)));
}

Result<int> run(const Options& options, Session& session) {
  if (options.list_rules) {
    const Status shown = session.print(rules_text());
    return shown ? Result<int>(kDone) : tl::unexpected(shown.error());
  }
  if (!options.draft) return usage_error("which draft?", "name one: `travaux check DRAFT`; or `--list-rules`");
  const Status known = know(options.rules);
  if (!known) return tl::unexpected(known.error());
  Result<std::vector<Draft>> drafts = load_drafts(session, {*options.draft});
  if (!drafts) return tl::unexpected(drafts.error());
  const Result<Registry> registry = session.registry();
  if (!registry) return tl::unexpected(registry.error());
  hide_file_names(*drafts);
  const std::vector<Finding> findings = findings_in(drafts->front(), *registry, options.rules);
  if (!session.common().quiet || !options.exit_code) {
    const Status shown = show(session, drafts->front(), findings);
    if (!shown) return tl::unexpected(shown.error());
  }
  return options.exit_code && !findings.empty() ? kDifferences : kDone;
}

}  // namespace

Run declare_check(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.positional("DRAFT", options->draft, "the draft");
  arguments.list("--rule", options->rules, "NAME", "only what this rule finds; may be given several times");
  arguments.flag("--list-rules", options->list_rules, "list the rules");
  arguments.flag("--exit-code", options->exit_code, "exit 1 where something is found; with --quiet, print nothing");
  arguments.footer(kDraftHelp);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
