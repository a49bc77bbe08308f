#include "read/child_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <optional>
#include <system_error>
#include <utility>

#include "read/child_start.h"

namespace travaux {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostComplaints = 4096;

/// The program's path in the first of the folders that has it.
std::optional<std::string> find_program(const std::string& name, const std::vector<std::string>& folders) {
  for (const auto& folder : folders) {
    std::string path = folder + "/" + name;
    if (access(path.c_str(), F_OK) == 0) return path;
  }
  return std::nullopt;
}

std::string joined(const std::vector<std::string>& parts, char mark) {
  std::string all;
  for (const auto& part : parts) all += (all.empty() ? "" : std::string(1, mark)) + part;
  return all;
}

/// One end of a pipe that closes itself.
class PipeEnd {
 public:
  explicit PipeEnd(int file = -1) : file_(file) {}
  PipeEnd(PipeEnd&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  PipeEnd(const PipeEnd&) = delete;
  PipeEnd& operator=(const PipeEnd&) = delete;
  PipeEnd& operator=(PipeEnd&&) = delete;
  ~PipeEnd() { shut(); }

  int get() const { return file_; }
  void shut() {
    if (file_ >= 0) close(file_);
    file_ = -1;
  }

 private:
  int file_;
};

struct Pipe {
  PipeEnd out, in;
};

std::optional<Pipe> make_pipe() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
  return Pipe{PipeEnd(ends[0]), PipeEnd(ends[1])};
}

/// A started child: its process group ends with it, and what is left of it is collected.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() { end(); }

  /// Ends all of its group, and itself where it still runs; its status as `waitpid` tells it.
  int end() {
    if (id_ <= 0) return status_;
    kill(-id_, SIGKILL);
    kill(id_, SIGKILL);  // should it not have come as far as to lead its group
    while (waitpid(id_, &status_, 0) < 0 && errno == EINTR) {
    }
    id_ = 0;
    return status_;
  }

 private:
  pid_t id_;
  int status_ = 0;
};

/// What comes from a child until it ends.
class Streams {
 public:
  Streams(int output, int complaints, int report, std::size_t most)
      : polled_{pollfd{output, POLLIN, 0}, pollfd{complaints, POLLIN, 0}, pollfd{report, POLLIN, 0}}, most_(most) {}

  /// Reads until the child has ended, the time is over, or too much has come.
  void drain(Clock::time_point deadline) {
    while (!ended() && !too_much_ && take_what_comes(deadline)) {
    }
  }
  /// What is left of the output of a child that has ended; a process that got away might hold it open.
  void drain_rest() {
    const auto deadline = Clock::now() + std::chrono::seconds(1);
    while ((polled_[kOutput].fd >= 0 || polled_[kComplaints].fd >= 0) && !too_much_ && take_what_comes(deadline)) {
    }
  }

  bool ended() const { return polled_[kReport].fd < 0; }
  bool too_much() const { return too_much_; }
  /// The error number where the program could not be run; else 0.
  int code() const { return code_; }
  ChildOutcome& outcome() { return outcome_; }

 private:
  enum { kOutput, kComplaints, kReport };

  /// False where the time is over.
  bool take_what_comes(Clock::time_point deadline) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    const int ready = poll(polled_.data(), polled_.size(), static_cast<int>(std::min<long long>(left, 60'000)));
    if (ready < 0 && errno != EINTR) return false;
    for (std::size_t stream = 0; ready > 0 && stream < polled_.size(); ++stream) take(stream);
    return true;
  }

  void take(std::size_t stream) {
    if (polled_[stream].fd < 0 || polled_[stream].revents == 0) return;
    std::array<char, 1 << 16> chunk;
    const ssize_t size = read(polled_[stream].fd, chunk.data(), chunk.size());
    if (size < 0 && errno == EINTR) return;
    if (size <= 0) {
      polled_[stream].fd = -1;
    } else if (stream == kReport) {
      if (size == static_cast<ssize_t>(sizeof code_)) std::memcpy(&code_, chunk.data(), sizeof code_);
    } else {
      keep(stream, {chunk.data(), static_cast<std::size_t>(size)});
    }
  }

  void keep(std::size_t stream, std::string_view bytes) {
    auto& text = stream == kOutput ? outcome_.output : outcome_.complaints;
    const std::size_t room = (stream == kOutput ? most_ : kMostComplaints) - text.size();
    if (stream == kOutput && bytes.size() > room) too_much_ = true;
    text.append(bytes.substr(0, room));
  }

  std::array<pollfd, 3> polled_;
  ChildOutcome outcome_;
  std::size_t most_;
  int code_ = 0;
  bool too_much_ = false;
};

/// How a child's end is told.
class Verdict {
 public:
  Verdict(const ChildCommand& command, const std::string& file, const ReadLimits& limits)
      : command_(command), file_(file), limits_(limits) {}

  Error not_there(const std::vector<std::string>& folders) const {
    return error("", fmt::format("it takes {}, which is not in {}", command_.program, joined(folders, ':')),
                 fmt::format("install it (apt-get install {}), or save the file as .docx or as plain text in UTF-8 (.txt)",
                             command_.package));
  }
  Error not_run(const std::string& path, int code) const {
    return error("", fmt::format("{} cannot be run: {}", path, std::generic_category().message(code)),
                 fmt::format("install it anew (apt-get install --reinstall {})", command_.package));
  }
  Error no_system(int code) const {
    return {ErrorCode::kIo, fmt::format("{} cannot be started", command_.program), file_, std::generic_category().message(code),
            ""};
  }
  Error too_slow() const {
    return over(fmt::format("took longer than {} s", limits_.child_seconds), "ReadLimits::child_seconds");
  }
  Error too_much() const {
    return over(fmt::format("wrote more than {} bytes", limits_.child_output_bytes), "ReadLimits::child_output_bytes");
  }
  Error killed(int number) const {
    if (number == SIGXCPU)
      return over(fmt::format("kept the processor busy for more than {} s", limits_.child_cpu_seconds),
                  "ReadLimits::child_cpu_seconds");
    if (number == SIGXFSZ) return too_much();
    return error(
        fmt::format("{} broke down over it (signal {}), by a fault of the file or for want of memory", command_.program, number),
        fmt::format("it may use {} bytes (ReadLimits::child_memory_bytes)", limits_.child_memory_bytes), kSave);
  }

 private:
  static constexpr const char* kSave = "open it in its own program and save it as .docx, or as plain text in UTF-8 (.txt)";

  Error over(const std::string& what, const char* limit) const {
    return error("", fmt::format("{} {}; that is the limit ({})", command_.program, what, limit), kSave);
  }
  Error error(const std::string& what, std::string why, std::string next) const {
    return {ErrorCode::kInput, what.empty() ? "the file cannot be read" : what, file_, std::move(why), std::move(next)};
  }

  const ChildCommand& command_;
  const std::string& file_;
  const ReadLimits& limits_;
};

}  // namespace

Result<ChildOutcome> run_child(const ChildCommand& command, const std::string& file, const ReadOptions& options) {
  const Verdict verdict(command, file, options.limits);
  const auto path = find_program(command.program, options.program_folders);
  if (!path) return tl::unexpected(verdict.not_there(options.program_folders));
  std::vector<std::string> arguments{*path};
  arguments.insert(arguments.end(), command.arguments.begin(), command.arguments.end());
  const std::vector<std::string> environment{"PATH=" + joined(options.program_folders, ':') + ":/usr/bin:/bin",
                                             "HOME=" + command.folder, "TMPDIR=" + command.folder, "LANG=C.UTF-8",
                                             "LC_ALL=C.UTF-8"};
  auto output = make_pipe(), complaints = make_pipe(), report = make_pipe();
  if (!output || !complaints || !report) return tl::unexpected(verdict.no_system(errno));
  const ChildStart start(arguments, environment, command.folder, options.limits);
  const auto deadline = Clock::now() + std::chrono::seconds(options.limits.child_seconds);
  const pid_t id = start.fork_and_run({output->in.get(), complaints->in.get(), report->in.get()});
  if (id < 0) return tl::unexpected(verdict.no_system(errno));
  Child child(id);
  for (Pipe* pipe : {&*output, &*complaints, &*report}) pipe->in.shut();

  Streams streams(output->out.get(), complaints->out.get(), report->out.get(), options.limits.child_output_bytes);
  streams.drain(deadline);
  const bool slow = !streams.ended() && !streams.too_much();
  const int status = child.end();
  streams.drain_rest();
  if (streams.code() != 0) return tl::unexpected(verdict.not_run(*path, streams.code()));
  if (streams.too_much()) return tl::unexpected(verdict.too_much());
  if (slow) return tl::unexpected(verdict.too_slow());
  streams.outcome().exit_code = WEXITSTATUS(status);
  const int number = WIFSIGNALED(status) ? WTERMSIG(status) : std::max(streams.outcome().exit_code - kKilledBy, 0);
  if (number > 0) return tl::unexpected(verdict.killed(number));
  return std::move(streams.outcome());
}

}  // namespace travaux
