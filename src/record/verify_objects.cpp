#include <fmt/format.h>

#include <filesystem>
#include <set>

#include "record/verify.h"

namespace travaux {
namespace {

namespace fs = std::filesystem;

struct Visit {
  GitId id;
  std::string place;  ///< how a person finds it: "draft/text.txt of commit 1234…"
};

/// Walks the objects depth first, from the references on.
class ObjectWalk {
 public:
  ObjectWalk(const RecordStore& store, GitOdb odb, Verification& out) : store_(store), odb_(std::move(odb)), out_(out) {}

  void from_references();
  void unreferenced();

 private:
  void run();
  void visit(const Visit& at);
  void children_of_commit(const GitId& id);
  void children_of_tree(const Visit& at);
  void child_of_tag(const Visit& at);
  std::string where(const GitId& id) const;

  const RecordStore& store_;
  GitOdb odb_;
  Verification& out_;
  std::vector<Visit> stack_;
  std::set<GitId> seen_;
};

std::string detail() {
  const git_error* error = git_error_last();
  return error != nullptr && error->message != nullptr ? error->message : "unknown";
}

std::string ObjectWalk::where(const GitId& id) const {
  const std::string hex = id.hex();
  const std::string loose = "objects/" + hex.substr(0, 2) + "/" + hex.substr(2);
  std::error_code error;
  return fs::exists(fs::path(store_.folder()) / loose, error) ? loose : "object " + hex + " (in a pack, or missing)";
}

void ObjectWalk::from_references() {
  GitReferenceIterator iterator;
  if (git_make(iterator, [&](auto out) { return git_reference_iterator_new(out, store_.repository()); }) < 0) {
    out_.add(FindingKind::kDamaged, "refs", fmt::format("the references cannot be read: {}", detail()));
    return;
  }
  GitReference reference;
  while (git_make(reference, [&](auto out) { return git_reference_next(out, iterator.get()); }) == 0) {
    const git_oid* target = git_reference_target(reference.get());
    if (target != nullptr) stack_.push_back({GitId(*target), git_reference_name(reference.get())});
    run();
  }
}

void ObjectWalk::run() {
  while (!stack_.empty()) {
    const Visit at = std::move(stack_.back());
    stack_.pop_back();
    if (seen_.insert(at.id).second) visit(at);
  }
}

void ObjectWalk::visit(const Visit& at) {
  GitOdbObject object;
  ++out_.report.objects;
  if (git_make(object, [&](auto out) { return git_odb_read(out, odb_.get(), &at.id.raw); }) < 0) {
    out_.add(FindingKind::kDamaged, where(at.id), fmt::format("{} is missing or damaged: {}", at.place, detail()));
    return;
  }
  switch (git_odb_object_type(object.get())) {
    case GIT_OBJECT_COMMIT:
      return children_of_commit(at.id);
    case GIT_OBJECT_TREE:
      return children_of_tree(at);
    case GIT_OBJECT_TAG:
      return child_of_tag(at);
    default:
      return;
  }
}

void ObjectWalk::children_of_commit(const GitId& id) {
  const Result<CommitFacts> commit = store_.commit_facts(id);
  if (!commit) return out_.add(FindingKind::kDamaged, where(id), to_string(commit.error()));
  for (const GitId& parent : commit->parents) stack_.push_back({parent, "the commit before " + id.hex()});
  stack_.push_back({commit->tree, "commit " + id.hex() + ":"});
}

void ObjectWalk::children_of_tree(const Visit& at) {
  const Result<TreeEntries> entries = store_.tree(at.id);
  if (!entries) return out_.add(FindingKind::kDamaged, where(at.id), to_string(entries.error()));
  for (const auto& [name, entry] : *entries) stack_.push_back({entry.id, at.place + (at.place.ends_with(':') ? "" : "/") + name});
}

void ObjectWalk::child_of_tag(const Visit& at) {
  GitTag tag;
  if (git_make(tag, [&](auto out) { return git_tag_lookup(out, store_.repository(), &at.id.raw); }) < 0) {
    return out_.add(FindingKind::kDamaged, where(at.id), fmt::format("{} cannot be understood: {}", at.place, detail()));
  }
  stack_.push_back({GitId(*git_tag_target_id(tag.get())), "what " + at.place + " points at"});
}

/// A killed writer may leave objects that nothing needs. That one of them is damaged is no harm, but git fsck will say so.
void ObjectWalk::unreferenced() {
  std::vector<GitId> all;
  const auto collect = [](const git_oid* id, void* list) {
    static_cast<std::vector<GitId>*>(list)->emplace_back(*id);
    return 0;
  };
  if (git_odb_foreach(odb_.get(), collect, &all) < 0) return out_.add(FindingKind::kDamaged, "objects", detail());
  for (const GitId& id : all) {
    GitOdbObject object;
    if (seen_.contains(id) || git_make(object, [&](auto out) { return git_odb_read(out, odb_.get(), &id.raw); }) == 0) continue;
    out_.add(FindingKind::kNote, where(id), fmt::format("damaged, but nothing in the record needs it: {}", detail()));
  }
}

}  // namespace

void verify_objects(const RecordStore& store, Verification& out) {
  GitOdb odb;
  const std::string folder = store.folder() + "/objects";
  if (git_make(odb, [&](auto made) { return git_odb_open(made, folder.c_str()); }) < 0) {
    return out.add(FindingKind::kDamaged, folder, fmt::format("the objects cannot be read: {}", detail()));
  }
  ObjectWalk walk(store, std::move(odb), out);
  walk.from_references();
  walk.unreferenced();
}

}  // namespace travaux
