#include "cli/pager.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string>

namespace travaux::cli {
namespace {

constexpr int kCommandNotFound = 127;

std::string pager_command() {
  for (const char* name : {"GIT_PAGER", "PAGER"}) {
    if (const char* value = std::getenv(name)) return value;
  }
  return "less -FRX";
}

[[noreturn]] void become(const std::string& command, int input) {
  dup2(input, STDIN_FILENO);
  close(input);
  std::signal(SIGPIPE, SIG_DFL);
  setenv("LESS", "FRX", 0);
  setenv("LV", "-c", 0);
  execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
  _exit(kCommandNotFound);
}

/// A reader that leaves early is no failure: that is what pagers are for.
void feed(int pipe, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(pipe, text.data(), text.size());
    if (written < 0 && errno != EINTR) return;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

bool show_in_pager(std::string_view text) {
  const std::string command = pager_command();
  int ends[2];
  if (text.empty() || command.empty() || command == "cat" || pipe(ends) != 0) return false;
  const pid_t child = fork();
  if (child == 0) {
    close(ends[1]);
    become(command, ends[0]);
  }
  close(ends[0]);
  if (child > 0) {
    const auto interrupt = std::signal(SIGINT, SIG_IGN);  // it is the pager's while the pager is up
    feed(ends[1], text);
    close(ends[1]);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    std::signal(SIGINT, interrupt);
    return !(WIFEXITED(status) && WEXITSTATUS(status) == kCommandNotFound);
  }
  close(ends[1]);
  return false;
}

}  // namespace travaux::cli
