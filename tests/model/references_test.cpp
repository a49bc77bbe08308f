// The instruments that a text speaks of: by symbol, in lists, by title.
#include "travaux/references.h"

#include <gtest/gtest.h>

namespace travaux {
namespace {

using List = std::vector<std::string>;

/// Each reference as "id <- what is printed".
List references(const std::string& text, const Registry& registry = built_in_registry()) {
  List list;
  for (const InstrumentReference& reference : ReferenceFinder(registry).find(text)) {
    list.push_back(reference.instrument + " <- " + std::string(reference.span.of(text)));
  }
  return list;
}

/// Only the ids.
List ids(const std::string& text) {
  List list;
  for (const InstrumentReference& reference : ReferenceFinder(built_in_registry()).find(text))
    list.push_back(reference.instrument);
  return list;
}

TEST(References, SymbolsOfTheInterAmericanSystem) {
  EXPECT_EQ(references("RECORDANDO la resolución AG/RES. 2543 (XL-O/10), y la declaración AG/DEC. 99 (LI-O/21);"),
            (List{"AG/RES. 2543 <- AG/RES. 2543 (XL-O/10)", "AG/DEC. 99 <- AG/DEC. 99 (LI-O/21)"}));
  EXPECT_EQ(ids("resolutions CP/RES. 955 (1798/10) and AG/RES.2551 (XL-O/10)"), (List{"CP/RES. 955", "AG/RES. 2551"}));
  EXPECT_EQ(ids("resolutions AG/RES. 2543 (XL-O/10), 2551 (XL-O/10) and 2574 (XL-O/10)"),
            (List{"AG/RES. 2543", "AG/RES. 2551", "AG/RES. 2574"}));
  EXPECT_EQ(ids("resoluciones AG/RES. 1970 (XXXIII-O/03) y 2004 (XXXIV-O/04)"), (List{"AG/RES. 1970", "AG/RES. 2004"}));
}

TEST(References, SymbolsAndNumbersOfTheUnitedNations) {
  EXPECT_EQ(references("Recalling its resolutions 1325 (2000) and A/RES/70/1 of 25 September 2015,"),
            (List{"S/RES/1325 <- resolutions 1325 (2000)", "A/RES/70/1 <- A/RES/70/1"}));
  EXPECT_EQ(ids("its resolutions 1325 (2000) of 31 October 2000, 1820 (2008) of 19 June 2008 and 2106 (2013),"),
            (List{"S/RES/1325", "S/RES/1820", "S/RES/2106"}));
  EXPECT_EQ(ids("las resoluciones 70/1, de 25 de septiembre de 2015, y 71/256, de 23 de diciembre de 2016"),
            (List{"A/RES/70/1", "A/RES/71/256"}));
  EXPECT_EQ(ids("la resolución 1325 (2000) del Consejo de Seguridad"), (List{"S/RES/1325"}));
  EXPECT_EQ(ids("S/RES/1325 (2000); General Assembly resolution 217 A (III); resolution 1514 (XV)"),
            (List{"S/RES/1325", "A/RES/217", "A/RES/1514"}));
  EXPECT_EQ(ids("Economic and Social Council resolutions 2002/13 and 663 C (XXIV)"), (List{"E/RES/2002/13", "E/RES/663"}));
  EXPECT_EQ(ids("Human Rights Council resolution 17/4; resolución 32/5 del Consejo de Derechos Humanos"),
            (List{"A/HRC/RES/17/4", "A/HRC/RES/32/5"}));
  EXPECT_EQ(ids("decisions 1/CP.19 and 1/CP.20"), (List{"1/CP.19", "1/CP.20"}));
}

TEST(References, ANumberWhoseOrganIsNotKnownNamesNothing) {
  EXPECT_EQ(ids("Commission on Narcotic Drugs resolution 51/12"), List{});
  EXPECT_EQ(ids("resolution 5/6 of the Conference of the States Parties"), List{});
  EXPECT_EQ(ids("Permanent Council resolution 955 (2009)"), List{});
  EXPECT_EQ(ids("resolution 7 of the meeting, and resolution 2543"), List{});
  EXPECT_EQ(ids("the report of the Secretary-General (A/65/286) and document AG/doc.5100/10"), List{});
  EXPECT_EQ(ids("on 12/10, 50 (2000) men met; the resolution of conflicts 1/2"), List{});
}

TEST(References, TitlesThatTheRegistryKnowsAsWholeWords) {
  EXPECT_EQ(references("reaffirming the Declaration on Security in the Americas, adopted in Mexico,"),
            (List{"security-declaration-2003 <- Declaration on Security in the Americas"}));
  EXPECT_EQ(ids("la Declaración sobre Seguridad en las Américas (2003)"), (List{"security-declaration-2003"}));
  EXPECT_EQ(ids("DECLARATION ON SECURITY IN THE AMERICAS"), (List{"security-declaration-2003"}));
  EXPECT_EQ(ids("the Charter of the Organization of American States and the Inter-American Democratic Charter"),
            (List{"oas-charter", "democratic-charter-2001"}));
  EXPECT_EQ(ids("the Action Plan of Quebec, 2001, and CEDAW"), (List{"quebec-plan-2001", "cedaw-1979"}));
  EXPECT_EQ(ids("the 2030 Agenda for Sustainable Development"), (List{"A/RES/70/1"}));
  // The longest title that stands there, and no part of it.
  EXPECT_EQ(ids("the Kyoto Protocol to the United Nations Framework Convention on Climate Change"), (List{"kyoto-1997"}));
}

TEST(References, WordsThatAreNoTitleNameNothing) {
  EXPECT_EQ(ids("a declaration on security in the Americas would help"), List{});
  EXPECT_EQ(ids("a Declaration. On security in the Americas, nothing was said"), List{});
  EXPECT_EQ(ids("Declarations on Security in the Americas"), List{});
  EXPECT_EQ(ids("the Declaration on Security in the Americas, 1999"), List{});
  EXPECT_EQ(ids("the cedaw tree"), List{});
  EXPECT_EQ(ids(""), List{});
}

TEST(References, OfTwoOfOneTitleTheYearTellsWhichIsMeant) {
  Registry two;
  two.instruments = {{"lima-1999", "", "Declaration of Lima", "1999", "", {}, ""},
                     {"lima-2010", "", "Declaration of Lima", "2010", "", {}, ""}};
  EXPECT_EQ(references("the Declaration of Lima", two), List{});
  EXPECT_EQ(references("the Declaration of Lima, 2010, and the Declaration of Lima (1999)", two),
            (List{"lima-2010 <- Declaration of Lima", "lima-1999 <- Declaration of Lima"}));
}

}  // namespace
}  // namespace travaux
