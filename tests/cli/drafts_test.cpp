// Reading: how drafts are named, show, diff, redline.
#include "cli/support.h"

namespace travaux::testing {
namespace {

constexpr const char* kA = "1. A heading\n1.1 Member States shall meet.\n1.2 They report.\n";
constexpr const char* kB = "1. A heading\n1.1 Member States should meet.\n1.2 They report.\n";

class Drafts : public Sandbox {
 protected:
  Drafts() {
    write("a.txt", kA);
    write("b.txt", kB);
  }
};

TEST_F(Drafts, PlainFilesNeedNoRecord) {
  EXPECT_EQ(done({"show", "a.txt"}), kA);
  EXPECT_EQ(done({"show", "-"}, kA), kA);
  EXPECT_TRUE(has(done({"show", "a.txt", "1.1"}), "Member States shall meet."));
  EXPECT_TRUE(has(done({"diff", "a.txt", "b.txt"}), "[-shall-] {+should+}"));
  EXPECT_TRUE(has(done({"diff", "-", "b.txt"}, kA), "[-shall-] {+should+}"));
  EXPECT_TRUE(has(done({"redline", "a.txt", "b.txt"}), "Member States [-shall-] {+should+} meet."));
}

TEST_F(Drafts, WhatIsNoDraftIsSaidPlainly) {
  EXPECT_EQ(travaux({"show", "c.txt"}), (Outcome{2, "", "travaux: c.txt: there is no such file\ncheck the path\n"}));
  EXPECT_EQ(travaux({"show", "rev. 1"}),
            (Outcome{2, "", "travaux: there is no draft \"rev. 1\": no file has that name, and neither this folder nor one above it "
                            "is a record\nname a file, or the record with -C DIR\n"}));
  EXPECT_EQ(travaux({"diff", "-", "-"}),
            (Outcome{2, "", "travaux: standard input can be read only once\nput one of the two drafts in a file\n"}));
  EXPECT_EQ(travaux({"show", "a.txt", "1.3"}), (Outcome{2, "", "travaux: a.txt: there is no item \"1.3\"\ndid you mean 1.1?\n"}));
  replay();
  EXPECT_EQ(travaux({"-C", "r", "show", "c.txt"}),
            (Outcome{2, "", "travaux: r: the draft \"c.txt\" is not in this record: and there is no file of that name\n"
                            "it holds \"El Salvador Version, March 7, 2011\", \"rev. 1\", \"rev. 2\"\n"}));
}

TEST_F(Drafts, ADraftOfARecordHasManyNames) {
  replay();
  const std::string text = done({"-C", "r", "show", "rev. 1"});
  for (const char* name : {"REV.  1", "draft/rev-1", "rev-1", "round:2", "draft/rev-1~0", "HEAD~1"}) {
    EXPECT_EQ(done({"-C", "r", "show", name}), text) << name;
  }
  EXPECT_EQ(git({"show", "draft/rev-1:draft/text.txt"}), text);
}

TEST_F(Drafts, InARecordItsDraftsComeBeforeFilesOfTheSameName) {
  replay();
  write("rev. 1", kA);
  EXPECT_TRUE(has(done({"-C", "r", "show", "rev. 1"}), "rev. 1"));
  EXPECT_EQ(done({"-C", "r", "show", "./rev. 1"}), kA);
  EXPECT_EQ(done({"-C", "r", "show", "a.txt"}), kA);
  EXPECT_EQ(done({"show", "rev. 1"}), kA);
}

TEST_F(Drafts, DifferencesExitOneOnlyUnderExitCode) {
  EXPECT_EQ(travaux({"diff", "a.txt", "b.txt"}).code, 0);
  EXPECT_EQ(travaux({"diff", "a.txt", "b.txt", "--exit-code"}).code, 1);
  EXPECT_EQ(travaux({"diff", "a.txt", "a.txt", "--exit-code"}).code, 0);
  EXPECT_EQ(travaux({"diff", "a.txt", "b.txt", "--exit-code", "--quiet"}), (Outcome{1, "", ""}));
  EXPECT_EQ(travaux({"diff", "a.txt", "c.txt", "--exit-code"}).code, 2);
}

TEST_F(Drafts, ConstructedDraftsAreCalledThat) {
  replay();
  const std::string notice = "rev. 1 is a constructed example, not a historical document.";
  EXPECT_TRUE(done({"-C", "r", "diff", kMarch7Label, "rev. 1"}).starts_with(notice + "\n\n"));
  EXPECT_TRUE(has(done({"-C", "r", "redline", kMarch7Label, "rev. 1"}), notice));
  done({"-C", "r", "redline", kMarch7Label, "rev. 1", "-o", "page.html"});
  EXPECT_TRUE(has(slurp(path("page.html")), notice));
  EXPECT_EQ(travaux({"-C", "r", "diff", kMarch7Label, "rev. 1", "--format", "json"}).err, "travaux: note: " + notice + "\n");
}

TEST_F(Drafts, ARedlineIsWrittenWholeAndNamedInOneLine) {
  EXPECT_EQ(done({"redline", "a.txt", "b.txt", "-o", "page.html"}), "page.html\n");
  EXPECT_TRUE(has(slurp(path("page.html")), "<del"));
  EXPECT_EQ(done({"redline", "a.txt", "b.txt", "-o", "page.txt", "--quiet"}), "");
  EXPECT_TRUE(has(slurp(path("page.txt")), "[-shall-] {+should+}"));
  EXPECT_EQ(std::distance(fs::directory_iterator(path("")), {}), 4);  // nothing is left beside them
}

TEST_F(Drafts, ARedlineIsPrintedInTheFormThatFormatNames) {
  done({"redline", "a.txt", "b.txt", "-o", "page.html"});
  EXPECT_EQ(done({"redline", "a.txt", "b.txt", "--format", "html"}), slurp(path("page.html")));
  EXPECT_EQ(done({"redline", "a.txt", "b.txt", "--format", "html", "-o", "page"}), "page\n");
  EXPECT_EQ(slurp(path("page")), slurp(path("page.html")));
  EXPECT_EQ(travaux({"redline", "a.txt", "b.txt", "--format", "html", "-o", "page.txt"}).err,
            "travaux: --format html does not fit the ending of \"page.txt\"\nleave out --format\n");
}

TEST_F(Drafts, TextWithoutNumbersBeginsWithoutABlankLine) {
  write("u1.txt", "States shall meet every year.\n\nThey shall publish what they decide.\n");
  write("u2.txt", "States shall meet twice a year.\n\nThey shall publish what they decide.\n");
  const std::string text = done({"diff", "u1.txt", "u2.txt"});
  EXPECT_TRUE(has(text, "¶1"));
  EXPECT_NE(text.front(), '\n');
  EXPECT_FALSE(has(text, "\n\n\n"));
}

TEST_F(Drafts, ARedlineCarriesNoFileName) {
  done({"redline", "a.txt", "b.txt", "-o", "page.html"});
  const std::string page = slurp(path("page.html"));
  EXPECT_FALSE(has(page, "a.txt"));
  EXPECT_FALSE(has(page, "b.txt"));
}

TEST_F(Drafts, ARedlineThatCannotBeWrittenLeavesWhatWasThere) {
  EXPECT_EQ(travaux({"redline", "a.txt", "b.txt", "-o", "page.odt"}),
            (Outcome{2, "",
                     "travaux: redline cannot be written as \".odt\"\n"
                     "name a file with one of the endings .txt, .html, .docx, .pdf, .md, or leave out -o\n"}));
  EXPECT_EQ(travaux({"redline", "a.txt", "b.txt", "-o", "page"}).err,
            "travaux: \"page\" has no ending to choose a format by\n"
            "name a file with one of the endings .txt, .html, .docx, .pdf, .md, or leave out -o\n");
  EXPECT_EQ(travaux({"redline", "a.txt", "b.txt", "-o", "nowhere/page.html"}),
            (Outcome{2, "", "travaux: nowhere/page.html: the file cannot be written: No such file or directory\n"
                            "choose another place for it\n"}));
  EXPECT_EQ(travaux({"redline", "a.txt", "b.txt", "-o", "./b.txt"}),
            (Outcome{2, "", "travaux: ./b.txt is one of the drafts that are compared\nchoose another name for -o\n"}));
  EXPECT_EQ(slurp(path("b.txt")), kB);
  fs::create_directory(path("folder.html"));
  EXPECT_EQ(travaux({"redline", "a.txt", "b.txt", "-o", "folder.html"}).err,
            "travaux: folder.html: the file cannot be written: it is a folder\nchoose another name for -o\n");
}

TEST_F(Drafts, ARegistryFileOverridesTheOthers) {
  write("mine.json", R"({"schema": "travaux/instruments/1", "instruments": [{"id": "mine", "title": "Declaration of Nowhere"}]})");
  write("c.txt", std::string(kA) + "\nDeclaration of Nowhere:\n“x”\n");
  EXPECT_TRUE(has(done({"show", "c.txt", "--format", "json", "--instruments", "mine.json"}), "\"instrument\": \"mine\""));
  const Outcome missing = travaux({"show", "c.txt", "--instruments", "none.json"});
  EXPECT_EQ(missing, (Outcome{2, "", "travaux: none.json: there is no such file\ncheck the path\n"}));
  write("bad.json", "[1");
  EXPECT_EQ(travaux({"show", "c.txt", "--instruments", "bad.json"}).code, 2);
}

TEST_F(Drafts, AFileWithoutALabelIsCalledByItsPlace) {
  const auto json = nlohmann::json::parse(done({"show", "a.txt", "--format", "json"}));
  EXPECT_EQ(json["label"], "the draft");
  EXPECT_EQ(json["counts"]["items"], 2);
}

TEST_F(Drafts, DiagnosticsOfAFileNameItsOwnLines) {
  // Hard-wrapped, so that the text has fewer lines than the file.
  std::string wrapped = "1. A heading\n1.1 The Member States of the Organization shall, in accordance with their\n";
  wrapped += "domestic law and with full respect for it, and with the resources that\nthey have at their disposal, meet.\n\n";
  write("w.txt", wrapped + "Declaration of Nowhere, 1999:\n\n“We will meet again.”\n");
  const auto json = nlohmann::json::parse(done({"show", "w.txt", "--format", "json"}));
  ASSERT_EQ(json["diagnostics"].size(), 1U) << json["diagnostics"];
  EXPECT_EQ(json["diagnostics"][0]["line"], 6) << json["diagnostics"];
}

TEST_F(Drafts, OddNamesAreNamesLikeOthers) {
  write("-odd.txt", kA);
  write("caf\xe9.txt", kA);
  EXPECT_EQ(done({"show", "--", "-odd.txt"}), kA);
  EXPECT_EQ(done({"show", "caf\xe9.txt"}), kA);
  EXPECT_EQ(done({"diff", "caf\xe9.txt", "./-odd.txt"}), "No difference.\n");
  write("empty.txt", "");
  EXPECT_EQ(done({"show", "empty.txt"}), "");
  EXPECT_EQ(travaux({"show", "\x1b[31m\xe9.txt"}).err, "travaux: \\x1b[31m\xef\xbf\xbd.txt: there is no such file\ncheck the path\n");
}

}  // namespace
}  // namespace travaux::testing
