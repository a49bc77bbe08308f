#include "report/styled.h"

#include "support.h"

namespace travaux {
namespace {

StyledLine line(std::vector<StyledRun> runs, std::size_t indent = 0, std::size_t hang = 0) {
  return {std::move(runs), indent, hang, true};
}

const StyledText kShall{
    line({{Style::kPlain, "States "}, {Style::kDeleted, "shall "}, {Style::kInserted, "may "}, {Style::kPlain, "act"}})};

TEST(Render, PutsMarksRoundChangedWordsWhereThereIsNoColour) { EXPECT_EQ(render(kShall), "States [-shall-] {+may+} act\n"); }

TEST(Render, PutsColoursInsteadOfMarksAndClosesEach) {
  EXPECT_EQ(render(kShall, {true, 0, true}), "States \x1b[9;31mshall\x1b[0m \x1b[4;32mmay\x1b[0m act\n");
}

TEST(Render, MarksMovedWordsWithTheirDirection) {
  EXPECT_EQ(render({line({{Style::kMovedFrom, "from here"}, {Style::kPlain, " "}, {Style::kMovedTo, "to here"}})}),
            "[<from here<] {>to here>}\n");
}

TEST(Render, WrapsAtSpacesAndKeepsTheHangingIndent) {
  EXPECT_EQ(render({line({{Style::kPlain, "one two three four five"}}, 2, 4)}, {false, 16, true}),
            "  one two three\n    four five\n");
}

TEST(Render, ClosesAColourAtTheEndOfEachWrappedLine) {
  EXPECT_EQ(render({line({{Style::kInserted, "alpha beta gamma"}})}, {true, 11, true}),
            "\x1b[4;32malpha beta\x1b[0m\n\x1b[4;32mgamma\x1b[0m\n");
}

TEST(Render, CountsMarksAsPartOfTheWidth) {
  EXPECT_EQ(render({line({{Style::kPlain, "aaaa "}, {Style::kDeleted, "bbbb"}})}, {false, 12, true}), "aaaa\n[-bbbb-]\n");
}

TEST(Render, CutsAWordThatIsWiderThanTheLine) {
  EXPECT_EQ(render({line({{Style::kPlain, "abcdefghijklmnopqrstuvwxyz end"}})}, {false, 12, true}),
            "abcdefghijkl\nmnopqrstuvwx\nyz end\n");
}

TEST(Render, LeavesRowsOfATableAsTheyAre) {
  StyledText text{line({{Style::kPlain, "aaaa bbbb cccc dddd"}})};
  text[0].wraps = false;
  EXPECT_EQ(render(text, {false, 12, true}), "aaaa bbbb cccc dddd\n");
}

TEST(Render, WrapsWideCharactersByTheirColumns) {
  EXPECT_EQ(display_width("条約"), 4U);
  EXPECT_EQ(display_width("e\u0301te\u0301"), 3U);
  EXPECT_EQ(display_width("각"), 2U);
  EXPECT_EQ(render({line({{Style::kPlain, "国際連合安全保障理事会"}})}, {false, 12, true}), "国際連合安全\n保障理事会\n");
}

TEST(Render, LetsNoControlCharacterOfADraftReachTheTerminal) {
  const std::string hostile = "a\x1b[2Jb\u009bc\u202ed\re\x07\x7f";
  EXPECT_EQ(escape_controls(hostile), "a\\x1b[2Jb\\x9bc\\u202ed\\x0de\\x07\\x7f");
  for (const bool color : {false, true}) {
    const std::string shown = render({line({{Style::kPlain, hostile}})}, {color, 20, true});
    EXPECT_EQ(shown.find('\x1b'), std::string::npos) << shown;
  }
}

TEST(Render, KeepsTextAsItIsWhereNoTerminalListens) {
  EXPECT_EQ(render({line({{Style::kPlain, "a\u202eb"}})}, {false, 0, false}), "a\u202eb\n");
}

TEST(Render, EndsEveryLineWithoutTrailingSpace) {
  EXPECT_EQ(render({line({{Style::kPlain, "a  "}, {Style::kDeleted, "b "}}), {}, line({{Style::kPlain, "  "}})}),
            "a  [-b-]\n\n\n");
}

TEST(RenderDebug, PrintsTheMeanings) { EXPECT_EQ(render_debug(kShall), "States [deleted]shall [/][inserted]may [/]act\n"); }

TEST(Writer, StartsALineAtEachLineFeed) {
  StyledText text;
  report::Writer out(text);
  out.line(2, 4).add(Style::kAdded, "one\ntwo\n\nthree");
  EXPECT_EQ(render(text), "  one\n    two\n\n    three\n");
}

}  // namespace
}  // namespace travaux
