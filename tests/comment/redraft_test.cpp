// Redrafts and marked-up copies: what changed is what is asked for.
#include <gtest/gtest.h>

#include <map>

#include "comment/author_text.h"
#include "comment/redraft.h"
#include "comment/support.h"

namespace travaux {
namespace {

using List = std::vector<std::string>;
using test::asks;

TEST(Redraft, TheWorkedExampleIsReadAsItsKeySays) {
  const Comment comment = test::read(test::history_text("comments/2011-04-19-sica-redraft.txt"), test::march7(), "SICA");
  EXPECT_EQ(comment.form, CommentForm::kRedraft);
  EXPECT_EQ(asks(comment), (List{"insert 1.2", "insert 2.1", "add 3", "move 3.5", "add"}));
  EXPECT_EQ(*comment.proposals[4].number, "5");
  EXPECT_EQ(comment.proposals[3].destination->address, "3.1");
  for (const Proposal& p : comment.proposals) {
    EXPECT_TRUE(p.placed);
    EXPECT_EQ(p.by, List{"SICA"});
  }
  EXPECT_EQ(comment.proposals[1].line, 103U);
}

TEST(Redraft, ItsCoveringNoteIsKeptAsARemarkWithoutANumber) {
  const std::string plan =
      "Draft Plan of Action\n\n1. Relief\n\n1.1 Stockpile food, tents and essential medicines in regional warehouses.\n\n"
      "1.2 Exempt relief goods from customs duties and inspections.\n";
  std::string redraft = "Draft Plan of Action\n\nWe regret that this text came so late.\n\n" + plan.substr(22);
  redraft.replace(redraft.find("tents"), 5, "blankets");
  const Comment c = test::read(redraft, test::draft_of(plan), "SICA");
  ASSERT_EQ(asks(c), (List{"remark", "replace 1.1"}));
  EXPECT_EQ(c.proposals[0].words, "We regret that this text came so late.");
  EXPECT_EQ(c.proposals[0].line, 3U);
  EXPECT_FALSE(c.proposals[0].number.has_value());
  EXPECT_EQ(c.proposals[1].number, "1");
}

TEST(Redraft, TheSameTextInOtherTypographyAsksForNothing) {
  EXPECT_TRUE(test::read(test::march7().source, test::march7(), "SICA").proposals.empty());
}

/// With all that it wants made, every text of the draft that it changes is the redraft's.
TEST(Redraft, WhatItWantsMadeInTheDraftGivesTheRedraft) {
  const Compared compared = compare_with(test::march7(), test::rev1(), built_in_registry());
  std::map<std::string, std::vector<WantedEdit>> edits;
  for (const Proposal& p : redraft_proposals(compared, {{"Chair"}, false})) {
    for (const WantedEdit& edit : p.wanted) {
      if (edit.field == Field::kItem) edits[item_at(compared.draft, edit.place).address].push_back(edit);
    }
  }
  std::size_t compared_items = 0;
  for (const ItemDiff& item : compared.changes.items) {
    if (item.from_places.size() != 1 || item.to_places.size() != 1 || edits.count(item.from.front()) == 0) continue;
    const std::string made = apply_wanted(item_at(compared.draft, item.from_places[0]).text, edits[item.from.front()]);
    EXPECT_EQ(comparison_form(made), comparison_form(item_at(compared.other, item.to_places[0]).text)) << item.from.front();
    ++compared_items;
  }
  EXPECT_GE(compared_items, 7U);
}

TEST(Redraft, EveryKindOfChangeIsAProposal) {
  CommentSource source;
  source.by = "Chair";
  source.form = CommentForm::kRedraft;
  const List all = asks(read_comment(test::rev1().source, source, test::march7(), built_in_registry()));
  for (const char* one :
       {"retitle 4", "split 1.3", "merge 4.3 4.4", "remove 5.4", "move 5.5", "uncite 2.1", "cite 1.1", "bracket 5.3"}) {
    EXPECT_NE(std::find(all.begin(), all.end(), one), all.end()) << one;
  }
}

TEST(Redraft, AnExcerptDoesNotAskForTheRestToGo) {
  const Document draft = test::draft_of(
      "1. Security\n\n1.1 Promote the rights of convicted felons in all member states.\n\n1.2 Create a system for the evaluation "
      "of "
      "prisons.\n\n1.3 Share experiences among police forces of the whole region.\n\n1.4 Train judges in all of the law.\n");
  CommentSource source;
  source.by = "SICA";
  source.form = CommentForm::kRedraft;
  const Comment forced = read_comment("1. Security\n\n1.2 Create a good system for the evaluation of prisons.\n", source, draft,
                                      built_in_registry());
  EXPECT_EQ(asks(forced), List{"insert 1.2"});
}

const char kDraft[] = "1. Security\n\n1.1 Promote the rights of felons.\n\n1.2 Create a system of prisons.\n";

/// "Promote the rights of persons." by A (felons -> persons), "Create a new system" by B.
const char kAccepted[] = "1. Security\n\n1.1 Promote the rights of persons.\n\n1.2 Create a new system of prisons.\n";

std::vector<Revision> revisions() {
  const std::string text = kAccepted;
  const std::size_t persons = text.find("persons");
  const std::size_t added = text.find("new ");
  return {{Revision::Kind::kDeletion, "Panama", "", {persons, persons}, "felons", 0},
          {Revision::Kind::kInsertion, "Panama", "", {persons, persons + 7}, "persons", 0},
          {Revision::Kind::kInsertion, "Jamaica", "", {added, added + 4}, "new ", 0}};
}

TEST(MarkedCopy, EachAuthorsChangesAreThatAuthors) {
  EXPECT_EQ(text_of_author(kAccepted, revisions(), "").text, kDraft);
  EXPECT_NE(text_of_author(kAccepted, revisions(), "Jamaica").text.find("of felons.\n\n1.2 Create a new"), std::string::npos);
  CommentSource source;
  source.revisions = revisions();
  const Comment c = read_comment(kAccepted, source, test::draft_of(kDraft), built_in_registry(), test::speakers());
  EXPECT_EQ(c.form, CommentForm::kMarkedCopy);
  EXPECT_EQ(asks(c, true), (List{"Panama replace 1.1", "Jamaica insert 1.2"}));
  EXPECT_EQ(c.by, (List{"Panama", "Jamaica"}));
  EXPECT_EQ(c.proposals[1].line, 5U);
  EXPECT_TRUE(c.diagnostics.empty());
}

TEST(MarkedCopy, NotesInTheMarginAreReadAsLetters) {
  const std::string text = kDraft;
  CommentSource source;
  const std::size_t felons = text.find("felons");
  source.margin = {{"Mexico", "", {felons, felons + 6}, "In paragraph 1.2, replace “prisons” with “jails”."},
                   {"Canada", "", {felons, felons + 6}, "What does this mean?"}};
  const Comment c = read_comment(text, source, test::draft_of(kDraft), built_in_registry(), test::speakers());
  EXPECT_EQ(asks(c, true), (List{"Mexico replace 1.2", "Canada remark 1.1"}));
  EXPECT_EQ(c.proposals[0].line, 3U);
  EXPECT_TRUE(c.proposals[0].placed);
}

TEST(MarkedCopy, WhatNoChangeMarksIsSaid) {
  CommentSource source;
  source.revisions = revisions();
  const Document other =
      test::draft_of("1. Security\n\n1.1 Promote the rights of felons.\n\n1.2 Create a great system of prisons.\n");
  const Comment c = read_comment(kAccepted, source, other, built_in_registry(), test::speakers());
  ASSERT_EQ(c.diagnostics.size(), 1U);
  EXPECT_NE(c.diagnostics[0].message.find("no tracked change marks"), std::string::npos);
}

}  // namespace
}  // namespace travaux
