// Two drafts that differ only in typography read the same, and nothing has changed between them.
#include <gtest/gtest.h>

#include "support/noise.h"
#include "travaux/diff.h"

namespace travaux {
namespace {

using namespace travaux::testing;

constexpr const char* kTreaty = R"(INTER-AMERICAN CONVENTION ON CUSTOMS COOPERATION

The States Parties to this Convention,
Recalling the Inter-American Convention against Corruption adopted at Caracas on 29 March 1996,
Recognizing that the authorities of neighbouring countries must work together if they are to protect lawful commerce,
Have agreed as follows:
Article 1
Definitions
For the purposes of this Convention, “cargo” means goods that are carried by sea, by air or over land.
Article 2
Cooperation
1. Each State Party shall designate a competent authority, which shall:
(a) receive requests for assistance;
(b) answer them without undue delay, and in any event within thirty days of the date on which they were received.
2. The competent authorities shall meet at least once every two years.
Article 3
Settlement of disputes
The States Parties shall settle any dispute about the interpretation of this Convention by negotiation.
)";

constexpr const char* kResolution = R"(PROTECTION OF SEAFARERS

The General Assembly,
Recalling its earlier resolutions on the protection of seafarers and on the repatriation of those who were abandoned,
Noting with concern the number of seafarers who could not leave their ships,
Resolves:
1. To urge member states to recognize seafarers as key workers, and to allow them to travel between their ship and their home.
2. To instruct the General Secretariat to:
(a) prepare a report on the measures that member states have taken;
(b) submit it to the Permanent Council before the end of the year.
3. To thank the shipowners who have helped.
)";

constexpr const char* kSpanish = R"(PLAN DE ACCIÓN SOBRE PREVENCIÓN

1. Prevención de la violencia
1.1 Establecer programas de capacitación para los funcionarios que atienden a las víctimas en los países de la región.
Plan de Acción de la Ciudad de Quebec, 2001:
“Fomentar la participación de las comunidades en la prevención del delito, según lo dispuesto en las leyes nacionales”
AG/RES. 2551 (XL-O/10) – Plan de Trabajo contra la Trata de Personas en el Hemisferio Occidental:
“Elaborar materiales de difusión”
1.2 Promover la cooperación técnica.
Plan de Trabajo contra la Trata de Personas en el Hemisferio Occidental: Felicitar a los gobiernos por sus esfuerzos.
2. Legislación
2.1 Revisar las leyes.
Convención Interamericana contra la Corrupción, 1996:
“Los Estados Partes se comprometen a adoptar las medidas”
)";

constexpr const char* kPlan = R"(PLAN OF ACTION

1. Prevention
1.1 Establish programs that protect those who are most at risk, in partnership with local authorities.
AG/RES. 2610 (XLI-O/11) – Existing Mechanisms for Disaster Prevention and Response and Humanitarian Assistance:
“Take note of the report”
Declaration of Lima: Peace, Security and Cooperation in the Americas (AG/DEC. 63 (XL-O/10):
“Their commitment to strengthening cooperation”
1.2 Share information.
Existing Mechanisms for Disaster Prevention and Response and Humanitarian Assistance: Urge parliaments to ratify the treaties.
Declaration on Security in the Americas, 2003: Affirm that the security of the hemisphere is multidimensional in scope.
)";

/// The document as it compares: what a person would call its content, a line for each thing.
class Content {
 public:
  static std::string of(const Document& document) {
    Content content;
    content.line("title", document.title);
    content.line("front", document.front);
    for (const Section& section : document.sections) {
      content.line("section", section.number + " " + section.heading + " " + section.text);
      for (const Item& item : section.items) content.add(item);
    }
    content.line("back", document.back);
    return content.text_;
  }

 private:
  void line(const std::string& name, const std::string& words) {
    std::string form = comparison_form(words);
    for (const char* mark : {"“", "”", "„", "«", "»"}) form = replace_all(form, mark, "\"");
    text_ += name + ": " + form + "\n";
  }

  void add(const Item& item) {
    line(item.address, item.text + item.status.value_or(""));
    for (const Citation& citation : item.citations) {
      line("  citation", citation.heading);
      for (const Passage& passage : citation.passages)
        line(passage.form == PassageForm::kQuotation ? "  quotation" : "  paraphrase", passage.text);
    }
    for (const Item& point : item.items) add(point);
  }

  std::string text_;
};

void expect_same(const std::string& clean, const std::string& noisy) {
  Document from = document(clean);
  Document to = document(noisy);
  EXPECT_EQ(Content::of(from), Content::of(to));
  resolve_instruments({&from, &to}, built_in_registry());
  const DocumentDiff result = diff(from, to);
  EXPECT_TRUE(result.front.empty());
  for (const SectionDiff& section : result.sections) EXPECT_TRUE(section.changes.empty());
  for (const ItemDiff& item : result.items) EXPECT_TRUE(item.changes.empty());
  for (const CitationDiff& citation : result.citations) EXPECT_TRUE(citation.changes.empty()) << citation.instrument;
}

std::vector<std::string> texts() { return {kTreaty, kResolution, kSpanish, kPlan, march_7(), rev_1()}; }

/// Which of the texts, and which seed.
class Rendering : public ::testing::TestWithParam<std::tuple<int, unsigned>> {
 protected:
  std::string clean() const { return texts()[static_cast<std::size_t>(std::get<0>(GetParam()))]; }
  unsigned seed() const { return std::get<1>(GetParam()); }
};

TEST_P(Rendering, OfEachKindReadsTheSame) {
  for (int kind = 0; kind < kKinds; ++kind) {
    SCOPED_TRACE(kind);
    expect_same(clean(), Noisy(seed()).render(clean(), static_cast<Kind>(kind)));
  }
}

TEST_P(Rendering, OfSeveralKindsAtOnceReadsTheSame) { expect_same(clean(), Noisy(seed()).render_several(clean())); }

INSTANTIATE_TEST_SUITE_P(Texts, Rendering, ::testing::Combine(::testing::Range(0, 6), ::testing::Range(1U, 9U)));

}  // namespace
}  // namespace travaux
