// What the page says of who asked, of the rounds and of its making.
#include <regex>
#include <set>
#include <sstream>

#include "support.h"

namespace travaux {
namespace {

bool has(const std::string& page, std::string_view piece) { return page.find(piece) != std::string::npos; }

std::size_t count_of(const std::string& page, std::string_view piece) {
  std::size_t count = 0;
  for (std::size_t at = page.find(piece); at != std::string::npos; at = page.find(piece, at + 1)) ++count;
  return count;
}

/// Two drafts, one edit of which CARICOM and SICA asked for, and one that nobody asked for.
struct Asked {
  test::Pair pair{"1. Aims\n1.1 States shall act at once.\n1.2 States shall report.\n",
                  "1. Aims\n1.1 States may act at once.\n1.2 States shall report yearly.\n"};
  std::vector<Comment> papers{Comment(), Comment()};
  std::vector<CommentOn> comments;
  Attribution attribution = attribute(pair.from, pair.to, pair.changes, {});

  explicit Asked(const std::string& mark = "") {
    for (std::size_t i = 0; i < papers.size(); ++i) {
      papers[i].id = "2011-05-09-secret-letter.txt";
      papers[i].by = {(i == 0 ? "CARICOM" : "SICA") + mark};
      papers[i].on = "rev. 1" + mark;
      papers[i].date = "2011-05-09" + mark;
      Proposal proposal;
      proposal.number = "7" + mark;
      proposal.words = "Replace “shall” with “may”." + mark;
      papers[i].proposals = {proposal};
    }
    for (const Comment& paper : papers) comments.push_back({&paper});
    attribution.edits[0].sources = {{"CARICOM" + mark, ProposalRef{0, 0}, 0.97, How::kVerbatim, "the word “may”" + mark},
                                    {"SICA" + mark, ProposalRef{1, 0}, 0.5, How::kAdapted, "“may”" + mark}};
  }

  std::string page(const std::string& only = "", bool credits = true) const {
    RedlineNotes notes;
    if (credits) notes.credits = {&attribution, &comments, only};
    return redline_html(credited(pair.redline, pair.from, pair.to, pair.changes, attribution), pair.changes, pair.from, pair.to,
                        notes);
  }
};

TEST(RedlineSources, StandAfterTheTextWithTheirEvidence) {
  const std::string page = Asked().page();
  EXPECT_TRUE(has(page, R"(<li id="e0">
<p class="what"><a href="#item-1.1"><bdi>1.1</bdi></a> <span class="tag edited">edited</span> )"
                        R"(<span class="tag substantive">substantive</span> <span class="tag weakened">weakened</span></p>
<p class="words" dir="auto"><span class="went">shall</span> <span class="came">may</span></p>
<ul>
<li>
<p class="who"><b><bdi>CARICOM</bdi></b>, proposal <bdi>7</bdi>, letter of <bdi>2011-05-09</bdi> on <bdi>rev. 1</bdi></p>
<p class="how">verbatim: in the words asked for (97%)</p>
<blockquote dir="auto">Replace “shall” with “may”.</blockquote>
<p class="evidence" dir="auto">the word “may”</p>
</li>)"))
      << page.substr(page.find("id=\"sources\""));
  EXPECT_TRUE(has(page, "1 of 2 changes were asked for; nobody asked for 1. <bdi>CARICOM</bdi>: 1. <bdi>SICA</bdi>: 1."));
}

TEST(RedlineSources, AreLinkedFromTheWordsWithoutAWordInTheText) {
  const Asked asked;
  const std::string page = asked.page();
  EXPECT_TRUE(has(page,
                  "<ins data-e=\"0\">may</ins><a class=\"asked-by\" href=\"#e0\" data-label=\"CARICOM, SICA\" "
                  "aria-label=\"asked for by CARICOM, SICA\"></a>"))
      << test::article_in(page);
  EXPECT_EQ(comparison_form(test::later_words(page)), comparison_form(asked.pair.to.source));
}

TEST(RedlineSources, SayPlainlyWhatNobodyAskedFor) {
  const std::string page = Asked().page();
  EXPECT_TRUE(has(page, "<h3>Nobody asked for these</h3>"));
  EXPECT_EQ(count_of(page, "<p class=\"nobody\">Nobody asked for it.</p>"), 1U);
}

TEST(RedlineSources, AreNotToldWithoutCredits) {
  const std::string page = Asked().page("", false);
  for (const char* told : {"CARICOM", "SICA", "id=\"sources\"", "class=\"asked-by\"", "Nobody asked for it.</p>"}) {
    EXPECT_FALSE(has(page, told)) << told;
  }
  EXPECT_TRUE(has(page, "\"class\":\"substantive\",\"strength\":\"weakened\""));
}

TEST(RedlineSources, ForOneGroupNameThatGroupAlone) {
  const Asked asked;
  const std::string page = asked.page("SICA");
  EXPECT_FALSE(has(page, "CARICOM"));
  EXPECT_TRUE(has(page, "data-label=\"SICA\""));
  EXPECT_TRUE(has(page, "\"groups\":[\"SICA\"]"));
  EXPECT_TRUE(has(page, "<bdi>SICA</bdi> asked for 1 change of 2."));
  EXPECT_FALSE(has(page, "obody asked for it.</p>"));
}

TEST(RedlineSources, ForOneGroupAreTheSameFromAllThatIsKnownAndFromWhatConcernsIt) {
  Asked asked;
  const std::string from_all = asked.page("SICA");
  asked.attribution = only_of(asked.attribution, "SICA", asked.comments);
  EXPECT_EQ(asked.page("SICA"), from_all);
}

TEST(RedlineSources, NameNoFile) { EXPECT_FALSE(has(Asked().page(), "secret-letter")); }

TEST(RedlineSources, AreTextWhateverTheySay) {
  const std::string hostile = "</script></article><script>alert(1)</script><!--<script>\" onfocus='x'";
  const std::string page = Asked(hostile).page();
  const std::string plain = Asked().page();
  EXPECT_EQ(count_of(page, "<script"), count_of(plain, "<script"));
  EXPECT_EQ(count_of(page, "</script"), count_of(plain, "</script"));
  EXPECT_FALSE(has(page, "<!--"));
  EXPECT_EQ(count_of(page, "\" onfocus"), count_of(page, "\\\" onfocus"));  // only within a string of the data
  EXPECT_EQ(count_of(page, "</article>"), 1U);
}

TEST(RedlineSources, AreReachedFromEveryEditOfTheWorkedExample) {
  const test::Pair pair(test::history("drafts/2011-05-03-rev-1.txt"), test::history("drafts/2011-05-19-rev-2.txt"));
  const std::size_t edits = attribute(pair.from, pair.to, pair.changes, {}).edits.size();
  const std::string article = test::article_in(pair.html());
  std::set<std::size_t> reached;
  const std::regex ids("data-e=\"([0-9 ]+)\"");
  for (std::sregex_iterator it(article.begin(), article.end(), ids), end; it != end; ++it) {
    std::istringstream numbers((*it)[1]);
    for (std::size_t e = 0; numbers >> e;) reached.insert(e);
  }
  EXPECT_EQ(reached.size(), edits);
  EXPECT_LT(*reached.rbegin(), edits);
}

TEST(RedlineScripts, AreTheirOwnAndEndWhereTheyShould) {
  const std::string page = Asked().page();
  const std::string policy =
      page.substr(page.find("Content-Security-Policy"), page.find("<title>") - page.find("Content-Security-Policy"));
  EXPECT_TRUE(has(policy, "default-src 'none'"));
  EXPECT_EQ(count_of(policy, "unsafe-inline"), 1U);  // styles
  EXPECT_EQ(count_of(policy, " 'sha256-"), count_of(page, "<script>"));
  EXPECT_EQ(count_of(page, "<script"), count_of(page, "</script>"));
  EXPECT_EQ(count_of(page, "<script"), count_of(page, "<script>") + 1);  // the data
  EXPECT_FALSE(has(page, "innerHTML"));
  EXPECT_FALSE(has(page, "eval("));
}

TEST(RedlineRounds, TellTheTwoDraftsWithWhatLiesBetween) {
  const Asked asked;
  RedlineNotes notes;
  notes.origin.drafts = {{"rev. 1", std::string(64, 'a'), "2011-05-03", "the Chair", 2, false},
                         {"rev. 2", "", "2011-05", "", {}, true}};
  notes.origin.version = "0.4.0";
  const std::string page = asked.pair.html(notes);
  const std::string first =
      "<span class=\"round\">Round 2</span> <time>2011-05-03</time> <span class=\"by\">by <bdi>the Chair</bdi></span>";
  EXPECT_TRUE(has(page, "<ol>\n<li class=\"compared\"><b class=\"label\"><bdi>rev. 1</bdi></b> <span class=\"more\">" + first +
                            "</span></li>\n<li class=\"compared\"><b class=\"label\"><bdi>rev. 2</bdi></b> <span class=\"more\">"
                            "<time>2011-05</time> <span class=\"tag\">constructed, not historical</span></span> "
                            "<span class=\"counts-since\">2 changes: 2 substantive</span></li>\n</ol>"))
      << page;
  EXPECT_TRUE(has(page, "<dt><bdi>rev. 1</bdi></dt><dd>" + first + " <span class=\"hash\">SHA-256 <code>aaaa"));
  EXPECT_TRUE(has(page, "<p>travaux <bdi>0.4.0</bdi></p>\n</footer>"));
}

TEST(RedlineRounds, TellTheWholeWayWhereItIsKnown) {
  RedlineNotes notes;
  const OriginDraft before{"First", "", "", "", 1, false}, from{"rev. 1", "", "", "", {}, false},
      to{"rev. 2", "", "", "", {}, false};
  notes.origin.drafts = {from, to};
  notes.chain = {{before}, {from, 12, 5}, {to, 1, {}}};
  const std::string page = Asked().pair.html(notes);
  EXPECT_TRUE(
      has(page,
          "<li><b class=\"label\"><bdi>First</bdi></b> <span class=\"more\"><span class=\"round\">Round 1</span></span></li>\n"
          "<li class=\"compared\"><b class=\"label\"><bdi>rev. 1</bdi></b> <span class=\"counts-since\">12 changes, 5 comments "
          "on the draft before</span></li>\n<li class=\"compared\"><b class=\"label\"><bdi>rev. 2</bdi></b> "
          "<span class=\"counts-since\">1 change</span></li>\n"))
      << page;
}

TEST(RedlineRounds, AreLeftOutWhereNothingIsKnown) {
  const std::string page = Asked().page();
  EXPECT_FALSE(has(page, "class=\"rounds\""));
  EXPECT_FALSE(has(page, "<footer"));
}

}  // namespace
}  // namespace travaux
