// What the tests of the read floor share: real files and generators of the damage that files suffer. They are written apart from
// the code they judge and include none of it.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "travaux/read.h"

namespace travaux::test {

inline std::string slurp(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The note of April 1, 2011 with the March 7 draft; empty where neither copy is at hand.
inline std::string san_salvador() {
  auto text = slurp(TRAVAUX_SOURCE_DIR "/history/san-salvador-2011/2011-04-01-note-and-plan-of-action.txt");
  if (text.empty()) text = slurp(TRAVAUX_SOURCE_DIR "/../shared/data/san-salvador/2011-04-01-note-and-plan-of-action.txt");
  return text;
}

inline std::string paris(std::string_view name) {
  return slurp(TRAVAUX_SOURCE_DIR "/../shared/data/paris-2015/" + std::string(name));
}

inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    lines.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

inline std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t begin = text.find_first_not_of(" \t\n\r"); begin != std::string_view::npos;) {
    const auto end = std::min(text.find_first_of(" \t\n\r", begin), text.size());
    words.emplace_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(" \t\n\r", end);
  }
  return words;
}

inline std::string folded(std::string_view text) {
  std::string result;
  for (const auto& word : words_of(text)) result += (result.empty() ? "" : " ") + word;
  return result;
}

inline std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (const char c : text) columns += (c & 0xC0) != 0x80;
  return columns;
}

/// Lines of words, each as full as it can be.
inline std::vector<std::string> wrap_greedily(std::string_view line, std::size_t width) {
  std::vector<std::string> lines;
  for (const auto& word : words_of(line)) {
    if (!lines.empty() && columns_of(lines.back()) + 1 + columns_of(word) <= width) {
      lines.back() += " " + word;
    } else {
      lines.push_back(word);
    }
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

/// Every line wrapped on its own, blank lines where they were.
inline std::string wrap_text(std::string_view text, std::size_t width) {
  std::string result;
  for (const auto& line : lines_of(text)) {
    for (const auto& part : wrap_greedily(line, width)) result += part + "\n";
  }
  return result;
}

/// The paragraphs that are read, white space folded; a failure to read is a failure of the test.
inline std::vector<std::string> paragraphs_read(std::string_view bytes, std::string_view name = "draft.txt") {
  const auto reading = read_bytes(bytes, name);
  EXPECT_TRUE(reading) << to_string(reading.error());
  std::vector<std::string> paragraphs;
  if (!reading) return paragraphs;
  for (const auto& paragraph : paragraphs_of(reading->text)) paragraphs.push_back(folded(paragraph.span.of(reading->text)));
  return paragraphs;
}

}  // namespace travaux::test
