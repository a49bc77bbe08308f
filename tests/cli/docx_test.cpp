// Word files wherever a draft is read.
#include <optional>
#include <utility>

#include "cli/support.h"
#include "read/docx_support.h"

namespace travaux {
namespace {

using namespace travaux::testing;
namespace word = travaux::test;

class WordFiles : public Sandbox {};

/// The number that a section or an item of the March 7 draft begins with, and its level; none for quoted points.
std::optional<std::pair<std::string, int>> outline_number(const std::string& line) {
  std::size_t digits = line.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string::npos || line[digits] != '.') return std::nullopt;
  const std::string rest = line.substr(digits + 1);
  if (rest.starts_with(" ") && !rest.starts_with(" To ")) return std::pair(line.substr(0, digits + 2), 0);
  const std::size_t second = rest.find_first_not_of("0123456789");
  if (second == 0 || second == std::string::npos || rest[second] != ' ') return std::nullopt;
  return std::pair(line.substr(0, digits + second + 2), 1);
}

std::string march_7_in_word(bool automatic) {
  const auto text = read_bytes(slurp(kMarch7), "draft.txt");
  std::string body;
  std::size_t numbers = 0;
  for (const std::string& line : word::lines_of(text->text)) {
    const auto number = automatic ? outline_number(line) : std::nullopt;
    numbers += number ? 1 : 0;
    body +=
        number ? word::p(word::t(line.substr(number->first.size())), word::listed(1, number->second)) : word::p(word::t(line));
  }
  EXPECT_EQ(numbers, automatic ? 28u : 0u);
  const std::string levels = word::level(0, "decimal", "%1.") + word::level(1, "decimal", "%1.%2");
  return word::word_file(body, {{"word/numbering.xml", word::part("numbering", word::definition(0, levels) + word::list(1, 0))}});
}

const std::string kTracked = word::word_file(
    word::p(word::t("1. Prisons")) + word::p(word::t("1.1 States ") + word::del("may") + word::ins("shall") + word::t(" act.")));
constexpr const char* kAccepted = "1. Prisons\n1.1 States shall act.\n";
constexpr const char* kRejected = "1. Prisons\n1.1 States may act.\n";

TEST_F(WordFiles, ADraftInWordIsTheDraftInPlainText) {
  write("typed.docx", march_7_in_word(false));
  write("numbered.docx", march_7_in_word(true));
  for (const char* file : {"typed.docx", "numbered.docx"}) {
    EXPECT_EQ(travaux({"diff", kMarch7, file, "--exit-code", "--quiet"}).code, 0) << file;
    EXPECT_EQ(travaux({"diff", file, kMarch7, "--exit-code", "--quiet"}).code, 0) << file;
  }
  EXPECT_EQ(travaux({"diff", "numbered.docx", kRev1, "--exit-code", "--quiet"}).code, 1);
}

TEST_F(WordFiles, TrackedChangesAreAcceptedOrRejected) {
  write("tracked.docx", kTracked);
  EXPECT_EQ(done({"show", "tracked.docx"}), kAccepted);
  EXPECT_EQ(done({"show", "tracked.docx", "--track-changes", "reject"}), kRejected);
  write("after.txt", kAccepted);
  write("before.txt", kRejected);
  EXPECT_EQ(travaux({"diff", "tracked.docx", "after.txt", "--exit-code"}).code, 0);
  EXPECT_EQ(travaux({"diff", "tracked.docx", "before.txt", "--exit-code"}).code, 1);
  EXPECT_EQ(travaux({"diff", "tracked.docx", "before.txt", "--exit-code", "--track-changes", "reject"}).code, 0);
}

TEST_F(WordFiles, ARecordKeepsTheBytesAndTheTextAndReReadsThem) {
  init();
  write("tracked.docx", kTracked);
  done({"-C", "r", "commit", "tracked.docx", "--label", "before", "--track-changes", "reject"});
  done({"-C", "r", "commit", "tracked.docx", "--label", "after"});
  done({"-C", "r", "comment", "tracked.docx", "--by", "CARICOM", "--on", "before", "--quiet"});
  EXPECT_EQ(done({"-C", "r", "show", "before"}), kRejected);
  EXPECT_EQ(done({"-C", "r", "show", "after"}), kAccepted);
  EXPECT_EQ(git({"show", "draft/after:draft/source.docx"}), kTracked);
  EXPECT_TRUE(has(git({"show", "draft/before:draft/draft.json"}), "\"tracked_changes\": \"rejected\""));
  EXPECT_FALSE(has(git({"show", "draft/after:draft/draft.json"}), "tracked_changes"));
  EXPECT_EQ(travaux({"-C", "r", "verify"}).code, 0);
  EXPECT_EQ(travaux({"-C", "r", "commit", "tracked.docx", "--label", "before"}).code, 3) << "another text under the same label";
}

TEST_F(WordFiles, EveryCommandThatReadsDraftsReadsThem) {
  write("tracked.docx", kTracked);
  write("before.txt", kRejected);
  EXPECT_TRUE(has(done({"redline", "before.txt", "tracked.docx"}), "shall"));
  EXPECT_TRUE(has(done({"check", "tracked.docx", "--format", "json"}), "travaux/check/1"));
  EXPECT_TRUE(has(done({"trace", "tracked.docx", "1.1", "--chain", "before.txt", "tracked.docx"}), "1.1"));
}

}  // namespace
}  // namespace travaux
