#include <fmt/format.h>

#include "support.h"

namespace travaux::test {
namespace {

struct Layout {
  std::size_t lines = 40;  ///< lines of text on a page
  std::string head;        ///< "{}" stands for the page's number
  std::string foot;
  bool form_feeds = true;
  bool blank_around = true;  ///< blank lines between the text and its head and foot
};

// Prints lines on pages.
std::string lay_out(const std::vector<std::string>& lines, const Layout& layout) {
  std::string result;
  std::size_t page = 0;
  const std::string gap = layout.blank_around ? "\n" : "";
  for (std::size_t i = 0; i < lines.size(); i += layout.lines) {
    ++page;
    if (page > 1 && layout.form_feeds) result += "\f";
    if (!layout.head.empty()) result += fmt::format(fmt::runtime(layout.head), page) + "\n" + gap;
    for (std::size_t n = i; n < std::min(lines.size(), i + layout.lines); ++n) result += lines[n] + "\n";
    if (!layout.foot.empty()) result += gap + fmt::format(fmt::runtime(layout.foot), page) + "\n" + gap;
  }
  return result;
}

// Prose in numbered paragraphs, a blank line between.
std::string prose(std::size_t paragraphs) {
  std::string text;
  for (std::size_t n = 1; n <= paragraphs; ++n) {
    text += fmt::format("{}. The States decide to ", n);
    for (std::size_t word = 0; word < 40 + n % 7; ++word) {
      text += fmt::format("{} ", std::vector<std::string>{"promote", "cooperation", "among", "police", "forces", "of", "the",
                                                          "region"}[(word * 5 + n) % 8]);
    }
    text += fmt::format("in accordance with national legislation number{}.\n\n", n);
  }
  return text;
}

TEST(Furniture, PageNumbersAndHeadsGoAndCutParagraphsAreWhole) {
  const auto text = prose(60);
  const auto expected = paragraphs_read(text);
  for (const bool form_feeds : {true, false}) {
    for (const bool blank_around : {true, false}) {
      for (const std::string foot : {"- {} -", "Page {} of 20", "Página {}", "– {} –", "{}/20"}) {
        for (const std::string head : {"", "GTDSS-6/11 rev. 2", "OEA/Ser.G GTDSS-6/11"}) {
          const Layout layout{33, head, foot, form_feeds, blank_around};
          EXPECT_EQ(paragraphs_read(lay_out(lines_of(wrap_text(text, 72)), layout)), expected)
              << foot << " under " << head << (form_feeds ? " with" : " without") << " form feeds";
        }
      }
    }
  }
}

TEST(Furniture, BareNumbersGoWhereTheyCountPages) {
  const auto text = prose(60);
  const auto expected = paragraphs_read(text);
  EXPECT_EQ(paragraphs_read(lay_out(lines_of(wrap_text(text, 72)), {33, "", "{}", true, true})), expected);
  EXPECT_EQ(paragraphs_read(lay_out(lines_of(wrap_text(text, 72)), {33, "", "{}", false, true})), expected);
  EXPECT_EQ(paragraphs_read(lay_out(lines_of(wrap_text(text, 72)), {33, "{}", "", true, true})), expected);
  EXPECT_EQ(paragraphs_read(lay_out(lines_of(wrap_text(text, 72)), {33, "DRAFT, page {}", "", true, true})), expected);
}

TEST(Furniture, AHeadingWithAColonAtThePagesTopBeginsAParagraph) {
  const auto second = [](const std::string& before, const std::string& top) {
    const auto found = paragraphs_read(
        "5.1 Develop rules for the safety of citizens and bring them into the\nframing of strategies and policies on "
        "the prevention of violence and\nthe growth of communities by the member states of the Organization\nof "
        "American States.\n\n" +
        before + "\n\n\f" + top + "\n\n“Foster the policies of public security”\n");
    return found.at(1);
  };
  const std::string passage =
      "Declaration of Lima: technical cooperation to strengthen the legal\nframeworks of the states against transnational "
      "organized crime and";
  const std::string title = "Conclusions and recommendations of the Second Meeting of Authorities";
  const std::string open = "Declaration of Lima: technical cooperation to strengthen the legal";
  const std::string heading = "Commitment to Public Security in the Americas (MISPA I):";
  EXPECT_EQ(second(open, heading), open);
  EXPECT_EQ(second(title, "Responsible for Penitentiary and Prison Policies:"),
            title + " Responsible for Penitentiary and Prison Policies:")
      << "the second half of a title";
  EXPECT_EQ(second(passage, heading), folded(passage) + " " + heading) << "the last word calls for more";
}

TEST(Furniture, TheMarch7DraftOnPagesReadsBackAsItWas) {
  const auto source = san_salvador();
  if (source.empty()) GTEST_SKIP() << "the March 7 draft is not at hand";
  const auto lines = lines_of(wrap_text(source, 78));
  const auto whole = paragraphs_read(wrap_text(source, 78));
  for (const std::size_t height : {31, 44, 57}) {
    const auto found = paragraphs_read(lay_out(lines, {height, "GTDSS/doc.5/11", "- {} -", true, true}));
    std::string words;
    std::string expected;
    for (const auto& paragraph : whole) expected += paragraph + " ";
    for (const auto& paragraph : found) words += paragraph + " ";
    EXPECT_EQ(words, expected) << height;
    EXPECT_LE(found.size(), whole.size() + 3) << height;
  }
}

TEST(Furniture, EveryLineThatGoesIsQuotedInANote) {
  const auto text = lay_out(lines_of(wrap_text(prose(30), 72)), {33, "GTDSS-6/11", "- {} -", true, true});
  const auto reading = read_bytes(text, "draft.txt");
  ASSERT_TRUE(reading);
  const auto lines = lines_of(text);
  std::size_t feet = 0;
  for (const auto& line : lines) feet += line.starts_with("- ");
  EXPECT_EQ(reading->diagnostics.size(), 2 * feet);
  for (const auto& note : reading->diagnostics) {
    const auto line = folded(lines.at(note.line - 1).substr(lines.at(note.line - 1).starts_with("\f") ? 1 : 0));
    EXPECT_NE(note.message.find("\"" + line + "\""), std::string::npos) << note.message;
  }
}

TEST(Furniture, AHeadingThatIsRepeatedIsNoRunningHead) {
  std::string text;
  for (int page = 0; page < 5; ++page) {
    if (page > 0) text += "\f";
    for (int citation = 0; citation < 3; ++citation) {
      text += fmt::format(
          "Commitment to Public Security in the Americas (MISPA I):\n\n“Promote measure {} of page {} for security”\n\n",
          citation, page);
    }
  }
  EXPECT_EQ(paragraphs_read(text).size(), 30u);
  EXPECT_TRUE(read_bytes(text, "x.txt")->diagnostics.empty());
}

TEST(Furniture, ArticlesAtTheTopOfEachPageAreNoRunningHeads) {
  std::string text;
  for (int page = 1; page <= 6; ++page)
    text += fmt::format("{}Article {}\n\nThe Parties shall cooperate in matter {}.\n", page > 1 ? "\f" : "", page, page);
  EXPECT_EQ(paragraphs_read(text).size(), 12u);
}

TEST(Furniture, LoneNumbersThatCountNoPagesStay) {
  EXPECT_EQ(paragraphs_read("1\n\nIntroduction\n\nText.\n\n2\n\nMeasures\n\nText.\n\n3\n\nEnd\n\nText.\n").size(), 9u);
  EXPECT_EQ(paragraphs_read("Votes\n\n3\n\n4\n\n5\n\nAbstentions\n").size(), 5u);
  EXPECT_EQ(paragraphs_read("1.\n\nThe States decide.\n\n2.\n\nThe States agree.\n").size(), 4u);
}

std::string texts_joined(const std::string& bytes) {
  std::string joined;
  for (const auto& paragraph : paragraphs_read(bytes)) joined += paragraph + "|";
  return joined;
}

TEST(Furniture, OfTwoPagesTheSecondRepeatsTheTitle) {
  EXPECT_EQ(texts_joined("JOINT STATEMENT OF THE MINISTERS\n\nWe met.\n\fJOINT STATEMENT OF THE MINISTERS\n\nWe agreed.\n"),
            "JOINT STATEMENT OF THE MINISTERS|We met.|We agreed.|");
}

TEST(Furniture, WhatTwoPagesSayAlikeInAnArticleStays) {
  EXPECT_EQ(texts_joined("Article 1\n\nWe meet.\n\fArticle 2\n\nWe agree.\n"), "Article 1|We meet.|Article 2|We agree.|");
  EXPECT_EQ(texts_joined("We met.\n\nWe agreed.\n\fWe met.\n\nWe left.\n"), "We met.|We agreed.|We met.|We left.|");
}

TEST(Furniture, LinesOfOneMarkAreRules) {
  EXPECT_EQ(texts_joined("Definitions\n-----------\n\nWe met.\n\n=====\n\nWe agreed -- we left.\n"),
            "Definitions|We met.|We agreed -- we left.|");
}

TEST(Furniture, ATitleThatPagesRepeatStaysBeforeItsVersion) {
  std::string text = "PLAN OF ACTION\n\n(Rev. 2, May 3, 2010)\n\nWe met.\n";
  for (int page = 2; page <= 5; ++page) text += fmt::format("\fPLAN OF ACTION\n\nWe agreed on {} things.\n", page);
  EXPECT_TRUE(
      texts_joined(text).starts_with("PLAN OF ACTION|(Rev. 2, May 3, 2010)|We met.|We agreed on 2 things.|We agreed on 3"));
}

}  // namespace
}  // namespace travaux::test
