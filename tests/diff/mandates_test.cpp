#include "travaux/mandates.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "support/texts.h"

namespace travaux {
namespace {

using namespace travaux::testing;

MandateTable table_of(const std::string& text) { return tabulate_mandates(resolved(text), built_in_registry()); }

/// Two drafts, their comparison, and its table.
struct Compared {
  Document from, to;
  DocumentDiff changes;
  MandatesDiff mandates;

  Compared(const std::string& a, const std::string& b) : from(document(a)), to(document(b)) {
    resolve_instruments({&from, &to}, built_in_registry());
    changes = diff(from, to);
    mandates = compare_mandates(from, to, changes, built_in_registry());
  }

  std::vector<std::string> rows() const {
    std::vector<std::string> lines;
    for (const MandateRow& row : mandates.rows) {
      std::string line;
      for (const std::size_t i : row.from) line += mandates.from.items[i].address + " ";
      line += "->";
      for (const std::size_t i : row.to) line += " " + mandates.to.items[i].address;
      lines.push_back(line);
    }
    return lines;
  }
};

// --- one draft ---

TEST(Mandates, TheMarch7DraftRestsOnNinetyEightCitationsOfTwentyEightInstruments) {
  const MandateTable table = table_of(march_7());
  EXPECT_EQ(table.items.size(), 23U);
  EXPECT_EQ(table.instruments.size(), 28U);
  EXPECT_EQ(table.citations.size(), 98U);
  EXPECT_EQ(table.passages, (PassageCount{100, 30}));
  EXPECT_TRUE(table.without_mandate().empty());
  EXPECT_EQ(table.instruments[0].instrument.title, "Commitment to Public Security in the Americas");
  EXPECT_EQ(table.instruments[0].items.size(), 12U);
}

TEST(Mandates, AnInstrumentIsDescribedByTheRegistryElseByItsHeading) {
  const MandateTable table = table_of(
      "1. Police\n1.1 Act.\n\nCommitment to Public Security in the Americas (MISPA I):\n“a”\n\n"
      "Declaration of Nowhere, 1999:\n“b”\n\nAG/RES. 9999 (XL-O/10) On bears:\n“c”\n");
  std::map<std::string, MandateInstrument> by_id;
  for (const MandateInstrument& column : table.instruments) by_id[column.instrument.id] = column;
  EXPECT_TRUE(by_id.at("mispa-1").registered);
  EXPECT_EQ(by_id.at("mispa-1").instrument.kind, "commitment");
  const MandateInstrument& nowhere = by_id.at(table.instruments[1].instrument.id);
  EXPECT_FALSE(nowhere.registered);
  EXPECT_EQ(nowhere.instrument.title, "Declaration of Nowhere, 1999");
  EXPECT_EQ(nowhere.instrument.year, "1999");
  EXPECT_EQ(nowhere.instrument.symbol, "");
  EXPECT_EQ(by_id.at("AG/RES. 9999").instrument.symbol, "AG/RES. 9999");
  EXPECT_EQ(by_id.at("AG/RES. 9999").instrument.year, "2010");
}

TEST(Mandates, InstrumentsStandInTheOrderOfHowManyItemsCiteThem) {
  const MandateTable table = table_of(march_7());
  for (std::size_t j = 1; j < table.instruments.size(); ++j) {
    const MandateInstrument &left = table.instruments[j - 1], &right = table.instruments[j];
    ASSERT_GE(left.items.size(), right.items.size());
    const bool equal = left.items.size() == right.items.size();
    EXPECT_TRUE(!equal || left.citations[0] < right.citations[0]);
  }
}

Item item_with(const std::string& address, std::size_t citations, std::vector<Item> points = {}) {
  Item item{address, address, "text", std::nullopt, std::move(points), {}, 0};
  for (std::size_t i = 0; i < citations; ++i) {
    Citation citation;
    citation.heading = citation.instrument = "Plan " + std::to_string(i % 2);
    item.citations.push_back(citation);
  }
  return item;
}

std::string bases(std::vector<Item> items) {
  Document document;
  document.sections.push_back({"1", "One", "", 0, std::move(items), 1});
  std::string line;
  for (const MandateItem& item : tabulate_mandates(document, {}).items) {
    line += item.address + ":" + std::string(name_of(item.basis)) + " ";
  }
  return line;
}

TEST(Mandates, APointRestsOnWhatItsItemCitesAndAnItemOnWhatItsPointsCite) {
  EXPECT_EQ(bases({item_with("1", 1, {item_with("1a", 0, {item_with("1ai", 0)}), item_with("1b", 1)}), item_with("2", 0)}),
            "1:own 1a:above 1ai:above 1b:own 2:none ");
  EXPECT_EQ(bases({item_with("1", 0, {item_with("1a", 0), item_with("1b", 0, {item_with("1bi", 1)}), item_with("1c", 0)}),
                   item_with("2", 0, {item_with("2a", 0)}), item_with("3", 1)}),
            "1:below 1a:none 1b:below 1bi:own 1c:none 2:none 2a:none 3:own ");
}

TEST(Mandates, OneInstrumentCitedTwiceUnderAnItemIsTwoCitationsAndOneItem) {
  Document document;
  document.sections.push_back({"1", "One", "", 0, {item_with("1", 3), item_with("2", 1)}, 1});
  const MandateTable table = tabulate_mandates(document, {});
  ASSERT_EQ(table.instruments.size(), 2U);
  EXPECT_EQ(table.instruments[0].citations.size(), 3U);
  EXPECT_EQ(table.instruments[0].items, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(table.citations[2].index, 3U);
}

TEST(Mandates, ADraftWithoutCitationsHasItemsAndNoInstruments) {
  const MandateTable table = table_of("Article 1\nAims\n1. The Parties shall act.\n2. They report.\n");
  EXPECT_EQ(table.instruments.size(), 0U);
  EXPECT_EQ(table.without_mandate().size(), table.items.size());
  EXPECT_GT(table.items.size(), 0U);
  EXPECT_EQ(tabulate_mandates({}, {}).items.size(), 0U);
}

// --- mentions ---

constexpr const char* kResolution =
    "THE GENERAL ASSEMBLY,\n\nRecalling its resolution AG/RES. 2543 (XL-O/10) and the Declaration on Security in the "
    "Americas;\n\n"
    "Bearing in mind Security Council resolutions 1325 (2000) and 1820 (2008), and again resolution 1325 (2000),\n\nRESOLVES:\n\n"
    "1. To urge states to act.\n\n2. To request the Secretariat to report under A/RES/70/1 on:\n\n(a) what was done;\n\n(b) what "
    "was not.\n";

/// "PP1: AG/RES. 2543; …" for each item that mentions anything.
std::vector<std::string> mentions_of(const MandateTable& table) {
  std::vector<std::string> lines;
  for (const MandateItem& item : table.items) {
    std::string line = item.address + ":";
    for (const std::size_t m : item.mentions) line += " " + table.mentioned[table.mentions[m].instrument].instrument.id + ";";
    if (!item.mentions.empty()) lines.push_back(line);
  }
  return lines;
}

TEST(MandatesMentions, AResolutionRestsOnWhatItsParagraphsNameAndCitesNothing) {
  const MandateTable table = table_of(kResolution);
  EXPECT_EQ(mentions_of(table), (std::vector<std::string>{"PP1: AG/RES. 2543; security-declaration-2003;",
                                                          "PP2: S/RES/1325; S/RES/1820;", "OP2: A/RES/70/1;"}));
  EXPECT_EQ(table.citations.size(), 0U);
  EXPECT_EQ(table.instruments.size(), 0U);
  std::string bases;
  for (const MandateItem& item : table.items) bases += item.address + ":" + std::string(name_of(item.basis)) + " ";
  EXPECT_EQ(bases, "PP1:mentioned PP2:mentioned OP1:none OP2:mentioned OP2/(a):mentioned OP2/(b):mentioned ");
  EXPECT_TRUE(table.mentioned[0].registered);
  EXPECT_EQ(table.mentioned[2].instrument.title, "S/RES/1325");
  EXPECT_EQ(table.mentions[0].span.of(table.items[0].text), "AG/RES. 2543 (XL-O/10)");
}

TEST(MandatesMentions, WhatIsCitedAndNamedIsKnownAsOneInstrument) {
  const MandateTable table =
      table_of("PLAN\n\n1. Police\n1.1 Act under AG/RES. 2551 (XL-O/10).\n\nAG/RES. 2551 (XL-O/10):\n\n“x”\n1.2 Report.\n");
  ASSERT_EQ(table.mentioned.size(), 1U);
  EXPECT_EQ(table.mentioned[0].cited, std::optional<std::size_t>(0));
  EXPECT_EQ(table.instruments[0].instrument.id, table.mentioned[0].instrument.id);
  EXPECT_EQ(table.items[0].basis, Basis::kOwn);
}

TEST(MandatesMentions, BetweenTwoDraftsAMentionComesAndGoes) {
  std::string later = kResolution;
  later.replace(later.find("1820 (2008)"), 11, "2106 (2013)");
  const Compared compared(kResolution, later);
  std::vector<std::string> changed;
  for (const MentionChange& mention : compared.mandates.mentions) {
    if (mention.changes.empty()) continue;
    changed.push_back(std::string(name_of(mention.changes.list().front())) + " " +
                      (mention.to ? compared.mandates.to.mentioned[*mention.to] : compared.mandates.from.mentioned[*mention.from])
                          .instrument.id);
  }
  EXPECT_EQ(changed, (std::vector<std::string>{"added S/RES/2106", "removed S/RES/1820"}));
  EXPECT_EQ(compared.mandates.mention_tally, (Tally{{"added", 1}, {"removed", 1}, {"unchanged", 4}}));
  EXPECT_FALSE(compared.mandates.empty());
  EXPECT_TRUE(Compared(kResolution, kResolution).mandates.empty());
}

// --- a draft as it may come ---

std::string draft_text() {
  static const std::vector<std::string> kHeadings{
      "Declaration of Nowhere, 1999:", "Commitment to Public Security in the Americas (MISPA I):",
      "AG/RES. 2551 (XL-O/10), Work Plan:", "Plan of Action of Somewhere, 2001:"};
  static const std::vector<std::string> kWords{"act", "together", "watch", "harbours", "train", "police", "report", "yearly"};
  std::string text = "PLAN\n\n";
  const int sections = *rc::gen::inRange(0, 4);
  for (int s = 1; s <= sections; ++s) {
    text += std::to_string(s) + ". Section " + *rc::gen::elementOf(kWords) + "\n";
    const int items = *rc::gen::inRange(0, 4);
    for (int i = 1; i <= items; ++i) {
      text += std::to_string(s) + "." + std::to_string(i) + " States";
      for (int w = 0; w < 5; ++w) text += " " + *rc::gen::elementOf(kWords);
      const int points = *rc::gen::inRange(0, 3);
      text += points > 0 ? ":\n" : ".\n";
      for (int p = 0; p < points; ++p) text += std::string("(") + "ab"[p] + ") " + *rc::gen::elementOf(kWords) + " more;\n";
      const int citations = *rc::gen::inRange(0, 4);
      for (int c = 0; c < citations; ++c) {
        text += "\n" + *rc::gen::elementOf(kHeadings) + "\n\n“" + *rc::gen::elementOf(kWords) + " " +
                *rc::gen::elementOf(kWords) + "”\n";
        if (*rc::gen::arbitrary<bool>()) text += "\nStates to " + *rc::gen::elementOf(kWords) + ".\n";
      }
    }
  }
  return text;
}

TEST(MandatesProperty, TheSumsOfATableAreThoseOfItsDraft) {
  EXPECT_TRUE(rc::check([] {
    const Document document = resolved(draft_text());
    const MandateTable table = tabulate_mandates(document, built_in_registry());
    const Counts counts = count(document);
    RC_ASSERT(table.items.size() == counts.items);
    RC_ASSERT(table.instruments.size() == counts.instruments);
    RC_ASSERT(table.citations.size() == counts.citations);
    RC_ASSERT(table.passages == (PassageCount{counts.quotations, counts.passages - counts.quotations}));
    std::size_t in_rows = 0, in_columns = 0;
    PassageCount passages;
    for (const MandateItem& item : table.items) in_rows += item.citations.size();
    for (const MandateInstrument& column : table.instruments) {
      in_columns += column.citations.size();
      passages += column.passages;
      std::set<std::size_t> items;
      for (const std::size_t c : column.citations) items.insert(table.citations[c].item);
      RC_ASSERT(column.items == std::vector<std::size_t>(items.begin(), items.end()));
    }
    RC_ASSERT(in_rows == counts.citations);
    RC_ASSERT(in_columns == counts.citations);
    RC_ASSERT(passages == table.passages);
  }));
}

TEST(MandatesProperty, EveryItemStandsInOneRowAndEveryCitationIsCountedOnce) {
  EXPECT_TRUE(rc::check([] {
    const Compared pair(draft_text(), draft_text());
    std::multiset<std::size_t> from, to, seen;
    for (const MandateRow& row : pair.mandates.rows) {
      from.insert(row.from.begin(), row.from.end());
      to.insert(row.to.begin(), row.to.end());
    }
    RC_ASSERT(from.size() == pair.mandates.from.items.size() && std::set(from.begin(), from.end()).size() == from.size());
    RC_ASSERT(to.size() == pair.mandates.to.items.size() && std::set(to.begin(), to.end()).size() == to.size());
    Tally tally;
    std::set<std::size_t> from_cited, to_cited;
    for (const MandateChange& change : pair.mandates.citations) {
      if (change.changes.empty()) ++tally["unchanged"];
      for (const Change kind : change.changes.list()) ++tally[std::string(name_of(kind))];
      if (change.from) RC_ASSERT(from_cited.insert(*change.from).second);
      if (change.to) RC_ASSERT(to_cited.insert(*change.to).second);
    }
    RC_ASSERT(tally == pair.changes.citation_tally());
    RC_ASSERT(from_cited.size() == pair.mandates.from.citations.size());
    RC_ASSERT(to_cited.size() == pair.mandates.to.citations.size());
    for (const MandateColumn& column : pair.mandates.columns) seen.insert(column.citations.begin(), column.citations.end());
    RC_ASSERT(seen.size() == pair.mandates.citations.size());
  }));
}

// --- what changed ---

/// What changed, as the answer key of the worked example has it.
std::multiset<std::string> told(const MandatesDiff& mandates) {
  std::multiset<std::string> lines;
  const auto item = [](const MandateTable& table, const std::optional<std::size_t>& citation) {
    return citation ? table.items[table.citations[*citation].item].address : std::string();
  };
  for (const MandateChange& change : mandates.citations) {
    if (change.changes.empty()) continue;
    const MandateColumn& column = mandates.columns[change.column];
    const Instrument& instrument =
        column.to ? mandates.to.instruments[*column.to].instrument : mandates.from.instruments[*column.from].instrument;
    std::set<std::string> names;
    for (const Change kind : change.changes.list()) names.emplace(name_of(kind));
    std::string line = instrument.id + " " + item(mandates.from, change.from) + " -> " + item(mandates.to, change.to) + ":";
    for (const std::string& name : names) line += " " + name;
    lines.insert(line);
  }
  return lines;
}

std::multiset<std::string> key(const nlohmann::json& citations) {
  std::multiset<std::string> lines;
  const auto item = [](const nlohmann::json& side) { return side.is_null() ? std::string() : side.get<std::string>(); };
  for (const nlohmann::json& entry : citations) {
    std::string line =
        entry["instrument"].get<std::string>() + " " + item(entry["from_item"]) + " -> " + item(entry["to_item"]) + ":";
    for (const std::string& name : entry["change"].get<std::set<std::string>>()) line += " " + name;
    lines.insert(line);
  }
  return lines;
}

TEST(MandatesCompared, TheWorkedExampleChangesAsItsKeySays) {
  const auto key_file = nlohmann::json::parse(slurp(source_path("history/san-salvador-2011/expected.json")));
  const std::vector<std::string> drafts{march_7(), rev_1(), rev_2()};
  for (std::size_t step = 0; step < 2; ++step) {
    const Compared pair(drafts[step], drafts[step + 1]);
    EXPECT_EQ(told(pair.mandates), key(key_file["steps"][step]["citations"]));
    for (const auto& [table, counts] :
         {std::pair(pair.mandates.from, key_file["counts"][step]), std::pair(pair.mandates.to, key_file["counts"][step + 1])}) {
      EXPECT_EQ(table.instruments.size(), counts["instruments"].get<std::size_t>());
      EXPECT_EQ(table.citations.size(), counts["citations"].get<std::size_t>());
      EXPECT_EQ(table.passages.quotations, counts["quotations"].get<std::size_t>());
      EXPECT_EQ(table.passages.paraphrases, counts["paraphrases"].get<std::size_t>());
    }
  }
}

const std::string kPolice = "Train the officers of every police force in the rights of those whom they arrest.\n";
const std::string kHarbour = "Keep watch by day and by night over the harbours and the roads that lead to them.\n";
const std::string kSchools = "Teach children at school how quarrels are settled without a weapon.\n";
const std::string kNowhere = "\nDeclaration of Nowhere, 1999:\n\n“We will meet again before the year is out.”\n\n";
const std::string kSomewhere = "\nPlan of Action of Somewhere, 2001:\n\n“Ships are to be inspected in every harbour.”\n\n";

TEST(MandatesCompared, ARenumberedItemIsTheSameRow) {
  const Compared pair("1. Order\n1.1 " + kPolice + kNowhere + "1.2 " + kHarbour + kSomewhere,
                      "1. Order\n1.1 " + kSchools + "1.2 " + kPolice + kNowhere + "1.3 " + kHarbour + kSomewhere);
  EXPECT_EQ(pair.rows(), (std::vector<std::string>{"-> 1.1", "1.1 -> 1.2", "1.2 -> 1.3"}));
  EXPECT_TRUE(told(pair.mandates).empty());
  EXPECT_FALSE(pair.mandates.empty());  // a row was added
}

TEST(MandatesCompared, WhatIsGoneStandsWhereItStood) {
  const Compared pair(
      "1. Order\n1.1 " + kPolice + "1.2 " + kSchools + "1.3 " + kHarbour + "2. Peace\n2.1 Lay down the weapons of war.\n",
      "1. Order\n1.1 " + kPolice + "1.2 " + kHarbour);
  EXPECT_EQ(pair.rows(), (std::vector<std::string>{"1.1 -> 1.1", "1.2 ->", "1.3 -> 1.2", "2.1 ->"}));
  EXPECT_EQ(pair.mandates.rows[1].to_section, 0U);
  EXPECT_FALSE(pair.mandates.rows[3].to_section);
  EXPECT_EQ(pair.mandates.rows[3].from_section, 1U);
}

TEST(MandatesCompared, ACitationThatMovedStandsInBothRowsAndIsCountedOnce) {
  const Compared pair("1. Order\n1.1 " + kPolice + kNowhere + "1.2 " + kHarbour,
                      "1. Order\n1.1 " + kPolice + "1.2 " + kHarbour + kNowhere);
  ASSERT_EQ(pair.mandates.citations.size(), 1U);
  EXPECT_EQ(pair.mandates.citation_tally, (Tally{{"moved", 1}}));
  EXPECT_EQ(pair.mandates.rows[0].citations, (std::vector<std::size_t>{0}));
  EXPECT_EQ(pair.mandates.rows[1].citations, (std::vector<std::size_t>{0}));
  EXPECT_EQ(pair.mandates.citations[0].from_row, 0U);
  EXPECT_EQ(pair.mandates.citations[0].to_row, 1U);
}

TEST(MandatesCompared, AnInstrumentIsNewlyCitedOrNoLongerCitedAtAll) {
  const Compared pair("1. Order\n1.1 " + kPolice + kNowhere, "1. Order\n1.1 " + kPolice + kSomewhere);
  ASSERT_EQ(pair.mandates.columns.size(), 2U);
  EXPECT_FALSE(pair.mandates.columns[0].from);
  EXPECT_FALSE(pair.mandates.columns[1].to);
  EXPECT_EQ(pair.mandates.from.instruments[*pair.mandates.columns[1].from].instrument.title, "Declaration of Nowhere, 1999");
}

TEST(MandatesCompared, ARewordedPassageIsCountedAndOneThatCameIsNot) {
  const std::string added = "\n“Every officer carries a card with the rights of the arrested.”\n\n";
  const Compared pair("1. Order\n1.1 " + kPolice + kNowhere,
                      "1. Order\n1.1 " + kPolice + replace_all(kNowhere, "the year is", "this year is") + added);
  ASSERT_EQ(pair.mandates.citations.size(), 1U);
  EXPECT_EQ(pair.mandates.citations[0].reworded, 1U);
  EXPECT_EQ(pair.mandates.citation_tally, (Tally{{"edited", 1}}));
}

TEST(MandatesCompared, ADraftHasNoChangeAgainstItself) {
  const Compared pair(march_7(), straight_quotes(march_7()));
  EXPECT_TRUE(pair.mandates.empty());
  EXPECT_EQ(pair.mandates.citation_tally, (Tally{{"unchanged", 98}}));
}

}  // namespace
}  // namespace travaux
