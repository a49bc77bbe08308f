// Every word of both drafts lies in exactly one fact, and the facts say what the report says.
#include "travaux/ledger.h"

#include <gtest/gtest.h>

#include <rapidcheck.h>

#include "support/texts.h"

namespace travaux {
namespace {

using namespace travaux::testing;

struct Compared {
  Document from, to;
  DocumentDiff changes;
  Ledger ledger;
};

Compared compare(const std::string& a, const std::string& b) {
  Compared result{document(a), document(b), {}, {}};
  resolve_instruments({&result.from, &result.to}, {});
  result.changes = diff(result.from, result.to);
  result.ledger = account(result.from, result.to, result.changes);
  return result;
}

/// The tokens of a source that no fact covers, or several do.
std::vector<std::string> uncovered(const std::string& source, const Ledger& ledger, Span Fact::*side) {
  std::vector<Span> spans;
  for (const Fact& fact : ledger.facts) {
    if (!(fact.*side).empty()) spans.push_back(fact.*side);
  }
  std::vector<std::string> wrong;
  for (const Token& token : tokenize(source)) {
    const auto holds = [&token](const Span& span) { return span.begin <= token.span.begin && token.span.end <= span.end; };
    if (std::count_if(spans.begin(), spans.end(), holds) != 1) wrong.emplace_back(token.span.of(source));
  }
  return wrong;
}

std::size_t sum_of(const Ledger& ledger, std::size_t Fact::*tokens) {
  std::size_t sum = 0;
  for (const Fact& fact : ledger.facts) sum += fact.*tokens;
  return sum;
}

void expect_true(const std::string& a, const std::string& b) {
  const Compared c = compare(a, b);
  EXPECT_EQ(uncovered(c.from.source, c.ledger, &Fact::from), std::vector<std::string>{});
  EXPECT_EQ(uncovered(c.to.source, c.ledger, &Fact::to), std::vector<std::string>{});
  EXPECT_EQ(sum_of(c.ledger, &Fact::from_tokens), tokenize(c.from.source).size());
  EXPECT_EQ(sum_of(c.ledger, &Fact::to_tokens), tokenize(c.to.source).size());
  EXPECT_EQ(c.ledger.from.total(), tokenize(c.from.source).size());
  EXPECT_EQ(c.ledger.to.total(), tokenize(c.to.source).size());
  EXPECT_EQ(c.ledger.from.kept + c.ledger.from.moved, c.ledger.to.kept + c.ledger.to.moved);
  EXPECT_EQ(comparison_form(apply(c.ledger, c.from.source, c.to.source)), comparison_form(c.to.source));
  for (const Fact& fact : c.ledger.facts) {
    if (fact.fate != Fate::kKept && fact.fate != Fate::kMoved) continue;
    EXPECT_EQ(comparison_form(fact.from.of(c.from.source)), comparison_form(fact.to.of(c.to.source)));
  }
}

TEST(Ledger, EveryWordOfTheWorkedExampleLiesInOneFact) {
  const std::vector<std::string> drafts = {march_7(), rev_1(), rev_2(), ""};
  for (const std::string& a : drafts) {
    for (const std::string& b : drafts) expect_true(a, b);
  }
}

TEST(Ledger, EveryWordOfRealTreatiesToo) {
  std::vector<std::string> drafts;
  for (const char* name : {"23-oct", "4-dec", "12-dec"})
    drafts.push_back(slurp(source_path("../shared/data/paris-2015/" + std::string(name) + "-2015.md")));
  if (drafts.front().empty()) GTEST_SKIP() << "the three drafts of the Paris Agreement are not on this machine";
  for (const std::string& a : drafts) {
    for (const std::string& b : drafts) expect_true(a, b);
  }
}

TEST(Ledger, EveryWordOfAnythingLiesInOneFact) {
  EXPECT_TRUE(rc::check([] {
    const auto line = rc::gen::element<std::string>(
        "1. One", "2. Two", "1.1 Establish police protocols and teach schools.", "1.1 Establish police protocols.",
        "1.2 Teach schools.", "2.1 Establish police protocols now.", "Action Plan of Miami, 1994:", "“Work together”",
        "“Work apart”", "(a) first;", "(b) second.", "(AGREED)", "Plain text.", "Annex", "[Article 3bis] (forests)", "Article 4",
        "1. Each Party shall act.", "2. Each Party shall pay.", "—", "\xCC\x81x");
    const auto text = [&line] {
      std::string joined;
      for (const std::string& l : *rc::gen::container<std::vector<std::string>>(line)) joined += l + "\n";
      return joined;
    };
    expect_true(text(), text());
    RC_ASSERT(!::testing::Test::HasFailure());
  }));
}

TEST(Ledger, ADraftAgainstItselfIsKept) {
  const Compared c = compare(march_7(), march_7());
  EXPECT_EQ(c.ledger.from.kept, c.ledger.from.total());
  EXPECT_EQ(c.ledger.from, c.ledger.to);
}

const char* const kPlan =
    "1. Police\n1.1 Establish mechanisms for sharing good practices and lending forensic experts.\n"
    "1.2 Publish yearly statistics on burglary and car theft.\n2. Schools\n2.1 Teach mediation to all pupils.\n";

/// The facts of one fate: "from | to", the words of each side.
std::vector<std::string> facts(const Compared& c, Fate fate, bool number = false) {
  std::vector<std::string> lines;
  for (const Fact& fact : c.ledger.facts) {
    if (fact.fate != fate || fact.number != number) continue;
    lines.push_back(std::string(fact.from.of(c.from.source)) + " | " + std::string(fact.to.of(c.to.source)));
  }
  return lines;
}

using List = std::vector<std::string>;

TEST(Ledger, AMovedItemsWordsAreMovedAndItsEditsEdited) {
  std::string later = replace_all(kPlan, "1.2 Publish yearly statistics on burglary and car theft.\n", "");
  later += "2.2 Publish quarterly statistics on burglary and car theft.\n";
  const Compared c = compare(kPlan, later);
  EXPECT_EQ(facts(c, Fate::kMoved),
            (List{"Publish | Publish", "statistics on burglary and car theft. | statistics on burglary and car theft."}));
  EXPECT_EQ(facts(c, Fate::kEdited), (List{"yearly | quarterly"}));
  EXPECT_EQ(facts(c, Fate::kEdited, true), (List{"1.2 | 2.2"}));
}

TEST(Ledger, ADividedItemKeepsItsWordsInAllItsParts) {
  const std::string later = replace_all(replace_all(kPlan, "1.2 Publish", "1.3 Publish"), "practices and lending",
                                        "practices.\n1.2 Establish mechanisms for lending");
  const Compared c = compare(kPlan, later);
  EXPECT_EQ(facts(c, Fate::kEdited), (List{"and | .", " | Establish mechanisms for"}));
  EXPECT_EQ(c.ledger.from.removed, 0u);
}

}  // namespace
}  // namespace travaux
