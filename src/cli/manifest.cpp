#include "cli/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/manifest_json.h"
#include "cli/recording.h"
#include "cli/session.h"
#include "travaux/parse.h"
#include "travaux/text.h"

namespace travaux::cli {
namespace {

namespace fs = std::filesystem;

/// Why a file name of a manifest is not to be trusted; empty where it is. Nothing outside the manifest's folder is ever opened.
std::string refusal(const fs::path& folder, const std::string& name) {
  const fs::path relative(name);
  if (relative.is_absolute()) return "it is an absolute path, and a manifest's files stay inside its folder";
  fs::path at = folder;
  for (const fs::path& part : relative) {
    if (part == "..") return "it leads out of the manifest's folder";
    at /= part;
    std::error_code error;
    const fs::file_status status = fs::symlink_status(at, error);
    if (!fs::exists(status)) return "there is no such file";
    if (fs::is_symlink(status)) return "it is, or goes through, a symbolic link, and links are not followed";
  }
  std::error_code error;
  return fs::is_regular_file(fs::symlink_status(at, error)) ? std::string() : "it is no ordinary file";
}

/// Labels of the drafts so far; two must not become one name in Git.
class Labels {
 public:
  void add(Fields& fields, const std::string& label) {
    const std::string name = slug(label);
    if (name.empty()) return fields.fail("label", fmt::format("the label \"{}\" has neither a letter nor a digit", label));
    for (const std::string& known : labels_) {
      if (slug(known) == name) {
        return fields.fail("label", fmt::format("the labels \"{}\" and \"{}\" cannot both be kept", label, known),
                           "they make one name in Git");
      }
    }
    labels_.push_back(label);
  }

  void need(Fields& fields, const char* key, const std::string& label) const {
    if (label.empty() || std::find(labels_.begin(), labels_.end(), label) != labels_.end()) return;
    std::string list;
    for (const std::string& known : labels_) list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", known);
    fields.fail(key, fmt::format("\"{}\" names \"{}\", and no draft before it has that label", key, label), {},
                list.empty() ? "put the draft before it" : "before it come " + list);
  }

 private:
  std::vector<std::string> labels_;
};

Negotiation negotiation_of(Fields& fields) {
  Negotiation negotiation;
  negotiation.title = fields.required_text("title");
  if (const std::string language = fields.text("language"); !language.empty()) negotiation.language = language;
  for (const Json* object : fields.objects("groups")) {
    Fields group(fields, *object);
    negotiation.groups.push_back({group.required_text("name"), group.texts("members"), group.texts("aliases")});
    if (!group.ok()) fields.fail("groups", fmt::format("in \"groups\": {}", group.error()->what));
  }
  return negotiation;
}

void read_file_of(Fields& fields, const fs::path& folder, ManifestEvent& event) {
  const std::string name = fields.required_text("file");
  if (!fields.ok()) return;
  if (const std::string why = refusal(folder, name); !why.empty()) {
    return fields.fail("file", fmt::format("the file \"{}\" is refused", name), why, "put it into the manifest's folder");
  }
  Result<Input> input = read_input((folder / name).string());
  if (!input) {
    const Error& error = input.error();
    return fields.fail("file", fmt::format("{}: {}", error.where, error.what), error.why, error.next);
  }
  event.input = std::move(*input);
}

void read_draft(Fields& fields, ManifestEvent& event, Labels& labels) {
  DraftInfo& draft = event.draft;
  draft.label = fields.text("label");
  draft.round = fields.number("round");
  draft.date = fields.date("date");
  draft.by = fields.text("by");
  draft.based_on = fields.text("based_on");
  draft.origin = read_origin(fields.choice("origin", {"historical", "constructed"}));
  draft.profile = fields.choice("profile", {"plan", "treaty", "resolution", "unnumbered", "auto"});
  if (draft.profile == "auto") draft.profile.clear();
  if (!fields.ok()) return;
  event.document = parse(event.input.reading.text, family_named(draft.profile));
  if (draft.label.empty()) draft.label = event.document.label;
  if (draft.label.empty()) return fields.fail("label", "the draft has no label", "neither the manifest nor its text states one");
  labels.need(fields, "based_on", draft.based_on);
  labels.add(fields, draft.label);
}

void read_comment(Fields& fields, ManifestEvent& event, const Labels& labels) {
  CommentInfo& comment = event.comment;
  comment.by = fields.required_text("by");
  comment.on = fields.required_text("on");
  comment.round = fields.number("round");
  comment.date = fields.date("date");
  comment.origin = read_origin(fields.choice("origin", {"historical", "constructed"}));
  if (slug(comment.by).empty()) fields.fail("by", fmt::format("\"{}\" has neither a letter nor a digit", comment.by));
  labels.need(fields, "on", comment.on);
}

Result<ManifestEvent> read_event(const ManifestJson& json, std::size_t index, const fs::path& folder, Labels& labels) {
  Fields fields(json, index);
  ManifestEvent event;
  event.where = fields.where();
  event.is_draft = fields.choice("kind", {"draft", "comment"}) == "draft";
  if (fields.ok()) fields.required_text("kind");
  if (fields.ok()) read_file_of(fields, folder, event);
  if (fields.ok()) event.is_draft ? read_draft(fields, event, labels) : read_comment(fields, event, labels);
  if (!fields.ok()) return tl::unexpected(*fields.error());
  return event;
}

/// The registry that belongs to the manifest: beside it, or one folder up for several negotiations.
Result<std::string> registry_beside(const fs::path& folder) {
  for (const fs::path& place : {folder / "instruments.json", folder / ".." / "instruments.json"}) {
    std::error_code error;
    if (!fs::is_regular_file(fs::symlink_status(place, error))) continue;
    const std::string name = place.lexically_normal().string();
    Result<std::string> json = read_file(name);
    if (!json) return json;
    if (const Result<Registry> registry = read_registry(*json, name); !registry) return tl::unexpected(registry.error());
    return json;
  }
  return std::string();
}

}  // namespace

Result<Manifest> read_manifest(const std::string& path) {
  const Result<std::string> text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  const Result<ManifestJson> json = parse_manifest_json(*text, path);
  if (!json) return tl::unexpected(json.error());
  Manifest manifest;
  Fields fields(*json);
  manifest.negotiation = negotiation_of(fields);
  const std::size_t count = fields.objects("events").size();
  if (count == 0) fields.fail("events", "the manifest lists no events");
  if (!fields.ok()) return tl::unexpected(*fields.error());

  const fs::path folder = fs::path(path).has_parent_path() ? fs::path(path).parent_path() : fs::path(".");
  Labels labels;
  for (std::size_t i = 0; i < count; ++i) {
    Result<ManifestEvent> event = read_event(*json, i, folder, labels);
    if (!event) return tl::unexpected(event.error());
    manifest.events.push_back(std::move(*event));
  }
  Result<std::string> registry = registry_beside(folder);
  if (!registry) return tl::unexpected(registry.error());
  manifest.registry = std::move(*registry);
  return manifest;
}

}  // namespace travaux::cli
