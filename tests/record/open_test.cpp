// Folders that are no record, and folders in which none can be made.
#include <unistd.h>

#include "sandbox.h"

namespace travaux {
namespace {

class OpenTest : public RecordTest {
 protected:
  std::string listing() const { return run("cd '" + root_.string() + "' && find . | sort").output; }
};

void expect_helpful(const Error& error, ErrorCode code) {
  EXPECT_EQ(error.code, code) << to_string(error);
  EXPECT_FALSE(error.where.empty()) << to_string(error);
  EXPECT_FALSE(error.next.empty()) << to_string(error);
}

TEST_F(OpenTest, AFolderThatIsNotThere) {
  expect_helpful(refused(Record::open(folder())), ErrorCode::kNotFound);
  EXPECT_EQ(refused(Record::open("")).code, ErrorCode::kNotFound);
}

TEST_F(OpenTest, AFolderThatIsNoRepository) {
  fs::create_directory(folder());
  expect_helpful(refused(Record::open(folder())), ErrorCode::kInput);
  write_all(root_ / "file", "x");
  expect_helpful(refused(Record::open((root_ / "file").string())), ErrorCode::kInput);
}

TEST_F(OpenTest, AFolderInsideARecordIsNotTakenForIt) {
  make();
  expect_helpful(refused(Record::open(folder() + "/refs")), ErrorCode::kInput);
}

TEST_F(OpenTest, AnOrdinaryRepository) {
  run("git init -q -b main '" + folder() + "'");
  expect_helpful(refused(Record::open(folder())), ErrorCode::kInput);
  expect_helpful(refused(Record::open(folder() + "/.git")), ErrorCode::kInput);
}

TEST_F(OpenTest, ABareRepositoryThatIsNoRecord) {
  run("git init -q --bare -b main '" + folder() + "'");
  expect_helpful(refused(Record::open(folder())), ErrorCode::kInput);
  git("update-ref refs/heads/main $(git -C '" + folder() +
      "' -c user.name=a -c user.email=a@x commit-tree -m x 4b825dc642cb6eb9a060e54bf8d69288fbee4904 2>/dev/null || true)");
  git("hash-object -t tree -w /dev/null");
  git("update-ref refs/heads/main $(git -C '" + folder() +
      "' -c user.name=a -c user.email=a@x commit-tree -m x 4b825dc642cb6eb9a060e54bf8d69288fbee4904)");
  const Error error = refused(Record::open(folder()));
  expect_helpful(error, ErrorCode::kInput);
  EXPECT_NE(error.why.find("travaux.json"), std::string::npos);
}

TEST_F(OpenTest, ARecordOfANewerTravauxIsRefused) {
  make();
  const std::string json = "{\"schema\": \"travaux/record/2\", \"format\": 2, \"titles\": []}";
  write_all(root_ / "new.json", json);
  git("update-ref refs/heads/main $(git -C '" + folder() +
      "' -c user.name=a -c user.email=a@x commit-tree -m x $(printf '100644 blob %s\\ttravaux.json\\n' $(git -C '" + folder() +
      "' hash-object -w '" + (root_ / "new.json").string() + "') | git -C '" + folder() + "' mktree))");
  const Error error = refused(Record::open(folder()));
  expect_helpful(error, ErrorCode::kConflict);
  EXPECT_NE(error.what.find("newer travaux"), std::string::npos);
}

TEST_F(OpenTest, ARecordWhoseNewestCommitIsBrokenIsDamaged) {
  make();
  for (const auto& file : fs::recursive_directory_iterator(folder() + "/objects")) {
    if (file.is_regular_file()) {
      fs::permissions(file, fs::perms::owner_all);
      write_all(file.path(), "rubbish");
    }
  }
  expect_helpful(refused(Record::open(folder())), ErrorCode::kDamaged);
}

TEST_F(OpenTest, ARecordWithoutAReadableBranchIsDamagedOrNone) {
  make();
  write_all(folder() + "/refs/heads/main", "");
  expect_helpful(refused(Record::open(folder())), ErrorCode::kDamaged);
  write_all(folder() + "/refs/heads/main", std::string(40, '1') + "\n");
  expect_helpful(refused(Record::open(folder())), ErrorCode::kDamaged);
  fs::remove(folder() + "/refs/heads/main");
  expect_helpful(refused(Record::open(folder())), ErrorCode::kInput);
}

TEST_F(OpenTest, InitMakesTheFoldersOnTheWay) {
  EXPECT_TRUE(Record::init((root_ / "a/b/c").string(), negotiation(), "", clerk()));
  EXPECT_TRUE(Record::open((root_ / "a/b/c/").string()));
}

TEST_F(OpenTest, InitWorksInTheEmptyFolderOneStandsIn) {
  const fs::path before = fs::current_path();
  fs::create_directory(folder());
  fs::current_path(folder());
  EXPECT_TRUE(Record::init(".", negotiation(), "", clerk()));
  EXPECT_TRUE(fs::exists("HEAD"));
  EXPECT_TRUE(Record::open("."));
  fs::current_path(before);
}

TEST_F(OpenTest, InitRefusesAFolderWithSomethingInIt) {
  fs::create_directory(folder());
  write_all(folder() + "/letter.txt", "x");
  const std::string before = listing();
  expect_helpful(refused(Record::init(folder(), negotiation(), "", clerk())), ErrorCode::kConflict);
  expect_helpful(refused(Record::init(folder() + "/letter.txt", negotiation(), "", clerk())), ErrorCode::kConflict);
  EXPECT_FALSE(Record::init(folder() + "/letter.txt/below", negotiation(), "", clerk()));
  EXPECT_EQ(listing(), before);
}

TEST_F(OpenTest, InitRefusesARecord) {
  make();
  const std::string before = listing();
  const Error error = refused(Record::init(folder(), negotiation(), "", clerk()));
  expect_helpful(error, ErrorCode::kConflict);
  EXPECT_NE(error.why.find("already"), std::string::npos);
  EXPECT_EQ(listing(), before);
}

TEST_F(OpenTest, AFailedInitLeavesNothingBehind) {
  const std::string before = listing();
  EXPECT_FALSE(Record::init((root_ / "a/b").string(), negotiation(), "no json", clerk()));
  EXPECT_FALSE(Record::init((root_ / "a/b").string(), {"t", "no language", {}}, "", clerk()));
  EXPECT_FALSE(Record::init((root_ / "a/b").string(), {"t", "en", {{"", {}, {}}}}, "", clerk()));
  EXPECT_EQ(listing(), before);
  EXPECT_EQ(refused(Record::init("/proc/travaux/x", negotiation(), "", clerk())).code, ErrorCode::kIo);
}

TEST_F(OpenTest, WhatAKilledInitLeftIsCleared) {
  fs::create_directories(folder() + "/.travaux-init-1/objects");
  EXPECT_TRUE(Record::init(folder(), negotiation(), "", clerk()));
  EXPECT_FALSE(fs::exists(folder() + "/.travaux-init-1"));
}

}  // namespace
}  // namespace travaux
