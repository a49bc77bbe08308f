// Quotation marks, lists of places, and several requests with one verb.
#include "comment/letter_support.h"

namespace travaux {
namespace {

const Row kWords[] = {
    {"In paragraph 2.1, replace “the States' “special” obligations” with “the States’ duties”.",
     "replace 2.1|-the States' “special” obligations|+the States’ duties"},
    {"In paragraph 2.1, replace \"shall with \"should\".", "replace 2.1|-shall|+should"},
    {"In paragraph 2.1, replace ‘the State’s duty’ by ‘the State’s responsibility’.",
     "replace 2.1|-the State’s duty|+the State’s responsibility"},
    {"Replace „shall“ with „should“ in 2.1.", "replace 2.1|-shall|+should"},
    {"In paragraph 2.1, the States' obligations are unclear.", "remark"},
    {"Proposal 3: In paragraph 2.1, delete “fully”.", "delete 2.1|-fully"},
    {"i) Delete 3.2;\nii) Move 3.3 to section 4.", "remove 3.2 ;; move 3.3|>in §4"},
    {"• 2.1 – delete “fully”\n• 2.2 – insert “voluntary” before “system”",
     "delete 2.1|-fully ;; insert 2.2|+voluntary|@before system"},
    {"Delete paragraphs 3.2, 3.3 and 3.5.", "remove 3.2,3.3,3.5"},
    {"Delete 3.2 and 3.3, and move 3.4 to the end of section 2.", "remove 3.2,3.3 ;; move 3.4|>end §2"},
    {"Section IV, paragraph 12: replace “may” with “shall”.", "replace 12|-may|+shall"},
    {"In Part II, replace “may” with “shall”.", "replace §II|-may|+shall"},
    {"In paragraphs 3 (a) and (b), delete “all”.", "delete 3/(a),3/(b)|-all"},
    {"In OPs 3 and 5, delete “strongly”.", "delete OP3,OP5|-strongly"},
    {"In PP 3, insert “also” after “Recalling”.", "insert PP3|+also|@after Recalling"},
    {"In the preamble, delete “deeply”.", "delete |-deeply"},
    {"Replace “A” with “B” and, in paragraph 3.1, “C” with “D”.", "replace |-A|+B ;; replace 3.1|-C|+D"},
    {"In 2.1, after “police”, insert “and customs” and, after “States”, insert “Parties”.",
     "insert 2.1|+and customs|@after police ;; insert 2.1|+Parties|@after States"},
    {"Insert “A” after “B” in paragraph 2.1 and “C” after “D” in paragraph 2.2.",
     "insert 2.1|+A|@after B ;; insert 2.2|+C|@after D"},
    {"Delete “A” in paragraph 2.1 and “B” in paragraph 2.2.", "delete 2.1|-A ;; delete 2.2|-B"},
    {"Under the Declaration of Lima in 2.4, delete the passage “We will act”.", "delete 2.4|-We will act|&Declaration of Lima"},
    {"Replace the reference to the Declaration of Lima in 2.4 with a reference to AG/RES. 2461.",
     "replace 2.4|+AG/RES. 2461|&Declaration of Lima"},
    {"In 2.1, cite AG/RES. 2461 (XXXIX-O/09).", "cite 2.1|&AG/RES. 2461 (XXXIX-O/09)"},
    {"Paragraph 2.1 should also refer to the Palermo Convention.", "cite 2.1|&Palermo Convention"},
    {"It would be preferable to do without “legal” in paragraph 2.1; we ask that it be deleted.", "delete 2.1|-legal"},
    {"Paragraph 2.1 repeats paragraph 1.3 of the “old” text. We ask that this paragraph be deleted.", "remove 2.1"},
    {"We would like to withdraw our reservation on paragraph 5.3.", "remark"},
    {"Please reinstate paragraph 2.6 of the previous draft.", "remark"},
    {"Paragraph 1.1 is acceptable to us.", "support 1.1"},
    {"Paragraph 1.1 is not acceptable to us.", "reserve 1.1"},
    {"We do not support paragraph 1.1.", "reserve 1.1"},
    {"El párrafo 1.1 no es aceptable.", "reserve 1.1"},
    {"Swap paragraphs 2.1 and 2.2.", "remark"},
    {"Please ensure consistency with AG/RES. 2461 in paragraph 2.1.", "remark"},
    {"In 2.1, delete “A” and “B”.", "delete 2.1|-A ;; delete 2.1|-B"},
    {"The words “A”, “B” and “C” should be deleted from paragraph 2.1.", "delete 2.1|-A ;; delete 2.1|-B ;; delete 2.1|-C"},
    {"En el párrafo 2.1, suprimir «A» y «B».", "delete 2.1|-A ;; delete 2.1|-B"},
};

TEST(Letter, MarksListsAndCoordinationAreRead) {
  for (const Row& row : kWords) expect_read(row);
}

}  // namespace
}  // namespace travaux
