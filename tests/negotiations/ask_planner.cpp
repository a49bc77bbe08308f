#include "negotiations/ask_planner.h"

#include "negotiations/decidable.h"
#include "negotiations/truth.h"

namespace travaux::negotiations {
namespace {

constexpr ProposalFate kYes = ProposalFate::kAccepted;
constexpr ProposalFate kPart = ProposalFate::kAcceptedInPart;
constexpr ProposalFate kNo = ProposalFate::kNotTakenUp;
constexpr ProposalFate kOver = ProposalFate::kOvertaken;

std::vector<Wanted> wishes_of(const std::vector<Made>& made) {
  std::vector<Wanted> list;
  for (const Made& one : made) list.push_back(one.wanted);
  return list;
}

bool is_decidable(const Text& before, const std::vector<Wanted>& changes) {
  const Text after = with(before, changes);
  return undecidable(before, after, {}).empty() && truth_of(before, after, {}).undecided.empty();
}

}  // namespace

AskPlanner::AskPlanner(const Base& base, const Lexicon& words, const Phrases& phrases, Random& random)
    : base_(base), words_(words), phrases_(phrases), random_(random), last_id_(base.text.last_id + 1000) {
  round_.before = base.text;
  std::vector<std::string> groups = phrases.of("group");
  random_.shuffle(groups);
  groups.resize(std::min<std::size_t>(groups.size(), 4));
  round_.groups = groups;
}

AskedRound AskPlanner::draw() {
  structure();
  words_inside();
  round_.after = with(round_.before, wishes_of(round_.made));
  return round_;
}

std::size_t AskPlanner::ask(const std::string& by, const Wanted& wanted, Treatment treatment, std::set<ProposalFate> fates) {
  round_.requests.push_back({by, wanted, treatment, std::move(fates)});
  return round_.requests.size() - 1;
}

void AskPlanner::make(const Wanted& wanted, Treatment treatment, std::vector<std::size_t> asked) {
  round_.made.push_back({wanted, treatment, std::move(asked)});
}

bool AskPlanner::decidable_with(const Wanted& wanted) const {
  std::vector<Wanted> changes = wishes_of(round_.made);
  changes.push_back(wanted);
  return is_decidable(round_.before, changes);
}

void AskPlanner::settle(const Wanted& wanted, Treatment treatment) {
  if (treatment == Treatment::kUnprompted) return make(wanted, treatment, {});
  std::vector<std::string> groups = round_.groups;
  random_.shuffle(groups);
  groups.resize(treatment == Treatment::kJoint ? random_.between(2, 3) : 1);
  const bool granted = treatment != Treatment::kRefused;
  std::vector<std::size_t> asked;
  for (const std::string& by : groups) asked.push_back(ask(by, wanted, treatment, {granted ? kYes : kNo}));
  if (granted) make(wanted, treatment, asked);
}

void AskPlanner::words_inside() {
  using T = Treatment;
  const std::vector<T> list = {T::kCompeting, T::kInPart,     T::kStockPhrase, T::kElsewhere,  T::kOtherWords, T::kVerbatim,
                               T::kAdapted,   T::kUnprompted, T::kRefused,     T::kJoint,      T::kVerbatim,   T::kOtherWords,
                               T::kCompeting, T::kAdapted,    T::kUnprompted,  T::kVerbatim,   T::kJoint,      T::kRefused,
                               T::kInPart,    T::kVerbatim,   T::kElsewhere,   T::kUnprompted, T::kAdapted,    T::kStockPhrase};
  for (const T treatment : list) in_words(treatment);
}

void AskPlanner::in_words(Treatment treatment) {
  if (treatment == Treatment::kStockPhrase) return stock_phrase();
  if (treatment == Treatment::kElsewhere) return elsewhere();
  if (treatment == Treatment::kInPart) return in_part();
  if (treatment == Treatment::kCompeting) return competing();
  const bool other_words = treatment == Treatment::kAdapted || treatment == Treatment::kOtherWords;
  const std::size_t drawn = random_.below(10);
  const Act act = drawn < 5 ? Act::kInsert : drawn < 8 || other_words ? Act::kReplace : Act::kDelete;
  Place place = place_for(act);
  if (!place) return;
  place->act = act;
  if (act == Act::kDelete) {
    --place->begin;  // the space before it goes too
    return settle(*place, treatment);
  }
  const std::vector<std::string> phrasings = phrase("phrase");
  if (phrasings.size() < 2) return;
  place->text = phrasings[0];
  if (!other_words) return settle(*place, treatment);
  const bool adapted = treatment == Treatment::kAdapted;
  const std::vector<std::string> other = adapted ? phrasings : phrase("phrase");
  if (other.size() < 2) return;
  const std::size_t asked = ask(group(), *place, treatment, adapted ? std::set{kYes} : std::set{kNo, kOver});
  place->text = adapted ? other[random_.between(1, other.size() - 1)] : other[0];
  make(*place, treatment, adapted ? std::vector{asked} : std::vector<std::size_t>{});
}

void AskPlanner::stock_phrase() {
  const std::vector<std::string> words = phrase("stock");
  Place place = gap();
  if (words.empty() || !place) return;
  place->text = words[0];
  const Section* section = nullptr;
  for (const Where& where : items_of(round_.before))
    if (where.item->id == place->target) section = where.section;
  Place other = gap(round_.before.sections.size() > 1 ? section : nullptr);
  if (!other || other->target == place->target) return;
  other->text = words[0];
  const bool granted = random_.chance(50);
  const std::size_t asked = ask(group(), *place, Treatment::kStockPhrase, {granted ? kYes : kNo});
  if (granted) make(*place, Treatment::kVerbatim, {asked});
  make(*other, Treatment::kStockPhrase, {});
}

void AskPlanner::elsewhere() {
  Place place = gap();
  Place other = gap();
  const std::vector<std::string> words = phrase("phrase");
  if (!place || !other || words.empty() || other->target == place->target) return;
  place->text = other->text = words[0];
  make(*other, Treatment::kElsewhere, {ask(group(), *place, Treatment::kElsewhere, {kYes, kPart})});
}

void AskPlanner::in_part() {
  const Act act = random_.chance(60) ? Act::kInsert : Act::kReplace;
  const std::vector<std::string> halves = phrase("both");
  Place place = place_for(act);
  if (!place || halves.size() < 2) return;
  place->act = act;
  place->text = halves[0] + " " + halves[1];
  const std::size_t asked = ask(group(), *place, Treatment::kInPart, {kPart});
  place->text = halves[0];
  make(*place, Treatment::kInPart, {asked});
}

void AskPlanner::competing() {
  const Act act = random_.chance(50) ? Act::kInsert : Act::kReplace;
  const std::vector<std::string> first = phrase("phrase");
  const std::vector<std::string> second = phrase("phrase");
  Place place = place_for(act);
  if (!place || first.empty() || second.empty()) return;
  std::vector<std::string> groups = round_.groups;
  random_.shuffle(groups);
  place->act = act;
  place->text = second[0];
  ask(groups[1], *place, Treatment::kCompeting, {kNo, kOver});
  place->text = first[0];
  make(*place, Treatment::kCompeting, {ask(groups[0], *place, Treatment::kCompeting, {kYes})});
}

AskedRound draw_asked_round(const Base& base, const Lexicon& words, const Phrases& phrases, std::uint64_t seed) {
  AskedRound round;
  for (std::uint64_t attempt = 0; attempt < 20; ++attempt) {
    Random random(seed + 1'000'003 * attempt);
    round = AskPlanner(base, words, phrases, random).draw();
    if (is_decidable(round.before, wishes_of(round.made))) break;
  }
  return round;
}

}  // namespace travaux::negotiations
