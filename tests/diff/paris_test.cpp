// A real treaty, rewritten in its last week: 4 December against 12 December 2015, held against what a person read.
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "support/texts.h"
#include "travaux/diff.h"

namespace travaux {
namespace {

using namespace travaux::testing;

using Pairs = std::set<std::pair<std::string, std::string>>;

struct Reading {
  Pairs sure, all;
};

/// The pairs of one kind ("article", "paragraph") in paris.tsv.
Reading read_by_hand(const std::string& kind) {
  Reading reading;
  for (const std::string& line : lines_of(slurp(source_path("tests/diff/paris.tsv")))) {
    std::stringstream fields(line);
    std::string what, from, to, how;
    for (std::string* field : {&what, &from, &to, &how}) std::getline(fields, *field, '\t');
    if (what != kind) continue;
    reading.all.insert({from, to});
    if (how != "doubtful") reading.sure.insert({from, to});
  }
  return reading;
}

template <typename Entry>
Pairs pairs_of(const std::vector<Entry>& entries) {
  Pairs pairs;
  for (const Entry& entry : entries) {
    for (const std::string& from : entry.from) {
      for (const std::string& to : entry.to) pairs.insert({from, to});
    }
  }
  return pairs;
}

std::size_t shared(const Pairs& a, const Pairs& b) {
  std::size_t count = 0;
  for (const auto& pair : a) count += b.contains(pair) ? 1 : 0;
  return count;
}

TEST(Paris, ArticlesAreFollowedThroughRenumbering) {
  const std::string before = slurp(source_path("../shared/data/paris-2015/4-dec-2015.md"));
  const std::string after = slurp(source_path("../shared/data/paris-2015/12-dec-2015.md"));
  if (before.empty() || after.empty()) GTEST_SKIP() << "the three drafts of the Paris Agreement are not on this machine";
  Document from = document(before, "a.md");
  Document to = document(after, "b.md");
  resolve_instruments({&from, &to}, {});
  const DocumentDiff changes = diff(from, to);
  const Reading articles = read_by_hand("article");
  const Pairs found = pairs_of(changes.sections);
  EXPECT_GE(shared(articles.sure, found), articles.sure.size() - 1) << "of " << articles.sure.size();
  EXPECT_EQ(shared(articles.all, found), found.size()) << "an article that became another";
  const Reading paragraphs = read_by_hand("paragraph");
  const Pairs items = pairs_of(changes.items);
  EXPECT_LE(items.size() - shared(paragraphs.all, items), 3u) << "paragraphs that became others, of " << items.size();
  EXPECT_GE(shared(paragraphs.sure, items), 95u) << "of " << paragraphs.sure.size();
}

}  // namespace
}  // namespace travaux
