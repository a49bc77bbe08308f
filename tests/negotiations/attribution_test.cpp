// Who asked for what, over rounds with known truth: floors at what is reached, and the judge itself.
#include <gtest/gtest.h>

#include <ostream>

#include "negotiations/ask_planner.h"
#include "negotiations/score_sources.h"
#include "negotiations/tokens.h"

namespace travaux::negotiations {
namespace {

const std::string kFolder = TRAVAUX_SOURCE_DIR;

struct Words {
  Base base;
  Lexicon lexicon;
  Phrases phrases;
};

Words words_of_base(const std::string& name) {
  const std::string folder = kFolder + "/tests/negotiations/words/";
  Base base = read_base(kFolder, name);
  const std::string language = base.text.language;
  return {std::move(base), read_lexicon(folder + language + ".txt"), Phrases::read(folder + "asks-" + language + ".txt")};
}

SourceScore score(PaperForm form, std::uint64_t rounds) {
  SourceScore sum;
  for (const std::string& name : base_names()) {
    const Words words = words_of_base(name);
    for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
      const AskedRound round = draw_asked_round(words.base, words.lexicon, words.phrases, seed);
      sum += judge_sources(round, papers_of(round, form, words.phrases, seed)).score;
    }
  }
  return sum;
}

// Shares in hundredths that must be reached; `false_credits` must not be passed.
struct Floor {
  PaperForm form;
  double edits, fates, read, precision, false_credits;
};

void PrintTo(const Floor& floor, std::ostream* out) { *out << name_of(floor.form); }

class Attribution : public testing::TestWithParam<Floor> {};

TEST_P(Attribution, IsAsRightAsItWas) {
  const Floor& floor = GetParam();
  const SourceScore reached = score(floor.form, 2);
  EXPECT_GE(100 * reached.all_edits().value(), floor.edits);
  EXPECT_GE(100 * reached.all_fates().value(), floor.fates);
  EXPECT_GE(100 * reached.read.value(), floor.read);
  EXPECT_GE(100 * reached.precision.value(), floor.precision);
  EXPECT_LE(100 * reached.false_credits.value(), floor.false_credits);
  EXPECT_EQ(reached.misread, 0U);
  EXPECT_GT(reached.false_credits.all, 100U);
}

INSTANTIATE_TEST_SUITE_P(Forms, Attribution,
                         testing::Values(Floor{PaperForm::kLetter, 97, 95.5, 98.5, 98, 3.5},
                                         Floor{PaperForm::kFreeLetter, 80, 70, 73, 98, 3},
                                         Floor{PaperForm::kRedraft, 97, 95.5, 99.5, 98, 3.5},
                                         Floor{PaperForm::kBracketed, 96.5, 93.5, 98, 97.5, 3.5},
                                         Floor{PaperForm::kMarked, 96.5, 94.5, 98, 97, 4}),
                         [](const testing::TestParamInfo<Floor>& floor) {
                           std::string name(name_of(floor.param.form));
                           std::erase(name, ' ');
                           return name;
                         });

TEST(AskedRound, ComesOutTheSameEveryTime) {
  const Words words = words_of_base("treaty");
  const AskedRound first = draw_asked_round(words.base, words.lexicon, words.phrases, 7);
  const AskedRound second = draw_asked_round(words.base, words.lexicon, words.phrases, 7);
  for (const PaperForm form : {PaperForm::kLetter, PaperForm::kFreeLetter, PaperForm::kMarked}) {
    const std::vector<Paper> a = papers_of(first, form, words.phrases, 7);
    const std::vector<Paper> b = papers_of(second, form, words.phrases, 7);
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) EXPECT_EQ(a[i].text, b[i].text);
  }
}

TEST(AskedRound, HoldsEveryTreatment) {
  const Words words = words_of_base("treaty");
  std::set<Treatment> seen;
  const AskedRound round = draw_asked_round(words.base, words.lexicon, words.phrases, 1);
  for (const Request& request : round.requests) seen.insert(request.treatment);
  for (const Made& made : round.made) seen.insert(made.treatment);
  EXPECT_EQ(seen.size(), kTreatments);
}

TEST(AskedRound, EveryWishStandsInTheLetterOfItsGroup) {
  const Words words = words_of_base("plan-es");
  const AskedRound round = draw_asked_round(words.base, words.lexicon, words.phrases, 3);
  for (const bool free : {false, true}) {
    const PaperForm form = free ? PaperForm::kFreeLetter : PaperForm::kLetter;
    std::set<std::size_t> written;
    for (const Paper& paper : papers_of(round, form, words.phrases, 3)) {
      for (const auto& [request, sentence] : paper.sentences) {
        written.insert(request);
        EXPECT_EQ(round.requests[request].by, paper.source.by);
        EXPECT_NE(paper.text.find(round.requests[request].wanted.text), std::string::npos);
        EXPECT_EQ(sentence.find('{'), std::string::npos) << sentence;
      }
    }
    EXPECT_EQ(written.size(), round.requests.size());
  }
}

// A marked-up copy with its changes undone is the draft, but for the numbers that Word counts itself.
TEST(MarkedCopy, UndoneIsTheDraftAgain) {
  const Words words = words_of_base("march7");
  const AskedRound round = draw_asked_round(words.base, words.lexicon, words.phrases, 2);
  for (const Paper& paper : papers_of(round, PaperForm::kMarked, words.phrases, 2)) {
    std::string text = paper.text;
    for (auto revision = paper.source.revisions.rbegin(); revision != paper.source.revisions.rend(); ++revision) {
      const bool in = revision->kind == Revision::Kind::kInsertion;
      text.replace(revision->span.begin, revision->span.size(), in ? "" : revision->text);
    }
    for (const Where& where : items_of(round.before)) EXPECT_NE(text.find(where.item->text), std::string::npos) << where.address;
  }
}

// The judge is held to account too: an attribution that credits nobody, and one that credits the same group with everything.
TEST(Judge, FindsWhatIsWrong) {
  const Words words = words_of_base("treaty");
  const AskedRound round = draw_asked_round(words.base, words.lexicon, words.phrases, 1);
  std::vector<Paper> none;
  for (const std::string& by : round.groups) none.push_back({{by, by, "", "", {}, {}, {}}, "We thank the Chair.\n", {}});
  for (std::size_t r = 0; r < round.requests.size(); ++r)
    for (Paper& paper : none)
      if (paper.source.by == round.requests[r].by) paper.sentences[r] = "never written";
  const SourceScore empty = judge_sources(round, none).score;
  EXPECT_EQ(empty.coverage.right, 0U);
  EXPECT_EQ(empty.false_credits.right, 0U);
  EXPECT_EQ(empty.read.right, 0U);
  EXPECT_EQ(empty.all_fates().right, 0U);
  EXPECT_EQ(empty.all_edits().right, empty.false_credits.all);
  EXPECT_LT(empty.all_edits().right, empty.all_edits().all);

  std::vector<Paper> swapped = papers_of(round, PaperForm::kLetter, words.phrases, 1);
  for (Paper& paper : swapped) paper.source.by = round.groups[0];
  const SourceScore wrong = judge_sources(round, swapped).score;
  EXPECT_LT(wrong.precision.value(), 0.6);
}

}  // namespace
}  // namespace travaux::negotiations
