#include "record/lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

#include "record/fields.h"

namespace travaux {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr auto kPoll = 20ms;
constexpr auto kWatch = 1000ms;           // how long a young git lock must stay as it is to count as dead
constexpr std::int64_t kOldSeconds = 60;  // no git command holds a ref's lock that long

tl::unexpected<Error> lock_failure(const std::string& folder, const std::string& what) {
  const int cause = errno;
  const bool no_access = cause == EACCES || cause == EROFS || cause == EPERM || cause == EISDIR;
  return record_failure(ErrorCode::kIo, what, folder + "/" + kLockFile, std::generic_category().message(cause),
                        no_access ? "ask the owner of the record for access, or work on a copy (`git clone --mirror`)"
                                  : "check the disk and run the command again; nothing was recorded");
}

std::string host_name() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

void write_holder(int file, const std::string& doing, std::int64_t since) {
  const nlohmann::ordered_json holder = {
      {"pid", getpid()}, {"host", host_name()}, {"since", moment_text(since)}, {"doing", doing}};
  const std::string text = holder.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  // Only for people: a full disk must not stop a writer here.
  if (ftruncate(file, 0) == 0) static_cast<void>(pwrite(file, text.data(), text.size(), 0) == 0);
}

std::string read_holder(int file) {
  std::array<char, 4096> bytes{};
  const ssize_t size = pread(file, bytes.data(), bytes.size(), 0);
  const auto holder = nlohmann::json::parse(bytes.data(), bytes.data() + std::max<ssize_t>(size, 0), nullptr, false);
  if (!holder.is_object()) return "its holder has not said who it is";
  const auto field = [&](const char* key) {
    const auto value = holder.find(key);
    return value != holder.end() && value->is_string() ? quoted_field(value->get<std::string>()) : std::string("unknown");
  };
  const auto pid = holder.find("pid");
  const std::int64_t number = pid != holder.end() && pid->is_number_integer() ? pid->get<std::int64_t>() : 0;
  return fmt::format("process {} on host {} has held it since {} to do this: {}", number, field("host"), field("since"),
                     field("doing"));
}

/// What tells one lock file from its successor.
struct FileMark {
  ino_t inode = 0;
  off_t size = 0;
  std::int64_t seconds = 0, nanoseconds = 0;
  friend bool operator==(const FileMark&, const FileMark&) = default;
};

std::optional<FileMark> mark(const fs::path& path) {
  struct stat info {};
  if (lstat(path.c_str(), &info) != 0) return {};
  return FileMark{info.st_ino, info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec};
}

/// All of Git's lock files in the record; objects need none.
std::vector<fs::path> git_locks(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  for (const char* name : {"HEAD.lock", "packed-refs.lock", "config.lock"}) {
    if (mark(folder / name)) found.push_back(folder / name);
  }
  for (fs::recursive_directory_iterator it(folder / "refs", error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".lock" && !it->is_directory(error)) found.push_back(it->path());
  }
  return found;
}

}  // namespace

Result<RecordLock> RecordLock::acquire(const std::string& folder, const std::string& doing, std::int64_t since,
                                       std::chrono::milliseconds wait) {
  const std::string path = folder + "/" + kLockFile;
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (file < 0) return lock_failure(folder, "the record cannot be written");
  RecordLock lock(folder, file);
  const auto end = std::chrono::steady_clock::now() + wait;
  while (flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) return lock_failure(folder, "the record cannot be locked");
    if (std::chrono::steady_clock::now() >= end) {
      std::string why = read_holder(file);
      return record_failure(ErrorCode::kBusy, "another command is writing to this record", folder, std::move(why),
                            "wait until it has ended and try again; if it hangs, end that process: the lock goes with it");
    }
    std::this_thread::sleep_for(kPoll);
  }
  write_holder(file, doing, since);
  return lock;
}

RecordLock::RecordLock(RecordLock&& other) noexcept : folder_(std::move(other.folder_)), file_(std::exchange(other.file_, -1)) {}

RecordLock::~RecordLock() {
  if (file_ < 0) return;
  static_cast<void>(ftruncate(file_, 0) == 0);
  close(file_);  // which unlocks
}

Status RecordLock::clear_dead_git_locks() const {
  const std::int64_t now = mark(fs::path(folder_) / kLockFile).value_or(FileMark{}).seconds;
  for (const fs::path& path : git_locks(folder_)) {
    std::optional<FileMark> first = mark(path);
    const auto end = std::chrono::steady_clock::now() + kWatch;
    while (first && now - first->seconds < kOldSeconds && std::chrono::steady_clock::now() < end) {
      std::this_thread::sleep_for(kPoll);
      if (mark(path) != first) first.reset();
    }
    if (!first || mark(path) != first) continue;  // alive: its owner let go of it, or renewed it
    std::error_code error;
    if (!fs::remove(path, error) && error) {
      return record_failure(ErrorCode::kIo, "a lock file that Git left behind cannot be removed", path.string(), error.message(),
                            "remove that file and run the command again");
    }
  }
  return {};
}

}  // namespace travaux
