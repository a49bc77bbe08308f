// Foreign programs, run as one runs what reads hostile files: alone, under limits, with nothing to hold on to.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "travaux/error.h"
#include "travaux/read.h"

namespace travaux {

/// What is run, and where.
struct ChildCommand {
  std::string program;                 ///< as errors name it: "pdftotext"
  std::string package;                 ///< the Debian package that has it
  std::vector<std::string> arguments;  ///< without the program's own name
  std::string folder;                  ///< its working folder, home and place for temporary files: a private one
};

/// What came of it.
struct ChildOutcome {
  int exit_code = 0;
  std::string output;      ///< its standard output
  std::string complaints;  ///< the first kilobytes of its standard error
};

/// Runs a program to its end and returns what it wrote. Of the environment it sees nothing but PATH, HOME, TMPDIR and a UTF-8
/// locale; its standard input is empty, and no other file is open. It stands under `limits` (time, time on the processor,
/// memory, output, the size of each file, no core dump), and when it ends or breaks one, all processes it began end with it.
/// Where the system lets an ordinary user have namespaces (Linux, most distributions), it has neither network nor sight of other
/// processes; where not, it runs without that wall, and processes that left its group may outlive it.
/// Fails with `kInput` where the program is not there (naming its package), cannot be run, broke a limit (naming it), or was
/// ended by a signal. An exit code other than 0 is no failure here. `file` is what errors quote.
Result<ChildOutcome> run_child(const ChildCommand& command, const std::string& file, const ReadOptions& options);

}  // namespace travaux
