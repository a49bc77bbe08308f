// A part of a place never stands for the whole of it; what hangs on a condition is not asked for yet.
#include "comment/letter_support.h"

namespace travaux {
namespace {

const Row kParts[] = {
    {"In Article 1, paragraph 2, delete Option 3.", "delete Article 1/2|#option 3"},
    {"Delete Option 2 of 2.3.", "delete 2.3|#option 2"},
    {"Delete alternative B in paragraph 2.3.", "delete 2.3|#option b"},
    {"2.3: delete Option 2.", "delete 2.3|#option 2"},
    {"Option 3 of 2.3 should be deleted.", "delete 2.3|#option 3"},
    {"In 2.3, Option 3 should be deleted.", "delete 2.3|#option 3"},
    {"We propose the deletion of Option 3 in 2.3.", "delete 2.3|#option 3"},
    {"Eliminar la opción 3 del párrafo 2.3.", "delete 2.3|#option 3"},
    {"Replace Option 1 of 2.3 with “The Parties shall meet.”", "replace 2.3|+The Parties shall meet.|#option 1"},
    {"Delete Options 2 and 3 of 2.3.", "remark"},
    {"2.3: please delete, duplicates 2.1.", "remove 2.3"},
    {"2.3: suprimir, repite 2.1.", "remove 2.3"},
    {"In 2.3, delete “teachers”, it contradicts 2.1.", "delete 2.3|-teachers"},
    {"Delete Option 2 or Option 3 of 2.3.", "remark"},
    {"Move Option 3 of 2.3 after 2.4.", "remark"},
    {"Move the second sentence of 2.3 after 2.4.", "remark"},
    {"Delete the second half of 2.3.", "remark"},
    {"Delete the second half of paragraph 2.3.", "remark"},
    {"Delete the comma in paragraph 2.3.", "remark"},
    {"Delete the comma of 2.3.", "remark"},
    {"2.3: delete the comma.", "remark"},
    {"In 2.3, the comma should be deleted.", "remark"},
    {"In 2.3, delete the semicolon as superfluous.", "remark"},
    {"Delete 2.3, second half.", "remark"},
    {"Delete the footnote of 2.3.", "remark"},
    {"Delete the footnote to 2.3.", "remark"},
    {"Delete the heading of section 2.", "remark"},
    {"Delete the title of Article 4.", "remark"},
    {"The title of Article 4 should be deleted.", "remark"},
    {"Delete the reference in 2.3.", "remark"},
    {"Delete the gist of 2.3.", "remark"},
    {"Replace the second half of 2.3 with “The Parties shall meet.”", "remark"},
    {"The second half of 2.3 should read: “The Parties shall meet.”", "remark"},
    {"Move the second half of 2.3 after 2.4.", "remark"},
    {"Suprimir la coma del párrafo 2.3.", "remark"},
    {"Suprimir la segunda mitad del párrafo 2.3.", "remark"},
    {"Eliminar el título de la sección 2.", "remark"},
    {"La segunda mitad del párrafo 2.3 debería suprimirse.", "remark"},
    {"Remove the last part of paragraph 2.3.", "remark"},
    {"Delete the part of 2.3 that deals with Lima.", "remark"},
    {"Delete the provision in 2.3 on Lima.", "remark"},
    {"Delete the clause on Lima in 2.3.", "remark"},
    {"Delete the last paragraph of Article 4.", "remark"},
    {"Delete 2.3 (last sentence).", "remark"},
    {"Suprímase la última parte del párrafo 2.3.", "remark"},
    {"Delete the last sentence of 2.3.", "delete 2.3|#sentence -1"},
    {"Delete the second sentence of 2.3.", "delete 2.3|#sentence 2"},
};

const Row kWholes[] = {
    {"Delete 2.3.", "remove 2.3"},
    {"Delete the whole of 2.3.", "remove 2.3"},
    {"Delete the entire paragraph 2.3.", "remove 2.3"},
    {"Delete the redundant paragraph 2.3.", "remove 2.3"},
    {"Delete Article 4 in its entirety.", "remove §Article 4"},
    {"Delete section 2 and paragraph 3.4.", "remove §2,3.4"},
    {"Delete subparagraphs (a) and (b) of 2.3.", "remove 2.3/(a),2.3/(b)"},
    {"Delete items 2.3 and 2.4 of section 2.", "remove 2.3,2.4"},
    {"Delete from section 2 paragraph 2.3.", "remove 2.3"},
    {"In section 2, delete 2.3.", "remove 2.3"},
    {"In section 2, paragraph 2.3 should be deleted.", "remove 2.3"},
    {"Delete the third paragraph of Article 4.", "remove Article 4/3"},
    {"Delete subparagraph (a) of paragraph 2.3.", "remove 2.3/(a)"},
    {"As an alternative, delete 2.3.", "remove 2.3"},
    {"Delete paragraph 2.3 as the wording is unclear.", "remove 2.3"},
    {"2.3: delete this paragraph.", "remove 2.3"},
    {"Paragraph 2.3 should be deleted.", "remove 2.3"},
    {"Suprimir el párrafo 2.3 en su totalidad.", "remove 2.3"},
    {"Move 2.3 to the end of section 4.", "move 2.3|>end §4"},
    {"2.3 belongs in section 5 and should be moved there.", "move 2.3|>in §5"},
    {"Replace paragraph 2.3 with the following alternative: “The Parties shall meet.”", "reword 2.3|+The Parties shall meet."},
    {"Move 2.3 after 2.4.", "move 2.3|>after 2.4"},
};

const Row kConditions[] = {
    {"Delete 2.3 unless Lima is dropped.", "remark"},
    {"Delete 2.3 if Lima is dropped.", "remark"},
    {"Delete 2.3 provided that Lima is dropped.", "remark"},
    {"Delete 2.3 provided 2.4 is kept.", "remark"},
    {"Delete 2.3 on condition that Lima is dropped.", "remark"},
    {"Delete 2.3 in case Lima is dropped.", "remark"},
    {"If 2.4 is added, delete 2.3.", "remark"},
    {"Should 2.4 be added, delete 2.3.", "remark"},
    {"Delete 2.3 should 2.4 be added.", "remark"},
    {"Should the Parties agree on 2.4, replace “shall” with “should” in 2.3.", "remark"},
    {"Once 2.4 is added, delete 2.3.", "remark"},
    {"Replace “shall” with “should” in 2.3 so long as 2.4 is kept.", "remark"},
    {"Delete 2.3 when 2.4 is adopted.", "remark"},
    {"Delete 2.3 in exchange for the addition of 2.4.", "remark"},
    {"Even if 2.4 is kept, delete 2.3.", "remove 2.3"},
    {"Suprimir el párrafo 2.3, salvo que se elimine Lima.", "remark"},
    {"A menos que se elimine Lima, suprimir el párrafo 2.3.", "remark"},
    {"Suprimir el párrafo 2.3 siempre que se mantenga el 2.4.", "remark"},
    {"De aprobarse el párrafo 2.4, suprimir el párrafo 2.3.", "remark"},
    {"If acceptable to Lima, delete 2.3.", "remark"},
    {"If you keep 2.4, delete 2.3.", "remark"},
};

const Row kCourtesies[] = {
    {"If possible, delete 2.3.", "remove 2.3"},
    {"Delete 2.3, if possible.", "remove 2.3"},
    {"If acceptable, delete 2.3.", "remove 2.3"},
    {"If acceptable to the Chair, delete 2.3.", "remove 2.3"},
    {"If the Chair agrees, delete 2.3.", "remove 2.3"},
    {"Delete 2.3 if you agree.", "remove 2.3"},
    {"De ser posible, suprimir el párrafo 2.3.", "remove 2.3"},
    {"Si es posible, suprimir el párrafo 2.3.", "remove 2.3"},
    {"Si la Presidencia está de acuerdo, suprimir el párrafo 2.3.", "remove 2.3"},
    {"Sí, suprimir el párrafo 2.3.", "remove 2.3"},
    {"In 2.3, delete “if appropriate”.", "delete 2.3|-if appropriate"},
    {"In 2.3, insert “unless Lima is dropped” after “shall”.", "insert 2.3|+unless Lima is dropped|@after shall"},
    {"We would be grateful if 2.3 could be deleted.", "remove 2.3"},
    {"Should 2.3 be deleted?", "remark"},
    {"2.3 should be deleted.", "remove 2.3"},
};

TEST(LetterPart, APartOfAPlaceIsNotTheWhole) {
  for (const Row& row : kParts) expect_read(row);
}

TEST(LetterPart, AWholePlaceIsTheWholeHoweverItIsCalled) {
  for (const Row& row : kWholes) expect_read(row);
}

TEST(LetterPart, WhatHangsOnAConditionIsNoRequest) {
  for (const Row& row : kConditions) expect_read(row);
}

TEST(LetterPart, CourtesyIsNoCondition) {
  for (const Row& row : kCourtesies) expect_read(row);
}

TEST(LetterPart, ItIsSaidWhyAConditionalRequestIsARemark) {
  std::vector<Diagnostic> diagnostics;
  read_letter("Delete 2.3 unless Lima is dropped.\n", {"EU"}, diagnostics);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].message, kHangsOnCondition);
  diagnostics.clear();
  read_letter("Delete the comma of 2.3.\n", {"EU"}, diagnostics);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].message, kAsksForPart);
}

}  // namespace
}  // namespace travaux
