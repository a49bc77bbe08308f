// Names of instruments full of verbs, the addresses of bylaws and laws, ranges, and turns of phrase without a plain verb.
#include "comment/letter_support.h"

namespace travaux {
namespace {

const Row kTurns[] = {
    {"In item 5.2, under Work Plan against Trafficking in Persons in the Western Hemisphere, replace “X” with “Y”.",
     "replace 5.2|-X|+Y|&Work Plan against Trafficking in Persons in the Western Hemisphere"},
    {"In 5.2, under AG/RES. 2574 (XL-O/10) – Fighting Violence and for Support for Victims, replace “X” with “Y”.",
     "replace 5.2|-X|+Y|&AG/RES. 2574 (XL-O/10) – Fighting Violence and for Support for Victims"},
    {"Delete the reference to the Work Plan against Trafficking in Persons in 5.2.",
     "uncite 5.2|&Work Plan against Trafficking in Persons"},
    {"In Article II, Section 3, replace “March 31” with “June 30”.", "replace Article II/Section 3|-March 31|+June 30"},
    {"In Section 3 of Article II, replace “March 31” with “June 30”.", "replace Article II/Section 3|-March 31|+June 30"},
    {"Art. II, Sec. 3: replace “March 31” with “June 30”.", "replace Article II/Section 3|-March 31|+June 30"},
    {"Artículo 3, inciso 2: suprimir “X”.", "delete Article 3/2|-X"},
    {"En la cláusula PRIMERA, sustituir “X” por “Y”.", "replace §PRIMERA|-X|+Y"},
    {"Delete 1.4 to 2.2.", "remove 1.4..2.2"},
    {"Delete paragraphs 1.4 to 2.2.", "remove 1.4..2.2"},
    {"Move paragraphs 1.4 and 1.5 to 2.2.", "move 1.4,1.5|>in 2.2"},
    {"The words “X” in 2.1 are superfluous and should go.", "delete 2.1|-X"},
    {"We see no need for “X” in 2.1; please take it out.", "delete 2.1|-X"},
    {"2.1 would read better without “X”.", "delete 2.1|-X"},
    {"2.1 needs the words “X” after “Y”.", "insert 2.1|+X|@after Y"},
    {"2.1 should end with the words “X”.", "insert 2.1|+X|@end"},
    {"We propose to conclude 2.1 with “X”.", "insert 2.1|+X|@end"},
    {"In 2.1, the words “X” should give way to “Y”.", "replace 2.1|-X|+Y"},
    {"Under 2.1, please include the following mandate from the Declaration of Lima: “X”.", "cite 2.1|+X|&Declaration of Lima"},
    {"Article 13 should be entitled “X”.", "retitle §Article 13|+X"},
    {"We suggest “X” as the title of section 2.", "retitle §2|+X"},
    {"Please drop the Declaration of Lima from the mandates listed under 2.1.", "uncite 2.1|&Declaration of Lima"},
    {"Sugerimos “X” como título de la sección 2.", "retitle §2|+X"},
    {"Convendría que en 2.1 figurase “X” a continuación de “Y”.", "insert 2.1|+X|@after Y"},
    {"2.1\n– at the end: “X”", "insert 2.1|+X|@end"},
    {"Párrafo 2.1\n– al final: “X”", "insert 2.1|+X|@end"},
    {"In 5.2, under Declaration of Lima: Peace, Security and Cooperation (AG/DEC. 63 (XL-O/10), replace “X” with “Y”.",
     "replace 5.2|-X|+Y|&Declaration of Lima: Peace, Security and Cooperation (AG/DEC. 63 (XL-O/10)"},
    {"In 5.2, add under Declaration of Lima the passage “to fight”.", "cite 5.2|+to fight|&Declaration of Lima"},
    {"Article II/Section 3: replace “March 31” with “June 30”.", "replace Article II/Section 3|-March 31|+June 30"},
    {"Delete from “A” to the end of 3.3.", "delete 3.3|-A|@end|#to the end"},
    {"Add “X” after “A” in 1.1 and after “B” in 1.3.", "insert 1.1|+X|@after A ;; insert 1.3|+X|@after B"},
    {"In the paragraph beginning “They stressed”, replace “A” with “B”.", "replace ^They stressed|-A|+B"},
    {"2.1 would be better placed after 2.4.", "move 2.1|>after 2.4"},
    {"Art. 2.1: donde dice “A” debe decir “B”.", "replace Article 2/1|-A|+B"},
    {"El párrafo 2.1 debería terminar con las palabras “X”.", "insert 2.1|+X|@end"},
    {"La cita de la Declaración de Lima en el párrafo 2.1 debería retirarse.", "uncite 2.1|&Declaración de Lima"},
};

const Row kTelegrams[] = {
    {"STRIKE QUOTE NATIONAL UNQUOTE IN 2.1", "delete 2.1|-NATIONAL"},
    {"PARA 2.2 INSERT AFTER QUOTE DAYS UNQUOTE QUOTE IN WRITING UNQUOTE", "insert 2.2|+IN WRITING|@after DAYS"},
    {"IN 2.1 REPLACE QUOTE MAY UNQUOTE BY QUOTE SHALL UNQUOTE STOP DELETE PARAGRAPH 2.3 STOP",
     "replace 2.1|-MAY|+SHALL ;; remove 2.3"},
    {"EN 2.1 SUPRIMIR ABRE COMILLAS NACIONAL CIERRA COMILLAS", "delete 2.1|-NACIONAL"},
};

const Row kBesideOthers[] = {
    {"Rather than deleting “national” in 1.1, insert “and local” after it.", "insert 1.1|+and local|@after national"},
    {"En lugar de suprimir «nacional» en 1.1, insertar «y local» después de esta palabra.",
     "insert 1.1|+y local|@after nacional"},
    {"We would be grateful if “in writing” followed “Secretariat” in 1.1.", "insert 1.1|+in writing|@after Secretariat"},
    {"In 1.1, “Secretariat” should be followed by “in writing”.", "insert 1.1|+in writing|@after Secretariat"},
    {"In 1.1, the word “duly” should precede “report”.", "insert 1.1|+duly|@before report"},
    {"En 1.1, «Secretaría» debería ir seguida de «por escrito».", "insert 1.1|+por escrito|@after Secretaría"},
    {"In 1.1, “in writing” followed “Secretariat” in the earlier draft.", "remark"},
    {"Insert “duly” wherever “shall” occurs.", "insert |+duly|@ shall|throughout"},
    {"“duly” should be inserted each time “shall” appears in section 2.", "insert §2|+duly|@ shall|throughout"},
    {"Insertar «debidamente» cada vez que aparezca «deberá».", "insert |+debidamente|@ deberá|throughout"},
};

TEST(LetterTurns, ATelegramSaysItsQuotationMarks) {
  for (const Row& row : kTelegrams) expect_read(row);
}

TEST(LetterTurns, WordsComeBesideThoseOfAnotherClause) {
  for (const Row& row : kBesideOthers) expect_read(row);
}

TEST(LetterTurns, AreReadForWhatTheyAskFor) {
  for (const Row& row : kTurns) expect_read(row);
}

}  // namespace
}  // namespace travaux
