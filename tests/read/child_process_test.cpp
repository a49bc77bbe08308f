#include "read/child_process.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <string>
#include <thread>

#include "read/child_support.h"
#include "read/private_folder.h"
#include "read/support.h"

namespace travaux::test {
namespace {

constexpr std::string_view kPdf = "%PDF-1.4\n";

/// The error for a PDF where pdftotext is this script.
std::string error_with(Programs& programs, std::string_view script) {
  programs.add("pdftotext", script);
  const auto reading = read_bytes(kPdf, "draft.pdf", programs.options());
  EXPECT_TRUE(programs.left_nothing());
  if (reading) return "";
  EXPECT_EQ(reading.error().code, ErrorCode::kInput);
  return to_string(reading.error());
}

TEST(ChildProcess, WithoutTheProgramTheErrorNamesThePackage) {
  Programs programs;
  const auto reading = read_bytes(kPdf, "draft.pdf", programs.options());
  ASSERT_FALSE(reading);
  EXPECT_EQ(to_string(reading.error()),
            "draft.pdf: the file cannot be read: it takes pdftotext, which is not in " + programs.root() +
                "/bin\ninstall it (apt-get install poppler-utils), or save the file as .docx or as plain text in UTF-8 (.txt)");
  EXPECT_TRUE(programs.left_nothing());
}

TEST(ChildProcess, AProgramThatCannotBeRunIsNamed) {
  Programs programs;
  programs.add("pdftotext", "exit 0", 0644);
  const auto reading = read_bytes(kPdf, "draft.pdf", programs.options());
  ASSERT_FALSE(reading);
  EXPECT_NE(to_string(reading.error()).find("/bin/pdftotext cannot be run: Permission denied"), std::string::npos)
      << to_string(reading.error());
}

TEST(ChildProcess, OneThatSleepsForEverIsEndedAtTheLimit) {
  Programs programs;
  programs.options().limits.child_seconds = 1;
  EXPECT_EQ(error_with(programs, "sleep 1000"),
            "draft.pdf: the file cannot be read: pdftotext took longer than 1 s; that is the limit "
            "(ReadLimits::child_seconds)\nopen it in its own program and save it as .docx, or as plain text in UTF-8 (.txt)");
}

TEST(ChildProcess, OneThatPrintsForEverIsEndedAtTheLimit) {
  Programs programs;
  programs.options().limits.child_output_bytes = 100'000;
  const auto error = error_with(programs, "while :; do echo words and words and words; done");
  EXPECT_NE(error.find("wrote more than 100000 bytes; that is the limit (ReadLimits::child_output_bytes)"), std::string::npos)
      << error;
}

TEST(ChildProcess, OneThatComplainsForEverIsReadToItsEnd) {
  Programs programs;
  const auto error = error_with(programs, "i=0; while [ $i -lt 20000 ]; do echo complaint $i >&2; i=$((i+1)); done; exit 1");
  EXPECT_NE(error.find("pdftotext finds it damaged"), std::string::npos) << error;
}

TEST(ChildProcess, OneThatFillsTheDiskIsEndedAtTheLimit) {
  Programs programs;
  programs.options().limits.child_output_bytes = 100'000;
  const auto error = error_with(programs, "exec head -c 10000000 /dev/zero > file");
  EXPECT_NE(error.find("ReadLimits::child_output_bytes"), std::string::npos) << error;
}

TEST(ChildProcess, OneThatKeepsTheProcessorBusyIsEndedAtTheLimit) {
  Programs programs;
  programs.options().limits.child_cpu_seconds = 1;
  const auto error = error_with(programs, "while :; do :; done");
  EXPECT_NE(error.find("for more than 1 s; that is the limit (ReadLimits::child_cpu_seconds)"), std::string::npos) << error;
}

TEST(ChildProcess, OneThatEatsMemoryGetsNoMoreThanTheLimit) {
  Programs programs;
  programs.options().limits.child_memory_bytes = std::size_t{64} << 20;
  programs.options().limits.child_seconds = 20;
  const auto error = error_with(programs, "x=aaaaaaaaaaaaaaaa; while :; do x=$x$x; done");
  EXPECT_FALSE(error.empty());
  EXPECT_EQ(error.find("child_seconds"), std::string::npos) << error;
}

TEST(ChildProcess, OneThatCrashesIsToldWithItsSignal) {
  Programs programs;
  const auto error = error_with(programs, "kill -SEGV $$");
  EXPECT_NE(error.find("pdftotext broke down over it (signal 11), by a fault of the file or for want of memory: it may use "
                       "2147483648 bytes (ReadLimits::child_memory_bytes)"),
            std::string::npos)
      << error;
}

bool runs(pid_t id) {
  const std::string state = slurp("/proc/" + std::to_string(id) + "/stat");
  const auto after_name = state.rfind(") ");
  return after_name != std::string::npos && state[after_name + 2] != 'Z';
}

/// Whether processes with this mark among their arguments run.
bool any_runs(const std::string& mark) {
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    if (slurp("/proc/" + name + "/cmdline").find(mark) != std::string::npos && runs(std::stoi(name))) return true;
  }
  return false;
}

TEST(ChildProcess, WhatAProgramLeavesRunningEndsWithIt) {
  Programs programs;
  const std::string mark = "98765." + std::to_string(getpid());  // seconds
  const auto started = std::chrono::steady_clock::now();
  error_with(programs, "sleep " + mark + " & sleep " + mark + " & exit 1");
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(10));
  for (int turn = 0; turn < 100 && any_runs(mark); ++turn) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_FALSE(any_runs(mark));
}

TEST(ChildProcess, AtTheLimitAllOfItsProcessesEnd) {
  Programs programs;
  programs.options().limits.child_seconds = 1;
  const std::string mark = "87654." + std::to_string(getpid());
  const auto error = error_with(programs, "(sleep " + mark + ") & sleep " + mark);
  EXPECT_NE(error.find("child_seconds"), std::string::npos) << error;
  for (int turn = 0; turn < 100 && any_runs(mark); ++turn) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_FALSE(any_runs(mark));
}

TEST(ChildProcess, ItSeesAnEmptyInputAReducedEnvironmentAndItsOwnFolder) {
  Programs programs;
  setenv("TRAVAUX_SECRET", "secret", 1);
  programs.add("probe", "cat; env | sort; pwd; ls -a; stat -c %a .");
  const auto folder = PrivateFolder::make_in(programs.options().temporary_folder);
  ASSERT_TRUE(folder);
  const auto outcome = run_child({"probe", "", {}, folder->path()}, "draft", programs.options());
  ASSERT_TRUE(outcome) << to_string(outcome.error());
  std::string environment;
  for (const auto& line : lines_of(outcome->output)) {
    const auto name = line.substr(0, line.find('='));
    if (line.find('=') != std::string::npos && name != "PWD" && name != "_" && name != "OLDPWD" && name != "SHLVL")
      environment += name + " ";
  }
  EXPECT_EQ(environment, "HOME LANG LC_ALL PATH TMPDIR ");
  EXPECT_NE(outcome->output.find("\n" + folder->path() + "\n.\n..\n700\n"), std::string::npos) << outcome->output;
}

TEST(ChildProcess, NoFileOfTheParentIsOpenInIt) {
  Programs programs;
  const std::ifstream open_here("/dev/null");
  const int inherited = dup(0);  // without close-on-exec
  programs.add("probe", "ls /proc/self/fd | tr '\\n' ' '");
  const auto outcome = run_child({"probe", "", {}, "/"}, "draft", programs.options());
  close(inherited);
  ASSERT_TRUE(outcome) << to_string(outcome.error());
  EXPECT_EQ(outcome->output, "0 1 2 3 ");  // the last one is the folder that ls reads
}

TEST(ChildProcess, APrivateFolderIsGoneWithItsOwner) {
  Programs programs;
  std::string path;
  {
    const auto folder = PrivateFolder::make_in(programs.options().temporary_folder);
    ASSERT_TRUE(folder);
    path = folder->path();
    EXPECT_TRUE(folder->write("file", "bytes"));
    EXPECT_EQ(folder->read("file", 5).value(), "bytes");
    EXPECT_FALSE(folder->read("file", 4));
    EXPECT_FALSE(folder->write("file", "again"));
  }
  EXPECT_FALSE(std::filesystem::exists(path));
  EXPECT_FALSE(PrivateFolder::make_in(programs.root() + "/none"));
}

}  // namespace
}  // namespace travaux::test
