// `travaux check` as a user runs it.
#include "cli/support.h"

namespace travaux::testing {
namespace {

class CheckCommand : public Sandbox {};

TEST_F(CheckCommand, TellsTheLineOfTheFileItWasGiven) {
  const std::string draft = write("draft.txt", "PLAN OF ACTION\n\n\n1. One\n1.1 Act together\nand soon.\n1.2 Act (together.\n");
  const Outcome outcome = travaux({"check", draft});
  EXPECT_EQ(outcome, (Outcome{0, "line 7, 1.2: “(” is not closed: (together. [unbalanced-parentheses]\n\n1 finding.\n", ""}));
}

TEST_F(CheckCommand, DraftsOfARecordAreCheckedLikeFiles) {
  replay();
  const auto of_record = nlohmann::json::parse(done({"-C", "r", "check", kMarch7Label, "--format", "json"}));
  const auto of_file = nlohmann::json::parse(done({"check", kMarch7, "--format", "json"}));
  EXPECT_EQ(of_record["findings"].size(), 9U);
  for (std::size_t i = 0; i < of_record["findings"].size(); ++i) {
    EXPECT_EQ(of_record["findings"][i]["message"], of_file["findings"][i]["message"]);
  }
}

TEST_F(CheckCommand, ExitsWithOneForFindingsOnlyWhereAsked) {
  const std::string clean = write("clean.txt", "1. One\n1.1 Act.\n");
  EXPECT_EQ(travaux({"check", clean, "--exit-code"}), (Outcome{0, "Nothing looks wrong.\n", ""}));
  EXPECT_EQ(travaux({"check", kMarch7}).code, 0);
  EXPECT_EQ(travaux({"check", kMarch7, "--exit-code", "--quiet"}), (Outcome{1, "", ""}));
}

TEST_F(CheckCommand, RulesAreListedAndSelected) {
  EXPECT_TRUE(has(done({"check", "--list-rules"}), "zero-for-letter-o"));
  const auto json = nlohmann::json::parse(done({"check", kMarch7, "--rule", "zero-for-letter-o", "--format", "json"}));
  ASSERT_EQ(json["findings"].size(), 1U);
  EXPECT_EQ(json["findings"][0]["line"], 407);
  EXPECT_EQ(json["findings"][0]["item"], "5.3");
  EXPECT_EQ(json["findings"][0]["suggestion"], "AG/RES. 2574 (XL-O/10)");
}

TEST_F(CheckCommand, AnUnknownRuleAndAMissingDraftAreUsageErrors) {
  const Outcome wrong = travaux({"check", kMarch7, "--rule", "zero-for-leter-o"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_TRUE(has(wrong.err, "did you mean zero-for-letter-o?")) << wrong;
  EXPECT_EQ(travaux({"check"}).code, 2);
  EXPECT_EQ(travaux({"check", "./nothing.txt"}).code, 2);
}

}  // namespace
}  // namespace travaux::testing
