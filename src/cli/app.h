// The command as a whole: arguments in, an exit code out.
#pragma once

namespace travaux::cli {

/// Runs one command line. Every failure is told on stderr; nothing is thrown.
int run(int count, char** arguments);

}  // namespace travaux::cli
