// Resolutions of the United Nations, however they are cited: series and number are the instrument.
#include <gtest/gtest.h>

#include "model/symbol.h"

namespace travaux {
namespace {

std::string name_of(std::string_view heading) {
  const std::optional<Symbol> symbol = find_symbol(heading);
  return symbol ? symbol->name : "";
}

std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names;
  for (const Symbol& symbol : find_symbols(text)) names.push_back(symbol.name);
  return names;
}

using Names = std::vector<std::string>;

TEST(UnitedNations, AResolutionOfTheAssemblyIsOneInstrumentInEveryLanguage) {
  for (const char* heading :
       {"A/RES/70/1", "resolution 70/1", "General Assembly resolution 70/1 of 25 September 2015", "Resolución 70/1",
        "resolución 70/1 de la Asamblea General", "Résolution 70/1 de l’Assemblée générale en date du 25 septembre 2015",
        "Resolução 70/1 da Assembleia Geral das Nações Unidas", "resolución N.º 70/1"})
    EXPECT_EQ(name_of(heading), "A/RES/70/1") << heading;
}

TEST(UnitedNations, TheYearOfASecurityCouncilsSymbolIsPrintedAndNoPartOfTheNumber) {
  for (const char* heading : {"S/RES/1325 (2000)", "Security Council resolution 1325 (2000)",
                              "résolution 1325 (2000) du Conseil de sécurité", "resolución 1325 (2000) del Consejo de Seguridad",
                              "resolução 1325 (2000) do Conselho de Segurança", "Security Council resolution 1325"})
    EXPECT_EQ(name_of(heading), "S/RES/1325") << heading;
  EXPECT_EQ(find_symbol("S/RES/1325 (2000)")->year, "2000");
}

TEST(UnitedNations, OldResolutionsOfTheAssemblyCarryTheirSessionInBrackets) {
  EXPECT_EQ(name_of("General Assembly resolution 217 A (III)"), "A/RES/217");
  EXPECT_EQ(name_of("resolución 1514 (XV) de la Asamblea General"), "A/RES/1514");
  EXPECT_EQ(names_in("Recalling its resolutions 217 A (III) and 1514 (XV),"), (Names{"A/RES/217", "A/RES/1514"}));
}

TEST(UnitedNations, OtherSeriesAndSpecialSessions) {
  EXPECT_EQ(name_of("E/RES/2002/13"), "E/RES/2002/13");
  EXPECT_EQ(name_of("résolution 2002/13 du Conseil économique et social"), "E/RES/2002/13");
  EXPECT_EQ(name_of("A/HRC/RES/26/9"), "A/HRC/RES/26/9");
  EXPECT_EQ(name_of("Human Rights Council resolution 26/9"), "A/HRC/RES/26/9");
  EXPECT_EQ(name_of("résolution 26/9 du Conseil des droits de l'homme"), "A/HRC/RES/26/9");
  EXPECT_EQ(name_of("A/CONF.216/L.1"), "A/CONF.216/L.1");
  EXPECT_EQ(name_of("A/RES/S-26/2"), "A/RES/S-26/2");
  EXPECT_EQ(name_of("General Assembly resolution S-26/2"), "A/RES/S-26/2");
  EXPECT_EQ(name_of("décision 1/CP.21"), "1/CP.21");
}

TEST(UnitedNations, ANumberWithoutAnOrganOrAFormOfItsOwnIsNoSymbol) {
  EXPECT_EQ(name_of("resolution 1325"), "");
  EXPECT_EQ(name_of("World Health Assembly resolution"), "");
}

TEST(UnitedNations, ListsGoOnInFrenchAndPortuguese) {
  EXPECT_EQ(names_in("Rappelant ses résolutions 1325 (2000) du 31 octobre 2000 et 1820 (2008) du 19 juin 2008,"),
            (Names{"S/RES/1325", "S/RES/1820"}));
  EXPECT_EQ(names_in("Recordando as resoluções 60/288 e 70/1 da Assembleia Geral,"), (Names{"A/RES/60/288", "A/RES/70/1"}));
}

}  // namespace
}  // namespace travaux
