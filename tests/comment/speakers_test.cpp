// Groups, their members, and how their names are spelt.
#include <gtest/gtest.h>

#include "comment/brackets.h"
#include "comment/form.h"
#include "comment/unwrap.h"
#include "travaux/comment.h"

namespace travaux {
namespace {

const Speakers& speakers() {
  static const Speakers kSpeakers({{"CARICOM", {"Jamaica", "The Bahamas", "Belize"}, {"Caribbean Community"}},
                                   {"SICA", {"Belize", "Panama"}, {"Sistema de la Integración Centroamericana"}}});
  return kSpeakers;
}

TEST(Speakers, AGroupIsKnownUnderEverySpelling) {
  EXPECT_EQ(speakers().resolve("caricom"), "CARICOM");
  EXPECT_EQ(speakers().resolve("the Caribbean  Community"), "CARICOM");
  EXPECT_EQ(speakers().resolve("SISTEMA DE LA INTEGRACION CENTROAMERICANA"), "SICA");
}

TEST(Speakers, AMemberSpeaksForItself) {
  EXPECT_EQ(speakers().resolve("Delegation of Jamaica"), "Jamaica");
  EXPECT_EQ(speakers().groups_of("Belize"), (std::vector<std::string>{"CARICOM", "SICA"}));
  EXPECT_EQ(speakers().resolve("the Bahamas"), "The Bahamas");
}

TEST(Speakers, AnUnknownNameStaysAsItIsPrinted) {
  EXPECT_EQ(speakers().resolve(" Holy  See "), "Holy See");
  EXPECT_FALSE(speakers().find("Holy See"));
}

TEST(Speakers, AKnownNameOfSeveralPartsIsOneWhateverJoinsThem) {
  const Speakers known({{"G77 and China", {}, {}}, {"Iceland, Norway and Chile", {}, {}}, {"EU", {}, {}}});
  for (const char* printed : {"G77 and China", "G77 & China", "G77 y China", "G77 et China", "G77+China", "the G77 and China"}) {
    EXPECT_EQ(known.resolve(printed), "G77 and China") << printed;
    EXPECT_EQ(names_in(printed, known), std::vector<std::string>{"G77 and China"}) << printed;
  }
  const auto named = [&](const std::string& bracket) { return groups_of(brackets_in(bracket).front().names, known); };
  EXPECT_EQ(named("[G77 and China: x]"), std::vector<std::string>{"G77 and China"});
  EXPECT_EQ(named("[EU, G77 y China: x]"), (std::vector<std::string>{"EU", "G77 and China"}));
  EXPECT_EQ(named("[Iceland, Norway & Chile, EU: delete]"), (std::vector<std::string>{"Iceland, Norway and Chile", "EU"}));
  EXPECT_EQ(names_in("EU; Iceland, Norway and Chile", known), (std::vector<std::string>{"EU", "Iceland, Norway and Chile"}));
  EXPECT_EQ(named("[China and EU: x]"), (std::vector<std::string>{"China", "EU"}));
  EXPECT_FALSE(known.find("G77"));
}

}  // namespace
}  // namespace travaux
