#include "record/history.h"

#include <fmt/format.h>

#include <algorithm>

#include "record/fields.h"
#include "record/names.h"
#include "travaux/text.h"

namespace travaux {
namespace {

struct NewCommits {
  std::vector<CommitFacts> commits;  ///< oldest first
  bool reached = false;              ///< whether what was known already is their beginning
  std::optional<Error> broken;       ///< why the walk ended before the beginning
};

/// The commits after `known` up to `head`.
NewCommits commits_since(const RecordStore& store, const GitId& head, const std::optional<GitId>& known) {
  NewCommits found;
  std::optional<GitId> at = head;
  while (at && at != known && !found.broken) {
    Result<CommitFacts> commit = store.commit_facts(*at);
    if (!commit) {
      found.broken = commit.error();
      break;
    }
    at = commit->parents.empty() ? std::nullopt : std::optional(commit->parents.front());
    found.commits.push_back(std::move(*commit));
  }
  found.reached = at.has_value() && !found.broken;
  std::reverse(found.commits.begin(), found.commits.end());
  return found;
}

GitId id_or_none(const TreeEntries& entries, const std::string& name) {
  const auto entry = entries.find(name);
  return entry == entries.end() ? GitId() : entry->second.id;
}

/// The group's part of `comments/<draft>/<group>/<hash>`.
std::string group_slug(const std::string& path) {
  const std::size_t end = path.rfind('/');
  const std::size_t begin = path.rfind('/', end - 1) + 1;
  return path.substr(begin, end - begin);
}

/// The folders three below `comments/` that `now` has and `before` has not, or has otherwise.
Status changed_folders(const RecordStore& store, const GitId& before, const GitId& now, const std::string& path, int depth,
                       std::map<std::string, GitId>& changed) {
  if (before == now || now == GitId()) return {};
  if (depth == 0) {
    changed[path] = now;
    return {};
  }
  Result<TreeEntries> old = before == GitId() ? TreeEntries() : store.tree(before);
  const Result<TreeEntries> entries = store.tree(now);
  if (!old || !entries) return tl::unexpected(!old ? old.error() : entries.error());
  for (const auto& [name, entry] : *entries) {
    if (!entry.is_tree) continue;
    Status below = changed_folders(store, id_or_none(*old, name), entry.id, path + "/" + name, depth - 1, changed);
    if (!below) return below;
  }
  return {};
}

}  // namespace

Status History::refresh(const RecordStore& store, std::vector<Error>* problems) {
  const Result<std::optional<GitId>> head = store.head();
  if (!head) return tl::unexpected(head.error());
  if (!*head) {
    return record_failure(ErrorCode::kDamaged, "the record has no branch main", store.folder(), {},
                          "restore the record from a copy (`git clone --mirror`)");
  }
  if (*head == head_) return {};
  const NewCommits found = commits_since(store, **head, head_);
  if (found.broken && problems == nullptr) return tl::unexpected(*found.broken);
  if (found.broken) problems->push_back(*found.broken);
  if (!found.reached) *this = History();
  for (const CommitFacts& commit : found.commits) {
    Status taken = take(store, commit);
    if (taken) continue;
    if (problems == nullptr) {
      *this = History();
      return taken;
    }
    problems->push_back(taken.error());
  }
  return {};
}

Status History::take(const RecordStore& store, const CommitFacts& commit) {
  Event event;
  event.commit = commit.id.hex();
  event.subject = commit.message.substr(0, commit.message.find('\n'));
  event.committer = commit.committer;
  event.time = commit.time;
  if (commit.parents.empty()) event.kind = EventKind::kInit;
  Status taken;
  if (const Result<TreeEntries> root = store.tree(commit.tree); !root) {
    taken = tl::unexpected(root.error());
  } else {
    taken = take_draft(store, commit, *root, event);
    if (Status comments = take_comments(store, commit, *root, event); taken) taken = comments;
    if (Status rulings = take_rulings(store, commit, *root, event); taken) taken = rulings;
  }
  events_.push_back(std::move(event));
  head_ = commit.id;
  return taken;
}

Status History::take_draft(const RecordStore& store, const CommitFacts& commit, const TreeEntries& root, Event& event) {
  const GitId folder = id_or_none(root, "draft");
  if (folder == draft_folder_ || folder == GitId()) return {};
  const Result<TreeEntries> files = store.tree(folder);
  if (!files) return tl::unexpected(files.error());
  draft_folder_ = folder;
  const GitId file = id_or_none(*files, "draft.json");
  if (file == draft_file_ || file == GitId()) return {};  // only what is derived was written anew
  draft_file_ = file;
  const Result<std::string> json = store.blob(file);
  if (!json) return tl::unexpected(json.error());
  const Result<DraftFile> read =
      read_draft_file(*json, fmt::format("{}: draft/draft.json of commit {}", store.folder(), commit.id.hex()));
  if (!read) return tl::unexpected(read.error());
  event.kind = EventKind::kDraft;
  event.draft = read->info;
  add_draft({read->info, read->text_sha256, slug(read->info.label), commit.id, folder, file});
  return {};
}

void History::add_draft(DraftVersion draft) {
  std::optional<std::size_t> line = line_of_label(draft.info.corrects);
  if (!line) line = line_of_label(draft.info.label);  // never by travaux: then the later one stands
  if (!line) {
    line = lines_.size();
    lines_.emplace_back();
  }
  draft.line = *line;
  draft.number = lines_[*line].size() + 1;
  lines_[*line].push_back(drafts_.size());
  line_of_label_[draft.info.label] = *line;
  line_of_slug_[draft.slug] = *line;
  drafts_.push_back(std::move(draft));
}

Status History::take_comments(const RecordStore& store, const CommitFacts& commit, const TreeEntries& root, Event& event) {
  const GitId folder = id_or_none(root, "comments");
  std::map<std::string, GitId> changed;
  if (Status found = changed_folders(store, comments_folder_, folder, "comments", 3, changed); !found) return found;
  comments_folder_ = folder;
  for (const auto& [path, id] : changed) {
    if (Status taken = take_comment_folder(store, commit, path, id, event); !taken) return taken;
  }
  return {};
}

Status History::take_comment_folder(const RecordStore& store, const CommitFacts& commit, const std::string& path,
                                    const GitId& folder, Event& event) {
  const Result<TreeEntries> files = store.tree(folder);
  if (!files) return tl::unexpected(files.error());
  const std::string where = fmt::format("{}: {} of commit {}", store.folder(), path, commit.id.hex());
  if (!comment_of_path_.contains(path)) {
    const Result<std::string> json = store.blob(id_or_none(*files, "comment.json"));
    if (!json) return tl::unexpected(json.error());
    const Result<CommentFile> read = read_comment_file(*json, where + "/comment.json");
    if (!read) return tl::unexpected(read.error());
    comment_of_path_[path] = comments_.size();
    group_of_slug_.emplace(group_slug(path), read->info.by);
    comments_.push_back({read->info, read->text_sha256, path, commit.id, folder, false, {}});
    const auto replaced = comment_of_path_.find(read->info.replaces);
    if (replaced != comment_of_path_.end()) comments_[replaced->second].replaced_by = path;
    if (event.kind == EventKind::kOther) event.kind = EventKind::kComment;
    event.comment = read->info;
    event.path = path;
  }
  CommentVersion& comment = comments_[comment_of_path_[path]];
  const auto withdrawal = files->find("withdrawn.json");
  if (withdrawal == files->end() || comment.withdrawn) return {};
  const Result<std::string> json = store.blob(withdrawal->second.id);
  if (!json) return tl::unexpected(json.error());
  const Result<WithdrawalFile> read = read_withdrawal_file(*json, where + "/withdrawn.json");
  if (!read) return tl::unexpected(read.error());
  comment.withdrawn = true;
  if (event.kind == EventKind::kOther) event.kind = EventKind::kWithdrawal;
  event.comment = comment.info;
  event.path = path;
  event.reason = read->reason;
  return {};
}

std::optional<std::size_t> History::line_of_label(const std::string& label) const {
  const auto line = line_of_label_.find(label);
  return line == line_of_label_.end() ? std::nullopt : std::optional(line->second);
}

std::optional<std::size_t> History::line_of_slug(const std::string& name) const {
  const auto line = line_of_slug_.find(name);
  return line == line_of_slug_.end() ? std::nullopt : std::optional(line->second);
}

const CommentVersion* History::comment(const std::string& path) const {
  const auto found = comment_of_path_.find(path);
  return found == comment_of_path_.end() ? nullptr : &comments_[found->second];
}

std::string History::group_of_slug(const std::string& name) const {
  const auto found = group_of_slug_.find(name);
  return found == group_of_slug_.end() ? std::string() : found->second;
}

std::map<std::string, std::size_t> History::tags() const {
  std::map<std::string, std::size_t> all;
  for (std::size_t line = 0; line < lines_.size(); ++line) all.merge(tags(line));
  return all;
}

std::map<std::string, std::size_t> History::tags(std::size_t line) const {
  std::map<std::string, std::size_t> tags;
  for (const std::size_t index : lines_[line]) {
    const DraftVersion& draft = drafts_[index];
    if (draft.slug.empty()) continue;  // never by travaux: `verify` says so
    tags[draft_tag(draft.slug)] = lines_[line].back();
    if (!stands(draft)) tags[draft_tag(draft.slug, draft.number)] = index;
  }
  return tags;
}

}  // namespace travaux
