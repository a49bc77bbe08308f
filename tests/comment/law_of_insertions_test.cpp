// A copy of a draft that has brackets, options and footnotes of its own asks for what was put into it, and for nothing else.
#include <gtest/gtest.h>

#include "comment/support.h"

namespace travaux {
namespace {

const char* const kText =
    "Negotiating text on lakes\n\n"
    "Article 1\nPurpose\n\n"
    "1. [The purpose of this Agreement [is] [shall be] to [enhance] [strengthen [and accelerate]] the protection of lakes.]\n\n"
    "2. Option 1: Developed country Parties shall provide [USD 10 million] [X million] per year by [2025][2030].\n\n"
    "Option 2: [All Parties] [in a position to do so] should provide finance.\n\n"
    "Option 3: No text.\n\n"
    "[Article 2\nTransparency\n\n"
    "3. Each Party [shall][should] report [biennially][annually] on finance [provided [and received]].\n\n"
    "4. [EU, Japan: The Secretariat shall compile the reports.] [SICA: The Secretariat shall prepare a synthesis.]]\n\n"
    "Article 3\n\n"
    "5. [To be completed]\n\n"
    "6. This Agreement shall enter into force on [date].\n\n"
    "Notes\n\n"
    "In all cases of support, where it says \"developed country Parties\", read \"developed country Parties and other "
    "Parties\".\n\n"
    "In all cases of support, where it says \"developing country Parties\", read \"developing country Parties and islands\".\n";

const Document& draft() {
  static const Document kDraft = test::draft_of(kText);
  return kDraft;
}

std::string with(std::string text, const std::string& after, const std::string& words) {
  const std::size_t at = text.find(after);
  EXPECT_NE(at, std::string::npos) << after;
  return text.insert(at + after.size(), words);
}

std::size_t requests(const Comment& comment) {
  return static_cast<std::size_t>(std::count_if(comment.proposals.begin(), comment.proposals.end(),
                                                [](const Proposal& p) { return p.asks != Ask::kRemark; }));
}

TEST(LawOfInsertions, TheDraftItselfIsARedraftThatAsksForNothing) {
  const Comment comment = test::read(kText, draft(), "CARICOM");
  EXPECT_EQ(comment.form, CommentForm::kRedraft);
  EXPECT_EQ(requests(comment), 0U);
}

TEST(LawOfInsertions, EachNamedInsertionIsOneRequest) {
  const std::vector<std::string> places = {
      "protection of", "[and accelerate",          "per year", "should provide", "[biennially][annually]",
      "enter into",    "Secretariat shall compile"};
  std::string all = kText;
  std::size_t count = 0;
  for (const std::string& place : places) {
    const Comment one = test::read(with(kText, place, " [CARICOM: swiftly]"), draft(), "CARICOM");
    EXPECT_EQ(one.form, CommentForm::kBracketed) << place;
    EXPECT_EQ(requests(one), 1U) << place;
    EXPECT_EQ(one.by, std::vector<std::string>{"CARICOM"}) << place;
    all = with(all, place, " [CARICOM: swiftly]");
    EXPECT_EQ(requests(test::read(all, draft(), "CARICOM")), ++count) << place;
  }
}

TEST(LawOfInsertions, ABracketThatHoldsANameAloneMakesABracketedCopy) {
  const Comment comment = test::read(with(kText, "5. [To be completed]", " The Parties shall meet in Lima. [CARICOM]"), draft());
  EXPECT_EQ(comment.form, CommentForm::kBracketed);
  std::string text = kText;
  text.replace(text.find("[To be completed]"), 17, "The Parties shall meet in Lima. [CARICOM]");
  const Comment signed_by = test::read(text, draft(), "SICA");
  const auto added = std::find_if(signed_by.proposals.begin(), signed_by.proposals.end(),
                                  [](const Proposal& p) { return p.new_words == "The Parties shall meet in Lima."; });
  ASSERT_NE(added, signed_by.proposals.end());
  EXPECT_EQ(added->by, std::vector<std::string>{"CARICOM"});
}

TEST(LawOfInsertions, AnExcerptOfABracketedDraftIsABracketedCopy) {
  const Comment comment = test::read(
      "Article 2\n\n3. Each Party [shall][should] report [biennially][annually] on [CARICOM: public] finance [provided [and "
      "received]].\n",
      draft(), "CARICOM");
  EXPECT_EQ(comment.form, CommentForm::kBracketed);
  EXPECT_EQ(requests(comment), 1U);
}

TEST(LawOfInsertions, ALabelOfAPartOfTheTextIsNoGroup) {
  const Comment comment = test::read(with(kText, "[and accelerate", " [CARICOM: x] [Preamble: on lakes]"), draft(), "CARICOM");
  EXPECT_EQ(comment.by, std::vector<std::string>{"CARICOM"});
}

TEST(LawOfInsertions, TheOuterBracketsOfAParagraphThatAreLeftOutAreOneRequestToLiftThem) {
  std::string text = kText;
  const auto drop = [&](const std::string& words, std::size_t at) { text.erase(text.find(words) + at, 1); };
  drop("[The purpose", 0);
  drop("lakes.]", 6);
  const Comment redraft = test::read(text, draft(), "CARICOM");
  ASSERT_EQ(test::asks(redraft), std::vector<std::string>{"unbracket Article 1/1"});
  EXPECT_TRUE(test::changed(redraft.proposals[0], draft()).starts_with("The purpose of this Agreement [is] [shall be]"));
  EXPECT_TRUE(test::changed(redraft.proposals[0], draft()).ends_with("of lakes."));
  const Comment copy = test::read(with(text, "per year", " [CARICOM: swiftly]"), draft(), "CARICOM");
  EXPECT_EQ(copy.form, CommentForm::kBracketed);
  EXPECT_EQ(requests(copy), 2U);
}

}  // namespace
}  // namespace travaux
