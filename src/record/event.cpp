#include "record/event.h"

#include <fmt/format.h>

#include <thread>

#include "record/fields.h"
#include "record/json.h"
#include "record/message.h"

namespace travaux {
namespace {

constexpr int kRaces = 20;  // lost to plain git, which asks for no travaux.lock
constexpr auto kBetweenRaces = std::chrono::milliseconds(20);

/// One attempt. No commit where another writer was quicker.
Result<std::optional<Recorded>> try_event(RecordStore& store, History& history, const Committer& committer,
                                          const EventPlan& plan) {
  if (Status fresh = history.refresh(store); !fresh) return tl::unexpected(fresh.error());
  Result<PlannedEvent> event = plan(store, history);
  if (!event) return tl::unexpected(event.error());
  if (event->result.already_there) return std::optional(event->result);
  const Result<CommitFacts> head = store.commit_facts(*history.head());
  if (!head) return tl::unexpected(head.error());
  GitId tree = head->tree;
  for (const auto& [path, entry] : event->edits) {
    const Result<GitId> edited = store.graft(tree, path, entry);
    if (!edited) return tl::unexpected(edited.error());
    tree = *edited;
  }
  const Result<GitId> commit = store.commit({tree, head->id, event->author, identity_of(committer), event->message});
  if (!commit) return tl::unexpected(commit.error());
  const Result<bool> moved = store.move_head(head->id, *commit);
  if (!moved) return tl::unexpected(moved.error());
  if (!*moved) return std::optional<Recorded>();
  event->result.commit = commit->hex();
  return std::optional(event->result);
}

/// What was recorded is recorded: a tag that cannot be written is a note, not a failure.
void tag_line(RecordStore& store, History& history, const Committer& committer, Recorded& recorded) {
  Status done = history.refresh(store);
  const auto line = history.line_of_slug(recorded.tag.substr(recorded.tag.find('/') + 1));
  if (done && line) done = write_tags(store, history, history.tags(*line), committer);
  if (!done) recorded.note = fmt::format("recorded, but {}; `travaux verify --repair` writes the tag", to_string(done.error()));
}

}  // namespace

Identity identity_of(const Committer& committer) { return {committer.name, committer.email, committer.time, committer.offset}; }

Result<RecordLock> take_turn(const RecordStore& store, const WriterTurn& turn) {
  Result<RecordLock> lock = RecordLock::acquire(store.folder(), turn.doing, turn.committer.time, turn.wait);
  if (!lock) return lock;
  if (Status cleared = lock->clear_dead_git_locks(); !cleared) return tl::unexpected(cleared.error());
  return lock;
}

Result<Recorded> commit_event(RecordStore& store, History& history, const Committer& committer, const EventPlan& plan) {
  for (int race = 0; race < kRaces; ++race) {
    const Result<std::optional<Recorded>> recorded = try_event(store, history, committer, plan);
    if (!recorded) return tl::unexpected(recorded.error());
    if (*recorded) return **recorded;
    std::this_thread::sleep_for(kBetweenRaces);
  }
  return record_failure(ErrorCode::kBusy, "the branch main is being moved by another program", store.folder(),
                        fmt::format("{} attempts were each overtaken, or {}.lock stays", kRaces, kMainRef),
                        "see what pushes to this record, and run the command again");
}

Result<Recorded> record_event(RecordStore& store, History& history, const WriterTurn& turn, const EventPlan& plan) {
  const Result<RecordLock> lock = take_turn(store, turn);
  if (!lock) return tl::unexpected(lock.error());
  Result<Recorded> recorded = commit_event(store, history, turn.committer, plan);
  if (recorded && !recorded->tag.empty()) tag_line(store, history, turn.committer, *recorded);
  return recorded;
}

bool tag_is_right(const RecordStore& store, const std::string& tag, const GitId& commit) {
  GitReference reference;
  const std::string name = "refs/tags/" + tag;
  if (git_make(reference, [&](auto out) { return git_reference_lookup(out, store.repository(), name.c_str()); }) < 0)
    return false;
  const git_oid* target = git_reference_target(reference.get());
  GitTag object;
  if (target == nullptr || git_make(object, [&](auto out) { return git_tag_lookup(out, store.repository(), target); }) < 0)
    return false;
  return git_tag_target_type(object.get()) == GIT_OBJECT_COMMIT && GitId(*git_tag_target_id(object.get())) == commit;
}

Status write_tags(RecordStore& store, const History& history, const std::map<std::string, std::size_t>& tags,
                  const Committer& committer) {
  for (const auto& [tag, index] : tags) {
    const DraftVersion& draft = history.drafts()[index];
    if (tag_is_right(store, tag, draft.commit)) continue;
    if (Status written = store.write_tag(tag, draft.commit, identity_of(committer), tag_message(draft.info)); !written)
      return written;
  }
  return {};
}

Result<Negotiation> read_newest_negotiation(const RecordStore& store, const GitId& head) {
  const Result<std::string> json = store.file(head, "travaux.json");
  if (!json) return tl::unexpected(json.error());
  return read_negotiation(*json, store.folder() + ": travaux.json");
}

}  // namespace travaux
