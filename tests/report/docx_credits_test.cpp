// By whom the changes of a Word redline are, and what its margin says.
#include <deque>

#include "docx_support.h"

namespace travaux {
namespace {

using test::Pair;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t times = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
  return times;
}

/// Two letters, and a draft that took up what they ask for: "may" (CARICOM and SICA), "twice" (SICA); "courts" is nobody's.
class Round {
 public:
  Round()
      : pair_("1. Prisons\n1.1 States shall report once every year, in public and in writing, to judges.\n",
              "1. Prisons\n1.1 States may report twice every year, in public and in writing, to courts.\n") {
    letter("CARICOM", "2011-04-12", "In paragraph 1.1, replace “shall” with “may”.");
    letter("SICA", "", "1. In paragraph 1.1, replace “shall” with “may”.\n2. In paragraph 1.1, replace “once” with “twice”.");
    for (const Comment& comment : comments_) list_.push_back({&comment});
    attribution_ = attribute(pair_.from, pair_.to, pair_.changes, list_);
    pair_.redline = credited(pair_.redline, pair_.from, pair_.to, pair_.changes, attribution_);
  }

  std::string bytes(bool named, const std::string& only = {}) const {
    RedlineNotes notes;
    notes.origin.drafts = {{"rev. 1", "", "", "", {}, false}, {"rev. 2", "", "2011-05-03", "Chair", {}, false}};
    if (named) notes.credits = {&attribution_, &list_, only};
    return test::docx(pair_, notes);
  }

  std::map<std::string, std::string> parts(bool named, const std::string& only = {}) const {
    return test::parts_of(bytes(named, only));
  }

  const Pair& pair() const { return pair_; }

 private:
  void letter(const std::string& by, const std::string& date, const std::string& text) {
    CommentSource source;
    source.id = "letters/" + by + ".txt";
    source.by = by;
    source.date = date;
    comments_.push_back(read_comment(text, source, pair_.from, built_in_registry()));
  }

  Pair pair_;
  std::deque<Comment> comments_;
  std::vector<CommentOn> list_;
  Attribution attribution_;
};

TEST(RedlineDocxCredits, AChangeIsByTheGroupsThatAskedForIt) {
  const std::string xml = Round().parts(true)["word/document.xml"];
  EXPECT_TRUE(
      has(xml, "w:author=\"CARICOM, SICA\" w:date=\"2011-05-03T12:00:00Z\"><w:r><w:delText xml:space=\"preserve\"> shall"));
  EXPECT_TRUE(has(xml, "w:author=\"SICA\" w:date=\"2011-05-03T12:00:00Z\"><w:r><w:t xml:space=\"preserve\"> twice"));
  EXPECT_TRUE(has(xml, "w:author=\"Chair\" w:date=\"2011-05-03T12:00:00Z\"><w:r><w:t xml:space=\"preserve\"> courts"));
}

TEST(RedlineDocxCredits, AnEditHasItsEvidenceInTheMarginOnce) {
  auto parts = Round().parts(true);
  const std::string& comments = parts["word/comments.xml"];
  EXPECT_EQ(count(comments, "<w:comment "), 2u);
  EXPECT_TRUE(has(comments, "CARICOM, proposal 1 of its comment of 2011-04-12: in the words asked for"));
  EXPECT_TRUE(has(comments, "In paragraph 1.1, replace “shall” with “may”."));
  EXPECT_TRUE(has(comments, "SICA, proposal 2 of its comment: in the words asked for"));
  EXPECT_FALSE(has(comments, ".txt"));
  const std::string& xml = parts["word/document.xml"];
  for (const char* element : {"<w:commentRangeStart", "<w:commentRangeEnd", "<w:commentReference"}) {
    EXPECT_EQ(count(xml, element), 2u) << element;
  }
  EXPECT_TRUE(has(parts["word/_rels/document.xml.rels"], "comments.xml"));
  EXPECT_TRUE(has(parts["[Content_Types].xml"], "/word/comments.xml"));
}

TEST(RedlineDocxCredits, OneGroupAloneIsNamed) {
  auto parts = Round().parts(true, "CARICOM");
  for (const auto& [name, content] : parts) EXPECT_FALSE(has(content, "SICA")) << name;
  EXPECT_TRUE(has(parts["word/document.xml"], "w:author=\"CARICOM\""));
  EXPECT_TRUE(has(parts["word/document.xml"],
                  "w:author=\"Chair\" w:date=\"2011-05-03T12:00:00Z\"><w:r><w:t xml:space=\"preserve\"> twice"));
  EXPECT_EQ(count(parts["word/comments.xml"], "<w:comment "), 1u);
}

TEST(RedlineDocxCredits, NoGroupIsNamedUnlessItIsAskedFor) {
  const auto parts = Round().parts(false);
  for (const auto& [name, content] : parts) EXPECT_FALSE(has(content, "SICA") || has(content, "CARICOM")) << name;
  EXPECT_FALSE(parts.contains("word/comments.xml"));
}

TEST(RedlineDocxCredits, CommentsAreNoWordsOfTheText) {
  const Round round;
  EXPECT_EQ(test::accepted(round.bytes(true)), test::paragraph_forms(round.pair().to.source));
  EXPECT_EQ(test::rejected(round.bytes(true)), test::paragraph_forms(round.pair().from.source));
}

}  // namespace
}  // namespace travaux
