#include "read/child_start.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/close_range.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

namespace travaux {

namespace {

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> all;
  all.reserve(texts.size() + 1);
  for (const auto& text : texts) all.push_back(const_cast<char*>(text.c_str()));
  all.push_back(nullptr);
  return all;
}

// Who the process is in its namespaces; where the system will not have it, it is nobody there, which serves as well.
void write_to(const char* path, const char* text, std::size_t size) {
  const int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  while (write(file, text, size) < 0 && errno == EINTR) {
  }
  close(file);
}

// The soft limit tells the process, a little before the hard one ends it.
void set_limit(__rlimit_resource_t resource, rlim_t value, rlim_t more = 0) {
  rlimit limit{};
  if (getrlimit(resource, &limit) != 0) return;
  limit.rlim_max = std::min(limit.rlim_max, value + more);
  limit.rlim_cur = std::min(limit.rlim_max, value);
  setrlimit(resource, &limit);
}

void set_signals() {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  for (const int number : {SIGPIPE, SIGINT, SIGTERM, SIGCHLD, SIGHUP}) signal(number, SIG_DFL);
}

[[noreturn]] void fail(int report) {
  const int code = errno;
  const ssize_t written = write(report, &code, sizeof code);
  _exit(written < 0 ? 2 : 1);
}

}  // namespace

ChildStart::ChildStart(const std::vector<std::string>& arguments, const std::vector<std::string>& environment,
                       const std::string& folder, const ReadLimits& limits)
    : arguments_(pointers(arguments)),
      environment_(pointers(environment)),
      folder_(folder),
      limits_(limits),
      user_map_(fmt::format("{0} {0} 1", geteuid())),
      group_map_(fmt::format("{0} {0} 1", getegid())) {}

pid_t ChildStart::fork_and_run(const ChildFiles& files) const {
  const pid_t parent = getpid();
  const pid_t id = fork();
  if (id == 0) run(files, parent);
  if (id > 0) setpgid(id, id);  // both sides: whichever comes first
  return id;
}

// A user's own namespaces for network and processes: no network, and the end of their first process ends all of them. Systems
// that forbid them to ordinary users refuse the first call; then there is no wall.
void ChildStart::wall_off() const {
  if (unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWPID | CLONE_NEWIPC) != 0) return;
  write_to("/proc/self/setgroups", "deny", 4);
  write_to("/proc/self/uid_map", user_map_.data(), user_map_.size());
  write_to("/proc/self/gid_map", group_map_.data(), group_map_.size());
}

void ChildStart::limit() const {
  set_limit(RLIMIT_CORE, 0);
  set_limit(RLIMIT_CPU, limits_.child_cpu_seconds, 2);
  set_limit(RLIMIT_FSIZE, limits_.child_output_bytes);
  set_limit(RLIMIT_AS, limits_.child_memory_bytes);
}

void ChildStart::become(int report) const {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  limit();
  execve(arguments_[0], arguments_.data(), environment_.data());
  fail(report);
}

// Waits for one child, and for whatever else ends meanwhile; how it ended, as an exit code.
int ChildStart::watch(pid_t id) {
  int status = 0;
  for (;;) {
    const pid_t ended = waitpid(-1, &status, 0);
    if (ended == id) return WIFSIGNALED(status) ? kKilledBy + WTERMSIG(status) : WEXITSTATUS(status);
    if (ended < 0 && errno != EINTR) return 1;
  }
}

// The first process of the namespaces, where there are any: it ends when the program does, and all others with it. The program
// itself is its child, so that signals mean to it what they mean to any process.
void ChildStart::guard(const ChildFiles& files) const {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  const pid_t id = fork();
  if (id == 0) become(files.report);
  if (id < 0) fail(files.report);
  syscall(SYS_close_range, 0U, ~0U, 0U);
  _exit(watch(id));
}

// The child itself leads the group and only watches. It keeps `report` open as long as it lives.
void ChildStart::run(const ChildFiles& files, pid_t parent) const {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);  // the parent ended before it could take this one with it
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  set_signals();
  const int nothing = open("/dev/null", O_RDONLY);
  const bool ready = nothing >= 0 && dup2(nothing, STDIN_FILENO) >= 0 && dup2(files.output, STDOUT_FILENO) >= 0 &&
                     dup2(files.complaints, STDERR_FILENO) >= 0 && chdir(folder_.c_str()) == 0;
  if (!ready) fail(files.report);
  syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_CLOEXEC);
  umask(077);
  wall_off();
  const pid_t id = fork();
  if (id == 0) guard(files);
  if (id < 0) fail(files.report);
  for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO, nothing, files.output, files.complaints}) close(file);
  _exit(watch(id));
}

}  // namespace travaux
