// Bracketed texts as the OAS and the UN write them.
#include <gtest/gtest.h>

#include "comment/brackets.h"
#include "comment/support.h"

namespace travaux {
namespace {

using List = std::vector<std::string>;
using test::asks;
using test::changed;

const Document& plan() {
  static const Document kPlan = test::draft_of(
      "1. Prevention\n\n"
      "1.1 Publish hazard maps of every coastal municipality. Update them once a year.\n\n"
      "1.2 Train volunteers in first aid and in evacuation.\n\n"
      "1.3 Strengthen early warning systems, and share their data with neighbouring countries.\n\n"
      "2. Relief\n\n"
      "2.1 Stockpile food, tents and essential medicines in regional warehouses.\n\n"
      "2.2 Exempt relief goods from customs duties and inspections.\n\n"
      "2.3 Certify hospitals as safe facilities able to function after an earthquake.\n\n"
      "(a) Inspect every hospital before 2015.\n\n"
      "(b) Publish the results of the inspections.\n");
  return kPlan;
}

Comment read(const std::string& paragraphs, const std::string& by = "") {
  return test::read("1.1 Publish hazard maps of every coastal municipality. Update them once a year.\n\n" + paragraphs, plan(),
                    by);
}

std::vector<std::string> names(const std::string& bracket) { return brackets_in(bracket).front().names; }
Stance stance(const std::string& bracket) { return brackets_in(bracket).front().stance; }

TEST(BracketedPractice, NamesStandBesideLabelsThatAreNoPartOfThem) {
  EXPECT_EQ(names("[Propuesta de México: y defensoras]"), (List{"México"}));
  EXPECT_EQ(names("[Proposal by Mexico and Brazil: x]"), (List{"Mexico", "Brazil"}));
  EXPECT_EQ(names("[Trinidad and Tobago: x]"), (List{"Trinidad and Tobago"}));
  EXPECT_EQ(names("[CARICOM proposal: x]"), (List{"CARICOM"}));
  EXPECT_EQ(names("[Alt. CARICOM: x]"), (List{"CARICOM"}));
  EXPECT_EQ(stance("[Alt. CARICOM: x]"), Stance::kAlternative);
  EXPECT_TRUE(names("[Provided that: x]").empty());
}

TEST(BracketedPractice, AStanceNeedsNoColon) {
  EXPECT_EQ(stance("[Suprimir: CARICOM, SICA]"), Stance::kDelete);
  EXPECT_EQ(names("[Suprimir: CARICOM, SICA]"), (List{"CARICOM", "SICA"}));
  EXPECT_EQ(stance("[CARICOM: suprimir]"), Stance::kDelete);
  EXPECT_EQ(stance("[Brazil reserves its position]"), Stance::kReserve);
  EXPECT_EQ(names("[Brazil reserves its position]"), (List{"Brazil"}));
  EXPECT_EQ(stance("[Mexico supports]"), Stance::kSupport);
  EXPECT_EQ(stance("[apoyado por México]"), Stance::kSupport);
  EXPECT_EQ(stance("[reserves its position]"), Stance::kWords);
}

TEST(BracketedPractice, ANameAfterADashSignsTheWords) {
  EXPECT_EQ(names("[and dangerous goods – Mexico]"), (List{"Mexico"}));
  EXPECT_EQ(names("[y mercancías peligrosas - CARICOM, SICA]"), (List{"CARICOM", "SICA"}));
  EXPECT_TRUE(names("[Part One – General Matters]").empty());
  EXPECT_TRUE(names("[in the years 2010 – 2012]").empty());
}

TEST(BracketedPractice, WhoOpposesOrReservesOnWordsDoesNotPutThemIn) {
  EXPECT_EQ(stance("[Brazil opposes: and banks]"), Stance::kOppose);
  EXPECT_EQ(names("[México se opone: y bancos]"), (List{"México"}));
  EXPECT_EQ(asks(read("1.2 Train volunteers [Brazil opposes: in first aid and] in evacuation. [MEX del.]\n", "Canada"), true),
            (List{"Brazil remark 1.2", "North America remove 1.2"}));
}

TEST(BracketedPractice, NotesAndPlaceholdersAreNoWordsOfTheText) {
  EXPECT_EQ(
      asks(read("1.2 Train volunteers in first aid and in evacuation [PLACEHOLDER] [see 2.1] [MEX: and rescue].\n", "Canada"),
           true),
      (List{"Canada remark 1.2", "North America insert 1.2"}));
}

TEST(BracketedPractice, OptionsUnderANumberAreTextsForIt) {
  EXPECT_EQ(asks(read("1.2 Option 1: Train volunteers in first aid and in evacuation. Option 2: No text.\n\n"
                      "2.2 Exempt [all] relief goods from customs duties and inspections.\n",
                      "Canada"),
                 true),
            (List{"Canada remove 1.2", "Canada insert 2.2"}));
}

TEST(BracketedPractice, WhatAnotherPutsIntoAProposedParagraphIsTheOthers) {
  const Comment c = read(
      "1.2 Train volunteers in first aid and in evacuation.\n\n"
      "[1.2 bis [CARICOM: Protect the teachers of every school [MEX: and their families].]]\n",
      "Canada");
  ASSERT_EQ(c.proposals.size(), 2U);
  for (const Proposal& p : c.proposals) {
    EXPECT_EQ(p.new_words, p.asks == Ask::kAdd ? "Protect the teachers of every school." : "and their families");
    EXPECT_EQ(p.by, p.asks == Ask::kAdd ? List{"CARICOM"} : List{"North America"});
  }
}

TEST(BracketedPractice, BracketsNestedTooDeepAreSaidToBe) {
  const Comment c =
      read("1.2 Train volunteers " + std::string(5000, '[') + "in first aid" + std::string(5000, ']') + ".\n", "Canada");
  const auto said = [](const Diagnostic& d) { return d.line == 3 && d.message.find("nested deeper") != std::string::npos; };
  EXPECT_EQ(std::count_if(c.diagnostics.begin(), c.diagnostics.end(), said), 1);
}

TEST(BracketedPractice, StancesHaveNoFateAndHoldNoWords) {
  const Comment c = read(
      "1.2 Train volunteers in first aid and in evacuation. [Brazil reserves its position]\n\n[Mexico supports]\n\n"
      "1.3 Strengthen early [SICA: flood] warning systems, and share their data with neighbouring countries.\n");
  EXPECT_EQ(asks(c, true), (List{"Brazil reserve 1.2", "Mexico support 1.2", "SICA insert 1.3"}));
}

TEST(BracketedPractice, AMarkToDeleteTheParagraphRemovesIt) {
  EXPECT_EQ(asks(read("2.1 [CARICOM, SICA: delete paragraph]\n"), true), (List{"CARICOM SICA remove 2.1"}));
  EXPECT_EQ(asks(read("[Suprimir: CARICOM] 2.2 Exempt relief goods from customs duties and inspections.\n"), true),
            (List{"CARICOM remove 2.2"}));
  EXPECT_EQ(asks(read("2.2 Exempt relief goods from customs duties and inspections.\n\nCARICOM: proposes to delete\n\n"
                      "2.4 [SICA: Map all shelters.]\n"),
                 true),
            (List{"CARICOM remove 2.2", "SICA add"}));
}

TEST(BracketedPractice, AnAlternativeRewordsTheParagraph) {
  const List kReworded{"CARICOM reword 2.2"};
  EXPECT_EQ(
      asks(read("2.2 Exempt relief goods from customs duties and inspections.\n\n[Alt. CARICOM: Exempt all goods.]\n"), true),
      kReworded);
  EXPECT_EQ(asks(read("2.2 [Alt. CARICOM: Exempt all goods.] Exempt relief goods from customs duties and inspections.\n"), true),
            kReworded);
}

TEST(BracketedPractice, AlternativesInOneBracketAreEachSomebodys) {
  const Comment c =
      read("2.2 Exempt relief goods from [customs duties / CARICOM: all duties / SICA: every tax] and inspections.\n");
  EXPECT_EQ(asks(c, true), (List{"CARICOM replace 2.2", "SICA replace 2.2"}));
  EXPECT_EQ(changed(c.proposals[1], plan()), "Exempt relief goods from every tax and inspections.");
}

TEST(BracketedPractice, ABracketInABracketIsItsOwn) {
  const Comment c = read(
      "1.3 Strengthen early [CARICOM: flood [SICA: and storm]] warning systems, and share their data with neighbouring "
      "countries.\n");
  EXPECT_EQ(asks(c, true), (List{"CARICOM insert 1.3", "SICA insert 1.3"}));
  EXPECT_EQ(c.proposals[0].new_words, "flood");
  EXPECT_EQ(c.proposals[1].new_words, "and storm");
  const Comment anonymous = read("1.2 Train volunteers in [first [CARICOM: and second] aid] and in evacuation.\n");
  EXPECT_EQ(asks(anonymous, true), (List{"CARICOM insert 1.2", "bracket 1.2"}));
}

TEST(BracketedPractice, AnUnclosedBracketEndsWhereTheDraftsWordsGoOn) {
  const Comment c = read(
      "1.3 Strengthen early [CARICOM: flood warning systems, and share their data with neighbouring countries.\n\n"
      "2.4 [SICA: Map all shelters.]\n");
  EXPECT_EQ(asks(c, true), (List{"CARICOM insert 1.3", "SICA add"}));
  EXPECT_EQ(c.proposals[0].new_words, "flood");
  ASSERT_FALSE(c.diagnostics.empty());
  EXPECT_EQ(c.diagnostics.front().line, 3U);
}

TEST(BracketedPractice, ARequestInsideAParagraphIsReadAsALettersSentence) {
  const Comment c = read(
      "2.3 Certify hospitals as safe facilities [CARICOM: replace “safe” with “resilient”] able to function after an "
      "earthquake.\n");
  EXPECT_EQ(asks(c, true), (List{"CARICOM replace 2.3"}));
  EXPECT_EQ(changed(c.proposals[0], plan()), "Certify hospitals as resilient facilities able to function after an earthquake.");
}

TEST(BracketedPractice, ABracketOfNamesOwnsTheOneBeforeIt) {
  const Comment c = read("2.2 Exempt relief goods from [customs duties] [CARICOM] and inspections.\n", "SICA");
  EXPECT_EQ(asks(c, true), (List{"CARICOM bracket 2.2"}));
}

TEST(BracketedPractice, ANumberInsideTheBracketIsThatOfTheParagraph) {
  const Comment c = read("[2.4 Map all shelters.]\n\n(c) [CARICOM: Close those that fail.]\n", "SICA");
  EXPECT_EQ(asks(c, true), (List{"SICA add", "CARICOM add"}));
  EXPECT_EQ(c.proposals[0].new_words, "Map all shelters.");
}

TEST(BracketedPractice, AParagraphInBracketsWithAMarkToDeleteIsRemoved) {
  EXPECT_EQ(asks(read("[2.2 Exempt relief goods from customs duties and inspections.] [CARICOM: delete]\n"), true),
            (List{"CARICOM remove 2.2"}));
}

TEST(BracketedPractice, WhatFollowsANewParagraphIsNoPartOfIt) {
  const Comment c =
      read("2.3 bis [CARICOM: Map all shelters.]\n\nBrazil reserves its position.\n\nWe thank the Chair.\n", "SICA");
  EXPECT_EQ(asks(c, true), (List{"CARICOM add", "Brazil reserve 1.1", "SICA remark"}));
  EXPECT_EQ(c.proposals[0].new_words, "Map all shelters.");
}

TEST(BracketedPractice, WordsLeftOutAreNotAskedToGo) {
  const Comment end = read("1.1 Publish hazard maps [...] [CARICOM: Print them]\n");
  EXPECT_EQ(asks(end, true), (List{"CARICOM insert 1.1"}));
  const Comment c = read("2.3 Certify hospitals … able to function after [CARICOM: a flood or] an earthquake.\n", "CARICOM");
  EXPECT_EQ(asks(c, true), (List{"CARICOM insert 2.3"}));
}

}  // namespace
}  // namespace travaux
