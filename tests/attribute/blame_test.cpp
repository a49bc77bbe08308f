#include "blame_support.h"

namespace travaux {
namespace {

using testing::Blamed;
using testing::plan;

constexpr const char* kPorts = "Establish a network of port authorities in the hemisphere.";
constexpr const char* kSchools = "Invite ministries of education to share their school programs against violence.";
constexpr const char* kBudget = "Finance the measures of this plan through the regular budget of the Organization.";

TEST(Blame, WordsOfTheFirstDraftAreAsTabled) {
  Blamed history;
  history.add(plan({kPorts, kSchools}), "El Salvador");
  const Blame result = history.blamed(0);
  ASSERT_EQ(result.texts.size(), 3U);
  EXPECT_TRUE(result.texts[0].is_section);
  EXPECT_EQ(result.texts[1].address, "1.1");
  ASSERT_EQ(result.texts[1].runs.size(), 1U);
  EXPECT_EQ(result.texts[1].runs[0].text, kPorts);
  EXPECT_TRUE(result.texts[1].runs[0].as_tabled);
  EXPECT_EQ(history.credited(0, "1.1"), std::string(kPorts) + "=El Salvador");
}

TEST(Blame, RunsJoinedAreTheText) {
  Blamed history;
  for (const std::string& text : {testing::march_7(), testing::rev_1(), testing::rev_2()}) history.add(text);
  for (std::size_t d = 0; d < 3; ++d) {
    std::map<std::string, std::string> texts;
    for_each_item(history.at(d), [&](const Item& item, const Place&) { texts[item.address] = item.text; });
    std::size_t items = 0;
    for (const BlameText& text : history.blamed(d).texts) {
      std::string joined;
      for (const BlameRun& run : text.runs) joined += run.text;
      if (!text.is_section) {
        EXPECT_EQ(joined, texts.at(text.address));
        ++items;
      } else {
        const Section& section = history.at(d).sections[*text.place.section];
        EXPECT_EQ(joined, section.heading + (section.text.empty() ? "" : "\n" + section.text));
      }
    }
    EXPECT_EQ(items, texts.size());
  }
}

TEST(Blame, TypographyBringsNothingIn) {
  Blamed history;
  history.add(plan({"Review the \"Ameripol\" statute - and its annexes.", kSchools}));
  history.add(plan({"Review the “Ameripol” statute – and its annexes.", kSchools}));
  EXPECT_EQ(history.marked(1, "1.1"), "Review the “Ameripol” statute – and its annexes.");
}

TEST(Blame, ANewCaseIsANewWord) {
  Blamed history;
  history.add(plan({"Strengthen the capacity of member states.", kSchools}));
  history.add(plan({"Strengthen the capacity of Member States.", kSchools}));
  EXPECT_EQ(history.marked(1, "1.1"), "Strengthen the capacity of {1|Member States}.");
}

TEST(Blame, WordsBetweenTwoChangesOfOnePhraseStay) {
  Blamed history;
  history.add(plan({"Promote cooperation among the States of the hemisphere in port security.", kSchools}));
  history.add(plan({"Promote coordination among the Parties of the hemisphere in port security.", kSchools}));
  EXPECT_EQ(history.marked(1, "1.1"), "Promote {1|coordination} among the {1|Parties} of the hemisphere in port security.");
}

TEST(Blame, AWordThatChangesInPartIsNewAsAWhole) {
  Blamed history;
  history.add(plan({"Use the well-known methods of the police academies for training.", kSchools}));
  history.add(plan({"Use the well-tested methods of the police academies for training.", kSchools}));
  EXPECT_EQ(history.marked(1, "1.1"), "Use the {1|well-tested} methods of the police academies for training.");
}

TEST(Blame, FollowsAnItemThatMovesAndIsRenumbered) {
  Blamed history;
  history.add(plan({kPorts, kSchools, kBudget}));
  history.add(plan({kSchools, kBudget, "Establish a network of port and airport authorities in the hemisphere."}));
  history.add(plan({"Invite regional organizations to observe.", kSchools, kBudget,
                    "Establish a network of port and airport authorities in the hemisphere."}));
  EXPECT_EQ(history.marked(2, "1.4"), "Establish a network of port {1|and airport} authorities in the hemisphere.");
  EXPECT_EQ(history.marked(2, "1.1"), "{2|Invite regional organizations to observe.}");
}

TEST(Blame, WordsBroughtBackToTheirPlaceKeepTheirCredit) {
  Blamed history;
  history.add(plan({"Establish, where appropriate, a voluntary network of port authorities in the hemisphere.", kSchools}));
  history.add(plan({"Establish a network of port authorities in the hemisphere.", kSchools}));
  history.add(plan({"Establish, where appropriate, a voluntary network of port authorities in the whole hemisphere.", kSchools}));
  EXPECT_EQ(history.marked(2, "1.1"),
            "Establish, where appropriate, a voluntary network of port authorities in the {2|whole} hemisphere.");
}

TEST(Blame, WordsBroughtBackAreCreditedToWhoFirstAskedForThem) {
  Blamed history;
  history.add(plan({kPorts, kSchools}), "Chair");
  history.add(plan({"Establish a voluntary network of port authorities in the hemisphere.", kSchools}), "Chair");
  history.add(plan({kPorts, kSchools}), "Chair");
  history.add(plan({"Establish a voluntary network of port authorities in the hemisphere.", kSchools}), "Chair");
  history.credit(1, "voluntary", {{"Peru", {}, 1, How::kVerbatim, "voluntary"}});
  history.credit(3, "voluntary", {{"Chile", {}, 1, How::kVerbatim, "voluntary"}});
  EXPECT_EQ(history.credited(3, "1.1"),
            "Establish a=Chair; voluntary=Peru?; network of port authorities in the hemisphere.=Chair");
}

TEST(Blame, AStockWordComesBackOnlyToItsOwnPlace) {
  Blamed history;
  history.add(plan({"Strengthen the capacity of police forces in matters of border control and customs.", kSchools}));
  history.add(plan({"Strengthen capacity of police forces in matters of border control and customs.", kSchools}));
  history.add(plan({"Strengthen capacity of police forces in matters of the border control and customs.", kSchools}));
  history.add(plan({"Strengthen the capacity of police forces in matters of the border control and customs.", kSchools}));
  EXPECT_EQ(history.marked(2, "1.1"), "Strengthen capacity of police forces in matters of {2|the} border control and customs.");
  EXPECT_EQ(history.marked(3, "1.1"),
            "Strengthen the capacity of police forces in matters of {2|the} border control and customs.");
}

TEST(Blame, APhraseComesBackElsewhereInItsItem) {
  Blamed history;
  history.add(
      plan({"Train, with support from development banks, all officers of police and customs services in the region.", kSchools}));
  history.add(plan({"Train all officers of police and customs services in the region.", kSchools}));
  history.add(
      plan({"Train all officers of police and customs services in the region with support from development banks.", kSchools}));
  history.add(plan({"Train all officers of police and customs services in the region with support from development banks.",
                    "Invite banks to share their school programs against violence."}));
  EXPECT_EQ(history.marked(2, "1.1"),
            "Train all officers of police and customs services in the region with support from development banks.");
  EXPECT_EQ(history.marked(3, "1.2"), "Invite {3|banks} to share their school programs against violence.");
}

TEST(Blame, AnItemThatWentAndStandsAgainKeepsItsCredit) {
  Blamed history;
  history.add(plan({kPorts, kSchools, kBudget}));
  history.add(plan({kPorts, kBudget}));
  history.add(plan({kPorts, kBudget, "Invite ministries of education to share their best school programs against violence."}));
  EXPECT_EQ(history.marked(2, "1.3"), "Invite ministries of education to share their {2|best} school programs against violence.");
}

TEST(Blame, FollowsWordsThroughASplitAndAMerge) {
  const std::string ports = "Establish a network of port authorities for the exchange of cargo manifests";
  const std::string training = "train customs inspectors in the detection of forged seals and hidden compartments";
  Blamed history;
  history.add(plan({ports + " and " + training + ".", kSchools}));
  history.add(plan(
      {"Establish a permanent network of port authorities for the exchange of cargo manifests and " + training + ".", kSchools}));
  history.add(plan({"Establish a permanent network of port authorities for the exchange of cargo manifests.", kSchools,
                    "Regularly train customs inspectors in the detection of forged seals and hidden compartments."}));
  const std::string first = "Establish a {1|permanent} network of port authorities for the exchange of cargo manifests{2|.}";
  EXPECT_EQ(history.marked(2, "1.1"), first);
  EXPECT_EQ(history.marked(2, "1.3"),
            "{2|Regularly} train customs inspectors in the detection of forged seals and hidden compartments.");
  history.add(plan(
      {"Establish a permanent network of port authorities for the exchange of cargo manifests and regularly " + training + ".",
       kSchools}));
  EXPECT_EQ(history.marked(3, "1.1"),
            "Establish a {1|permanent} network of port authorities for the exchange of cargo manifests and "
            "{3|regularly} train customs inspectors in the detection of forged seals and hidden "
            "compartments.");
}

TEST(Blame, CreditsTheGroupsThatHadAsked) {
  Blamed history;
  history.add(plan({kPorts, kSchools}), "El Salvador");
  history.add(plan({"Establish a voluntary hemispheric network of port authorities in the hemisphere.", kSchools, kBudget}),
              "Chair");
  history.credit(1, "voluntary hemispheric",
                 {{"Peru", {}, 0.9, How::kVerbatim, "voluntary"}, {"CARICOM", {}, 0.9, How::kVerbatim, "hemispheric"}});
  history.credit(1, kBudget, {{"Chile", {}, 0.9, How::kVerbatim, "budget"}});
  EXPECT_EQ(history.credited(1, "1.1"),
            "Establish a=El Salvador; voluntary=Peru?; hemispheric=CARICOM?; network of port "
            "authorities in the hemisphere.=El Salvador");
  EXPECT_EQ(history.credited(1, "1.3"), std::string(kBudget) + "=Chile?");
}

TEST(Blame, GroupsShareWordsThatNeitherShowsAlone) {
  Blamed history;
  history.add(plan({kPorts, kSchools}), "El Salvador");
  history.add(plan({"Establish a voluntary network of port authorities in the hemisphere.", kSchools}), "Chair");
  history.credit(
      1, "voluntary",
      {{"Peru", {}, 0.9, How::kVerbatim, "a voluntary network"}, {"CARICOM", {}, 0.8, How::kAdapted, "voluntary participation"}});
  EXPECT_EQ(history.credited(1, "1.1"),
            "Establish a=El Salvador; voluntary=Peru,CARICOM?; network of port authorities in the hemisphere.=El Salvador");
}

TEST(Blame, WordsThatNobodyAskedForAreCreditedToWhoTabledThem) {
  Blamed history;
  history.add(plan({kPorts, kSchools}));
  history.add(plan({"Establish a voluntary network of port authorities in the hemisphere.", kSchools}), "Chair");
  EXPECT_EQ(history.credited(1, "1.1"), "Establish a=; voluntary=Chair; network of port authorities in the hemisphere.=");
}

TEST(Blame, FollowsTheBaseNotTheOrder) {
  Blamed history;
  history.add(plan({kPorts, kSchools}));
  history.add(plan({"Establish a rival network of port authorities in the hemisphere.", kSchools}));
  history.add_from(plan({"Establish a voluntary network of port authorities in the hemisphere.", kSchools}), 0);
  EXPECT_EQ(history.marked(2, "1.1"), "Establish a {2|voluntary} network of port authorities in the hemisphere.");
}

TEST(Blame, ACircleIsCutAndSaid) {
  Blamed history;
  history.add(plan({kPorts, kSchools}));
  history.add(plan({"Establish a voluntary network of port authorities in the hemisphere.", kSchools}));
  history.rebase(0, 1);
  EXPECT_EQ(history.marked(1, "1.1"), "Establish a {1|voluntary} network of port authorities in the hemisphere.");
  EXPECT_TRUE(history.blamed(1).degraded);
}

TEST(Blame, CreditsHeadingsAndTextsOfSections) {
  Blamed history;
  history.add("PLAN OF ACTION\n\n1. Cooperation\n\nThis section applies to all ports.\n\n1.1 " + std::string(kPorts) + "\n");
  history.add("PLAN OF ACTION\n\n1. Regional Cooperation\n\nThis section applies to all sea ports.\n\n1.1 " +
              std::string(kPorts) + "\n");
  EXPECT_EQ(history.marked(1, "1"), "{1|Regional} Cooperation\nThis section applies to all {1|sea} ports.");
}

}  // namespace
}  // namespace travaux
