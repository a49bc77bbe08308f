// Programs for the tests of child processes: shell scripts under the name of the real one.
#pragma once

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "travaux/read.h"

namespace travaux::test {

/// A folder with one program in it, and one that is empty, for temporary files; both gone afterwards.
class Programs {
 public:
  Programs() {
    std::string path = (std::filesystem::temp_directory_path() / "travaux-test-XXXXXX").string();
    root_ = mkdtemp(path.data());
    std::filesystem::create_directories(root_ + "/bin");
    std::filesystem::create_directories(root_ + "/temporary");
    options_.program_folders = {root_ + "/bin"};
    options_.temporary_folder = root_ + "/temporary";
  }
  Programs(const Programs&) = delete;
  Programs& operator=(const Programs&) = delete;
  ~Programs() { std::filesystem::remove_all(root_); }

  void add(const std::string& name, std::string_view script, mode_t mode = 0755) const {
    const std::string path = root_ + "/bin/" + name;
    std::ofstream(path) << "#!/bin/sh\n" << script << "\n";
    chmod(path.c_str(), mode);
  }
  ReadOptions& options() { return options_; }
  const std::string& root() const { return root_; }
  bool left_nothing() const { return std::filesystem::is_empty(root_ + "/temporary"); }

 private:
  std::string root_;
  ReadOptions options_;
};

}  // namespace travaux::test
