// Rounds of edits with known truth: that the truth is right, that the scorer counts right, and how right the differ is.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "negotiations/base.h"
#include "negotiations/render.h"
#include "negotiations/score.h"
#include "negotiations/tokens.h"
#include "travaux/parse.h"
#include "travaux/read.h"

namespace travaux::negotiations {
namespace {

// What the differ reaches on these heavy rounds, so that it never gets worse; light rounds and noise allow no error. The aim is
// 0.99, 0.985 and no false move: the moves are citations of an item of one pattern (base `alike`) of which no word was left.
constexpr double kItemsFloor = 0.99;
constexpr double kCitationsFloor = 0.985;
constexpr std::size_t kFalseMoves = 2;

constexpr std::size_t kRounds = 4;
constexpr std::uint64_t kFirstSeed = 1001;

const Lexicon& lexicon(const std::string& language) {
  static std::map<std::string, Lexicon> read;
  if (read.count(language) == 0)
    read[language] = read_lexicon(std::string(TRAVAUX_SOURCE_DIR) + "/tests/negotiations/words/" + language + ".txt");
  return read[language];
}

Round round_on(const std::string& name, Stratum stratum, std::uint64_t seed) {
  const Base base = read_base(TRAVAUX_SOURCE_DIR, name);
  return draw_round(base, lexicon(base.text.language), stratum, seed);
}

std::string listed(const Judgement& judgement, const std::string& name, std::uint64_t seed) {
  std::string lines;
  for (const Fault& fault : judgement.faults)
    lines += "tools/score --base " + name + " --seed " + std::to_string(seed) + ": " + (fault.missing ? "missing " : "wrong ") +
             fault.row + " " + fault.line + "\n";
  return lines;
}

Base small_plan() {
  return parse_base(
      "form: plan\nlanguage: en\ntitle: PLAN\n"
      "== Roads and bridges\n* Mend the road to the north.\n* Mend the road to the south and the bridge over the river.\n* Build "
      "a ferry.\n"
      "== Schools\n* Open schools; pay teachers.\n* Print books.\n",
      "small plan");
}

Id id_at(const Text& text, const std::string& address) {
  for (const Where& where : items_of(text))
    if (where.address == address) return where.item->id;
  return 0;
}

std::string truth_after(const std::vector<Operation>& operations) {
  const Text before = small_plan().text;
  Text after = before;
  Plan plan{operations};
  for (const Operation& each : plan.operations) EXPECT_TRUE(play(after, each));
  renumber(after);
  const Truth truth = truth_of(before, after, divisions_of(plan));
  EXPECT_EQ(truth.undecided, "");
  return describe(truth);
}

TEST(Truth, RemovingRenumbersWhatFollowsAndMovesNothing) {
  EXPECT_EQ(truth_after({operation(Kind::kRemoveItem, id_at(small_plan().text, "1.1"))}),
            "section §1 → §1  unchanged\nsection §2 → §2  unchanged\nitem 1.1 → –  removed\nitem 1.2 → 1.1  renumbered\n"
            "item 1.3 → 1.2  renumbered\nitem 2.1 → 2.1  unchanged\nitem 2.2 → 2.2  unchanged\n");
}

TEST(Truth, TheFewestTokensMoveWhereTwoChangePlaces) {
  const Text text = small_plan().text;
  Operation move = operation(Kind::kMoveItem, id_at(text, "1.3"));
  move.place = text.sections[0].id;
  move.position = 1;
  const std::string truth = truth_after({move});
  EXPECT_NE(truth.find("item 1.2 → 1.3  renumbered\nitem 1.3 → 1.2  moved\n"), std::string::npos) << truth;
}

TEST(Truth, AnotherSectionIsAMoveAndASwappedSectionIsNone) {
  const Text text = small_plan().text;
  Operation move = operation(Kind::kMoveItem, id_at(text, "2.2"));
  move.place = text.sections[0].id;
  Operation swap = operation(Kind::kMoveSection, text.sections[1].id);
  const std::string truth = truth_after({move, swap});
  EXPECT_NE(truth.find("item 1.1 → 2.2  renumbered\n"), std::string::npos) << truth;
  EXPECT_NE(truth.find("item 2.1 → 1.1  renumbered\nitem 2.2 → 2.1  moved\n"), std::string::npos) << truth;
  EXPECT_NE(truth.find("section §1 → §2  renumbered\nsection §2 → §1  moved\n"), std::string::npos) << truth;
}

TEST(Truth, ADivisionIsNeitherMovedNorRenumberedAndCaseIsEditorial) {
  const Text text = small_plan().text;
  Operation split = operation(Kind::kSplitItem, id_at(text, "2.1"));
  split.items = {{901, "", "Open schools.", "", {}, {}}, {902, "", "Pay teachers.", "", {}, {}}};
  Operation tidy = operation(Kind::kReword, id_at(text, "2.2"));
  tidy.to = "Print Books.";
  const std::string truth = truth_after({split, tidy});
  EXPECT_NE(truth.find("item 2.1 → 2.1, 2.2  split\n"), std::string::npos) << truth;
  EXPECT_NE(truth.find("item 2.2 → 2.3  editorial, renumbered\n"), std::string::npos) << truth;
}

// The definition, tried on every choice of those that stay.
std::vector<bool> stay_by_trial(const std::vector<std::size_t>& order, const std::vector<std::size_t>& weights,
                                std::size_t& ways) {
  std::pair<std::size_t, std::size_t> best{0, 0};
  std::vector<bool> chosen;
  for (std::size_t set = 0; set < (1U << order.size()); ++set) {
    std::vector<bool> stays(order.size());
    std::pair<std::size_t, std::size_t> value{0, 0};
    std::size_t last = 0;
    bool rising = true;
    for (std::size_t i = 0; i < order.size(); ++i) {
      stays[i] = ((set >> i) & 1U) != 0;
      if (!stays[i]) continue;
      rising = rising && order[i] + 1 > last;
      last = order[i] + 1;
      value = {value.first + 1, value.second + weights[i]};
    }
    if (!rising || value < best) continue;
    ways = value == best && !chosen.empty() ? ways + 1 : 1;
    best = value;
    chosen = stays;
  }
  return chosen;
}

TEST(Truth, ThoseThatStayAreTheMostThenTheHeaviest) {
  Random random(5);
  for (std::size_t size = 1; size <= 6; ++size) {
    std::vector<std::size_t> order(size);
    std::iota(order.begin(), order.end(), 0);
    do {
      std::vector<std::size_t> weights(size);
      for (std::size_t& weight : weights) weight = random.between(1, 4);
      std::size_t ways = 0;
      const std::vector<bool> expected = stay_by_trial(order, weights, ways);
      bool tie = false;
      const std::vector<bool> chosen = stay(order, weights, tie);
      EXPECT_EQ(tie, ways > 1);
      EXPECT_TRUE(tie || chosen == expected);
    } while (std::next_permutation(order.begin(), order.end()));
  }
}

TEST(Generator, TheSameSeedGivesTheSameRound) {
  const Round a = round_on("treaty", Stratum::kHeavy, 3);
  const Round b = round_on("treaty", Stratum::kHeavy, 3);
  EXPECT_EQ(render(a.after), render(b.after));
  EXPECT_EQ(describe(a.truth), describe(b.truth));
  EXPECT_NE(render(a.after), render(round_on("treaty", Stratum::kHeavy, 4).after));
}

TEST(Generator, EveryBaseIsLongAndReadAsItIsMeant) {
  for (const std::string& name : base_names()) {
    const Text text = read_base(TRAVAUX_SOURCE_DIR, name).text;
    EXPECT_GE(items_of(text).size(), 20u) << name;
    Document document = parse(read_bytes(render(text), "draft.txt")->text);
    resolve_instruments({&document}, built_in_registry());
    EXPECT_EQ(misreading(text, document), "") << name;
  }
}

TEST(Generator, AHeavyRoundTouchesAThirdOfTheItems) {
  for (const std::string& name : base_names()) {
    const Round round = round_on(name, Stratum::kHeavy, 7);
    EXPECT_EQ(round.truth.undecided, "") << name;
    std::size_t touched = 0;
    for (const Entry& entry : round.truth.items)
      touched += entry.changes.empty() || entry.changes == std::set{Change::kRenumbered} ? 0U : 1U;
    EXPECT_GE(3 * touched, items_of(round.before).size()) << name;
  }
}

TEST(Scorer, AnAnswerThatSaysNothingMissesEverything) {
  const Round round = round_on("plan-es", Stratum::kLight, 1);
  const Judgement judgement = judge_answer(round.truth, DocumentDiff{});
  EXPECT_EQ(judgement.score.all("items").right, 0u);
  EXPECT_GT(judgement.score.all("items").missing, 0u);
  EXPECT_EQ(judgement.score.without_error, 0u);
}

TEST(Scorer, AFalseMoveIsCountedAndNamed) {
  Truth truth;
  truth.items = {{{"1.1"}, {"1.1"}, {}}};
  ItemDiff wrong;
  wrong.from = {"1.1"};
  wrong.to = {"1.1"};
  wrong.changes.add(Change::kMoved);
  DocumentDiff answer;
  answer.items = {wrong};
  const Judgement judgement = judge_answer(truth, answer);
  EXPECT_EQ(judgement.score.false_moves, 1u);
  EXPECT_EQ(judgement.score.rows.at("items moved").wrong, 1u);
  EXPECT_EQ(judgement.score.rows.at("items matched, unchanged").missing, 1u);
}

TEST(Diff, LightRoundsHaveNoError) {
  for (const std::string& name : base_names())
    for (std::uint64_t seed = kFirstSeed; seed < kFirstSeed + kRounds; ++seed) {
      const Judgement judgement = judge(round_on(name, Stratum::kLight, seed), {});
      EXPECT_TRUE(judgement.faults.empty()) << listed(judgement, name + " --stratum light", seed);
    }
}

TEST(Diff, HeavyRoundsStayAboveTheFloors) {
  Score score;
  std::string faults;
  for (const std::string& name : base_names())
    for (std::uint64_t seed = kFirstSeed; seed < kFirstSeed + kRounds; ++seed) {
      const Judgement judgement = judge(round_on(name, Stratum::kHeavy, seed), {});
      score += judgement.score;
      faults += listed(judgement, name + " --stratum heavy", seed);
    }
  EXPECT_GE(score.all("items").f1(), kItemsFloor);
  EXPECT_GE(score.all("citations").f1(), kCitationsFloor);
  EXPECT_LE(score.false_moves, kFalseMoves);
  if (HasNonfatalFailure()) ADD_FAILURE() << faults;
}

TEST(Diff, NoiseMakesNoDifference) {
  for (const std::string& name : base_names())
    for (std::uint64_t seed = kFirstSeed; seed < kFirstSeed + kRounds; ++seed) {
      Round round = round_on(name, Stratum::kLight, seed);
      const Judgement judgement = judge(round, {seed, draw_noise(seed), draw_noise(seed + 1)});
      EXPECT_TRUE(judgement.faults.empty()) << names_of_noise(draw_noise(seed)) << " / " << names_of_noise(draw_noise(seed + 1))
                                            << "\n"
                                            << listed(judgement, name + " --stratum light --noise", seed);
    }
}

}  // namespace
}  // namespace travaux::negotiations
