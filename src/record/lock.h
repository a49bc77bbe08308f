// One writer at a time: `flock` on `travaux.lock` in the record.
//
// The kernel lets go of it when its holder ends, however it ends; the file itself stays and tells who holds it. Whoever holds it
// may clear the lock files that a killed writer left to Git.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "travaux/error.h"

namespace travaux {

inline constexpr const char* kLockFile = "travaux.lock";

class RecordLock {
 public:
  /// Waits for the lock, at most `wait`. `doing` and `since` (seconds since 1970) are what another writer is told meanwhile.
  static Result<RecordLock> acquire(const std::string& folder, const std::string& doing, std::int64_t since,
                                    std::chrono::milliseconds wait);

  RecordLock(RecordLock&& other) noexcept;
  RecordLock& operator=(RecordLock&&) = delete;
  ~RecordLock();

  /// Removes lock files of Git that nobody holds: old ones at once, young ones when they do not change for a second, since plain
  /// git asks for no `travaux.lock`.
  Status clear_dead_git_locks() const;

 private:
  RecordLock(std::string folder, int file) : folder_(std::move(folder)), file_(file) {}

  std::string folder_;
  int file_ = -1;
};

}  // namespace travaux
