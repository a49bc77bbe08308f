// The command: which drafts, in which form, to which file.
#include "cli/support.h"

namespace travaux::testing {
namespace {

constexpr const char* kPlan = "1. A heading\n1.1 States meet.\n\nDeclaration of Nowhere, 1999:\n\n“x”\n\n1.2 They report.\n";
constexpr const char* kHead =
    "section,heading,item,text,basis,citations,passages,\"Declaration of Nowhere, 1999 [declaration-nowhere-1999]\"\r\n";

class Mandates : public Sandbox {
 protected:
  Mandates() {
    write("a.txt", kPlan);
    write("b.txt", replace_all(kPlan, "“x”", "x y z."));
  }
};

TEST_F(Mandates, PlainFilesNeedNoRecord) {
  EXPECT_TRUE(done({"mandates", "a.txt"}).starts_with("the draft\n1 citation of 1 instrument in 2 items: 1 quotation\n"));
  EXPECT_EQ(
      done({"mandates", "-", "--format", "csv"}, kPlan),
      std::string(kHead) + "1,A heading,1.1,States meet.,own,1,1,1 quotation\r\n1,A heading,1.2,They report.,none,0,0,\r\n");
  EXPECT_TRUE(has(done({"mandates", "a.txt", "b.txt"}), "1 quotation → 1 paraphrase"));
}

TEST_F(Mandates, TheMarch7DraftOfARecordHasNinetyEightCitations) {
  replay();
  EXPECT_TRUE(done({"-C", "r", "mandates", kMarch7Label})
                  .starts_with(std::string(kMarch7Label) +
                               "\n98 citations of 28 instruments in 23 items: 100 quotations, 30 paraphrases\n"));
  const auto json = nlohmann::json::parse(done({"-C", "r", "mandates", "round:1", "--format", "json"}));
  EXPECT_EQ(json["label"], kMarch7Label);
  EXPECT_EQ(json["instruments"].size(), 28U);
}

TEST_F(Mandates, ConstructedDraftsAreCalledThat) {
  replay();
  const std::string notice = "rev. 1 is a constructed example, not a historical document.";
  EXPECT_TRUE(done({"-C", "r", "mandates", "rev. 1"}).starts_with(notice + "\n\n"));
  EXPECT_TRUE(has(done({"-C", "r", "mandates", "rev. 1", "--format", "html"}), notice));
  const Outcome json = travaux({"-C", "r", "mandates", kMarch7Label, "rev. 1", "--format", "json"});
  EXPECT_EQ(json.err, "travaux: note: " + notice + "\n");
  EXPECT_EQ(nlohmann::json::parse(json.out)["notices"][0], notice);
  EXPECT_EQ(travaux({"-C", "r", "mandates", "rev. 1", "--format", "csv"}).err, "travaux: note: " + notice + "\n");
}

TEST_F(Mandates, TheEndingOfAFileChoosesTheFormat) {
  EXPECT_EQ(done({"mandates", "a.txt", "-o", "t.csv"}), "t.csv\n");
  EXPECT_TRUE(slurp(path("t.csv")).starts_with(kHead));
  for (const char* name : {"t.HTML", "t.htm"}) {
    done({"mandates", "a.txt", "b.txt", "-o", name});
    EXPECT_TRUE(slurp(path(name)).starts_with("<!DOCTYPE html>")) << name;
  }
  done({"mandates", "a.txt", "-o", "t.json", "--quiet"});
  EXPECT_EQ(nlohmann::json::parse(slurp(path("t.json")))["schema"], "travaux/mandates/1");
  done({"mandates", "a.txt", "-o", "t.txt", "--color", "always"});
  EXPECT_TRUE(slurp(path("t.txt")).starts_with("the draft\n1 citation"));
  done({"mandates", "a.txt", "-o", "t.data", "--format", "csv"});
  EXPECT_EQ(slurp(path("t.data")), slurp(path("t.csv")));
}

TEST_F(Mandates, WhatIsPassedOnCarriesNoFileName) {
  for (const char* name : {"t.csv", "t.html", "t.json", "t.out.txt"}) {
    done({"mandates", "a.txt", "-o", name});
    EXPECT_FALSE(has(slurp(path(name)), "a.txt")) << name;
    done({"mandates", "a.txt", "b.txt", "-o", name});
    EXPECT_FALSE(has(slurp(path(name)), "a.txt")) << name;
    EXPECT_FALSE(has(slurp(path(name)), "b.txt")) << name;
  }
}

TEST_F(Mandates, WhatCannotBeWrittenIsSaidPlainly) {
  const auto refuses = [&](std::vector<std::string> arguments, const std::string& message) {
    arguments.insert(arguments.begin(), "mandates");
    EXPECT_EQ(travaux(arguments), (Outcome{2, "", message}));
  };
  refuses({"a.txt", "-o", "t.docx"},
          "travaux: mandates cannot be written as \".docx\"\n"
          "name a file with one of the endings .txt, .json, .csv, .xlsx, .html, or leave out -o\n");
  refuses({"a.txt", "-o", "t"},
          "travaux: \"t\" has no ending to choose a format by\n"
          "name a file with one of the endings .txt, .json, .csv, .xlsx, .html, or leave out -o\n");
  refuses({"a.txt", "-o", "t.html", "--format", "csv"},
          "travaux: --format csv does not fit the ending of \"t.html\"\nleave out --format\n");
  refuses({"a.txt", "--format", "xml"},
          "travaux: --format: xml is none of text, json, csv, xlsx, html\n`travaux help mandates` explains\n");
  refuses({"a.txt", "-o", "./a.txt"}, "travaux: ./a.txt is one of the drafts that are compared\nchoose another name for -o\n");
  EXPECT_EQ(slurp(path("a.txt")), kPlan);
  refuses({}, "travaux: DRAFT is missing\n`travaux help mandates` explains\n");
}

TEST_F(Mandates, AnInstrumentOfARegistryFileIsCalledAsItSays) {
  write(
      "mine.json",
      R"({"schema": "travaux/instruments/1", "instruments": [{"id": "n", "title": "Declaration of Nowhere", "year": "1999"}]})");
  EXPECT_TRUE(has(done({"mandates", "a.txt", "--instruments", "mine.json"}), "  Declaration of Nowhere, 1999  [n]\n"));
}

}  // namespace
}  // namespace travaux::testing
