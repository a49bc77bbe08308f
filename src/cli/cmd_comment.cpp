#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/command.h"
#include "cli/exit_codes.h"
#include "cli/recording.h"
#include "cli/who.h"
#include "travaux/read.h"
#include "travaux/text.h"

namespace travaux::cli {
namespace {

struct Options {
  std::string file, by, on, date, replaces, origin;
  std::optional<std::string> round;
};

std::string loose(const std::string& name) { return fold_case(fold_white_space(name)); }

bool knows(const Negotiation& negotiation, const std::string& name) {
  const auto is_it = [wanted = loose(name)](const std::string& known) { return loose(known) == wanted; };
  return std::any_of(negotiation.groups.begin(), negotiation.groups.end(), [&](const Group& group) {
    return is_it(group.name) || std::any_of(group.aliases.begin(), group.aliases.end(), is_it) ||
           std::any_of(group.members.begin(), group.members.end(), is_it);
  });
}

/// A group that nobody announced is recorded all the same; but it may be a slip of the pen.
void note_unknown_group(const Session& session, const Record& record, const std::string& by) {
  const Result<Negotiation> negotiation = record.negotiation();
  if (!negotiation || negotiation->groups.empty() || knows(*negotiation, by)) return;
  std::string names;
  for (const Group& group : negotiation->groups) names += (names.empty() ? "" : ", ") + group.name;
  session.note(fmt::format("{} is no group of this record, nor a member of one ({})", by, names));
}

Result<CommentInfo> info_of(const Options& options) {
  const Result<std::optional<int>> round = read_round(options.round);
  if (!round) return tl::unexpected(round.error());
  CommentInfo info;
  info.by = options.by;
  info.on = options.on;
  info.round = *round;
  info.date = options.date;
  info.replaces = options.replaces;
  info.origin = read_origin(options.origin);
  return info;
}

Result<int> run(const Options& options, Session& session) {
  const Result<CommentInfo> info = info_of(options);
  if (!info) return tl::unexpected(info.error());
  const Result<Record*> record = session.record();
  if (!record) return tl::unexpected(record.error());
  const Result<Input> input = read_input(options.file, session.read_options());
  if (!input) return tl::unexpected(input.error());
  const Result<Recorded> recorded = (*record)->add_comment(comment_entry(*input, *info), current_committer());
  if (!recorded) return tl::unexpected(recorded.error());
  note_unknown_group(session, **record, options.by);
  if (!recorded->note.empty()) session.note(recorded->note);
  const std::size_t paragraphs = paragraphs_of(input->reading.text).size();
  const std::string what =
      recorded->already_there ? "already recorded" : fmt::format("recorded as received; {}", plural(paragraphs, "paragraph"));
  const Status said = session.say(fmt::format("{}: {}", what, recorded->path));
  return said ? Result<int>(kDone) : tl::unexpected(said.error());
}

}  // namespace

Run declare_comment(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.positional("FILE", options->file, "what the group sent; \"-\" for standard input");
  arguments.required("--by", options->by, "GROUP", "who sent it: a group's name or alias, or a delegation");
  arguments.required("--on", options->on, "DRAFT", "the draft it is on");
  arguments.option("--round", options->round, "N", "the round of the negotiation");
  arguments.option("--date", options->date, "DATE", "a day, a month or a year, as 2011-04-12");
  arguments.option("--replaces", options->replaces, "COMMENT", "the comment that it replaces: its path, or the start of its hash");
  arguments.choice("--origin", options->origin, {"historical", "constructed"}, "whether it is a historical document");
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
