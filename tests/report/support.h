// Hand-made drafts and comparisons, and a reader of the pages that shares nothing with their writer.
#pragma once

#include <gtest/gtest.h>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "travaux/parse.h"
#include "travaux/read.h"
#include "travaux/report.h"

namespace travaux::test {

inline std::string file_bytes(const std::string& name) {
  std::ifstream file(std::string(TRAVAUX_SOURCE_DIR) + "/" + name, std::ios::binary);
  EXPECT_TRUE(file) << name;
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Two drafts, compared.
struct Pair {
  Document from, to;
  DocumentDiff changes;
  Redline redline;

  Pair(Document a, Document b) : from(std::move(a)), to(std::move(b)) {
    resolve_instruments({&from, &to}, built_in_registry());
    changes = diff(from, to);
    changes.from_label = "rev. 1";
    changes.to_label = "rev. 2";
    redline = build_redline(from, to, changes);
  }
  Pair(std::string a, std::string b) : Pair(parse(std::move(a)), parse(std::move(b))) {}

  std::string html(const RedlineNotes& notes = {}) const { return redline_html(redline, changes, from, to, notes); }
};

inline Document history(const std::string& name) {
  const std::string path = "history/san-salvador-2011/" + name;
  const Result<Reading> reading = read_bytes(file_bytes(path), path);
  EXPECT_TRUE(reading.has_value());
  return reading ? parse(reading->text) : Document();
}

inline const std::vector<std::string>& history_drafts() {
  static const std::vector<std::string> names{"2011-04-01-note-and-plan-of-action.txt", "drafts/2011-05-03-rev-1.txt",
                                              "drafts/2011-05-19-rev-2.txt"};
  return names;
}

/// A redline of one section with the given blocks.
inline Redline redline_of(std::vector<RedlineBlock> blocks) {
  Redline redline;
  redline.from_label = "rev. 1";
  redline.to_label = "rev. 2";
  redline.title = "Plan";
  redline.sections = {{"", "", false}, {"1", "First", true}};
  redline.blocks = std::move(blocks);
  return redline;
}

inline RedlineBlock block(Role role, std::vector<Run> runs, std::string address = "1.1") {
  RedlineBlock made;
  made.role = role;
  made.runs = std::move(runs);
  made.address = std::move(address);
  made.section = 1;
  return made;
}

/// What stands from `<article class="redline"` to its end.
inline std::string article_in(const std::string& page) {
  const std::size_t begin = page.find("<article class=\"redline\"");
  const std::size_t end = page.find("</article>");
  if (begin == std::string::npos || end == std::string::npos) return {};
  return page.substr(begin, end + 10 - begin);
}

/// The text content of HTML without the content of one kind of element: text as a browser has it, tags and entities resolved.
inline std::string text_content(const std::string& html, std::string_view without) {
  static const std::vector<std::pair<std::string, std::string>> kEntities{
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
  std::string text;
  std::size_t depth = 0;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') {
      const std::size_t end = html.find('>', at);
      const bool closing = html[at + 1] == '/';
      const std::size_t name = at + (closing ? 2 : 1);
      const std::string tag = html.substr(name, html.find_first_of(" >", name) - name);
      if (tag == without) depth += closing ? std::size_t(-1) : 1;
      at = end + 1;
      continue;
    }
    std::size_t size = 1;
    std::string piece(1, html[at]);
    for (const auto& [entity, character] : kEntities) {
      if (html.compare(at, entity.size(), entity) == 0) piece = character, size = entity.size();
    }
    if (depth == 0) text += piece;
    at += size;
  }
  return text;
}

inline std::string later_words(const std::string& page) { return text_content(article_in(page), "del"); }
inline std::string earlier_words(const std::string& page) { return text_content(article_in(page), "ins"); }

}  // namespace travaux::test
