#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/command.h"
#include "cli/comments.h"
#include "cli/exit_codes.h"
#include "cli/recording.h"
#include "cli/who.h"
#include "travaux/read.h"
#include "travaux/text.h"

namespace travaux::cli {
namespace {

struct Options {
  std::string file, by, on, date, replaces, origin, authors;
  std::optional<std::string> round;
  bool dry_run = false;
};

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

/// What was recorded, in a line.
std::string recorded_line(const Input& input, const Recorded& recorded) {
  const std::size_t paragraphs = paragraphs_of(input.reading.text).size();
  const std::string what =
      recorded.already_there ? "already recorded" : fmt::format("recorded as received; {}", plural(paragraphs, "paragraph"));
  return fmt::format("{}: {}", what, recorded.path);
}

/// The comment as an event of the record. `by`: who sent it.
Status record_it(const Options& options, const std::string& by, const Input& input, Session& session, std::string& id) {
  Result<CommentInfo> info = info_of(options);
  if (!info) return tl::unexpected(info.error());
  info->by = by;
  const Result<Record*> record = session.record();
  if (!record) return tl::unexpected(record.error());
  const Result<Recorded> recorded = (*record)->add_comment(comment_entry(input, *info), current_committer());
  if (!recorded) return tl::unexpected(recorded.error());
  note_unknown_group(session, **record, by);
  if (!recorded->note.empty()) session.note(recorded->note);
  id = recorded->path;
  return session.json() ? Status() : session.say(recorded_line(input, *recorded));
}

Status show(const Session& session, const Comment& comment, const Draft& draft) {
  const std::vector<std::string> told = notices({draft});
  if (session.json()) return session.print(comment_json(comment, draft.document, told));
  if (session.common().quiet) return {};
  return session.print(with_notices(told, comment_text(comment)));
}

/// Whether nothing is to be recorded: that was asked for, or there is no record but a draft in a file.
Result<bool> is_dry(const Options& options, Session& session) {
  if (options.dry_run) return true;
  const Result<Record*> record = session.record_if_any();
  if (!record) return tl::unexpected(record.error());
  std::error_code error;
  return *record == nullptr && std::filesystem::exists(options.on, error);
}

/// Whom a comment that is to be recorded is from: who is named, else whom its text names.
Result<std::string> sender(const Options& options, const Comment& comment) {
  if (!options.by.empty()) return options.by;
  std::string by = joined_names(comment.by);
  if (!by.empty()) return by;
  return usage_error("who sent it?", "the text names nobody: name the group with --by");
}

Result<int> run(const Options& options, Session& session) {
  const Result<Authors> authors = read_authors(options.authors);
  if (!authors) return tl::unexpected(authors.error());
  const Result<Input> input = read_input(options.file, session.read_options());
  if (!input) return tl::unexpected(input.error());
  const Result<bool> dry = is_dry(options, session);
  if (!dry) return tl::unexpected(dry.error());
  std::string id = shown_path(options.file);
  if (!*dry && !options.by.empty()) {
    if (const Status recorded = record_it(options, options.by, *input, session, id); !recorded) {
      return tl::unexpected(recorded.error());
    }
  }
  const Result<std::vector<Draft>> drafts = load_drafts(session, {options.on});
  if (!drafts) return tl::unexpected(drafts.error());
  const Result<Registry> registry = session.registry();
  if (!registry) return tl::unexpected(registry.error());
  const Result<Speakers> speakers = speakers_of(session);
  if (!speakers) return tl::unexpected(speakers.error());
  CommentSource source{id, options.by, drafts->front().label, options.date};
  Comment comment = comment_of(*input, source, drafts->front(), *registry, *speakers, *authors);
  if (!*dry && options.by.empty()) {
    const Result<std::string> by = sender(options, comment);
    if (!by) return tl::unexpected(by.error());
    if (const Status recorded = record_it(options, *by, *input, session, comment.id); !recorded) {
      return tl::unexpected(recorded.error());
    }
  }
  if (*dry && !options.dry_run) session.note("there is no record here: nothing was recorded");
  const Status shown = show(session, comment, drafts->front());
  return shown ? Result<int>(kDone) : tl::unexpected(shown.error());
}

}  // namespace

Run declare_comment(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.positional("FILE", options->file, "what the group sent; \"-\" for standard input");
  arguments.option("--by", options->by, "GROUP",
                   "who sent it: a group's name or alias, or a delegation; several parted by commas; else whom the text names");
  arguments.required("--on", options->on, "DRAFT", "the draft it is on");
  arguments.option("--round", options->round, "N", "the round of the negotiation");
  arguments.option("--date", options->date, "DATE", "a day, a month or a year, as 2011-04-12");
  arguments.option("--replaces", options->replaces, "COMMENT",
                   "the comment that it replaces: its path, or the start of its hash");
  arguments.choice("--origin", options->origin, {"historical", "constructed"}, "whether it is a historical document");
  arguments.option("--authors", options->authors, "FILE",
                   "whose marks the authors of a Word file make, as JSON: {\"Jane Doe\": \"CARICOM\"}");
  arguments.flag("--dry-run", options->dry_run, "only say what it asks for; record nothing");
  arguments.footer(kDraftHelp);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
