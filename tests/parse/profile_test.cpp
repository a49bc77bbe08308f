// How a family is recognised, and what a profile that is said changes.
#include <gtest/gtest.h>

#include "parse/addresses.h"
#include "parse/families.h"
#include "parse/recognise.h"

namespace travaux {
namespace {

using namespace travaux::testing;

const std::string kText = "PLAN\n\nArticle 1\nThe Parties meet.\n\nArticle 2\n1. They vote.\n2. They sign.\n";

TEST(Recognition, TheTableNamesOnlyFeaturesThatAreCountedAndFamiliesThatExist) {
  const auto features = features_of({});
  ASSERT_FALSE(families().recognition.empty());
  for (const FamilyRule& rule : families().recognition) {
    EXPECT_TRUE(family_named(rule.family)) << rule.family;
    for (const FamilyTest& test : rule.tests) {
      for (const auto& [feature, weight] : test.weights) EXPECT_TRUE(features.contains(feature)) << feature << " " << weight;
    }
  }
  EXPECT_TRUE(families().recognition.back().tests.empty()) << "the last rule takes every text";
}

TEST(Recognition, WeighsCountsAgainstOneAnother) {
  EXPECT_EQ(recognise({{"articles", 2}, {"decimals", 8}}), Family::kTreaty);
  EXPECT_EQ(recognise({{"articles", 2}, {"decimals", 9}, {"numbered", 9}}), Family::kPlan);
  EXPECT_EQ(recognise({{"preambular", 2}, {"arabic", 4}, {"numbered", 4}}), Family::kResolution);
  EXPECT_EQ(recognise({{"preambular", 2}, {"arabic", 4}, {"decimals", 2}, {"numbered", 6}}), Family::kPlan);
  EXPECT_EQ(recognise({}), Family::kUnnumbered);
}

TEST(Profile, EachIsNamedAsItIsWritten) {
  for (const Family family : {Family::kPlan, Family::kTreaty, Family::kResolution, Family::kUnnumbered})
    EXPECT_EQ(family_named(name_of(family)), family);
  EXPECT_FALSE(family_named("auto"));
  EXPECT_FALSE(family_named(""));
}

TEST(Profile, OverridesWhatATextLooksLike) {
  EXPECT_EQ(addresses(parse(kText)), (List{"Article 1", "Article 2/1", "Article 2/2"}));
  const Document plan = parse(kText, Family::kPlan);
  EXPECT_EQ(plan.family, Family::kPlan);
  EXPECT_EQ(addresses(plan), (List{"1", "2"}));
  EXPECT_EQ(parse(kText, Family::kUnnumbered).family, Family::kUnnumbered);
  EXPECT_EQ(profile_of(plan), Family::kPlan);
  EXPECT_FALSE(profile_of(parse(kText)));
}

TEST(Profile, OfAFamilyWhoseNumbersAreNotThereReadsTextWithoutNumbersAndSaysSo) {
  const Document treaty = parse("We met.\n\nWe agreed.\n", Family::kTreaty);
  EXPECT_EQ(treaty.family, Family::kUnnumbered);
  EXPECT_EQ(addresses(treaty), (List{"¶1", "¶2"}));
  ASSERT_EQ(treaty.diagnostics.size(), 1U);
  EXPECT_EQ(treaty.diagnostics[0].severity, Severity::kWarning);
}

TEST(Profile, WhateverItIsTheTextIsTiled) {
  const std::string texts[] = {kText, "", "1. One\n1.1 Act.\n", "PP1 Recalling,\nOP1 Decides.\n", "Nothing.\n", "\n\n"};
  for (const std::string& text : texts) {
    for (const Family family : {Family::kPlan, Family::kTreaty, Family::kResolution, Family::kUnnumbered}) {
      std::size_t at = 0;
      const Document document = parse(text, family);
      for (const Block& block : document.blocks) {
        EXPECT_EQ(block.span.begin, at);
        at = block.span.end;
      }
      EXPECT_EQ(at, text.size()) << text;
    }
  }
}

}  // namespace
}  // namespace travaux
