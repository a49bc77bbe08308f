// Wishes that are not put as an order: a lack, a reader who would be helped, a place that would be better; and what only looks
// so.
#include "comment/letter_support.h"

namespace travaux {
namespace {

const Row kLacks[] = {
    {"Our delegation misses a paragraph after 2.1 and proposes: “X.”", "add |+X.|>after 2.1"},
    {"Our group misses a provision behind paragraph 2.1 and proposes: “X.”", "add |+X.|>after 2.1"},
    {"We lack an article following paragraph 2.1 and suggest: “X.”", "add |+X.|>after 2.1"},
    {"We see a gap: a provision is missing after 2.1, and we propose: “X.”", "add |+X.|>after 2.1"},
    {"En el párrafo 2.1, tras «Y», falta a nuestro juicio «X»; pedimos que se incorpore.", "insert 2.1|+X|@after Y"},
    {"En 2.1, después de «Y», falta «X»; solicitamos que se agregue.", "insert 2.1|+X|@after Y"},
    {"In 2.1, after “Y”, we miss “X”; please add it.", "insert 2.1|+X|@after Y"},
    {"Our group misses a provision behind paragraph 2.1.", "remark"},
    {"MERCOSUR misses a provision behind 2.1 and proposes: “X.”", "remark"},
    {"Our group missed a provision behind 2.1 in the last round.", "remark"},
};

const Row kHelped[] = {
    {"It would help our capitals if “X” followed “Y” in paragraph 2.1.", "insert 2.1|+X|@after Y"},
    {"It would be helpful if “X” preceded “Y” in 2.1.", "insert 2.1|+X|@before Y"},
    {"It would be clearer if “X” followed “Y” in 2.1.", "insert 2.1|+X|@after Y"},
    {"It would assist readers if “X” were deleted in 2.1.", "delete 2.1|-X"},
    {"It would assist readers if “X” were deleted from 2.1.", "delete 2.1|-X"},
    {"It would be helpful if “X” were deleted in 2.1.", "delete 2.1|-X"},
    {"We would be grateful if “X” were deleted in 2.1.", "delete 2.1|-X"},
    {"It did not help our capitals that “X” followed “Y” in 2.1.", "remark"},
    {"It would not help our capitals if “X” followed “Y” in 2.1.", "remark"},
    {"It would help MERCOSUR, not us, if “X” followed “Y” in 2.1.", "remark"},
    {"Sugerimos que se anteponga «X» a «Y» en el numeral 2.1.", "insert 2.1|+X|@before Y"},
    {"Proponemos anteponer «X» a «Y» en 2.1.", "insert 2.1|+X|@before Y"},
    {"En 2.1, pedimos que «X» se anteponga a «Y».", "insert 2.1|+X|@before Y"},
    {"No sugerimos que se anteponga «X» a «Y» en 2.1.", "remark"},
    {"El numeral 2.1 estaría mejor ubicado después del numeral 2.4.", "move 2.1|>after 2.4"},
    {"El párrafo 2.1 quedaría mejor situado antes del 2.4.", "move 2.1|>before 2.4"},
    {"El numeral 2.1 estaría mejor colocado tras el 2.4.", "move 2.1|>after 2.4"},
    {"El numeral 2.1 estaba mejor ubicado después del numeral 2.4.", "remark"},
};

const Row kReferences[] = {
    {"The words “X”, quoted in 2.1 from Declaration of Lima, 2003, are to be replaced by “Y”.",
     "replace 2.1|-X|+Y|&Declaration of Lima, 2003"},
    {"The phrase “X”, cited in 2.1 from the Declaration of Lima, should be replaced with “Y”.",
     "replace 2.1|-X|+Y|&Declaration of Lima"},
    {"We do not see why 2.1 quotes Declaration of Lima, 2003; that reference should be taken out.",
     "uncite 2.1|&Declaration of Lima, 2003"},
    {"It is unclear why 2.1 cites the Declaration of Lima; this reference should be deleted.", "uncite 2.1|&Declaration of Lima"},
    {"We do not see why 2.1 quotes Declaration of Lima, 2003.", "remark"},
    {"El párrafo 2.1 debería remitir también a Declaración de Lima, 2003: «X»", "cite 2.1|+X|&Declaración de Lima, 2003"},
    {"El 2.1 debería referirse a la Declaración de Lima: «X»", "cite 2.1|+X|&Declaración de Lima"},
    {"El párrafo 2.1 remite a la Declaración de Lima.", "remark"},
    {"El párrafo 2.1 no debería remitir a la Declaración de Lima.", "remark"},
};

const Row kRefusedAndAsked[] = {
    {"We cannot accept “X” in 2.1 and ask for its deletion.", "delete 2.1|-X"},
    {"We cannot support “X” in 2.1 and request its removal.", "delete 2.1|-X"},
    {"We object to “X” in 2.1 and call for its deletion.", "delete 2.1|-X"},
    {"No podemos aceptar «X» en el párrafo 2.1 y pedimos su supresión.", "delete 2.1|-X"},
    {"Rechazamos «X» en 2.1 y solicitamos su eliminación.", "delete 2.1|-X"},
    {"We cannot accept “X” in 2.1 but do not ask for its deletion.", "reserve 2.1|-X"},
    {"MERCOSUR cannot accept “X” in 2.1 and asks for its deletion.", "remark"},
};

TEST(LetterWishes, ALackSaysWhatIsToCome) {
  for (const Row& row : kLacks) expect_read(row);
}

TEST(LetterWishes, WhatWouldHelpIsAskedFor) {
  for (const Row& row : kHelped) expect_read(row);
}

TEST(LetterWishes, AReferenceMayBeNamedInPassing) {
  for (const Row& row : kReferences) expect_read(row);
}

TEST(LetterWishes, WhatIsRefusedMayBeAskedToGo) {
  for (const Row& row : kRefusedAndAsked) expect_read(row);
}

}  // namespace
}  // namespace travaux
