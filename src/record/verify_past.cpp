#include <fmt/format.h>

#include "record/verify.h"

namespace travaux {
namespace {

constexpr int kCommentDepth = 3;  // comments/<draft>/<group>/<hash>

/// Compares a folder of comments with what it was; `depth` levels of folders lie below it.
void compare(const RecordStore& store, const GitId& before, const GitId& now, const std::string& path, int depth,
             std::vector<std::string>& changes) {
  if (before == now) return;
  const Result<TreeEntries> old = store.tree(before);
  const Result<TreeEntries> entries = store.tree(now);
  if (!old || !entries) return;  // told by the objects' check
  for (const auto& [name, entry] : *old) {
    const std::string at = path + "/" + name;
    const auto kept = entries->find(name);
    if (kept == entries->end()) {
      changes.push_back(at + " was removed after it was recorded");
    } else if (depth > 0 && entry.is_tree && kept->second.is_tree) {
      compare(store, entry.id, kept->second.id, at, depth - 1, changes);
    } else if (!(kept->second == entry)) {
      changes.push_back(at + " was changed after it was recorded");
    }
  }
  for (const auto& [name, entry] : *entries) {
    if (depth == 0 && !old->contains(name) && name != "withdrawn.json")
      changes.push_back(path + "/" + name + " was added after it was recorded");
  }
}

/// `draft/` under an unchanged draft.json: only the items may be written anew.
void compare_draft(const RecordStore& store, const GitId& before, const GitId& now, std::vector<std::string>& changes) {
  const Result<TreeEntries> old = store.tree(before);
  const Result<TreeEntries> entries = store.tree(now);
  if (!old || !entries) return;
  const auto entry_of = [](const TreeEntries& tree, const std::string& name) {
    const auto entry = tree.find(name);
    return entry == tree.end() ? TreeEntry() : entry->second;
  };
  if (entry_of(*entries, "draft.json") == TreeEntry()) changes.push_back("draft/draft.json was removed");
  if (!(entry_of(*old, "draft.json") == entry_of(*entries, "draft.json"))) return;
  for (const auto& [name, entry] : *old) {
    if (name != "items" && !(entry_of(*entries, name) == entry))
      changes.push_back(fmt::format("draft/{} was changed after it was recorded", name));
  }
}

}  // namespace

std::vector<std::string> changes_to_the_past(const RecordStore& store, const GitId& before, const GitId& now) {
  std::vector<std::string> changes;
  const Result<TreeEntries> old = store.tree(before);
  const Result<TreeEntries> entries = store.tree(now);
  if (!old || !entries) return changes;
  for (const auto& [name, entry] : *old) {
    const auto kept = entries->find(name);
    if (kept == entries->end()) {
      changes.push_back(name + " was removed");
    } else if (name == "comments") {
      compare(store, entry.id, kept->second.id, name, kCommentDepth, changes);
    } else if (name == "rulings") {
      compare(store, entry.id, kept->second.id, name, 1, changes);
    } else if (name == "draft" && !(entry == kept->second)) {
      compare_draft(store, entry.id, kept->second.id, changes);
    }
  }
  return changes;
}

}  // namespace travaux
