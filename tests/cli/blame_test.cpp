// Who brought in the words of a draft, in a record and of plain files.
#include "cli/support.h"

namespace travaux::testing {
namespace {

const std::string kOne = "1. Schools\n1.1 Teach mediation to all pupils before the age of twelve.\n";
const std::string kTwo = "1. Schools\n1.1 Teach voluntary mediation to all pupils before the age of twelve.\n";
const std::string kLine = "1.2 Shield playgrounds from drug dealers by lighting and fences.\n";

class BlameCommand : public Sandbox {
 protected:
  BlameCommand() {
    write("one.txt", kOne);
    write("two.txt", kTwo);
    write("three.txt", kTwo + kLine);
  }

  void commit(const std::string& file, std::vector<std::string> more) const {
    more.insert(more.begin(), {"-C", "r", "commit", file, "--quiet"});
    EXPECT_EQ(travaux(more), (Outcome{0, "", ""}));
  }

  /// The runs of an item: "Teach @a by Chair; …".
  std::string runs(std::vector<std::string> arguments, std::size_t item = 0) const {
    arguments.insert(arguments.begin(), {"--format", "json", "blame"});
    std::string list;
    const auto json = nlohmann::json::parse(done(arguments));
    for (const auto& run : json["items"][item]["runs"]) {
      list += (list.empty() ? "" : "; ") + run["text"].get<std::string>() + "@" + run["draft"].get<std::string>();
      for (const auto& by : run["by"]) list += " by " + by.get<std::string>();
    }
    return list;
  }
};

TEST_F(BlameCommand, CreditsWhoTabledTheDraftThatBroughtTheWordsIn) {
  init();
  commit("one.txt", {"--label", "a", "--by", "Peru"});
  commit("two.txt", {"--label", "b", "--by", "Chair"});
  commit("three.txt", {"--label", "c", "--by", "Chile"});
  EXPECT_EQ(runs({"-C", "r", "c"}),
            "Teach @a by Peru; voluntary @b by Chair; mediation to all pupils before the age of twelve.@a by Peru");
  EXPECT_EQ(runs({"-C", "r", "c", "1.2"}), "Shield playgrounds from drug dealers by lighting and fences.@c by Chile");
  EXPECT_EQ(runs({"-C", "r", "a"}), "Teach mediation to all pupils before the age of twelve.@a by Peru");
}

TEST_F(BlameCommand, FollowsWhatADraftIsBasedOn) {
  init();
  commit("one.txt", {"--label", "a", "--by", "Peru"});
  commit("two.txt", {"--label", "rival", "--by", "Chair", "--based-on", "a"});
  commit("two.txt", {"--label", "b", "--by", "Chile", "--based-on", "a"});
  EXPECT_EQ(runs({"-C", "r", "b"}),
            "Teach @a by Peru; voluntary @b by Chile; mediation to all pupils before the age of twelve.@a by Peru");
}

TEST_F(BlameCommand, ReadsPlainFilesInTheOrderOfTheChain) {
  const std::string text = done({"blame", "three.txt", "1.1", "--chain", "one.txt", "two.txt", "three.txt"});
  EXPECT_TRUE(has(text, "  1.1  Teach {b|voluntary} mediation to all pupils before the age of twelve.\n"));
  EXPECT_FALSE(has(text, "playgrounds"));
}

TEST_F(BlameCommand, SaysThatAFileAloneHasNoChain) {
  const Outcome outcome = travaux({"blame", "two.txt"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_TRUE(has(outcome.err, "two.txt stands alone here"));
}

TEST_F(BlameCommand, WritesAPageWithoutTheNamesOfFiles) {
  done({"blame", "three.txt", "--chain", "one.txt", "two.txt", "three.txt", "-o", "words.html"});
  const std::string page = slurp(path("words.html"));
  EXPECT_TRUE(has(page, "title=\"draft 2\">voluntary</span>"));
  EXPECT_FALSE(has(page, ".txt"));
}

TEST_F(BlameCommand, SaysWhichItemsThereAre) {
  const Outcome outcome = travaux({"blame", "three.txt", "1.3", "--chain", "one.txt", "three.txt"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_TRUE(has(outcome.err, "there is no item \"1.3\""));
}

TEST_F(BlameCommand, OfTheWholeHistoryNamesWhatIsConstructed) {
  replay();
  const std::string text = done({"-C", "r", "blame", "rev. 2", "1.1"});
  EXPECT_TRUE(text.starts_with("rev. 1 is a constructed example, not a historical document.\n"));
  EXPECT_TRUE(has(text, "{b|and customs and immigration authorities}"));
  EXPECT_FALSE(has(done({"-C", "r", "blame", kMarch7Label, "1.1"}), "constructed"));
}

}  // namespace
}  // namespace travaux::testing
