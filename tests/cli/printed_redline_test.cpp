#include "support.h"

namespace travaux::testing {
namespace {

using PrintedRedline = Sandbox;

TEST_F(PrintedRedline, IsWrittenAsTheFilesEndingSays) {
  done({"redline", kRev1, kRev2, "-o", "rounds.pdf"});
  EXPECT_TRUE(slurp(path("rounds.pdf")).starts_with("%PDF-"));
  done({"redline", kRev1, kRev2, "-o", "rounds.md"});
  EXPECT_TRUE(has(slurp(path("rounds.md")), "<ins>**"));
}

TEST_F(PrintedRedline, CarriesNoNameOfAFile) {
  write("secret-name.txt", "1. A\n1.1 One.\n");
  write("other-name.txt", "1. A\n1.1 Two.\n");
  const std::string markdown = done({"redline", "secret-name.txt", "other-name.txt", "--format", "md"});
  EXPECT_FALSE(has(markdown, "secret-name")) << markdown;
  EXPECT_TRUE(has(markdown, "the earlier draft → the later draft")) << markdown;
}

TEST_F(PrintedRedline, LeavesOutWhatDidNotChangeWhereThatIsAskedFor) {
  const std::string whole = done({"redline", kRev1, kRev2, "--format", "md"});
  const std::string shorter = done({"redline", kRev1, kRev2, "--format", "md", "--changes-only"});
  EXPECT_LT(shorter.size(), whole.size());
  const Outcome refused = travaux({"redline", kRev1, kRev2, "--changes-only"});
  EXPECT_EQ(refused.code, 2);
  EXPECT_TRUE(has(refused.err, "--changes-only is for .md and .pdf")) << refused.err;
}

TEST_F(PrintedRedline, SaysWhichPackageIsMissingWhereThereIsNoFont) {
  write("none.conf", "<?xml version=\"1.0\"?><fontconfig></fontconfig>\n");
  const Outcome refused =
      travaux({"redline", kRev1, kRev2, "-o", "rounds.pdf"}, {}, {{"FONTCONFIG_FILE", path("none.conf").string()}});
  EXPECT_EQ(refused.code, 2) << refused;
  EXPECT_TRUE(has(refused.err, "no font to print with")) << refused.err;
  EXPECT_TRUE(has(refused.err, "fonts-dejavu-core")) << refused.err;
  EXPECT_FALSE(fs::exists(path("rounds.pdf")));
}

}  // namespace
}  // namespace travaux::testing
