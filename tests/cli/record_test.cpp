// Recording: init, commit, comment, withdraw, log, verify, instruments.
#include "cli/support.h"

namespace travaux::testing {
namespace {

constexpr const char* kSmall = "1. A heading\n1.1 One thing.\n\nDeclaration of Nowhere, 1999:\n\n“x”\n1.2 Another thing.\n";

class Recording : public Sandbox {
 protected:
  /// Refused, with this message, and the record is as it was.
  void refuses(const std::vector<std::string>& arguments, int code, const std::string& message, const std::string& input = {}) const {
    const std::string before = git({"for-each-ref"});
    EXPECT_EQ(travaux(arguments, input), (Outcome{code, "", message}));
    EXPECT_EQ(git({"for-each-ref"}), before);
  }
  std::string first_comment() const {
    const auto log = nlohmann::json::parse(done({"-C", "r", "log", "--format", "json"}));
    for (const auto& event : log["events"]) {
      if (event["kind"] == "comment") return event["path"];
    }
    return {};
  }
};

TEST_F(Recording, InitMakesARecordThatGitReads) {
  EXPECT_EQ(done({"init", "r", "--title", "A treaty", "--language", "es", "--group", "CARICOM=Barbados, Belize", "--group", "SICA"}),
            "made the record of \"A treaty\" in r\n");
  const auto about = nlohmann::json::parse(git({"show", "HEAD:travaux.json"}));
  EXPECT_EQ(about["title"], "A treaty");
  EXPECT_EQ(about["language"], "es");
  EXPECT_EQ(about["groups"][0]["members"], (std::vector<std::string>{"Barbados", "Belize"}));
  EXPECT_EQ(about["groups"][1]["name"], "SICA");
  EXPECT_TRUE(has(git({"show", "HEAD:instruments.json"}), "mispa-1"));
  git({"fsck", "--strict"});
}

TEST_F(Recording, InitRefusesAFolderWithSomethingInIt) {
  write("full/note.txt", "mine");
  const Outcome refused = travaux({"init", "full", "--title", "T"});
  EXPECT_EQ(refused, (Outcome{3, "", "travaux: full: the record cannot be made: the folder is not empty\n"
                                     "choose an empty or a new folder\n"}));
  EXPECT_EQ(slurp(path("full/note.txt")), "mine");
  EXPECT_EQ(travaux({"init", "a", "-C", "b", "--title", "T"}),
            (Outcome{2, "", "travaux: both a and, with -C, b were named\nname one folder\n"}));
}

TEST_F(Recording, CommitReadsLabelAndDateOffTheTextAndSaysWhatWasRecorded) {
  init();
  EXPECT_EQ(done({"-C", "r", "commit", kMarch7, "--round", "1", "--by", "El Salvador"}),
            "recorded El Salvador Version, March 7, 2011 as draft/el-salvador-version-march-7-2011, round 1, 2011-03-07, "
            "tabled by El Salvador\n  5 sections, 23 items, 98 citations, 130 passages, 28 instruments\n");
  EXPECT_EQ(git({"log", "-1", "--format=%an|%ad|%cn|%s", "--date=iso"}),
            "El Salvador|2011-03-07 12:00:00 +0000|A Clerk|Draft: El Salvador Version, March 7, 2011\n");
  const std::string next = done({"-C", "r", "commit", kRev1, "--label", "rev. 1"});
  EXPECT_TRUE(has(next, "\n  against El Salvador Version, March 7, 2011: ")) << next;
  EXPECT_EQ(git({"show", "HEAD:draft/source.txt"}), slurp(kRev1));
}

TEST_F(Recording, TheSameDraftAgainIsAlreadyRecorded) {
  init();
  done({"-C", "r", "commit", kMarch7});
  const std::string before = head();
  EXPECT_EQ(done({"-C", "r", "commit", kMarch7}), "El Salvador Version, March 7, 2011 is already recorded\n");
  EXPECT_EQ(head(), before);
}

TEST_F(Recording, CommitReadsStandardInput) {
  init();
  const Outcome outcome = travaux({"-C", "r", "commit", "-", "--label", "X"}, kSmall);
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, "recorded X as draft/x\n  1 section, 2 items, 1 citation, 1 passage, 1 instrument\n");
  EXPECT_EQ(outcome.err,
            "travaux: note: the registry does not know \"Declaration of Nowhere, 1999:\"; `travaux instruments add` teaches it\n");
  EXPECT_EQ(done({"-C", "r", "show", "X"}), kSmall);
}

TEST_F(Recording, BadInputLeavesTheRecordAsItWas) {
  init();
  write("small.txt", kSmall);
  write("word.docx", std::string("PK\x03\x04\0\0\0", 7) + "word/document.xml");
  write("noise.txt", std::string("\x00\x01\x02\xff\xfe\x00", 6));
  done({"-C", "r", "commit", kMarch7});
  const std::vector<std::string> commit = {"-C", "r", "commit"};
  const auto with = [&](const std::vector<std::string>& more) {
    std::vector<std::string> all = commit;
    all.insert(all.end(), more.begin(), more.end());
    return all;
  };
  refuses(with({"nowhere.txt"}), 2, "travaux: nowhere.txt: there is no such file\ncheck the path\n");
  refuses(with({"r"}), 2, "travaux: r: the file cannot be read: it is a folder\nname a file in it\n");
  refuses(with({"-"}), 2, "travaux: standard input: the draft has no label: its text states none\nname it with --label LABEL\n",
          "Words.\n");
  refuses(with({"small.txt", "--label", "X", "--round", "two"}), 2,
          "travaux: --round: \"two\" is no whole number\nwrite it in digits, as 2\n");
  refuses(with({"small.txt", "--label", "X", "--round", "-1"}), 2,
          "travaux: --round: \"-1\" is no whole number\nwrite it in digits, as 2\n");
  refuses(with({"small.txt", "--label", "X", "--date", "2011-02-30"}), 2,
          "travaux: \"2011-02-30\" is no date\nwrite a year, a month or a day that exists, as 1648, 1648-10 or 1648-10-24\n");
  refuses(with({kRev1, "--label", kMarch7Label}), 3,
          "travaux: r: the label \"El Salvador Version, March 7, 2011\" is taken by another text\n"
          "if this text corrects it, add --corrects \"El Salvador Version, March 7, 2011\"; else choose another label\n");
  refuses(with({"small.txt", "--label", "X", "--lang", "es"}), 3,
          "travaux: r: a draft in \"es\" cannot be recorded here: the record's language is \"en\"\n"
          "make a record of its own for each language\n");
  for (const char* file : {"word.docx", "noise.txt"}) {
    const std::string before = head();
    const Outcome outcome = travaux(with({file, "--label", "X"}));
    EXPECT_EQ(outcome.code, 2) << outcome;
    EXPECT_TRUE(outcome.err.starts_with(std::string("travaux: ") + file)) << outcome;
    EXPECT_EQ(head(), before);
  }
  git({"fsck", "--strict"});
}

TEST_F(Recording, NoTrailerIsForgedThroughALabelOrAName) {
  init();
  write("small.txt", kSmall);
  const std::string before = head();
  const std::vector<std::vector<std::string>> forged = {
      {"--label", "X\nProposed-by: Somebody"}, {"--label", "X\r\nRound: 9"}, {"--label", "X", "--by", "A\nDraft: B"},
      {"--label", "X", "--date", "2011\nRound: 9"}, {"--label", "X\xe2\x80\xa8Round: 9"}, {"--label", "X\xc2\x85Y"}};
  for (std::vector<std::string> options : forged) {
    options.insert(options.begin(), {"-C", "r", "commit", "small.txt"});
    const Outcome outcome = travaux(options);
    EXPECT_EQ(outcome.code, 2) << outcome;
    EXPECT_TRUE(has(outcome.err, "a line break or a control character")) << outcome;
  }
  EXPECT_EQ(head(), before);
}

TEST_F(Recording, ACorrectionTakesTheLabelAndTheLogSaysSo) {
  init();
  write("a.txt", kSmall);
  write("b.txt", replace_all(kSmall, "One", "Two"));
  done({"-C", "r", "commit", "a.txt", "--label", "X", "--quiet"});
  EXPECT_EQ(travaux({"-C", "r", "commit", "b.txt", "--corrects", "x"}).code, 0);
  EXPECT_TRUE(has(done({"-C", "r", "show", "X"}), "Two thing"));
  EXPECT_TRUE(has(done({"-C", "r", "log"}), "X (corrected)"));
}

TEST_F(Recording, ACommentIsRecordedAsReceivedAndWithdrawnByItsPath) {
  replay();
  const std::string said = done({"-C", "r", "comment", kLetter, "--by", "caribbean community", "--on", "rev. 2"});
  EXPECT_TRUE(said.starts_with("recorded as received; 13 paragraphs: comments/rev-2/caricom/")) << said;
  EXPECT_EQ(git({"log", "-1", "--format=%an %s"}), "CARICOM Comment: CARICOM on rev. 2\n");
  const Outcome again = travaux({"-C", "r", "comment", kLetter, "--by", "CARICOM", "--on", "draft/rev-2"});
  EXPECT_EQ(again.code, 0);
  EXPECT_TRUE(again.out.starts_with("already recorded: comments/rev-2/caricom/")) << again;

  const std::string path = first_comment();
  EXPECT_EQ(done({"-C", "r", "withdraw", path, "--reason", "sent in error"}), "withdrawn: " + path + "\n");
  EXPECT_EQ(done({"-C", "r", "withdraw", path}), "already withdrawn: " + path + "\n");
  const std::string log = done({"-C", "r", "log"});
  EXPECT_TRUE(has(log, "\n              withdrawn\n")) << log;
  EXPECT_TRUE(has(log, "reason: sent in error")) << log;
}

TEST_F(Recording, AnUnknownGroupIsANoteAndAnUnknownDraftAnError) {
  replay();
  const Outcome stranger = travaux({"-C", "r", "comment", kLetter, "--by", "Atlantis", "--on", "rev. 1"});
  EXPECT_EQ(stranger.code, 0);
  EXPECT_EQ(stranger.err, "travaux: note: Atlantis is no group of this record, nor a member of one "
                          "(CARICOM, SICA, Andean Community, MERCOSUR, North America)\n");
  EXPECT_EQ(travaux({"-C", "r", "comment", kLetter, "--by", "belize", "--on", "rev. 1"}).err, "");
  refuses({"-C", "r", "comment", kLetter, "--by", "SICA", "--on", "rev. 7"}, 2,
          "travaux: r: the draft \"rev. 7\" is not in this record\n"
          "it holds \"El Salvador Version, March 7, 2011\", \"rev. 1\", \"rev. 2\"\n");
  refuses({"-C", "r", "withdraw", "comments/rev-1/sica/0000"}, 2,
          "travaux: r: the comment \"comments/rev-1/sica/0000\" is not in this record\n"
          "`travaux log` lists the comments with their paths\n");
}

TEST_F(Recording, TheLogTellsTheStoryRoundByRound) {
  replay();
  const std::string log = done({"-C", "r", "log"});
  EXPECT_TRUE(log.starts_with("Plan of Action of San Salvador on Citizen Security in the Americas\n\nRound 1\n"
                              "  2011-03-07  El Salvador Version, March 7, 2011, tabled by El Salvador\n"
                              "  2011-04-12  comment by CARICOM on El Salvador Version, March 7, 2011\n"
                              "              a constructed example, not a historical document\n"
                              "              comments/el-salvador-version-march-7-2011/caricom/"))
      << log;
  EXPECT_TRUE(has(log, "\n\nRound 3\n  2011-05-19  rev. 2, tabled by Chair of the Working Group\n              based on rev. 1\n"
                       "              a constructed example, not a historical document\n"))
      << log;
}

TEST_F(Recording, InstrumentsAreListedAndAddedAndTheUnknownNamed) {
  init();
  write("small.txt", kSmall);
  EXPECT_TRUE(has(done({"-C", "r", "instruments"}), "AG/RES. 2551 "));
  EXPECT_EQ(done({"-C", "r", "instruments", "unknown", "small.txt"}), "Declaration of Nowhere, 1999:\n");
  const std::vector<std::string> add = {"-C",     "r",    "instruments", "add",         "--title",   "Declaration of Nowhere",
                                        "--year", "1999", "--kind",      "declaration", "--alias", "Declaration of Nowhere, 1999"};
  EXPECT_EQ(done(add), "added declaration-of-nowhere: Declaration of Nowhere\n");
  EXPECT_EQ(done({"-C", "r", "instruments", "unknown", "small.txt"}), "The registry knows every instrument that this draft cites.\n");
  refuses(add, 3, "travaux: r: the registry has \"declaration-of-nowhere\" already: it is \"Declaration of Nowhere\"\n"
                  "name another id with --id\n");
  const auto registry = nlohmann::json::parse(done({"-C", "r", "instruments", "--format", "json"}));
  EXPECT_EQ(registry["instruments"].back()["aliases"], std::vector<std::string>{"Declaration of Nowhere, 1999"});
  EXPECT_EQ(travaux({"instruments", "frob"}).err, "travaux: instruments has no action \"frob\"\nit has list, add and unknown\n");
}

TEST_F(Recording, VerifyFindsDamageAndRepairsTags) {
  replay();
  EXPECT_EQ(done({"-C", "r", "verify", "--quiet"}), "");
  git({"tag", "-d", "draft/rev-1"});
  const Outcome missing = travaux({"-C", "r", "verify"});
  EXPECT_EQ(missing.code, 3);
  EXPECT_TRUE(has(missing.out, "missing tag: ")) << missing;
  EXPECT_TRUE(has(missing.out, "`travaux verify --repair` mends tags and items\n")) << missing;
  EXPECT_EQ(travaux({"-C", "r", "verify", "--repair"}).code, 0);
  EXPECT_EQ(travaux({"-C", "r", "verify"}).code, 0);

  const std::string blob = git({"rev-parse", "HEAD~3:draft/text.txt"}).substr(0, 40);
  const fs::path object = path("r/objects/" + blob.substr(0, 2) + "/" + blob.substr(2));
  fs::permissions(object, fs::perms::owner_write, fs::perm_options::add);
  write("r/objects/" + blob.substr(0, 2) + "/" + blob.substr(2), "spoiled");
  const Outcome damaged = travaux({"-C", "r", "verify", "--repair", "--format", "json"});
  EXPECT_EQ(damaged.code, 3) << damaged;
  EXPECT_EQ(nlohmann::json::parse(damaged.out)["sound"], false);
}

TEST_F(Recording, TheCommitterIsGitsUserOrNobodyInParticular) {
  init();
  EXPECT_EQ(git({"log", "-1", "--format=%cn <%ce>"}), "A Clerk <clerk@example.org>\n");
  const Environment unset = {{"GIT_COMMITTER_NAME", ""}, {"GIT_COMMITTER_EMAIL", ""}};
  ASSERT_EQ(travaux({"-C", "r", "commit", kMarch7}, {}, unset).code, 0);
  EXPECT_EQ(git({"log", "-1", "--format=%cn"}), "travaux user\n");
  write(".gitconfig", "[user]\n\tname = Git User\n\temail = user@example.org\n");
  ASSERT_EQ(travaux({"-C", "r", "commit", kRev1, "--label", "rev. 1"}, {}, unset).code, 0);
  EXPECT_EQ(git({"log", "-1", "--format=%cn <%ce>"}), "Git User <user@example.org>\n");
}

}  // namespace
}  // namespace travaux::testing
