// Bracketed texts: who wants what, by the brackets.
#include <gtest/gtest.h>

#include "comment/brackets.h"
#include "comment/support.h"

namespace travaux {
namespace {

using List = std::vector<std::string>;
using test::asks;
using test::changed;

const Document& draft() {
  static const Document kDraft = test::draft_of(
      "1. Security\n\n"
      "1.1 Promote the rights of convicted felons in all member states.\n\n"
      "1.2 Create a system for the evaluation of prisons.\n\n"
      "1.3 Share experiences and practices among police forces of the region.\n\n"
      "2. Justice\n\n"
      "2.1 Standardize the training of judges and prosecutors.\n");
  return kDraft;
}

Comment read(const std::string& paragraphs, const std::string& by = "") {
  return test::read("1. Security\n\n1.1 Promote the rights of convicted felons in all member states.\n\n" + paragraphs, draft(),
                    by);
}

TEST(Brackets, NamesAreReadAndNestingIsCounted) {
  const std::string text = "[MEX, ARG, BRA: one [two] three] and [four";
  const std::vector<Bracket> brackets = brackets_in(text);
  ASSERT_EQ(brackets.size(), 3U);
  EXPECT_EQ(brackets[0].names, (List{"MEX", "ARG", "BRA"}));
  EXPECT_EQ(brackets[0].content.of(text), "one [two] three");
  EXPECT_EQ(brackets[1].depth, 1U);
  EXPECT_FALSE(brackets[2].closed);
  EXPECT_TRUE(brackets_in("[as follows: one]").front().names.empty());
  EXPECT_TRUE(brackets_in("[Note: one]").front().names.empty());
}

TEST(Bracketed, TheWorkedExampleIsReadAsItsKeySays) {
  const Comment comment =
      test::read(test::history_text("comments/2011-04-18-mercosur-bracketed-text.txt"), test::march7(), "MERCOSUR");
  EXPECT_EQ(comment.form, CommentForm::kBracketed);
  EXPECT_EQ(comment.date, "2011-04-18");
  ASSERT_EQ(comment.proposals.size(), 7U);
  EXPECT_EQ(asks(comment).front(), "cite 1.1");
  EXPECT_EQ(asks(comment)[1], "retitle 4");
  EXPECT_EQ(asks(comment)[2], "replace 4.1");
  EXPECT_EQ(asks(comment)[3], "insert 4.2");
  EXPECT_EQ(asks(comment)[4], "merge 4.3 4.4");
  EXPECT_EQ(asks(comment)[5], "insert 5.3");
  EXPECT_EQ(name_of(comment.proposals[6].asks), "move");
  EXPECT_NE(changed(comment.proposals[2], test::march7()).find("recidivism of persons released"), std::string::npos);
  EXPECT_NE(changed(comment.proposals[3], test::march7()).find("evaluation, every 3 years, of prison"), std::string::npos);
  EXPECT_EQ(comment.proposals[0].instrument, "AG/RES. 2543");
}

TEST(Bracketed, ARequestOnAConditionOrForAPartIsNoTextToAdd) {
  for (const char* words : {"If paragraph 2.1 is kept, delete paragraph 1.1.", "Delete the second half of paragraph 1.1."}) {
    const Comment comment = read("2. Justice\n\n[CARICOM: " + std::string(words) + "]\n");
    ASSERT_EQ(comment.proposals.size(), 1U) << words;
    EXPECT_EQ(name_of(comment.proposals[0].asks), "remark") << words;
  }
}

TEST(Bracketed, ANamedBracketInserts) {
  const Comment c = read("1.2 Create a [CARICOM: regional] system for the evaluation[MEX: , each year,] of prisons.\n");
  EXPECT_EQ(asks(c, true), (List{"CARICOM insert 1.2", "North America insert 1.2"}));
  EXPECT_EQ(changed(c.proposals[0], draft()), "Create a regional system for the evaluation of prisons.");
  EXPECT_EQ(changed(c.proposals[1], draft()), "Create a system for the evaluation, each year, of prisons.");
}

TEST(Bracketed, ANamedBracketAfterAnUnnamedOneReplacesIt) {
  const Comment c = test::read(
      "1. Security\n\n1.1 Promote the rights of [convicted felons] [MERCOSUR: persons] [CARICOM: offenders] in all member "
      "states.\n",
      draft());
  EXPECT_EQ(asks(c, true), (List{"MERCOSUR replace 1.1", "CARICOM replace 1.1"}));
  EXPECT_EQ(changed(c.proposals[1], draft()), "Promote the rights of offenders in all member states.");
}

TEST(Bracketed, ANameAroundTheDraftsOwnWordsBracketsThem) {
  const Comment c = read("1.3 Share experiences and practices among [CARICOM: police forces] of the region.\n");
  EXPECT_EQ(asks(c, true), (List{"CARICOM bracket 1.3"}));
  EXPECT_EQ(changed(c.proposals[0], draft()), "Share experiences and practices among [police forces] of the region.");
}

TEST(Bracketed, AMarkToDeleteDeletes) {
  const Comment words = read("1.3 Share experiences [and practices] [SICA: suprimir] among police forces of the region.\n");
  EXPECT_EQ(asks(words, true), (List{"SICA delete 1.3"}));
  EXPECT_EQ(changed(words.proposals[0], draft()), "Share experiences among police forces of the region.");
  const Comment item = read("1.3 Share experiences and practices among police forces of the region.\n\n[CARICOM: delete]\n");
  EXPECT_EQ(asks(item, true), (List{"CARICOM remove 1.3"}));
  const Comment numbered = read("1.3 [CARICOM: delete]\n");
  EXPECT_EQ(asks(numbered, true), (List{"CARICOM remove 1.3"}));
}

TEST(Bracketed, AWholeParagraphIsAddedOrReworded) {
  const Comment added = read("1.4 [SICA: Establish a fund for victims of crime.]\n");
  EXPECT_EQ(asks(added, true), (List{"SICA add"}));
  EXPECT_EQ(added.proposals[0].destination->address, "1.1");
  const Comment reworded = read("1.2 [SICA: Create and fund a system for the evaluation of all prisons.]\n");
  EXPECT_EQ(asks(reworded, true), (List{"SICA reword 1.2"}));
}

TEST(Bracketed, BracketsWithoutANameAreTheSenders) {
  const Comment c = read("1.2 Create a system for the [evaluation] of prisons.\n", "CARICOM");
  EXPECT_EQ(asks(c, true), (List{"CARICOM bracket 1.2"}));
  EXPECT_EQ(asks(read("1.2 Create a [MEX: new] system for the [evaluation] of prisons.\n"), true),
            (List{"North America insert 1.2", "bracket 1.2"}));
}

TEST(Bracketed, WhatTheDraftHasInBracketsItselfIsNoProposal) {
  const Document bracketed = test::draft_of(
      "1. Security\n\n1.1 Promote [CARICOM: strong] rights in all member states.\n\n1.2 Create a system for the evaluation of "
      "prisons.\n");
  const Comment c = test::read(
      "1. Security\n\n1.1 Promote [CARICOM: strong] rights in all member states.\n\n1.2 Create a [MEX: new] system for the "
      "evaluation "
      "of prisons.\n",
      bracketed);
  EXPECT_EQ(asks(c, true), (List{"North America insert 1.2"}));
}

TEST(Bracketed, StatusLinesAreNoProposalsAndOptionsAreOtherWords) {
  const Comment c = read(
      "1.2 Create a system for the evaluation of prisons.\n(AGREED ad ref.)\n\n"
      "Option 1: Create a system for the evaluation of prisons.\nOption 2 (MEX): Create two systems for the evaluation of "
      "prisons.\n\n"
      "1.3 Share experiences and practices among [SICA: all] police forces of the region.\n");
  EXPECT_EQ(asks(c, true), (List{"North America reword 1.2", "SICA insert 1.3"}));
}

TEST(Bracketed, ANewHeadingRetitlesOrAddsASection) {
  const Comment c = read("2. [CARICOM: Access to Justice]\n\n3. [SICA: Follow-up]\n\n3.1 [SICA: Meet once a year.]\n");
  EXPECT_EQ(asks(c, true), (List{"CARICOM retitle 2", "SICA add", "SICA add"}));
  EXPECT_EQ(c.proposals[1].destination->address, "2");
}

TEST(Bracketed, ARequestInABracketIsReadAsALettersSentence) {
  const Comment c = read(
      "1.2 Create a system for the evaluation of prisons.\n\n[SICA: Delete paragraph 1.3.]\n\n[CARICOM: Support the victims of "
      "crime.]\n");
  EXPECT_EQ(asks(c, true), (List{"SICA remove 1.3", "CARICOM insert 1.2"}));
  EXPECT_EQ(changed(c.proposals[1], draft()), "Create a system for the evaluation of prisons.\nSupport the victims of crime.");
}

TEST(Bracketed, UnbalancedBracketsLoseNothing) {
  const Comment c = read("1.2 Create a [MEX: new] system for the [evaluation of prisons.\n");
  ASSERT_FALSE(c.proposals.empty());
  EXPECT_EQ(asks(c, true).front(), "North America insert 1.2");
}

}  // namespace
}  // namespace travaux
