// Headings that are a bare title: an instrument that the text names elsewhere, or whose kind the title says.
#include <gtest/gtest.h>

#include "support/texts.h"

namespace travaux {
namespace {

using namespace travaux::testing;

/// The citations under the first item, each as "heading | passage | passage".
std::vector<std::string> citations(const std::string& under_the_item) {
  const Document d = document("PLAN OF ACTION\n1. Prevention\n1.1 Establish programs.\n" + under_the_item);
  std::vector<std::string> list;
  for (const Citation& citation : d.sections.at(0).items.at(0).citations) {
    list.push_back(citation.heading);
    for (const Passage& passage : citation.passages) list.back() += " | " + passage.text;
  }
  return list;
}

using List = std::vector<std::string>;

TEST(Titles, ATitleThatHasASymbolElsewhereHeadsACitation) {
  EXPECT_EQ(citations("AG/RES. 2610 (XLI-O/11) – Existing Mechanisms for Disaster Prevention:\n“Take note”\n"
                      "Existing Mechanisms for Disaster Prevention: Urge parliaments to ratify.\n"),
            (List{"AG/RES. 2610 (XLI-O/11) – Existing Mechanisms for Disaster Prevention: | “Take note”",
                  "Existing Mechanisms for Disaster Prevention: | Urge parliaments to ratify."}));
}

TEST(Titles, ATitleIsKnownFromWhatFollowsToo) {
  EXPECT_EQ(citations("Existing Mechanisms for Disaster Prevention:\nUrge parliaments to ratify.\n"
                      "AG/RES. 2610 (XLI-O/11) – Existing Mechanisms for Disaster Prevention:\n“Take note”\n"),
            (List{"Existing Mechanisms for Disaster Prevention: | Urge parliaments to ratify.",
                  "AG/RES. 2610 (XLI-O/11) – Existing Mechanisms for Disaster Prevention: | “Take note”"}));
}

TEST(Titles, ATitleOnItsLineWithoutAColonHeadsWhatFollows) {
  EXPECT_EQ(citations("Existing Mechanisms for Disaster Prevention (AG/RES. 2610):\n“Take note”\n"
                      "Existing Mechanisms for Disaster Prevention\nUrge parliaments to ratify.\n"),
            (List{"Existing Mechanisms for Disaster Prevention (AG/RES. 2610): | “Take note”",
                  "Existing Mechanisms for Disaster Prevention | Urge parliaments to ratify."}));
}

TEST(Titles, ATitleThatSaysItsKindHeadsAPassageOnItsLine) {
  EXPECT_EQ(citations("Declaration of Lima:\n“To foster peace”\n"
                      "Work Plan against Trafficking in Persons in the Western Hemisphere: Commend the governments.\n"
                      "Convención Interamericana contra la Corrupción: Cooperar.\n"),
            (List{"Declaration of Lima: | “To foster peace”",
                  "Work Plan against Trafficking in Persons in the Western Hemisphere: | Commend the governments.",
                  "Convención Interamericana contra la Corrupción: | Cooperar."}));
}

TEST(Titles, ASentenceWithAColonIsNoHeading) {
  EXPECT_EQ(
      citations("AG/RES. 2551 – Work Plan against Trafficking in Persons:\nDemand is a priority.\n"
                "They also agreed on three areas: peace, security and trade.\n"
                "The Work Plan against Trafficking in Persons has three parts: one, two and three.\n"
                "Priority actions: strengthen the Plan.\n"),
      (List{"AG/RES. 2551 – Work Plan against Trafficking in Persons: | Demand is a priority. | They also agreed on three "
            "areas: peace, security and trade. | The Work Plan against Trafficking in Persons has three parts: one, two and "
            "three. | Priority actions: strengthen the Plan."}));
}

}  // namespace
}  // namespace travaux
