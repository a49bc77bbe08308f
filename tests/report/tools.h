// Other people's readers of what travaux writes: pandoc, and poppler's programs.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <string>

namespace travaux::test {

/// What a program says of bytes given to it as a file: `command` with the file's name in place of "@".
inline std::string said_of(const std::string& bytes, std::string command) {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  std::string name = testing::TempDir() + "/travaux-" + test->test_suite_name() + "-" + test->name();
  for (std::size_t slash = testing::TempDir().size() + 1; (slash = name.find('/', slash)) != std::string::npos;)
    name[slash] = '-';
  std::ofstream(name, std::ios::binary) << bytes;
  command.replace(command.find('@'), 1, "'" + name + "'");
  std::string said;
  std::FILE* pipe = popen(command.c_str(), "r");
  EXPECT_NE(pipe, nullptr) << command;
  if (pipe == nullptr) return said;
  std::array<char, 65'536> piece{};
  while (const std::size_t size = std::fread(piece.data(), 1, piece.size(), pipe)) said.append(piece.data(), size);
  EXPECT_EQ(pclose(pipe), 0) << command << " (tools/setup --tests installs it)";
  std::remove(name.c_str());
  return said;
}

}  // namespace travaux::test
