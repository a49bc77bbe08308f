// Following an item through the drafts of a record, and through files.
#include "cli/support.h"

namespace travaux::testing {
namespace {

const std::string kOne = "1. Schools\n1.1 Teach mediation to all pupils before the age of twelve.\n";
const std::string kLine = " Shield playgrounds from drug dealers by lighting and fences.\n";
const std::string kTwo = kOne + "1.2" + kLine;
const std::string kMoved = "1. Schools\n1.1" + kLine + "1.2" + kOne.substr(kOne.find("1.1") + 3);

class TraceCommand : public Sandbox {
 protected:
  TraceCommand() {
    write("one.txt", kOne);
    write("two.txt", kTwo);
    write("moved.txt", kMoved);
  }

  void commit(const std::string& file, std::vector<std::string> more) const {
    more.insert(more.begin(), {"-C", "r", "commit", file, "--quiet"});
    EXPECT_EQ(travaux(more), (Outcome{0, "", ""}));
  }

  /// The drafts and addresses of a life: "rev. 1: 1.2; rev. 2: 1.1".
  std::string steps(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--format", "json", "trace"});
    std::string list;
    const auto json = nlohmann::json::parse(done(arguments));
    for (const auto& step : json["steps"]) {
      list += (list.empty() ? "" : "; ") + step["draft"]["label"].get<std::string>() + ":";
      for (const auto& item : step["items"]) list += " " + item.get<std::string>();
    }
    return list;
  }
  std::string in_record(const std::string& draft, const std::string& address) const { return steps({"-C", "r", draft, address}); }
};

TEST_F(TraceCommand, FollowsAnItemThroughTheWholeRecord) {
  replay();
  const std::string text = travaux({"-C", "r", "trace", "rev. 2", "5.4", "--width", "80"}).out;
  EXPECT_TRUE(has(text, "El Salvador Version, March 7, 2011 · round 1 · 2011-03-07 · El Salvador\n  5.3  in the first draft\n"));
  EXPECT_TRUE(has(text, "rev. 2 · round 3 · 2011-05-19 · Chair of the Working Group\n  6.3 → 5.4  edited, renumbered"));
  EXPECT_TRUE(text.starts_with("rev. 1 is a constructed example, not a historical document.\n"));
}

TEST_F(TraceCommand, JsonSaysWhoTabledEachDraftAndWhatItWasBasedOn) {
  replay();
  const auto json = nlohmann::json::parse(travaux({"-C", "r", "trace", "rev. 1", "1.4", "--format", "json"}).out);
  EXPECT_EQ(json["draft"], "rev. 1");
  EXPECT_EQ(json["address"], "1.4");
  ASSERT_EQ(json["steps"].size(), 3U);
  const auto& first = json["steps"][0];
  const auto& second = json["steps"][1];
  EXPECT_TRUE(first["based_on"].is_null());
  EXPECT_EQ(first["draft"]["by"], "El Salvador");
  EXPECT_EQ(second["draft"]["round"], 2);
  EXPECT_EQ(second["draft"]["date"], "2011-05-03");
  EXPECT_EQ(second["based_on"], kMarch7Label);
  EXPECT_EQ(second["change"], (nlohmann::json{"split"}));
  EXPECT_EQ(second["entries"][0]["parted"], (nlohmann::json{"1.3"}));
  EXPECT_EQ(second["texts"][0]["address"], "1.4");
  EXPECT_EQ(json["notices"].size(), 2U);
}

TEST_F(TraceCommand, FollowsWhatADraftIsBasedOnAndNotWhenItWasRecorded) {
  init();
  commit("two.txt", {"--label", "a", "--date", "2011-03-01"});
  commit("one.txt", {"--label", "rival", "--based-on", "a", "--date", "2011-01-01"});
  commit("moved.txt", {"--label", "b", "--based-on", "a", "--date", "2010-01-01"});
  EXPECT_EQ(in_record("a", "1.2"), "a: 1.2; rival:; b: 1.1");
  EXPECT_EQ(in_record("b", "1.1"), "a: 1.2; b: 1.1");
  EXPECT_EQ(in_record("rival", "1.1"), "a: 1.1; rival: 1.1");
}

TEST_F(TraceCommand, ACorrectedDraftCountsAsItsLatestWording) {
  init();
  commit("two.txt", {"--label", "a"});
  commit("one.txt", {"--label", "b"});
  commit("moved.txt", {"--label", "c"});
  EXPECT_EQ(in_record("a", "1.2"), "a: 1.2; b:; c: 1.1");
  commit("two.txt", {"--corrects", "b", "--label", "b, corrected"});
  EXPECT_EQ(in_record("a", "1.2"), "a: 1.2; b, corrected: 1.2; c: 1.1");
  EXPECT_EQ(in_record("b", "1.2"), "a: 1.2; b, corrected: 1.2; c: 1.1");
  const Outcome earlier = travaux({"-C", "r", "trace", "HEAD~2", "1.1"});
  EXPECT_EQ(earlier.err, "travaux: note: b has been corrected since; its latest wording is followed\n");
}

TEST_F(TraceCommand, FilesAreAChainInTheOrderTheyAreNamed) {
  EXPECT_EQ(steps({"moved.txt", "1.1", "--chain", "two.txt", "one.txt", "moved.txt"}), "draft 1: 1.2; draft 2:; draft 3: 1.1");
  EXPECT_EQ(steps({"two.txt", "1.2", "--chain", "two.txt", "moved.txt"}), "the earlier draft: 1.2; the later draft: 1.1");
  EXPECT_EQ(travaux({"trace", "one.txt", "1.1", "--chain", "two.txt", "moved.txt"}),
            (Outcome{2, "", "travaux: the draft \"one.txt\" is not among those of --chain\nname it there too, in its place\n"}));
}

TEST_F(TraceCommand, AFileAloneIsItsOwnLifeAndIsToldSo) {
  const Outcome alone = travaux({"trace", "two.txt", "1.2"});
  EXPECT_EQ(alone.code, 0);
  EXPECT_TRUE(has(alone.out, "the draft\n  1.2  in the first draft\n"));
  EXPECT_EQ(alone.err, "travaux: note: two.txt stands alone here; --chain names the drafts before and after it\n");
}

TEST_F(TraceCommand, AnUnknownAddressExitsTwoAndNamesThoseNear) {
  EXPECT_EQ(travaux({"trace", "two.txt", "1.4", "--quiet"}),
            (Outcome{2, "", "travaux: two.txt: there is no item \"1.4\"\ndid you mean 1.1 or 1.2?\n"}));
  EXPECT_EQ(travaux({"trace", "two.txt", "Article 30", "--quiet"}),
            (Outcome{2, "", "travaux: two.txt: there is no item \"Article 30\"\nits items are 1.1 to 1.2\n"}));
  EXPECT_EQ(travaux({"trace", "none.txt", "1.1"}).code, 2);
}

}  // namespace
}  // namespace travaux::testing
