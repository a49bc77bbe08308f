// Killed writers, stale locks, rival writers, disks that are full: what was acknowledged survives, the rest leaves no trace.
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <random>
#include <thread>

#include "sandbox.h"

namespace travaux {
namespace {

using namespace std::chrono_literals;

class SafetyTest : public RecordTest {
 protected:
  /// Runs `body` in a child process; its exit status is what `body` returns.
  template <typename Body>
  pid_t child(Body body) {
    const pid_t pid = fork();
    if (pid == 0) _exit(body());
    return pid;
  }
  static int wait_for(pid_t pid) {
    int status = 0;
    waitpid(pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  static std::string noise(std::size_t size, unsigned seed = 1) {
    std::mt19937 random(seed);
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text.push_back(static_cast<char>('!' + random() % 90));
    return text;
  }
  /// The exit status of a child that tries to add a draft: 0 done, 1 + ErrorCode refused.
  int try_to_add(std::size_t size) {
    auto record = Record::open(folder());
    const auto added = record ? record->add_draft(draft("rev. 9", noise(size)), clerk()) : tl::unexpected(record.error());
    if (!added) fprintf(stderr, "%s\n", to_string(added.error()).c_str());
    return added ? 0 : 1 + static_cast<int>(added.error().code);
  }
  static int status_of(ErrorCode code) { return 1 + static_cast<int>(code); }
};

TEST_F(SafetyTest, AWriterKilledAtAnyMomentLeavesASoundRecord) {
  make();
  std::mt19937 random(7);
  for (int round = 0; round < 12; ++round) {
    const fs::path acknowledged = root_ / "acknowledged";
    fs::remove(acknowledged);
    const pid_t pid = child([&] {
      Record record = must(Record::open(folder()));
      for (int i = 0; i < 1000; ++i) {
        const std::string label = "draft " + std::to_string(round) + " " + std::to_string(i);
        const auto added = record.add_draft(draft(label, label + noise(2000, static_cast<unsigned>(i))), clerk());
        if (!added) return 1;
        std::ofstream(acknowledged, std::ios::app) << label << "\n" << std::flush;
      }
      return 0;
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(20 + random() % 150));
    kill(pid, SIGKILL);
    EXPECT_EQ(wait_for(pid), 128 + SIGKILL);
    expect_sound();
    Record record = must(Record::open(folder()));
    ASSERT_TRUE(record.log());
    std::ifstream lines(acknowledged);
    for (std::string label; std::getline(lines, label);) EXPECT_TRUE(record.find_draft(label)) << label;
    must(record.add_draft(draft("after " + std::to_string(round), noise(100, static_cast<unsigned>(round))), clerk()));
  }
  Record record = must(Record::open(folder()));
  const VerifyReport report = must(record.verify(rederive(), true, clerk()));
  EXPECT_TRUE(report.sound());
  EXPECT_TRUE(must(record.verify(rederive(), false)).sound());
}

TEST_F(SafetyTest, LockFilesThatAKilledGitLeftAreCleared) {
  Record record = make();
  for (const char* name : {"refs/heads/main.lock", "HEAD.lock", "packed-refs.lock", "refs/tags/draft/rev-1.lock"}) {
    fs::create_directories((fs::path(folder()) / name).parent_path());
    write_all(fs::path(folder()) / name, "");
    fs::last_write_time(fs::path(folder()) / name, fs::file_time_type::clock::now() - 1h);
  }
  const auto begin = std::chrono::steady_clock::now();
  const Recorded recorded = must(record.add_draft(draft("rev. 1", "x\n"), clerk()));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 1s);
  EXPECT_EQ(recorded.note, "");
  EXPECT_EQ(git("rev-parse draft/rev-1^{commit}").output, recorded.commit + "\n");
  EXPECT_FALSE(fs::exists(folder() + "/refs/heads/main.lock"));
}

TEST_F(SafetyTest, AYoungLockFileIsWatchedBeforeItIsCleared) {
  Record record = make();
  write_all(folder() + "/refs/heads/main.lock", "");
  const auto begin = std::chrono::steady_clock::now();
  must(record.add_draft(draft("rev. 1", "x\n"), clerk()));
  EXPECT_GT(std::chrono::steady_clock::now() - begin, 900ms);
}

TEST_F(SafetyTest, AnotherWriterIsToldWhoHoldsTheRecordAndSinceWhen) {
  Record record = make();
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t pid = child([&] {
    DraftEntry slow = draft("slow", "x\n");
    Rederive never;
    never.progress = [&](std::size_t, std::size_t) {
      static_cast<void>(write(ready[1], "x", 1) == 1);
      std::this_thread::sleep_for(1min);
    };
    Record ours = must(Record::open(folder()));
    must(ours.add_draft(slow, clerk()));
    return ours.verify(never, true, clerk()) ? 0 : 1;
  });
  char byte = 0;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  record.set_lock_wait(100ms);
  const Error error = refused(record.add_draft(draft("rev. 1", "y\n"), clerk()));
  EXPECT_EQ(error.code, ErrorCode::kBusy);
  EXPECT_NE(error.why.find("process " + std::to_string(pid)), std::string::npos) << error.why;
  EXPECT_NE(error.why.find("2011-03-08 09:00:00 UTC"), std::string::npos) << error.why;
  EXPECT_NE(error.why.find("repair the record"), std::string::npos) << error.why;
  EXPECT_FALSE(error.next.empty());
  EXPECT_EQ(must(record.log()).size(), 2u);  // readers need no lock
  kill(pid, SIGKILL);
  wait_for(pid);
  EXPECT_TRUE(record.add_draft(draft("rev. 1", "y\n"), clerk()));
}

TEST_F(SafetyTest, TwoWritersLoseNothing) {
  make();
  constexpr int kEach = 15;
  std::vector<pid_t> writers;
  for (int writer = 0; writer < 3; ++writer) {
    writers.push_back(child([&] {
      Record record = must(Record::open(folder()));
      for (int i = 0; i < kEach; ++i) {
        const std::string label = "draft " + std::to_string(writer) + " " + std::to_string(i);
        if (!record.add_draft(draft(label, label), clerk())) return 1;
      }
      return 0;
    }));
  }
  for (const pid_t pid : writers) EXPECT_EQ(wait_for(pid), 0);
  Record record = must(Record::open(folder()));
  EXPECT_EQ(must(record.drafts()).size(), 3u * kEach);
  EXPECT_TRUE(must(record.verify(rederive(), false)).sound());
  expect_sound();
}

TEST_F(SafetyTest, PlainGitMovingTheBranchMeanwhileLosesNothing) {
  Record record = make();
  const pid_t rival = child([&] {
    for (int i = 0; i < 40; ++i) {
      git("update-ref refs/heads/main $(git -C '" + folder() +
          "' -c user.name=r -c user.email=r@x commit-tree -p main -m rival main^{tree}) 2>/dev/null");
    }
    return 0;
  });
  for (int i = 0; i < 20; ++i) {
    const auto added = record.add_draft(draft("draft " + std::to_string(i), std::to_string(i)), clerk());
    EXPECT_TRUE(added) << to_string(added.error());
  }
  wait_for(rival);
  expect_sound();
}

TEST_F(SafetyTest, AFileThatMayNotGrowIsToldAndNothingIsRecorded) {
  make();
  const pid_t pid = child([&] {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{2048, 2048};
    setrlimit(RLIMIT_FSIZE, &limit);
    return try_to_add(50000);
  });
  EXPECT_EQ(wait_for(pid), status_of(ErrorCode::kIo));
  EXPECT_EQ(git("rev-list --count HEAD").output, "1\n");
  expect_sound();
  EXPECT_EQ(try_to_add(50000), 0);
}

TEST_F(SafetyTest, AFullDiskIsToldAndNothingIsRecorded) {
  const std::string disk = (root_ / "disk").string();
  fs::create_directory(disk);
  if (mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=400k") != 0) GTEST_SKIP() << "no right to mount a small disk";
  const std::unique_ptr<const char, int (*)(const char*)> mounted(disk.c_str(), umount);
  {
    Record record = must(Record::init(disk + "/record", negotiation(), "", clerk()));
    const auto added = record.add_draft(draft("rev. 1", noise(600000)), clerk());
    const Error error = refused(added);
    EXPECT_EQ(error.code, ErrorCode::kIo) << to_string(error);
    EXPECT_NE(error.why.find("the disk is full"), std::string::npos) << to_string(error);
    EXPECT_EQ(must(record.log()).size(), 1u);
    EXPECT_EQ(run("git -C " + disk + "/record fsck --strict").status, 0);
    must(record.add_draft(draft("rev. 1", noise(1000)), clerk()));
    write_all(disk + "/filler", std::string(1000000, 'x'));
    EXPECT_EQ(refused(Record::init(disk + "/other", negotiation(), "", clerk())).code, ErrorCode::kIo);
    EXPECT_FALSE(fs::exists(disk + "/other"));
  }
}

TEST_F(SafetyTest, AReadOnlyRecordCanBeReadAndSaysThatItCannotBeWritten) {
  must(make().add_draft(draft("rev. 1", "x\n"), clerk()));
  run("chmod -R a-w '" + folder() + "'; chmod a+rx '" + root_.string() + "'");
  const bool root = geteuid() == 0;
  if (root) run("chown -R 65534 '" + folder() + "'");
  const pid_t pid = child([&] {
    if (root && setuid(65534) != 0) return 100;
    if (!must(Record::open(folder())).find_draft("rev. 1")) return 101;
    return try_to_add(100);
  });
  EXPECT_EQ(wait_for(pid), status_of(ErrorCode::kIo));
  run("chmod -R u+w '" + folder() + "'");
}

TEST_F(SafetyTest, AnotherUsersRecordSaysHowToTrustIt) {
  make();
  if (geteuid() != 0) GTEST_SKIP() << "only root can give a folder away";
  run("chown -R 65534 '" + folder() + "'");
  const Error error = refused(Record::open(folder()));
  EXPECT_EQ(error.code, ErrorCode::kInput);
  EXPECT_NE(error.why.find("another user"), std::string::npos) << to_string(error);
  EXPECT_NE(error.next.find("safe.directory"), std::string::npos);
  write_all(root_ / ".gitconfig", "[safe]\n\tdirectory = " + folder() + "\n");
  ASSERT_TRUE(set_git_config_search_path("", root_.string()));
  EXPECT_TRUE(Record::open(folder()));
}

}  // namespace
}  // namespace travaux
