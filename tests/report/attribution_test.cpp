// Reports on who asked for what.
#include <nlohmann/json.hpp>

#include "attribute/support.h"
#include "travaux/report.h"

namespace travaux::testing {
namespace {

using Json = nlohmann::json;

/// A round with something of everything.
struct Example {
  Negotiation n;
  Attribution found;

  Example() {
    n.insert("CARICOM", "1.1", "police forces", "and customs authorities").words = "In 1.1, insert “and customs authorities”.";
    n.insert("SICA", "1.1", "police forces", "and customs authorities").number = "(b)";
    n.replace("SICA", "2.1", "sustainable", "affordable").number.reset();
    n.ask("SICA", Ask::kRemark).number.reset();
    n.edit("by police forces in", "by police forces and customs authorities in").edit("churches", "parishes");
    found = n.run();
  }
  AttributionReport report(const std::string& only = {}) const { return {"rev. 1", "rev. 2", {}, only}; }
  Json json() const { return Json::parse(attribution_json(found, n.list(), report())); }
};

TEST(AttributionJson, ListsEveryEditAndEveryProposal) {
  const Json json = Example().json();
  EXPECT_EQ(json["schema"], "travaux/attribution/1");
  ASSERT_EQ(json["edits"].size(), 2U);
  EXPECT_EQ(json["edits"][0]["id"], "e1");
  EXPECT_EQ(json["edits"][0]["item"], (Json{{"from", "1.1"}, {"to", "1.1"}}));
  EXPECT_EQ(json["edits"][0]["target"], "text");
  EXPECT_EQ(json["edits"][0]["status"], "joint");
  EXPECT_EQ(json["edits"][0]["sources"][0]["by"], "CARICOM");
  EXPECT_EQ(json["edits"][0]["sources"][0]["comment"], "CARICOM.txt");
  EXPECT_EQ(json["edits"][0]["sources"][0]["evidence"], "In 1.1, insert “and customs authorities”.");
  EXPECT_EQ(json["edits"][1]["status"], "unattributed");
  ASSERT_EQ(json["proposals"].size(), 4U);
  EXPECT_EQ(json["proposals"][0]["fate"], "accepted");
  EXPECT_EQ(json["proposals"][0]["edits"], Json{"e1"});
  EXPECT_EQ(json["proposals"][2]["fate"], "not taken up");
  EXPECT_EQ(json["proposals"][3]["fate"], nullptr);
}

TEST(AttributionJson, WritesNumbersAsIntegersWhereTheyAre) {
  const Json json = Example().json();
  EXPECT_EQ(json["proposals"][0]["number"], 1);
  EXPECT_EQ(json["proposals"][1]["number"], "(b)");
  EXPECT_EQ(json["proposals"][2]["number"], nullptr);
}

TEST(AttributionJson, CountsEditsProposalsAndGroups) {
  const Json summary = Example().json()["summary"];
  EXPECT_EQ(summary["edits"], (Json{{"attributed", 0}, {"joint", 1}, {"unattributed", 1}}));
  EXPECT_EQ(summary["proposals"], (Json{{"accepted", 2}, {"not taken up", 1}, {"without fate", 1}}));
  EXPECT_EQ(summary["groups"][1]["by"], "SICA");
  EXPECT_EQ(summary["groups"][1]["edits"], 1);
}

TEST(AttributionText, SaysWhoAskedAndWhatNobodyAskedFor) {
  const Example example;
  const std::string text =
      render(attribution_text(example.found, example.n.from(), example.n.to(), example.n.list(), example.report()));
  EXPECT_NE(text.find("{+and customs authorities+}"), std::string::npos) << text;
  EXPECT_NE(text.find("CARICOM 1  verbatim"), std::string::npos) << text;
  EXPECT_NE(text.find("Nobody asked for this"), std::string::npos) << text;
  EXPECT_NE(text.find("not taken up"), std::string::npos) << text;
}

TEST(AttributionText, ForOneGroupNamesNoOther) {
  const Example example;
  const Attribution only = only_of(example.found, "SICA", example.n.list());
  const AttributionReport report = example.report("SICA");
  const std::string text = render(attribution_text(only, example.n.from(), example.n.to(), example.n.list(), report)) +
                           attribution_json(only, example.n.list(), report);
  EXPECT_EQ(text.find("CARICOM"), std::string::npos) << text;
  EXPECT_EQ(only.edits.size(), 1U);
  EXPECT_EQ(only.proposals.size(), 3U);
}

TEST(Candidates, AreOnTheDraftOrOneBeforeItAndNoLaterThanTheNext) {
  const Lines chain{"rev. 1", "rev. 0"};
  EXPECT_TRUE(is_candidate({"rev. 1", "2011-05-09"}, chain, "2011-05-19"));
  EXPECT_TRUE(is_candidate({"rev. 0", ""}, chain, "2011-05-19"));
  EXPECT_TRUE(is_candidate({"rev. 1", "2011-05"}, chain, "2011-05-19"));
  EXPECT_TRUE(is_candidate({"rev. 1", "2011-05-19"}, chain, ""));
  EXPECT_FALSE(is_candidate({"rev. 1", "2011-05-20"}, chain, "2011-05-19"));
  EXPECT_FALSE(is_candidate({"rev. 2", ""}, chain, "2011-05-19"));
}

}  // namespace
}  // namespace travaux::testing
