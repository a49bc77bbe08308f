#include <gtest/gtest.h>

#include <rapidcheck.h>

#include "support/texts.h"
#include "travaux/diff.h"

namespace travaux {
namespace {

using Pair = std::pair<std::string, std::string>;

std::vector<Pair> edits(const std::string& a, const std::string& b) {
  std::vector<Pair> list;
  for (const Edit& edit : diff_words(a, b)) list.emplace_back(edit.from, edit.to);
  return list;
}

Edit only(const std::string& a, const std::string& b) {
  const std::vector<Edit> list = diff_words(a, b);
  EXPECT_EQ(list.size(), 1u);
  return list.empty() ? Edit{} : list.front();
}

Edit first(const std::string& a, const std::string& b) { return diff_words(a, b).at(0); }

TEST(Words, NoCommaAnchorsNoHalfWords) {
  EXPECT_EQ(edits("States, and others", "States, regions, and others"), (std::vector<Pair>{{"", "regions,"}}));
  EXPECT_EQ(edits("member states", "membership states"), (std::vector<Pair>{{"member", "membership"}}));
  EXPECT_EQ(edits("a non-violent culture", "a violent culture"), (std::vector<Pair>{{"non-violent", "violent"}}));
  EXPECT_EQ(edits("laws and/or rules", "laws and rules"), (std::vector<Pair>{{"and/or", "and"}}));
  EXPECT_EQ(edits("resolution XL-0/10", "resolution XL-O/10"), (std::vector<Pair>{{"XL-0/10", "XL-O/10"}}));
}

TEST(Words, WhatOnlyFunctionWordsSeparateIsOnePhrase) {
  EXPECT_EQ(edits("the rights of women", "the duties of men"), (std::vector<Pair>{{"rights of women", "duties of men"}}));
}

TEST(Words, EditsFarApartStayApart) {
  EXPECT_EQ(edits("Promote national policies for the protection of young victims.",
                  "Promote regional policies for the protection of all victims."),
            (std::vector<Pair>{{"national", "regional"}, {"young", "all"}}));
}

TEST(Words, SpansAreBytesOfTheTexts) {
  const Edit edit = only("Ámbito nacional", "Ámbito regional");
  EXPECT_EQ(edit.from_span, (Span{8, 16}));
  EXPECT_EQ(edit.from, "nacional");
}

TEST(Class, TheFirstThatFits) {
  EXPECT_EQ(only("by December 31, 2013", "by June 30, 2014").edit_class, EditClass::kDate);
  EXPECT_EQ(only("in May 2013", "in July 2013").edit_class, EditClass::kDate);
  EXPECT_EQ(only("every 3 years", "every 4 years").edit_class, EditClass::kNumber);
  EXPECT_EQ(only("every three years", "every five years").edit_class, EditClass::kNumber);
  EXPECT_EQ(first("States [shall] act", "States shall act").edit_class, EditClass::kBracket);
  EXPECT_EQ(first("a [CARICOM: small] fund", "a small fund").edit_class, EditClass::kBracket);
  EXPECT_EQ(only("Member States act", "member states act").edit_class, EditClass::kEditorial);
  EXPECT_EQ(only("the police", "the army").edit_class, EditClass::kSubstantive);
}

TEST(Strength, TheLadderWithEqualNegation) {
  EXPECT_EQ(only("States shall act", "States should act").strength, Strength::kWeakened);
  EXPECT_EQ(only("States may act", "States must act").strength, Strength::kStrengthened);
  EXPECT_EQ(only("States shall not act", "States may not act").strength, Strength::kNone);
  EXPECT_EQ(only("States should not act", "States may not act").strength, Strength::kStrengthened);
  EXPECT_EQ(only("Encourage states to act", "Call upon states to act").strength, Strength::kStrengthened);
  EXPECT_EQ(only("States shall act", "States shall, where appropriate, act").strength, Strength::kWeakened);
  EXPECT_EQ(only("until May 2013", "until June 2013").strength, Strength::kNone);
  EXPECT_EQ(only("Los Estados deberán actuar", "Los Estados podrán actuar").strength, Strength::kWeakened);
  EXPECT_EQ(only("Los Estados nunca deberán actuar", "Los Estados podrán actuar").strength, Strength::kNone);
  EXPECT_EQ(only("Exhorta a los Estados a actuar", "Invita a los Estados a actuar").strength, Strength::kWeakened);
  EXPECT_EQ(only("Recommends that states act", "Requests that states act").strength, Strength::kStrengthened);
}

TEST(Polarity, AWordOrModalThatOneSideNegatesIsNamed) {
  const auto polarity = [](const std::string& a, const std::string& b) { return first(a, b).polarity; };
  EXPECT_EQ(polarity("States shall act", "States shall not act"), Polarity::kNegated);
  EXPECT_EQ(polarity("States shall not act", "States shall act"), Polarity::kAffirmed);
  EXPECT_EQ(polarity("States may act", "States may not act"), Polarity::kNegated);
  EXPECT_EQ(polarity("States shall act", "States may never act"), Polarity::kNegated);
  EXPECT_EQ(polarity("States shall adopt laws", "States shall not consider laws"), Polarity::kNegated);
  EXPECT_EQ(polarity("States shall adopt laws", "States may not consider laws"), Polarity::kNegated);
  EXPECT_EQ(polarity("States shall act", "States shall under no circumstances act"), Polarity::kNegated);
  EXPECT_EQ(polarity("States [shall] act", "States [shall][not] act"), Polarity::kNegated);
  EXPECT_EQ(polarity("with consent", "without consent"), Polarity::kNegated);
  EXPECT_EQ(polarity("Los Estados deberán actuar", "Los Estados no deberán actuar"), Polarity::kNegated);
  EXPECT_EQ(polarity("Los Estados no podrán actuar", "Los Estados podrán actuar"), Polarity::kAffirmed);
  EXPECT_EQ(polarity("Los Estados deberán actuar", "Los Estados en ningún caso deberán actuar"), Polarity::kNegated);
  EXPECT_EQ(polarity("con el consentimiento", "sin el consentimiento"), Polarity::kNegated);
}

TEST(Polarity, WhatNegatesNothingThatBothSaySaysNothing) {
  const auto polarity = [](const std::string& a, const std::string& b) { return first(a, b).polarity; };
  EXPECT_EQ(polarity("States shall not act", "States may not act"), Polarity::kNone);
  EXPECT_EQ(polarity("States shall not act", "States shall never act"), Polarity::kNone);
  EXPECT_EQ(polarity("States shall act", "States shall act without discrimination"), Polarity::kNone);
  EXPECT_EQ(polarity("States act in peace", "States act not only in peace"), Polarity::kNone);
  EXPECT_EQ(polarity("within 30 days", "no later than 30 days"), Polarity::kNone);
  EXPECT_EQ(polarity("resolution 5", "resolution No. 5"), Polarity::kNone);
  EXPECT_EQ(polarity("Los Estados deberán actuar", "Sin perjuicio de ello, los Estados deberán actuar"), Polarity::kNone);
  EXPECT_EQ(polarity("States shall not knowingly act", "States shall knowingly not act"), Polarity::kNone);
}

TEST(Polarity, ANegationIsSubstantiveWhateverStandsBesideIt) {
  EXPECT_EQ(first("States shall act", "States shall not act").edit_class, EditClass::kSubstantive);
  EXPECT_EQ(first("States [shall] act", "States [shall not] act").edit_class, EditClass::kSubstantive);
  EXPECT_EQ(first("for one year", "for no year").edit_class, EditClass::kSubstantive);
  EXPECT_EQ(first("Deberán actuar", "No deberán actuar").edit_class, EditClass::kSubstantive);
}

TEST(Words, AClauseThirtyTimesWithATwoWordEdit) {
  std::string a;
  for (int i = 0; i < 30; ++i) a += "The Parties shall cooperate in good faith. ";
  std::string b = a;
  b.replace(b.find("good faith", a.size() / 2), 10, "full trust");
  EXPECT_EQ(edits(a, b), (std::vector<Pair>{{"good faith", "full trust"}}));
}

/// Applies edits to a text by their spans.
std::string applied(const std::string& text, const std::vector<Edit>& list) {
  std::string result;
  std::size_t at = 0;
  for (const Edit& edit : list) {
    result += text.substr(at, edit.from_span.begin - at) + " " + edit.to + " ";
    at = edit.from_span.end;
  }
  return result + text.substr(at);
}

std::string random_text() {
  const auto words = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("the", "police", "shall", "may", ",", ".", "of", "2011", "[", "]", "crime", "and", "“", "”",
                                    "Crime", "not", "where appropriate"));
  std::string text;
  for (const std::string& word : words) text += word + " ";
  return text;
}

TEST(Properties, ApplyingTheEditsGivesTheOtherText) {
  EXPECT_TRUE(rc::check([] {
    const std::string a = random_text();
    const std::string b = random_text();
    RC_ASSERT(comparison_form(applied(a, diff_words(a, b))) == comparison_form(b));
  }));
}

TEST(Properties, TheOtherDirectionMirrors) {
  EXPECT_TRUE(rc::check([] {
    const std::string a = random_text();
    const std::string b = random_text();
    const std::vector<Edit> forward = diff_words(a, b);
    const std::vector<Edit> back = diff_words(b, a);
    RC_ASSERT(forward.size() == back.size());
    for (std::size_t i = 0; i < forward.size(); ++i) {
      RC_ASSERT(forward[i].from_span == back[i].to_span);
      RC_ASSERT(forward[i].to_span == back[i].from_span);
      RC_ASSERT(forward[i].edit_class == back[i].edit_class);
      RC_ASSERT((forward[i].polarity == Polarity::kNegated) == (back[i].polarity == Polarity::kAffirmed));
    }
  }));
}

TEST(Properties, NothingChangedNothingSaid) {
  EXPECT_TRUE(rc::check([] {
    const std::string a = random_text();
    RC_ASSERT(diff_words(a, a).empty());
  }));
}

TEST(Exhaustive, EveryShortTextAgainstEveryOther) {
  // All texts of up to four of three words: kept tokens must be a longest common subsequence where no phrase was grouped over
  // them.
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].size() >= 8) continue;
    for (const char* word : {"x ", "y ", "z "}) texts.push_back(texts[i] + word);
  }
  for (const std::string& a : texts) {
    for (const std::string& b : texts) {
      const std::vector<Edit> list = diff_words(a, b);
      ASSERT_EQ(comparison_form(applied(a, list)), comparison_form(b)) << a << "| " << b;
      ASSERT_EQ(list.empty(), a == b);
    }
  }
}

TEST(Limits, ALongTextIsComparedCoarselyAndTrue) {
  DiffOptions options;
  options.word_limit = 100;
  std::string a, b;
  for (int i = 0; i < 400; ++i) {
    a += "word" + std::to_string(i) + " ";
    b += (i % 7 == 0 ? "other" : "word") + std::to_string(i) + " ";
  }
  EXPECT_EQ(comparison_form(applied(a, diff_words(a, b, options))), comparison_form(b));
}

}  // namespace
}  // namespace travaux
