// Who asked for what, from a record and from plain files.
#include "cli/support.h"

namespace travaux::testing {
namespace {

const std::string kOne = "1. Schools\n1.1 Teach mediation to all pupils before the age of twelve, in every district.\n";
const std::string kTwo =
    "1. Schools\n1.1 Teach mediation to all pupils before the age of [Jamaica: about] twelve, in every district.\n";

class AttributeCommand : public Sandbox {
 protected:
  AttributeCommand() {
    write("one.txt", kOne);
    write("two.txt", kTwo);
  }

  nlohmann::json attribution(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--format", "json", "--quiet", "attribute"});
    return nlohmann::json::parse(done(arguments));
  }
};

TEST_F(AttributeCommand, ReadsTheCommentsOfAFolderAFileAGroup) {
  write("letters/2011-04-12-caricom-letter.txt", "Letter of CARICOM\n\nWe thank the Chair.\n");
  write("letters/Jamaica.txt", "We thank the Chair.\n");
  write("letters/manifest.json", R"({"groups": [{"name": "CARICOM", "members": ["Jamaica"], "aliases": []}]})");
  const auto json = attribution({"one.txt", "two.txt", "--comments", "letters"});
  EXPECT_EQ(json["schema"], "travaux/attribution/1");
  ASSERT_GE(json["proposals"].size(), 2U);
  EXPECT_EQ(json["proposals"].front()["by"], "CARICOM");
  EXPECT_EQ(json["proposals"].front()["comment"], "2011-04-12-caricom-letter.txt");
  EXPECT_EQ(json["proposals"].back()["by"], "Jamaica");
  ASSERT_EQ(json["edits"].size(), 1U);
  EXPECT_EQ(json["edits"][0]["sources"][0]["by"], "Jamaica");
  EXPECT_EQ(json["edits"][0]["sources"][0]["how"], "printed");
}

TEST_F(AttributeCommand, LeavesOutWhatIsDatedAfterTheLaterDraft) {
  replay();
  const auto json = attribution({"-C", "r", "El Salvador Version, March 7, 2011", "rev. 1"});
  for (const auto& proposal : json["proposals"])
    EXPECT_EQ(proposal["comment"].get<std::string>().find("comments/el-salvador"), 0U);
  EXPECT_FALSE(json["proposals"].empty());
}

TEST_F(AttributeCommand, TakesCommentsOnEarlierDraftsOfTheChain) {
  replay();
  const auto json = attribution({"-C", "r", "rev. 1", "rev. 2"});
  bool earlier = false, own = false;
  for (const auto& proposal : json["proposals"]) {
    earlier = earlier || has(proposal["comment"], "comments/el-salvador");
    own = own || has(proposal["comment"], "comments/rev-1");
  }
  EXPECT_TRUE(earlier);
  EXPECT_TRUE(own);
}

TEST_F(AttributeCommand, ForOneGroupShowsNoOther) {
  replay();
  const std::string text = done({"-C", "r", "--quiet", "attribute", "rev. 1", "rev. 2", "--for", "caricom"});
  EXPECT_TRUE(has(text, "CARICOM"));
  EXPECT_FALSE(has(text, "MERCOSUR"));
  const Outcome nobody = travaux({"-C", "r", "--quiet", "attribute", "rev. 1", "rev. 2", "--for", "Atlantis"});
  EXPECT_EQ(nobody.code, 2);
  EXPECT_TRUE(has(nobody.err, "no comment is by \"Atlantis\"")) << nobody;
}

TEST_F(AttributeCommand, OfPlainFilesAsksForAFolderOfComments) {
  const Outcome outcome = travaux({"attribute", "one.txt", "two.txt"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_TRUE(has(outcome.err, "--comments DIR")) << outcome;
  EXPECT_EQ(travaux({"attribute", "one.txt", "two.txt", "--comments", "nowhere"}).code, 2);
}

}  // namespace
}  // namespace travaux::testing
