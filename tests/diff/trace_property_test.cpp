// Random histories against an oracle that knows of each item what it came from, because it made it.
#include <rapidcheck.h>

#include <map>
#include <set>

#include "trace_support.h"

namespace travaux {
namespace {

using namespace travaux::testing;

using Id = std::pair<std::size_t, std::size_t>;  ///< a draft, and an item in it

struct Made {
  std::size_t section = 0;
  std::vector<std::vector<std::string>> clauses;  ///< words that no other clause has
  std::vector<Id> from;                           ///< what it was
  bool touched = false;
};

using MadeDraft = std::vector<Made>;  ///< ordered by section

/// Makes drafts one from another, and keeps what became of what.
class Oracle {
 public:
  Oracle() {
    MadeDraft first;
    for (std::size_t section = 0; section < 2; ++section) {
      const int items = *rc::gen::inRange(2, 5);
      for (int i = 0; i < items; ++i) first.push_back(fresh(section));
    }
    add(std::move(first), {});
  }

  void make_next() {
    const std::size_t base = *rc::gen::weightedOneOf<std::size_t>(
        {{3, rc::gen::just(drafts_.size() - 1)}, {1, rc::gen::inRange<std::size_t>(0, drafts_.size())}});
    MadeDraft next = drafts_[base];
    for (std::size_t i = 0; i < next.size(); ++i) next[i].from = {{base, i}}, next[i].touched = false;
    const int changes = *rc::gen::inRange(0, 4);
    for (int i = 0; i < changes; ++i) change(next, base);
    add(std::move(next), base);
  }

  std::size_t size() const { return drafts_.size(); }
  const MadeDraft& draft(std::size_t d) const { return drafts_[d]; }
  std::optional<std::size_t> base(std::size_t d) const { return bases_[d]; }

  std::string address(Id id) const {
    const MadeDraft& draft = drafts_[id.first];
    const std::size_t section = draft[id.second].section;
    std::size_t number = 1;
    for (std::size_t i = 0; i < id.second; ++i) number += draft[i].section == section ? 1 : 0;
    return std::to_string(section + 1) + "." + std::to_string(number);
  }

  std::string text(std::size_t d) const {
    std::string text = "PLAN\n\n";
    for (std::size_t section = 0; section < 2; ++section) {
      text += std::to_string(section + 1) + (section == 0 ? ". Police\n" : ". Schools\n");
      for (std::size_t i = 0; i < drafts_[d].size(); ++i) {
        if (drafts_[d][i].section == section) text += address({d, i}) + " " + words(drafts_[d][i]) + "\n";
      }
    }
    return text;
  }

  /// All that an item was and all that became of it.
  std::set<Id> life(Id start) const {
    std::set<Id> life = before(start);
    std::set<Id> after{start};
    for (std::size_t round = 0; round < drafts_.size(); ++round) {
      for (std::size_t d = 0; d < drafts_.size(); ++d) {
        for (std::size_t i = 0; i < drafts_[d].size(); ++i) {
          for (const Id& from : drafts_[d][i].from) {
            if (after.contains(from)) after.insert({d, i});
          }
        }
      }
    }
    life.merge(after);
    return life;
  }

 private:
  std::set<Id> before(Id id) const {
    std::set<Id> all{id};
    for (const Id& from : drafts_[id.first][id.second].from) all.merge(before(from));
    return all;
  }

  void add(MadeDraft draft, std::optional<std::size_t> base) {
    drafts_.push_back(std::move(draft));
    bases_.push_back(base);
  }

  std::string word() {
    static const char* const kSyllables[] = {"ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "ru"};
    std::string word;
    for (std::size_t rest = 1000 + count_++; rest > 0; rest /= 10) word += kSyllables[rest % 10];
    return word;
  }

  std::vector<std::string> clause() {
    std::vector<std::string> words(12);
    for (std::string& one : words) one = word();
    return words;
  }

  Made fresh(std::size_t section) {
    Made made{section, {clause()}, {}, true};
    if (*rc::gen::arbitrary<bool>()) made.clauses.push_back(clause());
    return made;
  }

  static std::string words(const Made& item) {
    std::string text;
    for (const auto& clause : item.clauses) {
      text += text.empty() ? "" : ", and ";
      for (std::size_t i = 0; i < clause.size(); ++i) text += (i > 0 ? " " : "") + clause[i];
    }
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text + ".";
  }

  void change(MadeDraft& draft, std::size_t base) {
    const std::size_t i = *rc::gen::inRange<std::size_t>(0, draft.size());
    const int kind = *rc::gen::inRange(0, 7);
    if (kind == 0) return insert(draft, fresh(draft[i].section));
    if (kind == 1) return bring_back(draft, base);
    if (draft[i].touched) return;
    const auto at = draft.begin() + static_cast<std::ptrdiff_t>(i);
    if (kind == 2 && alone(draft, i)) return;
    if (kind == 2) {
      draft.erase(at);
    } else if (kind == 3 && !alone(draft, i)) {
      Made moved = *at;
      draft.erase(at);
      moved.section = *rc::gen::inRange<std::size_t>(0, 2);
      insert(draft, std::move(moved));
    } else if (kind == 4) {
      at->clauses[0][*rc::gen::inRange<std::size_t>(1, 12)] = word();
      at->touched = true;
    } else if (kind == 5 && at->clauses.size() > 1) {
      Made second{at->section, {at->clauses.back()}, at->from, true};
      at->clauses.pop_back();
      at->touched = true;
      draft.insert(at + 1, std::move(second));
    } else if (kind == 6 && i + 1 < draft.size() && draft[i + 1].section == at->section && !draft[i + 1].touched) {
      for (auto& clause : draft[i + 1].clauses) at->clauses.push_back(std::move(clause));
      at->from.push_back(draft[i + 1].from[0]);
      at->touched = true;
      draft.erase(at + 1);
    }
  }

  static bool alone(const MadeDraft& draft, std::size_t i) {
    return std::count_if(draft.begin(), draft.end(), [&](const Made& item) { return item.section == draft[i].section; }) < 2;
  }

  void insert(MadeDraft& draft, Made item) {
    item.touched = true;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i <= draft.size(); ++i) {
      const bool after = i > 0 && draft[i - 1].section == item.section;
      const bool before = i < draft.size() && draft[i].section == item.section;
      if (after || before) places.push_back(i);
    }
    draft.insert(draft.begin() + static_cast<std::ptrdiff_t>(*rc::gen::elementOf(places)), std::move(item));
  }

  /// An item of a draft further back that nothing came from on the way to the base.
  void bring_back(MadeDraft& draft, std::size_t base) {
    std::set<Id> alive;
    for (std::size_t i = 0; i < drafts_[base].size(); ++i) alive.merge(before({base, i}));
    for (const Made& item : draft) {
      for (const Id& from : item.from) alive.merge(before(from));
    }
    std::vector<Id> gone;
    for (std::optional<std::size_t> d = bases_[base]; d; d = bases_[*d]) {
      for (std::size_t i = 0; i < drafts_[*d].size(); ++i) {
        const bool led_on = std::any_of(gone.begin(), gone.end(), [&](const Id& id) { return before(id).contains({*d, i}); });
        if (!alive.contains({*d, i}) && !led_on) gone.push_back({*d, i});
      }
    }
    if (gone.empty()) return;
    const Id id = *rc::gen::elementOf(gone);
    Made again = drafts_[id.first][id.second];
    again.from = {id};
    if (*rc::gen::arbitrary<bool>()) again.clauses[0][5] = word();
    insert(draft, std::move(again));
  }

  std::vector<MadeDraft> drafts_;
  std::vector<std::optional<std::size_t>> bases_;
  std::size_t count_ = 0;
};

std::set<std::string> told(const Trace& life, const History& history, const std::vector<std::size_t>& order) {
  std::set<std::string> told;
  for (const TraceStep& step : life.steps) {
    const std::size_t draft = order[step.draft];
    for (const Place& place : step.places)
      told.insert(std::to_string(draft) + ":" + item_at(history.at(step.draft), place).address);
  }
  return told;
}

TEST(TraceProperty, EveryItemIsFollowedWhereItsMakerPutIt) {
  EXPECT_TRUE(rc::check([] {
    Oracle oracle;
    const int drafts = *rc::gen::inRange(1, 7);
    for (int i = 0; i < drafts; ++i) oracle.make_next();
    // The order in which drafts are given must not matter.
    std::vector<std::size_t> order;
    for (std::size_t d = 0; d < oracle.size(); ++d) order.push_back(d);
    if (*rc::gen::arbitrary<bool>()) std::reverse(order.begin(), order.end());
    History history;
    for (const std::size_t d : order) {
      const auto base = oracle.base(d) ? std::find(order.begin(), order.end(), *oracle.base(d)) : order.end();
      history.add(oracle.text(d), base == order.end() ? std::nullopt : std::optional<std::size_t>(base - order.begin()));
    }
    const std::size_t given = *rc::gen::inRange<std::size_t>(0, order.size());
    const Id start{order[given], *rc::gen::inRange<std::size_t>(0, oracle.draft(order[given]).size())};
    std::set<std::string> expected;
    for (const Id& id : oracle.life(start)) expected.insert(std::to_string(id.first) + ":" + oracle.address(id));
    for (const std::size_t d : order)
      RC_LOG() << "--- " << d << " from " << oracle.base(d).value_or(99) << "\n" << oracle.text(d);
    RC_LOG() << "start " << start.first << ":" << oracle.address(start) << "\n";
    const auto found = told(history.traced(given, oracle.address(start)), history, order);
    RC_ASSERT(found == expected);
  }));
}

}  // namespace
}  // namespace travaux
