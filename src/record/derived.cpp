#include "record/derived.h"

#include <fmt/format.h>

#include "record/fields.h"
#include "record/names.h"

namespace travaux {
namespace {

constexpr int kDeepest = 100;  // folders in folders; a foreign commit could nest them without end

Status collect_below(const RecordStore& store, const GitId& folder, const std::string& prefix, int depth, FileIds& files) {
  if (depth > kDeepest) {
    return record_failure(ErrorCode::kDamaged, fmt::format("more than {} folders lie in each other", kDeepest), store.folder());
  }
  const Result<TreeEntries> entries = store.tree(folder);
  if (!entries) return tl::unexpected(entries.error());
  for (const auto& [name, entry] : *entries) {
    if (!entry.is_tree) {
      files[prefix + name] = entry.id;
    } else if (Status below = collect_below(store, entry.id, prefix + name + "/", depth + 1, files); !below) {
      return below;
    }
  }
  return {};
}

GitId blob_id(std::string_view content) {
  GitId id;
  git_odb_hash(&id.raw, content.data(), content.size(), GIT_OBJECT_BLOB);
  return id;
}

}  // namespace

Status collect_files(const RecordStore& store, const GitId& folder, FileIds& files) {
  return collect_below(store, folder, {}, 0, files);
}

FileIds derived_files(const std::vector<DerivedFile>& items) {
  FileIds files;
  const std::vector<std::string> paths = item_paths(items);
  for (std::size_t i = 0; i < paths.size(); ++i) files[paths[i]] = blob_id(items[i].content);
  return files;
}

std::string first_difference(const FileIds& stored, const FileIds& derived) {
  for (const auto& [path, id] : derived) {
    const auto other = stored.find(path);
    if (other == stored.end()) return path + " is missing";
    if (!(other->second == id)) return path + " reads otherwise";
  }
  for (const auto& [path, id] : stored) {
    if (!derived.contains(path)) return path + " should not be there";
  }
  return {};
}

}  // namespace travaux
