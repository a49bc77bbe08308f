// Tracked changes and margin comments of Word files.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>

#include "docx_support.h"

namespace travaux {
namespace {

using namespace travaux::test;

using Kind = Revision::Kind;

TEST(DocxRevisions, TheTextHasThemAcceptedOrRejected) {
  const std::string bytes = word_file(p(t("States ") + del("may ") + ins("shall ") + t("act.")));
  const Reading reading = read_word(bytes);
  EXPECT_EQ(reading.text, "States shall act.\n");
  EXPECT_EQ(rejected(bytes), "States may act.\n");
  ASSERT_EQ(reading.revisions.size(), 2u);
  EXPECT_EQ(reading.revisions[0].kind, Kind::kDeletion);
  EXPECT_EQ(reading.revisions[0].text, "may ");
  EXPECT_EQ(reading.revisions[0].span, (Span{7, 7}));
  EXPECT_EQ(reading.revisions[1].kind, Kind::kInsertion);
  EXPECT_EQ(reading.revisions[1].author, "Ana");
  EXPECT_EQ(reading.revisions[1].date, "2011-03-07T10:00:00Z");
  EXPECT_EQ(reading.revisions[1].span, (Span{7, 13}));
  EXPECT_TRUE(read_word(bytes, ReadOptions::TrackedChanges::kReject).revisions.empty());
}

TEST(DocxRevisions, SpacesAroundADeletionAreNotDoubled) {
  const std::string bytes = word_file(p(t("a ") + del("b") + t(" c ") + del("d")));
  EXPECT_EQ(read_word(bytes).text, "a c\n");
  EXPECT_EQ(undone(read_word(bytes)), "a b c d\n");
}

TEST(DocxRevisions, WhatWasInsertedAndDeletedAgainIsInNeitherText) {
  const std::string bytes =
      word_file(p(t("a") + change("ins", change("del", "<w:r><w:delText>x</w:delText></w:r>", "Ben"), "Ana") + t("b")));
  EXPECT_EQ(read_word(bytes).text, "ab\n");
  EXPECT_EQ(rejected(bytes), "ab\n");
  const Reading reading = read_word(bytes);
  ASSERT_EQ(reading.revisions.size(), 2u);
  EXPECT_EQ(reading.revisions[0].kind, Kind::kInsertion);
  EXPECT_EQ(reading.revisions[0].author, "Ana");
  EXPECT_EQ(reading.revisions[0].text, "x");
  EXPECT_EQ(reading.revisions[0].span, (Span{1, 1}));
  EXPECT_EQ(reading.revisions[1].kind, Kind::kDeletion);
  EXPECT_EQ(reading.revisions[1].author, "Ben");
  EXPECT_EQ(reading.revisions[1].text, "x");
}

TEST(DocxRevisions, WhatItsOwnAuthorDeletedAgainIsNoRevision) {
  const std::string bytes =
      word_file(p(t("a") + change("ins", change("del", "<w:r><w:delText>x</w:delText></w:r>", "Ana"), "Ana") + t("b")));
  EXPECT_TRUE(read_word(bytes).revisions.empty());
}

TEST(DocxRevisions, EachAuthorHasRevisionsOfTheirOwn) {
  const Reading reading = read_word(word_file(p(ins("one ", "Ana") + ins("two ", "Ben") + ins("three", "Ben"))));
  ASSERT_EQ(reading.revisions.size(), 2u);
  EXPECT_EQ(reading.revisions[0].text, "one ");
  EXPECT_EQ(reading.revisions[1].text, "two three");
}

TEST(DocxRevisions, ADeletedEndJoinsTheParagraphWithTheNext) {
  const std::string bytes =
      word_file(p(t("One "), marked_end("del")) + p(t("two.")) + p(t("Three "), marked_end("ins")) + p(t("four.")));
  EXPECT_EQ(read_word(bytes).text, "One two.\nThree\nfour.\n");
  EXPECT_EQ(rejected(bytes), "One\ntwo.\nThree four.\n");
  EXPECT_EQ(undone(read_word(bytes)), rejected(bytes));
}

TEST(DocxRevisions, NoEndJoinsAnotherCell) {
  const auto cell = [](std::string_view content) { return "<w:tc>" + std::string(content) + "</w:tc>"; };
  const std::string bytes = word_file("<w:tbl><w:tr>" + cell(p(t("a"), marked_end("del"))) +
                                      cell(p(del("b"), marked_end("del"))) + cell(p(t("c"))) + "</w:tr></w:tbl>");
  EXPECT_EQ(read_word(bytes).text, "a\nc\n");
  EXPECT_EQ(rejected(bytes), "a\nb\nc\n");
}

TEST(DocxRevisions, RowsAndCellsGoAsAWhole) {
  const auto row = [](std::string_view properties, std::string_view content) {
    return "<w:tr>" + (properties.empty() ? "" : "<w:trPr>" + std::string(properties) + "</w:trPr>") + "<w:tc>" +
           std::string(content) + "</w:tc></w:tr>";
  };
  const std::string bytes = word_file("<w:tbl>" + row("", p(t("kept"))) + row(change("del", ""), p(t("gone"))) +
                                      row(change("ins", ""), p(t("new"))) + "<w:tr><w:tc><w:tcPr>" + change("cellDel", "") +
                                      "</w:tcPr>" + p(t("cell")) + "</w:tc></w:tr></w:tbl>" + p(t("end")));
  EXPECT_EQ(read_word(bytes).text, "kept\nnew\nend\n");
  EXPECT_EQ(rejected(bytes), "kept\ngone\ncell\nend\n");
  EXPECT_EQ(undone(read_word(bytes)), rejected(bytes));
}

TEST(DocxRevisions, BothEndsOfAMoveShareAnId) {
  const auto range = [](std::string_view name) { return "<w:" + std::string(name) + " w:id=\"9\" w:name=\"move1\"/>"; };
  const std::string bytes = word_file(p(range("moveFromRangeStart") + change("moveFrom", t("First.")), marked_end("moveFrom")) +
                                      "<w:moveFromRangeEnd/>" + p(t("Second.")) +
                                      p(range("moveToRangeStart") + change("moveTo", t("First.")), marked_end("moveTo")) +
                                      "<w:moveToRangeEnd/>" + p(t("Third.") + ins(" New.")));
  const Reading reading = read_word(bytes);
  EXPECT_EQ(reading.text, "Second.\nFirst.\nThird. New.\n");
  EXPECT_EQ(rejected(bytes), "First.\nSecond.\nThird.\n");
  ASSERT_EQ(reading.revisions.size(), 3u);
  EXPECT_EQ(reading.revisions[0].text, "First.\n");
  EXPECT_NE(reading.revisions[0].move, 0u);
  EXPECT_EQ(reading.revisions[0].move, reading.revisions[1].move);
  EXPECT_EQ(reading.revisions[2].move, 0u);
}

TEST(DocxRevisions, FormattingIsNone) {
  const std::string was = "<w:pPrChange w:author=\"A\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange>";
  const Reading reading =
      read_word(word_file(p("<w:r><w:rPr><w:b/>" + change("rPrChange", "<w:rPr/>") + "</w:rPr><w:t>a</w:t></w:r>", was)));
  EXPECT_EQ(reading.text, "a\n");
  EXPECT_TRUE(reading.revisions.empty());
}

TEST(DocxRevisions, MarginCommentsHangOnTheirWords) {
  const std::string comment = "<w:comment w:id=\"0\" w:author=\"Ben\" w:date=\"2011\">" +
                              p("<w:r><w:annotationRef/></w:r>" + t("Too weak.")) + p(t("We ask for “shall”.")) + "</w:comment>";
  const std::string point = "<w:comment w:id=\"1\" w:author=\"Cy\">" + p(t("Here.")) + "</w:comment>";
  const std::string stray = "<w:comment w:id=\"7\" w:author=\"Cy\">" + p(t("Nowhere.")) + "</w:comment>";
  const Reading reading = read_word(word_file(p(t("States ") + "<w:commentRangeStart w:id=\"0\"/>" + del("will") + ins("may") +
                                                "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>" +
                                                t(" act.") + "<w:r><w:commentReference w:id=\"1\"/></w:r>"),
                                              {{"word/comments.xml", part("comments", point + comment + stray)}}));
  ASSERT_EQ(reading.margin.size(), 2u);
  EXPECT_EQ(reading.margin[0].span.of(reading.text), "may");
  EXPECT_EQ(reading.margin[0].author, "Ben");
  EXPECT_EQ(reading.margin[0].date, "2011");
  EXPECT_EQ(reading.margin[0].text, "Too weak.\nWe ask for “shall”.");
  EXPECT_EQ(reading.margin[1].span, (Span{15, 15}));
}

/// A paragraph of pieces that are kept, inserted, deleted or both, with an end likewise.
rc::Gen<std::string> any_paragraph() {
  const auto piece = rc::gen::apply(
      [](const std::string& words, int kind, const std::string& by) {
        if (kind == 0) return ins(words, by);
        if (kind == 1) return del(words, by);
        if (kind == 2) return change("ins", del(words, by), "Cy");
        if (kind == 3) return change("moveTo", t(words), by);
        if (kind == 4) return std::string("<w:r><w:br/></w:r>");
        return t(words);
      },
      rc::gen::element<std::string>("a", "b ", " c", " ", "shall act. ", " D;", "\u00E9 e"), rc::gen::inRange(0, 8),
      rc::gen::element<std::string>("Ana", "Ben"));
  return rc::gen::apply(
      [](const std::vector<std::string>& pieces, int end) {
        std::string runs;
        for (const auto& one : pieces) runs += one;
        return p(runs, end == 0 ? marked_end("del") : (end == 1 ? marked_end("ins") : std::string()));
      },
      rc::gen::container<std::vector<std::string>>(piece), rc::gen::inRange(0, 5));
}

RC_GTEST_PROP(DocxRevisions, UndoneTheyGiveTheTextBeforeThem, ()) {
  std::string body;
  for (const auto& one : *rc::gen::container<std::vector<std::string>>(any_paragraph())) body += one;
  const std::string bytes = word_file(body);
  const auto without_blank_lines = [](const std::string& text) {
    std::string lines;
    for (const auto& line : lines_of(text)) lines += line.empty() ? "" : line + "\n";
    return lines;
  };
  RC_ASSERT(without_blank_lines(undone(read_word(bytes))) == without_blank_lines(rejected(bytes)));
}

TEST(DocxRevisions, RealFilesReadAsWordAcceptsAndRejectsThem) {
  namespace fs = std::filesystem;
  const std::string folder = TRAVAUX_SOURCE_DIR "/../shared/data/tracked-changes";
  if (!fs::exists(folder)) GTEST_SKIP() << "the files with tracked changes are not on this machine";
  std::size_t compared = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string path = entry.path().string();
    const auto ending = path.find("-Accepted.docx");
    if (ending == std::string::npos) continue;
    const std::string stem = path.substr(0, ending);
    const std::string tracked = slurp(stem + ".docx");
    EXPECT_EQ(words_of(read_word(tracked).text), words_of(read_word(slurp(path)).text)) << path;
    ++compared;
    if (!fs::exists(stem + "-Rejected.docx")) continue;
    const std::string before = rejected(slurp(stem + "-Rejected.docx"));
    EXPECT_EQ(words_of(rejected(tracked)), words_of(before)) << stem;
    EXPECT_EQ(words_of(undone(read_word(tracked))), words_of(before)) << stem;
    ++compared;
  }
  EXPECT_GE(compared, 13u);
}

}  // namespace
}  // namespace travaux
