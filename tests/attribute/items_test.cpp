// Items, sections and citations: who asked for them to come, go, move, be divided or joined.
#include "attribute/support.h"

namespace travaux::testing {
namespace {

const std::string kItem13 =
    "1.3 Review the training programs of border guards and publish the results every three years, where appropriate.\n\n";
const std::string kItem22 =
    "2.2 Promote the participation of municipal councils, churches and universities in neighborhood mediation.\n\n";

TEST(Items, AddedAsAskedAreCreditedVerbatim) {
  Negotiation n;
  n.add("CARICOM", "Strengthen cooperation on maritime and port security for small island states.", "1.3");
  n.edit("2. Prevention", "1.4 Strengthen cooperation on maritime and port security for small island states.\n\n2. Prevention");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"added 1.4 [CARICOM verbatim]"});
  EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: accepted"});
}

TEST(Items, AddedWithAnotherNumberInALongTextAreCreditedAsAdapted) {
  Negotiation n;
  n.add("CARICOM",
        "Each Member State shall designate a national point of contact for citizen participation within 12 months of adoption.");
  n.to_text() +=
      "\n2.4 Each Member State shall designate a national point of contact for citizen participation within 24 months of "
      "adoption.\n";
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"added 2.4 [CARICOM adapted]"});
  EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: accepted"});
}

TEST(Items, AddedWithOtherContentHaveNoSource) {
  Negotiation n;
  n.add("CARICOM", "Strengthen cooperation on maritime and port security for small island states.", "1.3");
  n.edit("2. Prevention",
         "1.4 Strengthen legislation on cybercrime and electronic evidence for federal prosecutors.\n\n2. Prevention");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"added 1.4 []"});
  EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: not taken up"});
}

TEST(Items, RemovedAsAskedAreCreditedAndOvertakeOtherRequests) {
  Negotiation n;
  n.ask("North America", Ask::kRemove, "2.2");
  n.replace("CARICOM", "2.2", "churches", "parishes");
  n.ask("SICA", Ask::kKeep, "2.2");
  n.edit(kItem22, "");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"removed 2.2 [North America verbatim]"});
  EXPECT_EQ(fates(found, n), (Lines{"North America 1: accepted", "CARICOM 1: overtaken", "SICA 1: not taken up"}));
  EXPECT_EQ(found.proposals[0].competing.size(), 2U);
}

TEST(Items, KeptAsAskedAreAccepted) {
  Negotiation n;
  n.ask("SICA", Ask::kKeep, "2.2");
  n.edit("border guards", "coast guards");
  EXPECT_EQ(fates(n.run(), n), Lines{"SICA 1: accepted"});
}

TEST(Items, OneOfTwoThatWereToGoIsAcceptedInPart) {
  Negotiation n;
  Proposal& p = n.ask("North America", Ask::kRemove, "2.2");
  p.targets.push_back(n.target("1.2"));
  n.edit(kItem22, "");
  const Attribution found = n.run();
  EXPECT_EQ(fates(found, n), Lines{"North America 1: accepted in part"});
  EXPECT_EQ(found.proposals[0].why, "2.2 went; not 1.2");
}

TEST(Items, MovedToWhereItWasAskedAreCredited) {
  Negotiation n;
  Proposal& p = n.ask("SICA", Ask::kMove, "1.3");
  p.destination = n.target("2.3");
  p.where = Proposal::Where::kAfter;
  n.edit(kItem13, "");
  n.to_text() += "\n2.4 " + kItem13.substr(4);
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"moved 2.4 [SICA verbatim]"});
  EXPECT_EQ(fates(found, n), Lines{"SICA 1: accepted"});
}

TEST(Items, MovedSomewhereElseThanAskedHaveNoSource) {
  Negotiation n(kPlan + "\n3. Follow-up\n\n3.1 Request the Secretariat to report to the General Assembly.\n");
  Proposal& p = n.ask("SICA", Ask::kMove, "1.3");
  p.destination = n.target("3.1");
  p.where = Proposal::Where::kAfter;
  n.edit(kItem13, "").edit("2.1 Develop", "2.1 " + kItem13.substr(4) + "2.1 Develop");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"moved 2.1 []"});
  EXPECT_EQ(fates(found, n), Lines{"SICA 1: not taken up"});
}

TEST(Items, ThatChangedPlacesAreCreditedWhicheverOfThemMoved) {
  Negotiation n;
  Proposal& p = n.ask("SICA", Ask::kMove, "2.1");
  p.destination = n.target("2.2");
  p.where = Proposal::Where::kAfter;
  n.edit(kItem22, "").edit("2.1 Develop", "2.1 " + kItem22.substr(4) + "2.2 Develop");
  const Attribution found = n.run();
  ASSERT_EQ(found.edits.size(), 1U);
  EXPECT_EQ(found.edits[0].groups(), Lines{"SICA"});
  EXPECT_EQ(fates(found, n), Lines{"SICA 1: accepted"});
}

TEST(Items, DividedAsAskedAreCredited) {
  Negotiation n;
  Proposal& p = n.ask("Andean Community", Ask::kSplit, "1.3");
  p.parts = {"Review the training programs of border guards.", "Publish the results every three years, where appropriate."};
  n.edit(
      kItem13,
      "1.3 Review the training programs of border guards.\n\n1.4 Publish the results every three years, where appropriate.\n\n");
  const Attribution found = n.run();
  ASSERT_FALSE(found.edits.empty());
  EXPECT_EQ(credits(found).front(), "split 1.3 [Andean Community verbatim]");
  EXPECT_EQ(fates(found, n), Lines{"Andean Community 1: accepted"});
}

TEST(Items, JoinedAsAskedAreCredited) {
  Negotiation n;
  Proposal& p = n.ask("SICA", Ask::kMerge, "2.1");
  p.targets.push_back(n.target("2.2"));
  n.edit(
      "2.1 Develop comprehensive policies with legal frameworks and sustainable programs for the prevention of juvenile "
      "delinquency.\n\n2.2 Promote",
      "2.1 Develop comprehensive policies with legal frameworks and sustainable programs for the prevention of juvenile "
      "delinquency, and promote");
  const Attribution found = n.run();
  ASSERT_FALSE(found.edits.empty());
  EXPECT_EQ(credits(found).front(), "merged 2.1 [SICA verbatim]");
  EXPECT_EQ(fates(found, n), Lines{"SICA 1: accepted"});
}

TEST(Items, RewordedBeyondRecognitionAreCreditedForWhatWentAndWhatCame) {
  Negotiation n;
  Proposal& p = n.ask("CARICOM", Ask::kReword, "2.2");
  p.new_words = "Strengthen maritime surveillance of small island states against illicit trafficking by speedboats.";
  n.edit(kItem22, "2.2 Strengthen maritime surveillance of small island states against illicit trafficking by speedboats.\n\n");
  const Attribution found = n.run();
  ASSERT_FALSE(found.edits.empty());
  for (const AttributedEdit& edit : found.edits) EXPECT_EQ(edit.groups(), Lines{"CARICOM"}) << edit.change;
  EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: accepted"});
}

TEST(Items, WithStockPhrasesOfAnAdditionAskedForHaveNoSource) {
  Negotiation n;
  n.add("CARICOM", "Create a hemispheric network of specialized centers for the prevention of piracy in coastal waters.");
  n.edit(
      "2. Prevention of Violence",
      "1.4 Create a hemispheric network of specialized centers for the prevention of juvenile addiction among schoolchildren.\n\n"
      "2. Prevention of Violence");
  const Attribution found = n.run();
  ASSERT_EQ(found.edits.size(), 1U);
  EXPECT_TRUE(found.edits[0].sources.empty());
}

TEST(Items, AListThatWasAskedForAsWordsIsCreditedPointByPoint) {
  Negotiation n;
  n.insert("Andean Community", "2.2", "neighborhood mediation",
           ", in order to: (a) receive and channel the proposals of civil society organizations; (b) report once a year to the "
           "Secretariat for Multidimensional Security; and (c) convene a yearly national dialogue on citizen security");
  n.edit("neighborhood mediation.",
         "neighborhood mediation, in order to:\n\n(a) receive and channel the proposals of civil society organizations; and\n\n"
         "(b) report once a year to the Secretariat for Multidimensional Security.");
  const Attribution found = n.run();
  ASSERT_GE(found.edits.size(), 3U);
  for (const AttributedEdit& edit : found.edits) EXPECT_EQ(edit.groups(), Lines{"Andean Community"}) << edit.to;
  EXPECT_EQ(fates(found, n), Lines{"Andean Community 1: accepted in part"});
}

TEST(Sections, AddedAndRetitledAsAskedAreCredited) {
  Negotiation n;
  Proposal& p = n.add("Andean Community", "Follow-up of the Summit");
  p.destination = n.target("2");
  p.destination->place.reset();
  Proposal& retitle = n.ask("MERCOSUR", Ask::kRetitle, "2");
  retitle.new_words = "Prevention of Crime and Violence";
  n.edit("2. Prevention of Violence", "2. Prevention of Crime and Violence");
  n.to_text() += "\n3. Follow-up of the Summit\n\n3.1 Request the Secretariat to report to the General Assembly.\n";
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), (Lines{"retitled 2 [MERCOSUR verbatim]", "added 3 [Andean Community verbatim]", "added 3.1 []"}));
  EXPECT_EQ(fates(found, n), (Lines{"Andean Community 1: accepted", "MERCOSUR 1: accepted"}));
}

const std::string kCited =
    "PLAN OF ACTION\n\n1. Coordination\n\n"
    "1.1 Establish protocols for coordinated action by police forces.\n\n"
    "AG/RES. 2444 (XXXVIII-O/08) – Regional Strategy:\n“To urge states to share information on gangs.”\n\n"
    "1.2 Create a hemispheric network of specialized centers.\n\n"
    "AG/RES. 2461 (XXXIX-O/09) – Special Security Concerns:\n“To promote dialogue on the security of small islands.”\n";

Proposal& cite(Negotiation& n, const std::string& by, Ask asks, const std::string& item, const std::string& instrument) {
  Proposal& p = n.ask(by, asks, item);
  p.instrument = instrument;
  p.heading = instrument;
  return p;
}

TEST(Citations, ThatCameWentOrMovedAreCreditedByInstrumentAndItem) {
  Negotiation n(kCited);
  cite(n, "CARICOM", Ask::kCite, "1.2", "AG/RES. 2551");
  cite(n, "SICA", Ask::kUncite, "1.1", "AG/RES. 2444");
  Proposal& move = cite(n, "MERCOSUR", Ask::kMove, "1.2", "AG/RES. 2461");
  move.destination = n.target("1.1");
  n.to_text() =
      "PLAN OF ACTION\n\n1. Coordination\n\n"
      "1.1 Establish protocols for coordinated action by police forces.\n\n"
      "AG/RES. 2461 (XXXIX-O/09) – Special Security Concerns:\n“To promote dialogue on the security of small islands.”\n\n"
      "1.2 Create a hemispheric network of specialized centers.\n\n"
      "AG/RES. 2551 (XL-O/10) – Work Plan:\n“To adopt the work plan against trafficking.”\n";
  const Attribution found = n.run();
  EXPECT_EQ(found.edits.size(), 3U);
  for (const AttributedEdit& edit : found.edits) {
    const Lines by = edit.instrument == "AG/RES. 2461"   ? Lines{"MERCOSUR"}
                     : edit.instrument == "AG/RES. 2444" ? Lines{"SICA"}
                                                         : Lines{"CARICOM"};
    EXPECT_EQ(edit.groups(), by) << edit.instrument << " " << edit.change;
  }
  EXPECT_EQ(fates(found, n), (Lines{"CARICOM 1: accepted", "SICA 1: accepted", "MERCOSUR 1: accepted"}));
}

TEST(Citations, OfTheSameInstrumentUnderAnotherItemHaveNoSource) {
  Negotiation n(kCited);
  cite(n, "CARICOM", Ask::kCite, "1.1", "AG/RES. 2551");
  cite(n, "SICA", Ask::kUncite, "1.2", "AG/RES. 2444");
  n.edit("AG/RES. 2444 (XXXVIII-O/08) – Regional Strategy:\n“To urge states to share information on gangs.”\n\n", "");
  n.to_text() += "\nAG/RES. 2551 (XL-O/10) – Work Plan:\n“To adopt the work plan against trafficking.”\n";
  for (const AttributedEdit& edit : n.run().edits) EXPECT_TRUE(edit.sources.empty()) << edit.instrument;
}

TEST(Citations, PassagesRewordedAsAskedAreCredited) {
  Negotiation n(kCited);
  Proposal& p = n.ask("CARICOM", Ask::kReplace, "1.1");
  Place place = *p.targets[0].place;
  place.citation = 0;
  place.passage = 0;
  const std::string& text = item_at(n.from(), place).citations.at(0).passages.at(0).text;
  const std::size_t at = text.find("gangs");
  ASSERT_NE(at, std::string::npos);
  p.wanted.push_back({Field::kPassage, place, {at, at + 5}, "criminal youth gangs"});
  n.edit("on gangs", "on criminal youth gangs").edit("small islands", "small island states");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), (Lines{"edited 1.1 [CARICOM verbatim]", "edited 1.2 []"}));
  EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: accepted"});
}

TEST(Citations, PassagesTakenOutAsAskedAreCredited) {
  const std::string second = "“To exchange data on the trade in firearms among customs services.”\n";
  Negotiation n(replace_all(kCited, "on gangs.”\n", "on gangs.”\n" + second));
  Proposal& p = n.ask("CARICOM", Ask::kDelete, "1.1");
  Place place = *p.targets[0].place;
  place.citation = 0;
  place.passage = 1;
  ASSERT_EQ(item_at(n.from(), place).citations.at(0).passages.size(), 2U);
  p.wanted.push_back({Field::kPassage, place, {0, item_at(n.from(), place).citations[0].passages[1].text.size()}, ""});
  n.edit(second, "");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"removed 1.1 [CARICOM verbatim]"});
  EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: accepted"});
}

TEST(Citations, OfAnAddedItemGoWithIt) {
  Negotiation n(kCited);
  n.to_text() +=
      "\n1.3 Develop comprehensive policies for the prevention of juvenile delinquency.\n\nAG/RES. 2551 (XL-O/10) – Work "
      "Plan:\n“To adopt it.”\n";
  EXPECT_EQ(credits(n.run()), Lines{"added 1.3 []"});
}

TEST(Fates, OfWithdrawnAndUnplacedProposalsAndRemarks) {
  Negotiation n;
  n.replace("CARICOM", "1.1", "police forces", "customs authorities");
  Proposal& lost = n.ask("SICA", Ask::kReplace);
  lost.placed = false;
  lost.why_unplaced = "there is no paragraph 9.9";
  n.ask("SICA", Ask::kRemark, "1.1");
  n.edit("police forces", "customs authorities");
  n.withdraw("CARICOM");
  const Attribution found = n.run();
  EXPECT_EQ(credits(found), Lines{"edited 1.1 []"});
  EXPECT_EQ(fates(found, n), (Lines{"CARICOM 1: withdrawn", "SICA 1: unplaced", "SICA 2: "}));
}

Ruling ruling(const std::string& id, RulingKind kind) {
  Ruling made;
  made.id = id;
  made.kind = kind;
  return made;
}

TEST(Rulings, SetAndTakeAwaySourcesAndFates) {
  Negotiation n;
  n.replace("CARICOM", "1.1", "police forces", "customs authorities");
  n.edit("police forces", "customs authorities").edit("churches", "parishes");
  Ruling none = ruling("a", RulingKind::kNoSource), ours = ruling("b", RulingKind::kSource),
         fate = ruling("c", RulingKind::kFate);
  none.from_item = "1.1", none.by = "CARICOM";
  ours.from_item = "2.2", ours.from = "churches", ours.to = "parishes", ours.by = "SICA";
  fate.comment = "CARICOM.txt", fate.number = "1", fate.fate = ProposalFate::kOvertaken;
  Ruling unfit = ours;
  unfit.id = "d", unfit.from = "temples";
  const Attribution found = n.run({none, ours, fate, unfit});
  EXPECT_EQ(credits(found), (Lines{"edited 1.1 []", "edited 2.2 [SICA ruled]"}));
  EXPECT_EQ(fates(found, n), Lines{"CARICOM 1: overtaken"});
  EXPECT_TRUE(found.proposals[0].ruled);
  ASSERT_EQ(found.notes.size(), 1U);
  EXPECT_NE(found.notes[0].message.find("ruling d on 2.2"), std::string::npos);
}

TEST(EarlierDrafts, WhatWasTakenUpALaterRoundIsFoundAndWhatWasFulfilledIsNoCandidate) {
  Negotiation first;
  first.replace("CARICOM", "2.1", "sustainable programs", "affordable programs");
  first.replace("CARICOM", "2.2", "churches", "parishes");
  const std::string middle_text = "1.4 Train customs officers in the detection of forged documents.\n\n2. Prevention";
  first.edit("2. Prevention", middle_text).edit("churches", "parishes");
  first.run();
  Document from = first.to(), to = document(replace_all(first.to_text(), "sustainable programs", "affordable programs"));
  Document earlier = first.from();
  resolve_instruments({&earlier, &from, &to}, built_in_registry());
  const Attribution found = attribute(from, to, diff(from, to), {{&first.comments()[0], &earlier, false}});
  EXPECT_EQ(credits(found), Lines{"edited 2.1 [CARICOM verbatim]"});
  EXPECT_EQ(fates(found, first), (Lines{"CARICOM 1: accepted", "CARICOM 2: accepted"}));
  EXPECT_TRUE(found.proposals[1].edits.empty());
}

}  // namespace
}  // namespace travaux::testing
