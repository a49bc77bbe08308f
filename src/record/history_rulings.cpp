#include <fmt/format.h>

#include <algorithm>

#include "record/history.h"
#include "record/names.h"

namespace travaux {
namespace {

constexpr std::string_view kTakenBack = ".withdrawn.json";

}  // namespace

Status History::take_rulings(const RecordStore& store, const CommitFacts& commit, const TreeEntries& root, Event& event) {
  const auto entry = root.find("rulings");
  const GitId folder = entry == root.end() ? GitId() : entry->second.id;
  if (folder == rulings_folder_ || folder == GitId()) return {};
  const Result<TreeEntries> before = rulings_folder_ == GitId() ? TreeEntries() : store.tree(rulings_folder_);
  const Result<TreeEntries> files = store.tree(folder);
  if (!before || !files) return tl::unexpected(!before ? before.error() : files.error());
  rulings_folder_ = folder;
  for (const auto& [name, file] : *files) {
    if (before->contains(name)) continue;  // never changed by travaux: `verify` says so
    if (Status taken = take_ruling_file(store, commit, name, file.id, event); !taken) return taken;
  }
  return {};
}

Status History::take_ruling_file(const RecordStore& store, const CommitFacts& commit, const std::string& name, const GitId& file,
                                 Event& event) {
  const Result<std::string> json = store.blob(file);
  if (!json) return tl::unexpected(json.error());
  const std::string path = "rulings/" + name;
  const std::string where = fmt::format("{}: {} of commit {}", store.folder(), path, commit.id.hex());
  if (!name.ends_with(kTakenBack)) {
    const Result<RulingInfo> read = read_ruling_file(*json, where);
    if (!read) return tl::unexpected(read.error());
    rulings_.push_back({*read, path, commit.id, false});
    event.kind = EventKind::kRuling;
    event.ruling = *read;
    event.path = path;
    return {};
  }
  const Result<TakenBackFile> read = read_taken_back_file(*json, where);
  if (!read) return tl::unexpected(read.error());
  const auto ruling =
      std::find_if(rulings_.begin(), rulings_.end(), [&](const RulingVersion& r) { return taking_back_file(r.path) == path; });
  if (ruling == rulings_.end()) return {};
  ruling->taken_back = true;
  event.kind = EventKind::kRulingTakenBack;
  event.ruling = ruling->info;
  event.path = ruling->path;
  event.reason = read->reason;
  return {};
}

}  // namespace travaux
