// Word files taken apart without the code that wrote them.
#pragma once

#include <pugixml.hpp>
#include <sstream>

#include "support.h"
#include "support/zip.h"

namespace travaux::test {

using testing::parts_of;

inline std::string docx(const Pair& pair, const RedlineNotes& notes = {}, const DocxOptions& options = {}) {
  const Result<std::string> bytes = redline_docx(pair.redline, pair.from, pair.to, notes, options);
  EXPECT_TRUE(bytes.has_value());
  return bytes.value_or("");
}

inline std::string document_xml(const std::string& bytes) { return parts_of(bytes)["word/document.xml"]; }

/// The comparison forms of the paragraphs that have words.
inline std::string paragraph_forms(const std::string& text) {
  std::stringstream lines(text);
  std::string forms;
  for (std::string line; std::getline(lines, line);) {
    const std::string form = comparison_form(line);
    if (!form.empty()) forms += form + "\n";
  }
  return forms;
}

inline std::string accepted(const std::string& bytes) {
  const Result<Reading> reading = read_bytes(bytes, "redline.docx");
  EXPECT_TRUE(reading.has_value());
  return reading ? paragraph_forms(reading->text) : "unreadable";
}

inline std::string rejected(const std::string& bytes) {
  ReadOptions options;
  options.tracked_changes = ReadOptions::TrackedChanges::kReject;
  const Result<Reading> reading = read_bytes(bytes, "redline.docx", options);
  EXPECT_TRUE(reading.has_value());
  return reading ? paragraph_forms(reading->text) : "unreadable";
}

}  // namespace travaux::test
