// What holds for any two drafts: nothing differs from itself, either direction mirrors the other, sums are sums, answers repeat.
#include <gtest/gtest.h>

#include <rapidcheck.h>

#include <map>
#include <set>

#include "support/texts.h"
#include "travaux/diff.h"

namespace travaux {
namespace {

using namespace travaux::testing;

struct Pair {
  Document from, to;
  DocumentDiff changes;
};

Pair compare(const std::string& a, const std::string& b) {
  Pair pair{document(a), document(b), {}};
  resolve_instruments({&pair.from, &pair.to}, {});
  pair.changes = diff(pair.from, pair.to);
  return pair;
}

/// What a change is called when it is read the other way round.
Change turned(Change change) {
  switch (change) {
    case Change::kAdded:
      return Change::kRemoved;
    case Change::kRemoved:
      return Change::kAdded;
    case Change::kSplit:
      return Change::kMerged;
    case Change::kMerged:
      return Change::kSplit;
    default:
      return change;
  }
}

std::string joined(const std::vector<std::string>& list) {
  std::string all;
  for (const std::string& one : list) all += one + " ";
  return all;
}

std::string changes_of(const Changes& changes, bool turn) {
  std::set<std::string> names;
  for (const Change change : changes.list()) names.insert(std::string(name_of(turn ? turned(change) : change)));
  std::string all;
  for (const std::string& name : names) all += name + " ";
  return all;
}

/// Every item and section as it is reported, or as it would be the other way round.
std::multiset<std::string> told(const DocumentDiff& changes, bool turn) {
  std::multiset<std::string> lines;
  for (const ItemDiff& item : changes.items) {
    const auto& [from, to] = turn ? std::tie(item.to, item.from) : std::tie(item.from, item.to);
    lines.insert(joined(from) + "-> " + joined(to) + ": " + changes_of(item.changes, turn) + std::to_string(item.edits.size()));
  }
  for (const SectionDiff& section : changes.sections) {
    const auto& [from, to] = turn ? std::tie(section.to, section.from) : std::tie(section.from, section.to);
    lines.insert("section " + joined(from) + "-> " + joined(to) + ": " + changes_of(section.changes, turn));
  }
  for (const CitationDiff& citation : changes.citations) {
    const auto side = [](const std::optional<CitationSide>& s) { return s ? s->item + "." + std::to_string(s->index) : "-"; };
    const std::string from = side(turn ? citation.to : citation.from);
    const std::string to = side(turn ? citation.from : citation.to);
    lines.insert(citation.instrument + " " + from + " -> " + to + ": " + changes_of(citation.changes, turn));
  }
  return lines;
}

std::string random_plan() {
  const auto line = rc::gen::element<std::string>(
      "Establish protocols for police forces.", "Establish protocols for border police.", "Teach mediation in all schools.",
      "Teach mediation in all schools and lend experts to courts.", "Lend experts to courts.", "Publish statistics on theft.",
      "Publish yearly statistics on car theft and burglary.", "Fund clubs.", "Fund clubs in poor neighbourhoods.");
  const auto cited = rc::gen::element<std::string>("", "Action Plan of Miami, 1994:\n“Work together”\n",
                                                   "Action Plan of Miami, 1994:\n“Work apart, but in good faith”\n",
                                                   "AG/RES. 2551 (XL-O/10):\n“Train judges”\n");
  std::string text = "PLAN\n\n";
  const std::size_t sections = *rc::gen::inRange<std::size_t>(0, 4);
  for (std::size_t s = 1; s <= sections; ++s) {
    text += std::to_string(s) + ". " + *rc::gen::element<std::string>("Police", "Schools", "Courts") + "\n";
    const std::size_t items = *rc::gen::inRange<std::size_t>(0, 5);
    for (std::size_t i = 1; i <= items; ++i) text += std::to_string(s) + "." + std::to_string(i) + " " + *line + "\n" + *cited;
  }
  return text;
}

TEST(Laws, NothingDiffersFromItself) {
  EXPECT_TRUE(rc::check([] {
    const std::string plan = random_plan();
    RC_ASSERT(compare(plan, plan).changes.empty());
  }));
}

TEST(Laws, TheOtherDirectionMirrors) {
  EXPECT_TRUE(rc::check([] {
    const std::string a = random_plan();
    const std::string b = random_plan();
    const std::multiset<std::string> forward = told(compare(a, b).changes, true);
    const std::multiset<std::string> back = told(compare(b, a).changes, false);
    for (const std::string& line : forward) RC_LOG() << (back.contains(line) ? "" : "only forward: " + line + "\n");
    for (const std::string& line : back) RC_LOG() << (forward.contains(line) ? "" : "only back: " + line + "\n");
    RC_LOG() << a << "---\n" << b;
    RC_ASSERT(forward == back);
  }));
}

TEST(Laws, EveryItemAndCitationIsListedOnceAndTheTallyIsTheirSum) {
  EXPECT_TRUE(rc::check([] {
    const Pair pair = compare(random_plan(), random_plan());
    std::multiset<std::string> listed, there;
    Tally sums;
    for (const ItemDiff& item : pair.changes.items) {
      for (const std::string& address : item.from) listed.insert("a " + address);
      for (const std::string& address : item.to) listed.insert("b " + address);
      if (item.changes.empty()) ++sums["unchanged"];
      for (const Change change : item.changes.list()) ++sums[std::string(name_of(change))];
    }
    for_each_item(pair.from, [&](const Item& item, const Place&) { there.insert("a " + item.address); });
    for_each_item(pair.to, [&](const Item& item, const Place&) { there.insert("b " + item.address); });
    RC_ASSERT(listed == there);
    RC_ASSERT(sums == pair.changes.item_tally());
    std::size_t from = 0, to = 0;
    for (const CitationDiff& citation : pair.changes.citations) {
      from += citation.from ? 1 : 0;
      to += citation.to ? 1 : 0;
    }
    RC_ASSERT(from == count(pair.from).citations);
    RC_ASSERT(to == count(pair.to).citations);
  }));
}

TEST(Laws, AnswersRepeat) {
  EXPECT_TRUE(rc::check([] {
    const std::string a = random_plan();
    const std::string b = random_plan();
    RC_ASSERT(told(compare(a, b).changes, false) == told(compare(a, b).changes, false));
  }));
}

// --- traps -----------------------------------------------------------------------------------------------------------------

/// Items by their words, each with a number of its own.
std::string plan_of(const std::vector<std::string>& items) {
  std::string text = "PLAN\n\n1. Police\n";
  for (std::size_t i = 0; i < items.size(); ++i) text += "1." + std::to_string(i + 1) + " " + items[i] + "\n";
  return text;
}

const std::vector<std::string> kItems = {
    "Recruit women into criminal investigation.",     "Shield playgrounds by lighting and fences.",
    "Translate judgments into Quechua and Guaraní.",  "Audit the armouries of private guards.",
    "Lend forensic chemists to island laboratories.", "Teach mediation to pupils before the age of twelve."};

TEST(Traps, HalvesThatChangedPlacesMoveAndNothingElse) {
  std::vector<std::string> turned(kItems.begin() + 3, kItems.end());
  turned.insert(turned.end(), kItems.begin(), kItems.begin() + 3);
  const Tally tally = compare(plan_of(kItems), plan_of(turned)).changes.item_tally();
  EXPECT_EQ(tally, (Tally{{"moved", 3}, {"renumbered", 3}}));
}

TEST(Traps, TextsWithNothingInCommonShareNothing) {
  const std::vector<std::string> other = {"Harvest rain on municipal roofs.", "Vaccinate cattle along both riversides."};
  const Tally tally = compare(plan_of(kItems), plan_of(other)).changes.item_tally();
  EXPECT_EQ(tally, (Tally{{"added", 2}, {"removed", 6}}));
}

TEST(Traps, EmptyTextsAndTextsOfOneWord) {
  EXPECT_TRUE(compare("", "").changes.empty());
  EXPECT_EQ(compare("", "Police").changes.item_tally(), (Tally{{"added", 1}}));
  EXPECT_EQ(compare("Police", "").changes.item_tally(), (Tally{{"removed", 1}}));
  EXPECT_FALSE(compare("Police", "Schools").changes.empty());
}

TEST(Traps, OneClauseAsThirtyItemsWithOneEdited) {
  const std::vector<std::string> before(30, "The Parties shall cooperate in good faith.");
  std::vector<std::string> after = before;
  after[17] = "The Parties shall cooperate in full trust.";
  const DocumentDiff changes = compare(plan_of(before), plan_of(after)).changes;
  EXPECT_EQ(changes.item_tally(), (Tally{{"edited", 1}, {"unchanged", 29}}));
  for (const ItemDiff& item : changes.items) EXPECT_EQ(item.from, item.to);
}

TEST(Traps, AnUnrelatedItemUnderAnOldNumberIsNoEdit) {
  std::vector<std::string> later = kItems;
  later[2] = "Harvest rain on municipal roofs.";
  EXPECT_EQ(compare(plan_of(kItems), plan_of(later)).changes.item_tally(),
            (Tally{{"added", 1}, {"removed", 1}, {"unchanged", 5}}));
}

TEST(Traps, AnItemWrittenInAnothersWordsIsNoPartOfIt) {
  std::vector<std::string> later = kItems;
  later.insert(later.begin() + 5, "Lend forensic chemists to the customs houses of inland ports.");
  const Tally tally = compare(plan_of(kItems), plan_of(later)).changes.item_tally();
  EXPECT_EQ(tally, (Tally{{"added", 1}, {"renumbered", 1}, {"unchanged", 5}}));
}

}  // namespace
}  // namespace travaux
