// What the commits of a record say: the events, the drafts with their corrections, the comments and what became of them.
//
// The trees are the truth and the messages are for people: a commit is a draft where its `draft/draft.json` is not its parent's,
// a comment where a folder under `comments/` is new, a withdrawal where such a folder got a `withdrawn.json`, a ruling where a
// file under `rulings/` is new.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "record/json.h"
#include "record/store.h"
#include "travaux/record.h"

namespace travaux {

/// One recorded wording of a draft. A draft's line is its first wording and the corrections of it, in order.
struct DraftVersion {
  DraftInfo info;
  std::string text_sha256;
  std::string slug;
  GitId commit;
  GitId folder;  ///< the tree `draft/`
  GitId file;    ///< `draft/draft.json`
  std::size_t line = 0;
  std::size_t number = 1;  ///< 1: the first of its line
};

struct CommentVersion {
  CommentInfo info;
  std::string text_sha256;
  std::string path;
  GitId commit;
  GitId folder;  ///< the tree as first recorded
  bool withdrawn = false;
  std::string replaced_by;
};

struct RulingVersion {
  RulingInfo info;
  std::string path;
  GitId commit;
  bool taken_back = false;
};

class History {
 public:
  /// Takes in the commits that came since the last call; starts anew where the old ones are no longer the beginning. With
  /// `problems`, what cannot be read is listed there and left out; without, it is the failure.
  Status refresh(const RecordStore& store, std::vector<Error>* problems = nullptr);

  const std::optional<GitId>& head() const { return head_; }
  const std::vector<Event>& events() const { return events_; }
  const std::vector<DraftVersion>& drafts() const { return drafts_; }
  const std::vector<CommentVersion>& comments() const { return comments_; }
  const std::vector<RulingVersion>& rulings() const { return rulings_; }

  std::size_t line_count() const { return lines_.size(); }
  /// The latest wording of a line.
  const DraftVersion& standing(std::size_t line) const { return drafts_[lines_[line].back()]; }
  bool stands(const DraftVersion& draft) const { return draft.number == lines_[draft.line].size(); }
  std::optional<std::size_t> line_of_label(const std::string& label) const;
  std::optional<std::size_t> line_of_slug(const std::string& slug) const;
  const CommentVersion* comment(const std::string& path) const;
  /// The group whose comments lie in folders of this slug; empty if there is none yet.
  std::string group_of_slug(const std::string& slug) const;

  /// The tags there should be, each with the index in `drafts()` that it points at: `draft/<slug>` at a line's latest wording,
  /// `draft/<slug>.<number>` at every earlier one.
  std::map<std::string, std::size_t> tags() const;
  std::map<std::string, std::size_t> tags(std::size_t line) const;

 private:
  Status take(const RecordStore& store, const CommitFacts& commit);
  Status take_draft(const RecordStore& store, const CommitFacts& commit, const TreeEntries& root, Event& event);
  Status take_comments(const RecordStore& store, const CommitFacts& commit, const TreeEntries& root, Event& event);
  Status take_comment_folder(const RecordStore& store, const CommitFacts& commit, const std::string& path, const GitId& folder,
                             Event& event);
  Status take_rulings(const RecordStore& store, const CommitFacts& commit, const TreeEntries& root, Event& event);
  Status take_ruling_file(const RecordStore& store, const CommitFacts& commit, const std::string& name, const GitId& file,
                          Event& event);
  void add_draft(DraftVersion draft);

  std::optional<GitId> head_;
  std::vector<Event> events_;
  std::vector<DraftVersion> drafts_;
  std::vector<CommentVersion> comments_;
  std::vector<RulingVersion> rulings_;
  std::vector<std::vector<std::size_t>> lines_;  // indices in drafts_
  std::map<std::string, std::size_t> line_of_label_, line_of_slug_;
  std::map<std::string, std::size_t> comment_of_path_;
  std::map<std::string, std::string> group_of_slug_;
  // Of the newest commit taken in, to see what the next one changed.
  GitId draft_folder_, draft_file_, comments_folder_, rulings_folder_;
};

}  // namespace travaux
