#include <gtest/gtest.h>

#include "model/symbol.h"
#include "model/title.h"
#include "travaux/model.h"

namespace travaux {
namespace {

/// A document with one item that cites these headings.
Document citing(const std::vector<std::string>& headings) {
  Document document;
  Section section;
  Item item;
  for (const std::string& heading : headings) {
    Citation citation;
    citation.heading = heading;
    item.citations.push_back(citation);
  }
  section.items.push_back(item);
  document.sections.push_back(section);
  return document;
}

std::vector<std::string> ids(const Document& document) {
  std::vector<std::string> list;
  for (const Citation& citation : document.sections[0].items[0].citations) list.push_back(citation.instrument);
  return list;
}

std::vector<std::string> resolve(const std::vector<std::string>& headings, const Registry& registry = built_in_registry()) {
  Document document = citing(headings);
  resolve_instruments({&document}, registry);
  return ids(document);
}

using List = std::vector<std::string>;

TEST(Symbol, SeriesAndNumberWithoutTheSession) {
  EXPECT_EQ(find_symbol("AG/RES. 2551 (XL-O/10) – Work Plan")->name, "AG/RES. 2551");
  EXPECT_EQ(find_symbol("ag/res 2551")->name, "AG/RES. 2551");
  EXPECT_EQ(find_symbol("AG/DEC. 63 (XL-O/10)")->year, "2010");
  EXPECT_EQ(find_symbol("A/RES/60/288 of 2006")->name, "A/RES/60/288");
  EXPECT_EQ(find_symbol("Security Council resolution 1373 (2001)")->name, "S/RES/1373");
  EXPECT_EQ(find_symbol("General Assembly resolution 60/288")->name, "A/RES/60/288");
  EXPECT_EQ(find_symbol("decision 1/CP.17")->name, "1/CP.17");
  EXPECT_FALSE(find_symbol("police and/or customs, 24/7"));
}

TEST(Heading, IsTakenApart) {
  const HeadingParts parts =
      take_apart("Declaration of Lima: Peace, Security and Cooperation in the Americas – AG/DEC. 63 (XL-O/10):");
  EXPECT_EQ(parts.symbol->name, "AG/DEC. 63");
  EXPECT_EQ(parts.title, "Declaration of Lima: Peace, Security and Cooperation in the Americas");
  EXPECT_EQ(parts.year, "2010");
  EXPECT_EQ(take_apart("Declaration of Port-of-Spain, 2009, paragraph 74:").locator, "paragraph 74");
  EXPECT_EQ(take_apart("Declaration of Port-of-Spain, 2009, paragraph 74:").year, "2009");
}

TEST(Resolve, WordingsOfOneTitleAreOneInstrument) {
  EXPECT_EQ(resolve({"Action Plan of Quebec, 2001:", "Plan of Action of Quebec City, 2001:"}),
            (List{"quebec-plan-2001", "quebec-plan-2001"}));
  EXPECT_EQ(resolve({"Action Plan of Ottawa, 2031:", "Plan of Action of Ottawa, 2031"}, {}),
            (List{"plan-of-action-ottawa-2031", "plan-of-action-ottawa-2031"}));
}

TEST(Resolve, ATitleWithoutSymbolIsTheInstrumentThatBearsItWithOne) {
  EXPECT_EQ(resolve({"AG/RES. 9001 (L-O/20) – Charter of Lakes:", "Charter of Lakes:"}, {}),
            (List{"AG/RES. 9001", "AG/RES. 9001"}));
}

TEST(Resolve, TwoBearersOfOneTitleExplainNothing) {
  const List got = resolve({"AG/RES. 9001 – Charter of Lakes:", "AG/RES. 9002 – Charter of Lakes:", "Charter of Lakes:"}, {});
  EXPECT_EQ(got[2], "charter-lakes");
}

TEST(Resolve, BothDraftsTogetherWhateverTheirOrder) {
  for (const bool turned : {false, true}) {
    Document a = citing({"Charter of Lakes:"});
    Document b = citing({"AG/RES. 9001 – Charter of Lakes:"});
    resolve_instruments(turned ? std::vector<Document*>{&b, &a} : std::vector<Document*>{&a, &b}, {});
    EXPECT_EQ(ids(a), List{"AG/RES. 9001"});
  }
}

TEST(Resolve, ASlipOfTheSeriesResolvesByTitleAndIsTold) {
  Document document = citing({"Declaration of Medellin: Youth and Democratic Values (AG/RES. 57 (XXXVIII-O/08):"});
  resolve_instruments({&document}, built_in_registry());
  EXPECT_EQ(ids(document), List{"AG/DEC. 57"});
  ASSERT_EQ(document.diagnostics.size(), 1u);
}

TEST(Resolve, ASubdivisionIsALocatorAndNotAnotherInstrument) {
  Document document = citing({"Hemispheric Drug Strategy, Demand Reduction:", "Regional Fish Strategy, Nets:"});
  resolve_instruments({&document}, built_in_registry());
  EXPECT_EQ(ids(document), (List{"drug-strategy-2010", "regional-fish-strategy"}));
  EXPECT_EQ(document.sections[0].items[0].citations[0].locator, "Demand Reduction");
  EXPECT_EQ(document.sections[0].items[0].citations[1].locator, "Nets");
}

TEST(Resolve, UnknownOnesAreToldOnce) {
  Document document = citing({"Pact of Nowhere, 2040:", "Pact of Nowhere:"});
  resolve_instruments({&document}, {});
  EXPECT_EQ(ids(document), (List{"pact-nowhere-2040", "pact-nowhere-2040"}));
  EXPECT_EQ(document.diagnostics.size(), 1u);
}

TEST(Registry, BadInputSaysWhereAndWhat) {
  EXPECT_EQ(read_registry("{\n\n!", "r.json").error().where, "r.json:3");
  EXPECT_FALSE(read_registry("[]", "r.json"));
  EXPECT_FALSE(read_registry(R"({"instruments": [{"id": "a"}]})", "r.json"));
  EXPECT_FALSE(read_registry(R"({"instruments": [{"id": "a", "title": "A"}, {"id": "a", "title": "B"}]})", "r.json"));
  EXPECT_FALSE(read_registry(R"({"instruments": [{"id": 5, "title": "A"}]})", "r.json"));
  EXPECT_FALSE(read_registry(R"({"instruments": [{"id": "a", "title": "A", "aliases": [1]}]})", "r.json"));
}

TEST(Registry, WhatIsWrittenIsReadAgain) {
  const std::string written = write_registry(built_in_registry());
  const Result<Registry> again = read_registry(written, "registry");
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(write_registry(*again), written);
  EXPECT_GE(again->instruments.size(), 28u);
}

}  // namespace
}  // namespace travaux
