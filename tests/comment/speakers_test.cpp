// Groups, their members, and how their names are spelt.
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace travaux
