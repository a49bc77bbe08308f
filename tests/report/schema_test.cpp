// Real outputs against the schemas that the project publishes.
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "support.h"

namespace travaux {
namespace {

using nlohmann::json;
using valijson::adapters::NlohmannJsonAdapter;

/// What is wrong with a JSON text by the schema of that name; empty: nothing.
std::string faults(const std::string& text, const std::string& name) {
  const json schema_json = json::parse(test::file_bytes("src/report/schemas/" + name + ".json"));
  const json value = json::parse(text);
  valijson::Schema schema;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(NlohmannJsonAdapter(schema_json), schema);
  valijson::ValidationResults results;
  valijson::Validator validator;
  if (validator.validate(schema, NlohmannJsonAdapter(value), &results)) return {};
  std::string said = "invalid";
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    for (const std::string& step : error.context) said += step;
    said += ": " + error.description + "\n";
  }
  return said;
}

TEST(Schemas, HoldForTheDraftsOfTheHistory) {
  for (const std::string& name : test::history_drafts()) {
    Document document = test::history(name);
    resolve_instruments({&document}, built_in_registry());
    EXPECT_EQ(faults(document_json(document, name), "draft"), "");
    const Place item = *find_address(document, "1.2");
    EXPECT_EQ(faults(item_json(document, item, name), "item"), "");
    EXPECT_EQ(faults(item_json(document, *find_address(document, "1"), name), "section"), "");
  }
}

TEST(Schemas, HoldForTheComparisonsOfTheHistory) {
  for (const std::string& a : test::history_drafts()) {
    for (const std::string& b : test::history_drafts()) {
      const test::Pair pair(test::history(a), test::history(b));
      const Ledger ledger = account(pair.from, pair.to, pair.changes);
      EXPECT_EQ(faults(diff_json(pair.changes, pair.from, pair.to), "diff"), "");
      EXPECT_EQ(faults(diff_json(pair.changes, pair.from, pair.to, {.all = true, .ledger = &ledger, .facts = true}), "diff"), "");
    }
  }
}

TEST(Schemas, HoldForTheMandatesOfTheHistory) {
  const Registry& registry = built_in_registry();
  for (const std::string& a : test::history_drafts()) {
    for (const std::string& b : test::history_drafts()) {
      const test::Pair pair(test::history(a), test::history(b));
      EXPECT_EQ(faults(mandates_json(tabulate_mandates(pair.from, registry), {"A notice."}), "mandates"), "");
      EXPECT_EQ(faults(mandates_json(compare_mandates(pair.from, pair.to, pair.changes, registry)), "mandates"), "");
    }
  }
  EXPECT_EQ(faults(mandates_json(MandateTable()), "mandates"), "");
}

TEST(Schemas, RefuseWhatIsNoReport) {
  EXPECT_NE(faults(R"({"schema": "travaux/mandates/1"})", "mandates"), "");
  EXPECT_NE(faults(R"({"schema": "travaux/mandates/1", "from": {}, "to": {}, "changes": {}, "degraded": null})", "mandates"), "");
  EXPECT_NE(faults(R"({"schema": "travaux/draft/2"})", "draft"), "");
  EXPECT_NE(faults(R"({"schema": "travaux/diff/1"})", "diff"), "");
  EXPECT_NE(faults(R"({"schema": "travaux/log/1", "events": [{"kind": "party"}]})", "log"), "");
}

TEST(Schemas, AreLooseWhereTheCommandAddsToThem) {
  EXPECT_EQ(
      faults(R"({"schema": "travaux/log/1", "events": [{"kind": "draft", "commit": "0123456789012345678901234567890123456789",)"
             R"("label": "rev. 1", "more": 1}]})",
             "log"),
      "");
  EXPECT_EQ(faults(R"({"schema": "travaux/verify/1", "findings": [{"kind": "note", "message": "m", "more": []}]})", "verify"),
            "");
}

}  // namespace
}  // namespace travaux
