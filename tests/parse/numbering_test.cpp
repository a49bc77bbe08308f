// How laws, bylaws and contracts print their numbers.
#include <gtest/gtest.h>

#include "parse/addresses.h"

namespace travaux {
namespace {

using namespace travaux::testing;

std::string text_of(const Document& document, const std::string& address) {
  std::string text = "(no such item)";
  for_each_item(document, [&](const Item& item, const Place&) {
    if (item.address == address) text = item.text;
  });
  return text;
}

std::string paragraphs(const List& list) {
  std::string text;
  for (const std::string& paragraph : list) text += paragraph + "\n\n";
  return text;
}

// --- long numbers --------------------------------------------------------------------------------------------------------

TEST(LongNumbers, GoOnWithThoseBeforeThem) {
  std::string text;
  for (int i = 1; i <= 1002; ++i) text += std::to_string(i) + ". The Parties shall report.\n\n";
  const List list = addresses(document(text));
  ASSERT_EQ(list.size(), 1002u);
  EXPECT_EQ(list.back(), "1002");
}

TEST(LongNumbers, GoOnInWrappedTextToo) {
  std::string text;
  for (int i = 990; i <= 1005; ++i)
    text += std::to_string(i) +
            ". The Parties shall report each year on what they have done to\nimplement this plan and on its cost.\n";
  const Document d =
      document("1. The Parties shall do all that is in their power to keep the peace\nin their waters and ports.\n" + text);
  EXPECT_EQ(addresses(d).back(), "1005");
  EXPECT_EQ(text_of(d, "1000"),
            "The Parties shall report each year on what they have done to implement this plan and on its cost.");
}

TEST(LongNumbers, AYearAtALinesStartIsText) {
  const Document d = document("1. One.\n\n2. Two.\n\n2010. That was the year.\n\n2011. And that.\n\n3. Three.\n");
  EXPECT_EQ(addresses(d), (List{"1", "2", "3"}));
  EXPECT_EQ(text_of(d, "2"), "Two.\n2010. That was the year.\n2011. And that.");
}

TEST(LongNumbers, DecimalsGoOnWithThoseBeforeThem) {
  for (const char* after : {"\n\n", "\n"}) {
    std::string text = "1. Actions\n\n";
    for (int i = 1; i <= 1002; ++i) text += "1." + std::to_string(i) + " The Parties shall report." + after;
    text += "1.1002.1 They shall do so in writing.\n\n2. Dates\n\n2.1 They shall meet.\n\n2.2025 is no date.\n";
    const List list = addresses(document(text));
    ASSERT_EQ(list.size(), 1004u);
    EXPECT_EQ(list[1001], "1.1002");
    EXPECT_EQ(list[1002], "1.1002.1");
    EXPECT_EQ(list[1003], "2.1");
  }
}

TEST(LongNumbers, AnArticleMayHaveOne) {
  EXPECT_EQ(addresses(document("Article 1382\n\nWho harms pays.\n\nArticle 1383\n\nWho neglects pays.\n")),
            (List{"Article 1382", "Article 1383"}));
}

// --- words and signs for numbers -------------------------------------------------------------------------------------------

TEST(Numbers, AnOrdinalsEndingIsNoPartOfThem) {
  const Document d =
      document(paragraphs({"Artículo 1°.- Objeto. La ley regula el agua.", "ARTÍCULO 2º. Se aplica a todos.", "Artigo 3.º",
                           "As partes cooperam.", "Art. 4to.- Uno.", "Art. 1er - Les États coopèrent."}));
  EXPECT_EQ(addresses(d), (List{"Artículo 1", "ARTÍCULO 2", "Artigo 3", "Art. 4", "Art. 1"}));
  EXPECT_EQ(text_of(d, "Artículo 1"), "Objeto. La ley regula el agua.");
  EXPECT_EQ(text_of(d, "Art. 1"), "Les États coopèrent.");
}

TEST(Numbers, OrdinalsInWordsNumberArticles) {
  const Document d = document(paragraphs({"ARTÍCULO PRIMERO.- El agua es de todos.", "ARTÍCULO DÉCIMO SEGUNDO.- El aire también.",
                                          "Article Twenty-First. Nobody owns the sea."}));
  EXPECT_EQ(addresses(d), (List{"ARTÍCULO PRIMERO", "ARTÍCULO DÉCIMO SEGUNDO", "Article Twenty-First"}));
  EXPECT_EQ(text_of(d, "ARTÍCULO DÉCIMO SEGUNDO"), "El aire también.");
}

TEST(Numbers, OrdinalsAloneNumberClauses) {
  const Document d = document(paragraphs({"CONTRATO", "PRIMERA.- OBJETO. Se dará el servicio.", "SEGUNDA.- Se pagará:", "a) hoy;",
                                          "b) mañana.", "VIGÉSIMA PRIMERA.- Se firmará."}));
  EXPECT_EQ(addresses(d), (List{"PRIMERA", "SEGUNDA", "SEGUNDA/(a)", "SEGUNDA/(b)", "VIGÉSIMA PRIMERA"}));
  EXPECT_EQ(text_of(d, "PRIMERA"), "OBJETO. Se dará el servicio.");
}

TEST(Numbers, OneOrdinalIsASentence) {
  EXPECT_EQ(addresses(document("Joint Statement\n\nFirst. We met.\n\nWe agreed.\n")), (List{"¶1", "¶2"}));
}

TEST(Numbers, OrdinalsAreParagraphsOfAResolution) {
  const Document d = document(paragraphs({"LA ASAMBLEA GENERAL,", "RECORDANDO sus resoluciones;", "CONSIDERANDO el informe,",
                                          "RESUELVE:", "PRIMERO.- Instar a los Estados.", "SEGUNDO.- Seguir."}));
  EXPECT_EQ(addresses(d), (List{"PP1", "PP2", "OP1", "OP2"}));
}

TEST(Numbers, OrdinalsAfterTheArticlesStandUnderTheirTitle) {
  const Document d =
      document(paragraphs({"Artículo 1.- Uno.", "Artículo 2.- Dos.", "TRANSITORIOS", "PRIMERO.- Tres.", "SEGUNDO.- Cuatro."}));
  EXPECT_EQ(addresses(d), (List{"Artículo 1", "Artículo 2", "PRIMERO", "SEGUNDO"}));
  EXPECT_EQ(text_of(d, "Artículo 2"), "Dos.");
}

TEST(Numbers, SectionSignsNumberClausesOrAnArticlesParagraphs) {
  EXPECT_EQ(
      addresses(document(paragraphs({"STATUTE", "§ 1. Name. The name is X.", "§2 Members are:", "(a) States;", "(b) others."}))),
      (List{"§ 1", "§ 2", "§ 2/(a)", "§ 2/(b)"}));
  EXPECT_EQ(addresses(document(paragraphs({"Art. 1º O mar é de todos os povos.", "§ 1º Ninguém o vende.",
                                           "§ 2º Ninguém o compra.", "Art. 2º Fim da lei."}))),
            (List{"Art. 1", "Art. 1/§ 1", "Art. 1/§ 2", "Art. 2"}));
}

TEST(Numbers, ClausesAreArticlesOrSectionsOverDecimals) {
  EXPECT_EQ(addresses(document(paragraphs({"Clause 1. The Supplier shall serve.", "Clause 2. The Client shall pay."}))),
            (List{"Clause 1", "Clause 2"}));
  EXPECT_EQ(addresses(document(paragraphs({"Cláusula 1. Se dará el servicio.", "Cláusula 2. El cliente pagará."}))),
            (List{"Cláusula 1", "Cláusula 2"}));
  const Document d = document(paragraphs({"Clause 1. Definitions.", "1.1 One.", "1.2 Two.", "Clause 2. Term. It ends soon.",
                                          "Clause 3. Payment.", "3.1 Three.", "3.2 Four."}));
  EXPECT_EQ(addresses(d), (List{"1.1", "1.2", "Clause 2", "3.1", "3.2"}));
  EXPECT_EQ(text_of(d, "Clause 2"), "Term. It ends soon.");
}

TEST(Numbers, IdeographsNumberArticlesWithoutASpaceAfterThem) {
  const Document d =
      document("第一条\n各国应当保护水资源。\n\n第十二条 各国应当合作。\n\n第13条\n1.各国应当报告。\n2.各国应当开会。\n");
  EXPECT_EQ(addresses(d), (List{"第一条", "第十二条", "第13条/1", "第13条/2"}));
  EXPECT_EQ(text_of(d, "第一条"), "各国应当保护水资源。");
}

// --- what stands under an article ------------------------------------------------------------------------------------------

TEST(Bylaws, SectionsUnderAnArticleAreItsParagraphs) {
  const Document d =
      document(paragraphs({"ARTICLE I - NAME", "The name is X.", "ARTICLE II - MEMBERS", "Section 1. Dues. Members shall pay.",
                           "Section 2. Meetings.", "The members shall meet.", "Section 3. Duties.", "1. The President presides.",
                           "2. The Secretary writes."}));
  EXPECT_EQ(addresses(d), (List{"ARTICLE I", "ARTICLE II/Section 1", "ARTICLE II/Section 2", "ARTICLE II/Section 3",
                                "ARTICLE II/Section 3/1", "ARTICLE II/Section 3/2"}));
  EXPECT_EQ(text_of(d, "ARTICLE II/Section 2"), "Meetings.\nThe members shall meet.");
}

TEST(Bylaws, SectionsOverArticlesAreHeadings) {
  const Document d =
      document(paragraphs({"CHAPTER I", "General provisions", "Section 1", "Scope", "Article 1", "Subject", "1. One.", "2. Two.",
                           "Section 2", "Terms", "Article 2", "The end of it all has come."}));
  EXPECT_EQ(addresses(d), (List{"Article 1/1", "Article 1/2", "Article 2"}));
  ASSERT_EQ(d.sections.size(), 5u);
  EXPECT_EQ(d.sections[1].number, "Section 1");
  EXPECT_EQ(d.sections[1].heading, "Scope");
}

TEST(Bylaws, AScheduleAfterTheLastClauseIsBackMatter) {
  for (const char* heading : {"Schedule A", "ANNEX I", "Anexo", "Annexe", "Appendix 2 – Fees", "Exhibit B"}) {
    const Document d = document(
        paragraphs({"ARTICLE I", "1. One.", "2. Two.", "ARTICLE II", "1. Three.", heading, "1. Dues: ten.", "2. Fee: one."}));
    EXPECT_EQ(addresses(d), (List{"ARTICLE I/1", "ARTICLE I/2", "ARTICLE II/1"})) << heading;
    EXPECT_EQ(d.back, std::string(heading) + "\n1. Dues: ten.\n2. Fee: one.");
    const Document plan = document(paragraphs({"PLAN", "1. The Parties shall meet.", heading, "1. Dues: ten.", "2. Fee: one."}));
    EXPECT_EQ(addresses(plan), (List{"1"})) << heading;
    const Document decimals = document(paragraphs({"1. Aims", "1.1 Meet.", "2. Means", "2.1 Pay.", heading, "1.1 Dues: ten."}));
    EXPECT_EQ(addresses(decimals), (List{"1.1", "2.1"})) << heading;
  }
}

TEST(Bylaws, AParagraphOnTheArticlesLineKeepsItsNumber) {
  const Document d = document(paragraphs({"Artículo 3.- 1. Las Partes vigilarán.", "2. Las Partes informarán.",
                                          "Artículo 4.- Las Partes:", "a) pagarán;", "b) firmarán."}));
  EXPECT_EQ(addresses(d), (List{"Artículo 3/1", "Artículo 3/2", "Artículo 4", "Artículo 4/(a)", "Artículo 4/(b)"}));
  EXPECT_EQ(text_of(d, "Artículo 3/1"), "Las Partes vigilarán.");
}

TEST(Bylaws, RomanNumeralsUnderAnArticleAreItsParagraphs) {
  EXPECT_EQ(addresses(document(paragraphs({"Artículo 3", "I. El Estado protege el mar.", "II. La ley dirá cómo:", "1. con redes;",
                                           "2. con barcos.", "III. Nadie lo vende.", "Artículo 4", "El mar es uno."}))),
            (List{"Artículo 3/I", "Artículo 3/II", "Artículo 3/II/1", "Artículo 3/II/2", "Artículo 3/III", "Artículo 4"}));
  EXPECT_EQ(addresses(document("Artículo 3.- I. El Estado protege el mar.\nII. La ley dirá cómo.\nIII. Nadie lo vende.\n"
                               "IV. Todos lo usan.\nV. Es uno.\nArtículo 4.- El mar es uno.\n")),
            (List{"Artículo 3/I", "Artículo 3/II", "Artículo 3/III", "Artículo 3/IV", "Artículo 3/V", "Artículo 4"}));
}

TEST(Bylaws, RomanNumeralsAfterAnArticlesWordsAreItsPoints) {
  const Document d = document(
      "Artículo 3.- La Autoridad tendrá estas funciones:\nI. Cuidar el mar;\nII. Dar permisos;\nIII. Imponer sanciones;\n"
      "IV. Informar; y\nV. Oír.\n\nParágrafo único.- Las sanciones serán apelables.\n\nArtículo 4.- El mar es uno.\n");
  EXPECT_EQ(addresses(d), (List{"Artículo 3", "Artículo 3/I", "Artículo 3/II", "Artículo 3/III", "Artículo 3/IV", "Artículo 3/V",
                                "Artículo 3/Parágrafo único", "Artículo 4"}));
  EXPECT_EQ(text_of(d, "Artículo 3/Parágrafo único"), "Las sanciones serán apelables.");
}

TEST(Bylaws, DecimalsUnderAnArticleAreItsParagraphs) {
  const Document d =
      document(paragraphs({"Article 1. Definitions", "The terms are these.", "Article 2. Payment", "2.1 The Client pays.",
                           "2.2 The Supplier thanks.", "2.2.1 In writing.", "2.3 Both sign.", "Article 3. End", "It ends."}));
  EXPECT_EQ(addresses(d),
            (List{"Article 1", "Article 2/2.1", "Article 2/2.2", "Article 2/2.2/2.2.1", "Article 2/2.3", "Article 3"}));
}

}  // namespace
}  // namespace travaux
