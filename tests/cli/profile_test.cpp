// --profile: a draft is read as the family that is said, wherever it is read, and the record keeps what was said.
#include "cli/support.h"

namespace travaux {
namespace {

using namespace travaux::testing;

constexpr const char* kDraft = "STATEMENT\n\nArticle 1\nWe meet.\n\nArticle 2\n1. We vote.\n2. We sign.\n";

class Profile : public Sandbox {
 protected:
  Profile() {
    write("draft.txt", kDraft);
    write("next.txt", "STATEMENT\n\nArticle 1\nWe meet.\n\nArticle 2\n1. We vote by hand.\n2. We sign.\n");
  }

  std::string first_address(const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"show", "--format", "json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto json = nlohmann::json::parse(done(arguments));
    for (const auto& section : json["sections"]) {
      if (!section["items"].empty()) return section["items"][0]["address"];
    }
    return {};
  }
};

TEST_F(Profile, OverridesWhatTheTextLooksLike) {
  EXPECT_EQ(first_address({"draft.txt"}), "Article 1");
  EXPECT_EQ(first_address({"draft.txt", "--profile", "auto"}), "Article 1");
  EXPECT_EQ(first_address({"draft.txt", "--profile", "plan"}), "1");
  EXPECT_EQ(first_address({"draft.txt", "--profile", "unnumbered"}), "¶1");
  EXPECT_TRUE(has(done({"diff", "draft.txt", "next.txt", "--profile", "plan", "--format", "json"}), "\"1\""));
  EXPECT_EQ(travaux({"show", "draft.txt", "--profile", "novel"}).code, 2);
}

TEST_F(Profile, IsKeptWithTheDraftAndObeyedByEveryLaterRead) {
  init();
  done({"-C", "r", "commit", "draft.txt", "--label", "one", "--profile", "unnumbered"});
  done({"-C", "r", "commit", "next.txt", "--label", "two"});
  EXPECT_TRUE(has(git({"show", "draft/one:draft/draft.json"}), "\"profile\": \"unnumbered\""));
  EXPECT_FALSE(has(git({"show", "draft/two:draft/draft.json"}), "profile"));
  EXPECT_EQ(first_address({"one", "-C", "r"}), "¶1");
  EXPECT_EQ(first_address({"one", "-C", "r", "--profile", "auto"}), "Article 1");
  EXPECT_EQ(first_address({"two", "-C", "r"}), "Article 1");
  EXPECT_EQ(travaux({"-C", "r", "verify"}).code, 0);
}

TEST_F(Profile, ACorrectionKeepsTheProfileItDoesNotSay) {
  init();
  done({"-C", "r", "commit", "draft.txt", "--label", "one", "--profile", "plan"});
  done({"-C", "r", "commit", "next.txt", "--corrects", "one"});
  EXPECT_EQ(first_address({"one", "-C", "r"}), "1");
  done({"-C", "r", "commit", "next.txt", "--corrects", "one", "--profile", "auto"});
  EXPECT_EQ(first_address({"one", "-C", "r"}), "Article 1");
  EXPECT_EQ(travaux({"-C", "r", "verify"}).code, 0);
}

TEST_F(Profile, AManifestSaysItOfItsDrafts) {
  const auto manifest = [](const std::string& profile) {
    return "{\"title\": \"T\", \"events\": [\n{\"kind\": \"draft\", \"file\": \"draft.txt\", \"label\": \"one\", \"date\": "
           "\"2011\","
           "\n\"profile\": \"" +
           profile + "\"}]}\n";
  };
  write("m/draft.txt", kDraft);
  write("m/manifest.json", manifest("plan"));
  done({"replay", "m/manifest.json", "r"});
  EXPECT_EQ(first_address({"one", "-C", "r"}), "1");
  EXPECT_EQ(travaux({"-C", "r", "verify"}).code, 0);
  write("m/manifest.json", manifest("novel"));
  const Outcome refused = travaux({"replay", "m/manifest.json", "other"});
  EXPECT_EQ(refused.code, 2);
  EXPECT_TRUE(has(refused.err, "m/manifest.json:3: \"profile\" is \"novel\"")) << refused.err;
}

}  // namespace
}  // namespace travaux
