// Sentences that name a request and do not make it: denied, another's, withdrawn, conditional; and those that make one beside it.
#include "comment/letter_support.h"

namespace travaux {
namespace {

const Row kDenied[] = {
    {"Paragraph 1.4 must by no means be deleted.", "keep 1.4"},
    {"Under no circumstances should “national” be deleted from paragraph 1.1.", "keep 1.1|-national"},
    {"Nobody should delete paragraph 1.4.", "keep 1.4"},
    {"Avoid replacing “shall” with “should” in 1.3.", "keep 1.3|-shall"},
    {"It would be a mistake to delete paragraph 1.4.", "remark"},
    {"The suggestion to delete paragraph 1.4 does not enjoy our support.", "remark"},
    {"We fail to see the need to delete paragraph 1.4.", "remark"},
    {"We hesitate to delete paragraph 1.4.", "remark"},
    {"We would refrain from deleting paragraph 1.4.", "remark"},
    {"We trust that nobody will ask to delete 1.4.", "remark"},
    {"Why delete paragraph 1.4?", "remark"},
    {"Deleting “national” in 1.1 would weaken the text.", "remark"},
    {"To delete “national” in 1.1 would be wrong.", "remark"},
    {"One could delete “national” in 1.1, but we prefer the text as it stands.", "remark"},
    {"It is not the case that we want “national” deleted in 1.1.", "remark"},
    {"De ninguna manera debe suprimirse el párrafo 3.1.", "keep 3.1"},
    {"En ningún caso debería eliminarse «confidencial» del párrafo 2.2.", "keep 2.2|-confidencial"},
    {"Nos sorprende que se proponga suprimir el párrafo 3.1.", "remark"},
    {"Vemos que algunos quieran sustituir «deberán» por «podrán» en el párrafo 3.1.", "remark"},
    {"¿Por qué suprimir el párrafo 3.1?", "remark"},
    {"To avoid repetition, delete “national” in 1.1.", "delete 1.1|-national"},
    {"What about deleting “national” in 1.1?", "delete 1.1|-national"},
    {"Could you delete “national” in 1.1?", "delete 1.1|-national"},
};

const Row kOfOthers[] = {
    {"The delegation of Beta proposes to delete “national” in 1.1.", "remark"},
    {"Beta suggests deleting “national” in 1.1; we disagree.", "reserve 1.1"},
    {"Beta asked us to delete paragraph 1.4.", "remark"},
    {"On 3 May Beta wrote: in 1.3, replace “shall” with “should”.", "remark"},
    {"According to Beta, 1.3 should read “should” instead of “shall”.", "remark"},
    {"B-land's text reads: in 1.3, replace “shall” with “should”.", "remark"},
    {"Beta propone que se suprima el párrafo 3.1.", "remark"},
    {"We thank the Chair for having deleted paragraph 1.4.", "remark"},
    {"Agradecemos que se haya suprimido «confidencial» en el párrafo 2.2.", "remark"},
    {"CARICOM proposes to delete “national” in 1.1.", "delete 1.1|-national"},
    {"The delegations of CARICOM request that “national” be deleted in 1.1.", "delete 1.1|-national"},
    {"The Group proposes to delete “national” in 1.1.", "delete 1.1|-national"},
    {"Our delegation requests the deletion of “national” in 1.1.", "delete 1.1|-national"},
    {"Esta delegación propone suprimir «confidencial» en el párrafo 2.2.", "delete 2.2|-confidencial"},
    {"As Beta proposed, “national” should be deleted from paragraph 1.1.", "delete 1.1|-national"},
};

const Row kOfMembers[] = {
    {"Panama proposes to delete “national” in 1.1.", "delete 1.1|-national"},
    {"The Delegation of Panama proposes to replace “shall” with “should” in 1.3.", "replace 1.3|-shall|+should"},
    {"SICA Member States request the deletion of “national” in 1.1.", "delete 1.1|-national"},
    {"The Central American Integration System proposes to delete 1.4.", "remove 1.4"},
    {"The Dominican Republic and Panama propose to delete 1.4.", "remove 1.4"},
    {"Panama proposed to delete “national” in 1.1.", "delete 1.1|-national"},
    {"Panamá propone que se suprima el párrafo 3.1.", "remove 3.1"},
    {"According to Panama, paragraph 1.4 should be deleted.", "remove 1.4"},
    {"Mexico proposes to delete “national” in 1.1.", "remark"},
    {"The Republic of Korea proposes to delete 1.4.", "remark"},
};

const Row kWithdrawn[] = {
    {"We withdraw our proposal to delete “national” in 1.1.", "remark"},
    {"We withdraw the following proposal: in 1.1, delete “national”.", "remark"},
    {"The following were rejected by our capital: delete paragraph 1.4.", "remark"},
    {"The request to delete paragraph 1.4 was not ours.", "remark"},
    {"We no longer insist on deleting paragraph 1.4.", "remark"},
    {"Paragraph 1.4 is no longer needed and should be deleted.", "remove 1.4"},
    {"Retiramos nuestra propuesta de suprimir el párrafo 3.1.", "remark"},
    {"We cannot accept any of the following proposals:\n- delete “national” in 1.1;\n- delete paragraph 1.4.", "remark"},
    {"Proposals withdrawn:\n1. In 1.1, delete “national”.\n2. Delete paragraph 1.4.", "remark"},
    {"Amendments not supported\n\n- delete “national” in 1.1\n\nWe propose the following:\n- delete paragraph 1.4.",
     "remove 1.4"},
    {"La delegación no puede aceptar las siguientes propuestas:\n- suprimir el párrafo 3.1;\n- suprimir «nacional» en 1.1.",
     "remark"},
};

const Row kBeside[] = {
    {"Instead of deleting paragraph 1.4, as Beta wants, replace “private” with “public” in it.", "replace 1.4|-private|+public"},
    {"En lugar de suprimir el párrafo 3.1, reemplazar «víctimas» por «personas».", "replace 3.1|-víctimas|+personas"},
    {"Delete not 1.4 but 2.2.", "remove 2.2"},
    {"Paragraph 1.4: delete everything but “private sector”.", "remark"},
    {"If others insist, replace “shall” with “should” in 1.3.", "remark"},
    {"In the absence of consensus, delete 1.4.", "remark"},
    {"As a fallback, delete “private” in 1.4.", "remark"},
    {"Si no hay consenso, suprimir el párrafo 3.1.", "remark"},
    {"Siempre que se acepte nuestra propuesta sobre el párrafo 4.1, podríamos suprimir el párrafo 3.1.", "remark"},
    {"Were 1.4 to be deleted, we would ask that “private” be added to 3.2 after “observers”.", "remark"},
    {"Our acceptance of 3.1 hinges on replacing “5” with “8”.", "remark"},
    {"We would not object to deleting 1.4.", "support 1.4"},
    {"1.4: not acceptable, delete.", "remove 1.4"},
};

TEST(Letter, WhatIsDeniedIsNoRequest) {
  for (const Row& row : kDenied) expect_read(row);
}

TEST(Letter, WhatOthersProposeIsNoRequest) {
  for (const Row& row : kOfOthers) expect_read(row);
}

TEST(Letter, WhatAMemberOrAnAliasProposesIsTheSendersRequest) {
  for (const Row& row : kOfMembers) {
    const std::vector<std::string> names = {"Central American Integration System", "El Salvador", "Dominican Republic", "Panama"};
    EXPECT_EQ(letter_form(row.text, {"SICA"}, names), row.read) << row.text;
  }
}

TEST(Letter, WhatIsWithdrawnIsNoRequest) {
  for (const Row& row : kWithdrawn) expect_read(row);
}

TEST(Letter, OnlyTheMainClauseAsks) {
  for (const Row& row : kBeside) expect_read(row);
}

TEST(Letter, AnAnsweredMessageIsAnothersWords) {
  expect_read({"In 1.1, delete “national”.\n\n> In 1.3, delete “shall”.\n> Delete paragraph 1.4.", "delete 1.1|-national"});
  expect_read(
      {"In 1.1, delete “national”.\n\n-----Original Message-----\nFrom: B\nDelete paragraph 1.4.", "delete 1.1|-national"});
  expect_read({"In 1.1, delete “national”.\n\nFrom: B\nSent: 3 May 2026\nSubject: plan\n\nDelete paragraph 1.4.",
               "delete 1.1|-national"});
  expect_read({"In 1.1, delete “national”.\n\nOn 3 May 2026, B wrote:\nDelete paragraph 1.4.", "delete 1.1|-national"});
  expect_read({"From: A\nTo: C\nSubject: plan\n\nIn 1.1, delete “national”.", "delete 1.1|-national"});
}

}  // namespace
}  // namespace travaux
