// Lives of items through small histories, each kind of change by itself.
#include <gtest/gtest.h>

#include "trace_support.h"

namespace travaux {
namespace {

using namespace travaux::testing;
using List = std::vector<std::string>;

constexpr const char* kPolice = "Establish protocols for coordinated action by police forces.";
constexpr const char* kTraining = "Strengthen the training of border officers in forensic science and the chain of custody.";
constexpr const char* kStatistics = "Publish yearly statistics on burglary and car theft in every large city.";
constexpr const char* kMediation = "Teach mediation to all pupils before the age of twelve.";
constexpr const char* kPlaygrounds = "Shield playgrounds from drug dealers by lighting and fences.";
constexpr const char* kClubs = "Fund sports clubs in poor neighbourhoods.";
constexpr const char* kPrisons = "Build workshops inside prisons so that inmates learn a trade.";

struct Part {
  const char* heading;
  std::vector<std::string> items;
};

/// A plan, numbered as it stands.
std::string plan(const std::vector<Part>& parts) {
  std::string text = "PLAN\n\n";
  for (std::size_t s = 1; s <= parts.size(); ++s) {
    text += std::to_string(s) + ". " + parts[s - 1].heading + "\n";
    for (std::size_t i = 1; i <= parts[s - 1].items.size(); ++i) {
      text += std::to_string(s) + "." + std::to_string(i) + " " + parts[s - 1].items[i - 1] + "\n";
    }
  }
  return text;
}

std::string two(const std::vector<std::string>& police, const std::vector<std::string>& schools) {
  return plan({{"Police", police}, {"Schools", schools}});
}

const std::string kBase = two({kPolice, kTraining, kStatistics}, {kMediation, kPlaygrounds, kClubs});

TEST(Trace, AnItemIsFollowedThroughRenumberingFromEitherEnd) {
  History history;
  history.add(kBase);
  history.add(two({kPrisons, kPolice, kTraining, kStatistics}, {kMediation, kPlaygrounds, kClubs}), 0);
  history.add(two({kPolice, kTraining, kStatistics}, {kMediation, kPlaygrounds, kClubs}), 1);
  const List life{"0: 1.2", "1: 1.2 -> 1.3: renumbered", "2: 1.3 -> 1.2: renumbered"};
  EXPECT_EQ(history.life(0, "1.2"), life);
  EXPECT_EQ(history.life(1, "1.3"), life);
  EXPECT_EQ(history.life(2, "1.2"), life);
}

TEST(Trace, ProgressCountsTheComparisonsThatAreMade) {
  const Document first = document(kBase), second = document(kBase), third = document(kBase);
  std::vector<std::pair<std::size_t, std::size_t>> told;
  TraceOptions options;
  options.progress = [&told](std::size_t done, std::size_t total) { told.emplace_back(done, total); };
  trace({{&first, {}}, {&second, 0}, {&third, 1}}, 1, *History::place_of(second, "1.2"), options);
  EXPECT_EQ(told, (std::vector<std::pair<std::size_t, std::size_t>>{{1, 2}, {2, 2}}));
}

TEST(Trace, AMoveWithinASectionAndOneToAnother) {
  History history;
  history.add(kBase);
  history.add(two({kStatistics, kPolice, kTraining}, {kMediation, kPlaygrounds, kClubs}), 0);
  history.add(two({kPolice, kTraining}, {kMediation, kPlaygrounds, kClubs, kStatistics}), 1);
  EXPECT_EQ(history.life(2, "2.4"), (List{"0: 1.3", "1: 1.3 -> 1.1: moved", "2: 1.1 -> 2.4: moved"}));
}

TEST(Trace, AnUnchangedDraftIsAStepToo) {
  History history;
  history.add(kBase);
  history.add(kBase, 0);
  EXPECT_EQ(history.life(0, "2.1"), (List{"0: 2.1", "1: 2.1 -> 2.1:"}));
}

TEST(Trace, TheWordsThatChangedComeWithTheirSpans) {
  History history;
  history.add(kBase);
  history.add(replace_all(kBase, "yearly", "quarterly"), 0);
  const Trace life = history.traced(1, "1.3");
  ASSERT_EQ(life.steps.size(), 2U);
  const ItemDiff& item = std::get<ItemDiff>(life.steps[1].entries.at(0).change);
  ASSERT_EQ(item.edits.size(), 1U);
  EXPECT_EQ(item.edits[0].from, "yearly");
  EXPECT_EQ(item.edits[0].to_span.of(item_at(history.at(1), life.steps[1].places.at(0)).text), "quarterly");
  EXPECT_EQ(item.match, Match::kLikeness);
}

class Divided : public ::testing::Test {
 protected:
  Divided() {
    history.add(
        two({kPolice},
            {"Train teachers to recognise abuse at home, and open shelters for abused mothers near every hospital.", kClubs}));
    history.add(two({kPolice}, {"Train teachers to recognise abuse at home.",
                                "Open shelters for abused mothers near every hospital.", kClubs}),
                0);
    history.add(two({kPolice}, {"Train teachers to recognise abuse at home.",
                                "Open shelters for abused mothers near every clinic.", kClubs}),
                1);
  }
  History history;
};

TEST_F(Divided, AllPartsOfASplitAreFollowedFromTheWhole) {
  EXPECT_EQ(history.life(0, "2.1"), (List{"0: 2.1", "1: 2.1 -> 2.1 2.2: split", "2: 2.1 -> 2.1:", "2: 2.2 -> 2.2: edited"}));
}

TEST_F(Divided, APartLeadsBackToTheWholeAndNotIntoTheOtherPart) {
  EXPECT_EQ(history.life(2, "2.2"), (List{"0: 2.1", "1: 2.1 -> 2.1 2.2: split parted 2.1", "2: 2.2 -> 2.2: edited"}));
}

class Joined : public ::testing::Test {
 protected:
  Joined() {
    history.add(two({kPolice}, {kClubs, "Train teachers to recognise abuse at home.",
                                "Open shelters for abused mothers near every hospital."}));
    history.add(two({kPolice}, {kClubs,
                                "Train teachers to recognise abuse at home, and open shelters for abused mothers near every "
                                "hospital."}),
                0);
    history.add(two({kPolice}, {"Train teachers to recognise abuse at home, and open shelters for abused mothers near every "
                                "hospital.",
                                kClubs}),
                1);
  }
  History history;
};

TEST_F(Joined, AMergeLeadsOnAsTheWholeAndSaysWhoJoined) {
  EXPECT_EQ(history.life(0, "2.3"), (List{"0: 2.3", "1: 2.2 2.3 -> 2.2: merged joined 2.2", "2: 2.2 -> 2.1: renumbered"}));
}

TEST_F(Joined, TheWholeLeadsBackToAllParts) {
  EXPECT_EQ(history.life(2, "2.1"), (List{"0: 2.2 2.3", "1: 2.2 2.3 -> 2.2: merged", "2: 2.2 -> 2.1: renumbered"}));
}

TEST(Trace, AnAddedItemBeginsWhereItFirstAppears) {
  History history;
  history.add(kBase);
  history.add(two({kPolice, kTraining, kStatistics, kPrisons}, {kMediation, kPlaygrounds, kClubs}), 0);
  EXPECT_EQ(history.life(1, "1.4"), (List{"1: -> 1.4: added"}));
}

TEST(Trace, ARemovedItemEndsWhereItWent) {
  History history;
  history.add(kBase);
  const std::string without = two({kPolice, kTraining, kStatistics}, {kMediation, kClubs});
  history.add(without, 0);
  history.add(without, 1);
  const Trace life = history.traced(0, "2.2");
  EXPECT_EQ(history.lines(life), (List{"0: 2.2", "1: 2.2: removed"}));
  EXPECT_TRUE(life.steps[1].places.empty());
}

class Returning : public ::testing::Test {
 protected:
  /// The playgrounds go, stay away for a draft, and come back with the words of `again`.
  void come_back(const std::string& again) {
    const std::string without = two({kPolice, kTraining, kStatistics}, {kMediation, kClubs});
    history.add(kBase);
    history.add(without, 0);
    history.add(without, 1);
    history.add(two({kPolice, kTraining, again, kStatistics}, {kMediation, kClubs}), 2);
    history.add(two({kPolice, again, kStatistics}, {kMediation, kClubs}), 3);
  }
  History history;
};

TEST_F(Returning, TheSameWordsStandAgainFromEitherEnd) {
  come_back(kPlaygrounds);
  const List life{"0: 2.2", "1: 2.2: removed", "3: -> 1.3: added was 2.2 of 0", "4: 1.3 -> 1.2: renumbered"};
  EXPECT_EQ(history.life(0, "2.2"), life);
  EXPECT_EQ(history.life(3, "1.3"), life);
  EXPECT_EQ(history.life(4, "1.2"), life);
  EXPECT_EQ(history.traced(4, "1.2").steps[2].entries[0].again->likeness, 1);
}

TEST_F(Returning, WordsVeryAlikeStandAgainAndSayWhatChanged) {
  come_back("Shield the playgrounds from drug dealers by lighting and fences.");
  const Trace life = history.traced(4, "1.2");
  ASSERT_EQ(life.steps.size(), 4U);
  const std::optional<Return>& again = life.steps[2].entries[0].again;
  ASSERT_TRUE(again);
  EXPECT_LT(again->likeness, 1);
  ASSERT_EQ(again->edits.size(), 1U);
  EXPECT_EQ(again->edits[0].to, "the");
  EXPECT_EQ(again->edits[0].from_item, "2.2");
}

TEST_F(Returning, WordsOfTheSameMattersAreNoReturn) {
  come_back("Shield bus stops from drug dealers by cameras and night patrols.");
  EXPECT_EQ(history.life(0, "2.2"), (List{"0: 2.2", "1: 2.2: removed"}));
  EXPECT_EQ(history.life(3, "1.3"), (List{"3: -> 1.3: added", "4: 1.3 -> 1.2: renumbered"}));
}

TEST_F(Returning, AFewStockWordsAreNoReturn) {
  const std::string base = two({kPolice, kTraining, "(Deleted.)"}, {kMediation});
  const std::string without = two({kPolice, kTraining}, {kMediation});
  history.add(base);
  history.add(without, 0);
  history.add(base, 1);
  EXPECT_EQ(history.life(2, "1.3"), (List{"2: -> 1.3: added"}));
}

TEST_F(Returning, ItemsOfOnePatternAreToldApartByWhatTheyAreAbout) {
  const std::string urge = "Urge Member States to sign and ratify, as soon as possible, the Inter-American Convention ";
  const auto treaties = [&](const std::vector<std::string>& last) {
    std::vector<std::string> items{urge + "on Extradition.", urge + "on Mutual Assistance.",
                                   urge + "against Trafficking in Firearms."};
    for (const std::string& name : last) items.push_back(urge + name);
    return two(items, {kMediation});
  };
  history.add(treaties({"against Corruption."}));
  history.add(treaties({}), 0);
  history.add(treaties({"against Terrorism."}), 1);
  history.add(treaties({"against Corruption."}), 1);
  EXPECT_EQ(history.life(2, "1.4"), (List{"2: -> 1.4: added"}));
  EXPECT_EQ(history.life(0, "1.4"), (List{"0: 1.4", "1: 1.4: removed", "3: -> 1.4: added was 1.4 of 0"}));
}

TEST_F(Returning, OfTwinsOnlyOneStandsAgain) {
  const std::string without = two({kPolice}, {kMediation});
  history.add(two({kPolice, kPlaygrounds}, {kMediation}));
  history.add(without, 0);
  history.add(two({kPolice, kPlaygrounds, kPlaygrounds}, {kMediation}), 1);
  EXPECT_EQ(history.life(0, "1.2"), (List{"0: 1.2", "1: 1.2: removed", "2: -> 1.2: added was 1.2 of 0"}));
  EXPECT_EQ(history.life(2, "1.3"), (List{"2: -> 1.3: added"}));
}

TEST_F(Returning, AnItemMayGoAndComeBackTwice) {
  const std::string with = two({kPolice, kPlaygrounds}, {kMediation}), without = two({kPolice}, {kMediation});
  history.add(with);
  for (std::size_t i = 0; i < 4; ++i) history.add(i % 2 == 0 ? without : with, i);
  const List life{"0: 1.2", "1: 1.2: removed", "2: -> 1.2: added was 1.2 of 0", "3: 1.2: removed",
                  "4: -> 1.2: added was 1.2 of 2"};
  EXPECT_EQ(history.life(0, "1.2"), life);
  EXPECT_EQ(history.life(4, "1.2"), life);
}

TEST(Trace, RivalDraftsBranchTheLifeForwardAndNotBack) {
  History history;
  history.add(kBase);
  history.add(replace_all(kBase, "yearly", "quarterly"), 0);
  history.add(two({kPolice, kTraining}, {kMediation, kPlaygrounds, kClubs}), 0);
  history.add(replace_all(replace_all(kBase, "yearly", "quarterly"), "large", "small"), 1);
  EXPECT_EQ(history.life(0, "1.3"), (List{"0: 1.3", "1: 1.3 -> 1.3: edited", "3: 1.3 -> 1.3: edited", "2: 1.3: removed"}));
  EXPECT_EQ(history.life(1, "1.3"), (List{"0: 1.3", "1: 1.3 -> 1.3: edited", "3: 1.3 -> 1.3: edited"}));
}

TEST(Trace, TheChainIsWhatCountsAndNotTheOrderOfTheDrafts) {
  History history;
  history.add(two({kStatistics, kPolice}, {kMediation}), 2);
  history.add(two({kPolice, kTraining, kStatistics}, {kMediation}));
  history.add(two({kPolice, kStatistics}, {kMediation}), 1);
  EXPECT_EQ(history.life(2, "1.2"), (List{"1: 1.3", "2: 1.3 -> 1.2: renumbered", "0: 1.2 -> 1.1: renumbered"}));
}

TEST(Trace, ASubItemIsFollowedLikeAnyOther) {
  History history;
  const std::string a = "(a) by lamps along every path;\n", b = "(b) by fences two metres high.\n";
  const std::string head = "1. Schools\n1.1 Shield playgrounds from drug dealers:\n";
  history.add(head + a + b);
  history.add(head + "(a) by wardens in uniform;\n" + replace_all(replace_all(a + b, "(b)", "(c)"), "(a)", "(b)"), 0);
  EXPECT_EQ(history.life(0, "1.1/(b)"), (List{"0: 1.1/(b)", "1: 1.1/(b) -> 1.1/(c): renumbered"}));
}

TEST(Trace, ASectionIsFollowedByWhatItHolds) {
  History history;
  history.add(kBase);
  history.add(plan({{"Prisons", {kPrisons}},
                    {"Police forces", {kPolice, kTraining, kStatistics}},
                    {"Schools", {kMediation, kPlaygrounds, kClubs}}}),
              0);
  EXPECT_EQ(history.life(1, "2"), (List{"0: 1", "1: 1 -> 2: renumbered retitled"}));
  EXPECT_EQ(history.life(1, "1"), (List{"1: -> 1: added"}));
}

TEST(Trace, CitationsThatChangedGoWithTheirItem) {
  const std::string cited = "1. One\n1.1 " + std::string(kPolice) + "\nAG/RES. 2551 (XL-O/10):\n“A first passage of it.”\n1.2 " +
                            kTraining + "\nAG/RES. 2540 (XL-O/10):\n“Another one.”\n";
  History history;
  history.add(cited);
  history.add(replace_all(replace_all(cited, "first passage", "second passage"), "Another one", "Any other"), 0);
  const Trace life = history.traced(0, "1.1");
  ASSERT_EQ(life.steps.size(), 2U);
  ASSERT_EQ(life.steps[1].entries.at(0).citations.size(), 1U);
  EXPECT_EQ(life.steps[1].entries[0].citations[0].instrument, "AG/RES. 2551");
}

TEST(Trace, ACircleOfDraftsIsWalkedOnce) {
  History history;
  history.add(kBase, 2);
  history.add(replace_all(kBase, "yearly", "quarterly"), 0);
  history.add(replace_all(kBase, "yearly", "monthly"), 1);
  history.add(kBase, 3);
  const Trace life = history.traced(1, "1.3");
  EXPECT_EQ(history.lines(life), (List{"2: 1.3", "0: 1.3 -> 1.3: edited", "1: 1.3 -> 1.3: edited"}));
  EXPECT_EQ(life.circle, 2U);
  EXPECT_EQ(history.life(3, "1.3"), (List{"3: 1.3"}));
}

TEST(Trace, ABaseThatIsNotThereIsNone) {
  History history;
  history.add(kBase, 7);
  EXPECT_EQ(history.life(0, "1.3"), (List{"0: 1.3"}));
}

}  // namespace
}  // namespace travaux
