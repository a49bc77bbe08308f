// Drafts and comments for the tests of this floor.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "comment/apply.h"
#include "comment/fields.h"
#include "travaux/comment.h"
#include "travaux/diff.h"
#include "travaux/parse.h"
#include "travaux/read.h"

namespace travaux::test {

inline std::string history_text(const std::string& name) {
  const std::string path = std::string(TRAVAUX_SOURCE_DIR) + "/history/san-salvador-2011/" + name;
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const Result<Reading> reading = read_bytes(bytes, path);
  EXPECT_TRUE(reading.has_value());
  return reading ? reading->text : std::string();
}

inline Document draft_of(std::string text) {
  Document document = parse(std::move(text));
  resolve_instruments({&document}, built_in_registry());
  return document;
}

inline const Document& march7() {
  static const Document kDraft = draft_of(history_text("2011-04-01-note-and-plan-of-action.txt"));
  return kDraft;
}

inline const Document& rev1() {
  static const Document kDraft = draft_of(history_text("drafts/2011-05-03-rev-1.txt"));
  return kDraft;
}

inline const Speakers& speakers() {
  static const Speakers kSpeakers({{"CARICOM", {"Jamaica"}, {"Caribbean Community"}},
                                   {"SICA", {"Panama"}, {}},
                                   {"MERCOSUR", {"Argentina", "Brazil"}, {}},
                                   {"North America", {"Mexico", "Canada"}, {"MEX"}}});
  return kSpeakers;
}

inline Target item(const std::string& address) { return {"paragraph " + address, address, false, {}}; }
inline Target section(const std::string& number) { return {"section " + number, number, true, {}}; }

/// A proposal of one target, placed.
inline Proposal placed(Proposal p, const Document& draft) {
  std::vector<Proposal> list = {std::move(p)};
  place_proposals(list, draft, built_in_registry());
  return list.front();
}

/// The text that a proposal's first change is in, with all its changes made.
inline std::string changed(const Proposal& p, const Document& draft) {
  if (p.wanted.empty()) return "(nothing wanted)";
  std::vector<WantedEdit> edits;
  std::copy_if(p.wanted.begin(), p.wanted.end(), std::back_inserter(edits), [&](const WantedEdit& edit) {
    return edit.field == p.wanted.front().field && edit.place == p.wanted.front().place;
  });
  return apply_wanted(text_of(draft, p.wanted.front().field, p.wanted.front().place), edits);
}

inline Comment read(std::string_view text, const Document& draft, const std::string& by = "") {
  CommentSource source;
  source.id = "c.txt";
  source.by = by;
  source.on = draft.label;
  return read_comment(text, source, draft, built_in_registry(), speakers());
}

/// "replace 4.1", a line for each proposal; the groups in front where `groups`.
inline std::vector<std::string> asks(const Comment& comment, bool groups = false) {
  std::vector<std::string> list;
  for (const Proposal& p : comment.proposals) {
    std::string line;
    for (const std::string& name : p.by) line += groups ? name + " " : "";
    line += name_of(p.asks);
    for (const Target& target : p.targets) line += target.address.empty() ? "" : " " + target.address;
    list.push_back(std::move(line));
  }
  return list;
}

}  // namespace travaux::test
