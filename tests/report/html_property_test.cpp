#include <rapidcheck.h>

#include "support.h"

namespace travaux {
namespace {

/// A draft of a few items whose words are so few that drafts have much in common.
std::string draft_text() {
  static const std::vector<std::string> kPieces{"shall", "may",   "act",  "(s)",        ", and", ".",    "30", "-day",
                                                "[",     "]",     "“so”", "<b>",        "a&b",   "état", "國", "x\u00A0y",
                                                "e.g",   "\n(a)", "\n",   "\u202Eback", "--",    "1.5"};
  std::string text = "PLAN\n\n";
  const int sections = *rc::gen::inRange(1, 3);
  for (int s = 1; s <= sections; ++s) {
    text += std::to_string(s) + ". Section\n";
    const int items = *rc::gen::inRange(0, 4);
    for (int i = 1; i <= items; ++i) {
      text += std::to_string(s) + "." + std::to_string(i) + " ";
      for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces))) {
        text += piece + (*rc::gen::arbitrary<bool>() ? " " : "");
      }
      text += "\n";
    }
  }
  return text;
}

/// What the redline itself says that one of the drafts is.
std::string words_of(const Redline& redline, RunKind other) {
  std::string words;
  for (const RedlineBlock& block : redline.blocks) {
    for (const Run& run : block.runs) words += run.kind == other ? "" : run.text;
    words += "\n";
  }
  return comparison_form(words);
}

TEST(RedlineHtmlProperty, AnyTwoDraftsCanBeReadOutOfTheirRedline) {
  EXPECT_TRUE(rc::check([] {
    const test::Pair pair(draft_text(), draft_text());
    const std::string page = pair.html();
    RC_ASSERT(comparison_form(test::later_words(page)) == words_of(pair.redline, RunKind::kDeleted));
    RC_ASSERT(comparison_form(test::earlier_words(page)) == words_of(pair.redline, RunKind::kInserted));
  }));
}

}  // namespace
}  // namespace travaux
