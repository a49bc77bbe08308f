// The March 7 draft as a person reads it. The golden was checked by hand against the text, heading by heading.
#include <gtest/gtest.h>

#include "parse/outline_dump.h"
#include "support/texts.h"

namespace travaux {
namespace {

using namespace travaux::testing;

const Document& draft() {
  static const Document document = resolved(march_7());
  return document;
}

const Item& item(const std::string& address) {
  const Item* found = nullptr;
  for_each_item(draft(), [&](const Item& item, const Place&) { found = item.address == address ? &item : found; });
  EXPECT_NE(found, nullptr) << address;
  return *found;
}

TEST(March7, CountsAreThoseReadByHand) {
  EXPECT_EQ(count(draft()),
            (Counts{.sections = 5, .items = 23, .citations = 98, .passages = 130, .quotations = 100, .instruments = 28}));
}

TEST(March7, CountsOfCitationsAndPassagesPerItem) {
  // Counted in the text, item by item.
  const std::vector<std::tuple<const char*, std::size_t, std::size_t>> kExpected = {
      {"1.1", 4, 5}, {"1.2", 7, 9}, {"1.3", 3, 4}, {"1.4", 1, 1}, {"2.1", 11, 17}, {"2.2", 7, 7}, {"2.3", 5, 11}, {"2.4", 9, 12},
      {"2.5", 2, 3}, {"3.1", 4, 5}, {"3.2", 3, 3}, {"3.3", 1, 1}, {"3.4", 2, 2},   {"3.5", 1, 2}, {"4.1", 7, 8},  {"4.2", 1, 1},
      {"4.3", 4, 4}, {"4.4", 2, 3}, {"5.1", 4, 6}, {"5.2", 6, 9}, {"5.3", 7, 8},   {"5.4", 2, 2}, {"5.5", 5, 7}};
  for (const auto& [address, citations, passages] : kExpected) {
    std::size_t seen = 0;
    for (const Citation& citation : item(address).citations) seen += citation.passages.size();
    EXPECT_EQ(item(address).citations.size(), citations) << address;
    EXPECT_EQ(seen, passages) << address;
  }
}

TEST(March7, TheCoveringNoteIsFrontMatterAndTheVersionLineGivesTheLabel) {
  EXPECT_EQ(draft().title, "PROPOSAL FOR A PLAN OF ACTION");
  EXPECT_EQ(draft().label, "El Salvador Version, March 7, 2011");
  EXPECT_EQ(draft().date, "2011-03-07");
  EXPECT_EQ(draft().front.find("The Permanent Mission of El Salvador"), 0u);
  EXPECT_NE(draft().front.find("Washington, D.C., April 1, 2011"), std::string::npos);
  EXPECT_EQ(draft().back, "");
}

TEST(March7, ANumberedParagraphInsideACitationIsNoSection) {
  const Citation& citation = item("2.3").citations[2];
  EXPECT_EQ(citation.instrument, "AG/RES. 2493");
  ASSERT_EQ(citation.passages.size(), 1u);
  EXPECT_EQ(citation.passages[0].form, PassageForm::kParaphrase);
  EXPECT_EQ(citation.passages[0].text.find("3. To instruct the CICAD"), 0u);
  EXPECT_NE(citation.passages[0].text.find("\nb.\nContinue to promote"), std::string::npos);
  EXPECT_NE(citation.passages[0].text.find("\nb. Develop and carry out"), std::string::npos);
}

TEST(March7, AQuotationGoesOnInTheNextParagraph) {
  const Passage& passage = item("1.3").citations[2].passages.front();
  EXPECT_NE(passage.text.find("as appropriate,\nthat enable us"), std::string::npos);
  EXPECT_EQ(passage.form, PassageForm::kQuotation);
}

TEST(March7, ATitleMayHoldAColonOfItsOwn) {
  EXPECT_EQ(item("2.1").citations[5].heading, "Declaration of Medellin: Youth and Democratic Values (AG/DEC. 57 (XXXVIII-O/08):");
  EXPECT_EQ(item("2.1").citations[5].passages[0].text.find("adopt policies"), 0u);
}

TEST(March7, EveryByteLiesInOneBlock) {
  std::size_t at = 0;
  for (const Block& block : draft().blocks) {
    EXPECT_EQ(block.span.begin, at);
    at = block.span.end;
  }
  EXPECT_EQ(at, draft().source.size());
}

TEST(March7, AgreesWithTheGolden) { EXPECT_EQ(dump(draft()), slurp(source_path("tests/parse/march7.golden"))); }

}  // namespace
}  // namespace travaux
