// Marked-up copies: moves that Word marks, and short notes in the margin.
#include <gtest/gtest.h>

#include "comment/support.h"

namespace travaux {
namespace {

using List = std::vector<std::string>;
using test::asks;
using test::changed;

const char* const kPlan =
    "1. Relief\n\n1.1 Stockpile food, tents and essential medicines in regional warehouses.\n\n"
    "1.2 Exempt relief goods from customs duties and inspections.\n\n"
    "2. Recovery\n\n2.1 Report annually on the use of the emergency fund.\n\n2.2 Convene a meeting of ministers.\n";

Comment read(const std::string& text, CommentSource source) {
  return read_comment(text, source, test::draft_of(kPlan), built_in_registry(), test::speakers());
}

Span span_of(const std::string& text, const std::string& words) {
  const std::size_t at = text.find(words);
  EXPECT_NE(at, std::string::npos);
  return {at, at + words.size()};
}

List read_note(const std::string& words, const std::string& note) {
  CommentSource source;
  source.margin = {{"Mexico", "", span_of(kPlan, words), note}};
  return asks(read(kPlan, source), true);
}

TEST(MarkedCopy, AMoveThatIsMarkedIsAMove) {
  const std::string moved = "1.2 Exempt relief goods from customs duties and inspections.\n\n";
  std::string text = kPlan;
  const std::size_t gone = text.find(moved);
  text.erase(gone, moved.size());
  const std::size_t to = text.find("2.2 Convene");
  text.insert(to, moved);
  CommentSource source;
  source.revisions = {{Revision::Kind::kDeletion, "Jamaica", "", {gone, gone}, moved, 7},
                      {Revision::Kind::kInsertion, "Jamaica", "", {to, to + moved.size()}, moved, 7}};
  const Comment c = read(text, source);
  ASSERT_EQ(asks(c, true), (List{"Jamaica move 1.2"}));
  ASSERT_TRUE(c.proposals[0].destination.has_value());
  EXPECT_EQ(c.proposals[0].destination->address, "2.1");
  EXPECT_TRUE(c.diagnostics.empty());
}

TEST(MarkedCopy, AChangeWithoutAnAuthorIsTheSendersElseNobodys) {
  std::string text = kPlan;
  const Span span = span_of(text, "essential ");
  text.erase(span.begin, span.size());
  CommentSource source;
  source.revisions = {{Revision::Kind::kDeletion, "", "", {span.begin, span.begin}, "essential ", 0}};
  const Comment nobodys = read(text, source);
  ASSERT_EQ(nobodys.proposals.size(), 1u);
  EXPECT_EQ(nobodys.proposals[0].asks, Ask::kDelete);
  EXPECT_TRUE(nobodys.proposals[0].by.empty());
  source.by = "Canada";
  EXPECT_EQ(asks(read(text, source), true), (List{"Canada delete 1.1"}));
}

TEST(MarkedCopy, WhatAnotherStruckAgainIsAskedForByTheOneAndRefusedByTheOther) {
  const std::size_t at = span_of(kPlan, "food").begin;
  CommentSource source;
  source.revisions = {{Revision::Kind::kInsertion, "Canada", "", {at, at}, "water, ", 0},
                      {Revision::Kind::kDeletion, "Mexico", "", {at, at}, "water, ", 0}};
  const Comment c = read(kPlan, source);
  ASSERT_EQ(c.proposals.size(), 2u);
  EXPECT_EQ(asks(c, true).front(), "Canada insert 1.1");
  EXPECT_EQ(c.proposals[1].by, List{"Mexico"});
  EXPECT_EQ(c.proposals[1].asks, Ask::kDelete);
  EXPECT_EQ(c.proposals[1].old_words, "water,");
}

TEST(MarkedCopy, ANameBeforeANoteSaysWhoseItIs) {
  CommentSource source;
  source.margin = {{"Mexico", "", span_of(kPlan, "essential"), "Canada: delete"},
                   {"Mexico", "", span_of(kPlan, "regional"), "Canada: insert “sub-” here"}};
  for (const Proposal& p : read(kPlan, source).proposals) EXPECT_EQ(p.by, List{"Canada"});
  EXPECT_EQ(read(kPlan, source).proposals.size(), 2u);
}

TEST(MarkedCopy, ANoteOfOneWordIsOnTheWordsItHangsOn) {
  EXPECT_EQ(read_note("essential", "Delete"), (List{"Mexico delete 1.1"}));
  EXPECT_EQ(read_note("essential", "Suprimir."), (List{"Mexico delete 1.1"}));
  EXPECT_EQ(read_note("essential", "Mexico reserves its position."), (List{"Mexico reserve 1.1"}));
  EXPECT_EQ(read_note("essential", "Reserva"), (List{"Mexico reserve 1.1"}));
  EXPECT_EQ(read_note("2.2 Convene a meeting of ministers.", "Delete"), (List{"Mexico remove 2.2"}));
}

TEST(MarkedCopy, ANoteThatLeavesOutTheWordsItHangsOnIsReadWithThem) {
  CommentSource source;
  source.margin = {{"Canada", "", span_of(kPlan, "regional warehouses"), "Replace with “national depots”."}};
  const Comment c = read(kPlan, source);
  ASSERT_EQ(asks(c, true), (List{"Canada replace 1.1"}));
  EXPECT_EQ(changed(c.proposals[0], test::draft_of(kPlan)), "Stockpile food, tents and essential medicines in national depots.");
}

TEST(MarkedCopy, ANoteThatQuotesItsAuthorsTrackedChangeIsNoSecondRequest) {
  std::string text = kPlan;
  const std::size_t at = span_of(text, "in regional").begin;
  text.insert(at, "and water ");
  CommentSource source;
  source.revisions = {{Revision::Kind::kInsertion, "Canada", "", {at, at + 10}, "and water ", 0}};
  const auto noted = [&](const std::string& author, const std::string& note) {
    CommentSource with = source;
    with.margin = {{author, "", {at, at + 10}, note}};
    return asks(read(text, with), true);
  };
  const std::string same = "In paragraph 1.1, insert “and water” after “medicines”.";
  EXPECT_EQ(noted("Canada", same), (List{"Canada insert 1.1", "Canada remark 1.1"}));
  EXPECT_EQ(noted("Jamaica", same), (List{"Canada insert 1.1", "Jamaica insert 1.1"}));
  EXPECT_EQ(noted("Canada", "In paragraph 1.1, insert “and fuel” after “medicines”."),
            (List{"Canada insert 1.1", "Canada insert 1.1"}));
}

}  // namespace
}  // namespace travaux
