// What each kind of change means, on texts small enough to see it.
#include <gtest/gtest.h>

#include <set>

#include "support/texts.h"
#include "travaux/diff.h"

namespace travaux {
namespace {

using namespace travaux::testing;

const char* const kBase =
    "PLAN\n\n1. Police\n1.1 Establish protocols for coordinated action by police forces.\n1.2 Strengthen the training of border "
    "officers in forensic science.\n"
    "1.3 Publish yearly statistics on burglary and car theft.\n2. Schools\n2.1 Teach mediation to all pupils before the age of "
    "twelve.\n"
    "2.2 Shield playgrounds from drug dealers by lighting and fences.\n2.3 Fund sports clubs in poor neighbourhoods.\n";

DocumentDiff compare(const std::string& a, const std::string& b) {
  Document from = document(a);
  Document to = document(b);
  resolve_instruments({&from, &to}, {});
  return diff(from, to);
}

/// Every changed item on a line: "1.1 -> 1.2: edited renumbered".
std::vector<std::string> items(const DocumentDiff& result) {
  std::vector<std::string> lines;
  for (const ItemDiff& item : result.items) {
    if (item.changes.empty()) continue;
    std::string line;
    for (const std::string& address : item.from) line += address + " ";
    line += "->";
    for (const std::string& address : item.to) line += " " + address;
    line += ":";
    for (const Change change : item.changes.list()) line += " " + std::string(name_of(change));
    lines.push_back(line);
  }
  return lines;
}

std::string swap_lines(const std::string& text, std::size_t a, std::size_t b) {
  std::vector<std::string> lines = lines_of(text);
  std::swap(lines[a], lines[b]);
  std::string result;
  for (const std::string& line : lines) result += line + "\n";
  return result;
}

using List = std::vector<std::string>;

TEST(Items, ADraftHasNoDifferenceFromItself) { EXPECT_TRUE(compare(kBase, kBase).empty()); }

TEST(Items, AnInsertionRenumbersWhatFollowsAndMovesNothing) {
  std::string later = replace_all(kBase, "1.3 Publish", "1.4 Publish");
  later = replace_all(later, "1.2 Strengthen", "1.3 Strengthen");
  later = replace_all(later, "1.3 Strengthen", "1.2 Recruit women into criminal investigation.\n1.3 Strengthen");
  EXPECT_EQ(items(compare(kBase, later)), (List{"-> 1.2: added", "1.2 -> 1.3: renumbered", "1.3 -> 1.4: renumbered"}));
}

TEST(Items, TheFewestMoveAndAMovedItemIsNotRenumbered) {
  std::string later = replace_all(kBase, "1.1 Establish protocols for coordinated action by police forces.\n", "");
  later = replace_all(replace_all(later, "1.2 ", "1.1 "), "1.3 ", "1.2 ");
  later = replace_all(later, "2. Schools", "1.3 Establish protocols for coordinated action by police forces.\n2. Schools");
  EXPECT_EQ(items(compare(kBase, later)), (List{"1.2 -> 1.1: renumbered", "1.3 -> 1.2: renumbered", "1.1 -> 1.3: moved"}));
}

TEST(Items, AnItemMovesToAnotherSectionAndIsEditedAtOnce) {
  std::string later = replace_all(kBase, "1.3 Publish yearly statistics on burglary and car theft.\n", "");
  later += "2.4 Publish quarterly statistics on burglary and car theft.\n";
  EXPECT_EQ(items(compare(kBase, later)), (List{"1.3 -> 2.4: edited moved"}));
}

TEST(Items, NewWordsUnderAnOldNumberAreARemovalAndAnAddition) {
  const std::string later = replace_all(kBase, "2.2 Shield playgrounds from drug dealers by lighting and fences.",
                                        "2.2 Translate judgments of the supreme court into Quechua.");
  EXPECT_EQ(items(compare(kBase, later)), (List{"2.2 ->: removed", "-> 2.2: added"}));
}

TEST(Items, CaseAndPunctuationAloneAreEditorial) {
  EXPECT_EQ(items(compare(kBase, replace_all(kBase, "Fund sports clubs in", "Fund Sports Clubs, in"))),
            (List{"2.3 -> 2.3: editorial"}));
}

TEST(Items, SplitAndMergedAreSeenBothWays) {
  const std::string whole = replace_all(
      kBase, "2.3 Fund",
      "2.3 Train teachers to recognise abuse at home, and open shelters for abused mothers near every hospital.\n2.4 Fund");
  const std::string parts = replace_all(
      kBase, "2.3 Fund",
      "2.3 Train teachers to recognise abuse at home.\n2.4 Open shelters for abused mothers near every hospital.\n2.5 Fund");
  EXPECT_EQ(items(compare(whole, parts)), (List{"2.3 -> 2.3 2.4: split", "2.4 -> 2.5: renumbered"}));
  EXPECT_EQ(items(compare(parts, whole)), (List{"2.3 2.4 -> 2.3: merged", "2.5 -> 2.4: renumbered"}));
}

TEST(Items, AStatusLineIsNoText) {
  const DocumentDiff result = compare(kBase, replace_all(kBase, "2.3 Fund sports clubs in poor neighbourhoods.",
                                                         "2.3 Fund sports clubs in poor neighbourhoods. (AGREED ad ref.)"));
  EXPECT_EQ(items(result), (List{"2.3 -> 2.3: status"}));
}

TEST(Items, SwappedSectionsMoveOneSectionAndNoItem) {
  const std::string later =
      "PLAN\n\n1. Schools\n1.1 Teach mediation to all pupils before the age of twelve.\n1.2 Shield playgrounds from drug dealers "
      "by lighting and fences.\n"
      "1.3 Fund sports clubs in poor neighbourhoods.\n2. Police\n2.1 Establish protocols for coordinated action by police "
      "forces.\n"
      "2.2 Strengthen the training of border officers in forensic science.\n2.3 Publish yearly statistics on burglary and car "
      "theft.\n";
  const DocumentDiff result = compare(kBase, later);
  EXPECT_EQ(result.item_tally(), (Tally{{"renumbered", 6}}));
  EXPECT_EQ(result.section_tally(), (Tally{{"moved", 1}, {"renumbered", 1}}));
}

TEST(Items, TwinsAreToldApartByWhatTheyCite) {
  const std::string a =
      "1. One\n1.1 Create a hemispheric system.\nAction Plan of Miami, 1994:\n“A”\n1.2 Create a hemispheric system.\nSantiago "
      "Action Plan, 1998:\n“B”\n";
  const std::string b =
      "1. One\n1.1 Create a hemispheric system.\nSantiago Action Plan, 1998:\n“B”\n1.2 Create a hemispheric system.\nAction Plan "
      "of Miami, 1994:\n“A”\n";
  EXPECT_EQ(compare(a, b).item_tally(), (Tally{{"moved", 1}, {"renumbered", 1}}));
  EXPECT_EQ(compare(a, b).citation_tally(), (Tally{{"unchanged", 2}}));
}

TEST(Items, AnItemReducedToItsNumberIsStillThatItem) {
  EXPECT_EQ(items(compare(kBase, replace_all(kBase, "2.2 Shield playgrounds from drug dealers by lighting and fences.", "2.2"))),
            (List{"2.2 -> 2.2: edited"}));
}

TEST(Items, TextsWithNothingInCommonShareNothing) {
  const DocumentDiff result = compare(kBase, "OTHER\n\n1. Whales\n1.1 Ban harpoons.\n1.2 Count calves.\n");
  EXPECT_EQ(result.item_tally(), (Tally{{"added", 2}, {"removed", 6}}));
  EXPECT_EQ(compare("", "").item_tally(), Tally{});
  EXPECT_EQ(compare("", kBase).item_tally(), (Tally{{"added", 6}}));
}

TEST(Items, TallyIsTheSumOfTheList) {
  const DocumentDiff result = compare(march_7(), rev_2());
  std::size_t unchanged = 0;
  std::size_t changes = 0;
  for (const ItemDiff& item : result.items) {
    unchanged += item.changes.empty() ? 1 : 0;
    changes += item.changes.list().size();
  }
  std::size_t sum = 0;
  for (const auto& [name, number] : result.item_tally()) sum += number;
  EXPECT_EQ(sum, unchanged + changes);
}

/// Every item of both drafts, as often as the comparison lists it.
void expect_all_listed(const std::string& a, const std::string& b) {
  Document from = document(a);
  Document to = document(b);
  resolve_instruments({&from, &to}, {});
  std::multiset<std::string> want_from, want_to, got_from, got_to;
  for_each_item(from, [&](const Item& item, const Place&) { want_from.insert(item.address); });
  for_each_item(to, [&](const Item& item, const Place&) { want_to.insert(item.address); });
  const DocumentDiff changes = diff(from, to);
  for (const ItemDiff& item : changes.items) {
    got_from.insert(item.from.begin(), item.from.end());
    got_to.insert(item.to.begin(), item.to.end());
  }
  EXPECT_EQ(got_from, want_from);
  EXPECT_EQ(got_to, want_to);
}

TEST(Items, EachOfBothDraftsIsListedOnce) {
  const std::vector<std::string> drafts = {march_7(), rev_1(), rev_2(), kBase, ""};
  for (const std::string& a : drafts) {
    for (const std::string& b : drafts) expect_all_listed(a, b);
  }
  expect_all_listed(kBase,
                    "PLAN\n\n1. Schools\n1.1 Teach mediation to all pupils before the age of twelve.\n1.2 Ban harpoons.\n2. Police\n"
                    "2.1 Establish protocols for coordinated action by police forces.\n");
}

TEST(Items, EachOfTwoRealTreatiesIsListedOnce) {
  const std::string a = slurp(source_path("../shared/data/paris-2015/4-dec-2015.md"));
  const std::string b = slurp(source_path("../shared/data/paris-2015/12-dec-2015.md"));
  if (a.empty()) GTEST_SKIP() << "the drafts of the Paris Agreement are not on this machine";
  expect_all_listed(a, b);
  expect_all_listed(b, a);
}

TEST(Sections, RetitledByHeadingMatchedByContent) {
  const DocumentDiff result = compare(kBase, replace_all(kBase, "2. Schools", "2. Prevention among the young"));
  EXPECT_EQ(result.section_tally(), (Tally{{"retitled", 1}, {"unchanged", 1}}));
  EXPECT_EQ(items(result), List{});
}

TEST(Order, TiesFallToFewerTokensThenCodePoints) {
  const std::string later =
      replace_all(replace_all(replace_all(swap_lines(kBase, 3, 4), "1.2 Str", "#"), "1.1 Est", "1.2 Est"), "#", "1.1 Str");
  // Two swapped: nine words against nine; "Establish" comes first in code-point order.
  const List forward = items(compare(kBase, later));
  const List back = items(compare(later, kBase));
  ASSERT_EQ(forward.size(), 2u);
  ASSERT_EQ(back.size(), 2u);
  EXPECT_EQ(forward, (List{"1.2 -> 1.1: renumbered", "1.1 -> 1.2: moved"}));
  EXPECT_EQ(back, (List{"1.2 -> 1.1: moved", "1.1 -> 1.2: renumbered"}));
}

}  // namespace
}  // namespace travaux
