// The worked example against its answer key, which was written from the plan of its edits.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "support/texts.h"
#include "travaux/diff.h"

namespace travaux {
namespace {

using namespace travaux::testing;
using Json = nlohmann::json;

std::string names(const Changes& changes) {
  std::set<std::string> sorted;
  for (const Change change : changes.list()) sorted.emplace(name_of(change));
  std::string text;
  for (const std::string& name : sorted) text += " " + name;
  return text;
}

std::string names(const Json& list) {
  std::string text;
  for (const std::string& name : list.get<std::set<std::string>>()) text += " " + name;
  return text;
}

std::string join(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& entry : list) text += (text.empty() ? "" : "+") + entry;
  return text;
}

template <typename Entries>
std::multiset<std::string> told(const Entries& entries) {
  std::multiset<std::string> lines;
  for (const auto& entry : entries) {
    if (!entry.changes.empty()) lines.insert(join(entry.from) + " -> " + join(entry.to) + ":" + names(entry.changes));
  }
  return lines;
}

std::multiset<std::string> told(const std::vector<CitationDiff>& entries) {
  std::multiset<std::string> lines;
  for (const CitationDiff& c : entries) {
    if (!c.changes.empty())
      lines.insert(c.instrument + " " + (c.from ? c.from->item : "") + " -> " + (c.to ? c.to->item : "") + ":" +
                   names(c.changes));
  }
  return lines;
}

std::multiset<std::string> key(const Json& entries) {
  std::multiset<std::string> lines;
  for (const Json& e : entries) {
    lines.insert(join(e["from"].get<std::vector<std::string>>()) + " -> " + join(e["to"].get<std::vector<std::string>>()) + ":" +
                 names(e["change"]));
  }
  return lines;
}

std::multiset<std::string> citation_key(const Json& entries) {
  const auto item = [](const Json& side) { return side.is_null() ? std::string() : side.get<std::string>(); };
  std::multiset<std::string> lines;
  for (const Json& e : entries)
    lines.insert(e["instrument"].get<std::string>() + " " + item(e["from_item"]) + " -> " + item(e["to_item"]) + ":" +
                 names(e["change"]));
  return lines;
}

class WorkedExample : public ::testing::TestWithParam<std::size_t> {};

TEST_P(WorkedExample, EveryStepIsWhatTheKeySays) {
  const Json steps = Json::parse(slurp(source_path("history/san-salvador-2011/expected.json")))["steps"];
  const Json& step = steps[GetParam()];
  Document from = document(GetParam() == 0 ? march_7() : rev_1());
  Document to = document(GetParam() == 0 ? rev_1() : rev_2());
  resolve_instruments({&from, &to}, built_in_registry());
  const DocumentDiff result = diff(from, to);
  EXPECT_EQ(told(result.sections), key(step["sections"]));
  EXPECT_EQ(told(result.items), key(step["items"]));
  EXPECT_EQ(told(result.citations), citation_key(step["citations"]));
  EXPECT_FALSE(result.degraded);
}

INSTANTIATE_TEST_SUITE_P(Steps, WorkedExample, ::testing::Values(0, 1));

}  // namespace
}  // namespace travaux
