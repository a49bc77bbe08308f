// With all changes accepted a Word redline is the later draft, with all rejected the earlier: word for word, paragraph for
// paragraph.
#include <rapidcheck.h>

#include "docx_support.h"

namespace travaux {
namespace {

using test::Pair;

constexpr DocxOptions kNoMoves{false};

void expect_both_drafts(const std::string& a, const std::string& b) {
  const Pair pair(a, b);
  for (const DocxOptions& options : {DocxOptions{}, kNoMoves}) {
    const std::string bytes = test::docx(pair, {}, options);
    EXPECT_EQ(test::accepted(bytes), test::paragraph_forms(b)) << a << "->\n" << b;
    EXPECT_EQ(test::rejected(bytes), test::paragraph_forms(a)) << a << "->\n" << b;
  }
}

TEST(RedlineDocxLaw, TheDraftsOfTheHistoryAreReadOutOfTheirRedlines) {
  for (const std::string& a : test::history_drafts()) {
    for (const std::string& b : test::history_drafts()) expect_both_drafts(test::history(a).source, test::history(b).source);
  }
}

TEST(RedlineDocxLaw, ParagraphsThatComeGoSplitOrJoinDoSoAsParagraphs) {
  const std::string head = "PLAN\n\n1. Prisons\n1.1 States shall act.\n";
  const std::vector<std::string> tails{
      "",
      "They shall report every year.\n",
      "They shall report.\nEvery year they shall meet.\n",
      "They shall report. Every year they shall meet.\n",
      "1.2 Judges shall be independent.\n1.3 Prisons shall be clean.\n",
      "1.2 Prisons shall be clean.\n1.3 Judges shall be independent.\nAlways.\n",
      "Declaration of Lima, 2010:\n“To act together.”\n1.2 Judges shall be independent.\n",
      "Declaration of Lima, 2010: “To act together.”\n",
      "(AGREED)\n2. Borders\n2.1 Borders shall be open.\n",
  };
  for (const std::string& a : tails) {
    for (const std::string& b : tails) expect_both_drafts(head + a, head + b);
  }
}

TEST(RedlineDocxLaw, ADraftMayBeEmptyOrWhollyReplaced) {
  const std::string plan = "PLAN\n\n1. Prisons\n1.1 States shall act.\n";
  const std::string prose = "Nobody knew.\n\nThe rain fell.\n";
  for (const std::string& a : {std::string(), plan, prose}) {
    for (const std::string& b : {std::string(), plan, prose}) expect_both_drafts(a, b);
  }
}

TEST(RedlineDocxLaw, AnyScriptIsReadBack) {
  expect_both_drafts("1. الأمن\n1.1 تتخذ الدول تدابير 12 (a) لحماية الضحايا.\n1.2 𝒜𝒷 𠮷 e\u0301tat\n",
                     "1. الأمن\n1.1 تتخذ الدول الأعضاء تدابير OAS لحماية الشهود.\n1.2 𝒜𝒷 état ﷽ <b>&amp;</b>\n");
}

std::string one_of(const std::vector<std::string>& list) { return *rc::gen::elementOf(list); }

std::string random_line() {
  static const std::vector<std::string> kWords{"shall", "may", "act", "(s)",  ", and", ".", "30",  "-day", "[",  "]",
                                               "“so”",  "<b>", "a&b", "état", "國",    "א", "1.5", "--",   "e.g"};
  std::string line;
  const int words = *rc::gen::inRange(1, 7);
  for (int i = 0; i < words; ++i) line += one_of(kWords) + (*rc::gen::arbitrary<bool>() ? " " : "");
  return line;
}

using Lines = std::vector<std::string>;

Lines random_draft() {
  Lines lines{"PLAN"};
  const int sections = *rc::gen::inRange(0, 3);
  for (int s = 1; s <= sections; ++s) {
    lines.push_back(std::to_string(s) + ". Section");
    const int items = *rc::gen::inRange(0, 4);
    for (int i = 1; i <= items; ++i) {
      lines.push_back(std::to_string(s) + "." + std::to_string(i) + " " + random_line());
      if (*rc::gen::arbitrary<bool>()) lines.push_back(one_of({"Declaration of Lima, 2010:", "(a) sub", "(AGREED)", "more"}));
      if (*rc::gen::arbitrary<bool>()) lines.push_back(random_line());
    }
  }
  return lines;
}

std::size_t place_in(const Lines& lines) { return *rc::gen::inRange<std::size_t>(0, lines.size()); }

/// What a round may do: reword, take out, put in, move, join and split paragraphs.
void change(Lines& lines) {
  const std::size_t at = place_in(lines);
  const std::string line = lines[at];
  const auto here = lines.begin() + static_cast<std::ptrdiff_t>(at);
  switch (*rc::gen::inRange(0, 6)) {
    case 0:
      lines[at] += " " + random_line();
      break;
    case 1:
      if (lines.size() > 1) lines.erase(here);
      break;
    case 2:
      lines.insert(here, random_line());
      break;
    case 3:
      lines.erase(here);
      lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(lines.empty() ? 0 : place_in(lines)), line);
      break;
    case 4:
      if (at > 0) lines[at - 1] += " " + line, lines.erase(here);
      break;
    default:
      if (const std::size_t middle = line.find(' '); middle != std::string::npos) {
        lines[at] = line.substr(0, middle);
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at) + 1, line.substr(middle + 1));
      }
  }
}

std::string text_of(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n\n";
  return text;
}

TEST(RedlineDocxLaw, AnyTwoDraftsAreReadOutOfTheirRedline) {
  EXPECT_TRUE(rc::check([] {
    const Lines a = random_draft();
    Lines b = a;
    const int changes = *rc::gen::inRange(0, 6);
    for (int i = 0; i < changes; ++i) change(b);
    if (*rc::gen::inRange(0, 5) == 0) b = random_draft();
    const Pair pair(text_of(a), text_of(b));
    for (const DocxOptions& options : {DocxOptions{}, kNoMoves}) {
      const std::string bytes = test::docx(pair, {}, options);
      RC_ASSERT(test::accepted(bytes) == test::paragraph_forms(pair.to.source));
      RC_ASSERT(test::rejected(bytes) == test::paragraph_forms(pair.from.source));
    }
  }));
}

}  // namespace
}  // namespace travaux
