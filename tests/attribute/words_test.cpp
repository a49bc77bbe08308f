// Edits of words: who asked for them, and who did not.
#include "attribute/support.h"

namespace travaux::testing {
namespace {

TEST(Words, InsertedAsAskedAreCreditedVerbatim) {
  Negotiation n;
  n.insert("CARICOM", "1.1", "police forces", "and customs and immigration authorities");
  n.edit("by police forces in", "by police forces and customs and immigration authorities in");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"edited 1.1 [CARICOM verbatim]"});
  EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: accepted"});
  EXPECT_EQ(found.proposals[0].edits, std::vector<std::size_t>{0});
  EXPECT_GT(found.edits[0].sources[0].score, 0.95);
}

TEST(Words, SynonymsAndOtherEndingsAreCreditedAsAdapted) {
  Negotiation n;
  n.replace("SICA", "2.1", "sustainable programs", "adequately funded programmes");
  n.edit("sustainable programs", "sufficiently funded programmes");
  EXPECT_EQ(credits(n.run()), Lines{"edited 2.1 [SICA adapted]"});
}

TEST(Words, UnaskedEditsHaveNoSource) {
  Negotiation n;
  n.insert("CARICOM", "1.1", "police forces", "and customs authorities");
  n.edit("churches and universities", "trade unions and universities");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"edited 2.2 []"});
  EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: not taken up"});
}

TEST(Words, OtherWordsNextToARequestHaveNoSource) {
  Negotiation n;
  n.insert("CARICOM", "1.1", "police forces", "and customs authorities");
  n.edit("by police forces in", "by police forces and private guards in");
  EXPECT_EQ(credits(n.run()), Lines{"edited 1.1 []"});
}

TEST(Words, AStockPhraseInAnotherItemHasNoSource) {
  Negotiation n;
  n.insert("CARICOM", "1.1", "police forces", ", where appropriate,");
  n.edit("municipal councils, churches", "municipal councils, where appropriate, churches");
  EXPECT_EQ(credits(n.run()), Lines{"edited 2.2 []"});
}

TEST(Words, AShortPhraseInAnotherItemHasNoSource) {
  Negotiation n;
  n.insert("CARICOM", "1.1", "police forces", "and indigenous communities");
  n.edit("universities in", "universities and indigenous communities in");
  EXPECT_EQ(credits(n.run()), Lines{"edited 2.2 []"});
}

TEST(Words, LongRareWordsInAnotherItemAreCreditedAsAdapted) {
  Negotiation n;
  n.insert("CARICOM", "1.1", "police forces", "with due regard for coral reefs, fisheries and maritime boundaries");
  n.edit("neighborhood mediation", "neighborhood mediation with due regard for coral reefs, fisheries and maritime boundaries");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"edited 2.2 [CARICOM adapted]"});
  EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: accepted"});
}

TEST(Words, AShortPhraseOfItsOwnTakenUpElsewhereWordForWordIsCredited) {
  Negotiation n;
  n.insert("CARICOM", "1.1", "police forces", ", in consultation with coastal lighthouses,");
  n.edit("universities in", "universities, in consultation with coastal lighthouses, in");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"edited 2.2 [CARICOM adapted]"});
  EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: accepted"});
  EXPECT_EQ(found.proposals[0].why, "2.2");
}

TEST(Words, AShortPhraseElsewhereInOtherWordsHasNoSource) {
  Negotiation n;
  n.insert("CARICOM", "1.1", "police forces", ", in consultation with coastal lighthouses,");
  n.edit("universities in", "universities, in consultation with coastal municipalities, in");
  EXPECT_EQ(credits(n.run()), Lines{"edited 2.2 []"});
}

TEST(Words, StockPhrasesInAnotherItemHaveNoSourceHoweverLong) {
  for (const std::string phrase : {", in accordance with national legislation,", ", within their respective jurisdictions,",
                                   ", in cooperation with international organizations and civil society,",
                                   ", subject to the availability of financial resources,"}) {
    Negotiation n;
    n.insert("CARICOM", "1.1", "police forces", phrase);
    n.edit("universities in", "universities" + phrase + " in");
    EXPECT_EQ(credits(n.run()), Lines{"edited 2.2 []"}) << phrase;
  }
}

TEST(Words, WhatStandsWhereItWasAskedForWasNotTakenUpElsewhere) {
  Negotiation n;
  n.insert("CARICOM", "1.1", "police forces", ", in consultation with coastal lighthouses,");
  n.edit("police forces in", "police forces, in consultation with coastal lighthouses, in")
      .edit("universities in", "universities, in consultation with coastal lighthouses, in");
  EXPECT_EQ(credits(n.run()), (Lines{"edited 1.1 [CARICOM verbatim]", "edited 2.2 []"}));
}

TEST(Words, AnotherWordForOneOfThoseAskedForIsAcceptedAllTheSame) {
  const std::vector<std::pair<std::string, std::string>> granted = {
      {"gender-sensitive notaries", "gender-responsive notaries"},
      {"bilingual schoolteachers", "bilingual teachers"},
      {", on the advice of low-cost laboratories,", ", on the advice of inexpensive laboratories,"},
      {"and itinerant clinics for orphans", "and mobile clinics for orphans"},
      {"and low-cost clinics and rural archives", "and inexpensive clinics and rural archives"}};
  for (const auto& [asked, came] : granted) {
    Negotiation n;
    n.insert("CARICOM", "1.1", "police forces", asked);
    n.edit("police forces in", "police forces " + came + " in");
    const Attribution found = n.run();
    EXPECT_EQ(credits(found), Lines{"edited 1.1 [CARICOM adapted]"}) << came;
    EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: accepted"}) << came << ": " << found.proposals[0].why;
  }
}

TEST(Words, OfAListAskedForWhatIsNotThereMakesItInPart) {
  const std::vector<std::pair<std::string, std::string>> granted = {
      {"and coastal clinics and archives", "and coastal clinics"},
      {"and coastal clinics and rural archives", "and coastal clinics and private guards"},
      {"lighthouses, archives, orchards and museums", "lighthouses, archives and orchards"}};
  for (const auto& [asked, came] : granted) {
    Negotiation n;
    n.insert("CARICOM", "1.1", "police forces", asked);
    n.edit("police forces in", "police forces " + came + " in");
    EXPECT_EQ(fates(n.run(), n), Lines{"CARICOM 1: accepted in part"}) << came;
  }
}

TEST(Words, AnItemAddedWithoutOneOfItsSentencesIsAcceptedInPart) {
  Negotiation n;
  const std::string first = "Commission coastal archives and maritime museums in each capital.";
  n.add("SICA", first + " The cost of these shall be borne by seasonal ferries and tropical orchards.", "1.2");
  n.edit("1.3 Review", "1.3 " + first + "\n\n1.4 Review");
  const Attribution found = n.run();
  EXPECT_EQ(fates(found, n), Lines{"SICA 1: accepted in part"});
  EXPECT_EQ(found.proposals[0].why, "1.3; a sentence of it is left out");
}

TEST(Words, OtherWordsForOneWishAreNotThoseOfAnother) {
  Negotiation n;
  Proposal& p = n.replace("CARICOM", "2.1", "comprehensive", "coastal archives");
  n.want(p, "sustainable", "rural archives");
  n.edit("sustainable", "rural archives");
  EXPECT_EQ(fates(n.run(), n), Lines{"CARICOM 1: accepted in part"});
}

TEST(Words, OfTwoReplacedPhrasesOneMakesItInPart) {
  Negotiation n;
  Proposal& p = n.replace("CARICOM", "2.1", "comprehensive policies", "regional policies");
  n.want(p, "sustainable programs", "adequately funded municipal programs");
  n.edit("sustainable programs", "adequately funded municipal programs");
  EXPECT_EQ(fates(n.run(), n), Lines{"CARICOM 1: accepted in part"});
}

TEST(Words, OfTwoReplacementsOnlyTheOneThatStandsIsASource) {
  Negotiation n;
  n.replace("CARICOM", "2.1", "sustainable programs", "affordable programs");
  n.replace("SICA", "2.1", "sustainable programs", "enduring programs");
  n.edit("sustainable programs", "enduring programs");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"edited 2.1 [SICA verbatim]"});
  EXPECT_EQ(fates(found, n), (Lines{"CARICOM 1: not taken up", "SICA 1: accepted"}));
  EXPECT_EQ(found.proposals[0].competing, (std::vector<ProposalRef>{{1, 0}}));
  EXPECT_EQ(found.proposals[1].competing, (std::vector<ProposalRef>{{0, 0}}));
}

TEST(Words, AskingForWordsToGoIsNoClaimToWhatReplacedThem) {
  Negotiation n;
  n.remove_words("CARICOM", "2.1", "sustainable");
  n.replace("SICA", "2.1", "sustainable", "affordable");
  n.edit("sustainable programs", "enduring programs");
  EXPECT_EQ(credits(n.run()), Lines{"edited 2.1 []"});
}

TEST(Words, AnotherDateThanTheOneAskedForHasNoSource) {
  Negotiation n;
  n.replace("CARICOM", "2.3", "December 31, 2013", "December 31, 2014");
  n.replace("North America", "2.3", "December 31, 2013", "June 30, 2014");
  n.edit("December 31, 2013", "June 30, 2014");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"edited 2.3 [North America verbatim]"});
  EXPECT_EQ(fates(found, n), (Lines{"CARICOM 1: not taken up", "North America 1: accepted"}));
  EXPECT_EQ(found.proposals[0].why, "2.3 reads “June 30, 2014”");
}

TEST(Words, AnotherNumberThanTheOneAskedForHasNoSource) {
  Negotiation n;
  n.replace("CARICOM", "1.3", "every three years", "every two years");
  n.edit("every three years", "every four years");
  EXPECT_EQ(credits(n.run()), Lines{"edited 1.3 []"});
}

TEST(Words, TheSameRequestOfSeveralGroupsIsJoint) {
  Negotiation n;
  n.insert("SICA", "2.1", "with", "national");
  n.insert("Andean Community", "2.1", "with", "national");
  n.edit("with legal", "with national legal");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"edited 2.1 [SICA verbatim; Andean Community verbatim]"});
  EXPECT_EQ(fates(found, n), (Lines{"SICA 1: accepted", "Andean Community 1: accepted"}));
}

TEST(Words, NeighbouringRequestsInOneEditAreJoint) {
  Negotiation n;
  n.insert("CARICOM", "1.1", "police forces", "and customs authorities");
  n.insert("SICA", "1.1", "police forces", "and prosecutors of organized crime");
  n.edit("by police forces in", "by police forces and customs authorities and prosecutors of organized crime in");
  const Attribution found = n.run();
  ASSERT_EQ(found.edits.size(), 1U);
  EXPECT_EQ(found.edits[0].groups().size(), 2U);
  EXPECT_EQ(fates(found, n), (Lines{"CARICOM 1: accepted", "SICA 1: accepted"}));
}

TEST(Words, APartThatNobodyAskedForDoesNotSpoilTheRest) {
  Negotiation n;
  n.insert("CARICOM", "1.1", "police forces", "and customs authorities");
  n.edit("by police forces in", "by police forces and customs authorities and coastal radar operators in");
  EXPECT_EQ(n.run().edits.at(0).groups(), Lines{"CARICOM"});
}

TEST(Words, ADeletionAndAnInsertionInOneEditAreBothCredited) {
  Negotiation n;
  n.remove_words("CARICOM", "2.1", "sustainable");
  n.insert("SICA", "2.1", "sustainable", "municipal youth");
  n.edit("sustainable programs", "municipal youth programs");
  const Attribution found = n.run();
  ASSERT_EQ(found.edits.size(), 1U);
  EXPECT_EQ(found.edits[0].groups(), (Lines{"SICA", "CARICOM"}));
  EXPECT_EQ(fates(found, n), (Lines{"CARICOM 1: accepted", "SICA 1: accepted"}));
}

TEST(Words, ADeletionAsAskedIsCredited) {
  Negotiation n;
  n.remove_words("CARICOM", "1.3", ", where appropriate");
  n.edit(", where appropriate", "");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"edited 1.3 [CARICOM verbatim]"});
  EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: accepted"});
}

TEST(Words, OneRequestMayLieBehindSeveralEdits) {
  Negotiation n;
  Proposal& p = n.ask("CARICOM", Ask::kReword, "1.2");
  p.new_words = "Create a Caribbean network of specialized centers that analyze data on homicides, arson and kidnapping.";
  n.edit("a hemispheric network", "a Caribbean network").edit("robbery", "arson");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), (Lines{"edited 1.2 [CARICOM verbatim]", "edited 1.2 [CARICOM verbatim]"}));
  EXPECT_EQ(found.proposals[0].edits.size(), 2U);
  EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: accepted"});
}

TEST(Words, ARewordingIsCreditedOnlyForTheEditsItWants) {
  Negotiation n;
  Proposal& p = n.ask("CARICOM", Ask::kReword, "1.2");
  p.new_words = "Create a Caribbean network of specialized centers that analyze data on homicides, robbery and kidnapping.";
  n.edit("a hemispheric network", "a Caribbean network").edit("robbery", "arson");
  EXPECT_EQ(credits(n.run()), (Lines{"edited 1.2 [CARICOM verbatim]", "edited 1.2 []"}));
}

TEST(Words, AnUnpromptedTypoFixInTheSameItemHasNoSource) {
  Negotiation n(replace_all(kPlan, "kidnapping.", "kidnaping."));
  n.insert("CARICOM", "1.2", "specialized", "regional");
  n.edit("specialized centers", "specialized regional centers").edit("kidnaping", "kidnapping");
  EXPECT_EQ(credits(n.run()), (Lines{"edited 1.2 [CARICOM verbatim]", "edited 1.2 []"}));
}

TEST(Words, ACommaIsCreditedOnlyToWhoAskedForNothingElseThere) {
  Negotiation n;
  n.insert("CARICOM", "1.2", "homicides", ", extortion");
  n.insert("SICA", "1.2", "robbery", ",");
  n.edit("robbery and kidnapping", "robbery, and kidnapping");
  EXPECT_EQ(credits(n.run()), Lines{"editorial 1.2 [SICA verbatim]"});
}

TEST(Words, ThatCameByMovingTextAreNoProofOfARequestElsewhere) {
  Negotiation n;
  n.insert("CARICOM", "2.2", "mediation", "and publish the results every three years");
  n.edit(" and publish the results every three years", "")
      .edit("police forces in", "police forces and publish the results every three years in");
  for (const AttributedEdit& edit : n.run().edits) EXPECT_TRUE(edit.sources.empty()) << edit.to;
}

TEST(Words, HalfOfWhatWasAskedForIsAcceptedInPart) {
  Negotiation n;
  Proposal& p = n.replace("CARICOM", "1.1", "police forces", "customs authorities");
  p.targets.push_back(n.target("2.2"));
  const Place second = *p.targets[1].place;
  const std::size_t at = item_at(n.from(), second).text.find("churches");
  p.wanted.push_back({Field::kItem, second, {at, at + 8}, "customs authorities"});
  n.edit("police forces", "customs authorities");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"edited 1.1 [CARICOM verbatim]"});
  EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: accepted in part"});
  EXPECT_EQ(found.proposals[0].why, "1.1; not in 2.2");
}

TEST(Words, OfSeveralOccurrencesTheOneThatChangedIsMeant) {
  Negotiation n(replace_all(kPlan, "robbery and kidnapping", "robbery, homicides and kidnapping"));
  Proposal& p = n.replace("CARICOM", "1.2", "homicides", "murders");
  const std::string& text = item_at(n.from(), *p.targets[0].place).text;
  const std::size_t second = text.rfind("homicides");
  p.wanted.push_back({Field::kItem, *p.targets[0].place, {second, second + 9}, "murders"});
  p.alternatives = true;
  n.edit("robbery, homicides", "robbery, murders");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"edited 1.2 [CARICOM verbatim]"});
  EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: accepted"});
}

TEST(Words, OfARedraftOnlyWhatItChangedIsCredited) {
  Negotiation n;
  Proposal& p = n.ask("SICA", Ask::kReplace, "2.2");
  n.want(p, "municipal", "local");
  n.want(p, "churches", "parishes");
  n.want(p, "neighborhood", "family");
  n.edit("municipal", "local").edit("churches and", "parishes, clubs and").edit("mediation", "conciliation");
  EXPECT_EQ(credits(n.run()), (Lines{"edited 2.2 [SICA verbatim]", "edited 2.2 [SICA verbatim]", "edited 2.2 []"}));
}

TEST(Words, OfARequestWhoseQuotedWordsAreNotThereAreCreditedInTheItemItNames) {
  Negotiation n;
  Proposal& p = n.ask("CARICOM", Ask::kReplace, "2.1");
  p.old_words = "lasting programmes";
  p.new_words = "adequately funded projects";
  p.placed = false;
  p.why_unplaced = "2.1 has no “lasting programmes”";
  n.edit("sustainable programs", "adequately funded projects");
  EXPECT_EQ(credits(n.run()), Lines{"edited 2.1 [CARICOM adapted]"});
}

TEST(Words, DeletedWhereOthersWereAskedForInTheirPlaceAreAcceptedInPart) {
  Negotiation n;
  n.replace("CARICOM", "2.1", "sustainable", "adequately funded municipal");
  n.edit("sustainable programs", "programs");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"edited 2.1 [CARICOM adapted]"});
  EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: accepted in part"});
}

TEST(Words, GoneWithALongerPassageAreNoWorkOfWhoWantedOneOfThemReplaced) {
  Negotiation n;
  n.replace("CARICOM", "2.1", "frameworks", "instruments");
  n.edit(" with legal frameworks and sustainable programs", "");
  EXPECT_EQ(credits(n.run()), Lines{"edited 2.1 []"});
}

TEST(Words, InSpanishAreComparedByTheirOwnSynonyms) {
  const std::string plan =
      "PLAN DE ACCIÓN\n\n1. Coordinación policial\n\n1.1 Establecer protocolos de actuación conjunta de las fuerzas policiales "
      "en las zonas "
      "fronterizas de los Estados.\n\n1.2 Elaborar políticas integrales para la prevención de la delincuencia juvenil en los "
      "barrios.\n";
  Negotiation n(plan);
  n.insert("SICA", "1.2", "juvenil", "y asignar recursos suficientes a los municipios");
  n.edit("juvenil en", "juvenil y destinar recursos adecuados a los municipios en");
  EXPECT_EQ(credits(n.run()), Lines{"edited 1.2 [SICA adapted]"});
}

TEST(Words, PrintedWithAGroupsNameOutrankInference) {
  Negotiation n;
  n.insert("North America", "1.2", "a", "voluntary");
  n.insert("CARICOM", "1.2", "a hemispheric", "voluntary");
  n.edit("a hemispheric", "a [North America: voluntary] hemispheric");
  const Attribution found = n.run();
  ASSERT_EQ(found.edits.size(), 1U);
  EXPECT_EQ(found.edits[0].sources.at(0).by, "North America");
  EXPECT_EQ(found.edits[0].sources[0].how, How::kPrinted);
  EXPECT_TRUE(found.edits[0].sources[0].proposal.has_value());
  EXPECT_EQ(fates(found, n)[0], "North America 1: accepted in part");
}

TEST(Words, PrintedWithSeveralNamesAreJoint) {
  Negotiation n;
  n.edit("a hemispheric", "a [MEX, ARG: voluntary] hemispheric");
  EXPECT_EQ(credits(n.run()), Lines{"edited 1.2 [MEX printed; ARG printed]"});
}

TEST(Words, InABracketWithoutANameHaveNoSource) {
  Negotiation n;
  n.edit("a hemispheric", "a [Option 1: voluntary] hemispheric");
  EXPECT_EQ(credits(n.run()), Lines{"edited 1.2 []"});
}

TEST(Words, FreedOfTheirBracketsAreCreditedToWhoAskedForThat) {
  Negotiation n(replace_all(kPlan, "a hemispheric", "a [North America: voluntary] hemispheric"));
  Proposal& p = n.ask("North America", Ask::kUnbracket, "1.2");
  p.old_words = "voluntary";
  n.want(p, "[North America: voluntary]", "voluntary");
  n.edit("[North America: voluntary]", "voluntary");
  const Attribution found = n.run();
  ASSERT_FALSE(found.edits.empty());  // an edit for each bracket, or one for both
  for (const AttributedEdit& edit : found.edits) EXPECT_EQ(edit.groups(), Lines{"North America"});
  EXPECT_EQ(fates(found, n), Lines{"North America 1: accepted"});
}

TEST(Words, ACompoundCountsAsOneWord) {
  Negotiation n;
  n.insert("CARICOM", "1.2", "network", "and open-source lighthouses");
  n.edit("robbery", "robbery and open-source sculptors");
  EXPECT_EQ(credits(n.run()), Lines{"edited 1.2 []"});
}

TEST(Words, BracketedElsewhereInTheTextHaveNoSource) {
  Negotiation n;
  Proposal& p = n.ask("CARICOM", Ask::kBracket, "1.2");
  p.old_words = "hemispheric";
  n.want(p, "hemispheric", "[hemispheric]");
  n.edit("robbery", "[robbery]");
  const Attribution found = n.run();
  for (const AttributedEdit& edit : found.edits) EXPECT_TRUE(edit.sources.empty()) << edit.to;
  EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: not taken up"});
}

TEST(Words, OfAnItemThatMovedAreStillCredited) {
  Negotiation n;
  n.replace("SICA", "1.3", "border guards", "coast guards");
  const std::string item =
      "1.3 Review the training programs of border guards and publish the results every three years, where appropriate.\n\n";
  n.edit(item, "");
  n.to_text() +=
      "\n2.4 Review the training programs of coast guards and publish the results every three years, where appropriate.\n";
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), (Lines{"moved 2.4 []", "edited 2.4 [SICA verbatim]"}));
}

}  // namespace
}  // namespace travaux::testing
