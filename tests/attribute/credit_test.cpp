// Which edit each changed word of a redline shows.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "attribute/support.h"

namespace travaux::testing {
namespace {

struct Case {
  Document from, to;
  DocumentDiff changes;
  Attribution attribution;
  Redline plain, redline;
};

Case compare(const std::string& before, const std::string& after) {
  Case made;
  made.from = document(before);
  made.to = document(after);
  resolve_instruments({&made.from, &made.to}, built_in_registry());
  made.changes = diff(made.from, made.to);
  made.attribution = attribute(made.from, made.to, made.changes, {});
  made.plain = build_redline(made.from, made.to, made.changes);
  made.redline = credited(made.plain, made.from, made.to, made.changes, made.attribution);
  return made;
}

std::string of_kind(const RedlineBlock& block, RunKind kind) {
  std::string text;
  for (const Run& run : block.runs) text += run.kind == kind ? run.text : "";
  return text;
}

std::vector<std::string> forms(std::string_view text) {
  std::vector<std::string> list;
  for (const Token& token : tokenize(text)) list.emplace_back(comparison_form(token.span.of(text)));
  return list;
}

/// Words of the runs of one kind that show an edit first of all.
std::map<std::size_t, std::vector<std::string>> shown(const Redline& redline, RunKind kind) {
  std::map<std::size_t, std::vector<std::string>> words;
  for (const RedlineBlock& block : redline.blocks) {
    for (const Run& run : block.runs) {
      if (run.kind != kind || run.edits.empty() || run.number) continue;
      const std::vector<std::string> list = forms(run.text);
      std::vector<std::string>& all = words[run.edits.front()];
      all.insert(all.end(), list.begin(), list.end());
    }
  }
  return words;
}

bool is_subsequence(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  auto at = whole.begin();
  return std::all_of(part.begin(), part.end(), [&](const std::string& word) {
    at = std::find(at, whole.end(), word);
    return at != whole.end() && (++at, true);
  });
}

void expect_laws(const Case& made) {
  ASSERT_EQ(made.plain.blocks.size(), made.redline.blocks.size());
  for (std::size_t b = 0; b < made.plain.blocks.size(); ++b) {
    for (const RunKind kind : {RunKind::kKept, RunKind::kInserted, RunKind::kDeleted})
      EXPECT_EQ(of_kind(made.plain.blocks[b], kind), of_kind(made.redline.blocks[b], kind));
  }
  const auto came = shown(made.redline, RunKind::kInserted), went = shown(made.redline, RunKind::kDeleted);
  for (std::size_t e = 0; e < made.attribution.edits.size(); ++e) {
    const AttributedEdit& edit = made.attribution.edits[e];
    if (edit.target != EditTarget::kText) continue;
    const auto words = [e](const auto& map) { return map.contains(e) ? map.at(e) : std::vector<std::string>(); };
    EXPECT_TRUE(is_subsequence(words(came), forms(edit.to))) << edit.from_item << ": " << edit.from << " -> " << edit.to;
    EXPECT_TRUE(is_subsequence(words(went), forms(edit.from))) << edit.from_item << ": " << edit.from << " -> " << edit.to;
    EXPECT_FALSE(words(came).empty() && words(went).empty()) << edit.from_item << ": " << edit.from << " -> " << edit.to;
  }
  for (const RedlineBlock& block : made.redline.blocks) {
    for (const Run& run : block.runs) {
      const bool changed_words = run.kind != RunKind::kKept && !run.number && !forms(run.text).empty();
      const bool must_show = changed_words && block.role == Role::kItem;
      EXPECT_FALSE(must_show && run.edits.empty()) << block.address << ": " << run.text;
      EXPECT_FALSE(run.kind == RunKind::kKept && !run.edits.empty()) << run.text;
    }
  }
}

std::string replaced(std::string text, const std::string& old_words, const std::string& new_words) {
  return text.replace(text.find(old_words), old_words.size(), new_words);
}

/// The edit that the words are shown by first of all; nullptr: none, or the words are no run.
const AttributedEdit* edit_of(const Case& made, RunKind kind, const std::string& words) {
  for (const RedlineBlock& block : made.redline.blocks) {
    for (const Run& run : block.runs) {
      if (run.kind == kind && fold_white_space(run.text) == words && !run.edits.empty())
        return &made.attribution.edits[run.edits.front()];
    }
  }
  return nullptr;
}

TEST(Credit, EveryChangedWordOfTheWorkedExampleShowsAnEditAndEveryEditIsShown) {
  const std::string march = march_7(), first = rev_1(), second = rev_2();
  for (const auto& [before, after] : {std::pair{march, first}, {first, second}, {march, second}, {second, march}})
    expect_laws(compare(before, after));
}

TEST(Credit, WordsOfTwoEditsNextToEachOtherAreApart) {
  const std::string after = replaced(replaced(kPlan, "Establish", "Adopt"), "every three years, where", "every five years, as");
  const Case made = compare(kPlan, after);
  expect_laws(made);
  const AttributedEdit* adopt = edit_of(made, RunKind::kInserted, "Adopt");
  const AttributedEdit* five = edit_of(made, RunKind::kInserted, "five");
  ASSERT_TRUE(adopt != nullptr && five != nullptr);
  EXPECT_EQ(adopt->from_item, "1.1");
  EXPECT_EQ(five->from_item, "1.3");
}

TEST(Credit, AnItemThatCameShowsItsWholeEditNumberAndAll) {
  const std::string after = kPlan + "\n2.4 Publish the names of all lighthouses in the region before the rainy season begins.\n";
  const Case made = compare(kPlan, after);
  expect_laws(made);
  const AttributedEdit* number = edit_of(made, RunKind::kInserted, "2.4");
  ASSERT_NE(number, nullptr);
  EXPECT_EQ(number->change, "added");
  EXPECT_EQ(number->target, EditTarget::kItem);
}

TEST(Credit, AnEditWithinAMovedItemIsToldFromTheMove) {
  const std::string item =
      "1.2 Create a hemispheric network of specialized centers that analyze data on homicides, robbery and kidnapping.\n\n";
  std::string after = replaced(kPlan, item, "");
  after += "\n" + replaced(replaced(item, "1.2", "2.4"), "kidnapping", "extortion");
  const Case made = compare(kPlan, after);
  expect_laws(made);
  const AttributedEdit* word = edit_of(made, RunKind::kInserted, "extortion");
  ASSERT_NE(word, nullptr);
  EXPECT_EQ(word->target, EditTarget::kText);
  const AttributedEdit* rest = edit_of(
      made, RunKind::kDeleted, "Create a hemispheric network of specialized centers that analyze data on homicides, robbery and");
  ASSERT_NE(rest, nullptr);
  EXPECT_EQ(rest->change, "moved");
}

TEST(Credit, AHeadingShowsItsRetitlingAndNoItemDoes) {
  const Case made = compare(kPlan, replaced(kPlan, "Prevention of Violence", "Prevention of Crime"));
  expect_laws(made);
  const AttributedEdit* title = edit_of(made, RunKind::kInserted, "Crime");
  ASSERT_NE(title, nullptr);
  EXPECT_EQ(title->change, "retitled");
}

}  // namespace
}  // namespace travaux::testing
