// Word files made by the tests: a zip writer and the least XML that Word would take. Written apart from the code they judge.
#pragma once

#include <gtest/gtest.h>
#include <zip.h>

#include <map>
#include <string>
#include <string_view>

#include "support.h"
#include "travaux/read.h"

namespace travaux::test {

using Parts = std::map<std::string, std::string>;

inline std::string zipped(const Parts& parts) {
  zip_error_t error;
  zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(memory);
  zip_t* archive = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, &error);
  for (const auto& [name, content] : parts) {
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), ZIP_FL_OVERWRITE);
  }
  EXPECT_EQ(zip_close(archive), 0);
  std::string bytes;
  zip_source_open(memory);
  char chunk[4096];
  for (zip_int64_t size = 0; (size = zip_source_read(memory, chunk, sizeof chunk)) > 0;)
    bytes.append(chunk, static_cast<std::size_t>(size));
  zip_source_close(memory);
  zip_source_free(memory);
  return bytes;
}

inline std::string escaped(std::string_view text) {
  std::string xml;
  for (const char c : text) {
    if (c == '&') {
      xml += "&amp;";
    } else if (c == '<') {
      xml += "&lt;";
    } else {
      xml += c;
    }
  }
  return xml;
}

constexpr std::string_view kW = R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")";

inline std::string part(std::string_view root, std::string_view content) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:" + std::string(root) + " " + std::string(kW) + ">" +
         std::string(content) + "</w:" + std::string(root) + ">";
}

/// A run's text.
inline std::string t(std::string_view text) { return "<w:r><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>"; }
inline std::string p(std::string_view runs, std::string_view properties = "") {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + std::string(properties) + "</w:pPr>") + std::string(runs) + "</w:p>";
}
inline std::string change(std::string_view kind, std::string_view content, std::string_view by = "Ana") {
  return "<w:" + std::string(kind) + " w:id=\"1\" w:author=\"" + std::string(by) + "\" w:date=\"2011-03-07T10:00:00Z\"" +
         (content.empty() ? "/>" : ">" + std::string(content) + "</w:" + std::string(kind) + ">");
}
inline std::string ins(std::string_view text, std::string_view by = "Ana") { return change("ins", t(text), by); }
inline std::string del(std::string_view text, std::string_view by = "Ana") {
  return change("del", "<w:r><w:delText xml:space=\"preserve\">" + escaped(text) + "</w:delText></w:r>", by);
}
/// A paragraph whose end is inserted or deleted.
inline std::string marked_end(std::string_view kind, std::string_view by = "Ana") {
  return "<w:rPr>" + change(kind, "", by) + "</w:rPr>";
}
inline std::string listed(int list, int level = 0) {
  return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" + std::to_string(list) + "\"/></w:numPr>";
}
inline std::string level(int index, std::string_view format, std::string_view text, std::string_view more = "") {
  return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + std::string(format) +
         "\"/>" + std::string(more) + "<w:lvlText w:val=\"" + std::string(text) + "\"/></w:lvl>";
}
inline std::string definition(int id, std::string_view levels) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + std::string(levels) + "</w:abstractNum>";
}
inline std::string list(int id, int of, std::string_view overrides = "") {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" + std::to_string(of) + "\"/>" +
         std::string(overrides) + "</w:num>";
}

/// A Word file of that body. `more` are further parts by name.
inline std::string word_file(std::string_view body, Parts more = {}) {
  more["word/document.xml"] = part("document", "<w:body>" + std::string(body) + "<w:sectPr/></w:body>");
  return zipped(more);
}

inline Reading read_word(const std::string& bytes, ReadOptions::TrackedChanges changes = ReadOptions::TrackedChanges::kAccept) {
  ReadOptions options;
  options.tracked_changes = changes;
  Result<Reading> reading = read_bytes(bytes, "draft.docx", options);
  EXPECT_TRUE(reading) << (reading ? "" : to_string(reading.error()));
  return reading ? std::move(*reading) : Reading{};
}

inline std::string rejected(const std::string& bytes) { return read_word(bytes, ReadOptions::TrackedChanges::kReject).text; }

/// The text before the revisions.
inline std::string undone(const Reading& reading) {
  std::string text = reading.text;
  for (auto revision = reading.revisions.rbegin(); revision != reading.revisions.rend(); ++revision) {
    const auto before = std::next(revision);
    const bool struck = before != reading.revisions.rend() && before->kind == Revision::Kind::kInsertion &&
                        revision->kind == Revision::Kind::kDeletion && before->span.empty() && !before->text.empty();
    if (struck) {  // inserted by one, deleted by another: in neither text
      ++revision;
      continue;
    }
    const bool insertion = revision->kind == Revision::Kind::kInsertion;
    if (insertion) {
      EXPECT_EQ(revision->span.of(reading.text), revision->text);
    }
    text.replace(revision->span.begin, revision->span.size(), insertion ? "" : revision->text);
  }
  return text;
}

}  // namespace travaux::test
