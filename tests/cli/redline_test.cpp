// The redline as a Word file, and who is named in redlines.
#include <set>

#include "cli/support.h"
#include "support/zip.h"
#include "travaux/read.h"
#include "travaux/text.h"

namespace travaux {
namespace {

using namespace travaux::testing;

class RedlineCommand : public Sandbox {
 protected:
  RedlineCommand() {
    write("a.txt", "1. Schools\n1.1 States shall teach mediation to all pupils.\n");
    write("b.txt", "1. Schools\n1.1 States may teach mediation to all pupils.\n");
    write("letters/CARICOM.txt", "In paragraph 1.1, replace “shall” with “may”.\n");
  }

  Reading reading(const std::string& file, ReadOptions::TrackedChanges changes = ReadOptions::TrackedChanges::kAccept) const {
    ReadOptions options;
    options.tracked_changes = changes;
    const Result<Reading> read = read_bytes(slurp(path(file)), file, options);
    EXPECT_TRUE(read.has_value());
    return read.value_or(Reading());
  }

  std::set<std::string> authors(const std::string& file) const {
    std::set<std::string> names;
    for (const Revision& revision : reading(file).revisions) names.insert(revision.author);
    return names;
  }
};

TEST_F(RedlineCommand, AWordFileHoldsBothDrafts) {
  EXPECT_EQ(done({"redline", "a.txt", "b.txt", "-o", "page.docx"}), "page.docx\n");
  EXPECT_EQ(comparison_form(reading("page.docx").text), comparison_form(slurp(path("b.txt"))));
  EXPECT_EQ(comparison_form(reading("page.docx", ReadOptions::TrackedChanges::kReject).text),
            comparison_form(slurp(path("a.txt"))));
  EXPECT_EQ(done({"redline", "a.txt", "b.txt", "--format", "docx"}), slurp(path("page.docx")));
}

TEST_F(RedlineCommand, AWordFileCarriesNoFileName) {
  done({"redline", "a.txt", "b.txt", "--attribute", "--comments", "letters", "-o", "page.docx"});
  const auto parts = parts_of(slurp(path("page.docx")));
  EXPECT_TRUE(parts.contains("word/comments.xml"));
  for (const auto& [part, content] : parts) {
    for (const char* name : {"a.txt", "b.txt", "CARICOM.txt", "letters", "Clerk"}) EXPECT_FALSE(has(content, name)) << part;
  }
  EXPECT_EQ(authors("page.docx"), std::set<std::string>{"CARICOM"});
}

TEST_F(RedlineCommand, GroupsAreNamedOnlyWhereThatIsAskedFor) {
  replay();
  const std::vector<std::string> drafts{"-C", "r", "redline", kMarch7Label, "rev. 1", "-o"};
  const auto made = [&](const std::string& file, const std::vector<std::string>& more) {
    std::vector<std::string> command = drafts;
    command.push_back(file);
    command.insert(command.end(), more.begin(), more.end());
    EXPECT_EQ(travaux(command).code, 0);
    return authors(file);
  };
  const std::set<std::string> nobody = made("plain.docx", {});
  EXPECT_EQ(nobody.size(), 1u);
  EXPECT_TRUE(reading("plain.docx").margin.empty());
  const std::set<std::string> all = made("all.docx", {"--attribute"});
  EXPECT_TRUE(all.contains("CARICOM") && all.contains("MERCOSUR"));
  EXPECT_FALSE(reading("all.docx").margin.empty());
  std::set<std::string> one = nobody;
  one.insert("CARICOM");
  EXPECT_EQ(made("one.docx", {"--for", "CARICOM"}), one);
  for (const MarginNote& note : reading("one.docx").margin) EXPECT_EQ(note.author, "CARICOM");
}

TEST_F(RedlineCommand, APageTellsTheRoundsThatLedToItsDrafts) {
  replay();
  const auto page = [&](std::vector<std::string> more) {
    std::vector<std::string> command{"-C", "r", "redline", "rev. 1", "rev. 2", "-o", "page.html"};
    command.insert(command.end(), more.begin(), more.end());
    done(command);
    return slurp(path("page.html"));
  };
  const std::string plain = page({});
  EXPECT_TRUE(has(plain, kMarch7Label));
  EXPECT_TRUE(has(plain, "since the draft before"));
  EXPECT_FALSE(has(plain, "4 comments"));
  EXPECT_TRUE(has(page({"--attribute"}), "4 comments"));
  EXPECT_FALSE(has(page({"--for", "SICA"}), "4 comments"));
}

TEST_F(RedlineCommand, ChangesBearTheDayOfTheLaterDraft) {
  replay();
  done({"-C", "r", "redline", kMarch7Label, "rev. 1", "-o", "page.docx"});
  const Reading page = reading("page.docx");
  ASSERT_FALSE(page.revisions.empty());
  for (const Revision& revision : page.revisions) EXPECT_EQ(revision.date, "2011-05-03T12:00:00Z");
}

TEST_F(RedlineCommand, WithoutMovesEveryFormatShowsDeletionsAndInsertions) {
  replay();
  for (const char* file : {"page.docx", "page.txt", "page.html"}) {
    done({"-C", "r", "redline", kMarch7Label, "rev. 1", "--no-moves", "-o", file});
  }
  for (const Revision& revision : reading("page.docx").revisions) EXPECT_EQ(revision.move, 0u);
  EXPECT_FALSE(has(slurp(path("page.html")), "<ins class=\"moved\""));
  const std::string text = slurp(path("page.txt"));
  const std::string body = text.substr(text.find("1. "));  // below the legend
  EXPECT_FALSE(has(body, "[<") || has(body, "{>"));
}

TEST_F(RedlineCommand, ATextTellsWhoAskedOnlyWhereThatIsAskedFor) {
  EXPECT_FALSE(has(done({"redline", "a.txt", "b.txt"}), "Who asked for it"));
  const std::string told = done({"redline", "a.txt", "b.txt", "--attribute", "--comments", "letters"});
  EXPECT_TRUE(has(told, "Who asked for it\n  1.1  edited “shall” → “may”\n    CARICOM")) << told;
  write("letters/SICA.txt", "In paragraph 1.1, replace “pupils” with “children”.\n");
  const std::string other = done({"redline", "a.txt", "b.txt", "--for", "SICA", "--comments", "letters"});
  EXPECT_TRUE(has(other, "SICA asked for none of them.")) << other;
  EXPECT_FALSE(has(other, "CARICOM"));
}

TEST_F(RedlineCommand, CommentsForARedlineThatNamesNobodyAreAnError) {
  EXPECT_EQ(travaux({"redline", "a.txt", "b.txt", "--comments", "letters"}),
            (Outcome{2, "",
                     "travaux: a redline names no group unless it is told to, so it reads no comments\n"
                     "add --attribute to name all groups that asked for a change, or --for GROUP to name one alone\n"}));
}

}  // namespace
}  // namespace travaux
