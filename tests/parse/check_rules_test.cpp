// Each rule of `check` on texts composed for it: what it finds, and what it must leave alone.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/texts.h"
#include "travaux/check.h"

namespace travaux {
namespace {

using namespace travaux::testing;
using List = std::vector<std::string>;

std::vector<Finding> findings(const std::string& text) { return check(resolved(text), built_in_registry()); }

/// "line rule" of each finding.
List found(const std::string& text) {
  List list;
  for (const Finding& finding : findings(text)) list.push_back(std::to_string(finding.line) + " " + finding.rule);
  return list;
}

const Finding& only(const std::vector<Finding>& list) {
  static const Finding none;
  EXPECT_EQ(list.size(), 1U);
  return list.empty() ? none : list[0];
}

/// A plan of one section whose items hold these lines.
std::string plan(const List& items) {
  std::string text = "PLAN OF ACTION\n1. Cooperation\n";
  for (std::size_t i = 0; i < items.size(); ++i) text += "1." + std::to_string(i + 1) + " Act together.\n" + items[i] + "\n";
  return text;
}

const std::string kQuote = "“Encourage the police of all member states to share what they know about the prevention of crime”";

TEST(CheckRules, AHundredFindingsOfARuleAreListedAndTheRestCounted) {
  std::string text = "PLAN OF ACTION\n1. Cooperation\n";
  for (int i = 1; i <= 150; ++i) text += "1." + std::to_string(i) + " Act together [soon.\n";
  const std::vector<Finding> list = findings(text);
  ASSERT_EQ(list.size(), 101U);
  EXPECT_EQ(list[99].line, 102U);
  EXPECT_EQ(list[100].line, 103U);
  EXPECT_EQ(list[100].rule, "unbalanced-brackets");
  EXPECT_EQ(list[100].message, "50 more findings of this rule from here on, not listed");
}

// --- symbols ---

TEST(CheckSymbols, ARegularSessionOfTheGeneralAssemblySatInTheYearAfter1970ThatItsNumeralSays) {
  const auto list = findings(
      plan({"AG/RES. 2551 (XLI-O/10) – Work Plan against Trafficking in Persons in the Western Hemisphere:\n" + kQuote}));
  EXPECT_EQ(only(list).rule, "session-and-year");
  EXPECT_EQ(only(list).suggestion, "AG/RES. 2551 (XL-O/10)");
  EXPECT_EQ(found("1. One\n1.1 Recall AG/RES. 9001 (XXXVIII-O/08), AG/RES. 9002 (L-O/20) and AG/RES. 9003 (IX-O/79).\n"), List());
}

TEST(CheckSymbols, SpecialSessionsAndOtherOrgansCountOtherwise) {
  EXPECT_EQ(found("1. One\n1.1 Recall AG/RES. 2600 (XXXV-E/08), CIDI/RES. 213 (XIII-O/08) and CIM/RES. 209 (XXIX-O/98).\n"),
            List());
}

TEST(CheckSymbols, WhatNobodyDecidesIsSuggestedBothWays) {
  EXPECT_EQ(only(findings("1. One\n1.1 Recall AG/RES. 9001 (XXXVII-O/08).\n")).suggestion,
            "AG/RES. 9001 (XXXVIII-O/08) or XXXVII-O/07");
}

TEST(CheckSymbols, OneNumberHasOneSession) {
  const auto list = findings(
      "1. One\n1.1 Recall AG/RES. 9001 (XL-O/10).\n1.2 Recall AG/RES. 9001 (XL-O/10).\n1.3 See AG/RES. 9001 (XXXIX-O/09).\n");
  EXPECT_EQ(only(list).rule, "number-under-two-sessions");
  EXPECT_EQ(only(list).item, "1.3");
  EXPECT_EQ(only(list).suggestion, "AG/RES. 9001 (XL-O/10)");
  EXPECT_EQ(only(list).others, (std::vector<FindingPlace>{{2, "1.1"}}));
}

TEST(CheckSymbols, ADeclarationAndAResolutionOfOneNumberAreOneOnlyInOneSession) {
  EXPECT_EQ(found("1. One\n1.1 Recall AG/DEC. 57 (XXXVIII-O/08).\n1.2 Recall AG/RES. 57 (XXXVIII-O/08).\n"),
            (List{"3 resolution-or-declaration"}));
  EXPECT_EQ(found("1. One\n1.1 Recall AG/DEC. 57 (XXXVIII-O/08).\n1.2 Recall AG/RES. 57 (I-O/71).\n"), List());
  EXPECT_EQ(found("1. One\n1.1 Recall AG/DEC. 57.\n1.2 Recall AG/RES. 57.\n"), List());
}

TEST(CheckSymbols, AZeroIsNoLetter) {
  EXPECT_EQ(found("1. One\n1.1 Recall AG/RES. 9001 (XL-0/10).\n1.2 See 0EA/Ser.G and session XL-0/10.\n"),
            (List{"2 zero-for-letter-o", "3 zero-for-letter-o", "3 zero-for-letter-o"}));
  EXPECT_EQ(found("1. One\n1.1 Recall AG/RES. 2010 (XL-O/10), OEA/Ser.G and A/60/0.\n"), List());
}

// --- passages ---

TEST(CheckPassages, OnePassageIsOfOneInstrument) {
  const std::string text = plan({"Declaration of Port-of-Spain, 2009:\n" + kQuote, "Action Plan of Miami, 1994:\n" + kQuote});
  const auto list = findings(text);
  EXPECT_EQ(only(list).rule, "passage-of-two-instruments");
  EXPECT_EQ(only(list).item, "1.2");
  EXPECT_EQ(found(plan({"Declaration of Port-of-Spain, 2009:\n" + kQuote, "Declaration of Port of Spain:\n" + kQuote})), List());
}

TEST(CheckPassages, AStockPhraseIsAnybodys) {
  const std::string phrase = "“in accordance with domestic law and with full respect for human rights”";
  EXPECT_EQ(found(plan({"Declaration of Port-of-Spain, 2009:\n" + phrase, "Action Plan of Miami, 1994:\n" + phrase})), List());
}

TEST(CheckPassages, AQuotationIsWordedAlikeInTwoItems) {
  const std::string heading = "Declaration of Port-of-Spain, 2009:\n";
  const std::string other = replace_all(kQuote, "all member states", "some member states");
  const auto list = findings(plan({heading + kQuote, heading + kQuote, heading + other}));
  EXPECT_EQ(only(list).rule, "quotation-worded-differently");
  EXPECT_EQ(only(list).item, "1.3");
  EXPECT_EQ(only(list).suggestion, "of all member");
}

TEST(CheckPassages, LongerShorterElidedAndTypographicVariantsAreTheSameWording) {
  const std::string heading = "Declaration of Port-of-Spain, 2009:\n";
  const List variants = {
      "“Accordingly, we " + kQuote.substr(3),
      "“Encourage the police of all member states to share what they know”",
      "“Encourage the police of all member states … about the prevention of crime”",
      "“[E]ncourage the police of all member states to share what they [the police] know about the prevention of crime”",
      "“encourage the police, of all member-states, to share what they know about the prevention of crime.”",
  };
  for (const std::string& variant : variants) EXPECT_EQ(found(plan({heading + kQuote, heading + variant})), List()) << variant;
}

TEST(CheckPassages, TwoParagraphsOfOneInstrumentAreNoVariants) {
  const std::string heading = "Declaration of Port-of-Spain, 2009:\n";
  const std::string other = replace_all(kQuote, "the prevention of crime", "the treatment of victims of violence");
  EXPECT_EQ(found(plan({heading + kQuote, heading + other})), List());
  const std::string near = replace_all(kQuote, "all member states", "some member states");
  EXPECT_EQ(found(plan({heading + kQuote + "\n" + near, heading + near})), List());  // cited side by side
}

// --- marks ---

TEST(CheckMarks, QuotationsAreClosed) {
  const std::string heading = "Declaration of Port-of-Spain, 2009:\n";
  EXPECT_EQ(found(plan({heading + "“Share what is known\n" + kQuote})), (List{"5 unbalanced-quotation-marks"}));
  EXPECT_EQ(found(plan({heading + "Share what is known”"})), (List{"5 unbalanced-quotation-marks"}));
  EXPECT_EQ(found(plan({heading + "“Share what is “known” to all"})), (List{"5 unbalanced-quotation-marks"}));
}

TEST(CheckMarks, AQuotationMayRunOverParagraphsOpeningEachAnewOrNot) {
  const std::string heading = "Declaration of Port-of-Spain, 2009:\n";
  EXPECT_EQ(found(plan({heading + "“Share what is known\n\nand more”"})), List());
  EXPECT_EQ(found(plan({heading + "“Share what is known.\n\n“Share more.”"})), List());
  EXPECT_EQ(found(plan({heading + "\"Share \"Life Skills\" with all\""})), List());
  EXPECT_EQ(found("1. One\n1.1 A pipe of 12\" and one of 5\".\n"), List());
}

TEST(CheckMarks, RoundBracketsHavePartnersAndEnumeratorsNeedNone) {
  EXPECT_EQ(found("1. One\n1.1 Act (together.\n1.2 Act together).\n"),
            (List{"2 unbalanced-parentheses", "3 unbalanced-parentheses"}));
  EXPECT_EQ(found("1. One\n1.1 Build: 1) clubs; 2) schools; iii) homes, as in b) above (see a)).\n"), List());
  EXPECT_EQ(found("1. One\n1.1 Act (see a) and b) of 1.1, and (1) or (2)).\n1.2 Go on:\na) here;\nb) there.\n"), List());
}

TEST(CheckMarks, SquareBracketsMayHoldWholeParagraphsButNotHalfSentences) {
  EXPECT_EQ(found("1. One\n[1.1 Act [shall] [should].\n1.2 Act again.]\n"), List());
  EXPECT_EQ(found("1. One\n1.1 Act [now or later.\n1.2 Act] again.\n"), (List{"2 unbalanced-brackets", "3 unbalanced-brackets"}));
}

// --- numbers ---

TEST(CheckNumbers, SkipsRepeatsAndDisorderAreTold) {
  EXPECT_EQ(found("1. One\n1.1 A.\n1.3 B.\n2. Two\n2.1 C.\n2.1 D.\n2.2 E.\n"), (List{"3 number-skipped", "6 number-repeated"}));
  EXPECT_EQ(found("1. One\n1.1 Do:\n(a) this;\n(b) that;\n(d) more.\n"), (List{"5 number-skipped"}));
}

TEST(CheckNumbers, OneMistypedNumberIsOneFinding) {
  const auto list = findings("1. One\n1.1 A.\n1.2 B.\n1.2 C.\n1.4 D.\n");
  EXPECT_EQ(only(list).rule, "number-repeated");
  EXPECT_EQ(only(list).suggestion, "1.3");
}

TEST(CheckNumbers, BisRomanNumeralsRestartsAndOptionsAreInOrder) {
  EXPECT_EQ(
      found("Article 1\nScope\n1. A.\n2. B.\n2 bis. C.\n3. D.\nArticle 1 bis\nMore\n1. E.\n2. F.\nArticle 2\nLast\n1. G.\n"),
      List());
  EXPECT_EQ(found("1. One\n1.1 Do:\n(i) this;\n(ii) that;\n(iii) more;\n(iv) all.\n1.2 Do:\n(g) x;\n"), List());
  EXPECT_EQ(found("Article 1\nScope\nOption 1:\n1. A.\n2. B.\nOption 2:\n1. C.\n4. D.\nArticle 2\nEnd\nIt ends.\n"), List());
}

TEST(CheckNumbers, APassageMayLeaveOutLettersButNotRepeatThem) {
  const std::string heading = "Declaration of Port-of-Spain, 2009:\n3. To do:\n";
  EXPECT_EQ(found(plan({heading + "a. this;\nd. that."})), List());
  EXPECT_EQ(found(plan({heading + "a. this;\nb. that;\nb. more."})), (List{"8 number-repeated"}));
}

// --- cross-references ---

TEST(CheckReferences, WhatIsReferredToIsThere) {
  EXPECT_EQ(found("1. One\n1.1 Act under paragraph 1.2 and section 1.\n1.2 Act under paragraph 1.9.\n1.3 See section 7 below.\n"),
            (List{"3 missing-target", "4 missing-target"}));
  EXPECT_EQ(found("1. Uno\n1.1 Actuar según el párrafo 1.9 y la sección 4.\n1.2 Véanse los párrafos 1.1 y 1.2.\n"),
            (List{"2 missing-target", "2 missing-target"}));
}

TEST(CheckReferences, OfATreatyByArticleAndParagraph) {
  const std::string head = "Article 1\nScope\n1. One.\n2. Two:\n(a) x;\n(b) y.\nArticle 2\nUse\n1. ";
  EXPECT_EQ(found(head + "See Articles 1 and 5.\n"), (List{"9 missing-target"}));
  EXPECT_EQ(found(head + "See Article 1, paragraph 3. See also paragraph 4 of this Article.\n"),
            (List{"9 missing-target", "9 missing-target"}));
  EXPECT_EQ(found(head + "See Article 1.2, Article 1(2), Article 1, paragraph 2(b), and paragraph 1 above.\n"), List());
  EXPECT_EQ(found(head + "See Article 1, paragraph 2(c).\n"), (List{"9 missing-target"}));
}

TEST(CheckReferences, AnArticleBisIsAnArticleOfItsOwn) {
  EXPECT_EQ(found("Article 1\nScope\n1. See Article 2 bis.\n2. See Article 1.\nArticle 2\nEnd\nIt ends.\n"),
            (List{"3 missing-target"}));
}

TEST(CheckNumbers, ANumberThatThePrintedTextHasIsNeitherMissingNorSkipped) {
  // The parser takes "2." for text, since a sentence follows it and no item 2.1.
  const std::string text = "1. One\n1.1 See section 2.\n2. This is a sentence that heads nothing at all.\n3. Three\n3.1 B.\n";
  EXPECT_EQ(found(text), List());
}

TEST(CheckReferences, IntoOtherInstrumentsAreNotLookedUp) {
  const List foreign = {
      "Act under Article 4 of the Convention",
      "Recall the Convention, in particular its Article 9",
      "Apply the Charter (Article 51)",
      "Act under paragraph 5.9 of resolution 2551",
      "Recall resolution 55/25, section 7",
      "Act under [Articles 12, 13 and 14], paragraph 3, of the Protocol",
      "Follow the rule that “section 9 shall apply”",
      "Discuss agenda item 1.9",
      "Aplicar el artículo 9 de la Convención y el párrafo 1.9 de la Declaración",
  };
  for (const std::string& text : foreign) {
    EXPECT_EQ(found("1. One\n1.1 " + text + ".\n1.2 Act.\n"), List()) << text;
    EXPECT_EQ(found("Article 1\nScope\n1. " + text + ".\n2. Act.\nArticle 2\nEnd\nIt ends.\n"), List()) << text;
  }
}

TEST(CheckReferences, APassageSpeaksOfItsOwnDocument) {
  EXPECT_EQ(found(plan({"Declaration of Port-of-Spain, 2009:\n“Act as referred to in Section 9 and paragraph 1.7 below”"})),
            List());
}

// --- headings ---

TEST(CheckHeadings, AnUnknownInstrumentIsToldOnceWithTheTitleThatWasMeant) {
  const std::string heading = "Hemispheric Plan of Action against Transnatonal Organized Crime:\n";
  const auto list = findings(plan({heading + kQuote, heading + kQuote}));
  EXPECT_EQ(only(list).rule, "unknown-instrument");
  EXPECT_EQ(only(list).suggestion,
            "did you mean AG/RES. 2543 – Hemispheric Plan of Action against Transnational Organized Crime?");
  EXPECT_EQ(only(list).others.size(), 1U);
}

TEST(CheckHeadings, WhatIsLikeNoTitleGetsNoSuggestion) {
  EXPECT_EQ(only(findings(plan({"Charter of the Friends of Chess, 1950:\n" + kQuote}))).suggestion, "");
}

TEST(CheckHeadings, ACitationCitesSomething) {
  const std::string empty = "Declaration of Port-of-Spain, 2009:";
  EXPECT_EQ(found(plan({empty + "\nAction Plan of Miami, 1994:\n" + kQuote})), (List{"4 citation-without-passage"}));
}

// --- all ---

TEST(Check, FindingsBearRulesOfTheTableAndLinesOfTheText) {
  const std::string text = march_7() + "\n[(“ AG/RES. 1 (XL-0/11), section 9";
  for (const Finding& finding : findings(text)) {
    const auto& rules = check_rules();
    EXPECT_TRUE(std::any_of(rules.begin(), rules.end(), [&](const CheckRule& rule) { return rule.name == finding.rule; }));
    EXPECT_GE(finding.line, 1U);
    EXPECT_FALSE(finding.message.empty());
  }
}

TEST(Check, NothingIsFoundInNothing) { EXPECT_EQ(found(""), List()); }

TEST(Check, WrappingAndStraightQuotesChangeNoFinding) {
  const std::size_t as_printed = findings(march_7()).size();
  EXPECT_EQ(findings(wrapped(march_7(), 72)).size(), as_printed);
  EXPECT_EQ(findings(straight_quotes(march_7())).size(), as_printed);
}

}  // namespace
}  // namespace travaux
