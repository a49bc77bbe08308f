#include "support.h"

namespace travaux::test {
namespace {

using Lines = std::vector<std::string>;

Lines read_md(std::string_view text) { return paragraphs_read(text, "draft.md"); }

TEST(Markdown, MarksGoAndWordsStay) {
  EXPECT_EQ(read_md("## Article 4 *(adaptation)*\n"), Lines{"Article 4 (adaptation)"});
  EXPECT_EQ(read_md("## [Article 3bis] *(REDD-plus)* ##\n"), Lines{"[Article 3bis] (REDD-plus)"});
  EXPECT_EQ(read_md("Preamble\n========\n\nText\n"), (Lines{"Preamble", "Text"}));
  EXPECT_EQ(read_md("**Option 1:** *Recognizing* the _importance_ of snake_case_names\n"),
            Lines{"Option 1: Recognizing the importance of snake_case_names"});
  EXPECT_EQ(read_md("[*Acknowledging* that a price,]\n"), Lines{"[Acknowledging that a price,]"});
  EXPECT_EQ(read_md("*[Taking* account] and r*eaffirming* it\n"), Lines{"[Taking account] and reaffirming it"});
  EXPECT_EQ(read_md("> quoted text\n> goes on\n"), Lines{"quoted text goes on"});
  EXPECT_EQ(read_md("A &amp; B&nbsp;C 5^th^ \\* US\\$100 <span class=\"x\">caps</span>\n"),
            Lines{"A & B C 5th * US$100 caps"});
  EXPECT_EQ(read_md("## Article 24 *(RESERVATIONS) *\n"), Lines{"Article 24 (RESERVATIONS)"});
}

TEST(Markdown, BracketsOfTheNegotiationStay) {
  for (const std::string text :
       {"[shall][should] [and [/or]] [x](a) above [NDMC*][INDC], and [NDMC*][INDC]", "[CARICOM: keep] this", "[ ] [x] [1]"}) {
    EXPECT_EQ(read_md(text + "\n"), Lines{text});
  }
  EXPECT_EQ(read_md("[CARICOM]: the text should stay\n"), Lines{"[CARICOM]: the text should stay"});
}

TEST(Markdown, LinksLeaveTheirText) {
  EXPECT_EQ(
      read_md("the [decision](http://unfccc.int/x) as [published][12dec], see [12dec]\n\n[12dec]: http://unfccc.int/y.pdf\n"),
      Lines{"the decision as published, see 12dec"});
}

TEST(Markdown, WrappedLinesAreJoinedAndListsAreNot) {
  EXPECT_EQ(read_md("The Parties\nshall cooperate\nin 2015.\n"), Lines{"The Parties shall cooperate in 2015."});
  EXPECT_EQ(read_md("1. First\n   goes on\n2. Second\n- a point\n* another\n"),
            (Lines{"1. First goes on", "2. Second", "a point", "another"}));
  EXPECT_EQ(read_md("as stated in Article\n3. of the text\n"), Lines{"as stated in Article 3. of the text"});
  EXPECT_EQ(read_md("enhance the capacity of\\\ndeveloping countries\n"), Lines{"enhance the capacity of developing countries"});
  EXPECT_EQ(read_md("Washington, D.C.\\\nApril 1\n"), (Lines{"Washington, D.C.", "April 1"}));
}

TEST(Markdown, NestedPointsKeepTheirDepth) {
  const auto reading = read_bytes("1. One:\n\n    1. Sub\n    2. Sub two\n\n2. Two\n", "draft.md");
  ASSERT_TRUE(reading);
  std::vector<std::size_t> indents;
  for (const auto& paragraph : paragraphs_of(reading->text)) indents.push_back(paragraph.indent);
  EXPECT_EQ(indents, (std::vector<std::size_t>{0, 4, 4, 0}));
  EXPECT_EQ(read_bytes(reading->text, "draft.txt")->text, reading->text);
}

TEST(Markdown, WhatIsNoTextGoesWithANote) {
  const auto reading = read_bytes("---\ntitle: Draft\n---\n\n* TOC\n{:toc}\n\n<!-- a\nb -->Text\n", "draft.md");
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->text, "Text\n");
  EXPECT_EQ(reading->diagnostics.size(), 4u);
  EXPECT_EQ(reading->source_lines, std::vector<std::size_t>{9});
  EXPECT_EQ(reading->media_type, "text/markdown");
}

TEST(Markdown, EveryWordOfTheParisDraftsSurvives) {
  for (const char* name : {"23-oct-2015.md", "4-dec-2015.md", "12-dec-2015.md"}) {
    const auto source = paris(name);
    if (source.empty()) GTEST_SKIP() << "the Paris drafts are not at hand";
    const auto reading = read_bytes(source, name);
    ASSERT_TRUE(reading);
    EXPECT_EQ(read_bytes(reading->text, "draft.txt")->text, reading->text) << name;
    // Letters in order, but for what the notes say was left out.
    const auto letters = [](std::string_view text) {
      std::string kept;
      for (const char c : text) {
        if (isalpha(static_cast<unsigned char>(c)) != 0) kept += c;
      }
      return kept;
    };
    const auto lines = lines_of(source);
    std::string expected;
    bool front = true;
    std::size_t rules = 0;
    for (const auto& line : lines) {
      if (front && line == "---" && ++rules == 2) front = false;
      if (front || line.starts_with("* TOC") || line.starts_with("{:") || line.find("]: http") != std::string::npos ||
          line.find("]: /") != std::string::npos)
        continue;
      expected += letters(line);
    }
    auto found = letters(reading->text);
    for (const std::string tag : {"spanstylefontvariantsmallcaps", "span", "source", "decision", "dec", "nov"}) {
      for (auto at = expected.find(tag); at != std::string::npos; at = expected.find(tag, at)) expected.erase(at, tag.size());
      for (auto at = found.find(tag); at != std::string::npos; at = found.find(tag, at)) found.erase(at, tag.size());
    }
    EXPECT_EQ(found, expected) << name;
  }
}

}  // namespace
}  // namespace travaux::test
