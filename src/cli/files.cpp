#include "cli/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "cli/session.h"

namespace travaux::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestInput = std::size_t{256} << 20;

std::string reason(int error) { return std::generic_category().message(error); }

/// An open file that closes itself.
class Handle {
 public:
  explicit Handle(int file) : file_(file) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (file_ > STDERR_FILENO) close(file_);
  }
  int get() const { return file_; }

 private:
  int file_;
};

Result<std::string> read_all(int file, const std::string& shown) {
  std::string bytes;
  char chunk[1 << 16];
  for (;;) {
    const ssize_t size = read(file, chunk, sizeof chunk);
    if (size == 0) return bytes;
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return input_error("the file cannot be read", shown, reason(errno));
    bytes.append(chunk, static_cast<std::size_t>(size));
    if (bytes.size() > kLargestInput) {
      return input_error("the file is too large", shown, fmt::format("{} MiB are the most", kLargestInput >> 20));
    }
  }
}

tl::unexpected<Error> cannot_write(const std::string& path, int error) {
  return input_error("the file cannot be written", path, reason(error), "choose another place for it");
}

/// The new file, before it stands in its place; removed unless it gets there.
class Aside {
 public:
  explicit Aside(const fs::path& target)
      : path_((target.parent_path() / ".travaux-XXXXXX").string()), file_(mkstemp(path_.data())) {}
  Aside(const Aside&) = delete;
  Aside& operator=(const Aside&) = delete;
  ~Aside() {
    if (file_ >= 0) close(file_);
    if (file_ >= 0 && !moved_) unlink(path_.c_str());
  }

  /// 0, or the error.
  int write_all(std::string_view text) {
    if (file_ < 0) return errno;
    while (!text.empty()) {
      const ssize_t size = write(file_, text.data(), text.size());
      if (size < 0 && errno != EINTR) return errno;
      if (size > 0) text.remove_prefix(static_cast<std::size_t>(size));
    }
    return fsync(file_) == 0 ? 0 : errno;
  }

  int move_to(const fs::path& target) {
    struct stat old {};
    const mode_t mask = umask(0);
    umask(mask);
    const mode_t mode = stat(target.c_str(), &old) == 0 ? old.st_mode & 0777 : 0666 & ~mask;
    if (fchmod(file_, mode) != 0 || rename(path_.c_str(), target.c_str()) != 0) return errno;
    moved_ = true;
    return 0;
  }

 private:
  std::string path_;
  int file_;
  bool moved_ = false;
};

/// The file that a path means, through links.
fs::path target_of(const std::string& path) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (!error) return real;
  const fs::path plain(path);
  return plain.has_parent_path() ? plain : fs::path(".") / plain;
}

}  // namespace

std::string shown_path(const std::string& path) { return path == kStandardInput ? "standard input" : path; }

Result<std::string> read_file(const std::string& path) {
  const std::string shown = shown_path(path);
  const Handle file(path == kStandardInput ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) {
    if (errno == ENOENT) return input_error("there is no such file", shown, {}, "check the path");
    return input_error("the file cannot be read", shown, reason(errno));
  }
  struct stat status {};
  if (fstat(file.get(), &status) == 0 && S_ISDIR(status.st_mode)) {
    return input_error("the file cannot be read", shown, "it is a folder", "name a file in it");
  }
  return read_all(file.get(), shown);
}

ReadOptions default_read_options() {
  ReadOptions options;
  const char* const path = std::getenv("PATH");
  const char* const temporary = std::getenv("TMPDIR");
  std::vector<std::string> folders;
  for (std::string_view rest = path == nullptr ? "" : path; !rest.empty();) {
    const std::size_t colon = std::min(rest.find(':'), rest.size());
    if (rest.starts_with('/')) folders.emplace_back(rest.substr(0, colon));  // never the current folder
    rest.remove_prefix(std::min(colon + 1, rest.size()));
  }
  if (!folders.empty()) options.program_folders = std::move(folders);
  if (temporary != nullptr && *temporary == '/') options.temporary_folder = temporary;
  return options;
}

bool may_track_changes(const std::string& extension) {
  return extension == "docx" || extension == "doc" || extension == "odt" || extension == "rtf";
}

Result<Input> read_input(const std::string& path, const ReadOptions& options) {
  Result<std::string> bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  Result<Reading> reading = read_bytes(*bytes, shown_path(path), options);
  if (!reading) return tl::unexpected(reading.error());
  const bool rejected = may_track_changes(reading->extension) && options.tracked_changes == ReadOptions::TrackedChanges::kReject;
  return Input{path, std::move(*bytes), std::move(*reading), rejected};
}

Status write_file(const std::string& path, std::string_view content, const std::vector<std::string>& inputs) {
  std::error_code error;
  for (const std::string& input : inputs) {
    if (fs::equivalent(path, input, error)) {
      return usage_error(fmt::format("{} is one of the drafts that are compared", path), "choose another name for -o");
    }
  }
  const fs::path target = target_of(path);
  const fs::file_status there = fs::status(target, error);
  if (fs::exists(there) && !fs::is_regular_file(there)) {
    return input_error("the file cannot be written", path, fs::is_directory(there) ? "it is a folder" : "it is no ordinary file",
                       "choose another name for -o");
  }
  Aside aside(target);
  int code = aside.write_all(content);
  if (code == 0) code = aside.move_to(target);
  if (code != 0) return cannot_write(path, code);
  return {};
}

}  // namespace travaux::cli
