// The Git repository under a record: objects in and out, and the one ref that moves. It knows nothing of drafts.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/git.h"
#include "travaux/error.h"
#include "travaux/record.h"

namespace travaux {

inline constexpr const char* kMainRef = "refs/heads/main";

struct TreeEntry {
  GitId id;
  bool is_tree = false;
  friend bool operator==(const TreeEntry&, const TreeEntry&) = default;
};
using TreeEntries = std::map<std::string, TreeEntry>;

struct CommitFacts {
  GitId id, tree;
  std::vector<GitId> parents;
  std::string message, committer;
  std::int64_t time = 0;
};

/// A name and an address as Git writes them; made safe by `RecordStore::commit`.
struct Identity {
  std::string name, email;
  std::int64_t time = 0;
  int offset = 0;
};

/// A commit about to be made.
struct NewCommit {
  GitId tree;
  std::optional<GitId> parent;
  Identity author, committer;
  std::string message;
};

class RecordStore {
 public:
  /// Opens a bare repository that belongs to the user. Whether it is a record is not asked here.
  static Result<RecordStore> open(const std::string& folder);

  const std::string& folder() const { return folder_; }
  git_repository* repository() const { return repository_.get(); }

  /// The newest commit of `main`; nothing if there is no such branch.
  Result<std::optional<GitId>> head() const;
  Result<CommitFacts> commit_facts(const GitId& id) const;
  Result<TreeEntries> tree(const GitId& id) const;
  /// The entry at a path below a tree; nothing if there is none.
  Result<std::optional<TreeEntry>> at(const GitId& tree, const std::string& path) const;
  Result<std::string> blob(const GitId& id) const;
  /// The file at a path of a commit's tree; a missing one is damage.
  Result<std::string> file(const GitId& commit, const std::string& path) const;

  Result<GitId> write_blob(std::string_view bytes);
  /// A new tree of the files given by path.
  Result<GitId> write_tree(const std::map<std::string, std::string>& files);
  /// The tree with one entry at a path put in or replaced; folders on the way are made.
  Result<GitId> graft(const std::optional<GitId>& tree, std::string_view path, const TreeEntry& entry);
  Result<GitId> commit(const NewCommit& commit);
  /// Moves `main` from `from` (nothing: it must not exist) to `to`. False where another writer was quicker.
  Result<bool> move_head(const std::optional<GitId>& from, const GitId& to);
  /// Writes an annotated tag, replacing one of that name.
  Status write_tag(const std::string& name, const GitId& commit, const Identity& tagger, const std::string& message);

 private:
  RecordStore(std::string folder, GitRepository repository) : folder_(std::move(folder)), repository_(std::move(repository)) {}

  std::string folder_;
  GitRepository repository_;
};

/// A name or address that Git accepts: without `<`, `>`, control characters and the marks that Git strips; `otherwise` if
/// nothing is left.
std::string safe_identity(std::string_view text, std::string_view otherwise);

}  // namespace travaux
