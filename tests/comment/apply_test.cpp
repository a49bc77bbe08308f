// Changes of words leave a text well spaced, and no mark twice.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "comment/support.h"

namespace travaux {
namespace {

using List = std::vector<std::string>;

std::string made(std::string_view text, const TextEdit& edit) {
  return apply_wanted(text, {{Field::kItem, {}, edit.span, edit.text}});
}

std::string after(const std::string& text, const std::string& anchor, const std::string& words) {
  return made(text, insertion(text, text.find(anchor) + anchor.size(), words, Attach::kAfter));
}

std::string before(const std::string& text, const std::string& anchor, const std::string& words) {
  return made(text, insertion(text, text.find(anchor), words, Attach::kBefore));
}

std::string without(const std::string& text, const std::string& words) {
  const std::size_t at = text.find(words);
  return made(text, removal(text, {at, at + words.size()}));
}

std::string instead(const std::string& text, const std::string& words, const std::string& other) {
  const std::size_t at = text.find(words);
  return made(text, replacement(text, {at, at + words.size()}, other));
}

TEST(Apply, WordsAreInsertedWithASpaceBetweenWordsAndNoneBeforeMarks) {
  EXPECT_EQ(after("by police forces of states", "police forces", "and customs"), "by police forces and customs of states");
  EXPECT_EQ(before("into legal frameworks.", "legal", "national"), "into national legal frameworks.");
  EXPECT_EQ(after("evaluation of prisons", "evaluation", ", every 3 years,"), "evaluation, every 3 years, of prisons");
  EXPECT_EQ(before("evaluation of prisons", "of", ", every 3 years,"), "evaluation, every 3 years, of prisons");
  EXPECT_EQ(after("extortion, abduction", "abduction", "and murder"), "extortion, abduction and murder");
  EXPECT_EQ(before("Promote peace", "Promote", "Strongly"), "Strongly Promote peace");
  EXPECT_EQ(before("(the Parties)", "the", "all"), "(all the Parties)");
}

TEST(Apply, AMarkThatStandsThereAlreadyIsNotPutInAgain) {
  EXPECT_EQ(after("crime, violence and drugs", "crime", ", extortion,"), "crime, extortion, violence and drugs");
  EXPECT_EQ(after("Promote peace.", "peace", "and security."), "Promote peace and security.");
  EXPECT_EQ(instead("laws, rules", "laws", "model laws,"), "model laws, rules");
}

TEST(Apply, WordsAtTheEndGoBeforeTheFullStopUnlessTheyAreASentence) {
  EXPECT_EQ(made("Report each year.", addition("Report each year.", "and publish the report")),
            "Report each year and publish the report.");
  EXPECT_EQ(made("Report each year.", addition("Report each year.", ", in order to learn.")),
            "Report each year, in order to learn.");
  EXPECT_EQ(made("Report each year.", addition("Report each year.", "Reports are public.")),
            "Report each year. Reports are public.");
  EXPECT_EQ(made("Report each year", addition("Report each year", "to all")), "Report each year to all");
}

TEST(Apply, WordsAreTakenOutWithTheirSpaceAndComma) {
  EXPECT_EQ(without("Review and, where appropriate, update", ", where appropriate,"), "Review and update");
  EXPECT_EQ(without("extortion, abduction, murder, and theft", "abduction"), "extortion, murder, and theft");
  EXPECT_EQ(without("extortion, abduction.", "abduction"), "extortion.");
  EXPECT_EQ(without("Promote strong peace", "strong"), "Promote peace");
  EXPECT_EQ(without("Promote peace", "Promote"), "peace");
  EXPECT_EQ(without("Promote peace", "peace"), "Promote");
  EXPECT_EQ(without("one\ntwo three\nfour", "two"), "one\nthree\nfour");
  EXPECT_EQ(without("one\ntwo\nthree", "two"), "one\nthree");
}

TEST(Apply, WordsAreReplacedInPlace) {
  EXPECT_EQ(instead("prevent murder within", "murder", "homicide"), "prevent homicide within");
  EXPECT_EQ(instead("systems for sharing, for transfer", "sharing", "(a) sharing"), "systems for (a) sharing, for transfer");
  EXPECT_EQ(instead("shall report", "shall", ""), "report");
}

/// Texts of words and marks, as a person spaces them; no mark at a cut.
const List kWords = {"states", "shall", "promote", "peace", "and", "security", "in", "2011", "países"};

std::string spaced(const List& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

rc::Gen<List> some_words(std::size_t least) {
  return rc::gen::suchThat(rc::gen::container<List>(rc::gen::elementOf(kWords)),
                           [least](const List& words) { return words.size() >= least; });
}

RC_GTEST_PROP(Apply, EveryInsertionGivesTheWordsInTheirPlace, ()) {
  const List text = *some_words(1);
  const List words = *some_words(1);
  const auto at = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
  const bool is_before = *rc::gen::arbitrary<bool>();
  const std::string joined = spaced(text);
  const std::size_t place = spaced(List(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at))).size();
  List expected = text;
  expected.insert(expected.begin() + static_cast<std::ptrdiff_t>(at), words.begin(), words.end());
  const TextEdit edit = insertion(joined, place, spaced(words), is_before ? Attach::kBefore : Attach::kAfter);
  RC_ASSERT(made(joined, edit) == spaced(expected));
}

RC_GTEST_PROP(Apply, EveryDeletionAndReplacementGivesTheRest, ()) {
  const List text = *some_words(1);
  const auto begin = *rc::gen::inRange<std::size_t>(0, text.size());
  const auto end = *rc::gen::inRange<std::size_t>(begin + 1, text.size() + 1);
  const List words = *some_words(0);
  const auto offset = [](std::size_t i) { return static_cast<std::ptrdiff_t>(i); };
  const std::string before_it = spaced(List(text.begin(), text.begin() + offset(begin)));
  const std::string it = spaced(List(text.begin() + offset(begin), text.begin() + offset(end)));
  const std::size_t at = before_it.empty() ? 0 : before_it.size() + 1;
  List expected(text.begin(), text.begin() + offset(begin));
  expected.insert(expected.end(), words.begin(), words.end());
  expected.insert(expected.end(), text.begin() + offset(end), text.end());
  const TextEdit edit = replacement(spaced(text), {at, at + it.size()}, spaced(words));
  RC_ASSERT(made(spaced(text), edit) == spaced(expected));
}

RC_GTEST_PROP(Apply, EditsBetweenTwoTextsMadeAllTogetherGiveTheOther, ()) {
  const auto marked = [](List words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool comma = i % 3 == 2;
      text += (text.empty() ? "" : " ") + words[i] + (comma ? "," : "");
    }
    return text;
  };
  const std::string from = marked(*some_words(1));
  const std::string to = marked(*some_words(1));
  std::vector<WantedEdit> edits;
  for (const Edit& edit : diff_words(from, to)) {
    const TextEdit made = literal_edit(from, edit.from_span, edit.to);
    edits.push_back({Field::kItem, {}, made.span, made.text});
  }
  RC_ASSERT(comparison_form(apply_wanted(from, edits)) == comparison_form(to));
}

}  // namespace
}  // namespace travaux
