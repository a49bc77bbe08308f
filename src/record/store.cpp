#include "record/store.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "record/fields.h"

namespace travaux {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> no_record(const std::string& folder, std::string what, std::string why) {
  return record_failure(ErrorCode::kInput, std::move(what), folder, std::move(why),
                        "name a record's folder with -C, or make a new record with `travaux init`");
}

/// What can be said of a folder before libgit2 is asked.
Status check_folder(const std::string& folder) {
  std::error_code error;
  const fs::file_status status = fs::status(folder, error);
  if (status.type() == fs::file_type::not_found || folder.empty()) {
    return record_failure(ErrorCode::kNotFound, "there is no such folder", folder, {},
                          "name a record's folder with -C, or make a new record with `travaux init`");
  }
  if (error)
    return record_failure(ErrorCode::kIo, "the folder cannot be opened", folder, error.message(),
                          "check the rights of the folder");
  if (!fs::is_directory(status)) return no_record(folder, "this is no record", "it is a file, and a record is a folder");
  if (fs::exists(fs::path(folder) / ".git", error)) {
    return no_record(folder, "this is no record", "it is an ordinary Git repository with a working tree");
  }
  return {};
}

/// libgit2 calls another user's repository none at all where it finds no configuration to ask for a safe.directory.
bool is_foreign_repository(const fs::path& folder) {
  struct stat info {};
  std::error_code error;
  const bool repository =
      fs::exists(folder / "HEAD", error) && fs::exists(folder / "objects", error) && fs::exists(folder / "refs", error);
  return repository && stat(folder.c_str(), &info) == 0 && info.st_uid != geteuid();
}

}  // namespace

Result<RecordStore> RecordStore::open(const std::string& folder) {
  start_git();
  if (Status folder_ok = check_folder(folder); !folder_ok) return tl::unexpected(folder_ok.error());
  GitRepository repository;
  const unsigned flags = GIT_REPOSITORY_OPEN_NO_SEARCH | GIT_REPOSITORY_OPEN_NO_DOTGIT;
  const int code = git_make(repository, [&](auto out) { return git_repository_open_ext(out, folder.c_str(), flags, nullptr); });
  if (code == GIT_ENOTFOUND && is_foreign_repository(folder)) return owner_failure("the record cannot be opened", folder);
  if (code == GIT_ENOTFOUND) return no_record(folder, "this is no record", "the folder is not a Git repository");
  if (code < 0) return git_failure(code, ErrorCode::kInput, "the record cannot be opened", folder);
  if (!git_repository_is_bare(repository.get())) return no_record(folder, "this is no record", "the Git repository is not bare");
  return RecordStore(folder, std::move(repository));
}

Result<std::optional<GitId>> RecordStore::head() const {
  git_oid id;
  const int code = git_reference_name_to_id(&id, repository(), kMainRef);
  if (code == GIT_ENOTFOUND) return std::optional<GitId>();
  if (code < 0) return git_failure(code, ErrorCode::kDamaged, "the branch main cannot be read", folder_);
  return std::optional(GitId(id));
}

Result<CommitFacts> RecordStore::commit_facts(const GitId& id) const {
  GitCommit commit;
  const int code = git_make(commit, [&](auto out) { return git_commit_lookup(out, repository(), &id.raw); });
  if (code < 0) return git_failure(code, ErrorCode::kDamaged, fmt::format("the commit {} cannot be read", id.hex()), folder_);
  CommitFacts facts;
  facts.id = id;
  facts.tree = GitId(*git_commit_tree_id(commit.get()));
  for (unsigned i = 0; i < git_commit_parentcount(commit.get()); ++i)
    facts.parents.emplace_back(*git_commit_parent_id(commit.get(), i));
  facts.message = git_commit_message(commit.get());
  const git_signature* committer = git_commit_committer(commit.get());
  facts.committer = committer->name;
  facts.time = committer->when.time;
  return facts;
}

Result<TreeEntries> RecordStore::tree(const GitId& id) const {
  GitTree tree;
  const int code = git_make(tree, [&](auto out) { return git_tree_lookup(out, repository(), &id.raw); });
  if (code < 0)
    return git_failure(code, ErrorCode::kDamaged, fmt::format("the folder object {} cannot be read", id.hex()), folder_);
  TreeEntries entries;
  for (std::size_t i = 0; i < git_tree_entrycount(tree.get()); ++i) {
    const git_tree_entry* entry = git_tree_entry_byindex(tree.get(), i);
    entries[git_tree_entry_name(entry)] = {GitId(*git_tree_entry_id(entry)), git_tree_entry_type(entry) == GIT_OBJECT_TREE};
  }
  return entries;
}

Result<std::optional<TreeEntry>> RecordStore::at(const GitId& root, const std::string& path) const {
  std::optional<TreeEntry> found = TreeEntry{root, true};
  for (std::size_t begin = 0; begin <= path.size() && found;) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (!found->is_tree) return std::optional<TreeEntry>();
    const Result<TreeEntries> entries = tree(found->id);
    if (!entries) return tl::unexpected(entries.error());
    const auto entry = entries->find(path.substr(begin, end - begin));
    found = entry == entries->end() ? std::nullopt : std::optional(entry->second);
    begin = end + 1;
  }
  return found;
}

Result<std::string> RecordStore::blob(const GitId& id) const {
  GitBlob blob;
  const int code = git_make(blob, [&](auto out) { return git_blob_lookup(out, repository(), &id.raw); });
  if (code < 0)
    return git_failure(code, ErrorCode::kDamaged, fmt::format("the file object {} cannot be read", id.hex()), folder_);
  return std::string(static_cast<const char*>(git_blob_rawcontent(blob.get())),
                     static_cast<std::size_t>(git_blob_rawsize(blob.get())));
}

Result<std::string> RecordStore::file(const GitId& commit, const std::string& path) const {
  const Result<CommitFacts> facts = commit_facts(commit);
  if (!facts) return tl::unexpected(facts.error());
  const Result<std::optional<TreeEntry>> entry = at(facts->tree, path);
  if (!entry) return tl::unexpected(entry.error());
  if (!*entry || (*entry)->is_tree) {
    return record_failure(ErrorCode::kDamaged, fmt::format("{} is missing from commit {}", path, commit.hex()), folder_, {},
                          "run `travaux verify` to see what else is");
  }
  return blob((*entry)->id);
}

}  // namespace travaux
