// Where requests belong: places as printed, words as quoted.
#include <gtest/gtest.h>

#include "comment/support.h"
#include "comment/targets.h"

namespace travaux {
namespace {

using test::changed;
using test::march7;
using test::placed;
using test::rev1;

Proposal request(Ask asks, const std::string& address, const std::string& old_words, const std::string& new_words = {}) {
  Proposal p;
  p.asks = asks;
  if (!address.empty()) p.targets = {test::item(address)};
  p.old_words = old_words;
  p.new_words = new_words;
  return p;
}

Proposal insert(const std::string& address, const std::string& words, Proposal::Where where, const std::string& anchor) {
  Proposal p = request(Ask::kInsert, address, {}, words);
  p.where = where;
  p.anchor = anchor;
  return p;
}

TEST(Place, AddressesAreFoundHoweverTheyArePrinted) {
  EXPECT_EQ(address_key("Article 4, paragraph 3 (a)"), "article 4/3/a");
  EXPECT_EQ(address_key("paragraph 3(a) of article 4"), "article 4/3/a");
  EXPECT_EQ(address_key("el párrafo 3 del artículo 4"), "article 4/3");
  EXPECT_EQ(address_key("Article 4/3/(a)"), "article 4/3/a");
  const Document treaty =
      test::draft_of("Article 1\n\n1. One is so.\n\n2. Two is so.\n\nArticle 2\n\n1. The other.\n\n3. Third.\n");
  const TargetIndex index(treaty);
  for (const auto& [printed, address] :
       std::vector<std::pair<std::string, std::string>>{{"Article 1, paragraph 2", "Article 1/2"},
                                                        {"article 2(1)", "Article 2/1"},
                                                        {"3", "Article 2/3"},
                                                        {"ARTICLE 2", "Article 2"}}) {
    Target target{printed, printed, false, {}};
    index.resolve(target);
    EXPECT_TRUE(target.place) << printed;
    EXPECT_EQ(target.address, address);
  }
  Target several{"1", "1", false, {}};
  index.resolve(several);
  EXPECT_EQ(several.address, "Article 1") << "of two paragraphs 1 neither; but there is one article of that number";
}

TEST(Place, ASectionIsFoundByNumberOrTitle) {
  Proposal p;
  p.asks = Ask::kRetitle;
  p.new_words = "Prisons";
  for (const char* name : {"4", "section 4",
                           "Harmonization of instruments for social reintegration and recidivism prevention of "
                           "convicted felons released from prison"}) {
    p.targets = {{name, name, true, {}}};
    const Proposal found = placed(p, march7());
    EXPECT_TRUE(found.placed) << name << found.why_unplaced;
    EXPECT_EQ(changed(found, march7()), "Prisons");
  }
}

TEST(Place, WordsAreInsertedNextToTheirAnchor) {
  const Proposal p = placed(insert("2.1", "national", Proposal::Where::kBefore, "legal frameworks"), march7());
  EXPECT_TRUE(p.placed);
  EXPECT_TRUE(changed(p, march7()).ends_with("into national legal frameworks."));
  const Proposal end = placed(insert("2.1", ", where appropriate", Proposal::Where::kEnd, ""), march7());
  EXPECT_TRUE(changed(end, march7()).ends_with("legal frameworks, where appropriate."));
}

TEST(Place, WordsAreFoundWhateverTheirTypographyAndCase) {
  EXPECT_TRUE(placed(request(Ask::kReplace, "1.4", "REVIEW and   update", "Renew"), march7()).placed);
  EXPECT_TRUE(placed(request(Ask::kReplace, "5.2", "“murder,”", "homicide"), march7()).placed);
  const Document draft = test::draft_of("1. A section\n\n1.1 Promote peace and promote growth.\n\n1.2 Promote trade.\n");
  EXPECT_EQ(changed(placed(request(Ask::kReplace, "1.1", "promote", "foster"), draft), draft),
            "Promote peace and foster growth.");
  EXPECT_EQ(changed(placed(request(Ask::kReplace, "1.2", "promote", "foster"), draft), draft), "Foster trade.");
}

TEST(Place, WordsThatStandSeveralTimesAreAlternatives) {
  const Document draft = test::draft_of("1. A section\n\n1.1 Promote peace and growth and trade.\n\n1.2 Some other words.\n");
  Proposal p = request(Ask::kDelete, "1.1", "and");
  EXPECT_TRUE(placed(p, draft).alternatives);
  EXPECT_EQ(placed(p, draft).wanted.size(), 2U);
  p.words = "replace it throughout";
  EXPECT_FALSE(placed(p, draft).alternatives);
}

TEST(Place, AnEllipsisStandsForTheWordsBetween) {
  const Document draft = test::draft_of("1. A section\n\n1.1 Promote peace and growth and trade in all States.\n\n1.2 Other.\n");
  EXPECT_EQ(changed(placed(request(Ask::kDelete, "1.1", "and growth … trade"), draft), draft), "Promote peace in all States.");
  EXPECT_EQ(changed(placed(request(Ask::kDelete, "1.1", "and growth [...]"), draft), draft), "Promote peace");
}

TEST(Place, APassageIsFoundUnderItsInstrument) {
  Proposal p = request(Ask::kDelete, "6.2", "We shall combat transnational organized crime, inter alia");
  p.heading = "Declaration on Security in the Americas, 2003";
  p.words = "delete the passage that begins “We shall combat transnational organized crime, inter alia”";
  const Proposal found = placed(p, rev1());
  ASSERT_TRUE(found.placed) << found.why_unplaced;
  EXPECT_EQ(found.instrument, "security-declaration-2003");
  EXPECT_EQ(found.wanted.front().field, Field::kPassage);
  EXPECT_EQ(changed(found, rev1()), "");
  p.targets = {test::item("1.1")};
  EXPECT_FALSE(placed(p, rev1()).placed);
}

TEST(Place, AReferenceIsFoundByItsInstrument) {
  Proposal p;
  p.asks = Ask::kUncite;
  p.targets = {test::item("2.1")};
  p.heading = "AG/RES. 2444";
  Proposal found = placed(p, march7());
  ASSERT_TRUE(found.placed) << found.why_unplaced;
  EXPECT_TRUE(found.targets.front().place->citation);
  p.targets = {test::item("1.1")};
  found = placed(p, march7());
  EXPECT_FALSE(found.placed);
  EXPECT_EQ(found.why_unplaced, "1.1 does not cite AG/RES. 2444.");
  p.asks = Ask::kCite;
  EXPECT_TRUE(placed(p, march7()).placed);
}

TEST(Place, ANamedBracketIsFreed) {
  const Proposal p = placed(request(Ask::kUnbracket, "2.2", "voluntary"), rev1());
  ASSERT_TRUE(p.placed) << p.why_unplaced;
  const std::string text = changed(p, rev1());
  EXPECT_EQ(text.find('['), std::string::npos);
  EXPECT_NE(text.find("a voluntary hemispheric system"), std::string::npos) << text;
  EXPECT_TRUE(placed(request(Ask::kUnbracket, "6.3", ""), rev1()).placed);
  const std::string bracketed = changed(placed(request(Ask::kBracket, "5.2", "[2.3]"), rev1()), rev1());
  EXPECT_EQ(bracketed, "(nothing wanted)");
}

TEST(Place, WhatIsNotThereIsUnplacedWithAReason) {
  Proposal p = placed(request(Ask::kDelete, "9.9", "peace"), march7());
  EXPECT_FALSE(p.placed);
  EXPECT_EQ(p.why_unplaced, "The draft has no paragraph 9.9.");
  p = placed(request(Ask::kReplace, "1.1", "sustainable programs", "x"), march7());
  EXPECT_FALSE(p.placed);
  EXPECT_EQ(p.why_unplaced, "“sustainable programs” does not stand in 1.1.");
}

TEST(Place, WordsWithoutAPlaceBelongToTheOnlyOneThatHasThem) {
  const Proposal p = placed(request(Ask::kReplace, "", "extortion, abduction and murder", "crime"), march7());
  ASSERT_TRUE(p.placed) << p.why_unplaced;
  ASSERT_EQ(p.targets.size(), 1U);
  EXPECT_EQ(p.targets.front().address, "5.2");
  EXPECT_EQ(placed(request(Ask::kDelete, "", "zeppelin"), march7()).why_unplaced, "“zeppelin” stands nowhere in the draft.");
}

TEST(Place, SentencesAndStretchesAreFound) {
  const Document draft =
      test::draft_of("1. A section\n\n1.1 Promote peace. Report each year. Meet often.\n\n1.2 Some other words.\n");
  Proposal p = request(Ask::kDelete, "1.1", "");
  p.portion = "sentence 2";
  EXPECT_EQ(changed(placed(p, draft), draft), "Promote peace. Meet often.");
  p.portion = "sentence -1";
  EXPECT_EQ(changed(placed(p, draft), draft), "Promote peace. Report each year.");
  p.portion = "sentence 9";
  EXPECT_FALSE(placed(p, draft).placed);
  p = request(Ask::kReplace, "1.1", "peace", "it");
  p.until = "each";
  EXPECT_EQ(changed(placed(p, draft), draft), "Promote it year. Meet often.");
}

TEST(Place, ItemsSectionsAndRemarksNeedNoWords) {
  Proposal p = request(Ask::kMove, "2.3", "");
  p.destination = test::item("4.1");
  p.where = Proposal::Where::kAfter;
  EXPECT_TRUE(placed(p, march7()).placed);
  p.destination = test::item("9.1");
  EXPECT_FALSE(placed(p, march7()).placed);
  p = request(Ask::kRemark, "", "");
  EXPECT_FALSE(placed(p, march7()).placed);
  EXPECT_EQ(placed(p, march7()).why_unplaced, "");
}

}  // namespace
}  // namespace travaux
