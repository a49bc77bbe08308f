#include "record/init.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <map>

#include "record/event.h"
#include "record/fields.h"
#include "record/json.h"
#include "travaux/text.h"

namespace travaux {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kAside = ".travaux-init-";

tl::unexpected<Error> cannot_make(const std::string& folder, const std::error_code& error) {
  return record_failure(ErrorCode::kIo, "the record cannot be made", folder, error.message(),
                        "choose a folder that you may write to, on a disk with room");
}

/// The folder of a record to be; removes whatever it made unless it is told to keep it.
class NewFolder {
 public:
  explicit NewFolder(const std::string& folder) : folder_(folder) {}
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;
  ~NewFolder();

  /// Makes the folder where there is none, and refuses one with something in it.
  Status prepare();
  std::string aside() const { return aside_.string(); }
  /// Moves what was built aside into the folder, HEAD last: only then is it a repository.
  Status settle();

 private:
  Status claim();

  fs::path folder_, aside_;
  fs::path made_, first_made_;  // the folder and its topmost parent, where they were not there before
  std::vector<fs::path> moved_;
  int claim_ = -1;
  bool keep_ = false;
};

NewFolder::~NewFolder() {
  std::error_code ignored;
  if (!aside_.empty()) fs::remove_all(aside_, ignored);
  for (auto path = moved_.rbegin(); !keep_ && path != moved_.rend(); ++path) fs::remove_all(*path, ignored);
  for (fs::path made = made_; !keep_ && !made.empty(); made = made.parent_path()) {
    if (!fs::remove(made, ignored) || made == first_made_) break;  // only what is empty: somebody may have come in
  }
  if (claim_ >= 0) close(claim_);
}

Status NewFolder::prepare() {
  std::error_code error;
  const fs::file_status status = fs::status(folder_, error);
  if (status.type() == fs::file_type::not_found) {
    fs::path made = fs::absolute(folder_, error).lexically_normal();
    if (!made.has_filename()) made = made.parent_path();
    made_ = made;
    for (fs::path up = made; !up.empty() && !fs::exists(up, error); up = up.parent_path()) first_made_ = up;
    if (!fs::create_directories(folder_, error) && error) return cannot_make(folder_.string(), error);
  } else if (!fs::is_directory(status)) {
    if (status.type() == fs::file_type::none) return cannot_make(folder_.string(), error);
    return record_failure(ErrorCode::kConflict, "the record cannot be made", folder_.string(), "a file of that name is there",
                          "choose another folder");
  }
  return claim();
}

/// Holds the folder against another `init`, and clears what a killed one left.
Status NewFolder::claim() {
  claim_ = open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (claim_ < 0) return cannot_make(folder_.string(), {errno, std::generic_category()});
  if (flock(claim_, LOCK_EX | LOCK_NB) != 0) {
    return record_failure(ErrorCode::kBusy, "another command is making a record here", folder_.string(), {},
                          "wait until it has ended");
  }
  std::error_code error;
  std::vector<fs::path> left;
  for (fs::directory_iterator it(folder_, error), end; !error && it != end; it.increment(error)) {
    if (!it->path().filename().string().starts_with(kAside)) {
      const bool record = fs::exists(folder_ / kLockFile, error) && fs::exists(folder_ / "HEAD", error);
      return record_failure(ErrorCode::kConflict, "the record cannot be made", folder_.string(),
                            record ? "there is a record already" : "the folder is not empty", "choose an empty or a new folder");
    }
    left.push_back(it->path());
  }
  if (error) return cannot_make(folder_.string(), error);
  for (const fs::path& path : left) fs::remove_all(path, error);
  aside_ = folder_ / fmt::format("{}{}", kAside, getpid());
  if (!fs::create_directory(aside_, error)) return cannot_make(folder_.string(), error);
  return {};
}

Status NewFolder::settle() {
  std::error_code error;
  std::vector<fs::path> names;
  for (fs::directory_iterator it(aside_, error), end; !error && it != end; it.increment(error)) {
    if (it->path().filename() != "HEAD") names.push_back(it->path().filename());
  }
  names.push_back("HEAD");
  for (const fs::path& name : names) {
    if (!error) fs::rename(aside_ / name, folder_ / name, error);
    if (error) return cannot_make(folder_.string(), error);
    moved_.push_back(folder_ / name);
  }
  fsync(claim_);
  keep_ = true;
  return {};
}

Status check_groups(const Negotiation& negotiation) {
  std::map<std::string, std::string> slugs;
  Status ok;
  for (const Group& group : negotiation.groups) {
    const Result<std::string> name = checked_slug("group", group.name);
    if (!name) return tl::unexpected(name.error());
    const auto [known, is_new] = slugs.emplace(*name, group.name);
    if (!is_new) {
      return record_failure(
          ErrorCode::kConflict,
          fmt::format("the groups {} and {} cannot both be kept", quoted_field(known->second), quoted_field(group.name)), {},
          fmt::format("both would be named {} in Git", quoted_field(*name)), "list a group once, with its aliases");
    }
    ok = check_field("group", group.name);
    for (const std::string& member : group.members) ok = ok ? check_field("member", member) : ok;
    for (const std::string& alias : group.aliases) ok = ok ? check_field("alias", alias) : ok;
    if (!ok) return ok;
  }
  return {};
}

/// What plain git needs to work here, and what keeps it from rewriting the past. Nobody's own configuration is needed.
Status configure(const RecordStore& store) {
  GitConfig config;
  int code = git_make(config, [&](auto out) { return git_repository_config(out, store.repository()); });
  for (const char* key : {"receive.denyNonFastForwards", "receive.denyDeletes", "receive.fsckObjects"}) {
    if (code == 0) code = git_config_set_bool(config.get(), key, 1);
  }
  if (code == 0) code = git_config_set_bool(config.get(), "core.quotePath", 0);
  if (code < 0) return git_failure(code, ErrorCode::kIo, "the record cannot be configured", store.folder());
  return {};
}

Status make_repository(const std::string& folder) {
  git_repository_init_options options;
  git_repository_init_options_init(&options, GIT_REPOSITORY_INIT_OPTIONS_VERSION);
  options.flags = GIT_REPOSITORY_INIT_BARE | GIT_REPOSITORY_INIT_NO_REINIT;
  options.initial_head = "main";
  options.description = "travaux";
  GitRepository repository;
  const int code = git_make(repository, [&](auto out) { return git_repository_init_ext(out, folder.c_str(), &options); });
  if (code < 0) return git_failure(code, ErrorCode::kIo, "the record cannot be made", folder);
  return {};
}

Status first_commit(RecordStore& store, const std::map<std::string, std::string>& files, const std::string& title,
                    const Committer& committer) {
  const Result<GitId> tree = store.write_tree(files);
  if (!tree) return tl::unexpected(tree.error());
  const Identity who = identity_of(committer);
  const Result<GitId> commit =
      store.commit({*tree, {}, who, who, fmt::format("Record: {}\n", title.empty() ? "untitled" : title)});
  if (!commit) return tl::unexpected(commit.error());
  const Result<bool> moved = store.move_head({}, *commit);
  if (!moved) return tl::unexpected(moved.error());
  return {};
}

Status build(const std::string& folder, const std::map<std::string, std::string>& files, const std::string& title,
             const Committer& committer) {
  if (Status made = make_repository(folder); !made) return made;
  Result<RecordStore> store = RecordStore::open(folder);
  if (!store) return tl::unexpected(store.error());
  Status done = configure(*store);
  if (done) done = first_commit(*store, files, title, committer);
  if (!done) return done;
  const Result<RecordLock> lock = RecordLock::acquire(folder, "init", committer.time, std::chrono::milliseconds(0));
  if (!lock) return tl::unexpected(lock.error());
  return {};
}

}  // namespace

Status init_record(const std::string& folder, const Negotiation& negotiation, const std::string& instruments_json,
                   const Committer& committer) {
  start_git();
  Status ok = check_field("title", negotiation.title);
  if (ok) ok = check_language(negotiation.language);
  if (ok) ok = check_groups(negotiation);
  if (ok && folder.empty()) ok = record_failure(ErrorCode::kUsage, "no folder was named for the record");
  if (!ok) return ok;
  const Result<std::string> instruments = instruments_file(instruments_json);
  if (!instruments) return tl::unexpected(instruments.error());
  NewFolder made(folder);
  if (ok = made.prepare(); !ok) return ok;
  ok = build(made.aside(), {{"travaux.json", write_json(negotiation)}, {"instruments.json", *instruments}}, negotiation.title,
             committer);
  if (!ok) {
    ok.error().where = folder;  // not the folder that is gone by now
    return ok;
  }
  return made.settle();
}

}  // namespace travaux
