// People's names in Word files, and the groups that they speak for.
#include "cli/support.h"
#include "read/docx_support.h"

namespace travaux {
namespace {

using namespace travaux::testing;
namespace word = travaux::test;

class Authors : public Sandbox {
 protected:
  Authors() {
    write("a.txt", "1. Relief\n\n1.1 Stockpile food and medicines in warehouses.\n\n1.2 Exempt goods from customs duties.\n");
    write("b.txt",
          "1. Relief\n\n1.1 Stockpile clean food and medicines in warehouses.\n\n1.2 Exempt goods from customs duties.\n");
    write("c/marked.docx", word::word_file(word::p(word::t("1. Relief")) +
                                           word::p(word::t("1.1 Stockpile ") + word::ins("clean ", "Jane Doe") +
                                                   word::t("food and medicines in warehouses.")) +
                                           word::p(word::t("1.2 Exempt goods from customs ") + word::del("duties", "Li Wu") +
                                                   word::ins("taxes", "Li Wu") + word::t("."))));
    write("authors.json", R"({"jane  doe": "CARICOM", "Li Wu": "SICA"})");
  }
};

TEST_F(Authors, AMapGivesEachItsGroup) {
  const std::string told = travaux({"comment", "c/marked.docx", "--on", "a.txt", "--dry-run", "--authors", "authors.json"}).out;
  EXPECT_TRUE(has(told, "CARICOM insert 1.1")) << told;
  EXPECT_TRUE(has(told, "SICA replace 1.2")) << told;
  EXPECT_FALSE(has(told, "Jane Doe")) << told;
}

TEST_F(Authors, AnEditIsCreditedToTheGroupOfTheAuthor) {
  const std::string told =
      travaux({"attribute", "a.txt", "b.txt", "--comments", "c", "--authors", "authors.json", "--format", "json"}).out;
  const auto report = nlohmann::json::parse(told, nullptr, false);
  ASSERT_TRUE(report.is_object()) << told;
  ASSERT_EQ(report["edits"].size(), 1U);
  ASSERT_EQ(report["edits"][0]["sources"].size(), 1U);
  EXPECT_EQ(report["edits"][0]["sources"][0]["by"], "CARICOM");
}

TEST_F(Authors, WhatIsNoMapIsSaidWithTheForm) {
  write("list.json", "[\"Jane Doe\"]");
  const Outcome outcome = travaux({"comment", "c/marked.docx", "--on", "a.txt", "--dry-run", "--authors", "list.json"});
  EXPECT_EQ(outcome.code, travaux({"comment", "none.docx", "--on", "a.txt", "--dry-run"}).code);
  EXPECT_TRUE(has(outcome.err, "list.json")) << outcome.err;
  EXPECT_TRUE(has(outcome.err, "{\"Jane Doe\": \"CARICOM\"}")) << outcome.err;
}

}  // namespace
}  // namespace travaux
