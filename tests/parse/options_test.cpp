// Negotiating texts of treaties: inserted numbers, options that number afresh, text after lists, footnotes.
#include <gtest/gtest.h>

#include <map>

#include "support/texts.h"

namespace travaux {
namespace {

using namespace travaux::testing;

using List = std::vector<std::string>;

std::map<std::string, std::string> texts(const Document& document) {
  std::map<std::string, std::string> list;
  for_each_item(document, [&](const Item& item, const Place&) { list[item.address] = item.text; });
  return list;
}

List addresses(const Document& document) {
  List list;
  for_each_item(document, [&](const Item& item, const Place&) { list.push_back(item.address); });
  return list;
}

std::string treaty(const std::string& paragraphs) { return "Article 1\n\n" + paragraphs + "\nArticle 2\n\nThe end.\n"; }

TEST(Options, NumbersWithBisAreReadWithAndWithoutTheirStops) {
  const Document d =
      document(treaty("1. One.\n1bis. Two.\n2. Three.\n2bis Four.\n3. Five.\n3.bis Six.\n(3ter) Seven.\n4 bis [Eight.]\n"));
  EXPECT_EQ(addresses(d), (List{"Article 1/1", "Article 1/1 bis", "Article 1/2", "Article 1/2 bis", "Article 1/3",
                                "Article 1/3 bis", "Article 1/3 ter", "Article 1/4 bis", "Article 2"}));
  EXPECT_EQ(texts(d)["Article 1/3 ter"], "Seven.");
}

TEST(Options, ASentenceThatBeginsWithAFigureIsNoNumber) {
  const Document d = document(treaty("1. One.\n10 delegations agreed.\n2 bis in idem is a rule.\n2. Two.\n"));
  EXPECT_EQ(addresses(d), (List{"Article 1/1", "Article 1/2", "Article 2"}));
}

TEST(Options, AnOptionNumbersAfresh) {
  const Document d = document(treaty("Option 1:\n1. One.\n2. Two.\nOption 2:\n1. Three.\n2. Four.\n3. Five.\n"));
  EXPECT_EQ(addresses(d), (List{"Article 1/1", "Article 1/2", "Article 1/1#2", "Article 1/2#2", "Article 1/3", "Article 2"}));
  EXPECT_EQ(texts(d)["Article 1/1#2"], "Three.");
}

TEST(Options, ANumberThatFallsBackWithoutAnOptionIsText) {
  const Document d = document(treaty("1. One.\n2. Two.\n1. Three.\n3. Four.\n"));
  EXPECT_EQ(addresses(d), (List{"Article 1/1", "Article 1/2", "Article 1/3", "Article 2"}));
}

TEST(Options, TextAfterAListBelongsToWhatTheListHangsFrom) {
  const Document d = document(treaty("1. The Parties shall:\n(a) meet;\n(b) report.\nThey shall do so every year.\n2. Two.\n"));
  EXPECT_EQ(texts(d)["Article 1/1/(b)"], "report.");
  EXPECT_EQ(texts(d)["Article 1/1"], "The Parties shall:\nThey shall do so every year.");
}

TEST(Options, TextWithinAListBelongsToItsPoint) {
  const Document d =
      document(treaty("1. The Parties shall:\n(a) meet.\nThey shall do so every year.\n(b) report on:\nwork\n2. Two.\n"));
  EXPECT_EQ(texts(d)["Article 1/1/(a)"], "meet.\nThey shall do so every year.");
}

TEST(Options, AListAfterAListStandsBesideIt) {
  const Document d = document(treaty("1. Option A:\n(a) meet;\n(b) report.\nThe Parties may:\n(a) write;\n(b) call.\n2. Two.\n"));
  EXPECT_EQ(addresses(d), (List{"Article 1/1", "Article 1/1/(a)", "Article 1/1/(b)", "Article 1/1/(a)#2", "Article 1/1/(b)#2",
                                "Article 1/2", "Article 2"}));
}

TEST(Options, AListUnderAPointsSecondParagraphHangsFromThePoint) {
  const Document d = document(
      "# Article 1\n\n1. Bodies:\n\n    1. Option 1: Meet.\n\n        Option 2: Do this:\n\n        1. Write;\n        2. "
      "Call.\n\n"
      "# Article 2\n\nThe end.\n",
      "draft.md");
  EXPECT_EQ(addresses(d), (List{"Article 1/1", "Article 1/1/1", "Article 1/1/1/1", "Article 1/1/1/2", "Article 2"}));
}

TEST(Options, FootnotesOfMarkdownAreBackMatter) {
  const Document d = document(
      "# Article 1\n\n1. One.[^1]\n\n# Article 2\n\nThe end.\n\n[^1]: Overlaps with option B.\n\n"
      "    Options include this.\n",
      "draft.md");
  EXPECT_EQ(texts(d)["Article 2"], "The end.");
  EXPECT_EQ(d.back, "¹ Overlaps with option B.\nOptions include this.");
}

TEST(Options, AnIndentOfOneSpaceIsNone) {
  const Document d = document("# Article 1\n\n**Option 1:**\n\n 1. One.\n\n 2. Two.\n\n# Article 2\n\nThe end.\n", "draft.md");
  EXPECT_EQ(addresses(d), (List{"Article 1/1", "Article 1/2", "Article 2"}));
}

}  // namespace
}  // namespace travaux
