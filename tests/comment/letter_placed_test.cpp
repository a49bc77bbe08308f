// Letters read and placed in drafts of every family: what a place is called there, and which words change.
#include <gtest/gtest.h>

#include "comment/support.h"

namespace travaux {
namespace {

const char* const kPlan = "PLAN OF ACTION\n\n1. Prevention\n\n1.1 Support national programs.\n\n1.2 Meet every 30 days.\n";

const char* const kTreaty =
    "CONVENTION ON MUTUAL AID\n\nArticle 1\nScope\n\n1. The Parties shall cooperate.\n\n2. The Parties may agree otherwise.\n\n"
    "Article 2\nObligations\n\n1. Each Party shall adopt national measures.\n\n2. Each Party shall report every 30 days.\n";

/// The requests of a letter by SICA, each as "asks: “old” -> “new” in place; …"; "unplaced" for one that has none.
std::string placed_form(const std::string& letter, const char* draft_text) {
  const Document draft = test::draft_of(draft_text);
  CommentSource source;
  source.by = "SICA";
  source.form = CommentForm::kLetter;
  std::string form;
  for (const Proposal& p : read_comment(letter, source, draft, built_in_registry(), test::speakers()).proposals) {
    if (!has_fate(p.asks)) continue;
    form += (form.empty() ? "" : " ;; ") + std::string(name_of(p.asks)) + (p.placed ? "" : " unplaced");
    if (p.by != std::vector<std::string>{"SICA"}) form += " by another";
    if (p.wanted.empty() && !p.targets.empty()) form += " " + p.targets.front().address;
    for (const WantedEdit& edit : p.wanted) {
      form += "; " + address_at(draft, edit.place) + " " + std::string(edit.span.of(text_of(draft, edit.field, edit.place))) +
              "->" + edit.text;
    }
  }
  return form.empty() ? "remark" : form;
}

TEST(LetterPlaced, AMemberSpeaksForTheGroupThatSentTheLetter) {
  EXPECT_EQ(placed_form("Panama proposes to replace “30” with “45” in 1.2.", kPlan), "replace; 1.2 30->45");
  EXPECT_EQ(placed_form("The Delegation of Panama requests the deletion of “national” in 1.1.", kPlan),
            "delete; 1.1  national->");
  EXPECT_EQ(placed_form("Mexico proposes to replace “30” with “45” in 1.2.", kPlan), "remark");
}

TEST(LetterPlaced, AParagraphOfAnArticleIsFoundHoweverItIsWritten) {
  for (const char* place : {"2.2", "2(2)", "Art. 2.2", "Article 2.2", "Article 2(2)", "Article 2, paragraph 2",
                            "para 2 of article 2", "paragraph 2.2"}) {
    EXPECT_EQ(placed_form("In " + std::string(place) + ", replace “30” with “45”.", kTreaty), "replace; Article 2/2 30->45")
        << place;
  }
  EXPECT_EQ(placed_form("2.2: replace “30” with “45”.", kTreaty), "replace; Article 2/2 30->45");
  EXPECT_EQ(placed_form("En el artículo 2, párrafo 2, sustituir «30» por «45».", kTreaty), "replace; Article 2/2 30->45");
  EXPECT_EQ(placed_form("En el párrafo 2 del artículo 2, sustituir «30» por «45».", kTreaty), "replace; Article 2/2 30->45");
  EXPECT_EQ(placed_form("In 2.3, replace “30” with “45”.", kTreaty), "replace unplaced 2.3");
}

TEST(LetterPlaced, AnOptionIsFoundByItsLabel) {
  const char* const draft =
      "CONVENTION ON MUTUAL AID\n\nArticle 1\nPurpose\n\n1. The purpose is aid.\n\n2. Option 1: Parties shall pay.\n\n"
      "Option 2: Parties should pay.\n\nOption 3: No text.\n\nArticle 2\nEnd\n\n1. Parties shall report.\n";
  EXPECT_EQ(placed_form("In Article 1, paragraph 2, delete Option 3.", draft), "delete; Article 1/2 \nOption 3: No text.->");
  EXPECT_EQ(placed_form("Delete Option 2 of Article 1, paragraph 2.", draft),
            "delete; Article 1/2 \nOption 2: Parties should pay.->");
  EXPECT_EQ(placed_form("Replace Option 2 of Article 1, paragraph 2 with “Parties may pay.”", draft),
            "replace; Article 1/2 Parties should pay.->Parties may pay.");
  EXPECT_EQ(placed_form("Delete Option 4 of Article 1, paragraph 2.", draft), "delete unplaced Article 1/2");
  EXPECT_EQ(placed_form("Delete Option 3 of Article 2, paragraph 1.", draft), "delete unplaced Article 2/1");
}

TEST(LetterPlaced, AnItemsOwnNumberComesBeforeAnArticles) {
  const char* const draft = "PLAN\n\n2. Aid\n\n2.1 Act every 30 days.\n\n2.2 Meet every 30 days.\n";
  EXPECT_EQ(placed_form("In 2.2, replace “30” with “45”.", draft), "replace; 2.2 30->45");
}

TEST(LetterPlaced, NumbersOfFourDigitsAreAddresses) {
  std::string draft = "PLAN OF ACTION\n\n1. Prevention\n\n";
  for (int i = 1; i <= 1200; ++i) draft += "1." + std::to_string(i) + " Meet every 30 days.\n\n";
  EXPECT_EQ(placed_form("1204. In 1.1000, replace “30” with “45”.", draft.c_str()), "replace; 1.1000 30->45");
  EXPECT_EQ(placed_form("In paragraph 1.1199, delete “every 30 days”.", draft.c_str()), "delete; 1.1199  every 30 days->");
}

const char* const kValues =
    "PLAN OF ACTION\n\n1. Prevention\n\n1.1 Open the office at 06:00 for the 30 days of the session.\n\n1.2 Raise USD 5 million "
    "within "
    "45 days.\n\n1.3 Meet 2 times in 2 cities, and at the latest on 31 December 2011.\n";

const std::pair<const char*, const char*> kUnquoted[] = {
    {"1.1: 06:00 to become 07:00.", "replace; 1.1 06:00->07:00"},
    {"In 1.1, 06:00 should become 07:00.", "replace; 1.1 06:00->07:00"},
    {"06:00 should be 07:00.", "replace; 1.1 06:00->07:00"},
    {"1.2: USD 10 million instead of USD 5 million.", "replace; 1.2 USD 5 million->USD 10 million"},
    {"In paragraph 1.2 please put 60 days instead of 45.", "replace; 1.2 45->60"},
    {"We would prefer 60 days rather than 45 days in 1.2.", "replace; 1.2 45 days->60 days"},
    {"In 1.1, change 30 days to 45 days.", "replace; 1.1 30 days->45 days"},
    {"The period in 1.1 should be extended from 30 to 45 days.", "replace; 1.1 30->45"},
    {"1.2: reduce the period from 45 days to 30 days.", "replace; 1.2 45 days->30 days"},
    {"In 1.3, 31 December 2011 should read 30 June 2012.", "replace; 1.3 31 December 2011->30 June 2012"},
    {"En el párrafo 1.1, 06:00 debe ser 07:00.", "replace; 1.1 06:00->07:00"},
    {"1.1: 45 days en lugar de 30 days.", "replace; 1.1 30 days->45 days"},
    {"En 1.2, el plazo debería ampliarse de 45 a 60 días.", "replace; 1.2 45->60"},
};

const std::pair<const char*, const char*> kNoGuess[] = {
    {"1.3: 2 to become 3.", "remark"},                                          // it stands twice
    {"1.1: 90 days instead of 60 days.", "remark"},                             // it does not stand there
    {"If others agree, 06:00 in 1.1 should become 07:00.", "remark"},           // a condition
    {"In 1.1, 06:00 could become 07:00.", "remark"},                            // what may be
    {"In 1.1, 06:00 was to become 07:00.", "remark"},                           // what was
    {"In the earlier draft 1.2 had 60 days instead of 45 days.", "remark"},     // what was
    {"Last year the office opened for 45 days instead of 30 days.", "remark"},  // a report
    {"Mexico wants 07:00 instead of 06:00 in 1.1.", "remark"},                  // another's wish
    {"Should 06:00 become 07:00 in 1.1?", "remark"},                            // a question
    {"Why should 30 days be 45 days in 1.1?", "remark"},                        //
    {"06:00 should not become 07:00 in 1.1.", "remark"},                        // denied
    {"Paragraph 1.2 should become paragraph 1.3.", "remark"},                   // places are no values
    {"Si hay consenso, 06:00 debe ser 07:00 en 1.1.", "remark"},
};

TEST(LetterPlaced, AValueWithoutQuotationMarksIsReadWhereItStandsOnce) {
  for (const auto& [letter, read] : kUnquoted) EXPECT_EQ(placed_form(letter, kValues), read) << letter;
}

TEST(LetterPlaced, AValueIsNotGuessedAt) {
  for (const auto& [letter, read] : kNoGuess) EXPECT_EQ(placed_form(letter, kValues), read) << letter;
}

TEST(LetterPlaced, WordsComeWhereverOthersStand) {
  EXPECT_EQ(placed_form("Insert “duly” wherever “shall” occurs.", kTreaty),
            "insert; Article 1/1 -> duly; Article 2/1 -> duly; Article 2/2 -> duly");
}

const char* const kUnnumbered =
    "STATEMENT OF THE MINISTERS\n\nThe ministers met in Lima on 3 May.\n\nThey agreed to open the office each day.\n\nThey urged "
    "donors to give more.\n\nThey will meet again.\n";

TEST(LetterPlaced, ParagraphsOfATextWithoutNumbersAreCounted) {
  EXPECT_EQ(placed_form("In the third paragraph, replace “They” with “All”.", kUnnumbered), "replace; ¶3 They->All");
  EXPECT_EQ(placed_form("Third paragraph: replace “They” with “All”.", kUnnumbered), "replace; ¶3 They->All");
  EXPECT_EQ(placed_form("En el tercer párrafo, sustituir «They» por «All».", kUnnumbered), "replace; ¶3 They->All");
  EXPECT_EQ(placed_form("In ¶2, replace “They” with “All”.", kUnnumbered), "replace; ¶2 They->All");
  EXPECT_EQ(placed_form("Delete the third paragraph.", kUnnumbered), "remove ¶3");
}

TEST(LetterPlaced, AnOrdinalAloneNamesNoPlaceOfANumberedText) {
  EXPECT_EQ(placed_form("In the second paragraph, replace “national” with “local”.", kPlan), "replace; 1.1 national->local");
  EXPECT_EQ(placed_form("Delete the second paragraph.", kPlan), "remove unplaced");
  EXPECT_EQ(placed_form("In Article 2, second paragraph, delete “report”.", kTreaty), "delete; Article 2/2  report->");
  EXPECT_EQ(placed_form("In Article 2, second paragraph, replace “30” with “45”.", kTreaty), "replace; Article 2/2 30->45");
}

}  // namespace
}  // namespace travaux
