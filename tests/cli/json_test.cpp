// What is printed as JSON keeps to its schema.
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "cli/support.h"

namespace travaux::testing {
namespace {

class JsonOutput : public Sandbox {
 protected:
  void keeps(const std::string& name, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"-C", "r", "--format", "json", "--quiet"});
    const std::string out = done(arguments);
    EXPECT_EQ(out, done(arguments));
    const auto json = nlohmann::json::parse(out);
    EXPECT_EQ(json["schema"], "travaux/" + name + "/1");
    const auto rules = nlohmann::json::parse(slurp(fs::path(TRAVAUX_SOURCE_DIR) / "src/report/schemas" / (name + ".json")));
    valijson::Schema schema;
    valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(rules), schema);
    valijson::ValidationResults results;
    valijson::Validator().validate(schema, valijson::adapters::NlohmannJsonAdapter(json), &results);
    for (valijson::ValidationResults::Error error; results.popError(error);) ADD_FAILURE() << name << ": " << error.description;
  }
};

TEST_F(JsonOutput, KeepsToItsSchemaAndIsTheSameEveryTime) {
  replay();
  keeps("log", {"log"});
  keeps("verify", {"verify"});
  keeps("draft", {"show", kMarch7Label});
  keeps("item", {"show", kMarch7Label, "2.1"});
  keeps("check", {"check", kMarch7Label});
  keeps("diff", {"diff", "rev. 1", "rev. 2"});
  keeps("diff", {"diff", "rev. 1", "rev. 2", "--all"});
  keeps("mandates", {"mandates", "rev. 1"});
  keeps("mandates", {"mandates", kMarch7Label, "rev. 2"});
  keeps("trace", {"trace", "rev. 1", "4.3"});
}

TEST_F(JsonOutput, TheLogSaysOfEachEventWhatItWas) {
  replay();
  const auto log = nlohmann::json::parse(done({"-C", "r", "log", "--format", "json"}));
  EXPECT_EQ(log["groups"].size(), 5U);
  ASSERT_EQ(log["events"].size(), 13U);
  EXPECT_EQ(log["events"][0]["kind"], "init");
  const auto& rev_1 = log["events"][7];
  EXPECT_EQ(rev_1["label"], "rev. 1");
  EXPECT_EQ(rev_1["round"], 2);
  EXPECT_EQ(rev_1["based_on"], kMarch7Label);
  EXPECT_EQ(rev_1["origin"], "constructed");
  EXPECT_EQ(log["events"][2]["by"], "CARICOM");
  EXPECT_EQ(log["events"][2]["on"], kMarch7Label);
  EXPECT_EQ(log["events"][2]["withdrawn"], false);
}

}  // namespace
}  // namespace travaux::testing
