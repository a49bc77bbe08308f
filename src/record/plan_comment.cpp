#include <fmt/format.h>

#include <map>

#include "record/event.h"
#include "record/fields.h"
#include "record/find.h"
#include "record/json.h"
#include "record/message.h"
#include "record/names.h"
#include "record/sha256.h"
#include "travaux/text.h"

namespace travaux {
namespace {

Result<CommentInfo> checked(const CommentEntry& comment) {
  CommentInfo info = comment.info;
  info.by = trim_field(info.by);
  info.source_name = base_name(info.source_name);
  info.extension = source_extension(info.extension);
  info.sha256 = sha256_hex(comment.source);
  const std::pair<const char*, const std::string&> fields[] = {{"group", info.by},
                                                               {"draft it is on", info.on},
                                                               {"date", info.date},
                                                               {"comment it replaces", info.replaces},
                                                               {"file name", info.source_name},
                                                               {"media type", info.media_type},
                                                               {"encoding", info.encoding},
                                                               {"tracked changes", info.tracked_changes}};
  Status ok;
  for (const auto& [name, value] : fields) ok = ok ? check_field(name, value) : ok;
  if (ok) ok = check_date(info.date);
  if (ok && info.round && *info.round < 0) ok = record_failure(ErrorCode::kInput, fmt::format("{} is no round", *info.round));
  if (ok && !is_utf8(comment.text))
    ok = record_failure(ErrorCode::kInput, "the text of the comment is not UTF-8", info.source_name);
  if (ok && info.by.empty())
    ok = record_failure(ErrorCode::kUsage, "the comment has no group", info.source_name, {}, "name it with --by");
  if (ok && info.on.empty())
    ok = record_failure(ErrorCode::kUsage, "the comment is on no draft", info.source_name, {}, "name it with --on");
  if (!ok) return tl::unexpected(ok.error());
  return info;
}

/// Two groups never share a folder: what one calls itself, the other cannot.
Status check_group(const RecordStore& store, const History& history, const Negotiation& negotiation, const std::string& by,
                   const std::string& name) {
  std::string other = history.group_of_slug(name);
  for (const Group& group : negotiation.groups) {
    if (slug(group.name) == name) other = group.name;
  }
  if (other.empty() || other == by) return {};
  return record_failure(ErrorCode::kConflict,
                        fmt::format("the groups {} and {} cannot both be kept", quoted_field(by), quoted_field(other)),
                        store.folder(), fmt::format("both would be named {} in Git", quoted_field(name)),
                        fmt::format("write it as {} if it is the same group", quoted_field(other)));
}

Result<std::string> resolved_replaces(const RecordStore& store, const History& history, const CommentInfo& info) {
  if (info.replaces.empty()) return std::string();
  const Result<CommentVersion> old = find_comment(store, history, info.replaces);
  if (!old) return tl::unexpected(old.error());
  const auto refuse = [&](std::string why, std::string next) {
    return record_failure(ErrorCode::kConflict, fmt::format("the comment {} cannot be replaced", old->path), store.folder(),
                          std::move(why), std::move(next));
  };
  if (old->info.by != info.by)
    return refuse(fmt::format("it is by {}", quoted_field(old->info.by)), "a group replaces its own comments only");
  if (old->withdrawn) return refuse("it was withdrawn", "record the new comment without --replaces");
  if (!old->replaced_by.empty()) return refuse("it is replaced already", fmt::format("replace {} instead", old->replaced_by));
  return old->path;
}

Recorded already_there(const CommentVersion& known) {
  Recorded recorded{known.commit.hex(), known.path, {}, true, {}};
  if (known.withdrawn) recorded.note = "it has been withdrawn since";
  if (!known.replaced_by.empty()) recorded.note = fmt::format("it has been replaced since by {}", known.replaced_by);
  return recorded;
}

Identity author_of(const CommentInfo& info, const Committer& committer, const std::string& date) {
  Identity author{info.by, slug(info.by) + "@travaux.invalid", committer.time, committer.offset};
  if (const auto time = author_time(date)) author.time = *time, author.offset = 0;
  return author;
}

/// Settles who and on which draft, and returns the folder.
Result<std::string> settle(const RecordStore& store, const History& history, CommentInfo& info) {
  const Result<Negotiation> negotiation = read_newest_negotiation(store, *history.head());
  if (!negotiation) return tl::unexpected(negotiation.error());
  info.by = group_name(*negotiation, info.by);
  const Result<std::string> on = resolved_label(store, history, info.on);
  if (!on) return on;
  info.on = *on;
  const Result<std::string> group = checked_slug("group", info.by);
  if (!group) return group;
  if (Status ok = check_group(store, history, *negotiation, info.by, *group); !ok) return tl::unexpected(ok.error());
  return comment_folder(slug(info.on), *group, info.sha256);
}

Result<PlannedEvent> plan(RecordStore& store, const History& history, const CommentEntry& comment, CommentInfo info,
                          const Committer& committer) {
  const Result<std::string> path = settle(store, history, info);
  if (!path) return tl::unexpected(path.error());
  PlannedEvent event;
  if (const CommentVersion* known = history.comment(*path)) {
    event.result = already_there(*known);
    return event;
  }
  const Result<std::string> replaces = resolved_replaces(store, history, info);
  if (!replaces) return tl::unexpected(replaces.error());
  info.replaces = *replaces;
  const Result<GitId> folder = store.write_tree({{"comment.json", write_json(CommentFile{info, sha256_hex(comment.text)})},
                                                 {"source." + info.extension, comment.source},
                                                 {"text.txt", comment.text}});
  if (!folder) return tl::unexpected(folder.error());
  event.edits = {{*path, {*folder, true}}};
  event.author = author_of(info, committer, info.date);
  event.message = comment_message(info);
  event.result.path = *path;
  return event;
}

Result<PlannedEvent> withdraw(RecordStore& store, const History& history, const std::string& name, const std::string& reason,
                              const Committer& committer) {
  const Result<CommentVersion> comment = find_comment(store, history, name);
  if (!comment) return tl::unexpected(comment.error());
  PlannedEvent event;
  event.result.path = comment->path;
  if (comment->withdrawn) {
    for (const Event& past : history.events()) {
      if (past.kind == EventKind::kWithdrawal && past.path == comment->path) event.result.commit = past.commit;
    }
    event.result.already_there = true;
    event.result.note = "it had been withdrawn before";
    return event;
  }
  const Result<GitId> file = store.write_blob(write_json(WithdrawalFile{comment->path, reason}));
  if (!file) return tl::unexpected(file.error());
  event.edits = {{comment->path + "/withdrawn.json", {*file, false}}};
  event.author = author_of(comment->info, committer, {});
  event.message = withdrawal_message(comment->info, comment->path, reason);
  return event;
}

}  // namespace

Result<EventPlan> plan_comment(const CommentEntry& comment, const Committer& committer) {
  const Result<CommentInfo> info = checked(comment);
  if (!info) return tl::unexpected(info.error());
  return EventPlan([&comment, info = *info, committer](RecordStore& store, const History& history) {
    return plan(store, history, comment, info, committer);
  });
}

Result<EventPlan> plan_withdrawal(const std::string& comment, const std::string& reason, const Committer& committer) {
  if (Status ok = check_field("reason", reason); !ok) return tl::unexpected(ok.error());
  return EventPlan([comment, reason = trim_field(reason), committer](RecordStore& store, const History& history) {
    return withdraw(store, history, comment, reason, committer);
  });
}

Result<EventPlan> plan_instruments(const std::string& json, const Committer& committer) {
  const Result<std::string> file = instruments_file(json);
  if (!file) return tl::unexpected(file.error());
  return EventPlan([file = *file, committer](RecordStore& store, const History& history) -> Result<PlannedEvent> {
    PlannedEvent event;
    const Result<std::string> before = store.file(*history.head(), "instruments.json");
    if (before && *before == file) {
      event.result = {history.head()->hex(), {}, {}, true, {}};
      return event;
    }
    const Result<GitId> blob = store.write_blob(file);
    if (!blob) return tl::unexpected(blob.error());
    event.edits = {{"instruments.json", {*blob, false}}};
    event.author = identity_of(committer);
    event.message = "Instruments: the registry was replaced\n";
    return event;
  });
}

}  // namespace travaux
