// The record: one negotiation in one bare Git repository that plain git can read.
//
// It keeps bytes and metadata and never parses a draft; what is derived from a text (items as files) is handed in by the caller.
// It reads no clock and no environment: who and when are parameters. Every event is one commit on `refs/heads/main`;
// the ref moves last, so a killed writer leaves a sound repository.
#pragma once

#include <chrono>
#include <cstddef>
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

/// `draft/draft.json`. When a draft is added, the record computes the hash, resolves `based_on` and `corrects` to labels that
/// exist, and keeps of `source_name` the last component. What a correction leaves unsaid stays as in the draft that it corrects.
struct DraftInfo {
  std::string label;  ///< any line of text; empty is allowed for a correction, which then keeps the label
  std::optional<int> round;
  std::string date;      ///< ISO 8601: a year, a month or a day, any century; empty: not said
  std::string by;        ///< who tabled it; empty: not said
  std::string language;  ///< empty: the record's
  std::string based_on;  ///< empty: the last recorded draft, if there is one; for a correction, what the corrected is based on
  std::string corrects;  ///< label of the draft this one replaces; empty: none
  Origin origin = Origin::kUnsaid;
  std::string source_name;
  std::string extension;  ///< of the source as kept: "txt"
  std::string media_type;
  std::string encoding;
  std::string tracked_changes;  ///< "rejected" where `text` is a Word file's before its tracked changes; else empty
  std::string sha256;           ///< of the source's bytes; set by the record
  int reader_version = 0;
  int parser_version = 0;
  std::string profile;  ///< the family of texts it is read as: "treaty"; empty: by what it looks like
};

/// A file derived from a draft's text: an item. Two items of one path both stay; the later one gets "~2".
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

/// `comment.json`, in the comment's folder `comments/<draft slug>/<group slug>/<hash>`.
struct CommentInfo {
  std::string by;  ///< group; an alias that travaux.json gives is kept as the group's name
  std::string on;  ///< label of the draft it is on (when added: any name that `find_draft` takes)
  std::optional<int> round;
  std::string date;
  std::string replaces;  ///< path of the comment it replaces (`comments/…`) or the start of its hash; empty: none
  Origin origin = Origin::kUnsaid;
  std::string source_name;
  std::string extension;
  std::string media_type;
  std::string encoding;
  std::string tracked_changes;  ///< "rejected" where `text` is a Word file's before its tracked changes; else empty
  std::string sha256;
  int reader_version = 0;
};

struct CommentEntry {
  CommentInfo info;
  std::string source;
  std::string text;
};

/// `rulings/<hash>.json`: a person's correction of what travaux made of two drafts. The record keeps it and knows nothing of what
/// it means: `kind` and `says` are words of those who obey it. The hash is of the file's bytes.
struct RulingInfo {
  std::string kind;                    ///< "match", "source", "fate"
  std::string says;                    ///< "same", "asked", "accepted in part", …: the correction itself
  std::string from, to;                ///< labels of the drafts (when added: any name that `find_draft` takes)
  std::string from_commit, to_commit;  ///< that recorded them; set by the record
  std::string from_item, to_item;      ///< addresses; empty: none
  std::string from_words, to_words;    ///< the old and the new words, quoted; may have line breaks
  std::string by;                      ///< the group; an alias is kept as the group's name
  std::string comment;                 ///< path (when added: or the start of its hash); empty: none
  std::string number;                  ///< of the proposal in it, as printed
  std::string reason;
  int again = 0;  ///< how often the same had been ruled and taken back before; set by the record
};

enum class EventKind { kInit, kDraft, kComment, kWithdrawal, kRuling, kRulingTakenBack, kOther };

/// One commit of the record.
struct Event {
  EventKind kind = EventKind::kOther;
  std::string commit;   ///< full object id
  std::string subject;  ///< the commit message's first line
  std::optional<DraftInfo> draft;
  std::optional<CommentInfo> comment;
  std::optional<RulingInfo> ruling;
  std::string path;    ///< of the comment or ruling made, withdrawn or taken back
  std::string reason;  ///< of a withdrawal, or of a ruling that was taken back
  std::string committer;
  std::int64_t time = 0;  ///< when it was recorded
};

/// A draft as found in the record.
struct StoredDraft {
  DraftInfo info;
  std::string commit;  ///< that recorded it
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

struct StoredRuling {
  RulingInfo info;
  std::string path;
  std::string commit;
  bool taken_back = false;
};

/// What a recording did.
struct Recorded {
  std::string commit;
  std::string path;            ///< of a comment or ruling
  std::string tag;             ///< of a draft: "draft/rev-1"
  bool already_there = false;  ///< the same label (or comment) with the same bytes: nothing was written
  std::string note;  ///< what the user should know beside that: a tag that could not be written, a comment withdrawn since
};

enum class FindingKind {
  kDamaged,       ///< the record contradicts itself
  kMissingTag,    ///< a tag is missing or points elsewhere; can be repaired
  kStaleDerived,  ///< a derived file is not what today's reader or parser, of the same version, makes; items can be repaired
  kOlderReader,   ///< derived by another version: not compared
  kNote,          ///< worth knowing, no fault of the record
};

struct VerifyFinding {
  FindingKind kind = FindingKind::kNote;
  std::string where;  ///< commit, path or tag
  std::string message;
  bool repaired = false;
};

struct VerifyReport {
  std::size_t commits = 0, drafts = 0, comments = 0, objects = 0;
  std::vector<VerifyFinding> findings;
  /// No damage, missing tag or stale file that was not repaired.
  bool sound() const;
};

/// What `verify` needs from above to re-derive: the reader and the parser of the moment.
struct Rederive {
  int reader_version = 0;
  int parser_version = 0;
  std::function<Result<std::string>(const std::string& bytes, const std::string& name)> read;
  /// The same with a Word file's tracked changes rejected; where it is empty, what was read so is not compared.
  std::function<Result<std::string>(const std::string& bytes, const std::string& name)> read_rejected;
  std::function<std::vector<DerivedFile>(const std::string& text)> items;
  /// The same for a draft that is read by a profile; where it is empty, the items of such a draft are not compared.
  std::function<std::vector<DerivedFile>(const std::string& text, const std::string& profile)> items_as;
  std::function<void(std::size_t done, std::size_t total)> progress;  ///< may be empty; counts drafts and comments
};

/// An open record. Movable; one writer at a time across processes, any number of readers. One `Record` serves one thread; several
/// may be open on one folder.
///
/// A draft and its corrections share their labels: each label means the latest wording. Its tag is `draft/<slug>`, moved to the
/// latest; an earlier wording, the n-th, keeps the tag `draft/<slug>.<n>`. A withdrawn comment stays where it is, with a
/// `withdrawn.json` beside it.
class Record {
 public:
  /// Makes a new bare repository with the first commit (travaux.json, instruments.json; an empty registry for no JSON). Fails
  /// with `kConflict` where something is; a failure leaves nothing behind.
  static Result<Record> init(const std::string& folder, const Negotiation& negotiation, const std::string& instruments_json,
                             const Committer& committer);
  /// Opens an existing one. Fails with `kNotFound` for no such folder, `kInput` for one that is no record or another user's,
  /// `kConflict` for one that a newer travaux made, `kDamaged` for a broken one.
  static Result<Record> open(const std::string& folder);

  Record(Record&&) noexcept;
  Record& operator=(Record&&) noexcept;
  ~Record();

  /// How long a writer waits for another before it gives up with `kBusy`. Default 10 s.
  void set_lock_wait(std::chrono::milliseconds wait);

  /// Records a draft. Fails with `kConflict` where the label means other bytes already, or its slug another label's.
  Result<Recorded> add_draft(const DraftEntry& draft, const Committer& committer);
  Result<Recorded> add_comment(const CommentEntry& comment, const Committer& committer);
  /// Withdraws a comment by its path, or by the start of its hash where only one has it.
  Result<Recorded> withdraw(const std::string& comment_path, const std::string& reason, const Committer& committer);
  /// Records a ruling. Fails with `kUsage` without a reason, `kNotFound` where a draft or comment that it names is not there.
  Result<Recorded> add_ruling(const RulingInfo& ruling, const Committer& committer);
  /// Takes a ruling back, by its path or the start of its hash.
  Result<Recorded> take_back(const std::string& ruling, const std::string& reason, const Committer& committer);
  /// Replaces the record's instrument registry (bytes of instruments.json).
  Result<Recorded> set_instruments(const std::string& json, const Committer& committer);

  Result<Negotiation> negotiation() const;
  Result<std::string> instruments() const;

  /// All events, oldest first.
  Result<std::vector<Event>> log() const;
  /// The drafts that stand: for a corrected label, its latest correction; in the order they were first recorded.
  Result<std::vector<StoredDraft>> drafts() const;
  Result<std::vector<StoredComment>> comments() const;
  /// A comment by its path or by the start of its hash. Fails with `kNotFound` or, where it means several, `kUsage`.
  Result<StoredComment> find_comment(const std::string& name) const;
  /// In the order in which they were recorded, those taken back too.
  Result<std::vector<StoredRuling>> rulings() const;
  /// A draft by label, tag ("draft/rev-1" or its slug), "round:2", the label in other case and spacing, or any Git revision (the
  /// draft that stood there, as it then read). Fails with `kNotFound` or, where it means several, `kUsage`, listing what there
  /// is.
  Result<StoredDraft> find_draft(const std::string& name) const;
  /// The bytes as received.
  Result<std::string> source(const StoredDraft& draft) const;
  Result<std::string> source(const StoredComment& comment) const;

  /// Reads every object and checks every event. With `repair`, writes missing tags, and for stale items a new event that keeps
  /// them under `repairs/<commit>/items` (and in `draft/items`, for the newest draft): history is never rewritten.
  Result<VerifyReport> verify(const Rederive& rederive, bool repair, const Committer& committer = {});

  const std::string& folder() const;

 private:
  struct Impl;
  explicit Record(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Sets where libgit2 looks for configuration; an empty string: nowhere. Called once by the command, before any record is opened.
Status set_git_config_search_path(const std::string& system, const std::string& global);

}  // namespace travaux
