// Rounds played by strata: what one or several groups ask for in letters, what the next draft does, and who is truly behind it.
//
// Every stratum is a kind of situation ("a move granted", "another number than the one asked for"). A round plays one of each on
// items of its own, so that what is found at an item is found for its stratum alone.
#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "attribute/support.h"
#include "negotiations/random.h"

namespace travaux::testing {

using Fates = std::set<ProposalFate>;

/// Which edits a stratum is about, who asked for them, and whether there must be any.
struct Expected {
  std::string stratum;
  std::function<bool(const AttributedEdit&)> about;
  std::set<std::string> groups;
  bool must_be = true;
};

struct ExpectedFate {
  std::string stratum, letter, number;
  Fates fates;
};

struct Letter {
  std::string id, by;
  std::vector<std::string> requests;
  bool withdrawn = false, on_earlier = false;
};

/// Counts of one stratum.
struct Tally {
  std::size_t edits = 0, right = 0, false_credits = 0, missed = 0, lost = 0, fates = 0, fates_right = 0;
  std::vector<std::string> faults;
};

class Stage {
 public:
  explicit Stage(std::uint64_t seed);

  // What a stratum needs.

  /// An item of the earlier draft that no other stratum has; its id. Empty optional: none is left.
  std::optional<std::size_t> take(std::size_t least_words = 14, bool with_citation = false);
  /// A certain item, if no other stratum has it.
  bool claim(std::size_t id) { return std::erase(free_, id) > 0; }
  Item& earlier(std::size_t id) { return item_of(from, id); }
  Item& later(std::size_t id) { return item_of(to, id); }
  std::string address(std::size_t id) const { return address_in(from, id); }
  /// Words that stand in an item's text once, `count` of them, of letters only, not at its ends.
  std::string words_of(std::size_t id, std::size_t count);
  /// Words that no draft holds: "coastal archives".
  std::string phrase();
  /// Changes the later draft at an item: words by others, or others after words.
  void put(std::size_t id, const std::string& old_words, const std::string& new_words);
  /// Adds a request to a group's letter; its number.
  std::string ask(const std::string& by, const std::string& request, const std::string& letter = {});
  Letter& letter(const std::string& by, const std::string& id);
  std::string group() { return random.pick(kGroups); }
  std::pair<std::string, std::string> two_groups();

  // What it expects.

  void expect(const std::string& stratum, std::size_t id, std::set<std::string> groups, bool must_be = true);
  void expect_if(const std::string& stratum, std::function<bool(const AttributedEdit&)> about, std::set<std::string> groups,
                 bool must_be = true);
  void expect_fate(const std::string& stratum, const std::string& letter, const std::string& number, Fates fates);
  /// Edits of the item on either side.
  std::function<bool(const AttributedEdit&)> at(std::size_t id) const;

  /// Compares, attributes, and adds what came of it.
  void score(std::map<std::string, Tally>& tallies);

  static std::string print(const Document& plan);
  static std::size_t section_of(const Document& plan, std::size_t id);
  static std::size_t place_of(const Document& plan, std::size_t id);
  static std::string address_in(const Document& plan, std::size_t id);
  static Item& item_of(Document& plan, std::size_t id);

  inline static const std::vector<std::string> kGroups = {"CARICOM", "SICA", "Andean Community", "MERCOSUR", "North America"};

  negotiations::Random random;
  Document from, to;                                     ///< `Item::line` is the item's identity
  std::optional<std::function<void(Document&)>> before;  ///< makes of `from` the draft before it
  std::size_t next_id = 100000;

 private:
  std::vector<std::size_t> free_;
  std::deque<Letter> letters_;
  std::vector<Expected> expected_;
  std::vector<ExpectedFate> fates_;
};

void play_words(Stage& stage);
void play_words_together(Stage& stage);
void play_items(Stage& stage);
void play_citations(Stage& stage);
void play_harder(Stage& stage);

}  // namespace travaux::testing
