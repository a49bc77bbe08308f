#include <fmt/format.h>

#include <algorithm>

#include "record/event.h"
#include "record/fields.h"
#include "record/find.h"
#include "record/json.h"
#include "record/message.h"
#include "record/names.h"
#include "travaux/text.h"

namespace travaux {
namespace {

/// The longest quotation in a ruling, in bytes: an item, not a draft.
constexpr std::size_t kMaxWords = 1'000'000;

Status check_words(std::string_view words) {
  if (is_utf8(words) && words.size() <= kMaxWords) return {};
  return record_failure(ErrorCode::kInput, "the words of the ruling cannot be recorded", {},
                        is_utf8(words) ? fmt::format("they are longer than {} bytes", kMaxWords) : "they are not UTF-8",
                        "quote only the words that changed");
}

Result<RulingInfo> checked(RulingInfo info) {
  info.by = trim_field(info.by);
  info.reason = trim_field(info.reason);
  const std::pair<const char*, const std::string&> fields[] = {
      {"kind", info.kind},    {"ruling", info.says},       {"draft", info.from},
      {"draft", info.to},     {"address", info.from_item}, {"address", info.to_item},
      {"group", info.by},     {"comment", info.comment},   {"proposal's number", info.number},
      {"reason", info.reason}};
  Status ok;
  for (const auto& [name, value] : fields) ok = ok ? check_field(name, value) : ok;
  if (ok) ok = check_words(info.from_words);
  if (ok) ok = check_words(info.to_words);
  if (ok && info.reason.empty())
    ok = record_failure(ErrorCode::kUsage, "the ruling has no reason", {}, "who reads it later must know why",
                        "give it with --reason");
  if (!ok) return tl::unexpected(ok.error());
  return info;
}

/// Sets a draft's label to the one that `main` knows it by, and its commit.
Status settle_draft(const RecordStore& store, const History& history, std::string& label, std::string& commit) {
  if (label.empty()) return {};
  const Result<std::string> known = resolved_label(store, history, label);
  if (!known) return tl::unexpected(known.error());
  label = *known;
  commit = history.standing(*history.line_of_label(label)).commit.hex();
  return {};
}

Status settle(const RecordStore& store, const History& history, RulingInfo& info) {
  if (Status ok = settle_draft(store, history, info.from, info.from_commit); !ok) return ok;
  if (Status ok = settle_draft(store, history, info.to, info.to_commit); !ok) return ok;
  if (!info.comment.empty()) {
    const Result<CommentVersion> comment = find_comment(store, history, info.comment);
    if (!comment) return tl::unexpected(comment.error());
    info.comment = comment->path;
  }
  const Result<Negotiation> negotiation = read_newest_negotiation(store, *history.head());
  if (!negotiation) return tl::unexpected(negotiation.error());
  info.by = group_name(*negotiation, info.by);
  return {};
}

const RulingVersion* known(const History& history, const std::string& path) {
  const auto found = std::find_if(history.rulings().begin(), history.rulings().end(),
                                  [&](const RulingVersion& ruling) { return ruling.path == path; });
  return found == history.rulings().end() ? nullptr : &*found;
}

Result<PlannedEvent> plan(RecordStore& store, const History& history, RulingInfo info, const Committer& committer) {
  if (Status ok = settle(store, history, info); !ok) return tl::unexpected(ok.error());
  PlannedEvent event;
  std::string json = write_json(info);
  const RulingVersion* before = known(history, ruling_file(json));
  while (before != nullptr && before->taken_back) {
    ++info.again;
    json = write_json(info);
    before = known(history, ruling_file(json));
  }
  event.result.path = ruling_file(json);
  if (before != nullptr) {
    event.result.commit = before->commit.hex();
    event.result.already_there = true;
    return event;
  }
  const Result<GitId> blob = store.write_blob(json);
  if (!blob) return tl::unexpected(blob.error());
  event.edits = {{event.result.path, {*blob, false}}};
  event.author = identity_of(committer);
  event.message = ruling_message(info);
  return event;
}

Result<PlannedEvent> take_back(RecordStore& store, const History& history, const std::string& name, const std::string& reason,
                               const Committer& committer) {
  const Result<RulingVersion> ruling = find_ruling(store, history, name);
  if (!ruling) return tl::unexpected(ruling.error());
  PlannedEvent event;
  event.result.path = ruling->path;
  if (ruling->taken_back) {
    for (const Event& past : history.events()) {
      if (past.kind == EventKind::kRulingTakenBack && past.path == ruling->path) event.result.commit = past.commit;
    }
    event.result.already_there = true;
    event.result.note = "it had been taken back before";
    return event;
  }
  const Result<GitId> blob = store.write_blob(write_json(TakenBackFile{ruling->path, reason}));
  if (!blob) return tl::unexpected(blob.error());
  event.edits = {{taking_back_file(ruling->path), {*blob, false}}};
  event.author = identity_of(committer);
  event.message = taking_back_message(ruling->info, ruling->path, reason);
  return event;
}

}  // namespace

Result<EventPlan> plan_ruling(const RulingInfo& ruling, const Committer& committer) {
  const Result<RulingInfo> info = checked(ruling);
  if (!info) return tl::unexpected(info.error());
  return EventPlan(
      [info = *info, committer](RecordStore& store, const History& history) { return plan(store, history, info, committer); });
}

Result<EventPlan> plan_taking_back(const std::string& ruling, const std::string& reason, const Committer& committer) {
  if (Status ok = check_field("reason", reason); !ok) return tl::unexpected(ok.error());
  return EventPlan([ruling, reason = trim_field(reason), committer](RecordStore& store, const History& history) {
    return take_back(store, history, ruling, reason, committer);
  });
}

}  // namespace travaux
