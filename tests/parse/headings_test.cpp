// What is a heading, and what only looks like one.
#include <gtest/gtest.h>

#include "parse/addresses.h"

namespace travaux {
namespace {

using namespace travaux::testing;

TEST(Headings, AFullStopMayEndASectionsTitle) {
  const Document d = document(
      "1. Grants.\n\n1.1 One.\n\n2. Inability to Comply.\n\nIf You cannot comply, You must say so.\n\n3. Ends.\n\n3.1 Two.\n");
  ASSERT_EQ(d.sections.size(), 3u);
  EXPECT_EQ(d.sections[1].heading, "Inability to Comply.");
  EXPECT_EQ(d.sections[1].text, "If You cannot comply, You must say so.");
  EXPECT_EQ(addresses(d), (List{"1.1", "3.1"}));
}

TEST(Headings, ASectionOfOneParagraphIsAnItem) {
  const Document d =
      document("1. Grants\n\n1.1 One.\n\n2. Term. It ends in a year.\n\nIt may be renewed.\n\n3. Ends\n\n3.1 Two.\n");
  EXPECT_EQ(addresses(d), (List{"1.1", "2", "3.1"}));
  ASSERT_EQ(d.sections[1].items.size(), 1u);
  EXPECT_EQ(d.sections[1].items[0].text, "Term. It ends in a year.\nIt may be renewed.");
}

TEST(Headings, AnArticlesTitleMayEndInAFullStop) {
  const Document d =
      document("Article 1. Duty to report.\n\n1. One.\n\n2. Two.\n\nArticle 2. General Clauses.\n\nThe Parties shall meet.\n");
  EXPECT_EQ(addresses(d), (List{"Article 1/1", "Article 1/2", "Article 2"}));
  EXPECT_EQ(d.sections[1].heading, "General Clauses.");
}

TEST(Headings, ALineThatCallsForMoreIsNone) {
  const Document d = document("1. Aims\n\n1.1 Meet.\n\nThis Source Code Form is\n\n2.1 Pay.\n");
  for (const Section& section : d.sections) EXPECT_NE(section.heading, "This Source Code Form is");
}

TEST(Headings, ANumberThatASentenceRefersToBeginsNoItem) {
  const Document d = document(
      "1. Aims\n\n1.1 The Client shall pay under paragraph\n1.2. The Supplier shall send a bill.\n\n1.2 Both shall sign.\n");
  EXPECT_EQ(addresses(d), (List{"1.1", "1.2"}));
  const Document lower = document(
      "1. Aims\n\n1.1 The Client shall pay as said in\nparagraph 1.2. The Supplier shall send a bill.\n\n1.2 Both shall sign.\n");
  EXPECT_EQ(addresses(lower), (List{"1.1", "1.2"}));
}

TEST(Headings, AfterAFullStopANumberIsNoReference) {
  const Document resolution = document(
      "DRAFT RESOLUTION ON PORTS\nTHE GENERAL ASSEMBLY,\nRecalling its resolutions on ports;\n"
      "Having seen the report of the Council,\nRESOLVES:\n1. To urge member states to dredge their ports, canals, etc.\n"
      "2. To instruct the Council to report on the carrying out of this resolution.\n"
      "3. The execution of the activities shall be subject to the availability of resources.\n");
  EXPECT_EQ(addresses(resolution), (List{"PP1", "PP2", "OP1", "OP2", "OP3"}));
  const Document treaty = document(
      "Article 11\n1. The Parties shall meet every year.\n2. The chair shall be elected under this article.\n"
      "3. The chair shall report on what is done under paragraph 2 of this article.\nArticle 12\n"
      "1. The Parties shall pay.\n2. They shall pay in time.\n");
  EXPECT_EQ(addresses(treaty), (List{"Article 11/1", "Article 11/2", "Article 11/3", "Article 12/1", "Article 12/2"}));
}

TEST(Headings, AfterAnAbbreviationOnlyTheNumberThatIsDueIsOne) {
  const std::string text = "1. Aims\n\n1.1 Member states shall dredge their ports, canals, etc.\n";
  EXPECT_EQ(addresses(document(text + "1.2 They shall pay.\n")), (List{"1.1", "1.2"}));
  EXPECT_EQ(addresses(document("1. Aims\n\n1.1 Member states shall pay as is said in para.\n1.4. They shall sign.\n\n"
                               "1.2 They shall meet.\n")),
            (List{"1.1", "1.2"}));
}

TEST(Headings, ATitleAfterItsSymbolHoldsAColon) {
  const std::string heading = "AG/DEC. 63 (XL-O/10) – Declaration of Lima: Peace, Security, and Cooperation in the Americas:";
  const Document d = document("1. Aims\n\n1.1 Meet.\n\n" + heading + "\n\n“Reaffirming peace.”\n");
  ASSERT_EQ(d.sections[0].items[0].citations.size(), 1u);
  EXPECT_EQ(d.sections[0].items[0].citations[0].heading, heading);
  EXPECT_EQ(d.sections[0].items[0].citations[0].passages.size(), 1u);
}

TEST(Headings, ANameDefinedInBracketsIsNoCitation) {
  const Document d =
      document("1. Aims\n\n1.1 Versions.\n\nNorthern Rivers Commission (\"the Commission\") may publish others.\n");
  EXPECT_TRUE(d.sections[0].items[0].citations.empty());
}

TEST(Headings, LettersAfterNumbersArePoints) {
  const Document d = document(
      "1. You may copy.\n\n2. You may change, if you:\n\nA. Use a new Title\n\nB. List the Authors\n\n3. You may not sell.\n");
  EXPECT_EQ(addresses(d), (List{"1", "2", "2/A", "2/B", "3"}));
}

TEST(Headings, WhatFollowsAPointsTitleIsThePointsText) {
  const Document d =
      document("1. Aims\n\n1.1 Claims:\n\n(a) Third Party Claims.\n\nThey are told.\n\n(b) Representations.\n\nThey are true.\n");
  ASSERT_EQ(d.sections[0].items[0].items.size(), 2u);
  EXPECT_EQ(d.sections[0].items[0].items[1].text, "Representations.\nThey are true.");
}

TEST(Headings, AStatusLineOfAnUnnumberedTextIsNoItem) {
  const Document d = document("Joint Statement\n\nWe met today.\n\n(AGREED)\n\nWe shall meet again.\n");
  EXPECT_EQ(addresses(d), (List{"¶1", "¶2"}));
  EXPECT_EQ(d.sections[0].items[0].status, "(AGREED)");
  EXPECT_EQ(d.sections[0].items[0].text, "We met today.");
}

TEST(Headings, ALabelHasNoNoteMark) {
  EXPECT_EQ(document("DRAFT AGREEMENT\n\nVersion of 23 October 2015*\n\n1. One.\n\n2. Two.\n").label,
            "Version of 23 October 2015");
}

}  // namespace
}  // namespace travaux
