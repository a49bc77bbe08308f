#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/command.h"
#include "cli/asked.h"
#include "cli/exit_codes.h"

namespace travaux::cli {
namespace {

struct Options {
  AskedOptions asked;
  std::string group;
};

std::vector<std::string> notices_of(const Asked& asked) {
  std::vector<std::string> said = notices({asked.from(), asked.to()});
  if (asked.constructed) said.emplace_back("Comments are constructed examples: nobody ever sent them.");
  return said;
}

/// The group that was named, as its comments name it.
Result<std::string> group_of(const Asked& asked, const Attribution& attribution, const std::string& name) {
  const std::string wanted = asked.speakers.resolve(name);
  std::vector<std::string> names;
  for (const Comment& comment : asked.comments) {
    names.insert(names.end(), comment.by.begin(), comment.by.end());
    for (const Proposal& proposal : comment.proposals) names.insert(names.end(), proposal.by.begin(), proposal.by.end());
  }
  for (const AttributedEdit& edit : attribution.edits) {
    for (const std::string& group : edit.groups()) names.push_back(group);
  }
  for (const std::string& known : names) {
    if (known == wanted || fold_case(known) == fold_case(wanted)) return known;
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::string list;
  for (const std::string& known : names) list += (list.empty() ? "" : ", ") + known;
  return usage_error(fmt::format("no comment is by \"{}\"", name),
                     list.empty() ? "there are no comments" : "there are comments by " + list);
}

Status show(const Session& session, const Asked& asked, const Attribution& attribution, const std::string& only) {
  const AttributionReport report{asked.from().label, asked.to().label, notices_of(asked), only};
  if (session.json()) {
    for (const std::string& notice : report.notices) session.note(notice);
    return session.print(attribution_json(attribution, asked.list, report));
  }
  return session.print(with_notices(
      report.notices, attribution_text(attribution, asked.from().document, asked.to().document, asked.list, report)));
}

Result<int> run(const Options& options, Session& session) {
  const Result<Asked> asked = load_asked(session, options.asked);
  if (!asked) return tl::unexpected(asked.error());
  const Document& from = asked->from().document;
  const Document& to = asked->to().document;
  AttributeOptions how;
  how.speakers = asked->speakers;
  Attribution attribution = attribute(from, to, diff(from, to), asked->list, {}, how);
  for (const Diagnostic& note : attribution.notes) session.warn(note.message);
  std::string only;
  if (!options.group.empty()) {
    const Result<std::string> group = group_of(*asked, attribution, options.group);
    if (!group) return tl::unexpected(group.error());
    only = *group;
    attribution = only_of(attribution, only, asked->list);
  }
  const Status shown = show(session, *asked, attribution, only);
  return shown ? Result<int>(kDone) : tl::unexpected(shown.error());
}

}  // namespace

Run declare_attribute(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.positional("A", options->asked.from, "the earlier draft");
  arguments.positional("B", options->asked.to, "the later draft");
  arguments.option("--comments", options->asked.folder, "DIR", "a folder of comments on A, a file each; else the record's");
  arguments.option(
      "--groups", options->asked.groups, "FILE",
      "the groups with members and aliases, as a manifest has them; else the manifest's beside or above the comments");
  arguments.option("--for", options->group, "GROUP", "only what concerns one group: comments are often confidential");
  arguments.footer(kDraftHelp);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
