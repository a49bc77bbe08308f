// Texts that tests share: the drafts in history/, and ways to render one text differently.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "travaux/parse.h"
#include "travaux/read.h"

namespace travaux::testing {

inline std::string source_path(const std::string& relative) { return std::string(TRAVAUX_SOURCE_DIR) + "/" + relative; }

inline std::string slurp(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

inline std::string march_7() { return slurp(source_path("history/san-salvador-2011/2011-04-01-note-and-plan-of-action.txt")); }
inline std::string rev_1() { return slurp(source_path("history/san-salvador-2011/drafts/2011-05-03-rev-1.txt")); }
inline std::string rev_2() { return slurp(source_path("history/san-salvador-2011/drafts/2011-05-19-rev-2.txt")); }

/// Reads and parses; a failure to read fails the test.
inline Document document(const std::string& bytes, const std::string& name = "draft.txt") {
  const Result<Reading> reading = read_bytes(bytes, name);
  EXPECT_TRUE(reading.has_value()) << (reading ? "" : to_string(reading.error()));
  return parse(reading ? reading->text : "");
}

inline Document resolved(const std::string& bytes) {
  Document result = document(bytes);
  resolve_instruments({&result}, built_in_registry());
  return result;
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::stringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

inline std::string replace_all(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
  return text;
}

inline std::string straight_quotes(const std::string& original) {
  std::string text = original;
  for (const char* mark : {"“", "”"}) text = replace_all(text, mark, "\"");
  for (const char* mark : {"‘", "’"}) text = replace_all(text, mark, "'");
  return text;
}

inline std::size_t code_points(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Each line wrapped on its own, greedily, as a mail program or a terminal does.
inline std::string wrapped(const std::string& text, std::size_t width) {
  std::string result;
  for (const std::string& line : lines_of(text)) {
    std::stringstream words(line);
    std::size_t used = 0;
    for (std::string word; words >> word;) {
      const std::size_t size = code_points(word);
      if (used > 0) {
        const bool fits = used + 1 + size <= width;
        result += fits ? " " : "\n";
        used = fits ? used + 1 : 0;
      }
      result += word;
      used += size;
    }
    result += "\n";
  }
  return result;
}

}  // namespace travaux::testing
