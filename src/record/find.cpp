#include "record/find.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "record/fields.h"
#include "travaux/text.h"

namespace travaux {
namespace {

constexpr std::size_t kListed = 20;
constexpr std::size_t kShortestHash = 4;
constexpr std::string_view kRoundPrefix = "round:";
constexpr std::string_view kTagPrefix = "draft/";

using Versions = std::vector<DraftVersion>;

std::string list_labels(const Versions& drafts) {
  std::string list;
  for (std::size_t i = 0; i < std::min(drafts.size(), kListed); ++i) list += (i ? ", " : "") + quoted_field(drafts[i].info.label);
  if (drafts.size() > kListed) list += fmt::format(" and {} more", drafts.size() - kListed);
  return list;
}

Versions standing_drafts(const History& history) {
  Versions drafts;
  for (std::size_t line = 0; line < history.line_count(); ++line) drafts.push_back(history.standing(line));
  return drafts;
}

/// The one draft of a selection; a failure that lists them if they are several, nothing if there is none.
Result<std::optional<DraftVersion>> only(const RecordStore& store, const Versions& drafts, const std::string& name) {
  if (drafts.empty()) return std::optional<DraftVersion>();
  if (drafts.size() == 1) return std::optional(drafts.front());
  return record_failure(ErrorCode::kUsage, fmt::format("{} means {} drafts", quoted_field(name), drafts.size()), store.folder(),
                        {}, "name one of them by its label: " + list_labels(drafts));
}

std::optional<DraftVersion> by_tag(const History& history, const std::string& name) {
  const auto tag = name.starts_with("refs/tags/") ? name.substr(10) : name;
  const bool whole = tag.starts_with(kTagPrefix);
  const std::string stem = tag.substr(whole ? kTagPrefix.size() : 0);
  const auto line = history.line_of_slug(stem.substr(0, stem.rfind('.')));
  if (!line) return {};
  const auto tags = history.tags(*line);
  const auto found = tags.find(std::string(kTagPrefix) + stem);
  return found == tags.end() ? std::nullopt : std::optional(history.drafts()[found->second]);
}

Versions by_round(const History& history, std::string_view name) {
  const std::string_view digits = name.substr(std::min(name.size(), kRoundPrefix.size()));
  int round = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), round);
  if (!name.starts_with(kRoundPrefix) || error != std::errc() || end != digits.data() + digits.size()) return {};
  Versions drafts = standing_drafts(history);
  std::erase_if(drafts, [&](const DraftVersion& draft) { return draft.info.round != round; });
  return drafts;
}

std::string loose_label(std::string_view label) { return fold_case(fold_white_space(label)); }

/// Drafts that have borne the label but for case and spacing.
Versions by_loose_label(const History& history, const std::string& name) {
  const std::string wanted = loose_label(name);
  std::map<std::size_t, bool> lines;
  for (const DraftVersion& draft : history.drafts()) {
    if (loose_label(draft.info.label) == wanted) lines[draft.line] = true;
  }
  Versions drafts;
  for (const auto& [line, found] : lines) drafts.push_back(history.standing(line));
  return drafts;
}

/// The draft in the tree of a commit: the recorded version where it is one, else (on a branch of somebody's own) as it is read.
Result<std::optional<DraftVersion>> draft_at(const RecordStore& store, const History& history, const GitId& commit) {
  const Result<CommitFacts> facts = store.commit_facts(commit);
  if (!facts) return tl::unexpected(facts.error());
  const Result<std::optional<TreeEntry>> folder = store.at(facts->tree, "draft");
  if (!folder) return tl::unexpected(folder.error());
  if (!*folder) return std::optional<DraftVersion>();
  const Result<std::optional<TreeEntry>> file = store.at((*folder)->id, "draft.json");
  if (!file) return tl::unexpected(file.error());
  if (!*file) return std::optional<DraftVersion>();
  for (const DraftVersion& known : history.drafts()) {
    if (known.file == (*file)->id) return std::optional(known);
  }
  const Result<std::string> json = store.blob((*file)->id);
  if (!json) return tl::unexpected(json.error());
  Result<DraftFile> read = read_draft_file(*json, fmt::format("{}: draft/draft.json of commit {}", store.folder(), commit.hex()));
  if (!read) return tl::unexpected(read.error());
  return std::optional(DraftVersion{read->info, read->text_sha256, slug(read->info.label), commit, (*folder)->id, (*file)->id});
}

Result<std::optional<DraftVersion>> by_revision(const RecordStore& store, const History& history, const std::string& name) {
  GitObject object, commit;
  const bool possible = !name.empty() && name.size() <= kMaxField && name.find('\0') == std::string::npos;
  if (!possible || git_make(object, [&](auto out) { return git_revparse_single(out, store.repository(), name.c_str()); }) < 0) {
    return std::optional<DraftVersion>();
  }
  if (git_make(commit, [&](auto out) { return git_object_peel(out, object.get(), GIT_OBJECT_COMMIT); }) < 0) {
    return std::optional<DraftVersion>();
  }
  return draft_at(store, history, GitId(*git_object_id(commit.get())));
}

tl::unexpected<Error> unknown_draft(const RecordStore& store, const History& history, const std::string& name) {
  const Versions drafts = standing_drafts(history);
  const std::string next =
      drafts.empty() ? "record a draft with `travaux commit FILE --label LABEL`" : "it holds " + list_labels(drafts);
  return record_failure(ErrorCode::kNotFound, fmt::format("the draft {} is not in this record", quoted_field(name)),
                        store.folder(), {}, next);
}

}  // namespace

Result<DraftVersion> find_version(const RecordStore& store, const History& history, const std::string& name) {
  if (const auto line = history.line_of_label(name)) return history.standing(*line);
  if (!is_utf8(name)) return unknown_draft(store, history, name);
  if (auto tagged = by_tag(history, name)) return *tagged;
  const auto choose = [&](const Versions& drafts) { return only(store, drafts, name); };
  Result<std::optional<DraftVersion>> found = choose(by_round(history, name));
  if (found && !*found) found = choose(by_loose_label(history, name));
  if (found && !*found) found = by_revision(store, history, name);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return unknown_draft(store, history, name);
  return **found;
}

Result<std::string> resolved_label(const RecordStore& store, const History& history, const std::string& name) {
  if (history.line_of_label(name)) return name;
  const Result<DraftVersion> found = find_version(store, history, name);
  if (!found) return tl::unexpected(found.error());
  if (history.line_of_label(found->info.label)) return found->info.label;
  return record_failure(ErrorCode::kNotFound, fmt::format("the draft {} is not on the branch main", quoted_field(name)),
                        store.folder());
}

namespace {

/// The one of `all` that is named by its path or by the start of its hash, which is what follows the last slash. `thing` is
/// what they are called in errors.
template <typename Version>
Result<Version> named(const RecordStore& store, const std::vector<Version>& all, const std::string& given, std::string_view thing,
                      std::string next) {
  std::string name = given;
  while (name.ends_with('/')) name.pop_back();
  std::vector<const Version*> found;
  for (const Version& version : all) {
    if (version.path == name) return version;
    const std::string_view hash = std::string_view(version.path).substr(version.path.rfind('/') + 1);
    if (name.size() >= kShortestHash && hash.starts_with(name)) found.push_back(&version);
  }
  if (found.size() == 1) return *found.front();
  if (found.empty()) {
    return record_failure(ErrorCode::kNotFound, fmt::format("the {} {} is not in this record", thing, quoted_field(given)),
                          store.folder(), {}, std::move(next));
  }
  return record_failure(ErrorCode::kUsage, fmt::format("{} means {} {}s", quoted_field(given), found.size(), thing),
                        store.folder(), {}, fmt::format("name one of them: {} or {}", found[0]->path, found[1]->path));
}

}  // namespace

Result<CommentVersion> find_comment(const RecordStore& store, const History& history, const std::string& name) {
  return named(store, history.comments(), name, "comment", "`travaux log` lists the comments with their paths");
}

Result<RulingVersion> find_ruling(const RecordStore& store, const History& history, const std::string& name) {
  return named(store, history.rulings(), name, "ruling", "`travaux rule --list` lists the rulings with their hashes");
}

std::string group_name(const Negotiation& negotiation, const std::string& by) {
  const std::string wanted = loose_label(by);
  const auto is_it = [&](const std::string& name) { return loose_label(name) == wanted; };
  for (const Group& group : negotiation.groups) {
    if (is_it(group.name) || std::any_of(group.aliases.begin(), group.aliases.end(), is_it)) return group.name;
  }
  return by;
}

}  // namespace travaux
