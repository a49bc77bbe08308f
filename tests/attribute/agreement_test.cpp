// Words that came, but not as they were asked for: dates in part, opposites, replacements of what was to be kept.
#include "attribute/support.h"

namespace travaux::testing {
namespace {

TEST(Agreement, ADateOfWhichAPartCameIsNotTheDateAskedFor) {
  Negotiation n;
  n.replace("CARICOM", "2.3", "December 31, 2013", "June 30, 2014");
  n.replace("SICA", "2.3", "2013", "2014");
  n.edit("December 31, 2013", "December 31, 2014");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"edited 2.3 [SICA verbatim]"});
  EXPECT_EQ(fates(found, n), (Lines{"CARICOM 1: not taken up", "SICA 1: accepted"}));
}

TEST(Agreement, ADateThatCameWholeIsCreditedForEachOfItsParts) {
  Negotiation n;
  n.replace("CARICOM", "2.3", "December 31, 2013", "June 30, 2014");
  n.edit("December 31, 2013", "June 30, 2014");
  const Attribution found = n.run();
  for (const AttributedEdit& edit : found.edits) EXPECT_EQ(edit.groups(), Lines{"CARICOM"}) << edit.to;
  EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: accepted"});
}

TEST(Agreement, WhatWasAskedForWithANegationIsNotGrantedWithoutIt) {
  Negotiation n;
  n.replace("CARICOM", "2.3", "shall submit", "may not submit");
  n.replace("SICA", "2.3", "shall", "may");
  n.edit("shall submit", "may submit");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"edited 2.3 [SICA verbatim]"});
  EXPECT_EQ(fates(found, n)[0], "CARICOM 1: not taken up");
}

TEST(Agreement, WhatWasAskedForWithoutANegationIsNotGrantedWithOne) {
  Negotiation n;
  n.replace("CARICOM", "2.3", "shall submit", "may submit");
  n.edit("shall submit", "may not submit");
  EXPECT_EQ(credits(n.run()), Lines{"edited 2.3 []"});
}

TEST(Agreement, ANegationTakenAwayIsNoAnswerToAWishThatKeepsIt) {
  Negotiation n(replace_all(kPlan, "State shall submit", "State shall not submit"));
  n.replace("CARICOM", "2.3", "shall", "may");
  n.replace("SICA", "2.3", "shall not", "may");
  n.edit("shall not submit", "may submit");
  EXPECT_EQ(credits(n.run()), Lines{"edited 2.3 [SICA verbatim]"});
}

TEST(Agreement, AWordReplacedIsNoWordAddedToIt) {
  Negotiation n;
  n.replace("CARICOM", "2.2", "municipal", "municipal and rural");
  n.insert("SICA", "2.2", "municipal", "and rural");
  n.remove_words("Andean Group", "2.2", "municipal");
  n.edit("municipal", "rural");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"edited 2.2 []"});
  EXPECT_EQ(fates(found, n), (Lines{"CARICOM 1: not taken up", "SICA 1: not taken up", "Andean Group 1: not taken up"}));
  EXPECT_EQ(found.proposals[0].why, "2.2 reads “rural”");
}

TEST(Agreement, AWordAddedToAnotherIsStillCredited) {
  Negotiation n;
  n.replace("CARICOM", "2.2", "municipal", "municipal and rural");
  n.edit("municipal", "municipal and rural");
  EXPECT_EQ(credits(n.run()), Lines{"edited 2.2 [CARICOM verbatim]"});
}

TEST(Agreement, AParagraphOfTheSameFrameOnOtherMatterHasNoSource) {
  Negotiation n;
  n.add("CARICOM", "Protect the environment in harbors from exposure to pollution.", "1.3");
  n.add("SICA", "Protect dock workers in harbors from contact with hazardous chemicals.", "1.3");
  n.edit("2. Prevention of Violence",
         "1.4 Protect workers in harbors from exposure to hazardous chemicals.\n\n2. Prevention of Violence");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"added 1.4 [SICA adapted]"});
  EXPECT_EQ(fates(found, n)[0], "CARICOM 1: not taken up");
}

TEST(Agreement, AStockPhraseOnNationalLegislationElsewhereHasNoSource) {
  Negotiation n;
  n.insert("CARICOM", "1.1", "police forces", ", in conformity with domestic legislation,");
  n.edit("municipal councils, churches", "municipal councils, in conformity with domestic legislation, churches");
  EXPECT_EQ(credits(n.run()), Lines{"edited 2.2 []"});
}

TEST(Agreement, WordsInOtherFormsAndOrderAreAccepted) {
  Negotiation n;
  n.insert("CARICOM", "2.2", "universities", "under oath administered by a coastal pilot");
  n.edit("universities in", "universities upon oath by coastal pilots administered in");
  EXPECT_EQ(fates(n.run(), n), Lines{"CARICOM 1: accepted"});
}

TEST(Agreement, WordsInIrregularPluralsAreTheSameWords) {
  Negotiation n;
  n.insert("CARICOM", "2.2", "universities", "under oath administered by a midwife");
  n.edit("universities in", "universities upon oath administered by midwives in");
  EXPECT_EQ(fates(n.run(), n), Lines{"CARICOM 1: accepted"});
}

TEST(Agreement, AShortPhraseOfItsOwnIsKnownElsewhere) {
  for (const std::string phrase : {"with the blessing of tribal elders", "in vaults shared with the mint"}) {
    Negotiation n;
    n.insert("CARICOM", "1.1", "police forces", phrase);
    n.edit("universities in", "universities " + phrase + " in");
    EXPECT_EQ(credits(n.run()), Lines{"edited 2.2 [CARICOM adapted]"}) << phrase;
  }
}

TEST(Agreement, OfAReplacementWhoseOldWordsStayAPartIsAccepted) {
  Negotiation n;
  n.replace("CARICOM", "2.2", "churches", "parishes of coastal fishermen and lighthouse keepers");
  n.edit("churches and", "churches, parishes of coastal fishermen and lighthouse keepers and");
  EXPECT_EQ(fates(n.run(), n), Lines{"CARICOM 1: accepted in part"});
}

TEST(Agreement, ANumberInWordsIsTheNumberInFigures) {
  Negotiation n;
  n.replace("CARICOM", "1.3", "every three years", "every thirty-six years");
  n.edit("every three years", "every 36 years");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found).size(), 1U);
  EXPECT_EQ(found.edits[0].groups(), Lines{"CARICOM"});
  EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: accepted"});
}

TEST(Agreement, ARulingIsObeyedWhateverMarksStandAtTheEdgesOfItsWords) {
  Negotiation n;
  n.edit("by police forces in", "by police forces, where feasible, in").edit("churches", "coastal parishes");
  Ruling edges, part;
  edges.id = "a", edges.kind = RulingKind::kSource, edges.by = "SICA", edges.to_item = "1.1", edges.to = "where feasible";
  part.id = "b", part.kind = RulingKind::kSource, part.by = "CARICOM", part.to = "parishes";
  const Attribution found = n.run({edges, part});
  EXPECT_EQ(credits(found), (Lines{"edited 1.1 [SICA ruled]", "edited 2.2 [CARICOM ruled]"}));
  EXPECT_TRUE(found.notes.empty());
}

TEST(Agreement, ARulingWhoseWordsStandInSeveralEditsIsReported) {
  Negotiation n;
  n.edit("churches", "rural parishes").edit("robbery", "rural theft");
  Ruling part;
  part.id = "b", part.kind = RulingKind::kSource, part.by = "CARICOM", part.to = "rural";
  EXPECT_EQ(n.run({part}).notes.size(), 1U);
}

}  // namespace
}  // namespace travaux::testing
