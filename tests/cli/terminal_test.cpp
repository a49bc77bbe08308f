// Colour, pager, and readers that leave early.
#include <pty.h>

#include "cli/support.h"

namespace travaux::testing {
namespace {

class Terminal : public Sandbox {
 protected:
  Terminal() {
    write("a.txt", "1. A heading\n1.1 Member States shall meet.\n");
    write("b.txt", "1. A heading\n1.1 Member States should meet.\n");
  }

  /// What a shell command shows on a terminal.
  std::string on_terminal(const std::string& script) const {
    int terminal = -1;
    const winsize size{40, 60, 0, 0};
    const pid_t child = forkpty(&terminal, nullptr, nullptr, &size);
    if (child == 0) {
      if (chdir(path("").c_str()) != 0) _exit(126);
      for (const char* name : {"NO_COLOR", "GIT_PAGER", "PAGER", "LESS"}) unsetenv(name);
      setenv("TERM", "xterm", 1);
      setenv("T", TRAVAUX_COMMAND, 1);
      execl("/bin/sh", "sh", "-c", script.c_str(), static_cast<char*>(nullptr));
      _exit(127);
    }
    std::string shown;
    char chunk[4096];
    for (ssize_t got; (got = read(terminal, chunk, sizeof chunk)) > 0;) shown.append(chunk, static_cast<std::size_t>(got));
    close(terminal);
    int status = 0;
    waitpid(child, &status, 0);
    return replace_all(shown, "\r\n", "\n");
  }
};

TEST_F(Terminal, ColourIsForTerminalsAndNoColorTurnsItOff) {
  const std::string plain = done({"diff", "a.txt", "b.txt"});
  EXPECT_FALSE(has(plain, "\x1b["));
  EXPECT_TRUE(has(done({"diff", "a.txt", "b.txt", "--color", "always"}), "\x1b["));
  EXPECT_TRUE(has(on_terminal("\"$T\" --no-pager diff a.txt b.txt"), "\x1b["));
  EXPECT_FALSE(has(on_terminal("\"$T\" --no-pager --color never diff a.txt b.txt"), "\x1b["));
  EXPECT_FALSE(has(on_terminal("NO_COLOR=1 \"$T\" --no-pager diff a.txt b.txt"), "\x1b["));
  EXPECT_FALSE(has(on_terminal("TERM=dumb \"$T\" --no-pager diff a.txt b.txt"), "\x1b["));
  EXPECT_TRUE(has(on_terminal("NO_COLOR= \"$T\" --no-pager diff a.txt b.txt"), "\x1b["));
  EXPECT_TRUE(has(on_terminal("NO_COLOR=1 \"$T\" --no-pager --color always diff a.txt b.txt"), "\x1b["));
  EXPECT_EQ(travaux({"diff", "a.txt", "b.txt"}, {}, {{"NO_COLOR", "1"}}).out, plain);
}

TEST_F(Terminal, APagerIsRunOnATerminalOnly) {
  EXPECT_TRUE(has(on_terminal("PAGER='sed s/^/paged:/' \"$T\" diff a.txt b.txt"), "paged:"));
  EXPECT_TRUE(has(on_terminal("PAGER='sed s/^/one:/' GIT_PAGER='sed s/^/two:/' \"$T\" diff a.txt b.txt"), "two:"));
  EXPECT_FALSE(has(on_terminal("PAGER='sed s/^/paged:/' \"$T\" diff a.txt b.txt --no-pager"), "paged:"));
  EXPECT_TRUE(has(on_terminal("PAGER= \"$T\" diff a.txt b.txt"), "should"));
  EXPECT_TRUE(has(on_terminal("PAGER=/nowhere/pager \"$T\" diff a.txt b.txt"), "should"));
  EXPECT_FALSE(has(travaux({"diff", "a.txt", "b.txt"}, {}, {{"PAGER", "sed s/^/paged:/"}}).out, "paged:"));
}

TEST_F(Terminal, ControlCharactersOfATextAreEscapedOnlyThere) {
  write("c.txt", "1. A heading\n1.1 Ring \x1b[31mthe bell.\n");
  const std::string as_it_is = done({"show", "c.txt"});
  EXPECT_EQ(as_it_is, slurp(path("c.txt")));
  EXPECT_FALSE(has(on_terminal("\"$T\" --no-pager show c.txt"), "\x1b[31m"));
  EXPECT_TRUE(has(on_terminal("\"$T\" --no-pager show c.txt"), "\\x1b[31m"));
}

TEST_F(Terminal, AWordFileIsRefused) {
  EXPECT_EQ(on_terminal("\"$T\" redline a.txt b.txt --format docx"),
            "travaux: a file in the format docx is no text that a terminal could show\nname a file for it: -o FILE.docx\n");
}

TEST_F(Terminal, LinesAreWrappedAtTheTerminalsWidthOrTheOneAskedFor) {
  replay();
  const auto widest = [](const std::string& text) {
    std::size_t most = 0;
    std::stringstream lines(text);
    for (std::string line; std::getline(lines, line);) most = std::max(most, line.size());
    return most;
  };
  EXPECT_LE(widest(on_terminal("\"$T\" -C r --no-pager --color never log")), 100U);
  EXPECT_GT(widest(done({"-C", "r", "diff", "rev. 1", "rev. 2"})), 130U);
}

TEST_F(Terminal, AReaderThatLeavesEarlyIsNoFailure) {
  replay();
  const Outcome outcome = execute({"sh", "-c", "{ \"$0\" -C r show 'rev. 2'; echo $? >&2; } | true", TRAVAUX_COMMAND});
  EXPECT_EQ(outcome.err, "0\n");
  const Outcome replayed = execute({"sh", "-c", "{ sleep 0.2; \"$0\" replay \"$1\" again; echo $? >&2; } | true", TRAVAUX_COMMAND,
                                    (kHistory / "manifest.json").string()});
  EXPECT_EQ(replayed.err, "0\n");
  EXPECT_EQ(done({"-C", "again", "log"}), done({"-C", "r", "log"}));
}

}  // namespace
}  // namespace travaux::testing
