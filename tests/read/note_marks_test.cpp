// Figures of footnotes that were raised on paper.
#include <gtest/gtest.h>

#include "travaux/read.h"

namespace travaux {
namespace {

std::string read(const std::string& text) {
  const Result<Reading> reading = read_bytes(text, "draft.txt");
  EXPECT_TRUE(reading.has_value());
  return reading ? reading->text : std::string();
}

TEST(NoteMarks, AreRaisedWhereNotesAtTheEndProveThem) {
  EXPECT_EQ(
      read(
          "1.1 The States1 shall meet.2\n\n1.2 The Parties3 report.\n\n1 Members only.\n\n2 See the minutes.\n\n3 As defined.\n"),
      "1.1 The States¹ shall meet.²\n\n1.2 The Parties³ report.\n\n¹ Members only.\n\n² See the minutes.\n\n³ As defined.\n");
}

TEST(NoteMarks, NamesWithFiguresStayAsTheyAre) {
  const std::string text =
      "1.1 The States1 shall cut CO2 and help SIDS2.\n\n1.2 The Parties2 report.\n\n1 Members.\n\n2 See there.\n";
  EXPECT_EQ(read(text),
            "1.1 The States¹ shall cut CO2 and help SIDS2.\n\n1.2 The Parties² report.\n\n¹ Members.\n\n² See there.\n");
  const std::string alone = "1.1 The States shall cut CO2 and help SIDS2.\n\n1.2 The Parties report on H1N1.\n";
  EXPECT_EQ(read(alone), alone);
}

TEST(NoteMarks, WhereOneIsMissingNothingIsRaised) {
  const std::string text = "1.1 The States1 shall meet.\n\n1.2 The Parties report.\n\n1 Members only.\n\n2 See the minutes.\n";
  EXPECT_EQ(read(text), text);
}

TEST(NoteMarks, ItemsNumberedToTheEndAreNoNotes) {
  const std::string text = "The version1 of the plan2 follows:\n\n1. One.\n\n2. Two [or three].\n\n4. Four.\n";
  EXPECT_EQ(read(text), text);
}

TEST(NoteMarks, AnAcronymMayBearOne) {
  EXPECT_EQ(read("1.1 The OAS1 and the UNDP2 meet.\n\n1.2 The OAS and the UNDP report.\n\n1 In Washington.\n\n2 In New York.\n"),
            "1.1 The OAS¹ and the UNDP² meet.\n\n1.2 The OAS and the UNDP report.\n\n¹ In Washington.\n\n² In New York.\n");
}

TEST(WideBrackets, AreReadAsSquareOnes) { EXPECT_EQ(read("Keep ［peace］.\n"), "Keep [peace].\n"); }

}  // namespace
}  // namespace travaux
