// A person's corrections: kept with their reasons, taken back, never changed.
#include "sandbox.h"

namespace travaux {
namespace {

class RulingsTest : public RecordTest {
 protected:
  Record with_drafts() {
    Record record = make();
    must(record.add_draft(draft("rev. 1", "one\n"), clerk()));
    must(record.add_draft(draft("rev. 2", "two\n"), clerk()));
    return record;
  }

  static RulingInfo ruling() {
    RulingInfo info;
    info.kind = "source";
    info.says = "asked";
    info.from = "rev. 1";
    info.to = "draft/rev-2";
    info.from_item = info.to_item = "2.1";
    info.from_words = "one";
    info.to_words = "two\nlines";
    info.by = "caribbean community";
    info.reason = "said in the meeting of May 3";
    return info;
  }
};

TEST_F(RulingsTest, ARulingIsOneEventInAFileNamedByItsBytes) {
  Record record = with_drafts();
  const Recorded made = must(record.add_ruling(ruling(), clerk()));
  EXPECT_EQ(git("log -1 --format='%s|%an'").output, "Ruling: source: asked, CARICOM, 2.1|A. Clerk\n");
  EXPECT_EQ(git("ls-tree -r --name-only HEAD rulings").output, made.path + "\n");
  const auto rulings = must(record.rulings());
  ASSERT_EQ(rulings.size(), 1u);
  EXPECT_EQ(rulings[0].info.by, "CARICOM");
  EXPECT_EQ(rulings[0].info.to, "rev. 2");
  EXPECT_EQ(rulings[0].info.to_words, "two\nlines");
  EXPECT_EQ(rulings[0].info.to_commit, must(record.find_draft("rev. 2")).commit);
  EXPECT_FALSE(rulings[0].taken_back);
  EXPECT_EQ(must(record.log()).back().kind, EventKind::kRuling);
  EXPECT_TRUE(must(record.verify(rederive(), false)).sound());
  expect_sound();
}

TEST_F(RulingsTest, TheSameRulingIsRecordedOnce) {
  Record record = with_drafts();
  const Recorded made = must(record.add_ruling(ruling(), clerk()));
  const Recorded again = must(record.add_ruling(ruling(), clerk()));
  EXPECT_TRUE(again.already_there);
  EXPECT_EQ(again.commit, made.commit);
}

TEST_F(RulingsTest, ARulingTakenBackStaysAndCanBeMadeAgain) {
  Record record = with_drafts();
  const Recorded made = must(record.add_ruling(ruling(), clerk()));
  const std::string hash = made.path.substr(made.path.find('/') + 1, 8);
  must(record.take_back(hash, "the minutes say otherwise", clerk()));
  EXPECT_TRUE(must(record.rulings())[0].taken_back);
  const Event event = must(record.log()).back();
  EXPECT_EQ(event.kind, EventKind::kRulingTakenBack);
  EXPECT_EQ(event.reason, "the minutes say otherwise");
  EXPECT_TRUE(must(record.take_back(made.path, "", clerk())).already_there);
  const Recorded again = must(record.add_ruling(ruling(), clerk()));
  EXPECT_FALSE(again.already_there);
  EXPECT_NE(again.path, made.path);
  const auto rulings = must(Record(std::move(record)).rulings());
  ASSERT_EQ(rulings.size(), 2u);
  EXPECT_FALSE(rulings[1].taken_back);
  EXPECT_TRUE(must(must(Record::open(folder())).verify(rederive(), false)).sound());
  expect_sound();
}

TEST_F(RulingsTest, WithoutAReasonOrAboutWhatIsNotThereItIsRefused) {
  Record record = with_drafts();
  const std::string before = git("rev-parse main").output;
  RulingInfo wrong = ruling();
  wrong.reason = " ";
  EXPECT_EQ(refused(record.add_ruling(wrong, clerk())).code, ErrorCode::kUsage);
  wrong = ruling();
  wrong.to = "rev. 9";
  EXPECT_EQ(refused(record.add_ruling(wrong, clerk())).code, ErrorCode::kNotFound);
  wrong = ruling();
  wrong.comment = "comments/rev-1/caricom/0123456789abcdef";
  EXPECT_EQ(refused(record.add_ruling(wrong, clerk())).code, ErrorCode::kNotFound);
  wrong = ruling();
  wrong.reason = "two\nProposed-by: CARICOM";
  EXPECT_EQ(refused(record.add_ruling(wrong, clerk())).code, ErrorCode::kInput);
  EXPECT_EQ(refused(record.take_back("abcdef12", "", clerk())).code, ErrorCode::kNotFound);
  EXPECT_EQ(git("rev-parse main").output, before);
}

TEST_F(RulingsTest, ARulingChangedByHandIsFoundByVerify) {
  Record record = with_drafts();
  const Recorded made = must(record.add_ruling(ruling(), clerk()));
  const std::string tree = (root_ / "tree").string();
  git("worktree add -q '" + tree + "' main");
  run("sed -i 's/asked/not asked/' '" + tree + "/" + made.path + "'");
  run("git -C '" + tree + "' -c user.name=x -c user.email=x@y commit -qam tampered");
  const VerifyReport report = must(must(Record::open(folder())).verify(rederive(), false));
  EXPECT_FALSE(report.sound());
}

}  // namespace
}  // namespace travaux
