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
  const test::Pair mentions("1. Police\n1.1 Act under resolution 1325 (2000).\n",
                            "1. Police\n1.1 Act under resolution 1820 (2008).\n");
  EXPECT_EQ(
      faults(mandates_json(compare_mandates(mentions.from, mentions.to, mentions.changes, built_in_registry())), "mandates"), "");
}

TEST(Schemas, HoldForTheLivesOfTheHistory) {
  std::vector<Document> documents;
  for (const std::string& name : test::history_drafts()) documents.push_back(test::history(name));
  documents.push_back(documents[1]);  // what went in rev. 2 stands again
  std::vector<TraceDraft> chain;
  std::vector<TracedDraft> drafts;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    chain.push_back({&documents[d], d == 0 ? std::nullopt : std::optional(d - 1)});
    drafts.push_back({&documents[d], "rev. " + std::to_string(d), d == 2 ? std::nullopt : std::optional(1), "2011", ""});
  }
  resolve_instruments({&documents[0], &documents[1], &documents[2], &documents[3]}, built_in_registry());
  for (std::size_t d = 0; d < documents.size(); ++d) {
    for (const char* address : {"1.3", "2.2", "4.3", "4.4", "5.1", "6.1/(a)", "3", "6"}) {
      const std::optional<Place> place = find_address(documents[d], address);
      if (!place) continue;
      EXPECT_EQ(faults(trace_json(trace(chain, d, *place), drafts, {"A notice."}), "trace"), "");
    }
  }
  EXPECT_NE(trace_json(trace(chain, 1, *find_address(documents[1], "4.4")), drafts).find("\"likeness\": 1.0"), std::string::npos);
}

TEST(Schemas, HoldForTheFindingsOfTheHistory) {
  for (const std::string& name : test::history_drafts()) {
    Document document = test::history(name);
    resolve_instruments({&document}, built_in_registry());
    const std::vector<Finding> findings = check(document, built_in_registry());
    EXPECT_FALSE(findings.empty());
    EXPECT_EQ(faults(check_json(findings, name, {"constructed"}), "check"), "");
  }
}

TEST(Schemas, HoldForTheCommentsOfTheHistory) {
  Document draft = test::history(test::history_drafts().front());
  resolve_instruments({&draft}, built_in_registry());
  for (const char* name :
       {"2011-04-12-caricom-letter.txt", "2011-04-18-mercosur-bracketed-text.txt", "2011-04-19-sica-redraft.txt"}) {
    const std::string path = std::string("history/san-salvador-2011/comments/") + name;
    const Result<Reading> reading = read_bytes(test::file_bytes(path), path);
    ASSERT_TRUE(reading);
    CommentSource source;
    source.id = name;
    source.by = "A group";
    source.on = "rev. 0";
    const Comment comment = read_comment(reading->text, source, draft, built_in_registry());
    EXPECT_FALSE(comment.proposals.empty());
    EXPECT_EQ(faults(comment_json(comment, draft, {"A notice."}), "comment"), "") << name;
  }
}

TEST(Schemas, HoldForAttributions) {
  const test::Pair pair(test::history(test::history_drafts()[0]), test::history(test::history_drafts()[1]));
  Comment comment;
  comment.id = "letter.txt";
  comment.by = {"CARICOM"};
  Proposal& proposal = comment.proposals.emplace_back();
  proposal.number = "1";
  proposal.asks = Ask::kReplace;
  proposal.placed = true;
  const Place place = *find_address(pair.from, "4.1");
  proposal.targets = {{"paragraph 4.1", "4.1", false, place}};
  const std::size_t at = item_at(pair.from, place).text.find("convicted felons");
  ASSERT_NE(at, std::string::npos);
  proposal.wanted = {{Field::kItem, place, {at, at + 16}, "persons"}};
  comment.proposals.emplace_back().words = "A remark.";
  const std::vector<CommentOn> comments{{&comment, nullptr, false}};
  const Attribution found = attribute(pair.from, pair.to, pair.changes, comments);
  const std::string report = attribution_json(found, comments, {"March 7", "rev. 1", {"A notice."}, ""});
  EXPECT_EQ(faults(report, "attribution"), "");
  EXPECT_NE(report.find("verbatim"), std::string::npos);
  EXPECT_NE(faults(R"({"schema": "travaux/attribution/1", "edits": []})", "attribution"), "");
}

TEST(Schemas, KnowTheRulesOfCheck) {
  std::vector<std::string> names;
  for (const CheckRule& rule : check_rules()) names.emplace_back(rule.name);
  const json schema = json::parse(test::file_bytes("src/report/schemas/check.json"));
  EXPECT_EQ(schema["properties"]["findings"]["items"]["properties"]["rule"]["enum"], json(names));
}

TEST(Schemas, RefuseWhatIsNoReport) {
  EXPECT_NE(faults(R"({"schema": "travaux/mandates/1"})", "mandates"), "");
  EXPECT_NE(faults(R"({"schema": "travaux/mandates/1", "from": {}, "to": {}, "changes": {}, "degraded": null})", "mandates"), "");
  EXPECT_NE(faults(R"({"schema": "travaux/draft/2"})", "draft"), "");
  EXPECT_NE(faults(R"({"schema": "travaux/diff/1"})", "diff"), "");
  EXPECT_NE(faults(R"({"schema": "travaux/trace/1", "draft": "a", "address": "1", "kind": "item", "steps": []})", "trace"), "");
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
