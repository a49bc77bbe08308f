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

// The draft with a blank line between any two paragraphs, each wrapped with `first` and `rest` before its lines.
std::string wrap_blocks(const Lines& paragraphs, std::size_t width, const std::string& first, const std::string& rest,
                        const std::string& between) {
  std::string result;
  for (const auto& paragraph : paragraphs) {
    std::string line;
    for (const auto& word : words_of(paragraph)) {
      if (line.empty()) {
        line = first + word;
      } else if (columns_of(line) + 1 + columns_of(word) <= width) {
        line += " " + word;
      } else {
        result += line + "\n" + between;
        line = rest + word;
      }
    }
    result += line + "\n\n" + between + between;
  }
  return result;
}

TEST(Wrap, IndentedAndDoubleSpacedBlocksReadBackAsTheyWere) {
  const auto source = san_salvador();
  if (source.empty()) GTEST_SKIP() << "the March 7 draft is not at hand";
  const auto paragraphs = paragraphs_read(source);
  const auto expected = colon_quotations_apart(paragraphs);
  for (std::size_t width = 44; width <= 100; width += 4) {
    const auto read = [&](const std::string& first, const std::string& rest, const std::string& between) {
      return first_difference(expected,
                              colon_quotations_apart(paragraphs_read(wrap_blocks(paragraphs, width, first, rest, between))));
    };
    EXPECT_EQ(read("", "    ", ""), "") << "hanging, at " << width;
    EXPECT_EQ(read("   ", "", ""), "") << "first line indented, at " << width;
    EXPECT_EQ(read("    ", "    ", ""), "") << "indented, at " << width;
    EXPECT_EQ(read("", "", "\n"), "") << "double-spaced, at " << width;
  }
}

TEST(Wrap, AShortLetterIsRejoined) {
  EXPECT_EQ(paragraphs_read("General Secretariat\nWashington, D.C.\n\nCARICOM has considered the draft of March 7 and wishes to "
                            "propose the\nfollowing changes "
                            "to the text.\n\n1. In paragraph 2.1, replace “X” with “Y”.\n2. Delete paragraph 3.2.\n"),
            (Lines{"General Secretariat", "Washington, D.C.",
                   "CARICOM has considered the draft of March 7 and wishes to propose the following changes to the text.",
                   "1. In paragraph 2.1, replace “X” with “Y”.", "2. Delete paragraph 3.2."}));
}

TEST(Wrap, ListsOfLinesAreNotJoined) {
  for (const std::string text :
       {"Argentina,\nBrazil,\nChile\nand Peru\n", "General Secretariat\nOrganization of American States\nWashington, D.C.\n",
        "the following:\nprevention of crime in the cities of the region\nrehabilitation of the victims of crime\nsupport for "
        "the families\n"}) {
    EXPECT_EQ(paragraphs_read(text), lines_of(text));
  }
}

TEST(Wrap, HyphensAtLineEndsJoinWithoutASpace) {
  const auto read = [](const std::string& at_the_break) {
    return paragraphs_read("The Parties shall reduce the number of detainees held as " + at_the_break +
                           " and shall improve the conditions of prisons.\n");
  };
  const auto expect = [](const std::string& words) {
    return Lines{"The Parties shall reduce the number of detainees held as " + words +
                 " and shall improve the conditions of prisons."};
  };
  EXPECT_EQ(read("pre-\ntrial"), expect("pre-trial"));
  EXPECT_EQ(read("short-\nand long-term"), expect("short- and long-term"));
  EXPECT_EQ(read("de\u00AD\ntained"), expect("detained"));
}

TEST(Wrap, AListWithinASentenceGoesOnOverThePage) {
  const auto count = [](const std::string& last_words) {
    return paragraphs_read(
               "The Parties shall strengthen the exchange of information on what the\nmeeting has said of their prisons, " +
               last_words +
               "\n\f1) overcrowding; 2) the part that private firms may take in building\nthem; 3) the training of "
               "those who work there.\n\nThey shall meet each year to hear what has been done about these and\nother "
               "matters of the same kind.\n")
        .size();
  };
  EXPECT_EQ(count("and of these other topics that follow:"), 2u);
  EXPECT_EQ(count("and of these:"), 3u) << "the list would have begun on the line before";
}

}  // namespace
}  // namespace travaux::test
