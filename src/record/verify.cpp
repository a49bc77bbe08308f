#include "record/verify.h"

#include <fmt/format.h>

#include <algorithm>

#include "record/fields.h"
#include "record/names.h"

namespace travaux {
namespace {

constexpr std::string_view kTags = "refs/tags/";

void verify_head(const RecordStore& store, Verification& out) {
  GitReference head;
  const int code = git_make(head, [&](auto made) { return git_reference_lookup(made, store.repository(), "HEAD"); });
  const char* target = code == 0 ? git_reference_symbolic_target(head.get()) : nullptr;
  if (target == nullptr || std::string_view(target) != kMainRef)
    out.add(FindingKind::kMissingTag, "HEAD", "it does not point at the branch main");
}

void verify_reference(const std::string& name, const std::map<std::string, std::size_t>& tags, Verification& out) {
  if (name == kMainRef) return;
  const bool is_tag = name.starts_with(kTags);
  if (is_tag && tags.contains(name.substr(kTags.size()))) return;
  out.add(FindingKind::kNote, name, is_tag ? "no draft of the record has this tag" : "travaux reads the branch main only");
}

/// Writes the items of a draft where its repairs are kept, and into `draft/` if that is the draft that stands there.
EventPlan repair_plan(const Verification& found, const Committer& committer) {
  return [&found, committer](RecordStore& store, const History& history) -> Result<PlannedEvent> {
    PlannedEvent event;
    event.author = identity_of(committer);
    event.message = fmt::format("Repair: items of {} {}\n", found.stale.size(), found.stale.size() == 1 ? "draft" : "drafts");
    for (const StaleItems& stale : found.stale) {
      const DraftVersion& draft = history.drafts()[stale.draft];
      std::map<std::string, std::string> files;
      const std::vector<std::string> paths = item_paths(stale.items);
      for (std::size_t i = 0; i < paths.size(); ++i) files[paths[i]] = stale.items[i].content;
      const Result<GitId> items = store.write_tree(files);
      if (!items) return tl::unexpected(items.error());
      event.edits.push_back({repair_folder(draft.commit), {*items, true}});
      if (stale.draft + 1 == history.drafts().size()) event.edits.push_back({"draft/items", {*items, true}});
    }
    return event;
  };
}

Status repair_references(RecordStore& store, const History& history, const Committer& committer, Verification& found) {
  if (Status written = write_tags(store, history, history.tags(), committer); !written) return written;
  const int code = git_repository_set_head(store.repository(), kMainRef);
  if (code < 0) return git_failure(code, ErrorCode::kIo, "HEAD cannot be set", store.folder());
  for (VerifyFinding& finding : found.report.findings)
    finding.repaired = finding.repaired || finding.kind == FindingKind::kMissingTag;
  return {};
}

bool is_damaged(const VerifyReport& report) {
  return std::any_of(report.findings.begin(), report.findings.end(),
                     [](const auto& finding) { return finding.kind == FindingKind::kDamaged; });
}

}  // namespace

bool VerifyReport::sound() const {
  return std::all_of(findings.begin(), findings.end(), [](const VerifyFinding& finding) {
    const bool harmless = finding.kind == FindingKind::kNote || finding.kind == FindingKind::kOlderReader;
    return harmless || finding.repaired;
  });
}

std::string repair_folder(const GitId& commit) { return "repairs/" + commit.hex() + "/items"; }

void verify_refs(const RecordStore& store, const History& history, Verification& out) {
  verify_head(store, out);
  const auto tags = history.tags();
  for (const auto& [tag, index] : tags) {
    if (!tag_is_right(store, tag, history.drafts()[index].commit)) {
      out.add(FindingKind::kMissingTag, tag,
              fmt::format("the tag is missing or does not point at {}", quoted_field(history.drafts()[index].info.label)));
    }
  }
  GitReferenceIterator iterator;
  if (git_make(iterator, [&](auto made) { return git_reference_iterator_new(made, store.repository()); }) < 0) return;
  const char* name = nullptr;
  while (git_reference_next_name(&name, iterator.get()) == 0) verify_reference(name, tags, out);
}

Status repair_record(RecordStore& store, History& history, const Committer& committer, Verification& found) {
  if (Status done = repair_references(store, history, committer, found); !done) return done;
  if (found.stale.empty()) return {};
  const Result<Recorded> recorded = commit_event(store, history, committer, repair_plan(found, committer));
  if (!recorded) return tl::unexpected(recorded.error());
  for (const StaleItems& stale : found.stale) found.report.findings[stale.finding].repaired = true;
  return {};
}

Result<VerifyReport> verify_record(RecordStore& store, History& history, const Rederive& rederive,
                                   const std::optional<WriterTurn>& turn) {
  std::optional<RecordLock> lock;
  if (turn) {
    Result<RecordLock> taken = take_turn(store, *turn);
    if (!taken) return tl::unexpected(taken.error());
    lock.emplace(std::move(*taken));
  }
  // Nothing that was read before counts: not the history, not what libgit2 keeps in memory.
  Result<RecordStore> fresh = RecordStore::open(store.folder());
  if (!fresh) return tl::unexpected(fresh.error());
  Verification found;
  verify_objects(*fresh, found);
  History read;
  std::vector<Error> problems;
  if (Status done = read.refresh(*fresh, &problems); !done) problems.push_back(done.error());
  for (const Error& problem : problems) found.add(FindingKind::kDamaged, problem.where, to_string(problem));
  if (read.head()) {
    verify_events(*fresh, read, rederive, found);
    verify_refs(*fresh, read, found);
  }
  if (turn && read.head() && problems.empty()) {
    if (Status done = repair_record(*fresh, read, turn->committer, found); !done) return tl::unexpected(done.error());
  } else if (turn && is_damaged(found.report)) {
    found.add(FindingKind::kNote, store.folder(), "nothing was repaired, since the history cannot be read whole");
  }
  history = History();
  return found.report;
}

}  // namespace travaux
