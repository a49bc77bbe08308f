// A folder of its own for each test, short ways to make a record's contents, and plain git beside them.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "travaux/record.h"

namespace travaux {

namespace fs = std::filesystem;

struct CommandResult {
  int status = 0;
  std::string output;
};

inline CommandResult run(const std::string& command) {
  CommandResult result;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  std::array<char, 4096> buffer{};
  while (const std::size_t size = fread(buffer.data(), 1, buffer.size(), pipe)) result.output.append(buffer.data(), size);
  const int status = pclose(pipe);
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 255;
  return result;
}

inline std::string read_all(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline void write_all(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

/// 2011-03-08 09:00 UTC.
inline Committer clerk() { return {"A. Clerk", "clerk@example.org", 1299574800, 0}; }

inline DraftEntry draft(const std::string& label, const std::string& text) {
  DraftEntry entry;
  entry.info.label = label;
  entry.info.source_name = "draft.txt";
  entry.info.extension = "txt";
  entry.info.reader_version = 1;
  entry.info.parser_version = 1;
  entry.source = text;
  entry.text = text;
  entry.items = {{{"2", "2.1"}, text}};
  return entry;
}

inline CommentEntry comment(const std::string& by, const std::string& on, const std::string& text) {
  CommentEntry entry;
  entry.info.by = by;
  entry.info.on = on;
  entry.info.source_name = "letter.txt";
  entry.info.extension = "txt";
  entry.info.reader_version = 1;
  entry.source = text;
  entry.text = text;
  return entry;
}

/// A reader and a parser that make what `draft` and `comment` above have.
inline Rederive rederive() {
  Rederive from;
  from.reader_version = 1;
  from.parser_version = 1;
  from.read = [](const std::string& bytes, const std::string&) -> Result<std::string> { return bytes; };
  from.items = [](const std::string& text) { return std::vector<DerivedFile>{{{"2", "2.1"}, text}}; };
  return from;
}

class RecordTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "travaux-record-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    root_ = name;
    ASSERT_TRUE(set_git_config_search_path("", ""));
    setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
    setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }

  std::string folder() const { return (root_ / "record").string(); }

  Negotiation negotiation() const {
    return {"Plan of Action of San Salvador", "en", {{"CARICOM", {"Jamaica"}, {"Caribbean Community"}}}};
  }

  Record make() {
    auto record = Record::init(folder(), negotiation(), "", clerk());
    EXPECT_TRUE(record) << to_string(record.error());
    return std::move(*record);
  }

  CommandResult git(const std::string& arguments) const { return run("git -C '" + folder() + "' " + arguments); }

  void expect_sound() const {
    const CommandResult fsck = git("fsck --strict --no-dangling");
    EXPECT_EQ(fsck.status, 0) << fsck.output;
    EXPECT_EQ(fsck.output.find("error"), std::string::npos) << fsck.output;
    EXPECT_EQ(fsck.output.find("warning"), std::string::npos) << fsck.output;
  }

  fs::path root_;
};

/// The value of a Result that must be there; the test ends with the error otherwise.
template <typename T>
T must(Result<T> result) {
  EXPECT_TRUE(result) << (result ? "" : to_string(result.error()));
  if (!result) throw std::runtime_error(to_string(result.error()));
  return std::move(*result);
}

/// The error of a Result that must not be there.
template <typename T>
Error refused(const Result<T>& result) {
  EXPECT_FALSE(result);
  if (result) return {};
  EXPECT_FALSE(result.error().what.empty());
  return result.error();
}

}  // namespace travaux
