// The automatic numbers of Word files, as Word prints them.
#include "docx_support.h"

namespace travaux {
namespace {

using namespace travaux::test;

std::string numbered(std::string_view body, std::string_view numbering, std::string_view styles = "") {
  return read_word(
             word_file(body, {{"word/numbering.xml", part("numbering", numbering)}, {"word/styles.xml", part("styles", styles)}}))
      .text;
}

const std::string kOutline = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") + level(2, "lowerLetter", "(%3)");

TEST(DocxNumbering, LevelsCountAndRestart) {
  const auto at = [](int depth) { return p(t("x"), listed(1, depth)); };
  EXPECT_EQ(numbered(at(0) + at(1) + at(1) + at(2) + at(2) + at(1) + at(2) + at(0) + at(1), definition(0, kOutline) + list(1, 0)),
            "1. x\n1.1 x\n1.2 x\n(a) x\n(b) x\n1.3 x\n(a) x\n2. x\n2.1 x\n");
}

TEST(DocxNumbering, ALevelAboveThatWasSkippedShowsItsStart) {
  EXPECT_EQ(numbered(p(t("x"), listed(1, 1)) + p(t("y"), listed(1, 1)), definition(0, kOutline) + list(1, 0)), "1.1 x\n1.2 y\n");
}

TEST(DocxNumbering, RestartsAreTheLevels) {
  const std::string never = level(0, "decimal", "%1.") + level(1, "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>");
  EXPECT_EQ(numbered(p(t("a"), listed(1)) + p(t("b"), listed(1, 1)) + p(t("c"), listed(1)) + p(t("d"), listed(1, 1)),
                     definition(0, never) + list(1, 0)),
            "1. a\n1) b\n2. c\n2) d\n");
  const std::string after_first =
      level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") + level(2, "decimal", "[%3]", "<w:lvlRestart w:val=\"1\"/>");
  EXPECT_EQ(numbered(p(t("a"), listed(1)) + p(t("b"), listed(1, 1)) + p(t("c"), listed(1, 2)) + p(t("d"), listed(1, 1)) +
                         p(t("e"), listed(1, 2)) + p(t("f"), listed(1)) + p(t("g"), listed(1, 2)),
                     definition(0, after_first) + list(1, 0)),
            "1. a\n1.1 b\n[1] c\n1.2 d\n[2] e\n2. f\n[1] g\n");
}

TEST(DocxNumbering, ListsOfOneDefinitionCountOnAndOverridesBeginAnew) {
  const std::string anew = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
  EXPECT_EQ(numbered(p(t("a"), listed(1)) + p(t("b"), listed(2)) + p(t("c"), listed(3)) + p(t("d"), listed(3)),
                     definition(0, kOutline) + list(1, 0) + list(2, 0) + list(3, 0, anew)),
            "1. a\n2. b\n5. c\n6. d\n");
  const std::string other = "<w:lvlOverride w:ilvl=\"0\">" + level(0, "upperRoman", "%1 -") + "</w:lvlOverride>";
  EXPECT_EQ(numbered(p(t("a"), listed(1)), definition(0, kOutline) + list(1, 0, other)), "I - a\n");
}

TEST(DocxNumbering, FormatsAreWords) {
  const auto ninth = [](std::string_view format) {
    std::string levels = level(0, format, "%1");
    levels.replace(levels.find("start w:val=\"1\""), 15, "start w:val=\"9\"");
    std::string text = numbered(p(t("x"), listed(1)), definition(0, levels) + list(1, 0));
    return text.substr(0, text.find(' '));
  };
  EXPECT_EQ(ninth("decimal"), "9");
  EXPECT_EQ(ninth("decimalZero"), "09");
  EXPECT_EQ(ninth("lowerRoman"), "ix");
  EXPECT_EQ(ninth("upperRoman"), "IX");
  EXPECT_EQ(ninth("lowerLetter"), "i");
  EXPECT_EQ(ninth("upperLetter"), "I");
  EXPECT_EQ(ninth("ordinal"), "9th");
  EXPECT_EQ(ninth("ordinalText"), "Ninth");
  EXPECT_EQ(ninth("cardinalText"), "Nine");
  EXPECT_EQ(ninth("none"), "x\n");
}

TEST(DocxNumbering, LettersPastTheAlphabetAreDoubled) {
  std::string body;
  for (int i = 0; i < 28; ++i) body += p(t("x"), listed(1));
  EXPECT_EQ(lines_of(numbered(body, definition(0, level(0, "lowerLetter", "%1.")) + list(1, 0))).back(), "bb. x");
}

TEST(DocxNumbering, LegalLevelsPrintFigures) {
  const std::string levels = level(0, "upperRoman", "Article %1") + level(1, "decimal", "%1.%2", "<w:isLgl/>");
  EXPECT_EQ(numbered(p(t("Scope"), listed(1)) + p(t("x"), listed(1, 1)), definition(0, levels) + list(1, 0)),
            "Article I Scope\n1.1 x\n");
}

TEST(DocxNumbering, BulletsAreBulletsAndDashesDashes) {
  const std::string levels = level(0, "bullet", "\uF0B7") + level(1, "bullet", "–") + level(2, "bullet", "o");
  EXPECT_EQ(numbered(p(t("a"), listed(1)) + p(t("b"), listed(1, 1)) + p(t("c"), listed(1, 2)) + p("", listed(1)),
                     definition(0, levels) + list(1, 0)),
            "• a\n– b\n• c\n\n");
}

TEST(DocxNumbering, StylesNumberAndInheritNumbering) {
  const std::string linked =
      level(0, "decimal", "%1.", "<w:pStyle w:val=\"H1\"/>") + level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"H2\"/>");
  const auto style = [](std::string_view id, std::string_view based, std::string_view numbering) {
    return "<w:style w:type=\"paragraph\" w:styleId=\"" + std::string(id) + "\"><w:basedOn w:val=\"" + std::string(based) +
           "\"/><w:pPr>" + std::string(numbering) + "</w:pPr></w:style>";
  };
  const std::string numbers = "<w:numPr><w:numId w:val=\"1\"/></w:numPr>";
  const std::string styles = style("H1", "", numbers) + style("H2", "", numbers) + style("H2b", "H2", "") +
                             style("Plain", "H1", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") + style("Round", "Round", "");
  const auto in = [](std::string_view id) { return p(t("x"), "<w:pStyle w:val=\"" + std::string(id) + "\"/>"); };
  EXPECT_EQ(numbered(in("H1") + in("H2") + in("H2b") + in("Plain") + in("Round") +
                         p(t("x"), "<w:pStyle w:val=\"H1\"/>" + listed(0)) + in("H1"),
                     definition(0, linked) + list(1, 0), styles),
            "1. x\n1.1 x\n1.2 x\nx\nx\nx\n2. x\n");
}

TEST(DocxNumbering, ANumberingStyleStandsForItsList) {
  const std::string style =
      "<w:style w:type=\"numbering\" w:styleId=\"L\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>";
  EXPECT_EQ(numbered(p(t("x"), listed(1)),
                     definition(0, "<w:numStyleLink w:val=\"L\"/>") + definition(1, level(0, "decimal", "%1)")) + list(1, 0) +
                         list(2, 1),
                     style),
            "1) x\n");
}

TEST(DocxNumbering, APointUnderOneOfItsKindIsIndented) {
  const std::string alike = level(0, "decimal", "%1.") + level(1, "decimal", "%2.");
  EXPECT_EQ(numbered(p(t("a"), listed(1)) + p(t("b"), listed(1, 1)), definition(0, alike) + list(1, 0)), "1. a\n    1. b\n");
}

TEST(DocxNumbering, DeletedParagraphsDoNotCountOnceAccepted) {
  const std::string bytes = word_file(p(t("a"), listed(1)) + p(del("b"), listed(1) + marked_end("del")) + p(t("c"), listed(1)),
                                      {{"word/numbering.xml", part("numbering", definition(0, kOutline) + list(1, 0))}});
  EXPECT_EQ(read_word(bytes).text, "1. a\n2. c\n");
  EXPECT_EQ(rejected(bytes), "1. a\n2. b\n3. c\n");
  ASSERT_EQ(read_word(bytes).revisions.size(), 1u);
  EXPECT_EQ(read_word(bytes).revisions[0].text, "2. b\n");
}

TEST(DocxNumbering, RejectedFormattingGivesTheFormerNumbers) {
  const auto was = [](std::string_view former) { return change("pPrChange", "<w:pPr>" + std::string(former) + "</w:pPr>"); };
  const Parts parts = {{"word/numbering.xml", part("numbering", definition(0, kOutline) + list(1, 0))}};
  const std::string gained = word_file(p(t("a"), listed(1)) + p(t("b"), listed(1) + was("")) + p(t("c"), listed(1)), parts);
  EXPECT_EQ(read_word(gained).text, "1. a\n2. b\n3. c\n");
  EXPECT_EQ(rejected(gained), "1. a\nb\n2. c\n");
  const std::string lost = word_file(p(t("a"), listed(1)) + p(t("b"), was(listed(1))) + p(t("c"), listed(1)), parts);
  EXPECT_EQ(read_word(lost).text, "1. a\nb\n2. c\n");
  EXPECT_EQ(rejected(lost), "1. a\n2. b\n3. c\n");
}

TEST(DocxNumbering, RejectedNumberingIsNone) {
  const std::string inserted = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/>" + change("ins", "") + "</w:numPr>";
  const std::string bytes = word_file(p(t("a"), inserted) + p(t("b"), listed(1)),
                                      {{"word/numbering.xml", part("numbering", definition(0, kOutline) + list(1, 0))}});
  EXPECT_EQ(read_word(bytes).text, "1. a\n2. b\n");
  EXPECT_EQ(rejected(bytes), "a\n1. b\n");
}

TEST(DocxNumbering, ListsThatNothingDefinesPrintNothing) {
  EXPECT_EQ(numbered(p(t("a"), listed(9)) + p(t("b"), listed(1, 8)), definition(0, kOutline) + list(1, 0)), "a\nb\n");
}

}  // namespace
}  // namespace travaux
