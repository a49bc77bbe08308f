// What a person ruled about two items is obeyed before anything is compared.
#include <gtest/gtest.h>

#include <algorithm>

#include "travaux/diff.h"
#include "travaux/parse.h"

namespace travaux {
namespace {

const char* const kFrom =
    "1. Ports\n\n1.1 Establish a registry of ports and lighthouses.\n\n1.2 Promote the exchange of customs experts.\n\n"
    "1.3 Train pilots in the use of new charts.\n";
const char* const kTo =
    "1. Ports\n\n1.1 Establish a registry of ports and lighthouses.\n\n1.2 Teach seafarers to read satellite images.\n\n"
    "1.3 Promote the exchange of customs experts.\n";

const ItemDiff* entry_of(const DocumentDiff& changes, const std::string& from) {
  const auto found = std::find_if(changes.items.begin(), changes.items.end(), [&](const ItemDiff& item) {
    return std::find(item.from.begin(), item.from.end(), from) != item.from.end();
  });
  return found == changes.items.end() ? nullptr : &*found;
}

TEST(Ruled, ItemsThatSayNothingTheSameAreOneWhereAPersonSaysSo) {
  const Document from = parse(kFrom);
  const Document to = parse(kTo);
  ASSERT_TRUE(entry_of(diff(from, to), "1.3")->to.empty());
  DiffOptions options;
  options.ruled = {{"1.3", "1.2", true}};
  const DocumentDiff changes = diff(from, to, options);
  EXPECT_EQ(entry_of(changes, "1.3")->to, (std::vector<std::string>{"1.2"}));
  EXPECT_EQ(entry_of(changes, "1.3")->match, Match::kRuled);
}

TEST(Ruled, EqualItemsAreTwoWhereAPersonSaysSo) {
  const Document from = parse(kFrom);
  const Document to = parse(kTo);
  DiffOptions options;
  options.ruled = {{"1.2", "1.3", false}};
  const DocumentDiff changes = diff(from, to, options);
  EXPECT_TRUE(entry_of(changes, "1.2")->to.empty());
}

TEST(Ruled, TheOtherWayRoundTheyHoldToo) {
  const Document from = parse(kFrom);
  const Document to = parse(kTo);
  DiffOptions options;
  options.ruled = {{"1.2", "1.3", true}, {"1.3", "1.2", false}, {"1.1", "1.1", false}};
  const DocumentDiff changes = diff(to, from, options);
  EXPECT_EQ(entry_of(changes, "1.2")->match, Match::kRuled);
  EXPECT_EQ(entry_of(changes, "1.2")->to, (std::vector<std::string>{"1.3"}));
  EXPECT_TRUE(entry_of(changes, "1.1")->to.empty());
}

TEST(Ruled, AddressesThatAreNotThereAndContradictionsArePassedOver) {
  const Document from = parse(kFrom);
  const Document to = parse(kTo);
  DiffOptions options;
  options.ruled = {{"9.9", "1.1", true}, {"1.1", "1.1", true}, {"1.1", "1.1", false}, {"1.2", "1.1", true}};
  EXPECT_EQ(diff(from, to, options).item_tally(), diff(from, to).item_tally());
}

}  // namespace
}  // namespace travaux
