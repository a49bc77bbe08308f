// What is recorded, how plain git shows it, and what is refused.
#include "sandbox.h"

namespace travaux {
namespace {

using EventsTest = RecordTest;

TEST_F(EventsTest, ANewRecordIsABareRepositoryThatPlainGitFindsSound) {
  const Record record = make();
  EXPECT_EQ(git("rev-parse --is-bare-repository").output, "true\n");
  EXPECT_EQ(git("symbolic-ref HEAD").output, "refs/heads/main\n");
  EXPECT_EQ(git("ls-tree --name-only HEAD").output, "instruments.json\ntravaux.json\n");
  EXPECT_EQ(git("log --format='%s|%an|%ae|%at|%ct'").output,
            "Record: Plan of Action of San Salvador|A. Clerk|clerk@example.org|1299574800|1299574800\n");
  expect_sound();
  EXPECT_EQ(must(record.negotiation()).groups.at(0).aliases.at(0), "Caribbean Community");
  EXPECT_EQ(must(record.log()).at(0).kind, EventKind::kInit);
}

TEST_F(EventsTest, JsonFilesArePrettyPrintedInAFixedOrderWithALineFeedAtTheEnd) {
  make();
  EXPECT_EQ(
      git("show HEAD:travaux.json").output,
      "{\n  \"schema\": \"travaux/record/1\",\n  \"format\": 1,\n  \"title\": \"Plan of Action of San Salvador\",\n"
      "  \"language\": \"en\",\n  \"groups\": [\n    {\n      \"name\": \"CARICOM\",\n      \"members\": [\n        \"Jamaica\"\n"
      "      ],\n      \"aliases\": [\n        \"Caribbean Community\"\n      ]\n    }\n  ]\n}\n");
}

TEST_F(EventsTest, ADraftIsOneCommitWithItsFilesTrailersAndTag) {
  Record record = make();
  DraftEntry entry = draft("El Salvador Version, March 7, 2011", "1.1 Establish protocols.\n");
  entry.info.round = 1;
  entry.info.date = "2011-03-07";
  entry.info.by = "El Salvador";
  entry.info.source_name = "C:\\Users\\someone\\draft.txt";
  const Recorded recorded = must(record.add_draft(entry, clerk()));
  EXPECT_FALSE(recorded.already_there);
  EXPECT_EQ(recorded.tag, "draft/el-salvador-version-march-7-2011");
  EXPECT_EQ(
      git("log -1 --format='%s|%an|%ae|%ad|%cn' --date=iso").output,
      "Draft: El Salvador Version, March 7, 2011|El Salvador|el-salvador@travaux.invalid|2011-03-07 12:00:00 +0000|A. Clerk\n");
  EXPECT_EQ(git("log -1 --format='%(trailers)'").output,
            "Round: 1\nDraft: El Salvador Version, March 7, 2011\nProposed-by: El Salvador\nDate: 2011-03-07\n\n");
  EXPECT_EQ(git("ls-tree -r --name-only HEAD draft").output,
            "draft/draft.json\ndraft/items/2/2.1.txt\ndraft/source.txt\ndraft/text.txt\n");
  EXPECT_EQ(git("cat-file -t " + recorded.tag).output, "tag\n");
  EXPECT_EQ(git("rev-parse " + recorded.tag + "^{commit}").output, recorded.commit + "\n");
  EXPECT_EQ(git("show HEAD:draft/draft.json").output.find("someone"), std::string::npos);
  expect_sound();
}

TEST_F(EventsTest, ALaterDraftReplacesTheFolderAndIsBasedOnTheLast) {
  Record record = make();
  must(record.add_draft(draft("rev. 1", "one\n"), clerk()));
  DraftEntry second = draft("rev. 2", "two\n");
  second.items = {{{"3", "3.1"}, "two\n"}};
  must(record.add_draft(second, clerk()));
  EXPECT_EQ(git("ls-tree -r --name-only HEAD draft/items").output, "draft/items/3/3.1.txt\n");
  EXPECT_EQ(must(record.find_draft("rev. 2")).info.based_on, "rev. 1");
  DraftEntry third = draft("rev. 3", "three\n");
  third.info.based_on = "draft/rev-1";
  must(record.add_draft(third, clerk()));
  EXPECT_EQ(must(record.find_draft("rev. 3")).info.based_on, "rev. 1");
}

TEST_F(EventsTest, CommentsAccumulateInFoldersNamedByDraftGroupAndHash) {
  Record record = make();
  must(record.add_draft(draft("rev. 1", "one\n"), clerk()));
  const Recorded first = must(record.add_comment(comment("CARICOM", "rev. 1", "Delete paragraph 3.2.\n"), clerk()));
  const Recorded second = must(record.add_comment(comment("México", "rev. 1", "Delete paragraph 3.2.\n"), clerk()));
  EXPECT_EQ(first.path.substr(0, 23), "comments/rev-1/caricom/");
  EXPECT_EQ(second.path.substr(0, 23), "comments/rev-1/méxico/");
  EXPECT_EQ(git("log -2 --format='%s'").output, "Comment: México on rev. 1\nComment: CARICOM on rev. 1\n");
  EXPECT_EQ(git("log -1 --format='%(trailers)'").output, "Comment-On: rev. 1\nProposed-by: México\n\n");
  must(record.add_draft(draft("rev. 2", "two\n"), clerk()));
  EXPECT_EQ(must(record.comments()).size(), 2u);
  EXPECT_EQ(git("cat-file -t HEAD:" + first.path).output, "tree\n");
  expect_sound();
}

TEST_F(EventsTest, TwoOfficesThatRecordTheSameCommentNameItAlike) {
  Record record = make();
  must(record.add_draft(draft("rev. 1", "one\n"), clerk()));
  CommentEntry ours = comment("CARICOM", "rev. 1", "Delete paragraph 3.2.\n");
  CommentEntry theirs = comment("caribbean community", "REV.  1", "Delete paragraph 3.2.\n");
  theirs.info.source_name = "other.txt";
  const Recorded first = must(record.add_comment(ours, clerk()));
  const Recorded second = must(record.add_comment(theirs, clerk()));
  EXPECT_TRUE(second.already_there);
  EXPECT_EQ(first.path, second.path);
  EXPECT_EQ(first.commit, second.commit);
}

TEST_F(EventsTest, AnAliasIsKeptAsTheGroupsName) {
  Record record = make();
  DraftEntry entry = draft("rev. 1", "one\n");
  entry.info.by = "CARIBBEAN  community";
  must(record.add_draft(entry, clerk()));
  EXPECT_EQ(must(record.find_draft("rev. 1")).info.by, "CARICOM");
}

TEST_F(EventsTest, TheSameLabelWithTheSameBytesIsAlreadyThereAndNothingIsWritten) {
  Record record = make();
  const Recorded first = must(record.add_draft(draft("rev. 1", "one\n"), clerk()));
  const Recorded again = must(record.add_draft(draft("rev. 1", "one\n"), clerk()));
  EXPECT_TRUE(again.already_there);
  EXPECT_EQ(again.commit, first.commit);
  EXPECT_EQ(git("rev-list --count HEAD").output, "2\n");
}

TEST_F(EventsTest, TheSameLabelWithOtherBytesIsRefusedAndCorrectsSuggested) {
  Record record = make();
  must(record.add_draft(draft("rev. 1", "one\n"), clerk()));
  const Error error = refused(record.add_draft(draft("rev. 1", "uno\n"), clerk()));
  EXPECT_EQ(error.code, ErrorCode::kConflict);
  EXPECT_NE(error.next.find("--corrects \"rev. 1\""), std::string::npos);
  EXPECT_EQ(git("rev-list --count HEAD").output, "2\n");
}

TEST_F(EventsTest, TheSameBytesUnderANewLabelAreRecorded) {
  Record record = make();
  must(record.add_draft(draft("rev. 1", "one\n"), clerk()));
  EXPECT_FALSE(must(record.add_draft(draft("rev. 1 as adopted", "one\n"), clerk())).already_there);
  EXPECT_EQ(must(record.drafts()).size(), 2u);
}

TEST_F(EventsTest, ALabelMeansItsLatestCorrectionAndEarlierWordingsKeepANumberedTag) {
  Record record = make();
  DraftEntry first = draft("rev. 1", "one\n");
  first.info.round = 2;
  const Recorded wrong = must(record.add_draft(first, clerk()));
  must(record.add_draft(draft("rev. 2", "two\n"), clerk()));
  DraftEntry corrected = draft("", "One\n");
  corrected.info.corrects = "rev. 1";
  const Recorded right = must(record.add_draft(corrected, clerk()));
  EXPECT_EQ(must(record.find_draft("rev. 1")).text, "One\n");
  EXPECT_EQ(must(record.find_draft("round:2")).text, "One\n");
  EXPECT_EQ(must(record.find_draft("draft/rev-1.1")).text, "one\n");
  EXPECT_EQ(must(record.find_draft(wrong.commit)).text, "one\n");
  EXPECT_EQ(git("rev-parse draft/rev-1^{commit}").output, right.commit + "\n");
  EXPECT_EQ(git("rev-parse draft/rev-1.1^{commit}").output, wrong.commit + "\n");
  EXPECT_EQ(must(record.find_draft("rev. 1")).info.based_on, "");
  const auto drafts = must(record.drafts());
  ASSERT_EQ(drafts.size(), 2u);
  EXPECT_EQ(drafts[0].text, "One\n");
  EXPECT_EQ(drafts[1].text, "two\n");
  must(record.add_draft(draft("rev. 3", "three\n"), clerk()));
  EXPECT_EQ(must(record.find_draft("rev. 3")).info.based_on, "rev. 2");
  EXPECT_TRUE(must(record.add_draft(corrected, clerk())).already_there);
  const Recorded old = must(record.add_draft(first, clerk()));
  EXPECT_TRUE(old.already_there);
  EXPECT_NE(old.note.find("corrected since"), std::string::npos);
  expect_sound();
}

TEST_F(EventsTest, ACorrectionMayGiveANewLabelAndBothThenMeanIt) {
  Record record = make();
  must(record.add_draft(draft("rev. 1", "one\n"), clerk()));
  DraftEntry corrected = draft("rev. 1 (corr.)", "One\n");
  corrected.info.corrects = "rev. 1";
  must(record.add_draft(corrected, clerk()));
  EXPECT_EQ(must(record.find_draft("rev. 1")).text, "One\n");
  EXPECT_EQ(must(record.find_draft("rev. 1 (corr.)")).text, "One\n");
  EXPECT_EQ(must(record.drafts()).size(), 1u);
  EXPECT_TRUE(must(record.verify(rederive(), false)).sound());
}

TEST_F(EventsTest, ADraftCannotBeBasedOnItself) {
  Record record = make();
  must(record.add_draft(draft("rev. 1", "one\n"), clerk()));
  must(record.add_draft(draft("rev. 2", "two\n"), clerk()));
  DraftEntry corrected = draft("rev. 1", "One\n");
  corrected.info.corrects = "rev. 1";
  corrected.info.based_on = "rev. 2";
  EXPECT_EQ(refused(record.add_draft(corrected, clerk())).code, ErrorCode::kConflict);
}

TEST_F(EventsTest, AWithdrawnCommentStaysAndIsKnownAsWithdrawn) {
  Record record = make();
  must(record.add_draft(draft("rev. 1", "one\n"), clerk()));
  const Recorded made = must(record.add_comment(comment("CARICOM", "rev. 1", "Delete it.\n"), clerk()));
  const Recorded gone = must(record.withdraw(made.path, "agreed otherwise", clerk()));
  EXPECT_EQ(git("log -1 --format='%s|%an'").output, "Withdrawal: CARICOM on rev. 1|CARICOM\n");
  EXPECT_NE(git("log -1 --format='%(trailers)'").output.find("Withdraws: " + made.path + "\nReason: agreed otherwise\n"),
            std::string::npos);
  const auto comments = must(record.comments());
  ASSERT_EQ(comments.size(), 1u);
  EXPECT_TRUE(comments[0].withdrawn);
  EXPECT_EQ(comments[0].text, "Delete it.\n");
  const Event event = must(record.log()).back();
  EXPECT_EQ(event.kind, EventKind::kWithdrawal);
  EXPECT_EQ(event.reason, "agreed otherwise");
  EXPECT_EQ(event.path, made.path);
  const Recorded again = must(record.withdraw(made.path, "", clerk()));
  EXPECT_TRUE(again.already_there);
  EXPECT_EQ(again.commit, gone.commit);
  EXPECT_FALSE(must(record.add_comment(comment("CARICOM", "rev. 1", "Delete it.\n"), clerk())).note.empty());
  EXPECT_TRUE(must(record.verify(rederive(), false)).sound());
  expect_sound();
}

TEST_F(EventsTest, ACommentReplacesAnotherOfItsGroupOnly) {
  Record record = make();
  must(record.add_draft(draft("rev. 1", "one\n"), clerk()));
  const Recorded old = must(record.add_comment(comment("CARICOM", "rev. 1", "Delete it.\n"), clerk()));
  CommentEntry foreign = comment("Brazil", "rev. 1", "Keep it.\n");
  foreign.info.replaces = old.path;
  EXPECT_EQ(refused(record.add_comment(foreign, clerk())).code, ErrorCode::kConflict);
  CommentEntry entry = comment("CARICOM", "rev. 1", "Delete all of it.\n");
  entry.info.replaces = old.path.substr(old.path.rfind('/') + 1, 8);
  const Recorded made = must(record.add_comment(entry, clerk()));
  const auto comments = must(record.comments());
  EXPECT_EQ(comments[0].replaced_by, made.path);
  EXPECT_EQ(comments[1].info.replaces, old.path);
  entry = comment("CARICOM", "rev. 1", "Delete half of it.\n");
  entry.info.replaces = old.path;
  EXPECT_NE(refused(record.add_comment(entry, clerk())).next.find(made.path), std::string::npos);
}

TEST_F(EventsTest, ACommentOnAnUnknownDraftIsRefusedListingTheDrafts) {
  Record record = make();
  must(record.add_draft(draft("rev. 1", "one\n"), clerk()));
  const Error error = refused(record.add_comment(comment("CARICOM", "rev. 9", "x\n"), clerk()));
  EXPECT_EQ(error.code, ErrorCode::kNotFound);
  EXPECT_NE(error.next.find("\"rev. 1\""), std::string::npos);
}

TEST_F(EventsTest, WhatIsConstructedSaysSo) {
  Record record = make();
  DraftEntry entry = draft("rev. 1", "one\n");
  entry.info.origin = Origin::kConstructed;
  must(record.add_draft(entry, clerk()));
  EXPECT_NE(git("log -1 --format=%B").output.find("no historical document"), std::string::npos);
  EXPECT_EQ(git("log -1 --format='%(trailers:key=Origin)'").output, "Origin: constructed\n\n");
  EXPECT_EQ(must(record.log()).back().draft->origin, Origin::kConstructed);
}

TEST_F(EventsTest, TheInstrumentsAreReplacedByAnEventOfTheirOwn) {
  Record record = make();
  EXPECT_EQ(must(record.instruments()), "{\n  \"schema\": \"travaux/instruments/1\",\n  \"instruments\": []\n}\n");
  must(record.set_instruments("{\"instruments\": [{}]}", clerk()));
  EXPECT_EQ(must(record.instruments()), "{\"instruments\": [{}]}\n");
  EXPECT_TRUE(must(record.set_instruments("{\"instruments\": [{}]}\n", clerk())).already_there);
  EXPECT_EQ(must(record.log()).back().kind, EventKind::kOther);
  EXPECT_EQ(refused(record.set_instruments("[1", clerk())).code, ErrorCode::kInput);
}

TEST_F(EventsTest, TheSourceIsGivenBackByteForByte) {
  Record record = make();
  DraftEntry entry = draft("rev. 1", "one\n");
  entry.source = std::string("PK\0\r\n\xff\xfe", 7);
  entry.info.extension = ".DOCX";
  must(record.add_draft(entry, clerk()));
  const StoredDraft stored = must(record.find_draft("rev. 1"));
  EXPECT_EQ(must(record.source(stored)), entry.source);
  EXPECT_EQ(stored.info.extension, "docx");
  must(record.add_comment(comment("CARICOM", "rev. 1", "Delete it.\n"), clerk()));
  EXPECT_EQ(must(record.source(must(record.comments()).at(0))), "Delete it.\n");
}

TEST_F(EventsTest, ADraftInAnotherLanguageIsRefused) {
  Record record = make();
  DraftEntry entry = draft("rev. 1", "uno\n");
  entry.info.language = "es";
  EXPECT_NE(to_string(refused(record.add_draft(entry, clerk()))).find("\"es\""), std::string::npos);
  entry.info.language = "en-US";
  EXPECT_TRUE(record.add_draft(entry, clerk()));
}

TEST_F(EventsTest, AnotherProcessesEventsAreSeen) {
  Record ours = make();
  Record theirs = must(Record::open(folder()));
  must(ours.log());
  must(theirs.add_draft(draft("rev. 1", "one\n"), clerk()));
  must(ours.add_draft(draft("rev. 2", "two\n"), clerk()));
  EXPECT_EQ(must(ours.log()).size(), 3u);
  EXPECT_EQ(must(theirs.find_draft("rev. 2")).info.based_on, "rev. 1");
}

}  // namespace
}  // namespace travaux
