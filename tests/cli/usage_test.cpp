// The command line itself: what is asked wrongly, and help.
#include "cli/support.h"

namespace travaux::testing {
namespace {

class Usage : public Sandbox {
 protected:
  void refuses(const std::vector<std::string>& arguments, const std::string& message) const {
    EXPECT_EQ(travaux(arguments), (Outcome{2, "", message}));
  }
};

TEST_F(Usage, WrongRequestsSayWhatIsWrongAndWhatToDo) {
  refuses({}, "travaux: no command was given\n`travaux help` lists them\n");
  refuses({"comit", "x"}, "travaux: there is no command \"comit\"\ndid you mean commit? `travaux help` explains\n");
  refuses({"xyzzy"}, "travaux: there is no command \"xyzzy\"\n`travaux help` explains\n");
  refuses({"help", "lgo"}, "travaux: there is no command \"lgo\"\ndid you mean log?\n");
  refuses({"diff", "--sumary", "a", "b"}, "travaux: unknown option --sumary\ndid you mean --summary? `travaux help diff` explains\n");
  refuses({"--frobnicate", "log"}, "travaux: unknown option --frobnicate\n`travaux help log` explains\n");
  refuses({"diff", "a"}, "travaux: B is missing\n`travaux help diff` explains\n");
  refuses({"init", "r"}, "travaux: --title is missing\n`travaux help init` explains\n");
  refuses({"commit", "x", "--label"}, "travaux: --label needs a value\n`travaux help commit` explains\n");
  refuses({"log", "more"}, "travaux: log has no place for the argument \"more\"\n`travaux help log` explains\n");
  refuses({"log", "--format", "xml"}, "travaux: --format: xml is none of text, json\n`travaux help log` explains\n");
  refuses({"log", "--color", "mauve"}, "travaux: --color: mauve is none of auto, always, never\n`travaux help log` explains\n");
  refuses({"log", "--width", "7x"}, "travaux: --width: \"7x\" is no number of columns\ngive 20 to 10000, or 0 for the terminal's\n");
  refuses({"--format", "json", "withdraw", "x"}, "travaux: withdraw has no JSON form\nleave out --format json\n");
  refuses({"--format", "csv", "diff", "x", "y"}, "travaux: diff has no csv form\nleave out --format csv\n");
}

TEST_F(Usage, AnUnknownOptionIsNamedBeforeWhatElseIsWrong) {
  refuses({"diff", "z1", "--nope"}, "travaux: unknown option --nope\n`travaux help diff` explains\n");
  refuses({"diff", "--sumary"}, "travaux: unknown option --sumary\ndid you mean --summary? `travaux help diff` explains\n");
  refuses({"init", "r", "--titel=T"}, "travaux: unknown option --titel\ndid you mean --title? `travaux help init` explains\n");
  refuses({"log", "more", "-x"}, "travaux: unknown option -x\n`travaux help log` explains\n");
  refuses({"commit", "x", "--rond", "1", "--label"},
          "travaux: unknown option --rond\ndid you mean --round? `travaux help commit` explains\n");
  for (const char* command : {"init", "commit", "comment", "withdraw", "log", "show", "diff", "redline", "mandates", "trace",
                              "check", "verify", "replay", "instruments", "version", "help"}) {
    refuses({command, "--frobnicate"},
            "travaux: unknown option --frobnicate\n`travaux help " + std::string(command) + "` explains\n");
  }
}

TEST_F(Usage, EveryCommandHasHelp) {
  const std::string all = done({"help"});
  EXPECT_EQ(all, done({"--help"}));
  for (const char* command : {"init", "commit", "comment", "withdraw", "log", "show", "diff", "redline", "mandates", "trace",
                              "verify", "replay", "instruments", "version", "help"}) {
    EXPECT_TRUE(has(all, "\n  " + std::string(command) + " "));
    const std::string help = done({"help", command});
    EXPECT_TRUE(has(help, "Usage: travaux " + std::string(command))) << help;
    EXPECT_EQ(help, done({command, "--help"}));
  }
}

TEST_F(Usage, TheVersionIsPrintedEitherWay) {
  const std::string version = done({"version"});
  EXPECT_EQ(version.substr(0, 8), "travaux ");
  EXPECT_EQ(version, done({"--version"}));
}

TEST_F(Usage, CommonOptionsStandBeforeOrAfterTheCommand) {
  init();
  const std::string log = done({"log", "-C", "r"});
  EXPECT_EQ(log, "A test\nNothing is recorded yet.\n");
  EXPECT_EQ(done({"-C", "r", "log"}), log);
  EXPECT_EQ(done({"-C", "nowhere", "log", "-C", "r"}), log);
}

TEST_F(Usage, WhereThereIsNoRecordTheErrorSaysHowToNameOne) {
  refuses({"log"}, "travaux: there is no record here: neither this folder nor one above it is the record of a negotiation\n"
                   "name one with -C DIR, or make one with `travaux init DIR --title TITLE`\n");
  const Outcome missing = travaux({"-C", "nowhere", "verify"});
  EXPECT_EQ(missing.code, 2);
  EXPECT_TRUE(missing.err.starts_with("travaux: nowhere: ")) << missing;
  write("plain/file", "");
  const Outcome plain = travaux({"-C", "plain", "log"});
  EXPECT_EQ(plain.code, 2);
  EXPECT_TRUE(plain.err.starts_with("travaux: plain: ")) << plain;
}

TEST_F(Usage, ARecordIsFoundFromInsideIt) {
  init();
  EXPECT_EQ(execute({"sh", "-c", "cd r/objects && exec \"$0\" log", TRAVAUX_COMMAND}).out, "A test\nNothing is recorded yet.\n");
}

TEST_F(Usage, AFullOrClosedOutputIsAFailureAndNeverSpoilsTheRecord) {
  init();
  const Outcome full = execute({"sh", "-c", "\"$0\" -C r log >/dev/full", TRAVAUX_COMMAND});
  EXPECT_EQ(full, (Outcome{2, "", "travaux: standard output: the output cannot be written: No space left on device\n"
                                  "send it to a place with room\n"}));
  EXPECT_EQ(execute({"sh", "-c", "\"$0\" -C r commit \"$1\" >&- 2>&- <&-", TRAVAUX_COMMAND, kMarch7}).code, 2);
  EXPECT_EQ(done({"-C", "r", "verify", "--quiet"}), "");
  git({"fsck", "--strict"});
}

}  // namespace
}  // namespace travaux::testing
