// Items × instruments in every form it is printed in.
#include "travaux/mandates.h"

#include <nlohmann/json.hpp>

#include "report/csv.h"
#include "support.h"

namespace travaux {
namespace {

using nlohmann::ordered_json;

constexpr const char* kPlan =
    "PLAN OF ACTION\n\n1. Police\n1.1 Act together.\n\nCommitment to Public Security in the Americas (MISPA I):\n\n"
    "“Take note”\nshare what is known.\n\nHemispheric Drug Strategy, Demand Reduction:\n\n“Treat the sick”\n1.2 Keep watch.\n";

MandateTable table_of(Document document) {
  resolve_instruments({&document}, built_in_registry());
  return tabulate_mandates(document, built_in_registry());
}

MandateTable plan() {
  MandateTable table = table_of(parse(kPlan));
  table.label = "rev. 1";
  return table;
}

MandatesDiff compared(const std::string& a, const std::string& b) {
  const test::Pair pair(a, b);
  MandatesDiff mandates = compare_mandates(pair.from, pair.to, pair.changes, built_in_registry());
  mandates.from.label = "rev. 1";
  mandates.to.label = "rev. 2";
  return mandates;
}

MandatesDiff compared_history(std::size_t a, std::size_t b) {
  const test::Pair pair(test::history(test::history_drafts()[a]), test::history(test::history_drafts()[b]));
  return compare_mandates(pair.from, pair.to, pair.changes, built_in_registry());
}

/// A reader of RFC 4180 that shares nothing with the writer; fails the test where the text is not of that form.
std::vector<std::vector<std::string>> read_csv(const std::string& csv) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  std::size_t at = 0;
  while (at < csv.size()) {
    std::string field;
    if (csv[at] == '"') {
      for (++at; at < csv.size(); ++at) {
        if (csv[at] == '"' && csv.compare(at, 2, "\"\"") != 0) break;
        if (csv[at] == '"') ++at;
        field += csv[at];
      }
      ++at;
    } else {
      while (at < csv.size() && csv[at] != ',' && csv[at] != '\r') field += csv[at++];
      EXPECT_EQ(field.find_first_of("\"\n"), std::string::npos) << field;
    }
    row.push_back(field);
    if (at < csv.size() && csv[at] == ',') {
      ++at;
      if (at == csv.size() || csv[at] == '\r') row.emplace_back();
    }
    if (csv.compare(at, 2, "\r\n") != 0) continue;
    at += 2;
    rows.push_back(std::move(row));
    row.clear();
  }
  EXPECT_TRUE(row.empty()) << "the last row has no end";
  return rows;
}

// --- text ---

TEST(MandatesText, ListsByItemAndByInstrumentAndWhatHasNoMandate) {
  EXPECT_EQ(render(mandates_text(plan()), {false, 80, true}),
            "rev. 1\n"
            "2 citations of 2 instruments in 2 items: 2 quotations, 1 paraphrase\n"
            "\n"
            "By item\n"
            "\n"
            "1  Police\n"
            "\n"
            "  1.1  Act together.\n"
            "      2 passages    Commitment to Public Security in the Americas, 2008\n"
            "                    [mispa-1]  1 quotation, 1 paraphrase\n"
            "      1 quotation   Hemispheric Drug Strategy, 2010  [drug-strategy-2010]\n"
            "                    Demand Reduction\n"
            "\n"
            "  1.2  Keep watch.\n"
            "      no mandate\n"
            "\n"
            "By instrument\n"
            "\n"
            "  Commitment to Public Security in the Americas, 2008  [mispa-1]\n"
            "      1 item, 1 citation, 1 quotation, 1 paraphrase\n"
            "      1.1\n"
            "\n"
            "  Hemispheric Drug Strategy, 2010  [drug-strategy-2010]\n"
            "      1 item, 1 citation, 1 quotation\n"
            "      1.1\n"
            "\n"
            "Items without a mandate\n"
            "  1.2  Keep watch.\n");
}

TEST(MandatesText, FitsEightyColumns) {
  for (const StyledText& text : {mandates_text(table_of(test::history(test::history_drafts()[0]))),
                                 mandates_text(compared_history(0, 1)), mandates_text(compared_history(1, 2))}) {
    std::stringstream lines(render(text, {false, 80, true}));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), 80U) << line;
  }
}

TEST(MandatesText, SaysOfATreatyThatNoItemCitesAMandate) {
  const std::string text =
      render(mandates_text(table_of(parse("Article 1\nAims\n1. The Parties shall act.\n2. They report.\n"))));
  EXPECT_NE(
      text.find("0 citations of 0 instruments in 2 items\n\nItems without a mandate\n  No item cites a mandate.\n  Looked for: "),
      std::string::npos)
      << text;
  EXPECT_NE(render(mandates_text(MandateTable())).find("The draft has no items."), std::string::npos);
}

TEST(MandatesText, SaysWhatChangedUnderEachItemAndOfEachInstrument) {
  const std::string police = "1. Order\n1.1 Train the officers of every police force in the rights of those whom they arrest.\n";
  const std::string watch = "1.2 Keep watch by day and by night over the harbours and the roads that lead to them.\n";
  const std::string nowhere = "\nDeclaration of Nowhere, 1999:\n\n“We will meet again before the year is out.”\n\n";
  const std::string mispa = "\nMISPA I:\n\n“Take note”\n\n";
  const std::string mispa_again = "\nCommitment to Public Security in the Americas:\n\n“Take note”\n\n";
  EXPECT_EQ(
      render(mandates_text(compared(police + mispa + nowhere + watch, police + mispa_again + watch + nowhere), {"A notice."})),
      "A notice.\n"
      "\n"
      "rev. 1 → rev. 2\n"
      "\n"
      "By item\n"
      "\n"
      "1  Order\n"
      "\n"
      "  1.1  Train the officers of every police force in the rights of those…\n"
      "      ~ Commitment to Public Security in the Americas, 2008  [mispa-1]  relabelled\n"
      "          was [-MISPA I-] {+Commitment to Public Security in the Americas+}\n"
      "      ← Declaration of Nowhere, 1999  [declaration-nowhere-1999]  moved to 1.2\n"
      "\n"
      "  1.2  Keep watch by day and by night over the harbours and the roads…\n"
      "      → Declaration of Nowhere, 1999  [declaration-nowhere-1999]  moved from 1.1\n"
      "\n"
      "By instrument\n"
      "\n"
      "  Commitment to Public Security in the Americas, 2008  [mispa-1]\n"
      "      1 item, 1 citation\n"
      "      relabelled  1.1\n"
      "\n"
      "  Declaration of Nowhere, 1999  [declaration-nowhere-1999]\n"
      "      1 item, 1 citation\n"
      "      moved  1.1 → 1.2\n"
      "\n"
      "Summary\n"
      "  items               2\n"
      "  without a mandate   1 → 0\n"
      "  instruments         2\n"
      "  citations           2\n"
      "  quotations          2\n"
      "  paraphrases         0\n"
      "\n"
      "  items       2 unchanged\n"
      "  citations   1 moved, 1 relabelled\n");
}

TEST(MandatesText, NamesWhatIsNewlyCitedAndWhatIsNoLongerCitedFirst) {
  const std::string item = "1. Order\n1.1 Train the officers of every police force.\n";
  const std::string text = render(mandates_text(
      compared(item + "\nDeclaration of Nowhere, 1999:\n\n“a”\n", item + "\nPlan of Action of Somewhere, 2001:\n\nb c d.\n")));
  EXPECT_NE(text.find("By instrument\n\n  + Plan of Action of Somewhere, 2001  [plan-of-action-somewhere-2001]  newly cited\n"
                      "      0 → 1 item, 0 → 1 citation\n      added  1.1\n\n"
                      "  − Declaration of Nowhere, 1999  [declaration-nowhere-1999]  no longer cited\n"),
            std::string::npos)
      << text;
}

TEST(MandatesText, SaysThatNothingChanged) {
  EXPECT_EQ(render(mandates_text(compared(kPlan, kPlan))),
            "rev. 1 → rev. 2\nNo mandate changed: 2 citations of 2 instruments in 2 items: 2 quotations, 1 paraphrase.\n");
}

// --- CSV ---

TEST(Csv, QuotesByRfc4180) {
  EXPECT_EQ(report::csv_row({"a", "", "b,c", "say \"x\""}), "a,,\"b,c\",\"say \"\"x\"\"\"\r\n");
  EXPECT_EQ(report::csv_row({""}), "\"\"\r\n");
  EXPECT_EQ(report::csv_row({}), "\"\"\r\n");
}

TEST(Csv, ASpreadsheetTakesNoCellForAFormula) {
  using report::csv_field;
  for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00A0=1", "\uFF1D1", "\uFF0B1"}) {
    EXPECT_EQ(csv_field(formula).front(), '\'') << formula;
  }
  EXPECT_EQ(csv_field("=HYPERLINK(\"http://x\",1)"), "\"'=HYPERLINK(\"\"http://x\"\",1)\"");
  EXPECT_EQ(csv_field("a=1"), "a=1");
  EXPECT_EQ(csv_field("− 1"), "− 1");
}

TEST(Csv, MakesControlAndDirectionCharactersVisible) {
  EXPECT_EQ(report::csv_field("a\x1b[31m\u202eb\nc\td"), "a\\x1b[31m\\u202eb c d");
}

TEST(MandatesCsv, IsTheTableWithARowAnItemAndAColumnAnInstrument) {
  EXPECT_EQ(
      mandates_csv(plan()),
      "section,heading,item,text,basis,citations,passages,\"Commitment to Public Security in the Americas, 2008 [mispa-1]\","
      "\"Hemispheric Drug Strategy, 2010 [drug-strategy-2010]\"\r\n"
      "1,Police,1.1,Act together.,own,2,3,\"1 quotation, 1 paraphrase\",1 quotation; Demand Reduction\r\n"
      "1,Police,1.2,Keep watch.,none,0,0,,\r\n");
}

TEST(MandatesCsv, HasAsManyFilledCellsAsItemsCiteInstruments) {
  const MandateTable table = table_of(test::history(test::history_drafts()[0]));
  const auto rows = read_csv(mandates_csv(table));
  ASSERT_EQ(rows.size(), 24U);
  std::size_t citing = 0, filled = 0, citations = 0, passages = 0;
  for (const MandateInstrument& column : table.instruments) citing += column.items.size();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ASSERT_EQ(rows[i].size(), 7U + 28U);
    if (i == 0) continue;
    citations += std::stoul(rows[i][5]);
    passages += std::stoul(rows[i][6]);
    for (std::size_t j = 7; j < rows[i].size(); ++j) filled += rows[i][j].empty() ? 0 : 1;
  }
  EXPECT_EQ(filled, citing);
  EXPECT_EQ(citations, 98U);
  EXPECT_EQ(passages, 130U);
}

TEST(MandatesCsv, OfTwoDraftsEveryCellSaysWhatBecameOfIt) {
  const std::string item = "1. Order\n1.1 Train the officers of every police force.\n";
  const std::string mispa = "\nMISPA I:\n\n“Take note of the work of the police”\n";
  EXPECT_EQ(mandates_csv(compared(item + mispa, item + mispa + "\n“and act”\n\nPlan of Action of Somewhere, 2001:\n\nb c d.\n")),
            "section,heading,earlier item,later item,change,text,basis,\"Commitment to Public Security in the Americas, 2008 "
            "[mispa-1]\",\"Plan of Action of Somewhere, 2001 [plan-of-action-somewhere-2001]\"\r\n"
            "1,Order,1.1,1.1,,Train the officers of every police force.,own,edited: 2 quotations (was 1 quotation),added: 1 "
            "paraphrase\r\n");
}

TEST(MandatesCsv, OfTwoDraftsAnyFieldCanBeReadBack) {
  const MandatesDiff mandates = compared_history(0, 1);
  const auto rows = read_csv(mandates_csv(mandates));
  ASSERT_EQ(rows.size(), mandates.rows.size() + 1);
  for (const auto& row : rows) EXPECT_EQ(row.size(), 7 + mandates.columns.size());
}

// --- the page ---

TEST(MandatesHtml, FetchesNothingRunsNothingAndClosesWhatItOpens) {
  for (const std::string& page : {mandates_html(plan()), mandates_html(compared_history(0, 1)), mandates_html(MandateTable()),
                                  mandates_html(compared(kPlan, kPlan))}) {
    EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
    for (const char* never : {"<script", "src=", "href=\"http", "url(", "@import"}) {
      EXPECT_EQ(page.find(never), std::string::npos) << never;
    }
    std::vector<std::string> open;
    for (std::size_t at = page.find("<body>"); (at = page.find('<', at)) != std::string::npos; ++at) {
      const bool closing = page[at + 1] == '/';
      const std::size_t name = at + (closing ? 2 : 1);
      const std::string tag = page.substr(name, page.find_first_of(" >", name) - name);
      if (tag == "br" || tag == "html") continue;
      if (!closing) {
        open.push_back(tag);
      } else {
        ASSERT_FALSE(open.empty());
        EXPECT_EQ(open.back(), tag);
        open.pop_back();
      }
    }
    EXPECT_TRUE(open.empty());
  }
}

TEST(MandatesHtml, EveryLinkLeadsToOnePlaceOfThePage) {
  for (const std::string& page :
       {mandates_html(table_of(test::history(test::history_drafts()[0]))), mandates_html(compared_history(0, 1)),
        mandates_html(compared_history(1, 2)), mandates_html(MandateTable()), mandates_html(compared(kPlan, kPlan))}) {
    std::map<std::string, int> ids;
    for (std::size_t at = 0; (at = page.find(" id=\"", at)) != std::string::npos; at += 5) {
      ++ids[page.substr(at + 5, page.find('"', at + 5) - at - 5)];
    }
    std::size_t links = 0;
    for (std::size_t at = 0; (at = page.find("href=\"#", at)) != std::string::npos; at += 7, ++links) {
      const std::string id = page.substr(at + 7, page.find('"', at + 7) - at - 7);
      EXPECT_EQ(ids[id], 1) << id;
    }
    EXPECT_GE(links, 1U);
    for (const auto& [id, number] : ids) EXPECT_EQ(number, 1) << id;
  }
}

TEST(MandatesHtml, EscapesWhateverADraftHolds) {
  Document document;
  document.label = document.title = "<script>alert(1)</script>";
  Item item{"1", "1\"><img>", "<b>&'\x1b", std::nullopt, {}, {}, 1};
  item.citations.push_back({"\"><svg onload=x>:", "\"><i>", "<u>", {{PassageForm::kQuotation, "x", 1}}, 1});
  document.sections.push_back({"<s>", "<h>", "", 0, {item}, 1});
  const MandateTable table = tabulate_mandates(document, {});
  const MandatesDiff same = compare_mandates(document, {}, diff(document, {}), {});
  for (const std::string& page : {mandates_html(table, {"<p>notice"}), mandates_html(same, {"<p>notice"})}) {
    for (const char* never : {"<script", "<img", "<svg", "<b>&'", "<u>", "<s>", "<h>", "<p>notice", "\x1b"}) {
      EXPECT_EQ(page.find(never), std::string::npos) << never;
    }
  }
}

TEST(MandatesHtml, AHugeTableIsLeftToASpreadsheetAndThePageSaysSo) {
  Document document;
  document.sections.push_back({"1", "One", "", 0, {}, 1});
  for (int i = 0; i < 201; ++i) {
    Item item{"", std::to_string(i), "text", std::nullopt, {}, {}, 1};
    const std::string name = "Plan " + std::to_string(i % 100);
    item.citations.push_back({name, name, std::nullopt, {}, 1});
    document.sections[0].items.push_back(item);
  }
  const std::string page = mandates_html(tabulate_mandates(document, {}));
  EXPECT_NE(page.find("The table of 201 items and 100 instruments is too large for a page"), std::string::npos);
  EXPECT_EQ(page.find("<table>"), std::string::npos);
  document.sections[0].items.pop_back();
  EXPECT_NE(mandates_html(tabulate_mandates(document, {})).find("<table>"), std::string::npos);
}

// --- mentions ---

constexpr const char* kResolution =
    "THE GENERAL ASSEMBLY,\n\nRecalling its resolution AG/RES. 2543 (XL-O/10);\n\nRESOLVES:\n\n1. To act under resolution 1325 "
    "(2000).\n\n"
    "2. To report.\n";

TEST(MandatesMentions, AreMarkedInEveryForm) {
  const MandateTable table = table_of(parse(kResolution));
  const std::string text = render(mandates_text(table));
  EXPECT_NE(
      text.find("      (mentioned)   Hemispheric Plan of Action against Transnational Organized Crime, 2010  [AG/RES. 2543]\n"),
      std::string::npos)
      << text;
  EXPECT_NE(text.find("  S/RES/1325\n      (mentioned)  OP1\n"), std::string::npos) << text;
  EXPECT_NE(text.find("Items without a mandate\n  OP2"), std::string::npos) << text;
  EXPECT_EQ(text.find("No item cites"), std::string::npos) << text;
  const auto csv = read_csv(mandates_csv(table));
  EXPECT_EQ(csv[0].back(), "S/RES/1325");
  EXPECT_EQ(csv[2].back(), "(mentioned)");
  EXPECT_EQ(csv[1].back(), "");
  const std::string page = mandates_html(table);
  EXPECT_NE(page.find("<span class=\"bare\" title=\"mentioned\">m</span>"), std::string::npos);
  EXPECT_NE(page.find("<span class=\"what\">(mentioned)</span>"), std::string::npos);
  const ordered_json json = ordered_json::parse(mandates_json(table));
  const ordered_json& mention = json["items"][1]["mentions"][0];
  EXPECT_EQ(mention["instrument"], "S/RES/1325");
  EXPECT_EQ(mention["text"], "resolution 1325 (2000)");
  EXPECT_EQ(mention["span"], ordered_json::array({13, 35}));
  EXPECT_EQ(json["items"][1]["citations"].size(), 0U);
EXPECT_EQ(json["items"][1]["basis"], "mentioned");
EXPECT_EQ(json["mentioned"][0]["id"], "AG/RES. 2543");
EXPECT_EQ(json["mentioned"][0]["cited"], false);
EXPECT_EQ(json["summary"]["mentions"], 2);
EXPECT_EQ(json["summary"]["citations"], 0);
}

TEST(MandatesMentions, ThatCameOrWentAreToldInEveryForm) {
  std::string later = kResolution;
  later.replace(later.find("1325 (2000)"), 11, "1820 (2008)");
  const MandatesDiff changes = compared(kResolution, later);
  const std::string text = render(mandates_text(changes));
  EXPECT_NE(text.find("      + S/RES/1820  (mentioned)\n      − S/RES/1325  (mentioned)\n"), std::string::npos) << text;
  EXPECT_NE(text.find("  mentions    1 unchanged, 1 added, 1 removed\n"), std::string::npos) << text;
  const auto csv = read_csv(mandates_csv(changes));
  EXPECT_EQ(csv[2].back(), "removed: (mentioned)");
  EXPECT_EQ(csv[2][csv[2].size() - 2], "added: (mentioned)");
  const ordered_json json = ordered_json::parse(mandates_json(changes));
  EXPECT_EQ(json["changes"]["mentions"][0].dump(),
            R"({"instrument":"S/RES/1820","change":["added"],"from":["OP1"],"to":["OP1"]})");
  EXPECT_NE(mandates_html(changes).find(
                "<bdi>S/RES/1820</bdi> <span class=\"tag added\">added</span> <span class=\"what\">(mentioned)</span>"),
            std::string::npos);
}

// --- JSON ---

TEST(MandatesJson, PrintsTheKeysInTheOrderOfTheSchema) {
  const ordered_json json = ordered_json::parse(mandates_json(plan(), {"A notice."}));
  EXPECT_EQ(json["schema"], "travaux/mandates/1");
  EXPECT_EQ(json["label"], "rev. 1");
  EXPECT_EQ(json["instruments"][0].dump(),
            R"({"id":"mispa-1","title":"Commitment to Public Security in the Americas","symbol":null,"year":"2008",)"
            R"("kind":"commitment","registered":true,"citations":1,"passages":2,"quotations":1,"items":["1.1"]})");
  EXPECT_EQ(
      json["items"][0].dump(),
      R"({"address":"1.1","section":{"number":"1","heading":"Police"},"basis":"own","citations":[)"
      R"({"index":1,"instrument":"mispa-1","heading":"Commitment to Public Security in the Americas (MISPA I):",)"
      R"("locator":null,"passages":2,"quotations":1},{"index":2,"instrument":"drug-strategy-2010",)"
      R"("heading":"Hemispheric Drug Strategy, Demand Reduction:","locator":"Demand Reduction","passages":1,"quotations":1}]})");
  EXPECT_EQ(json["without_mandate"].dump(), R"(["1.2"])");
  EXPECT_EQ(json["summary"].dump(),
            R"({"items":2,"without_mandate":1,"instruments":2,"citations":2,"passages":3,"quotations":2})");
  EXPECT_EQ(json["notices"].dump(), R"(["A notice."])");
}

TEST(MandatesJson, OfTwoDraftsHasBothTablesAndWhatChanged) {
  const MandatesDiff mandates = compared_history(0, 1);
  const ordered_json json = ordered_json::parse(mandates_json(mandates));
  EXPECT_EQ(json["from"]["summary"]["citations"], 98);
  EXPECT_EQ(json["to"]["summary"]["citations"], 100);
  EXPECT_TRUE(json["degraded"].is_null());
  std::map<std::string, std::size_t> tally;
  std::size_t changed = 0;
  for (const ordered_json& citation : json["changes"]["citations"]) {
    ++changed;
    for (const ordered_json& change : citation["change"]) ++tally[change];
  }
  tally["unchanged"] = mandates.citations.size() - changed;
  const std::map<std::string, std::size_t> summary = json["changes"]["summary"]["citations"];
  EXPECT_EQ(summary, tally);
  std::vector<std::string> gone;
  for (const ordered_json& instrument : json["changes"]["instruments"]) {
    if (instrument["to"].is_null()) gone.push_back(instrument["id"]);
  }
  EXPECT_EQ(gone, std::vector<std::string>{"AG/RES. 2444"});
}

}  // namespace
}  // namespace travaux
