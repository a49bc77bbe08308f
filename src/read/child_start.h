// The few moments between fork and exec.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "travaux/read.h"

namespace travaux {

/// A program that was ended by signal N is reported by an exit code of this and N, as a shell does.
inline constexpr int kKilledBy = 128;

/// The ends of pipes that a child writes to.
struct ChildFiles {
  int output = -1;
  int complaints = -1;
  int report = -1;  ///< gets the error number where the program could not be run, and is closed when it has ended
};

/// Everything that a child needs, made before it: between fork and exec a process of a threaded program may call nothing but
/// the system itself (POSIX, "async-signal-safe").
class ChildStart {
 public:
  /// `arguments` begins with the program's path; all must outlive this.
  ChildStart(const std::vector<std::string>& arguments, const std::vector<std::string>& environment, const std::string& folder,
             const ReadLimits& limits);

  /// The id of the child, which leads a process group of its own; -1 with `errno` where there can be none.
  pid_t fork_and_run(const ChildFiles& files) const;

 private:
  [[noreturn]] void run(const ChildFiles& files, pid_t parent) const;
  [[noreturn]] void guard(const ChildFiles& files) const;
  [[noreturn]] void become(int report) const;
  static int watch(pid_t id);
  void wall_off() const;
  void limit() const;

  std::vector<char*> arguments_;
  std::vector<char*> environment_;
  const std::string& folder_;
  const ReadLimits& limits_;
  std::string user_map_;
  std::string group_map_;
};

}  // namespace travaux
