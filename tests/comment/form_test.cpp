// What a comment is and who sent it, where nobody said so.
#include <gtest/gtest.h>

#include "comment/form.h"
#include "comment/support.h"

namespace travaux {
namespace {

using List = std::vector<std::string>;

TEST(Form, IsReadOffTheTextsOfTheHistory) {
  const auto form = [](const std::string& name, const Document& draft) {
    return test::read(test::history_text("comments/" + name), draft).form;
  };
  EXPECT_EQ(form("2011-04-12-caricom-letter.txt", test::march7()), CommentForm::kLetter);
  EXPECT_EQ(form("2011-04-14-andean-community-letter.txt", test::march7()), CommentForm::kLetter);
  EXPECT_EQ(form("2011-04-15-north-america-telegram.txt", test::march7()), CommentForm::kLetter);
  EXPECT_EQ(form("2011-04-18-mercosur-bracketed-text.txt", test::march7()), CommentForm::kBracketed);
  EXPECT_EQ(form("2011-04-19-sica-redraft.txt", test::march7()), CommentForm::kRedraft);
  EXPECT_EQ(form("2011-05-11-north-america-letter.txt", test::rev1()), CommentForm::kLetter);
}

TEST(Form, ALetterThatQuotesABracketIsALetter) {
  EXPECT_EQ(test::read("In paragraph 2.2, replace “[North America: voluntary]” with “[Mexico: voluntary]”.\n", test::rev1()).form,
            CommentForm::kLetter);
}

TEST(Form, TheSenderIsTheFirstGroupNamed) {
  EXPECT_EQ(test::read(test::history_text("comments/2011-04-12-caricom-letter.txt"), test::march7()).by, List{"CARICOM"});
  EXPECT_EQ(test::read(test::history_text("comments/2011-04-19-sica-redraft.txt"), test::march7()).by, List{"SICA"});
  EXPECT_EQ(test::read("Delete paragraph 1.1.\n", test::march7(), "Caribbean Community; sica").by, (List{"CARICOM", "SICA"}));
  CommentSource source;
  source.id = "comments/2011-mercosur.txt";
  EXPECT_EQ(senders_of("Delete paragraph 1.1.\n", source, test::march7(), test::speakers()), List{"MERCOSUR"});
}

TEST(Form, TheDateIsTheCommentsNotTheDrafts) {
  EXPECT_EQ(test::read(test::history_text("comments/2011-04-12-caricom-letter.txt"), test::march7()).date, "2011-04-12");
  EXPECT_EQ(test::read(test::history_text("comments/2011-04-14-andean-community-letter.txt"), test::march7()).date, "2011-04-14");
  EXPECT_EQ(test::read(test::history_text("comments/2011-04-15-north-america-telegram.txt"), test::march7()).date, "2011-04-15");
}

TEST(Form, WhatCannotBePlacedIsSaidWithWhereItsWordsStand) {
  const Comment c = test::read("In paragraph 1.1, replace “murder” with “homicide”.\n", test::march7(), "SICA");
  ASSERT_EQ(c.proposals.size(), 1U);
  EXPECT_FALSE(c.proposals[0].placed);
  ASSERT_EQ(c.diagnostics.size(), 1U);
  EXPECT_EQ(c.diagnostics[0].line, 1U);
  EXPECT_EQ(c.diagnostics[0].message, "“murder” does not stand in 1.1. The words stand in 5.2.");
}

TEST(Form, ALetterInALanguageWhoseRequestsAreNotReadSaysSo) {
  const auto told = [](const char* letter) {
    const Comment comment = test::read(letter, test::march7(), "SICA");
    return !comment.diagnostics.empty() && comment.diagnostics.front().message.find("is in French") != std::string::npos;
  };
  EXPECT_TRUE(
      told("Au paragraphe 1.1, remplacer « les trois ans » par « les deux ans » et supprimer le dernier mot de la phrase.\n"));
  EXPECT_FALSE(told("In paragraph 1.1, delete “police”.\n"));
  EXPECT_FALSE(told("En el párrafo 1.1, suprimir “police”.\n"));
}

}  // namespace
}  // namespace travaux
