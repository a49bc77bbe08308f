// Requests in Spanish.
#include "comment/letter_support.h"

namespace travaux {
namespace {

const Row kSpanish[] = {
    {"En el párrafo 2.1, sustituir «deberán» por «deberían».", "replace 2.1|-deberán|+deberían"},
    {"En el párrafo 2.1, reemplácese “deberán” por “deberían”.", "replace 2.1|-deberán|+deberían"},
    {"Agradeceríamos que se sustituyera «deberán» por «deberían» en el párrafo 2.1.", "replace 2.1|-deberán|+deberían"},
    {"En el párrafo 2.1, donde dice «deberán» debe decir «deberían».", "replace 2.1|-deberán|+deberían"},
    {"En el párrafo 5.2, usar “homicidio” en lugar de “asesinato”.", "replace 5.2|-asesinato|+homicidio"},
    {"Párr. 4.2: cambiar “3 años” por “4 años”.", "replace 4.2|-3 años|+4 años"},
    {"La palabra «asesinato» del párrafo 5.2 debería sustituirse por «homicidio».", "replace 5.2|-asesinato|+homicidio"},
    {"En los párrafos 2.1 a 2.3, sustituir «deberán» por «deberían».", "replace 2.1,2.2,2.3|-deberán|+deberían"},
    {"En el artículo 4, párrafo 3, sustituir «podrán» por «deberán».", "replace Article 4/3|-podrán|+deberán"},
    {"En el párrafo 3 del artículo 4, suprimir «prontamente».", "delete Article 4/3|-prontamente"},
    {"En el párrafo 2.1, insertar «nacionales» después de «marcos».", "insert 2.1|+nacionales|@after marcos"},
    {"Insértese «nacionales» antes de «marcos» en el párrafo 2.1.", "insert 2.1|+nacionales|@before marcos"},
    {"Quisiéramos que se incluyera la frase «y sus familias» tras «víctimas» en el párrafo 3.1.",
     "insert 3.1|+y sus familias|@after víctimas"},
    {"Al final del párrafo 5.1, agregar «e informar anualmente».", "insert 5.1|+e informar anualmente|@end"},
    {"Proponemos añadir al inicio del párrafo 5.1 la expresión «De conformidad con el derecho interno,».",
     "insert 5.1|+De conformidad con el derecho interno,|@start"},
    {"En el párrafo 5.2, suprimir «asesinato».", "delete 5.2|-asesinato"},
    {"Se solicita la supresión de «asesinato» en el párrafo 5.2.", "delete 5.2|-asesinato"},
    {"Suprímase el párrafo 3.2.", "remove 3.2"},
    {"El párrafo 3.2 debería suprimirse.", "remove 3.2"},
    {"Proponemos eliminar íntegramente el párrafo 3.2.", "remove 3.2"},
    {"En el párrafo 4.1, eliminar la segunda oración.", "delete 4.1|#sentence 2"},
    {"Eliminar la última frase del párrafo 4.1.", "delete 4.1|#sentence -1"},
    {"En el párrafo 4.1, eliminar todo lo que sigue a «reincidencia».", "delete 4.1|@after reincidencia|#rest"},
    {"Después del párrafo 2.3, agregar un nuevo párrafo: «Elaborar planes.»", "add |+Elaborar planes.|>after 2.3"},
    {"En la sección 3, añadir el siguiente párrafo: «Elaborar planes.»", "add |+Elaborar planes.|>in §3"},
    {"Agregar, después de la sección 4, una nueva sección titulada «Participación».",
     "add §(nueva sección)|+Participación|>after §4"},
    {"El párrafo 2.1 debe decir: «Adoptar leyes.»", "reword 2.1|+Adoptar leyes."},
    {"El párrafo 2.1 quedaría redactado de la siguiente manera: «Adoptar leyes.»", "reword 2.1|+Adoptar leyes."},
    {"Reemplazar el párrafo 2.1 por el siguiente: «Adoptar leyes.»", "reword 2.1|+Adoptar leyes."},
    {"Trasladar el párrafo 2.3 después del párrafo 4.1.", "move 2.3|>after 4.1"},
    {"El párrafo 5.5 debería pasar a la sección 4.", "move 5.5|>in §4"},
    {"Trasladar la referencia a la AG/RES. 2535 del párrafo 2.3 al párrafo 1.2.", "move 2.3|>in 1.2|&AG/RES. 2535"},
    {"Fusionar los párrafos 3.3 y 3.4.", "merge 3.3,3.4"},
    {"Dividir el párrafo 1.3 en dos párrafos: «Compartir prácticas.» y «Transferir conocimientos.»",
     "split 1.3|/Compartir prácticas.|/Transferir conocimientos."},
    {"El título de la sección 2 debería decir «Prevención».", "retitle §2|+Prevención"},
    {"Cambiar el título de la sección 2 por «Prevención».", "retitle §2|+Prevención"},
    {"En el párrafo 1.1, agregar una referencia a la AG/RES. 2461: «promover la cooperación».",
     "cite 1.1|+promover la cooperación|&AG/RES. 2461"},
    {"En el párrafo 4.1, suprimir la referencia a la Declaración de Lima.", "uncite 4.1|&Declaración de Lima"},
    {"Colocar «extradición» entre corchetes en el párrafo 5.3.", "bracket 5.3|-extradición"},
    {"Quitar los corchetes de «voluntario» en el párrafo 2.2.", "unbracket 2.2|-voluntario"},
    {"Mantener el párrafo 4.4.", "keep 4.4"},
    {"Mantener el párrafo 4.4 tal como está.", "keep 4.4"},
    {"La delegación apoya el párrafo 1.1.", "support 1.1"},
    {"La delegación se reserva su posición sobre el párrafo 5.3.", "reserve 5.3"},
    {"No se suprima el párrafo 4.4.", "keep 4.4"},
    {"Nos oponemos a la supresión del párrafo 4.4.", "keep 4.4"},
    {"Agradecemos a la Presidencia el texto revisado.", "remark"},
};

TEST(Letter, SpanishRequestsAreRead) {
  for (const Row& row : kSpanish) expect_read(row);
}

}  // namespace
}  // namespace travaux
