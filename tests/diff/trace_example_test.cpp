// Lives through the worked example, against its answer key.
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "trace_support.h"

namespace travaux {
namespace {

using namespace travaux::testing;
using Json = nlohmann::json;
using List = std::vector<std::string>;
using Addresses = std::set<std::string>;

class TraceExample : public ::testing::Test {
 protected:
  TraceExample() {
    history.add(march_7());
    history.add(rev_1(), 0);
    history.add(rev_2(), 1);
  }

  /// What the key says became of each item of a draft in the next one; an item that it does not name stayed as it is.
  std::map<std::string, Addresses> key(std::size_t from) const {
    const Json steps = Json::parse(slurp(source_path("history/san-salvador-2011/expected.json")))["steps"];
    std::map<std::string, Addresses> key;
    for_each_item(history.at(from), [&](const Item& item, const Place&) { key[item.address] = {item.address}; });
    for (const Json& entry : steps[from]["items"]) {
      for (const std::string& address : entry["from"].get<List>()) key[address] = entry["to"].get<Addresses>();
    }
    return key;
  }

  static Addresses forward(const std::map<std::string, Addresses>& key, const Addresses& items) {
    Addresses all;
    for (const std::string& item : items) all.merge(Addresses(key.at(item)));
    return all;
  }
  static Addresses back(const std::map<std::string, Addresses>& key, const Addresses& items) {
    Addresses all;
    for (const auto& [from, to] : key) {
      if (std::any_of(to.begin(), to.end(), [&](const std::string& item) { return items.contains(item); })) all.insert(from);
    }
    return all;
  }

  Addresses found(const Trace& life, std::size_t draft) const {
    Addresses all;
    for (const TraceStep& step : life.steps) {
      if (step.draft != draft) continue;
      for (const Place& place : step.places) all.insert(item_at(history.at(draft), place).address);
    }
    return all;
  }

  History history;
};

TEST_F(TraceExample, EveryItemOfEveryDraftLeadsWhereTheKeySays) {
  const auto first = key(0), second = key(1);
  for (std::size_t draft = 0; draft < 3; ++draft) {
    List addresses;
    for_each_item(history.at(draft), [&](const Item& item, const Place&) { addresses.push_back(item.address); });
    for (const std::string& address : addresses) {
      const Trace life = history.traced(draft, address);
      std::vector<Addresses> expected(3);
      expected[draft] = {address};
      if (draft == 2) expected[1] = back(second, expected[2]);
      if (draft >= 1) expected[0] = back(first, expected[1]);
      if (draft == 0) expected[1] = forward(first, expected[0]);
      if (draft <= 1) expected[2] = forward(second, expected[1]);
      for (std::size_t d = 0; d < 3; ++d) EXPECT_EQ(found(life, d), expected[d]) << address << " of " << draft << " in " << d;
    }
  }
}

TEST_F(TraceExample, TheSplitTheMergeTheMoveAndTheRemoval) {
  EXPECT_EQ(history.life(0, "1.3"), (List{"0: 1.3", "1: 1.3 -> 1.3 1.4: split", "2: 1.3 -> 1.3:", "2: 1.4 -> 1.4:"}));
  EXPECT_EQ(history.life(2, "4.3"), (List{"0: 4.3 4.4", "1: 4.3 4.4 -> 4.3: edited merged", "2: 4.3 -> 4.3:"}));
  EXPECT_EQ(history.life(0, "5.5"), (List{"0: 5.5", "1: 5.5 -> 5.2: moved", "2: 5.2 -> 6.2: renumbered"}));
  EXPECT_EQ(history.life(0, "5.4"), (List{"0: 5.4", "1: 5.4: removed"}));
  EXPECT_EQ(history.life(1, "4.4"), (List{"1: -> 4.4: added", "2: 4.4: removed"}));
  EXPECT_EQ(history.life(2, "5.3"), (List{"0: 2.5", "1: 2.5 -> 2.6: renumbered", "2: 2.6 -> 5.3: moved"}));
  EXPECT_EQ(history.life(2, "6.1/(a)"), (List{"2: -> 6.1/(a): added"}));
}

TEST_F(TraceExample, ACitationSavedFromARemovedItemIsTold) {
  const Trace life = history.traced(0, "5.4");
  const std::vector<CitationDiff>& citations = life.steps.at(1).entries.at(0).citations;
  const auto saved = std::find_if(citations.begin(), citations.end(), [](const CitationDiff& c) { return c.from && c.to; });
  ASSERT_NE(saved, citations.end());
  EXPECT_EQ(saved->instrument, "AG/RES. 2348");
  EXPECT_EQ(saved->to->item, "6.2");
}

}  // namespace
}  // namespace travaux
