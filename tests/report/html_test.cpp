#include <regex>
#include <set>

#include "support.h"

namespace travaux {
namespace {

using test::block;

std::string page_of(std::vector<RedlineBlock> blocks) { return redline_html(test::redline_of(std::move(blocks)), {}, {}, {}); }

/// Texts that stand between tags, markup stripped, outside the article too.
bool has(const std::string& page, std::string_view piece) { return page.find(piece) != std::string::npos; }

TEST(RedlineHtml, HoldsInItsArticleNothingButTheWordsOfTheDrafts) {
  const std::string page = page_of(
      {block(Role::kSectionHeading, {{RunKind::kKept, "1. First"}}, "1"), block(Role::kItem, {{RunKind::kKept, "1.1 States"},
                                                                                              {RunKind::kDeleted, " shall"},
                                                                                              {RunKind::kInserted, " may"},
                                                                                              {RunKind::kKept, " act."}})});
  EXPECT_EQ(fold_white_space(test::later_words(page)), "1. First 1.1 States may act.");
  EXPECT_EQ(fold_white_space(test::earlier_words(page)), "1. First 1.1 States shall act.");
  EXPECT_TRUE(has(page, "1.1 States <del>shall</del> <ins>may</ins> act.") ||
              has(page, "1.1 States <del>shall</del><ins>may</ins> act."))
      << page;
}

TEST(RedlineHtml, NeverGluesNorSplitsWordsOfEitherSide) {
  const std::string page = page_of({block(Role::kItem, {{RunKind::kKept, "rev."},
                                                        {RunKind::kDeleted, " 1"},
                                                        {RunKind::kInserted, " 2"},
                                                        {RunKind::kKept, ", the"},
                                                        {RunKind::kDeleted, " draft"},
                                                        {RunKind::kKept, "(s) of"},
                                                        {RunKind::kInserted, "\nall."},
                                                        {RunKind::kDeleted, " some "}})});
  EXPECT_EQ(fold_white_space(test::later_words(page)), "rev. 2, the(s) of all.");
  EXPECT_EQ(fold_white_space(test::earlier_words(page)), "rev. 1, the draft(s) of some");
  EXPECT_TRUE(has(page, "<del>1</del><ins>2</ins>, the<del> draft</del>(s) of")) << page;
}

TEST(RedlineHtml, MakesEachParagraphAnElementOfItsOwn) {
  const std::string page = page_of({block(Role::kItem, {{RunKind::kKept, "One.\n"}, {RunKind::kInserted, "Two.\nThree."}})});
  EXPECT_TRUE(has(page, ">One.</p>\n")) << page;
  EXPECT_TRUE(has(page, "<ins>Two.</ins></p>\n")) << page;
  EXPECT_TRUE(has(page, "<ins>Three.</ins></p>\n")) << page;
  EXPECT_FALSE(has(page, "<ins></ins>"));
}

TEST(RedlineHtml, KeepsAHeadingOfTwoLinesOneHeading) {
  const std::string page = page_of({block(Role::kSectionHeading, {{RunKind::kKept, "Article 4\nScope\n"}}, "Article 4")});
  EXPECT_TRUE(has(page, "Article 4<br>\nScope</h2>")) << page;
}

TEST(RedlineHtml, MakesHostileTextInert) {
  const std::string hostile =
      "</article><script>alert(1)</script>\" onload='x' &amp; a\x01"
      "b\x1b\u0085"
      "c";
  Redline redline = test::redline_of({block(Role::kItem, {{RunKind::kKept, hostile}}, hostile)});
  redline.title = redline.from_label = redline.to_label = redline.sections[1].heading = hostile;
  RedlineNotes notes;
  notes.notices = {hostile};
  notes.language = "en\" onclick=\"x";
  DocumentDiff changes;
  changes.degraded = hostile;
  const std::string page = redline_html(redline, changes, {}, {}, notes);
  EXPECT_FALSE(has(page, "<script>alert"));
  EXPECT_EQ(page.find("<script type="), page.rfind("<script type="));
  EXPECT_FALSE(has(page, "onclick=\""));
  EXPECT_FALSE(has(page, "\" onload="));
  EXPECT_EQ(page.find('\x01'), std::string::npos);
  EXPECT_TRUE(has(page, "a\uFFFDb\uFFFD c"));
  EXPECT_EQ(page.find("</article>"), page.rfind("</article>"));
}

TEST(RedlineHtml, FetchesNothing) {
  const test::Pair pair(test::history("drafts/2011-05-03-rev-1.txt"), test::history("drafts/2011-05-19-rev-2.txt"));
  const std::string page = pair.html();
  for (const char* out : {"src=", "url(", "@import", "<link", "<iframe", "http://", "https://", "javascript:", "cite="}) {
    EXPECT_FALSE(has(page, out)) << out;
  }
}

TEST(RedlineHtml, JoinsBothEndsOfAMoveWithoutAWord) {
  RedlineBlock gone = block(Role::kItem, {{RunKind::kDeleted, "2.3 Watch."}}, "2.3");
  RedlineBlock here = block(Role::kItem, {{RunKind::kInserted, "4.1 Watch."}}, "4.1");
  gone.move = here.move = 1;
  gone.from_side = true;
  const std::string page = page_of({gone, here});
  EXPECT_TRUE(has(page, R"(<a class="jump" href="#m1-to" data-label="moved to 4.1" aria-label="moved to 4.1"></a>)"
                        R"(<del class="moved" id="m1-from">2.3 Watch.</del>)"))
      << page;
  EXPECT_TRUE(has(page, R"(<a class="jump" href="#m1-from" data-label="moved from 2.3" aria-label="moved from 2.3"></a>)"
                        R"(<ins class="moved" id="m1-to">4.1 Watch.</ins>)"))
      << page;
  EXPECT_EQ(fold_white_space(test::later_words(page)), "4.1 Watch.");
}

TEST(RedlineHtml, SaysThatADraftIsConstructedOrAnAnswerCoarser) {
  test::Pair pair("1. A\n1.1 One.\n", "1. A\n1.1 Two.\n");
  pair.changes.degraded = "over the limit";
  RedlineNotes notes;
  notes.notices = {"rev. 2 is a constructed example, not a historical document."};
  const std::string page = pair.html(notes);
  EXPECT_TRUE(has(page, "<p class=\"notice\" dir=\"auto\">rev. 2 is a constructed example, not a historical document.</p>"));
  EXPECT_TRUE(has(page, "Coarser than it could be: over the limit"));
}

TEST(RedlineHtml, SaysThatNothingChanged) {
  const test::Pair pair("1. A\n1.1 One.\n", "1. A\n1.1 One.\n");
  EXPECT_TRUE(has(pair.html(), "<p>No difference.</p>"));
}

TEST(RedlineHtml, TakesItsLanguageFromTheLaterDraft) {
  Document spanish;
  spanish.language = "es";
  EXPECT_TRUE(redline_html({}, {}, {}, spanish).starts_with("<!DOCTYPE html>\n<html lang=\"es\">"));
  RedlineNotes notes;
  notes.language = "fr-CA";
  EXPECT_TRUE(has(redline_html({}, {}, {}, spanish, notes), "<html lang=\"fr-CA\">"));
  EXPECT_TRUE(has(redline_html({}, {}, {}, {}), "<html lang=\"en\">"));
}

/// Pairs of drafts: those of the history, and one of each family of texts.
const std::vector<std::pair<std::string, std::string>>& families() {
  static const std::vector<std::pair<std::string, std::string>> kTexts{
      {"TREATY\n\nArticle 1\nScope\n\n1. Each Party shall act.\n2. Each Party shall report.\n(a) yearly; and\n(b) in writing.\n\n"
       "Article 2\nReports\n\nReports are public.\n",
       "TREATY\n\nArticle 1\nAims and scope\n\n1. Each Party may act.\n2. Each Party shall report:\n(a) yearly;\n\nArticle 2\n\n"
       "Reports are secret.\n\nArticle 3\nParties\n\nThe Parties meet.\n"},
      {"THE GENERAL ASSEMBLY,\n\nRECALLING its earlier work,\n\nNOTING the report,\n\nRESOLVES:\n\n1. To act at once.\n\n2. To "
       "report.\n",
       "THE GENERAL ASSEMBLY,\n\nNOTING the report,\n\nRECALLING its earlier work,\n\nRESOLVES:\n\n1. To act.\n\n2. To report "
       "yearly.\n"},
      {"The first paragraph speaks of peace.\n\nThe second of war and of its causes.\n",
       "The second of war and of all its causes.\n\nThe first paragraph speaks of lasting peace.\n\nA third.\n"},
      {"1. A\n1.1 <b>x</b> & y</article> z\n1.1 twice the number\n1.2 </del><ins> a < b\n",
       "1. A\n1.1 <b>q</b> & \"y</article> z\n1.2 </del><ins> a > b\n1.1 twice the same number\n"},
      {"", "1. A\n1.1 One.\n"}};
  return kTexts;
}

Document draft_of(std::size_t pair, bool later) {
  static const std::vector<std::pair<std::size_t, std::size_t>> kHistory{{0, 1}, {1, 2}, {0, 2}, {1, 1}};
  if (pair < kHistory.size()) {
    return test::history(test::history_drafts()[later ? kHistory[pair].second : kHistory[pair].first]);
  }
  const auto& texts = families()[pair - kHistory.size()];
  return parse(later ? texts.second : texts.first);
}

/// Every pair in both directions.
class EveryRedline : public testing::TestWithParam<std::tuple<std::size_t, bool>> {
 protected:
  EveryRedline()
      : pair_(draft_of(std::get<0>(GetParam()), !std::get<1>(GetParam())),
              draft_of(std::get<0>(GetParam()), std::get<1>(GetParam()))) {}
  test::Pair pair_;
};

TEST_P(EveryRedline, IsTheLaterDraftWithoutDeletionsAndTheEarlierWithoutInsertions) {
  const std::string page = pair_.html();
  EXPECT_EQ(comparison_form(test::later_words(page)), comparison_form(pair_.to.source));
  EXPECT_EQ(comparison_form(test::earlier_words(page)), comparison_form(pair_.from.source));
}

TEST_P(EveryRedline, GivesEachIdOnceAndEveryLinkATarget) {
  const std::string page = pair_.html();
  std::set<std::string> ids;
  const std::regex id_pattern("\\sid=\"([^\"]*)\""), link_pattern("href=\"#([^\"]*)\"");
  for (std::sregex_iterator it(page.begin(), page.end(), id_pattern), end; it != end; ++it) {
    EXPECT_TRUE(ids.insert((*it)[1]).second) << (*it)[1];
  }
  for (std::sregex_iterator it(page.begin(), page.end(), link_pattern), end; it != end; ++it) {
    EXPECT_TRUE(ids.contains((*it)[1])) << (*it)[1];
  }
}

TEST_P(EveryRedline, ClosesEveryElementInOrder) {
  const std::string page = pair_.html();
  static const std::set<std::string> kVoid{"meta", "br", "input", "!DOCTYPE"};
  std::vector<std::string> open;
  const std::regex tag("<(/?)([!a-zA-Z0-9]+)[^>]*>");
  for (std::sregex_iterator it(page.begin(), page.end(), tag), end; it != end; ++it) {
    const std::string name = (*it)[2];
    if (kVoid.contains(name)) continue;
    if ((*it)[1] == "") {
      open.push_back(name);
    } else {
      ASSERT_FALSE(open.empty());
      ASSERT_EQ(open.back(), name) << it->position();
      open.pop_back();
    }
  }
  EXPECT_TRUE(open.empty());
}

TEST_P(EveryRedline, LinksEveryChangedItemAndMandate) {
  const std::string page = pair_.html();
  std::size_t linked = 0, changed = 0;
  const std::string row = "<tr><td class=\"address\"><a href=\"#";
  for (std::size_t at = page.find(row); at != std::string::npos; at = page.find(row, at + 1)) ++linked;
  for (const ItemDiff& item : pair_.changes.items) changed += item.changes.empty() ? 0 : 1;
  EXPECT_EQ(linked, changed);
  EXPECT_FALSE(has(page, "<tr><td><bdi>"));  // a mandate without a link
}

TEST_P(EveryRedline, IsTheSameOnEveryRun) { EXPECT_EQ(pair_.html(), pair_.html()); }

TEST_P(EveryRedline, AsTextIsBothDraftsToo) {
  const std::string text = render_debug(redline_text(pair_.redline));
  const auto without = [&](const std::string& style) {
    const std::regex gone("\\[(" + style + ")\\][^]*?\\[/\\]"),
        marks("\\[/\\]|\\[(inserted|deleted|moved-to|moved-from|heading|address)\\]");
    return std::regex_replace(std::regex_replace(text, gone, ""), marks, "");
  };
  const auto body = [](const std::string& words) { return comparison_form(words.substr(words.find("\n\n"))); };
  EXPECT_EQ(body(without("deleted|moved-from")), comparison_form(pair_.to.source));
  EXPECT_EQ(body(without("inserted|moved-to")), comparison_form(pair_.from.source));
}

INSTANTIATE_TEST_SUITE_P(Drafts, EveryRedline, testing::Combine(testing::Range<std::size_t>(0, 9), testing::Bool()));

}  // namespace
}  // namespace travaux
