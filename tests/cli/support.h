// Runs the command as a user would, each test in a folder of its own.
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace travaux::testing {

namespace fs = std::filesystem;
using Environment = std::map<std::string, std::string>;

inline const fs::path kHistory = fs::path(TRAVAUX_SOURCE_DIR) / "history" / "san-salvador-2011";
inline const std::string kMarch7 = (kHistory / "2011-04-01-note-and-plan-of-action.txt").string();
inline const std::string kRev1 = (kHistory / "drafts" / "2011-05-03-rev-1.txt").string();
inline const std::string kRev2 = (kHistory / "drafts" / "2011-05-19-rev-2.txt").string();
inline const std::string kLetter = (kHistory / "comments" / "2011-04-12-caricom-letter.txt").string();
inline constexpr const char* kMarch7Label = "El Salvador Version, March 7, 2011";

inline std::string slurp(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

inline std::string replace_all(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) text.replace(at, what.size(), with);
  return text;
}

/// What a command did, all of it together.
struct Outcome {
  int code = -1;
  std::string out, err;
  friend bool operator==(const Outcome&, const Outcome&) = default;
  friend std::ostream& operator<<(std::ostream& stream, const Outcome& outcome) {
    return stream << "exit " << outcome.code << "\n--- out\n" << outcome.out << "--- err\n" << outcome.err;
  }
};

inline bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// A folder that goes when the test ends, and commands run in it.
class Sandbox : public ::testing::Test {
 protected:
  Sandbox() {
    std::string pattern = (fs::temp_directory_path() / "travaux-cli-XXXXXX").string();
    folder_ = fs::canonical(mkdtemp(pattern.data()));
  }
  ~Sandbox() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  fs::path path(const std::string& name) const { return folder_ / name; }
  std::string write(const std::string& name, const std::string& content) const {
    fs::create_directories(path(name).parent_path());
    std::ofstream(path(name), std::ios::binary) << content;
    return name;
  }

  /// Runs a program in the folder; its own paths in the output become "@".
  Outcome execute(const std::vector<std::string>& command, const std::string& input = {}, const Environment& more = {}) const {
    write(".input", input);
    const pid_t child = fork();
    if (child == 0) become(command, more);
    int status = 0;
    waitpid(child, &status, 0);
    const auto text = [&](const char* name) { return replace_all(slurp(path(name)), folder_.string(), "@"); };
    const Outcome outcome{WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status), text(".out"), text(".err")};
    for (const char* name : {".input", ".out", ".err"}) fs::remove(path(name));
    return outcome;
  }

  Outcome travaux(std::vector<std::string> arguments, const std::string& input = {}, const Environment& more = {}) const {
    arguments.insert(arguments.begin(), TRAVAUX_COMMAND);
    return execute(arguments, input, more);
  }

  /// A command that must succeed without a word on stderr; what it printed.
  std::string done(const std::vector<std::string>& arguments, const std::string& input = {}) const {
    const Outcome outcome = travaux(arguments, input);
    EXPECT_EQ(outcome.code, 0) << outcome;
    EXPECT_EQ(outcome.err, "");
    return outcome.out;
  }

  std::string git(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"git", "-C", "r"});
    const Outcome outcome = execute(arguments);
    EXPECT_EQ(outcome.code, 0) << outcome;
    return outcome.out;
  }
  std::string head() const { return git({"rev-parse", "HEAD"}); }

  /// The worked example as a record in "r".
  void replay() const { ASSERT_EQ(travaux({"replay", (kHistory / "manifest.json").string(), "r", "--quiet"}), (Outcome{0, "", ""})); }
  /// An empty record in "r".
  void init() const { ASSERT_EQ(travaux({"init", "r", "--title", "A test", "--quiet"}), (Outcome{0, "", ""})); }

 private:
  [[noreturn]] void become(const std::vector<std::string>& command, const Environment& more) const {
    Environment environment = {{"PATH", std::getenv("PATH")}, {"HOME", folder_.string()}, {"TZ", "UTC"}, {"LC_ALL", "C.UTF-8"},
                               {"TERM", "xterm"}, {"GIT_CONFIG_NOSYSTEM", "1"},
                               {"GIT_COMMITTER_NAME", "A Clerk"}, {"GIT_COMMITTER_EMAIL", "clerk@example.org"}};
    if (const char* leaks = std::getenv("LSAN_OPTIONS")) environment["LSAN_OPTIONS"] = leaks;  // what is known to be no leak
    for (const auto& [name, value] : more) environment[name] = value;
    std::vector<std::string> settings;
    for (const auto& [name, value] : environment) settings.push_back(name + "=" + value);
    const int made = O_WRONLY | O_CREAT | O_TRUNC;
    dup2(open(path(".input").c_str(), O_RDONLY), STDIN_FILENO);
    dup2(open(path(".out").c_str(), made, 0600), STDOUT_FILENO);
    dup2(open(path(".err").c_str(), made, 0600), STDERR_FILENO);
    if (chdir(folder_.c_str()) != 0) _exit(126);
    std::vector<char*> arguments, variables;
    for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
    for (const std::string& setting : settings) variables.push_back(const_cast<char*>(setting.c_str()));
    arguments.push_back(nullptr);
    variables.push_back(nullptr);
    execvpe(arguments[0], arguments.data(), variables.data());
    _exit(127);
  }

  fs::path folder_;
};

}  // namespace travaux::testing
