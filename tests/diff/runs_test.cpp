// The white space of a redline's words: each draft's own.
#include "diff/runs.h"

#include <gtest/gtest.h>

#include <rapidcheck.h>

#include <cctype>

#include "diff/words.h"

namespace travaux {
namespace {

using Runs = std::vector<Run>;

Unit unit(const std::string& text) {
  Unit unit;
  unit.text = text;
  return unit;
}

std::vector<Run> runs(const std::string& a, const std::string& b) { return runs_between(unit(a), unit(b), {}); }

std::string side(const std::vector<Run>& runs, RunKind dropped) {
  std::string text;
  for (const Run& run : runs) text += run.kind == dropped ? "" : run.text;
  return text;
}

/// The runs as the terminal marks them.
std::string marked(const std::string& a, const std::string& b) {
  std::string text;
  for (const Run& run : runs(a, b)) {
    text += run.kind == RunKind::kKept      ? run.text
            : run.kind == RunKind::kDeleted ? "[-" + run.text + "-]"
                                            : "{+" + run.text + "+}";
  }
  return text;
}

TEST(RedlineRuns, ABracketThatGoesStandsAtTheWordItStoodAt) {
  EXPECT_EQ(marked("Parties [shall][should] act.", "Parties shall act."), "Parties [-[-]shall[-][should]-] act.");
}

TEST(RedlineRuns, ABracketThatComesStandsAtTheWordItStandsAt) {
  EXPECT_EQ(marked("Parties shall act.", "Parties [shall][should] act."), "Parties {+[+}shall{+][should]+} act.");
}

TEST(RedlineRuns, ASpaceOfOneDraftAloneIsMarkedWithWhatWentOrCame) {
  EXPECT_EQ(marked("the (old)text here", "the text here"), "the [-(old)-]text here");
  EXPECT_EQ(marked("the plan,fund here", "the plan fund here"), "the plan[-,-]{+ +}fund here");
  EXPECT_EQ(marked("the plan fund here", "the plan,fund here"), "the plan{+,+}[- -]fund here");
}

/// Words and marks, glued or not, with some of them left out, changed or added in the second text.
std::pair<std::string, std::string> two_drafts() {
  const auto mark = rc::gen::element<std::string>("[", "]", "(", ")", ",", ".", "“", "”", "/", ";");
  const auto word = rc::gen::element<std::string>("parties", "shall", "should", "act", "plan", "of", "the", "fund", "water");
  const auto gap = rc::gen::element<std::string>("", " ", "  ", "\n");
  std::string a, b;
  const std::size_t size = *rc::gen::inRange<std::size_t>(0, 30);
  const auto add = [&](std::string& text, const std::string& piece, bool is_word, const std::string& between) {
    const bool letter_before = !text.empty() && std::isalpha(static_cast<unsigned char>(text.back()));
    text += (between.empty() && is_word && letter_before ? " " : between) + piece;
  };
  for (std::size_t i = 0; i < size; ++i) {
    const bool is_word = *rc::gen::arbitrary<bool>();
    const std::string piece = is_word ? *word : *mark;
    const int what = *rc::gen::inRange(0, 6);
    const std::string between = *gap;
    if (what != 0) add(a, piece, is_word, between);
    if (what == 1) continue;
    add(b, what == 2 ? *word : piece, is_word || what == 2, what == 3 ? *gap : between);
  }
  return {a, b};
}

/// White space as one space each, none at the ends.
std::string folded(std::string_view text) {
  std::string out;
  bool space = false;
  for (const char c : text) {
    if (c == ' ' || c == '\n') {
      space = true;
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    out += c;
  }
  return out;
}

/// The earlier draft, its kept words as the later prints them, with the later's white space wherever two words are neighbours in
/// both.
std::string with_kept_gaps(const std::string& a, const std::string& b) {
  Interner interner;
  const TokenText from = interner.take(a), to = interner.take(b);
  std::vector<std::size_t> partner(from.size(), to.size());
  std::size_t i = 0, j = 0;
  const auto keep_until = [&](std::size_t end) {
    for (; i < end; ++i, ++j) partner[i] = j;
  };
  for (const Hunk& hunk : compare_words(from, to, {}).hunks) {
    keep_until(hunk.from_begin);
    i = hunk.from_end;
    j = hunk.to_end;
  }
  keep_until(from.size());
  std::string text;
  for (std::size_t k = 0; k < from.size(); ++k) {
    const bool neighbours = k > 0 && partner[k] < to.size() && partner[k - 1] + 1 == partner[k];
    const TokenText& source = neighbours ? to : from;
    const std::size_t at = neighbours ? partner[k] : k;
    const std::size_t begin = at == 0 ? 0 : source.tokens[at - 1].span.end;
    if (k > 0 && source.tokens[at].span.begin > begin) text += ' ';
    text += partner[k] < to.size() ? to.word(partner[k]) : from.word(k);
  }
  return text;
}

TEST(RedlineRuns, EachSideReadAloneHasTheWhiteSpaceOfItsDraft) {
  EXPECT_TRUE(rc::check([] {
    const auto [a, b] = two_drafts();
    const Runs between = runs(a, b);
    RC_ASSERT(folded(side(between, RunKind::kDeleted)) == folded(b));
    RC_ASSERT(folded(side(between, RunKind::kInserted)) == with_kept_gaps(a, b));
  }));
}

TEST(RedlineRuns, NoTwoGapsStandSideBySide) {
  EXPECT_TRUE(rc::check([] {
    const auto [a, b] = two_drafts();
    const Runs between = runs(a, b);
    for (const RunKind dropped : {RunKind::kDeleted, RunKind::kInserted}) {
      const std::string text = side(between, dropped);
      for (const char* twice : {"  ", " \n", "\n ", "\n\n"}) RC_ASSERT(text.find(twice) == std::string::npos);
    }
  }));
}

}  // namespace
}  // namespace travaux
