// Any bytes at all: read or refused, never more.
#include <chrono>
#include <random>

#include "support.h"

namespace travaux::test {
namespace {

void expect_sound(const std::string& bytes, std::string_view name) {
  const auto reading = read_bytes(bytes, name);
  if (!reading) {
    ASSERT_EQ(reading.error().code, ErrorCode::kInput);
    ASSERT_FALSE(reading.error().what.empty());
    return;
  }
  ASSERT_TRUE(is_utf8(reading->text));
  ASSERT_EQ(reading->source_lines.size(), lines_of(reading->text).size());
  ASSERT_TRUE(reading->text.empty() || reading->text.back() == '\n');
  const auto again = read_bytes(reading->text, "draft.txt");
  ASSERT_TRUE(again) << to_string(again.error());
  ASSERT_EQ(again->text, reading->text);
}

TEST(Total, RandomBytesAreReadOrRefused) {
  std::mt19937 random(7);
  for (int round = 0; round < 60000; ++round) {
    std::string bytes(random() % 40, '\0');
    for (auto& c : bytes) c = static_cast<char>(random());
    const auto reading = read_bytes(bytes, round % 2 == 0 ? "x.txt" : "x.md");
    ASSERT_TRUE(!reading || is_utf8(reading->text));
  }
}

TEST(Total, RandomTextsReadAsThemselvesOnceRead) {
  const std::vector<std::string> pieces = {" ",
                                           " ",
                                           " ",
                                           "\n",
                                           "\n",
                                           "\n\n",
                                           "\r\n",
                                           "\f",
                                           "\t",
                                           "    ",
                                           "a",
                                           "of the",
                                           "States",
                                           "“",
                                           "”",
                                           "\"",
                                           ".",
                                           ",",
                                           ":",
                                           ";",
                                           "-",
                                           "–",
                                           "(a)",
                                           "(b)",
                                           "1.",
                                           "2.",
                                           "2.1",
                                           "3",
                                           "- 3 -",
                                           "- 4 -",
                                           "Page 1 of 2",
                                           "*",
                                           "**",
                                           "_",
                                           "[",
                                           "]",
                                           "](http://x)",
                                           "[^1]",
                                           "[a]: http://b",
                                           "\\",
                                           "`",
                                           "<!--",
                                           "-->",
                                           "<b>",
                                           "&amp;",
                                           "#",
                                           "---",
                                           "> ",
                                           "* TOC",
                                           "{:toc}",
                                           "\xC2\xAD",
                                           "\xE2\x80\xA8",
                                           "\xC2\x85",
                                           "é",
                                           "Article 4",
                                           "promote the cooperation of the police forces",
                                           "in accordance with national legislation"};
  std::mt19937 random(11);
  for (int round = 0; round < 40000; ++round) {
    std::string text;
    for (std::size_t n = random() % 60; n > 0; --n) text += pieces[random() % pieces.size()];
    expect_sound(text, round % 2 == 0 ? "x.txt" : "x.md");
    if (HasFatalFailure()) {
      ADD_FAILURE() << "in: " << ::testing::PrintToString(text);
      return;
    }
  }
}

TEST(Total, RealDraftsInEveryShapeReadAsThemselvesOnceRead) {
  const auto source = san_salvador();
  if (source.empty()) GTEST_SKIP() << "the March 7 draft is not at hand";
  expect_sound(source, "draft.txt");
  for (std::size_t width = 30; width <= 170; width += 7) expect_sound(wrap_text(source, width), "draft.txt");
}

TEST(Total, ReadingIsLinear) {
  const auto seconds = [](const std::string& text, std::string_view name) {
    const auto start = std::chrono::steady_clock::now();
    EXPECT_TRUE(read_bytes(text, name));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  std::string wrapped;
  while (wrapped.size() < 4'000'000)
    wrapped +=
        "1.1 Establish protocols for coordinated action by police forces of\nthe OAS Member States. “Take note” of it – in "
        "2011.\n\n";
  EXPECT_LT(seconds(wrapped, "x.txt"), 8);
  EXPECT_LT(seconds(wrapped, "x.md"), 8);
  for (const std::string piece : {"*", "[", "_a", "**a ", "`", "<!--", "[a](", "(", "\n", " ", "\f", "1\n", "\xC2\xAD\n", "a-\n",
                                  "“", "&", "<b", "^", "> "}) {
    std::string text;
    while (text.size() < 300'000) text += piece;
    EXPECT_LT(seconds(text, "x.txt") + seconds(text, "x.md"), 5) << piece;
  }
}

}  // namespace
}  // namespace travaux::test
