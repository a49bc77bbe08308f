// What `check` finds in symbols of the United Nations, and what it must leave alone.
#include <gtest/gtest.h>

#include "support/texts.h"
#include "travaux/check.h"

namespace travaux {
namespace {

using namespace travaux::testing;
using List = std::vector<std::string>;

List found(const std::string& text) {
  List list;
  for (const Finding& finding : check(resolved(text), built_in_registry()))
    list.push_back(std::to_string(finding.line) + " " + finding.rule);
  return list;
}

TEST(CheckUnitedNations, ASessionOfTheAssemblySitsFromTheSeptemberOf1945PlusItsNumberToTheNext) {
  EXPECT_EQ(found("1. One\n1.1 Recall resolution 70/1 of 25 September 2014.\n"), (List{"2 session-and-year"}));
  EXPECT_EQ(found("1. One\n1.1 Rappeler la résolution 70/1 de l’Assemblée générale, puis la résolution 71/3 du 2 mars 2019.\n"),
            (List{"2 session-and-year"}));
  EXPECT_EQ(
      found("1. One\n1.1 Recall resolution 70/1 of 25 September 2015, A/RES/60/288 of 8 September 2006 and resolution 45/158 "
            "of 18 December 1990.\n"),
      List());
}

TEST(CheckUnitedNations, ASpecialSessionAndAnotherOrganHaveNoRhythm) {
  EXPECT_EQ(
      found("1. One\n1.1 Recall resolution S-26/2 of 27 June 2001 and Human Rights Council resolution 26/9 of 26 June 2014.\n"),
      List());
}

TEST(CheckUnitedNations, ANumberOfTheSecurityCouncilHasOneYear) {
  EXPECT_EQ(
      found("1. One\n1.1 Recall resolution 1325 (2000).\n1.2 Apply S/RES/1325 (2000).\n1.3 Recall resolution 1325 (2001).\n"),
      (List{"4 number-under-two-sessions"}));
  EXPECT_EQ(found("1. One\n1.1 Recall resolutions 1325 (2000) and 1820 (2008).\n1.2 Apply S/RES/1325 (2000).\n"), List());
}

TEST(CheckUnitedNations, SymbolsOfPapersAreLeftAlone) {
  EXPECT_EQ(found("1. One\n1.1 See A/CONF.216/L.1, A/74/L.5, E/RES/2002/13, A/HRC/RES/26/9, A/C.3/70/L.12 and S/PV.9580.\n"),
            List());
}

}  // namespace
}  // namespace travaux
