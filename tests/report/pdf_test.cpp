#include <algorithm>
#include <regex>

#include "support.h"
#include "tools.h"

namespace travaux {
namespace {

using test::block;

std::string pdf_of(const Redline& redline, const DocumentDiff& changes = {}, const RedlineNotes& notes = {},
                   const RedlineForm& form = {}) {
  const Result<std::string> pdf = redline_pdf(redline, changes, {}, {}, notes, form);
  EXPECT_TRUE(pdf.has_value()) << (pdf ? "" : to_string(pdf.error()));
  return pdf.value_or("");
}

std::string pdf_of(const test::Pair& pair, const RedlineNotes& notes = {}, const RedlineForm& form = {}) {
  return pdf_of(pair.redline, pair.changes, notes, form);
}

/// All that stands on the pages, in the order in which it was drawn.
std::string all_words(const std::string& pdf) { return test::said_of(pdf, "pdftotext -raw @ -"); }
/// What stands between the margins, running heads and feet.
std::string text_of(const std::string& pdf) { return test::said_of(pdf, "pdftotext -raw -r 72 -x 48 -y 64 -W 372 -H 720 @ -"); }

bool has(const std::string& text, std::string_view piece) { return text.find(piece) != std::string::npos; }

/// In comparison form, without white space: lines are broken anywhere.
std::string squeezed(const std::string& text) {
  std::string form = comparison_form(text);
  form.erase(std::remove(form.begin(), form.end(), ' '), form.end());
  return form;
}

/// Every word of both drafts, as the redline has them.
std::string words_of(const Redline& redline) {
  std::string words;
  for (const RedlineBlock& one : redline.blocks) {
    for (const Run& run : one.runs) words += run.text;
    words += "\n";
  }
  return words;
}

void expect_every_word_in_order(const test::Pair& pair) {
  const std::string printed = squeezed(text_of(pdf_of(pair))), wanted = squeezed(words_of(pair.redline));
  EXPECT_TRUE(has(printed, wanted)) << printed << "\n--- wanted\n" << wanted;
}

const test::Pair& plan() {
  static const test::Pair kPlan(test::history("drafts/2011-05-03-rev-1.txt"), test::history("drafts/2011-05-19-rev-2.txt"));
  return kPlan;
}

/// Three thousand items of ten edits each.
Redline long_redline() {
  std::vector<RedlineBlock> blocks;
  for (int i = 0; i < 3'000; ++i) {
    std::vector<Run> runs{{RunKind::kKept, "1." + std::to_string(i) + " States that are parties "}};
    for (int n = 0; n < 10; ++n) {
      runs.push_back({RunKind::kDeleted, "shall "});
      runs.push_back({RunKind::kInserted, "may "});
      runs.push_back({RunKind::kKept, "report on what they have done "});
    }
    blocks.push_back(block(Role::kItem, std::move(runs), "1." + std::to_string(i)));
  }
  return test::redline_of(std::move(blocks));
}

TEST(RedlinePdf, IsAPdfAndTheSameOnEveryRun) {
  const std::string pdf = pdf_of(plan());
  EXPECT_TRUE(pdf.starts_with("%PDF-1.")) << pdf.substr(0, 20);
  EXPECT_TRUE(has(pdf.substr(pdf.size() - 10), "%%EOF"));
  EXPECT_EQ(pdf, pdf_of(plan()));
}

TEST(RedlinePdf, SaysItsTitleAndNeitherWhenNorByWhomItWasMade) {
  const std::string info = test::said_of(pdf_of(plan()), "pdfinfo @");
  EXPECT_TRUE(std::regex_search(info, std::regex("Title: .*: rev\\. 1 → rev\\. 2\n"))) << info;
  EXPECT_TRUE(has(info, "(A4)")) << info;
  for (const char* private_matter : {"Author:", "Creator:", "CreationDate:", "ModDate:"})
    EXPECT_FALSE(has(info, private_matter)) << info;
}

TEST(RedlinePdf, HoldsEveryWordOfTheHistoryInOrder) {
  expect_every_word_in_order(plan());
  expect_every_word_in_order(test::Pair(test::history(test::history_drafts()[0]), test::history(test::history_drafts()[1])));
}

TEST(RedlinePdf, HoldsEveryWordOfSpanishAndChineseInOrder) {
  expect_every_word_in_order(test::Pair(
      "1. Cooperación jurídica\n1.1 Los Estados deberán ratificar la Convención de Viena.\n1.2 "
      "各国应当加强合作，共同打击犯罪。\n",
      "1. Cooperación jurídica y técnica\n1.1 Los Estados podrían ratificar la Convención de Viena, según corresponda.\n1.2 "
      "各国可以加强国际合作，共同打击一切犯罪。\n"));
}

TEST(RedlinePdf, HoldsEveryWordOfArabic) {
  const test::Pair pair("1. التعاون\n1.1 على الدول الأعضاء أن تتعاون في مكافحة الجريمة المنظمة.\n",
                        "1. التعاون\n1.1 يجوز للدول الأعضاء أن تتعاون في مكافحة الجريمة المنظمة.\n");
  // pdftotext turns the letters of the ligature lam-alef round, in any PDF: the word that has it is left out.
  const std::string printed = test::said_of(pdf_of(pair), "pdftotext @ -");
  for (const char* word : {"التعاون", "الدول", "للدول", "تتعاون", "مكافحة", "الجريمة", "المنظمة"}) {
    EXPECT_TRUE(has(printed, word)) << word << "\n" << printed;
  }
}

TEST(RedlinePdf, NumbersItsPages) {
  const std::string pdf = pdf_of(plan());
  std::smatch found;
  const std::string info = test::said_of(pdf, "pdfinfo @");
  ASSERT_TRUE(std::regex_search(info, found, std::regex("Pages: +([0-9]+)\n")));
  const int pages = std::stoi(found[1]);
  EXPECT_GT(pages, 5);
  const std::string printed = all_words(pdf);
  for (int page = 1; page <= pages; ++page) {
    EXPECT_TRUE(has(printed, "page " + std::to_string(page) + " of " + found[1].str() + "\n")) << page;
  }
}

TEST(RedlinePdf, HasABookmarkForEverySectionAndEveryChangedItem) {
  const std::string outline = test::said_of(pdf_of(plan()), "pdftohtml -xml -i -q -stdout @");
  for (const Redline::Heading& heading : plan().redline.sections) {
    if (heading.heading.empty()) continue;
    EXPECT_TRUE(std::regex_search(outline, std::regex("<item page=\"[0-9]+\">" + heading.number + " [^<]*</item>")))
        << heading.heading;
  }
  for (const ItemDiff& item : plan().changes.items) {
    if (item.changes.empty()) continue;
    const std::string& address = item.to.empty() ? item.from.front() : item.to.front();
    EXPECT_TRUE(has(outline, ">" + address + ": ")) << address;
  }
}

TEST(RedlinePdf, SaysWhatIsConstructedOnEveryPageAndWhatItIsMadeFrom) {
  RedlineNotes notes;
  notes.notices = {"rev. 2 is a constructed example."};
  notes.origin = {
      {{"rev. 1", std::string(64, 'a'), "2011-05-03", "", 1, false}, {"rev. 2", std::string(64, 'b'), "", "", {}, true}},
      "0.1.0"};
  const std::string printed = all_words(pdf_of(plan(), notes));
  const std::regex notice("rev\\. 2 is a constructed example\\.");
  const auto times = std::distance(std::sregex_iterator(printed.begin(), printed.end(), notice), {});
  const auto pages = std::count(printed.begin(), printed.end(), '\f');
  EXPECT_EQ(times, pages + 1);
  EXPECT_TRUE(has(printed, std::string(64, 'a')));
  EXPECT_TRUE(has(printed, std::string(64, 'b')));
  EXPECT_TRUE(has(printed, "travaux 0.1.0"));
}

TEST(RedlinePdf, TellsInTheMarginWhereAMoveLedTo) {
  const test::Pair pair(
      "1. A\n1.1 Report on the work of all the committees.\n1.2 Fund the patrols at every border.\n1.3 Train the "
      "staff of the ports.\n2. B\n2.1 Meet yearly in the capital.\n",
      "1. A\n1.1 Report on the work of all the committees.\n1.2 Train the staff of the ports.\n2. B\n2.1 Meet "
      "yearly in the capital.\n2.2 Fund the patrols at every border.\n");
  const std::string pdf = pdf_of(pair);
  EXPECT_TRUE(has(all_words(pdf), "moved to 2.2\n"));
  EXPECT_TRUE(has(all_words(pdf), "moved from 1.2\n"));
  expect_every_word_in_order(pair);
}

TEST(RedlinePdf, NamesGroupsOnlyWithCredits) {
  RedlineBlock item = block(
      Role::kItem,
      {{RunKind::kKept, "1.1 States "}, {RunKind::kDeleted, "shall "}, {RunKind::kInserted, "may "}, {RunKind::kKept, "act."}});
  item.runs[1].edits = item.runs[2].edits = {0};
  Attribution attribution;
  attribution.edits.resize(1);
  attribution.edits[0].from_item = attribution.edits[0].to_item = "1.1";
  attribution.edits[0].change = "edited";
  attribution.edits[0].sources = {{"CARICOM", {}, 0.9, How::kVerbatim, "replace “shall” with “may”"},
                                  {"Mexico", {}, 0.8, How::kAdapted, "soften"}};
  const Redline redline = test::redline_of({item});
  RedlineNotes notes;
  EXPECT_FALSE(has(all_words(pdf_of(redline, {}, notes)), "CARICOM"));
  notes.credits.attribution = &attribution;
  const std::string all = all_words(pdf_of(redline, {}, notes));
  EXPECT_TRUE(has(all, "CARICOM, Mexico\n")) << all;
  EXPECT_TRUE(has(all, "CARICOM, verbatim: “replace “shall” with “may””")) << all;
  notes.credits.only = "Mexico";
  const std::string one = all_words(pdf_of(redline, {}, notes));
  EXPECT_TRUE(has(one, "Mexico"));
  EXPECT_FALSE(has(one, "CARICOM")) << one;
}

TEST(RedlinePdf, LeavesOutInShortWhatDidNotChange) {
  const std::string whole = pdf_of(plan()), shorter = pdf_of(plan(), {}, {true, 12});
  const std::string words = squeezed(text_of(shorter));
  EXPECT_LT(words.size(), squeezed(text_of(whole)).size());
  EXPECT_TRUE(has(all_words(shorter), "…\n"));
  for (const RedlineBlock& one : plan().redline.blocks) {
    for (const auto& run : one.runs) {
      EXPECT_TRUE(run.kind == RunKind::kKept || has(words, squeezed(run.text))) << run.text;
    }
  }
}

TEST(RedlinePdf, IsAPageWhereThereIsNothing) {
  EXPECT_TRUE(has(all_words(pdf_of(Redline{})), "page 1 of 1"));
  const test::Pair same("1. A\n1.1 One.\n", "1. A\n1.1 One.\n");
  EXPECT_TRUE(has(all_words(pdf_of(same)), "No difference."));
}

TEST(RedlinePdf, BreaksAWordLongerThanALineAndAddsNothingToIt) {
  std::string word;
  for (int i = 0; i < 800; ++i) word += std::to_string(i);
  const std::string printed = text_of(pdf_of(test::redline_of({block(Role::kItem, {{RunKind::kInserted, "1.1 " + word}})})));
  EXPECT_TRUE(has(squeezed(printed), word));
}

TEST(RedlinePdf, HoldsEveryWordOfAParagraphOfTwoHundredPages) {
  std::string words = "1.1";
  for (int i = 0; i < 100'000; ++i) words += " w" + std::to_string(i);
  const std::string printed = text_of(pdf_of(test::redline_of({block(Role::kItem, {{RunKind::kInserted, words}})})));
  EXPECT_TRUE(has(squeezed(printed), squeezed(words)));
}

TEST(RedlinePdf, MakesControlsVisible) {
  Redline redline = test::redline_of({block(Role::kItem, {{RunKind::kKept, std::string("a\x1b[31m\0b\u202Ec", 12)}})});
  redline.title = "A\x07 title";
  const std::string printed = all_words(pdf_of(redline));
  EXPECT_TRUE(has(printed, "a\\x1b[31m\\x00b\\u202ec")) << printed;
  EXPECT_TRUE(has(printed, "A\\x07 title")) << printed;
}

TEST(RedlinePdf, ShowsCodePointsThatNoTextHolds) {
  Redline redline;
  redline.blocks = {block(Role::kItem, {{RunKind::kKept, "States \xEF\xBF\xBE act"}})};
  EXPECT_TRUE(has(text_of(pdf_of(redline)), "\\ufffe"));
}

TEST(RedlinePdf, SetsThreeThousandItems) { EXPECT_GT(pdf_of(long_redline()).size(), 100'000U); }

}  // namespace
}  // namespace travaux
