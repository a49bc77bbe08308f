// Blame as text, JSON and a page.
#include "travaux/blame.h"

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

/// Whether a JSON text fits the schema of blame.
bool fits(const std::string& text) {
  const json schema_json = json::parse(test::file_bytes("src/report/schemas/blame.json"));
  const json value = json::parse(text);
  valijson::Schema schema;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(NlohmannJsonAdapter(schema_json), schema);
  valijson::Validator validator;
  return validator.validate(schema, NlohmannJsonAdapter(value), nullptr);
}

/// Two drafts of a plan; the second by a chair, one edit asked for by a group.
class Plan {
 public:
  Plan()
      : pair_("PLAN\n\n1. Schools\n\n1.1 Teach mediation to all pupils before the age of twelve.\n",
              "PLAN\n\n1. Schools & Playgrounds\n\n1.1 Teach mediation <early> to all pupils before the age of ten.\n") {
    for (std::size_t e = 0; e < pair_.changes.items.front().edits.size(); ++e) {
      if (pair_.changes.items.front().edits[e].to != "ten") continue;
      AttributedEdit edit;
      edit.item = 0;
      edit.edit = e;
      edit.change = "edited";
      edit.sources = {{"Peru", {}, 1, How::kVerbatim, "ten"}};
      attribution_.edits.push_back(edit);
    }
    drafts_ = {{&pair_.from, "rev. 0", "El Salvador", {}, nullptr, nullptr},
               {&pair_.to, "rev. 1", "Chair", 0, &pair_.changes, &attribution_}};
    blame_ = blame(drafts_, 1);
  }

  std::string text(bool color = false) const { return render(blame_text(blame_, drafts_, 1), {color, 0, true}); }
  std::string debug() const { return render_debug(blame_text(blame_, drafts_, 1)); }
  std::string json_text() const { return blame_json(blame_, drafts_, 1, {"A notice."}); }
  std::string page() const { return blame_html(blame_, drafts_, 1, {"A notice."}); }

 private:
  test::Pair pair_;
  Attribution attribution_;
  std::vector<BlameDraft> drafts_;
  Blame blame_;
};

TEST(BlameText, MarksWordsByTheLettersOfItsLegend) {
  EXPECT_EQ(Plan().text(),
            "Who brought in the words of rev. 1\n\n"
            "  no mark  as tabled in rev. 0 by El Salvador  10 words\n"
            "  {b|…}    rev. 1, tabled by Chair  2 words\n"
            "  {c|…}    rev. 1, asked for by Peru  1 word\n\n"
            "1  Schools {b|& Playgrounds}\n\n"
            "  1.1  Teach mediation {b|<early>} to all pupils before the age of {c|ten}.\n");
}

TEST(BlameText, SaysWhoInColourToo) {
  EXPECT_NE(Plan().debug().find("[voice-2]{b|<early>}[/]"), std::string::npos);
  EXPECT_NE(Plan().debug().find("[voice-3]{c|ten}[/]"), std::string::npos);
  EXPECT_NE(Plan().text(true).find("\x1b[33m{c|ten}\x1b[0m"), std::string::npos);
}

TEST(BlameJson, FitsItsSchema) {
  EXPECT_TRUE(fits(Plan().json_text()));
  EXPECT_FALSE(fits(R"({"schema": "travaux/blame/1"})"));
  EXPECT_FALSE(fits(R"({"schema": "travaux/blame/1", "draft": "a", "sections": [], "degraded": null,)"
                    R"("items": [{"address": "1.1", "runs": [{"text": "Teach"}]}]})"));
}

TEST(BlameJson, RunsSayTheDraftAndWhoAsked) {
  const json value = json::parse(Plan().json_text());
  const json& runs = value["items"][0]["runs"];
  EXPECT_EQ(value["items"][0]["address"], "1.1");
  ASSERT_EQ(runs.size(), 5U);
  EXPECT_EQ(runs[0], json::parse(R"({"text": "Teach mediation ", "draft": "rev. 0", "by": ["El Salvador"], "asked": false,)"
                                 R"("as_tabled": true})"));
  EXPECT_EQ(runs[3], json::parse(R"({"text": "ten", "draft": "rev. 1", "by": ["Peru"], "asked": true, "as_tabled": false})"));
  EXPECT_EQ(value["sections"][0]["runs"][1]["text"], "& Playgrounds");
  EXPECT_EQ(value["notices"], json({"A notice."}));
}

TEST(BlameHtml, TheArticleHoldsTheWordsAndNoOthers) {
  const std::string page = Plan().page();
  const std::size_t begin = page.find("<article class=\"blame\"");
  const std::size_t end = page.find("</article>");
  ASSERT_NE(end, std::string::npos);
  EXPECT_EQ(comparison_form(test::text_content(page.substr(begin, end - begin), "none")),
            comparison_form("Schools & Playgrounds Teach mediation <early> to all pupils before the age of ten."));
}

TEST(BlameHtml, TellsVoicesApartWithoutColour) {
  const std::string page = Plan().page();
  EXPECT_NE(page.find("<span class=\"voice hue2 line2\" data-letter=\"c\" title=\"rev. 1, asked for by Peru\">ten</span>"),
            std::string::npos);
  EXPECT_NE(page.find("<p class=\"notice\" dir=\"auto\">A notice.</p>"), std::string::npos);
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_EQ(page.find("http://"), std::string::npos);
  EXPECT_EQ(page.find("https://"), std::string::npos);
}

TEST(Blame, ReportsOfTheHistoryFitTheSchema) {
  std::vector<Document> documents;
  for (const std::string& name : test::history_drafts()) documents.push_back(test::history(name));
  resolve_instruments({&documents[0], &documents[1], &documents[2]}, built_in_registry());
  const std::vector<DocumentDiff> changes{{}, diff(documents[0], documents[1]), diff(documents[1], documents[2])};
  std::vector<BlameDraft> drafts;
  for (std::size_t d = 0; d < 3; ++d) {
    drafts.push_back({&documents[d], "rev. " + std::to_string(d), "", d == 0 ? std::nullopt : std::optional(d - 1),
                      d == 0 ? nullptr : &changes[d], nullptr});
  }
  for (std::size_t d = 0; d < 3; ++d) EXPECT_TRUE(fits(blame_json(blame(drafts, d), drafts, d)));
}

}  // namespace
}  // namespace travaux
