// Reading a whole record again: every object, every event, every derived file, every tag.
#pragma once

#include "record/event.h"
#include "record/history.h"
#include "record/store.h"
#include "travaux/record.h"

namespace travaux {

/// A draft whose items are not what they should be.
struct StaleItems {
  std::size_t draft = 0;    ///< index in `History::drafts()`
  std::size_t finding = 0;  ///< index in the report's findings
  std::vector<DerivedFile> items;
};

/// What the checks found so far, and what `repair` needs to know of it.
struct Verification {
  VerifyReport report;
  std::vector<StaleItems> stale;

  void add(FindingKind kind, std::string where, std::string message) {
    report.findings.push_back({kind, std::move(where), std::move(message), false});
  }
};

/// The whole of it; repairs, under the lock, if a turn is given.
Result<VerifyReport> verify_record(RecordStore& store, History& history, const Rederive& rederive,
                                   const std::optional<WriterTurn>& turn);

/// Reads every object that a reference leads to, past libgit2's cache, and computes its hash anew; then those that none leads to.
void verify_objects(const RecordStore& store, Verification& out);

/// Checks the events in order: that files are what their JSON says, that nothing recorded was changed later, that derived files
/// are what today's reader and parser make.
void verify_events(const RecordStore& store, const History& history, const Rederive& rederive, Verification& out);

/// What a commit did to what stood recorded before it and must stay; the arguments are the trees of both.
std::vector<std::string> changes_to_the_past(const RecordStore& store, const GitId& before, const GitId& now);

/// Checks HEAD, the branches and the tags.
void verify_refs(const RecordStore& store, const History& history, Verification& out);

/// Where the items of a repaired draft are kept: "repairs/<commit>/items".
std::string repair_folder(const GitId& commit);

/// Writes what can be derived again. The caller holds the lock.
Status repair_record(RecordStore& store, History& history, const Committer& committer, Verification& found);

}  // namespace travaux
