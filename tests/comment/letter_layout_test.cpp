// How a letter is laid out: headings, points, texts on lines of their own; and that no line of it is lost.
#include "comment/letter_support.h"

#include <rapidcheck/gtest.h>
#include <algorithm>
#include <fstream>
#include <sstream>

#include "travaux/read.h"

namespace travaux {
namespace {

const Row kLayouts[] = {
    {"2.1\nReplace “shall” with “should”.", "replace 2.1|-shall|+should"},
    {"Section 2\n2.1: delete “fully”.\n2.2: insert “voluntary” before “system”.",
     "delete 2.1|-fully ;; insert 2.2|+voluntary|@before system"},
    {"On paragraph 2.1:\n- replace “shall” with “should”;\n- delete “fully”.", "replace 2.1|-shall|+should ;; delete 2.1|-fully"},
    {"In paragraph 2.1:\n(a) replace “shall” with “should”;\n(b) delete “fully”.",
     "replace 2.1|-shall|+should ;; delete 2.1|-fully"},
    {"With regard to paragraph 2.1, SICA proposes the following:\n• replace “shall” with “should”\n• delete “fully”",
     "replace 2.1|-shall|+should ;; delete 2.1|-fully"},
    {"Paragraph 2.1 should read as follows:\n“Adopt laws.”", "reword 2.1|+Adopt laws."},
    {"Paragraph 2.1 should read as follows:\nAdopt laws.", "reword 2.1|+Adopt laws."},
    {"Paragraph 2.1 should read as follows:\n2.1 Adopt laws.", "reword 2.1|+Adopt laws."},
    {"After paragraph 2.3, add the following paragraph:\n\n“Develop plans.”", "add |+Develop plans.|>after 2.3"},
    {"El párrafo 2.1 debería decir:\n«Adoptar leyes.»", "reword 2.1|+Adoptar leyes."},
    {"## Paragraph 3.2\nWe propose to delete this paragraph.", "remove 3.2"},
    {"**2.1** Delete “fully”.", "delete 2.1|-fully"},
    {"Section 3\nAdd a new paragraph: “Develop plans.”", "add |+Develop plans.|>in §3"},
    {"Párrafo 2.1\nSustituir «deberán» por «deberían».\nSuprimir «plenamente».",
     "replace 2.1|-deberán|+deberían ;; delete 2.1|-plenamente"},
    {"Paragraph 2.1. This is too strong. We suggest replacing “shall” by “should”.", "replace 2.1|-shall|+should"},
    {"We have doubts about paragraph 2.1. It should be deleted.", "remove 2.1"},
    {"Paragraph 4.4 is important to us. We would like to retain it.", "keep 4.4"},
    {"Divide paragraph 1.3 into two paragraphs:\n“Share practices.”\n“Transfer knowledge.”",
     "split 1.3|/Share practices.|/Transfer knowledge."},
    {"Paragraph 2.1 should read: “Adopt laws,\nand apply them.”", "reword 2.1|+Adopt laws,\nand apply them."},
    {"General\nThe text is balanced.", "remark"},
    {"4: strike “fully”.", "delete 4|-fully"},
    {"PP3: delete “deeply”.\nOP1: replace “urges” by “invites”.", "delete PP3|-deeply ;; replace OP1|-urges|+invites"},
    {"Article 4\nParagraph 2: delete “promptly”.", "delete Article 4/2|-promptly"},
    {"Section 5 – Harmonization of laws\n5.2: replace “murder” with “homicide”.", "replace 5.2|-murder|+homicide"},
};

TEST(Letter, HeadingsAndLinesBelongTogether) {
  for (const Row& row : kLayouts) expect_read(row);
}

struct Read {
  std::string text;
  std::vector<Proposal> proposals;
  std::vector<Diagnostic> diagnostics;
};

Read read(const std::string& text) {
  Read result{text, {}, {}};
  result.proposals = read_letter(result.text, {"CARICOM"}, result.diagnostics);
  return result;
}

/// The lines that lie in no proposal's span.
std::vector<std::string> lost_lines(const Read& letter) {
  std::vector<std::string> lost;
  for (const Paragraph& line : paragraphs_of(letter.text)) {
    bool kept = false;
    for (const Proposal& proposal : letter.proposals)
      kept = kept || (proposal.span.begin <= line.span.begin && line.span.end <= proposal.span.end);
    for (std::size_t i = 0; i + 1 < letter.proposals.size(); ++i) {  // a line that several share
      const bool touches = letter.proposals[i].span.begin <= line.span.begin && line.span.begin < letter.proposals[i].span.end;
      for (std::size_t k = i + 1;
           touches && k < letter.proposals.size() && letter.proposals[k].span.begin <= letter.proposals[k - 1].span.end; ++k) {
        kept = kept || line.span.end <= letter.proposals[k].span.end;
      }
    }
    if (!kept) lost.emplace_back(line.span.of(letter.text));
  }
  return lost;
}

Read example(const std::string& name) {
  std::ifstream file(std::string(TRAVAUX_SOURCE_DIR) + "/history/san-salvador-2011/comments/" + name);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return read(read_bytes(bytes.str(), name).value().text);
}

/// "1 insert 1.1", one for each proposal that is no remark.
std::vector<std::string> asked(const Read& letter) {
  std::vector<std::string> result;
  for (const Proposal& proposal : letter.proposals) {
    if (proposal.asks == Ask::kRemark) continue;
    result.push_back(proposal.number.value_or("-") + " " + std::string(name_of(proposal.asks)));
  }
  return result;
}

using Lines = std::vector<std::string>;

TEST(Letter, TheWorkedExampleIsReadCompletely) {
  EXPECT_EQ(asked(example("2011-04-12-caricom-letter.txt")),
            (Lines{"1 insert", "2 insert", "3 add", "4 cite", "5 replace", "6 replace", "7 add", "- support"}));
  EXPECT_EQ(asked(example("2011-04-14-andean-community-letter.txt")),
            (Lines{"1 split", "2 insert", "3 delete", "4 add", "5 move", "6 add", "- support"}));
  EXPECT_EQ(asked(example("2011-04-15-north-america-telegram.txt")),
            (Lines{"2 replace", "3 uncite", "4 insert", "5 move", "6 reword", "7 replace", "8 reserve", "9 remove"}));
  EXPECT_EQ(asked(example("2011-05-09-caricom-letter.txt")),
            (Lines{"1 add", "2 replace", "3 replace", "4 replace", "- support"}));
  EXPECT_EQ(asked(example("2011-05-10-sica-letter.txt")), (Lines{"1 move", "2 insert", "3 merge", "4 keep", "5 replace"}));
  EXPECT_EQ(asked(example("2011-05-11-north-america-letter.txt")),
            (Lines{"1 unbracket", "2 replace", "3 move", "4 remove", "5 replace", "6 delete", "7 unbracket"}));
  EXPECT_EQ(asked(example("2011-05-13-andean-community-letter.txt")),
            (Lines{"1 delete", "2 retitle", "3 insert", "4 insert", "5 move", "6 add", "- support"}));
}

TEST(Letter, AnAdditionCarriesItsReference) {
  const Read letter = example("2011-05-09-caricom-letter.txt");
  const auto& citations = letter.proposals[4].citations;
  ASSERT_EQ(citations.size(), 1U);
  EXPECT_EQ(citations[0].first, "AG/RES. 2485 (XXXIX-O/09) – Special Security Concerns of Small Island States");
}

TEST(Letter, NoLineOfTheWorkedExampleIsLostOrDoubted) {
  for (const char* name : {"2011-04-12-caricom-letter.txt", "2011-04-14-andean-community-letter.txt",
                           "2011-04-15-north-america-telegram.txt", "2011-05-09-caricom-letter.txt", "2011-05-10-sica-letter.txt",
                           "2011-05-11-north-america-letter.txt", "2011-05-13-andean-community-letter.txt"}) {
    const Read letter = example(name);
    EXPECT_EQ(lost_lines(letter), Lines{}) << name;
    EXPECT_EQ(letter.diagnostics, std::vector<Diagnostic>{}) << name;
  }
}

TEST(Letter, PrintedNumbersAreKeptElseTheOrderCounts) {
  const Read printed = read("1. In 2.1, delete “A”.\n\n(b) In 2.2, delete “B”.\n\nWe support paragraph 3.1.\n");
  EXPECT_EQ(asked(printed), (Lines{"1 delete", "b delete", "- support"}));
  const Read plain = read(
      "Dear colleagues,\n\nIn 2.1, delete “A”.\n\nThe text is too long and says too little of victims.\n\nDelete paragraph "
      "2.2.\n");
  EXPECT_EQ(asked(plain), (Lines{"1 delete", "3 remove"}));
}

TEST(Letter, ARequestThatCannotBeReadIsARemarkWithItsLine) {
  const Read letter = read("Thank you.\n\nWe propose that “the like” in paragraph 2.1 be thought about again.\n");
  ASSERT_EQ(letter.diagnostics.size(), 1U);
  EXPECT_EQ(letter.diagnostics[0].line, 3U);
  EXPECT_EQ(letter.proposals.back().asks, Ask::kRemark);
  EXPECT_EQ(letter.proposals.back().line, 3U);
}

TEST(Letter, AProposalQuotesItsSentenceAndStandsWhereItStands) {
  const Read letter = read("Dear Chair,\n\n2. The text is good. In paragraph 2.1, delete  “fully”.\n");
  const Proposal& proposal = letter.proposals.back();
  EXPECT_EQ(proposal.words, "In paragraph 2.1, delete “fully”.");
  EXPECT_EQ(proposal.line, 3U);
  EXPECT_EQ(proposal.number, "2");
  EXPECT_EQ(proposal.by, (std::vector<std::string>{"CARICOM"}));
  ASSERT_EQ(proposal.targets.size(), 1U);
  EXPECT_EQ(proposal.targets[0].printed, "paragraph 2.1");
}

/// Lines put together at random, out of what letters are made of and of what they are not.
std::string random_letter() {
  static const std::vector<std::string> kLines = {
      "",
      "Dear Chair,",
      "2.1",
      "Section 3",
      "General",
      "1. In paragraph 2.1, replace “A” with “B” and delete “C”.",
      "(b) delete “D”;",
      "Paragraph 2.1 should read as follows:",
      "“Adopt laws,",
      "and apply them.”",
      "Al final del párrafo 5.1, agregar «e informar».",
      "We suggest “this.",
      "- • –",
      "→ → → ",
      "“”",
      "Merge with. Move to. Delete. Replace with with with.",
      "añadir: , ; . «»»",
      "Paragraphs 2.1 to 2.900 and 3.1 to 3.3 (a) (b)) should, if deleted, be moved after “",
      "In 2.1 '' \" ' “ ‘x’ ” delete",
      "**Párrafo 4:** (suprimir)",
      "We thank the Chair. Delete paragraph 3.2. It is long.",
  };
  std::string text;
  const auto count = *rc::gen::inRange(0, 14);
  for (int i = 0; i < count; ++i) text += *rc::gen::elementOf(kLines) + "\n";
  return text;
}

RC_GTEST_PROP(Letter, NoLineIsLost, ()) {
  const Read letter = read(random_letter());
  for (const std::string& line : lost_lines(letter)) RC_FAIL("lost: " + line + "\nof\n" + letter.text);
  std::size_t last = 0;
  for (const Proposal& proposal : letter.proposals) {
    RC_ASSERT(proposal.span.begin <= proposal.span.end);
    RC_ASSERT(proposal.span.end <= letter.text.size());
    RC_ASSERT(last <= proposal.line);
    last = proposal.line;
  }
}

/// Clauses of one line, parted by semicolons: requests, stands, and what is neither.
std::vector<std::string> random_clauses() {
  static const std::vector<std::string> kClauses = {"in 1.1, delete “A”",
                                                    "3.1: unacceptable",
                                                    "the rest is fine",
                                                    "paragraph 1.2 should not be deleted",
                                                    "we support 2.2",
                                                    "replace “B” by “C” in 1.3",
                                                    "we would look at it",
                                                    "Beta proposes to delete 1.4",
                                                    "that is much too expensive",
                                                    "delete paragraph 2.3",
                                                    "on 2.4 nothing is known",
                                                    "why delete 3.2?"};
  std::vector<std::string> result;
  const auto count = *rc::gen::inRange(1, 6);
  for (int i = 0; i < count; ++i) result.push_back(*rc::gen::elementOf(kClauses));
  return result;
}

RC_GTEST_PROP(Letter, NoClauseOfALineIsLost, ()) {
  const std::vector<std::string> clauses = random_clauses();
  std::string line;
  for (const std::string& clause : clauses) line += (line.empty() ? "" : "; ") + clause;
  const Read letter = read(line + ".\n");
  for (const std::string& whole : clauses) {
    const std::size_t head = whole.find(": ");  // of a line; no word of the request
    const std::string clause = head == std::string::npos ? whole : whole.substr(head + 2);
    const bool kept = std::any_of(letter.proposals.begin(), letter.proposals.end(),
                                  [&](const Proposal& proposal) { return proposal.words.find(clause) != std::string::npos; });
    if (!kept) RC_FAIL("lost: " + clause + "\nof\n" + letter.text);
  }
}

}  // namespace
}  // namespace travaux
