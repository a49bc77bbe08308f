#include <nlohmann/json.hpp>

#include "support.h"

namespace travaux {
namespace {

using nlohmann::ordered_json;

Document plan() {
  Document document = parse(
      "PLAN OF ACTION\n\n1. Police\n1.1 Act together.\n(AGREED)\n\nCommitment to Public Security in the Americas (MISPA I):\n\n"
      "“Take note”\nshare what is known.\n");
  resolve_instruments({&document}, built_in_registry());
  return document;
}

TEST(DocumentJson, PrintsTheKeysInTheOrderOfTheSchema) {
  EXPECT_EQ(document_json(plan(), "rev. 1"), R"json({
  "schema": "travaux/draft/1",
  "label": "rev. 1",
  "title": "PLAN OF ACTION",
  "front": "PLAN OF ACTION",
  "back": "",
  "sections": [
    {
      "number": "1",
      "heading": "Police",
      "text": "",
      "items": [
        {
          "address": "1.1",
          "text": "Act together.",
          "status": "(AGREED)",
          "items": [],
          "citations": [
            {
              "index": 1,
              "heading": "Commitment to Public Security in the Americas (MISPA I):",
              "instrument": "mispa-1",
              "locator": null,
              "passages": [
                {
                  "form": "quotation",
                  "text": "“Take note”"
                },
                {
                  "form": "paraphrase",
                  "text": "share what is known."
                }
              ]
            }
          ]
        }
      ]
    }
  ],
  "counts": {
    "sections": 1,
    "items": 1,
    "citations": 1,
    "passages": 2,
    "quotations": 1,
    "instruments": 1,
    "brackets": 0,
    "options": 0,
    "placeholders": 0
  },
  "brackets": [],
  "options": [],
  "diagnostics": []
}
)json");
}

TEST(DocumentJson, NestsSubItemsToAnyDepth) {
  Document document;
  Item deep{"(i)", "1.1/(a)/(i)", "deep", std::nullopt, {}, {}, 3};
  Item middle{"(a)", "1.1/(a)", "middle", std::nullopt, {deep}, {}, 2};
  document.sections.push_back({"1", "One", "", 0, {{"1.1", "1.1", "top", std::nullopt, {middle}, {}, 1}}, 1});
  const ordered_json json = ordered_json::parse(document_json(document, ""));
  EXPECT_EQ(json["sections"][0]["items"][0]["items"][0]["items"][0]["address"], "1.1/(a)/(i)");
  EXPECT_TRUE(json["sections"][0]["items"][0]["status"].is_null());
}

TEST(DocumentJson, ListsDiagnosticsWithTheirLines) {
  Document document;
  document.diagnostics = {{12, Severity::kWarning, "an odd line"}, {14, Severity::kNote, "a note"}};
  const ordered_json json = ordered_json::parse(document_json(document, ""));
  EXPECT_EQ(json["diagnostics"].dump(), R"([{"line":12,"severity":"warning","message":"an odd line"},)"
                                        R"({"line":14,"severity":"note","message":"a note"}])");
}

TEST(DocumentJson, EscapesControlAndDirectionCharactersSoThatTheyCannotActOnATerminal) {
  Document document;
  document.title = "a\x1b[31m\u009b\u202e\u2028\x7f\U000E0041z";
  const std::string json = document_json(document, "");
  EXPECT_NE(json.find(R"("a\u001b[31m\u009b\u202e\u2028\u007f\udb40\udc41z")"), std::string::npos) << json;
  EXPECT_EQ(ordered_json::parse(json)["title"], document.title);
}

TEST(DocumentJson, NeverFailsOnBytesThatAreNoText) {
  Document document;
  document.title = "caf\xe9";
  EXPECT_EQ(ordered_json::parse(document_json(document, ""))["title"], "caf\uFFFD");
}

TEST(ItemJson, ShowsOneItemUnderItsSectionsHeading) {
  const Document document = plan();
  const ordered_json json = ordered_json::parse(item_json(document, *find_address(document, "1.1"), "rev. 1"));
  EXPECT_EQ(json["schema"], "travaux/item/1");
  EXPECT_EQ(json["section"]["heading"], "Police");
  EXPECT_EQ(json["item"]["text"], "Act together.");
}

TEST(ItemJson, ShowsASectionWhereTheAddressIsASections) {
  const Document document = plan();
  const ordered_json json = ordered_json::parse(item_json(document, *find_address(document, "1."), "rev. 1"));
  EXPECT_EQ(json["schema"], "travaux/section/1");
  EXPECT_EQ(json["section"]["items"].size(), 1U);
}

TEST(FindAddress, ForgivesCaseSpaceAndATrailingDot) {
  Document document;
  document.sections.push_back({"Article 4", "Aims", "", 0, {{"3", "Article 4/3", "x", std::nullopt, {}, {}, 1}}, 1});
  ASSERT_TRUE(find_address(document, "article 4/3."));
  EXPECT_EQ(item_at(document, *find_address(document, "ARTICLE4/3")).text, "x");
  EXPECT_TRUE(find_address(document, "article 4")->item.empty());
  EXPECT_FALSE(find_address(document, "Article 5"));
  EXPECT_FALSE(find_address(document, ""));
  EXPECT_FALSE(find_address(document, "\xff"));
}

// --- comparisons ---

const char kEarlier[] =
    "PLAN\n\n1. Police\n1.1 States shall act together within 30 days of the adoption.\n1.2 Keep watch over every harbour.\n"
    "1.3 Study the causes of violence in cities and towns.\n";
const char kLater[] =
    "PLAN\n\n1. Police forces\n1.1 States may act together within 30 days of the adoption.\n1.2 Keep watch over every harbour.\n";

TEST(DiffJson, ListsWhatChangedWithSpansClassAndStrength) {
  const test::Pair pair(kEarlier, kLater);
  const ordered_json json = ordered_json::parse(diff_json(pair.changes, pair.from, pair.to));
  ASSERT_EQ(json["items"].size(), 2U);
  const ordered_json& edited = json["items"][0];
  EXPECT_EQ(edited["change"], ordered_json::array({"edited"}));
  EXPECT_EQ(edited["edits"][0].dump(),
            R"({"from":"shall","to":"may","from_item":"1.1","to_item":"1.1","from_span":[7,12],"to_span":[7,10],)"
            R"("class":"substantive","strength":"weakened"})");
  EXPECT_EQ(json["items"][1]["from"], ordered_json::array({"1.3"}));
  EXPECT_EQ(json["items"][1]["to"], ordered_json::array());
  EXPECT_EQ(json["sections"][0]["change"], ordered_json::array({"retitled"}));
  EXPECT_TRUE(json["sections"][0]["edits"][0]["from_item"].is_null());
  EXPECT_TRUE(json["degraded"].is_null());
}

TEST(DiffJson, SaysWhatANegationTurnsRound) {
  const test::Pair pair("PLAN\n\n1. Police\n1.1 States shall act together.\n",
                        "PLAN\n\n1. Police\n1.1 States shall not act together.\n");
  const ordered_json json = ordered_json::parse(diff_json(pair.changes, pair.from, pair.to));
  EXPECT_EQ(json["items"][0]["edits"][0]["polarity"], "negated");
  EXPECT_TRUE(json["items"][0]["edits"][0]["strength"].is_null());
  const std::string text = render_debug(diff_text(pair.changes, pair.from, pair.to));
  EXPECT_NE(text.find("[warning]negated[/]"), std::string::npos) << text;
  const std::string page = redline_html(build_redline(pair.from, pair.to, pair.changes), pair.changes, pair.from, pair.to);
  EXPECT_NE(page.find("<span class=\"tag about polarity\">negated</span>"), std::string::npos);
}

TEST(DiffJson, ListsTheUnchangedOnlyWhenAskedForAll) {
  const test::Pair pair(kEarlier, kLater);
  const ordered_json all = ordered_json::parse(diff_json(pair.changes, pair.from, pair.to, {.all = true}));
  EXPECT_EQ(all["items"].size(), 3U);
  EXPECT_EQ(all["items"][1]["change"], ordered_json::array());
}

TEST(DiffJson, CountsTheWordsThatItsFactsCover) {
  const test::Pair pair(test::history("2011-04-01-note-and-plan-of-action.txt"), test::history("drafts/2011-05-03-rev-1.txt"));
  const Ledger ledger = account(pair.from, pair.to, pair.changes);
  const ordered_json json = ordered_json::parse(diff_json(pair.changes, pair.from, pair.to, {.ledger = &ledger, .facts = true}));
  std::map<std::string, std::size_t> from, to;
  for (const auto& fact : json["facts"]) {
    from[fact["fate"]] += fact["from_words"].get<std::size_t>();
    to[fact["fate"]] += fact["to_words"].get<std::size_t>();
  }
  for (const char* fate : {"kept", "edited", "moved", "added", "removed"}) {
    EXPECT_EQ(json["summary"]["words"]["from"][fate], from[fate]) << fate;
    EXPECT_EQ(json["summary"]["words"]["to"][fate], to[fate]) << fate;
  }
  EXPECT_EQ(json["summary"]["words"]["from"]["total"], tokenize(pair.from.source).size());
}

TEST(DiffJson, SumsUpWhatItLists) {
  const test::Pair pair(test::history("drafts/2011-05-03-rev-1.txt"), test::history("drafts/2011-05-19-rev-2.txt"));
  const ordered_json json = ordered_json::parse(diff_json(pair.changes, pair.from, pair.to, {.all = true}));
  for (const char* list : {"sections", "items", "citations"}) {
    std::map<std::string, std::size_t> tally;
    for (const ordered_json& entry : json[list]) {
      if (entry["change"].empty()) ++tally["unchanged"];
      for (const ordered_json& change : entry["change"]) ++tally[change];
    }
    const std::map<std::string, std::size_t> summary = json["summary"][list];
    EXPECT_EQ(summary, tally) << list;
    EXPECT_EQ(json["summary"][list].begin().key(), "unchanged");
  }
}

TEST(DiffJson, SaysThatAQuotationBecameAParaphrase) {
  const std::string head = "PLAN\n\n1. Police\n1.1 Act together.\n\nCommitment to Public Security in the Americas (MISPA I):\n\n";
  const test::Pair pair(head + "“Promote the sharing of relevant information by the police”\n",
                        head + "Promote the sharing of relevant information by the police.\n");
  const ordered_json json = ordered_json::parse(diff_json(pair.changes, pair.from, pair.to));
  ASSERT_EQ(json["citations"].size(), 1U);
  EXPECT_EQ(json["citations"][0]["passages"][0]["form"].dump(), R"({"from":"quotation","to":"paraphrase"})");
}

TEST(DiffJson, GivesNullForTheSideThatACitationDoesNotHave) {
  DocumentDiff changes;
  CitationDiff added{"AG/RES. 1", {}, std::nullopt, CitationSide{"1.1", {}, 2, "AG/RES. 1:", ""}, {}, {}};
  added.changes.add(Change::kAdded);
  changes.citations.push_back(added);
  changes.degraded = "too long";
  const ordered_json json = ordered_json::parse(diff_json(changes, {}, {}));
  EXPECT_TRUE(json["citations"][0]["from"].is_null());
  EXPECT_EQ(json["citations"][0]["to"].dump(), R"({"item":"1.1","index":2,"heading":"AG/RES. 1:","locator":null})");
  EXPECT_EQ(json["degraded"], "too long");
}

TEST(DiffJson, ANoticeIsPartOfTheAnswerAndNoKeyWithoutOne) {
  EXPECT_EQ(ordered_json::parse(diff_json({}, {}, {}, {.notices = {"rev. 1 is constructed"}}))["notices"],
            ordered_json({"rev. 1 is constructed"}));
  EXPECT_FALSE(ordered_json::parse(diff_json({}, {}, {})).contains("notices"));
  EXPECT_EQ(ordered_json::parse(document_json({}, "rev. 1", {"constructed"}))["notices"].size(), 1u);
}

TEST(DiffJson, IsTheSameOnEveryRun) {
  const test::Pair one(kEarlier, kLater), two(kEarlier, kLater);
  EXPECT_EQ(diff_json(one.changes, one.from, one.to, {.all = true}), diff_json(two.changes, two.from, two.to, {.all = true}));
}

}  // namespace
}  // namespace travaux
