#include <gtest/gtest.h>

#include "travaux/text.h"

namespace travaux {
namespace {

TEST(ComparisonForm, TypographyIsNoDifference) {
  EXPECT_EQ(comparison_form("“a” – b"), comparison_form("\"a\" - b"));
  EXPECT_EQ(comparison_form("a—b"), comparison_form("a -- b"));
  EXPECT_EQ(comparison_form("member’s"), comparison_form("member's"));
  EXPECT_EQ(comparison_form("wait…"), comparison_form("wait..."));
  EXPECT_EQ(comparison_form("''a''"), comparison_form("“a”"));
  EXPECT_EQ(comparison_form("ﬁrst oﬃce"), comparison_form("first office"));
}

TEST(ComparisonForm, SpacingIsNoDifference) {
  EXPECT_EQ(comparison_form("a\u00A0b\n c"), comparison_form("a b c"));
  EXPECT_EQ(comparison_form("detainees,institute"), comparison_form("detainees, institute"));
  EXPECT_EQ(comparison_form("policy.Another: one"), comparison_form("policy. Another : one"));
  EXPECT_EQ(comparison_form("U.N."), comparison_form("U. N."));
}

TEST(ComparisonForm, InvisibleCharactersDrop) {
  EXPECT_EQ(comparison_form("co\u00ADor\u200Bdi\u200Dnate\uFEFF"), "coordinate");
  EXPECT_EQ(comparison_form("\u200B \u200B"), "");
}

TEST(ComparisonForm, ComposedAndDecomposedAreOne) {
  EXPECT_EQ(comparison_form("Medelli\u0301n"), comparison_form("Medell\u00EDn"));
}

TEST(ComparisonForm, WordsNumbersAndCaseStayApart) {
  EXPECT_NE(comparison_form("into"), comparison_form("in to"));
  EXPECT_NE(comparison_form("1.2"), comparison_form("12"));
  EXPECT_NE(comparison_form("1.2"), comparison_form("1. 2"));
  EXPECT_NE(comparison_form("May"), comparison_form("may"));
}

TEST(Tokenize, TokensAreInOrderAndLeaveOnlyWhiteSpaceBetween) {
  const std::string text = " AG/RES. 2551 (XL-O/10) – [shall] “go”, 1,000.5 times… a.b ";
  std::size_t end = 0;
  for (const Token& token : tokenize(text)) {
    EXPECT_EQ(fold_white_space(text.substr(end, token.span.begin - end)), "");
    EXPECT_FALSE(token.span.empty());
    EXPECT_FALSE(token_form(token.span.of(text)).empty());
    end = token.span.end;
  }
  EXPECT_EQ(fold_white_space(text.substr(end)), "");
}

TEST(Tokenize, KindsAreTold) {
  const std::string text = "[shall] 12, x";
  const std::vector<Token> tokens = tokenize(text);
  ASSERT_EQ(tokens.size(), 6u);
  EXPECT_EQ(tokens[0].kind, TokenKind::kBracket);
  EXPECT_EQ(tokens[1].kind, TokenKind::kWord);
  EXPECT_EQ(tokens[3].kind, TokenKind::kNumber);
  EXPECT_EQ(tokens[4].kind, TokenKind::kPunctuation);
}

TEST(LooseForm, CaseAndPunctuationDropBracketsStay) {
  EXPECT_EQ(loose_form("Shall"), "shall");
  EXPECT_EQ(loose_form(","), "");
  EXPECT_EQ(loose_form("["), "[");
  EXPECT_EQ(loose_form("%"), "%");
}

TEST(Slug, AnyScriptAndNothingElse) {
  EXPECT_EQ(slug("El Salvador Version, March 7, 2011"), "el-salvador-version-march-7-2011");
  EXPECT_EQ(slug("AG/CP/GTDSS-6/11 rev. 2"), "ag-cp-gtdss-6-11-rev-2");
  EXPECT_EQ(slug("Проект № 2"), "проект-2");
  EXPECT_EQ(slug("../.."), "");
}

TEST(FoldWhiteSpace, EveryRunBecomesOneSpace) { EXPECT_EQ(fold_white_space(" \u00A0a\t\n b\u2003"), "a b"); }

TEST(StripMarks, AccentsGo) { EXPECT_EQ(strip_marks("Medellín São"), "Medellin Sao"); }

TEST(IsUtf8, TheFirstWrongByteIsNamed) {
  std::size_t bad = 0;
  EXPECT_FALSE(is_utf8("ab\x93z", &bad));
  EXPECT_EQ(bad, 2u);
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));  // a surrogate
  EXPECT_TRUE(is_utf8("é“”"));
}

}  // namespace
}  // namespace travaux
