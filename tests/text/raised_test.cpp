// Raised figures: footnote marks are no words, exponents are.
#include <gtest/gtest.h>

#include "travaux/text.h"

namespace travaux {
namespace {

TEST(RaisedFigures, OfFootnotesAreNoDifference) {
  EXPECT_EQ(comparison_form("The Parties¹² shall meet.³"), comparison_form("The Parties shall meet."));
  EXPECT_EQ(comparison_form("of the UN² and “States”¹"), comparison_form("of the UN and “States”"));
  EXPECT_NE(comparison_form("¹ See there."), comparison_form("² See there."));  // the note's own number
}

TEST(RaisedFigures, OfUnitsAndNumbersAre) {
  EXPECT_NE(comparison_form("five km²"), comparison_form("five km"));
  EXPECT_NE(comparison_form("ten m³"), comparison_form("ten m"));
  EXPECT_NE(comparison_form("10⁶ tonnes"), comparison_form("10 tonnes"));
  EXPECT_NE(comparison_form("10¹² tonnes"), comparison_form("10¹ tonnes"));
}

TEST(RaisedFigures, OfFootnotesStandInTheirWordsToken) {
  const std::string text = "Parties¹², however";
  const std::vector<Token> tokens = tokenize(text);
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(tokens[0].span.of(text), "Parties¹²");
  EXPECT_EQ(token_form(tokens[0].span.of(text)), "Parties");
}

}  // namespace
}  // namespace travaux
