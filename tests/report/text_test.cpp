#include "support.h"

namespace travaux {
namespace {

const char kEarlier[] =
    "PLAN\n(rev. 1)\n\n1. Police\n1.1 States shall act together, in good faith and as soon as they can, within 30 days of the "
    "adoption of this plan.\n\n"
    "AG/RES. 2551 (XL-O/10) – Work Plan against Trafficking in Persons:\ntrain security forces.\n\n"
    "1.2 Keep watch over every harbour.\n(AGREED ad ref.)\n1.3 Study the causes of violence in cities and towns.\n";
const char kLater[] =
    "PLAN\n(rev. 2)\n\n1. Police forces\n1.1 States may act together, in good faith and as soon as they can, within 60 days of "
    "the adoption of this plan.\n"
    "1.2 Train the instructors of the police schools each year.\n1.3 Keep watch over every harbour.\n(AGREED)\n";

TEST(DiffText, TellsItemByItemWhatChangedAndHow) {
  const test::Pair pair(kEarlier, kLater);
  EXPECT_EQ(render_debug(diff_text(pair.changes, pair.from, pair.to)), R"([heading]rev. 1 → rev. 2[/]

[heading]Before the first section[/]
      PLAN (rev. [deleted]1[/] [inserted]2[/])  · [tag]number[/]

[heading]1  Police forces[/]  [tag]retitled[/]
      Police [inserted]forces[/]

  [address]1.1[/]  [tag]edited[/]
      States [deleted]shall[/] [inserted]may[/] act together, in good[dim]…[/]  · [tag]weakened[/]
      [dim]…[/]as they can, within [deleted]30[/] [inserted]60[/] days of the adoption of[dim]…[/]  · [tag]number[/]
      [removed]− AG/RES. 2551 (XL-O/10) – Work Plan against Trafficking in Persons[/][dim]  1 passage[/]

  [added]+ 1.2[/]  [tag]added[/]
      [added]Train the instructors of the police schools each year.[/]

  [address]1.2 → 1.3[/]  [tag]renumbered, status[/]
      [note]status [/][deleted](AGREED ad ref.)[/] [inserted](AGREED)[/]

  [removed]− 1.3[/]  [tag]removed[/]
      [removed]Study the causes of violence in cities and towns.[/]

[heading]Summary[/]
  [address]front[/]       1 [tag]edit[/]
  [address]sections[/]    1 [tag]retitled[/]
  [address]items[/]       1 [tag]added[/], 1 [tag]removed[/], 1 [tag]edited[/], 1 [tag]renumbered[/], 1 [tag]status[/]
  [address]citations[/]   1 [tag]removed[/]
)");
}

TEST(DiffText, ShowsNeighbouringEditsOnOneLine) {
  const test::Pair pair("1. A\n1.1 One two three four five six.\n", "1. A\n1.1 One too three fore five six.\n");
  const std::string text = render(diff_text(pair.changes, pair.from, pair.to));
  EXPECT_NE(text.find("      One [-two-] {+too+} three [-four-] {+fore+} five six.\n"), std::string::npos) << text;
}

TEST(DiffText, SaysInOneSentenceThatNothingChanged) {
  const test::Pair pair(kEarlier, kEarlier);
  EXPECT_EQ(render(diff_text(pair.changes, pair.from, pair.to)), "No difference.\n");
  EXPECT_EQ(render(diff_summary_text(pair.changes)), "No difference.\n");
}

TEST(DiffText, TellsAtBothItemsThatACitationMoved) {
  const std::string cited =
      "AG/RES. 2551 (XL-O/10) – Work Plan against Trafficking in Persons:\n“Train the security forces of the region.”\n";
  const test::Pair pair("1. A\n1.1 Act together against crime.\n" + cited + "1.2 Watch every harbour at night.\n",
                        "1. A\n1.1 Act together against crime.\n1.2 Watch every harbour at night.\n" + cited);
  const std::string text = render(diff_text(pair.changes, pair.from, pair.to));
  EXPECT_NE(text.find("← AG/RES. 2551 (XL-O/10) – Work Plan against Trafficking in Persons  moved to 1.2\n"), std::string::npos)
      << text;
  EXPECT_NE(text.find("→ AG/RES. 2551 (XL-O/10) – Work Plan against Trafficking in Persons  moved from 1.1\n"), std::string::npos)
      << text;
}

TEST(DiffText, SaysThatAnAnswerIsCoarser) {
  test::Pair pair(kEarlier, kLater);
  pair.changes.degraded = "over 40000 tokens";
  const std::string text = render_debug(diff_summary_text(pair.changes));
  EXPECT_NE(text.find("[warning]Coarser than it could be: over 40000 tokens[/]"), std::string::npos) << text;
}

TEST(DiffText, PutsWhatIsGoneWhereItStood) {
  const test::Pair pair("1. A\n1.1 Watch every harbour.\n2. B\n2.1 Study the causes of crime.\n3. C\n3.1 Train the police.\n",
                        "1. A\n1.1 Watch each harbour.\n3. C\n3.1 Train the whole police.\n");
  const std::string text = render(diff_text(pair.changes, pair.from, pair.to));
  const std::size_t first = text.find("1  A"), gone = text.find("2  B  removed"), last = text.find("3  C");
  EXPECT_LT(first, gone) << text;
  EXPECT_LT(gone, last) << text;
}

TEST(DiffText, SurvivesSpansAndPlacesThatFitNoDocument) {
  DocumentDiff changes;
  ItemDiff item;
  item.from = {"9.9"};
  item.to = {"9.9"};
  item.changes.add(Change::kEdited);
  item.edits.push_back({"old", "new", "9.9", "9.9", {5, 8}, {5, 8}, EditClass::kSubstantive, Strength::kNone});
  Place place;
  place.section = 0;
  place.item = {0};
  item.from_places = item.to_places = {place};
  changes.items.push_back(item);
  Document document;
  document.sections.emplace_back();
  EXPECT_NE(render(diff_text(changes, document, document)).find("[-old-] {+new+}"), std::string::npos);
}

TEST(ItemText, ShowsTextStatusSubItemsAndCitations) {
  const Document document = test::history("drafts/2011-05-19-rev-2.txt");
  const std::string first = render_debug(item_text(document, *find_address(document, "1.1")));
  EXPECT_TRUE(first.starts_with("[address]1.1[/]  Establish protocols for coordinated action")) << first;
  EXPECT_NE(first.find("[tag](AGREED ad ref., May 12)[/]"), std::string::npos);
  EXPECT_NE(first.find("[address]Commitment to Public Security in the Americas (MISPA I):[/]"), std::string::npos);
  const std::string nested = render(item_text(document, *find_address(document, "6.1")));
  EXPECT_NE(nested.find("\n     (a)  receive and channel"), std::string::npos) << nested;
}

TEST(ItemText, ShowsAWholeSection) {
  const Document document = test::history("drafts/2011-05-19-rev-2.txt");
  const std::string text = render(item_text(document, *find_address(document, "6")));
  EXPECT_TRUE(text.starts_with("6  Participation of Citizens, Civil Society, and the Private Sector\n")) << text;
  EXPECT_NE(text.find("\n6.3  "), std::string::npos);
}

TEST(RedlineText, ShowsTheWholeTextWithItsMarks) {
  RedlineBlock moved = test::block(Role::kItem, {{RunKind::kDeleted, "1.2 Watch."}});
  moved.move = 1;
  moved.from_side = true;
  const Redline redline = test::redline_of({test::block(Role::kSectionHeading, {{RunKind::kKept, "1. First"}}),
                                            test::block(Role::kItem, {{RunKind::kKept, "1.1 States"},
                                                                      {RunKind::kDeleted, " shall"},
                                                                      {RunKind::kInserted, " may"},
                                                                      {RunKind::kKept, " act.\nAnd rest."}}),
                                            moved});
  RedlineNotes notes;
  notes.notices = {"rev. 2 is a constructed example."};
  EXPECT_EQ(render(redline_text(redline, notes)), R"(Plan
rev. 1 → rev. 2
rev. 2 is a constructed example.
[-deleted-] {+inserted+} [<moved from here<] {>moved to here>}

1. First

1.1 States [-shall-] {+may+} act.
And rest.

[<1.2 Watch.<]
)");
}

}  // namespace
}  // namespace travaux
