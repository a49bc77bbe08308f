// Bracketed texts that reproduce a part of the draft: each paragraph is found again.
#include <gtest/gtest.h>

#include "comment/paragraph_index.h"
#include "comment/support.h"

namespace travaux {
namespace {

using List = std::vector<std::string>;
using test::asks;
using test::changed;

const Document& plan() {
  static const Document kPlan = test::draft_of(
      "1. Prevention\n\n"
      "1.1 Publish hazard maps of every coastal municipality.\n\n"
      "1.2 Train volunteers in first aid and in evacuation.\n\n"
      "2. Relief\n\n"
      "2.1 Stockpile food, tents and essential medicines in regional warehouses.\n\n"
      "2.2 Exempt relief goods from customs duties and inspections.\n\n"
      "2.3 Certify hospitals as safe facilities able to function after an earthquake.\n\n"
      "3. Recovery\n\n"
      "3.1 Offer psychosocial care to survivors, relief workers and bereaved families.\n\n"
      "3.2 Report annually on the use of the emergency fund.\n");
  return kPlan;
}

const Document& treaty() {
  static const Document kTreaty = test::draft_of(
      "CONVENTION ON THE RETURN OF ASSETS\n\nThe States Parties to this Convention,\n\n"
      "Convinced that the return of stolen assets is indispensable to the victims of corruption,\n\n"
      "Bearing in mind the sovereign equality and territorial integrity of States,\n\n"
      "Have agreed as follows:\n\n"
      "Article 1\nScope\n\n1. This Convention applies to the tracing and freezing of assets.\n\n"
      "2. Nothing in this Convention affects the immunities recognized by international law.\n\n"
      "Article 2\nDisclosure\n\n1. Public officials shall declare their assets every year.\n\n"
      "2. False declarations shall be punishable by dissuasive sanctions.\n\n"
      "Article 3\nEntry into force\n\nThis Convention shall enter into force on the thirtieth day after the sixth "
      "ratification.\n");
  return kTreaty;
}

TEST(BracketedExcerpt, ParagraphsWithGapsInTheirNumbersAreEachFound) {
  const Comment c = test::read(
      "Bracketed text proposed by SICA. Only the paragraphs on which SICA has proposals are reproduced.\n\n"
      "1.2 Train volunteers in first aid[SICA: , in all languages,] and in evacuation.\n\n"
      "2.2 Exempt [relief goods] [SICA: donated goods] from customs duties and inspections.\n\n"
      "2.3 Certify hospitals [SICA: delete “as safe facilities”] able to function after an earthquake.\n\n"
      "3.2 Report annually [SICA: and publicly] on the use of the emergency fund.\n",
      plan());
  EXPECT_EQ(asks(c, true), (List{"SICA insert 1.2", "SICA replace 2.2", "SICA delete 2.3", "SICA insert 3.2"}));
  EXPECT_EQ(changed(c.proposals[0], plan()), "Train volunteers in first aid, in all languages, and in evacuation.");
  EXPECT_EQ(changed(c.proposals[2], plan()), "Certify hospitals able to function after an earthquake.");
}

TEST(BracketedExcerpt, ParagraphsUnderALoneNumberAreFound) {
  const Comment c = test::read(
      "PP1\n\nConvinced that the return of stolen assets is indispensable to the [CARICOM: many] victims of corruption,\n\n"
      "Article 1\n\n2. Nothing in this Convention affects the [CARICOM: diplomatic] immunities recognized by international "
      "law.\n\n"
      "Article 3\n\nThis Convention shall enter into force on the [thirtieth] [CARICOM: sixtieth] day after the sixth "
      "ratification.\n",
      treaty());
  EXPECT_EQ(asks(c, true), (List{"CARICOM insert PP1", "CARICOM insert Article 1/2", "CARICOM replace Article 3"}));
}

TEST(BracketedExcerpt, ANewParagraphFollowsTheOneBeforeIt) {
  const Comment c = test::read(
      "2.2 Exempt relief goods from [SICA: all] customs duties and inspections.\n\n2.4 [SICA: Keep a roster of interpreters.]\n",
      plan());
  ASSERT_EQ(asks(c, true), (List{"SICA insert 2.2", "SICA add"}));
  ASSERT_TRUE(c.proposals[1].destination.has_value());
  EXPECT_EQ(c.proposals[1].destination->address, "2.2");
  EXPECT_EQ(c.proposals[1].new_words, "Keep a roster of interpreters.");
}

TEST(BracketedExcerpt, ABracketInAParagraphThatTheDraftHasNotIsReportedWithItsLine) {
  const Comment c = test::read(
      "3.2 Report annually on the [SICA: wise] use of the emergency fund.\n\n"
      "Whereas the sea rises and [SICA: all] islands are the first to feel it,\n",
      plan());
  ASSERT_EQ(c.proposals.size(), 2U);
  EXPECT_FALSE(c.proposals[1].placed);
  ASSERT_FALSE(c.diagnostics.empty());
  EXPECT_EQ(c.diagnostics.back().line, 3U);
}

TEST(ParagraphIndex, OfParagraphsAlikeTheNumberChooses) {
  const Document draft = test::draft_of(
      "1. A\n\n1.1 Create a system for the sharing of experiences.\n\n1.2 Train the judges.\n\n2. B\n\n"
      "2.1 Create a system for the sharing of experiences.\n");
  const ParagraphIndex index(draft);
  const auto found = [&](const std::string& number, std::size_t after) {
    const auto at = index.find({"Create a system for the sharing of experiences.", "", number, after});
    return at ? index.paragraphs()[*at].address : std::string("none");
  };
  EXPECT_EQ(found("1.1", 0), "1.1");
  EXPECT_EQ(found("2.1", 0), "2.1");
  EXPECT_FALSE(index.find({"Nothing of the kind stands anywhere.", "", "1.1", 0}).has_value());
}

}  // namespace
}  // namespace travaux
