// The terminal: where output goes, in which colours, through which pager.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "travaux/error.h"

namespace travaux::cli {

/// Whether standard output is a terminal.
bool on_terminal();
/// What --color asks for; NO_COLOR and a dumb terminal decide only where it is "auto".
bool wants_color(std::string_view choice);
/// Columns to wrap at; 0 where standard output is no terminal.
std::size_t terminal_width();

/// Writes to standard output. A reader that has gone is no failure.
Status write_output(std::string_view text);
/// The same, through the pager on a terminal.
Status page(std::string_view text, bool pager_wanted);

/// "travaux: message" on stderr, control characters made visible.
void complain(std::string_view message);
void complain(const Error& error);

/// How far a long task is, on a terminal's stderr and only once it has taken a second. Gone when the task ends.
class Progress {
 public:
  Progress(std::string_view task, bool quiet);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  void update(std::size_t done, std::size_t total);
  /// Takes the line away, so that something else can be printed.
  void clear();

 private:
  std::string task_;
  std::chrono::steady_clock::time_point next_;
  bool wanted_, shown_ = false;
};

}  // namespace travaux::cli
