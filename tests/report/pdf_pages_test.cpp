#include "report/pdf_pages.h"

#include <gtest/gtest.h>

#include <random>

namespace travaux::report {
namespace {

constexpr double kLine = 12, kPage = Page::kBottom - Page::kTop;
const auto kLinesOfAPage = static_cast<std::size_t>(kPage / kLine);

TypeBlock lines(std::size_t count) {
  TypeBlock block;
  for (std::size_t i = 0; i < count; ++i) {
    TypeLine line;
    line.top = kLine * static_cast<double>(i);
    line.height = kLine;
    block.lines.push_back(line);
  }
  block.height = kLine * static_cast<double>(count);
  return block;
}

FlowParagraph paragraph(std::size_t count, bool keep = false, double before = 0) {
  FlowParagraph made;
  made.block = lines(count);
  made.keep = keep;
  made.before = before;
  return made;
}

/// How many lines of each paragraph stand on each page, in order.
using Shares = std::vector<std::vector<std::pair<std::size_t, std::size_t>>>;

Shares shares_of(const std::vector<PlacedPage>& pages) {
  Shares shares;
  for (const PlacedPage& page : pages) {
    shares.emplace_back();
    for (const PlacedLine& line : page.lines) {
      if (shares.back().empty() || shares.back().back().first != line.paragraph) shares.back().push_back({line.paragraph, 0});
      ++shares.back().back().second;
    }
  }
  return shares;
}

std::vector<FlowParagraph> flow(std::initializer_list<std::pair<std::size_t, bool>> shapes) {
  std::vector<FlowParagraph> paragraphs;
  for (const auto& [count, keep] : shapes) paragraphs.push_back(paragraph(count, keep));
  return paragraphs;
}

TEST(PdfPages, LeaveNoLineOfAParagraphAloneAtTheFoot) {
  const Shares shares = shares_of(paginate(flow({{kLinesOfAPage - 1, false}, {5, false}})));
  EXPECT_EQ(shares, (Shares{{{0, kLinesOfAPage - 1}}, {{1, 5}}}));
}

TEST(PdfPages, LeaveNoLineOfAParagraphAloneAtTheHead) {
  const Shares shares = shares_of(paginate(flow({{kLinesOfAPage - 4, false}, {5, false}})));
  EXPECT_EQ(shares, (Shares{{{0, kLinesOfAPage - 4}, {1, 3}}, {{1, 2}}}));
}

TEST(PdfPages, MoveAParagraphOfThreeLinesAsAWhole) {
  const Shares shares = shares_of(paginate(flow({{kLinesOfAPage - 2, false}, {3, false}})));
  EXPECT_EQ(shares, (Shares{{{0, kLinesOfAPage - 2}}, {{1, 3}}}));
}

TEST(PdfPages, BreakAParagraphLongerThanAPage) {
  const Shares shares = shares_of(paginate(flow({{3 * kLinesOfAPage + 1, false}})));
  ASSERT_EQ(shares.size(), 4U);
  EXPECT_EQ(shares.front(), (Shares::value_type{{0, kLinesOfAPage}}));
  EXPECT_EQ(shares.back(), (Shares::value_type{{0, 2}}));
}

TEST(PdfPages, KeepAHeadingWithWhatItHeads) {
  const Shares shares = shares_of(paginate(flow({{kLinesOfAPage - 4, false}, {1, true}, {2, true}, {9, false}})));
  EXPECT_EQ(shares, (Shares{{{0, kLinesOfAPage - 4}}, {{1, 1}, {2, 2}, {3, 9}}}));
}

TEST(PdfPages, GoOnWhereHeadingsFillMoreThanAPage) {
  std::vector<FlowParagraph> paragraphs;
  for (std::size_t i = 0; i < kLinesOfAPage; ++i) paragraphs.push_back(paragraph(2, true));
  EXPECT_EQ(paginate(paragraphs).size(), 2U);
}

TEST(PdfPages, AreOneWhereThereIsNothing) { EXPECT_EQ(paginate({}).size(), 1U); }

TEST(PdfPages, PutNotesBelowOneAnotherAndOnThePage) {
  std::vector<FlowParagraph> paragraphs;
  for (int i = 0; i < 50; ++i) {
    paragraphs.push_back(paragraph(1));
    paragraphs.back().notes.push_back({lines(4), 0});
  }
  std::size_t notes = 0;
  for (const PlacedPage& page : paginate(paragraphs)) {
    double y = Page::kTop;
    for (const PlacedNote& note : page.notes) {
      EXPECT_GE(note.y, y - 0.01);
      y = note.y + 4 * kLine;
      ++notes;
    }
    EXPECT_LE(y, Page::kBottom + 0.01);
  }
  EXPECT_EQ(notes, 50U);
}

TEST(PdfPages, HoldEveryLineOnceInOrderWithinTheirMargins) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<FlowParagraph> paragraphs;
    for (int i = 0; i < 40; ++i)
      paragraphs.push_back(
          paragraph(1 + random() % (random() % 9 == 0 ? 150 : 8), random() % 4 == 0, static_cast<double>(random() % 20)));
    std::size_t p = 0, line = 0;
    const std::vector<PlacedPage> pages = paginate(paragraphs);
    for (const PlacedPage& page : pages) {
      ASSERT_FALSE(page.lines.empty());
      double y = Page::kTop;
      for (const PlacedLine& placed : page.lines) {
        ASSERT_EQ(std::pair(placed.paragraph, placed.line), std::pair(p, line));
        const double top = placed.y + paragraphs[p].block.lines[line].top;
        ASSERT_GE(top, y - 0.01);
        y = top + kLine;
        if (++line == paragraphs[p].block.lines.size()) ++p, line = 0;
      }
      ASSERT_LE(y, Page::kBottom + 0.01);
    }
    ASSERT_EQ(p, paragraphs.size());
    for (const auto& shares : shares_of(pages)) {
      for (const auto& [which, count] : {shares.front(), shares.back()}) {
        ASSERT_GE(count, std::min<std::size_t>(2, paragraphs[which].block.lines.size()));
      }
    }
  }
}

}  // namespace
}  // namespace travaux::report
