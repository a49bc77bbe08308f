// Spacing, composition and characters without shape: none of them is what a text says.
#include <gtest/gtest.h>

#include "read/typography.h"
#include "travaux/read.h"

namespace travaux {
namespace {

std::string read(const std::string& bytes) { return read_bytes(bytes, "draft.txt")->text; }

TEST(Typography, CharactersWithoutShapeGo) {
  EXPECT_EQ(read("Arti\u00ADcle\u200B 1\nRecal\u200Cling\u200D the \uFEFFCon\u2060vention,\n"),
            "Article 1\nRecalling the Convention,\n");
}

TEST(Typography, ALineOfNothingElseIsBlank) { EXPECT_EQ(read("One.\n\u200B\u00AD\nTwo.\n"), "One.\n\nTwo.\n"); }

TEST(Typography, SpacesOfEveryKindAndWidthAreOne) {
  EXPECT_EQ(read("Have agreed\u00A0\u202Fas  \tfollows:\u2003\n"), "Have agreed as follows:\n");
}

TEST(Typography, DecomposedLettersAreComposed) { EXPECT_EQ(read("Arti\u0301culo 1\n"), "Art\u00EDculo 1\n"); }

TEST(Typography, WhatJoinsTheLettersOfAPersianWordStays) {
  const std::string text = "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645\n";
  EXPECT_EQ(read(text), text);
}

TEST(Typography, ATabBeforeAPageNumberStays) { EXPECT_EQ(single_spaced("Scope of the plan\t 12"), "Scope of the plan\t12"); }

TEST(Typography, ATabInsideAHeadingsNumberIsASpace) { EXPECT_EQ(single_spaced("Article\t1"), "Article 1"); }

TEST(Typography, ATabInASentenceIsASpace) { EXPECT_EQ(single_spaced("Article\t12 of"), "Article 12 of"); }

TEST(Typography, TheIndentOfAPointStays) { EXPECT_EQ(single_spaced("    1.  One "), "    1. One"); }

TEST(Typography, ASoftHyphenAtTheEndOfALineJoinsItsWord) {
  const std::string start = "The States Parties shall promote, wherever they can, the greatest co\u00AD\n";
  EXPECT_EQ(
      read(start + "operation among their authorities, and shall take every measure that\nserves it within their means.\n"),
      "The States Parties shall promote, wherever they can, the greatest cooperation among their authorities, and shall take "
      "every measure that serves it within their means.\n");
}

TEST(Typography, WhatWasReadReadsAsItself) {
  const std::string once = read("1.\u00A0 Arti\u0301\u00ADculo  \t7\u00AD\n\u00AD\n  (a)\u2003One\u2028two\u200B.\n");
  EXPECT_EQ(read(once), once);
}

}  // namespace
}  // namespace travaux
