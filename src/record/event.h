// How an event gets into a record: planned against the newest state, written under the lock, the ref moved last.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "record/history.h"
#include "record/lock.h"
#include "record/store.h"
#include "travaux/record.h"

namespace travaux {

/// What one event changes.
struct PlannedEvent {
  std::vector<std::pair<std::string, TreeEntry>> edits;  ///< entries to put into the newest tree, by path
  Identity author;
  std::string message;
  Recorded result;  ///< if `already_there`, nothing is to be written
};

/// Plans an event against a history; called again with a newer one where the race for the ref was lost.
using EventPlan = std::function<Result<PlannedEvent>(RecordStore&, const History&)>;

/// Who waits how long for the lock, and what for.
struct WriterTurn {
  std::string doing;
  Committer committer;
  std::chrono::milliseconds wait;
};

/// Takes the lock, records the event, and writes the tags of the draft line it belongs to.
Result<Recorded> record_event(RecordStore& store, History& history, const WriterTurn& turn, const EventPlan& plan);

/// The same for a caller that holds the lock; no tags.
Result<Recorded> commit_event(RecordStore& store, History& history, const Committer& committer, const EventPlan& plan);

/// Takes the lock and clears what a killed writer left.
Result<RecordLock> take_turn(const RecordStore& store, const WriterTurn& turn);

Identity identity_of(const Committer& committer);

/// Whether a tag is annotated and points at the commit.
bool tag_is_right(const RecordStore& store, const std::string& tag, const GitId& commit);

/// Writes those of the tags that are missing or point elsewhere.
Status write_tags(RecordStore& store, const History& history, const std::map<std::string, std::size_t>& tags,
                  const Committer& committer);

// The plans. What they record has been checked and completed.
Result<EventPlan> plan_draft(const DraftEntry& draft, const Committer& committer);
Result<EventPlan> plan_comment(const CommentEntry& comment, const Committer& committer);
Result<EventPlan> plan_withdrawal(const std::string& comment, const std::string& reason, const Committer& committer);
Result<EventPlan> plan_ruling(const RulingInfo& ruling, const Committer& committer);
Result<EventPlan> plan_taking_back(const std::string& ruling, const std::string& reason, const Committer& committer);
Result<EventPlan> plan_instruments(const std::string& json, const Committer& committer);

/// `travaux.json` of the newest commit.
Result<Negotiation> read_newest_negotiation(const RecordStore& store, const GitId& head);

}  // namespace travaux
