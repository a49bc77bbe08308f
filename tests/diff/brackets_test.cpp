// Which brackets were opened, which settled and in whose favour.
#include <gtest/gtest.h>

#include "support/texts.h"
#include "travaux/bracket_diff.h"

namespace travaux {
namespace {

using namespace travaux::testing;

using List = std::vector<std::string>;

std::string plan(const std::string& text) {
  return "1. First things\n\n1.1 Begin with what is agreed among all of the States.\n\n1.2 " + text +
         "\n\n1.3 End with what the Secretariat reports in due course.\n";
}

BracketDiff compare(const std::string& a, const std::string& b) {
  Document from = document(a), to = document(b);
  resolve_instruments({&from, &to}, built_in_registry());
  return diff_brackets(from, to, account(from, to, diff(from, to)));
}

std::string told(const BracketChange& change) {
  std::string text = std::string(name_of(change.event));
  if (const std::string favour = favour_words(change); !favour.empty()) text += " " + favour;
  text += ": ";
  const bool both = change.event != BracketEvent::kSettled && change.event != BracketEvent::kOpened;
  text += both && change.from_text != change.text ? change.from_text + " -> " + change.text
          : change.text.empty()                   ? change.from_text
                                                  : change.text;
  if (!change.instead.empty()) text += " | " + change.instead;
  const auto names = [](const List& list) {
    std::string all;
    for (const std::string& name : list) all += (all.empty() ? "" : ",") + name;
    return all;
  };
  const std::string before = names(change.from_groups), after = names(change.groups);
  if (!before.empty() || !after.empty())
    text +=
        " (" +
        (before == after || before.empty() || after.empty() ? before + (before == after ? "" : after) : before + ">" + after) +
        ")";
  return text;
}

List told(const std::string& a, const std::string& b) {
  List list;
  for (const BracketChange& change : compare(plan(a), plan(b)).changes) list.push_back(told(change));
  return list;
}

TEST(BracketDiff, WordsThatStayAreKept) {
  EXPECT_EQ(told("Promote regional [and local] plans against crime.", "Promote regional and local plans against crime."),
            List{"settled kept: and local"});
}

TEST(BracketDiff, WordsThatGoAreDeleted) {
  EXPECT_EQ(told("Promote regional [and local] plans against crime.", "Promote regional plans against crime."),
            List{"settled deleted: and local"});
}

TEST(BracketDiff, OfTwoAlternativesOneIsKept) {
  EXPECT_EQ(told("The States [shall][should] promote regional plans.", "The States should promote regional plans."),
            (List{"settled deleted: shall", "settled kept: should"}));
}

TEST(BracketDiff, AGroupsTextStaysOrGoes) {
  EXPECT_EQ(told("The States [CARICOM: shall] [MEX, ARG: should] promote plans.", "The States shall promote plans."),
            (List{"settled kept: shall (CARICOM)", "settled deleted: should (MEX,ARG)"}));
}

TEST(BracketDiff, SomeWordsMayStay) {
  EXPECT_EQ(told("Promote plans [for the prevention of violence among young persons] soon.",
                 "Promote plans for the prevention of violence soon."),
            List{"settled kept in part: for the prevention of violence among young persons | for the prevention of violence"});
}

TEST(BracketDiff, OtherWordsMayStandInTheirPlace) {
  EXPECT_EQ(told("Report by [date] to the Committee on Security.", "Report by 1 May 2012 to the Committee on Security."),
            List{"settled replaced: date | 1 May 2012"});
}

TEST(BracketDiff, BracketsAreOpenedAroundWordsOrWithNewOnes) {
  EXPECT_EQ(
      told("Promote regional and local plans against crime.", "Promote regional [and local] plans against crime [and fear]."),
      (List{"opened existing: and local", "opened new: and fear"}));
}

TEST(BracketDiff, APlaceholderWithinDoesNotSpeakForWhatHoldsIt) {
  EXPECT_EQ(told("Report [not later than [date]] to the Committee on Security.",
                 "Report not later than 1 May 2012 to the Committee on Security."),
            (List{"settled kept: not later than [date]", "settled replaced: date | 1 May 2012"}));
}

TEST(BracketDiff, OuterMarksMayGoAndInnerOnesStay) {
  EXPECT_EQ(told("Promote [regional [and [very] local] plans] against crime.",
                 "Promote regional [and [very] local] plans against crime."),
            List{"settled kept: regional [and [very] local] plans"});
}

TEST(BracketDiff, NestedFourDeepAreToldOneByOne) {
  EXPECT_EQ(
      told("Promote [plans [for peace [and trust [at all levels]]]] everywhere.", "Promote plans for peace everywhere."),
      (List{"settled kept: plans [for peace [and trust [at all levels]]]", "settled kept: for peace [and trust [at all levels]]",
            "settled deleted: and trust [at all levels]", "settled deleted: at all levels"}));
}

TEST(BracketDiff, AGroupJoinsOrLeaves) {
  EXPECT_EQ(told("The States [CARICOM: shall often] meet in the capital.",
                 "The States [CARICOM, SICA: shall often] meet in the capital."),
            List{"renamed: shall often (CARICOM>CARICOM,SICA)"});
}

TEST(BracketDiff, WordsWithinMayChange) {
  EXPECT_EQ(told("Report within [five] years of the meeting.", "Report within [six] years of the meeting."),
            List{"edited: five -> six"});
}

TEST(BracketDiff, BoundsMayMove) {
  EXPECT_EQ(
      told("Promote [regional plans] and local plans against crime.", "Promote [regional plans and local plans] against crime."),
      List{"bounds: regional plans -> regional plans and local plans"});
}

TEST(BracketDiff, AMissingMarkMayComeLater) {
  EXPECT_EQ(told("Promote [regional plans and reports against crime.", "Promote [regional plans] and reports against crime."),
            List{"bounds: [ -> regional plans"});
}

TEST(BracketDiff, OneOptionIsChosen) {
  const BracketDiff changes = compare(plan("Option 1: Hold a regional meeting of ministers every year.\n\nOption 2: Publish a "
                                           "report on firearms and trafficking.\n\n"
                                           "Option 3: No text"),
                                      plan("Publish a report on firearms and trafficking."));
  ASSERT_EQ(changes.changes.size(), 1U);
  EXPECT_EQ(told(changes.changes[0]), "settled Option 2: Publish a report on firearms and trafficking.");
  EXPECT_EQ(changes.changes[0].alternatives, (List{"Option 1", "Option 2", "Option 3"}));
  EXPECT_EQ(changes.changes[0].from_item, "1.2");
  EXPECT_EQ(changes.changes[0].to_item, "1.2");
  EXPECT_EQ(changes.from.options, 3U);
  EXPECT_EQ(changes.to.options, 0U);
}

TEST(BracketDiff, OneOptionOfSeveralIsDropped) {
  const BracketDiff changes = compare(
      plan("Option 1: Hold a regional meeting of ministers.\n\nOption 2: Publish a report on firearms.\n\nOption 3: Ask the "
           "Secretariat for advice."),
      plan("Option 1: Hold a regional meeting of ministers.\n\nOption 2: Ask the Secretariat for advice."));
  ASSERT_EQ(changes.changes.size(), 1U);
  EXPECT_EQ(told(changes.changes[0]), "settled deleted: Publish a report on firearms.");
  EXPECT_EQ(changes.changes[0].option, "Option 2");
}

TEST(BracketDiff, AnOptionOfWholeItemsIsChosen) {
  const BracketDiff changes = compare(
      "Article 1\n\nOption 1:\n\n1. The Parties shall meet every year.\n\n2. The Secretariat shall report.\n\nOption 2:\n\n1. A "
      "fund for "
      "small farmers is set up.\n\nArticle 2\n\n1. The end of the treaty.\n",
      "Article 1\n\n1. The Parties shall meet every year.\n\n2. The Secretariat shall report.\n\nArticle 2\n\n1. The end of the "
      "treaty.\n");
  ASSERT_EQ(changes.changes.size(), 1U);
  EXPECT_EQ(favour_words(changes.changes[0]), "Option 1");
}

TEST(BracketDiff, AnItemsOptionsAreNoOtherItem) {
  Document from = document(
               plan("Option 1: Hold a regional meeting of ministers every year.\n\nOption 2: Publish a report on firearms.")),
           to = document(plan("Publish a report on firearms."));
  resolve_instruments({&from, &to}, built_in_registry());
  const DocumentDiff changes = diff(from, to);
  EXPECT_EQ(changes.item_tally(), (Tally{{"unchanged", 2}, {"edited", 1}}));
}

TEST(BracketDiff, LabelsAreBrackets) {
  const std::vector<Edit> edits = diff_words("Option 1: Meet every year.", "Meet every year.");
  ASSERT_EQ(edits.size(), 1U);
  EXPECT_EQ(edits[0].edit_class, EditClass::kBracket);
}

TEST(BracketDiff, SpacingAndTypeOfBracketsAreNoDifference) {
  Document from = document(plan("Keep [peace] and [calm] [x].")), to = document(plan("Keep ［ peace ］ and[ calm ][ x ]."));
  resolve_instruments({&from, &to}, built_in_registry());
  const DocumentDiff changes = diff(from, to);
  EXPECT_TRUE(changes.empty());
  EXPECT_TRUE(diff_brackets(from, to, account(from, to, changes)).changes.empty());
}

BracketChange turned(BracketChange change) {
  if (change.event == BracketEvent::kSettled) {
    change.event = BracketEvent::kOpened;
  } else if (change.event == BracketEvent::kOpened) {
    change.event = BracketEvent::kSettled;
  }
  std::swap(change.from_item, change.to_item);
  std::swap(change.from_groups, change.groups);
  std::swap(change.from_text, change.text);
  std::swap(change.from_span, change.to_span);
  return change;
}

List keys(const std::vector<BracketChange>& changes, bool turn) {
  List list;
  for (BracketChange change : changes) {
    const bool both = change.event != BracketEvent::kSettled && change.event != BracketEvent::kOpened;
    if (turn) change = turned(change);
    if (both) change.kind = BracketKind::kPlain, change.extent = BracketExtent::kWords;  // the later draft's
    list.push_back(told(change) + " at " + change.from_item + " " + change.to_item + " " +
                   std::to_string(change.from_span.begin) + " " + std::to_string(change.to_span.begin));
  }
  std::sort(list.begin(), list.end());
  return list;
}

TEST(BracketDiff, TurnedRoundItSaysTheSame) {
  const List texts = {"The States [CARICOM: shall] [MEX, ARG: should] promote [regional [and local]] plans [by [date]].",
                      "The States shall promote regional [and local] plans [and reports] by 1 May.",
                      "[The States [SICA, CARICOM: shall] promote plans and local reports [by 1 May].]",
                      "Option 1: The States shall promote plans.\n\nOption 2: [The States should meet by [date].]",
                      "The States should meet by [x] and promote] plans.",
                      "Nothing of the sort."};
  for (const std::string& a : texts) {
    for (const std::string& b : texts) {
      EXPECT_EQ(keys(compare(plan(a), plan(b)).changes, false), keys(compare(plan(b), plan(a)).changes, true)) << a << "\n" << b;
    }
  }
}

TEST(BracketDiff, ADraftAgainstItselfHasNone) {
  const std::string text = plan("Option 1: [CARICOM: shall [x]] meet]\n\nOption 2: [[[deep]]] [TBD].");
  EXPECT_TRUE(compare(text, text).changes.empty());
}

TEST(BracketDiff, BeyondTheDeepestNestingMarksAreText) {
  std::string deep = "The States ", shallow = deep;
  for (int i = 0; i < 3'000; ++i) deep += "[word" + std::to_string(i) + " ", shallow += "word" + std::to_string(i) + " ";
  for (int i = 0; i < 3'000; ++i) deep += "]";
  const BracketDiff changes = compare(plan(deep), plan(shallow));
  EXPECT_EQ(changes.from.brackets, kDeepestNesting);
  EXPECT_EQ(changes.changes.size(), kDeepestNesting);
}

TEST(BracketDiff, OfTheParisTextAllAreSettled) {
  const std::string before = slurp(source_path("../shared/data/paris-2015/4-dec-2015.md"));
  const std::string after = slurp(source_path("../shared/data/paris-2015/12-dec-2015.md"));
  if (before.empty() || after.empty()) GTEST_SKIP() << "the three drafts of the Paris Agreement are not on this machine";
  Document from = document(before, "a.md"), to = document(after, "b.md");
  resolve_instruments({&from, &to}, {});
  const BracketDiff changes = diff_brackets(from, to, account(from, to, diff(from, to)));
  std::size_t settled = 0;
  for (const BracketChange& change : changes.changes)
    settled += change.event == BracketEvent::kSettled && !change.is_option ? 1 : 0;
  EXPECT_EQ(settled, changes.from.brackets + changes.from.placeholders);
  EXPECT_EQ(changes.to, OpenCounts());
}

}  // namespace
}  // namespace travaux
