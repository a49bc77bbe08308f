// What `verify` finds, and what it repairs.
#include <algorithm>

#include "sandbox.h"

namespace travaux {
namespace {

class VerifyTest : public RecordTest {
 protected:
  void SetUp() override {
    RecordTest::SetUp();
    record_.emplace(make());
    must(record_->add_draft(draft("rev. 1", "one\n"), clerk()));
    comment_ = must(record_->add_comment(comment("CARICOM", "rev. 1", "Delete it.\n"), clerk())).path;
    must(record_->add_draft(draft("rev. 2", "two\n"), clerk()));
  }
  VerifyReport verify(bool repair = false) { return must(record_->verify(rederive(), repair, clerk())); }

  static std::size_t count(const VerifyReport& report, FindingKind kind) {
    return static_cast<std::size_t>(
        std::count_if(report.findings.begin(), report.findings.end(), [&](const auto& finding) { return finding.kind == kind; }));
  }
  static std::string told(const VerifyReport& report) {
    std::string text;
    for (const VerifyFinding& finding : report.findings) text += finding.where + ": " + finding.message + "\n";
    return text;
  }
  fs::path object(const std::string& revision) const {
    const std::string id = git("rev-parse " + revision).output;
    return fs::path(folder()) / "objects" / id.substr(0, 2) / id.substr(2, 38);
  }
  static void flip(const fs::path& path, std::size_t at) {
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    std::string bytes = read_all(path);
    bytes.at(at) = static_cast<char>(bytes.at(at) ^ 0x20);
    write_all(path, bytes);
  }
  /// Commits what a foreign hand did to the files of the newest tree, with plain git.
  void tamper(const std::string& script) {
    const std::string clone = (root_ / "clone").string();
    const CommandResult done =
        run("rm -rf '" + clone + "' && git clone -q '" + folder() + "' '" + clone + "' && cd '" + clone + "' && (" + script +
            ") && git add -A && git -c user.name=x -c user.email=x@x commit -q -m tampered && git push -q origin main");
    ASSERT_EQ(done.status, 0) << done.output;
  }

  std::optional<Record> record_;
  std::string comment_;
};

TEST_F(VerifyTest, ASoundRecordIsCountedAndHasNoFindings) {
  std::size_t steps = 0;
  Rederive counting = rederive();
  counting.progress = [&](std::size_t done, std::size_t total) {
    EXPECT_EQ(done, ++steps);
    EXPECT_EQ(total, 3u);
  };
  const VerifyReport report = must(record_->verify(counting, false));
  EXPECT_TRUE(report.sound());
  EXPECT_TRUE(report.findings.empty()) << told(report);
  EXPECT_EQ(report.commits, 4u);
  EXPECT_EQ(report.drafts, 2u);
  EXPECT_EQ(report.comments, 1u);
  EXPECT_GT(report.objects, 20u);
  EXPECT_EQ(steps, 3u);
}

TEST_F(VerifyTest, AFlippedByteInAnyLooseObjectIsFoundAndNamed) {
  for (const char* revision : {"HEAD:draft/source.txt", "HEAD:draft", "HEAD~1", "HEAD~2:draft/draft.json", "draft/rev-1"}) {
    const fs::path path = object(revision);
    flip(path, read_all(path).size() / 2);
    const VerifyReport report = verify();
    EXPECT_FALSE(report.sound()) << revision;
    EXPECT_NE(told(report).find(fs::relative(path, folder()).string()), std::string::npos) << revision << "\n" << told(report);
    flip(path, read_all(path).size() / 2);
    EXPECT_TRUE(verify().sound()) << told(verify());
  }
}

TEST_F(VerifyTest, AMissingObjectIsFoundAndNamed) {
  const std::string id = git("rev-parse HEAD~2:draft/text.txt").output.substr(0, 40);
  fs::remove(object("HEAD~2:draft/text.txt"));
  const VerifyReport report = verify();
  EXPECT_FALSE(report.sound());
  EXPECT_NE(told(report).find(id), std::string::npos) << told(report);
}

TEST_F(VerifyTest, AFlippedByteAnywhereInAPackIsFound) {
  git("gc -q");
  fs::path pack;
  for (const auto& file : fs::directory_iterator(folder() + "/objects/pack")) {
    if (file.path().extension() == ".pack") pack = file.path();
  }
  const std::string whole = read_all(pack);
  for (std::size_t at = 0; at < whole.size(); at += at + 25 < whole.size() ? 97 : 1) {
    flip(pack, at);
    auto reopened = Record::open(folder());
    if (reopened) {
      const auto report = reopened->verify(rederive(), false);
      EXPECT_TRUE(!report || !report->sound()) << "byte " << at << " of " << whole.size();
    }
    flip(pack, at);
  }
  EXPECT_TRUE(verify().sound());
}

TEST_F(VerifyTest, AMissingOrWrongTagIsFoundAndRebuilt) {
  git("tag -d draft/rev-1");
  git("tag -f draft/rev-2 HEAD");
  const VerifyReport before = verify();
  EXPECT_FALSE(before.sound());
  EXPECT_EQ(count(before, FindingKind::kMissingTag), 2u) << told(before);
  const VerifyReport repaired = verify(true);
  EXPECT_TRUE(repaired.sound());
  EXPECT_TRUE(verify().findings.empty());
  EXPECT_EQ(git("cat-file -t draft/rev-1").output, "tag\n");
  EXPECT_EQ(git("rev-list --count HEAD").output, "4\n");
  expect_sound();
}

TEST_F(VerifyTest, AForeignTagAndBranchAreNotedOnly) {
  git("tag mine HEAD");
  git("branch other HEAD~1");
  const VerifyReport report = verify();
  EXPECT_TRUE(report.sound());
  EXPECT_EQ(count(report, FindingKind::kNote), 2u) << told(report);
}

TEST_F(VerifyTest, AHeadThatPointsElsewhereIsFoundAndRepaired) {
  git("update-ref --no-deref HEAD main");
  EXPECT_FALSE(verify().sound());
  EXPECT_TRUE(verify(true).sound());
  EXPECT_EQ(git("symbolic-ref HEAD").output, "refs/heads/main\n");
}

TEST_F(VerifyTest, StaleItemsAreRepairedByANewEventNotByRewriting) {
  DraftEntry wrong = draft("rev. 3", "three\n");
  wrong.items = {{{"1", "1.1"}, "something else\n"}};
  must(record_->add_draft(wrong, clerk()));
  must(record_->add_draft(draft("rev. 4", "four\n"), clerk()));
  wrong.info.label = "rev. 5";
  const Recorded last = must(record_->add_draft(wrong, clerk()));
  const VerifyReport before = verify();
  EXPECT_FALSE(before.sound());
  EXPECT_EQ(count(before, FindingKind::kStaleDerived), 2u) << told(before);
  EXPECT_TRUE(verify(true).sound());
  const VerifyReport after = verify();
  EXPECT_TRUE(after.sound()) << told(after);
  EXPECT_EQ(git("rev-parse HEAD~1").output, last.commit + "\n");
  EXPECT_EQ(git("log -1 --format=%s").output, "Repair: items of 2 drafts\n");
  EXPECT_EQ(git("show HEAD:draft/items/2/2.1.txt").output, "three\n");
  EXPECT_EQ(must(record_->log()).back().kind, EventKind::kOther);
  EXPECT_EQ(must(record_->find_draft("HEAD")).info.label, "rev. 5");
  EXPECT_EQ(must(record_->drafts()).size(), 5u);
  expect_sound();
}

TEST_F(VerifyTest, ADraftOfAnotherReaderOrParserIsNotedAndNotCompared) {
  DraftEntry old = draft("rev. 0", "zero\n");
  old.info.reader_version = old.info.parser_version = 0;
  old.text = "read otherwise\n";
  old.items.clear();
  must(record_->add_draft(old, clerk()));
  const VerifyReport report = verify();
  EXPECT_TRUE(report.sound());
  EXPECT_EQ(count(report, FindingKind::kOlderReader), 2u) << told(report);
  EXPECT_NE(told(report).find("an older travaux"), std::string::npos);
}

TEST_F(VerifyTest, ATextThatReadsOtherwiseTodayIsFoundUntilItIsCorrected) {
  DraftEntry wrong = draft("rev. 3", "three\n");
  wrong.text = "drei\n";
  wrong.items[0].content = "drei\n";
  must(record_->add_draft(wrong, clerk()));
  EXPECT_EQ(count(verify(), FindingKind::kStaleDerived), 1u) << told(verify());
  EXPECT_FALSE(verify().sound());
  DraftEntry right = draft("rev. 3", "three\n");
  right.info.corrects = "rev. 3";
  EXPECT_FALSE(must(record_->add_draft(right, clerk())).already_there);
  EXPECT_TRUE(verify().sound()) << told(verify());
}

TEST_F(VerifyTest, ATamperedSourceIsFound) {
  tamper("echo changed > draft/source.txt");
  const VerifyReport report = verify();
  EXPECT_FALSE(report.sound());
  EXPECT_NE(told(report).find("draft/source.txt was changed"), std::string::npos) << told(report);
}

TEST_F(VerifyTest, ADraftWhoseHashesDoNotFitIsFound) {
  tamper("sed -i 's/rev. 2/rev. 2a/' draft/draft.json && echo x > draft/source.txt && echo y > draft/text.txt");
  const VerifyReport report = verify();
  EXPECT_NE(told(report).find("source.txt is not the file whose hash was recorded"), std::string::npos) << told(report);
  EXPECT_NE(told(report).find("text.txt is not the text whose hash was recorded"), std::string::npos) << told(report);
}

TEST_F(VerifyTest, AForeignCommitWithAForgedFieldIsFound) {
  tamper("sed -i 's/rev. 2/rev. 3\\\\nProposed-by: Nobody/' draft/draft.json");
  const VerifyReport report = verify();
  EXPECT_FALSE(report.sound());
  EXPECT_NE(told(report).find("line break"), std::string::npos) << told(report);
}

TEST_F(VerifyTest, AChangedRemovedOrRenamedCommentIsFound) {
  tamper("echo x >> '" + comment_ + "/text.txt'");
  EXPECT_NE(told(verify()).find("text.txt was changed after it was recorded"), std::string::npos) << told(verify());
  tamper("git mv '" + comment_ + "' comments/rev-1/caricom/0123456789abcdef0123456789abcdef");
  const std::string text = told(verify());
  EXPECT_NE(text.find("was removed after it was recorded"), std::string::npos) << text;
  EXPECT_NE(text.find("not named by its draft, group and hash"), std::string::npos) << text;
}

TEST_F(VerifyTest, ABrokenJsonFileIsFoundAndTheOthersAreStillChecked) {
  tamper("echo '{' > draft/draft.json");
  git("tag -d draft/rev-1");
  const VerifyReport report = verify();
  EXPECT_FALSE(report.sound());
  EXPECT_NE(told(report).find("draft/draft.json of commit"), std::string::npos) << told(report);
  EXPECT_EQ(count(report, FindingKind::kMissingTag), 1u) << told(report);
  EXPECT_EQ(report.drafts, 2u);
  EXPECT_EQ(refused(record_->log()).code, ErrorCode::kDamaged);
  for (const char* json : {"[]", "{\"schema\": 1}", "{\"schema\": \"travaux/record-draft/1\", \"label\": 7}",
                           "{\"schema\": \"travaux/record-draft/1\", \"label\": \"x\", \"round\": \"two\"}"}) {
    tamper("echo '" + std::string(json) + "' > draft/draft.json");
    EXPECT_EQ(refused(record_->log()).code, ErrorCode::kDamaged) << json;
  }
}

}  // namespace
}  // namespace travaux
