// Brackets of negotiating texts on the command line.
#include "cli/support.h"

namespace travaux::testing {
namespace {

constexpr const char* kOpen =
    "1. A heading\n1.1 Promote [CARICOM: regional] plans [by [date]] in the States.\n1.2 Option 1: Meet.\n\nOption 2: Write.\n";
constexpr const char* kSettled = "1. A heading\n1.1 Promote regional plans in the States.\n1.2 Write.\n";

class Brackets : public Sandbox {};

TEST_F(Brackets, LogCountsWhatEachDraftLeavesOpen) {
  init();
  write("a.txt", kOpen);
  write("b.txt", kSettled);
  done({"-C", "r", "commit", "a.txt", "--label", "rev. 1", "--round", "1", "--quiet"});
  done({"-C", "r", "commit", "b.txt", "--label", "rev. 2", "--round", "2", "--quiet"});
  const std::string log = done({"-C", "r", "log"});
  EXPECT_TRUE(has(log, "  2 brackets, 2 options, 1 placeholder open\n")) << log;
  const auto json = nlohmann::json::parse(done({"-C", "r", "log", "--format", "json"}));
  EXPECT_EQ(json["events"][1]["brackets"], 2);
  EXPECT_EQ(json["events"][1]["options"], 2);
  EXPECT_EQ(json["events"][1]["placeholders"], 1);
  EXPECT_EQ(json["events"][2]["brackets"], 0);
}

TEST_F(Brackets, DiffSaysInWhoseFavourTheyWereSettled) {
  write("a.txt", kOpen);
  write("b.txt", kSettled);
  const std::string text = done({"diff", "a.txt", "b.txt"});
  EXPECT_TRUE(has(text, "  1.1  settled, text kept: “[regional]” (CARICOM)\n")) << text;
  EXPECT_TRUE(has(text, "  1.2  settled, Option 2 chosen of Option 1, Option 2: “Write.”\n")) << text;
  const auto json = nlohmann::json::parse(done({"diff", "a.txt", "b.txt", "--format", "json"}));
  EXPECT_EQ(json["brackets"][0]["favour"], "kept");
  EXPECT_TRUE(has(done({"diff", "a.txt", "b.txt", "--summary"}), "2 brackets, 2 options, 1 placeholder open → none open"));
}

TEST_F(Brackets, ShowTellsThemInJson) {
  write("a.txt", kOpen);
  const auto json = nlohmann::json::parse(done({"show", "a.txt", "--format", "json"}));
  EXPECT_EQ(json["brackets"].size(), 3U);
  EXPECT_EQ(json["brackets"][2]["kind"], "placeholder");
  EXPECT_EQ(json["brackets"][2]["depth"], 1);
}

}  // namespace
}  // namespace travaux::testing
