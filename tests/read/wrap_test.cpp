#include "support.h"

namespace travaux::test {
namespace {

using Lines = std::vector<std::string>;

// The places where two lists of paragraphs of the same words part.
std::string first_difference(const Lines& expected, const Lines& found) {
  for (std::size_t i = 0; i < expected.size() || i < found.size(); ++i) {
    if (i < expected.size() && i < found.size() && expected[i] == found[i]) continue;
    return "expected: " + (i < expected.size() ? expected[i] : "") + "\nfound: " + (i < found.size() ? found[i] : "");
  }
  return "";
}

// A heading's colon at the end of a full line and a quotation on the next look the same whether they stood on one line or on two:
// they are read as two, which the parser takes for the same. Here both sides are brought to that form.
Lines colon_quotations_apart(const Lines& paragraphs) {
  Lines result;
  for (const auto& paragraph : paragraphs) {
    std::size_t begin = 0;
    for (auto at = paragraph.find(": “"); at != std::string::npos; at = paragraph.find(": “", at + 1)) {
      result.push_back(paragraph.substr(begin, at + 1 - begin));
      begin = at + 2;
    }
    result.push_back(paragraph.substr(begin));
  }
  return result;
}

TEST(Wrap, AnUnwrappedDraftIsNotJoinedAnywhere) {
  const auto source = san_salvador();
  if (source.empty()) GTEST_SKIP() << "the March 7 draft is not at hand";
  const auto reading = read_bytes(source, "draft.txt");
  ASSERT_TRUE(reading);
  const auto lines = lines_of(source);
  ASSERT_EQ(reading->source_lines.size(), lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) EXPECT_EQ(reading->source_lines[i], i + 1);
  Lines expected;
  for (const auto& line : lines) {
    if (!folded(line).empty()) expected.push_back(folded(line));
  }
  EXPECT_EQ(first_difference(expected, paragraphs_read(source)), "");
}

TEST(Wrap, TheDraftWrappedAtAnyWidthReadsBackAsItWas) {
  const auto source = san_salvador();
  if (source.empty()) GTEST_SKIP() << "the March 7 draft is not at hand";
  const auto expected = paragraphs_read(source);
  for (std::size_t width = 40; width <= 100; ++width) {
    const auto found = paragraphs_read(wrap_text(source, width));
    EXPECT_EQ(first_difference(colon_quotations_apart(expected), colon_quotations_apart(found)), "") << "at width " << width;
  }
}

}  // namespace
}  // namespace travaux::test
