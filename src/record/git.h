// libgit2 in C++: handles that free themselves, object ids that compare, failures told to a person.
#pragma once

#include <git2.h>

#include <compare>
#include <cstring>
#include <memory>
#include <string>

#include "travaux/error.h"

namespace travaux {

template <auto Free>
struct GitFree {
  template <typename T>
  void operator()(T* handle) const {
    Free(handle);
  }
};

using GitRepository = std::unique_ptr<git_repository, GitFree<git_repository_free>>;
using GitReference = std::unique_ptr<git_reference, GitFree<git_reference_free>>;
using GitReferenceIterator = std::unique_ptr<git_reference_iterator, GitFree<git_reference_iterator_free>>;
using GitObject = std::unique_ptr<git_object, GitFree<git_object_free>>;
using GitCommit = std::unique_ptr<git_commit, GitFree<git_commit_free>>;
using GitTree = std::unique_ptr<git_tree, GitFree<git_tree_free>>;
using GitBlob = std::unique_ptr<git_blob, GitFree<git_blob_free>>;
using GitTag = std::unique_ptr<git_tag, GitFree<git_tag_free>>;
using GitTreeBuilder = std::unique_ptr<git_treebuilder, GitFree<git_treebuilder_free>>;
using GitSignature = std::unique_ptr<git_signature, GitFree<git_signature_free>>;
using GitOdb = std::unique_ptr<git_odb, GitFree<git_odb_free>>;
using GitOdbObject = std::unique_ptr<git_odb_object, GitFree<git_odb_object_free>>;
using GitConfig = std::unique_ptr<git_config, GitFree<git_config_free>>;

/// Calls `fn(T**)`, the way libgit2 hands out handles, and keeps the handle in `out`. Returns libgit2's code.
template <typename Handle, typename Fn>
int git_make(Handle& out, Fn fn) {
  typename Handle::pointer raw = nullptr;
  const int code = fn(&raw);
  out.reset(raw);
  return code;
}

struct GitId {
  git_oid raw{};

  GitId() = default;
  explicit GitId(const git_oid& oid) : raw(oid) {}
  std::string hex() const;
  friend bool operator==(const GitId& a, const GitId& b) { return git_oid_equal(&a.raw, &b.raw) != 0; }
  friend auto operator<=>(const GitId& a, const GitId& b) { return git_oid_cmp(&a.raw, &b.raw) <=> 0; }
};

/// An object id from its 40 hexadecimal digits.
Result<GitId> read_id(const std::string& hex);

/// Starts libgit2 once, with what a record needs: fsync, no object that names a missing one, every object's hash checked on
/// reading. Called first by every way in.
void start_git();

/// The failure for a folder that is another user's.
tl::unexpected<Error> owner_failure(std::string what, std::string where);

/// The last failure of libgit2 as an Error: the code from its kind (a full disk is `kIo`, a wrong hash `kDamaged`; `code` where
/// it says neither), `why` in words with libgit2's own as detail.
tl::unexpected<Error> git_failure(int git_code, ErrorCode code, std::string what, std::string where);

}  // namespace travaux
