// The record: one negotiation in one bare Git repository that plain git can read.
//
// It keeps bytes and metadata and never parses a draft; what is derived from a text (items as files) is handed in by the caller.
// It reads no clock and no environment: who and when are parameters. Every event is one commit on `refs/heads/main`;
// the ref moves last, so a killed writer leaves a sound repository.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "travaux/error.h"

namespace travaux {

/// Who ran the command, and when (seconds since 1970, minutes east of UTC).
struct Committer {
  std::string name = "travaux user";
  std::string email = "user@travaux.invalid";
  std::int64_t time = 0;
  int offset = 0;
};

struct Group {
  std::string name;
  std::vector<std::string> members;
  std::vector<std::string> aliases;
};

/// `travaux.json`.
struct Negotiation {
  std::string title;
  std::string language = "en";
  std::vector<Group> groups;
};

enum class Origin { kUnsaid, kHistorical, kConstructed };

/// `draft/draft.json`, without what the record computes itself (hash, based_on resolved to a label that exists).
struct DraftInfo {
  std::string label;
  std::optional<int> round;
  std::string date;      ///< ISO 8601: a year, a month or a day, any century; empty: not said
  std::string by;        ///< who tabled it; empty: not said
  std::string language;  ///< empty: the record's
  std::string based_on;  ///< label; empty: the last recorded draft, if there is one
  std::string corrects;  ///< label of the draft this one replaces; empty: none
  Origin origin = Origin::kUnsaid;
  std::string source_name;
  std::string extension;   ///< of the source as kept: "txt"
  std::string media_type;
  std::string encoding;
  std::string sha256;      ///< of the source's bytes; set by the record
  int reader_version = 0;
  int parser_version = 0;
};

/// A file derived from a draft's text: an item. `address` is its parts, each to be percent-encoded ("2", "2.1").
struct DerivedFile {
  std::vector<std::string> path;  ///< components under draft/items, unencoded, the last without ".txt"
  std::string content;
};

/// A draft with everything that is stored of it.
struct DraftEntry {
  DraftInfo info;
  std::string source;  ///< bytes as received
  std::string text;    ///< what was read from them
  std::vector<DerivedFile> items;
};

struct CommentInfo {
  std::string by;        ///< group
  std::string on;        ///< label of the draft it is on
  std::optional<int> round;
  std::string date;
  std::string replaces;  ///< path of the comment it replaces (`comments/…`); empty: none
  Origin origin = Origin::kUnsaid;
  std::string source_name;
  std::string extension;
  std::string media_type;
  std::string encoding;
  std::string sha256;
  int reader_version = 0;
};

struct CommentEntry {
  CommentInfo info;
  std::string source;
  std::string text;
};

enum class EventKind { kInit, kDraft, kComment, kWithdrawal, kOther };

/// One commit of the record.
struct Event {
  EventKind kind = EventKind::kOther;
  std::string commit;   ///< full object id
  std::string subject;  ///< the commit message's first line
  std::optional<DraftInfo> draft;
  std::optional<CommentInfo> comment;
  std::string path;     ///< of the comment made or withdrawn
  std::string reason;   ///< of a withdrawal
  std::string committer;
  std::int64_t time = 0;  ///< when it was recorded
};

/// A draft as found in the record.
struct StoredDraft {
  DraftInfo info;
  std::string commit;
  std::string text;
};

struct StoredComment {
  CommentInfo info;
  std::string path;
  std::string commit;
  std::string text;
  bool withdrawn = false;
  std::string replaced_by;  ///< path; empty: it stands
};

/// What a recording did.
struct Recorded {
  std::string commit;
  std::string path;              ///< of a comment
  std::string tag;               ///< of a draft: "draft/rev-1"
  bool already_there = false;    ///< the same label (or comment) with the same bytes: nothing was written
};

enum class FindingKind { kDamaged, kMissingTag, kStaleDerived, kOlderReader, kNote };

struct VerifyFinding {
  FindingKind kind = FindingKind::kNote;
  std::string where;    ///< commit, path or tag
  std::string message;
  bool repaired = false;
};

struct VerifyReport {
  std::size_t commits = 0, drafts = 0, comments = 0, objects = 0;
  std::vector<VerifyFinding> findings;
  /// No finding that is damage and was not repaired.
  bool sound() const;
};

/// What `verify` needs from above to re-derive: the reader and the parser of the moment.
struct Rederive {
  int reader_version = 0;
  int parser_version = 0;
  std::function<Result<std::string>(const std::string& bytes, const std::string& name)> read;
  std::function<std::vector<DerivedFile>(const std::string& text)> items;
};

/// An open record. Movable; one writer at a time across processes, any number of readers.
class Record {
 public:
  /// Makes a new bare repository with the first commit (travaux.json, instruments.json). Fails with `kConflict` where something is.
  static Result<Record> init(const std::string& folder, const Negotiation& negotiation, const std::string& instruments_json,
                             const Committer& committer);
  /// Opens an existing one. Fails with `kNotFound` for no such folder, `kInput` for one that is no record, `kDamaged` for a broken one.
  static Result<Record> open(const std::string& folder);

  Record(Record&&) noexcept;
  Record& operator=(Record&&) noexcept;
  ~Record();

  /// How long a writer waits for another before it gives up with `kBusy`. Default 10 s.
  void set_lock_wait(std::chrono::milliseconds wait);

  Result<Recorded> add_draft(const DraftEntry& draft, const Committer& committer);
  Result<Recorded> add_comment(const CommentEntry& comment, const Committer& committer);
  /// Withdraws a comment by its path. The comment stays in the history.
  Result<Recorded> withdraw(const std::string& comment_path, const std::string& reason, const Committer& committer);
  /// Replaces the record's instrument registry (bytes of instruments.json).
  Result<Recorded> set_instruments(const std::string& json, const Committer& committer);

  Result<Negotiation> negotiation() const;
  Result<std::string> instruments() const;

  /// All events, oldest first.
  Result<std::vector<Event>> log() const;
  /// The drafts that stand: for a corrected label, its latest correction; in the order they were first recorded.
  Result<std::vector<StoredDraft>> drafts() const;
  Result<std::vector<StoredComment>> comments() const;
  /// A draft by label, tag ("draft/rev-1" or its slug), "round:2", or any Git revision. Fails with `kNotFound`, listing what there is.
  Result<StoredDraft> find_draft(const std::string& name) const;

  Result<VerifyReport> verify(const Rederive& rederive, bool repair);

  const std::string& folder() const;

 private:
  struct Impl;
  explicit Record(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Sets where libgit2 looks for configuration; an empty string: nowhere. Called once by the command, before any record is opened.
Status set_git_config_search_path(const std::string& system, const std::string& global);

}  // namespace travaux
