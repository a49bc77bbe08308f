#include <gtest/gtest.h>

#include <rapidcheck.h>

#include "support/texts.h"
#include "travaux/diff.h"

namespace travaux {
namespace {

using namespace travaux::testing;

/// One side of a redline, as it reads when the other's marks are dropped.
std::string side(const Redline& redline, RunKind dropped) {
  std::string text;
  for (const RedlineBlock& block : redline.blocks) {
    text += "\n";
    for (const Run& run : block.runs) text += run.kind == dropped ? "" : run.text;
  }
  return comparison_form(text);
}

void check(const std::string& a, const std::string& b) {
  Document from = document(a);
  Document to = document(b);
  resolve_instruments({&from, &to}, {});
  const DocumentDiff changes = diff(from, to);
  const Redline redline = build_redline(from, to, changes);
  ASSERT_EQ(side(redline, RunKind::kInserted), comparison_form(from.source));
  ASSERT_EQ(side(redline, RunKind::kDeleted), comparison_form(to.source));
  std::map<std::size_t, int> ends;
  for (const RedlineBlock& block : redline.blocks) ends[block.move] += block.from_side ? 1 : 100;
  for (const auto& [move, count] : ends) ASSERT_TRUE(move == 0 || count == 101) << "a move without its other end";
}

TEST(Redline, RejectedItIsTheEarlierDraftAcceptedTheLater) {
  const std::vector<std::string> drafts = {march_7(), rev_1(), rev_2(), ""};
  for (const std::string& a : drafts) {
    for (const std::string& b : drafts) check(a, b);
  }
}

TEST(Redline, RealTreatiesToo) {
  std::vector<std::string> drafts;
  for (const char* name : {"23-oct", "4-dec", "12-dec"})
    drafts.push_back(slurp(source_path("../shared/data/paris-2015/" + std::string(name) + "-2015.md")));
  if (drafts.front().empty()) GTEST_SKIP() << "the three drafts of the Paris Agreement are not on this machine";
  for (const std::string& a : drafts) {
    for (const std::string& b : drafts) check(a, b);
  }
}

TEST(Redline, AnythingAgainstAnything) {
  EXPECT_TRUE(rc::check([] {
    const auto line =
        rc::gen::element<std::string>("1. One", "2. Two", "1.1 Establish police protocols.", "1.2 Establish schools.",
                                      "2.1 Establish police protocols now.", "Action Plan of Miami, 1994:", "“Work together”",
                                      "“Work apart”", "(a) first;", "(b) second.", "(AGREED)", "Plain text.", "Annex");
    const auto text = [&line] {
      std::string joined;
      for (const std::string& l : *rc::gen::container<std::vector<std::string>>(line)) joined += l + "\n";
      return joined;
    };
    const std::string a = text();
    const std::string b = text();
    check(a, b);
    RC_ASSERT(!::testing::Test::HasFatalFailure());
  }));
}

TEST(Redline, AMoveIsMarkedAtBothEndsAndAppearsNowhereElse) {
  Document from =
      document("1. A\n1.1 First item about police.\n1.2 Second item about schools.\n2. B\n2.1 Third item about prisons.\n");
  Document to =
      document("1. A\n1.1 First item about police.\n2. B\n2.1 Third item about prisons.\n2.2 Second item about schools.\n");
  const Redline redline = build_redline(from, to, diff(from, to));
  int moves = 0;
  for (const RedlineBlock& block : redline.blocks) moves += block.move != 0 ? 1 : 0;
  EXPECT_EQ(moves, 2);
}

}  // namespace
}  // namespace travaux
