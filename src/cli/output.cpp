#include "cli/output.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "cli/pager.h"
#include "travaux/report.h"

namespace travaux::cli {
namespace {

constexpr std::size_t kWidest = 120;  // longer lines are hard to read
constexpr std::chrono::milliseconds kPatience{1000};
constexpr std::chrono::milliseconds kRefresh{100};

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

/// False when the other end has gone or cannot take it; errno says which.
bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(file, text.data(), text.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

bool on_terminal() { return isatty(STDOUT_FILENO) != 0; }

bool wants_color(std::string_view choice) {
  if (choice != "auto") return choice == "always";
  const std::string_view terminal = variable("TERM");
  return on_terminal() && variable("NO_COLOR").empty() && !terminal.empty() && terminal != "dumb";
}

std::size_t terminal_width() {
  if (!on_terminal()) return 0;
  winsize size{};
  std::size_t columns = 0;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) columns = size.ws_col;
  return columns == 0 ? 80 : std::min(columns, kWidest);
}

Status write_output(std::string_view text) {
  if (write_all(STDOUT_FILENO, text) || errno == EPIPE) return {};
  return tl::unexpected(Error{ErrorCode::kInput, "the output cannot be written", "standard output",
                              std::generic_category().message(errno), "send it to a place with room"});
}

Status page(std::string_view text, bool pager_wanted) {
  if (pager_wanted && on_terminal() && show_in_pager(text)) return {};
  return write_output(text);
}

void complain(std::string_view message) {
  write_all(STDERR_FILENO, fmt::format("travaux: {}\n", escape_controls(message)));
}

void complain(const Error& error) {
  if (error.code != ErrorCode::kInternal) return complain(to_string(error));
  Error bug = error;
  bug.what = fmt::format("this is a bug in travaux: {}", bug.what);
  bug.next = "please report it, with this line, the command as you typed it, and what `travaux version` prints";
  complain(to_string(bug));
}

Progress::Progress(std::string_view task, bool quiet)
    : task_(task), next_(std::chrono::steady_clock::now() + kPatience), wanted_(!quiet && isatty(STDERR_FILENO) != 0) {}

void Progress::update(std::size_t done, std::size_t total) {
  const auto now = std::chrono::steady_clock::now();
  if (!wanted_ || now < next_) return;
  next_ = now + kRefresh;
  shown_ = true;
  write_all(STDERR_FILENO, fmt::format("\r{} {}/{}\x1b[K", task_, done, total));
}

void Progress::clear() {
  if (shown_) write_all(STDERR_FILENO, "\r\x1b[K");
  shown_ = false;
}

}  // namespace travaux::cli
