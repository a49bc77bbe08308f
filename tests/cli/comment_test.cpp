// `travaux comment`: what it read, with a record and without.
#include "support.h"

namespace travaux::testing {
namespace {

using nlohmann::json;

const std::string kRedraft = (kHistory / "comments" / "2011-04-19-sica-redraft.txt").string();
const std::string kBracketedText = (kHistory / "comments" / "2011-04-18-mercosur-bracketed-text.txt").string();

class CommentCommand : public Sandbox {};

TEST_F(CommentCommand, DryRunReadsWithoutARecord) {
  const std::string said = done({"comment", kRedraft, "--by", "SICA", "--on", kMarch7, "--dry-run"});
  EXPECT_TRUE(said.starts_with("SICA: redraft on El Salvador Version, March 7, 2011, 2011-04-19\n")) << said;
  EXPECT_TRUE(has(said, "  2  insert 2.1: {+national+} after “policies and sustainable programs into” [line 103]\n")) << said;
  EXPECT_TRUE(has(said, "5 requests, 0 not placed; 0 remarks that ask for nothing.\n")) << said;
}

TEST_F(CommentCommand, ADraftInAFileWithoutARecordIsReadAllTheSame) {
  const Outcome outcome = travaux({"comment", kRedraft, "--by", "SICA", "--on", kMarch7});
  EXPECT_EQ(outcome.code, 0) << outcome;
  EXPECT_TRUE(has(outcome.err, "nothing was recorded")) << outcome;
}

TEST_F(CommentCommand, RecordsAndThenSaysWhatItRead) {
  init();
  done({"-C", "r", "commit", kMarch7, "--quiet"});
  const std::string said = done({"-C", "r", "comment", kBracketedText, "--by", "MERCOSUR", "--on", kMarch7Label});
  EXPECT_TRUE(said.starts_with("recorded as received; ")) << said;
  EXPECT_TRUE(has(said, "  3  replace 4.1: [-convicted felons-] {+persons+} [line 13]\n")) << said;
  const json value =
      json::parse(done({"-C", "r", "comment", kBracketedText, "--on", kMarch7Label, "--dry-run", "--format", "json"}));
  EXPECT_EQ(value["schema"], "travaux/comment/1");
  EXPECT_EQ(value["form"], "bracketed text");
  EXPECT_EQ(value["by"], json({"MERCOSUR"}));
}

TEST_F(CommentCommand, SomebodyMustHaveSentWhatIsRecorded) {
  init();
  done({"-C", "r", "commit", kMarch7, "--quiet"});
  const std::string letter = write("letter.txt", "Delete paragraph 1.1.\n");
  const Outcome outcome = travaux({"-C", "r", "comment", letter, "--on", kMarch7Label});
  EXPECT_EQ(outcome.code, 2) << outcome;
  EXPECT_TRUE(has(outcome.err, "who sent it?")) << outcome;
}

}  // namespace
}  // namespace travaux::testing
