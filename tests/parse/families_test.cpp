// Texts of each family, composed for the test.
#include <gtest/gtest.h>

#include "parse/outline_dump.h"
#include "support/texts.h"

namespace travaux {
namespace {

using namespace travaux::testing;

std::vector<std::string> addresses(const Document& document) {
  std::vector<std::string> list;
  for_each_item(document, [&](const Item& item, const Place&) { list.push_back(item.address); });
  return list;
}

using List = std::vector<std::string>;

TEST(Plan, SpanishHeadingsQuotesAndStatusLines) {
  const Document d = resolved(
      "PROYECTO DE PLAN DE ACCIÓN\n(Versión de Colombia, 3 de mayo de 2008)\n\n1. Prevención\n1.1 Establecer programas.\n\n"
      "Plan de acción de la ciudad de Quebec, 2001:\n«Fomentar la policía comunitaria»\n"
      "1.2. Capacitar a los funcionarios\na) de los programas;\nb) de su evaluación.\n2. Leyes\n2.1 Promover la cooperación. "
      "(ACORDADO ad ref.)\n");
  EXPECT_EQ(addresses(d), (List{"1.1", "1.2", "1.2/(a)", "1.2/(b)", "2.1"}));
  EXPECT_EQ(d.label, "Versión de Colombia, 3 de mayo de 2008");
  EXPECT_EQ(d.date, "2008-05-03");
  EXPECT_EQ(d.language, "es");
  EXPECT_EQ(d.sections[0].items[0].citations[0].instrument, "quebec-plan-2001");
  EXPECT_EQ(d.sections[0].items[0].citations[0].passages[0].form, PassageForm::kQuotation);
  EXPECT_EQ(d.sections[1].items[0].status, "(ACORDADO ad ref.)");
  EXPECT_EQ(d.sections[1].items[0].text, "Promover la cooperación.");
}

TEST(Plan, RomanSectionsOverRunningNumbers) {
  const Document d = document(
      "PLAN\n\nI. Access\n1. Build clubs.\n2. Train coaches;\n(a) in schools;\n(b) in clubs.\nII. Fair play\n3. Ban "
      "doping.\nANNEX I\nList.\n");
  EXPECT_EQ(addresses(d), (List{"1", "2", "2/(a)", "2/(b)", "3"}));
  EXPECT_EQ(d.sections[1].number, "II");
  EXPECT_EQ(d.back, "ANNEX I\nList.");
}

TEST(Plan, ARepeatedNumberIsToldApart) {
  const Document d = document("1. One\n1.1 First.\n1.1 Second.\n1.2 Third.\n");
  EXPECT_EQ(addresses(d), (List{"1.1", "1.1#2", "1.2"}));
  EXPECT_FALSE(d.diagnostics.empty());
}

TEST(Plan, BracketsStayInTheTextAndNumbersAreFoundBehindThem) {
  const Document d = document("1. One\n1.1 [Shall] [should] act.\n[1.2 Act again.]\n");
  EXPECT_EQ(addresses(d), (List{"1.1", "1.2"}));
  EXPECT_EQ(d.sections[0].items[0].text, "[Shall] [should] act.");
  EXPECT_EQ(d.sections[0].items[1].text, "[Act again.]");
}

TEST(Plan, MissingAndDoubledQuotationMarksMisplaceNothing) {
  const Document d = resolved(
      "1. One\n1.1 Act.\nDeclaration of Port-of-Spain, 2009:\n“No closing mark\nAction Plan of Miami, 1994:\n““Doubled marks””\n"
      "Santiago Action Plan, 1998:\nNo opening mark”\n1.2 Again.\n");
  const std::vector<Citation>& citations = d.sections[0].items[0].citations;
  ASSERT_EQ(citations.size(), 3u);
  for (const Citation& citation : citations) {
    ASSERT_EQ(citation.passages.size(), 1u);
    EXPECT_EQ(citation.passages[0].form, PassageForm::kQuotation) << citation.passages[0].text;
  }
  EXPECT_EQ(addresses(d), (List{"1.1", "1.2"}));
}

TEST(Plan, CitationsBetweenPointsBelongToTheirPoint) {
  const Document d = resolved(
      "1. One\n1.1 Act:\n(a) here;\nAction Plan of Miami, 1994:\n“A”\n(b) there.\nDeclaration of Port-of-Spain, 2009:\n“B”\n");
  const Item& item = d.sections[0].items[0];
  ASSERT_EQ(item.items.size(), 2u);
  EXPECT_EQ(item.items[0].citations.size(), 1u);
  EXPECT_EQ(item.items[1].citations.size(), 1u);
  EXPECT_TRUE(item.citations.empty());
}

TEST(Plan, WordsBeforeNumbersTablesOfContentsAndAnnexes) {
  const Document d = document(
      "PLAN\n\nContents\n1. Police ........ 1\n1.1 Establish ........ 1\n\nArea 1: Police\nAction 1.1: Establish "
      "protocols.\n[1.2] Review them.\n"
      "ANNEX I\n1. First mandate\n2. Second mandate\n");
  EXPECT_EQ(addresses(d), (List{"1.1", "1.2"}));
  ASSERT_EQ(d.sections.size(), 1u);
  EXPECT_EQ(d.sections[0].number, "Area 1");
  EXPECT_EQ(d.back, "ANNEX I\n1. First mandate\n2. Second mandate");
}

TEST(Plan, CitationsAfterTheLastPointBelongToTheItem) {
  const Document d =
      document("1. One\n1.1 Act on:\n(a) training;\n(b) data:\n(i) prints;\n(ii) DNA.\nAction Plan of Miami, 1994:\n“A”\n");
  EXPECT_EQ(d.sections[0].items[0].citations.size(), 1u);
}

TEST(Treaty, ArticlesParagraphsPointsAndParts) {
  const Document d = document(
      "CONVENTION\n\nThe Parties,\nRecalling the past,\nHave agreed as follows:\n\nPART I\nGeneral\nArticle 1\nDefinitions\n1. "
      "\"Water\" means water.\n"
      "2. \"Party\" means:\n(a) a State;\n(b) an organization.\nArticle 2\nThe Parties shall protect water.\nPART "
      "II\nFinal\nArticle 3\n1. Sign.\nDone at Lima.\n");
  EXPECT_EQ(d.family, Family::kTreaty);
  EXPECT_EQ(addresses(d),
            (List{"PP1", "Article 1/1", "Article 1/2", "Article 1/2/(a)", "Article 1/2/(b)", "Article 2", "Article 3/1"}));
  EXPECT_EQ(d.sections[2].heading, "Definitions");
  EXPECT_EQ(d.back, "Done at Lima.");
}

TEST(Resolution, OnePreambularParagraphIsAPreamble) {
  const Document document = parse(
      "THE GENERAL ASSEMBLY,\n\nRecalling its resolution AG/RES. 2543 (XL-O/10);\n\nRESOLVES:\n\n1. To act.\n\n2. To report.\n");
  EXPECT_EQ(document.family, Family::kResolution);
  ASSERT_EQ(document.sections.size(), 2U);
  EXPECT_EQ(document.sections[0].items.at(0).address, "PP1");
  EXPECT_EQ(document.sections[1].items.at(1).address, "OP2");
}

TEST(Resolution, PreambleAndOperativePart) {
  const Document d = document(
      "THE GENERAL ASSEMBLY,\n\nRECALLING its resolutions;\nHaving seen the report,\n\nRESOLVES:\n\n1. To urge states to\na. "
      "act;\nb. report.\n2. To go on.\n");
  EXPECT_EQ(d.family, Family::kResolution);
  EXPECT_EQ(addresses(d), (List{"PP1", "PP2", "OP1", "OP1/(a)", "OP1/(b)", "OP2"}));
  EXPECT_EQ(d.sections[0].heading, "Preamble");
  EXPECT_EQ(d.sections[1].heading, "Operative part");
}

TEST(Unnumbered, EveryParagraphIsAnItem) {
  EXPECT_EQ(addresses(document("Joint Statement\n\nWe met today.\n\nWe agreed to meet again.\n")), (List{"¶1", "¶2"}));
  EXPECT_TRUE(addresses(document("")).empty());
}

TEST(AnyText, IsTiledWhateverItHolds) {
  const std::vector<std::string> pieces = {"1. Heading",
                                           "1.1 Do it.",
                                           "2.7 Out of order",
                                           "3. To instruct",
                                           "“Quote",
                                           "quote”",
                                           "\"",
                                           "(a) point",
                                           "b.",
                                           "AG/RES. 1 (X-O/80):",
                                           "Article 4",
                                           "Declaration of Lima, 2010:",
                                           "[",
                                           "]",
                                           "(AGREED)",
                                           "RESOLVES:",
                                           "Recalling x,",
                                           "\u00A0",
                                           "II. Two",
                                           "7",
                                           "Annex",
                                           "\x01"};
  unsigned seed = 7;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int k = 0; k < 12; ++k) {
      seed = seed * 1664525U + 1013904223U;
      text += pieces[(seed >> 16U) % pieces.size()] + ((seed >> 8U) % 4 == 0 ? " " : "\n");
    }
    Document d = parse(text);
    resolve_instruments({&d}, {});
    std::size_t at = 0;
    std::size_t front = d.front.size();
    for (const Block& block : d.blocks) {
      ASSERT_EQ(block.span.begin, at) << text;
      at = block.span.end;
    }
    ASSERT_EQ(at, d.source.size()) << text;
    ASSERT_LE(front, d.source.size());
  }
}

}  // namespace
}  // namespace travaux
