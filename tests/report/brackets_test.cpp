// What the text and JSON reports say of brackets.
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "support.h"
#include "travaux/bracket_diff.h"

namespace travaux {
namespace {

constexpr const char* kBefore =
    "1. First things\n\n1.1 Promote regional [CARICOM: and local] plans by [date] in every one of the States.\n\n"
    "1.2 Option 1: Hold a meeting of ministers.\n\nOption 2: Publish a report on firearms.\n";
constexpr const char* kAfter =
    "1. First things\n\n1.1 Promote regional and local plans by 1 May 2012 in every one of the [member] States.\n\n"
    "1.2 Publish a report on firearms.\n";

struct Compared : test::Pair {
  Compared() : Pair(kBefore, kAfter), ledger(account(from, to, changes)), brackets(diff_brackets(from, to, ledger)) {}

  Ledger ledger;
  BracketDiff brackets;
};

std::string printed(const StyledText& text) {
  std::string all;
  for (const StyledLine& line : text) {
    for (const StyledRun& run : line.runs) all += run.text;
    all += "\n";
  }
  return all;
}

bool valid(const std::string& text, const std::string& name) {
  const auto schema_json = nlohmann::json::parse(test::file_bytes("src/report/schemas/" + name + ".json"));
  const auto value = nlohmann::json::parse(text);
  valijson::Schema schema;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7)
      .populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_json), schema);
  return valijson::Validator().validate(schema, valijson::adapters::NlohmannJsonAdapter(value), nullptr);
}

TEST(BracketReport, TellsEachChangeOnALine) {
  const Compared pair;
  const std::string text = printed(diff_text(pair.changes, pair.from, pair.to, {.brackets = &pair.brackets}));
  const std::size_t begin = text.find("Brackets\n"), end = text.find("\n\nSummary");
  ASSERT_NE(begin, std::string::npos) << text;
  EXPECT_EQ(text.substr(begin, end - begin),
            "Brackets\n"
            "1.1  settled, text kept: “[and local]” (CARICOM)\n"
            "1.1  settled, replaced by “1 May 2012”: “[date]”\n"
            "1.1  opened with new text: “[member]”\n"
            "1.2  settled, Option 2 chosen of Option 1, Option 2: “Publish a report on firearms.”");
  EXPECT_NE(text.find("brackets    1 bracket, 2 options, 1 placeholder open → 1 bracket open; 1 opened; 3 settled"),
            std::string::npos)
      << text;
}

TEST(BracketReport, JsonHasThemAndTheirCounts) {
  const Compared pair;
  const std::string text = diff_json(pair.changes, pair.from, pair.to, {.brackets = &pair.brackets});
  EXPECT_TRUE(valid(text, "diff"));
  const auto json = nlohmann::json::parse(text);
  ASSERT_EQ(json["brackets"].size(), 4U);
  EXPECT_EQ(json["brackets"][0]["item"], "1.1");
  EXPECT_EQ(json["brackets"][0]["change"], "settled");
  EXPECT_EQ(json["brackets"][0]["favour"], "kept");
  EXPECT_EQ(json["brackets"][0]["groups"], nlohmann::json({"CARICOM"}));
  EXPECT_EQ(json["brackets"][0]["text"], "and local");
  EXPECT_EQ(json["brackets"][3]["favour"], "Option 2");
  EXPECT_EQ(json["summary"]["brackets"]["from"]["brackets"], 1);
  EXPECT_EQ(json["summary"]["brackets"]["settled"], 3);
}

TEST(BracketReport, ADraftListsItsOwn) {
  const Compared pair;
  const std::string text = document_json(pair.from, "rev. 1");
  EXPECT_TRUE(valid(text, "draft"));
  const auto json = nlohmann::json::parse(text);
  EXPECT_EQ(json["counts"]["brackets"], 1);
  EXPECT_EQ(json["counts"]["options"], 2);
  EXPECT_EQ(json["counts"]["placeholders"], 1);
  EXPECT_EQ(json["brackets"][0]["kind"], "named");
  EXPECT_EQ(json["options"][1]["text"], "Publish a report on firearms.");
}

}  // namespace
}  // namespace travaux
