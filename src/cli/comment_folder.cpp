#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "cli/asked.h"
#include "cli/manifest_json.h"

namespace travaux::cli {
namespace {

namespace fs = std::filesystem;

/// What a manifest says of the folder's files.
struct Known {
  std::vector<GroupNames> groups;
  struct Event {
    std::string file, by, on, date, label;
    bool is_draft = false, constructed = false;
  };
  std::vector<Event> events;
  fs::path folder;  ///< that the files' names start from
};

Result<Known> read_known(const std::string& path) {
  const Result<std::string> text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  const Result<ManifestJson> json = parse_manifest_json(*text, path);
  if (!json) return tl::unexpected(json.error());
  Known known;
  known.folder = fs::path(path).parent_path();
  Fields fields(*json);
  for (const Json* object : fields.objects("groups")) {
    Fields group(fields, *object);
    known.groups.push_back({group.required_text("name"), group.texts("members"), group.texts("aliases")});
    if (!group.ok()) return tl::unexpected(*group.error());
  }
  for (std::size_t e = 0; e < json->event_lines.size(); ++e) {
    Fields event(*json, e);
    Known::Event one{event.text("file"),
                     event.text("by"),
                     event.text("on"),
                     event.text("date"),
                     event.text("label"),
                     event.text("kind") == "draft",
                     event.text("origin") == "constructed"};
    if (!event.ok()) return tl::unexpected(*event.error());
    known.events.push_back(std::move(one));
  }
  if (!fields.ok()) return tl::unexpected(*fields.error());
  return known;
}

std::string manifest_near(const fs::path& folder) {
  for (const fs::path& place : {folder / "manifest.json", folder / ".." / "manifest.json"}) {
    std::error_code error;
    if (fs::is_regular_file(place, error)) return place.lexically_normal().string();
  }
  return {};
}

bool is_comment(const fs::directory_entry& entry) {
  std::error_code error;
  const std::string name = entry.path().filename().string();
  if (!entry.is_regular_file(error) || name.starts_with('.') || name.starts_with('~')) return false;
  return entry.path().extension() != ".json" && !name.starts_with("README");
}

Result<std::vector<std::string>> names_in(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> names;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (is_comment(*at)) names.push_back(at->path().filename().string());
  }
  if (error)
    return input_error("the folder of comments cannot be read", folder, error.message(), "name a folder with --comments");
  std::sort(names.begin(), names.end());
  if (names.empty())
    return input_error("the folder holds no comments", folder, "a comment is a file a group", "name another with --comments");
  return names;
}

const Known::Event* event_of(const Known& known, const fs::path& file) {
  for (const Known::Event& event : known.events) {
    std::error_code error;
    if (fs::equivalent(known.folder / event.file, file, error) && !error) return &event;
  }
  return nullptr;
}

/// Whether what a manifest says of a comment speaks against its being on this draft.
bool on_another(const Known& known, const Known::Event& event, const Draft& from) {
  if (event.on.empty() || event.on == from.label) return false;
  for (const Known::Event& draft : known.events) {
    std::error_code error;
    if (draft.is_draft && draft.label == event.on && !from.path.empty())
      return !(fs::equivalent(known.folder / draft.file, from.path, error) && !error);
  }
  return true;
}

/// The files of a folder, each read when it is first asked for.
class FolderReader {
 public:
  FolderReader(const Session& session, std::string folder, std::vector<std::string> names, Known known)
      : session_(session),
        folder_(std::move(folder)),
        names_(std::move(names)),
        known_(std::move(known)),
        speakers_(known_.groups),
        inputs_(names_.size()) {}

  /// The comments on a draft. `last`: nobody asks for more, so that their texts need not be kept.
  Result<CommentFolder> on(const Draft& from, bool last) {
    CommentFolder result;
    result.groups = known_.groups;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const std::string& name = names_[i];
      const fs::path path = fs::path(folder_) / name;
      const Known::Event* event = event_of(known_, path);
      if (event != nullptr && event->is_draft) continue;
      if (event != nullptr && on_another(known_, *event, from)) {
        session_.note(fmt::format("{} is on {}, not on {}: left out", name, event->on, from.label));
        continue;
      }
      if (!inputs_[i]) {
        Result<Input> input = read_input(path.string());
        if (!input) return tl::unexpected(input.error());
        inputs_[i] = std::move(*input);
      }
      NamedFile named = read_file_name(name, inputs_[i]->reading.text, speakers_);
      if (event != nullptr && !event->by.empty()) named.by = event->by;
      if (event != nullptr && !event->date.empty()) named.date = event->date;
      result.constructed = result.constructed || (event != nullptr && event->constructed);
      result.files.push_back(
          {last ? std::move(*inputs_[i]) : *inputs_[i], name, named.by, named.date, event == nullptr ? "" : event->on});
    }
    return result;
  }

 private:
  const Session& session_;
  std::string folder_;
  std::vector<std::string> names_;
  Known known_;
  Speakers speakers_;
  std::vector<std::optional<Input>> inputs_;  ///< by name
};

}  // namespace

Result<std::vector<CommentFolder>> read_comment_folders(const Session& session, const std::string& folder,
                                                        const std::string& groups, const std::vector<const Draft*>& drafts) {
  Result<std::vector<std::string>> names = names_in(folder);
  if (!names) return tl::unexpected(names.error());
  Known known;
  if (const std::string path = groups.empty() ? manifest_near(folder) : groups; !path.empty()) {
    Result<Known> read = read_known(path);
    if (!read) return tl::unexpected(read.error());
    known = std::move(*read);
  }
  FolderReader reader(session, folder, std::move(*names), std::move(known));
  std::vector<CommentFolder> result;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Result<CommentFolder> one = reader.on(*drafts[i], i + 1 == drafts.size());
    if (!one) return tl::unexpected(one.error());
    result.push_back(std::move(*one));
  }
  return result;
}

Result<CommentFolder> read_comment_folder(const Session& session, const std::string& folder, const std::string& groups,
                                          const Draft& from) {
  Result<std::vector<CommentFolder>> read = read_comment_folders(session, folder, groups, {&from});
  if (!read) return tl::unexpected(read.error());
  return std::move(read->front());
}

}  // namespace travaux::cli
