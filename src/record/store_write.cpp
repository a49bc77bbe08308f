#include <fmt/format.h>

#include <algorithm>

#include "record/fields.h"
#include "record/store.h"

namespace travaux {
namespace {

constexpr std::int64_t kLatestTime = 253402300799;  // the end of the year 9999: what Git can still print
constexpr int kLargestOffset = 14 * 60;

/// A folder about to be written.
struct NewTree {
  std::map<std::string, GitId> files;
  std::map<std::string, NewTree> folders;
};

void place(NewTree& tree, std::string_view path, const GitId& id) {
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos) {
    tree.files[std::string(path)] = id;
  } else {
    place(tree.folders[std::string(path.substr(0, slash))], path.substr(slash + 1), id);
  }
}

Result<GitId> write_entries(const RecordStore& store, const TreeEntries& entries) {
  const auto refuse = [&](int code) {
    return git_failure(code, ErrorCode::kIo, "a folder cannot be written to the record", store.folder());
  };
  GitTreeBuilder builder;
  int code = git_make(builder, [&](auto out) { return git_treebuilder_new(out, store.repository(), nullptr); });
  if (code < 0) return refuse(code);
  for (const auto& [name, entry] : entries) {
    code = git_treebuilder_insert(nullptr, builder.get(), name.c_str(), &entry.id.raw,
                                  entry.is_tree ? GIT_FILEMODE_TREE : GIT_FILEMODE_BLOB);
    if (code < 0) return refuse(code);
  }
  git_oid id;
  code = git_treebuilder_write(&id, builder.get());
  if (code < 0) return refuse(code);
  return GitId(id);
}

Result<GitId> write_new_tree(const RecordStore& store, const NewTree& tree) {
  TreeEntries entries;
  for (const auto& [name, folder] : tree.folders) {
    const Result<GitId> id = write_new_tree(store, folder);
    if (!id) return id;
    entries[name] = {*id, true};
  }
  for (const auto& [name, id] : tree.files) {
    if (!entries.emplace(name, TreeEntry{id, false}).second) {
      return record_failure(ErrorCode::kInternal, fmt::format("{} would be both a file and a folder", name), store.folder());
    }
  }
  return write_entries(store, entries);
}

Result<GitSignature> signature(const Identity& who, const std::string& folder) {
  GitSignature made;
  const std::string name = safe_identity(who.name, "unknown");
  std::string email = safe_identity(who.email, "unknown@travaux.invalid");
  std::replace(email.begin(), email.end(), ' ', '-');
  const std::int64_t time = std::clamp<std::int64_t>(who.time, 0, kLatestTime);
  const int offset = std::abs(who.offset) > kLargestOffset ? 0 : who.offset;
  const int code = git_make(made, [&](auto out) { return git_signature_new(out, name.c_str(), email.c_str(), time, offset); });
  if (code < 0)
    return git_failure(code, ErrorCode::kInput, fmt::format("{} cannot sign a commit", quoted_field(who.name)), folder);
  return made;
}

}  // namespace

std::string safe_identity(std::string_view text, std::string_view otherwise) {
  constexpr std::string_view kStripped = " .,:;<>\"\\'";
  std::string safe;
  for (const char c : text) {
    const bool bad = static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '<' || c == '>';
    safe.push_back(bad ? ' ' : c);
  }
  const std::size_t begin = safe.find_first_not_of(kStripped);
  if (begin == std::string::npos || check_field("name", safe).has_value() == false) return std::string(otherwise);
  return safe.substr(begin, safe.find_last_not_of(kStripped) - begin + 1);
}

Result<GitId> RecordStore::write_blob(std::string_view bytes) {
  git_oid id;
  const int code = git_blob_create_from_buffer(&id, repository(), bytes.data(), bytes.size());
  if (code < 0) return git_failure(code, ErrorCode::kIo, "a file cannot be written to the record", folder_);
  return GitId(id);
}

Result<GitId> RecordStore::write_tree(const std::map<std::string, std::string>& files) {
  NewTree tree;
  for (const auto& [path, content] : files) {
    const Result<GitId> id = write_blob(content);
    if (!id) return id;
    place(tree, path, *id);
  }
  return write_new_tree(*this, tree);
}

Result<GitId> RecordStore::graft(const std::optional<GitId>& base, std::string_view path, const TreeEntry& entry) {
  TreeEntries entries;
  if (base) {
    Result<TreeEntries> old = tree(*base);
    if (!old) return tl::unexpected(old.error());
    entries = std::move(*old);
  }
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos) {
    entries[std::string(path)] = entry;
    return write_entries(*this, entries);
  }
  TreeEntry& folder = entries[std::string(path.substr(0, slash))];
  const Result<GitId> below = graft(folder.is_tree ? std::optional(folder.id) : std::nullopt, path.substr(slash + 1), entry);
  if (!below) return below;
  folder = {*below, true};
  return write_entries(*this, entries);
}

Result<GitId> RecordStore::commit(const NewCommit& made) {
  const Result<GitSignature> author = signature(made.author, folder_);
  if (!author) return tl::unexpected(author.error());
  const Result<GitSignature> committer = signature(made.committer, folder_);
  if (!committer) return tl::unexpected(committer.error());
  const auto refuse = [&](int code) { return git_failure(code, ErrorCode::kIo, "the commit cannot be written", folder_); };
  GitTree tree;
  int code = git_make(tree, [&](auto out) { return git_tree_lookup(out, repository(), &made.tree.raw); });
  if (code < 0) return refuse(code);
  GitCommit parent;
  if (made.parent) code = git_make(parent, [&](auto out) { return git_commit_lookup(out, repository(), &made.parent->raw); });
  if (code < 0) return refuse(code);
  const git_commit* parents[] = {parent.get()};
  git_oid id;
  code = git_commit_create(&id, repository(), nullptr, author->get(), committer->get(), nullptr, made.message.c_str(), tree.get(),
                           parent ? 1 : 0, parents);
  if (code < 0) return refuse(code);
  return GitId(id);
}

Result<bool> RecordStore::move_head(const std::optional<GitId>& from, const GitId& to) {
  GitReference reference;
  const int code = git_make(reference, [&](auto out) {
    if (!from) return git_reference_create(out, repository(), kMainRef, &to.raw, 0, nullptr);
    return git_reference_create_matching(out, repository(), kMainRef, &to.raw, 1, &from->raw, nullptr);
  });
  if (code == GIT_EMODIFIED || code == GIT_ELOCKED || code == GIT_EEXISTS) return false;
  if (code < 0) return git_failure(code, ErrorCode::kIo, "the branch main cannot be moved to the new event", folder_);
  return true;
}

Status RecordStore::write_tag(const std::string& name, const GitId& commit, const Identity& tagger, const std::string& message) {
  const Result<GitSignature> who = signature(tagger, folder_);
  if (!who) return tl::unexpected(who.error());
  GitObject target;
  int code = git_make(target, [&](auto out) { return git_object_lookup(out, repository(), &commit.raw, GIT_OBJECT_COMMIT); });
  git_oid id;
  if (code == 0) code = git_tag_create(&id, repository(), name.c_str(), target.get(), who->get(), message.c_str(), 1);
  if (code < 0) return git_failure(code, ErrorCode::kIo, fmt::format("the tag {} cannot be written", name), folder_);
  return {};
}

}  // namespace travaux
