#include "cli/attributed.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/origin.h"
#include "cli/rulings.h"
#include "travaux/text.h"

namespace travaux::cli {
namespace {

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
  for (const std::string& group : asked.speakers.groups_of(wanted)) {  // a member whose group spoke for it
    if (std::find(names.begin(), names.end(), group) != names.end()) return group;
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::string list;
  for (const std::string& known : names) list += (list.empty() ? "" : ", ") + known;
  return usage_error(fmt::format("no comment is by \"{}\"", name),
                     list.empty() ? "there are no comments" : "there are comments by " + list);
}

/// The one name of a list, where it is there.
void keep_one(std::vector<std::string>& names, const std::string& only) {
  if (std::find(names.begin(), names.end(), only) != names.end()) names = {only};
}

/// Whether a text names a group other than `only`, under any name that is known.
bool names_another(const Asked& asked, const std::string& text, const std::string& only) {
  const std::string folded = fold_case(text);
  const auto shows = [&](const std::string& name) { return !name.empty() && folded.find(fold_case(name)) != std::string::npos; };
  for (const Comment& comment : asked.comments) {
    const auto other = [&](const std::string& name) { return name != only && shows(name); };
    if (std::any_of(comment.by.begin(), comment.by.end(), other)) return true;
  }
  for (const GroupNames& group : asked.speakers.groups()) {
    if (group.name == only) continue;
    if (shows(group.name) || std::any_of(group.aliases.begin(), group.aliases.end(), shows)) return true;
  }
  return false;
}

/// Takes out of what is reported for one group what would tell of others: who asked with it, whose paper its wish stands in and
/// at which number there, and reasons of rulings that name another.
void keep_one_group(Attributed& result) {
  const std::string& only = result.only;
  Attribution& attribution = result.attribution;
  for (FatedProposal& fated : attribution.proposals) {
    if (fated.ruled && names_another(result.asked, fated.why, only)) fated.why.clear();
  }
  for (AttributedEdit& edit : attribution.edits) {
    for (Source& source : edit.sources) {
      if (source.how == How::kRuled && names_another(result.asked, source.evidence, only)) source.evidence.clear();
    }
  }
  for (Comment& comment : result.asked.comments) {
    const bool own = comment.by == std::vector<std::string>{only};
    for (Proposal& proposal : comment.proposals) {
      keep_one(proposal.by, only);
      if (!own) proposal.number.reset();
    }
    if (own) continue;
    comment.by = {only};
    comment.id.clear();
  }
}

/// What could not be read, on stderr; for one group only what is its own: notes quote the comments.
void tell_notes(const Session& session, const Asked& asked, const std::string& only) {
  for (const Asked::Note& note : asked.notes) {
    if (only.empty() || std::find(note.by.begin(), note.by.end(), only) != note.by.end()) session.note(note.message);
  }
}

/// The rulings on sources and fates; only between drafts of the record.
Result<std::vector<Ruling>> rulings_on(Session& session, const Asked& asked) {
  if (!asked.from().path.empty() || !asked.to().path.empty()) return std::vector<Ruling>();
  const Result<std::vector<StoredRuling>> rulings = rulings_of(session);
  if (!rulings) return tl::unexpected(rulings.error());
  return rulings_between(*rulings, asked.from().label, asked.to().label);
}

}  // namespace

void declare_attributed(Arguments& arguments, AttributedOptions& options) {
  arguments.positional("A", options.asked.from, "the earlier draft");
  arguments.positional("B", options.asked.to, "the later draft");
  arguments.option("--comments", options.asked.folder, "DIR", "a folder of comments on A, a file each; else the record's");
  arguments.option(
      "--groups", options.asked.groups, "FILE",
      "the groups with members and aliases, as a manifest has them; else the manifest's beside or above the comments");
  arguments.option("--authors", options.asked.authors, "FILE",
                   "whose marks the authors of Word files make, as JSON: {\"Jane Doe\": \"CARICOM\"}");
  arguments.option("--for", options.group, "GROUP", "only what concerns one group: comments are often confidential");
}

Result<Attributed> load_attributed(Session& session, const AttributedOptions& options) {
  Result<Asked> asked = load_asked(session, options.asked);
  if (!asked) return tl::unexpected(asked.error());
  const Result<DiffOptions> how = diff_options(session, asked->from(), asked->to());
  if (!how) return tl::unexpected(how.error());
  const Result<std::vector<Ruling>> rulings = rulings_on(session, *asked);
  if (!rulings) return tl::unexpected(rulings.error());
  Attributed result{std::move(*asked), {}, {}, {}, {}};
  hide_file_name(result.asked.drafts[result.asked.drafts.size() - 2], name_by_place(0, 2));
  hide_file_name(result.asked.drafts.back(), name_by_place(1, 2));
  const Document& from = result.asked.from().document;
  const Document& to = result.asked.to().document;
  result.changes = diff(from, to, *how);
  AttributeOptions attribute_options;
  attribute_options.speakers = result.asked.speakers;
  std::vector<Ruling> obeyed = *rulings;
  obeyed.insert(obeyed.end(), options.more.begin(), options.more.end());
  result.attribution = attribute(from, to, result.changes, result.asked.list, obeyed, attribute_options);
  if (options.more.empty()) {
    for (const Diagnostic& note : result.attribution.notes) session.warn(note.message);
  }
  result.notices = notices_of(result.asked);
  if (options.group.empty()) {
    tell_notes(session, result.asked, {});
    return result;
  }
  const Result<std::string> group = group_of(result.asked, result.attribution, options.group);
  if (!group) return tl::unexpected(group.error());
  result.only = *group;
  tell_notes(session, result.asked, result.only);
  result.attribution = only_of(result.attribution, result.only, result.asked.list);
  keep_one_group(result);
  return result;
}

}  // namespace travaux::cli
