#include "record/git.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>

#include "record/fields.h"
#include "travaux/record.h"
#include "travaux/text.h"

namespace travaux {
namespace {

struct SystemCause {
  std::string_view says;  ///< what strerror prints
  std::string_view why;
  std::string_view next;
};

constexpr std::array<SystemCause, 8> kSystemCauses = {{
    {"No space left on device", "the disk is full", "make room and run the command again; nothing was recorded"},
    {"Disk quota exceeded", "your disk quota is used up", "make room and run the command again; nothing was recorded"},
    {"File too large", "a file may not grow that large here",
     "raise the limit on file sizes (ulimit -f) and run the command again"},
    {"Read-only file system", "the file system is read-only", "work on a copy in a folder that can be written"},
    {"Permission denied", "you may not write or read there", "ask the owner of the folder for access, or work on a copy"},
    {"Operation not permitted", "you may not write or read there", "ask the owner of the folder for access, or work on a copy"},
    {"Too many open files", "too many files are open", "raise the limit on open files (ulimit -n) and run the command again"},
    {"Input/output error", "the disk cannot be read or written", "check the disk, then run `travaux verify`"},
}};

/// What libgit2 said. Cleaning up after a failed write, it forgets it at times: then errno still knows.
std::string last_message(int system_error) {
  const git_error* error = git_error_last();
  if (error == nullptr || error->message == nullptr) return std::generic_category().message(system_error);
  return is_utf8(error->message) ? error->message : "no readable detail";
}

bool is_damage(int git_code, const git_error* error) {
  if (git_code == GIT_EMISMATCH) return true;
  if (error == nullptr || error->klass == GIT_ERROR_OS) return false;
  return error->klass == GIT_ERROR_ZLIB || error->klass == GIT_ERROR_ODB || error->klass == GIT_ERROR_OBJECT;
}

}  // namespace

std::string GitId::hex() const {
  std::string text(GIT_OID_HEXSZ, '0');
  git_oid_fmt(text.data(), &raw);
  return text;
}

Result<GitId> read_id(const std::string& hex) {
  GitId id;
  if (git_oid_fromstrp(&id.raw, hex.c_str()) == 0) return id;
  return record_failure(ErrorCode::kNotFound, fmt::format("{} is no commit", quoted_field(hex)));
}

void start_git() {
  static const bool started = [] {
    git_libgit2_init();
    git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
    git_libgit2_opts(GIT_OPT_ENABLE_STRICT_OBJECT_CREATION, 1);
    git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1);
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 1);
    return true;
  }();
  static_cast<void>(started);
}

tl::unexpected<Error> owner_failure(std::string what, std::string where) {
  std::string next = fmt::format("if you trust it, run: git config --global --add safe.directory '{}'", where);
  return record_failure(ErrorCode::kInput, std::move(what), std::move(where), "the folder belongs to another user",
                        std::move(next));
}

tl::unexpected<Error> git_failure(int git_code, ErrorCode code, std::string what, std::string where) {
  const int system_error = errno;
  if (git_code == GIT_EOWNER) return owner_failure(std::move(what), std::move(where));
  const std::string detail = last_message(system_error);
  for (const SystemCause& cause : kSystemCauses) {
    if (detail.find(cause.says) == std::string::npos) continue;
    return record_failure(ErrorCode::kIo, std::move(what), std::move(where), fmt::format("{} ({})", cause.why, detail),
                          std::string(cause.next));
  }
  if (is_damage(git_code, git_error_last())) {
    return record_failure(ErrorCode::kDamaged, std::move(what), std::move(where),
                          fmt::format("an object is missing or damaged ({})", detail),
                          "run `travaux verify`, or `git fsck --strict` in the record, and restore what they name from a copy");
  }
  const char* next = code == ErrorCode::kDamaged ? "restore the record from a copy (`git clone --mirror`)" : "";
  return record_failure(code, std::move(what), std::move(where), fmt::format("Git says: {}", detail), next);
}

Status set_git_config_search_path(const std::string& system, const std::string& global) {
  start_git();
  const auto set = [](int level, const std::string& path) {
    return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path.c_str());
  };
  int code = set(GIT_CONFIG_LEVEL_SYSTEM, system);
  if (code == 0) code = set(GIT_CONFIG_LEVEL_GLOBAL, global);
  if (code == 0) code = set(GIT_CONFIG_LEVEL_XDG, "");
  if (code == 0) code = set(GIT_CONFIG_LEVEL_PROGRAMDATA, "");
  if (code < 0) return git_failure(code, ErrorCode::kInternal, "Git's configuration folders cannot be set", {});
  return {};
}

}  // namespace travaux
