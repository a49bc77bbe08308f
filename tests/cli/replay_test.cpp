// Replay: the worked example, plain git on it, and manifests that are wrong.
#include "cli/support.h"

namespace travaux::testing {
namespace {

class Replay : public Sandbox {
 protected:
  /// A manifest with one draft file beside it; `events` are the JSON of its events.
  Outcome replay_of(const std::string& events, const std::string& head = "\"title\": \"T\"") const {
    write("m/a.txt", "1. A heading\n1.1 One thing.\n");
    write("secret.txt", "secret\n");
    write("m/manifest.json", "{" + head + ",\n \"events\": [\n" + events + "\n]}\n");
    return travaux({"replay", "m/manifest.json", "r"});
  }
  /// Refused for this reason, and nothing made.
  void refuses(const std::string& events, const std::string& message) const {
    EXPECT_EQ(replay_of(events), (Outcome{2, "", "travaux: m/manifest.json" + message + "\n"}));
    EXPECT_FALSE(fs::exists(path("r")));
  }
};

TEST_F(Replay, EachEventIsALineAndPlainGitReadsTheRecord) {
  const std::string said = done({"replay", (kHistory / "manifest.json").string(), "r"});
  EXPECT_TRUE(said.starts_with("draft El Salvador Version, March 7, 2011: 5 sections, 23 items, 98 citations, 130 passages, "
                               "28 instruments\n"
                               "comment by CARICOM on El Salvador Version, March 7, 2011: 13 paragraphs\n"))
      << said;
  EXPECT_TRUE(said.ends_with("12 events recorded in r\n")) << said;
  EXPECT_EQ(git({"fsck", "--strict", "--full"}), "");
  EXPECT_EQ(git({"rev-list", "--count", "HEAD"}), "13\n");
  EXPECT_EQ(git({"log", "-1", "--format=%ad %cd %s", "--date=short"}), "2011-05-19 2011-05-19 Draft: rev. 2\n");
  EXPECT_EQ(git({"tag"}), "draft/el-salvador-version-march-7-2011\ndraft/rev-1\ndraft/rev-2\n");
  EXPECT_TRUE(has(git({"show", "HEAD:travaux.json"}), "Comunidad Andina"));
  EXPECT_EQ(git({"show", "HEAD:instruments.json"}), slurp(kHistory / ".." / "instruments.json"));
}

TEST_F(Replay, ItemsAreFilesThatGitDiffs) {
  replay();
  const std::string item = git({"show", "draft/el-salvador-version-march-7-2011:draft/items/1/1.1.txt"});
  EXPECT_TRUE(item.starts_with("1.1 Establish protocols for coordinated action by police forces of OAS Member States in matters "
                               "necessitating transnational law enforcement.\n\n"
                               "Commitment to Public Security in the Americas (MISPA I):\n\n“Take note of"))
      << item;
  EXPECT_TRUE(item.ends_with("”\n"));
  EXPECT_EQ(git({"show", "draft/el-salvador-version-march-7-2011:draft/items/1/section.txt"}), "1 Coordination of Law Enforcement\n");
  const std::string files = git({"ls-tree", "-r", "--name-only", "draft/rev-2", "draft/items/6/"});
  EXPECT_TRUE(has(files, "draft/items/6/6.1.txt\ndraft/items/6/6.1/(a).txt\ndraft/items/6/6.1/(b).txt\n")) << files;
  EXPECT_TRUE(has(git({"diff", "--stat", "draft/rev-1", "draft/rev-2", "--", "draft/items"}), "draft/items/1/1.5.txt"));
}

TEST_F(Replay, ReplayingTwiceGivesTheSameCommits) {
  replay();
  const std::string first = git({"for-each-ref"});
  fs::rename(path("r"), path("first"));
  replay();
  EXPECT_EQ(git({"for-each-ref"}), first);
  EXPECT_EQ(done({"-C", "r", "log", "--format", "json"}), done({"-C", "first", "log", "--format", "json"}));
}

TEST_F(Replay, AFolderWithSomethingInItIsRefused) {
  write("r/mine.txt", "mine");
  EXPECT_EQ(travaux({"replay", (kHistory / "manifest.json").string(), "r"}),
            (Outcome{3, "", "travaux: r: the record cannot be made: the folder is not empty\nchoose an empty or a new folder\n"}));
  EXPECT_EQ(slurp(path("r/mine.txt")), "mine");
}

TEST_F(Replay, NothingOutsideTheManifestsFolderIsOpened) {
  fs::create_directories(path("m"));
  fs::create_symlink("../secret.txt", path("m/link.txt"));
  fs::create_directory_symlink("..", path("m/up"));
  const std::string next = "\nput it into the manifest's folder";
  refuses(R"({"kind": "draft", "label": "X", "file": "../secret.txt"})",
          ":3: the file \"../secret.txt\" is refused: it leads out of the manifest's folder" + next);
  refuses(R"({"kind": "draft", "label": "X", "file": "/etc/passwd"})",
          ":3: the file \"/etc/passwd\" is refused: it is an absolute path, and a manifest's files stay inside its folder" + next);
  for (const char* name : {"link.txt", "up/secret.txt"}) {
    refuses(std::string(R"({"kind": "draft", "label": "X", "file": ")") + name + "\"}",
            std::string(":3: the file \"") + name +
                "\" is refused: it is, or goes through, a symbolic link, and links are not followed" + next);
  }
  refuses(R"({"kind": "draft", "label": "X", "file": "."})", ":3: the file \".\" is refused: it is no ordinary file" + next);
  refuses(R"({"kind": "draft", "label": "X", "file": "none.txt"})",
          ":3: the file \"none.txt\" is refused: there is no such file" + next);
}

TEST_F(Replay, AWrongFieldIsNamedWithItsLine) {
  const std::string good = R"({"kind": "draft", "label": "X", "file": "a.txt"})";
  const std::string comment = R"({"kind": "comment", "file": "a.txt", )";
  refuses("{\"kind\": \"draft\",\n\"label\": \"X\",\n\"file\": 7}", ":5: \"file\" is not a text");
  refuses(R"({"kind": "ruling", "file": "a.txt"})", ":3: \"kind\" is \"ruling\"\nit can be draft or comment");
  refuses(R"({"file": "a.txt"})", ":3: \"kind\" is missing");
  refuses("\"7\"", ":3: event 1 is not an object");
  refuses(R"({"kind": "draft", "file": "a.txt"})", ":3: the draft has no label: neither the manifest nor its text states one");
  refuses(R"({"kind": "draft", "label": "X\nRound: 9", "file": "a.txt"})", ":3: \"label\" holds a line break or a control character");
  refuses(good + ",\n" + R"({"kind": "draft", "label": "x!", "file": "a.txt"})",
          ":4: the labels \"x!\" and \"X\" cannot both be kept: they make one name in Git");
  refuses(good + ",\n" + R"({"kind": "draft", "label": "Y", "based_on": "Z", "file": "a.txt"})",
          ":4: \"based_on\" names \"Z\", and no draft before it has that label\nbefore it come \"X\"");
  refuses(comment + R"("by": "A", "on": "X"}, )" + good,
          ":3: \"on\" names \"X\", and no draft before it has that label\nput the draft before it");
  refuses(good + ",\n" + comment + R"("on": "X"})", ":4: \"by\" is missing");
  refuses(good + ",\n" + comment + R"("on": "X", "by": "A", "date": "2011-13"})",
          ":4: \"2011-13\" is no date\nwrite a year, a month or a day that exists, as 1648, 1648-10 or 1648-10-24");
  refuses(good + ",\n" + comment + R"("on": "X", "by": "A", "round": 1.5})", ":4: \"round\" is no whole number");
  refuses(good + ",\n" + comment + R"("on": "X", "by": "A", "origin": "invented"})",
          ":4: \"origin\" is \"invented\"\nit can be historical or constructed");
  refuses("{\"kind\": \"draft\",\n oops}",
          ":4: the manifest is not JSON: syntax error while parsing object key - invalid literal; last read: '\"draft\",<U+000A> o'; "
          "expected string literal\ncorrect it there");
  refuses("", ": the manifest lists no events");
}

TEST_F(Replay, UnknownFieldsAreToleratedAndUndatedEventsHaveTheDateBefore) {
  const Outcome outcome = replay_of(R"({"kind": "draft", "label": "X", "file": "a.txt", "date": "2011", "colour": "red"},
    {"kind": "comment", "file": "a.txt", "on": "X", "by": "A"})");
  EXPECT_EQ(outcome.code, 0) << outcome;
  EXPECT_EQ(git({"log", "--format=%cd", "--date=short"}), "2011-01-01\n2011-01-01\n2011-01-01\n");
}

TEST_F(Replay, AFailureOnTheWayTakesAwayWhatWasMade) {
  // One group's name in two spellings is for the record to refuse, and it comes late.
  const Outcome outcome = replay_of(R"({"kind": "draft", "label": "X", "file": "a.txt"},
    {"kind": "comment", "file": "a.txt", "on": "X", "by": "Group A"},
    {"kind": "comment", "file": "a.txt", "on": "X", "by": "group-a"})");
  EXPECT_EQ(outcome.code, 3) << outcome;
  EXPECT_TRUE(outcome.err.starts_with("travaux: m/manifest.json:5: ")) << outcome;
  EXPECT_FALSE(fs::exists(path("r")));
}

TEST_F(Replay, AnInterruptedReplayKeepsNothing) {
  std::string events;
  for (int i = 0; i < 400; ++i) {
    events += std::string(i == 0 ? "" : ",\n") + R"({"kind": "draft", "file": "a.txt", "label": "no. )" + std::to_string(i) + "\"}";
  }
  write("m/a.txt", "1. A heading\n1.1 One thing.\n");
  write("m/manifest.json", "{\"title\": \"T\", \"events\": [" + events + "]}");
  const Outcome outcome = execute({"sh", "-c", "\"$0\" replay m/manifest.json r/deep & for i in $(seq 1000); do "
                                               "[ -e r/deep/HEAD ] && break; sleep 0.01; done; "
                                               "kill -TERM $!; wait $!", TRAVAUX_COMMAND});
  EXPECT_EQ(outcome.code, 130) << outcome;
  EXPECT_EQ(outcome.err, "travaux: the replay was interrupted; nothing of it was kept\n");
  EXPECT_FALSE(fs::exists(path("r")));
}

}  // namespace
}  // namespace travaux::testing
